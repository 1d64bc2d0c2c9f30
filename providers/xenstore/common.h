#pragma once

/*
 * Small helpers of the XenStore provider
 *
 * A provider includes only the public headers, so the few tools that it needs beyond libc stand here.
 */

#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <time.h>

#define _cleanup_(f)  __attribute__((cleanup(f)))
#define ARRAY_SIZE(x) (sizeof(x) / sizeof((x)[0]))
#define MIN(a, b)     ((a) < (b) ? (a) : (b))
#define MAX(a, b)     ((a) > (b) ? (a) : (b))

#define NS_PER_S  UINT64_C(1000000000)
#define NS_PER_MS UINT64_C(1000000)

static inline void freep(void *pointer)
{
        free(*(void **)pointer);
}

/* Time that only goes forward, and the time of day; both in ns. */
uint64_t time_now(void);
uint64_t time_now_about(void); /* some milliseconds behind at most, and cheap */
uint64_t time_of_day(void);
void time_sleep(uint64_t ns);
struct timespec time_spec(uint64_t ns);

/* Condition variables that wait in the time of time_now(). */
void condition_init(pthread_cond_t *condition);

/* A thread that takes no signals; the process's own threads handle those. */
int thread_start(pthread_t *threadp, const char *name, void *(*run)(void *), void *userdata);

/*
 * Bytes: a growable run of bytes that is always followed by a NUL.
 * Functions return 0 or -ENOMEM; after a failure the old content is still there.
 */
typedef struct Bytes {
        char *data; /* NULL while nothing was ever added */
        size_t size;
        size_t capacity;
} Bytes;

void bytes_deinit(Bytes *bytes);
int bytes_reserve(Bytes *bytes, size_t more);
int bytes_add(Bytes *bytes, const void *data, size_t size);
int bytes_add_text(Bytes *bytes, const char *text);
int bytes_printf(Bytes *bytes, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Strings: a list of NUL-terminated strings in one run of bytes. */
typedef struct Strings {
        Bytes bytes;
        size_t count;
} Strings;

void strings_deinit(Strings *strings);
int strings_add(Strings *strings, const char *text);
int strings_add_size(Strings *strings, const char *text, size_t size);
const char *strings_next(const Strings *strings, const char *after); /* NULL, ... first; NULL after the last */
const char **strings_array(const Strings *strings);                  /* free() it; NULL: no memory */

/*
 * Map: from a key (text, or a number that is not 0) to a pointer that is not NULL.
 * The map does not own keys or values.
 */
typedef struct MapSlot {
        const char *text;
        uint64_t number;
        void *value;
} MapSlot;

typedef struct Map {
        MapSlot *slots;
        size_t count;
        size_t capacity; /* a power of two, or 0 */
} Map;

void map_deinit(Map *map);
int map_set(Map *map, const char *text, uint64_t number, void *value); /* 0, -ENOMEM; replaces */
void *map_get(const Map *map, const char *text, uint64_t number);
void *map_remove(Map *map, const char *text, uint64_t number);

/* List: doubly linked, each item embeds a link; the head is a link too. */
typedef struct Link {
        struct Link *next, *previous;
} Link;

static inline void link_init(Link *link)
{
        link->next = link->previous = link;
}

static inline bool link_is_alone(const Link *link)
{
        return link->next == link;
}

static inline void link_before(Link *where, Link *link)
{
        link->next = where;
        link->previous = where->previous;
        where->previous->next = link;
        where->previous = link;
}

static inline void link_remove(Link *link)
{
        link->next->previous = link->previous;
        link->previous->next = link->next;
        link_init(link);
}

#define link_entry(link, type, member) ((type *)((char *)(link)-offsetof(type, member)))
