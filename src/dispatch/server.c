#include "dispatch/server.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>

#include "dispatch/channel.h"
#include "dispatch/context.h"
#include "dispatch/limit.h"
#include "dispatch/module.h"
#include "dispatch/operation.h"
#include "dispatch/spare.h"
#include "dispatch/server-private.h"
#include "dispatch/threads.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "util/text.h"
#include "wire/verbs.h"

static void config_defaults(ServerConfig *config)
{
        config->max_threads = config->max_threads ?: LIMIT_THREADS;
        config->max_threads = MAX(config->max_threads, 2u);
        config->max_operations = config->max_operations ?: LIMIT_OPERATIONS;
        config->max_subscriptions = config->max_subscriptions ?: LIMIT_SUBSCRIPTIONS;
        config->max_running = config->max_running ?: LIMIT_RUNNING;
        config->max_blocked = config->max_blocked ?: LIMIT_BLOCKED;
        config->max_queued = config->max_queued ?: LIMIT_QUEUED;
}

static int server_open(Server *server)
{
        server->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
        server->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        server->flush_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
        server->sweep_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
        server->silence_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC | TFD_NONBLOCK);
        server->monitor_fd = timerfd_create(CLOCK_MONOTONIC, TFD_CLOEXEC);
        if (server->epoll_fd < 0 || server->wake_fd < 0 || server->flush_fd < 0 || server->sweep_fd < 0 ||
            server->silence_fd < 0 || server->monitor_fd < 0)
                return error_origin(-errno);
        server_fd_opened(server->epoll_fd);
        server_fd_opened(server->wake_fd);
        server_fd_opened(server->flush_fd);
        server_fd_opened(server->sweep_fd);
        server_fd_opened(server->silence_fd);
        server_fd_opened(server->monitor_fd);
        return server_watch_own(server);
}

static void close_own(int fd)
{
        if (fd < 0)
                return;
        server_fd_closed(fd);
        close(fd);
}

static void server_destroy(Server *server)
{
        list_for_each_safe (link, &server->scopes) {
                Scope *scope = list_entry(link, Scope, link);

                str_map_deinit(&scope->providers);
                free(scope->name_space);
                free(scope);
        }
        spare_deinit(server);
        id_map_deinit(&server->channels);
        id_map_deinit(&server->identities);
        close_own(server->epoll_fd);
        close_own(server->wake_fd);
        close_own(server->flush_fd);
        close_own(server->sweep_fd);
        close_own(server->silence_fd);
        close_own(server->monitor_fd);
        pthread_cond_destroy(&server->unparked);
        pthread_cond_destroy(&server->changed);
        pthread_mutex_destroy(&server->load_lock);
        pthread_mutex_destroy(&server->channels_lock);
        pthread_mutex_destroy(&server->lock);
        free(server);
}

int server_new(Server **serverp, const ServerConfig *config)
{
        static _Atomic uint64_t last_number;
        pthread_condattr_t attributes;
        Server *server;
        int r;

        server = calloc(1, sizeof(*server));
        if (!server)
                return error_origin(-ENOMEM);
        server->config = *config;
        server->number = atomic_fetch_add(&last_number, 1) + 1;
        config_defaults(&server->config);
        atomic_init(&server->active_ns, clock_now_ns());
        list_init(&server->modules);
        list_init(&server->scopes);
        list_init(&server->run_queue);
        list_init(&server->overdue);
        id_map_init(&server->channels);
        id_map_init(&server->identities);
        spare_init(server);
        pthread_mutex_init(&server->lock, NULL);
        pthread_mutex_init(&server->channels_lock, NULL);
        pthread_mutex_init(&server->load_lock, NULL);
        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(&server->unparked, &attributes);
        pthread_cond_init(&server->changed, &attributes);
        pthread_condattr_destroy(&attributes);

        r = server_open(server);
        if (r < 0) {
                server_destroy(server);
                return error_trace(r);
        }
        *serverp = server;
        return 0;
}

int server_start(Server *server)
{
        int expected = SERVER_NEW;

        if (!atomic_compare_exchange_strong(&server->state, &expected, SERVER_RUNNING))
                return error_origin(-EINVAL);
        return server_start_threads(server);
}

/* ---------------------------------------------------------------- channels */

static int channel_admit(Server *server, Channel *channel)
{
        /* All reads and writes say that they do not wait, but those of a thread that attends the channel. */
        const struct timeval moment = { .tv_usec = ATTEND_MS * 1000 };
        struct epoll_event event = { .events = EPOLLIN | EPOLLRDHUP | EPOLLET };
        int r;

        r = fd_set_nonblocking(channel->fd, false);
        if (r < 0)
                return error_trace(r);
        if (setsockopt(channel->fd, SOL_SOCKET, SO_RCVTIMEO, &moment, sizeof(moment)) < 0)
                return error_origin(-errno);

        pthread_mutex_lock(&server->lock);
        channel->identity->channels++;
        pthread_mutex_unlock(&server->lock);
        pthread_mutex_lock(&server->channels_lock);
        channel->number = ++server->last_channel;
        r = id_map_add(&server->channels, channel->number, channel_ref(channel));
        pthread_mutex_unlock(&server->channels_lock);
        if (r < 0) {
                channel_unref(channel);
                return error_trace(r);
        }

        event.data.u64 = channel->number;
        if (epoll_ctl(server->epoll_fd, EPOLL_CTL_ADD, channel->fd, &event) < 0) {
                r = error_origin(-errno);
                channel_close(channel);
                return r;
        }
        return 0;
}

int server_add_channel(Server *server, int fd, const Caller *caller, uint32_t verbs, const char *name_space)
{
        _cleanup_(channel_unrefp) Channel *channel = NULL;
        int r;

        if (caller->kind != CALLER_USER || atomic_load(&server->state) >= SERVER_LEAVING) {
                fd_close(fd);
                return caller->kind != CALLER_USER ? SERVER_NOBODY : SERVER_CLOSED;
        }
        r = channel_new(&channel, server, fd, caller, verbs, name_space);
        if (r)
                return r;
        return channel_admit(server, channel);
}

void server_each_channel(Server *server, void (*visit)(Channel *channel, void *data), void *data)
{
        _cleanup_(freep) Channel **channels = NULL;
        IdMapEntry *entry;
        size_t position = 0, n = 0;

        pthread_mutex_lock(&server->channels_lock);
        channels = calloc(server->channels.count + 1, sizeof(*channels));
        while (channels && (entry = id_map_next(&server->channels, &position)))
                channels[n++] = channel_ref(entry->value);
        pthread_mutex_unlock(&server->channels_lock);

        for (size_t i = 0; i < n; i++) {
                visit(channels[i], data);
                channel_unref(channels[i]);
        }
}

static void visit_revoke(Channel *channel, void *data)
{
        if (channel->caller.channel_id == *(const uint64_t *)data)
                channel_close(channel);
}

void server_revoke_channel(Server *server, uint64_t channel_id)
{
        if (channel_id)
                server_each_channel(server, visit_revoke, &channel_id);
}

static void visit_go_away(Channel *channel, void *data)
{
        (void)data;
        channel_go_away(channel);
}

void server_go_away(Server *server)
{
        int expected = SERVER_RUNNING;

        if (atomic_compare_exchange_strong(&server->state, &expected, SERVER_LEAVING))
                server_each_channel(server, visit_go_away, NULL);
}

/* ---------------------------------------------------------------- idle or not */

void server_busy(Server *server)
{
        atomic_fetch_add(&server->busy, 1);
}

void server_done(Server *server)
{
        struct timespec now;

        /* The coarse clock costs next to nothing, and idle times are seconds. */
        clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
        atomic_store_explicit(&server->active_ns, (uint64_t)now.tv_sec * CLOCK_NS_PER_S + (uint64_t)now.tv_nsec,
                              memory_order_relaxed);
        atomic_fetch_sub(&server->busy, 1);
}

uint64_t server_idle_since(Server *server)
{
        return atomic_load(&server->busy) > 0 ? 0 : atomic_load(&server->active_ns);
}

/* A user's last channel has closed: providers that keep something for their users may want to know. */
void server_identity_gone(Server *server, uid_t uid)
{
        for (size_t i = 0;; i++) {
                XenmiIdentityGone callback = NULL;
                void *data = NULL;
                size_t n = 0;
                bool found = false;

                pthread_mutex_lock(&server->lock);
                list_for_each (link, &server->modules) {
                        Module *module = list_entry(link, Module, link);

                        if (n++ == i) {
                                found = true;
                                callback = module->identity_gone;
                                data = module->identity_gone_data;
                        }
                }
                pthread_mutex_unlock(&server->lock);
                if (!found)
                        return;
                if (callback)
                        callback(data, (MI_Uint32)uid);
        }
}

/* ---------------------------------------------------------------- classes */

static Module *server_module_at(Server *server, const char *path)
{
        list_for_each (link, &server->modules) {
                Module *module = list_entry(link, Module, link);

                if (strcmp(module->path, path) == 0)
                        return module;
        }
        return NULL;
}

static Module *server_loaded(Server *server, const char *path)
{
        Module *module;

        pthread_mutex_lock(&server->lock);
        module = server_module_at(server, path);
        pthread_mutex_unlock(&server->lock);
        return module;
}

/*
 * Loads a library unless it is. Modules never go before the server does, so that the pointer stays good. Constructors of a library and its
 * MI_Main may do anything, so the server's lock is not held; but they do not expect to run twice at once.
 */
static int server_load(Server *server, const char *name, const char *path, Module **modulep, char **problemp)
{
        Module *module;
        int r = 0;

        *modulep = server_loaded(server, path);
        if (*modulep)
                return 0;

        pthread_mutex_lock(&server->load_lock);
        module = server_loaded(server, path);
        if (!module) {
                r = module_new(&module, server, name, path, problemp);
                if (r == 0) {
                        pthread_mutex_lock(&server->lock);
                        list_append(&server->modules, &module->link);
                        pthread_mutex_unlock(&server->lock);
                }
        }
        pthread_mutex_unlock(&server->load_lock);
        if (r)
                return r == MODULE_UNUSABLE ? SERVER_BAD_MODULE : error_trace(r);
        *modulep = module;
        return 0;
}

int server_add_library(Server *server, const char *path, char **problemp)
{
        char absolute[PATH_MAX];
        Module *module;
        int r;

        *problemp = NULL;
        /* dlopen() searches for names without a slash; a path in the current directory is meant here. */
        r = server_load(server, NULL, realpath(path, absolute) ? absolute : path, &module, problemp);
        if (!r)
                module->serves_all = true;
        return r;
}

const MI_ClassDecl *server_class_at(Server *server, size_t index)
{
        const MI_ClassDecl *decl = NULL;

        pthread_mutex_lock(&server->lock);
        list_for_each (link, &server->modules) {
                Module *module = list_entry(link, Module, link);

                if (!module->serves_all)
                        continue;
                if (index < module->n_providers) {
                        decl = module->providers[index].decl;
                        break;
                }
                index -= module->n_providers;
        }
        pthread_mutex_unlock(&server->lock);
        return decl;
}

/* Lock held. */
static Scope *server_scope(Server *server, const char *name_space)
{
        Scope *scope;

        list_for_each (link, &server->scopes) {
                scope = list_entry(link, Scope, link);
                if (ascii_equal(scope->name_space, name_space))
                        return scope;
        }

        scope = calloc(1, sizeof(*scope));
        if (!scope)
                return NULL;
        scope->name_space = strdup(name_space);
        if (!scope->name_space) {
                free(scope);
                return NULL;
        }
        str_map_init(&scope->providers, true);
        list_append(&server->scopes, &scope->link);
        return scope;
}

/* Prefers a module whose class has functions over one that only mentions it. Lock held. */
static Provider *server_find_added(Server *server, const char *class_name)
{
        Provider *found = NULL;

        list_for_each (link, &server->modules) {
                Module *module = list_entry(link, Module, link);
                Provider *provider = module->serves_all ? module_find(module, class_name) : NULL;

                if (provider && (!found || (!found->decl->providerFT && provider->decl->providerFT)))
                        found = provider;
        }
        return found;
}

static int server_resolve(Server *server, const char *name_space, const char *class_name, Provider **providerp,
                          char **problemp)
{
        ServerProvider found = { 0 };
        Module *module;
        Scope *scope;
        int r;

        if (!server->config.resolve)
                return SERVER_UNKNOWN_CLASS;
        r = server->config.resolve(server->config.userdata, name_space, class_name, &found);
        if (r)
                return r;
        r = server_load(server, found.name, found.library, &module, problemp);
        if (r)
                return r;
        *providerp = module_find(module, class_name);
        if (!*providerp)
                return SERVER_UNKNOWN_CLASS;

        pthread_mutex_lock(&server->lock);
        scope = server_scope(server, name_space);
        if (scope)
                (void)str_map_add(&scope->providers, (*providerp)->decl->name, *providerp);
        pthread_mutex_unlock(&server->lock);
        return 0;
}

/* What the thread found last: mostly it is asked for again, in the same spelling. Providers stay as long as their server. */
static _Thread_local struct {
        uint64_t server;
        Provider *provider;
        char name_space[64];
        char class_name[96];
} found_last;

static void remember(const Server *server, const char *name_space, const char *class_name, Provider *provider)
{
        if (strlen(name_space) >= sizeof(found_last.name_space) || strlen(class_name) >= sizeof(found_last.class_name))
                return;
        found_last.server = server->number;
        found_last.provider = provider;
        strcpy(found_last.name_space, name_space);
        strcpy(found_last.class_name, class_name);
}

int server_find_provider(Server *server, const char *name_space, const char *class_name, Provider **providerp,
                         char **problemp)
{
        Provider *provider;
        Scope *scope;

        *problemp = NULL;
        if (likely(found_last.server == server->number && strcmp(found_last.class_name, class_name) == 0 &&
                   strcmp(found_last.name_space, name_space) == 0)) {
                *providerp = found_last.provider;
                return 0;
        }
        pthread_mutex_lock(&server->lock);
        scope = server_scope(server, name_space);
        provider = scope ? str_map_get(&scope->providers, class_name) : NULL;
        if (!provider && scope) {
                provider = server_find_added(server, class_name);
                if (provider)
                        (void)str_map_add(&scope->providers, provider->decl->name, provider);
        }
        pthread_mutex_unlock(&server->lock);
        if (!scope)
                return error_origin(-ENOMEM);
        if (!provider)
                return server_resolve(server, name_space, class_name, providerp, problemp);
        remember(server, name_space, class_name, provider);
        *providerp = provider;
        return 0;
}

/* ---------------------------------------------------------------- the end */

static void visit_close(Channel *channel, void *data)
{
        (void)data;
        channel_close(channel);
}

Server *server_stop(Server *server, uint32_t grace_ms, bool *cleanp)
{
        bool clean;

        if (!server)
                return NULL;
        if (atomic_load(&server->state) < SERVER_LEAVING)
                atomic_store(&server->state, SERVER_LEAVING);
        server_each_channel(server, visit_close, NULL);
        atomic_store(&server->state, SERVER_STOPPING);
        clean = server_join(server, grace_ms);

        list_for_each_safe (link, &server->modules)
                module_free(list_entry(link, Module, link), !clean);
        /* A context whose final result was never posted still has its operation, and that its channel. */
        clean = clean && spare_is_quiet(server);
        if (clean)
                server_destroy(server);
        if (cleanp)
                *cleanp = clean;
        return NULL;
}

Server *server_free(Server *server)
{
        return server_stop(server, LIMIT_GRACE_MS, NULL);
}
