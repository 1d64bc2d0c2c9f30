#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cli/events.h"
#include "cli/show.h"
#include "cli/xs.h"
#include "model/instance.h"

/* watch, wait: a session of our own, its watches, and its events */

enum {
        WATCH_COUNT = 'n',
        WATCH_EXEC = OPTION_FIRST_OWN,
};

/*
 * A subscription stands some time after it was asked for, and a watch fires once when it is set: set too early, its first event is
 * lost. So a path that nobody has is watched until its event comes, then the others.
 */
#define PROBE_PATH     "xenmi-probe"
#define PROBE_FIRST_S  0.05
#define PROBE_ATTEMPTS 10 /* each waits twice as long as the one before */

typedef struct Watch {
        Cli *cli;
        Events events;
        XsSession session;
} Watch;

static int session_method(Watch *watch, const char *method, const char *path)
{
        XsCall call;
        int status;

        status = xs_session_call(&call, &watch->session, method);
        if (!status) {
                call.where = path;
                xs_call_string(&call, "Pathname", path);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        xs_call_deinit(&call);
        return status;
}

/* The next event of a path of ours */
static EventsAnswer watch_next(Watch *watch, uint64_t deadline, MI_Instance **eventp)
{
        for (;;) {
                const EventsAnswer answer = events_next(&watch->events, deadline, eventp);
                const char *id = answer == EVENTS_GOT ? instance_string(*eventp, "EventId") : NULL;

                if (answer != EVENTS_GOT || (id && strcmp(id, PROBE_PATH) != 0))
                        return answer;
                MI_Instance_Delete(*eventp);
                *eventp = NULL;
        }
}

static int wait_until_subscribed(Watch *watch)
{
        double seconds = PROBE_FIRST_S;
        int status = CLI_OK;

        for (int i = 0; i < PROBE_ATTEMPTS && !status; i++, seconds *= 2) {
                MI_Instance *event = NULL;
                EventsAnswer answer;

                status = session_method(watch, "SetWatch", PROBE_PATH);
                if (status)
                        return status;
                answer = events_next(&watch->events, events_deadline(seconds), &event);
                if (event)
                        MI_Instance_Delete(event);
                status = session_method(watch, "RemoveWatch", PROBE_PATH);
                if (answer == EVENTS_GOT)
                        return status;
                if (answer != EVENTS_TIMEOUT)
                        return CLI_FAILED;
        }
        return status ? status : cli_fail(watch->cli, "the subscription does not begin");
}

static int watch_begin(Watch *watch, Cli *cli, const char *const *paths, size_t n_paths)
{
        char query[160];
        int status;

        watch->cli = cli;
        /* --timeout is how long to wait for events, not how long the server may take for a call. */
        cli->timeout = 0;
        status = events_init(&watch->events, cli);
        if (!status)
                status = cli_connect(cli);
        if (!status)
                status = xs_session_begin(&watch->session, cli, cli->command);
        if (status)
                return status;
        snprintf(query, sizeof(query), "select * from " XS_EVENT_CLASS " where SessionId = %u", watch->session.id);
        status = events_subscribe(&watch->events, cli_xenstore_namespace(cli), MI_QUERY_DIALECT_WQL, query);
        if (!status)
                status = wait_until_subscribed(watch);
        for (size_t i = 0; i < n_paths && !status; i++)
                status = session_method(watch, "SetWatch", paths[i]);
        return status;
}

static void watch_end(Watch *watch)
{
        xs_session_end(&watch->session);
        events_deinit(&watch->events);
}

static int run_command(const Cli *cli, const char *command, const char *path, const char *changed)
{
        Buffer path_variable = BUFFER_INIT, changed_variable = BUFFER_INIT;
        char *variables[3] = { NULL };
        int status;

        buffer_printf(&path_variable, "XENMI_PATH=%s", path);
        buffer_printf(&changed_variable, "XENMI_CHANGED=%s", changed);
        variables[0] = buffer_text(&path_variable);
        variables[1] = buffer_text(&changed_variable);
        fflush(stdout);
        status = variables[0] && variables[1] ? events_run(command, variables) : -1;
        buffer_deinit(&path_variable);
        buffer_deinit(&changed_variable);
        if (status)
                return cli_fail(cli, "the command ended with status %d", status);
        return CLI_OK;
}

static int show_event(Show *show, const MI_Instance *event, const char *command)
{
        const char *path = instance_string(event, "EventId");
        const char *changed = instance_string(event, "ChangedPath");
        Buffer line = BUFFER_INIT;

        path = path ? path : "";
        changed = changed ? changed : path;
        if (command)
                return run_command(show->cli, command, path, changed);
        if (show->cli->json)
                return show_instance(show, event);
        show_text(&line, changed);
        puts(buffer_text(&line) ? buffer_text(&line) : "");
        buffer_deinit(&line);
        return cli_finish_output(show->cli, CLI_OK);
}

static int watch_loop(Watch *watch, unsigned long count, const char *command, double seconds)
{
        const uint64_t deadline = events_deadline(seconds);
        unsigned long seen = 0;
        int status = CLI_OK;
        Show show;

        show_init(&show, watch->cli, SHOW_LINES);
        show.with_class = false;
        while (!status && (count == 0 || seen < count)) {
                MI_Instance *event = NULL;
                const EventsAnswer answer = watch_next(watch, deadline, &event);

                if (answer == EVENTS_TIMEOUT && count > 0)
                        status = cli_fail(watch->cli, "%lu of %lu events came within %g seconds", seen, count, seconds);
                if (answer != EVENTS_GOT)
                        break;
                seen++;
                status = show_event(&show, event, command);
                MI_Instance_Delete(event);
        }
        show_deinit(&show);
        return status ? status : events_status(&watch->events);
}

static int run_watch(Cli *cli, const Command *command, int argc, char **argv)
{
        const char *value, *exec = NULL;
        unsigned long count = 0;
        OptionParser parser;
        Watch watch = { 0 };
        double seconds;
        int option, status;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0) {
                if (option == WATCH_EXEC)
                        exec = value;
                else if (option_number(cli, "--count", value, 1, UINT32_MAX, &count))
                        return CLI_USAGE;
        }
        if (option < 0)
                return CLI_USAGE;
        if (parser.argc < 1)
                return cli_usage(cli, "expected a path");
        seconds = cli->timeout;
        status = watch_begin(&watch, cli, (const char *const *)parser.argv, (size_t)parser.argc);
        if (!status)
                status = watch_loop(&watch, count, exec, seconds);
        watch_end(&watch);
        return status;
}

/* PATH=VALUE: what is waited for; without = any value */
typedef struct Wanted {
        char *path;
        const char *value; /* octets, NULL: any */
} Wanted;

/* 1: it is so, 0: not yet, -1: told why it cannot be known */
static int is_so(Watch *watch, const Wanted *wanted)
{
        Buffer octets = BUFFER_INIT;
        MI_Char **values = NULL;
        const MI_Uint32 *results = NULL;
        bool equal;
        XsCall call;
        int answer = -1;

        if (xs_call_init(&call, watch->cli, "ReadMany") == CLI_OK) {
                call.where = wanted->path;
                xs_call_strings(&call, "Pathnames", &wanted->path, 1);
                xs_call_boolean(&call, "Escaped", true);
                if (xs_call_run(&call, MI_RESULT_OK) == CLI_OK) {
                        const size_t n_results = xs_out_numbers(&call, "Results", &results);
                        const size_t n_values = xs_out_strings(&call, "Values", &values);

                        if (n_results == 1 && results[0] != MI_RESULT_OK && results[0] != MI_RESULT_NOT_FOUND) {
                                cli_refused(watch->cli, wanted->path, (MI_Result)results[0], NULL, NULL);
                        } else {
                                xs_unescape(&octets, n_values == 1 && values[0] ? values[0] : "");
                                equal = !wanted->value ||
                                        (octets.size == strlen(wanted->value) &&
                                         (octets.size == 0 || memcmp(octets.data, wanted->value, octets.size) == 0));
                                answer = n_results == 1 && results[0] == MI_RESULT_OK && equal;
                        }
                }
        }
        buffer_deinit(&octets);
        xs_call_deinit(&call);
        return answer;
}

static int wait_loop(Watch *watch, const Wanted *wanted, double seconds)
{
        const uint64_t deadline = events_deadline(seconds);

        for (;;) {
                MI_Instance *event = NULL;
                EventsAnswer answer;
                const int so = is_so(watch, wanted);

                if (so)
                        return so > 0 ? CLI_OK : CLI_FAILED;
                answer = watch_next(watch, deadline, &event);
                if (event)
                        MI_Instance_Delete(event);
                if (answer == EVENTS_TIMEOUT)
                        return cli_fail(watch->cli, "%s: not so within %g seconds", wanted->path, seconds);
                if (answer != EVENTS_GOT)
                        return CLI_FAILED;
        }
}

static int run_wait(Cli *cli, const Command *command, int argc, char **argv)
{
        Buffer octets = BUFFER_INIT;
        Wanted wanted = { 0 };
        Watch watch = { 0 };
        double seconds;
        char *equals;
        int status;

        status = command_no_options(cli, command, &argc, &argv, 1, 1);
        if (status)
                return status;
        wanted.path = argv[0];
        equals = strchr(argv[0], '=');
        if (equals) {
                *equals = 0;
                xs_unescape(&octets, equals + 1);
                wanted.value = buffer_text(&octets);
        }
        seconds = cli->timeout;
        status = watch_begin(&watch, cli, (const char *const *)&wanted.path, 1);
        if (!status)
                status = wait_loop(&watch, &wanted, seconds);
        watch_end(&watch);
        buffer_deinit(&octets);
        return status;
}

static const Option watch_options[] = {
        { WATCH_COUNT, "count", "N", "end after N events" },
        { WATCH_EXEC, "exec", "COMMAND", "run this by the shell for each event, XENMI_PATH and XENMI_CHANGED set" },
        { 0 },
};

const Command xs_watch = {
        .name = "watch",
        .usage = "[-n N] [--timeout SECONDS] [--exec COMMAND] PATH...",
        .summary = "Print what changes at nodes and below, each path once at the start",
        .help = "Ctrl-C ends it. With --count, fewer events than that within --timeout are a failure.",
        .options = watch_options,
        .run = run_watch,
};

const Command xs_wait = {
        .name = "wait",
        .usage = "[--timeout SECONDS] PATH[=VALUE]",
        .summary = "Wait until a node has this value, or exists",
        .help = "Exit status 1 when it did not within --timeout.",
        .run = run_wait,
};
