#include "dispatch/provider-api.h"

#include <stddef.h>

#include "dispatch/batch.h"
#include "dispatch/context.h"
#include "dispatch/feed.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "query/filter.h"
#include "wire/verbs.h"

static MI_Result MI_CALL get_identity(const MI_Context *self, XenmiIdentity *identity)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        if (!self || !identity)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "GetIdentity"))
                return MI_RESULT_FAILED;
        if (context->kind == CONTEXT_CALL) {
                const Channel *channel = context->operation->channel;

                *identity = (XenmiIdentity){
                        .channel = channel->number,
                        .uid = channel->caller.uid,
                        .gid = channel->caller.gid,
                        .pid = channel->caller.pid,
                        .is_admin = (channel->verbs & VERB_ADMIN) != 0,
                };
                result = MI_RESULT_OK;
        }
        context_leave(context);
        return result;
}

static MI_Result MI_CALL get_state_directory(const MI_Context *self, const MI_Char **path)
{
        Context *context = context_of(self);
        const char *found;

        if (!self || !path)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "GetStateDirectory"))
                return MI_RESULT_FAILED;
        found = context->server->config.state_dir;
        if (found)
                *path = found;
        context_leave(context);
        return found ? MI_RESULT_OK : MI_RESULT_NOT_SUPPORTED;
}

static MI_Result MI_CALL get_option(const MI_Context *self, const MI_Char *name, const MI_Char **value)
{
        Context *context = context_of(self);
        const ServerConfig *config;
        const char *found;

        if (!self || !name || !value)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "GetOption"))
                return MI_RESULT_FAILED;
        config = &context->server->config;
        found = config->option ? config->option(config->userdata, context->module->name, name) : NULL;
        if (found)
                *value = found;
        context_leave(context);
        return found ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

static MI_Result MI_CALL get_option_name(const MI_Context *self, MI_Uint32 index, const MI_Char **name)
{
        Context *context = context_of(self);
        const ServerConfig *config;
        const char *found;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "GetOptionName"))
                return MI_RESULT_FAILED;
        config = &context->server->config;
        found = config->option_name ? config->option_name(config->userdata, context->module->name, index) : NULL;
        if (found)
                *name = found;
        context_leave(context);
        return found ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

static MI_Result MI_CALL open_privileged_file(const MI_Context *self, const MI_Char *name, int *fd)
{
        Context *context = context_of(self);
        const ServerConfig *config;
        MI_Result result = MI_RESULT_NOT_FOUND;

        if (!self || !name || !fd)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "OpenPrivilegedFile"))
                return MI_RESULT_FAILED;
        config = &context->server->config;
        if (config->privileged_file) {
                server_block_begin(context->server);
                result = config->privileged_file(config->userdata, context->module->name, name, fd);
                server_block_end(context->server);
        }
        context_leave(context);
        return result;
}

static MI_Result MI_CALL get_filter_term(const MI_Filter *filter, const MI_Char *property, MI_Uint32 index,
                                         const MI_Char **value)
{
        const QueryValues *values;
        const Query *query;

        if (!filter || !property || !value)
                return MI_RESULT_INVALID_PARAMETER;
        query = query_of_filter(filter);
        values = query ? query_values(query, property) : NULL;
        if (!values || index >= values->count)
                return MI_RESULT_NOT_FOUND;
        /* A list with a number in it could not be handed over whole. */
        for (size_t i = 0; i < values->count; i++)
                if (values->literals[i].kind != QUERY_LITERAL_STRING)
                        return MI_RESULT_NOT_FOUND;
        *value = values->literals[index].string;
        return MI_RESULT_OK;
}

static MI_Result MI_CALL post_indication(MI_Context *self, const MI_Instance *indication, const XenmiDelivery *delivery)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        if (!self || !indication)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "PostIndication"))
                return MI_RESULT_FAILED;
        if (context->kind == CONTEXT_FEED)
                result = feed_post(context->feed, indication, delivery ?: &(XenmiDelivery){ 0 });
        context_leave(context);
        return result;
}

static MI_Result MI_CALL set_identity_gone(MI_Context *self, XenmiIdentityGone callback, void *data)
{
        Context *context = context_of(self);

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "SetIdentityGone"))
                return MI_RESULT_FAILED;
        pthread_mutex_lock(&context->server->lock);
        context->module->identity_gone = callback;
        context->module->identity_gone_data = data;
        pthread_mutex_unlock(&context->server->lock);
        context_leave(context);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL get_backlog(const MI_Context *self, MI_Uint32 *backlog)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        if (!self || !backlog)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "GetBacklog"))
                return MI_RESULT_FAILED;
        if (context->kind == CONTEXT_CALL) {
                *backlog = batch_backlog(context);
                result = MI_RESULT_OK;
        }
        context_leave(context);
        return result;
}

static MI_Result MI_CALL set_batch_end(MI_Context *self, XenmiBatchEnd callback, void *data)
{
        Context *context = context_of(self);

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (!context_enter(context, "SetBatchEnd"))
                return MI_RESULT_FAILED;
        /* Calls begin once Load is over, so that nobody reads them yet. */
        context->module->batch_data = data;
        context->module->batch_end = callback;
        context_leave(context);
        return MI_RESULT_OK;
}

const XenmiProviderApi provider_api = {
        .size = sizeof(XenmiProviderApi),
        .version = XENMI_PROVIDER_API_VERSION,
        .GetIdentity = get_identity,
        .GetStateDirectory = get_state_directory,
        .GetOption = get_option,
        .OpenPrivilegedFile = open_privileged_file,
        .GetFilterTerm = get_filter_term,
        .PostIndication = post_indication,
        .SetIdentityGone = set_identity_gone,
        .GetBacklog = get_backlog,
        .SetBatchEnd = set_batch_end,
        .HoldPosts = batch_hold,
        .ReleasePosts = batch_release,
        .GetOptionName = get_option_name,
};
