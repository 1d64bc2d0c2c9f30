/*
 * The beginning of subscriptions: which classes they are to, and asking each of them
 *
 * One class after the other: EnableIndications unless it has been called, then Subscribe. What Subscribe posts, or that it returns
 * without posting, is its class's answer.
 */

#include <errno.h>

#include "dispatch/context.h"
#include "dispatch/feed.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "dispatch/subscription.h"
#include "dispatch/verbs.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "query/query.h"
#include "wire/frame.h"

/* ---------------------------------------------------------------- one class */

/*
 * What Subscribe posts. Generated stubs post NOT_SUPPORTED, or nothing at all: the provider has nothing to do for a single
 * subscription, and the events come nevertheless.
 */
void subscription_answered(Subscription *subscription, const Provider *provider, bool is_taken, const Problem *problem)
{
        Channel *channel = subscription->operation->channel;
        Problem copy = { problem->result, NULL };
        Membership *member = NULL;

        for (uint32_t i = 0; i < subscription->n_members && !member; i++)
                if (subscription->members[i].feed->provider == provider)
                        member = &subscription->members[i];
        if (!member)
                return;

        pthread_mutex_lock(&channel->lock);
        if (!member->is_answered)
                member->was_subscribed = is_taken;
        member->is_answered = true;
        pthread_mutex_unlock(&channel->lock);

        if (problem->result == MI_RESULT_OK || problem->result == MI_RESULT_NOT_SUPPORTED)
                return;
        if (problem->error)
                (void)instance_clone(&copy.error, problem->error);
        membership_end(member, &copy);
}

static bool membership_is_over(const Membership *member)
{
        Channel *channel = member->subscription->operation->channel;
        bool is_over;

        pthread_mutex_lock(&channel->lock);
        is_over = member->is_over;
        pthread_mutex_unlock(&channel->lock);
        return is_over;
}

/* The provider has been loaded, it must be there before EnableIndications; then onto its feed. */
static bool membership_join(Membership *member)
{
        Operation *operation = member->subscription->operation;
        Provider *provider = member->feed->provider;
        Problem problem = PROBLEM_NONE;

        if (provider_load(provider, &problem.error) != 0) {
                if (problem.error)
                        problem.result = cim_error_result(problem.error);
                else
                        problem_set(&problem, MI_RESULT_FAILED, "%s: the provider cannot be loaded",
                                    provider->decl->name);
        } else {
                member->holds_feed = feed_hold(member->feed, operation->request.name_space ?: "", &problem);
        }
        /* Before Subscribe: what it posts about the state of things is for this subscriber, too. */
        if (member->holds_feed && feed_add(member->feed, member) < 0)
                problem_set(&problem, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
        if (!problem_is_set(&problem))
                return true;
        membership_end(member, &problem);
        return false;
}

static void membership_subscribe(Membership *member)
{
        Operation *operation = member->subscription->operation;
        Provider *provider = member->feed->provider;
        const MI_ProviderFT *ft = provider->decl->providerFT;
        Context *context;

        if (!ft->Subscribe)
                return;
        operation->accept = NULL;
        context = operation_call_begin(operation, provider, "Subscribe");
        if (!context) {
                subscription_end(member->subscription);
                return;
        }
        (void)context_enter(context, "Subscribe");
        member->context = context;
        ft->Subscribe(provider->self, &context->base, operation->request.name_space, provider->decl->name,
                      operation->query ? &operation->filter : NULL, operation->request.bookmark, member->id,
                      &member->self);

        pthread_mutex_lock(&operation->channel->lock);
        if (!member->is_answered)
                member->was_subscribed = true;
        member->is_answered = true;
        pthread_mutex_unlock(&operation->channel->lock);
        operation_call_end(operation, context);
}

/* ---------------------------------------------------------------- all of them */

/* Whoever asks for it is told that it will see all events from now on. */
static void subscribe_report_started(Operation *operation)
{
        Channel *channel = operation->channel;

        pthread_mutex_lock(&channel->lock);
        if (!operation->ended && !atomic_load(&channel->closed)) {
                if (frame_append_started(channel_out(channel), operation->id) < 0)
                        channel->out.failed = false;
                channel_packed(channel, true);
        }
        pthread_mutex_unlock(&channel->lock);
}

static void subscribe_run(Operation *operation)
{
        Subscription *subscription = NULL;
        int r;

        r = subscription_new(&subscription, operation, operation->targets, operation->n_targets);
        if (r) {
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                               r == ACCOUNT_QUOTA ? "user %u has too many subscriptions"
                                                  : "memory is short for user %u",
                               (unsigned int)operation->channel->caller.uid);
                return;
        }
        pthread_mutex_lock(&operation->channel->lock);
        operation->subscription = subscription;
        pthread_mutex_unlock(&operation->channel->lock);

        for (uint32_t i = 0; i < subscription->n_members; i++) {
                Membership *member = &subscription->members[i];

                if (!membership_is_over(member) && membership_join(member) && !membership_is_over(member))
                        membership_subscribe(member);
        }
        if (subscription_started(subscription) &&
            (operation->request.mi_flags & MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED))
                subscribe_report_started(operation);
        channel_let_go(operation);
}

/* ---------------------------------------------------------------- which classes */

static bool is_subscribable(const Provider *provider)
{
        return decl_is_indication(provider->decl) && provider->decl->providerFT;
}

/* The class, and those of its module that derive from it. False: the operation was ended. */
static bool subscribe_targets(Operation *operation, Provider *provider)
{
        Module *module = provider->module;

        operation->targets =
                arena_alloc(&operation->request.arena, (module->n_providers + 1) * sizeof(*operation->targets));
        if (!operation->targets) {
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
                return false;
        }
        if (is_subscribable(provider))
                operation->targets[operation->n_targets++] = provider;
        for (size_t i = 0; (operation->request.flags & REQUEST_DEEP) && i < module->n_providers; i++) {
                Provider *other = &module->providers[i];

                if (other != provider && is_subscribable(other) && provider_is_a(other, provider->decl))
                        operation->targets[operation->n_targets++] = other;
        }
        if (operation->n_targets == 0)
                operation_fail(operation, MI_RESULT_NOT_SUPPORTED,
                               "%s is no class of indications: nobody can subscribe to it", provider->decl->name);
        return operation->n_targets > 0;
}

static bool subscribe_query(Operation *operation, Provider **providerp)
{
        const Request *request = &operation->request;
        const char *class_name = request->class_name;
        QueryError error = { 0 };
        int r = 0;

        if (request->query && request->query[0]) {
                r = query_parse(&operation->query, request->query_language, request->query, &error);
                if (!r && operation->query->kind != QUERY_SELECT) {
                        operation_fail(operation, MI_RESULT_INVALID_QUERY, "a subscription needs a select query");
                        return false;
                }
        }
        if (!r) {
                if (!class_name || !class_name[0])
                        class_name = operation->query ? operation->query->class_name : "";
                if (!verb_find_provider(operation, class_name, providerp))
                        return false;
                if (operation->query && !decl_is_a_name((*providerp)->decl, operation->query->class_name)) {
                        operation_fail(operation, MI_RESULT_INVALID_QUERY, "the query is on %s, not on %s",
                                       operation->query->class_name, class_name);
                        return false;
                }
                if (operation->query)
                        r = query_validate(operation->query, (*providerp)->decl, &error);
        }
        if (r > 0)
                operation_fail(operation, error.result, "%s", error.message);
        else if (r < 0)
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
        return r == 0;
}

void subscribe_start(Operation *operation)
{
        const Query *query;
        Provider *provider;

        if (!subscribe_query(operation, &provider) || !subscribe_targets(operation, provider))
                return;
        query = operation->query;
        if (query) {
                query_filter_init(&operation->filter, query);
                if (!query->selects_all) {
                        operation->selection.names = query->select;
                        operation->selection.count = (uint32_t)query->n_select;
                }
        }
        if (operation->request.flags & REQUEST_BASE_PROPERTIES)
                operation->selection.base = provider->decl;
        operation->is_streaming = true;
        subscribe_run(operation);
}
