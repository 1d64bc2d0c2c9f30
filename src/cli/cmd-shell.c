#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/command.h"

/*
 * shell: runs the program of that name, which has line editing; xenmi itself starts faster without it
 */

/* libexec/xenmi/xenmi-shell beside bin, else where the build says that it was installed */
static int find_shell(char *path, size_t size)
{
        static const char below[] = "/../libexec/xenmi/xenmi-shell";
        ssize_t length;
        char *slash;

        length = readlink("/proc/self/exe", path, size - sizeof(below));
        if (length <= 0)
                return -errno;
        path[length] = 0;
        slash = strrchr(path, '/');
        if (!slash)
                return -ENOENT;
        memcpy(slash, below, sizeof(below));
        if (access(path, X_OK) == 0)
                return 0;
        if (access(XENMI_SHELL, X_OK) != 0 || strlen(XENMI_SHELL) >= size)
                return -ENOENT;
        memcpy(path, XENMI_SHELL, strlen(XENMI_SHELL) + 1);
        return 0;
}

static int run_shell(Cli *cli, const Command *command, int argc, char **argv)
{
        char namespace_option[] = "--namespace", timeout_option[] = "--timeout", json_option[] = "--json";
        char shell[] = "xenmi-shell", path[4096], seconds[32];
        char *words[8] = { shell };
        int status, n = 1;

        status = command_no_options(cli, command, &argc, &argv, 0, 0);
        if (status)
                return status;
        if (cli->name_space) {
                words[n++] = namespace_option;
                words[n++] = (char *)(uintptr_t)cli->name_space;
        }
        if (cli->timeout > 0) {
                snprintf(seconds, sizeof(seconds), "%g", cli->timeout);
                words[n++] = timeout_option;
                words[n++] = seconds;
        }
        if (cli->json)
                words[n++] = json_option;
        if (find_shell(path, sizeof(path)))
                return cli_fail(cli, "the program xenmi-shell is not installed");
        execv(path, words);
        return cli_fail(cli, "%s: %s", path, strerror(errno));
}

const Command command_shell = {
        .name = "shell",
        .usage = "",
        .summary = "Type commands one after the other, with history and completion",
        .help = "Lines are commands without the leading `xenmi'. `use NAMESPACE' changes the namespace, `exit' or "
                "Ctrl-D ends it.\n"
                "A standard input that is no terminal is a script: all its commands are run, and one that failed makes "
                "the "
                "exit status 1.\n"
                "Tab completes commands, options, namespaces, classes, properties and methods.",
        .run = run_shell,
};
