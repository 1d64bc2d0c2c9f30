#pragma once

/*
 * Shapes: what the packed instances of a class have in common
 *
 * The names, types and flags of a class's elements travel once per channel and direction, in a FRAME_SHAPE, so that instances of an
 * enumeration carry only their values. The sender keys shapes by declaration and Selection; the receiver keeps them by number as class
 * declarations that are laid out, reference counted so that a clone may outlive the channel. Not thread-safe: use under the
 * channel's write (sender) or read (table) lock.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "model/anchor.h"
#include "util/buffer.h"
#include "util/map.h"
#include "wire/frame.h"

enum {
        SHAPES_MAX = 4096,         /* per channel and direction */
        SHAPE_ELEMENTS_MAX = 4096, /* per shape */
        SHAPE_SUPERCLASSES_MAX = 64,
};

/*
 * What of an instance goes into a reply. Elements that are not selected are absent, not null. A zeroed one, or NULL, selects all.
 * The cache makes one Selection cheap for many instances of a class; it belongs to one operation on one channel.
 */
typedef struct Selection {
        const char *const *names; /* select list or property set, without case; NULL: all */
        uint32_t count;
        bool keys_only;
        bool with_keys;           /* keys besides the names */
        const MI_ClassDecl *base; /* only properties that this class has, too */

        const void *cached_decl;
        struct SenderShape *cached_shape;
        uint64_t cached_generation;
} Selection;

bool selection_is_all(const Selection *selection);
bool selection_wants(const Selection *selection, const char *name, MI_Uint32 flags);

/* Sender's side */

typedef struct SenderElement {
        uint32_t index;  /* in the declaration */
        uint32_t offset; /* in the struct */
        uint8_t type;
} SenderElement;

typedef struct SenderShape {
        uint32_t id;
        uint32_t count;
        bool is_parameters;
        bool is_all; /* no selection */
        const MI_ObjectDecl *decl;
        uint64_t digest; /* of selection and declaration's contents: an address may be used again */
        struct SenderShape *next;
        SenderElement elements[];
} SenderShape;

typedef struct ShapeSender {
        IdMap shapes; /* decl -> list of SenderShape */
        uint32_t last_id;
        uint64_t generation;
} ShapeSender;

void shape_sender_init(ShapeSender *sender);
void shape_sender_deinit(ShapeSender *sender);
/* Declarations may have gone (a module was unloaded): define everything anew. */
void shape_sender_forget(ShapeSender *sender);

enum {
        _SHAPE_SUCCESS,

        SHAPE_FULL,    /* SHAPES_MAX are in use: send the instance inline */
        SHAPE_INVALID, /* the peer's definition is wrong: give up the channel */
        SHAPE_UNKNOWN, /* no such shape was defined */
};

/* The shape for a static instance's declaration, which must stay where it is until shape_sender_forget(); appends the FRAME_SHAPE to the buffer when it is new. */
int shape_sender_get(ShapeSender *sender, Buffer *buffer, const MI_ClassDecl *decl, Selection *selection,
                     SenderShape **shapep);

/* Receiver's side */

typedef struct Shape {
        Anchor anchor; /* first: anchor_ref(&shape->anchor) */
        uint32_t id;
        bool is_parameters;           /* of a method */
        MI_ClassDecl *decl;           /* in the anchor's arena; superclasses by name, no qualifiers, no methods */
        struct ShapeClasses *classes; /* where the whole class is to be found, or NULL */
} Shape;

typedef struct ShapeTable {
        struct ShapeClasses *classes; /* shape_table_set_classes() */
        Shape **shapes;               /* by id - 1 */
        uint32_t count;
        uint32_t capacity;
} ShapeTable;

void shape_table_init(ShapeTable *table);
void shape_table_deinit(ShapeTable *table);
/* 0, SHAPE_INVALID or negative errno. Ids count up from 1. */
int shape_table_define(ShapeTable *table, const Frame *frame);
/* The shape that was defined last; NULL if there is none. */
static inline Shape *shape_table_last(const ShapeTable *table)
{
        return table->count ? table->shapes[table->count - 1] : NULL;
}
/*
 * Where the whole classes of shapes defined from now on come from: class_of() gives the declaration or NULL, kept alive by `source`,
 * which each shape references. Called from any thread, when somebody asks for an instance's class. 0 or -ENOMEM.
 */
typedef const MI_ClassDecl *(*ShapeClassOf)(Anchor *source, const char *name_space, const char *class_name);
int shape_table_set_classes(ShapeTable *table, Anchor *source, const char *name_space, ShapeClassOf class_of);
/* That namespace, which instances that name none belong to; NULL if it was not told. */
const char *shape_name_space(const Shape *shape);
const char *shape_table_name_space(const ShapeTable *table);
/* The whole class, or what the shape says of it; *anchorp (borrowed) keeps it alive. */
const MI_ClassDecl *shape_class(Shape *shape, Anchor **anchorp);
/* Borrowed; NULL if there is no such shape. */
static inline Shape *shape_table_get(const ShapeTable *table, uint32_t id)
{
        return id - 1 < table->count ? table->shapes[id - 1] : NULL;
}
