#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

static void tell_host(const Channel *channel, int fd)
{
        const Identity *identity = &channel->client->identity;
        ControlMessage message;

        control_init(&message, CONTROL_NEW_CHANNEL, 0);
        message.new_channel.channel = channel->id;
        message.new_channel.uid = identity->local.uid;
        message.new_channel.gid = identity->local.gid;
        message.new_channel.pid = (uint32_t)identity->local.pid;
        message.new_channel.verbs = channel->verbs;
        message.new_channel.hops = channel->hops;
        message.new_channel.n_groups = identity->local.n_groups;
        for (uint32_t i = 0; i < identity->local.n_groups; i++)
                message.new_channel.groups[i] = identity->local.groups[i];
        (void)control_set(message.new_channel.namespace, sizeof(message.new_channel.namespace), channel->namespace);
        host_send(channel->host, &message, fd);
}

int channel_new(Channel **channelp, Open *open, uint32_t verbs, const char *namespace)
{
        char normal[CONTROL_NAMESPACE_MAX];
        Broker *broker = open->host->broker;
        Channel *channel;
        int ends[2], r;

        channel = calloc(1, sizeof(*channel));
        if (!channel)
                return error_origin(-ENOMEM);
        list_init(&channel->client_link);
        list_init(&channel->host_link);
        list_init(&channel->grant_link);
        channel->id = ++broker->last_channel;
        channel->client = open->client;
        channel->host = open->host;
        channel->verbs = verbs;
        channel->hops = open->hops;
        if (repository_normalize_namespace(normal, sizeof(normal), namespace))
                channel->namespace = strdup(normal);
        r = channel->namespace ? 0 : error_origin(-ENOMEM);
        if (!r)
                r = charge_init(&channel->charge, open->client->user->account, CHARGE_CHANNELS, 1) ? CHANNEL_QUOTA : 0;
        if (!r)
                r = fd_socketpair(ends, SOCK_STREAM);
        if (!r) {
                r = id_map_add(&broker->channels, channel->id, channel);
                if (r) {
                        (void)fd_close(ends[0]);
                        (void)fd_close(ends[1]);
                }
        }
        if (r) {
                charge_deinit(&channel->charge);
                free(channel->namespace);
                free(channel);
                return r;
        }

        list_append(&open->client->channels, &channel->client_link);
        list_append(&open->host->channels, &channel->host_link);
        list_append(&open->host->granting, &channel->grant_link);
        channel->fd = ends[0];
        channel->made_ns = clock_now_ns();
        channel->open = open;
        open->channel = channel;
        *channelp = channel;
        tell_host(channel, ends[1]);
        return 0;
}

/* Nobody waits for it any more. The host sees a hang-up, if it ever takes it. */
void channel_detach(Channel *channel)
{
        channel->open->channel = NULL;
        channel->open = NULL;
        channel->fd = fd_close(channel->fd);
        list_remove(&channel->grant_link);
}

Channel *channel_free(Channel *channel)
{
        Client *client = channel->client;

        (void)id_map_remove(&channel->host->broker->channels, channel->id);
        list_remove(&channel->client_link);
        list_remove(&channel->host_link);
        if (channel->open)
                channel_detach(channel);
        charge_deinit(&channel->charge);
        free(channel->namespace);
        free(channel);
        client_release(client);
        return NULL;
}

/* The host hangs up and says CHANNEL_CLOSED, which frees it. */
void channel_revoke(Channel *channel)
{
        ControlMessage message;

        control_init(&message, CONTROL_REVOKE_CHANNEL, 0);
        message.channel_id.channel = channel->id;
        host_send(channel->host, &message, -1);
}

void broker_check_channels(Broker *broker)
{
        size_t position = 0;

        for (IdMapEntry *entry; (entry = id_map_next(&broker->channels, &position));) {
                Channel *channel = entry->value;
                uint32_t verbs = acl_verbs(broker->configuration.acl, channel->namespace, &channel->client->identity);

                if (!(channel->verbs & ~verbs) && repository_namespace(broker->repository, channel->namespace))
                        continue;
                log_notice("%s loses its channel to %s in %s", identity_text(&channel->client->identity),
                           channel->host->name, channel->namespace);
                channel_revoke(channel);
        }
}
