#include "cli/callbacks.h"

#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/show.h"
#include "util/text.h"

typedef MI_Result(MI_CALL *Answer)(MI_Operation *, MI_OperationCallback_ResponseType);

static MI_OperationCallback_ResponseType ask(const Cli *cli, const char *message)
{
        char line[16];

        if (cli->assume_yes)
                return MI_OperationCallback_ResponseType_Yes;
        fflush(stdout);
        if (!isatty(STDIN_FILENO)) {
                fprintf(stderr, "%s: the provider asks: %s\n  answered no; --yes answers yes\n", cli->command, message);
                return MI_OperationCallback_ResponseType_No;
        }
        fprintf(stderr, "%s [y]es, [n]o, yes to [a]ll, [N]o to all: ", message);
        if (!fgets(line, sizeof(line), stdin))
                return MI_OperationCallback_ResponseType_No;
        switch (line[0]) {
        case 'y':
                return MI_OperationCallback_ResponseType_Yes;
        case 'a':
                return MI_OperationCallback_ResponseType_YesToAll;
        case 'N':
                return MI_OperationCallback_ResponseType_NoToAll;
        default:
                return MI_OperationCallback_ResponseType_No;
        }
}

static void MI_CALL prompt_user(MI_Operation *operation, void *context, const MI_Char *message, MI_PromptType type,
                                Answer answer)
{
        Cli *cli = context;

        if (answer)
                answer(operation, ask(cli, message));
        else
                fprintf(stderr, "%s: the provider reports: %s\n", cli->command, message);
}

/* An error that the provider can go on after: told, and the operation continues. */
static void MI_CALL write_error(MI_Operation *operation, void *context, MI_Instance *error, Answer answer)
{
        cli_refused(context, "reported", MI_RESULT_FAILED, NULL, error);
        if (answer)
                answer(operation, MI_OperationCallback_ResponseType_Yes);
}

static void MI_CALL write_message(MI_Operation *operation, void *context, MI_Uint32 channel, const MI_Char *message)
{
        static const char *const names[] = { "warning", "verbose", "debug" };
        const Cli *cli = context;

        if (channel != MI_WRITEMESSAGE_CHANNEL_WARNING && !cli->verbose)
                return;
        fflush(stdout);
        fprintf(stderr, "%s: %s: %s\n", cli->command, channel < ARRAY_SIZE(names) ? names[channel] : "message",
                message);
}

static void MI_CALL write_progress(MI_Operation *operation, void *context, const MI_Char *activity,
                                   const MI_Char *current, const MI_Char *status, MI_Uint32 percent, MI_Uint32 seconds)
{
        const Cli *cli = context;

        if (!cli->verbose)
                return;
        fprintf(stderr, "%s: %s: %s", cli->command, activity ? activity : "progress", current ? current : "");
        if (status)
                fprintf(stderr, " (%s)", status);
        if (percent <= 100)
                fprintf(stderr, ", %u %%", percent);
        if (seconds != UINT32_MAX)
                fprintf(stderr, ", %u s to go", seconds);
        fputc('\n', stderr);
}

static void MI_CALL streamed_parameter(MI_Operation *operation, void *context, const MI_Char *name, MI_Type type,
                                       const MI_Value *value, MI_Result(MI_CALL *acknowledge)(MI_Operation *))
{
        const Cli *cli = context;

        show_streamed(name, type, value, cli->json);
        if (acknowledge)
                acknowledge(operation);
}

void cli_callbacks_init(Cli *cli)
{
        cli->callbacks = (MI_OperationCallbacks){
                .callbackContext = cli,
                .promptUser = prompt_user,
                .writeError = write_error,
                .writeMessage = write_message,
                .writeProgress = write_progress,
                .streamedParameterResult = streamed_parameter,
        };
}
