#pragma once

/*
 * Problems: a result with the CIM error that explains it
 *
 * What goes to the caller as RESULT. `error` is owned; a problem with result MI_RESULT_OK has none.
 */

#include <MI.h>
#include <stdarg.h>

#include "util/macro.h"

typedef struct Problem {
        MI_Result result;
        MI_Instance *error;
} Problem;

#define PROBLEM_NONE               \
        {                          \
                MI_RESULT_OK, NULL \
        }

/* Replaces what it was. Memory short: the result stays without an error instance. */
void problem_set(Problem *problem, MI_Result result, const char *format, ...) _printf_(3, 4);
/* MI_RESULT_FAILED, with that errno as the original error. */
void problem_set_failed(Problem *problem, int error, const char *format, ...) _printf_(3, 4);
/* From what a provider posts: code and type of the original error, message may be NULL. */
void problem_set_original(Problem *problem, MI_Uint32 code, const char *type, const char *message);
/* From a provider's own CIM error (copied). */
void problem_set_error(Problem *problem, const MI_Instance *error);
/* The problem of a negative errno of ours. */
void problem_set_errno(Problem *problem, int r, const char *what);
void problem_clear(Problem *problem);

static inline bool problem_is_set(const Problem *problem)
{
        return problem->result != MI_RESULT_OK;
}
