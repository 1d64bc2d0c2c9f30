#pragma once

/*
 * Property sets: names without case, each once.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "util/macro.h"

enum {
        PROPERTY_SET_MAX = 4096, /* names in a set */
};

int property_set_init(MI_PropertySet *set); /* ended by MI_PropertySet_Destruct() */
int property_set_new(MI_PropertySet **setp);
MI_PropertySet *property_set_delete(MI_PropertySet *set); /* NULL is fine; returns NULL */
DEFINE_CLEANUP(MI_PropertySet *, property_set_delete);

/* Without function calls through the table: names and their number. */
const char *const *property_set_names(const MI_PropertySet *set, uint32_t *countp);
bool property_set_contains(const MI_PropertySet *set, const char *name);

/* For MI_Server.propertySetFT */
const MI_PropertySetFT *property_set_ft_get(void);
