#pragma once

/*
 * Contexts: what provider functions are given as MI_Context
 *
 * A Context lives until the function has returned and the final result was posted, in any order and from any thread. Its memory is
 * never given back to malloc and is re-used only after many others were, so that a provider that posts to an ended context is
 * recognised: the post is refused and logged with provider, class and function.
 *
 * Who uses one: context_new() gives it two references, one for the function and one for the final post. Functions of MI_ContextFT
 * hold a third while they work (context_enter).
 */

#include <MI.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "dispatch/module.h"
#include "util/list.h"

typedef struct Operation Operation;

typedef enum ContextKind {
        CONTEXT_CALL,     /* a provider function that serves an operation */
        CONTEXT_LIFETIME, /* Load, Unload, Unsubscribe, DisableIndications: only the final result matters */
        CONTEXT_FEED,     /* EnableIndications */
} ContextKind;

typedef struct Context {
        MI_Context base;        /* first: what the provider sees */
        atomic_uint references; /* 0: ended */
        atomic_bool final;      /* the final result was posted */
        ContextKind kind;
        const char *function; /* "GetInstance"; for logs, valid after the end too */
        Server *server;
        Module *module;
        Provider *provider; /* NULL: Load and Unload of a module */

        struct Context *outer; /* that the thread was inside of before the call */

        Operation *operation; /* CONTEXT_CALL: a reference to it */
        uint32_t step;        /* which call of the operation this is */
        Feed *feed;           /* CONTEXT_FEED */

        /* CONTEXT_LIFETIME, under the server's lock */
        bool done;
        MI_Result result;
        MI_Instance *error; /* ours */

        List link; /* Server.contexts: ended ones, oldest first */
} Context;

extern const MI_ContextFT context_ft;

int context_new(Context **contextp, Server *server, ContextKind kind, Module *module, Provider *provider,
                const char *function);

static inline Context *context_of(const MI_Context *context)
{
        return (Context *)context;
}

/* A reference to a context that has not ended; false (and a log line naming `what`) if it has. */
bool context_enter(Context *context, const char *what);
void context_leave(Context *context);

/* The first final post wins: false and a log line for every other. */
bool context_finalise(Context *context, const char *what);

/* Runs around a provider function, for logs and crash reports: which context this thread is inside of. */
void context_begin_call(Context *context);
void context_end_call(Context *context); /* drops the function's reference */

/* What a program has every thread do before its first call of a provider; to be set before the server is started. */
void context_set_thread_hook(void (*hook)(void));

/* "provider/Class.Function" of the call that this thread is inside of, "" if none. Async-signal-safe. */
void context_describe_current(char *text, size_t size);

/* What the files of this folder put into the table. */
MI_Result MI_CALL context_post_result(MI_Context *context, MI_Result result);
MI_Result MI_CALL context_post_error(MI_Context *context, MI_Uint32 code, const MI_Char *type, const MI_Char *message);
MI_Result MI_CALL context_post_cim_error(MI_Context *context, const MI_Instance *error);
MI_Result MI_CALL context_post_instance(MI_Context *context, const MI_Instance *instance);
MI_Result MI_CALL context_post_indication(MI_Context *context, const MI_Instance *indication, MI_Uint32 count,
                                          const MI_Char *bookmark);
MI_Result MI_CALL context_write_message(MI_Context *context, MI_Uint32 channel, const MI_Char *message);
MI_Result MI_CALL context_write_progress(MI_Context *context, const MI_Char *activity, const MI_Char *current_operation,
                                         const MI_Char *status, MI_Uint32 percent, MI_Uint32 seconds);
MI_Result MI_CALL context_write_stream(MI_Context *context, const MI_Char *name, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags);
MI_Result MI_CALL context_write_error(MI_Context *context, MI_Uint32 code, const MI_Char *type, const MI_Char *message,
                                      MI_Boolean *flag);
MI_Result MI_CALL context_write_cim_error(MI_Context *context, const MI_Instance *error, MI_Boolean *flag);
MI_Result MI_CALL context_prompt_user(MI_Context *context, const MI_Char *message, MI_PromptType type,
                                      MI_Boolean *flag);
MI_Result MI_CALL context_should_process(MI_Context *context, const MI_Char *target, const MI_Char *action,
                                         MI_Boolean *flag);
MI_Result MI_CALL context_should_continue(MI_Context *context, const MI_Char *message, MI_Boolean *flag);
MI_Result MI_CALL context_set_string_option(MI_Context *context, const MI_Char *name, const MI_Char *value);
MI_Result MI_CALL context_get_string_option(MI_Context *context, const MI_Char *name, const MI_Char **value);
MI_Result MI_CALL context_get_number_option(MI_Context *context, const MI_Char *name, MI_Uint32 *value);
MI_Result MI_CALL context_get_custom_option(MI_Context *context, const MI_Char *name, MI_Type *type, MI_Value *value);
MI_Result MI_CALL context_get_custom_option_count(MI_Context *context, MI_Uint32 *count);
MI_Result MI_CALL context_get_custom_option_at(MI_Context *context, MI_Uint32 index, const MI_Char **name,
                                               MI_Type *type, MI_Value *value);
MI_Result MI_CALL context_get_locale(const MI_Context *context, MI_LocaleType type, MI_Char *locale);
MI_Result MI_CALL context_canceled(const MI_Context *context, MI_Boolean *flag);
MI_Result MI_CALL context_register_cancel(MI_Context *context, MI_CancelCallback callback, void *data);
MI_Result MI_CALL context_get_local_session(const MI_Context *context, MI_Session *session);

/*
 * CONTEXT_LIFETIME: waits for the final post, at most `timeout_ms`, and hands out result and error (NULL if OK). False: nothing was
 * posted in time; the context goes on living until it is.
 */
bool context_wait(Context *context, unsigned int timeout_ms, MI_Result *resultp, MI_Instance **errorp);
