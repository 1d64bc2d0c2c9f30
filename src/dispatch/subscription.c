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

int subscription_new(Subscription **subscriptionp, Operation *operation, Provider *const *providers, uint32_t count)
{
        static atomic_uint_fast64_t last_id;
        Subscription *subscription;
        int r;

        subscription = calloc(1, sizeof(*subscription) + count * sizeof(subscription->members[0]));
        if (!subscription)
                return error_origin(-ENOMEM);
        subscription->operation = operation;
        subscription->n_members = subscription->n_live = count;
        list_init(&subscription->queue);
        str_map_init(&subscription->by_key, false);

        r = charge_init(&subscription->charge, operation->channel->identity->account, CHARGE_SUBSCRIPTIONS, 1);
        if (!r)
                r = charge_init(&subscription->queued_charge, operation->channel->identity->account,
                                CHARGE_QUEUED_BYTES, 0);
        for (uint32_t i = 0; !r && i < count; i++) {
                Membership *member = &subscription->members[i];

                member->subscription = subscription;
                member->id = atomic_fetch_add(&last_id, 1) + 1;
                list_init(&member->link);
                member->feed = feed_of(providers[i]);
                if (!member->feed)
                        r = error_origin(-ENOMEM);
        }
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
        problem_clear(&subscription->problem);
        for (uint32_t i = 0; i < subscription->n_members; i++)
                free(subscription->members[i].indexed);
        free(subscription);
        return NULL;
}

/* ---------------------------------------------------------------- delivery */

bool membership_wants(const Membership *member, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        const Operation *operation = member->subscription->operation;
        const Channel *channel = operation->channel;

        if (delivery->has_uid && channel->caller.uid != delivery->uid && !(channel->verbs & VERB_ADMIN))
                return false;
        if (delivery->subscriptionIDs) {
                bool found = false;

                for (MI_Uint32 i = 0; i < delivery->subscriptionIDCount && !found; i++)
                        found = delivery->subscriptionIDs[i] == member->id;
                if (!found)
                        return false;
        }
        return !operation->query || query_matches(operation->query, indication, NULL);
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
        bool is_early;
        uint64_t now_ns;

        pthread_mutex_lock(&channel->lock);
        /* What happens while Subscribe runs, and what that tells of how things are, is often the same. */
        is_early = !subscription->is_started && delivery->coalesceKey;
        if (operation->ended || atomic_load(&channel->closed)) {
                pthread_mutex_unlock(&channel->lock);
                return;
        }
        if (!is_early && list_is_empty(&subscription->queue) &&
            subscription_send(subscription, indication, delivery->bookmark)) {
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

/*
 * A provider need not post anything on the context of Subscribe while the subscription lives, and few do at its end: then the context,
 * which holds the operation, would stay for ever.
 */
static void membership_end_context(Membership *member)
{
        Context *context = steal(&member->context);

        if (!context)
                return;
        if (!atomic_exchange(&context->final, true))
                context_leave(context);
        context_leave(context);
}

/* On a thread of the server, after Subscribe is over. */
static void membership_tear_down(Membership *member)
{
        Operation *operation = member->subscription->operation;
        Provider *provider = member->feed->provider;
        MI_Instance *error = NULL;
        Context *context;
        MI_Result result;

        (void)feed_remove(member->feed, member);
        if (member->was_subscribed && provider->decl->providerFT->Unsubscribe &&
            context_new(&context, operation->server, CONTEXT_LIFETIME, provider->module, provider, "Unsubscribe") ==
                    0) {
                context_begin_call(context);
                provider->decl->providerFT->Unsubscribe(provider->self, &context->base, operation->request.name_space,
                                                        provider->decl->name, member->id, member->self);
                server_block_begin(operation->server);
                if (!context_wait(context, LIMIT_LOAD_MS, &result, &error))
                        log_warning("provider %s: Unsubscribe of %s returned and has not posted a result",
                                    provider->module->name, provider->decl->name);
                server_block_end(operation->server);
                context_end_call(context);
                instance_delete(error);
        }
        membership_end_context(member);
        if (member->holds_feed)
                feed_release(member->feed);
}

/* The next one that is over and is still to be torn down, or NULL. Channel's lock held. */
static Membership *subscription_next_over(Subscription *subscription)
{
        for (uint32_t i = 0; i < subscription->n_members; i++) {
                Membership *member = &subscription->members[i];

                if (member->is_over && !member->is_torn_down)
                        return member;
        }
        return NULL;
}

static void subscription_tear_down(Operation *operation)
{
        Subscription *subscription = operation->subscription;
        Channel *channel = operation->channel;
        Membership *member;

        for (;;) {
                pthread_mutex_lock(&channel->lock);
                member = subscription_next_over(subscription);
                if (member)
                        member->is_torn_down = true;
                else
                        subscription->is_tearing = false;
                pthread_mutex_unlock(&channel->lock);
                if (!member)
                        return;
                membership_tear_down(member);
        }
}

/* Channel's lock held. True: the caller is to see to it that it is torn down. */
static bool membership_set_over(Membership *member)
{
        Subscription *subscription = member->subscription;
        bool is_due;

        if (member->is_over)
                return false;
        member->is_over = true;
        subscription->n_live--;
        is_due = subscription->is_started && !subscription->is_tearing;
        subscription->is_tearing |= is_due;
        return is_due;
}

/* A provider's function may be what brings this about: not on this thread. */
static void subscription_queue_tear_down(Subscription *subscription)
{
        Operation *operation = subscription->operation;

        operation->step = subscription_tear_down;
        server_queue(operation->server, operation_ref(operation));
}

/* The others go on, and their events come. Channel's lock held. */
static void membership_report_over(const Membership *member, const Problem *problem)
{
        Operation *operation = member->subscription->operation;
        Channel *channel = operation->channel;
        char text[CIM_ERROR_MESSAGE_MAX];

        if (operation->ended || atomic_load(&channel->closed) || channel_is_full(channel))
                return;
        snprintf(text, sizeof(text), "no (more) events of %s: %s", member->feed->provider->decl->name,
                 (problem->error ? cim_error_message(problem->error) : NULL) ?: result_text(problem->result));
        if (reply_message(channel_out(channel), operation->id, MI_WRITEMESSAGE_CHANNEL_WARNING, text) < 0)
                channel->out.failed = false;
        channel_packed(channel, true);
}

void membership_end(Membership *member, Problem *problem)
{
        Subscription *subscription = member->subscription;
        Operation *operation = subscription->operation;
        Problem end = PROBLEM_NONE;
        bool is_first, is_last, is_due;

        (void)feed_remove(member->feed, member);
        pthread_mutex_lock(&operation->channel->lock);
        is_first = !member->is_over;
        is_due = membership_set_over(member);
        is_last = is_first && subscription->n_live == 0;
        if (is_first && !is_last)
                membership_report_over(member, problem);
        if (is_first && !problem_is_set(&subscription->problem)) {
                subscription->problem = *problem;
                *problem = (Problem)PROBLEM_NONE;
        }
        if (is_last) {
                end = subscription->problem;
                subscription->problem = (Problem)PROBLEM_NONE;
        }
        pthread_mutex_unlock(&operation->channel->lock);

        if (is_due)
                subscription_queue_tear_down(subscription);
        if (is_last)
                operation_finish(operation, &end);
        problem_clear(problem);
}

void subscription_end(Subscription *subscription)
{
        Channel *channel = subscription->operation->channel;
        bool is_due = false;

        for (uint32_t i = 0; i < subscription->n_members; i++)
                (void)feed_remove(subscription->members[i].feed, &subscription->members[i]);
        pthread_mutex_lock(&channel->lock);
        for (uint32_t i = 0; i < subscription->n_members; i++)
                is_due |= membership_set_over(&subscription->members[i]);
        pthread_mutex_unlock(&channel->lock);
        if (is_due)
                subscription_queue_tear_down(subscription);
}

bool subscription_started(Subscription *subscription)
{
        Channel *channel = subscription->operation->channel;
        bool is_live, is_due;

        pthread_mutex_lock(&channel->lock);
        subscription->is_started = true;
        if (!atomic_load(&channel->closed) && subscription_drain(subscription))
                channel_packed(channel, true);
        is_live = subscription->n_live > 0;
        is_due = subscription->is_tearing = subscription_next_over(subscription) != NULL;
        pthread_mutex_unlock(&channel->lock);
        if (is_due)
                subscription_tear_down(subscription->operation);
        return is_live;
}
