#pragma once

/*
 * Packed instances
 *
 * The form in which instances travel and are looked at in place: an 8-aligned block of
 *
 *      header      {u32 size, u32 shape, u32 count, u32 flags; strings: class name, namespace, server name}
 *      states      a byte for each element (exists, modified), padded to 8
 *      slots       8 bytes for each element: numbers themselves, else {u32 offset, u32 length} of what is in the heap
 *      elements    only without a shape: {u32 name, u32 length of the name, u32 flags, u32 type} for each
 *      heap        strings with their NUL, datetimes, arrays, nested blocks
 *
 * Offsets count from the block's start; 0 is "none". What is in the heap lies there in the order of its mention and does not overlap, so that
 * checking a block is linear in its size. Nested instances and references never use shapes. A received block is checked once, as
 * a whole; afterwards its contents are trusted.
 *
 * A PackedInstance is the MI_Instance that reads such a block: nothing is copied but what needs pointers (arrays of strings, nested
 * instances), and that only when it is asked for. Setting an element turns it into a dynamic instance on the spot. It is not thread-safe.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "model/instance.h"
#include "util/arena.h"
#include "util/buffer.h"
#include "wire/cursor.h"
#include "wire/frame.h"
#include "wire/shape.h"

enum {
        _PACKED_SUCCESS,

        PACKED_INVALID, /* the block lies */
};

enum {
        PACKED_MODIFIED =
                1, /* keep the sender's modified bits (requests); without, all elements are reported NOT_MODIFIED */
};

typedef struct PackedInstance {
        MI_Instance base; /* first: cast to MI_Instance */
        const uint8_t *block;
        const uint8_t *states;
        const uint8_t *slots;
        const uint8_t *elements; /* of an inline block */
        Shape *shape;            /* NULL: an inline block */
        uint32_t count;
        unsigned flags;
        struct PackedExtra *extra; /* values that had to be made, and what a clone holds */
        MI_ClassDecl inline_decl;  /* base.classDecl of an inline block: name and kind, no properties */
} PackedInstance;

/*
 * Checks the block at `data` (8-aligned) and makes the view. The memory must outlive it; the shape is referenced only by clones. *sizep
 * (may be NULL) is the block's size. 0, PACKED_INVALID (unknown shape, bounds, depth, strings without NUL, unknown types...) or -ENOMEM.
 */
int packed_init(PackedInstance *packed, const void *data, size_t size, const ShapeTable *shapes, unsigned flags,
                size_t *sizep);
void packed_deinit(PackedInstance *packed); /* a zeroed one is fine */
static inline MI_Instance *packed_instance(PackedInstance *packed)
{
        return &packed->base;
}

/* A heap copy of the block, MI_Instance_Delete() frees it; what Clone of a packed instance does. */
int packed_new(MI_Instance **instancep, const void *data, size_t size, const ShapeTable *shapes, unsigned flags);

bool instance_is_packed(const MI_Instance *instance);

/*
 * Appends the block of an instance of any kind. Without a shape it is self-describing. -EINVAL: a value that cannot be sent (depth, array
 * without data), -EMSGSIZE: more than fits a frame; the buffer is then as it was before.
 */
int packed_append(Buffer *buffer, const MI_Instance *instance, const Selection *selection);
/* With the sender's shape, which must be for instance->classDecl of this static instance. */
int packed_append_shaped(Buffer *buffer, const MI_Instance *instance, const SenderShape *shape);

/*
 * A single typed value of an option or a default, as a cursor reads it (cursor.h): no instances (-EINVAL). The parsed value points into the
 * cursor's memory, arrays of strings into the arena. False if what is there is not one.
 */
int packed_value_append(Buffer *buffer, const MI_Value *value, MI_Type type);
bool packed_value_parse(Cursor *cursor, Arena *arena, MI_Value *value, MI_Type type);
