/* schema.c: all declarations of a provider, as C objects */

#include "convert/rtti.h"

#include <stdlib.h>

#include "util/error.h"
#include "util/text.h"

#include <errno.h>

static void write_section(Buffer *buffer, const char *title)
{
        write_box(buffer, title);
        buffer_append_char(buffer, '\n');
}

static void write_includes(Buffer *buffer, const Generator *generator)
{
        const Plan *plan = &generator->plan;

        buffer_append_string(buffer, "#include <ctype.h>\n#include <MI.h>\n");
        for (uint32_t i = 0; i < plan->n_targets; i++)
                buffer_printf(buffer, "#include \"%s.h\"\n", plan->targets[i]->name);
        for (uint32_t i = 0; i < plan->n_extras; i++)
                if (!plan->extras[i]->is_target)
                        buffer_printf(buffer, "#include \"%s.h\"\n", plan->extras[i]->name);
        buffer_append_char(buffer, '\n');
}

/* Roles compare without case; the dispatchers' server must name them. */
static void write_match(Buffer *buffer)
{
        write_section(buffer, "_Match()");
        buffer_append_string(buffer, "static MI_Boolean _Match(const MI_Char* p, const MI_Char* q)\n"
                                     "{\n"
                                     "    if (!p || !q)\n"
                                     "        return MI_FALSE;\n"
                                     "\n"
                                     "    while (*p && *q)\n"
                                     "        if (toupper((MI_Uint16)*p++) - toupper((MI_Uint16)*q++))\n"
                                     "            return MI_FALSE;\n"
                                     "\n"
                                     "    return *p == '\\0' && *q == '\\0';\n"
                                     "}\n\n");
}

static int compare_qualifiers(const void *a, const void *b)
{
        return ascii_casecmp((*(MofQualifierDecl *const *)a)->decl.name, (*(MofQualifierDecl *const *)b)->decl.name);
}

static int compare_classes(const void *a, const void *b)
{
        return ascii_casecmp((*(PlanClass *const *)a)->name, (*(PlanClass *const *)b)->name);
}

/* Returns the number of declarations, or -ENOMEM. */
static int write_qualifier_decls(Buffer *buffer, Generator *generator)
{
        const MofSchema *schema = generator->schema;
        MofQualifierDecl **sorted;

        write_section(buffer, "Qualifier declarations");
        if (generator->options->skip_qualifiers || schema->n_qualifiers == 0)
                return 0;
        sorted = arena_memdup(generator->arena, schema->qualifiers, schema->n_qualifiers * sizeof(MofQualifierDecl *));
        if (!sorted)
                return error_origin(-ENOMEM);
        qsort(sorted, schema->n_qualifiers, sizeof(MofQualifierDecl *), compare_qualifiers);

        for (uint32_t i = 0; i < schema->n_qualifiers; i++)
                write_qualifier_decl(buffer, generator, sorted[i]);
        buffer_append_string(buffer, "static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =\n{\n");
        for (uint32_t i = 0; i < schema->n_qualifiers; i++)
                buffer_printf(buffer, "    &%s_qual_decl,\n", sorted[i]->decl.name);
        buffer_append_string(buffer, "};\n\n");
        return (int)schema->n_qualifiers;
}

static int write_schema_decl(Buffer *buffer, const Generator *generator, int n_qualifiers)
{
        const Plan *plan = &generator->plan;
        PlanClass **sorted = arena_memdup(generator->arena, plan->order, plan->n_order * sizeof(PlanClass *));

        if (!sorted)
                return error_origin(-ENOMEM);
        qsort(sorted, plan->n_order, sizeof(PlanClass *), compare_classes);

        write_section(buffer, "Schema");
        buffer_append_string(buffer, "static MI_ClassDecl MI_CONST* MI_CONST classes[] =\n{\n");
        for (uint32_t i = 0; i < plan->n_order; i++)
                buffer_printf(buffer, "    &%s_rtti,\n", sorted[i]->name);
        buffer_append_string(buffer, "};\n\nMI_SchemaDecl schemaDecl =\n{\n");
        if (n_qualifiers)
                buffer_append_string(buffer, "    qualifierDecls, /* qualifierDecls */\n"
                                             "    MI_COUNT(qualifierDecls), /* numQualifierDecls */\n");
        else
                buffer_append_string(buffer, "    NULL, /* qualifierDecls */\n"
                                             "    0, /* numQualifierDecls */\n");
        buffer_append_string(buffer, "    classes, /* classDecls */\n"
                                     "    MI_COUNT(classes), /* classDecls */\n"
                                     "};\n\n");
        return 0;
}

static void write_server_methods(Buffer *buffer, const Generator *generator)
{
        write_section(buffer, "MI_Server Methods");
        buffer_printf(buffer,
                      "MI_Result MI_CALL MI_Server_GetVersion(\n"
                      "    %sMI_Uint32* version){\n"
                      "    return __mi_server->serverFT->GetVersion(version);\n"
                      "}\n"
                      "\n"
                      "MI_Result MI_CALL MI_Server_GetSystemName(\n"
                      "    %sconst MI_Char** systemName)\n"
                      "{\n"
                      "    return __mi_server->serverFT->GetSystemName(systemName);\n"
                      "}\n"
                      "\n",
                      sal(generator, "_Out_ "), sal(generator, "_Outptr_result_maybenull_z_ "));
}

int write_schema(Buffer *buffer, Generator *generator)
{
        const Plan *plan = &generator->plan;
        bool has_associations = false;
        int n_qualifiers, r;

        for (uint32_t i = 0; i < plan->n_targets; i++)
                has_associations = has_associations || plan->targets[i]->is_association;

        write_banner(buffer);
        write_includes(buffer, generator);
        write_section(buffer, "Schema Declaration");
        buffer_append_string(buffer, "MI_EXTERN_C MI_SchemaDecl schemaDecl;\n\n");
        if (has_associations)
                write_match(buffer);
        n_qualifiers = write_qualifier_decls(buffer, generator);
        if (n_qualifiers < 0)
                return n_qualifiers;

        for (uint32_t i = 0; i < plan->n_order; i++) {
                const PlanClass *class = plan->order[i];

                write_section(buffer, class->name);
                write_properties_rtti(buffer, generator, class);
                write_methods_rtti(buffer, generator, class);
                if (class->is_target)
                        write_functions_rtti(buffer, generator, class);
                write_class_rtti(buffer, generator, class);
        }

        write_section(buffer, "__mi_server");
        buffer_append_string(buffer, "MI_Server* __mi_server;\n");
        r = write_schema_decl(buffer, generator, n_qualifiers);
        if (r)
                return r;
        write_server_methods(buffer, generator);
        return 0;
}
