#include "client/thread.h"

#include <linux/futex.h>
#include <signal.h>
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

void event_init(Event *event)
{
        atomic_init(&event->state, EVENT_NONE);
}

void event_wait(Event *event, uint64_t until_ns)
{
        struct timespec until = {
                .tv_sec = (time_t)(until_ns / CLOCK_NS_PER_S),
                .tv_nsec = (long)(until_ns % CLOCK_NS_PER_S),
        };
        uint32_t none = EVENT_NONE;

        /* Waiting with the bitset form takes an absolute monotonic time. */
        if (atomic_compare_exchange_strong(&event->state, &none, EVENT_AWAITED))
                syscall(SYS_futex, &event->state, FUTEX_WAIT_BITSET_PRIVATE, EVENT_AWAITED,
                        until_ns == UINT64_MAX ? NULL : &until, NULL, FUTEX_BITSET_MATCH_ANY);
        atomic_exchange(&event->state, EVENT_NONE); /* reads the signal, so that what was written before it is seen */
}

void event_signal(Event *event)
{
        if (atomic_exchange(&event->state, EVENT_SIGNALLED) == EVENT_AWAITED)
                syscall(SYS_futex, &event->state, FUTEX_WAKE_PRIVATE, 1, NULL, NULL, 0);
}
