#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/text.h"
#include "wire/reply.h"

/*
 * Methods, and the classes of the loaded modules
 */

static Verdict invoke_accept(Operation *operation, const MI_Instance *instance)
{
        const MI_MethodDecl *method = operation->method;
        const char *class_name;

        if (unlikely((const MI_MethodDecl *)instance->classDecl != method)) {
                /* A dynamic one is the provider's own doing; it is taken if it calls itself by a fitting name. */
                class_name = instance_class_name(instance);
                if (!ascii_equal(class_name, method->name) && !ascii_equal(class_name, "Parameters") &&
                    !ascii_equal(class_name, "__parameters"))
                        return verb_blame(operation, "method %s: it posted an instance of %s, not its parameters",
                                          method->name, class_name);
        }
        return verb_only_one(operation);
}

static bool invoke_cast_parameters(Operation *operation, const Provider *provider)
{
        const MI_MethodDecl *method = operation->method;
        const MI_Instance *from = operation->request.parameters;
        const char *name = NULL;
        int r;

        if (!from)
                return true;
        r = instance_cast_parameters(&operation->parameters, &operation->request.arena, method, from,
                                     provider->module->mi->schemaDecl, 0, &name);
        if (r == 0)
                return true;
        if (r == INSTANCE_NO_ELEMENT)
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER, "%s.%s: the method has no parameter %s",
                               provider->decl->name, method->name, name ?: "?");
        else if (r == INSTANCE_TYPE_MISMATCH)
                operation_fail(operation, MI_RESULT_TYPE_MISMATCH,
                               "%s.%s: parameter %s has another type than the value given", provider->decl->name,
                               method->name, name ?: "?");
        else
                operation_fail(operation, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                               "%s.%s: the parameters are too large or memory is short", provider->decl->name,
                               method->name);
        return false;
}

/* The instance that a method is called on: none for a static method, even if the client names one. */
static bool invoke_cast_instance(Operation *operation, const Provider *provider)
{
        const MI_ClassDecl *decl = provider->decl;

        if (method_is_static(operation->method))
                return true;
        if (!operation->request.instance) {
                operation_fail(operation, MI_RESULT_INVALID_PARAMETER,
                               "%s.%s is not static: say which instance it is to be called on", decl->name,
                               operation->method->name);
                return false;
        }
        operation->argument = verb_cast(operation, decl, operation->request.instance, CAST_IGNORE_UNKNOWN);
        return operation->argument && verb_check_keys(operation, operation->argument, decl);
}

void invoke_start(Operation *operation)
{
        const Request *request = &operation->request;
        const MI_ProviderFT *ft;
        Provider *provider;
        Context *context;
        int index;

        if (!verb_find_provider(operation, request->class_name, &provider))
                return;
        index = request->method ? decl_find_method(provider->decl, request->method) : -1;
        if (index < 0) {
                operation_fail(operation, MI_RESULT_METHOD_NOT_FOUND, "%s: the class has no method %s",
                               provider->decl->name, request->method ?: "without a name");
                return;
        }
        operation->provider = provider;
        operation->method = provider->decl->methods[index];
        ft = provider->decl->providerFT;
        if (!ft || (!operation->method->function && !ft->Invoke)) {
                operation_fail(operation, MI_RESULT_METHOD_NOT_AVAILABLE,
                               "%s.%s: the provider does not implement the method", provider->decl->name,
                               operation->method->name);
                return;
        }
        if (!invoke_cast_instance(operation, provider) || !invoke_cast_parameters(operation, provider))
                return;

        operation->selection = (Selection){ 0 };
        operation->accept = invoke_accept;
        context = operation_call_begin(operation, provider, operation->method->name);
        if (!context)
                return;
        if (operation->method->function)
                operation->method->function(provider->self, &context->base, request->name_space, provider->decl->name,
                                            operation->method->name, operation->argument, operation->parameters);
        else
                ft->Invoke(provider->self, &context->base, request->name_space, provider->decl->name,
                           operation->method->name, operation->argument, operation->parameters);
        operation_call_end(operation, context);
}

/* ---------------------------------------------------------------- classes, for clients without a repository */

static bool class_send(Operation *operation, const MI_ClassDecl *decl)
{
        Channel *channel = operation->channel;
        uint32_t cost = 0;
        bool sent;

        pthread_mutex_lock(&channel->lock);
        sent = operation_wait_for_credit(operation);
        if (sent) {
                sent = reply_class(channel_out(channel), operation->id, decl, operation->request.name_space, NULL,
                                   &cost) == 0;
                channel->out.failed = false;
                if (sent)
                        operation->credit -= cost;
        }
        pthread_mutex_unlock(&channel->lock);
        return sent;
}

static bool class_is_wanted(const Operation *operation, const MI_ClassDecl *decl)
{
        const char *base = operation->request.class_name;

        if (operation->request.verb == REQUEST_GET_CLASS)
                return base && ascii_equal(decl->name, base);
        if (!base || !base[0])
                return (operation->request.flags & REQUEST_DEEP) || !decl->superClass;
        if (operation->request.flags & REQUEST_DEEP)
                return !ascii_equal(decl->name, base) && decl_is_a_name(decl, base);
        return decl->superClass && ascii_equal(decl->superClass, base);
}

void class_start(Operation *operation)
{
        const MI_ClassDecl *decl;
        size_t n = 0;

        for (size_t i = 0; (decl = server_class_at(operation->server, i)); i++) {
                if (!class_is_wanted(operation, decl))
                        continue;
                if (!class_send(operation, decl))
                        break;
                n++;
        }
        if (n == 0 && operation->request.verb == REQUEST_GET_CLASS)
                operation_fail(operation, MI_RESULT_NOT_FOUND, "%s: no such class in this library",
                               operation->request.class_name ?: "");
        else
                operation_finish(operation, &(Problem)PROBLEM_NONE);
}
