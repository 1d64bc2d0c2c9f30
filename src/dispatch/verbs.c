#include "dispatch/verbs.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "dispatch/server-private.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/property-set.h"
#include "util/log.h"
#include "util/text.h"

static void (*const starts[])(Operation *operation) = {
        [REQUEST_GET] = get_start,
        [REQUEST_ENUMERATE] = enumerate_start,
        [REQUEST_QUERY] = query_start,
        [REQUEST_CREATE] = create_start,
        [REQUEST_MODIFY] = modify_start,
        [REQUEST_DELETE] = delete_start,
        [REQUEST_INVOKE] = invoke_start,
        [REQUEST_ASSOCIATORS] = associate_start,
        [REQUEST_REFERENCES] = associate_start,
        [REQUEST_SUBSCRIBE] = subscribe_start,
        [REQUEST_GET_CLASS] = class_start,
        [REQUEST_ENUMERATE_CLASSES] = class_start,
};

/* ---------------------------------------------------------------- checks */

static bool is_permitted(Operation *operation)
{
        const Channel *channel = operation->channel;
        const Request *request = &operation->request;
        uint32_t needed = verb_needed(request->verb);

        if (!needed) {
                operation_fail(operation, MI_RESULT_NOT_SUPPORTED, "the host does not know operation %u",
                               (unsigned int)request->verb);
                return false;
        }
        if (channel->caller.kind != CALLER_USER || (needed & ~channel->verbs)) {
                operation_fail(operation, MI_RESULT_ACCESS_DENIED,
                               "%s: user %u may not %s here; the administrator grants this in xenmi.conf",
                               request->name_space ?: "the namespace", (unsigned int)channel->caller.uid,
                               verb_name(request->verb));
                return false;
        }
        if (channel->name_space && (!request->name_space || !ascii_equal(channel->name_space, request->name_space))) {
                operation_fail(operation, MI_RESULT_ACCESS_DENIED, "%s: this connection is for namespace %s only",
                               request->name_space ?: "", channel->name_space);
                return false;
        }
        return true;
}

static bool may_run(Operation *operation)
{
        operation->is_charged = account_take(operation->channel->identity->account, CHARGE_OPERATIONS, 1) == 0;
        if (operation->is_charged)
                return true;
        operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                       "user %u has %u operations running, which is the limit; wait for some of them to end",
                       (unsigned int)operation->channel->caller.uid, operation->server->config.max_operations);
        return false;
}

static void selection_from_request(Operation *operation)
{
        const Request *request = &operation->request;

        operation->selection.names = request->properties;
        operation->selection.count = request->n_properties;
        operation->selection.keys_only = request->flags & REQUEST_KEYS_ONLY;
        operation->selection.with_keys = request->properties != NULL;
}

void verb_start(Operation *operation)
{
        const Request *request = &operation->request;

        operation->accept = NULL;
        operation->final = verb_final;
        if (!may_run(operation))
                return;
        if (operation->why_malformed) {
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER, "%s", operation->why_malformed);
                return;
        }
        if (atomic_load(&operation->server->state) >= SERVER_LEAVING) {
                operation_fail(operation, MI_RESULT_SERVER_IS_SHUTTING_DOWN,
                               "the host is leaving; connect again for the one that takes its place");
                return;
        }
        if (!is_permitted(operation))
                return;
        if (request->verb == REQUEST_TEST) {
                operation_finish(operation, &(Problem)PROBLEM_NONE);
                return;
        }
        selection_from_request(operation);
        starts[request->verb](operation);
}

/* ---------------------------------------------------------------- shared: before the call */

bool verb_find_provider(Operation *operation, const char *class_name, Provider **providerp)
{
        const char *name_space = operation->request.name_space ?: "";
        _cleanup_(freep) char *why = NULL;
        int r;

        r = server_find_provider(operation->server, name_space, class_name, providerp, &why);
        if (r == 0)
                return true;
        if (r == SERVER_UNKNOWN_CLASS)
                operation_fail(operation, MI_RESULT_INVALID_CLASS,
                               "%s:%s: no such class here; `xenmi classes` lists them", name_space, class_name);
        else if (r == SERVER_BAD_MODULE)
                operation_fail(operation, MI_RESULT_FAILED, "%s:%s: %s", name_space, class_name,
                               why ?: "out of memory");
        else
                operation_fail(operation, r < 0 ? result_from_errno(-r) : MI_RESULT_FAILED,
                               "%s:%s: cannot find its provider", name_space, class_name);
        return false;
}

MI_Instance *verb_cast(Operation *operation, const MI_ClassDecl *decl, const MI_Instance *from, unsigned int flags)
{
        const MI_SchemaDecl *schema = operation->provider ? operation->provider->module->mi->schemaDecl : NULL;
        MI_Instance *instance = NULL;
        const char *name = NULL;
        int r;

        if (!from) {
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER, "%s of %s needs an instance",
                               verb_name(operation->request.verb), decl->name);
                return NULL;
        }
        r = instance_cast(&instance, &operation->request.arena, decl, from, schema, flags, &name);
        if (r == 0)
                return instance;
        if (r == INSTANCE_NO_ELEMENT)
                operation_fail(operation, MI_RESULT_NO_SUCH_PROPERTY, "%s.%s: the class has no such property",
                               decl->name, name ?: "?");
        else if (r == INSTANCE_TYPE_MISMATCH)
                operation_fail(operation, MI_RESULT_TYPE_MISMATCH,
                               "%s.%s: the value has another type than the property", decl->name, name ?: "?");
        else
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                               "%s: the instance is too large or memory is short", decl->name);
        return NULL;
}

/* Mostly the class is the provider's own, whose keys it knows. */
static const char *missing_key(const Operation *operation, const MI_Instance *instance, const MI_ClassDecl *decl)
{
        const Provider *provider = operation->provider;

        return provider && provider->decl == decl ? instance_missing_key_of(instance, decl, &provider->keys)
                                                  : instance_missing_key(instance, decl);
}

bool verb_check_keys(Operation *operation, const MI_Instance *instance, const MI_ClassDecl *decl)
{
        const char *missing = missing_key(operation, instance, decl);

        if (!missing)
                return true;
        operation_fail(operation, MI_RESULT_INVALID_PARAMETER,
                       "%s.%s: the key is missing; give all keys of the instance", decl->name, missing);
        return false;
}

const MI_PropertySet *verb_property_set(Operation *operation)
{
        const Request *request = &operation->request;

        if (!request->properties || operation->has_property_set)
                return operation->has_property_set ? &operation->property_set : NULL;
        if (property_set_init(&operation->property_set) < 0)
                return NULL;
        operation->has_property_set = true;
        for (uint32_t i = 0; i < request->n_properties; i++)
                (void)MI_PropertySet_AddElement(&operation->property_set, request->properties[i]);
        return &operation->property_set;
}

/* ---------------------------------------------------------------- shared: what providers post */

Verdict verb_blame(Operation *operation, const char *format, ...)
{
        const Provider *provider = operation->provider;
        char message[1024];
        va_list args;
        bool first;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);

        pthread_mutex_lock(&operation->channel->lock);
        operation_remark(operation);
        first = !problem_is_set(&operation->problem);
        if (first)
                problem_set(&operation->problem, MI_RESULT_FAILED, "provider %s, class %s, %s: %s",
                            provider->module->name, provider->decl->name, verb_name(operation->request.verb), message);
        pthread_mutex_unlock(&operation->channel->lock);
        if (first)
                log_error("provider %s: %s of %s: %s", provider->module->name, verb_name(operation->request.verb),
                          provider->decl->name, message);
        return VERDICT_REFUSE;
}

Verdict verb_check_instance(Operation *operation, const MI_Instance *instance, const MI_ClassDecl *decl)
{
        const char *missing;

        if (unlikely(instance->classDecl != decl && !ascii_equal(instance_class_name(instance), decl->name)))
                return verb_blame(operation, "it posted an instance of class %s", instance_class_name(instance));
        missing = missing_key(operation, instance, decl);
        if (unlikely(missing))
                return verb_blame(operation, "it posted an instance without its key %s", missing);
        return VERDICT_SEND;
}

Verdict verb_only_one(Operation *operation)
{
        if (atomic_fetch_add(&operation->posted, 1) == 0)
                return VERDICT_SEND;
        return verb_blame(operation, "it posted more than one instance");
}

void verb_final(Operation *operation, Problem *problem)
{
        operation_finish(operation, problem);
}

void verb_not_supported(Operation *operation, const Provider *provider, const char *function)
{
        operation_fail(operation, MI_RESULT_NOT_SUPPORTED, "%s: the class does not support %s", provider->decl->name,
                       function);
}

/* ---------------------------------------------------------------- audit */

void verb_audit(const Operation *operation, const Problem *problem)
{
        const Request *request = &operation->request;
        const Caller *caller = &operation->channel->caller;
        bool is_refusal = problem->result == MI_RESULT_ACCESS_DENIED;
        char who[64], object[512];

        if (!is_refusal && request->verb != REQUEST_CREATE && request->verb != REQUEST_MODIFY &&
            request->verb != REQUEST_DELETE && request->verb != REQUEST_INVOKE)
                return;
        /* Method calls are the everyday business of some classes: only what they refuse or fail is worth a line at this level. */
        if (request->verb == REQUEST_INVOKE && problem->result == MI_RESULT_OK && log_level() < LOG_LEVEL_INFO)
                return;

        snprintf(who, sizeof(who), "uid=%u pid=%d", (unsigned int)caller->uid, (int)caller->pid);
        snprintf(object, sizeof(object), "%s:%s%s%s", request->name_space ?: "", request->class_name ?: "",
                 request->method ? "." : "", request->method ?: "");
        log_audit(who, verb_name(request->verb), object, (unsigned int)problem->result,
                  problem->error ? cim_error_message(problem->error) : NULL);
}
