/*
 * Sources: results that this process has itself, classes and the instances of built-in classes
 */

#include <errno.h>
#include <string.h>

#include "client/plan.h"
#include "client/session.h"
#include "model/class.h"
#include "model/instance.h"
#include "query/query.h"
#include "registry/builtin.h"

static int make_class(Job *job, const RepositoryClass *class, MI_Class **classp, Failure *failure)
{
        const MI_ClassDecl *decl;
        int r;

        if (catalog_decl(job->catalog, class, &decl, failure) < 0)
                return -1;
        r = class_new(classp, decl, &job->catalog->anchor, job->name_space, NULL);
        return r < 0 ? failure_set_errno(failure, r, "cannot make the class %s", class->name) : 0;
}

static int next_one(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        Source *source = &job->source;

        if (!source->at)
                return SOURCE_END;
        const RepositoryClass *class = source->at;

        source->at = NULL;
        return make_class(job, class, classp, failure);
}

/* Deep below a class: all descendants; shallow: its children. */
static int next_below(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        Source *source = &job->source;

        if (!source->has_begun)
                source->at = source->is_shallow ? source->top->first_child : repository_next(source->top, source->top);
        else if (source->at)
                source->at = source->is_shallow ? source->at->sibling : repository_next(source->top, source->at);
        source->has_begun = true;
        return source->at ? make_class(job, source->at, classp, failure) : SOURCE_END;
}

/* A whole namespace; shallow: its roots. */
static int next_in_namespace(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        Source *source = &job->source;

        if (source->has_begun && !source->at)
                return SOURCE_END;
        do
                source->at = catalog_next(job->catalog, job->name_space, source->has_begun ? source->at : NULL);
        while ((source->has_begun = true) && source->at && source->is_shallow && source->at->super);
        return source->at ? make_class(job, source->at, classp, failure) : SOURCE_END;
}

int plan_get_class(Job *job, const MI_Char *class_name)
{
        if (plan_class(job, class_name, &job->source.at) < 0)
                return -1;
        job->source.next = next_one;
        return 0;
}

int plan_namespace(Job *job)
{
        const RepositoryClass *class;

        if (catalog_has_namespace(job->catalog, job->name_space))
                return 0;
        if (plan_class(job, "*", &class) < 0 && job->failure.result == MI_RESULT_INVALID_CLASS)
                job->failure.result = MI_RESULT_OK;
        return job->failure.result == MI_RESULT_OK ? 0 : -1;
}

int plan_enumerate_classes(Job *job, const MI_Char *class_name, bool names_only)
{
        Source *source = &job->source;

        source->names_only = names_only;
        source->is_shallow = (job->flags & MI_OPERATIONFLAGS_POLYMORPHISM_DEEP_BASE_PROPS_ONLY) ==
                             MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW;
        if (class_name && class_name[0]) {
                source->next = next_below;
                return plan_class(job, class_name, &source->top);
        }
        source->next = next_in_namespace;
        return plan_namespace(job);
}

typedef struct BuiltinVisitor {
        Job *job;
        const MI_Instance *keys;
        const MI_ClassDecl *decl;
        const Query *query;
} BuiltinVisitor;

static int next_instance(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        Source *source = &job->source;

        if (source->position == source->n_instances)
                return SOURCE_END;
        *instancep = source->instances[source->position++];
        return 0;
}

static int keep_instance(void *userdata, const MI_Instance *instance)
{
        BuiltinVisitor *visitor = userdata;
        Source *source = &visitor->job->source;
        MI_Instance **grown;

        if (visitor->keys && !instance_same_keys(instance, visitor->keys, visitor->decl))
                return 0;
        if (visitor->query && !query_matches(visitor->query, instance, NULL))
                return 0;
        grown = arena_alloc(&visitor->job->arena, (source->n_instances + 1) * sizeof(*grown));
        if (!grown)
                return -ENOMEM;
        memcpy(grown, source->instances ?: grown, source->n_instances * sizeof(*grown));
        source->instances = grown;
        return instance_clone(&grown[source->n_instances], instance) < 0 ? -ENOMEM : (source->n_instances++, 0);
}

static int visit_builtin(Job *job, const RepositoryClass *class, BuiltinVisitor *visitor)
{
        int r;

        job->source.next = next_instance;
        r = builtin_enumerate(job->catalog->repository, class, keep_instance, visitor);
        return r < 0 ? failure_set_errno(&job->failure, r, "cannot make the instances of %s", class->name) : 0;
}

int plan_builtin(Job *job, const RepositoryClass *class, const MI_Instance *keys)
{
        BuiltinVisitor visitor = { .job = job, .keys = keys };

        if (catalog_decl(job->catalog, class, &visitor.decl, &job->failure) < 0 ||
            visit_builtin(job, class, &visitor) < 0)
                return -1;
        if (keys && job->source.n_instances == 0)
                return failure_set(&job->failure, MI_RESULT_NOT_FOUND, "%s:%s: no such instance", job->name_space,
                                   class->name);
        return 0;
}

int plan_builtin_query(Job *job, const RepositoryClass *class, const Query *query)
{
        BuiltinVisitor visitor = { .job = job, .query = query };

        return visit_builtin(job, class, &visitor);
}

int plan_builtin_refused(Job *job, const RepositoryClass *class)
{
        return failure_set(&job->failure, MI_RESULT_NOT_SUPPORTED,
                           "%s:%s: namespaces come and go with registrations; see register-cimprovider",
                           job->name_space, class->name);
}
