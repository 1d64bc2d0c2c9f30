#pragma once

/*
 * The instance that a command line names: CLASS KEY=VALUE..., or an object path in one word, as answers show it
 */

#include "cli/cli.h"

typedef struct Object {
        MI_Class *class;
        MI_Instance *keys;
        char *name_space; /* of the path; NULL: the command's */
} Object;

/* Whether the word is a path and no name of a class. */
bool object_is_path(const char *word);

/* All words: a path has to stand alone. */
int object_parse(Object *object, Cli *cli, int argc, char **argv);
void object_deinit(Object *object);

const char *object_namespace(const Object *object, const Cli *cli);
