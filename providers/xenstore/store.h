#pragma once

/*
 * The store: sessions, their transactions and their watches, behind all prefixes of the interface
 *
 * Nothing here knows of MI: interface.c turns calls and events of the classes into calls of this header and back.
 *
 * Locks, in the order in which they are taken: a session's, the store's, the watches' (watch.h).
 */

#include "journal.h"
#include "watch.h"
#include "xs.h"

enum {
        STORE_MESSAGE_SIZE = 512,
        STORE_ID_MAX = 32767, /* bytes of a session's Id */
};

#define STORE_NEVER UINT32_MAX

/* Who calls. */
typedef struct Caller {
        uint32_t uid;
        bool is_admin;
} Caller;

/* Why something failed: an errno and a sentence for people. */
typedef struct Problem {
        int error; /* 0: nothing failed */
        char text[STORE_MESSAGE_SIZE];
} Problem;

/* What an administrator may set; 0 means the default except where it says what it means. */
typedef struct StoreOptions {
        const char *path; /* of xenstored's socket or of the device */
        unsigned timeout_ms;
        unsigned sessions_max;          /* 65,536 */
        unsigned sessions_per_user;     /* 32,768 */
        unsigned watches_per_session;   /* 1,024 */
        unsigned watches_max;           /* 65,536 */
        unsigned transactions_max;      /* 64; over the device 4 */
        unsigned transaction_timeout_s; /* 60 */
        unsigned idle_expiry_s;         /* 0: idle sessions stay */
        unsigned orphan_expiry_s;    /* 86,400: sessions that nobody used for so long, their owner being disconnected */
        unsigned event_interval_ms;  /* 5: at most one event of a watch in this time */
        const char *log_console;     /* where Log writes beside the journal; "": nowhere; NULL: /dev/hvc0 */
        const char *state_directory; /* NULL: nothing outlives the host */
        void (*hold_answers)(void);  /* round the answers of node_read_later() that come together, or NULL */
        void (*release_answers)(void);
} StoreOptions;

typedef enum TransactionState {
        TRANSACTION_NONE,
        TRANSACTION_OPEN,
        TRANSACTION_LOST, /* it was open, and is not any more, through no act of the client: the client must be told */
} TransactionState;

typedef struct Store Store;

typedef struct Session {
        Store *store;
        unsigned references; /* the store's, and one for each call that is under way */
        Link link;           /* in the store's list, newest first */
        uint32_t id;         /* counts from 1, never used again */
        char *name;          /* its Id */
        char *instance_name;
        uint32_t uid;
        uint64_t created;   /* time_of_day() */
        uint64_t last_used; /* time_of_day() */
        uint64_t kept_used; /* what the journal has of it; under the store's lock */

        pthread_mutex_t
                lock; /* of what follows; in a transaction held during each call, so that they happen in order */
        bool is_ended;
        TransactionState transaction_state;
        XsTransaction transaction;
        uint64_t transaction_opened;  /* time_now() */
        const char *transaction_lost; /* why */
        WatchOwner watches;
} Session;

/* What a copy of a session's properties is made of, for whoever shows it. */
typedef struct SessionFacts {
        uint32_t id;
        uint32_t uid;
        uint64_t created, last_used;
        bool transaction_open;
        uint64_t transaction_age_ns;
        char *name, *instance_name;
        Strings watches;
} SessionFacts;

struct Store {
        StoreOptions options;
        Xs *xs;
        Watches watches;

        pthread_mutex_t lock;
        Link sessions;
        Map by_id;
        Map by_instance;
        Map name_counts; /* of NameCount by Id: the next number to try in an instance name */
        Map user_counts; /* of UserCount by uid + 1 */
        uint32_t last_id;
        unsigned session_count;
        unsigned transaction_count;
        Journal journal;

        void (*resumed)(void *userdata);
        void *userdata;

        pthread_t worker;
        pthread_cond_t work;
        bool has_worker;
        bool has_work;
        bool is_stopping;
        bool must_register;      /* a new connection knows none of our watches */
        unsigned sentinel_seen;  /* bits: which of the sentinel watches have fired once, */
        unsigned sentinel_fired; /* and which again */
        uint64_t next_sweep;

        uint64_t log_tokens_at; /* rate limit of Log */
        unsigned log_tokens;
        unsigned log_dropped;
        int log_fd;
};

/* All callbacks are called with `userdata`; open_device may be NULL, see xs.h. `resumed`: the domain came back from a suspend. */
int store_new(Store **storep, const StoreOptions *options, int (*open_device)(void *userdata), WatchDeliver deliver,
              void (*resumed)(void *userdata), void *userdata);
Store *store_free(Store *store);

void problem_set(Problem *problem, int error, const char *format, ...) __attribute__((format(printf, 3, 4)));
/* From a result of xs.h about `path`; what: "read". False when r is 0. */
bool problem_from(Problem *problem, int r, const char *what, const char *path);

/* Sessions. All results: 0, or an errno that *problem explains. */
int session_add(Store *store, const Caller *caller, const char *id, uint32_t *idp, Problem *problem);
/* By instance name, or (NULL) by number. Somebody else's session is not found, except by an administrator. */
int session_find(Store *store, const Caller *caller, const char *instance_name, uint32_t id, Session **sessionp,
                 Problem *problem);
Session *session_unref(Session *session);
int session_end(Session *session, Problem *problem);
/* Ends the caller's sessions of this Id (or NULL), of this number (or 0). */
int session_end_all(Store *store, const Caller *caller, const char *id, uint32_t number, uint32_t *endedp,
                    Problem *problem);
/* The caller's sessions, newest first; each is referenced. free() the array. */
int session_list(Store *store, const Caller *caller, Session ***listp, size_t *countp);
int session_facts(Session *session, SessionFacts *facts);
void session_facts_deinit(SessionFacts *facts);

/* A user has gone: no connection of his is left. Or he is here: he calls, or listens. */
void store_user_gone(Store *store, uint32_t uid);
void store_user_here(Store *store, uint32_t uid);

int session_transaction_start(Session *session, Problem *problem);
int session_transaction_commit(Session *session, Problem *problem);
int session_transaction_abort(Session *session, Problem *problem);

int session_watch(Session *session, const char *path, Problem *problem);
int session_unwatch(Session *session, const char *path, Problem *problem);

int session_log(Session *session, const char *message, Problem *problem);

/*
 * Nodes. `session` NULL: outside any session; then what changes several nodes is one transaction of its own, tried again after a
 * conflict. In a session with an open transaction everything happens in that.
 */
int node_read(Store *store, Session *session, const char *path, XsReply *reply, Problem *problem);
/* As xs_read_later(). False: not this one, or it failed already; node_read() tells. */
bool node_read_later(Store *store, Session *session, XsLater *later);
int node_write(Store *store, Session *session, const char *path, const void *value, size_t size, Problem *problem);
int node_remove(Store *store, Session *session, const char *path, Problem *problem);
int node_make(Store *store, Session *session, const char *path, Problem *problem);
int node_exists(Store *store, Session *session, const char *path, bool *existsp, Problem *problem);
/* Full paths, in the form in which `path` was given. */
int node_children(Store *store, Session *session, const char *path, Strings *children, Problem *problem);
int node_first_child(Store *store, Session *session, const char *path, Bytes *child, Problem *problem);
int node_next_sibling(Store *store, Session *session, const char *path, Bytes *sibling, Problem *problem);
int node_permissions(Store *store, Session *session, const char *path, Strings *permissions, Problem *problem);
int node_set_permissions(Store *store, Session *session, const char *path, const Strings *permissions,
                         Problem *problem);

/* Many nodes: all or none. */
typedef struct NodeChange {
        enum {
                NODE_WRITE,
                NODE_REMOVE,
                NODE_MAKE,
                NODE_PERMISSIONS,
                NODE_PERMISSIONS_BELOW
        } what;
        const char *path;
        const void *value;
        size_t size;
        const Strings *permissions;
} NodeChange;

int node_change_many(Store *store, Session *session, const NodeChange *changes, size_t count, Problem *problem);

/* One node of a tree; returns false to stop before it. `error`: what failed, 0: nothing. */
typedef bool (*TreeNode)(void *userdata, const char *path, const XsReply *value, const Strings *permissions, int error);

typedef struct TreeWalk {
        const char *path;
        unsigned depth;          /* 0: all */
        const char *continue_at; /* NULL or "": from the start */
        bool with_permissions;
        TreeNode node;
        void *userdata;
} TreeWalk;

int node_walk(Store *store, Session *session, const TreeWalk *walk, Problem *problem);

/* The domain that we are in. Each is the empty text where xenstore does not tell. */
typedef struct DomainFacts {
        bool is_connected;
        char id[16];
        char uuid[64];
        char name[256];
        char path[64];
} DomainFacts;

void store_domain(Store *store, DomainFacts *facts);
/* Where relative paths begin, as an absolute path. 0, ENOENT: xenstore does not tell, or negative. */
int store_home(Store *store, char *path, size_t size);
