#pragma once

/*
 * Failures: why something in libmi did not work, before there is an MI_Instance for it
 */

#include <MI.h>

#include "util/macro.h"

enum {
        FAILURE_MESSAGE_MAX = 1024,
};

typedef struct Failure {
        MI_Result result;    /* MI_RESULT_OK: none */
        MI_Uint32 code;      /* original error */
        const MI_Char *type; /* MI_RESULT_TYPE_... of `code`, static; NULL: the result itself is the original error */
        char message[FAILURE_MESSAGE_MAX]; /* what, where, what to do */
} Failure;

/* All return -EINVAL or the negative errno given, for `return failure_set(...)`. */
int failure_set(Failure *failure, MI_Result result, const char *format, ...) _printf_(3, 4);
int failure_set_errno(Failure *failure, int r, const char *format, ...) _printf_(3, 4);

/* As the CIM_Error that the API hands out; NULL when memory is short. */
MI_Instance *failure_error(const Failure *failure);
