/*
 * MI_OperationFT, and what a running operation asks or tells its client
 */

#include <string.h>

#include "client/job.h"
#include "client/session.h"

static MI_Result send_answer(Leg *leg, uint32_t prompt, MI_OperationCallback_ResponseType response)
{
        Buffer buffer = BUFFER_INIT;

        if (leg->state == LEG_RUNNING && frame_append_answer(&buffer, leg->id, prompt, response) == 0)
                client_channel_send(leg->channel, buffer.data, buffer.size);
        buffer_deinit(&buffer);
        return MI_RESULT_OK;
}

static MI_Result answer(MI_Operation *handle, MI_OperationCallback_ResponseType response)
{
        Job *job = job_of(handle);
        Leg *leg;
        uint32_t prompt;

        if (!job || (unsigned int)response > MI_OperationCallback_ResponseType_YesToAll)
                return MI_RESULT_INVALID_PARAMETER;
        pthread_mutex_lock(&job->lock);
        leg = job->prompt_leg;
        prompt = job->prompt;
        job->prompt_leg = NULL;
        pthread_mutex_unlock(&job->lock);
        return leg ? send_answer(leg, prompt, response) : MI_RESULT_INVALID_PARAMETER;
}

static void report_question(Job *job, const Entry *entry)
{
        const MI_OperationCallbacks *callbacks = &job->callbacks;
        const Reply *reply = &entry->reply;
        bool is_prompt = reply->type == FRAME_PROMPT;

        if (is_prompt ? !callbacks->promptUser : !callbacks->writeError) {
                /* The host should not have asked. What is critical is not done without a word of the client. */
                if (reply->wants_answer)
                        send_answer(entry->leg, reply->number,
                                    is_prompt && reply->number2 == MI_PROMPTTYPE_CRITICAL
                                            ? MI_OperationCallback_ResponseType_No
                                            : MI_OperationCallback_ResponseType_Yes);
                return;
        }
        if (reply->wants_answer) {
                pthread_mutex_lock(&job->lock);
                job->prompt = reply->number;
                job->prompt_leg = entry->leg;
                pthread_mutex_unlock(&job->lock);
        }
        if (is_prompt)
                callbacks->promptUser(&job->handle, callbacks->callbackContext, reply->text,
                                      (MI_PromptType)reply->number2, reply->wants_answer ? answer : NULL);
        else
                callbacks->writeError(&job->handle, callbacks->callbackContext, reply->instance,
                                      reply->wants_answer ? answer : NULL);
}

void job_report(Job *job)
{
        const MI_OperationCallbacks *callbacks = &job->callbacks;
        const Reply *reply = &job->current->reply;

        switch (reply->type) {
        case FRAME_MESSAGE:
                if (callbacks->writeMessage)
                        callbacks->writeMessage(&job->handle, callbacks->callbackContext, reply->number, reply->text);
                break;
        case FRAME_PROGRESS:
                if (callbacks->writeProgress)
                        callbacks->writeProgress(&job->handle, callbacks->callbackContext, reply->text, reply->text2,
                                                 reply->text3, reply->number, reply->number2);
                break;
        case FRAME_STREAM:
                if (callbacks->streamedParameterResult)
                        callbacks->streamedParameterResult(&job->handle, callbacks->callbackContext, reply->text,
                                                           reply->value_type, &reply->value, NULL);
                break;
        case FRAME_PROMPT:
        case FRAME_WRITE_ERROR:
                report_question(job, job->current);
                break;
        default:
                break;
        }
}

/* The next result of a synchronous operation; events on the way go to their callbacks, in this thread. */
static MI_Result pull(MI_Operation *handle, ResultKind kind, Job **jobp, NextKind *nextp)
{
        Job *job = job_of(handle);

        if (!job || job->is_async || job->kind != kind)
                return MI_RESULT_INVALID_PARAMETER;
        if (job->is_ended) {
                job_release(job);
                *nextp = NEXT_END;
        } else {
                while ((*nextp = job_next(job, true)) == NEXT_EVENT)
                        job_report(job);
        }
        *jobp = job;
        return MI_RESULT_OK;
}

static void fill_end(Job *job, NextKind next, MI_Boolean *more, MI_Result *result, const MI_Char **message,
                     const MI_Instance **details)
{
        bool is_end = next != NEXT_RESULT;

        if (more)
                *more = !is_end;
        if (result)
                *result = is_end ? job->result : MI_RESULT_OK;
        if (message)
                *message = is_end ? job_message(job) : NULL;
        if (details)
                *details = is_end ? job_error(job) : NULL;
}

static MI_Result MI_CALL op_get_instance(MI_Operation *self, const MI_Instance **instance, MI_Boolean *more,
                                         MI_Result *result, const MI_Char **message, const MI_Instance **details)
{
        NextKind next;
        MI_Result r;
        Job *job;

        r = pull(self, RESULT_INSTANCE, &job, &next);
        if (r != MI_RESULT_OK)
                return r;
        if (instance)
                *instance = next != NEXT_RESULT ? NULL : job->current ? job->current->reply.instance : job->made;
        fill_end(job, next, more, result, message, details);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL op_get_indication(MI_Operation *self, const MI_Instance **instance, const MI_Char **bookmark,
                                           const MI_Char **machine_id, MI_Boolean *more, MI_Result *result,
                                           const MI_Char **message, const MI_Instance **details)
{
        const Reply *reply;
        NextKind next;
        MI_Result r;
        Job *job;

        r = pull(self, RESULT_INDICATION, &job, &next);
        if (r != MI_RESULT_OK)
                return r;
        reply = next == NEXT_RESULT && job->current ? &job->current->reply : NULL;
        if (instance)
                *instance = reply ? reply->instance : NULL;
        if (bookmark)
                *bookmark = reply ? reply->text : NULL;
        if (machine_id)
                *machine_id = reply ? reply->text2 : NULL;
        fill_end(job, next, more, result, message, details);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL op_get_class(MI_Operation *self, const MI_Class **class, MI_Boolean *more, MI_Result *result,
                                      const MI_Char **message, const MI_Instance **details)
{
        NextKind next;
        MI_Result r;
        Job *job;

        r = pull(self, RESULT_CLASS, &job, &next);
        if (r != MI_RESULT_OK)
                return r;
        if (class)
                *class = next != NEXT_RESULT ? NULL : job->current ? job->current->reply.class_object : job->made_class;
        fill_end(job, next, more, result, message, details);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL op_close(MI_Operation *self)
{
        Job *job = job_of(self);

        if (!job)
                return MI_RESULT_INVALID_PARAMETER;
        if (self != &job->handle)
                memset(self, 0, sizeof(*self));
        job_close(job);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL op_cancel(MI_Operation *self, MI_CancellationReason reason)
{
        Job *job = job_of(self);

        if (!job || (unsigned int)reason > MI_REASON_SERVICESTOP)
                return MI_RESULT_INVALID_PARAMETER;
        job_cancel(job, reason);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL op_get_session(MI_Operation *self, MI_Session *session)
{
        Job *job = job_of(self);

        if (!job || !session)
                return MI_RESULT_INVALID_PARAMETER;
        session_handle(job->session, session);
        return MI_RESULT_OK;
}

const MI_OperationFT job_ft = {
        .Close = op_close,
        .Cancel = op_cancel,
        .GetSession = op_get_session,
        .GetInstance = op_get_instance,
        .GetIndication = op_get_indication,
        .GetClass = op_get_class,
};
