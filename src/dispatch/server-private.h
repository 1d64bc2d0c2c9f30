#pragma once

/*
 * The inside of a Server, for the files of this folder
 *
 * Locks, outermost first: Feed.lock, Channel.lock, Server.lock. Nothing is called back with a lock held.
 */

#include <pthread.h>
#include <stdatomic.h>

#include "dispatch/attend.h"
#include "dispatch/identity.h"
#include "dispatch/server.h"
#include "util/list.h"
#include "util/map.h"
#include "xenmi-provider.h"

typedef struct Context Context;
typedef struct Operation Operation;

typedef enum ServerState {
        SERVER_NEW,
        SERVER_RUNNING,
        SERVER_LEAVING, /* takes no new requests */
        SERVER_STOPPING,
} ServerState;

/* The classes of one namespace, as far as somebody asked for them */
typedef struct Scope {
        char *name_space;
        StrMap providers; /* class name -> Provider, without case */
        List link;
} Scope;

struct Server {
        ServerConfig config;
        uint64_t number; /* no two servers of a process have the same, one after the other or not */
        int epoll_fd;
        int wake_fd;    /* eventfd: an operation waits for a thread */
        int flush_fd;   /* timerfd: buffered replies are due */
        int sweep_fd;   /* timerfd: deadlines are to be looked at */
        int silence_fd; /* timerfd: providers of which nothing was heard */
        int monitor_fd; /* timerfd: see whether somebody listens; blocking, read by the monitor thread */

        atomic_int state;         /* ServerState */
        atomic_uint listeners;    /* threads in epoll_wait */
        atomic_uint queued;       /* length of run_queue */
        atomic_bool wake_pending; /* wake_fd was written and nobody has seen it yet */
        atomic_bool flush_armed;
        atomic_bool sweep_armed;
        atomic_bool silence_armed;
        atomic_bool monitor_armed;
        atomic_uint n_threads;  /* as `threads`, for a look without the lock */
        atomic_uint n_finished; /* calls that have left their thread */
        atomic_uint n_ticks;    /* of the monitor */
        atomic_uint eager;      /* calls for which whoever queues wakes others at once, because calls take their time */
        atomic_bool served;
        atomic_uint busy;           /* operations that have not ended, modules that want to stay */
        _Atomic uint64_t active_ns; /* when an operation ended last */

        pthread_mutex_t channels_lock; /* of `channels` and `last_channel`; innermost */
        uint64_t last_channel;
        IdMap channels; /* Channel by number */

        pthread_mutex_t spare_lock; /* of what is spare, see spare.h; innermost */
        List contexts;              /* ended ones, oldest first */
        unsigned int n_contexts;
        struct ContextChunk *context_chunks;
        List spare_operations; /* by run_link */
        unsigned int n_spare;
        atomic_uint n_alive; /* contexts that are in use, or with a thread */

        pthread_t monitor;
        bool has_monitor;

        pthread_mutex_t load_lock; /* one library is loaded at a time; outermost */
        pthread_mutex_t lock;
        pthread_cond_t unparked; /* parked threads: work, or the end */
        pthread_cond_t changed;  /* threads ended, a lifetime context got its result */

        /* under the lock */
        unsigned int threads;
        unsigned int parked;
        unsigned int wakeups;  /* parked threads that were called for and have not come yet */
        unsigned int starting; /* new threads that have not come yet */
        List modules;
        List scopes;
        IdMap identities; /* Identity by uid + 1 */
        List run_queue;   /* of Operation.run_link */
        List overdue;     /* of Operation.overdue_link */
        Attendance attended[ATTENDED_MAX];
};

/* Round everything that may wait for long: another thread listens meanwhile. May be nested. */
void server_block_begin(Server *server);
void server_block_end(Server *server);

/* Gives an operation, with its reference, to a thread. */
void server_queue(Server *server, Operation *operation);

/*
 * Gives all of the list, by their run_link, to threads: this one looks at the queue as soon as its own call is over, and the others are woken
 * only if calls take their time.
 */
void server_queue_burst(Server *server, List *operations);

/* A thread that listens is needed: wakes or starts one. False: there are as many as may be. */
bool server_ensure_listener(Server *server);

/* Buffered replies exist: look at them after FLUSH_DELAY_US. */
void server_arm_flush(Server *server);
void server_arm_sweep(Server *server);

/* Something that keeps the server from being idle begins or ends. */
void server_busy(Server *server);
void server_done(Server *server);

/* The provider of a class: 0, SERVER_UNKNOWN_CLASS, SERVER_BAD_MODULE (*problemp), or negative errno. */
int server_find_provider(Server *server, const char *name_space, const char *class_name, Provider **providerp,
                         char **problemp);

/* Calls `visit` for each channel with a reference held and no lock. */
void server_each_channel(Server *server, void (*visit)(Channel *channel, void *data), void *data);

/* A user's last channel closed. */
void server_identity_gone(Server *server, uid_t uid);

/* Descriptors that a forked child of a provider must not keep open */
void server_fd_opened(int fd);
void server_fd_closed(int fd);
