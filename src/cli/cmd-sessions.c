#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "cli/show.h"
#include "cli/xs.h"
#include "model/instance.h"
#include "model/value.h"

/* sessions: those of the XenStore interface, and ending them */

static void add_cell(Table *table, const MI_Instance *instance, const char *name, const char *unit)
{
        Buffer text = BUFFER_INIT;
        Element element;

        if (instance_find(instance, name, &element) && !element.is_null) {
                show_value(&text, &element.value, element.type);
                buffer_append_string(&text, unit);
        } else {
                buffer_append_char(&text, '-');
        }
        table_add(table, buffer_text(&text) ? buffer_text(&text) : "");
        buffer_deinit(&text);
}

static int add_row(void *context, const MI_Instance *instance)
{
        Table *table = context;
        Element element;
        bool is_open;

        is_open = instance_find(instance, "TransactionOpen", &element) && !element.is_null && element.value.boolean;
        add_cell(table, instance, "SessionId", "");
        add_cell(table, instance, "Id", "");
        add_cell(table, instance, "Owner", "");
        add_cell(table, instance, "Age", " s");
        add_cell(table, instance, "IdleTime", " s");
        add_cell(table, instance, "WatchCount", "");
        table_add(table, is_open ? "open" : "-");
        return CLI_OK;
}

static int list_as_table(Cli *cli, MI_Operation *operation)
{
        static const char *const heads[] = { "SESSION", "ID", "OWNER", "AGE", "IDLE", "WATCHES", "TRANSACTION" };
        size_t count = 0;
        Table table;
        int status;

        table_init(&table, ARRAY_SIZE(heads));
        for (size_t i = 0; i < ARRAY_SIZE(heads); i++)
                table_add(&table, heads[i]);
        status = cli_each(cli, operation, XS_SESSION_CLASS, add_row, &table, &count);
        if (!status && count == 0)
                puts("no sessions");
        else if (!status && table_print(&table, "rllrrrl") < 0)
                status = cli_no_memory(cli);
        table_deinit(&table);
        return cli_finish_output(cli, status);
}

static const Command sessions_list;

static int run_list(Cli *cli, const Command *command, int argc, char **argv)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Show show;
        int status;

        status = command_no_options(cli, &sessions_list, &argc, &argv, 0, 0);
        if (!status)
                status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_EnumerateInstances(&cli->session, 0, &cli->options, cli_xenstore_namespace(cli), XS_SESSION_CLASS,
                                      MI_FALSE, &cli->callbacks, &operation);
        if (!cli->json)
                return list_as_table(cli, &operation);
        show_init(&show, cli, SHOW_LIST);
        show.with_class = false;
        status = show_end(&show, cli_each(cli, &operation, XS_SESSION_CLASS, show_instance, &show, NULL));
        show_deinit(&show);
        return status;
}

enum {
        END_ID = OPTION_FIRST_OWN,
};

static int end_sessions(Cli *cli, const char *id, const unsigned long *number, uint32_t *endedp)
{
        char where[32] = "";
        XsCall call;
        int status;

        if (number)
                snprintf(where, sizeof(where), "session %lu", *number);
        status = xs_call_init(&call, cli, "EndSessions");
        if (!status) {
                call.where = id ? id : where;
                if (id)
                        xs_call_string(&call, "Id", id);
                else
                        xs_call_number(&call, "SessionId", (uint32_t)*number);
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        if (!status && xs_out_number(&call, "Ended") == 0)
                status = cli_refused(cli, id ? id : where, MI_RESULT_NOT_FOUND, "there is no such session of yours",
                                     NULL);
        *endedp += xs_out_number(&call, "Ended");
        xs_call_deinit(&call);
        return status;
}

static int run_end(Cli *cli, const Command *command, int argc, char **argv)
{
        OptionParser parser;
        const char *value, *id = NULL;
        uint32_t ended = 0;
        unsigned long number;
        int option, status = CLI_OK;

        option_parser_init(&parser, cli, command->options, argc, argv);
        while ((option = option_next(&parser, &value)) > 0)
                id = value;
        if (option < 0)
                return CLI_USAGE;
        if ((parser.argc == 0) == (id == NULL))
                return cli_usage(cli, "expected the numbers of sessions, or --id");
        for (int i = 0; i < parser.argc; i++)
                if (option_number(cli, "session", parser.argv[i], 1, UINT32_MAX, &number))
                        return CLI_USAGE;
        if (id)
                status = end_sessions(cli, id, NULL, &ended);
        for (int i = 0; i < parser.argc; i++)
                if (option_number(cli, "session", parser.argv[i], 1, UINT32_MAX, &number) ||
                    end_sessions(cli, NULL, &number, &ended))
                        status = CLI_FAILED;
        if (cli->json && (ended || !status))
                printf("{\"ended\": %" PRIu32 "}\n", ended);
        return cli_finish_output(cli, status);
}

static const Command sessions_list = {
        .name = "list",
        .usage = "",
        .summary = "List the sessions: yours, or as an administrator all",
        .run = run_list,
};

static const Option end_options[] = {
        { END_ID, "id", "ID", "all sessions that AddSession was given this Id for" },
        { 0 },
};

static const Command sessions_end = {
        .name = "end",
        .usage = "SESSION...\n--id ID",
        .summary = "End sessions, their watches and their transactions",
        .options = end_options,
        .run = run_end,
};

static const Command *const sessions_commands[] = { &sessions_list, &sessions_end, NULL };

const Command command_sessions = {
        .name = "sessions",
        .usage = "[list]\nend SESSION...\nend --id ID",
        .summary = "List or end sessions of the XenStore interface",
        .run = run_list,
        .subcommands = sessions_commands,
};
