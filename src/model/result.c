/*
 * Results: their names, and how errors of other kinds map to them
 */

#include <errno.h>

#include "model/cim-error.h"
#include "util/macro.h"
#include "util/text.h"

static const struct {
        const char *name;
        const char *text;
        MI_ErrorCategory category;
} results[] = {
#define RESULT(name, category, text) [MI_RESULT_##name] = { "MI_RESULT_" #name, text, MI_ERRORCATEGORY_##category }
        RESULT(OK, NOT_SPECIFIED, "The operation was successful."),
        RESULT(FAILED, NOT_SPECIFIED, "A general error occurred, not covered by a more specific error code."),
        RESULT(ACCESS_DENIED, ACCESS_DENIED, "Access to a resource was not available to the client."),
        RESULT(INVALID_NAMESPACE, METADATA_ERROR, "The specified namespace does not exist."),
        RESULT(INVALID_PARAMETER, INVALID_ARGUMENT, "One or more parameter values passed were invalid."),
        RESULT(INVALID_CLASS, METADATA_ERROR, "The specified class does not exist."),
        RESULT(NOT_FOUND, OBJECT_NOT_FOUND, "The requested object could not be found."),
        RESULT(NOT_SUPPORTED, NOT_IMPLEMENTED, "The requested operation is not supported."),
        RESULT(CLASS_HAS_CHILDREN, METADATA_ERROR, "The class has subclasses and cannot be changed."),
        RESULT(CLASS_HAS_INSTANCES, METADATA_ERROR, "The class has instances and cannot be changed."),
        RESULT(INVALID_SUPERCLASS, METADATA_ERROR, "The superclass does not exist."),
        RESULT(ALREADY_EXISTS, RESOURCE_EXISTS, "The object already exists."),
        RESULT(NO_SUCH_PROPERTY, OBJECT_NOT_FOUND, "The specified property does not exist."),
        RESULT(TYPE_MISMATCH, INVALID_TYPE, "The value supplied is not of the right type."),
        RESULT(QUERY_LANGUAGE_NOT_SUPPORTED, NOT_IMPLEMENTED, "The query language is not recognized or not supported."),
        RESULT(INVALID_QUERY, SYNTAX_ERROR, "The query is not valid for the specified query language."),
        RESULT(METHOD_NOT_AVAILABLE, OBJECT_NOT_FOUND, "The method could not be executed."),
        RESULT(METHOD_NOT_FOUND, OBJECT_NOT_FOUND, "The specified method does not exist."),
        RESULT(NAMESPACE_NOT_EMPTY, METADATA_ERROR, "The namespace is not empty."),
        RESULT(INVALID_ENUMERATION_CONTEXT, INVALID_OPERATION, "The enumeration is not known, or has ended."),
        RESULT(INVALID_OPERATION_TIMEOUT, OPERATION_TIMEOUT, "The time-out of the operation is not valid."),
        RESULT(PULL_HAS_BEEN_ABANDONED, OPERATION_STOPPED, "The pull operation has been abandoned."),
        RESULT(PULL_CANNOT_BE_ABANDONED, OPERATION_STOPPED, "The attempt to abandon a pull operation has failed."),
        RESULT(FILTERED_ENUMERATION_NOT_SUPPORTED, NOT_IMPLEMENTED, "Filtered enumeration is not supported."),
        RESULT(CONTINUATION_ON_ERROR_NOT_SUPPORTED, NOT_IMPLEMENTED, "Continuing after an error is not supported."),
        RESULT(SERVER_LIMITS_EXCEEDED, LIMITS_EXCEEDED, "The operation exceeds a limit of the server."),
        RESULT(SERVER_IS_SHUTTING_DOWN, RESOURCE_UNAVAILABLE, "The server is shutting down."),
#undef RESULT
};

static bool is_result(MI_Uint32 code)
{
        return code < ARRAY_SIZE(results) && results[code].name;
}

const char *result_name(MI_Result result)
{
        return results[is_result((MI_Uint32)result) ? result : MI_RESULT_FAILED].name;
}

const char *result_text(MI_Result result)
{
        return results[is_result((MI_Uint32)result) ? result : MI_RESULT_FAILED].text;
}

MI_Result result_from_status(uint32_t status)
{
        return is_result(status) ? (MI_Result)status : MI_RESULT_FAILED;
}

typedef struct ErrorMap {
        MI_Uint32 code;
        MI_Result result;
        MI_ErrorCategory category;
} ErrorMap;

static const ErrorMap errno_map[] = {
        { EPERM, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_ACCESS_DENIED },
        { EACCES, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_ACCESS_DENIED },
        { ENOENT, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },
        { ESRCH, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },
        { EEXIST, MI_RESULT_ALREADY_EXISTS, MI_ERRORCATEGORY_RESOURCE_EXISTS },
        { EINVAL, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_ARGUMENT },
        { ENAMETOOLONG, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_ARGUMENT },
        { EILSEQ, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_DATA },
        { ENOMEM, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { E2BIG, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { EMFILE, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { ENFILE, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { EMSGSIZE, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { ENOSPC, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_QUOTA_EXCEEDED },
        { EDQUOT, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_QUOTA_EXCEEDED },
        { ENOSYS, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },
        { EOPNOTSUPP, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },
        { EBUSY, MI_RESULT_FAILED, MI_ERRORCATEGORY_RESOURCE_BUSY },
        { EAGAIN, MI_RESULT_FAILED, MI_ERRORCATEGORY_RESOURCE_BUSY },
        { EDEADLK, MI_RESULT_FAILED, MI_ERRORCATEGORY_DEADLOCK_DETECTED },
        { ETIMEDOUT, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_TIMEOUT },
        { ECANCELED, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_STOPPED },
        { EINTR, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_STOPPED },
        { EIO, MI_RESULT_FAILED, MI_ERRORCATEGORY_DEVICE_ERROR },
        { ENODEV, MI_RESULT_FAILED, MI_ERRORCATEGORY_DEVICE_ERROR },
        { EPROTO, MI_RESULT_FAILED, MI_ERRORCATEGORY_PROTOCOL_ERROR },
        { EPIPE, MI_RESULT_FAILED, MI_ERRORCATEGORY_CONNECTION_ERROR },
        { ECONNREFUSED, MI_RESULT_FAILED, MI_ERRORCATEGORY_CONNECTION_ERROR },
        { ECONNRESET, MI_RESULT_FAILED, MI_ERRORCATEGORY_CONNECTION_ERROR },
        { EHOSTUNREACH, MI_RESULT_FAILED, MI_ERRORCATEGORY_CONNECTION_ERROR },
        { ENETUNREACH, MI_RESULT_FAILED, MI_ERRORCATEGORY_CONNECTION_ERROR },
};

static const ErrorMap win32_map[] = {
        { 2, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },             /* file not found */
        { 3, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },             /* path not found */
        { 5, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_ACCESS_DENIED },            /* access denied */
        { 8, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED }, /* not enough memory */
        { 14, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { 29, MI_RESULT_FAILED, MI_ERRORCATEGORY_WRITE_ERROR },
        { 30, MI_RESULT_FAILED, MI_ERRORCATEGORY_READ_ERROR },
        { 50, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },  /* not supported */
        { 80, MI_RESULT_ALREADY_EXISTS, MI_ERRORCATEGORY_RESOURCE_EXISTS }, /* file exists */
        { 87, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_ARGUMENT },
        { 170, MI_RESULT_FAILED, MI_ERRORCATEGORY_RESOURCE_BUSY },
        { 183, MI_RESULT_ALREADY_EXISTS, MI_ERRORCATEGORY_RESOURCE_EXISTS },      /* already exists */
        { 1168, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },         /* element not found */
        { 1223, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_STOPPED },           /* cancelled */
        { 1326, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_AUTHENTICATION_ERROR }, /* logon failure */
        { 1460, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_TIMEOUT },
};

static const ErrorMap hresult_map[] = {
        { 0x80004001, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED }, /* E_NOTIMPL */
        { 0x80070057, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_ARGUMENT },
        { 0x8007000E, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { 0x80070005, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_ACCESS_DENIED },
        { 0x80041002, MI_RESULT_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND }, /* WBEM_E_NOT_FOUND and its kin */
        { 0x80041003, MI_RESULT_ACCESS_DENIED, MI_ERRORCATEGORY_ACCESS_DENIED },
        { 0x80041005, MI_RESULT_TYPE_MISMATCH, MI_ERRORCATEGORY_INVALID_TYPE },
        { 0x80041006, MI_RESULT_SERVER_LIMITS_EXCEEDED, MI_ERRORCATEGORY_LIMITS_EXCEEDED },
        { 0x80041008, MI_RESULT_INVALID_PARAMETER, MI_ERRORCATEGORY_INVALID_ARGUMENT },
        { 0x8004100C, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },
        { 0x8004100D, MI_RESULT_INVALID_SUPERCLASS, MI_ERRORCATEGORY_METADATA_ERROR },
        { 0x8004100E, MI_RESULT_INVALID_NAMESPACE, MI_ERRORCATEGORY_METADATA_ERROR },
        { 0x80041010, MI_RESULT_INVALID_CLASS, MI_ERRORCATEGORY_METADATA_ERROR },
        { 0x80041017, MI_RESULT_INVALID_QUERY, MI_ERRORCATEGORY_SYNTAX_ERROR },
        { 0x80041018, MI_RESULT_QUERY_LANGUAGE_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },
        { 0x80041019, MI_RESULT_ALREADY_EXISTS, MI_ERRORCATEGORY_RESOURCE_EXISTS },
        { 0x80041024, MI_RESULT_NOT_SUPPORTED, MI_ERRORCATEGORY_NOT_IMPLEMENTED },
        { 0x80041032, MI_RESULT_FAILED, MI_ERRORCATEGORY_OPERATION_STOPPED },
        { 0x80041033, MI_RESULT_SERVER_IS_SHUTTING_DOWN, MI_ERRORCATEGORY_RESOURCE_UNAVAILABLE },
        { 0x80041055, MI_RESULT_METHOD_NOT_FOUND, MI_ERRORCATEGORY_OBJECT_NOT_FOUND },
};

static const ErrorMap *find(const ErrorMap *map, size_t count, MI_Uint32 code)
{
        for (size_t i = 0; i < count; i++) {
                if (map[i].code == code)
                        return &map[i];
        }
        return NULL;
}

static const ErrorMap *map_of(const char *type, MI_Uint32 code)
{
        const ErrorMap *found;

        if (ascii_equal(type, "ERRNO"))
                return find(errno_map, ARRAY_SIZE(errno_map), code);
        if (ascii_equal(type, "WIN32"))
                return find(win32_map, ARRAY_SIZE(win32_map), code);
        if (!ascii_equal(type, "HRESULT") && !ascii_equal(type, "WINRM"))
                return NULL;
        found = find(hresult_map, ARRAY_SIZE(hresult_map), code);
        if (!found && code >> 16 == 0x8007) /* a WIN32 error in an HRESULT's clothes */
                found = find(win32_map, ARRAY_SIZE(win32_map), code & 0xFFFF);
        return found;
}

MI_Result result_from_errno(int error)
{
        const ErrorMap *found;

        if (error == 0)
                return MI_RESULT_OK;
        found = find(errno_map, ARRAY_SIZE(errno_map), (MI_Uint32)(error < 0 ? -error : error));
        return found ? found->result : MI_RESULT_FAILED;
}

MI_ErrorCategory error_category(const char *type, MI_Uint32 code)
{
        const ErrorMap *found;

        if (!type || ascii_equal(type, "MI"))
                return is_result(code) ? results[code].category : MI_ERRORCATEGORY_NOT_SPECIFIED;
        found = map_of(type, code);
        return found ? found->category : MI_ERRORCATEGORY_NOT_SPECIFIED;
}

MI_Result error_result(const char *type, MI_Uint32 code)
{
        const ErrorMap *found;

        if (!type || ascii_equal(type, "MI"))
                return result_from_status(code);
        if (code == 0)
                return MI_RESULT_OK;
        found = map_of(type, code);
        return found ? found->result : MI_RESULT_FAILED;
}
