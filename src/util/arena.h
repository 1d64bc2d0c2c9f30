#pragma once

/*
 * Arenas: many small allocations that end together
 *
 * An Arena hands out memory from chunks and frees all of it at once. It is not thread-safe. Memory is aligned to 16 bytes.
 * arena_init_static lets the first chunk be the caller's (often on the stack), so that small requests never call malloc.
 */

#include <stdarg.h>

#include "util/macro.h"

typedef struct ArenaChunk ArenaChunk;

typedef struct Arena {
        ArenaChunk *chunks; /* ours, newest first */
        char *next;         /* free space in the newest chunk */
        char *end;
        size_t chunk_size;  /* size of the next chunk */
        size_t total;       /* bytes in `chunks`, for accounting */
        char *static_chunk; /* the caller's, or NULL */
        size_t static_size;
} Arena;

#define ARENA_CHUNK_DEFAULT 4096

void arena_init(Arena *arena, size_t chunk_size); /* 0: the default */
void arena_init_static(Arena *arena, void *chunk, size_t size);
void arena_deinit(Arena *arena);

/* Forgets all allocations and keeps the static chunk, or the newest one, for re-use. */
void arena_reset(Arena *arena);

/* All return NULL when memory is short. */
void *arena_alloc_slow(Arena *arena, size_t size);
void *arena_zalloc(Arena *arena, size_t size);
char *arena_strdup(Arena *arena, const char *string); /* NULL gives NULL */
char *arena_strndup(Arena *arena, const char *string, size_t length);
void *arena_memdup(Arena *arena, const void *data, size_t size);
char *arena_printf(Arena *arena, const char *format, ...) _printf_(2, 3);
char *arena_vprintf(Arena *arena, const char *format, va_list args) _printf_(2, 0);

static inline void *arena_alloc(Arena *arena, size_t size)
{
        size_t aligned = ALIGN_UP(size, (size_t)16);

        if (likely(aligned >= size && aligned <= (size_t)(arena->end - arena->next))) {
                void *memory = arena->next;

                arena->next += aligned;
                return memory;
        }
        return arena_alloc_slow(arena, size);
}
