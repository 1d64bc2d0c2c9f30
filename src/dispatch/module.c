#include "dispatch/module.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdalign.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "dispatch/context.h"
#include "dispatch/feed.h"
#include "dispatch/limit.h"
#include "dispatch/problem.h"
#include "dispatch/server-private.h"
#include "model/cim-error.h"
#include "model/decl.h"
#include "model/filter.h"
#include "model/instance.h"
#include "model/property-set.h"
#include "model/value.h"
#include "util/error.h"
#include "util/log.h"
#include "util/text.h"

/* ---------------------------------------------------------------- what MI_Main is given */

static MI_Result MI_CALL server_get_version(MI_Uint32 *version)
{
        if (!version)
                return MI_RESULT_INVALID_PARAMETER;
        *version = MI_VERSION;
        return MI_RESULT_OK;
}

static char system_name[256];
static pthread_once_t system_name_once = PTHREAD_ONCE_INIT;

static void system_name_read(void)
{
        if (gethostname(system_name, sizeof(system_name) - 1) < 0)
                strcpy(system_name, "localhost");
}

static MI_Result MI_CALL server_get_system_name(const MI_Char **name)
{
        if (!name)
                return MI_RESULT_INVALID_PARAMETER;
        pthread_once(&system_name_once, system_name_read);
        *name = system_name;
        return MI_RESULT_OK;
}

static const MI_ServerFT server_ft = {
        .GetVersion = server_get_version,
        .GetSystemName = server_get_system_name,
};

static const MI_PropertySetFT *shared_property_set_ft(void)
{
        const MI_PropertySetFT *ft;
        MI_PropertySet set;

        if (property_set_init(&set) < 0)
                return NULL;
        ft = set.ft;
        MI_PropertySet_Destruct(&set);
        return ft;
}

static const MI_FilterFT *shared_filter_ft(void)
{
        MI_Filter filter;

        filter_init(&filter, NULL, NULL, NULL, NULL);
        return filter.ft;
}

/* ---------------------------------------------------------------- is it usable */

static _printf_(2, 3) int unusable(char **problemp, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        if (vasprintf(problemp, format, args) < 0)
                *problemp = NULL;
        va_end(args);
        return MODULE_UNUSABLE;
}

/*
 * Declarations are compiled code and as trusted as the provider's functions, but a library built against another layout must end in a
 * message and not in a crash far away.
 */
static int check_object(const MI_ObjectDecl *object, const char *what, char **problemp)
{
        if (object->numProperties > LIMIT_PROPERTIES || (object->numProperties > 0 && !object->properties))
                return unusable(problemp, "%s: its table of elements is broken", what);

        for (MI_Uint32 i = 0; i < object->numProperties; i++) {
                const MI_PropertyDecl *property = object->properties[i];

                if (!property || !property->name)
                        return unusable(problemp, "%s: element %u has no name", what, i);
                if (!type_is_known((MI_Type)property->type))
                        return unusable(problemp, "%s.%s: type %u is not known", what, property->name, property->type);
                if (property->offset == DECL_STREAM_OFFSET)
                        continue;
                if (property->offset < sizeof(MI_Instance) ||
                    property->offset % type_field_align((MI_Type)property->type) ||
                    property->offset + type_field_size((MI_Type)property->type) > object->size)
                        return unusable(problemp, "%s.%s lies outside of its structure", what, property->name);
        }
        return 0;
}

static int check_class(const MI_ClassDecl *decl, char **problemp)
{
        int r;

        if (!decl || !decl->name || !decl->name[0])
                return unusable(problemp, "its schema has a class without a name");
        if (decl->size < sizeof(MI_Instance))
                return unusable(problemp, "class %s: its structure is smaller than an instance", decl->name);
        r = check_object(decl_object(decl), decl->name, problemp);
        if (r)
                return r;

        if (decl->numMethods > LIMIT_PROPERTIES || (decl->numMethods > 0 && !decl->methods))
                return unusable(problemp, "class %s: its table of methods is broken", decl->name);
        for (MI_Uint32 i = 0; i < decl->numMethods; i++) {
                const MI_MethodDecl *method = decl->methods[i];

                if (!method || !method->name || method->size < sizeof(MI_Instance))
                        return unusable(problemp, "class %s: method %u is broken", decl->name, i);
                r = check_object(method_object(method), method->name, problemp);
                if (r)
                        return r;
        }
        return 0;
}

static int check_module(const MI_Module *mi, char **problemp)
{
        int r;

        if (!mi)
                return unusable(problemp, "its MI_Main refused this server");
        if (mi->version > MI_VERSION)
                return unusable(problemp, "it wants version %u.%u of MI, this server has %u.%u", mi->version >> 16,
                                (mi->version >> 8) & 255, MI_VERSION >> 16, (MI_VERSION >> 8) & 255);
        if (mi->charSize != sizeof(MI_Char))
                return unusable(problemp, "it was built for characters of %u bytes, this server has %zu", mi->charSize,
                                sizeof(MI_Char));
        if (!mi->schemaDecl || mi->schemaDecl->numClassDecls == 0 || !mi->schemaDecl->classDecls)
                return unusable(problemp, "it declares no class");
        if (mi->schemaDecl->numClassDecls > LIMIT_CLASSES)
                return unusable(problemp, "it declares %u classes, at most %u are taken", mi->schemaDecl->numClassDecls,
                                (unsigned int)LIMIT_CLASSES);

        for (MI_Uint32 i = 0; i < mi->schemaDecl->numClassDecls; i++) {
                r = check_class(mi->schemaDecl->classDecls[i], problemp);
                if (r)
                        return r;
        }
        return 0;
}

/* ---------------------------------------------------------------- modules */

static int module_index(Module *module)
{
        const MI_SchemaDecl *schema = module->mi->schemaDecl;
        int r;

        module->providers = calloc(schema->numClassDecls, sizeof(*module->providers));
        if (!module->providers)
                return error_origin(-ENOMEM);
        module->n_providers = schema->numClassDecls;

        for (size_t i = 0; i < module->n_providers; i++) {
                Provider *provider = &module->providers[i];

                provider->module = module;
                provider->decl = schema->classDecls[i];
                decl_find_keys(provider->decl, &provider->keys);
                pthread_mutex_init(&provider->lock, NULL);
                r = str_map_add(&module->by_name, provider->decl->name, provider);
                if (r < 0 && r != -EEXIST)
                        return error_trace(r);
        }
        return 0;
}

int module_new(Module **modulep, Server *server, const char *name, const char *path, char **problemp)
{
        Module *module;
        MI_MainFunction main_function;
        const char *slash = strrchr(path, '/');
        int r;

        *problemp = NULL;
        module = calloc(1, sizeof(*module));
        if (!module)
                return error_origin(-ENOMEM);
        module->server = server;
        list_init(&module->link);
        str_map_init(&module->by_name, true);
        pthread_mutex_init(&module->lock, NULL);
        module->name = strdup(name ? name : slash ? slash + 1 : path);
        module->path = strdup(path);
        module->tables = (MI_Server){
                .serverFT = &server_ft,
                .contextFT = &context_ft,
                .instanceFT = instance_static_ft(),
                .propertySetFT = shared_property_set_ft(),
                .filterFT = shared_filter_ft(),
        };
        if (!module->name || !module->path) {
                r = error_origin(-ENOMEM);
                goto failed;
        }

        /* A thread of the provider that has posted its last result still returns through its code: that stays mapped. */
        module->library = dlopen(path, RTLD_NOW | RTLD_LOCAL | RTLD_NODELETE);
        if (!module->library) {
                r = unusable(problemp, "cannot load the provider library: %s", dlerror());
                goto failed;
        }
        main_function = (MI_MainFunction)(uintptr_t)dlsym(module->library, "MI_Main");
        if (!main_function) {
                r = unusable(problemp, "%s is no provider library: it does not export MI_Main", path);
                goto failed;
        }
        module->mi = main_function(&module->tables);
        r = check_module(module->mi, problemp);
        if (r == MODULE_UNUSABLE) {
                _cleanup_(freep) char *why = *problemp;

                r = unusable(problemp, "cannot use the provider library %s: %s", path, why ? why : "out of memory");
        }
        if (!r)
                r = module_index(module);
        if (r)
                goto failed;

        *modulep = module;
        return 0;

failed:
        module_free(module, false);
        return r;
}

Provider *module_find(Module *module, const char *class_name)
{
        return str_map_get(&module->by_name, class_name);
}

bool provider_is_a(const Provider *provider, const MI_ClassDecl *ancestor)
{
        return decl_is_a(provider->decl, ancestor);
}

/* ---------------------------------------------------------------- Load */

/* Calls `run` with a new lifetime context and waits for what it posts. */
typedef struct Lifetime {
        Module *module;
        Provider *provider;
        const char *function;
} Lifetime;

static void lifetime_call(const Lifetime *lifetime, MI_Context *context)
{
        Module *module = lifetime->module;
        Provider *provider = lifetime->provider;
        const MI_ProviderFT *ft = provider ? provider->decl->providerFT : NULL;
        bool loads = strcmp(lifetime->function, "Load") == 0;

        if (ft && loads)
                ft->Load(&provider->self, module->self, context);
        else if (ft)
                ft->Unload(provider->self, context);
        else if (loads)
                module->mi->Load(&module->self, context);
        else
                module->mi->Unload(module->self, context);
}

static int lifetime_run(const Lifetime *lifetime, MI_Instance **errorp)
{
        Module *module = lifetime->module;
        const char *class_name = lifetime->provider ? lifetime->provider->decl->name : "the module";
        Problem problem = PROBLEM_NONE;
        Context *context;
        MI_Result result;
        int r;

        r = context_new(&context, module->server, CONTEXT_LIFETIME, module, lifetime->provider, lifetime->function);
        if (r < 0)
                return error_trace(r);

        context_begin_call(context);
        lifetime_call(lifetime, &context->base);
        server_block_begin(module->server);
        if (!context_wait(context, LIMIT_LOAD_MS, &result, errorp)) {
                problem_set(&problem, MI_RESULT_FAILED,
                            "%s: %s of %s returned and has not posted a result for %u seconds", module->name,
                            lifetime->function, class_name, LIMIT_LOAD_MS / 1000);
                result = problem.result;
                *errorp = problem.error;
        }
        server_block_end(module->server);
        context_end_call(context);

        if (result == MI_RESULT_OK)
                return 0;
        log_error("provider %s: %s of %s failed: %s", module->name, lifetime->function, class_name,
                  (*errorp ? cim_error_message(*errorp) : NULL) ?: result_name(result));
        return MODULE_FAILED;
}

/*
 * Waits for a Load in another thread, but not for one that does not come back. The caller keeps its turn, so that one user's calls do not
 * fill all threads with this.
 */
static int load_lock(Module *module, pthread_mutex_t *lock, const char *class_name, MI_Instance **errorp)
{
        Server *server = module->server;
        Problem problem = PROBLEM_NONE;
        struct timespec until;

        if (likely(pthread_mutex_trylock(lock) == 0))
                return 0;
        (void)server_ensure_listener(server);
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += LIMIT_LOAD_MS / 1000;
        if (pthread_mutex_timedlock(lock, &until) == 0)
                return 0;
        problem_set(&problem, MI_RESULT_FAILED, "%s: Load of %s has not returned for %u seconds", module->name,
                    class_name, LIMIT_LOAD_MS / 1000);
        log_error("provider %s: Load of %s has not returned for %u seconds", module->name, class_name,
                  LIMIT_LOAD_MS / 1000);
        if (server->config.overdue)
                server->config.overdue(server->config.userdata);
        *errorp = problem.error;
        return MODULE_FAILED;
}

static int module_load(Module *module, MI_Instance **errorp)
{
        int r = 0;

        if (likely(atomic_load_explicit(&module->state, memory_order_acquire) == LOAD_DONE))
                return 0;

        r = load_lock(module, &module->lock, "the module", errorp);
        if (r)
                return r;
        if (atomic_load(&module->state) != LOAD_DONE) {
                if (module->mi->Load)
                        r = lifetime_run(&(Lifetime){ module, NULL, "Load" }, errorp);
                atomic_store_explicit(&module->state, r ? LOAD_FAILED : LOAD_DONE, memory_order_release);
        }
        pthread_mutex_unlock(&module->lock);
        return r;
}

int provider_load(Provider *provider, MI_Instance **errorp)
{
        int r;

        *errorp = NULL;
        if (likely(atomic_load_explicit(&provider->state, memory_order_acquire) == LOAD_DONE))
                return 0;

        r = module_load(provider->module, errorp);
        if (r)
                return r;

        r = load_lock(provider->module, &provider->lock, provider->decl->name, errorp);
        if (r)
                return r;
        if (atomic_load(&provider->state) != LOAD_DONE) {
                if (provider->decl->providerFT && provider->decl->providerFT->Load)
                        r = lifetime_run(&(Lifetime){ provider->module, provider, "Load" }, errorp);
                atomic_store_explicit(&provider->state, r ? LOAD_FAILED : LOAD_DONE, memory_order_release);
        }
        pthread_mutex_unlock(&provider->lock);
        return r;
}

/* ---------------------------------------------------------------- Unload */

static void unload(Module *module, Provider *provider)
{
        MI_Instance *error = NULL;

        (void)lifetime_run(&(Lifetime){ module, provider, "Unload" }, &error);
        instance_delete(error);
}

static void module_unload(Module *module)
{
        pthread_mutex_lock(&module->server->lock);
        module->identity_gone = NULL;
        pthread_mutex_unlock(&module->server->lock);

        for (size_t i = 0; i < module->n_providers; i++) {
                Provider *provider = &module->providers[i];

                if (atomic_load(&provider->state) == LOAD_DONE && provider->decl->providerFT &&
                    provider->decl->providerFT->Unload)
                        unload(module, provider);
        }
        if (atomic_load(&module->state) == LOAD_DONE && module->mi->Unload)
                unload(module, NULL);
}

Module *module_free(Module *module, bool keep)
{
        if (!module)
                return NULL;
        if (module->mi && module->providers && !keep)
                module_unload(module);
        /* Threads of the provider may go on where its functions returned: then its code stays mapped. */
        if (keep)
                return NULL;

        for (size_t i = 0; i < module->n_providers; i++) {
                feed_free(module->providers[i].feed);
                pthread_mutex_destroy(&module->providers[i].lock);
        }
        free(module->providers);
        str_map_deinit(&module->by_name);
        list_remove(&module->link);
        pthread_mutex_destroy(&module->lock);
        if (module->library)
                dlclose(module->library);
        free(module->name);
        free(module->path);
        free(module);
        return NULL;
}
