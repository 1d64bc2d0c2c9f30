#pragma once

/*
 * Filters: an MI_Filter over a Query
 *
 * What a provider is handed with an enumeration or a subscription. MI_Filter_Evaluate() is query_matches(), and
 * MI_Filter_GetExpression() gives language and text back as they came. The filter borrows the query; it needs no release.
 */

#include "query/query.h"

void query_filter_init(MI_Filter *filter, const Query *query);

/* The query behind a filter, or NULL when the filter is not one of ours. */
const Query *query_of_filter(const MI_Filter *filter);
