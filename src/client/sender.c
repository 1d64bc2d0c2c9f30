#include "client/sender.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <sys/socket.h>

#include "util/clock.h"
#include "util/error.h"

enum {
        SEND_TIMEOUT_MS = 30000, /* a host that does not read for so long is given up */
        ROOM = 1 << 20,          /* bytes that wait before who brings more has to wait as well */
        KEEP = 64 * 1024,        /* a larger buffer is given back when it is empty */
        PATIENCE_NS = 200000,    /* others that take longer to come are not worth it */
        FAILURES_MAX = 12,
};

void sender_init(Sender *sender, int fd)
{
        *sender = (Sender){ .fd = fd };
        pthread_mutex_init(&sender->lock, NULL);
        pthread_cond_init(&sender->room, NULL);
        event_init(&sender->relief);
        buffer_init(&sender->out, 0);
        buffer_init(&sender->sending, 0);
}

void sender_deinit(Sender *sender)
{
        buffer_deinit(&sender->out);
        buffer_deinit(&sender->sending);
        pthread_cond_destroy(&sender->room);
        pthread_mutex_destroy(&sender->lock);
}

void sender_expect(Sender *sender, uint32_t n)
{
        atomic_fetch_add_explicit(&sender->n_expected, n, memory_order_relaxed);
}

/* Counts a caller that comes back. True: others may. */
static bool others_are_expected(Sender *sender)
{
        uint32_t expected = atomic_load_explicit(&sender->n_expected, memory_order_relaxed);

        while (expected > 0 && !atomic_compare_exchange_weak_explicit(&sender->n_expected, &expected, expected - 1,
                                                                      memory_order_relaxed, memory_order_relaxed))
                ;
        return expected > 1;
}

static int write_all(int fd, const void *data, size_t size)
{
        const char *next = data;

        while (size > 0) {
                ssize_t n = send(fd, next, size, MSG_NOSIGNAL | MSG_DONTWAIT);
                struct pollfd waiting = { .fd = fd, .events = POLLOUT };

                if (n >= 0) {
                        next += n;
                        size -= (size_t)n;
                } else if (errno == EAGAIN) {
                        if (poll(&waiting, 1, SEND_TIMEOUT_MS) == 0)
                                return -ETIMEDOUT;
                } else if (errno != EINTR) {
                        return -errno;
                }
        }
        return 0;
}

/* Lets others come and add to what is to be sent. With the lock held, but not meanwhile. */
static void let_others_come(Sender *sender)
{
        uint64_t begin_ns = clock_now_ns();
        bool have_come, are_in_time = false;

        do {
                size_t before = sender->out.size;

                pthread_mutex_unlock(&sender->lock);
                sched_yield();
                pthread_mutex_lock(&sender->lock);
                have_come = sender->out.size > before && clock_now_ns() - begin_ns < PATIENCE_NS;
                are_in_time = are_in_time || have_come;
        } while (have_come && atomic_load_explicit(&sender->n_expected, memory_order_relaxed) > 0);
        if (are_in_time) {
                sender->failures = 0;
                return;
        }
        sender->failures += sender->failures < FAILURES_MAX;
        sender->skips = 1u << sender->failures;
}

/* With the lock held, but not while it is in the kernel. Ends when there is no more, or somebody is there to go on. */
static void send_out(Sender *sender)
{
        while (sender->out.size > 0 && sender->error == 0 && !sender->has_relief) {
                Buffer empty = sender->sending;
                int r;

                sender->sending = sender->out;
                sender->out = empty;
                if (sender->sleepers > 0)
                        pthread_cond_broadcast(&sender->room);
                pthread_mutex_unlock(&sender->lock);
                r = write_all(sender->fd, sender->sending.data, sender->sending.size);
                pthread_mutex_lock(&sender->lock);
                sender->error = r;
                sender->is_tired = true;
                if (sender->sending.capacity > KEEP)
                        buffer_deinit(&sender->sending);
                else
                        buffer_clear(&sender->sending);
        }
}

/* The next one's turn, if somebody waits for it. With the lock held; true: he is to be woken without it. */
static bool leave(Sender *sender)
{
        sender->is_sending = sender->is_relieved = sender->has_relief;
        sender->has_relief = sender->is_tired = false;
        if (sender->sleepers > 0)
                pthread_cond_broadcast(&sender->room);
        return sender->is_relieved;
}

/* Waits for his turn behind a sender that is tired. With the lock held, but not meanwhile. */
static void relieve(Sender *sender)
{
        sender->has_relief = true;
        while (!sender->is_relieved) {
                pthread_mutex_unlock(&sender->lock);
                event_wait(&sender->relief, UINT64_MAX);
                pthread_mutex_lock(&sender->lock);
        }
        sender->is_relieved = false;
}

/* Nobody is sending: does, first what is given. With the lock held. */
static void send_now(Sender *sender, const void *data, size_t size)
{
        int r;

        pthread_mutex_unlock(&sender->lock);
        r = write_all(sender->fd, data, size);
        pthread_mutex_lock(&sender->lock);
        sender->error = r;
        sender->is_tired = true;
}

static int append(Sender *sender, const void *data, size_t size)
{
        size_t before = sender->out.size;
        int r;

        while (sender->is_sending && sender->out.size > ROOM && sender->error == 0) {
                sender->sleepers++;
                pthread_cond_wait(&sender->room, &sender->lock);
                sender->sleepers--;
        }
        r = buffer_append(&sender->out, data, size);
        if (r < 0) {
                sender->out.size = before;
                sender->out.failed = false;
        }
        return r;
}

int sender_send(Sender *sender, const void *data, size_t size, bool is_caller)
{
        bool waits = is_caller && others_are_expected(sender), is_queued, must_wake = false;
        int r = 0;

        pthread_mutex_lock(&sender->lock);
        if (waits && sender->skips > 0) {
                sender->skips--;
                waits = false;
        }
        is_queued = sender->is_sending || waits;
        if (sender->error == 0 && is_queued)
                r = append(sender, data, size);
        if (sender->error == 0 && r == 0 && sender->is_sending && sender->is_tired && !sender->has_relief) {
                relieve(sender);
                send_out(sender);
                must_wake = leave(sender);
        } else if (sender->error == 0 && r == 0 && !sender->is_sending) {
                sender->is_sending = true;
                if (waits)
                        let_others_come(sender);
                if (!is_queued)
                        send_now(sender, data, size);
                send_out(sender);
                must_wake = leave(sender);
        }
        if (sender->error < 0)
                r = sender->error;
        pthread_mutex_unlock(&sender->lock);
        if (must_wake)
                event_signal(&sender->relief);
        return r < 0 ? error_trace(r) : 0;
}
