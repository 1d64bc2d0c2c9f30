#include <string.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/names.h"
#include "cli/object.h"
#include "cli/show.h"
#include "model/decl.h"

/* create, modify, delete: what changes instances */

enum {
        WRITE_NULL = OPTION_FIRST_OWN,
        WRITE_PROPERTIES,
};

#define NULLS_MAX 256

typedef struct Change {
        const char *nulls[NULLS_MAX]; /* properties that become null */
        int n_nulls;
        Names properties; /* the only ones to change */
        Object object;
        MI_Class *class;       /* the object's */
        MI_Instance *instance; /* the object's keys, and what is to be changed; or what is to be created */
        OptionParser parser;
} Change;

static void change_deinit(Change *change)
{
        names_deinit(&change->properties);
        object_deinit(&change->object);
}

static int take_option(Change *change, Cli *cli, int option, const char *value)
{
        if (option == WRITE_PROPERTIES) {
                if (names_parse(&change->properties, value))
                        return cli_usage(cli, "--properties: expected names with commas, found '%s'", value);
                return CLI_OK;
        }
        if (change->n_nulls == NULLS_MAX)
                return cli_usage(cli, "--null is given more than %d times", NULLS_MAX);
        change->nulls[change->n_nulls++] = value;
        return CLI_OK;
}

static int take_object(Change *change, Cli *cli, int n_words)
{
        const int status = object_parse(&change->object, cli, n_words, change->parser.argv);

        change->class = change->object.class;
        change->instance = change->object.keys;
        return status;
}

/* Options, and at least one word. */
static int change_init(Change *change, Cli *cli, const Command *command, int argc, char **argv)
{
        const char *value;
        int option;

        option_parser_init(&change->parser, cli, command->options, argc, argv);
        while ((option = option_next(&change->parser, &value)) > 0) {
                const int status = take_option(change, cli, option, value);

                if (status)
                        return status;
        }
        if (option < 0)
                return CLI_USAGE;
        if (change->parser.argc < 1)
                return cli_usage(cli, "expected the name of a class");
        return CLI_OK;
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
        if (!status)
                status = cli_get_class(cli, NULL, change.parser.argv[0], &change.object.class);
        if (status)
                return status;
        change.class = change.object.class;
        if (MI_Application_NewInstance(&cli->application, change.class->classDecl->name, NULL, &change.object.keys) !=
            MI_RESULT_OK)
                return cli_no_memory(cli);
        change.instance = change.object.keys;
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

/* The words behind class and keys: what is to be changed */
static int take_changes(Change *change, Cli *cli, int n_words, char **words)
{
        int status;

        if (n_words == 0 && !change->n_nulls)
                return cli_usage(cli, "expected PROPERTY=VALUE beside the keys");
        status = arguments_properties(cli, change->class, n_words, words, change->instance);
        if (!status)
                status = add_nulls(cli, change);
        return status ? status : names_check(cli, change->class->classDecl, &change->properties);
}

/* CLASS KEY=VALUE... PROPERTY=VALUE..., or PATH PROPERTY=VALUE... */
static int take_modification(Change *change, Cli *cli)
{
        char **words = change->parser.argv + 1;
        int n_words = change->parser.argc - 1, n_keys = 0, status;
        MI_Class *class = NULL;

        if (!object_is_path(change->parser.argv[0])) {
                status = cli_get_class(cli, NULL, change->parser.argv[0], &class);
                if (!status)
                        status = arguments_split(cli, class, n_words, words, &n_keys);
                if (class)
                        MI_Class_Delete(class);
                if (status)
                        return status;
        }
        status = take_object(change, cli, 1 + n_keys);
        return status ? status : take_changes(change, cli, n_words - n_keys, words + n_keys);
}

static int run_modify(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(change_deinit) Change change = { 0 };
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        Show show;
        int status;

        status = change_init(&change, cli, command, argc, argv);
        if (!status)
                status = take_modification(&change, cli);
        if (!status)
                status = names_to_options(cli, NAMES_CHANGE, &change.properties, &options);
        if (status)
                return status;
        MI_Session_ModifyInstance(&cli->session, 0, &options, object_namespace(&change.object, cli), change.instance,
                                  &cli->callbacks, &operation);
        show_init(&show, cli, SHOW_OBJECT);
        status = show_end(&show, cli_each(cli, &operation, change.class->classDecl->name, show_instance, &show, NULL));
        show_deinit(&show);
        MI_OperationOptions_Delete(&options);
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
                status = take_object(&change, cli, change.parser.argc);
        if (status)
                return status;
        MI_Session_DeleteInstance(&cli->session, 0, &cli->options, object_namespace(&change.object, cli),
                                  change.instance, &cli->callbacks, &operation);
        return cli_each(cli, &operation, change.class->classDecl->name, no_instance, NULL, NULL);
}

static const Option null_options[] = {
        { WRITE_NULL, "null", "PROPERTY", "make this property null; may be repeated" },
        { 0 },
};

static const Option modify_options[] = {
        { WRITE_NULL, "null", "PROPERTY", "make this property null; may be repeated" },
        { WRITE_PROPERTIES, "properties", "A,B,...", "change only these, whatever else is given" },
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
        .usage = "[OPTION...] CLASS KEY=VALUE... PROPERTY=VALUE...\n"
                 "[OPTION...] 'CLASS.KEY=\"VALUE\",...' PROPERTY=VALUE...",
        .summary = "Change properties of the instance that the keys name",
        .help = "Only the properties given are changed.",
        .options = modify_options,
        .run = run_modify,
};

const Command command_delete = {
        .name = "delete",
        .usage = "CLASS KEY=VALUE...\n'CLASS.KEY=\"VALUE\",...'",
        .summary = "Delete the instance that the keys name",
        .run = run_delete,
};
