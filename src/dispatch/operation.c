#include "dispatch/operation.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "dispatch/batch.h"
#include "dispatch/limit.h"
#include "dispatch/spare.h"
#include "dispatch/server-private.h"
#include "dispatch/silence.h"
#include "dispatch/subscription.h"
#include "dispatch/verbs.h"
#include "model/cim-error.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/log.h"
#include "wire/reply.h"

/* What the thread is running, and what it is to go on with. */
static _Thread_local struct {
        Operation *operation;
        void (*next)(Operation *operation);
} running;

/* ---------------------------------------------------------------- life */

int operation_new(Operation **operationp, Channel *channel, Frame *frame)
{
        _cleanup_(operation_unrefp) Operation *operation = NULL;
        int r;

        operation = spare_take_operation(channel->server);
        if (!operation)
                return error_origin(-ENOMEM);
        memset(operation, 0, offsetof(Operation, request));
        atomic_init(&operation->references, 1);
        operation->server = channel->server;
        operation->channel = channel_ref(channel);
        operation->id = frame->operation;
        operation->step = verb_start;
        list_init(&operation->run_link);
        list_init(&operation->overdue_link);
        server_busy(channel->server);

        operation->frame = *frame;
        r = frame_keep_in(&operation->frame, operation->space, sizeof(operation->space));
        if (r < 0) {
                operation->frame = (Frame){ 0 };
                memset(&operation->request, 0, sizeof(operation->request));
                return error_trace(r);
        }
        r = request_parse(&operation->request, &operation->frame, &channel->shapes_in, &operation->why_malformed);
        if (r == REQUEST_INVALID || operation->id == 0)
                return FRAME_INVALID;
        if (r < 0)
                return error_trace(r);

        operation->credit = operation->request.credit;
        if (operation->request.deadline_ms) {
                operation->deadline_ns =
                        clock_now_ns() + MIN(operation->request.deadline_ms, (uint64_t)UINT32_MAX) * CLOCK_NS_PER_MS;
                server_arm_sweep(operation->server);
        }
        *operationp = steal(&operation);
        return 0;
}

int operations_register(Channel *channel, List *operations)
{
        List refused = LIST_INIT(refused);
        int r = 0;

        if (list_is_empty(operations))
                return 0;
        silence_arm(channel->server);
        pthread_mutex_lock(&channel->lock);
        list_for_each_safe (link, operations) {
                Operation *operation = list_entry(link, Operation, run_link);

                if (!r)
                        r = id_map_add(&channel->operations, operation->id, operation);
                if (!r) {
                        operation_ref(operation);
                        continue;
                }
                list_remove(link);
                list_append(&refused, link);
        }
        pthread_mutex_unlock(&channel->lock);

        list_for_each_safe (link, &refused) {
                list_remove(link);
                operation_unref(list_entry(link, Operation, run_link));
        }
        return r == -EEXIST ? FRAME_INVALID : r;
}

Operation *operation_ref(Operation *operation)
{
        atomic_fetch_add_explicit(&operation->references, 1, memory_order_relaxed);
        return operation;
}

Operation *operation_unref(Operation *operation)
{
        if (!operation || atomic_fetch_sub_explicit(&operation->references, 1, memory_order_acq_rel) > 1)
                return NULL;

        if (!operation->ended)
                server_done(operation->server);
        subscription_free(operation->subscription);
        association_free(operation->association);
        instance_delete(operation->keys);
        query_free(operation->query);
        if (operation->has_property_set)
                MI_PropertySet_Destruct(&operation->property_set);
        problem_clear(&operation->problem);
        if (operation->is_charged)
                account_give(operation->channel->identity->account, CHARGE_OPERATIONS, 1);
        request_deinit(&operation->request);
        frame_release(&operation->frame);
        channel_unref(operation->channel);
        spare_give_operation(operation->server, operation);
        return NULL;
}

/* ---------------------------------------------------------------- running */

void operation_run(Operation *operation)
{
        void (*step)(Operation * operation) = operation->step;

        running.operation = operation;
        while (step) {
                running.next = NULL;
                step(operation);
                step = running.next;
        }
        running.operation = NULL;
        operation_unref(operation);
}

void operation_call_ended(Operation *operation)
{
        void (*next)(Operation * operation) = steal(&operation->next);

        if (!next)
                return;
        if (running.operation == operation) {
                running.next = next;
                return;
        }
        operation->step = next;
        server_queue(operation->server, operation_ref(operation));
}

Context *operation_call_begin(Operation *operation, Provider *provider, const char *function)
{
        Problem problem = PROBLEM_NONE;
        Context *context;
        int r;

        /* Load may be what never returns. */
        atomic_store_explicit(&operation->called, provider, memory_order_release);
        atomic_store_explicit(&operation->in_function, true, memory_order_relaxed);
        r = provider_load(provider, &problem.error);
        if (r) {
                atomic_store_explicit(&operation->in_function, false, memory_order_relaxed);
                if (r == MODULE_FAILED && problem.error)
                        problem.result = cim_error_result(problem.error);
                else
                        problem_set_errno(&problem, r < 0 ? r : -ENOMEM, "cannot load the provider");
                operation_finish(operation, &problem);
                return NULL;
        }
        r = context_new(&context, operation->server, CONTEXT_CALL, provider->module, provider, function);
        if (r < 0) {
                atomic_store_explicit(&operation->in_function, false, memory_order_relaxed);
                problem_set_errno(&problem, r, "cannot call the provider");
                operation_finish(operation, &problem);
                return NULL;
        }

        operation->provider = provider;
        atomic_store_explicit(&operation->posted, 0, memory_order_relaxed);
        context->operation = operation_ref(operation);
        context->step = ++operation->n_calls;
        context_begin_call(context);
        return context;
}

void operation_call_end(Operation *operation, Context *context)
{
        Channel *channel = operation->channel;

        atomic_store_explicit(&operation->in_function, false, memory_order_relaxed);
        /* It may take its time to post the rest: what it has posted goes out. */
        if (!atomic_load_explicit(&context->final, memory_order_relaxed) &&
            atomic_load_explicit(&operation->has_packed, memory_order_relaxed)) {
                pthread_mutex_lock(&channel->lock);
                if (!channel->wants_out)
                        channel_flush(channel);
                pthread_mutex_unlock(&channel->lock);
        }
        context_end_call(context);
}

/* ---------------------------------------------------------------- results */

static void report_served(Server *server)
{
        if (!atomic_load_explicit(&server->served, memory_order_relaxed) && !atomic_exchange(&server->served, true) &&
            server->config.served)
                server->config.served(server->config.userdata);
}

/* Lock held. False: it had ended. */
static bool operation_end(Operation *operation)
{
        if (operation->ended)
                return false;
        operation->ended = true;
        id_map_remove(&operation->channel->operations, operation->id);
        return true;
}

static void operation_send_result(Operation *operation, const Problem *problem)
{
        Channel *channel = operation->channel;
        size_t before = channel->out.size;

        if (atomic_load_explicit(&channel->closed, memory_order_relaxed))
                return;
        if (reply_result(channel_out(channel), operation->id, problem->result, NULL, problem->error) < 0 ||
            channel->out.size - before > channel->max_frame) {
                /* An error too large to be sent, or no memory: the bare result must do. */
                channel->out.size = before;
                channel->out.failed = false;
                if (reply_result(channel_out(channel), operation->id, problem->result, NULL, NULL) < 0)
                        channel->out.failed = false;
        }
        channel_packed(channel, true);
}

static void operation_finish_with(Operation *operation, Problem *problem, bool silent)
{
        Channel *channel = operation->channel;
        bool ended;

        pthread_mutex_lock(&channel->lock);
        ended = operation_end(operation);
        if (ended) {
                if (!silent)
                        operation_send_result(operation, problem);
                pthread_cond_broadcast(&channel->changed);
        }
        pthread_mutex_unlock(&channel->lock);

        if (ended) {
                channel_let_go(operation);
                if (problem->result == MI_RESULT_OK)
                        report_served(operation->server);
                verb_audit(operation, problem);
                server_done(operation->server);
                operation_unref(operation); /* the channel's */
        }
        problem_clear(problem);
}

void operation_finish(Operation *operation, Problem *problem)
{
        operation_finish_with(operation, problem, false);
}

void operation_fail(Operation *operation, MI_Result result, const char *format, ...)
{
        char message[CIM_ERROR_MESSAGE_MAX];
        Problem problem = PROBLEM_NONE;
        va_list args;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);
        problem_set(&problem, result, "%s", message);
        operation_finish(operation, &problem);
}

/* ---------------------------------------------------------------- from the client */

/* Lock held; calls back without it. A callback is called once; operation_forget_cancel() waits until it has returned. */
static void operation_call_cancel(Operation *operation, MI_CancellationReason reason)
{
        MI_CancelCallback callback = steal(&operation->cancel_callback);
        void *data = operation->cancel_data;

        if (!callback)
                return;
        operation->in_cancel_callback = true;
        pthread_mutex_unlock(&operation->channel->lock);
        callback(reason, data);
        pthread_mutex_lock(&operation->channel->lock);
        operation->in_cancel_callback = false;
        pthread_cond_broadcast(&operation->channel->changed);
}

bool operation_on_cancel(Operation *operation, MI_CancelCallback callback, void *data)
{
        bool is_late;

        pthread_mutex_lock(&operation->channel->lock);
        is_late = operation->is_abandoned || operation->ended;
        operation->cancel_callback = is_late ? NULL : callback;
        operation->cancel_data = data;
        operation_remark(operation);
        pthread_mutex_unlock(&operation->channel->lock);
        return !is_late;
}

void operation_forget_cancel(Operation *operation)
{
        pthread_mutex_lock(&operation->channel->lock);
        operation->cancel_callback = NULL;
        while (operation->in_cancel_callback)
                pthread_cond_wait(&operation->channel->changed, &operation->channel->lock);
        pthread_mutex_unlock(&operation->channel->lock);
}

/* A function that goes on although nobody wants its results is watched: it may be one that never returns. */
static void operation_watch(Operation *operation)
{
        Provider *called = atomic_load_explicit(&operation->called, memory_order_acquire);
        Server *server = operation->server;

        if (!atomic_load(&operation->in_function)) {
                if (called && operation->request.verb != REQUEST_SUBSCRIBE)
                        log_warning("provider %s: %s of %s has returned, and was cancelled before it posted a result",
                                    called->module->name, verb_name(operation->request.verb), called->decl->name);
                return;
        }
        operation->overdue_ns = clock_now_ns() + OVERDUE_S * CLOCK_NS_PER_S;
        pthread_mutex_lock(&server->lock);
        list_append(&server->overdue, &operation_ref(operation)->overdue_link);
        pthread_mutex_unlock(&server->lock);
        server_arm_sweep(server);
}

void operation_check_overdue(Operation *operation)
{
        Provider *called = atomic_load_explicit(&operation->called, memory_order_acquire);
        Server *server = operation->server;

        if (!called || !atomic_load(&operation->in_function))
                return;
        log_error("provider %s: %s of %s has not returned %d seconds after it was cancelled", called->module->name,
                  !provider_is_loaded(called) ? "Load"
                  : operation->method         ? operation->method->name
                                              : verb_name(operation->request.verb),
                  called->decl->name, OVERDUE_S);
        if (server->config.overdue)
                server->config.overdue(server->config.userdata);
}

static void set_cancelled(const Operation *operation, Problem *problem, MI_CancellationReason reason)
{
        const char *verb = verb_name(operation->request.verb);
        const char *class_name = operation->request.class_name ?: "the class";

        if (operation->is_silent)
                problem_set_failed(problem, ETIMEDOUT,
                                   "%s of %s: its provider has posted nothing for %u seconds, which is the limit "
                                   "(silence-timeout in xenmi.conf)",
                                   verb, class_name, operation->server->config.silence_ms / 1000);
        else if (reason == MI_REASON_TIMEOUT)
                problem_set_failed(problem, ETIMEDOUT, "%s of %s: the time-out of the operation has passed", verb,
                                   class_name);
        else
                problem_set_failed(problem, ECANCELED, "%s of %s: the operation was cancelled", verb, class_name);
}

void operation_cancel(Operation *operation, MI_CancellationReason reason, bool silent)
{
        Channel *channel = operation->channel;
        Problem problem = PROBLEM_NONE;
        Subscription *subscription;
        bool first;

        pthread_mutex_lock(&channel->lock);
        subscription = operation->subscription;
        first = !operation->is_abandoned && !operation->ended;
        if (first) {
                operation->is_abandoned = true;
                operation->reason = reason;
                /* It counts even if the provider is quicker with a result of its own. */
                set_cancelled(operation, &operation->problem, reason);
                operation_remark(operation);
                pthread_cond_broadcast(&channel->changed);
                operation_call_cancel(operation, reason);
        }
        pthread_mutex_unlock(&channel->lock);

        /* The client is not kept waiting for a provider that does not care about being cancelled. */
        set_cancelled(operation, &problem, reason);
        if (subscription)
                subscription_end(subscription);
        if (first)
                operation_watch(operation);
        operation_finish_with(operation, &problem, silent);
}

void operation_credit(Operation *operation, uint32_t bytes)
{
        Channel *channel = operation->channel;

        pthread_mutex_lock(&channel->lock);
        operation->credit = MIN(operation->credit + (int64_t)bytes, (int64_t)1 << 40);
        pthread_cond_broadcast(&channel->changed);
        if (operation->subscription && subscription_drain(operation->subscription))
                channel_packed(channel, true);
        pthread_mutex_unlock(&channel->lock);
}

void operation_answer(Operation *operation, uint32_t prompt, uint32_t answer)
{
        pthread_mutex_lock(&operation->channel->lock);
        if (prompt == operation->prompt && operation->is_prompting && operation->answered != prompt) {
                operation->answered = prompt;
                operation->answer = answer;
                pthread_cond_broadcast(&operation->channel->changed);
        }
        pthread_mutex_unlock(&operation->channel->lock);
}

/* ---------------------------------------------------------------- from the provider */

static bool operation_takes(const Operation *operation)
{
        return !operation->ended && !operation->is_abandoned &&
               !atomic_load_explicit(&operation->channel->closed, memory_order_relaxed);
}

bool operation_wait_for_credit(Operation *operation)
{
        Channel *channel = operation->channel;
        Charge charge = { 0 };
        bool flushed = false, blocked = false;

        while (operation_takes(operation) && (operation->credit <= 0 || channel_is_full(channel)) && !batch_is_held()) {
                if (!flushed && !channel->wants_out) {
                        /* A client that sees nothing grants nothing. The lock was let go: look again. */
                        channel_flush(channel);
                        flushed = true;
                        continue;
                }
                if (!blocked) {
                        if (charge_init(&charge, channel->identity->account, CHARGE_BLOCKED_CALLS, 1)) {
                                operation_remark(operation);
                                problem_set(&operation->problem, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                                            "too many operations of this user wait for their clients to read results");
                                return false;
                        }
                        blocked = true;
                        server_block_begin(operation->server);
                }
                channel->sleepers++;
                operation->waits_for_client++;
                pthread_cond_wait(&channel->changed, &channel->lock);
                operation->waits_for_client--;
                channel->sleepers--;
        }
        if (blocked) {
                server_block_end(operation->server);
                charge_deinit(&charge);
        }
        return operation_takes(operation);
}

/* Lock held. 0 or negative errno. */
static int operation_pack_instance(Operation *operation, const MI_Instance *instance)
{
        Channel *channel = operation->channel;
        uint32_t cost = 0;
        int r;

        r = reply_instance(channel_out(channel), operation->id, instance, &channel->shapes_out, &operation->selection,
                           &cost);
        if (unlikely(r)) {
                channel->out.failed = false;
                return r < 0 ? r : error_origin(-EINVAL);
        }
        if (unlikely(cost > channel->max_frame)) {
                channel->out.size -= cost; /* the last one; a SHAPE before it stays */
                return error_origin(-EMSGSIZE);
        }
        operation->credit -= cost;
        operation->sent++;
        atomic_store_explicit(&operation->has_packed, true, memory_order_relaxed);
        /* One instance goes with its result. Of many, the first goes now, and the others when there are enough. */
        if (operation->is_streaming)
                channel_packed(channel, operation->sent == 1);
        return 0;
}

bool operation_send_instance(Operation *operation, const MI_Instance *instance)
{
        Channel *channel = operation->channel;
        bool sent;

        pthread_mutex_lock(&channel->lock);
        sent = operation_wait_for_credit(operation);
        if (sent) {
                int r = operation_pack_instance(operation, instance);

                if (unlikely(r)) {
                        sent = false;
                        operation_remark(operation);
                        if (!problem_is_set(&operation->problem))
                                problem_set(&operation->problem, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                                            "%s: an instance of %s cannot be sent: %s",
                                            operation->provider->module->name, instance_class_name(instance),
                                            r == -EMSGSIZE ? "it is too large"
                                                           : "a value in it is broken, or memory is short");
                }
        }
        pthread_mutex_unlock(&channel->lock);
        return sent;
}

MI_Result operation_post_instance(Operation *operation, Context *context, const MI_Instance *instance)
{
        Verdict verdict;

        if (unlikely(context->step != operation->n_calls || !operation->accept))
                return MI_RESULT_NOT_SUPPORTED;

        verdict = operation->accept(operation, instance);
        if (verdict == VERDICT_DROP)
                return MI_RESULT_OK;
        if (verdict == VERDICT_REFUSE)
                return MI_RESULT_FAILED;
        /* FAILED tells a provider that nobody listens any more: it may stop. */
        return operation_send_instance(operation, instance) ? MI_RESULT_OK : MI_RESULT_FAILED;
}

/* Lock held. */
static void take_problem(Operation *operation, Problem *problem)
{
        if (likely(!problem_is_set(&operation->problem)))
                return;
        problem_clear(problem);
        *problem = operation->problem;
        operation->problem = (Problem)PROBLEM_NONE;
}

void operation_take_problem(Operation *operation, Problem *problem)
{
        pthread_mutex_lock(&operation->channel->lock);
        take_problem(operation, problem);
        pthread_mutex_unlock(&operation->channel->lock);
}

void operation_post_final(Operation *operation, Context *context, Problem *problem)
{
        bool is_taken = problem->result == MI_RESULT_OK;

        if (unlikely(atomic_load_explicit(&operation->has_remark, memory_order_acquire))) {
                pthread_mutex_lock(&operation->channel->lock);
                operation->cancel_callback = NULL;
                take_problem(operation, problem);
                pthread_mutex_unlock(&operation->channel->lock);
        }
        if (operation->subscription)
                subscription_answered(operation->subscription, context->provider, is_taken, problem);
        else
                operation->final(operation, problem);
}
