#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/xs-nodes.h"

#include "cli/json.h"
#include "util/text.h"

/* tree, dump: a node and all below it */

enum {
        TREE_FULL = 'f',
        TREE_PERMISSIONS = 'p',
        TREE_DEPTH = 'd',
};

int xs_nodes_each(Cli *cli, const XsNodesRequest *request, XsNodeFunction function, void *context)
{
        char *continue_at = NULL;
        size_t seen = 0;
        int status;

        do {
                MI_Char **paths = NULL, **values = NULL, **permissions = NULL;
                const MI_Uint32 *results = NULL;
                size_t n_paths = 0, n_values, n_permissions, n_results;
                XsCall call;

                status = xs_call_init(&call, cli, "ListTree");
                if (!status) {
                        call.where = request->path;
                        xs_call_string(&call, "Pathname", request->path);
                        xs_call_number(&call, "Depth", request->depth);
                        xs_call_boolean(&call, "Escaped", true);
                        xs_call_boolean(&call, "WithPermissions", request->permissions);
                        if (continue_at)
                                xs_call_string(&call, "ContinueAt", continue_at);
                        status = xs_call_run(&call, MI_RESULT_OK);
                }
                free(continue_at);
                continue_at = NULL;
                if (!status) {
                        n_paths = xs_out_strings(&call, "Pathnames", &paths);
                        n_values = xs_out_strings(&call, "Values", &values);
                        n_permissions = xs_out_strings(&call, "Permissions", &permissions);
                        n_results = xs_out_numbers(&call, "Results", &results);
                }
                for (size_t i = 0; i < n_paths && !status; i++) {
                        const XsNode node = {
                                .path = paths[i],
                                .value = i < n_values && values[i] ? values[i] : "",
                                .permissions = i < n_permissions ? permissions[i] : NULL,
                                .result = i < n_results ? (MI_Result)results[i] : MI_RESULT_OK,
                        };

                        if (++seen > XS_NODES_MAX)
                                status = cli_fail(cli, "%s: more than %d nodes", request->path, XS_NODES_MAX);
                        else
                                status = function(context, &node);
                }
                if (!status && *xs_out_string(&call, "Next")) {
                        continue_at = strdup(xs_out_string(&call, "Next"));
                        if (!continue_at)
                                status = cli_no_memory(cli);
                }
                xs_call_deinit(&call);
        } while (continue_at && !status);
        free(continue_at);
        return status;
}

typedef struct Tree {
        Cli *cli;
        const char *root;
        bool full;
        bool permissions;
        size_t count;
        int status; /* CLI_FAILED once a node could not be read */
        Buffer buffer;
} Tree;

/* How far below the root a path lies; the root itself is 0. */
static int depth_below(const char *root, const char *path)
{
        const size_t length = strcmp(root, "/") == 0 ? 0 : strlen(root);
        int depth = 0;

        if (strlen(path) <= length)
                return 0;
        for (path += length; *path; path++)
                depth += *path == '/' && path[1];
        return depth;
}

static void print_line(Tree *tree, const XsNode *node, int depth)
{
        Buffer octets = BUFFER_INIT;

        buffer_clear(&tree->buffer);
        if (tree->full)
                buffer_append_string(&tree->buffer, node->path);
        else
                buffer_printf(&tree->buffer, "%*s%s", depth - 1, "", xs_leaf(node->path));
        buffer_append_string(&tree->buffer, " = \"");
        xs_unescape(&octets, node->value);
        xs_show(&tree->buffer, octets.data, octets.size);
        buffer_append_char(&tree->buffer, '"');
        if (tree->permissions)
                buffer_printf(&tree->buffer, "   (%s)", node->permissions ? node->permissions : "");
        buffer_append_char(&tree->buffer, '\n');
        cli_print(&tree->buffer);
        buffer_deinit(&octets);
}

/* The text of a value, or its escaped form under another name where it is none: what `restore' reads. */
static void json_line(Tree *tree, const XsNode *node)
{
        Buffer octets = BUFFER_INIT;
        bool is_text;

        xs_unescape(&octets, node->value);
        is_text = utf8_valid(octets.data ? octets.data : "", octets.size);
        buffer_append_string(&tree->buffer, "{\"path\": ");
        json_put_string(&tree->buffer, node->path);
        buffer_append_string(&tree->buffer, is_text ? ", \"value\": " : ", \"escaped\": ");
        json_put_string(&tree->buffer, is_text ? buffer_text(&octets) : node->value);
        if (tree->permissions) {
                buffer_append_string(&tree->buffer, ", \"permissions\": ");
                json_put_string(&tree->buffer, node->permissions);
        }
        buffer_append_char(&tree->buffer, '}');
        buffer_deinit(&octets);
}

/* A node that may not be read does not end the listing. */
static bool is_readable(Tree *tree, const XsNode *node)
{
        if (node->result == MI_RESULT_OK)
                return true;
        tree->status = cli_refused(tree->cli, node->path, node->result, NULL, NULL);
        return false;
}

static int print_node(void *context, const XsNode *node)
{
        Tree *tree = context;
        const int depth = depth_below(tree->root, node->path);

        if (!is_readable(tree, node))
                return CLI_OK;
        if (tree->cli->json) {
                buffer_clear(&tree->buffer);
                buffer_append_string(&tree->buffer, tree->count ? ",\n " : "[");
                json_line(tree, node);
                cli_print(&tree->buffer);
        } else if (depth > 0) {
                print_line(tree, node, depth);
        }
        tree->count++;
        return ferror(stdout) ? CLI_FAILED : CLI_OK;
}

static int run_tree(Cli *cli, const Command *command, int argc, char **argv)
{
        Tree tree = { .cli = cli, .root = "/" };
        XsNodesRequest request = { 0 };
        unsigned long depth = 0;
        OptionParser parser;
        const char *value;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                tree.full = tree.full || option == TREE_FULL;
                tree.permissions = tree.permissions || option == TREE_PERMISSIONS;
                if (option == TREE_DEPTH && option_number(cli, "--depth", value, 1, 1000, &depth))
                        return CLI_USAGE;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc > 1)
                return cli_usage(cli, "expected one path, found '%s' too", parser.argv[1]);
        if (parser.argc)
                tree.root = parser.argv[0];
        request = (XsNodesRequest){ .path = tree.root, .depth = (uint32_t)depth, .permissions = tree.permissions };
        buffer_init(&tree.buffer, 0);
        status = xs_nodes_each(cli, &request, print_node, &tree);
        if (cli->json && (!status || tree.count))
                puts(tree.count ? "]" : "[]");
        buffer_deinit(&tree.buffer);
        return cli_finish_output(cli, status ? status : tree.status);
}

static int dump_node(void *context, const XsNode *node)
{
        Tree *tree = context;

        if (!is_readable(tree, node))
                return CLI_OK;
        buffer_clear(&tree->buffer);
        json_line(tree, node);
        buffer_append_char(&tree->buffer, '\n');
        cli_print(&tree->buffer);
        return ferror(stdout) ? CLI_FAILED : CLI_OK;
}

static int run_dump(Cli *cli, const Command *command, int argc, char **argv)
{
        Tree tree = { .cli = cli, .permissions = true };
        int status;

        status = command_no_options(cli, command, &argc, &argv, 1, XS_NODES_MAX);
        buffer_init(&tree.buffer, 0);
        for (int i = 0; i < argc && !status; i++) {
                const XsNodesRequest request = { .path = argv[i], .permissions = true };

                status = xs_nodes_each(cli, &request, dump_node, &tree);
        }
        buffer_deinit(&tree.buffer);
        return cli_finish_output(cli, status ? status : tree.status);
}

static const Option tree_options[] = {
        { TREE_FULL, "full", NULL, "whole paths, no indentation" },
        { TREE_PERMISSIONS, "permissions", NULL, "with permissions" },
        { TREE_DEPTH, "depth", "N", "at most N levels" },
        { 0 },
};

const Command xs_tree = {
        .name = "tree",
        .usage = "[-f] [-p] [-d N] [PATH]",
        .summary = "Show all that is below a node (below / when none is named), with values",
        .options = tree_options,
        .run = run_tree,
};

const Command xs_dump = {
        .name = "dump",
        .usage = "PATH...",
        .summary = "Write nodes and all below them as one JSON object a line, for `restore'",
        .run = run_dump,
};
