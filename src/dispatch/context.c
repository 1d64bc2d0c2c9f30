#include "dispatch/context.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "dispatch/feed.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/problem.h"
#include "dispatch/server-private.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/log.h"

enum {
        CHUNK_CONTEXTS = 16,
        QUIET_MS = 1000,
};

typedef struct ContextChunk {
        struct ContextChunk *next;
        Context contexts[CHUNK_CONTEXTS];
} ContextChunk;

static _Thread_local Context *current;

/* ---------------------------------------------------------------- memory */

void context_pool_init(Server *server)
{
        list_init(&server->contexts);
}

void context_pool_deinit(Server *server)
{
        ContextChunk *chunk;

        while ((chunk = server->context_chunks)) {
                server->context_chunks = chunk->next;
                free(chunk);
        }
}

bool context_pool_is_quiet(Server *server)
{
        /* A provider's thread that has just posted a result may still be on its way out. */
        for (unsigned int i = 0; i < QUIET_MS && atomic_load(&server->n_alive) > 0; i++)
                (void)nanosleep(&(struct timespec){ .tv_nsec = CLOCK_NS_PER_MS }, NULL);
        return atomic_load(&server->n_alive) == 0;
}

/* Lock held. */
static bool context_pool_grow(Server *server)
{
        ContextChunk *chunk;

        chunk = calloc(1, sizeof(*chunk));
        if (!chunk)
                return false;
        chunk->next = server->context_chunks;
        server->context_chunks = chunk;
        /* New ones are taken first: they have no past that a provider could speak of. */
        for (size_t i = 0; i < CHUNK_CONTEXTS; i++) {
                chunk->contexts[i].base.ft = &context_ft;
                list_prepend(&server->contexts, &chunk->contexts[i].link);
        }
        server->n_contexts += CHUNK_CONTEXTS;
        return true;
}

int context_new(Context **contextp, Server *server, ContextKind kind, Module *module, Provider *provider,
                const char *function)
{
        Context *context;

        pthread_mutex_lock(&server->contexts_lock);
        context = list_is_empty(&server->contexts) ? NULL : list_entry(server->contexts.next, Context, link);
        if ((!context || context->function) && server->n_contexts < LIMIT_CONTEXTS_QUARANTINED &&
            context_pool_grow(server))
                context = list_entry(server->contexts.next, Context, link);
        /* All are alive or quarantined: grow, else the one that ended longest ago. */
        if (!context && context_pool_grow(server))
                context = list_entry(server->contexts.next, Context, link);
        if (context) {
                list_remove(&context->link);
                server->n_contexts--;
        }
        pthread_mutex_unlock(&server->contexts_lock);
        if (!context)
                return error_origin(-ENOMEM);
        atomic_fetch_add_explicit(&server->n_alive, 1, memory_order_relaxed);

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

        pthread_mutex_lock(&server->contexts_lock);
        list_append(&server->contexts, &context->link);
        server->n_contexts++;
        pthread_mutex_unlock(&server->contexts_lock);

        if (operation) {
                operation_call_ended(operation);
                operation_unref(operation);
        }
        atomic_fetch_sub(&server->n_alive, 1);
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

void context_leave(Context *context)
{
        if (atomic_fetch_sub_explicit(&context->references, 1, memory_order_acq_rel) == 1)
                context_end(context);
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

/* Holds the caller's reference, drops that of the final post. */
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
        context_leave(context);
}

MI_Result MI_CALL context_post_result(MI_Context *self, MI_Result result)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;
        MI_Result answer = MI_RESULT_FAILED;

        if (!context_enter(context, "PostResult"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostResult")) {
                if (result != MI_RESULT_OK)
                        problem_set_original(&problem, (MI_Uint32)result, MI_RESULT_TYPE_MI, NULL);
                context_final(context, &problem);
                answer = MI_RESULT_OK;
        }
        context_leave(context);
        return answer;
}

MI_Result MI_CALL context_post_error(MI_Context *self, MI_Uint32 code, const MI_Char *type, const MI_Char *message)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;
        MI_Result answer = MI_RESULT_FAILED;

        if (!context_enter(context, "PostError"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostError")) {
                problem_set_original(&problem, code, type, message);
                context_final(context, &problem);
                answer = MI_RESULT_OK;
        }
        context_leave(context);
        return answer;
}

MI_Result MI_CALL context_post_cim_error(MI_Context *self, const MI_Instance *error)
{
        Context *context = context_of(self);
        Problem problem = PROBLEM_NONE;
        MI_Result answer = MI_RESULT_FAILED;

        if (!error)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "PostCimError"))
                return MI_RESULT_FAILED;
        if (context_finalise(context, "PostCimError")) {
                problem_set_error(&problem, error);
                context_final(context, &problem);
                answer = MI_RESULT_OK;
        }
        context_leave(context);
        return answer;
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
