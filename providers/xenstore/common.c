#include "common.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>

uint64_t time_now(void)
{
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC, &now);
        return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t time_now_about(void)
{
        struct timespec now;

        clock_gettime(CLOCK_MONOTONIC_COARSE, &now);
        return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t time_of_day(void)
{
        struct timespec now;

        clock_gettime(CLOCK_REALTIME, &now);
        return (uint64_t)now.tv_sec * NS_PER_S + (uint64_t)now.tv_nsec;
}

struct timespec time_spec(uint64_t ns)
{
        return (struct timespec){ .tv_sec = (time_t)(ns / NS_PER_S), .tv_nsec = (long)(ns % NS_PER_S) };
}

void time_sleep(uint64_t ns)
{
        struct timespec pause = time_spec(ns);

        while (nanosleep(&pause, &pause) < 0 && errno == EINTR)
                ;
}

void condition_init(pthread_cond_t *condition)
{
        pthread_condattr_t attributes;

        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(condition, &attributes);
        pthread_condattr_destroy(&attributes);
}

int thread_start(pthread_t *threadp, const char *name, void *(*run)(void *), void *userdata)
{
        enum {
                STACK_SIZE = 256 * 1024
        };
        pthread_attr_t attributes;
        sigset_t all, old;
        int r;

        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, STACK_SIZE);
        sigfillset(&all);
        pthread_sigmask(SIG_SETMASK, &all, &old);
        r = pthread_create(threadp, &attributes, run, userdata);
        pthread_sigmask(SIG_SETMASK, &old, NULL);
        pthread_attr_destroy(&attributes);
        if (r)
                return -r;
        pthread_setname_np(*threadp, name);
        return 0;
}

void bytes_deinit(Bytes *bytes)
{
        free(bytes->data);
        *bytes = (Bytes){ 0 };
}

int bytes_reserve(Bytes *bytes, size_t more)
{
        size_t capacity = bytes->capacity ? bytes->capacity : 64;
        char *data;

        if (bytes->capacity > bytes->size + more)
                return 0;
        while (capacity <= bytes->size + more)
                capacity *= 2;
        data = realloc(bytes->data, capacity);
        if (!data)
                return -ENOMEM;
        bytes->data = data;
        bytes->capacity = capacity;
        data[bytes->size] = '\0';
        return 0;
}

int bytes_add(Bytes *bytes, const void *data, size_t size)
{
        if (bytes_reserve(bytes, size) < 0)
                return -ENOMEM;
        if (size)
                memcpy(bytes->data + bytes->size, data, size);
        bytes->size += size;
        bytes->data[bytes->size] = '\0';
        return 0;
}

int bytes_add_text(Bytes *bytes, const char *text)
{
        return bytes_add(bytes, text, strlen(text));
}

int bytes_printf(Bytes *bytes, const char *format, ...)
{
        va_list ap, again;
        int size, r = 0;

        va_start(ap, format);
        va_copy(again, ap);
        size = vsnprintf(NULL, 0, format, ap);
        if (size < 0 || bytes_reserve(bytes, (size_t)size) < 0)
                r = -ENOMEM;
        else
                vsnprintf(bytes->data + bytes->size, (size_t)size + 1, format, again);
        va_end(again);
        va_end(ap);
        if (!r)
                bytes->size += (size_t)size;
        return r;
}

void strings_deinit(Strings *strings)
{
        bytes_deinit(&strings->bytes);
        strings->count = 0;
}

int strings_add_size(Strings *strings, const char *text, size_t size)
{
        if (bytes_reserve(&strings->bytes, size + 1) < 0)
                return -ENOMEM;
        bytes_add(&strings->bytes, text, size);
        bytes_add(&strings->bytes, "", 1);
        strings->count++;
        return 0;
}

int strings_add(Strings *strings, const char *text)
{
        return strings_add_size(strings, text, strlen(text));
}

const char *strings_next(const Strings *strings, const char *after)
{
        const char *next = after ? after + strlen(after) + 1 : strings->bytes.data;

        return strings->count && next < strings->bytes.data + strings->bytes.size ? next : NULL;
}

const char **strings_array(const Strings *strings)
{
        const char **array = calloc(strings->count + 1, sizeof(*array));
        const char *text = NULL;

        for (size_t i = 0; array && i < strings->count; i++)
                array[i] = text = strings_next(strings, text);
        return array;
}

static uint64_t map_hash(const char *text, uint64_t number)
{
        const uint64_t factor = UINT64_C(0x9e3779b97f4a7c15);
        size_t left = text ? strlen(text) : 0;
        uint64_t hash = (number ^ left) * factor, word = 0;

        for (; left >= sizeof(word); text += sizeof(word), left -= sizeof(word)) {
                memcpy(&word, text, sizeof(word));
                hash = (hash ^ hash >> 32 ^ word) * factor;
        }
        word = 0;
        for (; left > 0; left--)
                word = word << 8 | (unsigned char)*text++;
        hash = (hash ^ hash >> 32 ^ word) * factor;
        return hash ^ (hash >> 32);
}

/* The slot that holds the key, or the free one where it belongs. */
static size_t map_find(const Map *map, const char *text, uint64_t number)
{
        size_t i = map_hash(text, number) & (map->capacity - 1);

        for (; map->slots[i].value; i = (i + 1) & (map->capacity - 1)) {
                const MapSlot *slot = &map->slots[i];

                if (text ? slot->text && !strcmp(slot->text, text) : !slot->text && slot->number == number)
                        break;
        }
        return i;
}

static int map_grow(Map *map)
{
        Map bigger = { .capacity = map->capacity ? map->capacity * 2 : 16, .count = map->count };

        bigger.slots = calloc(bigger.capacity, sizeof(*bigger.slots));
        if (!bigger.slots)
                return -ENOMEM;
        for (size_t i = 0; i < map->capacity; i++)
                if (map->slots[i].value)
                        bigger.slots[map_find(&bigger, map->slots[i].text, map->slots[i].number)] = map->slots[i];
        free(map->slots);
        *map = bigger;
        return 0;
}

void map_deinit(Map *map)
{
        free(map->slots);
        *map = (Map){ 0 };
}

int map_set(Map *map, const char *text, uint64_t number, void *value)
{
        size_t i;

        if (map->count * 2 >= map->capacity && map_grow(map) < 0)
                return -ENOMEM;
        i = map_find(map, text, number);
        if (!map->slots[i].value)
                map->count++;
        map->slots[i] = (MapSlot){ .text = text, .number = number, .value = value };
        return 0;
}

void *map_get(const Map *map, const char *text, uint64_t number)
{
        return map->capacity ? map->slots[map_find(map, text, number)].value : NULL;
}

void *map_remove(Map *map, const char *text, uint64_t number)
{
        size_t mask = map->capacity - 1, hole, i;
        void *value;

        if (!map->capacity)
                return NULL;
        hole = map_find(map, text, number);
        value = map->slots[hole].value;
        if (!value)
                return NULL;
        /* Close the gap: whatever probed past the hole moves into it, so that no tombstones are needed. */
        for (i = (hole + 1) & mask; map->slots[i].value; i = (i + 1) & mask) {
                size_t home = map_hash(map->slots[i].text, map->slots[i].number) & mask;

                if (((i - home) & mask) >= ((i - hole) & mask)) {
                        map->slots[hole] = map->slots[i];
                        hole = i;
                }
        }
        map->slots[hole] = (MapSlot){ 0 };
        map->count--;
        return value;
}
