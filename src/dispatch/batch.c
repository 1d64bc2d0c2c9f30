#include "dispatch/batch.h"

#include "dispatch/limit.h"
#include "dispatch/module.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "util/text.h"

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

static bool is_alike(const Request *request, const char *class_name, const char *method)
{
        return request->verb == REQUEST_INVOKE && request->method && request->class_name &&
               ascii_equal(request->method, method) && ascii_equal(request->class_name, class_name);
}

/* Is the next request for the same method? */
static bool more_are_queued(Server *server, const Operation *operation)
{
        bool are_alike = false;
        List *first;

        if (atomic_load_explicit(&server->queued, memory_order_relaxed) == 0)
                return false;
        pthread_mutex_lock(&server->lock);
        first = list_first(&server->run_queue);
        if (first)
                are_alike = is_alike(&list_entry(first, Operation, run_link)->request, operation->provider->decl->name,
                                     operation->method->name);
        pthread_mutex_unlock(&server->lock);
        return are_alike;
}

MI_Uint32 batch_backlog(const Context *context)
{
        Operation *operation = context->operation;
        Channel *channel = operation->channel;
        MI_Uint32 backlog = 0;

        if (!operation->method || !context->module->batch_end)
                return XENMI_BACKLOG_REPLIES;

        batch.module = context->module;
        batch.class_name = operation->provider->decl->name;
        batch.method = operation->method->name;
        if (more_are_queued(context->server, operation))
                backlog |= XENMI_BACKLOG_REQUESTS;
        pthread_mutex_lock(&channel->lock);
        if (channel->wants_out || operation->credit < (int64_t)FLUSH_BYTES)
                backlog |= XENMI_BACKLOG_REPLIES;
        pthread_mutex_unlock(&channel->lock);
        return backlog;
}

void batch_continue(const Operation *operation)
{
        Module *module = batch.module;

        if (likely(!module))
                return;
        if (operation && is_alike(&operation->request, batch.class_name, batch.method))
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
}
