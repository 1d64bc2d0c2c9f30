/*
 * Queries on meta_class: the classes that they select, each as an instance of meta_class
 *
 * MI gives the answer of a query as instances, so a class is described by one: __CLASS (the key), __SUPERCLASS, __DYNASTY (the root of
 * its family), __DERIVATION (its ancestors, nearest first) and __NAMESPACE. GetClass gives the class itself.
 */

#include <errno.h>

#include "client/plan.h"
#include "client/session.h"
#include "model/instance.h"
#include "query/query.h"
#include "util/error.h"
#include "util/text.h"

enum {
        ANCESTORS_MAX = 64, /* shown of a class */
};

/* Of classes of the job's namespace, for ISA */
static int is_a(void *context, const char *class_name, const char *ancestor)
{
        Job *job = context;
        const RepositoryClass *class, *above;
        Failure unknown;

        if (catalog_class(job->catalog, job->name_space, class_name, &class, &unknown) < 0 ||
            catalog_class(job->catalog, job->name_space, ancestor, &above, &unknown) < 0)
                return -1;
        return repository_is_a(class, above);
}

static int add(const Query *query, MI_Instance *instance, const char *name, MI_Type type, MI_Value value, bool is_null)
{
        MI_Uint32 flags = ascii_equal(name, "__CLASS") ? MI_FLAG_KEY : 0;

        if (!query_selects(query, name))
                return 0;
        if (is_null)
                flags |= MI_FLAG_NULL;
        return MI_Instance_AddElement(instance, name, is_null ? NULL : &value, type, flags) == MI_RESULT_OK
                       ? 0
                       : error_origin(-ENOMEM);
}

static int add_string(const Query *query, MI_Instance *instance, const char *name, const char *text)
{
        return add(query, instance, name, MI_STRING, (MI_Value){ .string = (MI_Char *)text }, !text);
}

static const RepositoryClass *root_of(const RepositoryClass *class)
{
        while (class->super)
                class = class->super;
        return class;
}

static int describe(MI_Instance **instancep, const Job *job, const RepositoryClass *class)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        const Query *query = job->source.query;
        MI_Char *ancestors[ANCESTORS_MAX];
        MI_Value derivation = { .stringa = { ancestors, 0 } };
        int r;

        for (const RepositoryClass *above = class->super; above && derivation.stringa.size < ANCESTORS_MAX;
             above = above->super)
                ancestors[derivation.stringa.size++] = (MI_Char *)above->name;

        r = instance_new_dynamic(&instance, "meta_class", MI_FLAG_CLASS);
        if (!r)
                r = add_string(query, instance, "__CLASS", class->name);
        if (!r)
                r = add_string(query, instance, "__SUPERCLASS", class->super ? class->super->name : NULL);
        if (!r)
                r = add_string(query, instance, "__DYNASTY", root_of(class)->name);
        if (!r)
                r = add(query, instance, "__DERIVATION", MI_STRINGA, derivation, false);
        if (!r)
                r = add_string(query, instance, "__NAMESPACE", job->name_space);
        if (!r && MI_Instance_SetNameSpace(instance, job->name_space) != MI_RESULT_OK)
                r = -ENOMEM;
        if (r)
                return error_trace(r);
        *instancep = steal(&instance);
        return 0;
}

static int next_selected(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        const QueryHierarchy hierarchy = { .is_a = is_a, .context = job };
        Source *source = &job->source;
        int r;

        if (source->has_begun && !source->at)
                return SOURCE_END;
        for (;;) {
                const RepositoryClass *class;
                QueryClass seen;

                source->at = catalog_next(job->catalog, job->name_space, source->has_begun ? source->at : NULL);
                source->has_begun = true;
                class = source->at;
                if (!class)
                        return SOURCE_END;
                seen = (QueryClass){
                        .name = class->name,
                        .super_class = class->super ? class->super->name : NULL,
                        .dynasty = root_of(class)->name,
                        .name_space = job->name_space,
                };
                if (!query_matches_class(source->query, &seen, &hierarchy))
                        continue;
                r = describe(instancep, job, class);
                return r < 0 ? failure_set_errno(failure, r, "cannot describe the class %s", class->name) : 0;
        }
}

int plan_meta_class(Job *job, Query *query)
{
        QueryError error;
        int r;

        job->source.query = query;
        r = query_validate(query, NULL, &error);
        if (r > 0)
                return failure_set(&job->failure, error.result, "%s", error.message);
        if (r < 0)
                return failure_set_errno(&job->failure, r, "cannot check the query");
        job->source.next = next_selected;
        return plan_namespace(job);
}
