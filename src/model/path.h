#pragma once

/*
 * Object paths as text: `Class.Key1="v",Key2=5`, with an optional prefix `//server/name/space:` or `name/space:`; `Class=@` for a class
 * without keys.
 */

#include <MI.h>

#include "util/buffer.h"

enum {
        _PATH_SUCCESS,

        PATH_SYNTAX, /* *whyp says what and where */
};

enum {
        PATH_SIZE_MAX = 65536,
        PATH_KEYS_MAX = 64,
};

/* Keys are the elements flagged MI_FLAG_KEY; if there are none, all that are not null. Appends text and keeps the buffer NUL-terminated. */
int path_print(Buffer *buffer, const MI_Instance *instance);
/* A dynamic instance with KEY elements; typed by decl where it is given, else string, sint64, uint64, boolean, real64. Quoted object paths
 * of reference keys become strings without a declaration, instances with one. */
int path_parse(MI_Instance **instancep, const char *text, const MI_ClassDecl *decl, const char **whyp);
