#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/epoll.h>
#include <unistd.h>

#include "dispatch/batch.h"
#include "dispatch/channel.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/spare.h"
#include "dispatch/server-private.h"
#include "dispatch/silence.h"
#include "dispatch/threads.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/log.h"

/* epoll's numbers for what is no channel */
#define EVENT_WAKE    UINT64_MAX
#define EVENT_FLUSH   (UINT64_MAX - 1)
#define EVENT_SWEEP   (UINT64_MAX - 2)
#define EVENT_SILENCE (UINT64_MAX - 3)

/* ---------------------------------------------------------------- who listens */

static void *worker_main(void *argument);

/* With the lock held. */
static bool server_spawn(Server *server)
{
        pthread_attr_t attributes;
        sigset_t all, before;
        pthread_t thread;
        int r;

        if (server->threads >= server->config.max_threads || atomic_load(&server->state) == SERVER_STOPPING)
                return false;

        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        pthread_attr_setstacksize(&attributes, THREAD_STACK);
        /* Signals are the program's, or in libmi's case its user's. */
        sigfillset(&all);
        sigdelset(&all, SIGSEGV);
        sigdelset(&all, SIGBUS);
        sigdelset(&all, SIGFPE);
        sigdelset(&all, SIGILL);
        sigdelset(&all, SIGABRT);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        r = pthread_create(&thread, &attributes, worker_main, server);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        pthread_attr_destroy(&attributes);
        if (r) {
                log_error("cannot start a thread: error %d", r);
                return false;
        }
        server->threads++;
        atomic_store(&server->n_threads, server->threads);
        server->starting++;
        return true;
}

/* Wakes a parked thread or starts one. Lock held. */
static bool server_call_thread(Server *server)
{
        if (server->wakeups > 0 || server->starting > 0)
                return true; /* one is on its way */
        if (server->parked == 0)
                return server_spawn(server);
        server->wakeups++;
        pthread_cond_signal(&server->unparked);
        return true;
}

bool server_ensure_listener(Server *server)
{
        bool found = true;

        if (atomic_load(&server->listeners) > 0)
                return true;

        pthread_mutex_lock(&server->lock);
        if (atomic_load(&server->listeners) == 0)
                found = server_call_thread(server);
        pthread_mutex_unlock(&server->lock);
        return found;
}

static void server_arm_monitor(Server *server)
{
        if (!atomic_load_explicit(&server->monitor_armed, memory_order_relaxed) &&
            !atomic_exchange(&server->monitor_armed, true))
                (void)server_arm(server->monitor_fd, MONITOR_MS * CLOCK_NS_PER_MS);
}

/*
 * May this thread begin a call although nobody else listens? Most calls are over sooner than another thread could take its place, and
 * where all threads are only waiting for their turn on a processor, more of them would be of no help. So nobody is woken here: the
 * monitor looks a moment later whether calls still come to their end, and finds a listener if not. At the limit of threads, the last one
 * has to stay.
 */
static bool server_may_work(Server *server)
{
        bool may;

        if (likely(atomic_load(&server->listeners) > 0) || atomic_load(&server->state) == SERVER_STOPPING)
                return true;
        server_arm_monitor(server);
        if (likely(atomic_load_explicit(&server->n_threads, memory_order_relaxed) < server->config.max_threads))
                return true;

        pthread_mutex_lock(&server->lock);
        may = server->parked > 0 || server->wakeups > 0 || server->starting > 0;
        pthread_mutex_unlock(&server->lock);
        return may;
}

static void server_wake(Server *server)
{
        uint64_t one = 1;

        /* With nobody listening, whoever ends a call looks at the queue next. One is woken at a time, and wakes the next one. */
        if (atomic_load(&server->listeners) == 0)
                (void)server_may_work(server);
        else if (!atomic_exchange(&server->wake_pending, true))
                (void)!write(server->wake_fd, &one, sizeof(one));
}

static void *monitor_main(void *argument)
{
        Server *server = argument;
        unsigned int seen = 0;

        while (atomic_load(&server->state) != SERVER_STOPPING) {
                uint64_t expirations;
                unsigned int finished;
                bool nobody_listens, is_queued, is_stuck;

                if (read(server->monitor_fd, &expirations, sizeof(expirations)) < 0 && errno != EINTR)
                        return NULL;
                atomic_store(&server->monitor_armed, false);
                atomic_fetch_add_explicit(&server->n_ticks, 1, memory_order_relaxed);
                finished = atomic_load(&server->n_finished);
                is_stuck = finished == seen;
                seen = finished;
                nobody_listens = atomic_load(&server->listeners) == 0;
                is_queued = atomic_load(&server->queued) > 0;
                if (is_stuck && nobody_listens)
                        (void)server_ensure_listener(server);
                else if (is_stuck && is_queued)
                        server_wake(server);
                if (attend_look(server) || nobody_listens || is_queued)
                        server_arm_monitor(server);
        }
        return NULL;
}

static bool server_start_monitor(Server *server)
{
        sigset_t all, before;
        int r;

        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        r = pthread_create(&server->monitor, NULL, monitor_main, server);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        server->has_monitor = r == 0;
        return server->has_monitor;
}

int server_start_threads(Server *server)
{
        unsigned int n = MIN((unsigned int)LIMIT_IDLE_THREADS, server->config.max_threads);
        bool started = server_start_monitor(server);

        pthread_mutex_lock(&server->lock);
        for (unsigned int i = 0; i < n && started; i++)
                started = server_spawn(server);
        pthread_mutex_unlock(&server->lock);
        return started ? 0 : error_origin(-EAGAIN);
}

/* ---------------------------------------------------------------- the queue of operations */

/* May one more call of the identity run? Otherwise the operation is put where it waits for that. */
static bool identity_admits(Identity *identity, Operation *operation)
{
        Server *server = identity->server;
        bool admitted;

        if (operation->counted)
                return true;
        if (likely(atomic_fetch_add(&identity->running, 1) < server->config.max_running)) {
                operation->counted = true;
                return true;
        }

        /* First the waiting, then the look: who leaves does it the other way round, so that one sees the other. */
        pthread_mutex_lock(&server->lock);
        atomic_fetch_sub(&identity->running, 1);
        atomic_fetch_add(&identity->n_waiting, 1);
        admitted = atomic_load(&identity->running) < server->config.max_running;
        if (admitted) {
                atomic_fetch_add(&identity->running, 1);
                atomic_fetch_sub(&identity->n_waiting, 1);
                operation->counted = true;
        } else {
                list_append(&identity->waiting, &operation->run_link);
        }
        pthread_mutex_unlock(&server->lock);
        return admitted;
}

/* When this thread has last looked at the time while it worked through a burst */
static _Thread_local uint64_t burst_ns;

/* Of those, what its identity admits; the list is empty afterwards. False: nothing. */
static bool queue_all(Server *server, List *operations)
{
        List *link, admitted = LIST_INIT(admitted);
        unsigned int count = 0;

        while ((link = list_first(operations))) {
                Operation *operation = list_entry(link, Operation, run_link);

                list_remove(link);
                if (!identity_admits(operation->channel->identity, operation))
                        continue;
                list_append(&admitted, link);
                count++;
        }
        if (count == 0)
                return false;
        pthread_mutex_lock(&server->lock);
        while ((link = list_first(&admitted))) {
                list_remove(link);
                list_append(&server->run_queue, link);
        }
        atomic_fetch_add(&server->queued, count);
        pthread_mutex_unlock(&server->lock);
        return true;
}

void server_queue(Server *server, Operation *operation)
{
        List one = LIST_INIT(one);

        list_append(&one, &operation->run_link);
        if (queue_all(server, &one))
                server_wake(server);
}

void server_queue_burst(Server *server, List *operations)
{
        if (list_is_empty(operations) || !queue_all(server, operations))
                return;
        if (atomic_load_explicit(&server->eager, memory_order_relaxed) == 0) {
                server_arm_monitor(server);
                burst_ns = burst_ns ?: clock_now_ns();
        } else {
                server_wake(server);
        }
}

/* Another call of a burst is over. One that took its time has the others woken for what is left, and for the next bursts at once. */
static void burst_goes_on(Server *server)
{
        unsigned int eager = atomic_load_explicit(&server->eager, memory_order_relaxed);
        uint64_t now_ns = clock_now_ns();

        if (now_ns - burst_ns > BRIEF_US * 1000ull) {
                atomic_store_explicit(&server->eager, EAGER_CALLS, memory_order_relaxed);
                if (atomic_load(&server->queued) > 0)
                        server_wake(server);
        } else if (unlikely(eager > 0)) {
                atomic_store_explicit(&server->eager, eager - 1, memory_order_relaxed);
        }
        burst_ns = now_ns;
}

/* There is somebody besides this listener, or there could be. */
static bool server_may_take(Server *server)
{
        return atomic_load(&server->listeners) > 1 || server_may_work(server);
}

static Operation *server_take(Server *server)
{
        Operation *operation = NULL;
        bool more = false;
        List *link;

        if (likely(atomic_load(&server->queued) == 0))
                return NULL;
        if (!server_may_work(server))
                return NULL;

        pthread_mutex_lock(&server->lock);
        link = list_first(&server->run_queue);
        if (link) {
                operation = list_entry(link, Operation, run_link);
                list_remove(link);
                unsigned int left = atomic_load_explicit(&server->queued, memory_order_relaxed) - 1;

                atomic_store_explicit(&server->queued, left, memory_order_relaxed); /* counted under the lock only */
                more = left > 0;
        }
        pthread_mutex_unlock(&server->lock);
        if (more && atomic_load_explicit(&server->eager, memory_order_relaxed) > 0)
                server_wake(server);
        return operation;
}

/* A call of the identity has left its thread: one that waits for that may go on. */
static void server_call_left(Server *server, Identity *identity)
{
        List *link = NULL;

        atomic_fetch_sub(&identity->running, 1);
        if (likely(atomic_load(&identity->n_waiting) == 0))
                return;

        pthread_mutex_lock(&server->lock);
        if (atomic_load(&identity->running) < server->config.max_running)
                link = list_first(&identity->waiting);
        if (link) {
                Operation *operation = list_entry(link, Operation, run_link);

                list_remove(link);
                atomic_fetch_sub(&identity->n_waiting, 1);
                atomic_fetch_add(&identity->running, 1);
                operation->counted = true;
                list_append(&server->run_queue, &operation->run_link);
                atomic_fetch_add(&server->queued, 1);
        }
        pthread_mutex_unlock(&server->lock);
        if (link)
                server_wake(server);
}

/* ---------------------------------------------------------------- turns */

/* The turn that this thread has: which identity's, and whether it is held. A call that waits for its client gives it back meanwhile. */
typedef struct Turn {
        Identity *identity;
        unsigned int blocks; /* how deep in server_block_begin */
} Turn;

static _Thread_local Turn turn;

void server_block_begin(Server *server)
{
        (void)server_ensure_listener(server);
        if (atomic_load(&server->queued) > 0)
                server_wake(server);
        if (turn.identity && turn.blocks++ == 0)
                server_call_left(server, turn.identity);
}

void server_block_end(Server *server)
{
        (void)server;
        if (!turn.identity || --turn.blocks > 0)
                return;
        atomic_fetch_add(&turn.identity->running, 1);
}

/*
 * Whose calls take their time (a tick of the monitor that fell into it, and one more), is not trusted to be over soon for some calls: his do not
 * make those of others wait for the monitor.
 */
static void identity_learn(Identity *identity, unsigned int ticks)
{
        unsigned int slow = atomic_load_explicit(&identity->slow, memory_order_relaxed);

        if (unlikely(atomic_load_explicit(&identity->server->n_ticks, memory_order_relaxed) - ticks >= 2))
                atomic_store_explicit(&identity->slow, SLOW_CALLS, memory_order_relaxed);
        else if (unlikely(slow > 0))
                atomic_store_explicit(&identity->slow, slow - 1, memory_order_relaxed);
}

/*
 * Runs it here, unless its identity has too many running or nobody else would listen. The caller keeps the channel, and so the identity,
 * alive.
 */
static void server_dispatch(Server *server, Operation *operation)
{
        Identity *identity = operation->channel->identity;
        unsigned int ticks;

        if (!identity_admits(identity, operation))
                return;
        if (unlikely(!server_may_work(server))) {
                server_queue(server, operation);
                return;
        }

        if (unlikely(atomic_load_explicit(&identity->slow, memory_order_relaxed) > 0))
                (void)server_ensure_listener(server);

        operation->counted = false;
        batch_continue(operation);
        turn = (Turn){ .identity = identity };
        ticks = atomic_load_explicit(&server->n_ticks, memory_order_relaxed);
        operation_run(operation);
        turn.identity = NULL;
        identity_learn(identity, ticks);
        server_call_left(server, identity);
        atomic_fetch_add_explicit(&server->n_finished, 1, memory_order_relaxed);
}

/* ---------------------------------------------------------------- threads */

/* Parks a thread that is one too many. False: it has waited long enough and is to end. */
static bool worker_park(Server *server)
{
        struct timespec until;
        bool stays = true;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += THREAD_PARKED_S;

        pthread_mutex_lock(&server->lock);
        server->parked++;
        while (server->wakeups == 0 && stays && atomic_load(&server->state) != SERVER_STOPPING)
                stays = pthread_cond_timedwait(&server->unparked, &server->lock, &until) == 0;
        server->parked--;
        if (server->wakeups > 0) {
                server->wakeups--;
                stays = true;
        }
        pthread_mutex_unlock(&server->lock);
        return stays;
}

static Channel *server_channel(Server *server, uint64_t number)
{
        Channel *channel;

        pthread_mutex_lock(&server->channels_lock);
        channel = id_map_get(&server->channels, number);
        if (channel)
                channel_ref(channel);
        pthread_mutex_unlock(&server->channels_lock);
        return channel;
}

/* Something from the queue, if there is any. */
static bool worker_take(Server *server)
{
        static _Thread_local Channel
                *channel; /* of the call, which may be its end; mostly that of the next one as well */
        Operation *operation;

        if (burst_ns)
                burst_goes_on(server);
        operation = server_take(server);
        if (!operation) {
                burst_ns = 0;
                channel = channel_unref(channel);
                spare_rest(server);
                return false;
        }
        if (!burst_ns && atomic_load(&server->queued) > 0)
                burst_ns = clock_now_ns();
        if (operation->channel != channel) {
                channel_unref(channel);
                channel = channel_ref(operation->channel);
        }
        server_dispatch(server, operation);
        return true;
}

/* Serves this channel alone for as long as one request follows the other. */
static void worker_attend(Server *server, Channel *channel)
{
        Attendance *attendance = attend_begin(server, channel);
        bool is_idle = !attendance;

        while (!is_idle && channel->attended && atomic_load(&server->listeners) > 0 &&
               atomic_load(&server->state) != SERVER_STOPPING) {
                Operation *operation = channel_attend(channel, &is_idle);

                if (!operation)
                        continue;
                server_arm_monitor(server);
                attend_call(attendance);
                server_dispatch(server, operation);
                while (worker_take(server))
                        ;
                batch_continue(NULL);
                attend_return(attendance);
        }
        if (attendance)
                attend_end(server, attendance);
}

/* Requests of one channel that came to this thread in a row. */
static _Thread_local struct {
        uint64_t channel;
        unsigned int n;
} row;

static void worker_handle(Server *server, const struct epoll_event *event)
{
        _cleanup_(channel_unrefp) Channel *channel = NULL;
        Operation *operation;
        uint64_t expirations;

        switch (event->data.u64) {
        case EVENT_WAKE:
                atomic_store(&server->wake_pending, false); /* the queue is looked at next */
                return;
        case EVENT_FLUSH:
                (void)!read(server->flush_fd, &expirations, sizeof(expirations));
                server_flush_due(server);
                return;
        case EVENT_SWEEP:
                (void)!read(server->sweep_fd, &expirations, sizeof(expirations));
                server_sweep(server);
                return;
        case EVENT_SILENCE:
                (void)!read(server->silence_fd, &expirations, sizeof(expirations));
                silence_look(server);
                return;
        default:
                channel = server_channel(server, event->data.u64);
                operation = channel ? channel_handle(channel, event->events) : NULL;
                if (!operation)
                        return;
                server_dispatch(server, operation);
                row.n = row.channel == channel->number ? row.n + 1 : 0;
                row.channel = channel->number;
                if (row.n >= ATTEND_AFTER) {
                        row.n = 0;
                        worker_attend(server, channel);
                }
                return;
        }
}

static void server_is_broken(Server *server)
{
        log_error("cannot wait for requests: error %d; a provider has closed descriptors of the host", errno);
        if (server->config.broken)
                server->config.broken(server->config.userdata);
}

static void worker_loop(Server *server)
{
        for (;;) {
                struct epoll_event event;
                int n;

                if (worker_take(server))
                        continue;
                batch_continue(NULL);
                if (atomic_load(&server->state) == SERVER_STOPPING)
                        return; /* with nothing left to do, be it Unsubscribe for those who have gone */
                if (unlikely(atomic_load(&server->listeners) >= LIMIT_IDLE_THREADS)) {
                        /* Those who listen do not notice that a call has closed what they listen to; this one would not come by again. */
                        if (fcntl(server->epoll_fd, F_GETFD) < 0) {
                                server_is_broken(server);
                                return;
                        }
                        if (!worker_park(server))
                                return;
                        continue;
                }

                atomic_fetch_add(&server->listeners, 1);
                /* Whoever queues something looks for listeners afterwards: one of the two sees the other. */
                if (unlikely(atomic_load(&server->queued) > 0) && server_may_take(server)) {
                        atomic_fetch_sub(&server->listeners, 1);
                        continue;
                }
                n = epoll_wait(server->epoll_fd, &event, 1, -1);
                atomic_fetch_sub(&server->listeners, 1);
                if (n == 1)
                        worker_handle(server, &event);
                else if (n < 0 && errno != EINTR) {
                        server_is_broken(server);
                        return;
                }
        }
}

static void *worker_main(void *argument)
{
        Server *server = argument;

        pthread_mutex_lock(&server->lock);
        server->starting--;
        pthread_mutex_unlock(&server->lock);

        channel_thread_begin();
        spare_thread_begin();
        worker_loop(server);
        spare_thread_end(server);
        channel_thread_end();

        pthread_mutex_lock(&server->lock);
        server->threads--;
        atomic_store(&server->n_threads, server->threads);
        pthread_cond_broadcast(&server->changed);
        pthread_mutex_unlock(&server->lock);
        return NULL;
}

static int watch(Server *server, int fd, uint64_t number, bool level)
{
        struct epoll_event event = { .events = EPOLLIN | (level ? 0 : EPOLLET), .data.u64 = number };

        return epoll_ctl(server->epoll_fd, EPOLL_CTL_ADD, fd, &event) < 0 ? error_origin(-errno) : 0;
}

int server_watch_own(Server *server)
{
        int r;

        r = watch(server, server->wake_fd, EVENT_WAKE, false);
        if (!r)
                r = watch(server, server->flush_fd, EVENT_FLUSH, false);
        if (!r)
                r = watch(server, server->sweep_fd, EVENT_SWEEP, false);
        if (!r)
                r = watch(server, server->silence_fd, EVENT_SILENCE, false);
        return r;
}

/* Stopping: everybody out of epoll_wait and out of bed, until only threads that are inside of a provider are left. */
bool server_join(Server *server, uint32_t grace_ms)
{
        uint64_t deadline_ns = clock_now_ns() + grace_ms * CLOCK_NS_PER_MS;
        bool joined;

        pthread_mutex_lock(&server->lock);
        while (server->threads > 0 && clock_now_ns() < deadline_ns) {
                struct timespec until;
                uint64_t one = 1;

                pthread_cond_broadcast(&server->unparked);
                (void)!write(server->wake_fd, &one, sizeof(one));
                clock_gettime(CLOCK_MONOTONIC, &until);
                until.tv_nsec += 10 * 1000000;
                if (until.tv_nsec >= 1000000000) {
                        until.tv_nsec -= 1000000000;
                        until.tv_sec++;
                }
                pthread_cond_timedwait(&server->changed, &server->lock, &until);
        }
        joined = server->threads == 0;
        pthread_mutex_unlock(&server->lock);
        (void)server_sweep_overdue(server, UINT64_MAX);
        if (server->has_monitor) {
                /* A provider that closed its descriptor took the monitor's bed away: nothing wakes it any more. */
                if (server_arm(server->monitor_fd, 1))
                        pthread_join(server->monitor, NULL);
                else
                        joined = false;
                server->has_monitor = false;
        }
        return joined;
}
