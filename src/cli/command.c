#include "cli/command.h"

#include <stdio.h>
#include <string.h>

const Command *const commands[] = {
        &command_classes,
        &command_class,
        &command_enumerate,
        &command_get,
        &command_query,
        &command_invoke,
        &command_create,
        &command_modify,
        &command_delete,
        &command_associators,
        &command_references,
        &command_subscribe,
        &command_test,
        &command_try,
        &command_xs,
        &command_sessions,
        &command_mof,
        &command_shell,
        NULL,
};

const Command *command_find(const Command *const *list, const char *name)
{
        for (; *list; list++)
                if (strcmp((*list)->name, name) == 0)
                        return *list;
        return NULL;
}

void command_print_list(const Command *const *list)
{
        for (; *list; list++)
                printf("  %-14s %s\n", (*list)->name, (*list)->summary);
}

static void print_usage_lines(const char *path, const Command *command)
{
        const char *lead = "Usage:";
        const char *line = command->usage;

        do {
                size_t length = strcspn(line, "\n");

                printf("%s %s %s%s%.*s\n", lead, path, command->name, length ? " " : "", (int)length, line);
                lead = "      ";
                line += length + (line[length] != 0);
        } while (*line);
}

void command_print_help(const Command *command, const char *path)
{
        print_usage_lines(path, command);
        printf("\n%s.\n", command->summary);
        if (command->help)
                printf("\n%s\n", command->help);
        if (command->subcommands) {
                printf("\nCommands:\n");
                command_print_list(command->subcommands);
        }
        if (command->options) {
                printf("\nOptions:\n");
                options_print(command->options);
        }
        printf("\nGlobal options:\n");
        options_print(global_options);
}

int command_dispatch(Cli *cli, const Command *const *list, const char *path, int argc, char **argv)
{
        const Command *command = command_find(list, argv[0]);
        char longer[sizeof(cli->command)];

        if (!command && list == commands && strcmp(argv[0], command_complete.name) == 0)
                return command_complete.run(cli, &command_complete, argc - 1, argv + 1);
        if (!command)
                return cli_usage(cli, "there is no command '%s'", argv[0]);
        snprintf(longer, sizeof(longer), "%s %s", path, command->name);
        snprintf(cli->command, sizeof(cli->command), "%s", longer);
        argc--;
        argv++;

        if (command->subcommands) {
                OptionParser parser;
                const char *value;

                if (argc > 0 && (strcmp(argv[0], "--help") == 0 || strcmp(argv[0], "-h") == 0)) {
                        command_print_help(command, path);
                        return CLI_OK;
                }
                option_parser_init(&parser, cli, NULL, argc, argv);
                parser.in_order = true;
                if (option_next(&parser, &value) != 0)
                        return CLI_USAGE;
                if (parser.argc == 0 && command->run)
                        return command->run(cli, command, parser.argc, parser.argv);
                if (parser.argc == 0)
                        return cli_usage(cli, "expected a command behind '%s'", longer);
                return command_dispatch(cli, command->subcommands, longer, parser.argc, parser.argv);
        }
        /* What follows `try LIBRARY` is a command of its own, which answers its --help itself. */
        if (options_ask_help(command == &command_try ? MIN(argc, 1) : argc, argv)) {
                command_print_help(command, path);
                return CLI_OK;
        }
        return command->run(cli, command, argc, argv);
}

int command_no_options(Cli *cli, const Command *command, int *argcp, char ***argvp, int at_least, int at_most)
{
        OptionParser parser;
        const char *value;

        option_parser_init(&parser, cli, command->options, *argcp, *argvp);
        if (option_next(&parser, &value) != 0)
                return CLI_USAGE;
        if (parser.argc < at_least || parser.argc > at_most)
                return cli_usage(cli, "expected: %s %s", command->name, command->usage);
        *argcp = parser.argc;
        *argvp = parser.argv;
        return CLI_OK;
}
