#pragma once

/*
 * Options of commands
 *
 * A command's options are a table, from which the parser, --help, completion and the test of the manuals all read. Options may stand
 * before and after arguments; `--` ends them. The global options are understood everywhere.
 */

#include <stdbool.h>

#include "cli/cli.h"

typedef struct Option {
        int id;               /* a letter (then -x is the short form) or a number above 255; 0 ends the table */
        const char *name;     /* --name */
        const char *argument; /* what --help calls its argument; NULL: it takes none */
        const char *help;
} Option;

enum {
        OPTION_NAMESPACE = 1001,
        OPTION_JSON,
        OPTION_TIMEOUT,
        OPTION_VERBOSE,
        OPTION_YES,
        OPTION_VERSION,
        OPTION_FIRST_OWN = 1100, /* commands number theirs from here */
};

extern const Option global_options[];

typedef struct OptionParser {
        Cli *cli;
        const Option *options; /* the command's own; may be NULL */
        int argc;
        char **argv;      /* options are moved out; arguments stay, from argv[0] */
        int next;         /* the next word to look at */
        int n_arguments;  /* words kept at the front of argv */
        bool in_order;    /* the first argument ends the options: what follows is another command's */
        const char *rest; /* further letters of a word such as -fp */
} OptionParser;

void option_parser_init(OptionParser *parser, Cli *cli, const Option *options, int argc, char **argv);

/*
 * The id of the next option of the command's own with its argument in *valuep; 0 at the end, when argc and argv of the parser are the
 * arguments that are left. -1: wrong, and the user was told. Global options are applied to the Cli on the way.
 */
int option_next(OptionParser *parser, const char **valuep);

/* "--help" is answered by the caller before options are parsed. */
bool options_ask_help(int argc, char **argv);

void options_print(const Option *options);

/* A number of an option's or an argument's text; CLI_OK, or CLI_USAGE after having told. */
int option_number(const Cli *cli, const char *name, const char *text, unsigned long low, unsigned long high,
                  unsigned long *valuep);
int option_seconds(const Cli *cli, const char *name, const char *text, double *secondsp);
