#pragma once

/*
 * Limits of a server, with their defaults
 */

#include <stdint.h>

enum {
        LIMIT_THREADS = 128,        /* of a server; one of them always listens */
        LIMIT_IDLE_THREADS = 3,     /* that listen at a time; others are parked and end after a while */
        LIMIT_OPERATIONS = 1024,    /* at a time, per identity */
        LIMIT_SUBSCRIPTIONS = 2048, /* at a time, per identity */
        LIMIT_RUNNING = 48, /* calls of one identity that are inside of providers; further ones wait for their turn */
        LIMIT_BLOCKED = 64, /* posts of one identity that wait for its clients; the call of a further one ends */
        LIMIT_QUEUED = 64 << 20,         /* bytes waiting to be sent, per identity */
        LIMIT_CHANNEL_BACKLOG = 1 << 20, /* bytes waiting on one channel before posts to it wait */
        LIMIT_FEED_QUEUE = 1024,         /* indications waiting for one subscriber before policy applies */
        LIMIT_FEED_QUEUE_BYTES = 1 << 20,
        LIMIT_MODULES = 256,
        LIMIT_CLASSES = 4096,    /* declared by one module */
        LIMIT_PROPERTIES = 4096, /* of one class */
        LIMIT_GRACE_MS = 3000,   /* for functions to return when the server stops */
        LIMIT_LOAD_MS = 30000,   /* for Load and Unload to post when they return without */
        LIMIT_HELD_MS = 1000,    /* that requests wait for a subscription before them on the same channel */
        LIMIT_HOPS = 8,          /* hosts that a chain of local sessions may go through */
        LIMIT_CONTEXTS_QUARANTINED =
                2048, /* ended contexts that are remembered, so that posts to them are recognised */
        LIMIT_MESSAGES =
                4096, /* messages and progress reports of one operation that wait to be sent; the rest is dropped */
};

enum {
        FLUSH_BYTES = 48 * 1024, /* buffered replies are written at this size, */
        FLUSH_DELAY_US = 1000,   /* after this time, or when the function returns */
        OVERDUE_S = 10,          /* for a function to return after it was cancelled, before that is an error */
        SWEEP_MS = 200,          /* how late an overrun deadline may be noticed */
        MONITOR_MS = 3,          /* how long requests may wait when all threads are inside of calls that do not end */
        SLOW_CALLS = 16,  /* calls for which the next thread is woken at once, after one that outlasted the monitor */
        BRIEF_US = 100,   /* a call of a burst that takes longer has others woken for the rest of it, */
        EAGER_CALLS = 64, /* and for so many further ones */
        THREAD_PARKED_S = 10,
        THREAD_STACK = 2 << 20,
        RECEIVE_SIZE = 64 * 1024,
};
