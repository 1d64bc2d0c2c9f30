#include <errno.h>

#include "model/anchor.h"
#include "util/error.h"

void anchor_init(Anchor *anchor, void (*release)(Anchor *anchor))
{
        atomic_init(&anchor->references, 1);
        anchor->release = release;
        arena_init(&anchor->arena, 0);
}

void anchor_deinit(Anchor *anchor)
{
        arena_deinit(&anchor->arena);
}

static void release_plain(Anchor *anchor)
{
        anchor_deinit(anchor);
        free(anchor);
}

int anchor_new(Anchor **anchorp)
{
        Anchor *anchor = malloc(sizeof(*anchor));

        if (!anchor)
                return error_origin(-ENOMEM);
        anchor_init(anchor, release_plain);
        *anchorp = anchor;
        return 0;
}

Anchor *anchor_ref(Anchor *anchor)
{
        if (anchor)
                atomic_fetch_add_explicit(&anchor->references, 1, memory_order_relaxed);
        return anchor;
}

Anchor *anchor_unref(Anchor *anchor)
{
        if (anchor && atomic_fetch_sub_explicit(&anchor->references, 1, memory_order_acq_rel) == 1)
                anchor->release(anchor);
        return NULL;
}
