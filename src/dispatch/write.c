#include "dispatch/server-private.h"
#include "dispatch/verbs.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/text.h"

/*
 * Create, modify and delete
 */

/* ---------------------------------------------------------------- create */

static Verdict create_accept(Operation *operation, const MI_Instance *instance)
{
        Verdict verdict = verb_check_instance(operation, instance, operation->provider->decl);

        return verdict == VERDICT_SEND ? verb_only_one(operation) : verdict;
}

/* The reply carries the new keys: where the provider has posted nothing, those that the client chose. */
static void create_final(Operation *operation, Problem *problem)
{
        const MI_ClassDecl *decl = operation->provider->decl;

        if (problem->result == MI_RESULT_OK && atomic_load(&operation->posted) == 0) {
                if (instance_missing_key(operation->argument, decl)) {
                        problem_set(problem, MI_RESULT_FAILED,
                                    "provider %s: it created an instance of %s and does not tell its keys",
                                    operation->provider->module->name, decl->name);
                } else {
                        operation->selection.keys_only = true;
                        (void)operation_send_instance(operation, operation->argument);
                }
        }
        operation_finish(operation, problem);
}

void create_start(Operation *operation)
{
        Provider *provider;
        const MI_ProviderFT *ft;
        Context *context;

        if (!verb_find_provider(operation, operation->request.class_name, &provider))
                return;
        ft = provider->decl->providerFT;
        if (!ft || !ft->CreateInstance) {
                verb_not_supported(operation, provider, "creation");
                return;
        }
        operation->provider = provider;
        operation->argument = verb_cast(operation, provider->decl, operation->request.instance, 0);
        if (!operation->argument)
                return;

        operation->accept = create_accept;
        operation->final = create_final;
        context = operation_call_begin(operation, provider, "CreateInstance");
        if (!context)
                return;
        ft->CreateInstance(provider->self, &context->base, operation->request.name_space, provider->decl->name,
                           operation->argument);
        operation_call_end(operation, context);
}

/* ---------------------------------------------------------------- modify */

static void modify_read_back(Operation *operation)
{
        MI_Instance *keys;

        operation->is_read_back = true;
        keys = verb_cast(operation, operation->provider->decl, operation->request.instance,
                         CAST_IGNORE_UNKNOWN | CAST_KEYS_ONLY);
        if (keys)
                get_by_keys(operation, keys);
}

/* The reply carries the object as it is now: where the provider has not posted it, it is read. */
static void modify_final(Operation *operation, Problem *problem)
{
        if (problem->result == MI_RESULT_OK && atomic_load(&operation->posted) == 0)
                operation->next = modify_read_back;
        else
                operation_finish(operation, problem);
}

static bool is_listed(const Request *request, const char *name)
{
        for (uint32_t i = 0; i < request->n_properties; i++) {
                if (ascii_equal(request->properties[i], name))
                        return true;
        }
        return false;
}

/* With a property list only what it names is to be changed, whatever else the instance carries. */
static void modify_apply_list(const Request *request, MI_Instance *instance, const MI_ClassDecl *decl)
{
        if (!request->properties)
                return;
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];

                if (!(property->flags & MI_FLAG_KEY) && !is_listed(request, property->name))
                        instance_forget_at(instance, i);
        }
}

/* Only the provider may know which properties can be written; that keys cannot is certain, and so is who is meant. */
void modify_start(Operation *operation)
{
        const Request *request = &operation->request;
        const MI_ProviderFT *ft;
        Provider *provider;
        Context *context;

        if (!verb_find_provider(operation, request->class_name, &provider))
                return;
        ft = provider->decl->providerFT;
        if (!ft || !ft->ModifyInstance) {
                verb_not_supported(operation, provider, "modification");
                return;
        }
        operation->provider = provider;
        operation->argument = verb_cast(operation, provider->decl, request->instance, 0);
        if (!operation->argument || !verb_check_keys(operation, operation->argument, provider->decl))
                return;
        modify_apply_list(request, operation->argument, provider->decl);
        operation->selection = (Selection){ 0 }; /* the list says what to change, not what to show */

        operation->accept = create_accept;
        operation->final = modify_final;
        context = operation_call_begin(operation, provider, "ModifyInstance");
        if (!context)
                return;
        ft->ModifyInstance(provider->self, &context->base, request->name_space, provider->decl->name,
                           operation->argument, verb_property_set(operation));
        operation_call_end(operation, context);
}

/* ---------------------------------------------------------------- delete */

void delete_start(Operation *operation)
{
        const MI_ProviderFT *ft;
        Provider *provider;
        Context *context;

        if (!verb_find_provider(operation, operation->request.class_name, &provider))
                return;
        ft = provider->decl->providerFT;
        if (!ft || !ft->DeleteInstance) {
                verb_not_supported(operation, provider, "deletion");
                return;
        }
        operation->provider = provider;
        operation->argument =
                verb_cast(operation, provider->decl, operation->request.instance, CAST_IGNORE_UNKNOWN | CAST_KEYS_ONLY);
        if (!operation->argument || !verb_check_keys(operation, operation->argument, provider->decl))
                return;

        context = operation_call_begin(operation, provider, "DeleteInstance");
        if (!context)
                return;
        ft->DeleteInstance(provider->self, &context->base, operation->request.name_space, provider->decl->name,
                           operation->argument);
        operation_call_end(operation, context);
}
