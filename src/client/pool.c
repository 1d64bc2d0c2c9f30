#include "client/pool.h"

#include "client/job.h"
#include "client/thread.h"
#include "util/clock.h"

void pool_init(Pool *pool)
{
        pthread_mutex_init(&pool->lock, NULL);
        thread_cond_init(&pool->wanted);
        thread_cond_init(&pool->changed);
        list_init(&pool->jobs);
}

static void *pool_thread(void *userdata)
{
        Pool *pool = userdata;

        pthread_mutex_lock(&pool->lock);
        for (;;) {
                uint64_t until = clock_now_ns() + POOL_IDLE_MS * CLOCK_NS_PER_MS;
                List *first;

                pool->n_idle++;
                while (!(first = list_first(&pool->jobs)) && !pool->is_ending && clock_now_ns() < until)
                        thread_cond_wait(&pool->wanted, &pool->lock, until);
                pool->n_idle--;
                if (!first)
                        break;
                list_remove(first);
                pthread_mutex_unlock(&pool->lock);
                job_work(list_entry(first, Job, pool_link));
                pthread_mutex_lock(&pool->lock);
        }
        pool->n_threads--;
        pthread_cond_broadcast(&pool->changed);
        pthread_mutex_unlock(&pool->lock);
        return NULL;
}

void pool_submit(Pool *pool, Job *job)
{
        pthread_mutex_lock(&pool->lock);
        list_append(&pool->jobs, &job->pool_link);
        if (pool->n_idle > 0)
                pthread_cond_signal(&pool->wanted);
        if (pool->n_idle <= 1 && pool->n_threads < POOL_THREADS_MAX && thread_start_detached(pool_thread, pool) == 0)
                pool->n_threads++;
        pthread_mutex_unlock(&pool->lock);
}

void pool_deinit(Pool *pool)
{
        pthread_mutex_lock(&pool->lock);
        pool->is_ending = true;
        pthread_cond_broadcast(&pool->wanted);
        while (pool->n_threads > 0)
                pthread_cond_wait(&pool->changed, &pool->lock);
        pthread_mutex_unlock(&pool->lock);
        pthread_cond_destroy(&pool->wanted);
        pthread_cond_destroy(&pool->changed);
        pthread_mutex_destroy(&pool->lock);
}
