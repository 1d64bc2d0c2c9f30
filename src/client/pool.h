#pragma once

/*
 * The pool: threads that run clients' callbacks
 *
 * Each job is worked on by one thread at a time. The pool grows when all its threads are inside callbacks, so that one that waits
 * or prompts stops no other, and idle threads end after a while.
 */

#include <pthread.h>
#include <stdbool.h>

#include "util/list.h"

enum {
        POOL_THREADS_MAX = 64,
        POOL_IDLE_MS = 5000,
};

typedef struct Job Job;

typedef struct PoolThread {
        struct Pool *pool;
        pthread_t thread;
        bool is_used;
        bool has_ended; /* to be joined */
} PoolThread;

typedef struct Pool {
        pthread_mutex_t lock;
        pthread_cond_t wanted; /* there is work, or the pool ends */
        List jobs;
        unsigned int n_jobs;
        unsigned int n_idle;
        bool is_ending;
        PoolThread threads[POOL_THREADS_MAX];
} Pool;

void pool_init(Pool *pool);
/* No job is left. Waits for the threads. */
void pool_deinit(Pool *pool);

/* A thread will call job_work(). Without threads and without memory for one it waits for the next thread. */
void pool_submit(Pool *pool, Job *job);
