#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "util/arena.h"

struct ArenaChunk {
        ArenaChunk *next;
        size_t size; /* of data */
        _Alignas(16) char data[];
};

void arena_init(Arena *arena, size_t chunk_size)
{
        *arena = (Arena){ .chunk_size = chunk_size ? chunk_size : ARENA_CHUNK_DEFAULT };
}

void arena_init_static(Arena *arena, void *chunk, size_t size)
{
        arena_init(arena, 0);
        arena->static_chunk = chunk;
        arena->static_size = size;
        arena->next = (char *)ALIGN_UP((uintptr_t)chunk, 16);
        arena->end = (char *)chunk + size;
        if (arena->next > arena->end)
                arena->next = arena->end;
}

void arena_deinit(Arena *arena)
{
        ArenaChunk *chunk = arena->chunks;

        while (chunk) {
                ArenaChunk *next = chunk->next;

                free(chunk);
                chunk = next;
        }
        *arena = (Arena){ .chunk_size = arena->chunk_size };
}

void arena_reset(Arena *arena)
{
        ArenaChunk *keep = NULL;

        if (arena->static_chunk) {
                void *chunk = arena->static_chunk;
                size_t size = arena->static_size;

                arena_deinit(arena);
                arena_init_static(arena, chunk, size);
                return;
        }

        keep = arena->chunks;
        if (!keep)
                return;
        arena->chunks = keep->next;
        arena_deinit(arena);
        keep->next = NULL;
        arena->chunks = keep;
        arena->next = keep->data;
        arena->end = keep->data + keep->size;
        arena->total = keep->size;
}

void *arena_alloc_slow(Arena *arena, size_t size)
{
        size_t aligned = ALIGN_UP(size, (size_t)16);
        size_t chunk_size = MAX(arena->chunk_size, aligned);
        ArenaChunk *chunk;

        if (aligned < size || chunk_size > SIZE_MAX / 2)
                return NULL;

        chunk = malloc(sizeof(*chunk) + chunk_size);
        if (!chunk)
                return NULL;
        chunk->size = chunk_size;
        arena->total += chunk_size;

        /* A request larger than what is left of a fresh ordinary chunk gets one of its own and does not end the current. */
        if (aligned > arena->chunk_size / 2 && arena->chunks) {
                chunk->next = arena->chunks->next;
                arena->chunks->next = chunk;
                return chunk->data;
        }

        chunk->next = arena->chunks;
        arena->chunks = chunk;
        arena->next = chunk->data + aligned;
        arena->end = chunk->data + chunk_size;
        if (arena->chunk_size < 1024 * 1024)
                arena->chunk_size *= 2;
        return chunk->data;
}

void *arena_zalloc(Arena *arena, size_t size)
{
        void *memory = arena_alloc(arena, size);

        if (memory)
                memset(memory, 0, size);
        return memory;
}

void *arena_memdup(Arena *arena, const void *data, size_t size)
{
        void *memory = arena_alloc(arena, size);

        if (memory && size)
                memcpy(memory, data, size);
        return memory;
}

char *arena_strndup(Arena *arena, const char *string, size_t length)
{
        char *copy = arena_alloc(arena, length + 1);

        if (copy) {
                if (length)
                        memcpy(copy, string, length);
                copy[length] = '\0';
        }
        return copy;
}

char *arena_strdup(Arena *arena, const char *string)
{
        return string ? arena_strndup(arena, string, strlen(string)) : NULL;
}

char *arena_vprintf(Arena *arena, const char *format, va_list args)
{
        va_list again;
        char *text;
        int length;

        va_copy(again, args);
        length = vsnprintf(NULL, 0, format, again);
        va_end(again);
        if (length < 0)
                return NULL;

        text = arena_alloc(arena, (size_t)length + 1);
        if (text)
                vsnprintf(text, (size_t)length + 1, format, args);
        return text;
}

char *arena_printf(Arena *arena, const char *format, ...)
{
        va_list args;
        char *text;

        va_start(args, format);
        text = arena_vprintf(arena, format, args);
        va_end(args);
        return text;
}
