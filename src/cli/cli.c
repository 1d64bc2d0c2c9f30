#include "cli/cli.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/callbacks.h"
#include "model/cim-error.h"

#define NO_SERVER_HINT                                                                                               \
        "is xenmi running? Start it (systemctl start xenmi, or ./run serve in the source tree), or name its socket " \
        "in "                                                                                                        \
        "XENMI_SOCKET"

void cli_init(Cli *cli)
{
        memset(cli, 0, sizeof(*cli));
        snprintf(cli->command, sizeof(cli->command), "xenmi");
}

void cli_deinit(Cli *cli)
{
        if (cli->has_options)
                MI_OperationOptions_Delete(&cli->options);
        if (cli->has_session)
                MI_Session_Close(&cli->session, NULL, NULL);
        if (cli->has_application)
                MI_Application_Close(&cli->application);
        cli->has_options = cli->has_session = cli->has_application = false;
}

const char *cli_namespace(const Cli *cli)
{
        return cli->name_space ? cli->name_space : CLI_NAMESPACE;
}

const char *cli_xenstore_namespace(const Cli *cli)
{
        return cli->name_space ? cli->name_space : CLI_XENSTORE_NAMESPACE;
}

static void say(const Cli *cli, const char *format, va_list args)
{
        if (cli->is_quiet)
                return;
        fflush(stdout);
        fprintf(stderr, "%s: ", cli->command);
        vfprintf(stderr, format, args);
        fputc('\n', stderr);
}

int cli_fail(const Cli *cli, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        say(cli, format, args);
        va_end(args);
        return CLI_FAILED;
}

int cli_usage(const Cli *cli, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        say(cli, format, args);
        va_end(args);
        fprintf(stderr, "  `%s --help' tells more\n", cli->command);
        return CLI_USAGE;
}

int cli_no_memory(const Cli *cli)
{
        return cli_fail(cli, "out of memory");
}

/* What the user can do about it; NULL where the message says that itself */
static const char *hint_of(MI_Result result)
{
        switch (result) {
        case MI_RESULT_METHOD_NOT_FOUND:
        case MI_RESULT_NO_SUCH_PROPERTY:
                return "`xenmi class NAME' shows properties, methods and their parameters";
        default:
                return NULL;
        }
}

/* How much of a long path a message repeats */
#define NAME_SHOWN 200

/* "data/x: no such node" is about data/x already. */
static bool begins_with_name(const char *text, const char *name)
{
        const size_t length = MIN(strlen(name), (size_t)NAME_SHOWN);

        return strncmp(text, name, length) == 0 && text[length] == ':';
}

int cli_refused(const Cli *cli, const char *where, MI_Result result, const char *message, const MI_Instance *details)
{
        const char *hint = hint_of(result);
        const char *text = message && *message ? message : details ? cim_error_message(details) : NULL;
        const char *name = result_name(result) + strlen("MI_RESULT_");

        if (cli->is_quiet)
                return CLI_FAILED;
        if (!text || !*text)
                text = result_text(result);
        fflush(stdout);
        fprintf(stderr, "%s: ", cli->command);
        if (where && !begins_with_name(text, where))
                fprintf(stderr, "%s: ", where);
        fprintf(stderr, "%s (%s)\n", text, name);
        if (hint && !strstr(text, "`xenmi "))
                fprintf(stderr, "  %s\n", hint);
        return CLI_FAILED;
}

int cli_no_property(const Cli *cli, const char *class_name, const char *name)
{
        Buffer text = BUFFER_INIT;

        buffer_printf(&text, "%s has no property '%s'", class_name, name);
        cli_refused(cli, NULL, MI_RESULT_NO_SUCH_PROPERTY, buffer_text(&text), NULL);
        buffer_deinit(&text);
        return CLI_FAILED;
}

/* build/bin/xenmi of a source tree finds the server that `./run serve` started beside it. */
static void find_development_server(void)
{
        static const char below[] = "/../run/broker.sock";
        char path[4096];
        ssize_t length;
        char *slash;

        if (getenv("XENMI_SOCKET"))
                return;
        length = readlink("/proc/self/exe", path, sizeof(path) - sizeof(below));
        if (length <= 0)
                return;
        path[length] = 0;
        slash = strrchr(path, '/');
        if (!slash)
                return;
        memcpy(slash, below, sizeof(below));
        if (access(path, F_OK) == 0)
                setenv("XENMI_SOCKET", path, 0);
}

static void set_timeout(MI_OperationOptions *options, double seconds)
{
        MI_Interval interval = { 0 };
        unsigned long whole = (unsigned long)seconds;

        interval.days = (MI_Uint32)(whole / 86400);
        interval.hours = (MI_Uint32)(whole / 3600 % 24);
        interval.minutes = (MI_Uint32)(whole / 60 % 60);
        interval.seconds = (MI_Uint32)(whole % 60);
        interval.microseconds = (MI_Uint32)((seconds - (double)whole) * 1e6);
        MI_OperationOptions_SetTimeout(options, &interval);
}

static int make_options(Cli *cli)
{
        MI_Result result = MI_Application_NewOperationOptions(&cli->application, MI_FALSE, &cli->options);

        if (result != MI_RESULT_OK)
                return cli_refused(cli, "operation options", result, NULL, NULL);
        cli->has_options = true;
        if (cli->timeout > 0)
                set_timeout(&cli->options, cli->timeout);
        if (!cli->verbose) {
                MI_OperationOptions_DisableChannel(&cli->options, MI_WRITEMESSAGE_CHANNEL_VERBOSE);
                MI_OperationOptions_DisableChannel(&cli->options, MI_WRITEMESSAGE_CHANNEL_DEBUG);
        }
        cli_callbacks_init(cli);
        return CLI_OK;
}

int cli_connect(Cli *cli)
{
        MI_Instance *error = NULL;
        MI_Result result;

        if (cli->has_options)
                return CLI_OK;
        find_development_server();
        if (!cli->has_application) {
                result = MI_Application_Initialize(0, "xenmi", &error, &cli->application);
                if (result != MI_RESULT_OK)
                        return cli_refused(cli, "libmi", result, NULL, error);
                cli->has_application = true;
        }
        if (!cli->has_session) {
                result = MI_Application_NewSession(&cli->application, cli->protocol, NULL, NULL, NULL, &error,
                                                   &cli->session);
                if (result != MI_RESULT_OK) {
                        cli_refused(cli, cli->protocol ? cli->protocol : "session", result, NULL, error);
                        if (!cli->protocol)
                                fprintf(stderr, "  %s\n", NO_SERVER_HINT);
                        if (error)
                                MI_Instance_Delete(error);
                        return CLI_FAILED;
                }
                cli->has_session = true;
        }
        return make_options(cli);
}

int cli_each(Cli *cli, MI_Operation *operation, const char *where, InstanceFunction function, void *context,
             size_t *countp)
{
        const MI_Instance *instance = NULL, *details = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_OK, pulled;
        MI_Boolean more = MI_TRUE;
        int status = CLI_OK;
        size_t count = 0;

        while (more && status == CLI_OK) {
                instance = NULL;
                pulled = MI_Operation_GetInstance(operation, &instance, &more, &result, &message, &details);
                if (pulled != MI_RESULT_OK) {
                        status = cli_refused(cli, where, pulled, NULL, NULL);
                        break;
                }
                if (instance) {
                        count++;
                        status = function(context, instance);
                }
        }
        if (status == CLI_OK && result != MI_RESULT_OK)
                status = cli_refused(cli, where, result, message, details);
        MI_Operation_Close(operation);
        if (countp)
                *countp = count;
        return status;
}

int cli_get_class(Cli *cli, const char *name_space, const char *class_name, MI_Class **classp)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Class *class = NULL;
        const MI_Instance *details = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_OK, pulled;
        MI_Boolean more = MI_TRUE;
        int status;

        status = cli_connect(cli);
        if (status)
                return status;
        MI_Session_GetClass(&cli->session, 0, &cli->options, name_space ? name_space : cli_namespace(cli), class_name,
                            NULL, &operation);
        pulled = MI_Operation_GetClass(&operation, &class, &more, &result, &message, &details);
        if (pulled != MI_RESULT_OK)
                status = cli_refused(cli, class_name, pulled, NULL, NULL);
        else if (result != MI_RESULT_OK || !class)
                status = cli_refused(cli, class_name, result ? result : MI_RESULT_NOT_FOUND, message, details);
        else if (MI_Class_Clone(class, classp) != MI_RESULT_OK)
                status = cli_no_memory(cli);
        MI_Operation_Close(&operation);
        return status;
}

void cli_print(const Buffer *buffer)
{
        if (buffer->size > 0)
                (void)fwrite(buffer->data, 1, buffer->size, stdout);
}

int cli_finish_output(const Cli *cli, int status)
{
        if (fflush(stdout) != 0 || ferror(stdout)) {
                if (errno != EPIPE)
                        return cli_fail(cli, "cannot write the answer: %s", strerror(errno));
                return CLI_FAILED;
        }
        return status;
}
