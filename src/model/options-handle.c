/*
 * The three handles of options: their tables are thin, options.c does the work
 */

#include <errno.h>
#include <string.h>

#include "model/options-private.h"
#include "util/error.h"

static Options *operation_table(const MI_OperationOptions *self)
{
        return self ? (Options *)self->reserved2 : NULL;
}

static void operation_delete(MI_OperationOptions *self)
{
        if (!self)
                return;
        options_free(operation_table(self));
        memset(self, 0, sizeof(*self));
}

static MI_Result operation_set_string(MI_OperationOptions *self, const MI_Char *name, const MI_Char *value,
                                      MI_Uint32 flags)
{
        return options_set_string(operation_table(self), name, value, flags);
}

static MI_Result operation_set_number(MI_OperationOptions *self, const MI_Char *name, MI_Uint32 value, MI_Uint32 flags)
{
        return options_set_number(operation_table(self), name, value, flags);
}

static MI_Result operation_set_interval(MI_OperationOptions *self, const MI_Char *name, const MI_Interval *value,
                                        MI_Uint32 flags)
{
        return options_set_interval(operation_table(self), name, value, flags);
}

static MI_Result operation_set_custom(MI_OperationOptions *self, const MI_Char *name, MI_Type type,
                                      const MI_Value *value, MI_Boolean must_comply, MI_Uint32 flags)
{
        return options_set_custom(operation_table(self), name, type, value, must_comply, flags);
}

static MI_Result operation_get_string(const MI_OperationOptions *self, const MI_Char *name, const MI_Char **value,
                                      MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(operation_table(self), name, MI_STRING, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.string;
        return result;
}

static MI_Result operation_get_number(const MI_OperationOptions *self, const MI_Char *name, MI_Uint32 *value,
                                      MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(operation_table(self), name, MI_UINT32, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.uint32;
        return result;
}

static MI_Result operation_get_interval(const MI_OperationOptions *self, const MI_Char *name, MI_Interval *value,
                                        MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(operation_table(self), name, MI_DATETIME, &got, index, flags);

        if (result == MI_RESULT_OK && got.datetime.isTimestamp)
                return MI_RESULT_TYPE_MISMATCH;
        if (result == MI_RESULT_OK && value)
                *value = got.datetime.u.interval;
        return result;
}

static MI_Result operation_get_option_count(const MI_OperationOptions *self, MI_Uint32 *count)
{
        if (!operation_table(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = operation_table(self)->count;
        return MI_RESULT_OK;
}

static MI_Result operation_get_option_at(const MI_OperationOptions *self, MI_Uint32 index, const MI_Char **name,
                                         MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        return options_get_at(operation_table(self), index, name, value, type, flags);
}

static MI_Result operation_get_option(const MI_OperationOptions *self, const MI_Char *name, MI_Value *value,
                                      MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags)
{
        return options_get(operation_table(self), name, value, type, index, flags);
}

static MI_Result operation_get_enabled_channels(const MI_OperationOptions *self, const MI_Char *name,
                                                MI_Uint32 *channels, MI_Uint32 size, MI_Uint32 *count, MI_Uint32 *flags)
{
        (void)name;
        return options_get_channels(operation_table(self), channels, size, count, flags);
}

static MI_Result operation_clone(const MI_OperationOptions *self, MI_OperationOptions *clone)
{
        Options *options = NULL;

        if (!operation_table(self) || !clone)
                return MI_RESULT_INVALID_PARAMETER;
        memset(clone, 0, sizeof(*clone));
        if (options_clone(&options, operation_table(self)) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        clone->reserved2 = (ptrdiff_t)options;
        clone->ft = self->ft;
        return MI_RESULT_OK;
}

static const MI_OperationOptionsFT operation_ft = {
        .Delete = operation_delete,
        .SetString = operation_set_string,
        .SetNumber = operation_set_number,
        .SetInterval = operation_set_interval,
        .SetCustomOption = operation_set_custom,
        .GetEnabledChannels = operation_get_enabled_channels,
        .GetString = operation_get_string,
        .GetNumber = operation_get_number,
        .GetInterval = operation_get_interval,
        .GetOptionCount = operation_get_option_count,
        .GetOptionAt = operation_get_option_at,
        .GetOption = operation_get_option,
        .Clone = operation_clone,
};

const Options *operation_options(const MI_OperationOptions *options)
{
        return options && options->ft == &operation_ft ? operation_table(options) : NULL;
}

int operation_options_init(MI_OperationOptions *options, bool must_understand)
{
        Options *table = NULL;
        int r;

        memset(options, 0, sizeof(*options));
        r = options_new(&table);
        if (r < 0)
                return r;
        table->must_understand = must_understand;
        options->reserved2 = (ptrdiff_t)table;
        options->ft = &operation_ft;
        return 0;
}

const MI_OperationOptionsFT *operation_options_ft(void)
{
        return &operation_ft;
}

static Options *destination_table(const MI_DestinationOptions *self)
{
        return self ? (Options *)self->reserved2 : NULL;
}

static void destination_delete(MI_DestinationOptions *self)
{
        if (!self)
                return;
        options_free(destination_table(self));
        memset(self, 0, sizeof(*self));
}

static MI_Result destination_set_string(MI_DestinationOptions *self, const MI_Char *name, const MI_Char *value,
                                        MI_Uint32 flags)
{
        return options_set_string(destination_table(self), name, value, flags);
}

static MI_Result destination_set_number(MI_DestinationOptions *self, const MI_Char *name, MI_Uint32 value,
                                        MI_Uint32 flags)
{
        return options_set_number(destination_table(self), name, value, flags);
}

static MI_Result destination_set_interval(MI_DestinationOptions *self, const MI_Char *name, const MI_Interval *value,
                                          MI_Uint32 flags)
{
        return options_set_interval(destination_table(self), name, value, flags);
}

static MI_Result destination_get_string(const MI_DestinationOptions *self, const MI_Char *name, const MI_Char **value,
                                        MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(destination_table(self), name, MI_STRING, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.string;
        return result;
}

static MI_Result destination_get_number(const MI_DestinationOptions *self, const MI_Char *name, MI_Uint32 *value,
                                        MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(destination_table(self), name, MI_UINT32, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.uint32;
        return result;
}

static MI_Result destination_get_interval(const MI_DestinationOptions *self, const MI_Char *name, MI_Interval *value,
                                          MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(destination_table(self), name, MI_DATETIME, &got, index, flags);

        if (result == MI_RESULT_OK && got.datetime.isTimestamp)
                return MI_RESULT_TYPE_MISMATCH;
        if (result == MI_RESULT_OK && value)
                *value = got.datetime.u.interval;
        return result;
}

static MI_Result destination_get_option_count(const MI_DestinationOptions *self, MI_Uint32 *count)
{
        if (!destination_table(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = destination_table(self)->count;
        return MI_RESULT_OK;
}

static MI_Result destination_get_option_at(const MI_DestinationOptions *self, MI_Uint32 index, const MI_Char **name,
                                           MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        return options_get_at(destination_table(self), index, name, value, type, flags);
}

static MI_Result destination_get_option(const MI_DestinationOptions *self, const MI_Char *name, MI_Value *value,
                                        MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags)
{
        return options_get(destination_table(self), name, value, type, index, flags);
}

static MI_Result destination_add_credentials(MI_DestinationOptions *self, const MI_Char *name,
                                             const MI_UserCredentials *credentials, MI_Uint32 flags)
{
        return options_add_credentials(destination_table(self), name, credentials, flags);
}

static MI_Result destination_get_credentials_count(const MI_DestinationOptions *self, MI_Uint32 *count)
{
        if (!destination_table(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = destination_table(self)->n_credentials;
        return MI_RESULT_OK;
}

static MI_Result destination_get_credentials_at(const MI_DestinationOptions *self, MI_Uint32 index,
                                                const MI_Char **name, MI_UserCredentials *credentials, MI_Uint32 *flags)
{
        return options_get_credentials_at(destination_table(self), index, name, credentials, flags);
}

static MI_Result destination_get_password_at(const MI_DestinationOptions *self, MI_Uint32 index, const MI_Char **name,
                                             MI_Char *password, MI_Uint32 size, MI_Uint32 *length, MI_Uint32 *flags)
{
        return options_get_password_at(destination_table(self), index, name, password, size, length, flags);
}

static MI_Result destination_clone(const MI_DestinationOptions *self, MI_DestinationOptions *clone)
{
        Options *options = NULL;

        if (!destination_table(self) || !clone)
                return MI_RESULT_INVALID_PARAMETER;
        memset(clone, 0, sizeof(*clone));
        if (options_clone(&options, destination_table(self)) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        clone->reserved2 = (ptrdiff_t)options;
        clone->ft = self->ft;
        return MI_RESULT_OK;
}

static const MI_DestinationOptionsFT destination_ft = {
        .Delete = destination_delete,
        .SetString = destination_set_string,
        .SetNumber = destination_set_number,
        .SetInterval = destination_set_interval,
        .AddCredentials = destination_add_credentials,
        .GetCredentialsCount = destination_get_credentials_count,
        .GetCredentialsAt = destination_get_credentials_at,
        .GetCredentialsPasswordAt = destination_get_password_at,
        .GetString = destination_get_string,
        .GetNumber = destination_get_number,
        .GetInterval = destination_get_interval,
        .GetOptionCount = destination_get_option_count,
        .GetOptionAt = destination_get_option_at,
        .GetOption = destination_get_option,
        .Clone = destination_clone,
};

const Options *destination_options(const MI_DestinationOptions *options)
{
        return options && options->ft == &destination_ft ? destination_table(options) : NULL;
}

int destination_options_init(MI_DestinationOptions *options)
{
        Options *table = NULL;
        int r;

        memset(options, 0, sizeof(*options));
        r = options_new(&table);
        if (r < 0)
                return r;
        options->reserved2 = (ptrdiff_t)table;
        options->ft = &destination_ft;
        return 0;
}

const MI_DestinationOptionsFT *destination_options_ft(void)
{
        return &destination_ft;
}

static Options *subscription_table(const MI_SubscriptionDeliveryOptions *self)
{
        return self ? (Options *)self->reserved2 : NULL;
}

static MI_Result subscription_delete(MI_SubscriptionDeliveryOptions *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        options_free(subscription_table(self));
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result subscription_set_string(MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                         const MI_Char *value, MI_Uint32 flags)
{
        return options_set_string(subscription_table(self), name, value, flags);
}

static MI_Result subscription_set_number(MI_SubscriptionDeliveryOptions *self, const MI_Char *name, MI_Uint32 value,
                                         MI_Uint32 flags)
{
        return options_set_number(subscription_table(self), name, value, flags);
}

static MI_Result subscription_set_interval(MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                           const MI_Interval *value, MI_Uint32 flags)
{
        return options_set_interval(subscription_table(self), name, value, flags);
}

static MI_Result subscription_set_datetime(MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                           const MI_Datetime *value, MI_Uint32 flags)
{
        return options_set_datetime(subscription_table(self), name, value, flags);
}

static MI_Result subscription_get_string(const MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                         const MI_Char **value, MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(subscription_table(self), name, MI_STRING, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.string;
        return result;
}

static MI_Result subscription_get_number(const MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                         MI_Uint32 *value, MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(subscription_table(self), name, MI_UINT32, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.uint32;
        return result;
}

static MI_Result subscription_get_interval(const MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                           MI_Interval *value, MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(subscription_table(self), name, MI_DATETIME, &got, index, flags);

        if (result == MI_RESULT_OK && got.datetime.isTimestamp)
                return MI_RESULT_TYPE_MISMATCH;
        if (result == MI_RESULT_OK && value)
                *value = got.datetime.u.interval;
        return result;
}

static MI_Result subscription_get_datetime(const MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                           MI_Datetime *value, MI_Uint32 *index, MI_Uint32 *flags)
{
        MI_Value got;
        MI_Result result = options_get_typed(subscription_table(self), name, MI_DATETIME, &got, index, flags);

        if (result == MI_RESULT_OK && value)
                *value = got.datetime;
        return result;
}

static MI_Result subscription_get_option_count(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count)
{
        if (!subscription_table(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = subscription_table(self)->count;
        return MI_RESULT_OK;
}

static MI_Result subscription_get_option_at(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                            const MI_Char **name, MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        return options_get_at(subscription_table(self), index, name, value, type, flags);
}

static MI_Result subscription_get_option(const MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                         MI_Value *value, MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags)
{
        return options_get(subscription_table(self), name, value, type, index, flags);
}

static MI_Result subscription_add_credentials(MI_SubscriptionDeliveryOptions *self, const MI_Char *name,
                                              const MI_UserCredentials *credentials, MI_Uint32 flags)
{
        return options_add_credentials(subscription_table(self), name, credentials, flags);
}

static MI_Result subscription_get_credentials_count(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count)
{
        if (!subscription_table(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = subscription_table(self)->n_credentials;
        return MI_RESULT_OK;
}

static MI_Result subscription_get_credentials_at(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                                 const MI_Char **name, MI_UserCredentials *credentials,
                                                 MI_Uint32 *flags)
{
        return options_get_credentials_at(subscription_table(self), index, name, credentials, flags);
}

static MI_Result subscription_get_password_at(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                              const MI_Char **name, MI_Char *password, MI_Uint32 size,
                                              MI_Uint32 *length, MI_Uint32 *flags)
{
        return options_get_password_at(subscription_table(self), index, name, password, size, length, flags);
}

static MI_Result subscription_clone(const MI_SubscriptionDeliveryOptions *self, MI_SubscriptionDeliveryOptions *clone)
{
        Options *options = NULL;

        if (!subscription_table(self) || !clone)
                return MI_RESULT_INVALID_PARAMETER;
        memset(clone, 0, sizeof(*clone));
        if (options_clone(&options, subscription_table(self)) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        clone->reserved2 = (ptrdiff_t)options;
        clone->ft = self->ft;
        return MI_RESULT_OK;
}

static const MI_SubscriptionDeliveryOptionsFT subscription_ft = {
        .Delete = subscription_delete,
        .SetString = subscription_set_string,
        .SetNumber = subscription_set_number,
        .SetInterval = subscription_set_interval,
        .SetDateTime = subscription_set_datetime,
        .GetDateTime = subscription_get_datetime,
        .AddCredentials = subscription_add_credentials,
        .GetCredentialsCount = subscription_get_credentials_count,
        .GetCredentialsAt = subscription_get_credentials_at,
        .GetCredentialsPasswordAt = subscription_get_password_at,
        .GetString = subscription_get_string,
        .GetNumber = subscription_get_number,
        .GetInterval = subscription_get_interval,
        .GetOptionCount = subscription_get_option_count,
        .GetOptionAt = subscription_get_option_at,
        .GetOption = subscription_get_option,
        .Clone = subscription_clone,
};

const Options *subscription_options(const MI_SubscriptionDeliveryOptions *options)
{
        return options && options->ft == &subscription_ft ? subscription_table(options) : NULL;
}

int subscription_options_init(MI_SubscriptionDeliveryOptions *options, MI_SubscriptionDeliveryType type)
{
        Options *table = NULL;
        int r;

        memset(options, 0, sizeof(*options));
        r = options_new(&table);
        if (r < 0)
                return r;
        table->delivery_type = type;
        options->reserved2 = (ptrdiff_t)table;
        options->ft = &subscription_ft;
        return 0;
}

const MI_SubscriptionDeliveryOptionsFT *subscription_options_ft(void)
{
        return &subscription_ft;
}
