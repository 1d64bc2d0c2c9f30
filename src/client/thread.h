#pragma once

/*
 * Threads of the library: they block all signals, which belong to the program, and wait by the monotonic clock
 */

#include <pthread.h>
#include <stdatomic.h>
#include <stdint.h>

int thread_start(pthread_t *threadp, void *(*run)(void *userdata), void *userdata);

void thread_cond_init(pthread_cond_t *cond);
/* UINT64_MAX: until signalled. */
void thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, uint64_t until_ns);

/*
 * Events: one thread waits until somebody has signalled since its last wait. A signal that nobody waits for costs no system call, and
 * unlike a condition variable there is no lock to be had again afterwards.
 */
typedef struct Event {
        _Atomic uint32_t state; /* EVENT_... */
        uint32_t slot;          /* where it sleeps */
} Event;

enum {
        EVENT_WORDS = 8,
};

/* Events signalled whose threads are still to be woken: one system call wakes 32 of them, and the first to run finds all others awake. */
typedef struct EventBatch {
        uint32_t words; /* a bit for each of `bits` that has any */
        uint32_t bits[EVENT_WORDS];
} EventBatch;

void event_init(Event *event);
/* Returns when signalled, at `until_ns` (UINT64_MAX: never), and sometimes for no reason: look at what you wait for. */
void event_wait(Event *event, uint64_t until_ns);
void event_signal(Event *event);
/* Signals; the thread wakes with the batch, which begins zeroed and is so again after it. */
void event_signal_later(Event *event, EventBatch *batch);
void event_wake(EventBatch *batch);
