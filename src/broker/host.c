#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>

#include <MI.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "util/text.h"

enum {
        HOST_QUEUE_MAX = 8192,
        LAST_WORDS_MAX = 64, /* a child that a provider forked may hold the socket open, so not to the end */
        BACKOFF_MIN_MS = 100,
        BACKOFF_WAIT_MS = 5000, /* a request waits so long for a host that must not be started yet */
        SOUND_AFTER_MS = 10000, /* a host that was ready for so long is no crash at start */
};

bool host_is_alive(const Host *host)
{
        return host->state != HOST_DOWN;
}

static void enter(Host *host, HostState state, uint64_t timeout_ms)
{
        host->state = state;
        host->since_ns = clock_now_ns();
        host->deadline_ns = timeout_ms == UINT64_MAX ? UINT64_MAX : host->since_ns + timeout_ms * CLOCK_NS_PER_MS;
}

Host *broker_find_host(Broker *broker, uint64_t id)
{
        list_for_each (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);

                if (host->id == id && id)
                        return host;
        }
        return NULL;
}

static Host *host_new(Broker *broker, const char *name, User *user)
{
        Host *host = calloc(1, sizeof(*host));

        if (!host)
                return NULL;
        host->peer.fd = -1;
        host->broker = broker;
        host->user = user;
        host->deadline_ns = UINT64_MAX;
        (void)control_set(host->name, sizeof(host->name), name);
        list_init(&host->grave);
        list_init(&host->channels);
        list_init(&host->granting);
        list_init(&host->waiting);
        list_append(&broker->hosts, &host->link);
        if (user) {
                user->references++;
                user->n_hosts++;
        }
        return host;
}

int host_find(Host **hostp, Broker *broker, const RepositoryProvider *provider, Client *client)
{
        User *user = provider->hosting == REPOSITORY_HOSTING_REQUESTOR ? client->user : NULL;

        list_for_each (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);

                if (host->user == user && strcmp(host->name, provider->host) == 0) {
                        *hostp = host;
                        return 0;
                }
        }
        if (user && user->n_hosts >= broker->configuration.limits.hosts_per_user)
                return HOST_QUOTA;
        *hostp = host_new(broker, provider->host, user);
        return *hostp ? 0 : error_origin(-ENOMEM);
}

/* Forgets a host that is down and that nobody waits for. */
static void host_forget(Host *host)
{
        Broker *broker = host->broker;

        list_remove(&host->link);
        if (host->user) {
                host->user->n_hosts--;
                host->user = user_release(broker, host->user);
        }
        free(host->stamps);
        host->stamps = NULL;
        list_append(&broker->dead_hosts, &host->grave);
}

static void start(Host *host)
{
        Broker *broker = host->broker;
        Open *first = list_is_empty(&host->waiting) ? NULL : list_entry(host->waiting.next, Open, host_link);
        ControlMessage message;
        int fd = -1;

        host->id = ++broker->last_host;
        host->pid = 0;
        host->starts++;
        host->is_crash = false;
        host->was_ready = false;
        host->is_killed = false;
        host->problem[0] = '\0';
        enter(host, HOST_SPAWNING, broker->configuration.limits.start_timeout_ms);
        control_init(&message, CONTROL_SPAWN, 0);
        message.host_start.host = host->id;
        memcpy(message.host_start.name, host->name, sizeof(host->name));
        /* whose host: the launcher asks the kernel, not us */
        if (host->user && first)
                fd = fcntl(first->client->is_gone ? first->client->socket : first->client->peer.fd, F_DUPFD_CLOEXEC, 0);
        broker_tell_launcher(broker, &message, fd);
}

void host_request(Host *host, Open *open)
{
        uint64_t now = clock_now_ns();

        if (host->state == HOST_READY) {
                open_grant(open);
                return;
        }
        if (host->state == HOST_DOWN && host->next_start_ns > now + BACKOFF_WAIT_MS * CLOCK_NS_PER_MS) {
                open_refuse(open, MI_RESULT_FAILED,
                            "host %s broke %u times in a row and is started again in %u s at the earliest; the last "
                            "time: %.256s",
                            host->name, host->crashes, (unsigned int)((host->next_start_ns - now) / CLOCK_NS_PER_S) + 1,
                            host->problem);
                return;
        }
        list_append(&host->waiting, &open->host_link);
        if (host->state == HOST_DOWN && host->next_start_ns <= now)
                start(host);
}

/* What it said before it died, of which the launcher's word, or a message that finds nobody, may tell first: why it could not serve. */
static void hear_last_words(Host *host)
{
        for (int i = 0; i < LAST_WORDS_MAX && host->peer.fd >= 0; i++)
                peer_dispatch(&host->peer, EPOLLIN);
}

void host_send(Host *host, const ControlMessage *message, int fd)
{
        int r;

        if (host->peer.fd < 0) {
                (void)fd_close(fd);
                return;
        }
        r = peer_send(&host->peer, message, fd);
        if (r == PEER_GONE) {
                if (host->state == HOST_STARTING)
                        hear_last_words(host);
                if (host->peer.fd >= 0)
                        host_gone(&host->peer, false);
        } else if (r) {
                host_kill(host, "host %s does not read what the broker sends", host->name);
        }
}

static void refuse_waiting(Host *host, uint32_t result, const char *text)
{
        List waiting;

        /* those that are there now; answers may bring new ones */
        list_init(&waiting);
        list_for_each_safe (link, &host->waiting) {
                list_remove(link);
                list_append(&waiting, link);
        }
        while (!list_is_empty(&waiting))
                open_refuse(list_entry(waiting.next, Open, host_link), result, "%s", text);
}

static void tell_kill(Host *host)
{
        ControlMessage message;

        host->is_killed = true;
        host->deadline_ns = UINT64_MAX;
        control_init(&message, CONTROL_KILL, 0);
        message.host_id.host = host->id;
        broker_tell_launcher(host->broker, &message, -1);
}

void host_kill(Host *host, const char *format, ...)
{
        char text[CONTROL_MESSAGE_MAX];
        va_list args;

        if (!host_is_alive(host) || host->is_killed)
                return;
        va_start(args, format);
        (void)vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        log_error("%s; it is ended", text);
        memcpy(host->problem, text, sizeof(host->problem));
        peer_deinit(&host->peer);
        host->is_crash = true;
        enter(host, HOST_LEAVING, UINT64_MAX);
        tell_kill(host);
        if (!host->was_ready)
                refuse_waiting(host, MI_RESULT_FAILED, text);
}

void host_leave(Host *host)
{
        ControlMessage message;

        if (host->state != HOST_READY && host->state != HOST_STARTING)
                return;
        control_init(&message, CONTROL_SHUTDOWN, 0);
        enter(host, HOST_LEAVING, host->broker->configuration.limits.stop_timeout_ms);
        host_send(host, &message, -1);
}

static bool serves(const Broker *broker, const Host *host, const char *provider_name)
{
        for (uint32_t i = 0; i < repository_provider_count(broker->repository); i++) {
                const RepositoryProvider *provider = repository_provider_at(broker->repository, i);

                if (strcmp(provider->host, host->name) == 0 && ascii_equal(provider->name, provider_name))
                        return true;
        }
        return false;
}

static void send_option(Host *host, const char *provider, const char *name, const char *value)
{
        ControlMessage message;

        control_init(&message, CONTROL_OPTION, 0);
        if (control_set(message.option.provider, sizeof(message.option.provider), provider) ||
            control_set(message.option.name, sizeof(message.option.name), name) ||
            control_set(message.option.value, sizeof(message.option.value), value))
                log_warning("option %s of provider %s is too long and left out", name, provider);
        else
                host_send(host, &message, -1);
}

/* Those of the registration, then those of the configuration, which win. */
static void send_options(Host *host)
{
        const Broker *broker = host->broker;

        for (uint32_t i = 0; i < repository_provider_count(broker->repository); i++) {
                const RepositoryProvider *provider = repository_provider_at(broker->repository, i);
                const char *name, *value;

                for (uint32_t k = 0; k < provider->n_options && strcmp(provider->host, host->name) == 0; k++) {
                        repository_provider_option(broker->repository, provider, k, &name, &value);
                        send_option(host, provider->name, name, value);
                }
        }
        for (size_t i = 0; i < broker->configuration.n_options; i++) {
                const ControlOption *option = &broker->configuration.options[i];

                if (serves(broker, host, option->provider))
                        send_option(host, option->provider, option->name, option->value);
        }
}

/* Remembers what the host was started with, to see when that changes. */
static int take_stamps(Host *host)
{
        const Repository *repository = host->broker->repository;
        uint32_t n = repository_provider_count(repository);

        free(host->stamps);
        host->n_stamps = 0;
        host->stamps = calloc(n + 1, sizeof(*host->stamps));
        if (!host->stamps)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < n; i++) {
                const RepositoryProvider *provider = repository_provider_at(repository, i);

                if (strcmp(provider->host, host->name) == 0)
                        host->stamps[host->n_stamps++] = provider->stamp;
        }
        return 0;
}

void host_spawned(Broker *broker, uint64_t id, pid_t pid, int fd)
{
        Host *host = broker_find_host(broker, id);
        ControlMessage message;
        int r;

        if (!host || host->state != HOST_SPAWNING) {
                (void)fd_close(fd); /* which ends it */
                return;
        }
        host->pid = pid;
        host->state = HOST_STARTING; /* the deadline stays */
        r = take_stamps(host);
        if (r)
                (void)fd_close(fd);
        else
                r = peer_init(&host->peer, broker->epoll_fd, fd, HOST_QUEUE_MAX, host_handle, host_gone);
        if (r) {
                host_kill(host, "host %s cannot be served: %s", host->name, strerror(-r));
                return;
        }
        host->peer.is_always_read = true;
        send_options(host);
        control_init(&message, CONTROL_START, 0);
        message.start.host = host->id;
        message.start.idle_timeout_ms = broker->configuration.limits.idle_timeout_ms;
        message.start.silence_timeout_ms = broker->configuration.limits.silence_timeout_ms;
        host_send(host, &message, -1);
}

void host_ready(Host *host)
{
        host->was_ready = true;
        enter(host, HOST_READY, UINT64_MAX);
        while (host->state == HOST_READY && !list_is_empty(&host->waiting))
                open_grant(list_entry(host->waiting.next, Open, host_link));
}

/* The time before it may be started again: none after the first crash, then doubling. */
static void back_off(Host *host)
{
        uint64_t delay_ms = BACKOFF_MIN_MS, max_ms = host->broker->configuration.limits.backoff_max_ms;

        host->next_start_ns = clock_now_ns();
        if (host->crashes++ == 0)
                return;
        for (uint32_t i = 2; i < host->crashes && delay_ms < max_ms; i++)
                delay_ms *= 2;
        host->next_start_ns += MIN(delay_ms, max_ms) * CLOCK_NS_PER_MS;
}

/* Requests that this host made for its callers' local sessions */
static void drop_asked(Host *asker)
{
        list_for_each (link, &asker->broker->hosts) {
                Host *host = list_entry(link, Host, link);

                list_for_each_safe (wait, &host->waiting) {
                        Open *open = list_entry(wait, Open, host_link);

                        if (open->asker == asker)
                                open_free(open);
                }
                list_for_each_safe (grant, &host->granting) {
                        Open *open = list_entry(grant, Channel, grant_link)->open;

                        if (open->asker == asker)
                                open_free(open);
                }
        }
}

void host_died(Broker *broker, const ControlDied *died)
{
        Host *host = broker_find_host(broker, died->host);
        bool is_crash, was_ready;

        if (!host)
                return;
        hear_last_words(host);
        is_crash = host->state != HOST_LEAVING || host->is_crash;
        was_ready = host->was_ready;
        if (was_ready && host->state == HOST_READY &&
            clock_now_ns() - host->since_ns > SOUND_AFTER_MS * CLOCK_NS_PER_MS)
                host->crashes = 0;
        if (!*host->problem)
                memcpy(host->problem, died->message, sizeof(host->problem));

        peer_deinit(&host->peer);
        drop_asked(host);
        while (!list_is_empty(&host->granting))
                open_again(list_entry(host->granting.next, Channel, grant_link)->open, host->problem);
        list_for_each_safe (link, &host->channels)
                channel_free(list_entry(link, Channel, host_link));
        host->id = 0;
        host->pid = 0;
        enter(host, HOST_DOWN, UINT64_MAX);
        if (is_crash)
                back_off(host);
        broker->last_busy_ns = clock_now_ns();
        if (broker->is_stopping)
                refuse_waiting(host, MI_RESULT_SERVER_IS_SHUTTING_DOWN, "the service is ending");
        else if (is_crash && !was_ready)
                refuse_waiting(host, died->result ? died->result : MI_RESULT_FAILED, host->problem);
}

/* When a host that has not yet taken the channel that it was offered first is given up. */
static uint64_t taking_deadline(const Host *host)
{
        if (host->state != HOST_READY || list_is_empty(&host->granting))
                return UINT64_MAX;
        return list_entry(host->granting.next, Channel, grant_link)->made_ns +
               host->broker->configuration.limits.start_timeout_ms * CLOCK_NS_PER_MS;
}

static void check(Host *host, uint64_t now_ns)
{
        const ControlLimits *limits = &host->broker->configuration.limits;

        switch (host->state) {
        case HOST_SPAWNING:
        case HOST_STARTING:
                if (now_ns >= host->deadline_ns)
                        host_kill(host, "host %s was not ready after %u s", host->name,
                                  limits->start_timeout_ms / 1000);
                break;
        case HOST_LEAVING:
                if (now_ns >= host->deadline_ns && !host->is_killed) {
                        log_warning("host %s did not end within %u s; it is ended", host->name,
                                    limits->stop_timeout_ms / 1000);
                        peer_deinit(&host->peer);
                        tell_kill(host);
                }
                break;
        case HOST_DOWN:
                if (!list_is_empty(&host->waiting)) {
                        if (now_ns >= host->next_start_ns)
                                start(host);
                } else if (!host->crashes || now_ns >= host->next_start_ns + limits->backoff_max_ms * CLOCK_NS_PER_MS) {
                        host_forget(host);
                }
                break;
        case HOST_READY:
                if (now_ns >= taking_deadline(host))
                        host_kill(host, "host %s did not take a channel within %u s", host->name,
                                  limits->start_timeout_ms / 1000);
                break;
        }
}

uint64_t broker_check_hosts(Broker *broker, uint64_t now_ns)
{
        uint64_t next_ns = UINT64_MAX;

        list_for_each_safe (link, &broker->hosts)
                check(list_entry(link, Host, link), now_ns);
        list_for_each (link, &broker->hosts) {
                const Host *host = list_entry(link, Host, link);

                next_ns = MIN(next_ns, MIN(host->deadline_ns, taking_deadline(host)));
                if (host->state == HOST_DOWN && !list_is_empty(&host->waiting))
                        next_ns = MIN(next_ns, host->next_start_ns);
                else if (host->state == HOST_DOWN)
                        next_ns = MIN(next_ns, host->next_start_ns +
                                                       broker->configuration.limits.backoff_max_ms * CLOCK_NS_PER_MS);
        }
        return next_ns;
}

static bool is_changed(const Host *host)
{
        const Repository *repository = host->broker->repository;

        for (uint32_t i = 0; i < host->n_stamps; i++) {
                bool is_there = false;

                for (uint32_t k = 0; k < repository_provider_count(repository) && !is_there; k++) {
                        const RepositoryProvider *provider = repository_provider_at(repository, k);

                        is_there = provider->stamp == host->stamps[i] && strcmp(provider->host, host->name) == 0;
                }
                if (!is_there)
                        return true;
        }
        return false;
}

void broker_check_registrations(Broker *broker)
{
        list_for_each (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);
                ControlMessage message;
                int fd;

                if (host->state != HOST_STARTING && host->state != HOST_READY)
                        continue;
                if (is_changed(host)) {
                        log_notice("host %s leaves: a provider of it was registered anew or unregistered", host->name);
                        host_leave(host);
                        continue;
                }
                /* what is new in it */
                fd = fcntl(broker->repository_fd, F_DUPFD_CLOEXEC, 0);
                if (fd < 0 || take_stamps(host)) {
                        (void)fd_close(fd);
                        host_leave(host); /* its successor sees the new one */
                        continue;
                }
                control_init(&message, CONTROL_REPOSITORY_FILE, 0);
                host_send(host, &message, fd);
        }
}
