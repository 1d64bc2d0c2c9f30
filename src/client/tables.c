/*
 * mi_clientFT_V1, and the tables behind it that need no state: serializers, hosted providers, utilities
 */

#include <string.h>

#include "client/session.h"
#include "model/cim-error.h"
#include "model/options.h"
#include "mof/serializer.h"

/* Handles of these are never given out. */
static MI_Result MI_CALL hosted_close(MI_HostedProvider *self)
{
        return MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL hosted_get_application(MI_HostedProvider *self, MI_Application *application)
{
        return MI_RESULT_INVALID_PARAMETER;
}

const MI_HostedProviderFT hosted_provider_ft = {
        .Close = hosted_close,
        .GetApplication = hosted_get_application,
};

static MI_Result not_offered(const char *what, MI_Instance **error)
{
        Failure failure;

        failure_set(&failure, MI_RESULT_NOT_SUPPORTED, "%s is not offered by this libmi", what);
        if (error)
                *error = failure_error(&failure);
        return failure.result;
}

/*
 * C callers reach all formats through one table; a handle of another format than XML carries its own. NULL: it is none.
 */
static const MI_SerializerFT *other_serializer(const MI_Serializer *self)
{
        return self && self->reserved2 == (ptrdiff_t)&mof_serializer_ft ? &mof_serializer_ft : NULL;
}

static const MI_DeserializerFT *other_deserializer(const MI_Deserializer *self)
{
        return self && self->reserved2 == (ptrdiff_t)&mof_deserializer_ft ? &mof_deserializer_ft.common : NULL;
}

static MI_Result MI_CALL serializer_close(MI_Serializer *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result MI_CALL serialize_class(MI_Serializer *self, MI_Uint32 flags, const MI_Class *class, MI_Uint8 *buffer,
                                         MI_Uint32 size, MI_Uint32 *needed)
{
        const MI_SerializerFT *other = other_serializer(self);

        return other ? other->SerializeClass(self, flags, class, buffer, size, needed) : MI_RESULT_NOT_SUPPORTED;
}

static MI_Result MI_CALL serialize_instance(MI_Serializer *self, MI_Uint32 flags, const MI_Instance *instance,
                                            MI_Uint8 *buffer, MI_Uint32 size, MI_Uint32 *needed)
{
        const MI_SerializerFT *other = other_serializer(self);

        return other ? other->SerializeInstance(self, flags, instance, buffer, size, needed) : MI_RESULT_NOT_SUPPORTED;
}

const MI_SerializerFT serializer_ft = {
        .Close = serializer_close,
        .SerializeClass = serialize_class,
        .SerializeInstance = serialize_instance,
};

static MI_Result MI_CALL deserializer_close(MI_Deserializer *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result MI_CALL deserialize_class(MI_Deserializer *self, MI_Uint32 flags, MI_Uint8 *buffer, MI_Uint32 size,
                                           MI_Class *parent, const MI_Char *server_name, const MI_Char *name_space,
                                           MI_Deserializer_ClassObjectNeeded needed, void *context, MI_Uint32 *read,
                                           MI_Class **class, MI_Instance **error)
{
        const MI_DeserializerFT *other = other_deserializer(self);

        return other ? other->DeserializeClass(self, flags, buffer, size, parent, server_name, name_space, needed,
                                               context, read, class, error)
                     : not_offered("reading classes from XML", error);
}

static MI_Result MI_CALL deserialize_class_name(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size, MI_Char *name,
                                                MI_Uint32 *name_size, MI_Instance **error)
{
        const MI_DeserializerFT *other = other_deserializer(self);

        return other ? other->Class_GetClassName(self, buffer, size, name, name_size, error)
                     : not_offered("reading classes from XML", error);
}

static MI_Result MI_CALL deserialize_parent_name(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size, MI_Char *name,
                                                 MI_Uint32 *name_size, MI_Instance **error)
{
        const MI_DeserializerFT *other = other_deserializer(self);

        return other ? other->Class_GetParentClassName(self, buffer, size, name, name_size, error)
                     : not_offered("reading classes from XML", error);
}

static MI_Result MI_CALL deserialize_instance_name(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size,
                                                   MI_Char *name, MI_Uint32 *name_size, MI_Instance **error)
{
        const MI_DeserializerFT *other = other_deserializer(self);

        return other ? other->Instance_GetClassName(self, buffer, size, name, name_size, error)
                     : not_offered("reading instances from XML", error);
}

static MI_Result MI_CALL deserialize_instance(MI_Deserializer *self, MI_Uint32 flags, MI_Uint8 *buffer, MI_Uint32 size,
                                              MI_Class **classes, MI_Uint32 n_classes,
                                              MI_Deserializer_ClassObjectNeeded needed, void *context, MI_Uint32 *read,
                                              MI_Instance **instance, MI_Instance **error)
{
        const MI_DeserializerFT *other = other_deserializer(self);

        return other ? other->DeserializeInstance(self, flags, buffer, size, classes, n_classes, needed, context, read,
                                                  instance, error)
                     : not_offered("reading instances from XML", error);
}

static MI_Result MI_CALL deserialize_class_array(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options,
                                                 void *callbacks, MI_Uint8 *buffer, MI_Uint32 size, void *classes,
                                                 const MI_Char *server_name, const MI_Char *name_space, MI_Uint32 *read,
                                                 void **result, MI_Instance **error)
{
        return not_offered("reading classes from XML", error);
}

static MI_Result MI_CALL deserialize_instance_array(MI_Deserializer *self, MI_Uint32 flags,
                                                    MI_OperationOptions *options, void *callbacks, MI_Uint8 *buffer,
                                                    MI_Uint32 size, void *classes, MI_Uint32 *read, void **result,
                                                    MI_Instance **error)
{
        return not_offered("reading instances from XML", error);
}

const DeserializerFT deserializer_ft = {
        .common = {
                .Close = deserializer_close,
                .DeserializeClass = deserialize_class,
                .Class_GetClassName = deserialize_class_name,
                .Class_GetParentClassName = deserialize_parent_name,
                .DeserializeInstance = deserialize_instance,
                .Instance_GetClassName = deserialize_instance_name,
        },
        .class_array = deserialize_class_array,
        .instance_array = deserialize_instance_array,
};

static MI_ErrorCategory MI_CALL map_category(const MI_Char *type, MI_Uint32 code)
{
        return error_category(type, code);
}

static MI_Result MI_CALL error_from_code(MI_Uint32 code, const MI_Char *type, const MI_Char *message,
                                         MI_Instance **error)
{
        if (!error || !type)
                return MI_RESULT_INVALID_PARAMETER;
        return cim_error_from_code(error, code, type, message) < 0 ? MI_RESULT_SERVER_LIMITS_EXCEEDED : MI_RESULT_OK;
}

const MI_UtilitiesFT utilities_ft = {
        .MapErrorToMiErrorCategory = map_category,
        .CimErrorFromErrorCode = error_from_code,
};

static MI_ClientFT_V1 client_ft = {
        .applicationFT = &application_ft,
        .sessionFT = &session_ft,
        .operationFT = &job_ft,
        .hostedProviderFT = &hosted_provider_ft,
        .serializerFT = &serializer_ft,
        .deserializerFT = &deserializer_ft.common,
        .utilitiesFT = &utilities_ft,
};

const MI_ClientFT_V1 *mi_clientFT_V1 = &client_ft;

/* Before any code of the program can look */
__attribute__((constructor)) static void fill_client_ft(void)
{
        client_ft.subscribeDeliveryOptionsFT = subscription_options_ft();
        client_ft.destinationOptionsFT = destination_options_ft();
        client_ft.operationOptionsFT = operation_options_ft();
}
