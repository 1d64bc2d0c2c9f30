#pragma once

/*
 * Cursors over the parts of frames that are read once, in order
 *
 * Writing appends to a Buffer, whose `failed` is looked at once at the end. Reading never leaves [at, end) and remembers in `failed` that
 * something did not fit; what it then returns is zero. Strings are a length (UINT32_MAX: none), the bytes and a NUL, padded to 4; they
 * are used in place.
 */

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "util/buffer.h"
#include "util/macro.h"

#define CURSOR_NO_STRING UINT32_MAX

typedef struct Cursor {
        const uint8_t *start; /* what alignment counts from; 8-aligned */
        const uint8_t *at;
        const uint8_t *end;
        bool failed;
} Cursor;

static inline void cursor_init(Cursor *cursor, const void *data, size_t size)
{
        cursor->start = data;
        cursor->at = data;
        cursor->end = cursor->start + size;
        cursor->failed = false;
}

static inline size_t cursor_left(const Cursor *cursor)
{
        return cursor->failed ? 0 : (size_t)(cursor->end - cursor->at);
}

/* `size` bytes in place; NULL if there are not that many. */
static inline const void *cursor_take(Cursor *cursor, size_t size)
{
        const uint8_t *at = cursor->at;

        if (unlikely(size > cursor_left(cursor))) {
                cursor->failed = true;
                return NULL;
        }
        cursor->at += size;
        return at;
}

static inline uint32_t cursor_u32(Cursor *cursor)
{
        const void *from = cursor_take(cursor, 4);
        uint32_t number = 0;

        if (from)
                memcpy(&number, from, 4);
        return number;
}

static inline uint64_t cursor_u64(Cursor *cursor)
{
        const void *from = cursor_take(cursor, 8);
        uint64_t number = 0;

        if (from)
                memcpy(&number, from, 8);
        return number;
}

static inline void cursor_align(Cursor *cursor, size_t align)
{
        size_t offset = (size_t)(cursor->at - cursor->start);

        cursor_take(cursor, ALIGN_UP(offset, align) - offset);
}

/* In place, at most `limit` bytes; NULL for none. */
static inline const char *cursor_string(Cursor *cursor, uint32_t limit)
{
        uint32_t length = cursor_u32(cursor);
        const char *text;

        if (cursor->failed || length == CURSOR_NO_STRING)
                return NULL;
        if (length > limit) {
                cursor->failed = true;
                return NULL;
        }
        text = cursor_take(cursor, (size_t)length + 1);
        if (text && memchr(text, 0, (size_t)length + 1) != text + length) {
                cursor->failed = true;
                return NULL;
        }
        cursor_align(cursor, 4);
        return cursor->failed ? NULL : text;
}

static inline void cursor_put_u32(Buffer *buffer, uint32_t number)
{
        buffer_append(buffer, &number, 4);
}

static inline void cursor_put_u64(Buffer *buffer, uint64_t number)
{
        buffer_append(buffer, &number, 8);
}

static inline void cursor_put_string(Buffer *buffer, const char *text)
{
        size_t length;

        if (!text) {
                cursor_put_u32(buffer, CURSOR_NO_STRING);
                return;
        }
        length = strlen(text);
        if (length >= CURSOR_NO_STRING) {
                buffer->failed = true;
                return;
        }
        cursor_put_u32(buffer, (uint32_t)length);
        buffer_append(buffer, text, length + 1);
        buffer_align(buffer, 4);
}
