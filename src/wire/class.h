#pragma once

/*
 * Packed classes
 *
 * Whole class declarations with qualifiers, properties, defaults, methods and parameters, as they lie in the compiled repository and in
 * FRAME_CLASS. Self-contained: names and offsets only, no pointers. The superclass is a name.
 */

#include <stddef.h>
#include <stdint.h>

#include <MI.h>

#include "util/arena.h"
#include "util/buffer.h"

enum {
        _CLASS_SUCCESS,

        CLASS_INVALID, /* not a packed class, or one that breaks a limit */
};

enum {
        CLASS_PROPERTIES_MAX = 4096,
        CLASS_METHODS_MAX = 4096,
        CLASS_QUALIFIERS_MAX = 1024, /* of one thing */
        CLASS_SIZE_MAX = 4 * 1024 * 1024,
};

/* Appends a block to a buffer whose size is a multiple of 8 (its first u32 is its own size, a multiple of 8). Functions are left out. */
int packed_class_append(Buffer *buffer, const MI_ClassDecl *decl);
/*
 * Decodes into the arena, strings copied, laid out (decl_layout). superClassDecl is left NULL, superClass is the name. *sizep may be NULL.
 * 0, CLASS_INVALID, -ENOMEM.
 */
int packed_class_parse(Arena *arena, const void *data, size_t size, MI_ClassDecl **declp, size_t *sizep);
