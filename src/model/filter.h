#pragma once

/*
 * The shell of MI_Filter; src/query fills it.
 */

#include <stdbool.h>

#include <MI.h>

typedef struct FilterMethods {
        MI_Result (*evaluate)(void *context, const MI_Instance *instance, bool *resultp);
} FilterMethods;

/*
 * The methods, the expression's text and the context must outlive the filter. The language is one of "WQL", "CQL" and "selectorFilter";
 * another one is reported as "".
 */
void filter_init(MI_Filter *filter, const FilterMethods *methods, void *context, const char *language,
                 const char *expression);
/* The context of a filter made by filter_init(), NULL for any other. */
void *filter_context(const MI_Filter *filter);

/* For MI_Server.filterFT */
const MI_FilterFT *filter_ft_get(void);
