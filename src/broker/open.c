#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <MI.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "wire/verbs.h"

/* The rules come with messages whose numbers are these. */
_Static_assert((int)CONTROL_WHO_USER == ACL_USER && (int)CONTROL_WHO_GROUP == ACL_GROUP &&
                       (int)CONTROL_WHO_EVERYBODY == ACL_EVERYBODY,
               "the same numbers in messages and rules");
_Static_assert((int)CONTROL_GROUPS_MAX == IDENTITY_GROUPS_MAX, "room for all groups of an identity");

enum {
        ATTEMPTS_MAX = 3, /* hosts that may die before they take a channel */
};

typedef struct Refusal {
        uint32_t result;
        char text[CONTROL_MESSAGE_MAX];
} Refusal;

static void refuse(Refusal *refusal, uint32_t result, const char *format, ...) _printf_(3, 4);

static void refuse(Refusal *refusal, uint32_t result, const char *format, ...)
{
        va_list args;

        refusal->result = result;
        va_start(args, format);
        (void)vsnprintf(refusal->text, sizeof(refusal->text), format, args);
        va_end(args);
}

static const char *verbs_text(uint32_t verbs, char text[64])
{
        (void)snprintf(text, 64, "%s%s%s%s%s", verbs & VERB_READ ? " read" : "", verbs & VERB_WRITE ? " write" : "",
                       verbs & VERB_INVOKE ? " invoke" : "", verbs & VERB_SUBSCRIBE ? " subscribe" : "",
                       verbs & VERB_ADMIN ? " admin" : "");
        return *text ? text + 1 : "nothing";
}

/* Who serves the class, if the identity may: NULL, with the refusal filled, otherwise. What there is, only learns who may. */
static const RepositoryProvider *resolve(Broker *broker, const Identity *identity, const char *namespace,
                                         const char *class_name, uint32_t verbs, uint32_t *grantedp, Refusal *refusal)
{
        char normal[CONTROL_NAMESPACE_MAX], missing[64];
        const RepositoryClass *class;

        if (!repository_normalize_namespace(normal, sizeof(normal), namespace)) {
                refuse(refusal, MI_RESULT_INVALID_NAMESPACE, "'%.128s' is not the name of a namespace", namespace);
                return NULL;
        }
        *grantedp = acl_verbs(broker->configuration.acl, normal, identity);
        if (!*grantedp || (verbs & ~*grantedp)) {
                refuse(refusal, MI_RESULT_ACCESS_DENIED,
                       "uid %u may not %s in namespace %.128s: an administrator can allow it in xenmi.conf, [namespace "
                       "%.128s]",
                       identity->local.uid, verbs_text(verbs & ~*grantedp, missing), normal, normal);
                return NULL;
        }
        if (!repository_namespace(broker->repository, normal)) {
                refuse(refusal, MI_RESULT_INVALID_NAMESPACE, "there is no namespace %.128s", normal);
                return NULL;
        }
        class = repository_class(broker->repository, normal, class_name);
        if (!class) {
                refuse(refusal, MI_RESULT_INVALID_CLASS, "namespace %.128s has no class %.128s", normal, class_name);
                return NULL;
        }
        if (!class->provider) {
                refuse(refusal, MI_RESULT_NOT_SUPPORTED, "class %.128s of %.128s has no provider", class->name, normal);
                return NULL;
        }
        return class->provider;
}

Open *open_free(Open *open)
{
        Client *client = open->client;

        list_remove(&open->client_link);
        list_remove(&open->host_link);
        if (open->channel)
                channel_detach(open->channel);
        charge_deinit(&open->charge);
        free(open);
        client_release(client);
        return NULL;
}

/* The answer goes to the client, or to the host that asked for it. */
static void answer(const Open *open, const ControlMessage *message, int fd)
{
        if (!open->asker)
                client_send(open->client, message, fd);
        else
                host_send(open->asker, message, fd);
}

static void audit(const Open *open, uint32_t result, const char *text)
{
        char who[64], what[80], verbs[64], object[CONTROL_NAMESPACE_MAX + CONTROL_CLASS_MAX + 2];

        (void)snprintf(who, sizeof(who), "%s", identity_text(&open->client->identity));
        (void)snprintf(what, sizeof(what), "open:%s", verbs_text(open->verbs, verbs));
        for (char *space = what; (space = strchr(space, ' '));)
                *space = ','; /* one word in the line */
        (void)snprintf(object, sizeof(object), "%s:%s", open->namespace, open->class_name);
        log_audit(who, what, object, result, text);
}

void open_refuse(Open *open, uint32_t result, const char *format, ...)
{
        char text[CONTROL_MESSAGE_MAX];
        ControlMessage message;
        va_list args;

        va_start(args, format);
        (void)vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        audit(open, result, text);
        control_refuse(&message, open->seq, result, "%s", text);
        /* off the lists first: sending may end the client, who would end the request */
        list_remove(&open->client_link);
        list_remove(&open->host_link);
        answer(open, &message, -1);
        open_free(open);
}

void open_grant(Open *open)
{
        Host *host = open->host;
        const RepositoryProvider *provider;
        Refusal refusal;
        Channel *channel;
        uint32_t granted;
        int r;

        list_remove(&open->host_link);
        /* rules and registrations may have changed while it waited */
        provider = resolve(host->broker, &open->client->identity, open->namespace, open->class_name, open->verbs,
                           &granted, &refusal);
        if (!provider) {
                open_refuse(open, refusal.result, "%s", refusal.text);
                return;
        }
        if (strcmp(provider->host, host->name) != 0) {
                open_refuse(open, MI_RESULT_FAILED, "class %.128s has just got another provider: ask again",
                            open->class_name);
                return;
        }
        r = channel_new(&channel, open, granted, open->namespace);
        if (r)
                open_refuse(open, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                            r == CHANNEL_QUOTA
                                    ? "uid %u has as many channels as it may have (channels-per-user in [broker])"
                                    : "no channel can be made for uid %u: the broker has no memory or descriptor left",
                            open->client->identity.local.uid);
}

void open_complete(Open *open)
{
        Channel *channel = open->channel;
        ControlMessage message;
        char verbs[64];
        int fd = fd_steal(&channel->fd);

        log_info("%s has a channel to %s for %s in %s", identity_text(&open->client->identity), channel->host->name,
                 verbs_text(channel->verbs, verbs), channel->namespace);
        control_init(&message, CONTROL_CHANNEL, open->seq);
        message.channel.channel = channel->id;
        message.channel.host = channel->host->id;
        message.channel.verbs = channel->verbs;
        message.channel.hops = channel->hops;
        channel_detach(channel);
        list_remove(&open->client_link);
        answer(open, &message, fd);
        open_free(open);
}

void open_again(Open *open, const char *why)
{
        if (open->channel)
                channel_detach(open->channel);
        if (++open->attempts >= ATTEMPTS_MAX)
                open_refuse(open, MI_RESULT_FAILED, "%s", why);
        else
                list_append(&open->host->waiting, &open->host_link);
}

static Open *open_new(Client *client, uint64_t seq, uint32_t verbs, const char *namespace, const char *class_name)
{
        Open *open = calloc(1, sizeof(*open));

        if (!open)
                return NULL;
        list_init(&open->host_link);
        list_append(&client->opens, &open->client_link);
        open->client = client;
        open->seq = seq;
        open->verbs = verbs;
        memcpy(open->namespace, namespace, sizeof(open->namespace));
        memcpy(open->class_name, class_name, sizeof(open->class_name));
        return open;
}

/* Finds the host and asks it, or refuses. */
static void submit(Broker *broker, Open *open)
{
        Client *client = open->client;
        const RepositoryProvider *provider;
        Refusal refusal;
        uint32_t granted;
        int r;

        broker->last_busy_ns = clock_now_ns();
        if (broker->is_stopping) {
                open_refuse(open, MI_RESULT_SERVER_IS_SHUTTING_DOWN, "the service is ending");
                return;
        }
        provider =
                resolve(broker, &client->identity, open->namespace, open->class_name, open->verbs, &granted, &refusal);
        if (!provider) {
                open_refuse(open, refusal.result, "%s", refusal.text);
                return;
        }
        if (charge_init(&open->charge, client->user->account, CHARGE_PENDING_OPENS, 1)) {
                open_refuse(open, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                            "uid %u has as many requests waiting for hosts as it may have (opens-per-user in [broker])",
                            client->identity.local.uid);
                return;
        }
        r = host_find(&open->host, broker, provider, client);
        if (r) {
                open_refuse(open, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                            r == HOST_QUOTA ? "uid %u has as many hosts as it may have (hosts-per-user in [broker])"
                                            : "no host can be started for uid %u: the broker is out of memory",
                            client->identity.local.uid);
                return;
        }
        host_request(open->host, open);
}

void broker_open(Broker *broker, Client *client, const ControlOpen *request)
{
        Open *open = open_new(client, request->header.seq, request->verbs, request->namespace, request->class_name);

        if (!open) {
                client_refuse(client, request->header.seq, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                              "the broker is out of memory");
                return;
        }
        submit(broker, open);
}

static void refuse_host(Host *host, uint64_t seq, uint32_t result, const char *text)
{
        ControlMessage message;

        control_refuse(&message, seq, result, "%s", text);
        host_send(host, &message, -1);
}

void broker_local_open(Broker *broker, Host *host, const ControlLocalOpen *request)
{
        Channel *channel = id_map_get(&broker->channels, request->channel);
        Open *open;

        /* only on behalf of somebody who is connected to this very host now */
        if (!channel || channel->host != host) {
                refuse_host(host, request->header.seq, MI_RESULT_ACCESS_DENIED, "the channel of the caller is closed");
                return;
        }
        if (channel->hops + 1 > CONTROL_HOPS_MAX) {
                refuse_host(host, request->header.seq, MI_RESULT_SERVER_LIMITS_EXCEEDED,
                            "sessions of providers within sessions of providers go too deep: they ask each other in a "
                            "circle");
                return;
        }
        open = open_new(channel->client, request->header.seq, request->verbs, request->namespace, request->class_name);
        if (!open) {
                refuse_host(host, request->header.seq, MI_RESULT_SERVER_LIMITS_EXCEEDED, "the broker is out of memory");
                return;
        }
        open->asker = host;
        open->hops = channel->hops + 1;
        submit(broker, open);
}
