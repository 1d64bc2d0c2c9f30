#include "cli/xs.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "model/instance.h"
#include "util/text.h"

int xs_call_init(XsCall *call, Cli *cli, const char *method)
{
        int status;

        *call = (XsCall){ .cli = cli, .class_name = XS_BASE_CLASS, .method = method };
        if (!cli->has_options && cli->timeout <= 0)
                cli->timeout = XS_TIMEOUT_S;
        status = cli_connect(cli);
        if (status)
                return status;
        if (MI_Application_NewParameterSet(&cli->application, NULL, &call->in) != MI_RESULT_OK)
                return cli_no_memory(cli);
        return CLI_OK;
}

void xs_call_deinit(XsCall *call)
{
        if (call->in)
                MI_Instance_Delete(call->in);
        if (call->out)
                MI_Instance_Delete(call->out);
        call->in = call->out = NULL;
}

static void add(XsCall *call, const char *name, MI_Type type, const MI_Value *value)
{
        if (MI_Instance_AddElement(call->in, name, value, type, 0) != MI_RESULT_OK)
                call->failed = true;
}

void xs_call_string(XsCall *call, const char *name, const char *value)
{
        const MI_Value element = { .string = (MI_Char *)(uintptr_t)value };

        add(call, name, MI_STRING, &element);
}

void xs_call_strings(XsCall *call, const char *name, char *const *values, size_t count)
{
        const MI_Value element = { .stringa = { .data = (MI_Char **)(uintptr_t)values, .size = (MI_Uint32)count } };

        add(call, name, MI_STRINGA, &element);
}

void xs_call_boolean(XsCall *call, const char *name, bool value)
{
        const MI_Value element = { .boolean = value };

        add(call, name, MI_BOOLEAN, &element);
}

void xs_call_number(XsCall *call, const char *name, uint32_t value)
{
        const MI_Value element = { .uint32 = value };

        add(call, name, MI_UINT32, &element);
}

static int keep_answer(XsCall *call, const MI_Instance *instance)
{
        if (!instance || call->out)
                return CLI_OK;
        return MI_Instance_Clone(instance, &call->out) == MI_RESULT_OK ? CLI_OK : cli_no_memory(call->cli);
}

/* The errno behind an error, 0 if that is not what it comes from */
static uint32_t errno_of(const MI_Instance *details)
{
        const char *type = details ? instance_string(details, "error_Type") : NULL;
        uint32_t code = 0;

        return type && strcmp(type, "ERRNO") == 0 && instance_uint32(details, "error_Code", &code) ? code : 0;
}

int xs_call_run(XsCall *call, MI_Result quiet_for)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *instance, *details = NULL;
        const MI_Char *message = NULL;
        MI_Boolean more = MI_TRUE;
        Cli *cli = call->cli;
        int status = CLI_OK;

        if (call->failed)
                return cli_no_memory(cli);
        MI_Session_Invoke(&cli->session, 0, &cli->options, cli_xenstore_namespace(cli), call->class_name, call->method,
                          call->target, call->in, &cli->callbacks, &operation);
        while (more && !status) {
                MI_Result pulled;

                instance = NULL;
                pulled = MI_Operation_GetInstance(&operation, &instance, &more, &call->result, &message, &details);
                if (pulled != MI_RESULT_OK)
                        status = cli_refused(cli, call->method, pulled, NULL, NULL);
                else
                        status = keep_answer(call, instance);
        }
        if (!status && call->result != MI_RESULT_OK) {
                status = CLI_FAILED;
                call->error = errno_of(details);
                if (call->result != quiet_for && !(call->error && call->error == call->quiet_error))
                        cli_refused(cli, call->where, call->result, message, details);
        }
        MI_Operation_Close(&operation);
        return status;
}

static bool find_out(const XsCall *call, const char *name, MI_Type type, Element *element)
{
        return call->out && instance_find(call->out, name, element) && !element->is_null && element->type == type;
}

size_t xs_out_strings(const XsCall *call, const char *name, MI_Char ***valuesp)
{
        Element element;

        if (!find_out(call, name, MI_STRINGA, &element))
                return 0;
        *valuesp = element.value.stringa.data;
        return element.value.stringa.size;
}

size_t xs_out_numbers(const XsCall *call, const char *name, const MI_Uint32 **valuesp)
{
        Element element;

        if (!find_out(call, name, MI_UINT32A, &element))
                return 0;
        *valuesp = element.value.uint32a.data;
        return element.value.uint32a.size;
}

const char *xs_out_string(const XsCall *call, const char *name)
{
        const char *value = call->out ? instance_string(call->out, name) : NULL;

        return value ? value : "";
}

bool xs_out_boolean(const XsCall *call, const char *name)
{
        Element element;

        return find_out(call, name, MI_BOOLEAN, &element) && element.value.boolean;
}

uint32_t xs_out_number(const XsCall *call, const char *name)
{
        Element element;

        return find_out(call, name, MI_UINT32, &element) ? element.value.uint32 : 0;
}

const char *xs_leaf(const char *path)
{
        const char *slash = strrchr(path, '/');

        return slash && slash[1] ? slash + 1 : path;
}

static int take_instance(void *context, const MI_Instance *instance)
{
        XsSession *session = context;

        if (session->instance)
                return CLI_OK;
        return MI_Instance_Clone(instance, &session->instance) == MI_RESULT_OK ? CLI_OK : cli_no_memory(session->cli);
}

/* The first instance of an answer as session->instance */
static int find_instance(XsSession *session, const char *query, const char *what)
{
        MI_Operation operation = MI_OPERATION_NULL;
        Cli *cli = session->cli;
        int status;

        MI_Session_QueryInstances(&cli->session, 0, &cli->options, cli_xenstore_namespace(cli), MI_QUERY_DIALECT_WQL,
                                  query, &cli->callbacks, &operation);
        status = cli_each(cli, &operation, what, take_instance, session, NULL);
        if (!status && !session->instance)
                status = cli_refused(cli, what, MI_RESULT_NOT_FOUND, "it is not there", NULL);
        return status;
}

int xs_session_begin(XsSession *session, Cli *cli, const char *purpose)
{
        char query[160];
        XsCall call;
        int status;

        *session = (XsSession){ .cli = cli };
        status = xs_call_init(&call, cli, "AddSession");
        if (!status)
                status = find_instance(session, "select * from " XS_BASE_CLASS, XS_BASE_CLASS);
        if (!status) {
                xs_call_string(&call, "Id", purpose);
                call.target = session->instance;
                status = xs_call_run(&call, MI_RESULT_OK);
        }
        if (session->instance)
                MI_Instance_Delete(session->instance);
        session->instance = NULL;
        if (!status) {
                session->id = xs_out_number(&call, "SessionId");
                snprintf(query, sizeof(query), "select * from " XS_SESSION_CLASS " where SessionId=%u", session->id);
                status = find_instance(session, query, "the new session");
        }
        xs_call_deinit(&call);
        return status;
}

int xs_session_call(XsCall *call, const XsSession *session, const char *method)
{
        int status = xs_call_init(call, session->cli, method);

        call->class_name = XS_SESSION_CLASS;
        call->target = session->instance;
        return status;
}

void xs_session_end(XsSession *session)
{
        XsCall call;

        if (!session->instance)
                return;
        if (xs_session_call(&call, session, "EndSession") == CLI_OK)
                xs_call_run(&call, MI_RESULT_NOT_FOUND);
        xs_call_deinit(&call);
        MI_Instance_Delete(session->instance);
        session->instance = NULL;
}
