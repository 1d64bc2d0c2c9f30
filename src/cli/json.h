#pragma once

/*
 * JSON output
 *
 * Written directly into a Buffer: an answer is streamed instance by instance, and a uint64 keeps all its digits, which a tree of
 * doubles or signed integers would not.
 */

#include <MI.h>

#include "util/buffer.h"

void json_put_string(Buffer *buffer, const char *text); /* NULL gives null */
void json_put_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned depth);
/* An object of the properties, "__CLASS" first if asked for; with names, only these and in their order. */
void json_put_instance(Buffer *buffer, const MI_Instance *instance, bool with_class, const char *const *names,
                       size_t n_names, unsigned depth);
