#pragma once

/*
 * Declarations as words (private to src/registry)
 *
 * A class declaration is written flattened, but property and method records that it shares with its superclass are written once and
 * named by their place, as generated code does with pointers.
 */

#include <MI.h>

#include "registry/format.h"
#include "util/arena.h"
#include "util/buffer.h"
#include "util/map.h"

/* A heap of strings without repetitions */
typedef struct StringHeap {
        Buffer bytes;
        StrMap places; /* of offset + 1 */
        Arena arena;   /* of the keys */
} StringHeap;

void string_heap_init(StringHeap *heap);
void string_heap_deinit(StringHeap *heap);
/* NULL is FORMAT_NONE. -ENOMEM. */
int string_heap_add(StringHeap *heap, const char *string, uint32_t *offsetp);

typedef struct DeclWriter {
        StringHeap *heap;
        Buffer words;
        IdMap places; /* of word + 1 by address: records that were written */
        int error;    /* the first one; later calls do nothing */
} DeclWriter;

void decl_writer_init(DeclWriter *writer, StringHeap *heap);
void decl_writer_deinit(DeclWriter *writer);
/* Writes a class and what of it was not yet written; its first word's place. Negative errno. */
int decl_write(DeclWriter *writer, const MI_ClassDecl *decl, uint32_t *placep);

typedef struct DeclReader {
        const uint32_t *words;
        uint32_t n_words;
        const char *strings;
        uint32_t strings_size;
} DeclReader;

enum {
        _DECL_SUCCESS,

        DECL_MALFORMED,
};

/* A decoded superclass, whose members a subclass shares where both name the same place */
typedef struct DeclSuper {
        const MI_ClassDecl *decl;
        uint32_t members; /* word where its members' places stand: properties, then methods */
} DeclSuper;

/* Reads the class at `place` into the arena; `super` may be NULL. */
int decl_read(const DeclReader *reader, Arena *arena, uint32_t place, const DeclSuper *super, MI_ClassDecl **declp,
              uint32_t *membersp);
