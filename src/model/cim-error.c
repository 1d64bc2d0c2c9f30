#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "model/cim-error.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/macro.h"
#include "util/text.h"

/* As much of DMTF's CIM_Error as we fill, and what Windows' MSFT_WmiError adds; clients look for these names. */
typedef struct CimError {
        MI_Instance base;
        MI_ConstUint16Field ErrorType;
        MI_ConstStringField OtherErrorType;
        MI_ConstStringField OwningEntity;
        MI_ConstStringField MessageID;
        MI_ConstStringField Message;
        MI_ConstUint16Field PerceivedSeverity;
        MI_ConstUint16Field ProbableCause;
        MI_ConstUint32Field CIMStatusCode;
        MI_ConstStringField CIMStatusCodeDescription;
        MI_ConstUint16Field error_Category;
        MI_ConstUint32Field error_Code;
        MI_ConstStringField error_Type;
} CimError;

enum {
        CIM_ERROR_TYPE_OTHER = 1,
        CIM_ERROR_TYPE_SOFTWARE = 4,
        CIM_ERROR_TYPE_OPERATION = 5,
        CIM_SEVERITY_MINOR = 4,
        CIM_PROBABLE_CAUSE_UNKNOWN = 0,
};

#define BASE  "CIM_Error"
#define CLASS "MSFT_WmiError"

/* The code is the name's first and last character and its length, as generated declarations have it. */
#define PROPERTY(member, first, last, mi_type, class_name)                                         \
        static const MI_PropertyDecl member##_property = {                                         \
                .flags = MI_FLAG_PROPERTY | MI_FLAG_READONLY,                                      \
                .code = (MI_Uint32)(first) << 16 | (MI_Uint32)(last) << 8 | (sizeof(#member) - 1), \
                .name = #member,                                                                   \
                .type = (mi_type),                                                                 \
                .offset = offsetof(CimError, member),                                              \
                .origin = (class_name),                                                            \
                .propagator = (class_name),                                                        \
        }

PROPERTY(ErrorType, 'e', 'e', MI_UINT16, BASE);
PROPERTY(OtherErrorType, 'o', 'e', MI_STRING, BASE);
PROPERTY(OwningEntity, 'o', 'y', MI_STRING, BASE);
PROPERTY(MessageID, 'm', 'd', MI_STRING, BASE);
PROPERTY(Message, 'm', 'e', MI_STRING, BASE);
PROPERTY(PerceivedSeverity, 'p', 'y', MI_UINT16, BASE);
PROPERTY(ProbableCause, 'p', 'e', MI_UINT16, BASE);
PROPERTY(CIMStatusCode, 'c', 'e', MI_UINT32, BASE);
PROPERTY(CIMStatusCodeDescription, 'c', 'n', MI_STRING, BASE);
PROPERTY(error_Category, 'e', 'y', MI_UINT16, CLASS);
PROPERTY(error_Code, 'e', 'e', MI_UINT32, CLASS);
PROPERTY(error_Type, 'e', 'e', MI_STRING, CLASS);

static const MI_PropertyDecl *const properties[] = {
        &ErrorType_property,      &OtherErrorType_property, &OwningEntity_property,
        &MessageID_property,      &Message_property,        &PerceivedSeverity_property,
        &ProbableCause_property,  &CIMStatusCode_property,  &CIMStatusCodeDescription_property,
        &error_Category_property, &error_Code_property,     &error_Type_property,
};

static const MI_ClassDecl base_decl = {
        .flags = MI_FLAG_CLASS | MI_FLAG_INDICATION,
        .code = 'c' << 16 | 'r' << 8 | (sizeof(BASE) - 1),
        .name = BASE,
        .properties = properties,
        .numProperties = ARRAY_SIZE(properties) - 3,
        .size = offsetof(CimError, error_Category),
};

const MI_ClassDecl cim_error_decl = {
        .flags = MI_FLAG_CLASS | MI_FLAG_INDICATION,
        .code = 'm' << 16 | 'r' << 8 | (sizeof(CLASS) - 1),
        .name = CLASS,
        .properties = properties,
        .numProperties = ARRAY_SIZE(properties),
        .size = sizeof(CimError),
        .superClass = BASE,
        .superClassDecl = &base_decl,
};

static int set_string(MI_Instance *error, const char *name, const char *text)
{
        MI_Value value = { .string = (MI_Char *)text };

        return MI_Instance_SetElement(error, name, &value, MI_STRING, 0) == MI_RESULT_OK ? 0 : error_origin(-ENOMEM);
}

static void set_uint16(MI_ConstUint16Field *field, MI_Uint16 number)
{
        *field = (MI_ConstUint16Field){ .value = number, .exists = MI_TRUE };
}

static void set_uint32(MI_ConstUint32Field *field, MI_Uint32 number)
{
        *field = (MI_ConstUint32Field){ .value = number, .exists = MI_TRUE };
}

/* Cuts at the limit, between characters. */
static int set_message(MI_Instance *error, const char *message)
{
        _cleanup_(freep) char *cut = NULL;
        size_t length = CIM_ERROR_MESSAGE_MAX;

        if (strlen(message) <= length)
                return set_string(error, "Message", message);
        while (length && ((unsigned char)message[length] & 0xC0) == 0x80)
                length--;
        cut = strndup(message, length);
        return cut ? set_string(error, "Message", cut) : error_origin(-ENOMEM);
}

int cim_error_new(MI_Instance **errorp, MI_Result result, const char *type, MI_Uint32 code, const char *message)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        CimError *error;
        char message_id[48];
        int r;

        if (!type) {
                type = MI_RESULT_TYPE_MI;
                code = (MI_Uint32)result;
        }
        r = instance_new(&instance, &cim_error_decl, NULL);
        if (r < 0)
                return r;
        error = (CimError *)instance;
        set_uint16(&error->ErrorType, CIM_ERROR_TYPE_SOFTWARE);
        set_uint16(&error->PerceivedSeverity, CIM_SEVERITY_MINOR);
        set_uint16(&error->ProbableCause, CIM_PROBABLE_CAUSE_UNKNOWN);
        set_uint32(&error->CIMStatusCode, (MI_Uint32)result);
        set_uint16(&error->error_Category, (MI_Uint16)error_category(type, code));
        set_uint32(&error->error_Code, code);
        snprintf(message_id, sizeof(message_id), "%.16s %u", type, code);

        r = set_string(instance, "OwningEntity", "xenmi");
        if (r == 0)
                r = set_string(instance, "MessageID", message_id);
        if (r == 0)
                r = set_message(instance, message && *message ? message : result_text(result));
        if (r == 0)
                r = set_string(instance, "CIMStatusCodeDescription", result_name(result));
        if (r == 0)
                r = set_string(instance, "error_Type", type);
        if (r < 0)
                return r;
        *errorp = steal(&instance);
        return 0;
}

int cim_error_printf(MI_Instance **errorp, MI_Result result, const char *format, ...)
{
        _cleanup_(freep) char *message = NULL;
        va_list arguments;
        int length;

        va_start(arguments, format);
        length = vasprintf(&message, format, arguments);
        va_end(arguments);
        if (length < 0) {
                message = NULL;
                return error_origin(-ENOMEM);
        }
        return cim_error_new(errorp, result, NULL, 0, message);
}

int cim_error_from_code(MI_Instance **errorp, MI_Uint32 code, const char *type, const char *message)
{
        return cim_error_new(errorp, error_result(type ? type : MI_RESULT_TYPE_MI, code),
                             type ? type : MI_RESULT_TYPE_MI, code, message);
}

MI_Result cim_error_result(const MI_Instance *error)
{
        uint32_t status;

        if (!error || !instance_uint32(error, "CIMStatusCode", &status) || status == 0)
                return MI_RESULT_FAILED;
        return result_from_status(status);
}

const char *cim_error_message(const MI_Instance *error)
{
        return error ? instance_string(error, "Message") : NULL;
}
