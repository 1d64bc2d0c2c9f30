/*
 * MI_SessionFT: each function makes a job, a plan for it, and starts it
 */

#include <string.h>

#include "client/local-session.h"
#include "client/plan.h"
#include "client/session.h"

/* No job can be made: the client gets its one result all the same. */
static void refuse(ResultKind kind, const MI_OperationCallbacks *callbacks, MI_Operation *operation, MI_Result result)
{
        static const MI_Char why[] = "the session is closed or memory is short";

        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (!callbacks)
                return;
        if (kind == RESULT_CLASS && callbacks->classResult)
                callbacks->classResult(operation, callbacks->callbackContext, NULL, MI_FALSE, result, why, NULL, NULL);
        else if (kind == RESULT_INDICATION && callbacks->indicationResult)
                callbacks->indicationResult(operation, callbacks->callbackContext, NULL, NULL, NULL, MI_FALSE, result,
                                            why, NULL, NULL);
        else if (kind == RESULT_INSTANCE && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE, result, why, NULL,
                                          NULL);
}

static Job *begin(MI_Session *self, ResultKind kind, MI_Uint32 flags, const MI_OperationCallbacks *callbacks,
                  MI_Operation *operation)
{
        Session *session = session_of(self);
        Job *job = NULL;

        if (session && operation)
                job = job_new(session, kind, flags, callbacks);
        if (!job)
                refuse(kind, callbacks, operation, MI_RESULT_INVALID_PARAMETER);
        return job;
}

/* What a failed plan has made so far is not started. */
static void finish_plan(Job *job, int planned, MI_Operation *operation)
{
        if (planned < 0)
                job_forget_legs(job);
        job_start(job, operation);
}

static void instance_operation(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                               const MI_Char *name_space, const MI_Instance *instance, MI_OperationCallbacks *callbacks,
                               MI_Operation *operation, RequestVerb verb)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        if (!name_space && instance)
                name_space = instance->nameSpace;
        r = plan_begin(job, &request, options, name_space, verb);
        if (r == 0)
                r = plan_instance(job, &request, instance);
        finish_plan(job, r, operation);
}

static void MI_CALL get_instance(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                 const MI_Char *name_space, const MI_Instance *instance,
                                 MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        instance_operation(self, flags, options, name_space, instance, callbacks, operation, REQUEST_GET);
}

static void MI_CALL modify_instance(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                    const MI_Char *name_space, const MI_Instance *instance,
                                    MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        instance_operation(self, flags, options, name_space, instance, callbacks, operation, REQUEST_MODIFY);
}

static void MI_CALL create_instance(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                    const MI_Char *name_space, const MI_Instance *instance,
                                    MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        instance_operation(self, flags, options, name_space, instance, callbacks, operation, REQUEST_CREATE);
}

static void MI_CALL delete_instance(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                    const MI_Char *name_space, const MI_Instance *instance,
                                    MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        instance_operation(self, flags, options, name_space, instance, callbacks, operation, REQUEST_DELETE);
}

static void MI_CALL invoke(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options, const MI_Char *name_space,
                           const MI_Char *class_name, const MI_Char *method, const MI_Instance *instance,
                           const MI_Instance *parameters, MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        if (!name_space && instance)
                name_space = instance->nameSpace;
        r = plan_begin(job, &request, options, name_space, REQUEST_INVOKE);
        if (r == 0)
                r = plan_invoke(job, &request, class_name, method, instance, parameters);
        finish_plan(job, r, operation);
}

static void MI_CALL enumerate_instances(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                        const MI_Char *name_space, const MI_Char *class_name, MI_Boolean keys_only,
                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        r = plan_begin(job, &request, options, name_space, REQUEST_ENUMERATE);
        if (r == 0)
                r = plan_enumerate(job, &request, class_name, keys_only);
        finish_plan(job, r, operation);
}

static void MI_CALL query_instances(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                    const MI_Char *name_space, const MI_Char *dialect, const MI_Char *text,
                                    MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        r = plan_begin(job, &request, options, name_space, REQUEST_QUERY);
        if (r == 0)
                r = plan_query(job, &request, dialect, text);
        finish_plan(job, r, operation);
}

static void MI_CALL associator_instances(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                         const MI_Char *name_space, const MI_Instance *instance,
                                         const MI_Char *association_class, const MI_Char *result_class,
                                         const MI_Char *role, const MI_Char *result_role, MI_Boolean keys_only,
                                         MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        if (!name_space && instance)
                name_space = instance->nameSpace;
        r = plan_begin(job, &request, options, name_space, REQUEST_ASSOCIATORS);
        if (r == 0) {
                request.association_class = association_class;
                request.result_class = result_class;
                request.role = role;
                request.result_role = result_role;
                request.flags |= keys_only ? REQUEST_KEYS_ONLY : 0;
                r = plan_association(job, &request, instance);
        }
        finish_plan(job, r, operation);
}

static void MI_CALL reference_instances(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                        const MI_Char *name_space, const MI_Instance *instance,
                                        const MI_Char *result_class, const MI_Char *role, MI_Boolean keys_only,
                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        if (!name_space && instance)
                name_space = instance->nameSpace;
        r = plan_begin(job, &request, options, name_space, REQUEST_REFERENCES);
        if (r == 0) {
                request.association_class = result_class; /* the results are the associations themselves */
                request.role = role;
                request.flags |= keys_only ? REQUEST_KEYS_ONLY : 0;
                r = plan_association(job, &request, instance);
        }
        finish_plan(job, r, operation);
}

static void MI_CALL subscribe(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                              const MI_Char *name_space, const MI_Char *dialect, const MI_Char *text,
                              const MI_SubscriptionDeliveryOptions *delivery, MI_OperationCallbacks *callbacks,
                              MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INDICATION, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        r = plan_begin(job, &request, options, name_space, REQUEST_SUBSCRIBE);
        if (r == 0)
                r = plan_subscribe(job, &request, dialect, text, delivery);
        finish_plan(job, r, operation);
}

static void MI_CALL get_class(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                              const MI_Char *name_space, const MI_Char *class_name, MI_OperationCallbacks *callbacks,
                              MI_Operation *operation)
{
        Job *job = begin(self, RESULT_CLASS, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        r = plan_begin(job, &request, options, name_space, REQUEST_GET_CLASS);
        if (r == 0)
                r = plan_get_class(job, class_name);
        finish_plan(job, r, operation);
}

static void MI_CALL enumerate_classes(MI_Session *self, MI_Uint32 flags, MI_OperationOptions *options,
                                      const MI_Char *name_space, const MI_Char *class_name, MI_Boolean names_only,
                                      MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        Job *job = begin(self, RESULT_CLASS, flags, callbacks, operation);
        Request request;
        int r;

        if (!job)
                return;
        r = plan_begin(job, &request, options, name_space, REQUEST_ENUMERATE_CLASSES);
        if (r == 0)
                r = plan_enumerate_classes(job, class_name, names_only);
        finish_plan(job, r, operation);
}

static int test_next(Job *job, MI_Instance **instancep, MI_Class **classp, Failure *failure)
{
        Transport *transport = job->session->transport;

        (void)transport->methods->test(transport, OPEN_TIMEOUT_MS, failure);
        return SOURCE_END;
}

static void MI_CALL test_connection(MI_Session *self, MI_Uint32 flags, MI_OperationCallbacks *callbacks,
                                    MI_Operation *operation)
{
        Job *job = begin(self, RESULT_INSTANCE, flags, callbacks, operation);

        if (!job)
                return;
        job->source.next = test_next;
        finish_plan(job, 0, operation);
}

static MI_Result MI_CALL session_get_application(MI_Session *self, MI_Application *application)
{
        Session *session = session_of(self);

        if (!session || !application)
                return MI_RESULT_INVALID_PARAMETER;
        application_handle(session->application, application);
        return MI_RESULT_OK;
}

/* New operations are refused from here on; false: it is being closed already. */
static bool begin_closing(Session *session, void *context, void (*completed)(void *context), bool *is_emptyp)
{
        bool is_first;

        pthread_mutex_lock(&session->lock);
        is_first = !session->is_closing;
        if (is_first) {
                session->is_closing = true;
                session->has_waiter = !completed;
                session->completed = completed;
                session->completed_context = context;
        }
        *is_emptyp = list_is_empty(&session->jobs);
        pthread_mutex_unlock(&session->lock);
        return is_first;
}

void session_cancel(Session *session, MI_CancellationReason reason)
{
        pthread_mutex_lock(&session->lock);
        list_for_each (link, &session->jobs)
                job_cancel(list_entry(link, Job, link), reason);
        pthread_mutex_unlock(&session->lock);
}

static void wait_until_empty(Session *session)
{
        Application *application = session->application;

        /* Not for an empty list: who has emptied it has still to say so, and must find the application alive. */
        pthread_mutex_lock(&application->lock);
        while (!session->is_empty)
                pthread_cond_wait(&application->changed, &application->lock);
        pthread_mutex_unlock(&application->lock);
}

static MI_Result MI_CALL session_close(MI_Session *self, void *context, void(MI_CALL *completed)(void *context))
{
        Session *session = session_of(self);
        bool is_empty;

        if (!session || session->is_borrowed)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));
        if (!begin_closing(session, context, completed, &is_empty))
                return MI_RESULT_INVALID_PARAMETER;
        if (!is_empty) {
                session_cancel(session, MI_REASON_NONE);
                if (completed)
                        return MI_RESULT_OK; /* the last job calls it */
                wait_until_empty(session);
        }
        session_free(session);
        return MI_RESULT_OK;
}

int local_session_new(Application *application, Transport *transport, uint32_t hops, MI_Session *handle)
{
        Session *session;
        int r;

        r = session_new(application, transport, NULL, &session);
        if (r < 0)
                return r;
        session->is_borrowed = true;
        session->hops = hops;
        session_handle(session, handle);
        return 0;
}

void local_session_end(MI_Session *handle)
{
        Session *session = session_of(handle);

        if (!session)
                return;
        session->is_borrowed = false;
        session_close(handle, NULL, NULL);
}

const MI_SessionFT session_ft = {
        .Close = session_close,
        .GetApplication = session_get_application,
        .GetInstance = get_instance,
        .ModifyInstance = modify_instance,
        .CreateInstance = create_instance,
        .DeleteInstance = delete_instance,
        .Invoke = invoke,
        .EnumerateInstances = enumerate_instances,
        .QueryInstances = query_instances,
        .AssociatorInstances = associator_instances,
        .ReferenceInstances = reference_instances,
        .Subscribe = subscribe,
        .GetClass = get_class,
        .EnumerateClasses = enumerate_classes,
        .TestConnection = test_connection,
};
