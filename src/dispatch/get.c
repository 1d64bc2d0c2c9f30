#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/decl.h"
#include "model/instance.h"

/*
 * Get, and the reading back after a modify
 *
 * GetInstance where the provider has it; where the slot is empty, or the provider answers NOT_SUPPORTED before it has posted anything,
 * the class is enumerated and the instance with the same keys is taken.
 */

static void get_enumerate(Operation *operation);

static Verdict get_accept(Operation *operation, const MI_Instance *instance)
{
        Verdict verdict = verb_check_instance(operation, instance, operation->provider->decl);

        if (verdict == VERDICT_SEND)
                verdict = verb_only_one(operation);
        if (verdict == VERDICT_SEND && operation->query && !query_matches(operation->query, instance, NULL))
                return VERDICT_DROP;
        return verdict;
}

static Verdict get_accept_match(Operation *operation, const MI_Instance *instance)
{
        const MI_ClassDecl *decl = operation->provider->decl;
        Verdict verdict = verb_check_instance(operation, instance, decl);

        if (verdict != VERDICT_SEND)
                return verdict;
        if (!instance_same_keys(operation->argument, instance, decl) || atomic_fetch_add(&operation->posted, 1) > 0)
                return VERDICT_DROP;
        return operation->query && !query_matches(operation->query, instance, NULL) ? VERDICT_DROP : VERDICT_SEND;
}

/* The end of either call, with the answer for "there is no such instance". */
static void get_finish(Operation *operation, Problem *problem)
{
        const char *class_name = operation->provider->decl->name;

        if (operation->is_read_back) {
                /* The change was made; that it cannot be shown is no error of it. */
                problem_clear(problem);
        } else if (operation->query && (problem->result == MI_RESULT_NOT_FOUND || problem->result == MI_RESULT_OK)) {
                problem_clear(problem); /* a query that finds nothing is no error */
        } else if (problem->result == MI_RESULT_OK && atomic_load(&operation->posted) == 0) {
                problem_set(problem, MI_RESULT_NOT_FOUND, "%s: there is no instance with these keys", class_name);
        }
        if (operation->got)
                operation->got(operation, problem);
        else
                operation_finish(operation, problem);
}

static void get_final(Operation *operation, Problem *problem)
{
        bool nothing = atomic_load(&operation->posted) == 0;

        /* Queries compare strings without case, keys have it: another spelling may still match. */
        if (operation->retry && nothing &&
            (problem->result == MI_RESULT_NOT_FOUND || problem->result == MI_RESULT_NOT_SUPPORTED)) {
                operation->next = operation->retry;
                return;
        }
        if (problem->result == MI_RESULT_NOT_SUPPORTED && nothing) {
                operation->next = get_enumerate;
                return;
        }
        get_finish(operation, problem);
}

static void get_enumerate(Operation *operation)
{
        if (!operation->provider->decl->providerFT->EnumerateInstances) {
                Problem problem = PROBLEM_NONE;

                problem_set(&problem, MI_RESULT_NOT_SUPPORTED, "%s: the class does not support get",
                            operation->provider->decl->name);
                get_finish(operation, &problem);
                operation_call_ended(operation); /* there was no call; what is to be next is */
                return;
        }
        operation->accept = get_accept_match;
        operation->final = get_finish;
        enumerate_call(operation, operation->provider, false, NULL);
}

void get_by_keys(Operation *operation, MI_Instance *keys)
{
        Provider *provider = operation->provider;
        const MI_ProviderFT *ft = provider->decl->providerFT;
        Context *context;

        operation->argument = keys;
        if (!ft->GetInstance) {
                get_enumerate(operation);
                return;
        }
        operation->accept = get_accept;
        operation->final = get_final;
        context = operation_call_begin(operation, provider, "GetInstance");
        if (!context)
                return;
        ft->GetInstance(provider->self, &context->base, operation->request.name_space, provider->decl->name, keys,
                        verb_property_set(operation));
        operation_call_end(operation, context);
}

void get_start(Operation *operation)
{
        MI_Instance *keys;

        if (!verb_find_provider(operation, operation->request.class_name, &operation->provider))
                return;
        if (!operation->provider->decl->providerFT) {
                verb_not_supported(operation, operation->provider, "get");
                return;
        }
        keys = verb_cast(operation, operation->provider->decl, operation->request.instance,
                         CAST_IGNORE_UNKNOWN | CAST_KEYS_ONLY);
        if (!keys || !verb_check_keys(operation, keys, operation->provider->decl))
                return;
        get_by_keys(operation, keys);
}
