#include <string.h>

#include "cli/command.h"
#include "cli/events.h"
#include "cli/show.h"

enum {
        SUBSCRIBE_DIALECT = OPTION_FIRST_OWN,
        SUBSCRIBE_COUNT,
};

/* Prints events until enough came, time is up, or the user or the server ends it. */
static int show_events(Cli *cli, Events *events, unsigned long count, double seconds)
{
        const uint64_t deadline = events_deadline(seconds);
        unsigned long seen = 0;
        int status = CLI_OK;
        Show show;

        show_init(&show, cli, SHOW_LINES);
        while (!status && (count == 0 || seen < count)) {
                MI_Instance *instance = NULL;
                const EventsAnswer answer = events_next(events, deadline, &instance);

                if (answer == EVENTS_TIMEOUT && count > 0)
                        status = cli_fail(cli, "%lu of %lu events came within %g seconds", seen, count, seconds);
                if (answer != EVENTS_GOT)
                        break;
                seen++;
                status = show_instance(&show, instance);
                MI_Instance_Delete(instance);
        }
        status = show_end(&show, status ? status : events_status(events));
        show_deinit(&show);
        return status;
}

static int run_subscribe(Cli *cli, const Command *command, int argc, char **argv)
{
        const char *dialect = MI_QUERY_DIALECT_WQL, *value;
        unsigned long count = 0;
        OptionParser parser;
        Events events;
        double seconds;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                if (option == SUBSCRIBE_DIALECT)
                        dialect = value;
                else if (option_number(cli, "--count", value, 1, UINT32_MAX, &count))
                        return CLI_USAGE;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc != 1)
                return cli_usage(cli, "expected one query, in quotes");

        /* --timeout is how long to listen, not how long the server may take for something. */
        seconds = cli->timeout;
        cli->timeout = 0;
        status = events_init(&events, cli);
        if (!status)
                status = cli_connect(cli);
        if (!status)
                status = events_subscribe(&events, cli_namespace(cli), dialect, parser.argv[0]);
        if (!status)
                status = show_events(cli, &events, count, seconds);
        events_deinit(&events);
        return status;
}

static const Option subscribe_options[] = {
        { SUBSCRIBE_COUNT, "count", "N", "end after N events" },
        { SUBSCRIBE_DIALECT, "dialect", "NAME", "language of the query: WQL (default) or CQL" },
        { 0 },
};

const Command command_subscribe = {
        .name = "subscribe",
        .usage = "[--count N] [--timeout SECONDS] 'QUERY'",
        .summary = "Show events as they come, with --json one object a line",
        .help = "  select * from CLASS where PROPERTY = 'value'\n"
                "Ctrl-C ends it. With --count, fewer events than that within --timeout are a failure.",
        .options = subscribe_options,
        .run = run_subscribe,
};
