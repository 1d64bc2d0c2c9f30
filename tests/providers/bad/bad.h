#pragma once

/* What the modules of this folder share: they are alike but for what bad_call() does. */

#include "Bad_Other.h"
#include "Bad_Thing.h"

/* The way in which this module misbehaves: an enumeration of Bad_Thing. */
void bad_call(MI_Context *context);
/* Most modules do nothing special when they are loaded and unloaded. */
void bad_load(void);
void bad_unload(void);

/* Posts an instance as it should be. */
void bad_post(MI_Context *context);
