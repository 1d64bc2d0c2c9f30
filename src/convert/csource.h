#pragma once

/*
 * Finding functions in C source
 *
 * Just enough of the language to tell a definition from a mention: comments, strings and preprocessor lines are passed
 * over, names are compared whole.
 */

#include <stdbool.h>
#include <stddef.h>

/* The body of a function's definition: offsets of its braces in the text */
typedef struct CBody {
        size_t open;
        size_t close;
} CBody;

/* Whether `text` defines a function of that name; bodyp may be NULL. A body without end reaches to the end of the text. */
bool c_find_definition(const char *text, size_t size, const char *name, CBody *bodyp);
