#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

#include "dispatch/fetch.h"
#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/text.h"

/*
 * Associators and references
 *
 * The client names one association class and a source. For every reference property that the source fits, the provider is called with
 * that role spelled out (and with the other one, for associators): generated dispatchers do not match empty roles. A provider without
 * these functions is asked for all instances of the association, and the ends are looked up: here, or through the caller's own session
 * where another host serves them.
 */

enum {
        ASSOCIATION_ROLES = 16,       /* reference properties of a class */
        ASSOCIATION_TARGETS = 100000, /* ends found by the fallback */
};

typedef struct Pair {
        MI_Uint32 source; /* index of the property that refers to the source */
        MI_Uint32 target; /* and of the other one; associators only */
} Pair;

struct Association {
        Provider *provider; /* of the association class */
        const MI_ClassDecl *source_decl;
        Pair pairs[ASSOCIATION_ROLES * ASSOCIATION_ROLES];
        unsigned int n_pairs;
        unsigned int next_pair;

        MI_Instance **targets; /* clones: key instances of ends that are still to be fetched */
        size_t n_targets;
        size_t next_target;
        size_t capacity;
};

Association *association_free(Association *association)
{
        if (!association)
                return NULL;
        for (size_t i = 0; i < association->n_targets; i++)
                instance_delete(association->targets[i]);
        free(association->targets);
        free(association);
        return NULL;
}

static void associate_next(Operation *operation);

static bool wants_associators(const Operation *operation)
{
        return operation->request.verb == REQUEST_ASSOCIATORS;
}

static bool is_given(const char *text)
{
        return text && text[0];
}

/* ---------------------------------------------------------------- which calls */

static bool role_fits(const char *wanted, const MI_PropertyDecl *property)
{
        return !is_given(wanted) || ascii_equal(wanted, property->name);
}

/* May the source stand where the property refers to? */
static bool source_fits(const Operation *operation, const MI_PropertyDecl *property, const MI_SchemaDecl *schema)
{
        const MI_Instance *source = operation->request.instance;
        const MI_ClassDecl *wanted, *own;
        MI_Boolean is_a = MI_FALSE;

        if (!is_given(property->className) || ascii_equal(instance_class_name(source), property->className))
                return true;
        own = schema_find_class(schema, instance_class_name(source));
        if (own)
                return decl_is_a_name(own, property->className);
        wanted = schema_find_class(schema, property->className);
        return wanted && MI_Instance_IsA(source, wanted, &is_a) == MI_RESULT_OK && is_a;
}

static void association_pairs(Operation *operation, Association *association)
{
        const MI_ClassDecl *decl = association->provider->decl;
        const MI_SchemaDecl *schema = association->provider->module->mi->schemaDecl;
        const Request *request = &operation->request;
        MI_Uint32 references[ASSOCIATION_ROLES];
        unsigned int n = 0;

        for (MI_Uint32 i = 0; i < decl->numProperties && n < ASSOCIATION_ROLES; i++) {
                if (decl->properties[i]->type == MI_REFERENCE)
                        references[n++] = i;
        }
        for (unsigned int i = 0; i < n; i++) {
                const MI_PropertyDecl *property = decl->properties[references[i]];

                if (!role_fits(request->role, property) || !source_fits(operation, property, schema))
                        continue;
                if (!wants_associators(operation)) {
                        association->pairs[association->n_pairs++] = (Pair){ references[i], references[i] };
                        continue;
                }
                for (unsigned int j = 0; j < n; j++) {
                        if (j != i && role_fits(request->result_role, decl->properties[references[j]]))
                                association->pairs[association->n_pairs++] = (Pair){ references[i], references[j] };
                }
        }
}

/* The class that the provider's library knows the source by: its own, or the one that the reference names. */
static const MI_ClassDecl *association_source_decl(const Operation *operation, const Association *association)
{
        const MI_SchemaDecl *schema = association->provider->module->mi->schemaDecl;
        const MI_ClassDecl *decl = schema_find_class(schema, instance_class_name(operation->request.instance));

        if (!decl)
                decl = schema_find_class(
                        schema, association->provider->decl->properties[association->pairs[0].source]->className);
        return decl;
}

/* ---------------------------------------------------------------- what comes back */

static bool result_class_fits(const Operation *operation, const MI_Instance *instance)
{
        const char *wanted = operation->request.result_class;

        return !is_given(wanted) || ascii_equal(instance_class_name(instance), wanted) ||
               (instance->classDecl && decl_is_a_name(instance->classDecl, wanted));
}

static Verdict associate_accept(Operation *operation, const MI_Instance *instance)
{
        const MI_ClassDecl *association = operation->association->provider->decl;
        const char *missing;

        if (!wants_associators(operation)) {
                Verdict verdict = verb_check_instance(operation, instance, association);

                if (verdict != VERDICT_SEND)
                        return verdict;
        } else {
                missing = instance->classDecl ? instance_missing_key(instance, instance->classDecl) : NULL;
                if (missing)
                        return verb_blame(operation, "it posted an instance of %s without its key %s",
                                          instance_class_name(instance), missing);
        }
        atomic_fetch_add(&operation->posted, 1);
        return result_class_fits(operation, instance) ? VERDICT_SEND : VERDICT_DROP;
}

/* ---------------------------------------------------------------- without the provider's help */

static int association_remember(Association *association, const MI_Instance *end)
{
        MI_Instance *clone;

        if (association->n_targets >= ASSOCIATION_TARGETS)
                return error_origin(-ENOBUFS);
        if (association->n_targets == association->capacity) {
                size_t capacity = MAX(association->capacity * 2, (size_t)16);
                MI_Instance **targets = reallocarray(association->targets, capacity, sizeof(*targets));

                if (!targets)
                        return error_origin(-ENOMEM);
                association->targets = targets;
                association->capacity = capacity;
        }
        if (instance_clone(&clone, end))
                return error_origin(-ENOMEM);
        association->targets[association->n_targets++] = clone;
        return 0;
}

static Verdict fallback_accept(Operation *operation, const MI_Instance *instance)
{
        Association *association = operation->association;
        const MI_ClassDecl *decl = association->provider->decl;
        const Pair *pair = &association->pairs[association->next_pair - 1];
        Verdict verdict = verb_check_instance(operation, instance, decl);
        Element end;
        int r;

        if (verdict != VERDICT_SEND)
                return verdict;
        if (!instance_find(instance, decl->properties[pair->source]->name, &end) || end.is_null ||
            end.type != MI_REFERENCE ||
            !instance_same_keys(operation->argument, end.value.reference, association->source_decl))
                return VERDICT_DROP;
        if (!wants_associators(operation))
                return result_class_fits(operation, instance) ? VERDICT_SEND : VERDICT_DROP;

        if (instance_find(instance, decl->properties[pair->target]->name, &end) && !end.is_null &&
            end.type == MI_REFERENCE) {
                pthread_mutex_lock(&operation->channel->lock);
                r = association_remember(association, end.value.reference);
                pthread_mutex_unlock(&operation->channel->lock);
                if (r < 0)
                        return verb_blame(operation, "too many associated instances");
        }
        return VERDICT_DROP;
}

static void fallback_fetch(Operation *operation);

/* To the client, if it is of the class that it wants. False: nobody takes it. */
static bool fallback_show(Operation *operation, const MI_Instance *end)
{
        return !result_class_fits(operation, end) || operation_send_instance(operation, end);
}

/* The client has named another class than the one that the error is about. */
static void name_end(const MI_Instance *end, Problem *problem)
{
        const char *message = cim_error_message(problem->error);
        char named[CIM_ERROR_MESSAGE_MAX];

        if (!message)
                return;
        snprintf(named, sizeof(named), "an associated instance of %s: %s", instance_class_name(end), message);
        (void)MI_Instance_SetElement(problem->error, MI_T("Message"), &(MI_Value){ .string = named }, MI_STRING, 0);
}

/*
 * An end was asked for. One that there is not is left out, and so is one that the caller may not see; of one whose class nobody serves
 * the keys are all there is. Anything else would make the answer look complete that is not: it ends the operation, and this is false.
 */
static bool fallback_goes_on(Operation *operation, const MI_Instance *end, Problem *problem)
{
        switch (problem->result) {
        case MI_RESULT_OK:
        case MI_RESULT_NOT_FOUND:
                break;
        case MI_RESULT_ACCESS_DENIED:
                operation_warn(operation, "an instance of %s is left out: %s", instance_class_name(end),
                               cim_error_message(problem->error) ?: "access is denied");
                break;
        case MI_RESULT_NOT_SUPPORTED:
        case MI_RESULT_INVALID_CLASS:
                if (!fallback_show(operation, end)) {
                        operation_take_problem(operation, problem);
                        operation_finish(operation, problem);
                        return false;
                }
                break;
        default:
                name_end(end, problem);
                operation_finish(operation, problem);
                return false;
        }
        problem_clear(problem);
        return true;
}

static void fallback_got(Operation *operation, Problem *problem)
{
        const Association *association = operation->association;

        if (fallback_goes_on(operation, association->targets[association->next_target - 1], problem))
                operation->next = fallback_fetch;
}

/* Looks up the ends that were found, one in each step; those that another host serves, as many as follow. */
static void fallback_fetch(Operation *operation)
{
        Association *association = operation->association;

        while (association->next_target < association->n_targets) {
                const MI_Instance *end = association->targets[association->next_target++];
                _cleanup_(freep) char *why = NULL;
                Provider *provider;
                MI_Instance *keys;

                if (server_find_provider(operation->server, operation->request.name_space ?: "",
                                         instance_class_name(end), &provider, &why) ||
                    !provider->decl->providerFT) {
                        Problem problem = PROBLEM_NONE;

                        fetch_instance(operation, end, fallback_show, &problem);
                        if (!fallback_goes_on(operation, end, &problem))
                                return;
                        continue;
                }
                if (is_given(operation->request.result_class) &&
                    !decl_is_a_name(provider->decl, operation->request.result_class))
                        continue;
                if (instance_cast(&keys, &operation->request.arena, provider->decl, end, NULL,
                                  CAST_IGNORE_UNKNOWN | CAST_KEYS_ONLY, NULL))
                        continue;
                operation->provider = provider;
                operation->got = fallback_got;
                get_by_keys(operation, keys);
                return;
        }
        associate_next(operation);
}

static void fallback_final(Operation *operation, Problem *problem)
{
        if (problem->result != MI_RESULT_OK)
                operation_finish(operation, problem);
        else
                operation->next = wants_associators(operation) ? fallback_fetch : associate_next;
}

static void fallback_start(Operation *operation)
{
        Provider *provider = operation->association->provider;

        if (!provider->decl->providerFT->EnumerateInstances) {
                verb_not_supported(operation, provider, verb_name(operation->request.verb));
                return;
        }
        operation->accept = fallback_accept;
        operation->final = fallback_final;
        enumerate_call(operation, provider, false, NULL);
}

/* ---------------------------------------------------------------- the calls */

static void associate_final(Operation *operation, Problem *problem)
{
        if (problem->result == MI_RESULT_NOT_SUPPORTED && atomic_load(&operation->posted) == 0)
                operation->next = fallback_start;
        else if (problem->result != MI_RESULT_OK)
                operation_finish(operation, problem);
        else
                operation->next = associate_next;
}

static void associate_call(Operation *operation, const Pair *pair)
{
        Association *association = operation->association;
        const Request *request = &operation->request;
        const MI_ClassDecl *decl = association->provider->decl;
        void *self;
        Context *context;
        bool is_associators = wants_associators(operation);
        MI_Boolean keys_only = request->flags & REQUEST_KEYS_ONLY ? MI_TRUE : MI_FALSE;

        operation->accept = associate_accept;
        operation->final = associate_final;
        context = operation_call_begin(operation, association->provider,
                                       is_associators ? "AssociatorInstances" : "ReferenceInstances");
        if (!context)
                return;
        self = association->provider->self;
        if (is_associators)
                decl->providerFT->AssociatorInstances(
                        self, &context->base, request->name_space, decl->name, operation->argument,
                        request->result_class, decl->properties[pair->source]->name,
                        decl->properties[pair->target]->name, verb_property_set(operation), keys_only, NULL);
        else
                decl->providerFT->ReferenceInstances(self, &context->base, request->name_space, decl->name,
                                                     operation->argument, decl->properties[pair->source]->name,
                                                     verb_property_set(operation), keys_only, NULL);
        operation_call_end(operation, context);
}

static void associate_next(Operation *operation)
{
        Association *association = operation->association;
        const MI_ProviderFT *ft = association->provider->decl->providerFT;
        const Pair *pair;

        if (association->next_pair >= association->n_pairs) {
                operation_finish(operation, &(Problem)PROBLEM_NONE);
                return;
        }
        pair = &association->pairs[association->next_pair++];
        operation->provider = association->provider;
        if (wants_associators(operation) ? !!ft->AssociatorInstances : !!ft->ReferenceInstances)
                associate_call(operation, pair);
        else
                fallback_start(operation);
}

/* The association class: what the client names as the class, or as the association. */
static const char *association_class(const Request *request)
{
        return is_given(request->class_name) ? request->class_name : request->association_class;
}

void associate_start(Operation *operation)
{
        const Request *request = &operation->request;
        Association *association;
        Provider *provider;

        if (!is_given(association_class(request)) || !request->instance) {
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER, "%s needs an association class and an instance",
                               verb_name(request->verb));
                return;
        }
        if (!verb_find_provider(operation, association_class(request), &provider))
                return;
        if (!decl_is_association(provider->decl) || !provider->decl->providerFT) {
                verb_not_supported(operation, provider, verb_name(request->verb));
                return;
        }

        association = calloc(1, sizeof(*association));
        if (!association) {
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
                return;
        }
        operation->association = association;
        operation->provider = provider;
        operation->is_streaming = true;
        association->provider = provider;
        association_pairs(operation, association);
        association->source_decl = association->n_pairs > 0 ? association_source_decl(operation, association) : NULL;
        if (!association->source_decl) {
                operation_finish(operation, &(Problem)PROBLEM_NONE); /* the source has no part in this association */
                return;
        }
        operation->argument = verb_cast(operation, association->source_decl, request->instance, CAST_IGNORE_UNKNOWN);
        if (operation->argument && verb_check_keys(operation, operation->argument, association->source_decl))
                associate_next(operation);
}
