#pragma once

/*
 * The output folder
 *
 * Files are written beside their place and renamed into it, so that a reader never sees half of one. Each is told on
 * standard output, unless that is not wanted.
 */

#include "convert/generate.h"

typedef struct Output {
        const char *folder;
        bool is_quiet;
        uint32_t n_written;
} Output;

/* Makes the folder, with its parents, if it is not there. Negative errno, told on standard error. */
int output_init(Output *output, const char *folder, bool is_quiet);

/* Writes one file; `verb` is the word for people ("Creating"). Negative errno, told on standard error. */
int output_write(Output *output, Arena *arena, const char *verb, const char *name, Buffer *text);

/* The present contents of a file; -ENOENT is told to nobody, every other error on standard error. */
int output_read(const Output *output, Arena *arena, const char *name, char **textp, size_t *sizep);
