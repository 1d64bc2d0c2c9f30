#pragma once

/*
 * Threads of the library: they block all signals, which belong to the program, and wait by the monotonic clock
 */

#include <pthread.h>
#include <stdint.h>

int thread_start(pthread_t *threadp, void *(*run)(void *userdata), void *userdata);

void thread_cond_init(pthread_cond_t *cond);
/* UINT64_MAX: until signalled. */
void thread_cond_wait(pthread_cond_t *cond, pthread_mutex_t *lock, uint64_t until_ns);
