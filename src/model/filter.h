#pragma once

/*
 * The shell of MI_Filter; src/query fills it.
 */

#include <stdbool.h>

#include <MI.h>

typedef struct FilterMethods {
        MI_Result (*evaluate)(void *context, const MI_Instance *instance, bool *resultp);
} FilterMethods;

/* The methods, the expression and the context must outlive the filter. */
typedef struct FilterExpression {
        const char *language;
        const char *text;
} FilterExpression;

void filter_init(MI_Filter *filter, const FilterMethods *methods, void *context, const FilterExpression *expression);
/* The context of a filter made by filter_init() with these methods, NULL for any other. */
void *filter_context(const MI_Filter *filter, const FilterMethods *methods);

/* For MI_Server.filterFT */
const MI_FilterFT *filter_ft_get(void);
