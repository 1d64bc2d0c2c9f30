#pragma once

/*
 * Jobs: what is behind MI_Operation
 *
 * A job has legs, one for each request that it takes: most have one, a deep enumeration over several hosts has more, a class
 * request has none and is answered by a Source from the catalog. Replies of all legs are one stream of entries with one end. A
 * synchronous operation's stream is consumed by the caller who pulls; an asynchronous one's by the pool, one entry at a time.
 */

#include <MI.h>
#include <pthread.h>

#include "client/channel.h"
#include "client/failure.h"
#include "query/query.h"
#include "util/arena.h"
#include "util/buffer.h"
#include "util/list.h"
#include "wire/request.h"

typedef struct Application Application;
typedef struct Job Job;
typedef struct Session Session;

typedef enum ResultKind {
        RESULT_INSTANCE,
        RESULT_INDICATION,
        RESULT_CLASS,
} ResultKind;

enum {
        LEGS_MAX = 1024,    /* hosts times classes of one operation */
        LEGS_AHEAD = 8,     /* legs that run beside the one being read */
        ENTRIES_AHEAD = 16, /* replies that are taken from the channel at once */
        CREDIT_BYTES = 256 * 1024,
        LEG_ATTEMPTS = 5,        /* channels that are tried for a request whose hosts go away */
        ABANDON_MS = 2000,       /* how long a host has to end what was cancelled or is late */
        RESUME_MS = 30000,       /* how long a subscription waits for its host to come back */
        OPEN_TIMEOUT_MS = 60000, /* for the broker to find or start a host */
};

typedef enum LegState {
        LEG_NEW,
        LEG_RUNNING,
        LEG_DONE,
} LegState;

struct Leg {
        Job *job;
        const RepositoryClass *class; /* whom it is for; of the operation's catalog */
        ClientChannel *channel;       /* ours; NULL before the start */
        uint64_t id;
        _Atomic LegState state;
        atomic_bool is_expecting; /* the channel knows it; written under the channel's lock */
        bool is_async;
        bool has_results;
        bool is_live;          /* the host has said that the subscription is in force */
        unsigned int attempts; /* to find a channel */
        unsigned int restarts; /* because a host that goes away refused it */
        uint32_t consumed;     /* bytes of results since credit was granted last */
        Buffer request;        /* the whole FRAME_REQUEST, for sending it once more */
        Buffer bookmark;       /* of the newest event that the client has got, with its NUL; empty: none had one */
        uint64_t lost_ns;      /* since when a subscription looks for its host; 0: it does not */
};

/* Results that come from this process: next() makes one, or says that there are no more. */
typedef struct Source {
        /* 0 and one of the two (the caller's to delete), SOURCE_END, or negative with the failure filled */
        int (*next)(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure);
        const RepositoryClass *top;
        const RepositoryClass *at;
        bool is_shallow;
        bool names_only;
        bool has_begun;
        Query *query; /* ours: which of the classes; or NULL */
        MI_Instance **instances;
        uint32_t n_instances;
        uint32_t position;
} Source;

enum {
        _SOURCE_SUCCESS,

        SOURCE_END,
};

struct Job {
        List link;           /* session's operations, or the application's free ones */
        List pool_link;      /* waits for a worker */
        uint64_t generation; /* changes when it is closed: old handles are recognised */
        MI_Operation handle; /* what callbacks get */
        Session *session;
        Catalog *catalog;

        ResultKind kind;
        MI_Uint32 flags;
        bool is_async;
        bool is_ended; /* the last result was delivered */
        bool is_subscription;
        bool is_reported;          /* that it is in force */
        bool forgives_unsupported; /* many providers: one that cannot is none */
        bool is_draining;          /* a subscription that has failed: what came before is still delivered */
        MI_OperationCallbacks callbacks;
        uint32_t verbs; /* that its channels must grant */
        uint64_t deadline_ns;
        char name_space[REQUEST_NAME_MAX];

        _Atomic(Entry *) pushed; /* by channels, newest first; the consumer takes them all at once */
        Entry *queue;            /* the consumer's, oldest first */
        Waiter waiter;           /* of the consumer, for the lead */

        pthread_mutex_t lock; /* of the following */
        atomic_bool is_cancelled;
        MI_CancellationReason reason;
        _Atomic uint64_t abandon_ns; /* when not to wait for the host any longer; UINT64_MAX: not yet */
        bool is_scheduled;           /* with the pool, or being worked on */
        bool awaits_acknowledgement;
        atomic_bool is_closed;
        uint32_t prompt; /* that the client has to answer */
        Leg *prompt_leg;

        Leg **legs;
        uint32_t n_legs;
        uint32_t n_started;
        uint32_t n_done;
        Source source;

        /* the consumer's: what was delivered last, and how it ends */
        Entry direct[ENTRIES_AHEAD]; /* what the consumer has read itself: */
        unsigned int direct_next;    /* to be delivered next */
        unsigned int direct_end;
        Entry *current;    /* one of these or of the queue, or NULL */
        MI_Instance *made; /* by the source */
        MI_Class *made_class;
        MI_Result result;
        Failure failure;
        Entry *failed;      /* the first failing leg's last reply, or NULL */
        MI_Instance *error; /* made from `failure` */
        Arena arena;

        Leg first_leg; /* the one that most operations have */
        Leg *one_leg[1];
};

/* A zeroed operation of a session, locked into its list; NULL when memory is short or the session closes. */
Job *job_new(Session *session, ResultKind kind, MI_Uint32 flags, const MI_OperationCallbacks *callbacks);

/* Behind a handle: NULL for one that is closed or not ours, or in a forked child. */
Job *job_of(const MI_Operation *handle);

/* A leg more; its request buffer is for the caller to fill. */
int job_add_leg(Job *job, const RepositoryClass *class, Leg **legp);

/* All legs are there (or job->failure says why not): begins. The handle becomes valid before any callback runs. */
void job_start(Job *job, MI_Operation *handle);

/* The next thing to be delivered by the consumer: an entry that is a result or an event, or nothing at the end. Waits if `waits`. */
typedef enum NextKind {
        NEXT_NOTHING, /* not now */
        NEXT_RESULT,  /* job->current, made or made_class */
        NEXT_EVENT,   /* job->current: a message, prompt, ... */
        NEXT_END,     /* job->result, failure, failed */
} NextKind;
NextKind job_next(Job *job, bool waits);

/* Drops what was delivered last. */
void job_release(Job *job);

/* How it ended, for the API. */
const MI_Char *job_message(const Job *job);
const MI_Instance *job_error(Job *job);

/* Tells a callback about an event of job->current. */
void job_report(Job *job);

void job_cancel(Job *job, MI_CancellationReason reason);
void job_close(Job *job);

/* For channels, under their lock: queues an entry. A synchronous consumer is to be signalled, others job_schedule()d. */
void job_push(Job *job, Entry *entry);
/* Does anything wait that was pushed after the consumer has last found nothing? */
static inline bool job_has_pushed(const Job *job)
{
        return atomic_load_explicit(&job->pushed, memory_order_acquire) != NULL;
}
/* When to give up waiting for the host, why, and having said so. */
uint64_t job_patience(const Job *job);
void job_describe_lateness(const Job *job, Failure *failure);
void job_lose_patience(Job *job);
/* A worker of the pool consumes. */
void job_work(Job *job);
void job_schedule(Job *job);

/* Before the start: as if no leg and no source had been added. */
void job_forget_legs(Job *job);

/* Parts of the above */
Entry *job_pop(Job *job); /* by the consumer: the oldest of those pushed, or NULL */
void job_start_legs(Job *job);
void job_close_legs(Job *job);
void leg_cancel(Leg *leg, MI_CancellationReason reason);
static inline void leg_set_state(Leg *leg, LegState state)
{
        atomic_store_explicit(&leg->state, state, memory_order_release);
}
void leg_detach(Leg *leg); /* from its channel, as before the start */
bool job_must_end(const Job *job);
Entry *entry_drop(Entry *entry); /* clears it, frees it if it is on the heap */
void job_destroy(Job *job);      /* when the application closes */

extern const MI_OperationFT job_ft;
