#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "util/buffer.h"

void buffer_init(Buffer *buffer, size_t limit)
{
        *buffer = (Buffer){ .limit = limit };
}

void buffer_deinit(Buffer *buffer)
{
        free(buffer->data);
        *buffer = (Buffer)BUFFER_INIT;
}

int buffer_reserve_slow(Buffer *buffer, size_t size)
{
        size_t needed, capacity;
        char *data;

        if (buffer->failed)
                return -ENOMEM;
        if (size > SIZE_MAX / 4 - buffer->size || (buffer->limit && buffer->size + size > buffer->limit)) {
                buffer->failed = true;
                return -EMSGSIZE;
        }

        needed = buffer->size + size;
        capacity = MAX(buffer->capacity * 2, (size_t)64);
        if (capacity < needed)
                capacity = needed;
        if (buffer->limit && capacity > buffer->limit)
                capacity = MAX(buffer->limit, needed);

        data = realloc(buffer->data, capacity);
        if (!data) {
                buffer->failed = true;
                return -ENOMEM;
        }
        buffer->data = data;
        buffer->capacity = capacity;
        return 0;
}

int buffer_append(Buffer *buffer, const void *data, size_t size)
{
        int r = buffer_reserve(buffer, size);

        if (r < 0)
                return r;
        if (size)
                memcpy(buffer->data + buffer->size, data, size);
        buffer->size += size;
        return 0;
}

int buffer_append_string(Buffer *buffer, const char *string)
{
        return string ? buffer_append(buffer, string, strlen(string)) : 0;
}

int buffer_append_char(Buffer *buffer, char c)
{
        return buffer_append(buffer, &c, 1);
}

int buffer_append_zero(Buffer *buffer, size_t size)
{
        void *memory = buffer_extend(buffer, size);

        if (!memory)
                return buffer->failed ? -ENOMEM : 0;
        memset(memory, 0, size);
        return 0;
}

int buffer_align(Buffer *buffer, size_t align)
{
        size_t aligned = ALIGN_UP(buffer->size, align);

        return aligned == buffer->size ? 0 : buffer_append_zero(buffer, aligned - buffer->size);
}

int buffer_vprintf(Buffer *buffer, const char *format, va_list args)
{
        va_list again;
        int length, r;

        va_copy(again, args);
        length = vsnprintf(NULL, 0, format, again);
        va_end(again);
        if (length < 0)
                return -EINVAL;

        r = buffer_reserve(buffer, (size_t)length + 1);
        if (r < 0)
                return r;
        vsnprintf(buffer->data + buffer->size, (size_t)length + 1, format, args);
        buffer->size += (size_t)length;
        return 0;
}

int buffer_printf(Buffer *buffer, const char *format, ...)
{
        va_list args;
        int r;

        va_start(args, format);
        r = buffer_vprintf(buffer, format, args);
        va_end(args);
        return r;
}

void buffer_consume(Buffer *buffer, size_t size)
{
        size = MIN(size, buffer->size);
        buffer->size -= size;
        if (buffer->size && size)
                memmove(buffer->data, buffer->data + size, buffer->size);
}

char *buffer_text(Buffer *buffer)
{
        if (buffer_reserve(buffer, 1) < 0)
                return NULL;
        buffer->data[buffer->size] = '\0';
        return buffer->data;
}

char *buffer_steal(Buffer *buffer)
{
        char *text = buffer_text(buffer);

        if (!text)
                return NULL;
        buffer->data = NULL;
        buffer->size = 0;
        buffer->capacity = 0;
        return text;
}
