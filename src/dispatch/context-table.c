#include <string.h>

#include "dispatch/context.h"
#include "dispatch/server-private.h"
#include "model/decl.h"
#include "model/instance.h"

/*
 * Making instances needs nothing of a context, not even that it has not ended; providers use contexts of Load for it for years.
 */

static MI_Result result_of(int r)
{
        if (r == 0)
                return MI_RESULT_OK;
        return r > 0 ? MI_RESULT_INVALID_PARAMETER : MI_RESULT_SERVER_LIMITS_EXCEEDED;
}

static MI_Result MI_CALL construct_instance(MI_Context *self, const MI_ClassDecl *decl, MI_Instance *instance)
{
        (void)self;
        if (!decl || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_construct(instance, decl));
}

static MI_Result MI_CALL construct_parameters(MI_Context *self, const MI_MethodDecl *method, MI_Instance *instance)
{
        (void)self;
        if (!method || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_construct_parameters(instance, method));
}

static MI_Result MI_CALL new_instance(MI_Context *self, const MI_ClassDecl *decl, MI_Instance **instance)
{
        (void)self;
        if (!decl || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_new(instance, decl, NULL));
}

static MI_Result MI_CALL new_dynamic_instance(MI_Context *self, const MI_Char *class_name, MI_Uint32 flags,
                                              MI_Instance **instance)
{
        (void)self;
        if (!class_name || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_new_dynamic(instance, class_name, flags));
}

static MI_Result MI_CALL new_parameters(MI_Context *self, const MI_MethodDecl *method, MI_Instance **instance)
{
        (void)self;
        if (!method || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        return result_of(instance_new_parameters(instance, method, NULL));
}

/* ---------------------------------------------------------------- unloading */

static MI_Result set_refuses(MI_Context *self, bool refuses, const char *what)
{
        Context *context = context_of(self);
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        if (!context_enter(context, what))
                return MI_RESULT_FAILED;
        if (context->provider) {
                atomic_store(&context->provider->refuses_unload, refuses);
                if (refuses && !atomic_exchange(&context->module->keeps_busy, true))
                        server_busy(context->server);
                else if (!refuses && atomic_exchange(&context->module->keeps_busy, false))
                        server_done(context->server);
                result = MI_RESULT_OK;
        }
        context_leave(context);
        return result;
}

static MI_Result MI_CALL request_unload(MI_Context *self)
{
        return set_refuses(self, false, "RequestUnload");
}

static MI_Result MI_CALL refuse_unload(MI_Context *self)
{
        return set_refuses(self, true, "RefuseUnload");
}

/* ---------------------------------------------------------------- lifecycle indications
 *
 * An extension of OMI. Nobody can subscribe to lifecycle indications of a provider's class here, so that GetTypes says "none" and
 * what a provider posts in spite of that reaches nobody, as the contract has it.
 */

static MI_Result MI_CALL lifecycle_post(MI_LifecycleIndicationContext *self, const MI_Instance *instance)
{
        return self && instance ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL lifecycle_post_modify(MI_LifecycleIndicationContext *self, const MI_Instance *original,
                                               const MI_Instance *instance)
{
        return self && original && instance ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL lifecycle_post_method(MI_LifecycleIndicationContext *self, const MI_Instance *instance,
                                               const MI_Char *method, MI_Boolean precall, const MI_Instance *parameters,
                                               const MI_Char *value)
{
        (void)instance;
        (void)precall;
        (void)parameters;
        (void)value;
        return self && method ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL lifecycle_post_result(MI_LifecycleIndicationContext *self, MI_Result result)
{
        (void)result;
        return self ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL lifecycle_construct_instance(MI_LifecycleIndicationContext *self, const MI_ClassDecl *decl,
                                                      MI_Instance *instance)
{
        (void)self;
        return construct_instance(NULL, decl, instance);
}

static MI_Result MI_CALL lifecycle_construct_parameters(MI_LifecycleIndicationContext *self,
                                                        const MI_MethodDecl *method, MI_Instance *instance)
{
        (void)self;
        return construct_parameters(NULL, method, instance);
}

static MI_Result MI_CALL lifecycle_new_instance(MI_LifecycleIndicationContext *self, const MI_ClassDecl *decl,
                                                MI_Instance **instance)
{
        (void)self;
        return new_instance(NULL, decl, instance);
}

static MI_Result MI_CALL lifecycle_new_dynamic(MI_LifecycleIndicationContext *self, const MI_Char *class_name,
                                               MI_Uint32 flags, MI_Instance **instance)
{
        (void)self;
        return new_dynamic_instance(NULL, class_name, flags, instance);
}

static MI_Result MI_CALL lifecycle_new_parameters(MI_LifecycleIndicationContext *self, const MI_MethodDecl *method,
                                                  MI_Instance **instance)
{
        (void)self;
        return new_parameters(NULL, method, instance);
}

static MI_Result MI_CALL lifecycle_set_types(MI_LifecycleIndicationContext *self, MI_Uint32 types)
{
        (void)types;
        return self ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL lifecycle_get_types(MI_LifecycleIndicationContext *self, MI_Uint32 *types)
{
        if (!self || !types)
                return MI_RESULT_INVALID_PARAMETER;
        *types = 0;
        return MI_RESULT_OK;
}

static MI_Result MI_CALL lifecycle_register(MI_LifecycleIndicationContext *self,
                                            MI_LifecycleIndicationCallback callback, void *data)
{
        (void)callback;
        (void)data;
        return self ? MI_RESULT_OK : MI_RESULT_INVALID_PARAMETER;
}

static const MI_LifecycleIndicationContextFT lifecycle_ft = {
        .PostCreate = lifecycle_post,
        .PostModify = lifecycle_post_modify,
        .PostDelete = lifecycle_post,
        .PostRead = lifecycle_post,
        .PostMethodCall = lifecycle_post_method,
        .PostResult = lifecycle_post_result,
        .ConstructInstance = lifecycle_construct_instance,
        .ConstructParameters = lifecycle_construct_parameters,
        .NewInstance = lifecycle_new_instance,
        .NewDynamicInstance = lifecycle_new_dynamic,
        .NewParameters = lifecycle_new_parameters,
        .SetSupportedTypes = lifecycle_set_types,
        .GetTypes = lifecycle_get_types,
        .RegisterCallback = lifecycle_register,
};

static MI_LifecycleIndicationContext lifecycle_context = { .ft = &lifecycle_ft };

static MI_Result MI_CALL get_lifecycle_context(const MI_Context *self, MI_LifecycleIndicationContext **lifecycle)
{
        (void)self;
        if (!lifecycle)
                return MI_RESULT_INVALID_PARAMETER;
        *lifecycle = &lifecycle_context;
        return MI_RESULT_OK;
}

const MI_ContextFT context_ft = {
        .PostResult = context_post_result,
        .PostInstance = context_post_instance,
        .PostIndication = context_post_indication,
        .ConstructInstance = construct_instance,
        .ConstructParameters = construct_parameters,
        .NewInstance = new_instance,
        .NewDynamicInstance = new_dynamic_instance,
        .NewParameters = new_parameters,
        .Canceled = context_canceled,
        .GetLocale = context_get_locale,
        .RegisterCancel = context_register_cancel,
        .RequestUnload = request_unload,
        .RefuseUnload = refuse_unload,
        .GetLocalSession = context_get_local_session,
        .SetStringOption = context_set_string_option,
        .GetStringOption = context_get_string_option,
        .GetNumberOption = context_get_number_option,
        .GetCustomOption = context_get_custom_option,
        .GetCustomOptionCount = context_get_custom_option_count,
        .GetCustomOptionAt = context_get_custom_option_at,
        .WriteMessage = context_write_message,
        .WriteProgress = context_write_progress,
        .WriteStreamParameter = context_write_stream,
        .WriteCimError = context_write_cim_error,
        .PromptUser = context_prompt_user,
        .ShouldProcess = context_should_process,
        .ShouldContinue = context_should_continue,
        .PostError = context_post_error,
        .PostCimError = context_post_cim_error,
        .WriteError = context_write_error,
        .GetLifecycleIndicationContext = get_lifecycle_context,
};
