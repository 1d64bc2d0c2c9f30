#include "query/filter.h"

#include "model/filter.h"

static MI_Result filter_evaluate(void *context, const MI_Instance *instance, bool *resultp)
{
        *resultp = query_matches(context, instance, NULL);
        return MI_RESULT_OK;
}

static const FilterMethods query_filter_methods = { .evaluate = filter_evaluate };

void query_filter_init(MI_Filter *filter, const Query *query)
{
        /* The query is not changed; only the context's type has no const. */
        filter_init(filter, &query_filter_methods, (void *)(uintptr_t)query, query_language(query), query->text);
}

const Query *query_of_filter(const MI_Filter *filter)
{
        return filter ? filter_context(filter) : NULL;
}
