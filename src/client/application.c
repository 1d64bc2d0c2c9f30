#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "client/local-session.h"
#include "client/session.h"
#include "client/thread.h"
#include "model/class.h"
#include "model/instance.h"
#include "model/options.h"
#include "mof/serializer.h"
#include "util/error.h"
#include "util/text.h"

#define INPROC_PREFIX "inproc:"

enum {
        BORN_HERE = 0x6D69, /* what the page of an application says until a fork wipes it */
};

bool application_is_forked(const Application *application)
{
        return *application->born != BORN_HERE;
}

Application *application_of(const MI_Application *handle)
{
        Application *application;

        if (!handle || handle->ft != &application_ft || !handle->reserved2)
                return NULL;
        application = (Application *)handle->reserved2;
        return application_is_forked(application) ? NULL : application;
}

void application_handle(const Application *application, MI_Application *handle)
{
        handle->reserved1 = application->number;
        handle->reserved2 = (ptrdiff_t)application;
        handle->ft = &application_ft;
}

static void report(const Failure *failure, MI_Instance **errorp)
{
        if (errorp)
                *errorp = failure_error(failure);
}

int application_new(Application **applicationp)
{
        Application *application = calloc(1, sizeof(*application));
        size_t page = (size_t)sysconf(_SC_PAGESIZE);

        if (!application)
                return error_origin(-ENOMEM);
        application->born = mmap(NULL, page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
        if (application->born == MAP_FAILED) {
                free(application);
                return error_origin(-ENOMEM);
        }
        (void)madvise(application->born, page, MADV_WIPEONFORK);
        *application->born = BORN_HERE;
        application->number = 1;
        pthread_mutex_init(&application->lock, NULL);
        thread_cond_init(&application->changed);
        list_init(&application->sessions);
        list_init(&application->closed_sessions);
        list_init(&application->used_jobs);
        pool_init(&application->pool);
        *applicationp = application;
        return 0;
}

void application_free(Application *application)
{
        pool_deinit(&application->pool);
        list_for_each_safe (link, &application->used_jobs)
                job_destroy(list_entry(link, Job, link));
        list_for_each_safe (link, &application->closed_sessions) {
                Session *session = list_entry(link, Session, link);

                pthread_mutex_destroy(&session->lock);
                pthread_mutex_destroy(&session->open_lock);
                free(session);
        }
        pthread_cond_destroy(&application->changed);
        pthread_mutex_destroy(&application->lock);
        munmap(application->born, (size_t)sysconf(_SC_PAGESIZE));
        free(application);
}

MI_Result MI_MAIN_CALL MI_Application_InitializeV1(MI_Uint32 flags, const MI_Char *application_id, MI_Instance **error,
                                                   MI_Application *handle)
{
        Application *application;
        Failure failure;
        int r;

        if (error)
                *error = NULL;
        if (!handle)
                return MI_RESULT_INVALID_PARAMETER;
        memset(handle, 0, sizeof(*handle));
        if (flags != 0) {
                failure_set(&failure, MI_RESULT_INVALID_PARAMETER, "MI_Application_Initialize: flags must be 0");
                report(&failure, error);
                return failure.result;
        }
        r = application_new(&application);
        if (r < 0) {
                failure_set_errno(&failure, r, "MI_Application_Initialize");
                report(&failure, error);
                return failure.result;
        }
        application_handle(application, handle);
        return MI_RESULT_OK;
}

/* All that is open is cancelled; handles are waited for. */
static MI_Result MI_CALL app_close(MI_Application *self)
{
        Application *application = application_of(self);

        if (!application)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));

        pthread_mutex_lock(&application->lock);
        application->is_closing = true;
        list_for_each (link, &application->sessions)
                session_cancel(list_entry(link, Session, link), MI_REASON_SHUTDOWN);
        while (!list_is_empty(&application->sessions))
                pthread_cond_wait(&application->changed, &application->lock);
        pthread_mutex_unlock(&application->lock);
        application_free(application);
        return MI_RESULT_OK;
}

static bool is_local(const char *destination)
{
        return !destination || !destination[0] || ascii_equal(destination, "localhost") || !strcmp(destination, ".") ||
               !strcmp(destination, "127.0.0.1") || !strcmp(destination, "::1");
}

static int new_transport(const MI_Char *protocol, const MI_Char *destination, Transport **transportp, Failure *failure)
{
        if (protocol && ascii_starts_with(protocol, INPROC_PREFIX))
                return transport_inproc_new(transportp, protocol + strlen(INPROC_PREFIX), failure);
        if (protocol && protocol[0] && !ascii_equal(protocol, "MI_LOCAL") && !ascii_equal(protocol, "local"))
                return failure_set(
                        failure, MI_RESULT_NOT_SUPPORTED,
                        "protocol %s is not offered by this libmi; without a protocol the session is to this "
                        "machine's xenmi",
                        protocol);
        if (!is_local(destination))
                return failure_set(failure, MI_RESULT_NOT_SUPPORTED,
                                   "%s: this libmi has sessions to this machine only (destination NULL or localhost)",
                                   destination);
        return transport_local_new(transportp, failure);
}

static MI_Result MI_CALL new_session(MI_Application *self, const MI_Char *protocol, const MI_Char *destination,
                                     MI_DestinationOptions *options, MI_SessionCallbacks *callbacks,
                                     MI_Instance **error, MI_Session *handle)
{
        Application *application = application_of(self);
        Transport *transport;
        Session *session;
        Failure failure;
        int r;

        if (error)
                *error = NULL;
        if (handle)
                memset(handle, 0, sizeof(*handle));
        if (!application || !handle || application->is_closing)
                return MI_RESULT_INVALID_PARAMETER;
        r = new_transport(protocol, destination, &transport, &failure);
        if (r < 0) {
                report(&failure, error);
                return failure.result;
        }
        r = session_new(application, transport, options, &session);
        if (r < 0) {
                failure_set_errno(&failure, r, "MI_Application_NewSession");
                report(&failure, error);
                return failure.result;
        }
        session_handle(session, handle);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL new_hosted_provider(MI_Application *self, const MI_Char *name_space, const MI_Char *name,
                                             MI_MainFunction main_function, MI_Instance **error,
                                             MI_HostedProvider *handle)
{
        Failure failure;

        if (error)
                *error = NULL;
        if (handle)
                memset(handle, 0, sizeof(*handle));
        if (!application_of(self) || !handle)
                return MI_RESULT_INVALID_PARAMETER;
        failure_set(&failure, MI_RESULT_NOT_SUPPORTED,
                    "providers run in hosts of xenmi, not in the application: register the library with "
                    "register-cimprovider");
        report(&failure, error);
        return failure.result;
}

static MI_Result result_of(int r)
{
        return r == 0 ? MI_RESULT_OK : r == -ENOMEM ? MI_RESULT_SERVER_LIMITS_EXCEEDED : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL new_instance(MI_Application *self, const MI_Char *class_name, const MI_ClassDecl *decl,
                                      MI_Instance **instance)
{
        if (!application_of(self) || !instance || (!class_name && !decl))
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_new_for_class(instance, class_name ? class_name : decl->name, decl, NULL));
}

static MI_Result MI_CALL new_instance_from_class(MI_Application *self, const MI_Char *class_name, const MI_Class *class,
                                                 MI_Instance **instance)
{
        if (!application_of(self) || !instance || !class || !class->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_new_for_class(instance, class_name ? class_name : class->classDecl->name,
                                                class->classDecl, class_anchor(class)));
}

static MI_Result MI_CALL new_destination_options(MI_Application *self, MI_DestinationOptions *options)
{
        return application_of(self) && options ? result_of(destination_options_init(options))
                                               : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL new_operation_options(MI_Application *self, MI_Boolean must_understand,
                                               MI_OperationOptions *options)
{
        return application_of(self) && options ? result_of(operation_options_init(options, must_understand))
                                               : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL new_delivery_options(MI_Application *self, MI_SubscriptionDeliveryType type,
                                              MI_SubscriptionDeliveryOptions *options)
{
        return application_of(self) && options ? result_of(subscription_options_init(options, type))
                                               : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL new_class(MI_Application *self, const MI_ClassDecl *decl, const MI_Char *name_space,
                                   const MI_Char *server_name, MI_Class **class)
{
        if (!application_of(self) || !decl || !class)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(class_new_copy(class, decl, name_space, server_name));
}

static bool is_mof(const MI_Char *format)
{
        return format && ascii_equal(format, "MI_MOF_CIMV2_EXTV1");
}

static bool is_known_format(const MI_Char *format)
{
        return format && (ascii_equal(format, "MI_XML") || is_mof(format));
}

static MI_Result MI_CALL new_serializer(MI_Application *self, MI_Uint32 flags, MI_Char *format,
                                        MI_Serializer *serializer)
{
        if (!application_of(self) || flags != 0 || !serializer)
                return MI_RESULT_INVALID_PARAMETER;
        memset(serializer, 0, sizeof(*serializer));
        if (!is_known_format(format))
                return MI_RESULT_NOT_SUPPORTED;
        serializer->reserved2 = (ptrdiff_t)(is_mof(format) ? &mof_serializer_ft : &serializer_ft);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL new_deserializer(MI_Application *self, MI_Uint32 flags, MI_Char *format,
                                          MI_Deserializer *deserializer)
{
        if (!application_of(self) || flags != 0 || !deserializer)
                return MI_RESULT_INVALID_PARAMETER;
        memset(deserializer, 0, sizeof(*deserializer));
        if (!is_known_format(format))
                return MI_RESULT_NOT_SUPPORTED;
        deserializer->reserved2 = is_mof(format) ? (ptrdiff_t)&mof_deserializer_ft : (ptrdiff_t)&deserializer_ft;
        return MI_RESULT_OK;
}

const MI_ApplicationFT application_ft = {
        .Close = app_close,
        .NewSession = new_session,
        .NewHostedProvider = new_hosted_provider,
        .NewInstance = new_instance,
        .NewDestinationOptions = new_destination_options,
        .NewOperationOptions = new_operation_options,
        .NewSubscriptionDeliveryOptions = new_delivery_options,
        .NewSerializer = new_serializer,
        .NewDeserializer = new_deserializer,
        .NewInstanceFromClass = new_instance_from_class,
        .NewClass = new_class,
};
