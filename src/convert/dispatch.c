/* The function table of a class in schema.c and, for an association, the dispatchers from its two ends to its functions */

#include "convert/rtti.h"

static void write_dispatcher_arguments(Buffer *buffer, const Generator *generator, const PlanClass *class,
                                       bool is_associator)
{
        const char *self_type = arena_printf(generator->arena, "%s_Self*", class->name);
        Function function = { .n_arguments = 0 };
        const Argument arguments[] = {
                { "_In_opt_", self_type, "self" },
                { "_In_", "MI_Context*", "context" },
                { "_In_opt_z_", "const MI_Char*", "nameSpace" },
                { "_In_opt_z_", "const MI_Char*", "className" },
                { "_In_", "const MI_Instance*", "instanceName" },
                { "_In_z_", "const MI_Char*", "resultClass" },
                { "_In_z_", "const MI_Char*", "role" },
                { "_In_z_", "const MI_Char*", "resultRole" },
                { "_In_opt_", "const MI_PropertySet*", "propertySet" },
                { "_In_", "MI_Boolean", "keysOnly" },
                { "_In_opt_", "const MI_Filter*", "filter" },
        };

        if (!self_type) {
                buffer->failed = true;
                return;
        }
        for (size_t i = 0; i < ARRAY_SIZE(arguments); i++)
                /* References are asked for by role alone. */
                if (is_associator || (i != 5 && i != 7))
                        function.arguments[function.n_arguments++] = arguments[i];
        write_arguments(buffer, generator, &function);
}

static void write_dispatch_case(Buffer *buffer, const Generator *generator, const PlanClass *class,
                                const MI_PropertyDecl *end, const MI_PropertyDecl *other, bool is_associator)
{
        const char *end_class = class_spelling(generator, end->className);
        const char *operation = is_associator ? "AssociatorInstances" : "ReferenceInstances";

        buffer_printf(buffer, "    if (%s_IsA(instanceName) &&\n        _Match(role, MI_T(\"%s\"))", end_class,
                      end->name);
        if (is_associator)
                buffer_printf(buffer, " &&\n        _Match(resultRole, MI_T(\"%s\"))", other->name);
        buffer_printf(buffer,
                      ")\n"
                      "    {\n"
                      "        %s_%s%s(\n"
                      "            self,\n"
                      "            context,\n"
                      "            nameSpace,\n"
                      "            className,\n"
                      "            (%s*)instanceName,\n"
                      "%s"
                      "            propertySet,\n"
                      "            keysOnly,\n"
                      "            filter);\n"
                      "        return;\n"
                      "    }\n\n",
                      class->name, operation, end->name, end_class, is_associator ? "            resultClass,\n" : "");
}

static void write_dispatcher(Buffer *buffer, const Generator *generator, const PlanClass *class,
                             const MI_PropertyDecl *ends[2], bool is_associator)
{
        buffer_printf(buffer, "static void MI_CALL %s_%s", class->name,
                      is_associator ? "AssociatorInstances" : "ReferenceInstances");
        write_dispatcher_arguments(buffer, generator, class, is_associator);
        buffer_append_string(buffer, "\n{\n");
        write_dispatch_case(buffer, generator, class, ends[0], ends[1], is_associator);
        write_dispatch_case(buffer, generator, class, ends[1], ends[0], is_associator);
        buffer_append_string(buffer, "    MI_Context_PostResult(context, MI_RESULT_OK);\n}\n\n");
}

static void write_dispatchers(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;
        const MI_PropertyDecl *ends[2] = { NULL, NULL };
        unsigned count = 0;

        /* The plan lets no association through that has not exactly two. */
        for (MI_Uint32 i = 0; i < decl->numProperties && count < 2; i++)
                if (decl->properties[i]->type == MI_REFERENCE)
                        ends[count++] = decl->properties[i];
        if (count < 2)
                return;
        write_dispatcher(buffer, generator, class, ends, true);
        write_dispatcher(buffer, generator, class, ends, false);
}

void write_functions_rtti(Buffer *buffer, Generator *generator, const PlanClass *class)
{
        bool has_intrinsics = class->has_keys && !class->is_indication;
        const struct {
                const char *name;
                bool is_there;
        } slots[] = {
                { "Load", true },
                { "Unload", true },
                { "GetInstance", has_intrinsics },
                { "EnumerateInstances", has_intrinsics },
                { "CreateInstance", has_intrinsics },
                { "ModifyInstance", has_intrinsics },
                { "DeleteInstance", has_intrinsics },
                { "AssociatorInstances", class->is_association },
                { "ReferenceInstances", class->is_association },
                { "EnableIndications", class->is_indication },
                { "DisableIndications", class->is_indication },
                { "Subscribe", class->is_indication },
                { "Unsubscribe", class->is_indication },
                { "Invoke", false }, /* methods are called through their own declarations */
        };

        if (class->is_association)
                write_dispatchers(buffer, generator, class);
        buffer_printf(buffer, "static MI_CONST MI_ProviderFT %s_funcs =\n{\n", class->name);
        for (size_t i = 0; i < ARRAY_SIZE(slots); i++) {
                if (slots[i].is_there)
                        buffer_printf(buffer, "  (MI_ProviderFT_%s)%s_%s,\n", slots[i].name, class->name,
                                      slots[i].name);
                else
                        buffer_printf(buffer, "  (MI_ProviderFT_%s)NULL,\n", slots[i].name);
        }
        buffer_append_string(buffer, "};\n\n");
}
