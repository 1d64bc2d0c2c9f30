#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <jansson.h>

#include "cli/names.h"
#include "cli/xs.h"

/* restore: what dump wrote */

enum {
        RESTORE_PERMISSIONS = 'p',
};

/* Nodes of one call, which is one transaction */
#define BATCH_NODES    256
#define BATCH_BYTES    (512 * 1024)
#define LINE_MAX_BYTES (64 * 1024)

typedef struct Batch {
        Cli *cli;
        bool with_permissions;
        char *paths[BATCH_NODES];
        char *values[BATCH_NODES]; /* escaped */
        char *permissions[BATCH_NODES];
        size_t count;
        size_t bytes;
        size_t total;
} Batch;

static void batch_clear(Batch *batch)
{
        for (size_t i = 0; i < batch->count; i++) {
                free(batch->paths[i]);
                free(batch->values[i]);
                free(batch->permissions[i]);
        }
        batch->count = batch->bytes = 0;
}

static int set_permissions(Batch *batch, size_t index)
{
        Names names = { 0 };
        XsCall call;
        int status;

        if (names_parse(&names, batch->permissions[index])) {
                names_deinit(&names);
                return cli_fail(batch->cli, "%s: expected permissions such as n0,r7, found '%s'", batch->paths[index],
                                batch->permissions[index]);
        }
        status = xs_call_init(&call, batch->cli, "SetPermissions");
        if (!status) {
                call.where = batch->paths[index];
                xs_call_strings(&call, "Pathnames", &batch->paths[index], 1);
                xs_call_strings(&call, "Permissions", names.names, names.count);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        names_deinit(&names);
        return status;
}

static int batch_flush(Batch *batch)
{
        XsCall call;
        int status;

        if (batch->count == 0)
                return CLI_OK;
        status = xs_call_init(&call, batch->cli, "WriteMany");
        if (!status) {
                call.where = batch->paths[0];
                xs_call_strings(&call, "Pathnames", batch->paths, batch->count);
                xs_call_strings(&call, "Values", batch->values, batch->count);
                xs_call_boolean(&call, "Escaped", true);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        for (size_t i = 0; i < batch->count && !status; i++)
                if (batch->with_permissions && batch->permissions[i])
                        status = set_permissions(batch, i);
        if (!status)
                batch->total += batch->count;
        batch_clear(batch);
        return status;
}

static char *escaped_of(const json_t *node)
{
        const json_t *value = json_object_get(node, "value");
        const char *escaped = json_string_value(json_object_get(node, "escaped"));
        Buffer buffer = BUFFER_INIT;

        if (!json_is_string(value))
                return escaped ? strdup(escaped) : NULL;
        xs_escape(&buffer, json_string_value(value), json_string_length(value));
        return buffer_steal(&buffer);
}

static int add_line(Batch *batch, const char *line, size_t size, size_t number)
{
        const char *path, *permissions;
        json_error_t error;
        json_t *node;
        int status = CLI_OK;

        if (size > LINE_MAX_BYTES)
                return cli_fail(batch->cli, "line %zu: more than %d bytes", number, LINE_MAX_BYTES);
        node = json_loadb(line, size, JSON_REJECT_DUPLICATES, &error);
        path = json_string_value(json_object_get(node, "path"));
        permissions = json_string_value(json_object_get(node, "permissions"));
        if (!path || (!json_object_get(node, "value") && !json_object_get(node, "escaped"))) {
                status = cli_fail(batch->cli, "line %zu: expected {\"path\": ..., \"value\": ...}%s%s", number,
                                  node ? "" : ": ", node ? "" : error.text);
        } else {
                batch->paths[batch->count] = strdup(path);
                batch->values[batch->count] = escaped_of(node);
                batch->permissions[batch->count] = permissions ? strdup(permissions) : NULL;
                if (!batch->paths[batch->count] || !batch->values[batch->count])
                        status = cli_fail(batch->cli, "line %zu: the value is no string", number);
                batch->count++;
                batch->bytes += size;
        }
        json_decref(node);
        if (!status && (batch->count == BATCH_NODES || batch->bytes > BATCH_BYTES))
                status = batch_flush(batch);
        return status;
}

static int run_restore(Cli *cli, const Command *command, int argc, char **argv)
{
        Batch batch = { .cli = cli };
        OptionParser parser;
        const char *value;
        FILE *file = stdin;
        char *line = NULL;
        size_t room = 0, number = 0;
        ssize_t length;
        int option, status = CLI_OK;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                batch.with_permissions = true;
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc > 1)
                return cli_usage(cli, "expected one file, found '%s' too", parser.argv[1]);
        if (parser.argc == 1)
                file = fopen(parser.argv[0], "re");
        if (!file)
                return cli_fail(cli, "%s: %s", parser.argv[0], strerror(errno));
        while (!status && (length = getline(&line, &room, file)) >= 0) {
                number++;
                if (line[strspn(line, " \t\r\n")])
                        status = add_line(&batch, line, (size_t)length, number);
        }
        if (!status && ferror(file))
                status = cli_fail(cli, "cannot read: %s", strerror(errno));
        if (!status)
                status = batch_flush(&batch);
        batch_clear(&batch);
        free(line);
        if (file != stdin)
                fclose(file);
        if (cli->json && !status)
                printf("{\"nodes\": %zu}\n", batch.total);
        return cli_finish_output(cli, status);
}

static const Option restore_options[] = {
        { RESTORE_PERMISSIONS, "permissions", NULL, "set the permissions of the dump, too" },
        { 0 },
};

const Command xs_restore = {
        .name = "restore",
        .usage = "[-p] [FILE]",
        .summary = "Write the nodes that `dump' wrote, from a file or the standard input",
        .options = restore_options,
        .run = run_restore,
};
