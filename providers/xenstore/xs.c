#include "xs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

enum {
        CHANNELS_MAX = 16,
        SOCKET_CHANNELS = 16,
        DEVICE_CHANNELS = 4,
        TIMEOUT_MS = 5000,
        DIRECTORY_TRIES = 100, /* a listing in parts starts anew when the node changes meanwhile */
        DIRECTORY_SIZE_MAX = 16 * 1024 * 1024,
};

struct Xs {
        XsEndpoint endpoint;
        char *path;
        unsigned channel_count;
        XsChannel channels[CHANNELS_MAX];
        XsChannel watches;
        XsFlow *flow; /* NULL over the device */
};

const char *xs_default_path(void)
{
        static const char *const known[] = { "/run/xenstored/socket", "/var/run/xenstored/socket", "/dev/xen/xenbus",
                                             "/proc/xen/xenbus" };
        const char *path = getenv("XENSTORED_PATH");

        for (size_t i = 0; !path && i < ARRAY_SIZE(known); i++) {
                struct stat status;

                if (stat(known[i], &status) == 0)
                        path = known[i];
        }
        return path ? path : known[0];
}

bool xs_path_is_device(const char *path)
{
        struct stat status;

        if (stat(path, &status) < 0)
                return !strcmp(path, "/dev/xen/xenbus") || !strcmp(path, "/proc/xen/xenbus");
        return !S_ISSOCK(status.st_mode);
}

Xs *xs_free(Xs *xs)
{
        if (!xs)
                return NULL;
        flow_free(xs->flow);
        channel_deinit(&xs->watches);
        for (unsigned i = 0; i < xs->channel_count; i++)
                channel_deinit(&xs->channels[i]);
        free(xs->path);
        free(xs);
        return NULL;
}

static void free_xsp(Xs **xsp)
{
        xs_free(*xsp);
}

static int read_again(void *userdata, const char *path, XsReply *reply)
{
        return xs_read(userdata, NULL, path, reply);
}

static int start_flow(Xs *xs, const XsOptions *options)
{
        const XsFlowOptions flow_options = {
                .endpoint = &xs->endpoint,
                .hold = options->hold,
                .release = options->release,
                .ask_again = read_again,
                .userdata = xs,
        };

        return xs->endpoint.is_device ? 0 : flow_new(&xs->flow, &flow_options);
}

int xs_new(Xs **xsp, const XsOptions *options)
{
        _cleanup_(free_xsp) Xs *xs = calloc(1, sizeof(*xs));
        unsigned count;
        int r;

        if (!xs)
                return -ENOMEM;
        xs->path = strdup(options->path && options->path[0] ? options->path : xs_default_path());
        if (!xs->path)
                return -ENOMEM;
        xs->endpoint = (XsEndpoint){
                .path = xs->path,
                .is_device = xs_path_is_device(xs->path),
                .open = options->open_device,
                .userdata = options->device_userdata,
                .timeout_ns = (options->timeout_ms ? options->timeout_ms : TIMEOUT_MS) * NS_PER_MS,
        };
        count = options->channels ? options->channels : xs->endpoint.is_device ? DEVICE_CHANNELS : SOCKET_CHANNELS;
        for (; xs->channel_count < MIN(count, (unsigned)CHANNELS_MAX); xs->channel_count++) {
                r = channel_init(&xs->channels[xs->channel_count], &xs->endpoint);
                if (r < 0)
                        return r;
        }
        r = start_flow(xs, options);
        if (r < 0)
                return r;
        if (options->event) {
                r = channel_init(&xs->watches, &xs->endpoint);
                if (r < 0)
                        return r;
                r = channel_start_watching(&xs->watches, options->event, options->userdata);
                if (r < 0)
                        return r;
        }
        *xsp = xs;
        xs = NULL;
        return 0;
}

bool xs_is_device(const Xs *xs)
{
        return xs->endpoint.is_device;
}

const char *xs_path(const Xs *xs)
{
        return xs->path;
}

/*
 * The first channel that nobody is on, so that a lone caller always finds the same connection warm, and as many callers as there are
 * channels never meet; else the one with the fewest. Counts the caller in.
 */
static XsChannel *take(Xs *xs)
{
        XsChannel *best = &xs->channels[0];
        unsigned least = ~0U;

        for (unsigned i = 0; i < xs->channel_count; i++) {
                unsigned load = 0;

                if (__atomic_compare_exchange_n(&xs->channels[i].load, &load, 1, false, __ATOMIC_RELAXED,
                                                __ATOMIC_RELAXED))
                        return &xs->channels[i];
                if (load < least) {
                        least = load;
                        best = &xs->channels[i];
                }
        }
        __atomic_add_fetch(&best->load, 1, __ATOMIC_RELAXED);
        return best;
}

static XsChannel *take_again(XsChannel *channel)
{
        __atomic_add_fetch(&channel->load, 1, __ATOMIC_RELAXED);
        return channel;
}

static void give_back(XsChannel *channel)
{
        __atomic_sub_fetch(&channel->load, 1, __ATOMIC_RELAXED);
}

static int ask(Xs *xs, const XsTransaction *transaction, uint32_t type, const struct iovec *parts, unsigned part_count,
               XsReply *reply)
{
        const XsRequest request = {
                .type = type,
                .transaction = transaction ? transaction->id : 0,
                .generation = transaction ? transaction->generation : 0,
                .parts = parts,
                .part_count = part_count,
                .may_repeat = type == XS_READ || type == XS_DIRECTORY || type == XS_DIRECTORY_PART ||
                              type == XS_GET_PERMS || type == XS_GET_DOMAIN_PATH,
        };

        XsChannel *channel = transaction ? take_again(transaction->channel) : take(xs);
        int r;

        xs_send(xs);
        r = channel_ask(channel, &request, time_now() + xs->endpoint.timeout_ns, reply, NULL);

        give_back(channel);
        return r;
}

/* Most requests: a path with its NUL. */
static int ask_path(Xs *xs, const XsTransaction *transaction, uint32_t type, const char *path, XsReply *reply)
{
        const struct iovec part = { (void *)path, strlen(path) + 1 };
        int r = protocol_check_path(path, false);

        return r ? r : ask(xs, transaction, type, &part, 1, reply);
}

int xs_read(Xs *xs, const XsTransaction *transaction, const char *path, XsReply *reply)
{
        return ask_path(xs, transaction, XS_READ, path, reply);
}

int xs_write(Xs *xs, const XsTransaction *transaction, const char *path, const void *value, size_t size)
{
        const struct iovec parts[] = { { (void *)path, strlen(path) + 1 }, { (void *)value, size } };
        XsReply reply;
        int r = protocol_check_path(path, false);

        return r ? r : ask(xs, transaction, XS_WRITE, parts, ARRAY_SIZE(parts), &reply);
}

int xs_mkdir(Xs *xs, const XsTransaction *transaction, const char *path)
{
        XsReply reply;

        return ask_path(xs, transaction, XS_MKDIR, path, &reply);
}

int xs_rm(Xs *xs, const XsTransaction *transaction, const char *path)
{
        XsReply reply;

        return ask_path(xs, transaction, XS_RM, path, &reply);
}

/* Takes a reply of NUL-terminated strings apart; one that lacks its NUL at the end is taken as it is. */
int xs_take_strings(Strings *strings, const char *data, size_t size)
{
        for (size_t used = 0; used < size;) {
                size_t length = strnlen(data + used, size - used);

                if (strings_add_size(strings, data + used, length) < 0)
                        return -ENOMEM;
                used += length + 1;
        }
        return 0;
}

/*
 * A listing that one message does not hold, in parts: each reply begins with the node's generation, and an empty string ends the
 * last one. -EAGAIN: the node changed meanwhile.
 */
static int directory_parts(Xs *xs, const XsTransaction *transaction, const char *path, Strings *names)
{
        char generation[32] = "", offset[24];
        size_t total = 0;
        XsReply reply;

        strings_deinit(names);
        for (;;) {
                struct iovec parts[2] = { { (void *)path, strlen(path) + 1 }, { offset, 0 } };
                size_t head;
                int r;

                parts[1].iov_len = (size_t)snprintf(offset, sizeof(offset), "%zu", total) + 1;
                r = ask(xs, transaction, XS_DIRECTORY_PART, parts, ARRAY_SIZE(parts), &reply);
                if (r)
                        return r;
                head = strlen(reply.data) + 1;
                if (head > sizeof(generation) || head > reply.size)
                        return -EPROTO;
                if (!total)
                        memcpy(generation, reply.data, head);
                else if (strcmp(generation, reply.data) != 0)
                        return -EAGAIN;

                while (head < reply.size) {
                        size_t length = strlen(reply.data + head);

                        if (!length)
                                return 0;
                        if (strings_add_size(names, reply.data + head, length) < 0)
                                return -ENOMEM;
                        head += length + 1;
                        total += length + 1;
                }
                if (total > DIRECTORY_SIZE_MAX || reply.size <= strlen(generation) + 1)
                        return -EPROTO;
        }
}

int xs_directory(Xs *xs, const XsTransaction *transaction, const char *path, Strings *names)
{
        XsReply reply;
        int r = ask_path(xs, transaction, XS_DIRECTORY, path, &reply);

        strings_deinit(names);
        if (!r)
                return xs_take_strings(names, reply.data, reply.size);
        if (r != E2BIG)
                return r;
        for (unsigned i = 0; i < DIRECTORY_TRIES; i++) {
                r = directory_parts(xs, transaction, path, names);
                if (r != -EAGAIN)
                        return r;
        }
        return EBUSY;
}

int xs_get_permissions(Xs *xs, const XsTransaction *transaction, const char *path, Strings *permissions)
{
        XsReply reply;
        int r = ask_path(xs, transaction, XS_GET_PERMS, path, &reply);

        strings_deinit(permissions);
        return r ? r : xs_take_strings(permissions, reply.data, reply.size);
}

int xs_set_permissions(Xs *xs, const XsTransaction *transaction, const char *path, const Strings *permissions)
{
        const struct iovec parts[] = { { (void *)path, strlen(path) + 1 },
                                       { permissions->bytes.data, permissions->bytes.size } };
        XsReply reply;
        int r = protocol_check_path(path, false);

        return r ? r : ask(xs, transaction, XS_SET_PERMS, parts, ARRAY_SIZE(parts), &reply);
}

void xs_ask_many(Xs *xs, const XsTransaction *transaction, const XsAsk *asks, unsigned count, XsReply *replies,
                 int *results)
{
        XsRequest requests[XS_MANY_MAX];
        struct iovec parts[XS_MANY_MAX];
        XsChannel *channel = transaction ? take_again(transaction->channel) : take(xs);

        for (unsigned i = 0; i < count; i++) {
                parts[i] = (struct iovec){ (void *)asks[i].path, strlen(asks[i].path) + 1 };
                requests[i] = (XsRequest){
                        .type = asks[i].type,
                        .transaction = transaction ? transaction->id : 0,
                        .generation = transaction ? transaction->generation : 0,
                        .parts = &parts[i],
                        .part_count = 1,
                };
        }
        channel_ask_many(channel, requests, count, time_now() + xs->endpoint.timeout_ns, replies, results);
        give_back(channel);
        /* What a broken connection has swallowed is asked for once more, singly and with patience. */
        for (unsigned i = 0; i < count; i++)
                if (!transaction && (results[i] == -ECONNRESET || results[i] == -ENOTCONN))
                        results[i] = ask(xs, NULL, asks[i].type, &parts[i], 1, &replies[i]);
}

bool xs_read_later(Xs *xs, XsLater *later)
{
        return xs->flow && protocol_check_path(later->path, false) == 0 && flow_read(xs->flow, later);
}

void xs_send(Xs *xs)
{
        if (xs->flow)
                flow_send(xs->flow);
}

bool xs_is_busy(const Xs *xs)
{
        return (xs->flow && flow_is_busy(xs->flow)) || __atomic_load_n(&xs->channels[0].load, __ATOMIC_RELAXED) > 0;
}

int xs_domain_path(Xs *xs, unsigned domain, XsReply *reply)
{
        char text[16];
        const struct iovec part = { text, (size_t)snprintf(text, sizeof(text), "%u", domain) + 1 };

        return ask(xs, NULL, XS_GET_DOMAIN_PATH, &part, 1, reply);
}

int xs_transaction_start(Xs *xs, XsTransaction *transaction)
{
        const struct iovec part = { (void *)"", 1 };
        const XsRequest request = { .type = XS_TRANSACTION_START, .parts = &part, .part_count = 1 };
        XsChannel *channel = take(xs);
        uint64_t generation = 0;
        XsReply reply;
        int r;

        *transaction = (XsTransaction){ 0 };
        r = channel_ask(channel, &request, time_now() + xs->endpoint.timeout_ns, &reply, &generation);
        give_back(channel);
        if (r)
                return r;
        *transaction = (XsTransaction){
                .channel = channel,
                .generation = generation,
                .id = (uint32_t)strtoul(reply.data, NULL, 10),
        };
        return transaction->id ? 0 : -EPROTO;
}

int xs_transaction_end(Xs *xs, XsTransaction *transaction, bool commit)
{
        const struct iovec part = { (void *)(commit ? "T" : "F"), 2 };
        XsReply reply;
        int r = ask(xs, transaction, XS_TRANSACTION_END, &part, 1, &reply);

        *transaction = (XsTransaction){ 0 };
        return r;
}

static int ask_watch(Xs *xs, uint32_t type, const char *path, const char *token, uint64_t *generationp)
{
        const struct iovec parts[] = { { (void *)path, strlen(path) + 1 }, { (void *)token, strlen(token) + 1 } };
        const XsRequest request = { .type = type, .parts = parts, .part_count = ARRAY_SIZE(parts) };
        XsReply reply;
        int r = protocol_check_path(path, true);

        if (r || !xs->watches.buffer)
                return r ? r : -ENOTCONN;
        return channel_ask(&xs->watches, &request, time_now() + xs->endpoint.timeout_ns, &reply, generationp);
}

uint64_t xs_watch_generation(Xs *xs)
{
        uint64_t generation;

        pthread_mutex_lock(&xs->watches.lock);
        generation = xs->watches.generation;
        pthread_mutex_unlock(&xs->watches.lock);
        return generation;
}

int xs_watch(Xs *xs, const char *path, const char *token, uint64_t *generationp)
{
        return ask_watch(xs, XS_WATCH, path, token, generationp);
}

int xs_unwatch(Xs *xs, const char *path, const char *token)
{
        return ask_watch(xs, XS_UNWATCH, path, token, NULL);
}
