#include "dispatch/problem.h"

#include <stdio.h>
#include <string.h>

#include "model/cim-error.h"
#include "model/instance.h"
#include "util/text.h"

void problem_clear(Problem *problem)
{
        problem->error = instance_delete(problem->error);
        problem->result = MI_RESULT_OK;
}

void problem_set(Problem *problem, MI_Result result, const char *format, ...)
{
        char message[CIM_ERROR_MESSAGE_MAX];
        va_list args;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);

        problem_clear(problem);
        problem->result = result;
        (void)cim_error_new(&problem->error, result, NULL, 0, message);
}

void problem_set_failed(Problem *problem, int error, const char *format, ...)
{
        char message[CIM_ERROR_MESSAGE_MAX];
        va_list args;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);

        problem_clear(problem);
        problem->result = MI_RESULT_FAILED;
        (void)cim_error_new(&problem->error, problem->result, MI_RESULT_TYPE_ERRNO, (MI_Uint32)error, message);
}

void problem_set_original(Problem *problem, MI_Uint32 code, const char *type, const char *message)
{
        MI_Result result;

        if (!type)
                type = MI_RESULT_TYPE_MI;
        result = ascii_equal(type, MI_RESULT_TYPE_MI) ? result_from_status(code) : error_result(type, code);
        problem_clear(problem);
        /* An error is never a success, whatever number the provider gives for it. */
        problem->result = result == MI_RESULT_OK ? MI_RESULT_FAILED : result;
        (void)cim_error_new(&problem->error, problem->result, type, code, message);
}

void problem_set_error(Problem *problem, const MI_Instance *error)
{
        problem_clear(problem);
        problem->result = cim_error_result(error);
        if (problem->result == MI_RESULT_OK)
                problem->result = MI_RESULT_FAILED;
        (void)instance_clone(&problem->error, error);
}

void problem_set_errno(Problem *problem, int r, const char *what)
{
        char message[CIM_ERROR_MESSAGE_MAX];

        snprintf(message, sizeof(message), "%s: %s", what, strerrordesc_np(-r) ?: "unknown error");
        problem_clear(problem);
        problem->result = result_from_errno(-r);
        if (problem->result == MI_RESULT_OK)
                problem->result = MI_RESULT_FAILED;
        (void)cim_error_new(&problem->error, problem->result, "ERRNO", (MI_Uint32)-r, message);
}
