#pragma once

/*
 * The commands of xenmi
 */

#include "cli/options.h"

typedef struct Command {
        const char *name;
        const char *usage;   /* what follows the name; several forms on lines of their own */
        const char *summary; /* one line, for the list of commands */
        const char *help;    /* paragraphs for --help, without the options */
        const Option *options;
        int (*run)(Cli *cli, const struct Command *command, int argc, char **argv);
        const struct Command *const *subcommands; /* NULL-terminated; `run` is then for none of them, or NULL */
} Command;

extern const Command *const commands[]; /* NULL-terminated, in the order of --help */

const Command *command_find(const Command *const *list, const char *name);

/* Finds the command of argv[0] in the list, answers --help, runs it. `path` is how the user got here ("xenmi", "xenmi xs"). */
int command_dispatch(Cli *cli, const Command *const *list, const char *path, int argc, char **argv);
void command_print_help(const Command *command, const char *path);
void command_print_list(const Command *const *list);

/* Parses options that need no values of their own and checks the number of arguments. */
int command_no_options(Cli *cli, const Command *command, int *argcp, char ***argvp, int at_least, int at_most);

extern const Command command_classes, command_class, command_enumerate, command_get, command_query, command_invoke,
        command_test, command_try, command_create, command_modify, command_delete, command_associators,
        command_references, command_subscribe, command_xs, command_sessions, command_mof, command_shell,
        command_complete;
