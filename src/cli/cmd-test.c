#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/command.h"

/* test: does the server answer; try: the same commands on a provider in this process */

static int run_test(Cli *cli, const Command *command, int argc, char **argv)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *instance, *details = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_OK, pulled;
        MI_Boolean more;
        int status;

        status = command_no_options(cli, command, &argc, &argv, 0, 0);
        if (!status)
                status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_TestConnection(&cli->session, 0, NULL, &operation);
        pulled = MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, &details);
        if (pulled != MI_RESULT_OK)
                status = cli_refused(cli, "connection", pulled, NULL, NULL);
        else if (result != MI_RESULT_OK)
                status = cli_refused(cli, "connection", result, message, details);
        MI_Operation_Close(&operation);
        if (!status)
                puts(cli->json ? "{\"answers\": true}" : "xenmi answers");
        return cli_finish_output(cli, status);
}

const Command command_test = {
        .name = "test",
        .usage = "",
        .summary = "Tell whether the server answers",
        .run = run_test,
};

static int run_try(Cli *cli, const Command *command, int argc, char **argv)
{
        static char protocol[PATH_MAX + 16];
        OptionParser parser;
        char *path;
        const char *value;

        option_parser_init(&parser, cli, NULL, argc, argv);
        parser.in_order = true;
        if (option_next(&parser, &value) != 0)
                return CLI_USAGE;
        if (parser.argc < 2)
                return cli_usage(cli, "expected a provider library and a command");
        if (cli->protocol)
                return cli_usage(cli, "'try' cannot stand within 'try'");
        path = realpath(parser.argv[0], NULL);
        if (!path)
                return cli_fail(cli, "%s: %m", parser.argv[0]);
        snprintf(protocol, sizeof(protocol), "inproc:%s", path);
        free(path);
        cli->protocol = protocol;
        option_parser_init(&parser, cli, NULL, parser.argc - 1, parser.argv + 1);
        parser.in_order = true;
        if (option_next(&parser, &value) != 0)
                return CLI_USAGE;
        if (parser.argc == 0)
                return cli_usage(cli, "expected a command behind the library");
        return command_dispatch(cli, commands, "xenmi", parser.argc, parser.argv);
}

const Command command_try = {
        .name = "try",
        .usage = "LIBRARY COMMAND [ARGUMENT...]",
        .summary = "Load a provider into this process and run a command on it",
        .help = "For the development of a provider: no server is needed, and a debugger or valgrind sees everything.\n"
                "  xenmi try ./libfoo.so enumerate Foo",
        .run = run_try,
};
