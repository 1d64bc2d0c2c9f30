#pragma once

/*
 * Lists of names as options give them: A,B,C
 */

#include "util/buffer.h"

typedef struct Names {
        char **names;
        size_t count;
} Names;

/* 0, -EINVAL (an empty name, or none) or -ENOMEM */
int names_parse(Names *names, const char *text);
void names_deinit(Names *names);
void names_join(Buffer *buffer, const Names *names, const char *between);
