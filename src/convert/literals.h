#pragma once

/*
 * Values as C: literals, and the objects that declarations point to
 */

#include "convert/generate.h"

/* A string literal, all ASCII, with its quotes: "a\"b". */
void write_string_literal(Buffer *buffer, const char *text);

/*
 * `static MI_CONST MI_Uint32 <name>_value = 64U;`, for an array with the data in <name>_data_value before it, and an empty
 * line behind. With `is_localized` strings become their numbers in the string table. Types without a literal form (references and
 * instances) write nothing and return false; so does a NULL value.
 */
bool write_value_object(Buffer *buffer, Generator *generator, const char *name, MI_Type type, const void *value,
                        bool is_localized);
