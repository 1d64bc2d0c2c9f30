#pragma once

/*
 * The layout of packed blocks
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "wire/shape.h"

/* Strings are slots: offset in the low half, length in the high half; 0 for none. */
typedef struct PackedHeader {
        uint32_t size;
        uint32_t shape;
        uint32_t count;
        uint32_t flags; /* MI_FLAG_CLASS, METHOD...; of an inline block */
        uint64_t class_name;
        uint64_t name_space;
        uint64_t server;
} PackedHeader;

_Static_assert(sizeof(PackedHeader) == 40, "packed header");

typedef struct PackedElement {
        uint32_t name;
        uint32_t name_length;
        uint32_t flags;
        uint32_t type;
} PackedElement;

_Static_assert(sizeof(PackedElement) == 16, "packed element");

/* Bits of an element's state */
enum {
        PACKED_EXISTS = 1,
        PACKED_SET = 2, /* by the client: modified */
};

/* Is there a block at the front of `data`, with all that it means within its bounds? *shapep is its shape or NULL. */
bool packed_check(const void *data, size_t size, const ShapeTable *shapes, Shape **shapep);

enum {
        _PLAIN_SUCCESS,

        PLAIN_NOT, /* more than a few elements, or others than numbers and strings */
};

/* packed_append() of a dynamic instance that is plain: 0, PLAIN_NOT (nothing is appended) or -ENOMEM. `flags` are the header's. */
int packed_append_plain(Buffer *buffer, const MI_Instance *instance, MI_Uint32 flags);
