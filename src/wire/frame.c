#include <errno.h>
#include <string.h>
#include <sys/socket.h>

#include "util/error.h"
#include "wire/frame.h"

/* Numbers on the wire lie as they do in memory. A port to a big-endian machine has to swap in cursor.h, packed.c and here. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the wire is little-endian");

enum {
        BLOCK_SIZE_FIRST = 4096 - sizeof(FrameBlock),
        BLOCK_SIZE_MAX = 256 * 1024 - sizeof(FrameBlock), /* bigger ones only for bigger frames */
        KEEP_COPY_MAX = 4096,                             /* frames up to that size do not hold up a bigger block */
};

typedef struct FrameHeader {
        uint32_t size;
        uint16_t type;
        uint16_t flags;
        uint64_t operation;
} FrameHeader;

_Static_assert(sizeof(FrameHeader) == FRAME_HEADER_SIZE, "frame header");

static FrameBlock *block_new(size_t capacity)
{
        FrameBlock *block = malloc(sizeof(*block) + capacity);

        if (!block)
                return NULL;
        atomic_init(&block->references, 1);
        block->capacity = capacity;
        return block;
}

FrameBlock *frame_block_ref(FrameBlock *block)
{
        if (block)
                atomic_fetch_add_explicit(&block->references, 1, memory_order_relaxed);
        return block;
}

FrameBlock *frame_block_unref(FrameBlock *block)
{
        if (block && atomic_fetch_sub_explicit(&block->references, 1, memory_order_acq_rel) == 1)
                free(block);
        return NULL;
}

int frame_keep(Frame *frame)
{
        FrameBlock *block;

        if (frame->size > KEEP_COPY_MAX || !frame->block || frame->block->capacity <= KEEP_COPY_MAX) {
                frame_block_ref(frame->block);
                return 0;
        }
        block = block_new(frame->size);
        if (!block)
                return error_origin(-ENOMEM);
        memcpy(block->data, frame->payload, frame->size);
        frame->payload = block->data;
        frame->block = block;
        return 0;
}

int frame_keep_in(Frame *frame, void *space, size_t size)
{
        if (frame->size > size || !frame->block)
                return frame_keep(frame);
        memcpy(space, frame->payload, frame->size);
        frame->payload = space;
        frame->block = NULL;
        return 0;
}

void frame_release(Frame *frame)
{
        frame->block = frame_block_unref(frame->block);
        frame->payload = NULL;
}

void frame_reader_init(FrameReader *reader, size_t max_frame)
{
        *reader = (FrameReader){ .want = BLOCK_SIZE_FIRST, .max_frame = max_frame };
}

void frame_reader_deinit(FrameReader *reader)
{
        frame_block_unref(reader->block);
        *reader = (FrameReader){ .max_frame = reader->max_frame };
}

/* Size of the frame that begins what was read, as far as it is known: what must fit the block. */
static size_t pending_size(const FrameReader *reader)
{
        uint32_t size = 0;

        if (reader->end - reader->start >= sizeof(size))
                memcpy(&size, reader->block->data + reader->start, sizeof(size));
        return MIN(MAX((size_t)size, (size_t)FRAME_HEADER_SIZE), reader->max_frame);
}

static bool is_shared(const FrameReader *reader)
{
        return atomic_load_explicit(&reader->block->references, memory_order_acquire) > 1;
}

/* Is there room behind `end` worth a read, for the whole pending frame, in a block of the size that is wanted by now? */
static bool has_room(const FrameReader *reader, size_t needed)
{
        size_t capacity = reader->block->capacity;

        return reader->start + needed <= capacity && capacity - reader->end >= capacity / 4 && capacity >= reader->want;
}

/* Makes room behind `end`: the whole pending frame fits, and something can be read. */
static int make_room(FrameReader *reader)
{
        size_t left = reader->end - reader->start, needed;
        FrameBlock *block;

        needed = left ? MAX(pending_size(reader), left + 1) : FRAME_HEADER_SIZE;
        if (reader->block && left == 0 && !is_shared(reader))
                reader->start = reader->end = 0;
        if (reader->block && has_room(reader, needed))
                return 0;

        if (reader->block && !is_shared(reader) && needed <= reader->block->capacity &&
            reader->block->capacity >= reader->want) {
                memmove(reader->block->data, reader->block->data + reader->start, left);
        } else {
                block = block_new(MAX(needed, reader->want));
                if (!block)
                        return error_origin(-ENOMEM);
                if (left)
                        memcpy(block->data, reader->block->data + reader->start, left);
                frame_block_unref(reader->block);
                reader->block = block;
        }
        reader->start = 0;
        reader->end = left;
        return 0;
}

int frame_reader_fill(FrameReader *reader, int fd, int flags)
{
        size_t room;
        ssize_t got;
        int r;

        r = make_room(reader);
        if (r < 0)
                return r;
        room = reader->block->capacity - reader->end;
        do
                got = recv(fd, reader->block->data + reader->end, room, flags);
        while (got < 0 && errno == EINTR);
        if (got < 0) {
                if (errno == EAGAIN || errno == EWOULDBLOCK)
                        return FRAME_AGAIN;
                return errno == ECONNRESET || errno == EPIPE ? FRAME_CLOSED : error_origin(-errno);
        }
        if (got == 0)
                return FRAME_CLOSED;

        reader->end += (size_t)got;
        /* a peer that fills the block has more to say: read more at a time */
        if ((size_t)got == room)
                reader->want = MIN(reader->want * 4, (size_t)BLOCK_SIZE_MAX);
        return 0;
}

int frame_reader_feed(FrameReader *reader, const void *data, size_t size)
{
        size_t left = reader->end - reader->start;
        int r;

        if (size > SIZE_MAX / 4 - left)
                return -EMSGSIZE;
        if (!reader->block || reader->block->capacity - reader->end < size) {
                reader->want = MAX(reader->want, (left + size) * 2);
                r = make_room(reader);
                if (r < 0)
                        return r;
        }
        if (size)
                memcpy(reader->block->data + reader->end, data, size);
        reader->end += size;
        return 0;
}

int frame_reader_next(FrameReader *reader, Frame *frame)
{
        size_t left = reader->end - reader->start;
        FrameHeader header;

        if (left < sizeof(header))
                return FRAME_PARTIAL;
        memcpy(&header, reader->block->data + reader->start, sizeof(header));
        if (header.size < sizeof(header) || header.size > reader->max_frame || header.size % 8 ||
            header.type == FRAME_NONE || header.type >= _FRAME_TYPES)
                return FRAME_INVALID;
        if (left < header.size)
                return FRAME_PARTIAL;

        frame->type = (FrameType)header.type;
        frame->flags = header.flags;
        frame->operation = header.operation;
        frame->payload = reader->block->data + reader->start + sizeof(header);
        frame->size = header.size - (uint32_t)sizeof(header);
        frame->block = reader->block;
        reader->start += header.size;
        return 0;
}

void frame_reader_trim(FrameReader *reader)
{
        if (frame_reader_has_data(reader))
                return;
        reader->block = frame_block_unref(reader->block);
        reader->start = reader->end = 0;
        reader->want = BLOCK_SIZE_FIRST;
}

size_t frame_begin(Buffer *buffer, FrameType type, uint16_t flags, uint64_t operation)
{
        FrameHeader header = { .type = (uint16_t)type, .flags = flags, .operation = operation };
        size_t frame = buffer->size;

        buffer_append(buffer, &header, sizeof(header));
        return frame;
}

int frame_end(Buffer *buffer, size_t frame)
{
        size_t size;
        uint32_t number;

        buffer_align(buffer, 8);
        size = buffer->size - frame;
        if (buffer->failed || size > FRAME_SIZE_MAX) {
                int r = buffer->failed ? -ENOMEM : -EMSGSIZE;

                buffer->size = frame;
                buffer->failed = false;
                return r;
        }
        number = (uint32_t)size;
        memcpy(buffer->data + frame, &number, sizeof(number));
        return 0;
}

int frame_append_numbers(Buffer *buffer, FrameType type, uint64_t operation, const uint32_t *numbers, size_t count)
{
        size_t frame = frame_begin(buffer, type, 0, operation);

        if (count)
                buffer_append(buffer, numbers, count * sizeof(*numbers));
        return frame_end(buffer, frame);
}

bool frame_numbers(const Frame *frame, uint32_t *numbers, size_t count)
{
        if (frame->size < count * sizeof(*numbers))
                return false;
        memcpy(numbers, frame->payload, count * sizeof(*numbers));
        return true;
}

int frame_append_hello(Buffer *buffer)
{
        return frame_append_numbers(buffer, FRAME_HELLO, 0, (uint32_t[]){ WIRE_VERSION, FRAME_SIZE_MAX }, 2);
}

int frame_parse_hello(const Frame *frame, size_t *max_framep)
{
        uint32_t numbers[2];

        if (frame->type != FRAME_HELLO || !frame_numbers(frame, numbers, ARRAY_SIZE(numbers)) ||
            numbers[0] != WIRE_VERSION || numbers[1] < FRAME_SIZE_LEAST)
                return FRAME_INVALID;
        *max_framep = MIN(numbers[1], (uint32_t)FRAME_SIZE_MAX);
        return 0;
}

int frame_append_credit(Buffer *buffer, uint64_t operation, uint32_t bytes)
{
        return frame_append_numbers(buffer, FRAME_CREDIT, operation, &bytes, 1);
}

int frame_append_cancel(Buffer *buffer, uint64_t operation, uint32_t reason)
{
        return frame_append_numbers(buffer, FRAME_CANCEL, operation, &reason, 1);
}

int frame_append_answer(Buffer *buffer, uint64_t operation, uint32_t prompt, uint32_t response)
{
        return frame_append_numbers(buffer, FRAME_ANSWER, operation, (uint32_t[]){ prompt, response }, 2);
}

int frame_append_close(Buffer *buffer, uint64_t operation)
{
        return frame_append_numbers(buffer, FRAME_CLOSE, operation, NULL, 0);
}

int frame_append_goaway(Buffer *buffer)
{
        return frame_append_numbers(buffer, FRAME_GOAWAY, 0, NULL, 0);
}

int frame_append_started(Buffer *buffer, uint64_t operation)
{
        return frame_append_numbers(buffer, FRAME_STARTED, operation, NULL, 0);
}

int frame_flush(Buffer *buffer, size_t *sentp, int fd, int flags)
{
        while (*sentp < buffer->size) {
                ssize_t sent = send(fd, buffer->data + *sentp, buffer->size - *sentp, flags | MSG_NOSIGNAL);

                if (sent < 0) {
                        if (errno == EINTR)
                                continue;
                        if (errno == EAGAIN || errno == EWOULDBLOCK)
                                return FRAME_AGAIN;
                        return errno == EPIPE || errno == ECONNRESET ? FRAME_CLOSED : error_origin(-errno);
                }
                *sentp += (size_t)sent;
        }
        buffer_clear(buffer);
        *sentp = 0;
        return 0;
}
