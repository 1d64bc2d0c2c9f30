#include <sys/timerfd.h>

#include "dispatch/channel.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "dispatch/threads.h"
#include "util/clock.h"

bool server_arm(int fd, uint64_t delay_ns)
{
        struct itimerspec when = {
                .it_value = { .tv_sec = (time_t)(delay_ns / CLOCK_NS_PER_S),
                              .tv_nsec = (long)(delay_ns % CLOCK_NS_PER_S) },
        };

        return timerfd_settime(fd, 0, &when, NULL) == 0;
}

void server_arm_flush(Server *server)
{
        if (!atomic_load_explicit(&server->flush_armed, memory_order_relaxed) &&
            !atomic_exchange(&server->flush_armed, true))
                (void)server_arm(server->flush_fd, FLUSH_DELAY_US * 1000ull);
}

void server_arm_sweep(Server *server)
{
        if (!atomic_load_explicit(&server->sweep_armed, memory_order_relaxed) &&
            !atomic_exchange(&server->sweep_armed, true))
                (void)server_arm(server->sweep_fd, SWEEP_MS * CLOCK_NS_PER_MS);
}

typedef struct Visit {
        uint64_t now_ns;
        bool again;
} Visit;

static void visit_flush(Channel *channel, void *data)
{
        Visit *visit = data;

        visit->again |= channel_flush_due(channel, visit->now_ns);
}

static void visit_sweep(Channel *channel, void *data)
{
        Visit *visit = data;

        visit->again |= channel_sweep(channel, visit->now_ns);
}

void server_flush_due(Server *server)
{
        Visit visit = { .now_ns = clock_now_ns() };

        /* Cleared first: whoever packs from here on arms the timer anew. */
        atomic_store(&server->flush_armed, false);
        server_each_channel(server, visit_flush, &visit);
        if (visit.again)
                server_arm_flush(server);
}

bool server_sweep_overdue(Server *server, uint64_t now_ns)
{
        List due = LIST_INIT(due);
        bool more;

        pthread_mutex_lock(&server->lock);
        list_for_each_safe (link, &server->overdue) {
                Operation *operation = list_entry(link, Operation, overdue_link);

                if (atomic_load(&operation->in_function) && now_ns < operation->overdue_ns)
                        continue;
                list_remove(link);
                list_append(&due, link);
        }
        more = !list_is_empty(&server->overdue);
        pthread_mutex_unlock(&server->lock);

        list_for_each_safe (link, &due) {
                Operation *operation = list_entry(link, Operation, overdue_link);

                list_remove(link);
                operation_check_overdue(operation);
                operation_unref(operation);
        }
        return more;
}

void server_sweep(Server *server)
{
        Visit visit = { .now_ns = clock_now_ns() };

        atomic_store(&server->sweep_armed, false);
        server_each_channel(server, visit_sweep, &visit);
        visit.again |= server_sweep_overdue(server, visit.now_ns);
        if (visit.again)
                server_arm_sweep(server);
}
