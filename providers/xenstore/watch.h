#pragma once

/*
 * Watches: few in xenstore, many in front of it
 *
 * A domain has few watches (128, or 100) that all its agents share, so each path is registered once, however many sessions and
 * subscriptions watch it; and when xenstored refuses one more, several of ours give way to one on their nearest common ancestor,
 * whose events are then sorted out here.
 *
 * What changes quickly comes as one event: an event goes out at once if the watch was quiet, otherwise when its interval is over; so
 * at least one always follows the last change.
 */

#include "common.h"
#include "xs.h"

typedef struct Watches Watches;
typedef struct WatchPath WatchPath;

/* Who sets watches: a session, or a subscription that names a path. */
typedef struct WatchOwner {
        Link watches;        /* of Watch, in the order in which they were set */
        unsigned count;      /* duplicates counted */
        uint32_t session_id; /* 0: a subscription */
        uint64_t subscription;
        uint32_t uid;
        bool is_admin;    /* of a subscription's owner */
        bool is_restored; /* was there before this host was */
} WatchOwner;

typedef struct Watch {
        Link owner_link;
        Link path_link;
        Link due_link; /* alone: nothing waits to be told */
        WatchOwner *owner;
        WatchPath *path;
        unsigned count; /* SetWatch calls on this path less RemoveWatch calls */
        uint64_t sequence;
        uint64_t told_at; /* time_now() of the last event */
        char *changed;    /* path of the change that waits to be told */
} Watch;

/* Tells the world: called with the watches' lock held, so events of one watch come in order. */
typedef struct WatchNews {
        const char *path; /* as it was given */
        const char *changed;
        const WatchOwner *owner;
        uint64_t subscription; /* not 0: only for this one */
        uint64_t sequence;
} WatchNews;

typedef void (*WatchDeliver)(void *userdata, const WatchNews *news);

struct Watches {
        Xs *xs;
        WatchDeliver deliver;
        void *userdata;
        uint64_t interval_ns;
        pthread_mutex_t register_lock; /* one registration after the other; taken before `lock` */
        pthread_mutex_t lock;
        Map by_path;
        Map by_token; /* by number */
        Link due;     /* of Watch, the one that is due first at the head */
        uint64_t last_token;
        unsigned count;            /* duplicates counted */
        unsigned registered_count; /* in xenstore */
};

void watches_init(Watches *watches, WatchDeliver deliver, void *userdata, uint64_t interval_ns);
void watches_deinit(Watches *watches);

void watch_owner_init(WatchOwner *owner);

typedef enum WatchMode {
        WATCH_REGISTERED,   /* now, or fail */
        WATCH_LATER,        /* now, or when there is a connection again */
        WATCH_UNREGISTERED, /* by the next watches_register_all() */
} WatchMode;

/* Sets one more watch. Fires once at once. 0, or as xs_watch(). */
int watches_add(Watches *watches, WatchOwner *owner, const char *path, WatchMode mode);
/* Removes the last watch of a path. No news of it comes after this has returned. ENOENT: there was none. */
int watches_remove(Watches *watches, WatchOwner *owner, const char *path);
void watches_remove_all(Watches *watches, WatchOwner *owner);
/* The same at the end of everything, when xenstore is not told any more. */
void watches_forget_all(WatchOwner *owner);
/* Tells one subscription again what restored watches have told before it was there. */
void watches_tell_restored(Watches *watches, WatchOwner *subscription, const char *path);
/* The owner's paths, each as often as it was set. */
int watches_list(Watches *watches, const WatchOwner *owner, Strings *paths);

/* An event came from xenstored. */
void watches_event(Watches *watches, const char *path, const char *token);

/* A new connection: none of our watches is known there. Registers all; each fires once. */
void watches_register_all(Watches *watches);

/* Tells what is due; returns when to call again (time_now()), 0: when there is something. */
uint64_t watches_tell_due(Watches *watches);
bool watches_has_due(Watches *watches);
