#include <errno.h>
#include <pthread.h>
#include <string.h>
#include <sys/random.h>

#include "util/map.h"
#include "util/text.h"

static uint64_t map_seed;
static pthread_once_t map_seed_once = PTHREAD_ONCE_INIT;

static void map_seed_init(void)
{
        if (getrandom(&map_seed, sizeof(map_seed), GRND_NONBLOCK) != (ssize_t)sizeof(map_seed))
                map_seed = (uint64_t)(uintptr_t)&map_seed * 0x9e3779b97f4a7c15u;
}

static uint64_t map_mix(uint64_t x)
{
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93u;
        x ^= x >> 32;
        x *= 0xd6e8feb86659fd93u;
        return x ^ x >> 32;
}

static uint64_t str_map_hash(const StrMap *map, const char *key)
{
        uint64_t hash;

        pthread_once(&map_seed_once, map_seed_init);
        hash = map_seed;
        for (; *key; key++)
                hash = (hash ^ (unsigned char)(map->ignores_case ? ascii_lower(*key) : *key)) * 0x100000001b3u;
        return map_mix(hash);
}

static bool str_map_equal(const StrMap *map, const StrMapEntry *entry, uint64_t hash, const char *key)
{
        if (entry->hash != hash)
                return false;
        return map->ignores_case ? ascii_equal(entry->key, key) : strcmp(entry->key, key) == 0;
}

void str_map_init(StrMap *map, bool ignores_case)
{
        *map = (StrMap){ .ignores_case = ignores_case };
}

void str_map_deinit(StrMap *map)
{
        free(map->entries);
        str_map_init(map, map->ignores_case);
}

/* The entry of `key`, or the free one where it would go; NULL if there are no entries. */
static StrMapEntry *str_map_find(const StrMap *map, uint64_t hash, const char *key)
{
        if (!map->capacity)
                return NULL;
        for (size_t i = hash & (map->capacity - 1);; i = (i + 1) & (map->capacity - 1))
                if (!map->entries[i].value || str_map_equal(map, &map->entries[i], hash, key))
                        return &map->entries[i];
}

static int str_map_grow(StrMap *map)
{
        size_t capacity = map->capacity ? map->capacity * 2 : 16;
        StrMapEntry *entries = calloc(capacity, sizeof(*entries));

        if (!entries)
                return -ENOMEM;
        for (size_t i = 0; i < map->capacity; i++) {
                size_t j;

                if (!map->entries[i].value)
                        continue;
                for (j = map->entries[i].hash & (capacity - 1); entries[j].value; j = (j + 1) & (capacity - 1))
                        ;
                entries[j] = map->entries[i];
        }
        free(map->entries);
        map->entries = entries;
        map->capacity = capacity;
        return 0;
}

void *str_map_get(const StrMap *map, const char *key)
{
        StrMapEntry *entry;

        if (!map->count)
                return NULL;
        entry = str_map_find(map, str_map_hash(map, key), key);
        return entry ? entry->value : NULL;
}

int str_map_add(StrMap *map, const char *key, void *value)
{
        uint64_t hash = str_map_hash(map, key);
        StrMapEntry *entry;

        if ((map->count + 1) * 4 > map->capacity * 3) {
                int r = str_map_grow(map);

                if (r < 0)
                        return r;
        }
        entry = str_map_find(map, hash, key);
        if (entry->value)
                return -EEXIST;
        *entry = (StrMapEntry){ .key = key, .value = value, .hash = hash };
        map->count++;
        return 0;
}

void *str_map_remove(StrMap *map, const char *key)
{
        StrMapEntry *entry = map->count ? str_map_find(map, str_map_hash(map, key), key) : NULL;
        size_t mask = map->capacity - 1, hole, i;
        void *value;

        if (!entry || !entry->value)
                return NULL;
        value = entry->value;
        hole = (size_t)(entry - map->entries);

        /* Close the gap: an entry whose home is not between the hole and itself moves into the hole. */
        for (i = (hole + 1) & mask; map->entries[i].value; i = (i + 1) & mask) {
                size_t home = map->entries[i].hash & mask;

                if (((i - home) & mask) >= ((i - hole) & mask)) {
                        map->entries[hole] = map->entries[i];
                        hole = i;
                }
        }
        map->entries[hole] = (StrMapEntry){ .value = NULL };
        map->count--;
        return value;
}

StrMapEntry *str_map_next(const StrMap *map, size_t *positionp)
{
        while (*positionp < map->capacity) {
                StrMapEntry *entry = &map->entries[(*positionp)++];

                if (entry->value)
                        return entry;
        }
        return NULL;
}

void id_map_init(IdMap *map)
{
        *map = (IdMap){ 0 };
}

void id_map_deinit(IdMap *map)
{
        free(map->entries);
        id_map_init(map);
}

static IdMapEntry *id_map_find(const IdMap *map, uint64_t key)
{
        if (!map->capacity)
                return NULL;
        for (size_t i = map_mix(key) & (map->capacity - 1);; i = (i + 1) & (map->capacity - 1))
                if (!map->entries[i].value || map->entries[i].key == key)
                        return &map->entries[i];
}

static int id_map_grow(IdMap *map)
{
        size_t capacity = map->capacity ? map->capacity * 2 : 16;
        IdMapEntry *entries = calloc(capacity, sizeof(*entries));

        if (!entries)
                return -ENOMEM;
        for (size_t i = 0; i < map->capacity; i++) {
                size_t j;

                if (!map->entries[i].value)
                        continue;
                for (j = map_mix(map->entries[i].key) & (capacity - 1); entries[j].value; j = (j + 1) & (capacity - 1))
                        ;
                entries[j] = map->entries[i];
        }
        free(map->entries);
        map->entries = entries;
        map->capacity = capacity;
        return 0;
}

void *id_map_get(const IdMap *map, uint64_t key)
{
        IdMapEntry *entry = id_map_find(map, key);

        return entry ? entry->value : NULL;
}

int id_map_add(IdMap *map, uint64_t key, void *value)
{
        IdMapEntry *entry;

        if ((map->count + 1) * 4 > map->capacity * 3) {
                int r = id_map_grow(map);

                if (r < 0)
                        return r;
        }
        entry = id_map_find(map, key);
        if (entry->value)
                return -EEXIST;
        *entry = (IdMapEntry){ .key = key, .value = value };
        map->count++;
        return 0;
}

void *id_map_remove(IdMap *map, uint64_t key)
{
        IdMapEntry *entry = id_map_find(map, key);
        size_t mask = map->capacity - 1, hole, i;
        void *value;

        if (!entry || !entry->value)
                return NULL;
        value = entry->value;
        hole = (size_t)(entry - map->entries);
        for (i = (hole + 1) & mask; map->entries[i].value; i = (i + 1) & mask) {
                size_t home = map_mix(map->entries[i].key) & mask;

                if (((i - home) & mask) >= ((i - hole) & mask)) {
                        map->entries[hole] = map->entries[i];
                        hole = i;
                }
        }
        map->entries[hole] = (IdMapEntry){ .value = NULL };
        map->count--;
        return value;
}

IdMapEntry *id_map_next(const IdMap *map, size_t *positionp)
{
        while (*positionp < map->capacity) {
                IdMapEntry *entry = &map->entries[(*positionp)++];

                if (entry->value)
                        return entry;
        }
        return NULL;
}
