/*
 * The consumer's side of a job: starting its legs, taking what they deliver, and how it all ends
 */

#include <errno.h>
#include <string.h>

#include "client/job.h"
#include "client/session.h"
#include "client/thread.h"
#include "model/cim-error.h"
#include "model/class.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/clock.h"
#include "wire/verbs.h"

enum {
        RESUME_DELAY_MS = 50, /* between two looks for a lost host, growing to */
        RESUME_DELAY_MAX_MS = 1000,
};

static uint64_t later_ns(uint64_t time_ns, uint64_t ms)
{
        return time_ns == UINT64_MAX ? UINT64_MAX : time_ns + ms * CLOCK_NS_PER_MS;
}

uint64_t job_patience(const Job *job)
{
        uint64_t abandon_ns = atomic_load_explicit(&job->abandon_ns, memory_order_relaxed);

        return MIN(abandon_ns, later_ns(job->deadline_ns, ABANDON_MS));
}

void job_lose_patience(Job *job)
{
        job->deadline_ns = UINT64_MAX;
        atomic_store_explicit(&job->abandon_ns, UINT64_MAX, memory_order_relaxed);
}

static void describe_cancelled(Failure *failure, const char *message)
{
        failure_set(failure, MI_RESULT_FAILED, "%s", message);
        failure->code = ECANCELED;
        failure->type = MI_RESULT_TYPE_ERRNO;
}

void job_describe_lateness(const Job *job, Failure *failure)
{
        if (atomic_load_explicit(&job->abandon_ns, memory_order_relaxed) != UINT64_MAX) {
                describe_cancelled(failure, "cancelled; the provider's host did not end the operation in time");
                return;
        }
        failure_set(failure, MI_RESULT_FAILED,
                    "the time for the operation is over and the provider's host has not answered; give it more "
                    "(--timeout), or look into the journal of xenmi");
        failure->code = ETIMEDOUT;
        failure->type = MI_RESULT_TYPE_ERRNO;
}

Entry *entry_drop(Entry *entry)
{
        if (!entry)
                return NULL;
        if (entry->is_heap)
                return entry_free(entry);
        entry_clear(entry);
        return NULL;
}

void job_release(Job *job)
{
        job->current = entry_drop(job->current);
        if (job->made)
                job->made = instance_delete(job->made);
        if (job->made_class)
                job->made_class = class_delete(job->made_class);
}

static void push_failure(Job *job, Leg *leg, const Failure *failure)
{
        Entry *entry = calloc(1, sizeof(*entry));

        if (entry)
                entry->failure = malloc(sizeof(*failure));
        if (!entry || !entry->failure) {
                free(entry);
                job->failure = *failure;
                leg_set_state(leg, LEG_DONE);
                job->n_done++;
                return;
        }
        entry->leg = leg;
        entry->is_heap = true;
        *entry->failure = *failure;
        job_push(job, entry);
        if (job->is_async)
                job_schedule(job);
}

/* Sends the leg's request on a channel; hosts that go away meanwhile are replaced. */
static int leg_launch(Job *job, Leg *leg, Failure *failure)
{
        bool is_async = job->is_async || (job->is_subscription && job->n_legs > 1);

        for (leg->attempts = 0; leg->attempts < LEG_ATTEMPTS; leg->attempts++) {
                ClientChannel *channel;
                int r;

                if (job->is_cancelled) {
                        describe_cancelled(failure, "cancelled");
                        return -ECANCELED;
                }
                r = session_channel(job->session, job->name_space, leg->class, job->verbs, job->deadline_ns, &channel,
                                    failure);
                if (r < 0)
                        return r;
                r = client_channel_start(channel, leg, is_async);
                if (!leg->channel)
                        client_channel_unref(channel);
                if (r == 0) {
                        if (job->is_cancelled)
                                leg_cancel(leg, job->reason); /* who cancelled came too early to see it */
                        return 0;
                }
                leg_detach(leg);
                if (r < 0)
                        return failure_set_errno(failure, r, "cannot send the request to the host of %s",
                                                 leg->class->name);
        }
        return failure_set(
                failure, MI_RESULT_SERVER_IS_SHUTTING_DOWN,
                "%s: its provider's host goes away before it takes the request; the journal of xenmi says why",
                leg->class->name);
}

void job_start_legs(Job *job)
{
        Failure failure;

        /* A subscription has to be with all of them: none ends by itself to make room for the next one. */
        while (job->n_started < job->n_legs && (job->is_subscription || job->n_started - job->n_done <= LEGS_AHEAD)) {
                Leg *leg = job->legs[job->n_started++];

                if (leg_launch(job, leg, &failure) < 0)
                        push_failure(job, leg, &failure);
        }
}

void leg_detach(Leg *leg)
{
        ClientChannel *channel = leg->channel;

        if (!channel)
                return;
        client_channel_end_leg(channel, leg);
        pthread_mutex_lock(&leg->job->lock);
        leg->channel = NULL;
        leg_set_state(leg, LEG_NEW);
        pthread_mutex_unlock(&leg->job->lock);
        client_channel_unref(channel);
}

void job_close_legs(Job *job)
{
        for (uint32_t i = 0; i < job->n_legs; i++)
                if (job->legs[i]->state == LEG_RUNNING)
                        client_channel_close_leg(job->legs[i]->channel, job->legs[i]);
}

static Entry *pop(Job *job)
{
        if (job->direct_next < job->direct_end)
                return &job->direct[job->direct_next++];
        return job_pop(job);
}

static void read_ahead(Job *job, Leg *leg, uint64_t until)
{
        int n;

        job->direct_next = job->direct_end = 0;
        n = client_channel_lead(leg->channel, leg, job->direct, ENTRIES_AHEAD, until);
        if (n > 0)
                job->direct_end = (unsigned int)n;
}

/* Is the last of what was read ahead the end of its leg? */
static bool has_read_end(const Job *job)
{
        return job->direct_next < job->direct_end && job->direct[job->direct_end - 1].reply.type == FRAME_RESULT;
}

/* For the lead (true), an entry, or a cancel. */
static bool wait_for_turn(Job *job, ClientChannel *channel, uint64_t until)
{
        while (!job->waiter.has_lead) {
                if (job_has_pushed(job) || until != job_patience(job) ||
                    (until != UINT64_MAX && until <= clock_now_ns()))
                        return client_channel_withdraw(channel, &job->waiter);
                event_wait(&job->waiter.event, until);
        }
        return true;
}

/* The consumer reads the leg's channel itself, or waits for who does. */
static Entry *take_directly(Job *job, Leg *leg)
{
        ClientChannel *channel = leg->channel;
        Failure failure;
        Entry *entry;

        while (!(entry = pop(job)) && !channel->is_dead) {
                uint64_t until = job_patience(job);

                if (until != UINT64_MAX && until <= clock_now_ns())
                        break;
                if (!client_channel_take_lead(channel, &job->waiter) && !wait_for_turn(job, channel, until))
                        continue;
                /* The last leader may have left something. */
                if (!job_has_pushed(job))
                        read_ahead(job, leg, until);
                client_channel_leave_lead(channel, has_read_end(job) ? leg : NULL);
        }
        if (!entry)
                entry = pop(job);
        if (entry)
                return entry;

        if (channel->is_dead) {
                failure = channel->why;
        } else {
                job_describe_lateness(job, &failure);
                job_lose_patience(job);
        }
        push_failure(job, leg, &failure);
        return pop(job);
}

/* Somebody else reads. */
static Entry *take_delivered(Job *job)
{
        Entry *entry;

        while (!(entry = pop(job)))
                event_wait(&job->waiter.event, UINT64_MAX);
        return entry;
}

static Entry *job_take(Job *job, bool waits)
{
        Leg *running = NULL;
        Entry *entry;

        for (uint32_t i = 0; i < job->n_started && !running; i++)
                if (job->legs[i]->state == LEG_RUNNING)
                        running = job->legs[i];
        if (!waits || !running || running->is_async) {
                entry = pop(job);
                return entry || !waits || !running ? entry : take_delivered(job);
        }
        return take_directly(job, running);
}

static void grant_credit(Leg *leg, const Frame *frame)
{
        Buffer buffer = BUFFER_INIT;

        leg->consumed += frame_cost(frame);
        if (leg->consumed < CREDIT_BYTES / 2)
                return;
        if (frame_append_credit(&buffer, leg->id, leg->consumed) == 0)
                client_channel_send(leg->channel, buffer.data, buffer.size);
        buffer_deinit(&buffer);
        leg->consumed = 0;
}

/* A subscription outlives its host, unless its class says no. */
static bool leg_can_resume(Job *job, Leg *leg, MI_Result result)
{
        const MI_ClassDecl *decl;
        const MI_Qualifier *resumes;
        Failure failure;

        if (!job->is_subscription || job->is_cancelled || result == MI_RESULT_ACCESS_DENIED ||
            result == MI_RESULT_INVALID_CLASS || result == MI_RESULT_INVALID_NAMESPACE)
                return false;
        if (leg->lost_ns == 0)
                return result == MI_RESULT_SERVER_IS_SHUTTING_DOWN &&
                       catalog_decl(job->catalog, leg->class, &decl, &failure) == 0 &&
                       (!(resumes = qualifiers_find(decl->qualifiers, decl->numQualifiers, "Resume")) ||
                        resumes->type != MI_BOOLEAN || !resumes->value || *(const MI_Boolean *)resumes->value);
        return clock_now_ns() < leg->lost_ns + RESUME_MS * CLOCK_NS_PER_MS;
}

/* Waits a little, but not for one that is cancelled. */
static void resume_delay(Job *job, unsigned int *delay_msp)
{
        uint64_t until = clock_now_ns() + *delay_msp * CLOCK_NS_PER_MS;

        while (!job->is_cancelled && clock_now_ns() < until)
                event_wait(&job->waiter.event, until);
        *delay_msp = MIN(*delay_msp * 2, (unsigned int)RESUME_DELAY_MAX_MS);
}

static void leg_keep_bookmark(Leg *leg, const char *bookmark)
{
        if (!bookmark || !bookmark[0])
                return;
        buffer_clear(&leg->bookmark);
        buffer_append(&leg->bookmark, bookmark, strlen(bookmark) + 1);
}

/* To go on behind what the client has got. If that fails the old bookmark is asked for: events come twice, but none is lost. */
static void leg_move_bookmark(Leg *leg)
{
        if (leg->bookmark.size > 0 && !leg->bookmark.failed)
                (void)request_set_bookmark(&leg->request, leg->bookmark.data);
}

static bool leg_resume(Job *job, Leg *leg, MI_Result result)
{
        unsigned int delay_ms = RESUME_DELAY_MS;
        Failure failure;

        if (!leg_can_resume(job, leg, result))
                return false;
        if (leg->lost_ns == 0)
                leg->lost_ns = clock_now_ns();
        leg_detach(leg);
        leg_move_bookmark(leg);
        for (;;) {
                resume_delay(job, &delay_ms);
                if (leg_launch(job, leg, &failure) == 0)
                        return true;
                if (!leg_can_resume(job, leg, failure.result))
                        return false;
        }
}

static void note_failure(Job *job, Entry *entry, const Failure *failure)
{
        if (job->failed || job->failure.result != MI_RESULT_OK)
                return;
        if (failure) {
                job->failure = *failure;
                return;
        }
        if (entry->is_heap || job->n_done == job->n_legs) {
                job->failed = entry;
                return;
        }
        failure_set(&job->failure, entry->reply.result, "%s",
                    entry->reply.text ? entry->reply.text : result_text(entry->reply.result));
        if (entry->reply.instance)
                (void)instance_clone(&job->error, entry->reply.instance);
}

/*
 * Has a host that goes away not taken the request? It says so, or ends without a word, which is enough for what changes nothing.
 */
static bool was_refused(const Job *job, const Leg *leg, const Failure *failure, MI_Result result)
{
        if (result != MI_RESULT_SERVER_IS_SHUTTING_DOWN || leg->has_results || job->is_subscription || !leg->channel)
                return false;
        if (!failure)
                return !client_channel_is_usable(leg->channel);
        return leg->channel->is_going_away && job->verbs == VERB_READ;
}

/* A subscription that all refuse is not in force anywhere. */
static bool is_forgiven(const Job *job, MI_Result result)
{
        return job->forgives_unsupported && result == MI_RESULT_NOT_SUPPORTED &&
               !(job->is_subscription && job->n_done == job->n_legs);
}

/* Events of some of its classes would pass for all of them: the other legs end as well. What they have sent is in the queue. */
static void subscription_fail(Job *job)
{
        if (job->is_cancelled || job->n_done == job->n_legs)
                return;
        job_close_legs(job);
        job->n_started = job->n_done = job->n_legs;
        job->is_draining = true;
}

/* The leg is over, or it is begun anew elsewhere. */
static void leg_end(Job *job, Entry *entry)
{
        Leg *leg = entry->leg;
        const Failure *failure = entry->failure;
        MI_Result result = failure ? failure->result : entry->reply.result;
        Failure again;

        if (was_refused(job, leg, failure, result) && leg->restarts++ < LEG_ATTEMPTS) {
                leg_detach(leg);
                if (leg_launch(job, leg, &again) == 0)
                        return;
                failure = &again;
        } else if (result != MI_RESULT_OK && leg_resume(job, leg, result)) {
                return;
        }

        if (leg->channel)
                client_channel_end_leg(leg->channel, leg);
        leg_set_state(leg, LEG_DONE);
        job->n_done++;
        if (result == MI_RESULT_OK || is_forgiven(job, result))
                return;
        note_failure(job, entry, failure);
        if (job->is_subscription)
                subscription_fail(job);
}

static bool is_result(const Entry *entry)
{
        return entry->reply.type == FRAME_INSTANCE || entry->reply.type == FRAME_INDICATION ||
               entry->reply.type == FRAME_CLASS;
}

/* A subscription is in force when it is with all hosts; one that is done with it is not waited for. */
static bool is_in_force(const Job *job)
{
        for (uint32_t i = 0; i < job->n_legs; i++)
                if (!job->legs[i]->is_live && job->legs[i]->state != LEG_DONE)
                        return false;
        return job->n_done < job->n_legs;
}

/* Of a leg, not for the client: that it has begun or is over. */
static void leg_turn(Job *job, Entry *entry)
{
        if (job->is_draining)
                return;
        if (entry->reply.type == FRAME_STARTED && !entry->failure) {
                entry->leg->lost_ns = 0;
                entry->leg->is_live = true;
        } else {
                leg_end(job, entry);
        }
}

/* What an entry means to the client: NEXT_NOTHING if nothing. A result without instance reports that the subscription is in force. */
static NextKind job_consume(Job *job, Entry *entry)
{
        Leg *leg = entry->leg;

        if (entry->failure || entry->reply.type == FRAME_RESULT || entry->reply.type == FRAME_STARTED) {
                leg_turn(job, entry);
                if (job->failed != entry)
                        entry_drop(entry);
                if (!(job->flags & MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED) || !job->is_subscription ||
                    job->is_reported || !is_in_force(job))
                        return NEXT_NOTHING;
                job->is_reported = true;
                return NEXT_RESULT;
        }
        leg->lost_ns = 0;
        if (frame_is_credited(entry->reply.type) && leg->state == LEG_RUNNING)
                grant_credit(leg, &entry->frame);
        if (is_result(entry)) {
                leg->has_results = true;
                if (entry->reply.type == FRAME_INDICATION)
                        leg_keep_bookmark(leg, entry->reply.text);
                job->current = entry;
                return NEXT_RESULT;
        }
        job->current = entry;
        return NEXT_EVENT;
}

/* The lock is held: is there an end to deliver without any entry? */
bool job_must_end(const Job *job)
{
        return !job->is_ended && (job->is_closed || job->n_done == job->n_legs);
}

static NextKind job_finish(Job *job)
{
        bool is_closed = false;

        if (job->is_async) {
                pthread_mutex_lock(&job->lock);
                is_closed = job->is_closed;
                job->is_ended = true;
                pthread_mutex_unlock(&job->lock);
        } else {
                job->is_ended = true;
        }
        if (is_closed && job->n_done < job->n_legs) {
                job_close_legs(job);
                if (job->failure.result == MI_RESULT_OK)
                        describe_cancelled(&job->failure, "cancelled: the operation was closed before its end");
        }
        job->result = job->failed ? job->failed->reply.result : job->failure.result;
        return NEXT_END;
}

/* Results made in this process */
static NextKind job_make(Job *job)
{
        int r;

        if (!job->source.next || job->failure.result != MI_RESULT_OK)
                return NEXT_NOTHING;
        if (job->is_cancelled) {
                describe_cancelled(&job->failure, "cancelled");
                return NEXT_NOTHING;
        }
        r = job->source.next(job, &job->made, &job->made_class, &job->failure);
        return r == 0 ? NEXT_RESULT : NEXT_NOTHING;
}

NextKind job_next(Job *job, bool waits)
{
        NextKind kind;

        job_release(job);
        kind = job_make(job);
        if (kind != NEXT_NOTHING)
                return kind;
        for (;;) {
                bool is_closed = job->is_closed;
                Entry *entry;

                if (job->n_started < job->n_legs && !is_closed)
                        job_start_legs(job);
                if (is_closed || (job->n_done == job->n_legs && !job->is_draining))
                        return job_finish(job);
                entry = job_take(job, waits);
                if (!entry)
                        return job->is_draining ? job_finish(job) : NEXT_NOTHING;
                kind = job_consume(job, entry);
                if (kind != NEXT_NOTHING)
                        return kind;
        }
}

const MI_Char *job_message(const Job *job)
{
        if (job->failed)
                return job->failed->reply.text ? job->failed->reply.text : result_text(job->result);
        return job->result == MI_RESULT_OK ? NULL : job->failure.message;
}

const MI_Instance *job_error(Job *job)
{
        if (job->result == MI_RESULT_OK)
                return NULL;
        if (job->failed && job->failed->reply.instance)
                return job->failed->reply.instance;
        if (!job->error && job->failed)
                (void)cim_error_new(&job->error, job->result, NULL, job->result, job_message(job));
        else if (!job->error)
                job->error = failure_error(&job->failure);
        return job->error;
}
