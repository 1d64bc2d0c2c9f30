/*
 * What a channel holds back: requests behind a subscription, until that is in force
 */

#include "dispatch/channel.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "util/clock.h"

bool channel_holds(Channel *channel, Operation *operation)
{
        bool is_subscription = operation->request.verb == REQUEST_SUBSCRIBE;
        bool is_held = false;

        if (likely(!is_subscription && atomic_load_explicit(&channel->n_holding, memory_order_relaxed) == 0))
                return false;
        pthread_mutex_lock(&channel->lock);
        if (atomic_load(&channel->closed)) {
                is_held = false;
        } else if (is_subscription) {
                operation->holds_up = !operation->ended;
                atomic_fetch_add(&channel->n_holding, operation->holds_up);
                channel->held_until_ns = clock_now_ns() + LIMIT_HELD_MS * CLOCK_NS_PER_MS;
                server_arm_sweep(channel->server);
        } else if (atomic_load(&channel->n_holding) > 0) {
                list_append(&channel->held, &operation->run_link);
                is_held = true;
        }
        pthread_mutex_unlock(&channel->lock);
        return is_held;
}

static void channel_queue_held(Channel *channel, List *held)
{
        List *link;

        while ((link = list_first(held))) {
                list_remove(link);
                server_queue(channel->server, list_entry(link, Operation, run_link));
        }
}

/* With the lock held: none is to be waited for any longer. */
static void channel_take_held(Channel *channel, List *held)
{
        List *link;

        while ((link = list_first(&channel->held))) {
                list_remove(link);
                list_append(held, link);
        }
}

void channel_let_go(Operation *operation)
{
        Channel *channel = operation->channel;
        List held;

        if (operation->request.verb != REQUEST_SUBSCRIBE)
                return;
        list_init(&held);
        pthread_mutex_lock(&channel->lock);
        if (operation->holds_up && atomic_fetch_sub(&channel->n_holding, 1) == 1)
                channel_take_held(channel, &held);
        operation->holds_up = false;
        pthread_mutex_unlock(&channel->lock);
        channel_queue_held(channel, &held);
}

void channel_let_go_all(Channel *channel)
{
        size_t position = 0;
        IdMapEntry *entry;
        List held;

        list_init(&held);
        pthread_mutex_lock(&channel->lock);
        while ((entry = id_map_next(&channel->operations, &position))) {
                Operation *operation = entry->value;

                if (operation->holds_up)
                        atomic_fetch_sub(&channel->n_holding, 1);
                operation->holds_up = false;
        }
        channel_take_held(channel, &held);
        pthread_mutex_unlock(&channel->lock);
        channel_queue_held(channel, &held);
}
