#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include <MI.h>

#include "broker/broker.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

enum {
        LAUNCHER_QUEUE_MAX = 65536,
};

/* A host's request for a file that the launcher is looking at */
typedef struct FileRequest {
        uint64_t host;
        uint64_t seq; /* the host's */
} FileRequest;

static void configuration_deinit(Configuration *configuration)
{
        acl_free(configuration->acl);
        free(configuration->options);
        *configuration = (Configuration){ 0 };
}

void broker_forget_configuration(Broker *broker)
{
        size_t position = 0;

        configuration_deinit(&broker->configuration);
        configuration_deinit(&broker->next);
        for (IdMapEntry *entry; (entry = id_map_next(&broker->files, &position));)
                free(entry->value);
        id_map_deinit(&broker->files);
}

/* The launcher is us with rights: what goes wrong between the two ends us, and it starts us again. */
static void fail(Broker *broker, const char *what)
{
        log_error("%s; the broker ends", what);
        broker->exit_status = 1;
        broker->is_done = true;
}

void broker_tell_launcher(Broker *broker, const ControlMessage *message, int fd)
{
        if (peer_send(&broker->launcher, message, fd))
                fail(broker, "the launcher does not listen");
}

void broker_ask_for_file(Broker *broker, Host *host, ControlMessage *message)
{
        FileRequest *request = calloc(1, sizeof(*request));
        uint64_t seq = ++broker->last_request;

        if (request)
                *request = (FileRequest){ .host = host->id, .seq = message->header.seq };
        if (!request || id_map_add(&broker->files, seq, request)) {
                free(request);
                control_refuse(message, message->header.seq, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                               "the broker is out of memory");
                host_send(host, message, -1);
                return;
        }
        message->header.seq = seq;
        broker_tell_launcher(broker, message, -1);
}

static void answer_file(Broker *broker, const ControlMessage *message, int fd)
{
        _cleanup_fd_ int owned = fd;
        _cleanup_(freep) FileRequest *request = id_map_remove(&broker->files, message->header.seq);
        ControlMessage answer = *message;
        Host *host = request ? broker_find_host(broker, request->host) : NULL;

        if (!host)
                return;
        answer.header.seq = request->seq;
        host_send(host, &answer, fd_steal(&owned));
}

static void begin_configuration(Broker *broker, const ControlLimits *limits)
{
        configuration_deinit(&broker->next);
        broker->next.limits = *limits;
        if (acl_new(&broker->next.acl))
                fail(broker, "out of memory");
}

static void add_option(Broker *broker, const ControlOption *option)
{
        Configuration *next = &broker->next;
        ControlOption *options = realloc(next->options, (next->n_options + 1) * sizeof(*options));

        if (!options) {
                fail(broker, "out of memory");
                return;
        }
        next->options = options;
        next->options[next->n_options++] = *option;
}

static void answer_reload(Broker *broker, uint64_t number, const ControlMessage *refusal)
{
        list_for_each_safe (link, &broker->reloading) {
                Client *client = list_entry(link, Client, reload_link);
                ControlMessage message;

                if (client->reload_number != number)
                        continue;
                list_remove(&client->reload_link);
                if (refusal) {
                        message = *refusal;
                        message.header.seq = client->reload_seq;
                } else {
                        control_init(&message, CONTROL_OK, client->reload_seq);
                }
                client_send(client, &message, -1);
        }
}

static void configured(Broker *broker, uint64_t seq, int fd)
{
        _cleanup_fd_ int owned = fd;
        Repository *repository = NULL;
        int r;

        r = broker->next.acl && fd >= 0 ? repository_open_fd(&repository, fd) : -EPROTO;
        if (r) {
                fail(broker, "the launcher sent no repository that can be read");
                return;
        }
        configuration_deinit(&broker->configuration);
        broker->configuration = broker->next;
        broker->next = (Configuration){ 0 };
        repository_unref(broker->repository);
        broker->repository = repository;
        (void)fd_close(broker->repository_fd);
        broker->repository_fd = fd_steal(&owned);

        broker_apply_user_limits(broker);
        broker_check_registrations(broker);
        broker_check_channels(broker);
        answer_reload(broker, seq, NULL);
        broker->is_configured = true;
}

static void launcher_handle(Peer *peer, const ControlMessage *message, int fd)
{
        Broker *broker = container_of(peer, Broker, launcher);
        _cleanup_fd_ int owned = fd;

        switch (message->header.type) {
        case CONTROL_LIMITS:
                begin_configuration(broker, &message->limits);
                break;
        case CONTROL_ALLOW:
                if (!broker->next.acl || acl_allow(broker->next.acl, message->allow.namespace,
                                                   (AclWho)message->allow.who, message->allow.id, message->allow.verbs))
                        fail(broker, "a rule cannot be taken");
                break;
        case CONTROL_OPTION:
                add_option(broker, &message->option);
                break;
        case CONTROL_CONFIGURED:
                configured(broker, message->header.seq, fd_steal(&owned));
                break;
        case CONTROL_SPAWNED:
                host_spawned(broker, message->host_id.host, (pid_t)message->host_id.pid, fd_steal(&owned));
                break;
        case CONTROL_DIED:
                host_died(broker, &message->died);
                break;
        case CONTROL_FILE:
                answer_file(broker, message, fd_steal(&owned));
                break;
        case CONTROL_REFUSED:
                if (id_map_get(&broker->files, message->header.seq))
                        answer_file(broker, message, -1);
                else
                        answer_reload(broker, message->header.seq, message);
                break;
        case CONTROL_SHUTDOWN:
                broker_stop(broker);
                break;
        default:
                fail(broker, "the launcher sent what is not for brokers");
        }
}

static void launcher_gone(Peer *peer, bool is_malformed)
{
        Broker *broker = container_of(peer, Broker, launcher);

        if (is_malformed)
                log_error("the launcher sent what is no message; the broker ends");
        peer_deinit(peer);
        broker->exit_status = is_malformed;
        broker->is_done = true;
}

int broker_connect_launcher(Broker *broker, int fd)
{
        int r;

        r = peer_init(&broker->launcher, broker->epoll_fd, fd, LAUNCHER_QUEUE_MAX, launcher_handle, launcher_gone);
        broker->launcher.is_always_read = true;
        return r;
}
