#pragma once

/*
 * Starting a program from a command line
 */

#include <sys/types.h>

enum {
        LAUNCH_COMMAND_MAX = 64 * 1024,
        LAUNCH_ARGUMENTS_MAX = 4096,
};

/*
 * A command line as arguments: separated by white space, put together by 'quotes' and "quotes", a backslash takes the next
 * character as it is (not within single quotes). There is no shell: nothing else has a meaning. *argumentsp is one block of
 * memory, ended by NULL, the caller's to free. 0, -EINVAL (a quote without its end, no argument), -E2BIG, -ENOMEM.
 */
int launch_split(const char *command, char ***argumentsp);

/*
 * Starts it, found by PATH, in a session of its own with /dev/null as input and output: it is nobody's child here and
 * outlives us. 0 and *pidp, or negative errno (of exec, too: -ENOENT, -EACCES).
 */
int launch(const char *command, pid_t *pidp);
