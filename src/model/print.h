#pragma once

/*
 * Values as text for people and for MOF-like output
 */

#include <MI.h>

#include "util/buffer.h"

/* Strings as they are (PRINT_QUOTED: in quotes, escaped as in MOF), arrays in braces, references as object paths. Reals are printed
 * locale-free with as many digits as it takes to read the same number again. */
enum {
        PRINT_QUOTED = 1,
};
int value_print(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags);
int string_print_quoted(Buffer *buffer, const char *text);
