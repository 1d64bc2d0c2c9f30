#include "dispatch/context.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "dispatch/feed.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/spare.h"
#include "dispatch/problem.h"
#include "dispatch/server-private.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/log.h"

static _Thread_local Context *current;

/* ---------------------------------------------------------------- life */

int context_new(Context **contextp, Server *server, ContextKind kind, Module *module, Provider *provider,
                const char *function)
{
        Context *context = spare_take_context(server);

        if (!context)
                return error_origin(-ENOMEM);
        context->kind = kind;
        context->function = function;
        context->server = server;
        context->module = module;
        context->provider = provider;
        context->operation = NULL;
        context->feed = NULL;
        context->step = 0;
        context->done = false;
        context->result = MI_RESULT_OK;
        context->error = NULL;
        atomic_store_explicit(&context->final, false, memory_order_relaxed);
        atomic_store_explicit(&context->references, 2, memory_order_release);
        *contextp = context;
        return 0;
}

static void context_end(Context *context)
{
        Server *server = context->server;
        Operation *operation = steal(&context->operation);

        context->feed = NULL;
        instance_delete(steal(&context->error));

        if (operation) {
                operation_call_ended(operation);
                operation_unref(operation);
        }
        spare_give_context(server, context);
}

/* ---------------------------------------------------------------- use */

static void context_describe(const Context *context, char *text, size_t size)
{
        snprintf(text, size, "%s/%s.%s", context->module ? context->module->name : "?",
                 context->provider ? context->provider->decl->name : "module", context->function ?: "?");
}

bool context_enter(Context *context, const char *what)
{
        unsigned int references = atomic_load_explicit(&context->references, memory_order_relaxed);
        char name[256];

        while (likely(references > 0)) {
                if (atomic_compare_exchange_weak_explicit(&context->references, &references, references + 1,
                                                          memory_order_acquire, memory_order_relaxed))
                        return true;
        }
        context_describe(context, name, sizeof(name));
        log_warning("provider %s: %s on a context that has ended; ignored", name, what);
        return false;
}

static void drop(Context *context, unsigned int count)
{
        if (atomic_fetch_sub_explicit(&context->references, count, memory_order_acq_rel) == count)
                context_end(context);
}

void context_leave(Context *context)
{
        drop(context, 1);
}

bool context_finalise(Context *context, const char *what)
{
        char name[256];

        if (!atomic_exchange(&context->final, true))
                return true;
        context_describe(context, name, sizeof(name));
        log_warning("provider %s: %s after the final result was posted; ignored", name, what);
        return false;
}

static void (*thread_hook)(void);
static _Thread_local bool is_known_thread;

void context_set_thread_hook(void (*hook)(void))
{
        thread_hook = hook;
}

void context_begin_call(Context *context)
{
        if (unlikely(!is_known_thread)) {
                is_known_thread = true;
                if (thread_hook)
                        thread_hook();
        }
        context->outer = current;
        current = context;
}

void context_end_call(Context *context)
{
        current = context->outer;
        context_leave(context);
}

void context_describe_current(char *text, size_t size)
{
        const Context *context = current;
        const char *parts[5] = { "", "/", "", ".", "" };
        size_t n = 0;

        /* No stdio: this may run in a signal handler. */
        if (context) {
                parts[0] = context->module->name;
                parts[2] = context->provider ? context->provider->decl->name : "module";
                parts[4] = context->function;
                for (size_t i = 0; i < ARRAY_SIZE(parts); i++) {
                        for (const char *c = parts[i]; *c && n + 1 < size; c++)
                                text[n++] = *c;
                }
        }
        if (size > 0)
                text[n] = '\0';
}

bool context_wait(Context *context, unsigned int timeout_ms, MI_Result *resultp, MI_Instance **errorp)
{
        Server *server = context->server;
        uint64_t end_ns = clock_now_ns() + timeout_ms * CLOCK_NS_PER_MS;
        struct timespec until = { .tv_sec = (time_t)(end_ns / CLOCK_NS_PER_S),
                                  .tv_nsec = (long)(end_ns % CLOCK_NS_PER_S) };
        bool done;

        pthread_mutex_lock(&server->lock);
        while (!context->done && pthread_cond_timedwait(&server->changed, &server->lock, &until) == 0)
                ;
        done = context->done;
        if (done) {
                *resultp = context->result;
                *errorp = steal(&context->error);
        }
        pthread_mutex_unlock(&server->lock);
        return done;
}

/* ---------------------------------------------------------------- final posts */

static void lifetime_final(Context *context, Problem *problem)
{
        pthread_mutex_lock(&context->server->lock);
        context->result = problem->result;
        context->error = steal(&problem->error);
        context->done = true;
        pthread_cond_broadcast(&context->server->changed);
        pthread_mutex_unlock(&context->server->lock);
}

/* Drops the caller's reference, and that of the final post. */
static void context_final(Context *context, Problem *problem)
{
        switch (context->kind) {
        case CONTEXT_CALL:
                operation_post_final(context->operation, context, problem);
                break;
        case CONTEXT_LIFETIME:
                lifetime_final(context, problem);
                break;
        case CONTEXT_FEED:
                feed_post_final(context->feed, problem);
                break;
        }
        problem_clear(problem);
        drop(context, 2);
}

MI_Result MI_CALL context_post_result(MI_Context *self, MI_Result result)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;

        if (!context_enter(context, "PostResult"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostResult")) {
                if (result != MI_RESULT_OK)
                        problem_set_original(&problem, (MI_Uint32)result, MI_RESULT_TYPE_MI, NULL);
                context_final(context, &problem);
                return MI_RESULT_OK;
        }
        context_leave(context);
        return MI_RESULT_FAILED;
}

MI_Result MI_CALL context_post_error(MI_Context *self, MI_Uint32 code, const MI_Char *type, const MI_Char *message)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;

        if (!context_enter(context, "PostError"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostError")) {
                problem_set_original(&problem, code, type, message);
                context_final(context, &problem);
                return MI_RESULT_OK;
        }
        context_leave(context);
        return MI_RESULT_FAILED;
}

MI_Result MI_CALL context_post_cim_error(MI_Context *self, const MI_Instance *error)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;

        if (!error)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "PostCimError"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostCimError")) {
                problem_set_error(&problem, error);
                context_final(context, &problem);
                return MI_RESULT_OK;
        }
        context_leave(context);
        return MI_RESULT_FAILED;
}

MI_Result MI_CALL context_post_instance(MI_Context *self, const MI_Instance *instance)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        if (!instance)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "PostInstance"))
                return MI_RESULT_FAILED;
        if (unlikely(atomic_load_explicit(&context->final, memory_order_relaxed))) {
                (void)context_finalise(context, "PostInstance");
                result = MI_RESULT_FAILED;
        } else if (context->kind == CONTEXT_CALL) {
                result = operation_post_instance(context->operation, context, instance);
        }
        context_leave(context);
        return result;
}

MI_Result MI_CALL context_post_indication(MI_Context *self, const MI_Instance *indication, MI_Uint32 count,
                                          const MI_Char *bookmark)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        (void)count; /* nobody has ever said what it counts */
        if (!indication)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "PostIndication"))
                return MI_RESULT_FAILED;
        if (context->kind == CONTEXT_FEED)
                result = feed_post(context->feed, indication, &(XenmiDelivery){ .bookmark = bookmark });
        context_leave(context);
        return result;
}
