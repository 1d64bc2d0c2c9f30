#include "cli/complete.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/xs.h"
#include "model/decl.h"
#include "model/instance.h"
#include "util/text.h"

/* How long the server may take: nobody waits longer for a Tab. */
#define COMPLETE_TIMEOUT_S 2

#define ARGUMENTS_MAX 64

/* A command line as far as it is typed */
typedef struct Line {
        Cli *cli;
        const char *prefix;
        CompleteFunction function;
        void *context;
        const Command *const *list; /* of commands that may stand here; NULL once it has been chosen */
        const Command *command;
        const Option *pending; /* the option whose argument is being typed */
        const char *arguments[ARGUMENTS_MAX];
        int n_arguments;
        bool has_query;
} Line;

static void offer(const Line *line, const char *candidate)
{
        if (ascii_starts_with(candidate, line->prefix))
                line->function(line->context, candidate);
}

static void offer_with(const Line *line, const char *name, const char *end)
{
        Buffer buffer = BUFFER_INIT;

        buffer_append_string(&buffer, name);
        buffer_append_string(&buffer, end);
        if (buffer_text(&buffer))
                offer(line, buffer_text(&buffer));
        buffer_deinit(&buffer);
}

static void offer_options(const Line *line, const Option *options)
{
        for (; options && options->id; options++) {
                char name[64];

                snprintf(name, sizeof(name), "--%s", options->name);
                offer(line, name);
        }
}

static void offer_commands(const Line *line, const Command *const *list)
{
        for (; *list; list++)
                offer(line, (*list)->name);
}

static bool is_xenstore(const Line *line)
{
        for (const Command *const *list = xs_commands; *list; list++)
                if (*list == line->command)
                        return true;
        return false;
}

static void offer_classes(const Line *line)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *details;
        const MI_Class *class;
        const MI_Char *message, *name;
        MI_Boolean more = MI_TRUE;
        MI_Result result;
        Cli *cli = line->cli;

        if (cli_connect(cli))
                return;
        MI_Session_EnumerateClasses(&cli->session, 0, &cli->options, cli_namespace(cli), NULL, MI_TRUE, NULL,
                                    &operation);
        while (more) {
                class = NULL;
                if (MI_Operation_GetClass(&operation, &class, &more, &result, &message, &details) != MI_RESULT_OK)
                        break;
                if (class && MI_Class_GetClassName(class, &name) == MI_RESULT_OK)
                        offer(line, name);
        }
        MI_Operation_Close(&operation);
}

static void offer_properties(const Line *line, const char *class_name, bool keys_only)
{
        MI_Class *class = NULL;

        if (cli_get_class(line->cli, NULL, class_name, &class))
                return;
        for (uint32_t i = 0; i < class->classDecl->numProperties; i++) {
                const MI_PropertyDecl *property = class->classDecl->properties[i];

                if (!keys_only || (property->flags & MI_FLAG_KEY))
                        offer_with(line, property->name, "=");
        }
        MI_Class_Delete(class);
}

/* Methods, or with a method its in parameters */
static void offer_methods(const Line *line, const char *class_name, const char *method)
{
        MI_Class *class = NULL;
        int index;

        if (cli_get_class(line->cli, NULL, class_name, &class))
                return;
        for (uint32_t i = 0; i < class->classDecl->numMethods && !method; i++)
                offer(line, class->classDecl->methods[i]->name);
        index = method ? decl_find_method(class->classDecl, method) : -1;
        for (uint32_t i = 0; index >= 0 && i < class->classDecl->methods[index]->numParameters; i++)
                if (class->classDecl->methods[index]->parameters[i]->flags & MI_FLAG_IN)
                        offer_with(line, class->classDecl->methods[index]->parameters[i]->name, "=");
        MI_Class_Delete(class);
}

static int offer_namespace(void *context, const MI_Instance *instance)
{
        const char *name = instance_string(instance, "Name");

        if (name)
                offer(context, name);
        return CLI_OK;
}

static void offer_namespaces(Line *line)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Cli *cli = line->cli;

        if (cli_connect(cli))
                return;
        MI_Session_EnumerateInstances(&cli->session, 0, &cli->options, "root/interop", "CIM_Namespace", MI_FALSE, NULL,
                                      &operation);
        cli_each(cli, &operation, "root/interop", offer_namespace, line, NULL);
}

/* The children of the directory that the prefix is in */
static void offer_paths(const Line *line)
{
        const char *slash = strrchr(line->prefix, '/');
        char *directory =
                slash == line->prefix ? strdup("/") : strndup(line->prefix, slash ? (size_t)(slash - line->prefix) : 0);
        MI_Char **children = NULL;
        XsCall call;

        if (directory && *directory && xs_call_init(&call, line->cli, "ListMany") == CLI_OK) {
                xs_call_strings(&call, "Pathnames", &directory, 1);
                if (xs_call_run(&call, MI_RESULT_OK) == CLI_OK)
                        for (size_t i = 0, count = xs_out_strings(&call, "ChildNodes", &children); i < count; i++)
                                offer(line, children[i]);
                xs_call_deinit(&call);
        }
        free(directory);
}

static void offer_argument(Line *line)
{
        const Command *command = line->command;
        const char *class_name = line->n_arguments ? line->arguments[0] : NULL;

        if (is_xenstore(line)) {
                offer_paths(line);
        } else if (command == &command_class || command == &command_enumerate) {
                if (line->n_arguments == 0)
                        offer_classes(line);
        } else if (command == &command_get || command == &command_delete || command == &command_associators ||
                   command == &command_references) {
                if (class_name)
                        offer_properties(line, class_name, true);
                else
                        offer_classes(line);
        } else if (command == &command_create || command == &command_modify) {
                if (class_name)
                        offer_properties(line, class_name, false);
                else
                        offer_classes(line);
        } else if (command == &command_invoke && !line->has_query) {
                if (line->n_arguments == 0)
                        offer_classes(line);
                else if (line->n_arguments == 1)
                        offer_methods(line, class_name, NULL);
                else
                        offer_properties(line, class_name, true);
        }
}

static void offer_option_argument(Line *line)
{
        const char *name = line->pending->name;

        if (strcmp(name, "namespace") == 0) {
                offer_namespaces(line);
        } else if (strcmp(name, "assoc-class") == 0 || strcmp(name, "result-class") == 0) {
                offer_classes(line);
        } else if (strcmp(name, "dialect") == 0) {
                offer(line, "WQL");
                offer(line, "CQL");
        } else if (strcmp(name, "in") == 0 && !line->has_query && line->n_arguments >= 2) {
                offer_methods(line, line->arguments[0], line->arguments[1]);
        }
}

static const Option *find_option(const Line *line, const char *word)
{
        const Option *const tables[] = { line->command ? line->command->options : NULL, global_options };
        const bool is_long = word[1] == '-';

        for (size_t i = 0; i < ARRAY_SIZE(tables); i++)
                for (const Option *option = tables[i]; option && option->id; option++)
                        if (is_long ? strcmp(option->name, word + 2) == 0 : option->id == word[1])
                                return option;
        return NULL;
}

static void take_argument(Line *line, const char *word)
{
        if (line->list) {
                const Command *command = command_find(line->list, word);

                line->command = command;
                line->list = command ? command->subcommands : NULL;
        } else if (line->command == &command_try && line->n_arguments == 0) {
                /* What follows the library is a command. */
                line->list = commands;
        } else if (line->n_arguments < ARGUMENTS_MAX) {
                line->arguments[line->n_arguments++] = word;
        }
}

static void take_word(Line *line, const char *word)
{
        if (line->pending) {
                if (line->pending->id == OPTION_NAMESPACE)
                        line->cli->name_space = word;
                if (strcmp(line->pending->name, "query") == 0)
                        line->has_query = true;
                line->pending = NULL;
        } else if (word[0] == '-' && word[1]) {
                const Option *option = strchr(word, '=') ? NULL : find_option(line, word);

                if (strncmp(word, "--namespace=", 12) == 0)
                        line->cli->name_space = word + 12;
                if (option && option->argument)
                        line->pending = option;
        } else {
                take_argument(line, word);
        }
}

void complete_line(Cli *cli, char **words, int n_words, const char *prefix, CompleteFunction function, void *context)
{
        Line line = { .cli = cli, .prefix = prefix, .function = function, .context = context, .list = commands };

        cli->is_quiet = true;
        if (cli->timeout == 0 && !cli->has_options)
                cli->timeout = COMPLETE_TIMEOUT_S;
        for (int i = 0; i < n_words; i++)
                take_word(&line, words[i]);

        if (line.pending) {
                offer_option_argument(&line);
        } else if (prefix[0] == '-') {
                offer_options(&line, line.command ? line.command->options : NULL);
                offer_options(&line, global_options);
        } else if (line.list) {
                offer_commands(&line, line.list);
        } else if (line.command) {
                offer_argument(&line);
        }
        cli->is_quiet = false;
}

static void print_candidate(void *context, const char *candidate)
{
        puts(candidate);
}

/* complete WORD... PREFIX: not in the list of commands, called by the completion of bash */
static int run_complete(Cli *cli, const Command *command, int argc, char **argv)
{
        if (argc > 0 && strcmp(argv[0], "--") == 0) {
                argc--;
                argv++;
        }
        if (argc == 0)
                return cli_usage(cli, "expected words of a command line");
        complete_line(cli, argv, argc - 1, argv[argc - 1], print_candidate, NULL);
        return cli_finish_output(cli, CLI_OK);
}

const Command command_complete = {
        .name = "complete",
        .usage = "-- WORD... PREFIX",
        .summary = "Print what may stand in place of PREFIX, for the completion of shells",
        .run = run_complete,
};
