#pragma once

/*
 * A flow: requests whose askers do not wait
 *
 * Where many ask at the same time, a thread and a wake-up for each is most of what an answer costs. Here requests are collected, leave
 * together over a few connections (the daemon takes one request from each connection in turn, so that several cost it less than one),
 * and one thread receives the answers and hands them on together. It exists only over the daemon's socket, and only once somebody has
 * asked for it; all that it cannot take, the asker asks in person through a channel (channel.h).
 */

#include "channel.h"

typedef struct XsFlow XsFlow;

/* A read under way. The asker's memory, which is the flow's from flow_read() until `done` is called. */
typedef struct XsLater {
        const char *path;
        /*
         * In the flow's thread: `result` as in channel.h, and with 0 the answer, which is followed by a NUL and gone afterwards. Must not
         * wait for anybody.
         */
        void (*done)(struct XsLater *later, int result, const char *bytes, size_t size);

        /* the flow's */
        Link link;
        uint32_t id;
        uint64_t deadline;
} XsLater;

typedef struct XsFlowOptions {
        const XsEndpoint *endpoint;
        /* Round answers that came together, or NULL. */
        void (*hold)(void);
        void (*release)(void);
        /* Asks once more, patiently, what a broken connection has swallowed. */
        int (*ask_again)(void *userdata, const char *path, XsReply *reply);
        void *userdata;
} XsFlowOptions;

int flow_new(XsFlow **flowp, const XsFlowOptions *options);
/* What is under way ends with -ECONNRESET. */
XsFlow *flow_free(XsFlow *flow);

/* Takes a READ; it leaves with the next flow_send(). False: it does not take it, now or ever. */
bool flow_read(XsFlow *flow, XsLater *later);
void flow_send(XsFlow *flow);
/* Is anything under way? */
bool flow_is_busy(const XsFlow *flow);
