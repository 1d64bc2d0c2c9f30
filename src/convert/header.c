/* <Class>.h: the class as C structs, its accessors, its methods and the provider's functions */

#include "convert/accessors.h"

#include <string.h>

#include "convert/names.h"
#include "mof/schema.h"

static void write_title(Buffer *buffer, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;
        const char *rule = "**==============================================================================\n";

        buffer_printf(buffer, "/*\n%s**\n** %s [%s]\n**\n** Keys:\n", rule, class->name, class->name);
        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                if (decl->properties[i]->flags & MI_FLAG_KEY)
                        buffer_printf(buffer, "**    %s\n", decl->properties[i]->name);
        buffer_printf(buffer, "**\n%s*/\n\n", rule);
}

/* "/ * A properties * /" stands before the properties that A declares first, for each ancestor, also when it has none. */
static MI_Uint32 write_property_group(Buffer *buffer, const Generator *generator, const PlanClass *class,
                                      const PlanClass *ancestor, MI_Uint32 from)
{
        const MI_ClassDecl *decl = &class->class->decl;
        MI_Uint32 to = ancestor->class->decl.numProperties;

        buffer_printf(buffer, "    /* %s properties */\n", ancestor->name);
        for (MI_Uint32 i = from; i < to && i < decl->numProperties; i++) {
                Member member = member_of_property(generator, class, i);

                buffer_append_string(buffer, decl->properties[i]->flags & MI_FLAG_KEY ? "    /*KEY*/ " : "    ");
                write_field(buffer, &member);
                buffer_append_char(buffer, '\n');
        }
        return to;
}

static MI_Uint32 write_properties(Buffer *buffer, const Generator *generator, const PlanClass *class,
                                  const PlanClass *ancestor)
{
        MI_Uint32 from = 0;

        if (ancestor->super)
                from = write_properties(buffer, generator, class, ancestor->super);
        return write_property_group(buffer, generator, class, ancestor, from);
}

static void write_struct(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        buffer_printf(buffer, "%sstruct _%s", class->is_cyclic ? "" : "typedef ", class->name);
        if (class->super)
                buffer_printf(buffer, " /* extends %s */", class->super->name);
        buffer_append_string(buffer, "\n{\n    MI_Instance __instance;\n");
        write_properties(buffer, generator, class, class);
        if (class->is_cyclic)
                buffer_append_string(buffer, "};\n\n");
        else
                buffer_printf(buffer, "}\n%s;\n\n", class->name);
}

static void write_helper_struct(Buffer *buffer, const char *class, const char *suffix, const char *first,
                                const char *rest)
{
        buffer_printf(buffer, "typedef struct _%s_%s\n{\n    %s\n%s}\n%s_%s;\n\n", class, suffix, first, rest, class,
                      suffix);
}

static void write_helper_structs(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        static const char presence[] = "    MI_Boolean exists;\n    MI_Uint8 flags;\n";
        static const char size[] = "    MI_Uint32 size;\n";
        const char *name = class->name;
        Arena *arena = generator->arena;
        const struct {
                const char *suffix, *first, *rest;
        } helpers[] = {
                { "Ref", arena_printf(arena, "%s* value;", name), presence },
                { "ConstRef", arena_printf(arena, "MI_CONST %s* value;", name), presence },
                { "Array", arena_printf(arena, "struct _%s** data;", name), size },
                { "ConstArray", arena_printf(arena, "struct _%s MI_CONST* MI_CONST* data;", name), size },
                { "ArrayRef", arena_printf(arena, "%s_Array value;", name), presence },
                { "ConstArrayRef", arena_printf(arena, "%s_ConstArray value;", name), presence },
        };

        for (size_t i = 0; i < ARRAY_SIZE(helpers); i++) {
                if (!helpers[i].first) {
                        buffer->failed = true;
                        return;
                }
                write_helper_struct(buffer, name, helpers[i].suffix, helpers[i].first, helpers[i].rest);
        }
}

/* Construct, Clone, IsA, Destruct, Delete, Post of a class */
static void write_lifecycle(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        const char *c = class->name;

        buffer_printf(buffer,
                      "MI_EXTERN_C MI_CONST MI_ClassDecl %s_rtti;\n\n"
                      "MI_INLINE MI_Result MI_CALL %s_Construct(\n    %s%s* self,\n    %sMI_Context* context)\n"
                      "{\n"
                      "    return MI_Context_ConstructInstance(context, &%s_rtti,\n"
                      "        (MI_Instance*)&self->__instance);\n"
                      "}\n\n",
                      c, c, sal(generator, "_Out_ "), c, sal(generator, "_In_ "), c);
        buffer_printf(buffer,
                      "MI_INLINE MI_Result MI_CALL %s_Clone(\n    %sconst %s* self,\n    %s%s** newInstance)\n"
                      "{\n"
                      "    return MI_Instance_Clone(\n"
                      "        &self->__instance, (MI_Instance**)newInstance);\n"
                      "}\n\n",
                      c, sal(generator, "_In_ "), c, sal(generator, "_Outptr_ "), c);
        buffer_printf(buffer,
                      "MI_INLINE MI_Boolean MI_CALL %s_IsA(\n    %sconst MI_Instance* self)\n"
                      "{\n"
                      "    MI_Boolean res = MI_FALSE;\n"
                      "    return MI_Instance_IsA(self, &%s_rtti, &res) == MI_RESULT_OK && res;\n"
                      "}\n\n",
                      c, sal(generator, "_In_ "), c);
        buffer_printf(buffer,
                      "MI_INLINE MI_Result MI_CALL %s_Destruct(%s%s* self)\n"
                      "{\n"
                      "    return MI_Instance_Destruct(&self->__instance);\n"
                      "}\n\n"
                      "MI_INLINE MI_Result MI_CALL %s_Delete(%s%s* self)\n"
                      "{\n"
                      "    return MI_Instance_Delete(&self->__instance);\n"
                      "}\n\n",
                      c, sal(generator, "_Inout_ "), c, c, sal(generator, "_Inout_ "), c);
        buffer_printf(buffer, "MI_INLINE MI_Result MI_CALL %s_Post(\n    %sconst %s* self,\n    %sMI_Context* context",
                      c, sal(generator, "_In_ "), c, sal(generator, "_In_ "));
        if (class->is_indication)
                buffer_printf(buffer,
                              ",\n    %sMI_Uint32 subscriptionIDCount,\n    %sconst MI_Char* bookmark)\n"
                              "{\n"
                              "    return MI_Context_PostIndication(context, &self->__instance,\n"
                              "        subscriptionIDCount, bookmark);\n"
                              "}\n\n",
                              sal(generator, "_In_ "), sal(generator, "_In_z_ "));
        else
                buffer_append_string(buffer, ")\n"
                                             "{\n"
                                             "    return MI_Context_PostInstance(context, &self->__instance);\n"
                                             "}\n\n");
}

static bool is_stream(const MI_ParameterDecl *parameter)
{
        return parameter->flags & MI_FLAG_STREAM || parameter->offset == MOF_NO_OFFSET;
}

static void write_method_struct(Buffer *buffer, const Generator *generator, const char *owner,
                                const MI_MethodDecl *method)
{
        buffer_printf(buffer, "typedef struct _%s\n{\n    MI_Instance __instance;\n", owner);
        for (MI_Uint32 i = 0; i < method->numParameters; i++) {
                const MI_ParameterDecl *parameter = method->parameters[i];
                Member member = member_of_parameter(generator, owner, method, i);
                MI_Uint32 direction = parameter->flags & (MI_FLAG_IN | MI_FLAG_OUT);

                if (is_stream(parameter))
                        continue;
                if (direction == (MI_FLAG_IN | MI_FLAG_OUT))
                        buffer_append_string(buffer, "    /*IN-OUT*/ ");
                else if (direction == MI_FLAG_IN)
                        buffer_append_string(buffer, "    /*IN*/ ");
                else if (direction == MI_FLAG_OUT)
                        buffer_append_string(buffer, "    /*OUT*/ ");
                /* A parameter that is neither has no comment, nor an indentation. */
                write_field(buffer, &member);
                buffer_append_char(buffer, '\n');
        }
        buffer_printf(buffer, "}\n%s;\n\n", owner);
}

static void write_method_lifecycle(Buffer *buffer, const Generator *generator, const char *m)
{
        buffer_printf(buffer,
                      "MI_EXTERN_C MI_CONST MI_MethodDecl %s_rtti;\n\n"
                      "MI_INLINE MI_Result MI_CALL %s_Construct(\n    %s%s* self,\n    %sMI_Context* context)\n"
                      "{\n"
                      "    return MI_Context_ConstructParameters(context, &%s_rtti,\n"
                      "        (MI_Instance*)&self->__instance);\n"
                      "}\n\n",
                      m, m, sal(generator, "_Out_ "), m, sal(generator, "_In_ "), m);
        buffer_printf(buffer,
                      "MI_INLINE MI_Result MI_CALL %s_Clone(\n    %sconst %s* self,\n    %s%s** newInstance)\n"
                      "{\n"
                      "    return MI_Instance_Clone(\n"
                      "        &self->__instance, (MI_Instance**)newInstance);\n"
                      "}\n\n",
                      m, sal(generator, "_In_ "), m, sal(generator, "_Outptr_ "), m);
        buffer_printf(buffer,
                      "MI_INLINE MI_Result MI_CALL %s_Destruct(\n    %s%s* self)\n"
                      "{\n"
                      "    return MI_Instance_Destruct(&self->__instance);\n"
                      "}\n\n"
                      "MI_INLINE MI_Result MI_CALL %s_Delete(\n    %s%s* self)\n"
                      "{\n"
                      "    return MI_Instance_Delete(&self->__instance);\n"
                      "}\n\n",
                      m, sal(generator, "_Inout_ "), m, m, sal(generator, "_Inout_ "), m);
        buffer_printf(buffer,
                      "MI_INLINE MI_Result MI_CALL %s_Post(\n    %sconst %s* self,\n    %sMI_Context* context)\n"
                      "{\n"
                      "    return MI_Context_PostInstance(context, &self->__instance);\n"
                      "}\n\n",
                      m, sal(generator, "_In_ "), m, sal(generator, "_In_ "));
}

static void write_method(Buffer *buffer, const Generator *generator, const PlanClass *class,
                         const MI_MethodDecl *method)
{
        const char *title = arena_printf(generator->arena, "%s.%s()", class->name, method->name);
        const char *owner = arena_printf(generator->arena, "%s_%s", class->name, method->name);

        if (!title || !owner) {
                buffer->failed = true;
                return;
        }
        write_box(buffer, title);
        buffer_append_char(buffer, '\n');
        write_method_struct(buffer, generator, owner, method);
        write_method_lifecycle(buffer, generator, owner);
        for (MI_Uint32 i = 0; i < method->numParameters; i++) {
                Member member = member_of_parameter(generator, owner, method, i);

                if (!is_stream(method->parameters[i]))
                        write_accessors(buffer, generator, &member);
        }
}

static void write_prototypes(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        const char *title = arena_printf(generator->arena, "%s provider function prototypes", class->name);
        Function *functions;
        uint32_t count;

        if (!title || class_functions(generator, class, &functions, &count) < 0) {
                buffer->failed = true;
                return;
        }
        write_box(buffer, title);
        buffer_printf(buffer,
                      "\n/* The developer may optionally define this structure */\n"
                      "typedef struct _%s_Self %s_Self;\n\n",
                      class->name, class->name);
        for (uint32_t i = 0; i < count; i++) {
                buffer_printf(buffer, "MI_EXTERN_C void MI_CALL %s", functions[i].name);
                write_arguments(buffer, generator, &functions[i]);
                buffer_append_string(buffer, ";\n\n");
        }
}

static void write_includes(Buffer *buffer, const PlanClass *class)
{
        if (class->super)
                buffer_printf(buffer, "#include \"%s.h\"\n", class->super->name);
        for (uint32_t i = 0; i < class->n_uses; i++)
                if (class->uses[i] != class->super)
                        buffer_printf(buffer, "#include \"%s.h\"\n", class->uses[i]->name);
        buffer_append_char(buffer, '\n');
}

void write_header(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        const MI_ClassDecl *decl = &class->class->decl;

        write_banner(buffer);
        buffer_printf(buffer, "#ifndef _%s_h\n#define _%s_h\n\n#include <MI.h>\n", class->name, class->name);
        if (class->is_cyclic) {
                /* Whichever of the headers comes first, the others find what they need of it before they are included. */
                buffer_printf(buffer, "\ntypedef struct _%s %s;\n\n", class->name, class->name);
                write_helper_structs(buffer, generator, class);
        }
        write_includes(buffer, class);

        write_title(buffer, class);
        write_struct(buffer, generator, class);
        if (!class->is_cyclic)
                write_helper_structs(buffer, generator, class);
        write_lifecycle(buffer, generator, class);
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                Member member = member_of_property(generator, class, i);

                write_accessors(buffer, generator, &member);
        }
        for (MI_Uint32 i = 0; i < decl->numMethods; i++)
                write_method(buffer, generator, class, decl->methods[i]);
        if (class->is_target)
                write_prototypes(buffer, generator, class);
        buffer_printf(buffer, "#endif /* _%s_h */\n", class->name);
}
