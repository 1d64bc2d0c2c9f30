#include <stdlib.h>
#include <string.h>

#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/decl.h"
#include "model/instance.h"
#include "query/filter.h"
#include "util/text.h"

/*
 * Enumerations and queries
 *
 * One call for the class and, when it is deep, one for each class of the same library that derives from it. Each posts instances of
 * exactly its class. A query's condition is evaluated here on every instance, whether the provider looks at the filter or not; a query
 * that names all keys becomes a get.
 */

static void enumerate_next(Operation *operation);

/* ---------------------------------------------------------------- the calls */

void enumerate_call(Operation *operation, Provider *provider, bool keys_only, const MI_Filter *filter)
{
        Context *context;

        context = operation_call_begin(operation, provider, "EnumerateInstances");
        if (!context)
                return;
        provider->decl->providerFT->EnumerateInstances(provider->self, &context->base, operation->request.name_space,
                                                       provider->decl->name, verb_property_set(operation),
                                                       keys_only ? MI_TRUE : MI_FALSE, filter);
        operation_call_end(operation, context);
}

static Verdict enumerate_accept(Operation *operation, const MI_Instance *instance)
{
        Verdict verdict = verb_check_instance(operation, instance, operation->provider->decl);

        if (verdict == VERDICT_SEND && operation->query && !query_matches(operation->query, instance, NULL))
                return VERDICT_DROP;
        return verdict;
}

static void enumerate_final(Operation *operation, Problem *problem)
{
        /* Of several classes, one that cannot be enumerated does not spoil the others. */
        if (problem->result == MI_RESULT_NOT_SUPPORTED && operation->n_targets > 1)
                problem_clear(problem);
        if (problem->result == MI_RESULT_OK && operation->next_target < operation->n_targets)
                operation->next = enumerate_next;
        else
                operation_finish(operation, problem);
}

/* A condition reads properties that the provider might leave out of key-only instances. */
static bool wants_keys_only(const Operation *operation)
{
        return (operation->request.flags & REQUEST_KEYS_ONLY) && !operation->query;
}

static void enumerate_next(Operation *operation)
{
        Provider *provider = operation->targets[operation->next_target++];
        bool takes_filter = provider->module->mi->flags & MI_MODULE_FLAG_FILTER_SUPPORT;

        operation->provider = provider;
        operation->accept = enumerate_accept;
        operation->final = enumerate_final;
        enumerate_call(operation, provider, wants_keys_only(operation),
                       operation->query && takes_filter ? &operation->filter : NULL);
}

/* ---------------------------------------------------------------- which classes */

static bool is_enumerable(const Provider *provider)
{
        return provider->decl->providerFT && provider->decl->providerFT->EnumerateInstances &&
               !decl_is_abstract(provider->decl) && !decl_is_indication(provider->decl);
}

/* The class, and those that derive from it. False: the operation was ended. */
static bool enumerate_targets(Operation *operation, Provider *provider)
{
        Module *module = provider->module;
        bool is_deep = operation->request.flags & REQUEST_DEEP;

        operation->targets =
                arena_alloc(&operation->request.arena, (module->n_providers + 1) * sizeof(*operation->targets));
        if (!operation->targets) {
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
                return false;
        }
        if (is_enumerable(provider))
                operation->targets[operation->n_targets++] = provider;
        for (size_t i = 0; is_deep && i < module->n_providers; i++) {
                Provider *other = &module->providers[i];

                if (other != provider && is_enumerable(other) && provider_is_a(other, provider->decl))
                        operation->targets[operation->n_targets++] = other;
        }
        if (operation->n_targets > 0)
                return true;
        if (is_deep || decl_is_abstract(provider->decl))
                operation_finish(operation, &(Problem)PROBLEM_NONE); /* it may well have no instances */
        else
                verb_not_supported(operation, provider, "enumeration");
        return false;
}

void enumerate_start(Operation *operation)
{
        Provider *provider;

        if (!verb_find_provider(operation, operation->request.class_name, &provider))
                return;
        if (!enumerate_targets(operation, provider))
                return;
        operation->is_streaming = true;
        if (operation->request.flags & REQUEST_BASE_PROPERTIES)
                operation->selection.base = provider->decl;
        enumerate_next(operation);
}

/* ---------------------------------------------------------------- queries */

static bool query_compile(Operation *operation)
{
        const Request *request = &operation->request;
        QueryError error = { 0 };
        int r;

        if (!request->query) {
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER, "a query without text");
                return false;
        }
        r = query_parse(&operation->query, request->query_language, request->query, &error);
        if (r == 0)
                return true;
        if (r > 0)
                operation_fail(operation, error.result, "%s", error.message);
        else
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
        return false;
}

/* The provider of the class that the query is to be asked of: FROM, or a class that derives from it and that the client named. */
static bool query_provider(Operation *operation, Provider **providerp)
{
        const Query *query = operation->query;
        const char *class_name = operation->request.class_name;
        QueryError error = { 0 };

        if (query->kind != QUERY_SELECT) {
                operation_fail(operation, MI_RESULT_INVALID_QUERY, "a host answers select queries only");
                return false;
        }
        if (!class_name || !class_name[0])
                class_name = query->class_name;
        if (!verb_find_provider(operation, class_name, providerp))
                return false;
        if (!decl_is_a_name((*providerp)->decl, query->class_name)) {
                operation_fail(operation, MI_RESULT_INVALID_QUERY, "the query is on %s, not on %s", query->class_name,
                               class_name);
                return false;
        }
        if (query_validate(query, (*providerp)->decl, &error) > 0) {
                operation_fail(operation, error.result, "%s", error.message);
                return false;
        }
        return true;
}

static void query_enumerate(Operation *operation)
{
        operation->is_streaming = true;
        enumerate_next(operation);
}

/*
 * A static instance with the keys that the query names, if it names all of them; *never: no instance can have them. *exact: they are no
 * strings, which a query compares without case.
 */
static MI_Instance *query_keys(Operation *operation, const MI_ClassDecl *decl, bool *neverp, bool *exactp)
{
        MI_Instance *keys;

        *neverp = false;
        *exactp = true;
        keys = arena_zalloc(&operation->request.arena, decl->size);
        if (!keys || instance_construct(keys, decl))
                return NULL;

        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];
                const QueryLiteral *literal;
                MI_Value value;

                if (!(property->flags & MI_FLAG_KEY))
                        continue;
                literal = query_key_term(operation->query, property->name);
                if (!literal || property->type > MI_STRING || property->type == MI_DATETIME)
                        return NULL;
                if (query_literal_value(literal, (MI_Type)property->type, &value)) {
                        *neverp = true;
                        return NULL;
                }
                if (property->type == MI_STRING)
                        *exactp = false;
                if (MI_Instance_SetElementAt(keys, i, &value, (MI_Type)property->type, MI_FLAG_BORROW) != MI_RESULT_OK)
                        return NULL;
        }
        return keys;
}

/* The select list is what the client gets; the property set, when there is one too, narrows it down. */
static void query_select(Operation *operation)
{
        const Query *query = operation->query;

        if (query->selects_all || operation->selection.names)
                return;
        operation->selection.names = query->select;
        operation->selection.count = (uint32_t)query->n_select;
        operation->selection.with_keys = true;
}

void query_start(Operation *operation)
{
        bool never, exact;
        Provider *provider;
        MI_Instance *keys;

        if (!query_compile(operation) || !query_provider(operation, &provider) ||
            !enumerate_targets(operation, provider))
                return;
        query_filter_init(&operation->filter, operation->query);
        query_select(operation);
        if (operation->request.flags & REQUEST_BASE_PROPERTIES)
                operation->selection.base = provider->decl;

        if (operation->n_targets == 1 && operation->targets[0] == provider && provider->decl->providerFT->GetInstance &&
            decl_has_keys(provider->decl)) {
                keys = query_keys(operation, provider->decl, &never, &exact);
                if (never) {
                        operation_finish(operation, &(Problem)PROBLEM_NONE);
                        return;
                }
                if (keys) {
                        operation->provider = provider;
                        operation->retry = exact ? NULL : query_enumerate;
                        get_by_keys(operation, keys);
                        return;
                }
        }
        query_enumerate(operation);
}
