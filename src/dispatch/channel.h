#pragma once

/*
 * Channels: one connected client
 *
 * Reading: a thread that finds the channel readable claims it, reads until the socket is empty, acts on control frames, takes one request
 * for itself and queues the others, and lets go of the channel before it runs the provider. Writing: replies are packed into `out` under
 * the channel's lock by whoever posts them; the socket is non-blocking, and what it does not take waits until it does.
 */

#include <pthread.h>
#include <stdatomic.h>

#include "dispatch/caller.h"
#include "dispatch/identity.h"
#include "dispatch/server.h"
#include "util/account.h"
#include "util/buffer.h"
#include "util/list.h"
#include "util/map.h"
#include "wire/frame.h"
#include "wire/shape.h"

typedef struct Operation Operation;

struct Channel {
        Server *server;
        uint64_t number; /* in Server.channels; the epoll events carry it */
        atomic_uint references;
        int fd;
        Caller caller;
        Identity *identity;
        Charge charge;
        uint32_t verbs;
        char *name_space; /* NULL: any */

        /* whoever raises `claims` from 0 may read, and goes on until it is 0 again */
        atomic_uint claims;
        FrameReader reader;
        ShapeTable shapes_in;
        bool greeted;
        atomic_bool was_answered; /* the greeting was written; a hint, looked at by whoever has read */

        pthread_mutex_t lock;
        pthread_cond_t changed; /* credit, answers, cancellation, room to write, the end */

        /* under the lock */
        Buffer out;     /* what was packed */
        Buffer sending; /* what is being written, by the thread that has set is_flushing, without the lock */
        bool is_flushing;
        unsigned int sleepers;   /* threads that wait for room */
        size_t sent;             /* of `sending`; that thread's, too */
        size_t unsent;           /* what of `sending` is left, as of when the lock was taken last */
        uint64_t dirty_since_ns; /* since when `out` has something unsent; 0: it has not */
        uint64_t event_ns;       /* when the last indication was packed */
        Charge backlog;          /* what the socket did not take */
        atomic_bool
                attended; /* a thread waits for it in recv(): epoll does not look for what comes; written under the lock */
        atomic_bool wants_out; /* EPOLLOUT is asked for; a hint without the lock */
        atomic_bool closed;
        bool leaving;
        ShapeSender shapes_out;
        size_t max_frame; /* that the client takes */
        IdMap operations; /* Operation by id; each with a reference */

        /*
         * Who subscribes and then calls the method that makes events happen must not miss them: what is asked after a subscription waits
         * until that is in force, for a moment at most.
         */
        atomic_uint n_holding; /* subscriptions that are not in force yet */
        uint64_t held_until_ns;
        List held; /* of Operation.run_link */
};

int channel_new(Channel **channelp, Server *server, int fd, const Caller *caller, uint32_t verbs,
                const char *name_space);
Channel *channel_ref(Channel *channel);
Channel *channel_unref(Channel *channel);

/* Events of epoll. Returns an operation to run (with its reference), or NULL. */
Operation *channel_handle(Channel *channel, uint32_t events);

/*
 * Waits for the next request of a channel that is attended, a moment at most (see attend.h), and returns it as above. *is_idlep: none came.
 */
Operation *channel_attend(Channel *channel, bool *is_idlep);
void channel_set_attended(Channel *channel, bool on); /* not with the lock held */

/* The buffer to pack into; with the lock held. */
Buffer *channel_out(Channel *channel);
/* Round the life of one of the server's threads. */
void channel_thread_begin(void);
void channel_thread_end(void);

/* Writes what is packed, as far as the socket takes it. With the lock held, which it lets go meanwhile. */
void channel_flush(Channel *channel);
/* After packing: writes it now (`now`), or when it is enough, or soon. With the lock held, which it may let go meanwhile. */
void channel_packed(Channel *channel, bool now);
/* Is so much waiting that posts have to wait? With the lock held. */
bool channel_is_full(const Channel *channel);

/* Hangs up and cancels the channel's operations. Not with the lock held. */
void channel_close(Channel *channel);
void channel_go_away(Channel *channel);

/* The subscription is in force, or has failed: what waits for it may go on. Not with the lock held. */
void channel_let_go(Operation *operation);

/* Must the request wait for a subscription before it on this channel? One that is itself to be waited for is noted. */
bool channel_holds(Channel *channel, Operation *operation);
/* They have waited long enough, or the channel ends. */
void channel_let_go_all(Channel *channel);

/* Looks at deadlines (true: there are operations that have one), or at buffers that are due. */
bool channel_sweep(Channel *channel, uint64_t now_ns);
bool channel_flush_due(Channel *channel, uint64_t now_ns);

DEFINE_CLEANUP(Channel *, channel_unref);
