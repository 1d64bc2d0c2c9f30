#pragma once

/*
 * Localised texts: the string table of a resource script
 *
 * Texts are numbered from 1 in the order in which schema.c shows them, equal ones once. With an old table known texts
 * keep their numbers and new ones follow its highest.
 */

#include "util/arena.h"
#include "util/buffer.h"
#include "util/map.h"

typedef struct LocalString LocalString;

typedef struct StringTable {
        Arena *arena;
        StrMap by_text; /* of LocalString *, with case */
        LocalString **used;
        uint32_t n_used;
        uint32_t last_id; /* the highest that is taken */
} StringTable;

enum {
        _STRINGS_SUCCESS,

        STRINGS_SYNTAX, /* not a resource script with a string table; *linep says where */
};

#define STRINGS_MAX 65535 /* Windows' limit for a string's number */

int strings_init(StringTable *table, Arena *arena);
void strings_deinit(StringTable *table);

/* Takes the numbers of an old script's texts over. */
int strings_read(StringTable *table, const char *text, size_t size, uint32_t *linep);

/* The number of a text; 0 when memory is short. */
uint32_t strings_id(StringTable *table, const char *text);

/* Appends the script with all texts that were asked for, by number. */
void strings_write(Buffer *buffer, StringTable *table);
