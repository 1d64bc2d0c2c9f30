#pragma once

/*
 * Layout of MOF text: for `xenmi mof format` and `xenmi mof tree`
 */

#include "mof/schema.h"

/*
 * Re-indents a MOF text; comments, pragmas and the spelling of names and literals stay. Formatting a formatted text
 * changes nothing. Returns 0; MOF_FAILED with an explanation in *messages (which live in `arena`), if the text has a
 * token that is none; -ENOMEM.
 */
int mof_format(Buffer *buffer, const char *name, const void *text, size_t size, Arena *arena, MofMessages *messages);

/* The class hierarchy, one class a line, subclasses indented below their superclass, in the order of their names. */
void mof_tree(Buffer *buffer, const MofSchema *schema);
