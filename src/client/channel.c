#include "client/channel.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

#include "client/job.h"
#include "client/thread.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"

enum {
        /* How long a leader blocks in recv() before it polls, where it can be woken: short calls need one system call for reading. */
        FIRST_WAIT_MS = 250,
        OPERATION_OFFSET = 8, /* of the operation's id in a frame */
        STAGED_MAX = 32,
};

void waiter_init(Waiter *waiter)
{
        list_init(&waiter->link);
        event_init(&waiter->event);
        atomic_init(&waiter->has_lead, false);
        atomic_init(&waiter->queued_with, NULL);
}

/* The channel's lock is held. */
static void waiter_queue(ClientChannel *channel, Waiter *waiter)
{
        list_append(&channel->waiting, &waiter->link);
        atomic_store_explicit(&waiter->queued_with, channel, memory_order_relaxed);
}

static void waiter_leave(Waiter *waiter)
{
        list_remove(&waiter->link);
        atomic_store_explicit(&waiter->queued_with, NULL, memory_order_relaxed);
}

int client_channel_new(ClientChannel **channelp, const TransportChannel *opened)
{
        _cleanup_(client_channel_unrefp) ClientChannel *channel = NULL;
        struct timeval first_wait = { .tv_usec = FIRST_WAIT_MS * 1000 };
        Buffer hello = BUFFER_INIT;
        int r;

        channel = calloc(1, sizeof(*channel));
        if (!channel) {
                fd_close(opened->fd);
                return error_origin(-ENOMEM);
        }
        channel->references = 1;
        channel->fd = opened->fd;
        channel->id = opened->id;
        channel->host = opened->host;
        channel->verbs = opened->verbs;
        channel->hops = opened->hops;
        pthread_mutex_init(&channel->lock, NULL);
        sender_init(&channel->sender, channel->fd);
        waiter_init(&channel->thread_waiter);
        list_init(&channel->waiting);
        id_map_init(&channel->legs);
        frame_reader_init(&channel->reader, FRAME_SIZE_MAX);
        shape_table_init(&channel->shapes);

        channel->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        if (channel->wake_fd < 0)
                return error_origin(-errno);
        r = fd_set_nonblocking(channel->fd, false);
        if (r < 0)
                return error_trace(r);
        if (setsockopt(channel->fd, SOL_SOCKET, SO_RCVTIMEO, &first_wait, sizeof(first_wait)) < 0)
                return error_origin(-errno);

        r = frame_append_hello(&hello);
        if (r == 0)
                r = sender_send(&channel->sender, hello.data, hello.size, false);
        buffer_deinit(&hello);
        if (r == -EPIPE || r == -ECONNRESET)
                return CHANNEL_UNUSABLE;
        if (r < 0)
                return error_trace(r);
        *channelp = steal(&channel);
        return 0;
}

ClientChannel *client_channel_ref(ClientChannel *channel)
{
        atomic_fetch_add_explicit(&channel->references, 1, memory_order_relaxed);
        return channel;
}

ClientChannel *client_channel_unref(ClientChannel *channel)
{
        if (!channel || atomic_fetch_sub_explicit(&channel->references, 1, memory_order_acq_rel) != 1)
                return NULL;
        fd_close(channel->fd);
        fd_close(channel->wake_fd);
        entries_free(channel->spare);
        entries_free(atomic_load_explicit(&channel->returned, memory_order_acquire));
        frame_reader_deinit(&channel->reader);
        shape_table_deinit(&channel->shapes);
        id_map_deinit(&channel->legs);
        sender_deinit(&channel->sender);
        pthread_mutex_destroy(&channel->lock);
        free(channel);
        return NULL;
}

bool client_channel_is_usable(ClientChannel *channel)
{
        return !channel->is_going_away && !channel->is_dead;
}

bool client_channel_is_idle_wreck(ClientChannel *channel)
{
        bool is_wreck;

        pthread_mutex_lock(&channel->lock);
        is_wreck = (channel->is_going_away || channel->is_dead) && channel->legs.count == 0;
        pthread_mutex_unlock(&channel->lock);
        return is_wreck;
}

/* The lock is held. Out of memory: the consumer is told all the same, by its leg's state. */
static void fail_leg(Leg *leg, const Failure *why)
{
        Entry *entry = entry_new(leg);

        if (entry) {
                entry->failure = malloc(sizeof(*entry->failure));
                if (entry->failure)
                        *entry->failure = *why;
        }
        if (!entry || !entry->failure) {
                entry_free(entry);
                return;
        }
        job_push(leg->job, entry);
        if (leg->job->is_async)
                job_schedule(leg->job);
        else
                event_signal(&leg->job->waiter.event);
}

static void describe_end(ClientChannel *channel, int r, Failure *why)
{
        if (r == -ECONNRESET || r == -EPIPE)
                failure_set(
                        why, MI_RESULT_SERVER_IS_SHUTTING_DOWN,
                        "the provider's host has ended or closed the connection before it had answered; the journal "
                        "of xenmi says why");
        else if (r == -ENOMEM)
                failure_set_errno(why, r, "cannot take the host's reply");
        else if (r != -EBADMSG)
                failure_set_errno(why, r, "cannot read from the provider's host");
        else
                failure_set(why, MI_RESULT_FAILED,
                            channel->had_hello ? "the provider's host sent something that is not a reply"
                                               : "the provider's host does not speak version %d of the protocol",
                            WIRE_VERSION);
}

static void channel_die(ClientChannel *channel, const Failure *why)
{
        IdMapEntry *slot;
        size_t position = 0;

        pthread_mutex_lock(&channel->lock);
        if (!channel->is_dead) {
                channel->is_dead = true;
                channel->why = *why;
                shutdown(channel->fd, SHUT_RDWR);
                while ((slot = id_map_next(&channel->legs, &position)))
                        fail_leg(slot->value, why);
        }
        pthread_mutex_unlock(&channel->lock);
}

void client_channel_abort(ClientChannel *channel, const Failure *why)
{
        channel_die(channel, why);
        client_channel_wake(channel);
}

static void *channel_thread(void *userdata);

/* The lock is held. */
static int count_async(ClientChannel *channel)
{
        int r;

        if (!channel->has_thread) {
                r = thread_start(&channel->thread, channel_thread, channel);
                if (r < 0)
                        return error_trace(r);
                channel->has_thread = true;
        }
        if (channel->n_async++ == 0)
                event_signal(&channel->thread_waiter.event);
        return 0;
}

/* The lock is held. */
static void discount_async(ClientChannel *channel, Leg *leg)
{
        if (leg->is_async && --channel->n_async == 0)
                client_channel_wake(channel);
        leg->is_async = false;
}

int client_channel_start(ClientChannel *channel, Leg *leg, bool is_async)
{
        Failure why;
        uint64_t id;
        int r = 0;

        pthread_mutex_lock(&channel->lock);
        if (channel->is_dead || channel->is_going_away)
                r = CHANNEL_UNUSABLE;
        else if (is_async)
                r = count_async(channel);
        if (r == 0) {
                leg->id = ++channel->last_id;
                leg->is_async = is_async;
                r = id_map_add(&channel->legs, leg->id, leg);
                if (r == 0) {
                        leg->channel = channel;
                        atomic_store_explicit(&leg->is_expecting, true, memory_order_relaxed);
                        leg_set_state(leg, LEG_RUNNING);
                } else {
                        discount_async(channel, leg);
                }
        }
        pthread_mutex_unlock(&channel->lock);
        if (r != 0)
                return r;

        id = htole64(leg->id);
        memcpy(leg->request.data + OPERATION_OFFSET, &id, sizeof(id));
        r = sender_send(&channel->sender, leg->request.data, leg->request.size, !is_async);
        if (r == 0)
                return 0;

        client_channel_close_leg(channel, leg);
        describe_end(channel, r, &why);
        channel_die(channel, &why);
        return r == -EPIPE || r == -ECONNRESET ? CHANNEL_UNUSABLE : error_trace(r);
}

void client_channel_send(ClientChannel *channel, const void *data, size_t size)
{
        (void)sender_send(&channel->sender, data, size, false);
}

void client_channel_close_leg(ClientChannel *channel, Leg *leg)
{
        bool must_tell;

        pthread_mutex_lock(&channel->lock);
        must_tell = id_map_remove(&channel->legs, leg->id) && leg->state == LEG_RUNNING && !channel->is_dead;
        leg_set_state(leg, LEG_DONE);
        discount_async(channel, leg);
        pthread_mutex_unlock(&channel->lock);

        if (must_tell) {
                Buffer buffer = BUFFER_INIT;

                if (frame_append_close(&buffer, leg->id) == 0)
                        client_channel_send(channel, buffer.data, buffer.size);
                buffer_deinit(&buffer);
        }
}

void client_channel_end_leg(ClientChannel *channel, Leg *leg)
{
        if (!atomic_load_explicit(&leg->is_expecting, memory_order_relaxed)) {
                /* It was forgotten when its end came. In full order with a cancel: see job_free(). */
                atomic_store(&leg->state, LEG_DONE);
                return;
        }
        pthread_mutex_lock(&channel->lock);
        id_map_remove(&channel->legs, leg->id);
        leg_set_state(leg, LEG_DONE);
        discount_async(channel, leg);
        pthread_mutex_unlock(&channel->lock);
}

void client_channel_stop(ClientChannel *channel)
{
        bool has_thread;

        pthread_mutex_lock(&channel->lock);
        channel->is_stopping = true;
        has_thread = channel->has_thread;
        channel->has_thread = false;
        event_signal(&channel->thread_waiter.event);
        pthread_mutex_unlock(&channel->lock);
        if (!has_thread)
                return;
        client_channel_wake(channel);
        pthread_join(channel->thread, NULL);
}

void client_channel_wake(ClientChannel *channel)
{
        uint64_t one = 1;

        if (write(channel->wake_fd, &one, sizeof(one)) < 0)
                return; /* it is full, so the leader will see it */
}

/* Something of the channel itself. */
static int handle_own(ClientChannel *channel, const Frame *frame)
{
        size_t max_frame;
        int r;

        if (frame->type == FRAME_SHAPE)
                return shape_table_define(&channel->shapes, frame);
        if (frame->type == FRAME_HELLO) {
                r = frame_parse_hello(frame, &max_frame);
                channel->had_hello = r == 0;
                return r;
        }
        pthread_mutex_lock(&channel->lock);
        channel->is_going_away = true;
        pthread_mutex_unlock(&channel->lock);
        return 0;
}

/*
 * Replies for others, taken from one read: they are handed out together, under one lock, and their consumers are woken together, by a
 * leader who has left the lead if it had something as well: the first of them that needs it finds it free. The memory of jobs stays,
 * whatever becomes of them.
 */
typedef struct Staged {
        Entry *entries[STAGED_MAX];
        unsigned int count;
} Staged;

/* The lock is held. Its end has come: client_channel_end_leg() has nothing left to do. */
static void forget_leg(ClientChannel *channel, Leg *leg)
{
        id_map_remove(&channel->legs, leg->id);
        atomic_store_explicit(&leg->is_expecting, false, memory_order_relaxed);
}

/*
 * The lock is held. The job that is to be woken, or NULL. As soon as a synchronous consumer sees its entry it may go on without our lock,
 * so that is the last thing that happens.
 */
static Job *hand_out(ClientChannel *channel, Leg *leg, Entry *entry)
{
        Job *job = leg->job;

        entry->leg = leg;
        if (job->is_async) {
                job_push(job, entry);
                job_schedule(job);
                return NULL;
        }
        /* It has something to do now: the lead is for one who still waits. */
        if (atomic_load_explicit(&job->waiter.queued_with, memory_order_relaxed) == channel)
                waiter_leave(&job->waiter);
        if (entry->reply.type == FRAME_RESULT && !leg->is_async)
                forget_leg(channel, leg);
        job_push(job, entry);
        return job;
}

static bool add_job(Job **jobs, unsigned int count, Job *job)
{
        for (unsigned int i = count; i-- > 0;)
                if (jobs[i] == job)
                        return false;
        jobs[count] = job;
        return true;
}

/* How many callers have got their end. */
static unsigned int deliver(ClientChannel *channel, Staged *staged)
{
        unsigned int n_jobs = 0, n_lost = 0, n_ended = 0;
        Job *jobs[STAGED_MAX];

        if (staged->count == 0)
                return 0;
        pthread_mutex_lock(&channel->lock);
        for (unsigned int i = 0; i < staged->count; i++) {
                Entry *entry = staged->entries[i];
                Leg *leg = id_map_get(&channel->legs, entry->frame.operation);
                bool is_end = entry->reply.type == FRAME_RESULT;
                Job *job = leg ? hand_out(channel, leg, entry) : NULL;

                if (!leg)
                        staged->entries[n_lost++] = entry;
                if (!job)
                        continue;
                n_jobs += add_job(jobs, n_jobs, job);
                n_ended += is_end;
        }
        pthread_mutex_unlock(&channel->lock);

        for (unsigned int i = 0; i < n_jobs; i++)
                event_signal_later(&jobs[i]->waiter.event, &channel->woken);
        for (unsigned int i = 0; i < n_lost; i++)
                entry_free(staged->entries[i]);
        staged->count = 0;
        return n_ended;
}

static int stage(ClientChannel *channel, const Frame *frame, Staged *staged)
{
        _cleanup_(entry_freep) Entry *entry = entry_take(channel);
        int r;

        if (!entry)
                return error_origin(-ENOMEM);
        r = entry_keep(entry, frame);
        if (r < 0)
                return error_trace(r);
        r = reply_parse(&entry->reply, &entry->frame, &channel->shapes);
        if (r != 0) {
                entry->reply.type = FRAME_NONE;
                return r;
        }
        if (staged->count == STAGED_MAX)
                sender_expect(&channel->sender, deliver(channel, staged));
        staged->entries[staged->count++] = steal(&entry);
        return 0;
}

static int take_frame(ClientChannel *channel, Leg *leg, const Frame *frame, Entry *entry)
{
        int r;

        entry->frame = *frame;
        frame_block_ref(frame->block);
        entry->leg = leg;
        r = reply_parse(&entry->reply, &entry->frame, &channel->shapes);
        if (likely(r == 0))
                return 0;
        entry->reply.type = FRAME_NONE;
        entry_clear(entry);
        return r;
}

static int handle_frame(ClientChannel *channel, const Frame *frame, Staged *staged)
{
        if (frame->type == FRAME_SHAPE || frame->type == FRAME_HELLO || frame->type == FRAME_GOAWAY)
                return handle_own(channel, frame);
        return stage(channel, frame, staged);
}

/* All frames that are there, up to `count` for `leg`: how many there are in `entries`, or negative when it makes no sense. */
static int handle_frames(ClientChannel *channel, Leg *leg, Entry *entries, unsigned int count)
{
        Staged staged;
        unsigned int n_taken = 0, n_ended;
        int r = 0;

        staged.count = 0; /* its entries are not looked at */
        while (r == 0 && (!leg || n_taken < count)) {
                Frame frame;

                r = frame_reader_next(&channel->reader, &frame);
                if (r == FRAME_PARTIAL) {
                        r = 0;
                        break;
                }
                if (r == 0 && leg && frame.operation == leg->id) {
                        r = take_frame(channel, leg, &frame, &entries[n_taken]);
                        n_taken += r == 0;
                } else if (r == 0) {
                        r = handle_frame(channel, &frame, &staged);
                }
        }
        n_ended = deliver(channel, &staged);
        /* The leader comes back as well, if later than those whom it wakes. */
        if (n_ended > 0)
                sender_expect(&channel->sender,
                              n_ended + (n_taken > 0 && entries[n_taken - 1].reply.type == FRAME_RESULT));
        if (unlikely(r != 0) && n_taken == 0)
                return r < 0 ? r : -EBADMSG;
        return (int)n_taken;
}

enum {
        FILL_READ,  /* something was read */
        FILL_CHECK, /* woken, or time is up */
};

static int filled(int r)
{
        return r == FRAME_AGAIN ? FILL_CHECK : r == FRAME_CLOSED ? -ECONNRESET : r == 0 ? FILL_READ : r;
}

static int poll_and_fill(ClientChannel *channel, uint64_t until_ns)
{
        struct pollfd fds[] = {
                { .fd = channel->fd, .events = POLLIN },
                { .fd = channel->wake_fd, .events = POLLIN },
        };
        uint64_t drained;
        int r;

        r = poll(fds, ARRAY_SIZE(fds), clock_timeout_ms(until_ns));
        if (r < 0)
                return errno == EINTR ? FILL_CHECK : error_origin(-errno);
        if (fds[0].revents)
                return filled(frame_reader_fill(&channel->reader, channel->fd, MSG_DONTWAIT));
        if (fds[1].revents && read(channel->wake_fd, &drained, sizeof(drained)) < 0 && errno != EAGAIN)
                return error_origin(-errno);
        return FILL_CHECK;
}

static int channel_fill(ClientChannel *channel, uint64_t until_ns, bool is_patient)
{
        if (!is_patient && (until_ns == UINT64_MAX || clock_now_ns() + FIRST_WAIT_MS * CLOCK_NS_PER_MS < until_ns))
                return filled(frame_reader_fill(&channel->reader, channel->fd, 0));
        return poll_and_fill(channel, until_ns);
}

int client_channel_lead(ClientChannel *channel, Leg *leg, Entry *entries, unsigned int count, uint64_t until_ns)
{
        bool is_patient = !leg; /* the channel's own thread waits long as a rule */
        Failure why;
        int r;

        for (;;) {
                r = handle_frames(channel, leg, entries, count);
                if (r > 0)
                        return r;
                event_wake(&channel->woken);
                if (r == 0) {
                        r = channel_fill(channel, until_ns, is_patient);
                        if (r == FILL_READ)
                                continue;
                        if (r == FILL_CHECK && is_patient)
                                return 0;
                        is_patient = true;
                        if (r == FILL_CHECK)
                                continue;
                }
                describe_end(channel, r, &why);
                channel_die(channel, &why);
                return -ECONNRESET;
        }
}

bool client_channel_take_lead(ClientChannel *channel, Waiter *waiter)
{
        bool leads;

        pthread_mutex_lock(&channel->lock);
        leads = !channel->has_leader;
        channel->has_leader = true;
        waiter->has_lead = false;
        if (!leads)
                waiter_queue(channel, waiter);
        pthread_mutex_unlock(&channel->lock);
        return leads;
}

bool client_channel_withdraw(ClientChannel *channel, Waiter *waiter)
{
        bool leads;

        if (!waiter->queued_with && !waiter->has_lead)
                return false;
        pthread_mutex_lock(&channel->lock);
        leads = waiter->has_lead;
        waiter_leave(waiter);
        pthread_mutex_unlock(&channel->lock);
        return leads;
}

void client_channel_leave_lead(ClientChannel *channel, Leg *ended)
{
        EventBatch woken = { 0 };
        Waiter *next = NULL;
        List *first;

        if (channel->woken.words) {
                woken = channel->woken;
                channel->woken = (EventBatch){ 0 };
        }
        pthread_mutex_lock(&channel->lock);
        if (ended)
                forget_leg(channel, ended);
        first = list_first(&channel->waiting);
        channel->has_leader = first != NULL;
        if (first) {
                next = list_entry(first, Waiter, link);
                waiter_leave(next);
                next->has_lead = true;
        }
        pthread_mutex_unlock(&channel->lock);
        if (next)
                event_signal_later(&next->event, &woken);
        event_wake(&woken);
}

/* The earliest time at which an asynchronous leg has to be told that its host is late; the lock is held. */
static uint64_t channel_deadline(ClientChannel *channel)
{
        uint64_t earliest = UINT64_MAX, now = 0;
        size_t position = 0;
        IdMapEntry *slot;

        while ((slot = id_map_next(&channel->legs, &position))) {
                Leg *leg = slot->value;
                uint64_t until = leg->is_async ? job_patience(leg->job) : UINT64_MAX;

                if (until == UINT64_MAX)
                        continue;
                if (now == 0)
                        now = clock_now_ns();
                if (until <= now) {
                        Failure why;

                        job_describe_lateness(leg->job, &why);
                        fail_leg(leg, &why);
                        job_lose_patience(leg->job);
                        continue;
                }
                earliest = MIN(earliest, until);
        }
        return earliest;
}

/* Does the thread lead, or is it to wait for its turn? The lock is held. */
static bool thread_takes_lead(ClientChannel *channel, Waiter *waiter)
{
        if (waiter->has_lead)
                return true;
        if (channel->n_async == 0 || !list_is_empty(&waiter->link))
                return false;
        if (channel->has_leader) {
                waiter_queue(channel, waiter);
                return false;
        }
        channel->has_leader = true;
        return true;
}

/* Takes part in reading while there are legs that nobody waits for in person. */
static void *channel_thread(void *userdata)
{
        ClientChannel *channel = userdata;
        Waiter *waiter = &channel->thread_waiter;

        pthread_mutex_lock(&channel->lock);
        while (!channel->is_stopping && !channel->is_dead) {
                uint64_t until = channel_deadline(channel);
                bool leads = thread_takes_lead(channel, waiter);
                bool is_wanted = channel->n_async > 0;

                if (leads)
                        waiter->has_lead = false;
                pthread_mutex_unlock(&channel->lock);
                if (leads && is_wanted)
                        client_channel_lead(channel, NULL, NULL, 0, until);
                if (leads)
                        client_channel_leave_lead(channel, NULL);
                else
                        event_wait(&waiter->event, until);
                pthread_mutex_lock(&channel->lock);
        }
        pthread_mutex_unlock(&channel->lock);
        if (client_channel_withdraw(channel, waiter))
                client_channel_leave_lead(channel, NULL);
        return NULL;
}
