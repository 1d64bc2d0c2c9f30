#include <stdio.h>
#include <string.h>

#include "dispatch/context.h"
#include "dispatch/operation.h"
#include "dispatch/provider-api.h"
#include "dispatch/server-private.h"
#include "model/decl.h"
#include "util/text.h"

/*
 * What a provider may ask about the request it serves. Options are the request's, and live as long as the context.
 */

/* The operation of a live context, or NULL and *resultp; to be ended with context_leave(). */
static Operation *options_begin(const MI_Context *self, const char *what, MI_Result *resultp)
{
        Context *context = context_of(self);

        *resultp = MI_RESULT_FAILED;
        if (!context_enter(context, what))
                return NULL;
        if (context->kind == CONTEXT_CALL)
                return context->operation;
        *resultp = MI_RESULT_NOT_SUPPORTED;
        context_leave(context);
        return NULL;
}

static const RequestOption *options_find_in(const Operation *operation, const char *name)
{
        for (uint32_t i = 0; i < operation->request.n_options; i++) {
                if (ascii_equal(operation->request.options[i].name, name))
                        return &operation->request.options[i];
        }
        return NULL;
}

MI_Result MI_CALL context_get_custom_option(MI_Context *self, const MI_Char *name, MI_Type *type, MI_Value *value)
{
        const RequestOption *option;
        Operation *operation;
        MI_Result result;

        if (!name)
                return MI_RESULT_INVALID_PARAMETER;
        if (strcmp(name, XENMI_PROVIDER_API_OPTION) == 0) {
                if (!type || !value)
                        return MI_RESULT_INVALID_PARAMETER;
                *type = XENMI_PROVIDER_API_TYPE;
                value->array.data = (void *)(uintptr_t)&provider_api;
                value->array.size = sizeof(provider_api);
                return MI_RESULT_OK;
        }

        operation = options_begin(self, "GetCustomOption", &result);
        if (!operation)
                return result == MI_RESULT_NOT_SUPPORTED ? MI_RESULT_NOT_FOUND : result;
        option = options_find_in(operation, name);
        if (option && type)
                *type = option->type;
        if (option && value)
                *value = option->value;
        context_leave(context_of(self));
        return option ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

MI_Result MI_CALL context_get_string_option(MI_Context *self, const MI_Char *name, const MI_Char **value)
{
        MI_Type type;
        MI_Value found;
        MI_Result result;

        if (!value)
                return MI_RESULT_INVALID_PARAMETER;
        result = context_get_custom_option(self, name, &type, &found);
        if (result != MI_RESULT_OK)
                return result;
        if (type != MI_STRING)
                return MI_RESULT_TYPE_MISMATCH;
        *value = found.string;
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_get_number_option(MI_Context *self, const MI_Char *name, MI_Uint32 *value)
{
        MI_Type type;
        MI_Value found;
        MI_Result result;

        if (!value)
                return MI_RESULT_INVALID_PARAMETER;
        result = context_get_custom_option(self, name, &type, &found);
        if (result != MI_RESULT_OK)
                return result;
        if (type != MI_UINT32)
                return MI_RESULT_TYPE_MISMATCH;
        *value = found.uint32;
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_get_custom_option_count(MI_Context *self, MI_Uint32 *count)
{
        Operation *operation;
        MI_Result result;

        if (!count)
                return MI_RESULT_INVALID_PARAMETER;
        operation = options_begin(self, "GetCustomOptionCount", &result);
        if (!operation)
                return result;
        *count = operation->request.n_options;
        context_leave(context_of(self));
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_get_custom_option_at(MI_Context *self, MI_Uint32 index, const MI_Char **name, MI_Type *type,
                                               MI_Value *value)
{
        Operation *operation;
        MI_Result result;

        operation = options_begin(self, "GetCustomOptionAt", &result);
        if (!operation)
                return result;
        if (index < operation->request.n_options) {
                const RequestOption *option = &operation->request.options[index];

                if (name)
                        *name = option->name;
                if (type)
                        *type = option->type;
                if (value)
                        *value = option->value;
        } else {
                result = MI_RESULT_NOT_FOUND;
        }
        context_leave(context_of(self));
        return index < operation->request.n_options ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

/* Only the option of MI_Context_SetFilterOption means something: with "true" the provider promises to have filtered itself. */
MI_Result MI_CALL context_set_string_option(MI_Context *self, const MI_Char *name, const MI_Char *value)
{
        Operation *operation;
        MI_Result result;

        if (!name || !value)
                return MI_RESULT_INVALID_PARAMETER;
        operation = options_begin(self, "SetStringOption", &result);
        if (!operation)
                return result;
        context_leave(context_of(self));
        /* Filters are evaluated on every instance in any case, so that there is nothing to remember. */
        return ascii_equal(name, "__FilterByProvider") ? MI_RESULT_OK : MI_RESULT_NOT_SUPPORTED;
}

MI_Result MI_CALL context_get_locale(const MI_Context *self, MI_LocaleType type, MI_Char *locale)
{
        const RequestOption *data;
        Operation *operation;
        const char *found;
        MI_Result result;

        if (!locale || type < MI_LOCALE_TYPE_REQUESTED_UI || type > MI_LOCALE_TYPE_CLOSEST_DATA)
                return MI_RESULT_INVALID_PARAMETER;
        operation = options_begin(self, "GetLocale", &result);
        if (!operation)
                return result;

        found = operation->request.locale;
        if (type == MI_LOCALE_TYPE_REQUESTED_DATA || type == MI_LOCALE_TYPE_CLOSEST_DATA) {
                data = options_find_in(operation, "__MI_DESTINATIONOPTIONS_DATA_LOCALE");
                if (data && data->type == MI_STRING)
                        found = data->value.string;
        }
        snprintf(locale, MI_MAX_LOCALE_SIZE, "%s", found && found[0] ? found : "en-US");
        context_leave(context_of(self));
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_canceled(const MI_Context *self, MI_Boolean *flag)
{
        Operation *operation;
        MI_Result result;

        if (!flag)
                return MI_RESULT_INVALID_PARAMETER;
        *flag = MI_FALSE;
        operation = options_begin(self, "Canceled", &result);
        if (!operation)
                return result;
        pthread_mutex_lock(&operation->channel->lock);
        *flag = operation->is_abandoned ? MI_TRUE : MI_FALSE;
        pthread_mutex_unlock(&operation->channel->lock);
        context_leave(context_of(self));
        return MI_RESULT_OK;
}

/* The last one registered counts. It is called at once if the operation is cancelled already. */
MI_Result MI_CALL context_register_cancel(MI_Context *self, MI_CancelCallback callback, void *data)
{
        MI_CancellationReason reason;
        Operation *operation;
        MI_Result result;
        bool is_late;

        operation = options_begin(self, "RegisterCancel", &result);
        if (!operation)
                return result;
        pthread_mutex_lock(&operation->channel->lock);
        is_late = operation->is_abandoned;
        reason = operation->reason;
        operation->cancel_callback = is_late ? NULL : callback;
        operation->cancel_data = data;
        operation_remark(operation);
        pthread_mutex_unlock(&operation->channel->lock);
        if (is_late && callback)
                callback(reason, data);
        context_leave(context_of(self));
        return MI_RESULT_OK;
}

MI_Result MI_CALL context_get_local_session(const MI_Context *self, MI_Session *session)
{
        ServerLocalSession wanted = { 0 };
        Operation *operation;
        Server *server;
        MI_Result result;

        if (!session)
                return MI_RESULT_INVALID_PARAMETER;
        operation = options_begin(self, "GetLocalSession", &result);
        if (!operation)
                return result;

        server = operation->server;
        wanted.channel_id = operation->channel->caller.channel_id;
        wanted.hops = MAX(operation->request.hops, operation->channel->caller.hops) + 1;
        wanted.name_space = operation->request.name_space;
        wanted.caller = &operation->channel->caller;
        result = server->config.local_session ? server->config.local_session(server->config.userdata, &wanted, session)
                                              : MI_RESULT_NOT_SUPPORTED;
        context_leave(context_of(self));
        return result;
}
