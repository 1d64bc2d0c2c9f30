#pragma once

/*
 * Lists of names as options give them: A,B,C
 */

#include "cli/cli.h"
#include "model/instance.h"
#include "util/buffer.h"

typedef struct Names {
        char **names;
        size_t count;
} Names;

/* 0, -EINVAL (an empty name, or none) or -ENOMEM */
int names_parse(Names *names, const char *text);
void names_deinit(Names *names);
/* The names as the class spells them; CLI_FAILED, with a message, for one that it does not have. */
int names_check(Cli *cli, const MI_ClassDecl *decl, Names *names);

/* The command's operation options with the names as the property list `option`; the caller's to delete. */
int names_to_options(Cli *cli, const char *option, const Names *names, MI_OperationOptions *options);

/* Options that libmi takes a property list from: for what is read, and for what is changed */
#define NAMES_READ   "__GET_EXT_PROPERTIES"
#define NAMES_CHANGE "__PUT_EXT_PROPERTIES"

/* An element that was asked for by name, under the name that the instance has for it */
bool names_find(const MI_Instance *instance, const char *name, Element *element);

void names_join(Buffer *buffer, const Names *names, const char *between);
