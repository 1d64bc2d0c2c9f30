/*
 * Plans of queries: a select goes to the hosts of its class, the others are answered otherwise
 */

#include <errno.h>
#include <string.h>

#include "client/plan.h"
#include "client/session.h"
#include "model/decl.h"
#include "model/instance.h"
#include "query/query.h"

static int plan_select(Job *job, Request *request, const Query *query)
{
        const RepositoryClass *class;
        const MI_ClassDecl *decl;
        QueryError error;
        bool is_indication;
        int r;

        if (plan_class(job, query->class_name, &class) < 0 ||
            catalog_decl(job->catalog, class, &decl, &job->failure) < 0)
                return -1;
        r = query_validate(query, decl, &error);
        if (r > 0)
                return failure_set(&job->failure, error.result, "%s:%s: %s", job->name_space, class->name,
                                   error.message);
        if (r < 0)
                return failure_set_errno(&job->failure, r, "cannot check the query");

        is_indication = class->flags & MI_FLAG_INDICATION;
        if (is_indication != job->is_subscription)
                return failure_set(&job->failure, MI_RESULT_INVALID_QUERY,
                                   is_indication ? "%s:%s is a class of events: subscribe to it"
                                                 : "%s:%s has instances, not events: query it",
                                   job->name_space, class->name);
        if (class->is_builtin)
                return plan_builtin_query(job, class, query);
        return plan_deep(job, request, class);
}

static int plan_associated(Job *job, Request *request, const Query *query)
{
        const QueryAssociation *association = &query->association;

        if (job->is_subscription)
                return failure_set(&job->failure, MI_RESULT_INVALID_QUERY,
                                   "a subscription is to events: select * from the class of an event");
        if (!association->instance || association->class_defs_only || association->schema_only ||
            association->required_qualifier || association->required_assoc_qualifier)
                return failure_set(
                        &job->failure, MI_RESULT_NOT_SUPPORTED,
                        "associators and references of classes, and conditions on qualifiers, are not offered: "
                        "name an instance, {Class.Key=\"value\"}");
        request->verb = query->kind == QUERY_ASSOCIATORS ? REQUEST_ASSOCIATORS : REQUEST_REFERENCES;
        request->association_class = association->assoc_class;
        request->result_class = association->result_class;
        request->role = association->role;
        request->result_role = association->result_role;
        request->query = request->query_language = NULL;
        if (association->keys_only)
                request->flags |= REQUEST_KEYS_ONLY;
        if (query->kind == QUERY_REFERENCES && request->result_class) {
                request->association_class = request->result_class;
                request->result_class = NULL;
        }
        return plan_association(job, request, association->instance);
}

int plan_query(Job *job, Request *request, const MI_Char *language, const MI_Char *text)
{
        _cleanup_(query_freep) Query *query = NULL;
        QueryError error;
        int r;

        if (!text || !text[0])
                return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER, "a query has to be given");
        r = query_parse(&query, language, text, &error);
        if (r > 0)
                return failure_set(&job->failure, error.result, "%s", error.message);
        if (r < 0)
                return failure_set_errno(&job->failure, r, "cannot read the query");
        request->query_language = query_language(query);
        request->query = text;

        switch (query->kind) {
        case QUERY_SELECT:
                return plan_select(job, request, query);
        case QUERY_ASSOCIATORS:
        case QUERY_REFERENCES:
                return plan_associated(job, request, query);
        default:
                if (job->is_subscription)
                        return failure_set(&job->failure, MI_RESULT_INVALID_QUERY,
                                           "meta_class has no events: query it");
                return plan_meta_class(job, steal(&query));
        }
}
