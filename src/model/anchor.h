#pragma once

/*
 * Anchors
 *
 * An Anchor keeps memory alive that others point into: the arena of a decoded class, a mapped repository, a shape. Whoever holds such
 * a pointer (a class object, an instance, a clone) holds a reference. Thread-safe. Embed it first and give a release function, or use
 * anchor_new() for one that is just an arena. A NULL anchor stands for memory that lives as long as the process.
 */

#include <stdatomic.h>

#include "util/arena.h"
#include "util/macro.h"

typedef struct Anchor Anchor;

struct Anchor {
        atomic_uint references;
        void (*release)(Anchor *anchor); /* the last reference has gone: free it */
        Arena arena;
};

void anchor_init(Anchor *anchor, void (*release)(Anchor *anchor)); /* one reference, an empty arena */
void anchor_deinit(Anchor *anchor); /* frees the arena; to be called by release functions */

int anchor_new(Anchor **anchorp);
Anchor *anchor_ref(Anchor *anchor);   /* returns its argument; NULL is fine */
Anchor *anchor_unref(Anchor *anchor); /* returns NULL */

DEFINE_CLEANUP(Anchor *, anchor_unref);
