#pragma once

/*
 * A channel: one descriptor on which xenstore is asked
 *
 * Over the daemon's socket many requests of many threads are under way at once (the daemon answers them in order). No thread of our
 * own stands between: of those who wait for an answer one reads, hands the others theirs, and passes the reading on when it has its
 * own; so a lone caller does one write and one read. The kernel's device keeps one buffer for each open file: there one request is
 * under way at a time, and each message is one write().
 *
 * A watching channel has threads: one that reads answers and events, and, on the device, one that writes, because the kernel blocks
 * inside the write of a WATCH.
 *
 * Results: 0; a positive errno is xenstore's own refusal; a negative one means that the request did not get through:
 * -ETIMEDOUT (it may still be carried out), -ECONNRESET (the connection broke meanwhile: it may have been carried out),
 * -ENOTCONN (nobody there to ask, nothing was done), -ESTALE (the transaction's connection is gone, and so is the transaction).
 */

#include "common.h"
#include "protocol.h"

#include <sys/uio.h>

enum {
        XS_MANY_MAX = 64, /* requests at once */
};

typedef struct XsReply {
        size_t size;
        char data[XS_PAYLOAD_MAX + 1]; /* followed by a NUL that is not counted */
} XsReply;

typedef struct XsRequest {
        uint32_t type;
        uint32_t transaction;
        uint64_t generation; /* of the transaction; 0: any */
        const struct iovec *parts;
        unsigned part_count;
        bool may_repeat; /* asking twice does no harm */
} XsRequest;

/* What a watching channel tells: `path` as the daemon gave it. NULL, NULL: the channel is connected (again). */
typedef void (*XsEvent)(void *userdata, const char *path, const char *token);

typedef struct XsEndpoint {
        const char *path;
        bool is_device;
        /* How to open a device that we may not open ourselves, or NULL. Gives a descriptor or a negative errno. */
        int (*open)(void *userdata);
        void *userdata;
        uint64_t timeout_ns;
} XsEndpoint;

typedef struct XsWaiter XsWaiter;

typedef struct XsChannel {
        const XsEndpoint *endpoint;
        pthread_mutex_t send_lock; /* held while a message is written, and (before `lock`) by who connects */
        pthread_mutex_t lock;      /* of everything below */
        int fd;                    /* -1: not connected */
        bool is_broken;            /* nothing more will come; close it once nobody reads */
        bool is_reading;
        uint64_t generation; /* of the connection; counts from 1 */
        uint32_t last_request;
        unsigned load; /* callers inside; counted by who shares the channels out, without the lock */
        Link waiters;
        size_t filled;
        char *buffer; /* what was received and not yet handed out */
        pthread_cond_t is_idle;

        /* of a watching channel */
        XsEvent event;
        void *userdata;
        bool is_stopping;
        bool has_reader;
        pthread_t reader;
        int wake[2]; /* a pipe whose end wakes the reader */

        /* of one on the device: the thread that blocks in the kernel so that nobody else does */
        bool has_writer;
        pthread_t writer;
        pthread_cond_t written; /* `outgoing_state` changed */
        enum {
                OUTGOING_FREE,
                OUTGOING_WAITS,
                OUTGOING_ABANDONED,
                OUTGOING_WRITTEN
        } outgoing_state;
        char *outgoing; /* the message to write */
        size_t outgoing_size;
        int outgoing_result;
} XsChannel;

int channel_init(XsChannel *channel, const XsEndpoint *endpoint);
void channel_deinit(XsChannel *channel);

/* A connection to the daemon, blocking, or a negative errno. */
int channel_connect_socket(const char *path);

int channel_ask(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply, uint64_t *generationp);

/*
 * Many requests at once: one write where the channel allows that. results[i] as channel_ask() has them, but nothing is tried again.
 */
void channel_ask_many(XsChannel *channel, const XsRequest *requests, unsigned count, uint64_t deadline,
                      XsReply *replies, int *results);

/* Makes it a watching channel: connects, reconnects and reads in a thread of its own. */
int channel_start_watching(XsChannel *channel, XsEvent event, void *userdata);
