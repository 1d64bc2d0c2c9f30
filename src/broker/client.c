#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include <MI.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "wire/verbs.h"

enum {
        CLIENT_QUEUE_MAX = 128, /* a list of hosts is the longest answer */
        ACCEPT_BATCH = 64,
        ACCEPT_PAUSE_MS = 100,
};

static void bury(Client *client)
{
        Broker *broker = client->broker;

        charge_deinit(&client->charge);
        user_release(broker, client->user);
        client->user = NULL;
        client->socket = fd_close(client->socket);
        list_append(&broker->dead_clients, &client->grave);
}

/* Ends the connection. Channels outlive it: what the client does with them is between it and the hosts. */
void client_drop(Client *client)
{
        Broker *broker = client->broker;

        if (client->is_gone)
                return;
        client->is_gone = true;
        list_remove(&client->link);
        list_remove(&client->new_link);
        list_remove(&client->reload_link);
        broker->n_clients--;
        broker->last_busy_ns = clock_now_ns();
        client->socket = peer_detach(&client->peer);
        /* nobody is there to take the answers; those that a host asked for on its behalf go on as long as their channel lives */
        list_for_each_safe (link, &client->opens) {
                Open *open = list_entry(link, Open, client_link);

                if (!open->asker)
                        open_free(open);
        }
        client_release(client);
}

void client_release(Client *client)
{
        if (!client->is_gone || !list_is_empty(&client->opens) || !list_is_empty(&client->channels) || !client->user)
                return;
        bury(client);
}

void client_send(Client *client, const ControlMessage *message, int fd)
{
        int r;

        if (client->is_gone) {
                (void)fd_close(fd);
                return;
        }
        r = peer_send(&client->peer, message, fd);
        if (r) {
                if (r != PEER_GONE)
                        log_info("%s does not read its answers; disconnected", identity_text(&client->identity));
                client_drop(client);
        }
}

void client_refuse(Client *client, uint64_t seq, uint32_t result, const char *format, ...)
{
        char text[CONTROL_MESSAGE_MAX];
        ControlMessage message;
        va_list args;

        va_start(args, format);
        (void)vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        control_refuse(&message, seq, result, "%s", text);
        client_send(client, &message, -1);
}

static void answer_plain(Client *client, ControlType type, uint64_t seq, int fd)
{
        ControlMessage message;

        control_init(&message, type, seq);
        client_send(client, &message, fd);
}

static void send_repository(Client *client, uint64_t seq)
{
        int fd = fcntl(client->broker->repository_fd, F_DUPFD_CLOEXEC, 0);

        if (fd < 0)
                client_refuse(client, seq, MI_RESULT_SERVER_LIMITS_EXCEEDED, "the broker has no descriptor left");
        else
                answer_plain(client, CONTROL_REPOSITORY_FILE, seq, fd);
}

static void list_hosts(Client *client, uint64_t seq)
{
        static const ControlHostState states[] = {
                [HOST_DOWN] = CONTROL_HOST_DEAD,         [HOST_SPAWNING] = CONTROL_HOST_STARTING,
                [HOST_STARTING] = CONTROL_HOST_STARTING, [HOST_READY] = CONTROL_HOST_READY,
                [HOST_LEAVING] = CONTROL_HOST_LEAVING,
        };

        list_for_each (link, &client->broker->hosts) {
                const Host *host = list_entry(link, Host, link);
                ControlMessage message;

                control_init(&message, CONTROL_HOST_ENTRY, seq);
                message.host_entry.host = host->id;
                message.host_entry.pid = (uint32_t)host->pid;
                message.host_entry.uid = host->user ? host->user->uid : UINT32_MAX;
                message.host_entry.state = states[host->state];
                message.host_entry.starts = host->starts;
                message.host_entry.crashes = host->crashes;
                list_for_each (channel, &host->channels)
                        message.host_entry.channels++;
                strcpy(message.host_entry.name, host->name);
                client_send(client, &message, -1);
                if (client->is_gone)
                        return;
        }
        answer_plain(client, CONTROL_OK, seq, -1);
}

static void revoke_user(Client *client, const ControlRevoke *request)
{
        size_t position = 0;
        uint32_t n = 0;

        for (IdMapEntry *entry; (entry = id_map_next(&client->broker->channels, &position));) {
                Channel *channel = entry->value;

                if (identity_is_user(&channel->client->identity, request->uid)) {
                        channel_revoke(channel);
                        n++;
                }
        }
        log_notice("%s ended %u channels of uid %u", identity_text(&client->identity), n, request->uid);
        answer_plain(client, CONTROL_OK, request->header.seq, -1);
}

static void reload(Client *client, uint64_t seq)
{
        Broker *broker = client->broker;
        ControlMessage message;

        if (!list_is_empty(&client->reload_link)) {
                client_refuse(client, seq, MI_RESULT_FAILED, "the answer to the last reload is still to come");
                return;
        }
        client->reload_seq = seq;
        list_append(&broker->reloading, &client->reload_link);
        control_init(&message, CONTROL_RELOAD, ++broker->last_request);
        client->reload_number = broker->last_request;
        broker_tell_launcher(broker, &message, -1);
}

/* Root and the owner always: rules that shut them out could not be mended. */
static bool is_administrator(const Client *client)
{
        const Configuration *configuration = &client->broker->configuration;

        return identity_is_user(&client->identity, 0) ||
               identity_is_user(&client->identity, configuration->limits.owner) ||
               (acl_verbs(configuration->acl, "", &client->identity) & VERB_ADMIN);
}

static void administrate(Client *client, const ControlMessage *message)
{
        if (!is_administrator(client)) {
                char who[64];

                (void)snprintf(who, sizeof(who), "%s", identity_text(&client->identity));
                log_audit(who, control_name(message->header.type), "broker", MI_RESULT_ACCESS_DENIED,
                          "not an administrator");
                client_refuse(
                        client, message->header.seq, MI_RESULT_ACCESS_DENIED,
                        "%s is for administrators: run it as root, or give the user the verb admin in [namespace *]",
                        control_name(message->header.type));
                return;
        }
        switch (message->header.type) {
        case CONTROL_RELOAD:
                reload(client, message->header.seq);
                break;
        case CONTROL_LIST:
                list_hosts(client, message->header.seq);
                break;
        case CONTROL_REVOKE:
                revoke_user(client, &message->revoke);
                break;
        }
}

static void client_handle(Peer *peer, const ControlMessage *message, int fd)
{
        Client *client = container_of(peer, Client, peer);

        list_remove(&client->new_link);
        (void)fd_close(fd); /* clients have nothing to hand over */
        switch (message->header.type) {
        case CONTROL_OPEN:
                broker_open(client->broker, client, &message->open);
                break;
        case CONTROL_TEST:
                answer_plain(client, CONTROL_OK, message->header.seq, -1);
                break;
        case CONTROL_REPOSITORY:
                send_repository(client, message->header.seq);
                break;
        case CONTROL_RELOAD:
        case CONTROL_LIST:
        case CONTROL_REVOKE:
                administrate(client, message);
                break;
        default:
                log_notice("%s sent %s, which is not for clients; disconnected", identity_text(&client->identity),
                           control_name(message->header.type));
                client_drop(client);
        }
}

static void client_gone(Peer *peer, bool is_malformed)
{
        Client *client = container_of(peer, Client, peer);

        if (is_malformed)
                log_notice("%s sent what is no message of this version; disconnected",
                           identity_text(&client->identity));
        client_drop(client);
}

/* A connection over a limit hears why before it is closed. */
static void turn_away(int fd, const char *why)
{
        ControlMessage message;

        control_refuse(&message, 0, MI_RESULT_SERVER_LIMITS_EXCEEDED, "%s", why);
        (void)control_send(fd, &message, -1, MSG_DONTWAIT);
}

/* Charges the connection to its user and says why not. */
static const char *admit(Broker *broker, Client *client)
{
        if (broker->n_clients >= broker->configuration.limits.connections)
                return "too many connections to the broker (connections in [broker])";
        if (user_acquire(&client->user, broker, client->identity.local.uid))
                return "the broker is out of memory";
        if (charge_init(&client->charge, client->user->account, CHARGE_CONNECTIONS, 1))
                return "too many connections of this user to the broker (connections-per-user in [broker])";
        return NULL;
}

static void client_new(Broker *broker, int fd)
{
        _cleanup_fd_ int owned = fd;
        Client *client;
        const char *problem;

        client = calloc(1, sizeof(*client));
        if (!client) {
                turn_away(owned, "the broker is out of memory");
                return;
        }
        client->broker = broker;
        client->socket = -1;
        client->peer.fd = -1;
        list_init(&client->link);
        list_init(&client->new_link);
        list_init(&client->opens);
        list_init(&client->channels);
        list_init(&client->reload_link);
        list_init(&client->grave);
        problem = identity_from_socket(&client->identity, owned) ? "the kernel does not say who you are"
                                                                 : admit(broker, client);
        if (problem) {
                log_notice("%s: %s", identity_text(&client->identity), problem);
                turn_away(owned, problem);
        } else if (!peer_init(&client->peer, broker->epoll_fd, fd_steal(&owned), CLIENT_QUEUE_MAX, client_handle,
                              client_gone)) {
                client->connected_ns = clock_now_ns();
                list_append(&broker->clients, &client->link);
                list_append(&broker->new_clients, &client->new_link);
                broker->n_clients++;
                return;
        }
        charge_deinit(&client->charge);
        user_release(broker, client->user);
        free(client);
}

void broker_accept(Broker *broker)
{
        for (int i = 0; i < ACCEPT_BATCH; i++) {
                int fd = accept4(broker->listen_fd, NULL, NULL, SOCK_CLOEXEC | SOCK_NONBLOCK);

                if (fd >= 0) {
                        client_new(broker, fd);
                        continue;
                }
                if (errno == EMFILE || errno == ENFILE || errno == ENOMEM || errno == ENOBUFS) {
                        log_error("no connection can be accepted now: %s", strerror(errno));
                        broker->accept_again_ns = clock_now_ns() + ACCEPT_PAUSE_MS * CLOCK_NS_PER_MS;
                }
                if (errno != EINTR && errno != ECONNABORTED)
                        return;
        }
}

uint64_t broker_check_clients(Broker *broker, uint64_t now_ns)
{
        uint64_t timeout_ns = broker->configuration.limits.handshake_timeout_ms * CLOCK_NS_PER_MS;

        list_for_each_safe (link, &broker->new_clients) {
                Client *client = list_entry(link, Client, new_link);

                if (now_ns - client->connected_ns < timeout_ns)
                        return client->connected_ns + timeout_ns; /* the oldest comes first */
                log_info("%s connected and said nothing; disconnected", identity_text(&client->identity));
                client_drop(client);
        }
        return UINT64_MAX;
}
