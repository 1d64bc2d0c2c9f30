#pragma once

/*
 * Channels: a socket to one host, shared by all operations of a session that go there
 *
 * No thread reads on behalf of others as long as all callers are synchronous: of those that wait, one is the leader and reads the
 * socket. What belongs to others it puts into their operations' queues; when its own result has come it hands the lead on. Only while
 * asynchronous operations run does a thread of the channel take part.
 *
 * The order of locks: channel->lock, then job->lock.
 */

#include <pthread.h>

#include "client/entry.h"
#include "client/sender.h"
#include "client/thread.h"
#include "client/transport.h"
#include "util/list.h"
#include "util/map.h"
#include "wire/frame.h"
#include "wire/reply.h"
#include "wire/shape.h"

typedef struct Waiter Waiter;

/*
 * Somebody who waits for the lead: a job's consumer, who also waits for entries, or the channel's own thread. The leader who leaves
 * gives the lead to the first. Signals are sent without locks, so that who wakes does not run into them at once.
 */
struct Waiter {
        List link;
        Event event;
        /* These two are written under the lock of the channel; who is not in its queue is not given the lead. */
        atomic_bool has_lead;
        _Atomic(ClientChannel *) queued_with; /* NULL: not queued */
};

struct ClientChannel {
        atomic_uint references;
        int fd;
        int wake_fd; /* eventfd: the leader looks up from polling */
        uint64_t id;
        uint64_t host;
        uint32_t verbs;
        uint32_t hops;

        pthread_mutex_t lock; /* of the following */
        bool has_leader;
        List waiting; /* of Waiter, first come first */
        IdMap legs;   /* by the id of the request */
        uint64_t last_id;
        atomic_bool is_going_away; /* written under the lock */
        atomic_bool is_dead;
        Failure why;

        uint32_t n_async; /* legs that nobody waits for in person */
        bool has_thread;
        bool is_stopping;
        pthread_t thread;
        Waiter thread_waiter;

        /* the leader's */
        FrameReader reader;
        ShapeTable shapes;
        bool had_hello;
        EventBatch woken; /* consumers that have something, to be woken before the leader waits or when it leaves */
        Entry *spare;     /* entries to be used again, */

        _Atomic(Entry *) returned; /* those that their consumers have put back; the leader takes them all at once */

        Sender sender;
};

/* Takes the descriptor over, also on failure, and says hello. */
int client_channel_new(ClientChannel **channelp, const TransportChannel *opened);
ClientChannel *client_channel_ref(ClientChannel *channel);
ClientChannel *client_channel_unref(ClientChannel *channel); /* NULL */

/* Can new requests be sent on it? */
bool client_channel_is_usable(ClientChannel *channel);

/* No good any more, and no leg is left? */
bool client_channel_is_idle_wreck(ClientChannel *channel);

/* Ends it at once; all legs get `why`. */
void client_channel_abort(ClientChannel *channel, const Failure *why);

enum {
        _CHANNEL_SUCCESS,

        CHANNEL_UNUSABLE, /* the host goes away or is gone: ask for another channel */
};

/*
 * Makes the leg known and sends its request. 0, CHANNEL_UNUSABLE, or negative errno. A leg whose `channel` is set afterwards has taken the
 * caller's reference over, whatever the result.
 */
int client_channel_start(ClientChannel *channel, Leg *leg, bool is_async);
/* No more entries for the leg from now on; close_leg tells the host unless the leg has ended, end_leg knows that it has. */
void client_channel_close_leg(ClientChannel *channel, Leg *leg);
void client_channel_end_leg(ClientChannel *channel, Leg *leg);

/* Ends the channel's own thread and waits for it. Not from that thread, which runs no code of clients. */
void client_channel_stop(ClientChannel *channel);

/* Sends a whole small frame; errors show when reading. */
void client_channel_send(ClientChannel *channel, const void *data, size_t size);

/*
 * Takes the lead, or queues the waiter: true: the caller leads. A waiter that is queued waits for its has_lead; one that goes on without
 * is withdrawn, and if it was given the lead meanwhile, it leads (true).
 */
void waiter_init(Waiter *waiter);
bool client_channel_take_lead(ClientChannel *channel, Waiter *waiter);
bool client_channel_withdraw(ClientChannel *channel, Waiter *waiter);
/* `ended`: a synchronous leg whose end the leader has read, or NULL. */
void client_channel_leave_lead(ClientChannel *channel, Leg *ended);

/*
 * Reads until frames for `leg` have come, at most `count`, which are put into `entries`, or until `until_ns`. Called by who has the
 * lead, without locks. leg NULL: until woken. The number of entries (at least 1), 0 to look at the state of your operation (woken, or
 * time is up), or negative errno when the channel is dead.
 */
int client_channel_lead(ClientChannel *channel, Leg *leg, Entry *entries, unsigned int count, uint64_t until_ns);

/* Makes the leader look at the state of things. */
void client_channel_wake(ClientChannel *channel);

DEFINE_CLEANUP(ClientChannel *, client_channel_unref);
