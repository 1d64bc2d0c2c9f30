#include "client/thread.h"

#include <errno.h>
#include <limits.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdbool.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include "util/clock.h"
#include "util/error.h"

int thread_start(pthread_t *threadp, void *(*run)(void *userdata), void *userdata)
{
        sigset_t all, before;
        int r;

        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &before);
        r = pthread_create(threadp, NULL, run, userdata);
        pthread_sigmask(SIG_SETMASK, &before, NULL);
        return r ? error_origin(-r) : 0;
}

void thread_cond_init(pthread_cond_t *cond)
{
        pthread_condattr_t attributes;

        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(cond, &attributes);
        pthread_condattr_destroy(&attributes);
}

void thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, uint64_t until_ns)
{
        struct timespec until = {
                .tv_sec = (time_t)(until_ns / CLOCK_NS_PER_S),
                .tv_nsec = (long)(until_ns % CLOCK_NS_PER_S),
        };

        if (until_ns == UINT64_MAX)
                pthread_cond_wait(cond, lock);
        else
                pthread_cond_timedwait(cond, lock, &until);
}

enum {
        EVENT_NONE,
        EVENT_AWAITED,
        EVENT_SIGNALLED,
};

/*
 * All events of the process sleep on a few words, each with a bit of its own as long as there are not more than bits. A word counts up
 * before its sleepers are woken, so that who is about to lie down stays up.
 */
static _Atomic uint32_t words[EVENT_WORDS];

void event_init(Event *event)
{
        static _Atomic uint32_t slots;

        atomic_init(&event->state, EVENT_NONE);
        event->slot = atomic_fetch_add_explicit(&slots, 1, memory_order_relaxed) % (EVENT_WORDS * 32);
}

static uint32_t event_bit(const Event *event)
{
        return UINT32_C(1) << event->slot % 32;
}

void event_wait(Event *event, uint64_t until_ns)
{
        struct timespec until = {
                .tv_sec = (time_t)(until_ns / CLOCK_NS_PER_S),
                .tv_nsec = (long)(until_ns % CLOCK_NS_PER_S),
        };
        _Atomic uint32_t *word = &words[event->slot / 32];
        uint32_t none = EVENT_NONE, seen = atomic_load(word);
        bool is_late = false;

        /* Waiting with the bitset form takes an absolute monotonic time. Others with the same bit may have been meant. */
        if (atomic_compare_exchange_strong(&event->state, &none, EVENT_AWAITED))
                while (!is_late && atomic_load(&event->state) == EVENT_AWAITED) {
                        is_late = syscall(SYS_futex, word, FUTEX_WAIT_BITSET_PRIVATE, seen,
                                          until_ns == UINT64_MAX ? NULL : &until, NULL, event_bit(event)) < 0 &&
                                  errno == ETIMEDOUT;
                        seen = atomic_load(word);
                }
        atomic_exchange(&event->state, EVENT_NONE); /* reads the signal, so that what was written before it is seen */
}

static void event_batch(EventBatch *batch, const Event *event)
{
        batch->words |= UINT32_C(1) << event->slot / 32;
        batch->bits[event->slot / 32] |= event_bit(event);
}

void event_signal_later(Event *event, EventBatch *batch)
{
        if (atomic_exchange(&event->state, EVENT_SIGNALLED) == EVENT_AWAITED)
                event_batch(batch, event);
}

void event_wake(EventBatch *batch)
{
        for (; batch->words; batch->words &= batch->words - 1) {
                unsigned int i = (unsigned int)__builtin_ctz(batch->words);

                atomic_fetch_add(&words[i], 1);
                syscall(SYS_futex, &words[i], FUTEX_WAKE_BITSET_PRIVATE, INT_MAX, NULL, NULL, batch->bits[i]);
                batch->bits[i] = 0;
        }
}

void event_signal(Event *event)
{
        EventBatch batch = { 0 };

        event_signal_later(event, &batch);
        event_wake(&batch);
}
