#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/xs.h"

/* write, rm, mkdir, chmod: what changes nodes */

enum {
        WRITE_RAW = 'R',
        CHMOD_RECURSE = 'r',
        CHMOD_UPWARDS = 'u',
};

/* PATH VALUE pairs as two arrays, values in the provider's escaped form */
typedef struct Pairs {
        char **paths;
        char **values;
        size_t count;
} Pairs;

static void pairs_deinit(Pairs *pairs)
{
        for (size_t i = 0; i < pairs->count; i++)
                free(pairs->values[i]);
        free(pairs->paths);
        free(pairs->values);
}

static int pairs_init(Pairs *pairs, const Cli *cli, int argc, char **argv, bool raw)
{
        *pairs = (Pairs){ 0 };
        pairs->paths = calloc((size_t)argc / 2, sizeof(*pairs->paths));
        pairs->values = calloc((size_t)argc / 2, sizeof(*pairs->values));
        if (!pairs->paths || !pairs->values)
                return cli_no_memory(cli);
        for (int i = 0; i + 1 < argc; i += 2) {
                Buffer octets = BUFFER_INIT, escaped = BUFFER_INIT;

                if (raw)
                        buffer_append_string(&octets, argv[i + 1]);
                else
                        xs_unescape(&octets, argv[i + 1]);
                xs_escape(&escaped, octets.data, octets.size);
                pairs->paths[pairs->count] = argv[i];
                pairs->values[pairs->count] = octets.failed ? NULL : buffer_steal(&escaped);
                buffer_deinit(&octets);
                buffer_deinit(&escaped);
                if (!pairs->values[pairs->count])
                        return cli_no_memory(cli);
                pairs->count++;
        }
        return CLI_OK;
}

static int run_write(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(pairs_deinit) Pairs pairs = { 0 };
        OptionParser parser;
        bool raw = false;
        const char *value;
        XsCall call;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                raw = true;
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc < 2 || parser.argc % 2)
                return cli_usage(cli, "expected pairs of PATH and VALUE");
        status = pairs_init(&pairs, cli, parser.argc, parser.argv, raw);
        if (status)
                return status;
        status = xs_call_init(&call, cli, "WriteMany");
        if (!status) {
                xs_call_strings(&call, "Pathnames", pairs.paths, pairs.count);
                xs_call_strings(&call, "Values", pairs.values, pairs.count);
                xs_call_boolean(&call, "Escaped", true);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        return status;
}

/* A method whose only argument is Pathnames */
static int call_with_paths(Cli *cli, const Command *command, const char *method, int argc, char **argv)
{
        XsCall call;
        int status;

        status = command_no_options(cli, command, &argc, &argv, 1, XS_NODES_MAX);
        if (status)
                return status;
        status = xs_call_init(&call, cli, method);
        if (!status) {
                xs_call_strings(&call, "Pathnames", argv, (size_t)argc);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        return status;
}

static int run_remove(Cli *cli, const Command *command, int argc, char **argv)
{
        return call_with_paths(cli, command, "RemoveMany", argc, argv);
}

static int run_mkdir(Cli *cli, const Command *command, int argc, char **argv)
{
        return call_with_paths(cli, command, "MakeDirectory", argc, argv);
}

static int set_permissions(Cli *cli, char **paths, size_t n_paths, char **permissions, size_t n_permissions,
                           bool recurse)
{
        XsCall call;
        int status;

        status = xs_call_init(&call, cli, "SetPermissions");
        if (!status) {
                call.where = paths[0];
                xs_call_strings(&call, "Pathnames", paths, n_paths);
                xs_call_strings(&call, "Permissions", permissions, n_permissions);
                xs_call_boolean(&call, "Recurse", recurse);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        return status;
}

/* The path and its parents, nearest first, down from the domain's home or the root (which keeps its permissions). */
static size_t with_parents(char *path, char **paths, size_t room)
{
        size_t count = 0;
        char *slash = path + strlen(path);

        while (count < room) {
                paths[count++] = strndup(path, (size_t)(slash - path));
                do
                        slash--;
                while (slash > path && *slash != '/');
                if (slash <= path)
                        break;
        }
        return count;
}

static int run_chmod(Cli *cli, const Command *command, int argc, char **argv)
{
        bool recurse = false, upwards = false;
        char *paths[64] = { NULL };
        OptionParser parser;
        const char *value;
        size_t n_paths = 1;
        int option, status = CLI_OK;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                recurse = recurse || option == CHMOD_RECURSE;
                upwards = upwards || option == CHMOD_UPWARDS;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc < 2)
                return cli_usage(cli, "expected a path and permissions such as n0 r7");
        if (upwards)
                n_paths = with_parents(parser.argv[0], paths, ARRAY_SIZE(paths));
        else
                paths[0] = strdup(parser.argv[0]);
        for (size_t i = 0; i < n_paths; i++)
                if (!paths[i])
                        status = cli_no_memory(cli);
        if (!status)
                status = set_permissions(cli, paths, 1, parser.argv + 1, (size_t)parser.argc - 1, recurse);
        if (!status && n_paths > 1)
                status = set_permissions(cli, paths + 1, n_paths - 1, parser.argv + 1, (size_t)parser.argc - 1, false);
        for (size_t i = 0; i < n_paths; i++)
                free(paths[i]);
        return status;
}

static const Option write_options[] = {
        { WRITE_RAW, "raw", NULL, "take values as they are: a backslash is one" },
        { 0 },
};

const Command xs_write = {
        .name = "write",
        .usage = "[-R] PATH VALUE [PATH VALUE...]",
        .summary = "Write values, all or none; nodes and their parents are made",
        .options = write_options,
        .run = run_write,
};

const Command xs_remove = {
        .name = "rm",
        .usage = "PATH...",
        .summary = "Remove nodes and all below them, all or none",
        .run = run_remove,
};

const Command xs_mkdir = {
        .name = "mkdir",
        .usage = "PATH...",
        .summary = "Make empty nodes; those that exist stay as they are",
        .run = run_mkdir,
};

static const Option chmod_options[] = {
        { CHMOD_RECURSE, "recurse", NULL, "for all nodes below as well" },
        { CHMOD_UPWARDS, "upwards", NULL, "for the parents as well" },
        { 0 },
};

const Command xs_chmod = {
        .name = "chmod",
        .usage = "[-r] [-u] PATH PERMISSION...",
        .summary = "Set the permissions of a node",
        .help = "A PERMISSION is n (none), r (read), w (write) or b (both) and the number of a domain. The first names "
                "the owner,\n"
                "with what all others may do: `n0 r7' is a node of domain 0 that domain 7 reads.",
        .options = chmod_options,
        .run = run_chmod,
};
