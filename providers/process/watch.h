#pragma once

/*
 * Processes that come and go
 *
 * While somebody subscribes to one of the two indication classes, a thread compares /proc with what it was. The kernel tells only
 * root of processes as they start, so one that lives shorter than the interval may pass unseen.
 */

#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include <MI.h>

enum {
        WATCH_INTERVAL_MS = 500,
        WATCH_PROCESSES_MAX = 1 << 20,
};

typedef enum WatchKind {
        WATCH_STARTED,
        WATCH_STOPPED,
        WATCH_KINDS,
} WatchKind;

/* What has to be remembered of a process to tell of its end */
typedef struct Seen {
        pid_t pid;
        pid_t ppid;
        uint64_t start_ms;
        char name[32];
} Seen;

typedef struct SeenList {
        Seen *list; /* by pid */
        size_t count;
        size_t room;
} SeenList;

typedef struct Watch {
        pthread_mutex_t
                lock; /* held while indications are posted, so that a context that is given back is used no more */
        pthread_cond_t wake;
        pthread_t thread;
        bool is_running;
        bool is_ready;       /* the thread knows its generation */
        uint64_t generation; /* of the thread: it ends when this changes */
        unsigned interval_ms;
        MI_Context *contexts[WATCH_KINDS]; /* NULL: nobody subscribes */
        SeenList seen;
} Watch;

void watch_init(Watch *watch, unsigned interval_ms);
void watch_deinit(Watch *watch);

/* Begins to post indications of the kind on the context. 0 or negative errno. */
int watch_enable(MI_Module_Self *module, WatchKind kind, MI_Context *context);
/* The context is not used any more when this returns. */
void watch_disable(MI_Module_Self *module, WatchKind kind);
