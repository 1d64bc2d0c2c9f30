#pragma once

/*
 * Transports: how a session finds the classes of a machine and channels to the hosts that serve them
 *
 * A session asks its Transport for the catalog of classes and, for a class that it wants to use, for a connected socket that speaks
 * wire/frame.h. All functions may be called from several threads at once.
 */

#include <MI.h>

#include "client/catalog.h"
#include "client/failure.h"
#include "util/macro.h"

typedef struct Transport Transport;

typedef struct TransportChannel {
        int fd; /* connected SOCK_STREAM, the taker's */
        uint64_t id;
        uint64_t host;  /* this life of the host */
        uint32_t verbs; /* wire/verbs.h: what it grants */
        uint32_t hops;  /* local sessions between the person and this channel */
} TransportChannel;

typedef struct TransportMethods {
        /*
         * The catalog, with a reference for the caller. `is_stale`: what is known may be out of date, look again. 0, or negative
         * with the failure filled.
         */
        int (*catalog)(Transport *transport, bool is_stale, Catalog **catalogp, Failure *failure);

        /* A channel for a class of a namespace with at least the verbs; failures as above. */
        int (*open)(Transport *transport, const char *name_space, const char *class_name, uint32_t verbs,
                    int timeout_ms, TransportChannel *channelp, Failure *failure);

        /* Is somebody there? */
        int (*test)(Transport *transport, int timeout_ms, Failure *failure);

        void (*free)(Transport *transport);
} TransportMethods;

struct Transport {
        const TransportMethods *methods;
};

static inline Transport *transport_free(Transport *transport)
{
        if (transport)
                transport->methods->free(transport);
        return NULL;
}

DEFINE_CLEANUP(Transport *, transport_free);

/* Through the broker: the installed one, or the one that $XENMI_SOCKET names. Connects when first used. */
int transport_local_new(Transport **transportp, Failure *failure);

/* A provider library in this process, as any user's own code; every namespace, every verb. */
int transport_inproc_new(Transport **transportp, const char *library, Failure *failure);
