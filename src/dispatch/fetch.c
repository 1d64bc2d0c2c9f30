#include "dispatch/fetch.h"

#include <errno.h>

#include "dispatch/server-private.h"
#include "model/instance.h"
#include "model/options.h"
#include "util/clock.h"
#include "util/text.h"

#define PROPERTY_LIST "__GET_EXT_PROPERTIES"

/* ---------------------------------------------------------------- the request */

/* Of an instance that is to be shown by its keys nothing else has to be found out. */
static MI_StringA fetch_properties(Operation *operation, const MI_Instance *keys)
{
        const Request *request = &operation->request;
        MI_StringA names = { (MI_Char **)request->properties, request->n_properties };
        Element element;

        if (!(request->flags & REQUEST_KEYS_ONLY))
                return names;
        names.size = 0;
        names.data = arena_alloc(&operation->request.arena, (instance_count(keys) + 1) * sizeof(*names.data));
        for (uint32_t i = 0; names.data && instance_element(keys, i, &element); i++) {
                if (element.flags & MI_FLAG_KEY)
                        names.data[names.size++] = (MI_Char *)element.name;
        }
        if (names.size == 0)
                names.data = NULL; /* nobody has said what the keys are: all of it */
        return names;
}

static MI_Interval fetch_interval(const Operation *operation)
{
        uint64_t now_ns = clock_now_ns();
        uint64_t left_ms = operation->deadline_ns > now_ns ? (operation->deadline_ns - now_ns) / CLOCK_NS_PER_MS : 0;
        uint64_t left_s = left_ms / 1000;

        return (MI_Interval){
                .days = (MI_Uint32)(left_s / 86400),
                .hours = (MI_Uint32)(left_s / 3600 % 24),
                .minutes = (MI_Uint32)(left_s / 60 % 60),
                .seconds = (MI_Uint32)(left_s % 60),
                .microseconds = (MI_Uint32)MAX(left_ms % 1000 * 1000, (uint64_t)1000),
        };
}

static MI_Result fetch_options(Operation *operation, const MI_Instance *keys, MI_OperationOptions *options)
{
        const Request *request = &operation->request;
        MI_StringA names = fetch_properties(operation, keys);
        MI_Result result = MI_RESULT_OK;
        MI_Interval interval;

        for (uint32_t i = 0; i < request->n_options && result == MI_RESULT_OK; i++) {
                const RequestOption *option = &request->options[i];

                if (!ascii_equal(option->name, PROPERTY_LIST))
                        result = MI_OperationOptions_SetCustomOption(options, option->name, option->type,
                                                                     &option->value, option->must_comply);
        }
        if (result == MI_RESULT_OK && names.data)
                result = MI_OperationOptions_SetCustomOption(options, PROPERTY_LIST, MI_STRINGA,
                                                             &(MI_Value){ .stringa = names }, MI_FALSE);
        if (result == MI_RESULT_OK && operation->deadline_ns) {
                interval = fetch_interval(operation);
                result = MI_OperationOptions_SetTimeout(options, &interval);
        }
        return result;
}

/* ---------------------------------------------------------------- the answer */

static void MI_CALL fetch_cancel(MI_CancellationReason reason, void *data)
{
        (void)MI_Operation_Cancel(data, reason);
}

static void set_problem(Problem *problem, MI_Result result, const MI_Char *message, const MI_Instance *details)
{
        if (result == MI_RESULT_OK)
                return;
        if (details)
                problem_set_error(problem, details);
        else
                problem_set(problem, result, "%s", message ?: "the other host has not said why");
        problem->result = result;
}

/* The answers of the other host, until its result. */
static void fetch_read(Operation *operation, MI_Operation *inner,
                       bool (*show)(Operation *operation, const MI_Instance *instance), Problem *problem)
{
        MI_Boolean has_more = MI_TRUE, is_taken = MI_TRUE;

        while (has_more) {
                const MI_Instance *instance = NULL, *details = NULL;
                const MI_Char *message = NULL;
                MI_Result result = MI_RESULT_OK, r;

                server_block_begin(operation->server);
                r = MI_Operation_GetInstance(inner, &instance, &has_more, &result, &message, &details);
                server_block_end(operation->server);
                if (r != MI_RESULT_OK) {
                        problem_set(problem, r, "the session of the host has ended");
                        return;
                }
                set_problem(problem, result, message, details);
                if (instance && is_taken && !show(operation, instance)) {
                        is_taken = MI_FALSE;
                        (void)MI_Operation_Cancel(inner, MI_REASON_NONE);
                }
        }
        if (!is_taken) {
                problem_set(problem, MI_RESULT_FAILED, "nobody takes the instance any more");
                operation_take_problem(operation, problem);
        }
}

static MI_Result fetch_session(Operation *operation, MI_Session *session)
{
        const Caller *caller = &operation->channel->caller;
        const ServerConfig *config = &operation->server->config;
        ServerLocalSession wanted = {
                .channel_id = caller->channel_id,
                .hops = MAX(operation->request.hops, caller->hops) + 1,
                .name_space = operation->request.name_space,
                .caller = caller,
        };

        return config->local_session ? config->local_session(config->userdata, &wanted, session)
                                     : MI_RESULT_NOT_SUPPORTED;
}

void fetch_instance(Operation *operation, const MI_Instance *keys,
                    bool (*show)(Operation *operation, const MI_Instance *instance), Problem *problem)
{
        const MI_Uint32 flags = MI_OPERATIONFLAGS_EXPENSIVE_PROPERTIES | MI_OPERATIONFLAGS_LOCALIZED_QUALIFIERS;
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL;
        MI_Operation inner = MI_OPERATION_NULL;
        MI_Session session = MI_SESSION_NULL;
        MI_Result result;

        /* No provider's function is running: it is not to blame for what takes its time now. */
        atomic_store_explicit(&operation->called, NULL, memory_order_release);
        if (atomic_load(&operation->channel->closed)) {
                problem_set_failed(problem, ECANCELED, "the client has gone"); /* and its session with it */
                return;
        }
        result = fetch_session(operation, &session);
        if (result == MI_RESULT_OK && operation_options_init(&options, false) < 0)
                result = MI_RESULT_SERVER_LIMITS_EXCEEDED;
        if (result == MI_RESULT_OK)
                result = fetch_options(operation, keys, &options);
        if (result != MI_RESULT_OK) {
                problem_set(problem, result, "%s: the host that serves it cannot be asked", instance_class_name(keys));
        } else {
                server_block_begin(operation->server);
                MI_Session_GetInstance(&session, operation->request.mi_flags & flags, &options,
                                       operation->request.name_space, keys, NULL, &inner);
                server_block_end(operation->server);
                if (!operation_on_cancel(operation, fetch_cancel, &inner))
                        (void)MI_Operation_Cancel(&inner, MI_REASON_NONE);
                fetch_read(operation, &inner, show, problem);
                operation_forget_cancel(operation);
                (void)MI_Operation_Close(&inner);
        }
        if (options.ft)
                MI_OperationOptions_Delete(&options);
}
