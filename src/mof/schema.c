#include "mof/schema.h"

#include "mof/parse.h"
#include "util/text.h"

MofSchema *mof_schema_free(MofSchema *schema)
{
        if (!schema)
                return NULL;
        str_map_deinit(&schema->classes_by_name);
        str_map_deinit(&schema->qualifiers_by_name);
        arena_deinit(&schema->arena);
        free(schema);
        return NULL;
}

const MofClass *mof_schema_find_class(const MofSchema *schema, const char *name)
{
        return str_map_get(&schema->classes_by_name, name);
}

const MofQualifierDecl *mof_schema_find_qualifier(const MofSchema *schema, const char *name)
{
        return str_map_get(&schema->qualifiers_by_name, name);
}

const MI_Qualifier *mof_find_qualifier(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name)
{
        for (uint32_t i = 0; i < count; i++)
                if (ascii_equal(qualifiers[i]->name, name))
                        return qualifiers[i];
        return NULL;
}

bool mof_is_true(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name)
{
        const MI_Qualifier *qualifier = mof_find_qualifier(qualifiers, count, name);

        return qualifier && qualifier->type == MI_BOOLEAN && qualifier->value && *(const MI_Boolean *)qualifier->value;
}

bool mof_class_is_a(const MofClass *class, const char *name)
{
        for (; class; class = class->super)
                if (ascii_equal(class->decl.name, name))
                        return true;
        return false;
}
