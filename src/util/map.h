#pragma once

/*
 * Hash maps: by string (with or without case) and by 64-bit number
 *
 * Open addressing, values are pointers that the map does not own, NULL is no value. Keys of a StrMap are not copied: they
 * live as long as their entry. Not thread-safe. Hashes of strings are seeded per process, so that a peer who chooses
 * names cannot choose collisions.
 */

#include "util/macro.h"

typedef struct StrMapEntry {
        const char *key;
        void *value;
        uint64_t hash;
} StrMapEntry;

typedef struct StrMap {
        StrMapEntry *entries;
        size_t capacity; /* a power of two, or 0 */
        size_t count;
        bool ignores_case;
} StrMap;

void str_map_init(StrMap *map, bool ignores_case);
void str_map_deinit(StrMap *map);
void *str_map_get(const StrMap *map, const char *key);
/* 0, or -EEXIST (nothing changes), or -ENOMEM */
int str_map_add(StrMap *map, const char *key, void *value);
/* Removes and returns the value, NULL if there is none. */
void *str_map_remove(StrMap *map, const char *key);
/* The entry at or after *positionp (start with 0), which moves on; NULL at the end. The map must not change meanwhile. */
StrMapEntry *str_map_next(const StrMap *map, size_t *positionp);

typedef struct IdMapEntry {
        uint64_t key;
        void *value; /* NULL: free */
} IdMapEntry;

typedef struct IdMap {
        IdMapEntry *entries;
        size_t capacity;
        size_t count;
} IdMap;

void id_map_init(IdMap *map);
void id_map_deinit(IdMap *map);
void *id_map_get(const IdMap *map, uint64_t key);
int id_map_add(IdMap *map, uint64_t key, void *value); /* as str_map_add */
void *id_map_remove(IdMap *map, uint64_t key);
IdMapEntry *id_map_next(const IdMap *map, size_t *positionp);
