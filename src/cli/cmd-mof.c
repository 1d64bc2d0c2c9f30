#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"
#include "cli/json.h"
#include "mof/format.h"
#include "mof/parse.h"

/* mof: checking, laying out and showing MOF files; no server is asked */

enum {
        MOF_STRICT = OPTION_FIRST_OWN,
        MOF_INCLUDE = 'I',
        MOF_IN_PLACE = 'i',
};

#define INCLUDES_MAX 64

typedef struct MofArguments {
        MofOptions options;
        const char *include_path[INCLUDES_MAX];
        bool in_place;
        OptionParser parser;
} MofArguments;

static int parse_arguments(MofArguments *arguments, Cli *cli, const Command *command, int argc, char **argv)
{
        const char *value;
        int option;

        *arguments = (MofArguments){ 0 };
        option_parser_init(&arguments->parser, cli, command->options, argc, argv);
        while ((option = option_next(&arguments->parser, &value)) > 0) {
                if (option == MOF_STRICT) {
                        arguments->options.is_strict = true;
                } else if (option == MOF_IN_PLACE) {
                        arguments->in_place = true;
                } else {
                        if (arguments->options.n_include_path == INCLUDES_MAX)
                                return cli_usage(cli, "-I is given more than %d times", INCLUDES_MAX);
                        arguments->include_path[arguments->options.n_include_path++] = value;
                }
        }
        if (option < 0)
                return CLI_USAGE;
        if (arguments->parser.argc < 1)
                return cli_usage(cli, "expected a file");
        arguments->options.include_path = arguments->include_path;
        return CLI_OK;
}

static int read_schema(Cli *cli, const MofArguments *arguments, MofSchema **schemap)
{
        const int r = mof_read_files(schemap, &arguments->options, (const char *const *)arguments->parser.argv,
                                     (uint32_t)arguments->parser.argc);

        if (r < 0)
                return cli_fail(cli, "%s", strerror(-r));
        return CLI_OK;
}

static void print_messages(const MofMessages *messages)
{
        Buffer buffer = BUFFER_INIT;

        mof_messages_print(&buffer, messages);
        if (buffer_text(&buffer))
                fputs(buffer_text(&buffer), stderr);
        buffer_deinit(&buffer);
}

static void print_messages_json(const MofMessages *messages)
{
        Buffer buffer = BUFFER_INIT;

        for (uint32_t i = 0; i < messages->count; i++) {
                const MofMessage *message = messages->list[i];

                buffer_append_string(&buffer, i ? ",\n " : "[");
                buffer_printf(&buffer, "{\"severity\": \"%s\", \"file\": ",
                              message->severity == MOF_ERROR ? "error" : "warning");
                json_put_string(&buffer, message->where.file);
                buffer_printf(&buffer, ", \"line\": %u, \"column\": %u, \"class\": ", message->where.line,
                              message->where.column);
                json_put_string(&buffer, message->class_name);
                buffer_append_string(&buffer, ", \"text\": ");
                json_put_string(&buffer, message->text);
                buffer_append_char(&buffer, '}');
        }
        buffer_append_string(&buffer, messages->count ? "]" : "[]");
        puts(buffer_text(&buffer) ? buffer_text(&buffer) : "[]");
        buffer_deinit(&buffer);
}

static int run_check(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        MofArguments arguments;
        int status;

        status = parse_arguments(&arguments, cli, command, argc, argv);
        if (!status)
                status = read_schema(cli, &arguments, &schema);
        if (status)
                return status;
        if (cli->json)
                print_messages_json(&schema->messages);
        else
                print_messages(&schema->messages);
        if (!schema->messages.errors && !cli->json)
                printf("%u classes, %u instances, %u qualifiers, %u warnings\n", schema->n_classes, schema->n_instances,
                       schema->n_qualifiers, schema->messages.warnings);
        return cli_finish_output(cli, schema->messages.errors ? CLI_FAILED : CLI_OK);
}

static int run_tree(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        Buffer buffer = BUFFER_INIT;
        MofArguments arguments;
        int status;

        status = parse_arguments(&arguments, cli, command, argc, argv);
        if (!status)
                status = read_schema(cli, &arguments, &schema);
        if (status)
                return status;
        if (schema->messages.errors)
                print_messages(&schema->messages);
        mof_tree(&buffer, schema);
        if (buffer_text(&buffer))
                fputs(buffer_text(&buffer), stdout);
        buffer_deinit(&buffer);
        return cli_finish_output(cli, schema->messages.errors ? CLI_FAILED : CLI_OK);
}

static int read_file(const Cli *cli, const char *path, Buffer *text)
{
        FILE *file = fopen(path, "re");
        char chunk[65536];
        size_t size;
        int status = CLI_OK;

        if (!file)
                return cli_fail(cli, "%s: %s", path, strerror(errno));
        while ((size = fread(chunk, 1, sizeof(chunk), file)) > 0)
                buffer_append(text, chunk, size);
        if (ferror(file))
                status = cli_fail(cli, "%s: %s", path, strerror(errno));
        else if (text->failed)
                status = cli_fail(cli, "%s: more than %u bytes", path, MOF_FILE_MAX);
        fclose(file);
        return status;
}

/* Beside the file first, then in its place: a full disk leaves the old one. */
static int write_file(const Cli *cli, const char *path, const Buffer *text)
{
        Buffer beside = BUFFER_INIT;
        FILE *file;
        int status = CLI_OK;

        buffer_printf(&beside, "%s.new", path);
        if (!buffer_text(&beside))
                return cli_no_memory(cli);
        file = fopen(buffer_text(&beside), "we");
        if (!file || fwrite(text->data, 1, text->size, file) != text->size)
                status = cli_fail(cli, "%s: %s", buffer_text(&beside), strerror(errno));
        if (file && fclose(file) != 0 && !status)
                status = cli_fail(cli, "%s: %s", buffer_text(&beside), strerror(errno));
        if (!status && rename(buffer_text(&beside), path) != 0)
                status = cli_fail(cli, "%s: %s", path, strerror(errno));
        if (status)
                remove(buffer_text(&beside));
        buffer_deinit(&beside);
        return status;
}

static int format_file(Cli *cli, const char *path, bool in_place)
{
        _cleanup_(arena_deinit) Arena arena;
        Buffer text = BUFFER_INIT, formatted = BUFFER_INIT;
        MofMessages messages = { 0 };
        int status, r;

        arena_init(&arena, 0);
        buffer_init(&text, MOF_FILE_MAX);
        status = read_file(cli, path, &text);
        if (!status) {
                r = mof_format(&formatted, path, text.data ? text.data : "", text.size, &arena, &messages);
                if (r) {
                        print_messages(&messages);
                        status = r < 0 ? cli_fail(cli, "%s: %s", path, strerror(-r)) : CLI_FAILED;
                } else if (formatted.failed) {
                        status = cli_no_memory(cli);
                } else if (in_place) {
                        status = write_file(cli, path, &formatted);
                } else {
                        cli_print(&formatted);
                }
        }
        buffer_deinit(&text);
        buffer_deinit(&formatted);
        return status;
}

static int run_format(Cli *cli, const Command *command, int argc, char **argv)
{
        MofArguments arguments;
        int status;

        status = parse_arguments(&arguments, cli, command, argc, argv);
        for (int i = 0; i < arguments.parser.argc && !status; i++)
                status = format_file(cli, arguments.parser.argv[i], arguments.in_place);
        return cli_finish_output(cli, status);
}

static const Option read_options[] = {
        { MOF_INCLUDE, "include", "FOLDER", "search included files here too; may be repeated" },
        { MOF_STRICT, "strict", NULL, "hold to the standard: what is a warning becomes an error" },
        { 0 },
};

static const Command mof_check = {
        .name = "check",
        .usage = "[--strict] [-I FOLDER] FILE...",
        .summary = "Read MOF files and tell what is wrong with them",
        .options = read_options,
        .run = run_check,
};

static const Option format_options[] = {
        { MOF_IN_PLACE, "in-place", NULL, "change the files" },
        { 0 },
};

static const Command mof_format_command = {
        .name = "format",
        .usage = "[-i] FILE...",
        .summary = "Print MOF files with the usual layout; comments stay",
        .options = format_options,
        .run = run_format,
};

static const Command mof_tree_command = {
        .name = "tree",
        .usage = "[--strict] [-I FOLDER] FILE...",
        .summary = "Show the classes of MOF files, each below its superclass",
        .options = read_options,
        .run = run_tree,
};

static const Command *const mof_commands[] = { &mof_check, &mof_format_command, &mof_tree_command, NULL };

const Command command_mof = {
        .name = "mof",
        .usage = "check|format|tree FILE...",
        .summary = "Check, lay out or show MOF files",
        .subcommands = mof_commands,
};
