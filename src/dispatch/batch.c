#include "dispatch/batch.h"

#include <string.h>

#include "dispatch/limit.h"
#include "dispatch/module.h"
#include "dispatch/operation.h"
#include "dispatch/spare.h"
#include "dispatch/server-private.h"

enum {
        HELD_MAX = 32, /* channels; what goes to others is sent at once */
};

/* The calls that the thread has begun and whose provider may have something to send; the names are those of the declarations. */
static _Thread_local struct {
        Module *module; /* NULL: none */
        const char *class_name;
        const char *method;
} batch;

static _Thread_local struct {
        bool is_held;
        unsigned int count;
        Channel *channels[HELD_MAX];
} held;

/* ---------------------------------------------------------------- on the way in */

/* Names spelled otherwise may mean the same: then the batch ends early. */
static bool is_alike(const Request *request)
{
        return request->verb == REQUEST_INVOKE && request->method && request->class_name &&
               strcmp(request->method, batch.method) == 0 && strcmp(request->class_name, batch.class_name) == 0;
}

MI_Uint32 batch_backlog(const Context *context)
{
        const Operation *operation = context->operation;
        MI_Uint32 backlog = 0;

        if (!operation->method || !context->module->batch_end)
                return XENMI_BACKLOG_REPLIES;

        batch.module = context->module;
        batch.class_name = operation->provider->decl->name;
        batch.method = operation->method->name;
        /* Requests of another kind do not matter: the batch ends before them. */
        if (atomic_load_explicit(&context->server->queued, memory_order_relaxed) > 0)
                backlog |= XENMI_BACKLOG_REQUESTS;
        if (atomic_load_explicit(&operation->channel->wants_out, memory_order_relaxed) ||
            operation->request.credit < FLUSH_BYTES)
                backlog |= XENMI_BACKLOG_REPLIES;
        return backlog;
}

void batch_continue(const Operation *operation)
{
        Module *module = batch.module;

        if (likely(!module))
                return;
        if (operation && is_alike(&operation->request))
                return;
        batch.module = NULL;
        module->batch_end(module->batch_data);
}

/* ---------------------------------------------------------------- on the way out */

void batch_hold(void)
{
        held.is_held = true;
}

bool batch_is_held(void)
{
        return held.is_held;
}

bool batch_keeps(Channel *channel)
{
        if (likely(!held.is_held))
                return false;
        for (unsigned int i = held.count; i-- > 0;)
                if (held.channels[i] == channel)
                        return true;
        if (held.count == HELD_MAX)
                return false;
        held.channels[held.count++] = channel_ref(channel);
        return true;
}

void batch_release(void)
{
        held.is_held = false;
        while (held.count > 0) {
                _cleanup_(channel_unrefp) Channel *channel = held.channels[--held.count];

                pthread_mutex_lock(&channel->lock);
                if (!channel->wants_out)
                        channel_flush(channel);
                pthread_mutex_unlock(&channel->lock);
        }
        spare_give_held();
}
