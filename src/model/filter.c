#include <string.h>

#include "model/filter.h"
#include "util/macro.h"
#include "util/text.h"

/*
 * reserved: methods, context, text of the expression. There is no room for the language, so each language has a table of its own.
 */

static MI_Result evaluate(const MI_Filter *self, const MI_Instance *instance, MI_Boolean *result)
{
        const FilterMethods *methods;
        bool matches = false;
        MI_Result r;

        if (!self || !instance || !result)
                return MI_RESULT_INVALID_PARAMETER;
        methods = (const FilterMethods *)self->reserved[0];
        r = methods->evaluate((void *)self->reserved[1], instance, &matches);
        if (r == MI_RESULT_OK)
                *result = matches;
        return r;
}

static MI_Result get_expression(const MI_Filter *self, const MI_Char **language, const MI_Char **text);

static const struct FilterTable {
        MI_FilterFT ft;
        const char *language;
} tables[] = {
        { { evaluate, get_expression }, "" },
        { { evaluate, get_expression }, "WQL" },
        { { evaluate, get_expression }, "CQL" },
        { { evaluate, get_expression }, "selectorFilter" },
};

static const struct FilterTable *table_of(const MI_Filter *filter)
{
        for (size_t i = 0; i < ARRAY_SIZE(tables); i++) {
                if (filter->ft == &tables[i].ft)
                        return &tables[i];
        }
        return NULL;
}

static MI_Result get_expression(const MI_Filter *self, const MI_Char **language, const MI_Char **text)
{
        if (!self || !language || !text || !table_of(self))
                return MI_RESULT_INVALID_PARAMETER;
        *language = table_of(self)->language;
        *text = (const MI_Char *)self->reserved[2];
        return MI_RESULT_OK;
}

void filter_init(MI_Filter *filter, const FilterMethods *methods, void *context, const char *language,
                 const char *expression)
{
        memset(filter, 0, sizeof(*filter));
        filter->ft = &tables[0].ft;
        for (size_t i = 1; i < ARRAY_SIZE(tables); i++) {
                if (language && ascii_equal(language, tables[i].language))
                        filter->ft = &tables[i].ft;
        }
        filter->reserved[0] = (ptrdiff_t)methods;
        filter->reserved[1] = (ptrdiff_t)context;
        filter->reserved[2] = (ptrdiff_t)expression;
}

void *filter_context(const MI_Filter *filter)
{
        return filter && table_of(filter) ? (void *)filter->reserved[1] : NULL;
}

const MI_FilterFT *filter_ft_get(void)
{
        return &tables[0].ft;
}
