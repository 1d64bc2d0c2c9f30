#pragma once

/*
 * What a provider says and asks while an operation runs
 *
 * Messages, errors that do not end the operation and progress go to stderr; questions to the terminal, or are answered no where there
 * is none (--yes answers yes). Streamed parameters are printed to stdout as they come.
 */

#include "cli/cli.h"

void cli_callbacks_init(Cli *cli);
