#pragma once

/*
 * Subscriptions: one client's interest in the indications of a class, and of those that derive from it
 *
 * Belongs to the operation that subscribed, and is on the feed of each of the classes with a Membership of its own: to a provider that
 * is a subscription to its class alone. A class that refuses it, or that ends its indications, leaves the others as they are, and the
 * subscriber is told in a warning; the subscription ends with its last membership, with the first problem that any had.
 *
 * Posting never waits for a client. What does not fit the operation's credit is queued; indications with a coalesce key take the place
 * of an older one with the same key; of others the oldest go when the queue is full, and the subscriber is told how many it has missed.
 */

#include <MI.h>

#include "dispatch/feed.h"
#include "query/query.h"
#include "util/account.h"
#include "util/list.h"
#include "util/map.h"

typedef struct Context Context;
typedef struct Operation Operation;
typedef struct Subscription Subscription;

typedef struct Membership {
        Subscription *subscription;
        Feed *feed;
        uint64_t id;      /* unique in this process, never used again: what the provider knows it by */
        void *self;       /* of the provider */
        Context *context; /* of Subscribe, with a reference of ours: what has posted nothing ends with the membership */
        bool holds_feed;  /* while the subscription starts its thread's, then who tears it down's */

        /* under the feed's lock */
        List link;     /* Feed.unindexed or FeedEntry.members */
        char *indexed; /* the text that the indexed property equals, in lower case; NULL: not indexed */
        bool is_listed;

        /* under the channel's lock */
        bool is_answered;    /* Subscribe has posted its result, or returned without a word */
        bool was_subscribed; /* Unsubscribe is due */
        bool is_over;        /* gets no indications (any more) */
        bool is_torn_down;
} Membership;

struct Subscription {
        Operation *operation; /* owns this */
        Charge charge;

        /* under the channel's lock */
        uint32_t n_live; /* memberships that are not over */
        bool is_started; /* all classes have been asked: until then memberships that are over wait to be torn down */
        bool is_tearing; /* a thread is about to tear down */
        Problem problem; /* the first of a membership */
        List queue;      /* of Waiting, oldest first */
        StrMap by_key;   /* coalesce key -> Waiting */
        unsigned int n_queued;
        size_t queued_bytes;
        Charge queued_charge;
        uint64_t dropped; /* since the subscriber was told last */

        uint32_t n_members;
        Membership members[];
};

/* On the feeds of these classes, each still to be asked. ACCOUNT_QUOTA: the user has too many. */
int subscription_new(Subscription **subscriptionp, Operation *operation, Provider *const *providers, uint32_t count);
/* All classes have been asked. False: there is nothing to wait for any more. */
bool subscription_started(Subscription *subscription);

/* Is the indication for this subscription? Feed's lock held. */
bool membership_wants(const Membership *member, const MI_Instance *indication, const XenmiDelivery *delivery);
/* Sends or queues it. Takes the channel's lock. */
void subscription_push(Subscription *subscription, const MI_Instance *indication, const XenmiDelivery *delivery);

/* The client's credit or socket has room again: packs what waits. Channel's lock held. True: something was packed. */
bool subscription_drain(Subscription *subscription);

/*
 * No indication comes any more, and Unsubscribe is called by another thread, once; of one class, for a reason that is moved from, or of
 * all. Without locks.
 */
void membership_end(Membership *member, Problem *problem);
void subscription_end(Subscription *subscription);
Subscription *subscription_free(Subscription *subscription);

/* The provider's answer to Subscribe: whether it has taken it, and what became of it, which is more if it was cancelled meanwhile. */
void subscription_answered(Subscription *subscription, const Provider *provider, bool is_taken, const Problem *problem);
