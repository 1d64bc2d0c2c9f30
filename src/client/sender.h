#pragma once

/*
 * Sender: what many threads write to one socket
 *
 * One thread is in the kernel at a time; what others want to send meanwhile goes with its next write. And where replies have just woken
 * several callers, the first of them that comes back with a new request lets the others come as well, so that all their requests are one
 * write for us and one wake-up for the host. Whether that works out is looked at each time: callers that have better things to do than
 * to come back are soon not waited for any more. Who sends for others does it twice at most when a third one comes meanwhile, who then
 * goes on in his place: nobody sends for ever while his own reply lies there.
 */

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

#include "client/thread.h"
#include "util/buffer.h"

typedef struct Sender {
        int fd;
        _Atomic uint32_t n_expected; /* callers that were woken and have not come back */

        pthread_mutex_t lock; /* of the following; taken alone */
        pthread_cond_t room;
        Buffer out;     /* what is to be sent next */
        Buffer sending; /* what is being sent, by the thread that has set is_sending, without the lock */
        bool is_sending;
        bool is_tired;    /* it has sent its own, and is sending for others */
        bool has_relief;  /* somebody waits to go on in its place, */
        bool is_relieved; /* and is to do so now: is_sending is his */
        Event relief;
        unsigned int sleepers; /* threads that wait for room */
        int error;             /* the socket is no good any more */
        unsigned int failures; /* times in a row that nobody came */
        unsigned int skips;    /* sends for which nobody is to be waited for */
} Sender;

void sender_init(Sender *sender, int fd);
void sender_deinit(Sender *sender);

/* Callers have been woken who may come back with requests. */
void sender_expect(Sender *sender, uint32_t n);

/*
 * Sends whole frames, in the order of the calls. 0: they are sent, or the thread that is at it takes them along. Negative errno: they
 * are not, and nothing will be from now on. `is_caller`: one that sender_expect() may have spoken of.
 */
int sender_send(Sender *sender, const void *data, size_t size, bool is_caller);
