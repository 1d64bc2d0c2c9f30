#pragma once

/*
 * Completion of command lines: for the interactive shell and, through the hidden command `complete', for bash
 *
 * Candidates come from the tables of commands and options, and from the server: namespaces, classes, properties, methods, parameters
 * and xenstore paths. A server that does not answer gives no candidates and no message.
 */

#include "cli/command.h"

typedef void (*CompleteFunction)(void *context, const char *candidate);

/*
 * `words` are the whole words before the one being typed, without the program's name; `prefix` is that one so far. Candidates begin
 * with it (names without case). One that ends in '=' wants no blank behind it.
 */
void complete_line(Cli *cli, char **words, int n_words, const char *prefix, CompleteFunction function, void *context);
