#include <stdlib.h>
#include <string.h>

#include "cli/arguments.h"
#include "cli/command.h"
#include "cli/object.h"
#include "cli/show.h"
#include "model/decl.h"
#include "util/text.h"

enum {
        INVOKE_QUERY = OPTION_FIRST_OWN,
        INVOKE_IN,
        INVOKE_DIALECT,
};

/* Instances that one --query may select: a method is called on each, none before the query has ended. */
#define TARGETS_MAX 4096

typedef struct Invocation {
        Cli *cli;
        const char *query;
        const char *dialect;
        const char *class_name;
        const char *method;
        char *name_space; /* of an object path, or NULL */
        char **words;     /* of --in */
        int n_words;
        MI_Class *class;
        MI_Instance *parameters;
        MI_Instance **targets;
        size_t n_targets;
        size_t room;
} Invocation;

static void invocation_deinit(Invocation *invocation)
{
        for (size_t i = 0; i < invocation->n_targets; i++)
                MI_Instance_Delete(invocation->targets[i]);
        free(invocation->targets);
        free(invocation->words);
        free(invocation->name_space);
        if (invocation->parameters)
                MI_Instance_Delete(invocation->parameters);
        if (invocation->class)
                MI_Class_Delete(invocation->class);
}

static int parse_invocation(Invocation *invocation, OptionParser *parser)
{
        const char *value;
        int option;

        invocation->words = calloc((size_t)parser->argc + 1, sizeof(*invocation->words));
        if (!invocation->words)
                return cli_no_memory(invocation->cli);
        while ((option = option_next(parser, &value)) > 0) {
                if (option == INVOKE_QUERY)
                        invocation->query = value;
                else if (option == INVOKE_DIALECT)
                        invocation->dialect = value;
                else
                        invocation->words[invocation->n_words++] = (char *)(uintptr_t)value;
        }
        if (option < 0)
                return CLI_USAGE;
        if (invocation->query) {
                if (parser->argc != 1)
                        return cli_usage(invocation->cli, "expected one METHOD beside --query");
                invocation->method = parser->argv[0];
                return CLI_OK;
        }
        if (parser->argc < 2)
                return cli_usage(invocation->cli, "expected CLASS METHOD and the keys of an instance, or --query");
        invocation->class_name = parser->argv[0];
        invocation->method = parser->argv[1];
        parser->argv += 2;
        parser->argc -= 2;
        return CLI_OK;
}

static int keep_target(void *context, const MI_Instance *instance)
{
        Invocation *invocation = context;

        if (invocation->n_targets == TARGETS_MAX)
                return cli_fail(invocation->cli, "the query selects more than %d instances: nothing was called",
                                TARGETS_MAX);
        if (invocation->n_targets == invocation->room) {
                size_t room = invocation->room ? invocation->room * 2 : 8;
                MI_Instance **targets = reallocarray(invocation->targets, room, sizeof(*targets));

                if (!targets)
                        return cli_no_memory(invocation->cli);
                invocation->targets = targets;
                invocation->room = room;
        }
        if (MI_Instance_Clone(instance, &invocation->targets[invocation->n_targets]) != MI_RESULT_OK)
                return cli_no_memory(invocation->cli);
        invocation->n_targets++;
        return CLI_OK;
}

static int find_targets(Invocation *invocation)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Cli *cli = invocation->cli;
        const MI_Char *class_name = NULL;
        int status;

        status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_QueryInstances(&cli->session, 0, &cli->options, cli_namespace(cli), invocation->dialect,
                                  invocation->query, &cli->callbacks, &operation);
        status = cli_each(cli, &operation, cli_namespace(cli), keep_target, invocation, NULL);
        if (status)
                return status;
        if (invocation->n_targets == 0)
                return cli_refused(cli, "query", MI_RESULT_NOT_FOUND, "it selects no instance: nothing was called",
                                   NULL);
        MI_Instance_GetClassName(invocation->targets[0], &class_name);
        return cli_get_class(cli, NULL, class_name, &invocation->class);
}

/* invoke PATH METHOD */
static int find_target_by_path(Invocation *invocation, int argc, char **argv)
{
        char *path = (char *)(uintptr_t)invocation->class_name;
        Object object = { 0 };
        int status;

        if (argc > 0)
                return cli_usage(invocation->cli, "expected nothing behind path and method, found '%s'", argv[0]);
        status = object_parse(&object, invocation->cli, 1, &path);
        if (!status)
                status = keep_target(invocation, object.keys);
        if (!status && object.name_space)
                invocation->name_space = steal(&object.name_space);
        invocation->class = steal(&object.class);
        object_deinit(&object);
        return status;
}

/* A static method has no instance; any other needs the keys of one. */
static int find_target(Invocation *invocation, int argc, char **argv)
{
        MI_Instance *keys = NULL;
        int status, index;

        if (object_is_path(invocation->class_name))
                return find_target_by_path(invocation, argc, argv);
        status = cli_get_class(invocation->cli, NULL, invocation->class_name, &invocation->class);
        if (status)
                return status;
        index = decl_find_method(invocation->class->classDecl, invocation->method);
        if (argc == 0 && (index < 0 || method_is_static(invocation->class->classDecl->methods[index])))
                return CLI_OK;
        status = arguments_keys(invocation->cli, invocation->class, argc, argv, &keys);
        if (status)
                return status;
        status = keep_target(invocation, keys);
        MI_Instance_Delete(keys);
        return status;
}

static int call(Invocation *invocation, const MI_Instance *target, Show *show)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Cli *cli = invocation->cli;
        const MI_Char *class_name = invocation->class->classDecl->name;

        if (target)
                MI_Instance_GetClassName(target, &class_name);
        MI_Session_Invoke(&cli->session, 0, &cli->options,
                          invocation->name_space ? invocation->name_space : cli_namespace(cli), class_name,
                          invocation->method, target, invocation->parameters, &cli->callbacks, &operation);
        return cli_each(cli, &operation, invocation->method, show_instance, show, NULL);
}

/* What a method gives back: an answer may have places for the in parameters too. */
static const char **out_names(const Invocation *invocation, size_t *countp)
{
        const MI_ClassDecl *decl = invocation->class->classDecl;
        const int index = decl_find_method(decl, invocation->method);
        const MI_MethodDecl *method = index < 0 ? NULL : decl->methods[index];
        const char **names = calloc((method ? method->numParameters : 0) + 2, sizeof(*names));
        size_t count = 0;

        if (!names)
                return NULL;
        names[count++] = "ReturnValue";
        names[count++] = "MIReturn";
        for (uint32_t i = 0; method && i < method->numParameters; i++)
                if ((method->parameters[i]->flags & MI_FLAG_OUT) &&
                    !ascii_equal(method->parameters[i]->name, "MIReturn"))
                        names[count++] = method->parameters[i]->name;
        *countp = count;
        return names;
}

static int call_all(Invocation *invocation)
{
        _cleanup_(freep) const char **names = NULL;
        Show show;
        int status = CLI_OK;

        show_init(&show, invocation->cli, invocation->n_targets > 1 ? SHOW_LIST : SHOW_OBJECT);
        show.with_class = false;
        show.names = names = out_names(invocation, &show.n_names);
        if (!names)
                return cli_no_memory(invocation->cli);
        if (invocation->n_targets == 0)
                status = call(invocation, NULL, &show);
        for (size_t i = 0; i < invocation->n_targets && !status; i++)
                status = call(invocation, invocation->targets[i], &show);
        status = show_end(&show, status);
        show_deinit(&show);
        return status;
}

static int run_invoke(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(invocation_deinit) Invocation invocation = { .cli = cli, .dialect = MI_QUERY_DIALECT_WQL };
        OptionParser parser;
        int status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        status = parse_invocation(&invocation, &parser);
        if (!status)
                status = invocation.query ? find_targets(&invocation)
                                          : find_target(&invocation, parser.argc, parser.argv);
        if (!status)
                status = arguments_parameters(cli, invocation.class, invocation.method, invocation.n_words,
                                              invocation.words, &invocation.parameters);
        return status ? status : call_all(&invocation);
}

static const Option invoke_options[] = {
        { INVOKE_QUERY, "query", "QUERY", "call it on each instance that this query selects" },
        { INVOKE_IN, "in", "NAME=VALUE", "an in parameter; may be repeated" },
        { INVOKE_DIALECT, "dialect", "NAME", "language of the query: WQL (default) or CQL" },
        { 0 },
};

const Command command_invoke = {
        .name = "invoke",
        .usage = "CLASS METHOD [KEY=VALUE...] [--in NAME=VALUE...]\n"
                 "'CLASS.KEY=\"VALUE\",...' METHOD [--in NAME=VALUE...]\n"
                 "--query 'select ...' METHOD [--in NAME=VALUE...]",
        .summary = "Call a method and show its out parameters",
        .help = "A static method needs no keys, any other those of an instance. An array parameter is its name given "
                "several\n"
                "times, once for each element; NAME={} is an empty one.",
        .options = invoke_options,
        .run = run_invoke,
};
