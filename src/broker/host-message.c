#include <stdlib.h>
#include <string.h>

#include <MI.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/fd.h"
#include "util/log.h"

static void handle_file(Host *host, const ControlHostFile *request)
{
        ControlMessage message;

        /* which host asks, says the socket that it came from */
        control_init(&message, CONTROL_OPEN_FILE, request->header.seq);
        message.host_file.host = host->id;
        memcpy(message.host_file.path, request->path, sizeof(request->path));
        broker_ask_for_file(host->broker, host, &message);
}

static void handle_closed(Host *host, uint64_t id)
{
        Channel *channel = id_map_get(&host->broker->channels, id);
        Open *open;

        if (!channel || channel->host != host)
                return;
        open = channel->open;
        channel_free(channel);
        if (!open)
                return;
        /* it did not take it */
        if (host->state == HOST_READY)
                open_refuse(open, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                            "host %s does not take the channel; its log says why", host->name);
        else
                open_again(open, "the host is leaving");
}

static void handle_taken(Host *host, uint64_t id)
{
        Channel *channel = id_map_get(&host->broker->channels, id);

        if (channel && channel->host == host && channel->open)
                open_complete(channel->open);
}

static void handle_failed(Host *host, const ControlRefused *failed)
{
        if (host->state != HOST_STARTING)
                return;
        memcpy(host->problem, failed->message, sizeof(host->problem));
        log_error("host %s cannot serve: %s", host->name, failed->message);
}

void host_handle(Peer *peer, const ControlMessage *message, int fd)
{
        Host *host = container_of(peer, Host, peer);

        (void)fd_close(fd);
        switch (message->header.type) {
        case CONTROL_READY:
                if (host->state == HOST_STARTING)
                        host_ready(host);
                break;
        case CONTROL_FAILED:
                handle_failed(host, &message->refused);
                break;
        case CONTROL_SERVED:
                host->crashes = 0;
                break;
        case CONTROL_IDLE:
                if (host->state == HOST_READY) {
                        log_info("host %s is idle and leaves", host->name);
                        host_leave(host);
                }
                break;
        case CONTROL_CHANNEL_TAKEN:
                handle_taken(host, message->channel_id.channel);
                break;
        case CONTROL_CHANNEL_CLOSED:
                handle_closed(host, message->channel_id.channel);
                break;
        case CONTROL_LOCAL_OPEN:
                broker_local_open(host->broker, host, &message->local_open);
                break;
        case CONTROL_OPEN_FILE:
                handle_file(host, &message->host_file);
                break;
        default:
                host_kill(host, "host %s sent %s, which is not for hosts", host->name,
                          control_name(message->header.type));
        }
}

/* The launcher tells when and how it died; until then it is leaving. */
void host_gone(Peer *peer, bool is_malformed)
{
        Host *host = container_of(peer, Host, peer);

        if (is_malformed) {
                host_kill(host, "host %s sent what is no message", host->name);
                return;
        }
        peer_deinit(peer);
        if (host->state == HOST_STARTING || host->state == HOST_READY) {
                host->is_crash = true;
                host->state = HOST_LEAVING;
                host->since_ns = clock_now_ns();
                host->deadline_ns =
                        host->since_ns + host->broker->configuration.limits.stop_timeout_ms * CLOCK_NS_PER_MS;
        }
}
