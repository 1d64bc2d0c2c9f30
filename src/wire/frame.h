#pragma once

/*
 * Frames of a channel between client and host
 *
 * A channel is a stream socket that carries frames both ways: a header of 16 bytes, little-endian {u32 size with the header, u16 type,
 * u16 flags, u64 operation}, then the payload, padded to a multiple of 8. Operation ids are chosen by the client, never 0 for an
 * operation; 0 is the channel itself.
 *
 * Frames are parsed in place: they point into a FrameBlock of the reader, which lives as long as somebody holds a reference, so frames of
 * one channel can wait for different consumers without being copied.
 */

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/buffer.h"
#include "util/macro.h"

enum {
        WIRE_VERSION = 1,
        FRAME_HEADER_SIZE = 16,
        FRAME_SIZE_MAX = 4 * 1024 * 1024, /* our limit; HELLO tells it, a peer may ask for less */
        FRAME_SIZE_LEAST = 64 * 1024,     /* a peer that takes less than that is refused */
};

typedef enum FrameType {
        FRAME_NONE,

        FRAME_HELLO, /* both ways, first */

        /* client to host */
        FRAME_REQUEST, /* wire/request.h */
        FRAME_CREDIT,  /* u32 more bytes of replies that the client will take */
        FRAME_CANCEL,  /* u32 MI_CancellationReason */
        FRAME_ANSWER,  /* u32 prompt id, u32 response */
        FRAME_CLOSE,   /* the client is not interested any more: no more replies for this operation */

        /* both ways */
        FRAME_SHAPE, /* wire/shape.h */

        /* host to client */
        FRAME_INSTANCE,
        FRAME_INDICATION,
        FRAME_CLASS,
        FRAME_MESSAGE,
        FRAME_PROGRESS,
        FRAME_PROMPT,
        FRAME_WRITE_ERROR,
        FRAME_STREAM,
        FRAME_RESULT, /* the last one of its operation */
        FRAME_GOAWAY, /* the host takes no new request on this channel */
        FRAME_STARTED, /* a subscription is in force; only if its request asks for MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED */

        _FRAME_TYPES,
} FrameType;

enum {
        _FRAME_SUCCESS,

        FRAME_AGAIN,   /* nothing to read, or no room to write: poll */
        FRAME_CLOSED,  /* the peer has hung up */
        FRAME_PARTIAL, /* no whole frame has been read yet: fill */
        FRAME_INVALID, /* what was read cannot be a frame: give up the channel */
};

/* Memory that frames point into. */
typedef struct FrameBlock {
        atomic_uint references;
        size_t capacity;
        _Alignas(16) uint8_t data[];
} FrameBlock;

FrameBlock *frame_block_ref(FrameBlock *block);
FrameBlock *frame_block_unref(FrameBlock *block); /* NULL is fine; returns NULL */

typedef struct Frame {
        FrameType type;
        uint16_t flags;
        uint64_t operation;
        const uint8_t *payload; /* 8-aligned */
        uint32_t size;          /* of the payload */
        FrameBlock *block;      /* borrowed from the reader unless frame_keep() was called */
} Frame;

/* What the frame costs of its operation's credit: header and payload. */
static inline uint32_t frame_cost(const Frame *frame)
{
        return frame->size + FRAME_HEADER_SIZE;
}

/* Are frames of this type subject to credit? */
static inline bool frame_is_credited(FrameType type)
{
        return type == FRAME_INSTANCE || type == FRAME_INDICATION || type == FRAME_CLASS || type == FRAME_STREAM;
}

/*
 * Makes the frame outlast the reader's next fill: takes a reference on its block, or, where a small frame would hold up a big block,
 * moves it into a block of its own. Ends with frame_release(). 0 or -ENOMEM.
 */
int frame_keep(Frame *frame);
/* The same; a small frame goes into `space`, 16-aligned, if it fits, and lives as long as that. */
int frame_keep_in(Frame *frame, void *space, size_t size);
void frame_release(Frame *frame); /* only after frame_keep(); a zeroed frame is fine */

typedef struct FrameReader {
        FrameBlock *block;
        size_t start; /* of the first byte that no frame was made of */
        size_t end;   /* of what was read */
        size_t want;  /* size of the next block */
        size_t max_frame;
} FrameReader;

void frame_reader_init(FrameReader *reader, size_t max_frame);
void frame_reader_deinit(FrameReader *reader);

/*
 * One read from the socket, as much as there is room for. Frames handed out and not kept are invalid afterwards. 0 if something was read,
 * FRAME_AGAIN, FRAME_CLOSED, or negative errno. `flags` as for recv(2) (MSG_DONTWAIT).
 */
int frame_reader_fill(FrameReader *reader, int fd, int flags);
/* The same from memory; for tests and fuzzers. */
int frame_reader_feed(FrameReader *reader, const void *data, size_t size);
/* The next whole frame of what was read: 0, FRAME_PARTIAL or FRAME_INVALID. */
int frame_reader_next(FrameReader *reader, Frame *frame);
/* Has a fill read more than was handed out? */
static inline bool frame_reader_has_data(const FrameReader *reader)
{
        return reader->end > reader->start;
}
/* Gives back memory that an idle channel does not need. */
void frame_reader_trim(FrameReader *reader);

/*
 * Writing: frames are appended to a Buffer whose size must be a multiple of 8 at that point. frame_begin() returns the offset of the
 * frame for frame_end(), which pads it and sets its size. Failures are remembered in buffer->failed; frame_end() then returns -ENOMEM,
 * or -EMSGSIZE for a frame larger than FRAME_SIZE_MAX, and takes the frame off the buffer again.
 */
size_t frame_begin(Buffer *buffer, FrameType type, uint16_t flags, uint64_t operation);
int frame_end(Buffer *buffer, size_t frame);
/* A frame with nothing but a few 32-bit numbers (HELLO, CREDIT, CANCEL, ANSWER, CLOSE, GOAWAY). */
int frame_append_numbers(Buffer *buffer, FrameType type, uint64_t operation, const uint32_t *numbers, size_t count);
/* False if the payload is shorter. */
bool frame_numbers(const Frame *frame, uint32_t *numbers, size_t count);

int frame_append_hello(Buffer *buffer);
/* 0 and the largest frame that may be sent to the peer, or FRAME_INVALID (version, limit). */
int frame_parse_hello(const Frame *frame, size_t *max_framep);
int frame_append_credit(Buffer *buffer, uint64_t operation, uint32_t bytes);
int frame_append_cancel(Buffer *buffer, uint64_t operation, uint32_t reason);
int frame_append_answer(Buffer *buffer, uint64_t operation, uint32_t prompt, uint32_t response);
int frame_append_close(Buffer *buffer, uint64_t operation);
int frame_append_goaway(Buffer *buffer);
int frame_append_started(Buffer *buffer, uint64_t operation);

/*
 * Sends what is in the buffer from *sentp on and moves *sentp; when all is sent the buffer is cleared and *sentp is 0. 0, FRAME_AGAIN,
 * FRAME_CLOSED or negative errno. Never raises SIGPIPE.
 */
int frame_flush(Buffer *buffer, size_t *sentp, int fd, int flags);
