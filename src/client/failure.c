#include "client/failure.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/cim-error.h"

int failure_set(Failure *failure, MI_Result result, const char *format, ...)
{
        va_list args;

        failure->result = result;
        failure->code = result;
        failure->type = NULL;
        va_start(args, format);
        vsnprintf(failure->message, sizeof(failure->message), format, args);
        va_end(args);
        return -EINVAL;
}

int failure_set_errno(Failure *failure, int r, const char *format, ...)
{
        char reason[128];
        va_list args;
        size_t used;

        failure->code = (MI_Uint32)(r < 0 ? -r : r);
        failure->type = MI_RESULT_TYPE_ERRNO;
        failure->result = result_from_errno((int)failure->code);
        va_start(args, format);
        vsnprintf(failure->message, sizeof(failure->message), format, args);
        va_end(args);
        used = strlen(failure->message);
        snprintf(failure->message + used, sizeof(failure->message) - used, ": %s",
                 strerror_r((int)failure->code, reason, sizeof(reason)));
        return r < 0 ? r : -EINVAL;
}

MI_Instance *failure_error(const Failure *failure)
{
        MI_Instance *error = NULL;

        if (cim_error_new(&error, failure->result, failure->type, failure->code, failure->message) < 0)
                return NULL;
        return error;
}
