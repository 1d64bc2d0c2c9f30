#include "channel.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum {
        BUFFER_SIZE = 16 * 1024,
        TICK_MS = 100,      /* how often who is blocked in the kernel looks at the time */
        PATIENCE_MS = 2000, /* how long a request waits for a daemon that was there before */
        RETRY_MS = 10,
        RETRY_MAX_MS = 200,
};

struct XsWaiter {
        Link link;
        uint32_t id;
        uint32_t type;
        XsReply *reply;
        int result;
        bool is_done;
        pthread_cond_t wake;
};

int channel_init(XsChannel *channel, const XsEndpoint *endpoint)
{
        *channel = (XsChannel){ .endpoint = endpoint, .fd = -1, .wake = { -1, -1 } };
        link_init(&channel->waiters);
        channel->buffer = malloc(BUFFER_SIZE);
        if (!channel->buffer)
                return -ENOMEM;
        pthread_mutex_init(&channel->send_lock, NULL);
        pthread_mutex_init(&channel->lock, NULL);
        condition_init(&channel->is_idle);
        condition_init(&channel->written);
        return 0;
}

void channel_deinit(XsChannel *channel)
{
        if (!channel->buffer)
                return;
        if (channel->event) {
                pthread_mutex_lock(&channel->lock);
                channel->is_stopping = true;
                pthread_cond_broadcast(&channel->is_idle);
                pthread_cond_broadcast(&channel->written);
                pthread_mutex_unlock(&channel->lock);
                if (channel->has_reader) {
                        close(channel->wake[1]);
                        pthread_join(channel->reader, NULL);
                        close(channel->wake[0]);
                }
                if (channel->has_writer)
                        pthread_join(channel->writer, NULL);
        }
        if (channel->fd >= 0)
                close(channel->fd);
        free(channel->buffer);
        free(channel->outgoing);
        pthread_cond_destroy(&channel->written);
        pthread_mutex_destroy(&channel->send_lock);
        pthread_mutex_destroy(&channel->lock);
        pthread_cond_destroy(&channel->is_idle);
        channel->buffer = NULL;
}

int channel_connect_socket(const char *path)
{
        const struct timeval tick = { .tv_usec = TICK_MS * 1000 };
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        int fd, r;

        if (strlen(path) >= sizeof(address.sun_path))
                return -ENAMETOOLONG;
        strcpy(address.sun_path, path);
        fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        if (fd < 0)
                return -errno;
        setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &tick, sizeof(tick));
        setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &tick, sizeof(tick));
        if (connect(fd, (const struct sockaddr *)&address, sizeof(address)) < 0) {
                r = -errno;
                close(fd);
                return r;
        }
        return fd;
}

static int open_device(const XsEndpoint *endpoint)
{
        int fd;

        if (endpoint->open)
                return endpoint->open(endpoint->userdata);
        fd = open(endpoint->path, O_RDWR | O_CLOEXEC);
        return fd < 0 ? -errno : fd;
}

/* Connects where there is no connection. send_lock is held. */
static int channel_connect(XsChannel *channel)
{
        int fd;

        pthread_mutex_lock(&channel->lock);
        if (channel->is_broken && !channel->is_reading) {
                close(channel->fd);
                channel->fd = -1;
                channel->is_broken = false;
        }
        fd = channel->is_broken ? -2 : channel->fd;
        pthread_mutex_unlock(&channel->lock);
        if (fd >= 0)
                return 0;
        if (fd == -2)
                return -ENOTCONN;

        fd = channel->endpoint->is_device ? open_device(channel->endpoint)
                                          : channel_connect_socket(channel->endpoint->path);
        if (fd < 0)
                return fd == -EACCES || fd == -EPERM ? fd : -ENOTCONN;
        pthread_mutex_lock(&channel->lock);
        channel->fd = fd;
        channel->filled = 0;
        channel->generation++;
        pthread_mutex_unlock(&channel->lock);
        return 0;
}

static void finish(XsWaiter *waiter, int result)
{
        waiter->result = result;
        waiter->is_done = true;
        link_remove(&waiter->link);
        pthread_cond_signal(&waiter->wake);
}

/* Nothing more comes from this connection: whoever waits learns it. lock is held. */
static void channel_break(XsChannel *channel)
{
        if (channel->fd < 0 || channel->is_broken)
                return;
        channel->is_broken = true;
        if (!channel->endpoint->is_device)
                shutdown(channel->fd, SHUT_RDWR);
        while (!link_is_alone(&channel->waiters))
                finish(link_entry(channel->waiters.next, XsWaiter, link), -ECONNRESET);
}

static void give_reply(XsWaiter *waiter, const XsHeader *header, const char *data)
{
        if (header->type == XS_ERROR) {
                finish(waiter, protocol_error(data, header->size));
                return;
        }
        if (header->type != waiter->type) {
                finish(waiter, -EPROTO);
                return;
        }
        memcpy(waiter->reply->data, data, header->size);
        waiter->reply->data[header->size] = '\0';
        waiter->reply->size = header->size;
        finish(waiter, 0);
}

static void give_event(XsChannel *channel, const char *data, size_t size)
{
        const char *token = memchr(data, '\0', size);

        if (!channel->event || !token || !memchr(token + 1, '\0', size - (size_t)(token + 1 - data)))
                return;
        /* The listener may ask questions that need the lock; only the reader touches the buffer meanwhile. */
        pthread_mutex_unlock(&channel->lock);
        channel->event(channel->userdata, data, token + 1);
        pthread_mutex_lock(&channel->lock);
}

/* Hands out the complete messages of the buffer. lock is held. */
static int channel_hand_out(XsChannel *channel)
{
        size_t used = 0;

        while (channel->filled - used >= XS_HEADER_SIZE) {
                const char *data = channel->buffer + used + XS_HEADER_SIZE;
                XsHeader header;

                memcpy(&header, channel->buffer + used, sizeof(header));
                if (header.size > XS_PAYLOAD_MAX)
                        return -EPROTO;
                if (channel->filled - used < XS_HEADER_SIZE + header.size)
                        break;
                used += XS_HEADER_SIZE + header.size;
                if (header.type == XS_WATCH_EVENT) {
                        give_event(channel, data, header.size);
                        continue;
                }
                for (Link *link = channel->waiters.next; link != &channel->waiters; link = link->next) {
                        XsWaiter *waiter = link_entry(link, XsWaiter, link);

                        if (waiter->id == header.request) {
                                give_reply(waiter, &header, data);
                                break;
                        }
                }
        }
        channel->filled -= used;
        memmove(channel->buffer, channel->buffer + used, channel->filled);
        return 0;
}

/* One receive by the thread that reads. lock is held, but not while the thread is in the kernel. */
static void channel_read(XsChannel *channel)
{
        int fd = channel->fd;
        ssize_t size;
        int error;

        pthread_mutex_unlock(&channel->lock);
        size = read(fd, channel->buffer + channel->filled, BUFFER_SIZE - channel->filled);
        error = errno;
        pthread_mutex_lock(&channel->lock);

        if (size < 0 && (error == EAGAIN || error == EINTR))
                return;
        if (size > 0)
                channel->filled += (size_t)size;
        if (size <= 0 || channel_hand_out(channel) < 0)
                channel_break(channel);
}

/* Waits until the waiter has its answer: reads, or lets the one read who does. lock is held. */
static int channel_wait(XsChannel *channel, XsWaiter *waiter, uint64_t deadline)
{
        while (!waiter->is_done) {
                const struct timespec until = time_spec(deadline);

                if (channel->is_reading) {
                        if (pthread_cond_timedwait(&waiter->wake, &channel->lock, &until) != ETIMEDOUT)
                                continue;
                } else {
                        channel->is_reading = true;
                        channel_read(channel);
                        channel->is_reading = false;
                }
                if (!waiter->is_done && time_now() >= deadline) {
                        link_remove(&waiter->link);
                        waiter->result = -ETIMEDOUT;
                        break;
                }
        }
        if (!channel->is_reading && !link_is_alone(&channel->waiters))
                pthread_cond_signal(&link_entry(channel->waiters.next, XsWaiter, link)->wake);
        return waiter->result;
}

static size_t message_make(char *message, const XsRequest *request, uint32_t id)
{
        XsHeader header = { .type = request->type, .request = id, .transaction = request->transaction };
        size_t size = XS_HEADER_SIZE;

        for (unsigned i = 0; i < request->part_count; i++) {
                memcpy(message + size, request->parts[i].iov_base, request->parts[i].iov_len);
                size += request->parts[i].iov_len;
        }
        header.size = (uint32_t)(size - XS_HEADER_SIZE);
        memcpy(message, &header, sizeof(header));
        return size;
}

/* 0, or -1 when the message is not (or only partly) on its way. */
static int message_send(int fd, const char *message, size_t size, uint64_t deadline)
{
        while (size) {
                ssize_t sent = send(fd, message, size, MSG_NOSIGNAL);

                if (sent < 0) {
                        if ((errno != EAGAIN && errno != EINTR) || time_now() >= deadline)
                                return -1;
                        continue;
                }
                message += sent;
                size -= (size_t)sent;
        }
        return 0;
}

static int ask_socket(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply,
                      uint64_t *generationp)
{
        XsWaiter waiter = { .type = request->type, .reply = reply };
        char message[XS_HEADER_SIZE + XS_PAYLOAD_MAX];
        size_t size;
        bool is_sent;
        int fd, r;

        condition_init(&waiter.wake);
        pthread_mutex_lock(&channel->send_lock);
        /* A watching channel connects in its own thread, which must register the watches anew. */
        r = channel->event ? 0 : channel_connect(channel);
        pthread_mutex_lock(&channel->lock);
        if (r || channel->fd < 0 || channel->is_broken) {
                r = r ? r : -ENOTCONN;
        } else if (request->generation && request->generation != channel->generation) {
                r = -ESTALE;
        } else {
                waiter.id = ++channel->last_request;
                link_before(&channel->waiters, &waiter.link);
                *generationp = channel->generation;
        }
        fd = channel->fd;
        pthread_mutex_unlock(&channel->lock);
        if (!r) {
                size = message_make(message, request, waiter.id);
                r = message_send(fd, message, size, deadline);
        }
        pthread_mutex_lock(&channel->lock);
        pthread_mutex_unlock(&channel->send_lock);
        if (waiter.id) {
                is_sent = r == 0;
                if (!is_sent)
                        channel_break(channel);
                r = channel_wait(channel, &waiter, deadline);
                /* What did not leave whole was not done: it may be asked on another connection. */
                if (!is_sent && r == -ECONNRESET)
                        r = -ENOTCONN;
        }
        pthread_mutex_unlock(&channel->lock);
        pthread_cond_destroy(&waiter.wake);
        return r;
}

/* The messages of several requests, one behind the other. NULL: no memory. */
static char *messages_make(const XsRequest *requests, const XsWaiter *waiters, unsigned count, size_t *sizep)
{
        char *messages;

        *sizep = 0;
        for (unsigned i = 0; i < count; i++) {
                *sizep += XS_HEADER_SIZE;
                for (unsigned part = 0; part < requests[i].part_count; part++)
                        *sizep += requests[i].parts[part].iov_len;
        }
        messages = malloc(*sizep);
        for (size_t i = 0, at = 0; messages && i < count; i++)
                at += message_make(messages + at, &requests[i], waiters[i].id);
        return messages;
}

static void ask_socket_many(XsChannel *channel, const XsRequest *requests, unsigned count, uint64_t deadline,
                            XsReply *replies, int *results)
{
        XsWaiter waiters[XS_MANY_MAX];
        char *messages = NULL;
        size_t size = 0;
        int fd, r;

        pthread_mutex_lock(&channel->send_lock);
        r = channel_connect(channel);
        pthread_mutex_lock(&channel->lock);
        if (r || channel->fd < 0 || channel->is_broken)
                r = r ? r : -ENOTCONN;
        else if (requests[0].generation && requests[0].generation != channel->generation)
                r = -ESTALE;
        for (unsigned i = 0; i < count; i++) {
                waiters[i] = (XsWaiter){ .type = requests[i].type, .reply = &replies[i], .result = r };
                condition_init(&waiters[i].wake);
                if (r)
                        continue;
                waiters[i].id = ++channel->last_request;
                link_before(&channel->waiters, &waiters[i].link);
        }
        fd = channel->fd;
        pthread_mutex_unlock(&channel->lock);
        if (!r) {
                messages = messages_make(requests, waiters, count, &size);
                r = messages ? message_send(fd, messages, size, deadline) : -1;
        }
        free(messages);
        pthread_mutex_lock(&channel->lock);
        pthread_mutex_unlock(&channel->send_lock);
        if (r < 0 && waiters[0].id)
                channel_break(channel);
        for (unsigned i = 0; i < count; i++) {
                results[i] = waiters[i].id ? channel_wait(channel, &waiters[i], deadline) : waiters[i].result;
                pthread_cond_destroy(&waiters[i].wake);
        }
        pthread_mutex_unlock(&channel->lock);
}

static void device_drop(XsChannel *channel)
{
        close(channel->fd);
        channel->fd = -1;
        channel->filled = 0;
}

/* One message from the device, into the channel's buffer. */
static int device_read(XsChannel *channel, uint64_t deadline, XsHeader *header)
{
        for (;;) {
                struct pollfd waited = { .fd = channel->fd, .events = POLLIN };
                uint64_t now = time_now();
                ssize_t size;

                if (channel->filled >= XS_HEADER_SIZE) {
                        memcpy(header, channel->buffer, sizeof(*header));
                        if (header->size > XS_PAYLOAD_MAX)
                                return -EPROTO;
                        if (channel->filled >= XS_HEADER_SIZE + header->size)
                                return 0;
                }
                if (now >= deadline)
                        return -ETIMEDOUT;
                if (poll(&waited, 1, (int)((deadline - now) / NS_PER_MS) + 1) <= 0)
                        continue;
                size = read(channel->fd, channel->buffer + channel->filled, BUFFER_SIZE - channel->filled);
                if (size < 0 && (errno == EINTR || errno == EAGAIN))
                        continue;
                if (size <= 0)
                        return -ECONNRESET;
                channel->filled += (size_t)size;
        }
}

/* One request on the device, whole, while send_lock is held: the kernel's rule. */
static int ask_device_locked(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply)
{
        XsWaiter waiter = { .type = request->type, .reply = reply };
        char message[XS_HEADER_SIZE + XS_PAYLOAD_MAX];
        size_t size = message_make(message, request, ++channel->last_request);
        XsHeader header;
        int r;

        if (write(channel->fd, message, size) != (ssize_t)size) {
                r = errno;
                if (r == EINVAL || r == E2BIG)
                        return r;
                device_drop(channel);
                return -ECONNRESET;
        }
        for (;;) {
                r = device_read(channel, deadline, &header);
                if (r < 0) {
                        /* An answer that comes too late would be taken for the next one's. */
                        device_drop(channel);
                        return r;
                }
                link_init(&waiter.link);
                if (header.type != XS_WATCH_EVENT)
                        give_reply(&waiter, &header, channel->buffer + XS_HEADER_SIZE);
                channel->filled -= XS_HEADER_SIZE + header.size;
                memmove(channel->buffer, channel->buffer + XS_HEADER_SIZE + header.size, channel->filled);
                if (waiter.is_done)
                        return waiter.result;
        }
}

static int ask_device(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply,
                      uint64_t *generationp)
{
        const uint64_t now = time_now();
        /* A mutex waits in the time of day; a jump of that makes one call wait too long or not long enough, and no more. */
        const struct timespec until = time_spec(time_of_day() + (deadline > now ? deadline - now : 0));
        int r;

        if (pthread_mutex_timedlock(&channel->send_lock, &until))
                return -ETIMEDOUT;
        r = channel_connect(channel);
        if (!r && request->generation && request->generation != channel->generation)
                r = -ESTALE;
        if (!r) {
                *generationp = channel->generation;
                r = ask_device_locked(channel, request, deadline, reply);
        }
        pthread_mutex_unlock(&channel->send_lock);
        return r;
}

/* Waits for `written`; false once the deadline has passed. lock is held. */
static bool wait_written(XsChannel *channel, uint64_t deadline)
{
        const struct timespec until = time_spec(deadline);

        return pthread_cond_timedwait(&channel->written, &channel->lock, &until) != ETIMEDOUT;
}

/*
 * WATCH and UNWATCH on the device: the kernel blocks in write() until the daemon has answered, and a refusal is the write's error.
 * The answer that it queues as well is of no interest to the reader.
 */
static int ask_device_watch(XsChannel *channel, const XsRequest *request, uint64_t deadline, uint64_t *generationp)
{
        int r = 0;

        pthread_mutex_lock(&channel->lock);
        while (channel->outgoing_state != OUTGOING_FREE && !r)
                r = wait_written(channel, deadline) ? 0 : -ETIMEDOUT;
        if (!r && (channel->fd < 0 || channel->is_broken))
                r = -ENOTCONN;
        if (!r) {
                *generationp = channel->generation;
                channel->outgoing_size = message_make(channel->outgoing, request, 0);
                channel->outgoing_state = OUTGOING_WAITS;
                pthread_cond_broadcast(&channel->written);
                while (channel->outgoing_state == OUTGOING_WAITS && !r)
                        r = wait_written(channel, deadline) ? 0 : -ETIMEDOUT;
                if (channel->outgoing_state == OUTGOING_WAITS) {
                        channel->outgoing_state = OUTGOING_ABANDONED;
                } else {
                        r = channel->outgoing_result;
                        channel->outgoing_state = OUTGOING_FREE;
                        pthread_cond_broadcast(&channel->written);
                }
        }
        pthread_mutex_unlock(&channel->lock);
        return r;
}

static void *write_run(void *userdata)
{
        XsChannel *channel = userdata;

        pthread_mutex_lock(&channel->lock);
        while (!channel->is_stopping) {
                int fd = channel->fd, result;

                if (channel->outgoing_state != OUTGOING_WAITS) {
                        pthread_cond_wait(&channel->written, &channel->lock);
                        continue;
                }
                pthread_mutex_unlock(&channel->lock);
                result = write(fd, channel->outgoing, channel->outgoing_size) == (ssize_t)channel->outgoing_size
                                 ? 0
                                 : errno;
                pthread_mutex_lock(&channel->lock);
                channel->outgoing_result = result;
                channel->outgoing_state =
                        channel->outgoing_state == OUTGOING_ABANDONED ? OUTGOING_FREE : OUTGOING_WRITTEN;
                pthread_cond_broadcast(&channel->written);
        }
        pthread_mutex_unlock(&channel->lock);
        return NULL;
}

static int ask_once(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply,
                    uint64_t *generationp)
{
        if (!channel->endpoint->is_device)
                return ask_socket(channel, request, deadline, reply, generationp);
        if (channel->event)
                return ask_device_watch(channel, request, deadline, generationp);
        return ask_device(channel, request, deadline, reply, generationp);
}

int channel_ask(XsChannel *channel, const XsRequest *request, uint64_t deadline, XsReply *reply, uint64_t *generationp)
{
        const size_t limit = channel->endpoint->is_device ? XS_DEVICE_PAYLOAD_MAX : XS_PAYLOAD_MAX;
        uint64_t generation = 0, patience = 0, pause = RETRY_MS * NS_PER_MS;
        size_t size = 0;
        int r;

        for (unsigned i = 0; i < request->part_count; i++)
                size += request->parts[i].iov_len;
        if (size > limit)
                return E2BIG;

        for (;;) {
                uint64_t now;

                r = ask_once(channel, request, deadline, reply, generationp ? generationp : &generation);
                if (r != -ENOTCONN && !(r == -ECONNRESET && request->may_repeat && !request->generation))
                        break;
                /* A transaction does not survive the loss of its connection, however long one waits. */
                if (request->generation) {
                        r = -ESTALE;
                        break;
                }
                now = time_now();
                if (!patience)
                        patience = now + PATIENCE_MS * NS_PER_MS;
                /* Nobody waits for a daemon that never was there; but a watching channel may just be connecting. */
                if (now >= deadline || now >= patience ||
                    (!channel->event && !__atomic_load_n(&channel->generation, __ATOMIC_RELAXED)))
                        break;
                time_sleep(pause);
                pause = MIN(pause * 2, (uint64_t)RETRY_MAX_MS * NS_PER_MS);
        }
        return r;
}

void channel_ask_many(XsChannel *channel, const XsRequest *requests, unsigned count, uint64_t deadline,
                      XsReply *replies, int *results)
{
        uint64_t generation;

        if (!channel->endpoint->is_device) {
                ask_socket_many(channel, requests, count, deadline, replies, results);
                return;
        }
        for (unsigned i = 0; i < count; i++)
                results[i] = ask_device(channel, &requests[i], deadline, &replies[i], &generation);
}

/* The reader of a watching channel, while there is a connection. */
static void watch_until_broken(XsChannel *channel)
{
        struct pollfd waited[2] = {
                { .fd = channel->fd, .events = POLLIN },
                { .fd = channel->wake[0], .events = POLLIN },
        };

        while (!channel->is_broken && !channel->is_stopping) {
                pthread_mutex_unlock(&channel->lock);
                (void)poll(waited, ARRAY_SIZE(waited), -1);
                pthread_mutex_lock(&channel->lock);
                if (waited[0].revents)
                        channel_read(channel);
        }
}

static void *watch_run(void *userdata)
{
        XsChannel *channel = userdata;
        uint64_t pause = RETRY_MS * NS_PER_MS;

        pthread_mutex_lock(&channel->lock);
        while (!channel->is_stopping) {
                bool is_connected;

                channel->is_reading = false;
                pthread_mutex_unlock(&channel->lock);
                pthread_mutex_lock(&channel->send_lock);
                is_connected = channel_connect(channel) == 0;
                pthread_mutex_lock(&channel->lock);
                channel->is_reading = true;
                pthread_mutex_unlock(&channel->lock);
                pthread_mutex_unlock(&channel->send_lock);
                if (is_connected)
                        channel->event(channel->userdata, NULL, NULL);
                pthread_mutex_lock(&channel->lock);
                if (is_connected) {
                        watch_until_broken(channel);
                        pause = RETRY_MS * NS_PER_MS;
                } else if (!channel->is_stopping) {
                        const struct timespec until = time_spec(time_now() + pause);

                        pthread_cond_timedwait(&channel->is_idle, &channel->lock, &until);
                        pause = MIN(pause * 2, (uint64_t)RETRY_MAX_MS * NS_PER_MS);
                }
        }
        channel_break(channel);
        pthread_mutex_unlock(&channel->lock);
        return NULL;
}

int channel_start_watching(XsChannel *channel, XsEvent event, void *userdata)
{
        int r;

        if (pipe2(channel->wake, O_CLOEXEC) < 0)
                return -errno;
        channel->event = event;
        channel->userdata = userdata;
        channel->is_reading = true;
        if (channel->endpoint->is_device) {
                channel->outgoing = malloc(XS_HEADER_SIZE + XS_PAYLOAD_MAX);
                r = channel->outgoing ? thread_start(&channel->writer, "xenbus-write", write_run, channel) : -ENOMEM;
                if (r < 0)
                        goto failed;
                channel->has_writer = true;
        }
        r = thread_start(&channel->reader, "xenstore-watch", watch_run, channel);
        if (r < 0)
                goto failed;
        channel->has_reader = true;
        return 0;

failed:
        /* The writer, if there is one, is ended by channel_deinit(). */
        close(channel->wake[0]);
        close(channel->wake[1]);
        channel->wake[0] = channel->wake[1] = -1;
        return r;
}
