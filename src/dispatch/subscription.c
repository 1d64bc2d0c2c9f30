#include "dispatch/subscription.h"

#include <errno.h>
#include <inttypes.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>

#include "dispatch/context.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/log.h"
#include "wire/reply.h"
#include "wire/verbs.h"

/* An indication that waits for its subscriber */
typedef struct Waiting {
        List link;
        char *key; /* NULL: it does not coalesce */
        char *bookmark;
        MI_Instance *indication;
        size_t size; /* about */
} Waiting;

static void waiting_free(Waiting *waiting)
{
        if (!waiting)
                return;
        list_remove(&waiting->link);
        instance_delete(waiting->indication);
        free(waiting->key);
        free(waiting->bookmark);
        free(waiting);
}

static int subscription_new(Subscription **subscriptionp, Operation *operation, Feed *feed)
{
        static atomic_uint_fast64_t last_id;
        Subscription *subscription;
        int r;

        subscription = calloc(1, sizeof(*subscription));
        if (!subscription)
                return error_origin(-ENOMEM);
        subscription->id = atomic_fetch_add(&last_id, 1) + 1;
        subscription->feed = feed;
        subscription->operation = operation;
        list_init(&subscription->link);
        list_init(&subscription->queue);
        str_map_init(&subscription->by_key, false);

        r = charge_init(&subscription->charge, operation->channel->identity->account, CHARGE_SUBSCRIPTIONS, 1);
        if (!r)
                r = charge_init(&subscription->queued_charge, operation->channel->identity->account,
                                CHARGE_QUEUED_BYTES, 0);
        if (r) {
                subscription_free(subscription);
                return r;
        }
        *subscriptionp = subscription;
        return 0;
}

Subscription *subscription_free(Subscription *subscription)
{
        if (!subscription)
                return NULL;
        while (!list_is_empty(&subscription->queue))
                waiting_free(list_entry(subscription->queue.next, Waiting, link));
        str_map_deinit(&subscription->by_key);
        charge_deinit(&subscription->queued_charge);
        charge_deinit(&subscription->charge);
        free(subscription->indexed);
        free(subscription);
        return NULL;
}

/* ---------------------------------------------------------------- delivery */

bool subscription_wants(const Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        const Channel *channel = subscription->operation->channel;

        if (delivery->has_uid && channel->caller.uid != delivery->uid && !(channel->verbs & VERB_ADMIN))
                return false;
        if (delivery->subscriptionIDs) {
                bool found = false;

                for (MI_Uint32 i = 0; i < delivery->subscriptionIDCount && !found; i++)
                        found = delivery->subscriptionIDs[i] == subscription->id;
                if (!found)
                        return false;
        }
        return !subscription->operation->query || query_matches(subscription->operation->query, indication, NULL);
}

/* Packs it. Channel's lock held. False: it does not fit now. */
static bool subscription_send(Subscription *subscription, const MI_Instance *indication, const char *bookmark)
{
        Operation *operation = subscription->operation;
        Channel *channel = operation->channel;
        uint32_t cost = 0;
        int r;

        if (operation->credit <= 0 || channel_is_full(channel))
                return false;
        r = reply_indication(channel_out(channel), operation->id, indication, bookmark, NULL, &channel->shapes_out,
                             &operation->selection, &cost);
        if (r || cost > channel->max_frame) {
                if (r == 0)
                        channel->out.size -= cost;
                channel->out.failed = false;
                subscription->dropped++;
                log_warning("an indication of %s cannot be sent: it is too large or broken",
                            instance_class_name(indication));
                return true;
        }
        operation->credit -= cost;
        return true;
}

/* Channel's lock held. */
static void subscription_unqueue(Subscription *subscription, Waiting *waiting)
{
        if (waiting->key)
                str_map_remove(&subscription->by_key, waiting->key);
        subscription->n_queued--;
        subscription->queued_bytes -= waiting->size;
        charge_shrink(&subscription->queued_charge, waiting->size);
        waiting_free(waiting);
}

static size_t indication_size(const MI_Instance *indication)
{
        uint32_t count = instance_count(indication);
        size_t size = sizeof(Waiting) + sizeof(MI_Instance) + count * sizeof(MI_Value);
        Element element;

        for (uint32_t i = 0; i < count; i++) {
                if (!instance_element(indication, i, &element) || element.is_null)
                        continue;
                if (element.type == MI_STRING)
                        size += strlen(element.value.string) + 1;
                else if (type_is_array(element.type))
                        size += element.value.array.size * sizeof(MI_Value);
        }
        return size;
}

/* Makes room for one more; false: there is none. Channel's lock held. */
static bool subscription_make_room(Subscription *subscription, size_t size, bool coalesces)
{
        if (coalesces) {
                /* Nothing of these may be lost; only the user's quota limits them. */
                return charge_grow(&subscription->queued_charge, size) == 0;
        }
        list_for_each_safe (link, &subscription->queue) {
                Waiting *oldest = list_entry(link, Waiting, link);

                if (subscription->n_queued < LIMIT_FEED_QUEUE &&
                    subscription->queued_bytes + size <= LIMIT_FEED_QUEUE_BYTES)
                        break;
                if (oldest->key)
                        continue;
                subscription_unqueue(subscription, oldest);
                subscription->dropped++;
        }
        return charge_grow(&subscription->queued_charge, size) == 0;
}

/* Channel's lock held. */
static int subscription_queue(Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        size_t size = indication_size(indication);
        Waiting *waiting, *older;

        older = delivery->coalesceKey ? str_map_get(&subscription->by_key, delivery->coalesceKey) : NULL;
        if (older) {
                /* It keeps its place in the queue and gets the new contents. */
                MI_Instance *clone;

                if (instance_clone(&clone, indication))
                        return error_origin(-ENOMEM);
                instance_delete(older->indication);
                older->indication = clone;
                return 0;
        }

        if (!subscription_make_room(subscription, size, delivery->coalesceKey != NULL))
                return error_origin(-EDQUOT);
        waiting = calloc(1, sizeof(*waiting));
        if (!waiting)
                return error_origin(-ENOMEM);
        list_init(&waiting->link);
        waiting->size = size;
        if (delivery->coalesceKey)
                waiting->key = strdup(delivery->coalesceKey);
        if (delivery->bookmark)
                waiting->bookmark = strdup(delivery->bookmark);
        if ((delivery->coalesceKey && !waiting->key) || instance_clone(&waiting->indication, indication) ||
            (waiting->key && str_map_add(&subscription->by_key, waiting->key, waiting) < 0)) {
                charge_shrink(&subscription->queued_charge, size);
                waiting_free(waiting);
                return error_origin(-ENOMEM);
        }
        list_append(&subscription->queue, &waiting->link);
        subscription->n_queued++;
        subscription->queued_bytes += size;
        return 0;
}

void subscription_push(Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        Operation *operation = subscription->operation;
        Channel *channel = operation->channel;
        uint64_t now_ns;

        pthread_mutex_lock(&channel->lock);
        if (operation->ended || atomic_load(&channel->closed)) {
                pthread_mutex_unlock(&channel->lock);
                return;
        }
        if (list_is_empty(&subscription->queue) && subscription_send(subscription, indication, delivery->bookmark)) {
                /* Single events go at once; of a storm, many together. */
                now_ns = clock_now_ns();
                channel_packed(channel, now_ns - channel->event_ns > FLUSH_DELAY_US * 1000ull);
                channel->event_ns = now_ns;
        } else if (subscription_queue(subscription, indication, delivery) < 0) {
                subscription->dropped++;
        }
        pthread_mutex_unlock(&channel->lock);
}

/* Tells how many indications were lost, once there is room to say so. Channel's lock held. */
static void subscription_report_dropped(Subscription *subscription)
{
        Operation *operation = subscription->operation;
        char text[128];

        if (!subscription->dropped || channel_is_full(operation->channel))
                return;
        snprintf(text, sizeof(text), "%" PRIu64 " indications were dropped: the subscriber reads too slowly",
                 subscription->dropped);
        subscription->dropped = 0;
        if (reply_message(channel_out(operation->channel), operation->id, MI_WRITEMESSAGE_CHANNEL_WARNING, text) < 0)
                operation->channel->out.failed = false;
}

bool subscription_drain(Subscription *subscription)
{
        bool packed = false;

        if (subscription->operation->ended)
                return false;
        packed = subscription->dropped > 0;
        subscription_report_dropped(subscription);
        while (!list_is_empty(&subscription->queue)) {
                Waiting *waiting = list_entry(subscription->queue.next, Waiting, link);

                if (!subscription_send(subscription, waiting->indication, waiting->bookmark))
                        break;
                subscription_unqueue(subscription, waiting);
                packed = true;
        }
        return packed;
}

/* ---------------------------------------------------------------- the end */

/* On a thread of the server, after Subscribe is over. */
static void subscription_teardown(Operation *operation)
{
        Subscription *subscription = operation->subscription;
        Feed *feed = subscription->feed;
        Provider *provider = feed->provider;
        MI_Instance *error = NULL;
        Context *context;
        MI_Result result;

        (void)feed_remove(feed, subscription);
        if (subscription->was_subscribed && provider->decl->providerFT->Unsubscribe &&
            context_new(&context, operation->server, CONTEXT_LIFETIME, provider->module, provider, "Unsubscribe") ==
                    0) {
                context_begin_call(context);
                provider->decl->providerFT->Unsubscribe(provider->self, &context->base, operation->request.name_space,
                                                        provider->decl->name, subscription->id, subscription->self);
                server_block_begin(operation->server);
                if (!context_wait(context, LIMIT_LOAD_MS, &result, &error))
                        log_warning("provider %s: Unsubscribe of %s returned and has not posted a result",
                                    provider->module->name, provider->decl->name);
                server_block_end(operation->server);
                context_end_call(context);
                instance_delete(error);
        }
        if (subscription->holds_feed)
                feed_release(feed);
}

void subscription_end(Subscription *subscription)
{
        Operation *operation = subscription->operation;
        Feed *feed = subscription->feed;
        bool is_due;

        (void)feed_remove(feed, subscription);
        pthread_mutex_lock(&feed->lock);
        is_due = subscription->phase == SUBSCRIPTION_ACTIVE;
        subscription->phase = SUBSCRIPTION_ENDED;
        pthread_mutex_unlock(&feed->lock);

        /* While Subscribe runs, subscribe_settle() sees the phase and does it. */
        if (is_due) {
                operation->step = subscription_teardown;
                server_queue(operation->server, operation_ref(operation));
        }
}

/* ---------------------------------------------------------------- the beginning */

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

/* Subscribe is over, one way or the other. */
static void subscribe_settle(Operation *operation)
{
        Subscription *subscription = operation->subscription;
        bool ended, settled;

        pthread_mutex_lock(&subscription->feed->lock);
        settled = subscription->is_settled;
        subscription->is_settled = true;
        ended = subscription->phase == SUBSCRIPTION_ENDED;
        if (!ended)
                subscription->phase = SUBSCRIPTION_ACTIVE;
        pthread_mutex_unlock(&subscription->feed->lock);
        if (ended && !settled)
                subscription_teardown(operation);
        if (!ended && !settled && (operation->request.mi_flags & MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED))
                subscribe_report_started(operation);
        channel_let_go(operation);
}

/*
 * What Subscribe posts. Generated stubs post NOT_SUPPORTED, or nothing at all: the provider has nothing to do for a single
 * subscription, and the events come nevertheless.
 */
static void subscribe_final(Operation *operation, Problem *problem)
{
        Subscription *subscription = operation->subscription;
        bool failed = problem->result != MI_RESULT_OK && problem->result != MI_RESULT_NOT_SUPPORTED;
        bool is_late;

        pthread_mutex_lock(&subscription->feed->lock);
        is_late = subscription->is_settled;
        if (!is_late)
                subscription->was_subscribed = problem->result == MI_RESULT_OK;
        pthread_mutex_unlock(&subscription->feed->lock);

        if (failed) {
                subscription_end(subscription);
                operation_finish(operation, problem);
        }
        if (!is_late)
                operation->next = subscribe_settle;
}

static bool subscription_is_over(Subscription *subscription)
{
        bool is_over;

        pthread_mutex_lock(&subscription->feed->lock);
        is_over = subscription->phase == SUBSCRIPTION_ENDED;
        pthread_mutex_unlock(&subscription->feed->lock);
        return is_over;
}

static void subscribe_call(Operation *operation)
{
        Subscription *subscription = operation->subscription;
        Provider *provider = subscription->feed->provider;
        const MI_ProviderFT *ft = provider->decl->providerFT;
        const char *bookmark = operation->request.bookmark;
        Context *context = NULL;
        bool is_silent;

        if (ft->Subscribe && !subscription_is_over(subscription)) {
                operation->accept = NULL;
                operation->final = subscribe_final;
                context = operation_call_begin(operation, provider, "Subscribe");
                if (!context)
                        subscription_end(subscription);
        }
        if (!context) {
                subscribe_settle(operation);
                return;
        }
        ft->Subscribe(provider->self, &context->base, operation->request.name_space, provider->decl->name,
                      operation->query ? &operation->filter : NULL, bookmark, subscription->id, &subscription->self);
        is_silent = !atomic_load(&context->final);
        if (is_silent) {
                pthread_mutex_lock(&subscription->feed->lock);
                subscription->was_subscribed = true;
                pthread_mutex_unlock(&subscription->feed->lock);
        }
        operation_call_end(operation, context);
        if (is_silent)
                subscribe_settle(operation);
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
                if (operation->query)
                        r = query_validate(operation->query, (*providerp)->decl, &error);
        }
        if (r > 0)
                operation_fail(operation, error.result, "%s", error.message);
        else if (r < 0)
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
        return r == 0;
}

/* Loads the provider: it must be there before EnableIndications. */
static bool subscribe_load(Operation *operation, Provider *provider)
{
        Problem problem = PROBLEM_NONE;
        int r;

        r = provider_load(provider, &problem.error);
        if (r == 0)
                return true;
        if (problem.error)
                problem.result = cim_error_result(problem.error);
        else
                problem_set(&problem, MI_RESULT_FAILED, "%s: the provider cannot be loaded", provider->decl->name);
        operation_finish(operation, &problem);
        return false;
}

static bool subscribe_begin(Operation *operation, Provider *provider)
{
        Problem problem = PROBLEM_NONE;
        Subscription *subscription = NULL;
        Feed *feed = feed_of(provider);
        int r;

        r = feed ? subscription_new(&subscription, operation, feed) : -ENOMEM;
        if (r) {
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                               r == ACCOUNT_QUOTA ? "user %u has too many subscriptions"
                                                  : "memory is short for user %u",
                               (unsigned int)operation->channel->caller.uid);
                return false;
        }
        pthread_mutex_lock(&operation->channel->lock);
        operation->subscription = subscription;
        pthread_mutex_unlock(&operation->channel->lock);

        subscription->holds_feed = feed_hold(feed, operation->request.name_space ?: "", &problem);
        if (!subscription->holds_feed) {
                operation_finish(operation, &problem);
                return false;
        }
        /* Before Subscribe: what it posts about the state of things is for this subscriber, too. */
        if (feed_add(feed, subscription) < 0) {
                subscription_end(subscription);
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED, "memory is short");
        }
        return true;
}

void subscribe_start(Operation *operation)
{
        const Query *query;
        Provider *provider;

        if (!subscribe_query(operation, &provider))
                return;
        if (!decl_is_indication(provider->decl) || !provider->decl->providerFT) {
                operation_fail(operation, MI_RESULT_NOT_SUPPORTED,
                               "%s is no class of indications: nobody can subscribe to it", provider->decl->name);
                return;
        }
        query = operation->query;
        if (query) {
                query_filter_init(&operation->filter, query);
                if (!query->selects_all) {
                        operation->selection.names = query->select;
                        operation->selection.count = (uint32_t)query->n_select;
                }
        }
        operation->is_streaming = true;
        if (!subscribe_load(operation, provider) || !subscribe_begin(operation, provider))
                return;
        subscribe_call(operation);
}
