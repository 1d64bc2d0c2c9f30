#include "dispatch/channel.h"

#include <errno.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dispatch/batch.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "dispatch/subscription.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

int channel_new(Channel **channelp, Server *server, int fd, const Caller *caller, uint32_t verbs,
                const char *name_space)
{
        _cleanup_(channel_unrefp) Channel *channel = NULL;
        int r;

        channel = calloc(1, sizeof(*channel));
        if (!channel) {
                fd_close(fd);
                return error_origin(-ENOMEM);
        }
        channel->server = server;
        channel->fd = fd;
        channel->caller = *caller;
        channel->verbs = verbs;
        channel->max_frame = FRAME_SIZE_LEAST;
        atomic_init(&channel->references, 1);
        pthread_mutex_init(&channel->lock, NULL);
        pthread_cond_init(&channel->changed, NULL);
        frame_reader_init(&channel->reader, FRAME_SIZE_MAX);
        shape_table_init(&channel->shapes_in);
        shape_sender_init(&channel->shapes_out);
        buffer_init(&channel->out, 0);
        buffer_init(&channel->sending, 0);
        id_map_init(&channel->operations);
        list_init(&channel->held);
        server_fd_opened(fd);

        if (name_space) {
                channel->name_space = strdup(name_space);
                if (!channel->name_space)
                        return error_origin(-ENOMEM);
        }
        r = identity_acquire(&channel->identity, server, caller->uid);
        if (r)
                return error_trace(r);
        r = charge_init(&channel->charge, channel->identity->account, CHARGE_CHANNELS, 1);
        if (r)
                return r == ACCOUNT_QUOTA ? SERVER_REFUSED : error_trace(r);

        *channelp = steal(&channel);
        return 0;
}

Channel *channel_ref(Channel *channel)
{
        atomic_fetch_add_explicit(&channel->references, 1, memory_order_relaxed);
        return channel;
}

Channel *channel_unref(Channel *channel)
{
        if (!channel || atomic_fetch_sub_explicit(&channel->references, 1, memory_order_acq_rel) > 1)
                return NULL;

        if (channel->fd >= 0) {
                server_fd_closed(channel->fd);
                close(channel->fd);
        }
        charge_deinit(&channel->charge);
        charge_deinit(&channel->backlog);
        id_map_deinit(&channel->operations);
        shape_sender_deinit(&channel->shapes_out);
        shape_table_deinit(&channel->shapes_in);
        frame_reader_deinit(&channel->reader);
        buffer_deinit(&channel->out);
        buffer_deinit(&channel->sending);
        identity_release(channel->identity);
        pthread_cond_destroy(&channel->changed);
        pthread_mutex_destroy(&channel->lock);
        free(channel->name_space);
        free(channel);
        return NULL;
}

/* ---------------------------------------------------------------- writing */

/*
 * An idle channel has no send buffer. So that not every request costs an allocation, each of the server's threads keeps the last one
 * that it has emptied.
 */
static _Thread_local struct {
        bool is_kept;
        Buffer buffer;
        FrameBlock *block; /* the same for what channels read into */
} spare;

void channel_thread_begin(void)
{
        spare.is_kept = true;
}

void channel_thread_end(void)
{
        buffer_deinit(&spare.buffer);
        spare.block = frame_block_unref(spare.block);
        spare.is_kept = false;
}

Buffer *channel_out(Channel *channel)
{
        if (!channel->out.data && spare.buffer.data) {
                channel->out = spare.buffer;
                buffer_init(&spare.buffer, 0);
        }
        return &channel->out;
}

/* All has been sent: gives the memory back unless more is coming. */
static void channel_trim(Channel *channel)
{
        if (channel->operations.count > 0 && channel->sending.capacity <= 2 * FLUSH_BYTES)
                return;
        if (spare.is_kept && !spare.buffer.data && channel->sending.capacity <= 2 * FLUSH_BYTES) {
                spare.buffer = channel->sending;
                buffer_clear(&spare.buffer);
        } else {
                buffer_deinit(&channel->sending);
        }
        buffer_init(&channel->sending, 0);
}

/* With the lock held. */
static void channel_watch(Channel *channel)
{
        struct epoll_event event = {
                .events =
                        EPOLLET | (channel->attended ? 0 : EPOLLIN | EPOLLRDHUP) | (channel->wants_out ? EPOLLOUT : 0),
                .data.u64 = channel->number,
        };

        /* MOD looks at the socket again: what happened before it is not lost. */
        (void)epoll_ctl(channel->server->epoll_fd, EPOLL_CTL_MOD, channel->fd, &event);
}

static void channel_watch_out(Channel *channel, bool on)
{
        if (channel->wants_out == on)
                return;
        channel->wants_out = on;
        channel_watch(channel);
}

void channel_set_attended(Channel *channel, bool on)
{
        pthread_mutex_lock(&channel->lock);
        if (channel->attended != on) {
                channel->attended = on;
                channel_watch(channel);
        }
        pthread_mutex_unlock(&channel->lock);
}

static size_t channel_waiting(const Channel *channel)
{
        return channel->out.size + channel->unsent;
}

static void channel_charge_backlog(Channel *channel)
{
        uint64_t waiting = channel->wants_out ? channel_waiting(channel) : 0;

        if (!channel->backlog.account) {
                if (waiting > 0)
                        (void)charge_init(&channel->backlog, channel->identity->account, CHARGE_QUEUED_BYTES, waiting);
        } else if (waiting > channel->backlog.amount) {
                (void)charge_grow(&channel->backlog, waiting - channel->backlog.amount);
        } else if (waiting < channel->backlog.amount) {
                charge_shrink(&channel->backlog, channel->backlog.amount - waiting);
        }
}

/* Sends what was packed, without the lock while it is in the kernel. 0: everything. */
static int channel_send(Channel *channel)
{
        int r = 0;

        while (r == 0 && channel_waiting(channel) > 0) {
                if (channel->unsent == 0) {
                        Buffer empty = channel->sending;

                        channel->sending = channel->out;
                        channel->out = empty;
                        channel->unsent = channel->sending.size;
                }
                pthread_mutex_unlock(&channel->lock);
                r = frame_flush(&channel->sending, &channel->sent, channel->fd, MSG_DONTWAIT);
                pthread_mutex_lock(&channel->lock);
                channel->unsent = channel->sending.size - channel->sent;
        }
        return r;
}

/*
 * One thread writes at a time, and takes along what others pack meanwhile: replies that are ready together leave together, and nobody
 * waits for a lock that is held by a thread inside of the kernel.
 */
void channel_flush(Channel *channel)
{
        int r;

        if (channel->is_flushing || channel_waiting(channel) == 0 ||
            atomic_load_explicit(&channel->closed, memory_order_relaxed))
                return;

        channel->is_flushing = true;
        r = channel_send(channel);
        channel->is_flushing = false;
        channel->dirty_since_ns = 0;
        if (r == 0) {
                if (unlikely(channel->wants_out)) {
                        channel_watch_out(channel, false);
                        channel_charge_backlog(channel);
                }
                channel_trim(channel);
        } else if (r == FRAME_AGAIN) {
                channel_watch_out(channel, true);
                channel_charge_backlog(channel);
        } else {
                /* Gone; whoever reads the channel sees the hang-up and cleans up. */
                buffer_clear(&channel->out);
                buffer_clear(&channel->sending);
                channel->sent = channel->unsent = 0;
                shutdown(channel->fd, SHUT_RDWR);
        }
        if (unlikely(channel->sleepers > 0))
                pthread_cond_broadcast(&channel->changed);
}

void channel_packed(Channel *channel, bool now)
{
        uint64_t now_ns;

        if (unlikely(channel->wants_out))
                return; /* goes when the socket takes it */
        if (now && channel->out.size < FLUSH_BYTES && batch_keeps(channel))
                return;
        if (now || channel->out.size >= FLUSH_BYTES) {
                channel_flush(channel);
                return;
        }

        now_ns = clock_now_ns();
        if (!channel->dirty_since_ns) {
                channel->dirty_since_ns = now_ns;
                server_arm_flush(channel->server);
        } else if (now_ns - channel->dirty_since_ns >= FLUSH_DELAY_US * 1000ull) {
                channel_flush(channel);
        }
}

bool channel_is_full(const Channel *channel)
{
        return channel_waiting(channel) > LIMIT_CHANNEL_BACKLOG && (channel->wants_out || channel->is_flushing);
}

bool channel_flush_due(Channel *channel, uint64_t now_ns)
{
        bool waits;

        /* Whoever holds the lock packs or writes at this moment, and looks at the clock itself. */
        if (pthread_mutex_trylock(&channel->lock) != 0)
                return true;
        if (channel->dirty_since_ns && now_ns - channel->dirty_since_ns >= FLUSH_DELAY_US * 1000ull / 2)
                channel_flush(channel);
        waits = channel->dirty_since_ns != 0;
        pthread_mutex_unlock(&channel->lock);
        return waits;
}

/* ---------------------------------------------------------------- reading */

static Operation *channel_find(Channel *channel, uint64_t id)
{
        Operation *operation;

        pthread_mutex_lock(&channel->lock);
        operation = id_map_get(&channel->operations, id);
        if (operation)
                operation_ref(operation);
        pthread_mutex_unlock(&channel->lock);
        return operation;
}

static int channel_greet(Channel *channel, const Frame *frame)
{
        size_t max_frame;

        if (channel->greeted || frame_parse_hello(frame, &max_frame))
                return FRAME_INVALID;

        pthread_mutex_lock(&channel->lock);
        channel->max_frame = max_frame;
        (void)frame_append_hello(channel_out(channel));
        if (channel->leaving)
                (void)frame_append_goaway(channel_out(channel));
        pthread_mutex_unlock(&channel->lock);
        channel->greeted = true; /* what was packed goes with the first result, or when all has been read */
        return 0;
}

/* Frames that speak of a running operation; one that has ended meanwhile is no error. */
static int channel_control(Channel *channel, const Frame *frame)
{
        _cleanup_(operation_unrefp) Operation *operation = channel_find(channel, frame->operation);
        uint32_t numbers[2] = { 0 };

        if (!operation)
                return 0;
        switch (frame->type) {
        case FRAME_CREDIT:
                if (!frame_numbers(frame, numbers, 1))
                        return FRAME_INVALID;
                operation_credit(operation, numbers[0]);
                return 0;
        case FRAME_CANCEL:
                if (!frame_numbers(frame, numbers, 1))
                        return FRAME_INVALID;
                operation_cancel(operation, (MI_CancellationReason)MIN(numbers[0], 3u), false);
                return 0;
        case FRAME_ANSWER:
                if (!frame_numbers(frame, numbers, 2))
                        return FRAME_INVALID;
                operation_answer(operation, numbers[0], numbers[1]);
                return 0;
        case FRAME_CLOSE:
                operation_cancel(operation, MI_REASON_NONE, true);
                return 0;
        default:
                return FRAME_INVALID;
        }
}

/* Requests that were read together: the first is for this thread, the others are queued, because they must not wait for it. */
typedef struct Burst {
        List parsed; /* and not known to the channel yet */
        List others;
        Operation **firstp;
} Burst;

/* What was parsed is known from here on, and can be cancelled. */
static int burst_register(Channel *channel, Burst *burst)
{
        int r = operations_register(channel, &burst->parsed);
        List *link;

        while ((link = list_first(&burst->parsed))) {
                Operation *operation = list_entry(link, Operation, run_link);

                list_remove(link);
                if (channel_holds(channel, operation))
                        continue;
                if (*burst->firstp)
                        list_append(&burst->others, link);
                else
                        *burst->firstp = operation;
        }
        return r;
}

static int channel_frame(Channel *channel, Frame *frame, Burst *burst)
{
        Operation *operation = NULL;
        int r;

        if (frame->type == FRAME_HELLO)
                return channel_greet(channel, frame);
        if (!channel->greeted)
                return FRAME_INVALID;

        switch (frame->type) {
        case FRAME_SHAPE:
                return shape_table_define(&channel->shapes_in, frame) ? FRAME_INVALID : 0;
        case FRAME_REQUEST:
                r = operation_new(&operation, channel, frame);
                if (!r)
                        list_append(&burst->parsed, &operation->run_link);
                return r;
        case FRAME_CREDIT:
        case FRAME_CANCEL:
        case FRAME_ANSWER:
        case FRAME_CLOSE:
                r = burst_register(channel, burst);
                return r ? r : channel_control(channel, frame);
        default:
                return FRAME_INVALID; /* what only hosts say */
        }
}

/* All whole frames that were read. */
static int channel_frames(Channel *channel, Operation **firstp)
{
        Burst burst = { .parsed = LIST_INIT(burst.parsed), .others = LIST_INIT(burst.others), .firstp = firstp };
        int r = 0, registered;

        while (r == 0) {
                Frame frame;

                r = frame_reader_next(&channel->reader, &frame);
                if (r == 0)
                        r = channel_frame(channel, &frame, &burst);
        }
        registered = burst_register(channel, &burst);
        r = registered ? registered : r;
        server_queue_burst(channel->server, &burst.others);
        if (r == FRAME_PARTIAL)
                return 0;
        log_info("channel of uid %u: broken frame, hanging up", (unsigned int)channel->caller.uid);
        return FRAME_INVALID;
}

static void channel_borrow_block(FrameReader *reader)
{
        if (reader->block || !spare.block)
                return;
        reader->block = steal(&spare.block);
        reader->start = reader->end = 0;
}

/* An idle channel keeps nothing that it has read. */
static void channel_return_block(FrameReader *reader)
{
        if (spare.is_kept && !spare.block && reader->block && !frame_reader_has_data(reader) &&
            atomic_load(&reader->block->references) == 1 && reader->block->capacity <= RECEIVE_SIZE)
                spare.block = steal(&reader->block);
        frame_reader_trim(reader);
}

/* Reads until the socket is empty; one that the client has shut down until the end shows, for no new edge will tell of it. */
static int channel_read(Channel *channel, bool is_shut_down, Operation **firstp)
{
        channel_borrow_block(&channel->reader);
        for (;;) {
                int r;

                r = frame_reader_fill(&channel->reader, channel->fd, MSG_DONTWAIT);
                if (r == FRAME_AGAIN)
                        return 0;
                if (r)
                        return r;
                r = channel_frames(channel, firstp);
                if (r)
                        return r;
                /* A read that got less than there was room for has emptied the socket; what comes later is a new edge. */
                if (!is_shut_down && channel->reader.block && channel->reader.end < channel->reader.block->capacity)
                        return 0;
        }
}

/* The socket takes more: what was packed, then what waits in the subscriptions' queues. */
static void channel_writable(Channel *channel)
{
        IdMapEntry *entry;
        size_t position = 0;

        pthread_mutex_lock(&channel->lock);
        channel_flush(channel);
        while (!channel_is_full(channel) && (entry = id_map_next(&channel->operations, &position))) {
                Operation *operation = entry->value;

                if (operation->subscription)
                        (void)subscription_drain(operation->subscription);
        }
        channel_flush(channel);
        pthread_mutex_unlock(&channel->lock);
}

static void channel_answer_hello(Channel *channel)
{
        pthread_mutex_lock(&channel->lock);
        channel_flush(channel);
        channel->was_answered = channel->greeted;
        pthread_mutex_unlock(&channel->lock);
}

/*
 * Lets go of the right to read; as long as others have looked for it meanwhile, there may be more to read. What they came for may have been
 * the end, behind the last requests.
 */
static int channel_let_others_read(Channel *channel, Operation **operationp, int r)
{
        unsigned int claims = 1;

        while (!atomic_compare_exchange_strong(&channel->claims, &claims, 0)) {
                if (!r && !atomic_load(&channel->closed))
                        r = channel_read(channel, true, operationp);
                if (!r)
                        channel_return_block(&channel->reader);
        }
        return r;
}

Operation *channel_attend(Channel *channel, bool *is_idlep)
{
        Operation *operation = NULL;
        int r;

        *is_idlep = true;
        if (atomic_load(&channel->closed) || atomic_fetch_add(&channel->claims, 1) != 0)
                return NULL;
        channel_borrow_block(&channel->reader);
        r = frame_reader_fill(&channel->reader, channel->fd, 0);
        if (!r) {
                *is_idlep = false;
                r = channel_frames(channel, &operation);
        }
        if (r == FRAME_AGAIN)
                r = 0;
        if (!r)
                channel_return_block(&channel->reader);
        r = channel_let_others_read(channel, &operation, r);
        if (r)
                channel_close(channel);
        return operation;
}

Operation *channel_handle(Channel *channel, uint32_t events)
{
        Operation *operation = NULL;
        int r = 0;

        if (unlikely(events & EPOLLOUT))
                channel_writable(channel);
        if (!(events & (EPOLLIN | EPOLLRDHUP | EPOLLHUP | EPOLLERR)))
                return NULL;
        if (atomic_fetch_add(&channel->claims, 1) != 0)
                return NULL; /* another thread reads and will look once more */

        if (!atomic_load(&channel->closed))
                r = channel_read(channel, events & EPOLLRDHUP, &operation);
        if (!r)
                channel_return_block(&channel->reader);
        r = channel_let_others_read(channel, &operation, r);
        if (r || (events & (EPOLLHUP | EPOLLERR)))
                channel_close(channel);
        else if (unlikely(!operation && !channel->was_answered))
                channel_answer_hello(channel);
        return operation;
}

/* ---------------------------------------------------------------- the end */

void channel_close(Channel *channel)
{
        Server *server = channel->server;
        bool is_last;

        if (atomic_exchange(&channel->closed, true))
                return;
        (void)epoll_ctl(server->epoll_fd, EPOLL_CTL_DEL, channel->fd, NULL);
        shutdown(channel->fd, SHUT_RDWR);

        /* Cancelling calls back into providers, so that it is done one by one and without the lock. */
        for (;;) {
                _cleanup_(operation_unrefp) Operation *operation = NULL;
                IdMapEntry *entry;
                size_t position = 0;

                pthread_mutex_lock(&channel->lock);
                entry = id_map_next(&channel->operations, &position);
                operation = entry ? operation_ref(entry->value) : NULL;
                pthread_cond_broadcast(&channel->changed);
                pthread_mutex_unlock(&channel->lock);
                if (!operation)
                        break;
                operation_cancel(operation, MI_REASON_SHUTDOWN, true);
        }

        channel_let_go_all(channel);
        pthread_mutex_lock(&server->channels_lock);
        id_map_remove(&server->channels, channel->number);
        pthread_mutex_unlock(&server->channels_lock);
        pthread_mutex_lock(&server->lock);
        is_last = --channel->identity->channels == 0;
        pthread_mutex_unlock(&server->lock);
        if (is_last)
                server_identity_gone(server, channel->identity->uid);
        if (server->config.channel_closed && channel->caller.channel_id)
                server->config.channel_closed(server->config.userdata, channel->caller.channel_id);
        channel_unref(channel);
}

void channel_go_away(Channel *channel)
{
        pthread_mutex_lock(&channel->lock);
        if (!channel->leaving && channel->greeted) {
                (void)frame_append_goaway(channel_out(channel));
                channel_packed(channel, true);
        }
        channel->leaving = true;
        pthread_mutex_unlock(&channel->lock);
}

bool channel_sweep(Channel *channel, uint64_t now_ns)
{
        bool more = false, is_holding, is_late;

        pthread_mutex_lock(&channel->lock);
        is_holding = atomic_load(&channel->n_holding) > 0;
        is_late = is_holding && now_ns >= channel->held_until_ns;
        pthread_mutex_unlock(&channel->lock);
        if (is_late)
                channel_let_go_all(channel);

        for (;;) {
                _cleanup_(operation_unrefp) Operation *late = NULL;
                IdMapEntry *entry;
                size_t position = 0;

                more = false;
                pthread_mutex_lock(&channel->lock);
                while ((entry = id_map_next(&channel->operations, &position))) {
                        Operation *operation = entry->value;

                        if (!operation->deadline_ns)
                                continue;
                        if (operation->deadline_ns <= now_ns) {
                                late = operation_ref(operation);
                                break;
                        }
                        more = true;
                }
                pthread_mutex_unlock(&channel->lock);
                if (!late)
                        return more || (is_holding && !is_late);
                operation_cancel(late, MI_REASON_TIMEOUT, false);
        }
}
