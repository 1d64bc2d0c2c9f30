#include <stdio.h>
#include <string.h>

#include "hostd/host.h"
#include "hostd/local-session.h"
#include "model/cim-error.h"
#include "util/fd.h"
#include "util/log.h"
#include "util/text.h"

/*
 * What the server asks of its host: who serves a class, sessions for providers, options, privileged files
 */

/* Copies: the repository may be replaced while the server still looks at what it was given. */
static _Thread_local struct {
        char name[CONTROL_HOST_MAX];
        char library[CONTROL_PATH_MAX];
} resolved;

static int resolve(void *userdata, const char *name_space, const char *class_name, ServerProvider *providerp)
{
        Host *host = userdata;
        const RepositoryClass *class;
        int r = SERVER_UNKNOWN_CLASS;

        pthread_mutex_lock(&host->lock);
        class = host->repository ? repository_class(host->repository, name_space, class_name) : NULL;
        if (class && class->provider && ascii_equal(class->provider->host, host->name)) {
                snprintf(resolved.name, sizeof(resolved.name), "%s", class->provider->name);
                snprintf(resolved.library, sizeof(resolved.library), "%s", class->provider->library);
                *providerp = (ServerProvider){ .name = resolved.name, .library = resolved.library };
                r = 0;
        }
        pthread_mutex_unlock(&host->lock);
        return r;
}

static const char *find_option(Host *host, const char *module, const char *name)
{
        list_for_each (link, &host->options) {
                const HostOption *option = list_entry(link, HostOption, link);

                if (ascii_equal(option->option.provider, module) && ascii_equal(option->option.name, name))
                        return option->option.value;
        }
        return NULL;
}

static const char *find_registered(Host *host, const RepositoryProvider *provider, const char *name)
{
        const char *key, *value;

        for (uint32_t i = 0; provider && i < provider->n_options; i++) {
                repository_provider_option(host->repository, provider, i, &key, &value);
                if (ascii_equal(key, name))
                        return value;
        }
        return NULL;
}

static const RepositoryProvider *find_provider(Host *host, const char *module)
{
        for (uint32_t i = 0; host->repository && i < repository_provider_count(host->repository); i++) {
                const RepositoryProvider *provider = repository_provider_at(host->repository, i);

                if (ascii_equal(provider->name, module))
                        return provider;
        }
        return NULL;
}

/* The configuration's options before those of the registration. */
static const char *option(void *userdata, const char *module, const char *name)
{
        Host *host = userdata;
        const char *found;

        pthread_mutex_lock(&host->lock);
        found = find_option(host, module, name);
        if (!found)
                found = find_registered(host, find_provider(host, module), name);
        pthread_mutex_unlock(&host->lock);
        return found;
}

/* Of those that are set more than once, the one that counts; the lock is held. */
static const char *option_name_at(Host *host, const char *module, uint32_t index)
{
        const RepositoryProvider *provider = find_provider(host, module);
        const char *key, *value;

        list_for_each (link, &host->options) {
                const HostOption *option = list_entry(link, HostOption, link);

                if (ascii_equal(option->option.provider, module) &&
                    find_option(host, module, option->option.name) == option->option.value && index-- == 0)
                        return option->option.name;
        }
        for (uint32_t i = 0; provider && i < provider->n_options; i++) {
                repository_provider_option(host->repository, provider, i, &key, &value);
                if (!find_option(host, module, key) && find_registered(host, provider, key) == value && index-- == 0)
                        return key;
        }
        return NULL;
}

static const char *option_name(void *userdata, const char *module, uint32_t index)
{
        Host *host = userdata;
        const char *found;

        pthread_mutex_lock(&host->lock);
        found = option_name_at(host, module, index);
        pthread_mutex_unlock(&host->lock);
        return found;
}

/* The path behind a name: itself, the provider's option of that name, or the device that is known by it. */
static const char *file_path(Host *host, const char *module, const char *name)
{
        if (name[0] == '/')
                return name;
        if (ascii_equal(name, "xenbus"))
                return option(host, module, name) ?: "/dev/xen/xenbus";
        return option(host, module, name);
}

static MI_Result privileged_file(void *userdata, const char *module, const char *name, int *fdp)
{
        Host *host = userdata;
        const char *path = file_path(host, module, name);
        ControlMessage message, answer;
        int fd;

        if (!path || path[0] != '/')
                return MI_RESULT_NOT_FOUND;
        control_init(&message, CONTROL_OPEN_FILE, 0);
        if (control_set(message.host_file.path, sizeof(message.host_file.path), path))
                return MI_RESULT_INVALID_PARAMETER;
        if (host_ask(host, &message, &answer, &fd) < 0)
                return MI_RESULT_FAILED;
        if (answer.header.type == CONTROL_REFUSED) {
                log_warning("provider %s: %s: %s", module, path, answer.refused.message);
                return (MI_Result)answer.refused.result;
        }
        if (fd < 0)
                return MI_RESULT_FAILED;
        *fdp = fd;
        return MI_RESULT_OK;
}

static void served(void *userdata)
{
        host_report(userdata, CONTROL_SERVED, 0);
}

static void channel_closed(void *userdata, uint64_t channel)
{
        local_session_forget(userdata, channel);
        host_report(userdata, CONTROL_CHANNEL_CLOSED, channel);
}

/* The host leaves, so that another one takes its place; what still runs goes on for a while. */
static void overdue(void *userdata)
{
        host_report(userdata, CONTROL_IDLE, 0);
}

static void broken(void *userdata)
{
        (void)userdata;
        /* The main thread may wait in a read that nothing ends. */
        crash_expect_exit();
        _Exit(1);
}

void host_fill_config(Host *host, ServerConfig *config)
{
        *config = (ServerConfig){
                .userdata = host,
                .resolve = resolve,
                .local_session = local_session,
                .privileged_file = privileged_file,
                .option = option,
                .option_name = option_name,
                .served = served,
                .overdue = overdue,
                .broken = broken,
                .channel_closed = channel_closed,
                .state_dir = host->state_dir,
                .silence_ms = host->silence_ms,
        };
}
