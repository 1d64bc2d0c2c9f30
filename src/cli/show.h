#pragma once

/*
 * Answers on stdout: aligned for people, JSON for programs
 *
 * A Show prints the instances of one answer as they come: for people as "name : value" blocks, as JSON a list or, when the answer is
 * one object by its nature, that object.
 */

#include "cli/cli.h"

typedef enum ShowForm {
        SHOW_LIST,   /* any number of instances */
        SHOW_OBJECT, /* one instance: JSON without the brackets */
        SHOW_LINES,  /* JSON: one object a line */
} ShowForm;

typedef struct Show {
        const Cli *cli;
        ShowForm form;
        bool with_class;          /* JSON names the class of each */
        const char *const *names; /* only these properties; none: all */
        size_t n_names;
        size_t count;
        Buffer buffer;
} Show;

void show_init(Show *show, const Cli *cli, ShowForm form);
void show_deinit(Show *show);

/* An InstanceFunction; the context is the Show. */
int show_instance(void *show, const MI_Instance *instance);
/* The end of the answer: closes the list. Returns `status`, or CLI_FAILED when stdout could not be written to. */
int show_end(Show *show, int status);

void show_streamed(const char *name, MI_Type type, const MI_Value *value, bool json);

/* A value on one line for people; control characters are escaped, so that no value can play with the terminal. */
void show_value(Buffer *buffer, const MI_Value *value, MI_Type type);
void show_text(Buffer *buffer, const char *text);

/* Rows of columns, as wide as their widest cell. Cells are copied. */
typedef struct Table {
        size_t n_columns;
        size_t n_cells;
        size_t room;
        char **cells;
        bool failed;
} Table;

void table_init(Table *table, size_t n_columns);
void table_deinit(Table *table);
void table_add(Table *table, const char *cell); /* row by row */
/* With `right`, a NULL-terminated string of one character a column: 'r' is set to the right. */
int table_print(Table *table, const char *align);
