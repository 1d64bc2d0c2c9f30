#pragma once

/*
 * Growable byte buffers
 *
 * Bytes are appended at the end; a failed append marks the buffer (`failed`), later appends do nothing, so that a long
 * series of appends is checked once at its end. A Buffer never holds more than `limit` bytes (0: no limit of its own).
 */

#include <stdarg.h>

#include "util/macro.h"

typedef struct Buffer {
        char *data;
        size_t size;     /* bytes in use */
        size_t capacity; /* bytes allocated */
        size_t limit;
        bool failed; /* memory was short or the limit was reached */
} Buffer;

#define BUFFER_INIT                  \
        {                            \
                NULL, 0, 0, 0, false \
        }

void buffer_init(Buffer *buffer, size_t limit);
void buffer_deinit(Buffer *buffer);

/* Forgets the contents and the failure, keeps the memory. */
static inline void buffer_clear(Buffer *buffer)
{
        buffer->size = 0;
        buffer->failed = false;
}

/* 0, or -ENOMEM / -EMSGSIZE (limit), which buffer->failed remembers too. */
int buffer_reserve_slow(Buffer *buffer, size_t size);

static inline int buffer_reserve(Buffer *buffer, size_t size)
{
        if (likely(!buffer->failed && buffer->capacity - buffer->size >= size))
                return 0;
        return buffer_reserve_slow(buffer, size);
}

/* Room for `size` bytes at the end, counted as in use; NULL on failure. Valid until the next append. */
static inline void *buffer_extend(Buffer *buffer, size_t size)
{
        void *memory;

        if (buffer_reserve(buffer, size) < 0)
                return NULL;
        memory = buffer->data + buffer->size;
        buffer->size += size;
        return memory;
}

int buffer_append(Buffer *buffer, const void *data, size_t size);
int buffer_append_string(Buffer *buffer, const char *string); /* without the NUL; NULL appends nothing */
int buffer_append_char(Buffer *buffer, char c);
int buffer_append_zero(Buffer *buffer, size_t size);
int buffer_align(Buffer *buffer, size_t align); /* zero bytes up to a multiple of `align` */
int buffer_printf(Buffer *buffer, const char *format, ...) _printf_(2, 3);
int buffer_vprintf(Buffer *buffer, const char *format, va_list args) _printf_(2, 0);

/* Drops `size` bytes at the front. */
void buffer_consume(Buffer *buffer, size_t size);

/* NUL-terminates (the NUL is not counted) and returns the text; NULL if the buffer failed. Valid until the next append. */
char *buffer_text(Buffer *buffer);

/* Hands the NUL-terminated memory over to the caller, who frees it, and empties the buffer; NULL if it failed. */
char *buffer_steal(Buffer *buffer);
