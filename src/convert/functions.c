/* The functions that a provider's author writes: their names and parameters, once for headers, stubs and schema.c */

#include "convert/generate.h"

#include <errno.h>

#include "util/error.h"

static const Argument argument_context = { "_In_", "MI_Context*", "context" };
static const Argument argument_namespace = { "_In_opt_z_", "const MI_Char*", "nameSpace" };
static const Argument argument_class = { "_In_opt_z_", "const MI_Char*", "className" };
static const Argument argument_method = { "_In_opt_z_", "const MI_Char*", "methodName" };
static const Argument argument_properties = { "_In_opt_", "const MI_PropertySet*", "propertySet" };
static const Argument argument_keys_only = { "_In_", "MI_Boolean", "keysOnly" };
static const Argument argument_filter = { "_In_opt_", "const MI_Filter*", "filter" };
static const Argument argument_result_class = { "_In_z_", "const MI_Char*", "resultClass" };
static const Argument argument_bookmark = { "_In_opt_z_", "const MI_Char*", "bookmark" };
static const Argument argument_subscription = { "_In_", "MI_Uint64", "subscriptionID" };

typedef struct Maker {
        const Generator *generator;
        const PlanClass *class;
        Function *functions;
        uint32_t count;
        bool failed; /* memory was short */
} Maker;

static const char *made(Maker *maker, const char *text)
{
        if (!text)
                maker->failed = true;
        return text ? text : "";
}

static void add_argument(Function *function, const Argument *argument)
{
        function->arguments[function->n_arguments++] = *argument;
}

/* A function C_<name><suffix>(self, context, nameSpace, className: what all but Load and Unload begin with */
static Function *add_function(Maker *maker, const char *name, const char *suffix, FunctionBody body)
{
        Arena *arena = maker->generator->arena;
        Function *function = &maker->functions[maker->count++];
        const char *class = maker->class->name;

        *function = (Function){
                .name = made(maker, arena_printf(arena, "%s_%s%s", class, name, suffix)),
                .body = body,
                .context = "context",
        };
        add_argument(function, &(Argument){ "_In_opt_", made(maker, arena_printf(arena, "%s_Self*", class)), "self" });
        if (body == BODY_ENABLE || body == BODY_DISABLE) {
                function->context = "indicationsContext";
                add_argument(function, &(Argument){ "_In_", "MI_Context*", "indicationsContext" });
        } else {
                add_argument(function, &argument_context);
        }
        if (body != BODY_UNLOAD) {
                add_argument(function, &argument_namespace);
                add_argument(function, &argument_class);
        }
        return function;
}

static void add_instance(Maker *maker, Function *function, const char *class, const char *name)
{
        Argument argument = { "_In_", made(maker, arena_printf(maker->generator->arena, "const %s*", class)), name };

        add_argument(function, &argument);
}

static void add_load(Maker *maker)
{
        Arena *arena = maker->generator->arena;
        Function *function = &maker->functions[maker->count++];
        const char *class = maker->class->name;

        *function = (Function){
                .name = made(maker, arena_printf(arena, "%s_Load", class)),
                .body = BODY_LOAD,
                .context = "context",
        };
        add_argument(function, &(Argument){ "_Outptr_result_maybenull_",
                                            made(maker, arena_printf(arena, "%s_Self**", class)), "self" });
        add_argument(function, &(Argument){ "_In_opt_", "MI_Module_Self*", "selfModule" });
        add_argument(function, &argument_context);

        add_function(maker, "Unload", "", BODY_UNLOAD);
}

static void add_intrinsics(Maker *maker)
{
        const char *class = maker->class->name;
        Function *function;

        function = add_function(maker, "EnumerateInstances", "", BODY_NOT_SUPPORTED);
        add_argument(function, &argument_properties);
        add_argument(function, &argument_keys_only);
        add_argument(function, &argument_filter);

        function = add_function(maker, "GetInstance", "", BODY_NOT_SUPPORTED);
        add_instance(maker, function, class, "instanceName");
        add_argument(function, &argument_properties);

        function = add_function(maker, "CreateInstance", "", BODY_NOT_SUPPORTED);
        add_instance(maker, function, class, "newInstance");

        function = add_function(maker, "ModifyInstance", "", BODY_NOT_SUPPORTED);
        add_instance(maker, function, class, "modifiedInstance");
        add_argument(function, &argument_properties);

        function = add_function(maker, "DeleteInstance", "", BODY_NOT_SUPPORTED);
        add_instance(maker, function, class, "instanceName");
}

static void add_associations(Maker *maker)
{
        const MI_ClassDecl *decl = &maker->class->class->decl;

        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];
                Function *function;

                if (property->type != MI_REFERENCE)
                        continue;
                function = add_function(maker, "AssociatorInstances", property->name, BODY_NOT_SUPPORTED);
                add_instance(maker, function, class_spelling(maker->generator, property->className), "instanceName");
                add_argument(function, &argument_result_class);
                add_argument(function, &argument_properties);
                add_argument(function, &argument_keys_only);
                add_argument(function, &argument_filter);
        }
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];
                Function *function;

                if (property->type != MI_REFERENCE)
                        continue;
                function = add_function(maker, "ReferenceInstances", property->name, BODY_NOT_SUPPORTED);
                add_instance(maker, function, class_spelling(maker->generator, property->className), "instanceName");
                add_argument(function, &argument_properties);
                add_argument(function, &argument_keys_only);
                add_argument(function, &argument_filter);
        }
}

static void add_indications(Maker *maker)
{
        Function *function;

        add_function(maker, "EnableIndications", "", BODY_ENABLE);
        add_function(maker, "DisableIndications", "", BODY_DISABLE);

        function = add_function(maker, "Subscribe", "", BODY_NOT_SUPPORTED);
        add_argument(function, &argument_filter);
        add_argument(function, &argument_bookmark);
        add_argument(function, &argument_subscription);
        add_argument(function, &(Argument){ "_Outptr_result_maybenull_", "void**", "subscriptionSelf" });

        function = add_function(maker, "Unsubscribe", "", BODY_NOT_SUPPORTED);
        add_argument(function, &argument_subscription);
        add_argument(function, &(Argument){ "_In_opt_", "void*", "subscriptionSelf" });
}

static void add_methods(Maker *maker)
{
        const MI_ClassDecl *decl = &maker->class->class->decl;
        Arena *arena = maker->generator->arena;

        for (MI_Uint32 i = 0; i < decl->numMethods; i++) {
                const char *name = decl->methods[i]->name;
                Function *function = add_function(maker, "Invoke_", name, BODY_NOT_SUPPORTED);
                Argument in = { "_In_opt_", made(maker, arena_printf(arena, "const %s_%s*", maker->class->name, name)),
                                "in" };

                add_argument(function, &argument_method);
                add_instance(maker, function, maker->class->name, "instanceName");
                add_argument(function, &in);
        }
}

int class_functions(const Generator *generator, const PlanClass *class, Function **functionsp, uint32_t *countp)
{
        const MI_ClassDecl *decl = &class->class->decl;
        /* Load, Unload and at most five more, two for each property that is a reference, one for each method */
        size_t most = 7 + 2 * (size_t)decl->numProperties + decl->numMethods;
        Maker maker = { generator, class, NULL, 0, false };

        maker.functions = arena_zalloc(generator->arena, most * sizeof(Function));
        if (!maker.functions)
                return error_origin(-ENOMEM);

        add_load(&maker);
        if (class->is_indication)
                add_indications(&maker);
        else if (class->has_keys)
                add_intrinsics(&maker);
        if (class->is_association)
                add_associations(&maker);
        add_methods(&maker);
        if (maker.failed)
                return error_origin(-ENOMEM);

        *functionsp = maker.functions;
        *countp = maker.count;
        return 0;
}
