#pragma once

/*
 * Feeds: the indications of one class on their way to who subscribed
 *
 * A Feed belongs to a provider of an indication class. The first subscription calls EnableIndications, the last one that goes
 * DisableIndications; what the provider posts on the context of EnableIndications goes to every subscription whose filter it meets.
 * Subscriptions with a condition of the form Property = 'text' are found through an index, so that an event costs nothing for those
 * that wait for something else.
 */

#include <MI.h>
#include <pthread.h>

#include "dispatch/module.h"
#include "dispatch/problem.h"
#include "util/list.h"
#include "util/map.h"
#include "xenmi-provider.h"

typedef struct Context Context;
typedef struct Membership Membership;

typedef enum FeedState {
        FEED_OFF,
        FEED_ENABLING,
        FEED_ON,
        FEED_DISABLING,
} FeedState;

struct Feed {
        Provider *provider;
        Server *server;
        pthread_mutex_t lock;
        pthread_cond_t changed;

        /* under the lock */
        FeedState state;
        char *name_space;             /* of the last EnableIndications */
        Context *context;             /* of EnableIndications, while not OFF */
        Problem problem;              /* what ended the feed while it was being enabled */
        unsigned int n_holders;       /* subscriptions that keep it on */
        List unindexed;               /* of Membership.link */
        StrMap index;                 /* text in lower case -> FeedEntry */
        const char *indexed_property; /* the property behind the index, once there is one */
};

/* The provider's feed, made at the first call; NULL: memory is short. */
Feed *feed_of(Provider *provider);
Feed *feed_free(Feed *feed);

/* Turns the feed on, unless it is, and keeps it on until feed_release(). False and the problem: it cannot be. */
bool feed_hold(Feed *feed, const char *name_space, Problem *problem);
void feed_release(Feed *feed);

/* Puts a subscription onto the feed, with a reference to its operation: from then on it gets indications. 0 or -ENOMEM. */
int feed_add(Feed *feed, Membership *member);
/* Takes it off and drops that reference (the caller has one of its own); false: it was not on it (any more). */
bool feed_remove(Feed *feed, Membership *member);

/* From contexts */
MI_Result feed_post(Feed *feed, const MI_Instance *indication, const XenmiDelivery *delivery);
void feed_post_final(Feed *feed, Problem *problem);
