#pragma once

/*
 * CIM errors
 *
 * Every error that reaches an MI caller is an instance of CIM_Error with a message, the CIM status code, and the original error with its
 * type ("MI", "HRESULT", "WIN32", "ERRNO", "WINRM").
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

enum {
        CIM_ERROR_MESSAGE_MAX = 8192, /* bytes of a message, the rest is cut */
};

extern const MI_ClassDecl cim_error_decl;

const char *result_name(MI_Result result); /* "MI_RESULT_NOT_FOUND"; of an unknown one "MI_RESULT_FAILED" */
const char *result_text(MI_Result result); /* "The requested object could not be found." */
/* By number of a CIM status code; unknown ones become MI_RESULT_FAILED. */
MI_Result result_from_status(uint32_t status);
/* The MI result that fits an errno best: EACCES -> ACCESS_DENIED, ENOENT -> NOT_FOUND, ... */
MI_Result result_from_errno(int error);

/* What MI_Utilities_MapErrorToMiErrorCategory does. */
MI_ErrorCategory error_category(const char *type, MI_Uint32 code);
/* MI result of an original error of that type. MI_RESULT_FAILED for types nobody knows. */
MI_Result error_result(const char *type, MI_Uint32 code);

/* The message may be NULL (then result_text()); so may the type ("MI" and the result as code). 0 or -ENOMEM. */
int cim_error_new(MI_Instance **errorp, MI_Result result, const char *type, MI_Uint32 code, const char *message);
int cim_error_printf(MI_Instance **errorp, MI_Result result, const char *format, ...)
        __attribute__((format(printf, 3, 4)));
/* From an original error, result derived from it: what MI_Utilities_CimErrorFromErrorCode does. */
int cim_error_from_code(MI_Instance **errorp, MI_Uint32 code, const char *type, const char *message);

/* CIMStatusCode of an error instance. MI_RESULT_FAILED if it has none, it is 0 or unknown. */
MI_Result cim_error_result(const MI_Instance *error);
const char *cim_error_message(const MI_Instance *error); /* NULL if it has none */
