#include <stdio.h>
#include <string.h>

#include "cli/command.h"
#include "cli/names.h"
#include "cli/object.h"
#include "cli/show.h"

/* enumerate, get, query: what reads instances */

enum {
        READ_PROPERTIES = OPTION_FIRST_OWN,
        READ_KEYS_ONLY,
        READ_SHALLOW,
        READ_DIALECT,
        READ_COUNT,
};

typedef struct ReadOptions {
        Names properties;
        bool keys_only;
        bool shallow;
        bool count;
        const char *dialect;
} ReadOptions;

static void read_options_deinit(ReadOptions *read)
{
        names_deinit(&read->properties);
}

static int parse_options(OptionParser *parser, ReadOptions *read)
{
        const char *value;
        int option;

        while ((option = option_next(parser, &value)) > 0) {
                switch (option) {
                case READ_PROPERTIES:
                        if (names_parse(&read->properties, value))
                                return cli_usage(parser->cli, "--properties: expected names with commas, found '%s'",
                                                 value);
                        break;
                case READ_KEYS_ONLY:
                        read->keys_only = true;
                        break;
                case READ_SHALLOW:
                        read->shallow = true;
                        break;
                case READ_COUNT:
                        read->count = true;
                        break;
                default:
                        read->dialect = value;
                        break;
                }
        }
        return option < 0 ? CLI_USAGE : CLI_OK;
}

static MI_Uint32 flags_of(const ReadOptions *read)
{
        return read->shallow ? MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW : 0;
}

static int ignore_instance(void *context, const MI_Instance *instance)
{
        return CLI_OK;
}

/* Prints the answer, or how many instances it has. */
static int show_answer(Cli *cli, MI_Operation *operation, const char *where, const ReadOptions *read, ShowForm form)
{
        size_t count = 0;
        Show show;
        int status;

        show_init(&show, cli, form);
        if (read->count) {
                status = cli_each(cli, operation, where, ignore_instance, NULL, &count);
                if (!status)
                        printf("%zu\n", count);
                status = cli_finish_output(cli, status);
        } else {
                show.names = (const char *const *)read->properties.names;
                show.n_names = read->properties.count;
                status = show_end(&show, cli_each(cli, operation, where, show_instance, &show, NULL));
        }
        show_deinit(&show);
        return status;
}

static int check_properties(Cli *cli, const char *class_name, Names *properties)
{
        MI_Class *class = NULL;
        int status;

        status = cli_get_class(cli, NULL, class_name, &class);
        if (status)
                return status;
        status = names_check(cli, class->classDecl, properties);
        MI_Class_Delete(class);
        return status;
}

static int enumerate(Cli *cli, const char *class_name, ReadOptions *read)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Buffer query = BUFFER_INIT;
        int status = CLI_OK;

        if (read->properties.count)
                status = check_properties(cli, class_name, &read->properties);
        if (status)
                return status;
        /* The select list travels with the request: providers need not work out what nobody wants. */
        if (read->properties.count && !read->keys_only) {
                buffer_append_string(&query, "select ");
                names_join(&query, &read->properties, ", ");
                buffer_printf(&query, " from %s", class_name);
                if (!buffer_text(&query))
                        return cli_no_memory(cli);
                MI_Session_QueryInstances(&cli->session, flags_of(read), &cli->options, cli_namespace(cli),
                                          MI_QUERY_DIALECT_WQL, buffer_text(&query), &cli->callbacks, &operation);
        } else {
                MI_Session_EnumerateInstances(&cli->session, flags_of(read), &cli->options, cli_namespace(cli),
                                              class_name, read->keys_only, &cli->callbacks, &operation);
        }
        status = show_answer(cli, &operation, class_name, read, SHOW_LIST);
        buffer_deinit(&query);
        return status;
}

static int run_enumerate(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(read_options_deinit) ReadOptions read = { .dialect = MI_QUERY_DIALECT_WQL };
        OptionParser parser;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_options(&parser, &read);
        if (!status && parser.argc != 1)
                status = cli_usage(cli, "expected the name of one class");
        if (!status)
                status = cli_connect(cli);
        return status ? status : enumerate(cli, parser.argv[0], &read);
}

static int run_get(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(read_options_deinit) ReadOptions read = { .dialect = MI_QUERY_DIALECT_WQL };
        _cleanup_(object_deinit) Object object = { 0 };
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        OptionParser parser;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_options(&parser, &read);
        if (!status)
                status = object_parse(&object, cli, parser.argc, parser.argv);
        if (!status)
                status = names_check(cli, object.class->classDecl, &read.properties);
        if (!status)
                status = names_to_options(cli, NAMES_READ, &read.properties, &options);
        if (status)
                return status;
        MI_Session_GetInstance(&cli->session, 0, &options, object_namespace(&object, cli), object.keys, &cli->callbacks,
                               &operation);
        status = show_answer(cli, &operation, object.class->classDecl->name, &read, SHOW_OBJECT);
        MI_OperationOptions_Delete(&options);
        return status;
}

static int run_query(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(read_options_deinit) ReadOptions read = { .dialect = MI_QUERY_DIALECT_WQL };
        MI_Operation operation = MI_OPERATION_NULL;
        OptionParser parser;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_options(&parser, &read);
        if (!status && parser.argc != 1)
                status = cli_usage(cli, "expected one query, in quotes");
        if (!status)
                status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_QueryInstances(&cli->session, flags_of(&read), &cli->options, cli_namespace(cli), read.dialect,
                                  parser.argv[0], &cli->callbacks, &operation);
        return show_answer(cli, &operation, cli_namespace(cli), &read, SHOW_LIST);
}

static const Option enumerate_options[] = {
        { READ_PROPERTIES, "properties", "A,B,...", "only these properties" },
        { READ_KEYS_ONLY, "keys-only", NULL, "only the keys" },
        { READ_SHALLOW, "shallow", NULL, "without the instances of derived classes" },
        { READ_COUNT, "count", NULL, "print only how many there are" },
        { 0 },
};

const Command command_enumerate = {
        .name = "enumerate",
        .usage = "[OPTION...] CLASS",
        .summary = "Show all instances of a class and of the classes derived from it",
        .options = enumerate_options,
        .run = run_enumerate,
};

static const Option get_options[] = {
        { READ_PROPERTIES, "properties", "A,B,...", "only these properties" },
        { 0 },
};

const Command command_get = {
        .name = "get",
        .usage = "[--properties A,B,...] CLASS [KEY=VALUE...]\n"
                 "[--properties A,B,...] 'CLASS.KEY=\"VALUE\",...'",
        .summary = "Show one instance, named by its keys",
        .help = "A class with a single key takes its bare VALUE too, and an object path names class and keys in one.",
        .options = get_options,
        .run = run_get,
};

static const Option query_options[] = {
        { READ_DIALECT, "dialect", "NAME", "language of the query: WQL (default) or CQL" },
        { READ_SHALLOW, "shallow", NULL, "without the instances of derived classes" },
        { READ_COUNT, "count", NULL, "print only how many there are" },
        { 0 },
};

const Command command_query = {
        .name = "query",
        .usage = "[OPTION...] 'QUERY'",
        .summary = "Show the instances that a query selects",
        .help = "  select * from CLASS where PROPERTY = 'value' and OTHER like 'a%'\n"
                "  associators of {CLASS.KEY='value'} where ResultClass = CLASS\n"
                "  references of {CLASS.KEY='value'}\n"
                "  select * from meta_class where __this isa 'CLASS'",
        .options = query_options,
        .run = run_query,
};
