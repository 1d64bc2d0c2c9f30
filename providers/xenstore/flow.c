#include "flow.h"

#include <errno.h>
#include <poll.h>
#include <sched.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

enum {
        LINES = 4,
        LATER_MAX = 256, /* under way; who comes then asks in person, and so waits */
        BUFFER_SIZE = 16 * 1024,
        ANSWERS_MAX = 32, /* that are taken under one lock */
        CONNECT_PAUSE_MS = 200,
        REST_MS = 1000, /* how long after an answer the thread still looks by itself whether others are late, */
};

/* One connection. The buffer is the thread's, the rest is under the lock. */
typedef struct FlowLine {
        int fd; /* -1: not connected */
        bool is_broken;
        uint32_t last_id;
        Link asked; /* of XsLater, oldest first, as the answers come */
        Bytes out;
        size_t sent;     /* of `out` */
        bool is_clogged; /* the socket takes no more at present */
        char *buffer;
        size_t filled;
} FlowLine;

struct XsFlow {
        XsFlowOptions options;
        int wake_fd; /* eventfd: the thread is to look at the lines */
        atomic_uint later_count;
        atomic_bool has_unsent;

        pthread_mutex_t lock;
        bool has_thread;
        bool is_asleep; /* and afterwards only when it is woken */
        bool is_stopping;
        bool is_connected;
        bool is_wanted; /* somebody asked while there was no connection */
        uint64_t connect_after;
        unsigned turn;
        unsigned watched; /* the line for whose answers the thread sleeps: as long as any is awaited, one is on it */
        pthread_t thread;
        FlowLine lines[LINES];
};

static void wake(XsFlow *flow)
{
        uint64_t one = 1;

        (void)!write(flow->wake_fd, &one, sizeof(one));
}

/* ---------------------------------------------------------------- asking */

static void *run(void *userdata);

/* Not connected: the thread is to see to it, for those who come later. lock is held. */
static void want_lines(XsFlow *flow)
{
        if (flow->is_wanted || flow->is_stopping || time_now() < flow->connect_after)
                return;
        flow->is_wanted = true;
        if (!flow->has_thread)
                flow->has_thread = thread_start(&flow->thread, "xenstore-flow", run, flow) == 0;
        else
                wake(flow);
}

/* lock is held. */
static bool line_ask(XsFlow *flow, FlowLine *line, XsLater *later)
{
        const size_t before = line->out.size, size = strlen(later->path) + 1;
        XsHeader header = { .type = XS_READ, .size = (uint32_t)size };

        if (line->fd < 0 || line->is_broken)
                return false;
        header.request = later->id = ++line->last_id;
        if (bytes_add(&line->out, &header, sizeof(header)) < 0 || bytes_add(&line->out, later->path, size) < 0) {
                line->out.size = before;
                return false;
        }
        later->deadline = time_now_about() + flow->options.endpoint->timeout_ns;
        link_before(&line->asked, &later->link);
        atomic_fetch_add_explicit(&flow->later_count, 1, memory_order_relaxed);
        atomic_store_explicit(&flow->has_unsent, true, memory_order_relaxed);
        return true;
}

/* lock is held. */
static FlowLine *next_line(XsFlow *flow)
{
        if (link_is_alone(&flow->lines[flow->watched].asked))
                flow->turn = flow->watched;
        return &flow->lines[flow->turn++ % LINES];
}

bool flow_read(XsFlow *flow, XsLater *later)
{
        bool is_taken = false;

        pthread_mutex_lock(&flow->lock);
        if (!flow->is_connected)
                want_lines(flow);
        else if (!flow->is_stopping && atomic_load_explicit(&flow->later_count, memory_order_relaxed) < LATER_MAX)
                is_taken = line_ask(flow, next_line(flow), later);
        pthread_mutex_unlock(&flow->lock);
        return is_taken;
}

/* What the socket takes now; the rest is the thread's. lock is held. */
static void line_send(XsFlow *flow, FlowLine *line)
{
        while (line->fd >= 0 && !line->is_broken && line->sent < line->out.size) {
                ssize_t n = send(line->fd, line->out.data + line->sent, line->out.size - line->sent,
                                 MSG_NOSIGNAL | MSG_DONTWAIT);

                if (n < 0 && errno == EINTR)
                        continue;
                if (n < 0) {
                        line->is_clogged = errno == EAGAIN;
                        line->is_broken = !line->is_clogged;
                        wake(flow);
                        return;
                }
                line->sent += (size_t)n;
        }
        line->out.size = line->sent = 0;
        line->is_clogged = false;
}

void flow_send(XsFlow *flow)
{
        if (!atomic_load_explicit(&flow->has_unsent, memory_order_relaxed))
                return;
        pthread_mutex_lock(&flow->lock);
        atomic_store_explicit(&flow->has_unsent, false, memory_order_relaxed);
        for (unsigned i = 0; i < LINES; i++)
                line_send(flow, &flow->lines[i]);
        if (flow->is_asleep)
                wake(flow);
        flow->is_asleep = false;
        pthread_mutex_unlock(&flow->lock);
}

bool flow_is_busy(const XsFlow *flow)
{
        return atomic_load_explicit(&flow->later_count, memory_order_relaxed) > 0;
}

/* ---------------------------------------------------------------- connections */

/* lock is held, but not while it connects. */
static void connect_lines(XsFlow *flow)
{
        int fds[LINES];
        unsigned count = 0;

        flow->is_wanted = false;
        pthread_mutex_unlock(&flow->lock);
        for (; count < LINES; count++) {
                fds[count] = channel_connect_socket(flow->options.endpoint->path);
                if (fds[count] < 0)
                        break;
        }
        pthread_mutex_lock(&flow->lock);
        flow->connect_after = time_now() + CONNECT_PAUSE_MS * NS_PER_MS;
        if (count < LINES) {
                while (count)
                        close(fds[--count]);
                return;
        }
        for (unsigned i = 0; i < LINES; i++)
                flow->lines[i].fd = fds[i];
        flow->is_connected = true;
}

/* What was asked on a connection that is gone. */
static void end_lost(XsFlow *flow, Link *lost)
{
        _cleanup_(freep) XsReply *reply = malloc(sizeof(*reply));
        bool is_gone = !reply;

        while (!link_is_alone(lost)) {
                XsLater *later = link_entry(lost->next, XsLater, link);
                int r = -ECONNRESET;

                link_remove(&later->link);
                /* The first one waits for the daemon to come back; when it does not, the others need not wait as well. */
                if (!is_gone && !flow->is_stopping)
                        r = flow->options.ask_again(flow->options.userdata, later->path, reply);
                is_gone = is_gone || r == -ENOTCONN;
                later->done(later, is_gone && !flow->is_stopping ? -ENOTCONN : r, r ? "" : reply->data,
                            r ? 0 : reply->size);
        }
}

/* lock is held, but not while what was asked is asked again. */
static void drop_lines(XsFlow *flow)
{
        Link lost;

        link_init(&lost);
        flow->is_connected = false;
        atomic_store_explicit(&flow->has_unsent, false, memory_order_relaxed);
        for (unsigned i = 0; i < LINES; i++) {
                FlowLine *line = &flow->lines[i];

                if (line->fd >= 0)
                        close(line->fd);
                line->fd = -1;
                line->is_broken = line->is_clogged = false;
                line->out.size = line->sent = line->filled = 0;
                while (!link_is_alone(&line->asked)) {
                        XsLater *later = link_entry(line->asked.next, XsLater, link);

                        link_remove(&later->link);
                        link_before(&lost, &later->link);
                        atomic_fetch_sub_explicit(&flow->later_count, 1, memory_order_relaxed);
                }
        }
        pthread_mutex_unlock(&flow->lock);
        end_lost(flow, &lost);
        pthread_mutex_lock(&flow->lock);
}

/* ---------------------------------------------------------------- answers */

/* The one that the answer is for, not any more under way; NULL: it has not waited that long. lock is held. */
static XsLater *line_take(XsFlow *flow, FlowLine *line, uint32_t id)
{
        XsLater *found = NULL;

        for (Link *link = line->asked.next; link != &line->asked && !found; link = link->next)
                if (link_entry(link, XsLater, link)->id == id)
                        found = link_entry(link, XsLater, link);
        if (found) {
                link_remove(&found->link);
                atomic_fetch_sub_explicit(&flow->later_count, 1, memory_order_relaxed);
        }
        return found;
}

static void give_answer(XsLater *later, const XsHeader *header, char *bytes)
{
        const char next = bytes[header->size];

        if (header->type == XS_ERROR) {
                later->done(later, protocol_error(bytes, header->size), "", 0);
        } else if (header->type != XS_READ) {
                later->done(later, -EPROTO, "", 0);
        } else {
                bytes[header->size] = '\0';
                later->done(later, 0, bytes, header->size);
                bytes[header->size] = next;
        }
}

/* An answer in a line's buffer, and who waits for it */
typedef struct FlowAnswer {
        XsLater *later;
        XsHeader header;
        size_t at;
} FlowAnswer;

/*
 * The whole answers that lie in the buffer from *usedp on, at most ANSWERS_MAX, and moves *usedp behind them. lock is held. Negative:
 * the connection is no good any more, and what is there is not to be trusted.
 */
static int line_answers(XsFlow *flow, FlowLine *line, size_t *usedp, FlowAnswer *answers)
{
        int count = 0;

        while (count < ANSWERS_MAX && line->filled - *usedp >= XS_HEADER_SIZE) {
                FlowAnswer *answer = &answers[count];

                memcpy(&answer->header, line->buffer + *usedp, sizeof(answer->header));
                if (answer->header.size > XS_PAYLOAD_MAX)
                        return count > 0 ? count : -EPROTO;
                if (line->filled - *usedp < XS_HEADER_SIZE + answer->header.size)
                        break;
                answer->at = *usedp + XS_HEADER_SIZE;
                answer->later = line_take(flow, line, answer->header.request);
                count += answer->later != NULL;
                *usedp += XS_HEADER_SIZE + answer->header.size;
        }
        return count;
}

/* Without the lock. False: the connection is no good any more. */
static bool line_receive(XsFlow *flow, FlowLine *line)
{
        FlowAnswer answers[ANSWERS_MAX];
        size_t used = 0;
        ssize_t n = recv(line->fd, line->buffer + line->filled, BUFFER_SIZE - line->filled, MSG_DONTWAIT);
        int count;

        if (n < 0 && (errno == EAGAIN || errno == EINTR))
                return true;
        if (n <= 0)
                return false;
        line->filled += (size_t)n;
        do {
                pthread_mutex_lock(&flow->lock);
                count = line_answers(flow, line, &used, answers);
                pthread_mutex_unlock(&flow->lock);
                for (int i = 0; i < count; i++)
                        give_answer(answers[i].later, &answers[i].header, line->buffer + answers[i].at);
        } while (count > 0);
        line->filled -= used;
        memmove(line->buffer, line->buffer + used, line->filled);
        return count >= 0;
}

/* Ends what has waited too long. The time until the next one has, in ms for poll(). lock is held, but not while it tells. */
static int expire(XsFlow *flow)
{
        uint64_t now = 0, earliest = UINT64_MAX;

        for (unsigned i = 0; i < LINES; i++) {
                FlowLine *line = &flow->lines[i];

                while (!link_is_alone(&line->asked)) {
                        XsLater *later = link_entry(line->asked.next, XsLater, link);

                        now = now ? now : time_now();
                        if (later->deadline > now) {
                                earliest = MIN(earliest, later->deadline);
                                break;
                        }
                        link_remove(&later->link);
                        atomic_fetch_sub_explicit(&flow->later_count, 1, memory_order_relaxed);
                        pthread_mutex_unlock(&flow->lock);
                        later->done(later, -ETIMEDOUT, "", 0);
                        pthread_mutex_lock(&flow->lock);
                }
        }
        return earliest == UINT64_MAX ? -1 : (int)((earliest - now) / NS_PER_MS) + 1;
}

/*
 * The thread sleeps for one line only: a daemon that answers on all of them would try to wake it with every piece that it writes. Of
 * those with requests it is the one asked last, whose answer comes last as a rule. lock is held.
 */
static void choose_watched(XsFlow *flow)
{
        for (unsigned i = 1; i <= LINES; i++) {
                unsigned candidate = (flow->turn - i) % LINES;

                if (link_is_alone(&flow->lines[candidate].asked))
                        continue;
                flow->watched = candidate;
                return;
        }
}

/* What has come on all lines. Without the lock. False: a connection is no good any more. */
static bool receive_all(XsFlow *flow)
{
        bool is_due[LINES], is_good = true;

        pthread_mutex_lock(&flow->lock);
        for (unsigned i = 0; i < LINES; i++)
                is_due[i] = i == flow->watched || !link_is_alone(&flow->lines[i].asked);
        pthread_mutex_unlock(&flow->lock);
        if (flow->options.hold)
                flow->options.hold();
        for (unsigned i = 0; i < LINES; i++)
                if (is_due[i])
                        is_good = line_receive(flow, &flow->lines[i]) && is_good;
        if (flow->options.release)
                flow->options.release();
        return is_good;
}

/* lock is held, but not while it waits. False: a connection is no good any more. */
static bool await_answers(XsFlow *flow, bool *was_idlep)
{
        struct pollfd fds[LINES + 1];
        bool is_good = true, has_answers = false;
        int timeout_ms = expire(flow), n;
        uint64_t drained;

        choose_watched(flow);
        for (unsigned i = 0; i < LINES; i++) {
                FlowLine *line = &flow->lines[i];

                if (line->is_broken)
                        return false;
                fds[i] = (struct pollfd){ .fd = i == flow->watched || line->is_clogged ? line->fd : -1,
                                          .events = line->is_clogged ? POLLIN | POLLOUT : POLLIN };
        }
        fds[LINES] = (struct pollfd){ .fd = flow->wake_fd, .events = POLLIN };
        if (timeout_ms < 0 || timeout_ms > REST_MS)
                timeout_ms = timeout_ms < 0 && *was_idlep ? -1 : REST_MS;
        flow->is_asleep = timeout_ms < 0;
        pthread_mutex_unlock(&flow->lock);
        n = poll(fds, ARRAY_SIZE(fds), timeout_ms);
        *was_idlep = n == 0;
        if (fds[LINES].revents)
                (void)!read(flow->wake_fd, &drained, sizeof(drained));
        for (unsigned i = 0; i < LINES; i++)
                has_answers = has_answers || (fds[i].revents & (POLLIN | POLLHUP | POLLERR));
        if (has_answers)
                is_good = receive_all(flow);
        pthread_mutex_lock(&flow->lock);
        flow->is_asleep = false;
        for (unsigned i = 0; i < LINES; i++)
                if (fds[i].revents & POLLOUT)
                        line_send(flow, &flow->lines[i]);
        return is_good;
}

static void *run(void *userdata)
{
        XsFlow *flow = userdata;
        bool was_idle = false;
        const struct sched_param parameter = { 0 };

        /* It does not push the daemon off the processor with the first answer, and so finds more than one. */
        (void)sched_setscheduler(0, SCHED_BATCH, &parameter);

        pthread_mutex_lock(&flow->lock);
        while (!flow->is_stopping) {
                if (flow->is_wanted && !flow->is_connected)
                        connect_lines(flow);
                if (!await_answers(flow, &was_idle))
                        drop_lines(flow);
        }
        drop_lines(flow);
        pthread_mutex_unlock(&flow->lock);
        return NULL;
}

/* ---------------------------------------------------------------- life */

XsFlow *flow_free(XsFlow *flow)
{
        if (!flow)
                return NULL;
        pthread_mutex_lock(&flow->lock);
        flow->is_stopping = true;
        pthread_mutex_unlock(&flow->lock);
        if (flow->has_thread) {
                wake(flow);
                pthread_join(flow->thread, NULL);
        }
        for (unsigned i = 0; i < LINES; i++) {
                bytes_deinit(&flow->lines[i].out);
                free(flow->lines[i].buffer);
        }
        if (flow->wake_fd >= 0)
                close(flow->wake_fd);
        pthread_mutex_destroy(&flow->lock);
        free(flow);
        return NULL;
}

int flow_new(XsFlow **flowp, const XsFlowOptions *options)
{
        XsFlow *flow = calloc(1, sizeof(*flow));
        bool has_memory = true;

        if (!flow)
                return -ENOMEM;
        flow->options = *options;
        pthread_mutex_init(&flow->lock, NULL);
        flow->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        for (unsigned i = 0; i < LINES; i++) {
                FlowLine *line = &flow->lines[i];

                line->fd = -1;
                link_init(&line->asked);
                line->buffer = malloc(BUFFER_SIZE + 1);
                has_memory = has_memory && line->buffer;
        }
        if (flow->wake_fd < 0 || !has_memory) {
                flow_free(flow);
                return -ENOMEM;
        }
        *flowp = flow;
        return 0;
}
