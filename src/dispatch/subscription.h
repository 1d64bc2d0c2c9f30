#pragma once

/*
 * Subscriptions: one client's interest in the indications of a class
 *
 * Belongs to the operation that subscribed. Posting never waits for a client. What does not fit the operation's credit is queued;
 * indications with a coalesce key take the place of an older one with the same key; of others the oldest go when the queue is full, and
 * the subscriber is told how many it has missed.
 */

#include <MI.h>

#include "dispatch/feed.h"
#include "query/query.h"
#include "util/account.h"
#include "util/list.h"
#include "util/map.h"

typedef struct Operation Operation;

typedef enum SubscriptionPhase {
        SUBSCRIPTION_STARTING, /* Subscribe is running */
        SUBSCRIPTION_ACTIVE,
        SUBSCRIPTION_ENDED,
} SubscriptionPhase;

struct Subscription {
        uint64_t id; /* unique in this process, never used again: what providers know it by */
        Feed *feed;
        Operation *operation; /* owns this */
        Charge charge;
        void *self; /* of the provider */

        /* under the feed's lock */
        List link;     /* Feed.unindexed or FeedEntry.subscriptions */
        char *indexed; /* the text that the indexed property equals, in lower case; NULL: not indexed */
        bool is_listed;
        bool holds_feed;
        bool was_subscribed; /* Unsubscribe is due */
        bool is_settled;     /* Subscribe has succeeded, failed or returned without a word */
        SubscriptionPhase phase;

        /* under the channel's lock */
        List queue;    /* of Waiting, oldest first */
        StrMap by_key; /* coalesce key -> Waiting */
        unsigned int n_queued;
        size_t queued_bytes;
        Charge queued_charge;
        uint64_t dropped; /* since the subscriber was told last */
};

/* Is the indication for this subscription? Feed's lock held. */
bool subscription_wants(const Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery);
/* Sends or queues it. Takes the channel's lock. */
void subscription_push(Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery);

/* The client's credit or socket has room again: packs what waits. Channel's lock held. True: something was packed. */
bool subscription_drain(Subscription *subscription);

/* No indication comes any more, and Unsubscribe is called by another thread, once. Without locks. */
void subscription_end(Subscription *subscription);
Subscription *subscription_free(Subscription *subscription);
