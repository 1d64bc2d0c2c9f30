#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "cli/xs.h"

/* txn: several changes as one transaction, done again when somebody else was in the way */

enum {
        TXN_RETRIES = OPTION_FIRST_OWN,
};

#define TXN_RETRIES_DEFAULT 20
#define TXN_STEPS_MAX       10000
#define TXN_PAUSE_MS        5 /* before the second try; more before each further one */

/* Besides the exit statuses: all is to be done again */
#define TXN_AGAIN (-1)

typedef enum StepKind {
        STEP_WRITE,
        STEP_REMOVE,
        STEP_MKDIR,
        STEP_CHECK,
} StepKind;

typedef struct Step {
        StepKind kind;
        char *text; /* ours, cut into the words */
        char *path;
        char *value; /* escaped, ours; of WRITE and CHECK */
} Step;

typedef struct Steps {
        Step *steps;
        size_t count;
        size_t room;
} Steps;

static void steps_deinit(Steps *steps)
{
        for (size_t i = 0; i < steps->count; i++) {
                free(steps->steps[i].text);
                free(steps->steps[i].value);
        }
        free(steps->steps);
}

static int parse_step(const Cli *cli, const char *line, Step *step)
{
        static const char *const verbs[] = {
                [STEP_WRITE] = "write", [STEP_REMOVE] = "rm", [STEP_MKDIR] = "mkdir", [STEP_CHECK] = "check"
        };
        Buffer octets = BUFFER_INIT, escaped = BUFFER_INIT;
        char *verb, *rest;
        size_t kind = 0;

        *step = (Step){ .text = strdup(line) };
        if (!step->text)
                return cli_no_memory(cli);
        rest = step->text;
        rest += strspn(rest, " \t");
        verb = strsep(&rest, " \t");
        step->path = rest ? strsep(&rest, " \t") : NULL;
        while (kind < ARRAY_SIZE(verbs) && strcmp(verbs[kind], verb) != 0)
                kind++;
        if (kind == ARRAY_SIZE(verbs) || !step->path || !*step->path)
                return cli_usage(
                        cli, "expected 'write PATH VALUE', 'rm PATH', 'mkdir PATH' or 'check PATH VALUE', found '%s'",
                        line);
        step->kind = (StepKind)kind;
        if (step->kind == STEP_REMOVE || step->kind == STEP_MKDIR)
                return rest ? cli_usage(cli, "expected nothing behind '%s %s', found '%s'", verb, step->path, rest)
                            : CLI_OK;
        xs_unescape(&octets, rest ? rest : "");
        xs_escape(&escaped, octets.data, octets.size);
        step->value = buffer_steal(&escaped);
        buffer_deinit(&octets);
        return step->value ? CLI_OK : cli_no_memory(cli);
}

static int add_step(const Cli *cli, Steps *steps, const char *line)
{
        int status;

        if (!line[strspn(line, " \t")] || line[strspn(line, " \t")] == '#')
                return CLI_OK;
        if (steps->count == TXN_STEPS_MAX)
                return cli_usage(cli, "more than %d steps", TXN_STEPS_MAX);
        if (steps->count == steps->room) {
                size_t room = steps->room ? steps->room * 2 : 16;
                Step *list = reallocarray(steps->steps, room, sizeof(*list));

                if (!list)
                        return cli_no_memory(cli);
                steps->steps = list;
                steps->room = room;
        }
        status = parse_step(cli, line, &steps->steps[steps->count]);
        steps->count++;
        return status;
}

static int read_steps(const Cli *cli, Steps *steps)
{
        char *line = NULL;
        size_t room = 0;
        ssize_t length;
        int status = CLI_OK;

        while (!status && (length = getline(&line, &room, stdin)) >= 0) {
                if (length > 0 && line[length - 1] == '\n')
                        line[length - 1] = 0;
                status = add_step(cli, steps, line);
        }
        free(line);
        return status;
}

/* The signal that asked to stop: the session is ended first. The same once more ends the program at once. */
static volatile sig_atomic_t stopped_by;

static void note_signal(int number)
{
        stopped_by = number;
}

static const int stop_signals[] = { SIGINT, SIGTERM, SIGHUP };

static void catch_signals(struct sigaction *old)
{
        struct sigaction action = { .sa_handler = note_signal, .sa_flags = (int)SA_RESETHAND | SA_RESTART };

        stopped_by = 0;
        for (size_t i = 0; i < ARRAY_SIZE(stop_signals); i++) {
                sigaction(stop_signals[i], NULL, &old[i]);
                if (old[i].sa_handler != SIG_IGN)
                        sigaction(stop_signals[i], &action, NULL);
        }
}

/* The program ends as signals end programs, unless all was done when it came. */
static void release_signals(const struct sigaction *old, bool was_done)
{
        for (size_t i = 0; i < ARRAY_SIZE(stop_signals); i++)
                sigaction(stop_signals[i], &old[i], NULL);
        if (stopped_by && !was_done)
                raise(stopped_by);
}

/* The retry status is not told: others changed the same nodes, or the transaction is gone; all is done again. */
static int run_call(XsCall *call)
{
        int status;

        call->quiet_error = EAGAIN;
        status = xs_call_run(call, MI_RESULT_OK);
        return status && call->error == EAGAIN ? TXN_AGAIN : status;
}

static int simple_call(const XsSession *session, const char *method, const char *path)
{
        XsCall call;
        int status;

        status = xs_session_call(&call, session, method);
        if (!status) {
                call.where = path;
                if (path)
                        xs_call_string(&call, "Pathname", path);
                status = run_call(&call);
        }
        xs_call_deinit(&call);
        return status;
}

static int write_step(const XsSession *session, Step *step)
{
        XsCall call;
        int status;

        status = xs_session_call(&call, session, "WriteMany");
        if (!status) {
                call.where = step->path;
                xs_call_strings(&call, "Pathnames", &step->path, 1);
                xs_call_strings(&call, "Values", &step->value, 1);
                xs_call_boolean(&call, "Escaped", true);
                status = run_call(&call);
        }
        xs_call_deinit(&call);
        return status;
}

static int check_step(const XsSession *session, Step *step)
{
        MI_Char **values = NULL, **messages = NULL;
        const MI_Uint32 *results = NULL;
        XsCall call;
        int status;

        status = xs_session_call(&call, session, "ReadMany");
        if (!status) {
                call.where = step->path;
                xs_call_strings(&call, "Pathnames", &step->path, 1);
                xs_call_boolean(&call, "Escaped", true);
                status = run_call(&call);
        }
        if (!status) {
                const MI_Uint32 result =
                        xs_out_numbers(&call, "Results", &results) == 1 ? results[0] : MI_RESULT_FAILED;
                const bool is_there = xs_out_strings(&call, "Values", &values) == 1 && result == MI_RESULT_OK;

                if (result != MI_RESULT_OK && result != MI_RESULT_NOT_FOUND)
                        status = cli_refused(session->cli, step->path, (MI_Result)result,
                                             xs_out_strings(&call, "Messages", &messages) == 1 ? messages[0] : NULL,
                                             NULL);
                else if (!is_there || !values[0] || strcmp(values[0], step->value) != 0)
                        status = cli_fail(session->cli,
                                          "%s: it has not the value that 'check' names: nothing was changed",
                                          step->path);
        }
        xs_call_deinit(&call);
        return status;
}

static int do_steps(const XsSession *session, Steps *steps)
{
        int status = CLI_OK;

        for (size_t i = 0; i < steps->count && !status; i++) {
                Step *step = &steps->steps[i];

                if (stopped_by)
                        return cli_fail(session->cli, "interrupted: nothing was changed");
                switch (step->kind) {
                case STEP_WRITE:
                        status = write_step(session, step);
                        break;
                case STEP_REMOVE:
                        status = simple_call(session, "RemoveValue", step->path);
                        break;
                case STEP_MKDIR:
                        status = simple_call(session, "MakeDirectory", step->path);
                        break;
                case STEP_CHECK:
                        status = check_step(session, step);
                        break;
                }
        }
        return status;
}

static void pause_before(unsigned long attempt)
{
        const struct timespec pause = { .tv_nsec = (long)MIN(attempt * TXN_PAUSE_MS, 500UL) * 1000000 };

        nanosleep(&pause, NULL);
}

static int try_once(const XsSession *session, Steps *steps)
{
        int status = simple_call(session, "StartTransaction", NULL);

        if (status)
                return status;
        status = do_steps(session, steps);
        if (!status)
                return simple_call(session, "CommitTransaction", NULL);
        simple_call(session, "AbortTransaction", NULL);
        return status;
}

static int transact(const XsSession *session, Steps *steps, unsigned long retries)
{
        for (unsigned long attempt = 0; attempt <= retries; attempt++) {
                int status;

                if (attempt > 0)
                        pause_before(attempt);
                status = try_once(session, steps);
                if (status != TXN_AGAIN)
                        return status;
        }
        return cli_fail(session->cli, "others changed the same nodes each of %lu times: nothing was changed",
                        retries + 1);
}

static int run_transaction(Cli *cli, const Command *command, int argc, char **argv)
{
        _cleanup_(steps_deinit) Steps steps = { 0 };
        unsigned long retries = TXN_RETRIES_DEFAULT;
        struct sigaction old[ARRAY_SIZE(stop_signals)];
        XsSession session = { 0 };
        OptionParser parser;
        const char *value;
        int option, status = CLI_OK;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                if (option_number(cli, "--retries", value, 0, 10000, &retries))
                        return CLI_USAGE;
        if (option < 0)
                return CLI_USAGE;
        for (int i = 0; i < parser.argc && !status; i++)
                status = add_step(cli, &steps, parser.argv[i]);
        if (!status && parser.argc == 0)
                status = read_steps(cli, &steps);
        if (status)
                return status;
        catch_signals(old);
        status = xs_session_begin(&session, cli, cli->command);
        if (!status)
                status = transact(&session, &steps, retries);
        xs_session_end(&session);
        release_signals(old, status == CLI_OK);
        return status;
}

static const Option transaction_options[] = {
        { TXN_RETRIES, "retries", "N", "try again that often after a conflict (default 20)" },
        { 0 },
};

const Command xs_transaction = {
        .name = "txn",
        .usage = "[--retries N] [STEP...]",
        .summary = "Change several nodes as one transaction",
        .help = "A STEP, one argument each or one line of the standard input each:\n"
                "  write PATH VALUE   rm PATH   mkdir PATH\n"
                "  check PATH VALUE   go on only if the node has this value\n"
                "Either all is done or nothing. When others changed the same nodes meanwhile, all is tried again.",
        .options = transaction_options,
        .run = run_transaction,
};
