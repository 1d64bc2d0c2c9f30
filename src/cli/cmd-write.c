#include <string.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/show.h"
#include "model/decl.h"

/* create, modify, delete: what changes instances */

enum {
        WRITE_NULL = OPTION_FIRST_OWN,
};

#define NULLS_MAX 256

typedef struct Change {
        const char *nulls[NULLS_MAX]; /* properties that become null */
        int n_nulls;
        MI_Class *class;
        MI_Instance *instance;
        OptionParser parser;
} Change;

static void change_deinit(Change *change)
{
        if (change->instance)
                MI_Instance_Delete(change->instance);
        if (change->class)
                MI_Class_Delete(change->class);
}

/* Options, class, and the words behind it. */
static int change_init(Change *change, Cli *cli, const Command *command, int argc, char **argv)
{
        const char *value;
        int option;

        option_parser_init(&change->parser, cli, command->options, argc, argv);
        while ((option = option_next(&change->parser, &value)) > 0) {
                if (change->n_nulls == NULLS_MAX)
                        return cli_usage(cli, "--null is given more than %d times", NULLS_MAX);
                change->nulls[change->n_nulls++] = value;
        }
        if (option < 0)
                return CLI_USAGE;
        if (change->parser.argc < 1)
                return cli_usage(cli, "expected: %s", command->usage);
        return cli_get_class(cli, NULL, change->parser.argv[0], &change->class);
}

static int add_nulls(Cli *cli, Change *change)
{
        const MI_ClassDecl *decl = change->class->classDecl;

        for (int i = 0; i < change->n_nulls; i++) {
                const int index = decl_find_property(decl, change->nulls[i]);
                MI_Result result;

                if (index < 0)
                        return cli_no_property(cli, decl->name, change->nulls[i]);
                result = MI_Instance_AddElement(change->instance, decl->properties[index]->name, NULL,
                                                (MI_Type)decl->properties[index]->type, MI_FLAG_NULL);
                if (result != MI_RESULT_OK)
                        return cli_refused(cli, change->nulls[i], result, NULL, NULL);
        }
        return CLI_OK;
}

static int run_create(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(change_deinit) Change change = { 0 };
        MI_Operation operation = MI_OPERATION_NULL;
        Show show;
        int status;

        status = change_init(&change, cli, command, argc, argv);
        if (status)
                return status;
        if (MI_Application_NewInstance(&cli->application, change.class->classDecl->name, NULL, &change.instance) !=
            MI_RESULT_OK)
                return cli_no_memory(cli);
        status = arguments_properties(cli, change.class, change.parser.argc - 1, change.parser.argv + 1,
                                      change.instance);
        if (!status)
                status = add_nulls(cli, &change);
        if (status)
                return status;
        MI_Session_CreateInstance(&cli->session, 0, &cli->options, cli_namespace(cli), change.instance, &cli->callbacks,
                                  &operation);
        show_init(&show, cli, SHOW_OBJECT);
        status = show_end(&show, cli_each(cli, &operation, change.parser.argv[0], show_instance, &show, NULL));
        show_deinit(&show);
        return status;
}

static int run_modify(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(change_deinit) Change change = { 0 };
        MI_Operation operation = MI_OPERATION_NULL;
        char **words;
        int status, n_words, n_keys;
        Show show;

        status = change_init(&change, cli, command, argc, argv);
        if (status)
                return status;
        words = change.parser.argv + 1;
        n_words = change.parser.argc - 1;
        status = arguments_split(cli, change.class, n_words, words, &n_keys);
        if (!status && n_keys == n_words && !change.n_nulls)
                status = cli_usage(cli, "expected PROPERTY=VALUE beside the keys");
        if (!status)
                status = arguments_keys(cli, change.class, n_keys, words, &change.instance);
        if (!status)
                status = arguments_properties(cli, change.class, n_words - n_keys, words + n_keys, change.instance);
        if (!status)
                status = add_nulls(cli, &change);
        if (status)
                return status;
        MI_Session_ModifyInstance(&cli->session, 0, &cli->options, cli_namespace(cli), change.instance, &cli->callbacks,
                                  &operation);
        show_init(&show, cli, SHOW_OBJECT);
        status = show_end(&show, cli_each(cli, &operation, change.parser.argv[0], show_instance, &show, NULL));
        show_deinit(&show);
        return status;
}

static int no_instance(void *context, const MI_Instance *instance)
{
        return CLI_OK;
}

static int run_delete(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(change_deinit) Change change = { 0 };
        MI_Operation operation = MI_OPERATION_NULL;
        int status;

        status = change_init(&change, cli, command, argc, argv);
        if (!status)
                status = arguments_keys(cli, change.class, change.parser.argc - 1, change.parser.argv + 1,
                                        &change.instance);
        if (status)
                return status;
        MI_Session_DeleteInstance(&cli->session, 0, &cli->options, cli_namespace(cli), change.instance, &cli->callbacks,
                                  &operation);
        return cli_each(cli, &operation, change.parser.argv[0], no_instance, NULL, NULL);
}

static const Option null_options[] = {
        { WRITE_NULL, "null", "PROPERTY", "make this property null; may be repeated" },
        { 0 },
};

const Command command_create = {
        .name = "create",
        .usage = "[--null PROPERTY] CLASS [PROPERTY=VALUE...]",
        .summary = "Create an instance and show its keys",
        .help = "An array is its name given several times, once for each element; PROPERTY={} is an empty one.",
        .options = null_options,
        .run = run_create,
};

const Command command_modify = {
        .name = "modify",
        .usage = "[--null PROPERTY] CLASS KEY=VALUE... PROPERTY=VALUE...",
        .summary = "Change properties of the instance that the keys name",
        .help = "Only the properties given are changed.",
        .options = null_options,
        .run = run_modify,
};

const Command command_delete = {
        .name = "delete",
        .usage = "CLASS KEY=VALUE...",
        .summary = "Delete the instance that the keys name",
        .run = run_delete,
};
