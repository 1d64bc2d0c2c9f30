#include "client/pool.h"

#include "client/job.h"
#include "client/thread.h"
#include "util/clock.h"

void pool_init(Pool *pool)
{
        pthread_mutex_init(&pool->lock, NULL);
        thread_cond_init(&pool->wanted);
        list_init(&pool->jobs);
}

/* The lock is held. The next job, or NULL when the thread is to end. */
static Job *pool_wait(Pool *pool)
{
        uint64_t until = clock_now_ns() + POOL_IDLE_MS * CLOCK_NS_PER_MS;
        List *first;

        pool->n_idle++;
        while (!(first = list_first(&pool->jobs)) && !pool->is_ending && clock_now_ns() < until)
                thread_cond_wait(&pool->wanted, &pool->lock, until);
        pool->n_idle--;
        if (!first)
                return NULL;
        list_remove(first);
        pool->n_jobs--;
        return list_entry(first, Job, pool_link);
}

static void *pool_thread(void *userdata)
{
        PoolThread *self = userdata;
        Pool *pool = self->pool;
        Job *job;

        pthread_mutex_lock(&pool->lock);
        while ((job = pool_wait(pool))) {
                pthread_mutex_unlock(&pool->lock);
                job_work(job);
                pthread_mutex_lock(&pool->lock);
        }
        self->has_ended = true;
        pthread_mutex_unlock(&pool->lock);
        return NULL;
}

/* The lock is held. */
static void pool_grow(Pool *pool)
{
        for (size_t i = 0; i < ARRAY_SIZE(pool->threads); i++) {
                PoolThread *thread = &pool->threads[i];

                if (thread->is_used && !thread->has_ended)
                        continue;
                if (thread->is_used)
                        pthread_join(thread->thread, NULL);
                thread->pool = pool;
                thread->has_ended = false;
                thread->is_used = thread_start(&thread->thread, pool_thread, thread) == 0;
                return;
        }
}

void pool_submit(Pool *pool, Job *job)
{
        pthread_mutex_lock(&pool->lock);
        list_append(&pool->jobs, &job->pool_link);
        pool->n_jobs++;
        if (pool->n_jobs > pool->n_idle)
                pool_grow(pool);
        pthread_cond_signal(&pool->wanted);
        pthread_mutex_unlock(&pool->lock);
}

void pool_deinit(Pool *pool)
{
        pthread_mutex_lock(&pool->lock);
        pool->is_ending = true;
        pthread_cond_broadcast(&pool->wanted);
        pthread_mutex_unlock(&pool->lock);
        for (size_t i = 0; i < ARRAY_SIZE(pool->threads); i++)
                if (pool->threads[i].is_used)
                        pthread_join(pool->threads[i].thread, NULL);
        pthread_cond_destroy(&pool->wanted);
        pthread_mutex_destroy(&pool->lock);
}
