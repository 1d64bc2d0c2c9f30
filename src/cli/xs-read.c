#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/json.h"
#include "cli/show.h"
#include "cli/xs-nodes.h"
#include "util/map.h"
#include "util/text.h"

/* read, exists, ls, domain: what looks at nodes */

enum {
        SHOW_PERMISSIONS = 'p',
        SHOW_FULL = 'f',
        SHOW_RAW = 'R',
};

typedef struct Values {
        MI_Char **values;
        size_t n_values;
        const MI_Uint32 *results;
        size_t n_results;
        MI_Char **messages;
        size_t n_messages;
} Values;

static void values_of(Values *values, const XsCall *call)
{
        *values = (Values){ 0 };
        values->n_values = xs_out_strings(call, "Values", &values->values);
        values->n_results = xs_out_numbers(call, "Results", &values->results);
        values->n_messages = xs_out_strings(call, "Messages", &values->messages);
}

/* CLI_OK, or told what the provider had to say about this path */
static int check_result(const XsCall *call, const Values *values, const char *path, size_t index)
{
        const MI_Result result = index < values->n_results ? (MI_Result)values->results[index] : MI_RESULT_OK;

        if (result == MI_RESULT_OK)
                return CLI_OK;
        return cli_refused(call->cli, path, result, index < values->n_messages ? values->messages[index] : NULL, NULL);
}

static void print_value(const char *path, const char *escaped, bool raw)
{
        Buffer octets = BUFFER_INIT, shown = BUFFER_INIT;

        xs_unescape(&octets, escaped);
        if (path)
                buffer_printf(&shown, "%s: ", path);
        if (raw) {
                cli_print(&shown);
                cli_print(&octets);
        } else {
                xs_show(&shown, octets.data, octets.size);
                buffer_append_char(&shown, '\n');
                cli_print(&shown);
        }
        buffer_deinit(&octets);
        buffer_deinit(&shown);
}

/* A value in JSON: the text, or where it is none, the escaped form under another name */
static void json_node(Buffer *buffer, const char *path, const char *escaped)
{
        Buffer octets = BUFFER_INIT;
        bool is_text;

        xs_unescape(&octets, escaped);
        is_text = utf8_valid(octets.data ? octets.data : "", octets.size);
        buffer_append_string(buffer, "{\"path\": ");
        json_put_string(buffer, path);
        buffer_append_string(buffer, is_text ? ", \"value\": " : ", \"escaped\": ");
        json_put_string(buffer, is_text ? buffer_text(&octets) : escaped);
        buffer_append_char(buffer, '}');
        buffer_deinit(&octets);
}

/* As other commands do: where something failed and nothing else is there, there is no answer. */
static void end_list(Buffer *buffer, size_t printed, int status)
{
        if (status && !printed)
                return;
        buffer_append_string(buffer, printed ? "]" : "[]");
        puts(buffer_text(buffer) ? buffer_text(buffer) : "[]");
}

static int print_values(const XsCall *call, char **paths, size_t n_paths, bool with_path, bool raw)
{
        Buffer buffer = BUFFER_INIT;
        int status = CLI_OK;
        size_t printed = 0;
        Values values;

        values_of(&values, call);
        for (size_t i = 0; i < n_paths; i++) {
                if (check_result(call, &values, paths[i], i) || i >= values.n_values) {
                        status = CLI_FAILED;
                } else if (!call->cli->json) {
                        print_value(with_path ? paths[i] : NULL, values.values[i] ? values.values[i] : "", raw);
                } else {
                        buffer_append_string(&buffer, printed++ ? ",\n " : "[");
                        json_node(&buffer, paths[i], values.values[i] ? values.values[i] : "");
                }
        }
        if (call->cli->json)
                end_list(&buffer, printed, status);
        buffer_deinit(&buffer);
        return cli_finish_output(call->cli, status);
}

static int run_read(Cli *cli, const Command *command, int argc, char **argv)
{
        bool with_path = false, raw = false;
        OptionParser parser;
        const char *value;
        XsCall call;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                with_path = with_path || option == SHOW_PERMISSIONS;
                raw = raw || option == SHOW_RAW;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc < 1)
                return cli_usage(cli, "expected a path");
        status = xs_call_init(&call, cli, "ReadMany");
        if (!status) {
                xs_call_strings(&call, "Pathnames", parser.argv, (size_t)parser.argc);
                xs_call_boolean(&call, "Escaped", true);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        if (!status)
                status = print_values(&call, parser.argv, (size_t)parser.argc, with_path, raw);
        xs_call_deinit(&call);
        return status;
}

static int run_exists(Cli *cli, const Command *command, int argc, char **argv)
{
        bool all = true;
        int status;

        status = command_no_options(cli, command, &argc, &argv, 1, XS_NODES_MAX);
        for (int i = 0; i < argc && !status; i++) {
                XsCall call;
                bool exists = false;

                status = xs_call_init(&call, cli, "Exists");
                if (!status) {
                        call.where = argv[i];
                        xs_call_string(&call, "Pathname", argv[i]);
                        status = xs_call_run(&call, MI_RESULT_OK);
                        exists = !status && xs_out_boolean(&call, "Exists");
                }
                xs_call_deinit(&call);
                all = all && exists;
        }
        if (status)
                return status;
        if (cli->json)
                puts(all ? "true" : "false");
        return cli_finish_output(cli, all ? CLI_OK : CLI_FAILED);
}

typedef struct ListForm {
        bool full;
        bool permissions;
} ListForm;

typedef struct Child {
        const char *path;
        char *permissions; /* as xenstore-chmod writes them: n0,r7; NULL: not known */
        bool was_told;     /* why they are not */
} Child;

/* The children of one node. Their permissions are asked for together: one call takes about as long as one for each of them. */
typedef struct Children {
        Cli *cli;
        Child *list;
        size_t count;
        StrMap by_path;
} Children;

static int take_permissions(void *context, const XsNode *node)
{
        const Children *children = context;
        Child *child = str_map_get(&children->by_path, node->path);

        if (!child)
                return CLI_OK; /* the node itself, or a newcomer */
        if (node->result != MI_RESULT_OK) {
                cli_refused(children->cli, node->path, node->result, NULL, NULL);
                child->was_told = true;
                return CLI_OK;
        }
        child->permissions = strdup(node->permissions ? node->permissions : "");
        return child->permissions ? CLI_OK : cli_no_memory(children->cli);
}

static int children_init(Children *children, Cli *cli, char **paths, size_t count)
{
        *children = (Children){ .cli = cli, .list = calloc(MAX(count, 1u), sizeof(*children->list)), .count = count };
        str_map_init(&children->by_path, false);
        if (!children->list)
                return cli_no_memory(cli);
        for (size_t i = 0; i < count; i++) {
                children->list[i].path = paths[i];
                if (str_map_add(&children->by_path, paths[i], &children->list[i]) == -ENOMEM)
                        return cli_no_memory(cli);
        }
        return CLI_OK;
}

static void children_deinit(Children *children)
{
        for (size_t i = 0; children->list && i < children->count; i++)
                free(children->list[i].permissions);
        free(children->list);
        str_map_deinit(&children->by_path);
}

/* A line for people, or a piece of a JSON list: a name, or with permissions an object. */
static void add_child(const Cli *cli, Buffer *out, const Child *child, ListForm form)
{
        const char *name = form.full ? child->path : xs_leaf(child->path);

        if (!cli->json) {
                show_text(out, name);
                if (child->permissions)
                        buffer_printf(out, "  (%s)", child->permissions);
                buffer_append_char(out, '\n');
        } else if (form.permissions) {
                buffer_append_string(out, "{\"path\": ");
                json_put_string(out, child->path);
                buffer_append_string(out, ", \"permissions\": ");
                json_put_string(out, child->permissions);
                buffer_append_char(out, '}');
        } else {
                json_put_string(out, name);
        }
}

typedef struct Listing {
        Cli *cli;
        ListForm form;
        Buffer buffer;
        size_t printed;
} Listing;

static int list_children(Listing *listing, const char *parent, char **paths, size_t count)
{
        const XsNodesRequest request = { .path = parent, .depth = 1, .permissions = true };
        Cli *cli = listing->cli;
        Children children;
        bool was_answered;
        int status = children_init(&children, cli, paths, count);

        if (!status && count && listing->form.permissions)
                status = xs_nodes_each(cli, &request, take_permissions, &children);
        was_answered = !status;
        for (size_t i = 0; children.list && i < count; i++) {
                Child *child = &children.list[i];

                if (cli->json)
                        buffer_append_string(&listing->buffer, listing->printed++ ? ", " : "[");
                if (listing->form.permissions && !child->permissions && !child->was_told && was_answered)
                        cli_refused(cli, child->path, MI_RESULT_NOT_FOUND, "it has gone meanwhile", NULL);
                if (listing->form.permissions && !child->permissions)
                        status = CLI_FAILED;
                add_child(cli, &listing->buffer, child, listing->form);
                if (cli->json || !buffer_text(&listing->buffer))
                        continue;
                fputs(buffer_text(&listing->buffer), stdout);
                buffer_clear(&listing->buffer);
        }
        children_deinit(&children);
        return status;
}

static int print_children(const XsCall *call, char **paths, size_t n_paths, ListForm form)
{
        MI_Char **children = NULL;
        const MI_Uint32 *counts = NULL;
        const size_t n_children = xs_out_strings(call, "ChildNodes", &children);
        const size_t n_counts = xs_out_numbers(call, "Counts", &counts);
        Listing listing = { .cli = call->cli, .form = form };
        int status = CLI_OK;
        size_t next = 0;
        Values values;

        values_of(&values, call);
        for (size_t i = 0; i < n_paths; i++) {
                const size_t count = MIN(n_children - next, i < n_counts ? counts[i] : 0);

                if (check_result(call, &values, paths[i], i))
                        status = CLI_FAILED;
                if (list_children(&listing, paths[i], children + next, count))
                        status = CLI_FAILED;
                next += count;
        }
        if (call->cli->json)
                end_list(&listing.buffer, listing.printed, status);
        buffer_deinit(&listing.buffer);
        return cli_finish_output(call->cli, status);
}

static int run_list(Cli *cli, const Command *command, int argc, char **argv)
{
        static char root[] = "/";
        static char *roots[] = { root };
        ListForm form = { 0 };
        OptionParser parser;
        const char *value;
        XsCall call;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                form.full = form.full || option == SHOW_FULL;
                form.permissions = form.permissions || option == SHOW_PERMISSIONS;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc == 0) {
                parser.argv = roots;
                parser.argc = 1;
        }
        status = xs_call_init(&call, cli, "ListMany");
        if (!status) {
                xs_call_strings(&call, "Pathnames", parser.argv, (size_t)parser.argc);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        if (!status)
                status = print_children(&call, parser.argv, (size_t)parser.argc, form);
        xs_call_deinit(&call);
        return status;
}

static int run_domain(Cli *cli, const Command *command, int argc, char **argv)
{
        static const char *const names[] = { "DomainId",   "DomainName", "DomainUuid",
                                             "DomainPath", "Backend",    "Connected" };
        MI_Operation operation = MI_OPERATION_NULL;
        Show show;
        int status;

        status = command_no_options(cli, command, &argc, &argv, 0, 0);
        if (!status)
                status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_EnumerateInstances(&cli->session, 0, &cli->options, cli_xenstore_namespace(cli), XS_BASE_CLASS,
                                      MI_FALSE, &cli->callbacks, &operation);
        show_init(&show, cli, SHOW_OBJECT);
        show.with_class = false;
        show.names = names;
        show.n_names = ARRAY_SIZE(names);
        status = show_end(&show, cli_each(cli, &operation, XS_BASE_CLASS, show_instance, &show, NULL));
        show_deinit(&show);
        return status;
}

static const Option read_options[] = {
        { SHOW_PERMISSIONS, "prefix", NULL, "with the path before each value" },
        { SHOW_RAW, "raw", NULL, "the octets as they are stored, without a new line" },
        { 0 },
};

const Command xs_read = {
        .name = "read",
        .usage = "[-p] [-R] PATH...",
        .summary = "Print the values of nodes",
        .options = read_options,
        .run = run_read,
};

const Command xs_exists = {
        .name = "exists",
        .usage = "PATH...",
        .summary = "Tell by the exit status whether all these nodes exist: 0 yes, 1 no",
        .run = run_exists,
};

static const Option list_options[] = {
        { SHOW_FULL, "full", NULL, "whole paths" },
        { SHOW_PERMISSIONS, "permissions", NULL, "with permissions" },
        { 0 },
};

const Command xs_list = {
        .name = "ls",
        .usage = "[-f] [-p] [PATH...]",
        .summary = "List the children of nodes (of / when none is named)",
        .options = list_options,
        .run = run_list,
};

const Command xs_domain = {
        .name = "domain",
        .usage = "",
        .summary = "Show which domain this is, and how its xenstore is reached",
        .run = run_domain,
};
