#include "client/job.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "client/session.h"
#include "client/thread.h"
#include "model/cim-error.h"
#include "model/class.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/error.h"

static Job *job_alloc(void)
{
        Job *job = calloc(1, sizeof(*job));

        if (!job)
                return NULL;
        job->generation = 1;
        pthread_mutex_init(&job->lock, NULL);
        list_init(&job->pool_link);
        waiter_init(&job->waiter);
        arena_init(&job->arena, 0);
        return job;
}

static void leg_deinit(Leg *leg)
{
        buffer_deinit(&leg->request);
        buffer_deinit(&leg->bookmark);
}

void job_destroy(Job *job)
{
        leg_deinit(&job->first_leg);
        arena_deinit(&job->arena);
        pthread_mutex_destroy(&job->lock);
        free(job);
}

/* Everything that one use of a job sets, but what is worth keeping for the next one. */
static void job_reset(Job *job)
{
        job->catalog = NULL;
        job->is_ended = job->is_subscription = job->is_reported = job->forgives_unsupported = false;
        job->is_draining = job->is_scheduled = job->awaits_acknowledgement = false;
        atomic_store_explicit(&job->is_cancelled, false, memory_order_relaxed);
        atomic_store_explicit(&job->is_closed, false, memory_order_relaxed);
        job->reason = MI_REASON_NONE;
        job->deadline_ns = UINT64_MAX;
        atomic_store_explicit(&job->abandon_ns, UINT64_MAX, memory_order_relaxed);
        job->direct_next = job->direct_end = 0;
        job->prompt_leg = NULL;
        job->legs = job->one_leg;
        job->n_legs = job->n_started = job->n_done = 0;
        memset(&job->source, 0, sizeof(job->source));
        job->current = job->failed = NULL;
        job->made = job->error = NULL;
        job->made_class = NULL;
        job->result = MI_RESULT_OK;
        job->failure.result = MI_RESULT_OK;
}

/* A job on the session's list: one that was used before, or a new one. */
static Job *job_enlist(Session *session)
{
        Job *job = NULL;
        List *first;

        pthread_mutex_lock(&session->lock);
        if (!session->is_closing) {
                first = list_first(&session->free_jobs);
                job = first ? list_entry(first, Job, link) : job_alloc();
                if (first)
                        list_remove(first);
                if (job)
                        list_append(&session->jobs, &job->link);
        }
        pthread_mutex_unlock(&session->lock);
        return job;
}

Job *job_new(Session *session, ResultKind kind, MI_Uint32 flags, const MI_OperationCallbacks *callbacks)
{
        Job *job = job_enlist(session);

        if (!job)
                return NULL;
        job_reset(job);
        job->session = session;
        job->kind = kind;
        job->flags = flags;
        if (callbacks)
                job->callbacks = *callbacks;
        else
                memset(&job->callbacks, 0, sizeof(job->callbacks));
        job->is_async = kind == RESULT_INSTANCE     ? job->callbacks.instanceResult != NULL
                        : kind == RESULT_INDICATION ? job->callbacks.indicationResult != NULL
                                                    : job->callbacks.classResult != NULL;
        return job;
}

Job *job_of(const MI_Operation *handle)
{
        Job *job;

        if (!handle || handle->ft != &job_ft || !handle->reserved2)
                return NULL;
        job = (Job *)handle->reserved2;
        if (job->generation != handle->reserved1 || application_is_forked(job->session->application))
                return NULL;
        return job;
}

static void leg_init(Leg *leg, Job *job, const RepositoryClass *class)
{
        Buffer request = leg->request, bookmark = leg->bookmark;

        memset(leg, 0, sizeof(*leg));
        leg->request = request;
        leg->bookmark = bookmark;
        buffer_clear(&leg->request);
        buffer_clear(&leg->bookmark);
        leg->job = job;
        leg->class = class;
}

int job_add_leg(Job *job, const RepositoryClass *class, Leg **legp)
{
        Leg *leg = &job->first_leg;

        if (job->n_legs >= LEGS_MAX)
                return failure_set(&job->failure, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                                   "the operation would go to more than %d hosts and classes; ask for a subclass",
                                   LEGS_MAX);
        if (job->n_legs > 0) {
                if (job->legs == job->one_leg) {
                        job->legs = arena_alloc(&job->arena, LEGS_MAX * sizeof(*job->legs));
                        if (!job->legs) {
                                job->legs = job->one_leg;
                                return failure_set_errno(&job->failure, -ENOMEM, "cannot ask several hosts");
                        }
                        job->legs[0] = job->one_leg[0];
                }
                leg = arena_zalloc(&job->arena, sizeof(*leg));
                if (!leg)
                        return failure_set_errno(&job->failure, -ENOMEM, "cannot ask several hosts");
        }
        leg_init(leg, job, class);
        job->legs[job->n_legs++] = leg;
        *legp = leg;
        return 0;
}

void job_forget_legs(Job *job)
{
        for (uint32_t i = 0; i < job->n_legs; i++)
                if (job->legs[i] != &job->first_leg)
                        leg_deinit(job->legs[i]);
        job->n_legs = 0;
        job->source.next = NULL;
}

/* The lock is held. True: the caller submits the job to the pool, which has it for itself from now on. */
static bool job_claim(Job *job)
{
        bool is_mine = job->is_async && !job->is_scheduled && !job->awaits_acknowledgement && !job->is_ended;

        job->is_scheduled |= is_mine;
        return is_mine;
}

/*
 * A subscription's request leaves before the caller asks for anything else, so that the host takes it first. The pool is kept away
 * meanwhile.
 */
static void start_at_once(Job *job)
{
        bool is_mine;

        pthread_mutex_lock(&job->lock);
        is_mine = job_claim(job);
        pthread_mutex_unlock(&job->lock);
        if (!is_mine)
                return;
        job_start_legs(job);
        pool_submit(&job->session->application->pool, job);
}

void job_start(Job *job, MI_Operation *handle)
{
        job->handle.reserved1 = job->generation;
        job->handle.reserved2 = (ptrdiff_t)job;
        job->handle.ft = &job_ft;
        if (handle)
                *handle = job->handle;
        if (!job->is_async)
                job_start_legs(job);
        else if (job->is_subscription)
                start_at_once(job);
        else
                job_schedule(job);
}

static void job_free(Job *job)
{
        Session *session = job->session;
        Entry *entry;

        job_close_legs(job);
        job_release(job);
        job->failed = entry_drop(job->failed);
        job->error = instance_delete(job->error);
        job->source.query = query_free(job->source.query);
        while (job->direct_next < job->direct_end)
                entry_drop(&job->direct[job->direct_next++]);
        for (uint32_t i = job->source.position; i < job->source.n_instances; i++)
                instance_delete(job->source.instances[i]);
        while ((entry = job_pop(job)))
                entry_free(entry);
        /* Who cancels at this moment may be about to refer to a channel. */
        if (unlikely(atomic_load(&job->is_cancelled))) {
                pthread_mutex_lock(&job->lock);
                pthread_mutex_unlock(&job->lock);
        }
        for (uint32_t i = 0; i < job->n_legs; i++) {
                client_channel_unref(job->legs[i]->channel);
                job->legs[i]->channel = NULL;
                if (job->legs[i] != &job->first_leg)
                        leg_deinit(job->legs[i]);
        }
        catalog_unref(job->catalog);
        job->catalog = NULL;
        arena_reset(&job->arena);
        session_drop_job(session, job);
}

void job_schedule(Job *job)
{
        bool is_mine;

        pthread_mutex_lock(&job->lock);
        is_mine = job_claim(job);
        pthread_mutex_unlock(&job->lock);
        if (is_mine)
                pool_submit(&job->session->application->pool, job);
}

void job_push(Job *job, Entry *entry)
{
        entry->next = atomic_load_explicit(&job->pushed, memory_order_relaxed);
        while (!atomic_compare_exchange_weak_explicit(&job->pushed, &entry->next, entry, memory_order_release,
                                                      memory_order_relaxed))
                ;
}

Entry *job_pop(Job *job)
{
        Entry *entry;

        if (!job->queue && job_has_pushed(job)) {
                Entry *newest = atomic_exchange_explicit(&job->pushed, NULL, memory_order_acquire);

                while ((entry = newest)) {
                        newest = entry->next;
                        entry->next = job->queue;
                        job->queue = entry;
                }
        }
        entry = job->queue;
        if (entry)
                job->queue = entry->next;
        return entry;
}

/* Tells the host. The channel is held meanwhile, since the consumer may change it. */
void leg_cancel(Leg *leg, MI_CancellationReason reason)
{
        ClientChannel *channel = NULL;
        Buffer buffer = BUFFER_INIT;
        uint64_t id = 0;

        pthread_mutex_lock(&leg->job->lock);
        if (leg->state == LEG_RUNNING) {
                channel = client_channel_ref(leg->channel);
                id = leg->id;
        }
        pthread_mutex_unlock(&leg->job->lock);
        if (!channel)
                return;
        if (frame_append_cancel(&buffer, id, reason) == 0)
                client_channel_send(channel, buffer.data, buffer.size);
        buffer_deinit(&buffer);
        client_channel_wake(channel);
        client_channel_unref(channel);
}

void job_cancel(Job *job, MI_CancellationReason reason)
{
        bool is_first;

        pthread_mutex_lock(&job->lock);
        is_first = !job->is_cancelled;
        if (is_first) {
                job->reason = reason; /* before the flag: who sees that looks at the reason without the lock */
                job->is_cancelled = true;
                atomic_store(&job->abandon_ns, clock_now_ns() + ABANDON_MS * CLOCK_NS_PER_MS);
        }
        pthread_mutex_unlock(&job->lock);
        if (!is_first)
                return;
        event_signal(&job->waiter.event);
        for (uint32_t i = 0; i < job->n_legs; i++)
                leg_cancel(job->legs[i], reason);
        if (job->is_async)
                job_schedule(job);
}

/* As soon as is_closed is seen, the worker may give the job's memory to another one. */
void job_close(Job *job)
{
        bool is_free, is_mine;

        if (!job->is_async) {
                job_free(job);
                return;
        }
        job_cancel(job, MI_REASON_NONE);
        pthread_mutex_lock(&job->lock);
        job->is_closed = true;
        is_free = job->is_ended && !job->is_scheduled && !job->awaits_acknowledgement;
        is_mine = !is_free && job_claim(job);
        pthread_mutex_unlock(&job->lock);
        if (is_free)
                job_free(job);
        else if (is_mine)
                pool_submit(&job->session->application->pool, job);
}

static void call_result(Job *job, MI_Boolean more, MI_Result (*acknowledge)(MI_Operation *))
{
        const MI_OperationCallbacks *callbacks = &job->callbacks;
        const Reply *reply = more && job->current ? &job->current->reply : NULL;
        const MI_Instance *instance = !more ? NULL : reply ? reply->instance : job->made;
        const MI_Class *class = !more ? NULL : reply ? reply->class_object : job->made_class;
        const MI_Char *message = more ? NULL : job_message(job);
        const MI_Instance *error = more ? NULL : job_error(job);
        MI_Result result = more ? MI_RESULT_OK : job->result;

        if (job->kind == RESULT_CLASS)
                callbacks->classResult(&job->handle, callbacks->callbackContext, class, more, result, message, error,
                                       acknowledge);
        else if (job->kind == RESULT_INDICATION)
                callbacks->indicationResult(&job->handle, callbacks->callbackContext, instance,
                                            reply ? reply->text : NULL, reply ? reply->text2 : NULL, more, result,
                                            message, error, acknowledge);
        else
                callbacks->instanceResult(&job->handle, callbacks->callbackContext, instance, more, result, message,
                                          error, acknowledge);
}

static MI_Result acknowledge(MI_Operation *handle)
{
        Job *job = job_of(handle);
        bool is_first, is_free, is_mine;

        if (!job)
                return MI_RESULT_INVALID_PARAMETER;
        pthread_mutex_lock(&job->lock);
        is_first = job->awaits_acknowledgement;
        job->awaits_acknowledgement = false;
        is_free = is_first && job->is_ended && job->is_closed && !job->is_scheduled;
        is_mine = is_first && job_claim(job);
        pthread_mutex_unlock(&job->lock);
        if (is_free)
                job_free(job);
        else if (is_mine)
                pool_submit(&job->session->application->pool, job);
        return is_first ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static void deliver(Job *job, NextKind kind)
{
        bool is_manual = (job->flags & MI_OPERATIONFLAGS_MANUAL_ACK_RESULTS) && kind != NEXT_EVENT;

        if (is_manual) {
                pthread_mutex_lock(&job->lock);
                job->awaits_acknowledgement = true;
                pthread_mutex_unlock(&job->lock);
        }
        if (kind == NEXT_EVENT)
                job_report(job);
        else
                call_result(job, kind == NEXT_RESULT, is_manual ? acknowledge : NULL);
}

/* Nothing more to do for now: is there really nothing, and is it all over? */
static bool job_rest(Job *job, bool *is_overp)
{
        bool rests;

        pthread_mutex_lock(&job->lock);
        rests = job->awaits_acknowledgement || job->is_ended ||
                (!job->queue && !job_has_pushed(job) && !job_must_end(job));
        if (rests)
                job->is_scheduled = false;
        *is_overp = rests && job->is_ended && job->is_closed && !job->awaits_acknowledgement;
        pthread_mutex_unlock(&job->lock);
        return rests;
}

void job_work(Job *job)
{
        bool is_over = false;

        for (;;) {
                bool must_rest;

                pthread_mutex_lock(&job->lock);
                must_rest = job->awaits_acknowledgement || job->is_ended;
                pthread_mutex_unlock(&job->lock);
                if (!must_rest) {
                        NextKind kind = job_next(job, false);

                        if (kind != NEXT_NOTHING) {
                                deliver(job, kind);
                                continue;
                        }
                }
                if (job_rest(job, &is_over))
                        break;
        }
        if (is_over)
                job_free(job);
}
