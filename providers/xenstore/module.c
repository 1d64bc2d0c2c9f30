/*
 * The module: what a host loads
 *
 * Stands in for the generated module.c, because loading opens the store, and because several prefixes share it.
 */

#include "provider.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

MI_EXTERN_C MI_SchemaDecl schemaDecl;

/* One for each prefix that is built, in interface.c. */
#define PREFIX_DECLARE(prefix) void register_##prefix(Provider *provider);
#define PREFIX_CALL(prefix)    register_##prefix,

PREFIXES(PREFIX_DECLARE)

static void (*const register_prefixes[])(Provider *provider) = { PREFIXES(PREFIX_CALL) };

static void deliver(void *userdata, const WatchNews *news)
{
        Provider *provider = userdata;

        pthread_mutex_lock(&provider->lock);
        for (View *view = provider->views; view; view = view->next)
                if (view->watch_context)
                        view->post_watch(view, news);
        pthread_mutex_unlock(&provider->lock);
}

static void resumed(void *userdata)
{
        Provider *provider = userdata;

        syslog(LOG_DAEMON | LOG_NOTICE, "xenmi xenstore: the domain was resumed");
        pthread_mutex_lock(&provider->lock);
        for (View *view = provider->views; view; view = view->next)
                if (view->resume_context)
                        view->post_resume(view);
        pthread_mutex_unlock(&provider->lock);
}

static void user_gone(void *userdata, MI_Uint32 uid)
{
        Provider *provider = userdata;

        store_user_gone(provider->store, uid);
}

static const MI_Char *const option_names[] = {
        "socket",      "xenbus",       "timeout_ms",          "sessions",    "sessions_per_user", "watches_per_session",
        "watches",     "transactions", "transaction_timeout", "idle_expiry", "orphan_expiry",     "event_interval_ms",
        "log_console", "autowatch",    "leaf_is_error",       "deny",        "read_only",         NULL,
};

static const char *option(const Provider *provider, MI_Context *context, const char *name)
{
        const MI_Char *value = NULL;

        if (!provider->api || provider->api->GetOption(context, name, &value) != MI_RESULT_OK)
                return NULL;
        return value;
}

static unsigned option_number(const Provider *provider, MI_Context *context, const char *name)
{
        const char *value = option(provider, context, name);
        char *end;
        unsigned long number = value ? strtoul(value, &end, 10) : 0;

        if (value && (*end || end == value || number > UINT32_MAX)) {
                syslog(LOG_DAEMON | LOG_WARNING, "xenmi xenstore: option %s = %s is not a number; its default is taken",
                       name, value);
                return 0;
        }
        return (unsigned)number;
}

/* Seconds of which none means never. */
static unsigned option_expiry(const Provider *provider, MI_Context *context, const char *name)
{
        const char *value = option(provider, context, name);

        return value && !strcmp(value, "0") ? STORE_NEVER : option_number(provider, context, name);
}

static bool option_flag(const Provider *provider, MI_Context *context, const char *name, bool otherwise)
{
        const char *value = option(provider, context, name);

        return value ? !strcasecmp(value, "yes") || !strcasecmp(value, "true") || !strcmp(value, "1") : otherwise;
}

/*
 * The device where it is root's and we are not: the host opens it for us, but only while it loads us, so as many descriptors as the
 * client may want are taken then. It asks again for one that it had to close; a closed one cannot be had back.
 */
static void take_device(Provider *provider, MI_Context *context, const char *path)
{
        if (!provider->api || !xs_path_is_device(path) || access(path, R_OK | W_OK) == 0)
                return;
        while (provider->device_count < PROVIDER_DEVICES) {
                int fd = -1;

                if (provider->api->OpenPrivilegedFile(context, MI_T("xenbus"), &fd) != MI_RESULT_OK || fd < 0)
                        return;
                provider->devices[provider->device_count++] = fd;
        }
}

static int open_device(void *userdata)
{
        Provider *provider = userdata;
        int fd = open(provider->device_path, O_RDWR | O_CLOEXEC);

        if (fd >= 0 || (errno != EACCES && errno != EPERM))
                return fd >= 0 ? fd : -errno;
        pthread_mutex_lock(&provider->lock);
        fd = provider->device_count ? provider->devices[--provider->device_count] : -EACCES;
        pthread_mutex_unlock(&provider->lock);
        return fd;
}

static void MI_CALL batch_end(void *data)
{
        const Provider *provider = data;

        xs_send(provider->store->xs);
}

static void read_options(Provider *provider, MI_Context *context, StoreOptions *options)
{
        const MI_Char *directory = NULL;

        if (provider->api && provider->api->GetStateDirectory(context, &directory) != MI_RESULT_OK)
                directory = NULL;
        *options = (StoreOptions){
                .path = option(provider, context, "socket"),
                .timeout_ms = option_number(provider, context, "timeout_ms"),
                .sessions_max = option_number(provider, context, "sessions"),
                .sessions_per_user = option_number(provider, context, "sessions_per_user"),
                .watches_per_session = option_number(provider, context, "watches_per_session"),
                .watches_max = option_number(provider, context, "watches"),
                .transactions_max = option_number(provider, context, "transactions"),
                .transaction_timeout_s = option_number(provider, context, "transaction_timeout"),
                .idle_expiry_s = option_number(provider, context, "idle_expiry"),
                .orphan_expiry_s = option_expiry(provider, context, "orphan_expiry"),
                .event_interval_ms = option_number(provider, context, "event_interval_ms"),
                .log_console = option(provider, context, "log_console"),
                .state_directory = directory,
                .hold_answers = provider->api ? provider->api->HoldPosts : NULL,
                .release_answers = provider->api ? provider->api->ReleasePosts : NULL,
        };
        provider->autowatch = option_flag(provider, context, "autowatch", true);
        provider->leaf_is_error = option_flag(provider, context, "leaf_is_error", false);
}

/* What is protected must not be open because of a slip of the pen. */
static int read_guard(Provider *provider, MI_Context *context, char *text, size_t size)
{
        char *wrong = NULL;
        int r = guard_init(&provider->guard, option(provider, context, "deny"), option(provider, context, "read_only"),
                           &wrong);

        if (r > 0) {
                snprintf(text, size, "[provider XenStore] deny, read_only: %.200s is not a xenstore path", wrong);
                r = -EINVAL;
        }
        free(wrong);
        return r;
}

static void provider_free(Provider *provider)
{
        if (!provider)
                return;
        guard_deinit(&provider->guard);
        for (unsigned i = 0; i < provider->device_count; i++)
                close(provider->devices[i]);
        later_reads_free(provider);
        pthread_mutex_destroy(&provider->spare_lock);
        pthread_mutex_destroy(&provider->lock);
        free(provider->device_path);
        free(provider);
}

static void MI_CALL load(MI_Module_Self **self, struct _MI_Context *context)
{
        Provider *provider = calloc(1, sizeof(*provider));
        StoreOptions options = { 0 };
        char text[512] = "";
        int r = -ENOMEM, guarded;

        *self = NULL;
        if (provider) {
                pthread_mutex_init(&provider->lock, NULL);
                pthread_mutex_init(&provider->spare_lock, NULL);
                provider->api = xenmi_provider_api(context);
                xenmi_provider_check_options(context, option_names);
                read_options(provider, context, &options);
                provider->device_path = strdup(options.path && *options.path ? options.path : xs_default_path());
                if (provider->device_path)
                        take_device(provider, context, provider->device_path);
                guarded = read_guard(provider, context, text, sizeof(text));
                for (size_t i = 0; i < ARRAY_SIZE(register_prefixes); i++)
                        register_prefixes[i](provider);
                if (guarded < 0)
                        r = guarded;
                else if (provider->device_path)
                        r = store_new(&provider->store, &options, open_device, deliver, resumed, provider);
        }
        if (r < 0) {
                provider_free(provider);
                if (!text[0])
                        snprintf(text, sizeof(text), "the XenStore provider cannot open its state%s%s: %s",
                                 options.state_directory ? " in " : "",
                                 options.state_directory ? options.state_directory : "",
                                 r == -EBUSY ? "another host has it" : strerror(-r));
                MI_Context_PostError(context, (MI_Uint32)-r, MI_T("ERRNO"), text);
                return;
        }
        if (provider->api) {
                provider->api->SetIdentityGone(context, user_gone, provider);
                provider->api->SetBatchEnd(context, batch_end, provider);
        }
        *self = provider;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL unload(MI_Module_Self *self, struct _MI_Context *context)
{
        if (self) {
                store_free(self->store);
                provider_free(self);
        }
        MI_Context_PostResult(context, MI_RESULT_OK);
}

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server)
{
        static MI_Module module;
        MI_EXTERN_C MI_Server *__mi_server;

        __mi_server = server;
        module.flags = MI_MODULE_FLAG_DESCRIPTIONS | MI_MODULE_FLAG_VALUES | MI_MODULE_FLAG_BOOLEANS;
        module.charSize = sizeof(MI_Char);
        module.version = MI_VERSION;
        module.generatorVersion = MI_MAKE_VERSION(1, 0, 0);
        module.schemaDecl = &schemaDecl;
        module.Load = load;
        module.Unload = unload;
        return &module;
}
