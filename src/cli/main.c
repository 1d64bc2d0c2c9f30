#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "cli/command.h"

static const Option main_options[] = {
        { OPTION_VERSION, "version", NULL, "print the version" },
        { 0 },
};

static void print_help(void)
{
        puts("Usage: xenmi [OPTION...] COMMAND [ARGUMENT...]\n"
             "\n"
             "Management of this machine through its CIM classes, and of its xenstore.\n"
             "\n"
             "Commands:");
        command_print_list(commands);
        puts("\nOptions:");
        options_print(global_options);
        options_print(main_options);
        puts("\n`xenmi COMMAND --help' tells more of one. XENMI_SOCKET names the server's socket.\n"
             "Exit status: 0 success, 1 the operation failed, 2 the command line is wrong.");
}

static int run(Cli *cli, int argc, char **argv)
{
        OptionParser parser;
        const char *value;
        int option;

        option_parser_init(&parser, cli, main_options, argc - 1, argv + 1);
        parser.in_order = true;
        option = option_next(&parser, &value);
        if (option == 'h') {
                print_help();
                return cli_finish_output(cli, CLI_OK);
        }
        if (option == OPTION_VERSION) {
                puts("xenmi " XENMI_VERSION);
                return cli_finish_output(cli, CLI_OK);
        }
        if (option != 0)
                return CLI_USAGE;
        if (parser.argc == 0)
                return cli_usage(cli, "expected a command");
        return command_dispatch(cli, commands, "xenmi", parser.argc, parser.argv);
}

int main(int argc, char **argv)
{
        Cli cli;
        int status;

        /* A reader that has seen enough is told by the failing write, not by a signal that would leave things behind. */
        signal(SIGPIPE, SIG_IGN);
        cli_init(&cli);
        status = run(&cli, argc, argv);
        cli_deinit(&cli);
        return status;
}
