#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "dispatch/context.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "model/cim-error.h"
#include "model/value.h"
#include "util/log.h"
#include "util/text.h"
#include "wire/reply.h"

/*
 * What a provider says besides results: messages, progress, streamed parameters, errors that do not end the operation, and questions.
 * Messages without an operation go to the log. A question blocks the provider's thread until the client has answered; another thread
 * listens meanwhile.
 */

/* The operation with its channel locked, or NULL and *resultp. Ends with write_end(). */
static Operation *write_begin(MI_Context *self, const char *what, MI_Result *resultp)
{
        Context *context = context_of(self);
        Operation *operation;

        *resultp = MI_RESULT_FAILED;
        if (!context_enter(context, what))
                return NULL;
        if (context->kind != CONTEXT_CALL || atomic_load(&context->final)) {
                *resultp = context->kind == CONTEXT_CALL ? MI_RESULT_FAILED : MI_RESULT_NOT_SUPPORTED;
                context_leave(context);
                return NULL;
        }
        operation = context->operation;
        pthread_mutex_lock(&operation->channel->lock);
        *resultp = MI_RESULT_OK;
        return operation;
}

static void write_end(MI_Context *self, Operation *operation)
{
        pthread_mutex_unlock(&operation->channel->lock);
        context_leave(context_of(self));
}

static bool is_over(const Operation *operation)
{
        return operation->ended || operation->is_abandoned || atomic_load(&operation->channel->closed);
}

/* A packed message or report: sent at once, it is meant for people. */
static MI_Result write_packed(Operation *operation, int r)
{
        if (r < 0) {
                operation->channel->out.failed = false;
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        operation->n_told++;
        channel_packed(operation->channel, true);
        return MI_RESULT_OK;
}

/* Messages need no credit, so that a full socket is what limits them: the rest is dropped. */
static bool takes_message(Operation *operation)
{
        Channel *channel = operation->channel;

        if (is_over(operation))
                return false;
        if (!channel->wants_out)
                operation->n_waiting = 0;
        return ++operation->n_waiting <= LIMIT_MESSAGES && !channel_is_full(channel);
}

/* While a module or a class is loaded, say, no client is there to read it: it is for the administrator. */
static MI_Result log_message(MI_Context *self, MI_Uint32 channel, const MI_Char *message)
{
        Context *context = context_of(self);

        if (!context_enter(context, "WriteMessage"))
                return MI_RESULT_FAILED;
        log_write(channel == MI_WRITEMESSAGE_CHANNEL_WARNING ? LOG_LEVEL_WARNING : LOG_LEVEL_DEBUG, "provider %s: %s",
                  context->module->name, message);
        context_leave(context);
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_write_message(MI_Context *self, MI_Uint32 channel, const MI_Char *message)
{
        MI_Result result;
        Operation *operation;

        if (channel > MI_WRITEMESSAGE_CHANNEL_DEBUG || !message)
                return MI_RESULT_INVALID_PARAMETER;
        if (context_of(self)->kind != CONTEXT_CALL)
                return log_message(self, channel, message);
        operation = write_begin(self, "WriteMessage", &result);
        if (!operation)
                return result;
        if ((operation->request.channels & (1u << channel)) && takes_message(operation))
                result = write_packed(operation,
                                      reply_message(channel_out(operation->channel), operation->id, channel, message));
        write_end(self, operation);
        return result;
}

void operation_warn(Operation *operation, const char *format, ...)
{
        char message[CIM_ERROR_MESSAGE_MAX];
        va_list args;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);

        pthread_mutex_lock(&operation->channel->lock);
        if ((operation->request.channels & (1u << MI_WRITEMESSAGE_CHANNEL_WARNING)) && takes_message(operation))
                (void)write_packed(operation, reply_message(channel_out(operation->channel), operation->id,
                                                            MI_WRITEMESSAGE_CHANNEL_WARNING, message));
        pthread_mutex_unlock(&operation->channel->lock);
}

MI_Result MI_CALL context_write_progress(MI_Context *self, const MI_Char *activity, const MI_Char *current_operation,
                                         const MI_Char *status, MI_Uint32 percent, MI_Uint32 seconds)
{
        MI_Result result;
        Operation *operation;

        operation = write_begin(self, "WriteProgress", &result);
        if (!operation)
                return result;
        if (takes_message(operation))
                result = write_packed(operation, reply_progress(channel_out(operation->channel), operation->id,
                                                                activity, current_operation, status, percent, seconds));
        write_end(self, operation);
        return result;
}

MI_Result MI_CALL context_write_stream(MI_Context *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags)
{
        MI_Result result;
        Operation *operation;
        uint32_t cost = 0;

        (void)flags;
        if (!name || !value || !type_is_known(type))
                return MI_RESULT_INVALID_PARAMETER;
        operation = write_begin(self, "WriteStreamParameter", &result);
        if (!operation)
                return result;
        if (!operation_wait_for_credit(operation)) {
                result = MI_RESULT_FAILED;
        } else if (reply_stream(channel_out(operation->channel), operation->id, name, type, value, &cost) < 0) {
                operation->channel->out.failed = false;
                result = MI_RESULT_INVALID_PARAMETER;
        } else if (cost > operation->channel->max_frame) {
                operation->channel->out.size -= cost;
                result = MI_RESULT_SERVER_LIMITS_EXCEEDED;
        } else {
                operation->credit -= cost;
                atomic_store_explicit(&operation->has_packed, true, memory_order_relaxed);
                channel_packed(operation->channel, operation->sent++ == 0);
        }
        write_end(self, operation);
        return result;
}

/* ---------------------------------------------------------------- questions */

/*
 * Asks by calling `pack` with a new prompt id and waits for the answer. One thread of an operation asks at a time. False: the operation
 * is over.
 */
typedef struct Question {
        const char *text;
        MI_PromptType type;
        const MI_Instance *error;
} Question;

static bool ask(Operation *operation, const Question *question, uint32_t *answerp)
{
        Channel *channel = operation->channel;
        uint32_t prompt;
        int r;

        server_block_begin(operation->server);
        while (operation->is_prompting && !is_over(operation))
                pthread_cond_wait(&channel->changed, &channel->lock);

        prompt = ++operation->prompt;
        if (question->error)
                r = reply_write_error(channel_out(channel), operation->id, prompt, question->error, true);
        else
                r = reply_prompt(channel_out(channel), operation->id, prompt, question->type, question->text, true);
        if (r < 0)
                channel->out.failed = false;
        if (r == 0 && !is_over(operation)) {
                operation->is_prompting = true;
                channel_packed(channel, true);
                operation->waits_for_client++;
                while (operation->answered != prompt && !is_over(operation))
                        pthread_cond_wait(&channel->changed, &channel->lock);
                operation->waits_for_client--;
                operation->is_prompting = false;
                pthread_cond_broadcast(&channel->changed);
        }
        server_block_end(operation->server);
        *answerp = operation->answer;
        return r == 0 && operation->answered == prompt;
}

static bool is_yes(uint32_t answer)
{
        return answer == MI_OperationCallback_ResponseType_Yes || answer == MI_OperationCallback_ResponseType_YesToAll;
}

/* What the answer is when nobody is asked: what the client set for regular prompts, else yes. */
static bool default_answer(const Operation *operation)
{
        for (uint32_t i = 0; i < operation->request.n_options; i++) {
                const RequestOption *option = &operation->request.options[i];

                if (ascii_equal(option->name, "__MI_OPERATIONOPTIONS_PROMPTUSERMODEREGULAR_ACKVALUE")) {
                        if (option->type == MI_BOOLEAN)
                                return option->value.boolean;
                        if (option->type == MI_UINT32)
                                return option->value.uint32 != 0;
                }
        }
        return true;
}

/* Lock held. */
static MI_Result prompt(Operation *operation, const Question *question, MI_Boolean *flag)
{
        bool is_critical = question->type == MI_PROMPTTYPE_CRITICAL;
        uint32_t mode = operation->request.prompt_mode;
        uint32_t answer;

        *flag = default_answer(operation) ? MI_TRUE : MI_FALSE;
        if (is_over(operation)) {
                *flag = MI_FALSE;
                return MI_RESULT_FAILED;
        }
        if (mode == MI_CALLBACKMODE_IGNORE)
                return MI_RESULT_OK;
        if (mode == MI_CALLBACKMODE_REPORT)
                return write_packed(operation,
                                    reply_prompt(channel_out(operation->channel), operation->id, ++operation->prompt,
                                                 question->type, question->text, false));
        if (!is_critical && operation->has_answer_to_all) {
                *flag = operation->answer_to_all ? MI_TRUE : MI_FALSE;
                return MI_RESULT_OK;
        }

        if (!ask(operation, question, &answer)) {
                *flag = MI_FALSE;
                return MI_RESULT_FAILED;
        }
        *flag = is_yes(answer) ? MI_TRUE : MI_FALSE;
        if (answer == MI_OperationCallback_ResponseType_YesToAll ||
            answer == MI_OperationCallback_ResponseType_NoToAll) {
                operation->has_answer_to_all = true;
                operation->answer_to_all = is_yes(answer);
        }
        return MI_RESULT_OK;
}

static MI_Result context_prompt(MI_Context *self, const char *what, const Question *question, MI_Boolean *flag)
{
        MI_Result result;
        Operation *operation;

        if (!flag || !question->text)
                return MI_RESULT_INVALID_PARAMETER;
        operation = write_begin(self, what, &result);
        if (!operation)
                return result;
        result = prompt(operation, question, flag);
        write_end(self, operation);
        return result;
}

MI_Result MI_CALL context_prompt_user(MI_Context *self, const MI_Char *message, MI_PromptType type, MI_Boolean *flag)
{
        return context_prompt(self, "PromptUser", &(Question){ .text = message, .type = type }, flag);
}

MI_Result MI_CALL context_should_process(MI_Context *self, const MI_Char *target, const MI_Char *action,
                                         MI_Boolean *flag)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;

        if (!target || !action)
                return MI_RESULT_INVALID_PARAMETER;
        (void)buffer_printf(&text, "%s: %s", action, target);
        return context_prompt(self, "ShouldProcess",
                              &(Question){ .text = buffer_text(&text), .type = MI_PROMPTTYPE_NORMAL }, flag);
}

MI_Result MI_CALL context_should_continue(MI_Context *self, const MI_Char *message, MI_Boolean *flag)
{
        return context_prompt(self, "ShouldContinue", &(Question){ .text = message, .type = MI_PROMPTTYPE_CRITICAL },
                              flag);
}

/* ---------------------------------------------------------------- errors that do not end the operation */

/* Lock held. The flag says whether the provider is to go on. */
static MI_Result write_error(Operation *operation, const MI_Instance *error, MI_Boolean *flag)
{
        uint32_t answer;

        *flag = MI_TRUE;
        if (is_over(operation)) {
                *flag = MI_FALSE;
                return MI_RESULT_FAILED;
        }
        if (operation->request.write_error_mode == MI_CALLBACKMODE_IGNORE)
                return MI_RESULT_OK;
        if (operation->request.write_error_mode == MI_CALLBACKMODE_REPORT)
                return write_packed(operation, reply_write_error(channel_out(operation->channel), operation->id,
                                                                 ++operation->prompt, error, false));
        if (!ask(operation, &(Question){ .error = error }, &answer)) {
                *flag = MI_FALSE;
                return MI_RESULT_FAILED;
        }
        *flag = is_yes(answer) ? MI_TRUE : MI_FALSE;
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_write_cim_error(MI_Context *self, const MI_Instance *error, MI_Boolean *flag)
{
        MI_Result result;
        Operation *operation;

        if (!error || !flag)
                return MI_RESULT_INVALID_PARAMETER;
        operation = write_begin(self, "WriteCimError", &result);
        if (!operation)
                return result;
        result = write_error(operation, error, flag);
        write_end(self, operation);
        return result;
}

MI_Result MI_CALL context_write_error(MI_Context *self, MI_Uint32 code, const MI_Char *type, const MI_Char *message,
                                      MI_Boolean *flag)
{
        Problem problem = PROBLEM_NONE;
        MI_Result result = MI_RESULT_SERVER_LIMITS_EXCEEDED;

        if (!flag)
                return MI_RESULT_INVALID_PARAMETER;
        problem_set_original(&problem, code, type, message);
        if (problem.error)
                result = context_write_cim_error(self, problem.error, flag);
        problem_clear(&problem);
        return result;
}
