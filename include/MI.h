/*
 * MI.h: the Management Infrastructure API for providers and clients
 *
 * A provider is a shared object that exports MI_Main(). It gets the tables of the server through MI_Server and returns an
 * MI_Module with the declarations of its classes, which convert-moftoprovider writes from MOF. Each operation comes with an
 * MI_Context, to which the provider posts instances and then exactly one final result.
 *
 * A client calls MI_Application_Initialize(), opens an MI_Session to a machine, starts operations on it and takes their results,
 * either by pulling them (synchronous) or by callbacks (asynchronous). It links to libmi.
 *
 * Conventions:
 *  - Every object that has methods begins with, or contains, a pointer to a table of functions. The functions named
 *    MI_<Type>_<Method> below are inline wrappers over these tables. They return MI_RESULT_INVALID_PARAMETER for a NULL object or
 *    one without table and otherwise pass everything on; output arguments are checked by the implementation.
 *  - Strings are UTF-8 and end with NUL. A string, value or object that a getter returns belongs to the object asked and lives until
 *    that object changes or is deleted, unless the getter's name is New or Clone. Names are compared without case.
 *  - Layouts and table orders are a binary interface: they never change.
 *  - Usable from C99 and C++17 on.
 */
#pragma once

#include <stddef.h>
#include <stdint.h>
#include <string.h>

/* ----------------------------------------------------------------------------------------------------------------
 * Compiler and platform
 * ---------------------------------------------------------------------------------------------------------------- */

/* 2: MI_ContextFT ends with GetLifecycleIndicationContext. Define it as 1 to compile against the older table. */
#ifndef MI_API_VERSION
#define MI_API_VERSION 2
#endif

#define MI_MAJOR    1
#define MI_MINOR    (MI_API_VERSION - 1)
#define MI_REVISION 0
#define MI_MAKE_VERSION(major, minor, revision) \
        (((MI_Uint32)(major) << 16) | ((MI_Uint32)(minor) << 8) | (MI_Uint32)(revision))
#define MI_VERSION MI_MAKE_VERSION(MI_MAJOR, MI_MINOR, MI_REVISION)

/* MI_Char is always the 8-bit char here (Windows: wchar_t, type 2). MI_T() marks literals of that type. */
#ifndef MI_CHAR_TYPE
#define MI_CHAR_TYPE 1
#endif
#if MI_CHAR_TYPE != 1
#error "MI.h: this platform has 8-bit MI_Char only (MI_CHAR_TYPE 1)"
#endif
#define MI_T(text)     text
#define MI_LL(number)  number##LL
#define MI_ULL(number) number##ULL

#ifdef __cplusplus
#define MI_EXTERN_C extern "C"
#else
#define MI_EXTERN_C extern
#endif

/* Declarations of generated code are constants; a program that patches its schema at run time may define this as empty. */
#ifndef MI_CONST
#define MI_CONST const
#endif

#define MI_INLINE static inline
#define MI_EXPORT __attribute__((visibility("default")))
#define MI_IMPORT
#define MI_LINKAGE MI_EXPORT

/* Calling conventions, which differ only on Windows */
#define MI_CALL
#define MI_MAIN_CALL
#define MI_INLINE_CALL

#define MI_COUNT(array)                      (sizeof(array) / sizeof((array)[0]))
#define MI_OFFSETOF(type, member)            offsetof(type, member)
#define MI_UNUSED(variable)                  ((void)(variable))
#define MI_UNREFERENCED_PARAMETER(parameter) ((void)(parameter))

/* Source annotations of the Windows headers: sources that carry them compile, nothing checks them */
#ifndef _In_
#define _In_
#endif
#ifndef _In_z_
#define _In_z_
#endif
#ifndef _In_opt_
#define _In_opt_
#endif
#ifndef _In_opt_z_
#define _In_opt_z_
#endif
#ifndef _In_count_
#define _In_count_(n)
#endif
#ifndef _In_opt_count_
#define _In_opt_count_(n)
#endif
#ifndef _In_reads_
#define _In_reads_(n)
#endif
#ifndef _In_reads_opt_
#define _In_reads_opt_(n)
#endif
#ifndef _In_reads_z_
#define _In_reads_z_(n)
#endif
#ifndef _In_reads_opt_z_
#define _In_reads_opt_z_(n)
#endif
#ifndef _In_reads_bytes_
#define _In_reads_bytes_(n)
#endif
#ifndef _In_reads_bytes_opt_
#define _In_reads_bytes_opt_(n)
#endif
#ifndef _Inout_
#define _Inout_
#endif
#ifndef _Inout_z_
#define _Inout_z_
#endif
#ifndef _Inout_opt_
#define _Inout_opt_
#endif
#ifndef _Inout_opt_z_
#define _Inout_opt_z_
#endif
#ifndef _Inout_updates_
#define _Inout_updates_(n)
#endif
#ifndef _Inout_updates_opt_
#define _Inout_updates_opt_(n)
#endif
#ifndef _Inout_updates_bytes_
#define _Inout_updates_bytes_(n)
#endif
#ifndef _Out_
#define _Out_
#endif
#ifndef _Out_opt_
#define _Out_opt_
#endif
#ifndef _Out_writes_
#define _Out_writes_(n)
#endif
#ifndef _Out_writes_opt_
#define _Out_writes_opt_(n)
#endif
#ifndef _Out_writes_z_
#define _Out_writes_z_(n)
#endif
#ifndef _Out_writes_opt_z_
#define _Out_writes_opt_z_(n)
#endif
#ifndef _Out_writes_to_
#define _Out_writes_to_(n, m)
#endif
#ifndef _Out_writes_to_opt_
#define _Out_writes_to_opt_(n, m)
#endif
#ifndef _Out_writes_bytes_
#define _Out_writes_bytes_(n)
#endif
#ifndef _Out_writes_bytes_opt_
#define _Out_writes_bytes_opt_(n)
#endif
#ifndef _Out_writes_bytes_to_
#define _Out_writes_bytes_to_(n, m)
#endif
#ifndef _Out_writes_bytes_to_opt_
#define _Out_writes_bytes_to_opt_(n, m)
#endif
#ifndef _Outptr_
#define _Outptr_
#endif
#ifndef _Outptr_z_
#define _Outptr_z_
#endif
#ifndef _Outptr_opt_
#define _Outptr_opt_
#endif
#ifndef _Outptr_opt_z_
#define _Outptr_opt_z_
#endif
#ifndef _Outptr_result_z_
#define _Outptr_result_z_
#endif
#ifndef _Outptr_result_maybenull_
#define _Outptr_result_maybenull_
#endif
#ifndef _Outptr_result_maybenull_z_
#define _Outptr_result_maybenull_z_
#endif
#ifndef _Outptr_opt_result_z_
#define _Outptr_opt_result_z_
#endif
#ifndef _Outptr_opt_result_maybenull_
#define _Outptr_opt_result_maybenull_
#endif
#ifndef _Outptr_opt_result_maybenull_z_
#define _Outptr_opt_result_maybenull_z_
#endif
#ifndef _Outptr_result_nullonfailure_
#define _Outptr_result_nullonfailure_
#endif
#ifndef _Outptr_result_buffer_
#define _Outptr_result_buffer_(n)
#endif
#ifndef _Outptr_result_buffer_maybenull_
#define _Outptr_result_buffer_maybenull_(n)
#endif
#ifndef _Outptr_result_bytebuffer_
#define _Outptr_result_bytebuffer_(n)
#endif
#ifndef _Deref_out_
#define _Deref_out_
#endif
#ifndef _Deref_out_z_
#define _Deref_out_z_
#endif
#ifndef _Deref_out_opt_
#define _Deref_out_opt_
#endif
#ifndef _Deref_out_opt_z_
#define _Deref_out_opt_z_
#endif
#ifndef _Deref_opt_out_
#define _Deref_opt_out_
#endif
#ifndef _Deref_opt_out_opt_z_
#define _Deref_opt_out_opt_z_
#endif
#ifndef _Deref_pre_z_
#define _Deref_pre_z_
#endif
#ifndef _Deref_post_z_
#define _Deref_post_z_
#endif
#ifndef _Ret_maybenull_
#define _Ret_maybenull_
#endif
#ifndef _Ret_maybenull_z_
#define _Ret_maybenull_z_
#endif
#ifndef _Ret_notnull_
#define _Ret_notnull_
#endif
#ifndef _Ret_z_
#define _Ret_z_
#endif
#ifndef _Check_return_
#define _Check_return_
#endif
#ifndef _Must_inspect_result_
#define _Must_inspect_result_
#endif
#ifndef _Success_
#define _Success_(expression)
#endif
#ifndef _Return_type_success_
#define _Return_type_success_(expression)
#endif
#ifndef _Pre_z_
#define _Pre_z_
#endif
#ifndef _Post_z_
#define _Post_z_
#endif
#ifndef _Notnull_
#define _Notnull_
#endif
#ifndef _Maybenull_
#define _Maybenull_
#endif
#ifndef _Null_terminated_
#define _Null_terminated_
#endif
#ifndef _Field_size_
#define _Field_size_(n)
#endif
#ifndef _Field_size_opt_
#define _Field_size_opt_(n)
#endif
#ifndef _Field_z_
#define _Field_z_
#endif
#ifndef _Printf_format_string_
#define _Printf_format_string_
#endif
#ifndef _Reserved_
#define _Reserved_
#endif
#ifndef _When_
#define _When_(condition, annotations)
#endif
#ifndef _At_
#define _At_(target, annotations)
#endif
#ifndef _Use_decl_annotations_
#define _Use_decl_annotations_
#endif
#ifndef _Analysis_assume_
#define _Analysis_assume_(condition)
#endif

/* ----------------------------------------------------------------------------------------------------------------
 * Scalar types, results and other enumerations
 * ---------------------------------------------------------------------------------------------------------------- */

typedef unsigned char MI_Boolean;
typedef unsigned char MI_Uint8;
typedef signed char MI_Sint8;
typedef unsigned short MI_Uint16;
typedef short MI_Sint16;
typedef unsigned int MI_Uint32;
typedef int MI_Sint32;
typedef unsigned long long MI_Uint64;
typedef long long MI_Sint64;
typedef float MI_Real32;
typedef double MI_Real64;
typedef unsigned short MI_Char16;
typedef char MI_Char;
typedef const MI_Char *MI_ConstStringPtr;

#define MI_TRUE  1
#define MI_FALSE 0

/* Result of a call or an operation: the CIM status codes of DSP0200/DSP0223 */
typedef enum _MI_Result {
        MI_RESULT_OK = 0,
        MI_RESULT_FAILED = 1,
        MI_RESULT_ACCESS_DENIED = 2,
        MI_RESULT_INVALID_NAMESPACE = 3,
        MI_RESULT_INVALID_PARAMETER = 4,
        MI_RESULT_INVALID_CLASS = 5,
        MI_RESULT_NOT_FOUND = 6,
        MI_RESULT_NOT_SUPPORTED = 7,
        MI_RESULT_CLASS_HAS_CHILDREN = 8,
        MI_RESULT_CLASS_HAS_INSTANCES = 9,
        MI_RESULT_INVALID_SUPERCLASS = 10,
        MI_RESULT_ALREADY_EXISTS = 11,
        MI_RESULT_NO_SUCH_PROPERTY = 12,
        MI_RESULT_TYPE_MISMATCH = 13,
        MI_RESULT_QUERY_LANGUAGE_NOT_SUPPORTED = 14,
        MI_RESULT_INVALID_QUERY = 15,
        MI_RESULT_METHOD_NOT_AVAILABLE = 16,
        MI_RESULT_METHOD_NOT_FOUND = 17,
        MI_RESULT_NAMESPACE_NOT_EMPTY = 20,
        MI_RESULT_INVALID_ENUMERATION_CONTEXT = 21,
        MI_RESULT_INVALID_OPERATION_TIMEOUT = 22,
        MI_RESULT_PULL_HAS_BEEN_ABANDONED = 23,
        MI_RESULT_PULL_CANNOT_BE_ABANDONED = 24,
        MI_RESULT_FILTERED_ENUMERATION_NOT_SUPPORTED = 25,
        MI_RESULT_CONTINUATION_ON_ERROR_NOT_SUPPORTED = 26,
        MI_RESULT_SERVER_LIMITS_EXCEEDED = 27,
        MI_RESULT_SERVER_IS_SHUTTING_DOWN = 28
} MI_Result;

/* What kind of thing went wrong, coarser than MI_Result and independent of who reports it (PowerShell shows it) */
typedef enum _MI_ErrorCategory {
        MI_ERRORCATEGORY_NOT_SPECIFIED = 0,
        MI_ERRORCATEGORY_OPEN_ERROR = 1,
        MI_ERRORCATEGORY_CLOS_EERROR = 2,
        MI_ERRORCATEGORY_DEVICE_ERROR = 3,
        MI_ERRORCATEGORY_DEADLOCK_DETECTED = 4,
        MI_ERRORCATEGORY_INVALID_ARGUMENT = 5,
        MI_ERRORCATEGORY_INVALID_DATA = 6,
        MI_ERRORCATEGORY_INVALID_OPERATION = 7,
        MI_ERRORCATEGORY_INVALID_RESULT = 8,
        MI_ERRORCATEGORY_INVALID_TYPE = 9,
        MI_ERRORCATEGORY_METADATA_ERROR = 10,
        MI_ERRORCATEGORY_NOT_IMPLEMENTED = 11,
        MI_ERRORCATEGORY_NOT_INSTALLED = 12,
        MI_ERRORCATEGORY_OBJECT_NOT_FOUND = 13,
        MI_ERRORCATEGORY_OPERATION_STOPPED = 14,
        MI_ERRORCATEGORY_OPERATION_TIMEOUT = 15,
        MI_ERRORCATEGORY_SYNTAX_ERROR = 16,
        MI_ERRORCATEGORY_PARSER_ERROR = 17,
        MI_ERRORCATEGORY_ACCESS_DENIED = 18,
        MI_ERRORCATEGORY_RESOURCE_BUSY = 19,
        MI_ERRORCATEGORY_RESOURCE_EXISTS = 20,
        MI_ERRORCATEGORY_RESOURCE_UNAVAILABLE = 21,
        MI_ERRORCATEGORY_READ_ERROR = 22,
        MI_ERRORCATEGORY_WRITE_ERROR = 23,
        MI_ERRORCATEGORY_FROM_STDERR = 24,
        MI_ERRORCATEGORY_SECURITY_ERROR = 25,
        MI_ERRORCATEGORY_PROTOCOL_ERROR = 26,
        MI_ERRORCATEGORY_CONNECTION_ERROR = 27,
        MI_ERRORCATEGORY_AUTHENTICATION_ERROR = 28,
        MI_ERRORCATEGORY_LIMITS_EXCEEDED = 29,
        MI_ERRORCATEGORY_QUOTA_EXCEEDED = 30,
        MI_ERRORCATEGORY_NOT_ENABLED = 31
} MI_ErrorCategory;

/* Names for the space that an original error code comes from */
#define MI_RESULT_TYPE_ERRNO   MI_T("ERRNO")
#define MI_RESULT_TYPE_HRESULT MI_T("HRESULT")
#define MI_RESULT_TYPE_MI      MI_T("MI")
#define MI_RESULT_TYPE_WIN32   MI_T("WIN32")
#define MI_RESULT_TYPE_WINRM   MI_T("WINRM")

/* CIM types. An array type is its scalar type with MI_ARRAY set. */
typedef enum _MI_Type {
        MI_BOOLEAN = 0,
        MI_UINT8 = 1,
        MI_SINT8 = 2,
        MI_UINT16 = 3,
        MI_SINT16 = 4,
        MI_UINT32 = 5,
        MI_SINT32 = 6,
        MI_UINT64 = 7,
        MI_SINT64 = 8,
        MI_REAL32 = 9,
        MI_REAL64 = 10,
        MI_CHAR16 = 11,
        MI_DATETIME = 12,
        MI_STRING = 13,
        MI_REFERENCE = 14,
        MI_INSTANCE = 15,
        MI_BOOLEANA = 16,
        MI_UINT8A = 17,
        MI_SINT8A = 18,
        MI_UINT16A = 19,
        MI_SINT16A = 20,
        MI_UINT32A = 21,
        MI_SINT32A = 22,
        MI_UINT64A = 23,
        MI_SINT64A = 24,
        MI_REAL32A = 25,
        MI_REAL64A = 26,
        MI_CHAR16A = 27,
        MI_DATETIMEA = 28,
        MI_STRINGA = 29,
        MI_REFERENCEA = 30,
        MI_INSTANCEA = 31,
        MI_ARRAY = 16
} MI_Type;

/* NORMAL is the ordinary confirmation, CRITICAL the one that is always asked */
typedef enum _MI_PromptType {
        MI_PROMPTTYPE_NORMAL = 0,
        MI_PROMPTTYPE_CRITICAL = 1
} MI_PromptType;

/* What a client does with prompts or non-terminating errors: be told, be asked, or neither */
typedef enum _MI_CallbackMode {
        MI_CALLBACKMODE_REPORT = 0,
        MI_CALLBACKMODE_INQUIRE = 1,
        MI_CALLBACKMODE_IGNORE = 2
} MI_CallbackMode;

typedef enum _MI_ProviderArchitecture {
        MI_PROVIDER_ARCHITECTURE_32BIT = 0,
        MI_PROVIDER_ARCHITECTURE_64BIT = 1
} MI_ProviderArchitecture;

/* Which locale MI_Context_GetLocale() asks for */
typedef enum _MI_LocaleType {
        MI_LOCALE_TYPE_REQUESTED_UI = 0,
        MI_LOCALE_TYPE_REQUESTED_DATA = 1,
        MI_LOCALE_TYPE_CLOSEST_UI = 2,
        MI_LOCALE_TYPE_CLOSEST_DATA = 3
} MI_LocaleType;

#define MI_MAX_LOCALE_SIZE 128

/* Why an operation is cancelled */
typedef enum _MI_CancellationReason {
        MI_REASON_NONE = 0,
        MI_REASON_TIMEOUT = 1,
        MI_REASON_SHUTDOWN = 2,
        MI_REASON_SERVICESTOP = 3
} MI_CancellationReason;

#define MI_CancelationReason MI_CancellationReason

/* Channels of MI_Context_WriteMessage() */
#define MI_WRITEMESSAGE_CHANNEL_DEBUG   2
#define MI_WRITEMESSAGE_CHANNEL_VERBOSE 1
#define MI_WRITEMESSAGE_CHANNEL_WARNING 0

/* ----------------------------------------------------------------------------------------------------------------
 * Flags
 * ---------------------------------------------------------------------------------------------------------------- */

/* Kinds of declarations */
#define MI_FLAG_CLASS       ((MI_Uint32)1 << 0)
#define MI_FLAG_METHOD      ((MI_Uint32)1 << 1)
#define MI_FLAG_PROPERTY    ((MI_Uint32)1 << 2)
#define MI_FLAG_PARAMETER   ((MI_Uint32)1 << 3)
#define MI_FLAG_ASSOCIATION ((MI_Uint32)1 << 4)
#define MI_FLAG_INDICATION  ((MI_Uint32)1 << 5)
#define MI_FLAG_REFERENCE   ((MI_Uint32)1 << 6)
#define MI_FLAG_ANY         ((MI_Uint32)127)

/* Qualifier flavors */
#define MI_FLAG_ENABLEOVERRIDE  ((MI_Uint32)1 << 7)
#define MI_FLAG_DISABLEOVERRIDE ((MI_Uint32)1 << 8)
#define MI_FLAG_RESTRICTED      ((MI_Uint32)1 << 9)
#define MI_FLAG_TOSUBCLASS      ((MI_Uint32)1 << 10)
#define MI_FLAG_TRANSLATABLE    ((MI_Uint32)1 << 11)
#define MI_FLAG_TOINSTANCE      ((MI_Uint32)1 << 22)

/*
 * Properties of declarations. Bit 12 on a class declaration means that its instances have the table MI_InstanceExFT.
 */
#define MI_FLAG_KEY       ((MI_Uint32)1 << 12)
#define MI_FLAG_EXTENDED  ((MI_Uint32)1 << 12)
#define MI_FLAG_IN        ((MI_Uint32)1 << 13)
#define MI_FLAG_OUT       ((MI_Uint32)1 << 14)
#define MI_FLAG_REQUIRED  ((MI_Uint32)1 << 15)
#define MI_FLAG_STATIC    ((MI_Uint32)1 << 16)
#define MI_FLAG_ABSTRACT  ((MI_Uint32)1 << 17)
#define MI_FLAG_TERMINAL  ((MI_Uint32)1 << 18)
#define MI_FLAG_EXPENSIVE ((MI_Uint32)1 << 19)
#define MI_FLAG_STREAM    ((MI_Uint32)1 << 20)
#define MI_FLAG_READONLY  ((MI_Uint32)1 << 21)

/*
 * Elements of instances. NULL: the element has no value. NOT_MODIFIED: the element was not set. BORROW: the instance stores the
 * pointer of the caller, whose data must outlive it. ADOPT: the instance takes the data over and frees it. Neither: it copies.
 */
#define MI_FLAG_NOT_MODIFIED ((MI_Uint32)1 << 25)
#define MI_FLAG_VERSION      ((MI_Uint32)7 << 26)
#define MI_FLAG_NULL         (1 << 29)
#define MI_FLAG_BORROW       ((MI_Uint32)1 << 30)
#define MI_FLAG_ADOPT        ((MI_Uint32)1 << 31)

/* Flags of an MI_Module: what its generated declarations hold */
#define MI_MODULE_FLAG_STANDARD_QUALIFIERS ((MI_Uint32)1 << 0)
#define MI_MODULE_FLAG_DESCRIPTIONS        ((MI_Uint32)1 << 1)
#define MI_MODULE_FLAG_VALUES              ((MI_Uint32)1 << 2)
#define MI_MODULE_FLAG_MAPPING_STRINGS     ((MI_Uint32)1 << 3)
#define MI_MODULE_FLAG_BOOLEANS            ((MI_Uint32)1 << 4)
#define MI_MODULE_FLAG_CPLUSPLUS           ((MI_Uint32)1 << 5)
#define MI_MODULE_FLAG_LOCALIZED           ((MI_Uint32)1 << 6)
#define MI_MODULE_FLAG_FILTER_SUPPORT      ((MI_Uint32)1 << 7)

/*
 * Flags of client operations. RTTI: how much class information comes with instances. POLYMORPHISM: instances of the class only
 * (SHALLOW), of derived classes too (DEEP, the default), or of those cut down to the class's own properties. MANUAL_ACK_RESULTS: no
 * further result is delivered before the acknowledgement function of the last one was called.
 */
#define MI_OPERATIONFLAGS_DEFAULT_RTTI                      0
#define MI_OPERATIONFLAGS_AUTOMATIC_ACK_RESULTS             0x0
#define MI_OPERATIONFLAGS_MANUAL_ACK_RESULTS                0x1
#define MI_OPERATIONFLAGS_BASIC_RTTI                        0x2
#define MI_OPERATIONFLAGS_FULL_RTTI                         0x4
#define MI_OPERATIONFLAGS_NO_RTTI                           0x400
#define MI_OPERATIONFLAGS_STANDARD_RTTI                     0x800
#define MI_OPERATIONFLAGS_NON_LOCALIZED_QUALIFIERS          0x0
#define MI_OPERATIONFLAGS_LOCALIZED_QUALIFIERS              0x8
#define MI_OPERATIONFLAGS_NON_EXPENSIVE_PROPERTIES_ONLY     0x0
#define MI_OPERATIONFLAGS_EXPENSIVE_PROPERTIES              0x40
#define MI_OPERATIONFLAGS_POLYMORPHISM_DEEP                 0x0
#define MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW              0x80
#define MI_OPERATIONFLAGS_POLYMORPHISM_DEEP_BASE_PROPS_ONLY 0x180
#define MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED          0x200

/* Query languages */
#define MI_QUERY_DIALECT_CQL      MI_T("CQL")
#define MI_QUERY_DIALECT_SELECTOR MI_T("selectorFilter")
#define MI_QUERY_DIALECT_WQL      MI_T("WQL")

typedef struct _MI_Server MI_Server;
typedef struct _MI_ServerFT MI_ServerFT;
typedef struct _MI_Context MI_Context;
typedef struct _MI_ContextFT MI_ContextFT;
typedef struct _MI_ClassDecl MI_ClassDecl;
typedef struct _MI_Class MI_Class;
typedef struct _MI_ClassFT MI_ClassFT;
typedef struct _MI_Instance MI_Instance;
typedef struct _MI_InstanceFT MI_InstanceFT;
typedef struct _MI_InstanceExFT MI_InstanceExFT;
typedef struct _MI_Filter MI_Filter;
typedef struct _MI_FilterFT MI_FilterFT;
typedef struct _MI_PropertySet MI_PropertySet;
typedef struct _MI_PropertySetFT MI_PropertySetFT;
typedef struct _MI_Qualifier MI_Qualifier;
typedef struct _MI_QualifierSet MI_QualifierSet;
typedef struct _MI_QualifierSetFT MI_QualifierSetFT;
typedef struct _MI_ParameterSet MI_ParameterSet;
typedef struct _MI_ParameterSetFT MI_ParameterSetFT;
typedef struct _MI_ProviderFT MI_ProviderFT;
typedef struct _MI_Module MI_Module;
typedef struct _MI_SchemaDecl MI_SchemaDecl;
typedef struct _MI_Session MI_Session;
typedef struct _MI_SessionFT MI_SessionFT;

/* ----------------------------------------------------------------------------------------------------------------
 * Values
 *
 * A datetime is a point in time or an interval. An array is a pointer and a count of elements. A field is a property as the
 * structure that the generator makes for a class holds it: the value, whether there is one, and flags that are the server's own.
 * ---------------------------------------------------------------------------------------------------------------- */

typedef struct _MI_Timestamp MI_Timestamp;
typedef struct _MI_Interval MI_Interval;
typedef struct _MI_Datetime MI_Datetime;

/* utc is the distance to UTC in minutes, east positive */
struct _MI_Timestamp {
        MI_Uint32 year;
        MI_Uint32 month;
        MI_Uint32 day;
        MI_Uint32 hour;
        MI_Uint32 minute;
        MI_Uint32 second;
        MI_Uint32 microseconds;
        MI_Sint32 utc;
};

struct _MI_Interval {
        MI_Uint32 days;
        MI_Uint32 hours;
        MI_Uint32 minutes;
        MI_Uint32 seconds;
        MI_Uint32 microseconds;
        MI_Uint32 __padding1;
        MI_Uint32 __padding2;
        MI_Uint32 __padding3;
};

struct _MI_Datetime {
        MI_Uint32 isTimestamp;
        union {
                MI_Timestamp timestamp;
                MI_Interval interval;
        } u;
};

/* clang-format off */

typedef struct _MI_BooleanA { MI_Boolean *data; MI_Uint32 size; } MI_BooleanA;
typedef struct _MI_Uint8A { MI_Uint8 *data; MI_Uint32 size; } MI_Uint8A;
typedef struct _MI_Sint8A { MI_Sint8 *data; MI_Uint32 size; } MI_Sint8A;
typedef struct _MI_Uint16A { MI_Uint16 *data; MI_Uint32 size; } MI_Uint16A;
typedef struct _MI_Sint16A { MI_Sint16 *data; MI_Uint32 size; } MI_Sint16A;
typedef struct _MI_Uint32A { MI_Uint32 *data; MI_Uint32 size; } MI_Uint32A;
typedef struct _MI_Sint32A { MI_Sint32 *data; MI_Uint32 size; } MI_Sint32A;
typedef struct _MI_Uint64A { MI_Uint64 *data; MI_Uint32 size; } MI_Uint64A;
typedef struct _MI_Sint64A { MI_Sint64 *data; MI_Uint32 size; } MI_Sint64A;
typedef struct _MI_Real32A { MI_Real32 *data; MI_Uint32 size; } MI_Real32A;
typedef struct _MI_Real64A { MI_Real64 *data; MI_Uint32 size; } MI_Real64A;
typedef struct _MI_Char16A { MI_Char16 *data; MI_Uint32 size; } MI_Char16A;
typedef struct _MI_DatetimeA { MI_Datetime *data; MI_Uint32 size; } MI_DatetimeA;
typedef struct _MI_StringA { MI_Char **data; MI_Uint32 size; } MI_StringA;
typedef struct _MI_ReferenceA { MI_Instance **data; MI_Uint32 size; } MI_ReferenceA;
typedef struct _MI_InstanceA { MI_Instance **data; MI_Uint32 size; } MI_InstanceA;

/* An array of any type */
typedef struct _MI_Array { void *data; MI_Uint32 size; } MI_Array;

/* The same arrays for data that is only read */
typedef struct _MI_ConstBooleanA { const MI_Boolean *data; MI_Uint32 size; } MI_ConstBooleanA;
typedef struct _MI_ConstUint8A { const MI_Uint8 *data; MI_Uint32 size; } MI_ConstUint8A;
typedef struct _MI_ConstSint8A { const MI_Sint8 *data; MI_Uint32 size; } MI_ConstSint8A;
typedef struct _MI_ConstUint16A { const MI_Uint16 *data; MI_Uint32 size; } MI_ConstUint16A;
typedef struct _MI_ConstSint16A { const MI_Sint16 *data; MI_Uint32 size; } MI_ConstSint16A;
typedef struct _MI_ConstUint32A { const MI_Uint32 *data; MI_Uint32 size; } MI_ConstUint32A;
typedef struct _MI_ConstSint32A { const MI_Sint32 *data; MI_Uint32 size; } MI_ConstSint32A;
typedef struct _MI_ConstUint64A { const MI_Uint64 *data; MI_Uint32 size; } MI_ConstUint64A;
typedef struct _MI_ConstSint64A { const MI_Sint64 *data; MI_Uint32 size; } MI_ConstSint64A;
typedef struct _MI_ConstReal32A { const MI_Real32 *data; MI_Uint32 size; } MI_ConstReal32A;
typedef struct _MI_ConstReal64A { const MI_Real64 *data; MI_Uint32 size; } MI_ConstReal64A;
typedef struct _MI_ConstChar16A { const MI_Char16 *data; MI_Uint32 size; } MI_ConstChar16A;
typedef struct _MI_ConstDatetimeA { const MI_Datetime *data; MI_Uint32 size; } MI_ConstDatetimeA;
typedef struct _MI_ConstStringA { const MI_Char *const *data; MI_Uint32 size; } MI_ConstStringA;
typedef struct _MI_ConstReferenceA { const MI_Instance *const *data; MI_Uint32 size; } MI_ConstReferenceA;
typedef struct _MI_ConstInstanceA { const MI_Instance *const *data; MI_Uint32 size; } MI_ConstInstanceA;

/* clang-format on */

/* A value of any type; the MI_Type beside it tells which member counts */
typedef union _MI_Value MI_Value;
union _MI_Value {
        MI_Boolean boolean;
        MI_Uint8 uint8;
        MI_Sint8 sint8;
        MI_Uint16 uint16;
        MI_Sint16 sint16;
        MI_Uint32 uint32;
        MI_Sint32 sint32;
        MI_Uint64 uint64;
        MI_Sint64 sint64;
        MI_Real32 real32;
        MI_Real64 real64;
        MI_Char16 char16;
        MI_Datetime datetime;
        MI_Char *string;
        MI_Instance *instance;
        MI_Instance *reference;
        MI_BooleanA booleana;
        MI_Uint8A uint8a;
        MI_Sint8A sint8a;
        MI_Uint16A uint16a;
        MI_Sint16A sint16a;
        MI_Uint32A uint32a;
        MI_Sint32A sint32a;
        MI_Uint64A uint64a;
        MI_Sint64A sint64a;
        MI_Real32A real32a;
        MI_Real64A real64a;
        MI_Char16A char16a;
        MI_DatetimeA datetimea;
        MI_StringA stringa;
        MI_ReferenceA referencea;
        MI_InstanceA instancea;
        MI_Array array;
};

/* clang-format off */

typedef struct _MI_BooleanField { MI_Boolean value; MI_Boolean exists; MI_Uint8 flags; } MI_BooleanField;
typedef struct _MI_Sint8Field { MI_Sint8 value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint8Field;
typedef struct _MI_Uint8Field { MI_Uint8 value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint8Field;
typedef struct _MI_Sint16Field { MI_Sint16 value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint16Field;
typedef struct _MI_Uint16Field { MI_Uint16 value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint16Field;
typedef struct _MI_Sint32Field { MI_Sint32 value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint32Field;
typedef struct _MI_Uint32Field { MI_Uint32 value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint32Field;
typedef struct _MI_Sint64Field { MI_Sint64 value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint64Field;
typedef struct _MI_Uint64Field { MI_Uint64 value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint64Field;
typedef struct _MI_Real32Field { MI_Real32 value; MI_Boolean exists; MI_Uint8 flags; } MI_Real32Field;
typedef struct _MI_Real64Field { MI_Real64 value; MI_Boolean exists; MI_Uint8 flags; } MI_Real64Field;
typedef struct _MI_Char16Field { MI_Char16 value; MI_Boolean exists; MI_Uint8 flags; } MI_Char16Field;
typedef struct _MI_DatetimeField { MI_Datetime value; MI_Boolean exists; MI_Uint8 flags; } MI_DatetimeField;
typedef struct _MI_StringField { MI_Char *value; MI_Boolean exists; MI_Uint8 flags; } MI_StringField;
typedef struct _MI_ReferenceField { MI_Instance *value; MI_Boolean exists; MI_Uint8 flags; } MI_ReferenceField;
typedef struct _MI_InstanceField { MI_Instance *value; MI_Boolean exists; MI_Uint8 flags; } MI_InstanceField;
typedef struct _MI_BooleanAField { MI_BooleanA value; MI_Boolean exists; MI_Uint8 flags; } MI_BooleanAField;
typedef struct _MI_Uint8AField { MI_Uint8A value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint8AField;
typedef struct _MI_Sint8AField { MI_Sint8A value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint8AField;
typedef struct _MI_Uint16AField { MI_Uint16A value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint16AField;
typedef struct _MI_Sint16AField { MI_Sint16A value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint16AField;
typedef struct _MI_Uint32AField { MI_Uint32A value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint32AField;
typedef struct _MI_Sint32AField { MI_Sint32A value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint32AField;
typedef struct _MI_Uint64AField { MI_Uint64A value; MI_Boolean exists; MI_Uint8 flags; } MI_Uint64AField;
typedef struct _MI_Sint64AField { MI_Sint64A value; MI_Boolean exists; MI_Uint8 flags; } MI_Sint64AField;
typedef struct _MI_Real32AField { MI_Real32A value; MI_Boolean exists; MI_Uint8 flags; } MI_Real32AField;
typedef struct _MI_Real64AField { MI_Real64A value; MI_Boolean exists; MI_Uint8 flags; } MI_Real64AField;
typedef struct _MI_Char16AField { MI_Char16A value; MI_Boolean exists; MI_Uint8 flags; } MI_Char16AField;
typedef struct _MI_DatetimeAField { MI_DatetimeA value; MI_Boolean exists; MI_Uint8 flags; } MI_DatetimeAField;
typedef struct _MI_StringAField { MI_StringA value; MI_Boolean exists; MI_Uint8 flags; } MI_StringAField;
typedef struct _MI_ReferenceAField { MI_ReferenceA value; MI_Boolean exists; MI_Uint8 flags; } MI_ReferenceAField;
typedef struct _MI_InstanceAField { MI_InstanceA value; MI_Boolean exists; MI_Uint8 flags; } MI_InstanceAField;
typedef struct _MI_ArrayField { MI_Array value; MI_Boolean exists; MI_Uint8 flags; } MI_ArrayField;

/* The same fields for values that are only read */
typedef struct _MI_ConstBooleanField { MI_Boolean value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstBooleanField;
typedef struct _MI_ConstSint8Field { MI_Sint8 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint8Field;
typedef struct _MI_ConstUint8Field { MI_Uint8 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint8Field;
typedef struct _MI_ConstSint16Field { MI_Sint16 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint16Field;
typedef struct _MI_ConstUint16Field { MI_Uint16 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint16Field;
typedef struct _MI_ConstSint32Field { MI_Sint32 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint32Field;
typedef struct _MI_ConstUint32Field { MI_Uint32 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint32Field;
typedef struct _MI_ConstSint64Field { MI_Sint64 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint64Field;
typedef struct _MI_ConstUint64Field { MI_Uint64 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint64Field;
typedef struct _MI_ConstReal32Field { MI_Real32 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReal32Field;
typedef struct _MI_ConstReal64Field { MI_Real64 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReal64Field;
typedef struct _MI_ConstChar16Field { MI_Char16 value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstChar16Field;
typedef struct _MI_ConstDatetimeField { MI_Datetime value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstDatetimeField;
typedef struct _MI_ConstStringField { const MI_Char *value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstStringField;
typedef struct _MI_ConstReferenceField { const MI_Instance *value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReferenceField;
typedef struct _MI_ConstInstanceField { const MI_Instance *value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstInstanceField;
typedef struct _MI_ConstBooleanAField { MI_ConstBooleanA value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstBooleanAField;
typedef struct _MI_ConstUint8AField { MI_ConstUint8A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint8AField;
typedef struct _MI_ConstSint8AField { MI_ConstSint8A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint8AField;
typedef struct _MI_ConstUint16AField { MI_ConstUint16A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint16AField;
typedef struct _MI_ConstSint16AField { MI_ConstSint16A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint16AField;
typedef struct _MI_ConstUint32AField { MI_ConstUint32A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint32AField;
typedef struct _MI_ConstSint32AField { MI_ConstSint32A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint32AField;
typedef struct _MI_ConstUint64AField { MI_ConstUint64A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstUint64AField;
typedef struct _MI_ConstSint64AField { MI_ConstSint64A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstSint64AField;
typedef struct _MI_ConstReal32AField { MI_ConstReal32A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReal32AField;
typedef struct _MI_ConstReal64AField { MI_ConstReal64A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReal64AField;
typedef struct _MI_ConstChar16AField { MI_ConstChar16A value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstChar16AField;
typedef struct _MI_ConstDatetimeAField { MI_ConstDatetimeA value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstDatetimeAField;
typedef struct _MI_ConstStringAField { MI_ConstStringA value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstStringAField;
typedef struct _MI_ConstReferenceAField { MI_ConstReferenceA value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstReferenceAField;
typedef struct _MI_ConstInstanceAField { MI_ConstInstanceA value; MI_Boolean exists; MI_Uint8 flags; } MI_ConstInstanceAField;

/* clang-format on */

/* ----------------------------------------------------------------------------------------------------------------
 * Declarations
 *
 * What a module says about its classes: constant tables that convert-moftoprovider writes. properties[] and methods[] of a class
 * are flattened, inherited ones first. A method's parameters[] begin with MIReturn, its return value. `code` of a named thing is its
 * first character in lower case << 16, its last one in lower case << 8, and its length in bytes: it makes look-ups cheap.
 * ---------------------------------------------------------------------------------------------------------------- */

typedef struct _MI_ObjectDecl MI_ObjectDecl;
typedef struct _MI_FeatureDecl MI_FeatureDecl;
typedef struct _MI_ParameterDecl MI_ParameterDecl;
typedef struct _MI_PropertyDecl MI_PropertyDecl;
typedef struct _MI_MethodDecl MI_MethodDecl;
typedef struct _MI_QualifierDecl MI_QualifierDecl;

/* Implementation of a method; instanceName is NULL for a static one */
typedef void(MI_CALL *MI_MethodDecl_Invoke)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                            const MI_Char *className, const MI_Char *methodName,
                                            const MI_Instance *instanceName, const MI_Instance *parameters);

struct _MI_Qualifier {
        const MI_Char *name;
        MI_Uint32 type;
        MI_Uint32 flavor;
        const void *value;
};

/* The scope and flavor of a qualifier type are MI_FLAG_ bits */
struct _MI_QualifierDecl {
        const MI_Char *name;
        MI_Uint32 type;
        MI_Uint32 scope;
        MI_Uint32 flavor;
        MI_Uint32 subscript;
        const void *value;
};

/* What class and method declarations have in common */
struct _MI_ObjectDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
        const MI_PropertyDecl *const *properties;
        MI_Uint32 numProperties;
        MI_Uint32 size;
};

struct _MI_FeatureDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
};

/* offset is where the field lies in the parameters structure, 0xFFFFFFFF for a streamed parameter, which has none */
struct _MI_ParameterDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
        MI_Uint32 type;
        const MI_Char *className;
        MI_Uint32 subscript;
        MI_Uint32 offset;
};

/*
 * origin is the class that first declared it, propagator the class that declared it last; value points to the default or is NULL
 */
struct _MI_PropertyDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
        MI_Uint32 type;
        const MI_Char *className;
        MI_Uint32 subscript;
        MI_Uint32 offset;
        const MI_Char *origin;
        const MI_Char *propagator;
        const void *value;
};

struct _MI_MethodDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
        const MI_ParameterDecl *const *parameters;
        MI_Uint32 numParameters;
        MI_Uint32 size;
        MI_Uint32 returnType;
        const MI_Char *origin;
        const MI_Char *propagator;
        const MI_SchemaDecl *schema;
        MI_MethodDecl_Invoke function;
};

struct _MI_ClassDecl {
        MI_Uint32 flags;
        MI_Uint32 code;
        const MI_Char *name;
        const MI_Qualifier *const *qualifiers;
        MI_Uint32 numQualifiers;
        const MI_PropertyDecl *const *properties;
        MI_Uint32 numProperties;
        MI_Uint32 size;
        const MI_Char *superClass;
        const MI_ClassDecl *superClassDecl;
        const MI_MethodDecl *const *methods;
        MI_Uint32 numMethods;
        const MI_SchemaDecl *schema;
        const MI_ProviderFT *providerFT;
        MI_Class *owningClass;
};

struct _MI_SchemaDecl {
        const MI_QualifierDecl *const *qualifierDecls;
        MI_Uint32 numQualifierDecls;
        const MI_ClassDecl *const *classDecls;
        MI_Uint32 numClassDecls;
};

/* ----------------------------------------------------------------------------------------------------------------
 * Provider entry points
 * ---------------------------------------------------------------------------------------------------------------- */

/*
 * Functions of a provider for one class, all called with the `self` that Load stored. Each but EnableIndications and a Subscribe
 * that succeeds must end with exactly one final post (MI_Context_PostResult, PostError or PostCimError); it may return first and post
 * later from any thread. Arguments live until the final post.
 */
typedef struct _MI_Module_Self MI_Module_Self;

typedef void(MI_CALL *MI_ProviderFT_Load)(void **self, MI_Module_Self *selfModule, MI_Context *context);

typedef void(MI_CALL *MI_ProviderFT_Unload)(void *self, MI_Context *context);

typedef void(MI_CALL *MI_ProviderFT_GetInstance)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                 const MI_Char *className, const MI_Instance *instanceName,
                                                 const MI_PropertySet *propertySet);

typedef void(MI_CALL *MI_ProviderFT_EnumerateInstances)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                        const MI_Char *className, const MI_PropertySet *propertySet,
                                                        MI_Boolean keysOnly, const MI_Filter *filter);

typedef void(MI_CALL *MI_ProviderFT_CreateInstance)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                    const MI_Char *className, const MI_Instance *newInstance);

typedef void(MI_CALL *MI_ProviderFT_ModifyInstance)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                    const MI_Char *className, const MI_Instance *modifiedInstance,
                                                    const MI_PropertySet *propertySet);

typedef void(MI_CALL *MI_ProviderFT_DeleteInstance)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                    const MI_Char *className, const MI_Instance *instanceName);

typedef void(MI_CALL *MI_ProviderFT_AssociatorInstances)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                         const MI_Char *className, const MI_Instance *instanceName,
                                                         const MI_Char *resultClass, const MI_Char *role,
                                                         const MI_Char *resultRole, const MI_PropertySet *propertySet,
                                                         MI_Boolean keysOnly, const MI_Filter *filter);

typedef void(MI_CALL *MI_ProviderFT_ReferenceInstances)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                        const MI_Char *className, const MI_Instance *instanceName,
                                                        const MI_Char *role, const MI_PropertySet *propertySet,
                                                        MI_Boolean keysOnly, const MI_Filter *filter);

typedef void(MI_CALL *MI_ProviderFT_EnableIndications)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                       const MI_Char *className);

typedef void(MI_CALL *MI_ProviderFT_DisableIndications)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                        const MI_Char *className);

typedef void(MI_CALL *MI_ProviderFT_Subscribe)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                               const MI_Char *className, const MI_Filter *filter,
                                               const MI_Char *bookmark, MI_Uint64 subscriptionID,
                                               void **subscriptionSelf);

typedef void(MI_CALL *MI_ProviderFT_Unsubscribe)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                                 const MI_Char *className, MI_Uint64 subscriptionID,
                                                 void *subscriptionSelf);

typedef void(MI_CALL *MI_ProviderFT_Invoke)(void *self, MI_Context *context, const MI_Char *nameSpace,
                                            const MI_Char *className, const MI_Char *methodName,
                                            const MI_Instance *instanceName, const MI_Instance *inputParameters);

struct _MI_ProviderFT {
        MI_ProviderFT_Load Load;
        MI_ProviderFT_Unload Unload;
        MI_ProviderFT_GetInstance GetInstance;
        MI_ProviderFT_EnumerateInstances EnumerateInstances;
        MI_ProviderFT_CreateInstance CreateInstance;
        MI_ProviderFT_ModifyInstance ModifyInstance;
        MI_ProviderFT_DeleteInstance DeleteInstance;
        MI_ProviderFT_AssociatorInstances AssociatorInstances;
        MI_ProviderFT_ReferenceInstances ReferenceInstances;
        MI_ProviderFT_EnableIndications EnableIndications;
        MI_ProviderFT_DisableIndications DisableIndications;
        MI_ProviderFT_Subscribe Subscribe;
        MI_ProviderFT_Unsubscribe Unsubscribe;
        MI_ProviderFT_Invoke Invoke;
};

/* Called once when a module is loaded and before it is unloaded */
typedef void(MI_CALL *MI_Module_Load)(MI_Module_Self **selfModule, MI_Context *context);

typedef void(MI_CALL *MI_Module_Unload)(MI_Module_Self *selfModule, MI_Context *context);

/*
 * What MI_Main() returns. version: MI_VERSION of the header it was compiled with; charSize: sizeof(MI_Char); dynamicProviderFT: for
 * classes that schemaDecl does not hold, or NULL.
 */
struct _MI_Module {
        MI_Uint32 version;
        MI_Uint32 generatorVersion;
        MI_Uint32 flags;
        MI_Uint32 charSize;
        MI_SchemaDecl *schemaDecl;
        MI_Module_Load Load;
        MI_Module_Unload Unload;
        const MI_ProviderFT *dynamicProviderFT;
};

/* The tables of the server, valid as long as the module is loaded. Any of the last two may be NULL. */
struct _MI_Server {
        const MI_ServerFT *serverFT;
        const MI_ContextFT *contextFT;
        const MI_InstanceFT *instanceFT;
        const MI_PropertySetFT *propertySetFT;
        const MI_FilterFT *filterFT;
};

struct _MI_ServerFT {
        MI_Result(MI_CALL *GetVersion)(MI_Uint32 *version);
        MI_Result(MI_CALL *GetSystemName)(const MI_Char **systemName);
};

/*
 * The one symbol that a provider exports: `MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server)`
 */
typedef struct _MI_Module *(MI_MAIN_CALL *MI_MainFunction)(struct _MI_Server *server);

/* Defined by the generated schema.c of each provider */
MI_EXTERN_C MI_Result MI_INLINE_CALL MI_Server_GetVersion(MI_Uint32 *version);
MI_EXTERN_C MI_Result MI_INLINE_CALL MI_Server_GetSystemName(const MI_Char **systemName);

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Filter: the query of an enumeration or subscription
 *
 * Evaluate: does the instance match? *result tells. GetExpression: language and text. A provider may ignore the filter: the server
 * checks each instance again.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_FilterFT {
        MI_Result(MI_CALL *Evaluate)(const MI_Filter *self, const MI_Instance *instance, MI_Boolean *result);
        MI_Result(MI_CALL *GetExpression)(const MI_Filter *self, const MI_Char **queryLang, const MI_Char **queryExpr);
};

struct _MI_Filter {
        const MI_FilterFT *ft;
        ptrdiff_t reserved[3];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Filter_Evaluate(const MI_Filter *self, const MI_Instance *instance,
                                                      MI_Boolean *result)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Evaluate(self, instance, result);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Filter_GetExpression(const MI_Filter *self, const MI_Char **queryLang,
                                                           const MI_Char **queryExpr)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetExpression(self, queryLang, queryExpr);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_PropertySet: names of properties
 *
 * AddElement: ALREADY_EXISTS for a name that is there. GetElementAt: NOT_FOUND beyond the end. Destruct ends a set that was
 * constructed in place, Delete one that Clone made.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_PropertySetFT {
        MI_Result(MI_CALL *GetElementCount)(const MI_PropertySet *self, MI_Uint32 *count);
        MI_Result(MI_CALL *ContainsElement)(const MI_PropertySet *self, const MI_Char *name, MI_Boolean *flag);
        MI_Result(MI_CALL *AddElement)(MI_PropertySet *self, const MI_Char *name);
        MI_Result(MI_CALL *GetElementAt)(const MI_PropertySet *self, MI_Uint32 index, const MI_Char **name);
        MI_Result(MI_CALL *Clear)(MI_PropertySet *self);
        MI_Result(MI_CALL *Destruct)(MI_PropertySet *self);
        MI_Result(MI_CALL *Delete)(MI_PropertySet *self);
        MI_Result(MI_CALL *Clone)(const MI_PropertySet *self, MI_PropertySet **newPropertySet);
};

struct _MI_PropertySet {
        const MI_PropertySetFT *ft;
        ptrdiff_t reserved[3];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_GetElementCount(const MI_PropertySet *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_ContainsElement(const MI_PropertySet *self, const MI_Char *name,
                                                                  MI_Boolean *flag)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->ContainsElement(self, name, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_AddElement(MI_PropertySet *self, const MI_Char *name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->AddElement(self, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_GetElementAt(const MI_PropertySet *self, MI_Uint32 index,
                                                               const MI_Char **name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementAt(self, index, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_Clear(MI_PropertySet *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clear(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_Destruct(MI_PropertySet *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Destruct(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_Delete(MI_PropertySet *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Delete(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_PropertySet_Clone(const MI_PropertySet *self, MI_PropertySet **newPropertySet)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newPropertySet);
}

#define MI_PropertySet_GetElement MI_PropertySet_GetElementAt

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Instance: an instance of a class, or the parameters of a method
 *
 * Static instances (of a class declaration) have its elements and no others; AddElement fails. Dynamic ones get theirs by AddElement.
 * Construct is undone by Destruct, New and Clone by Delete, once each.
 *
 * Set... copies the value unless flags say MI_FLAG_BORROW or MI_FLAG_ADOPT; a NULL value, or MI_FLAG_NULL, clears the element.
 * TYPE_MISMATCH: not the type of the element; NO_SUCH_PROPERTY: no such name; NOT_FOUND: no such index. What Get... returns points into
 * the instance; each output argument may be NULL. Flags of Get...: MI_FLAG_NULL for no value, MI_FLAG_NOT_MODIFIED, and those of the
 * declaration. IsA compares with the class and its ancestors. GetClass: a new class object, for MI_Class_Delete().
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_InstanceFT {
        MI_Result(MI_CALL *Clone)(const MI_Instance *self, MI_Instance **newInstance);
        MI_Result(MI_CALL *Destruct)(MI_Instance *self);
        MI_Result(MI_CALL *Delete)(MI_Instance *self);
        MI_Result(MI_CALL *IsA)(const MI_Instance *self, const MI_ClassDecl *classDecl, MI_Boolean *flag);
        MI_Result(MI_CALL *GetClassName)(const MI_Instance *self, const MI_Char **className);
        MI_Result(MI_CALL *SetNameSpace)(MI_Instance *self, const MI_Char *nameSpace);
        MI_Result(MI_CALL *GetNameSpace)(const MI_Instance *self, const MI_Char **nameSpace);
        MI_Result(MI_CALL *GetElementCount)(const MI_Instance *self, MI_Uint32 *count);
        MI_Result(MI_CALL *AddElement)(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags);
        MI_Result(MI_CALL *SetElement)(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags);
        MI_Result(MI_CALL *SetElementAt)(MI_Instance *self, MI_Uint32 index, const MI_Value *value, MI_Type type,
                                         MI_Uint32 flags);
        MI_Result(MI_CALL *GetElement)(const MI_Instance *self, const MI_Char *name, MI_Value *value, MI_Type *type,
                                       MI_Uint32 *flags, MI_Uint32 *index);
        MI_Result(MI_CALL *GetElementAt)(const MI_Instance *self, MI_Uint32 index, const MI_Char **name,
                                         MI_Value *value, MI_Type *type, MI_Uint32 *flags);
        MI_Result(MI_CALL *ClearElement)(MI_Instance *self, const MI_Char *name);
        MI_Result(MI_CALL *ClearElementAt)(MI_Instance *self, MI_Uint32 index);
        MI_Result(MI_CALL *GetServerName)(const MI_Instance *self, const MI_Char **name);
        MI_Result(MI_CALL *SetServerName)(MI_Instance *self, const MI_Char *name);
        MI_Result(MI_CALL *GetClass)(const MI_Instance *self, MI_Class **instanceClass);
};

/* Table of instances of a class whose declaration has MI_FLAG_EXTENDED */
struct _MI_InstanceExFT {
        MI_InstanceFT parent;
        MI_Result(MI_CALL *Normalize)(MI_Instance **self);
};

struct _MI_Instance {
        const MI_InstanceFT *ft;
        const MI_ClassDecl *classDecl;
        const MI_Char *serverName;
        const MI_Char *nameSpace;
        ptrdiff_t reserved[4];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_Clone(const MI_Instance *self, MI_Instance **newInstance)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newInstance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_Destruct(MI_Instance *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Destruct(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_Delete(MI_Instance *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Delete(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_IsA(const MI_Instance *self, const MI_ClassDecl *classDecl,
                                                   MI_Boolean *flag)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->IsA(self, classDecl, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetClassName(const MI_Instance *self, const MI_Char **className)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetClassName(self, className);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_SetNameSpace(MI_Instance *self, const MI_Char *nameSpace)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetNameSpace(self, nameSpace);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetNameSpace(const MI_Instance *self, const MI_Char **nameSpace)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetNameSpace(self, nameSpace);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetElementCount(const MI_Instance *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_AddElement(MI_Instance *self, const MI_Char *name, const MI_Value *value,
                                                          MI_Type type, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->AddElement(self, name, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_SetElementAt(MI_Instance *self, MI_Uint32 index, const MI_Value *value,
                                                            MI_Type type, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetElementAt(self, index, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_SetElement(MI_Instance *self, const MI_Char *name, const MI_Value *value,
                                                          MI_Type type, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetElement(self, name, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetElement(const MI_Instance *self, const MI_Char *name, MI_Value *value,
                                                          MI_Type *type, MI_Uint32 *flags, MI_Uint32 *index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElement(self, name, value, type, flags, index);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetElementAt(const MI_Instance *self, MI_Uint32 index,
                                                            const MI_Char **name, MI_Value *value, MI_Type *type,
                                                            MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementAt(self, index, name, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_ClearElement(MI_Instance *self, const MI_Char *name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->ClearElement(self, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_ClearElementAt(MI_Instance *self, MI_Uint32 index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->ClearElementAt(self, index);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetServerName(const MI_Instance *self, const MI_Char **name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetServerName(self, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_SetServerName(MI_Instance *self, const MI_Char *name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetServerName(self, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_GetClass(const MI_Instance *self, MI_Class **instanceClass)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetClass(self, instanceClass);
}

/*
 * Turns an instance that stands for another into that one (Windows, MI_InstanceExFT); NOT_SUPPORTED for all others.
 */
MI_INLINE MI_Result MI_INLINE_CALL MI_Instance_Normalize(MI_Instance **self)
{
        if (!self || !*self || !(*self)->ft)
                return MI_RESULT_INVALID_PARAMETER;
        if (!(*self)->classDecl || !((*self)->classDecl->flags & MI_FLAG_EXTENDED))
                return MI_RESULT_NOT_SUPPORTED;
        return ((const MI_InstanceExFT *)(const void *)(*self)->ft)->Normalize(self);
}

/* ----------------------------------------------------------------------------------------------------------------
 * Lifecycle indications
 * ---------------------------------------------------------------------------------------------------------------- */

/* Kinds of lifecycle indications */
#define MI_LIFECYCLE_INDICATION_NONE       0
#define MI_LIFECYCLE_INDICATION_CREATE     1
#define MI_LIFECYCLE_INDICATION_MODIFY     2
#define MI_LIFECYCLE_INDICATION_DELETE     4
#define MI_LIFECYCLE_INDICATION_READ       8
#define MI_LIFECYCLE_INDICATION_METHODCALL 16
#define MI_LIFECYCLE_INDICATION_ALL        31

typedef struct _MI_LifecycleIndicationContext MI_LifecycleIndicationContext;
typedef struct _MI_LifecycleIndicationContextFT MI_LifecycleIndicationContextFT;

/* Called with the kinds that somebody now subscribes to */
typedef void(MI_CALL *MI_LifecycleIndicationCallback)(MI_Uint32 types, void *callbackData);

struct _MI_LifecycleIndicationContextFT {
        MI_Result(MI_CALL *PostCreate)(MI_LifecycleIndicationContext *context, const MI_Instance *instance);
        MI_Result(MI_CALL *PostModify)(MI_LifecycleIndicationContext *context, const MI_Instance *orginalInstance,
                                       const MI_Instance *instance);
        MI_Result(MI_CALL *PostDelete)(MI_LifecycleIndicationContext *context, const MI_Instance *orginalInstance);
        MI_Result(MI_CALL *PostRead)(MI_LifecycleIndicationContext *context, const MI_Instance *instance);
        MI_Result(MI_CALL *PostMethodCall)(MI_LifecycleIndicationContext *self, const MI_Instance *instance,
                                           const MI_Char *methodName, MI_Boolean precall, const MI_Instance *parameter,
                                           const MI_Char *returnvalue);
        MI_Result(MI_CALL *PostResult)(MI_LifecycleIndicationContext *context, MI_Result result);
        MI_Result(MI_CALL *ConstructInstance)(MI_LifecycleIndicationContext *context, const MI_ClassDecl *classDecl,
                                              MI_Instance *instance);
        MI_Result(MI_CALL *ConstructParameters)(MI_LifecycleIndicationContext *context, const MI_MethodDecl *methodDecl,
                                                MI_Instance *instance);
        MI_Result(MI_CALL *NewInstance)(MI_LifecycleIndicationContext *context, const MI_ClassDecl *classDecl,
                                        MI_Instance **instance);
        MI_Result(MI_CALL *NewDynamicInstance)(MI_LifecycleIndicationContext *context, const MI_Char *className,
                                               MI_Uint32 flags, MI_Instance **instance);
        MI_Result(MI_CALL *NewParameters)(MI_LifecycleIndicationContext *context, const MI_MethodDecl *methodDecl,
                                          MI_Instance **instance);
        MI_Result(MI_CALL *SetSupportedTypes)(MI_LifecycleIndicationContext *context, MI_Uint32 types);
        MI_Result(MI_CALL *GetTypes)(MI_LifecycleIndicationContext *context, MI_Uint32 *types);
        MI_Result(MI_CALL *RegisterCallback)(MI_LifecycleIndicationContext *context,
                                             MI_LifecycleIndicationCallback callback, void *callbackData);
};

/*
 * Posts creations, changes and deletions of instances of a class; got from MI_Context_GetLifecycleIndicationContext() in Load and
 * valid until Unload
 */
struct _MI_LifecycleIndicationContext {
        const MI_LifecycleIndicationContextFT *ft;
        ptrdiff_t reserved[3];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostCreate(MI_LifecycleIndicationContext *context,
                                                                            const MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostCreate(context, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostModify(MI_LifecycleIndicationContext *context,
                                                                            const MI_Instance *orginalInstance,
                                                                            const MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostModify(context, orginalInstance, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostDelete(MI_LifecycleIndicationContext *context,
                                                                            const MI_Instance *orginalInstance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostDelete(context, orginalInstance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostRead(MI_LifecycleIndicationContext *context,
                                                                          const MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostRead(context, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_LifecycleIndicationContext_PostMethodCall_Before(MI_LifecycleIndicationContext *context, const MI_Instance *instance,
                                                    const MI_Char *methodName, const MI_Instance *parameter)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostMethodCall(context, instance, methodName, MI_TRUE, parameter, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostMethodCall_After(
        MI_LifecycleIndicationContext *context, const MI_Instance *instance, const MI_Char *methodName,
        const MI_Instance *parameter, const MI_Char *returnvalue)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostMethodCall(context, instance, methodName, MI_FALSE, parameter, returnvalue);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_PostResult(MI_LifecycleIndicationContext *context,
                                                                            MI_Result result)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostResult(context, result);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_LifecycleIndicationContext_SetSupportedTypes(MI_LifecycleIndicationContext *context, MI_Uint32 types)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->SetSupportedTypes(context, types);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_GetTypes(MI_LifecycleIndicationContext *context,
                                                                          MI_Uint32 *types)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetTypes(context, types);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_RegisterCallback(
        MI_LifecycleIndicationContext *context, MI_LifecycleIndicationCallback callback, void *callbackData)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->RegisterCallback(context, callback, callbackData);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_ConstructInstance(
        MI_LifecycleIndicationContext *context, const MI_ClassDecl *classDecl, MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ConstructInstance(context, classDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_ConstructParameters(
        MI_LifecycleIndicationContext *context, const MI_MethodDecl *methodDecl, MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ConstructParameters(context, methodDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_NewInstance(MI_LifecycleIndicationContext *context,
                                                                             const MI_ClassDecl *classDecl,
                                                                             MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewInstance(context, classDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_NewDynamicInstance(
        MI_LifecycleIndicationContext *context, const MI_Char *className, MI_Uint32 flags, MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewDynamicInstance(context, className, flags, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_LifecycleIndicationContext_NewParameters(MI_LifecycleIndicationContext *context,
                                                                               const MI_MethodDecl *methodDecl,
                                                                               MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewParameters(context, methodDecl, instance);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Context: one operation, as the provider sees it
 *
 * PostInstance: any number of instances, copied before it returns; it blocks while the client does not read. PostResult, PostError
 * and PostCimError end the operation: the first one counts, later ones fail. PostIndication is for the context of EnableIndications.
 * ConstructInstance and ConstructParameters fill a structure of the caller (MI_Instance_Destruct), New... allocate one
 * (MI_Instance_Delete). Canceled: has the client given up? RegisterCancel: call me then, from any thread; the last callback counts.
 * Get...Option: options that the client gave; NOT_FOUND without. GetLocale needs MI_MAX_LOCALE_SIZE characters.
 *
 * ShouldProcess, ShouldContinue, PromptUser, WriteError, WriteCimError: ask the client and wait; *flag tells whether to go on.
 * WriteMessage, WriteProgress: tell it. WriteStreamParameter: send a value of a streamed out parameter.
 * RefuseUnload, RequestUnload: keep the module loaded while idle, or no longer. GetLocalSession: a session that acts as the caller;
 * not to be closed.
 * ---------------------------------------------------------------------------------------------------------------- */

typedef void(MI_CALL *MI_CancelCallback)(MI_CancellationReason reason, void *callbackData);

struct _MI_ContextFT {
        MI_Result(MI_CALL *PostResult)(MI_Context *context, MI_Result result);
        MI_Result(MI_CALL *PostInstance)(MI_Context *context, const MI_Instance *instance);
        MI_Result(MI_CALL *PostIndication)(MI_Context *context, const MI_Instance *indication,
                                           MI_Uint32 subscriptionIDCount, const MI_Char *bookmark);
        MI_Result(MI_CALL *ConstructInstance)(MI_Context *context, const MI_ClassDecl *classDecl,
                                              MI_Instance *instance);
        MI_Result(MI_CALL *ConstructParameters)(MI_Context *context, const MI_MethodDecl *methodDecl,
                                                MI_Instance *instance);
        MI_Result(MI_CALL *NewInstance)(MI_Context *context, const MI_ClassDecl *classDecl, MI_Instance **instance);
        MI_Result(MI_CALL *NewDynamicInstance)(MI_Context *context, const MI_Char *className, MI_Uint32 flags,
                                               MI_Instance **instance);
        MI_Result(MI_CALL *NewParameters)(MI_Context *context, const MI_MethodDecl *methodDecl, MI_Instance **instance);
        MI_Result(MI_CALL *Canceled)(const MI_Context *context, MI_Boolean *flag);
        MI_Result(MI_CALL *GetLocale)(const MI_Context *context, MI_LocaleType localeType, MI_Char *locale);
        MI_Result(MI_CALL *RegisterCancel)(MI_Context *context, MI_CancelCallback callback, void *callbackData);
        MI_Result(MI_CALL *RequestUnload)(MI_Context *context);
        MI_Result(MI_CALL *RefuseUnload)(MI_Context *context);
        MI_Result(MI_CALL *GetLocalSession)(const MI_Context *context, MI_Session *session);
        MI_Result(MI_CALL *SetStringOption)(MI_Context *context, const MI_Char *name, const MI_Char *value);
        MI_Result(MI_CALL *GetStringOption)(MI_Context *context, const MI_Char *name, const MI_Char **value);
        MI_Result(MI_CALL *GetNumberOption)(MI_Context *context, const MI_Char *name, MI_Uint32 *value);
        MI_Result(MI_CALL *GetCustomOption)(MI_Context *context, const MI_Char *name, MI_Type *valueType,
                                            MI_Value *value);
        MI_Result(MI_CALL *GetCustomOptionCount)(MI_Context *context, MI_Uint32 *count);
        MI_Result(MI_CALL *GetCustomOptionAt)(MI_Context *context, MI_Uint32 index, const MI_Char **name,
                                              MI_Type *valueType, MI_Value *value);
        MI_Result(MI_CALL *WriteMessage)(MI_Context *context, MI_Uint32 channel, const MI_Char *message);
        MI_Result(MI_CALL *WriteProgress)(MI_Context *context, const MI_Char *activity, const MI_Char *currentOperation,
                                          const MI_Char *statusDescription, MI_Uint32 percentComplete,
                                          MI_Uint32 secondsRemaining);
        MI_Result(MI_CALL *WriteStreamParameter)(MI_Context *self, const MI_Char *name, const MI_Value *value,
                                                 MI_Type type, MI_Uint32 flags);
        MI_Result(MI_CALL *WriteCimError)(MI_Context *context, const MI_Instance *error, MI_Boolean *flag);
        MI_Result(MI_CALL *PromptUser)(MI_Context *context, const MI_Char *message, MI_PromptType promptType,
                                       MI_Boolean *flag);
        MI_Result(MI_CALL *ShouldProcess)(MI_Context *context, const MI_Char *target, const MI_Char *action,
                                          MI_Boolean *flag);
        MI_Result(MI_CALL *ShouldContinue)(MI_Context *context, const MI_Char *message, MI_Boolean *flag);
        MI_Result(MI_CALL *PostError)(MI_Context *context, MI_Uint32 resultCode, const MI_Char *resultType,
                                      const MI_Char *errorMessage);
        MI_Result(MI_CALL *PostCimError)(MI_Context *context, const MI_Instance *error);
        MI_Result(MI_CALL *WriteError)(MI_Context *context, MI_Uint32 resultCode, const MI_Char *resultType,
                                       const MI_Char *errorMessage, MI_Boolean *flag);
#if MI_API_VERSION >= 2
        MI_Result(MI_CALL *GetLifecycleIndicationContext)(const MI_Context *context,
                                                          MI_LifecycleIndicationContext **lifecycleContext);
#endif
};

struct _MI_Context {
        const MI_ContextFT *ft;
        ptrdiff_t reserved[3];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PostResult(MI_Context *context, MI_Result result)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostResult(context, result);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PostCimError(MI_Context *context, const MI_Instance *error)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostCimError(context, error);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PostError(MI_Context *context, MI_Uint32 resultCode,
                                                        const MI_Char *resultType, const MI_Char *errorMessage)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostError(context, resultCode, resultType, errorMessage);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PostInstance(MI_Context *context, const MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostInstance(context, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PostIndication(MI_Context *context, const MI_Instance *indication,
                                                             MI_Uint32 subscriptionIDCount, const MI_Char *bookmark)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PostIndication(context, indication, subscriptionIDCount, bookmark);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_ConstructInstance(MI_Context *context, const MI_ClassDecl *classDecl,
                                                                MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ConstructInstance(context, classDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_ConstructParameters(MI_Context *context, const MI_MethodDecl *methodDecl,
                                                                  MI_Instance *instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ConstructParameters(context, methodDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_NewInstance(MI_Context *context, const MI_ClassDecl *classDecl,
                                                          MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewInstance(context, classDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_NewDynamicInstance(MI_Context *context, const MI_Char *className,
                                                                 MI_Uint32 flags, MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewDynamicInstance(context, className, flags, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_NewParameters(MI_Context *context, const MI_MethodDecl *methodDecl,
                                                            MI_Instance **instance)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->NewParameters(context, methodDecl, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_Canceled(const MI_Context *context, MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->Canceled(context, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetLocale(const MI_Context *context, MI_LocaleType localeType,
                                                        MI_Char *locale)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetLocale(context, localeType, locale);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_RegisterCancel(MI_Context *context, MI_CancelCallback callback,
                                                             void *callbackData)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->RegisterCancel(context, callback, callbackData);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_RequestUnload(MI_Context *context)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->RequestUnload(context);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_RefuseUnload(MI_Context *context)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->RefuseUnload(context);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_SetStringOption(MI_Context *context, const MI_Char *name,
                                                              const MI_Char *value)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->SetStringOption(context, name, value);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetStringOption(MI_Context *context, const MI_Char *name,
                                                              const MI_Char **value)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetStringOption(context, name, value);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetNumberOption(MI_Context *context, const MI_Char *name,
                                                              MI_Uint32 *value)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetNumberOption(context, name, value);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetCustomOption(MI_Context *context, const MI_Char *name,
                                                              MI_Type *valueType, MI_Value *value)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetCustomOption(context, name, valueType, value);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetCustomOptionCount(MI_Context *context, MI_Uint32 *count)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetCustomOptionCount(context, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetCustomOptionAt(MI_Context *context, MI_Uint32 index,
                                                                const MI_Char **name, MI_Type *valueType,
                                                                MI_Value *value)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetCustomOptionAt(context, index, name, valueType, value);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_ShouldProcess(MI_Context *context, const MI_Char *target,
                                                            const MI_Char *action, MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ShouldProcess(context, target, action, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_ShouldContinue(MI_Context *context, const MI_Char *message,
                                                             MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->ShouldContinue(context, message, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_PromptUser(MI_Context *context, const MI_Char *message,
                                                         MI_PromptType promptType, MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->PromptUser(context, message, promptType, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteError(MI_Context *context, MI_Uint32 resultCode,
                                                         const MI_Char *resultType, const MI_Char *errorMessage,
                                                         MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteError(context, resultCode, resultType, errorMessage, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteCimError(MI_Context *context, const MI_Instance *error,
                                                            MI_Boolean *flag)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteCimError(context, error, flag);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteMessage(MI_Context *context, MI_Uint32 channel,
                                                           const MI_Char *message)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteMessage(context, channel, message);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteProgress(MI_Context *context, const MI_Char *activity,
                                                            const MI_Char *currentOperation,
                                                            const MI_Char *statusDescription, MI_Uint32 percentComplete,
                                                            MI_Uint32 secondsRemaining)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteProgress(context, activity, currentOperation, statusDescription, percentComplete,
                                          secondsRemaining);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteStreamParameter(MI_Context *self, const MI_Char *name,
                                                                   const MI_Value *value, MI_Type type, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->WriteStreamParameter(self, name, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteWarning(MI_Context *context, const MI_Char *message)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteMessage(context, MI_WRITEMESSAGE_CHANNEL_WARNING, message);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteVerbose(MI_Context *context, const MI_Char *message)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteMessage(context, MI_WRITEMESSAGE_CHANNEL_VERBOSE, message);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_WriteDebug(MI_Context *context, const MI_Char *message)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->WriteMessage(context, MI_WRITEMESSAGE_CHANNEL_DEBUG, message);
}

#if MI_API_VERSION >= 2
MI_INLINE MI_Result MI_INLINE_CALL
MI_Context_GetLifecycleIndicationContext(const MI_Context *context, MI_LifecycleIndicationContext **lifecycleContext)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetLifecycleIndicationContext(context, lifecycleContext);
}
#endif

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_GetLocalSession(const MI_Context *context, MI_Session *session)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->GetLocalSession(context, session);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Context_SetFilterOption(MI_Context *context, MI_Boolean filterByProvider)
{
        if (!context || !context->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return context->ft->SetStringOption(context, MI_T("__FilterByProvider"),
                                            filterByProvider ? MI_T("true") : MI_T("false"));
}

/* The names without Context_, which generated code uses. The last two name functions that no header defines. */
#define MI_Canceled              MI_Context_Canceled
#define MI_ConstructInstance     MI_Context_ConstructInstance
#define MI_ConstructParameters   MI_Context_ConstructParameters
#define MI_GetCustomOption       MI_Context_GetCustomOption
#define MI_GetCustomOptionAt     MI_Context_GetCustomOptionAt
#define MI_GetCustomOptionCount  MI_Context_GetCustomOptionCount
#define MI_GetLocalSession       MI_Context_GetLocalSession
#define MI_GetLocale             MI_Context_GetLocale
#define MI_GetNumberOption       MI_Context_GetNumberOption
#define MI_GetStringOption       MI_Context_GetStringOption
#define MI_NewDynamicInstance    MI_Context_NewDynamicInstance
#define MI_NewInstance           MI_Context_NewInstance
#define MI_NewParameters         MI_Context_NewParameters
#define MI_PostCimError          MI_Context_PostCimError
#define MI_PostError             MI_Context_PostError
#define MI_PostIndication        MI_Context_PostIndication
#define MI_PostInstance          MI_Context_PostInstance
#define MI_PostResult            MI_Context_PostResult
#define MI_PromptUser            MI_Context_PromptUser
#define MI_RefuseUnload          MI_Context_RefuseUnload
#define MI_RegisterCancel        MI_Context_RegisterCancel
#define MI_RequestUnload         MI_Context_RequestUnload
#define MI_SetStringOption       MI_Context_SetStringOption
#define MI_ShouldContinue        MI_Context_ShouldContinue
#define MI_ShouldProcess         MI_Context_ShouldProcess
#define MI_WriteCimError         MI_Context_WriteCimError
#define MI_WriteDebug            MI_Context_WriteDebug
#define MI_WriteError            MI_Context_WriteError
#define MI_WriteMessage          MI_Context_WriteMessage
#define MI_WriteProgress         MI_Context_WriteProgress
#define MI_WriteStreamParameter  MI_Context_WriteStreamParameter
#define MI_WriteVerbose          MI_Context_WriteVerbose
#define MI_WriteWarning          MI_Context_WriteWarning
#define MI_PostResultWithMessage MI_Context_PostResultWithMessage
#define MI_PostResultWithError   MI_Context_PostResultWithError

/* ----------------------------------------------------------------------------------------------------------------
 * MI_QualifierSet, MI_ParameterSet, MI_Class: classes at run time
 *
 * Sets belong to the class they were got from. For ...At: NOT_FOUND beyond the end; for names: NOT_FOUND, of elements NO_SUCH_PROPERTY,
 * of methods METHOD_NOT_FOUND. Each output argument may be NULL. GetParentClass and Clone: a new object, for MI_Class_Delete().
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_QualifierSetFT {
        MI_Result(MI_CALL *GetQualifierCount)(const MI_QualifierSet *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetQualifierAt)(const MI_QualifierSet *self, MI_Uint32 index, const MI_Char **name,
                                           MI_Type *qualifierType, MI_Uint32 *qualifierFlags, MI_Value *qualifierValue);
        MI_Result(MI_CALL *GetQualifier)(const MI_QualifierSet *self, const MI_Char *name, MI_Type *qualifierType,
                                         MI_Uint32 *qualifierFlags, MI_Value *qualifierValue, MI_Uint32 *index);
};

struct _MI_QualifierSet {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_QualifierSetFT *ft;
};

MI_INLINE MI_Result MI_INLINE_CALL MI_QualifierSet_GetQualifierCount(const MI_QualifierSet *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetQualifierCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_QualifierSet_GetQualifierAt(const MI_QualifierSet *self, MI_Uint32 index,
                                                                  const MI_Char **name, MI_Type *qualifierType,
                                                                  MI_Uint32 *qualifierFlags, MI_Value *qualifierValue)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetQualifierAt(self, index, name, qualifierType, qualifierFlags, qualifierValue);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_QualifierSet_GetQualifier(const MI_QualifierSet *self, const MI_Char *name,
                                                                MI_Type *qualifierType, MI_Uint32 *qualifierFlags,
                                                                MI_Value *qualifierValue, MI_Uint32 *index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetQualifier(self, name, qualifierType, qualifierFlags, qualifierValue, index);
}

struct _MI_ParameterSetFT {
        MI_Result(MI_CALL *GetMethodReturnType)(const MI_ParameterSet *self, MI_Type *returnType,
                                                MI_QualifierSet *qualifierSet);
        MI_Result(MI_CALL *GetParameterCount)(const MI_ParameterSet *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetParameterAt)(const MI_ParameterSet *self, MI_Uint32 index, const MI_Char **name,
                                           MI_Type *parameterType, MI_Char **referenceClass,
                                           MI_QualifierSet *qualifierSet);
        MI_Result(MI_CALL *GetParameter)(const MI_ParameterSet *self, const MI_Char *name, MI_Type *parameterType,
                                         MI_Char **referenceClass, MI_QualifierSet *qualifierSet, MI_Uint32 *index);
};

struct _MI_ParameterSet {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_ParameterSetFT *ft;
};

MI_INLINE MI_Result MI_INLINE_CALL MI_ParameterSet_GetMethodReturnType(const MI_ParameterSet *self, MI_Type *returnType,
                                                                       MI_QualifierSet *qualifierSet)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetMethodReturnType(self, returnType, qualifierSet);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_ParameterSet_GetParameterCount(const MI_ParameterSet *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetParameterCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_ParameterSet_GetParameterAt(const MI_ParameterSet *self, MI_Uint32 index,
                                                                  const MI_Char **name, MI_Type *parameterType,
                                                                  MI_Char **referenceClass,
                                                                  MI_QualifierSet *qualifierSet)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetParameterAt(self, index, name, parameterType, referenceClass, qualifierSet);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_ParameterSet_GetParameter(const MI_ParameterSet *self, const MI_Char *name,
                                                                MI_Type *parameterType, MI_Char **referenceClass,
                                                                MI_QualifierSet *qualifierSet, MI_Uint32 *index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetParameter(self, name, parameterType, referenceClass, qualifierSet, index);
}

struct _MI_ClassFT {
        MI_Result(MI_CALL *GetClassName)(const MI_Class *self, const MI_Char **className);
        MI_Result(MI_CALL *GetNameSpace)(const MI_Class *self, const MI_Char **nameSpace);
        MI_Result(MI_CALL *GetServerName)(const MI_Class *self, const MI_Char **serverName);
        MI_Result(MI_CALL *GetElementCount)(const MI_Class *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetElement)(const MI_Class *self, const MI_Char *name, MI_Value *value,
                                       MI_Boolean *valueExists, MI_Type *type, MI_Char **referenceClass,
                                       MI_QualifierSet *qualifierSet, MI_Uint32 *flags, MI_Uint32 *index);
        MI_Result(MI_CALL *GetElementAt)(const MI_Class *self, MI_Uint32 index, const MI_Char **name, MI_Value *value,
                                         MI_Boolean *valueExists, MI_Type *type, MI_Char **referenceClass,
                                         MI_QualifierSet *qualifierSet, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetClassQualifierSet)(const MI_Class *self, MI_QualifierSet *qualifierSet);
        MI_Result(MI_CALL *GetMethodCount)(const MI_Class *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetMethodAt)(const MI_Class *self, MI_Uint32 index, const MI_Char **name,
                                        MI_QualifierSet *qualifierSet, MI_ParameterSet *parameterSet);
        MI_Result(MI_CALL *GetMethod)(const MI_Class *self, const MI_Char *name, MI_QualifierSet *qualifierSet,
                                      MI_ParameterSet *parameterSet, MI_Uint32 *index);
        MI_Result(MI_CALL *GetParentClassName)(const MI_Class *self, const MI_Char **name);
        MI_Result(MI_CALL *GetParentClass)(const MI_Class *self, MI_Class **parentClass);
        MI_Result(MI_CALL *Delete)(MI_Class *self);
        MI_Result(MI_CALL *Clone)(const MI_Class *self, MI_Class **newClass);
};

struct _MI_Class {
        const MI_ClassFT *ft;
        const MI_ClassDecl *classDecl;
        const MI_Char *namespaceName;
        const MI_Char *serverName;
        ptrdiff_t reserved[4];
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetClassName(const MI_Class *self, const MI_Char **className)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetClassName(self, className);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetNameSpace(const MI_Class *self, const MI_Char **nameSpace)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetNameSpace(self, nameSpace);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetServerName(const MI_Class *self, const MI_Char **serverName)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetServerName(self, serverName);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetElementCount(const MI_Class *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetElement(const MI_Class *self, const MI_Char *name, MI_Value *value,
                                                       MI_Boolean *valueExists, MI_Type *type, MI_Char **referenceClass,
                                                       MI_QualifierSet *qualifierSet, MI_Uint32 *flags,
                                                       MI_Uint32 *index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElement(self, name, value, valueExists, type, referenceClass, qualifierSet, flags, index);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetElementAt(const MI_Class *self, MI_Uint32 index, const MI_Char **name,
                                                         MI_Value *value, MI_Boolean *valueExists, MI_Type *type,
                                                         MI_Char **referenceClass, MI_QualifierSet *qualifierSet,
                                                         MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetElementAt(self, index, name, value, valueExists, type, referenceClass, qualifierSet, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetClassQualifierSet(const MI_Class *self, MI_QualifierSet *qualifierSet)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetClassQualifierSet(self, qualifierSet);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetMethodCount(const MI_Class *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetMethodCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetMethodAt(const MI_Class *self, MI_Uint32 index, const MI_Char **name,
                                                        MI_QualifierSet *qualifierSet, MI_ParameterSet *parameterSet)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetMethodAt(self, index, name, qualifierSet, parameterSet);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetMethod(const MI_Class *self, const MI_Char *name,
                                                      MI_QualifierSet *qualifierSet, MI_ParameterSet *parameterSet,
                                                      MI_Uint32 *index)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetMethod(self, name, qualifierSet, parameterSet, index);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetParentClassName(const MI_Class *self, const MI_Char **name)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetParentClassName(self, name);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_GetParentClass(const MI_Class *self, MI_Class **parentClass)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetParentClass(self, parentClass);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_Delete(MI_Class *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Delete(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Class_Clone(const MI_Class *self, MI_Class **newClass)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newClass);
}

/* ----------------------------------------------------------------------------------------------------------------
 * Client: handles and callbacks
 * ---------------------------------------------------------------------------------------------------------------- */

typedef struct _MI_Application MI_Application;
typedef struct _MI_ApplicationFT MI_ApplicationFT;
typedef struct _MI_HostedProvider MI_HostedProvider;
typedef struct _MI_HostedProviderFT MI_HostedProviderFT;
typedef struct _MI_Operation MI_Operation;
typedef struct _MI_OperationFT MI_OperationFT;
typedef struct _MI_UsernamePasswordCreds MI_UsernamePasswordCreds;
typedef struct _MI_UserCredentials MI_UserCredentials;
typedef struct _MI_DestinationOptions MI_DestinationOptions;
typedef struct _MI_DestinationOptionsFT MI_DestinationOptionsFT;
typedef struct _MI_OperationOptions MI_OperationOptions;
typedef struct _MI_OperationOptionsFT MI_OperationOptionsFT;
typedef struct _MI_SubscriptionDeliveryOptions MI_SubscriptionDeliveryOptions;
typedef struct _MI_SubscriptionDeliveryOptionsFT MI_SubscriptionDeliveryOptionsFT;
typedef struct _MI_Serializer MI_Serializer;
typedef struct _MI_SerializerFT MI_SerializerFT;
typedef struct _MI_Deserializer MI_Deserializer;
typedef struct _MI_DeserializerFT MI_DeserializerFT;
typedef struct _MI_UtilitiesFT MI_UtilitiesFT;
typedef struct _MI_ClientFT_V1 MI_ClientFT_V1;
typedef struct _MI_OperationCallbacks MI_OperationCallbacks;
typedef struct _MI_SessionCallbacks MI_SessionCallbacks;

/* Handles. A zero handle is not open; the ..._NULL macros initialise one. */
struct _MI_Application {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_ApplicationFT *ft;
};

struct _MI_Session {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_SessionFT *ft;
};

struct _MI_Operation {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_OperationFT *ft;
};

struct _MI_HostedProvider {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_HostedProviderFT *ft;
};

struct _MI_DestinationOptions {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_DestinationOptionsFT *ft;
};

struct _MI_OperationOptions {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_OperationOptionsFT *ft;
};

struct _MI_SubscriptionDeliveryOptions {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
        const MI_SubscriptionDeliveryOptionsFT *ft;
};

/* No member for the table, which lies behind reserved2 */
struct _MI_Serializer {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
};

struct _MI_Deserializer {
        MI_Uint64 reserved1;
        ptrdiff_t reserved2;
};

#define MI_APPLICATION_NULL \
        {                   \
                0, 0, NULL  \
        }
#define MI_DESTINATIONOPTIONS_NULL \
        {                          \
                0, 0, NULL         \
        }
#define MI_HOSTEDPROVIDER_NULL \
        {                      \
                0, 0, NULL     \
        }
#define MI_OPERATIONCALLBACKS_NULL                                   \
        {                                                            \
                NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL \
        }
#define MI_OPERATIONOPTIONS_NULL \
        {                        \
                0, 0, NULL       \
        }
#define MI_OPERATION_NULL  \
        {                  \
                0, 0, NULL \
        }
#define MI_SESSIONCALLBACKS_NULL \
        {                        \
                NULL, NULL, NULL \
        }
#define MI_SESSION_NULL    \
        {                  \
                0, 0, NULL \
        }
#define MI_SUBSCRIPTIONDELIVERYOPTIONS_NULL \
        {                                   \
                0, 0, NULL                  \
        }
#define MI_SERIALIZER_NULL \
        {                  \
                0, 0       \
        }
#define MI_DESERIALIZER_NULL \
        {                    \
                0, 0         \
        }

/* Answers to a prompt or to a non-terminating error */
typedef enum _MI_OperationCallback_ResponseType {
        MI_OperationCallback_ResponseType_No = 0,
        MI_OperationCallback_ResponseType_Yes = 1,
        MI_OperationCallback_ResponseType_NoToAll = 2,
        MI_OperationCallback_ResponseType_YesToAll = 3
} MI_OperationCallback_ResponseType;

/*
 * Callbacks of an asynchronous operation, serial for each operation. moreResults is MI_FALSE in the last result; code, string and
 * details mean something only then. A result is the operation's and lives until the callback returns, or with
 * MI_OPERATIONFLAGS_MANUAL_ACK_RESULTS until resultAcknowledgement was called. promptUserResult is NULL when no answer is wanted, else to
 * be called once; so is writeErrorResult.
 */
typedef void(MI_CALL *MI_OperationCallback_PromptUser)(
        MI_Operation *operation, void *callbackContext, const MI_Char *message, MI_PromptType promptType,
        MI_Result(MI_CALL *promptUserResult)(MI_Operation *, MI_OperationCallback_ResponseType));

typedef void(MI_CALL *MI_OperationCallback_WriteError)(
        MI_Operation *operation, void *callbackContext, MI_Instance *instance,
        MI_Result(MI_CALL *writeErrorResult)(MI_Operation *, MI_OperationCallback_ResponseType));

typedef void(MI_CALL *MI_OperationCallback_WriteMessage)(MI_Operation *operation, void *callbackContext,
                                                         MI_Uint32 channel, const MI_Char *message);

typedef void(MI_CALL *MI_OperationCallback_WriteProgress)(MI_Operation *operation, void *callbackContext,
                                                          const MI_Char *activity, const MI_Char *currentOperation,
                                                          const MI_Char *statusDescription,
                                                          MI_Uint32 percentageComplete, MI_Uint32 secondsRemaining);

typedef void(MI_CALL *MI_OperationCallback_Instance)(MI_Operation *operation, void *callbackContext,
                                                     const MI_Instance *instance, MI_Boolean moreResults,
                                                     MI_Result resultCode, const MI_Char *errorString,
                                                     const MI_Instance *errorDetails,
                                                     MI_Result(MI_CALL *resultAcknowledgement)(MI_Operation *));

typedef void(MI_CALL *MI_OperationCallback_StreamedParameter)(
        MI_Operation *operation, void *callbackContext, const MI_Char *parameterName, MI_Type resultType,
        const MI_Value *result, MI_Result(MI_CALL *resultAcknowledgement)(MI_Operation *));

typedef void(MI_CALL *MI_OperationCallback_Indication)(MI_Operation *operation, void *callbackContext,
                                                       const MI_Instance *instance, const MI_Char *bookmark,
                                                       const MI_Char *machineID, MI_Boolean moreResults,
                                                       MI_Result resultCode, const MI_Char *errorString,
                                                       const MI_Instance *errorDetails,
                                                       MI_Result(MI_CALL *resultAcknowledgement)(MI_Operation *));

typedef void(MI_CALL *MI_OperationCallback_Class)(MI_Operation *operation, void *callbackContext,
                                                  const MI_Class *classResult, MI_Boolean moreResults,
                                                  MI_Result resultCode, const MI_Char *errorString,
                                                  const MI_Instance *errorDetails,
                                                  MI_Result(MI_CALL *resultAcknowledgement)(MI_Operation *));

/* Which result callback is set must match the operation; none set makes it synchronous */
struct _MI_OperationCallbacks {
        void *callbackContext;
        MI_OperationCallback_PromptUser promptUser;
        MI_OperationCallback_WriteError writeError;
        MI_OperationCallback_WriteMessage writeMessage;
        MI_OperationCallback_WriteProgress writeProgress;
        MI_OperationCallback_Instance instanceResult;
        MI_OperationCallback_Indication indicationResult;
        MI_OperationCallback_Class classResult;
        MI_OperationCallback_StreamedParameter streamedParameterResult;
};

/* Messages and errors of a session that belong to no operation */
struct _MI_SessionCallbacks {
        void *callbackContext;
        void(MI_CALL *writeMessage)(MI_Application *, void *, MI_Uint32, const MI_Char *);
        void(MI_CALL *writeError)(MI_Application *, void *, MI_Instance *);
};

/* ----------------------------------------------------------------------------------------------------------------
 * Client: credentials and names of option values
 * ---------------------------------------------------------------------------------------------------------------- */

/* Ways to authenticate */
#define MI_AUTH_TYPE_BASIC           MI_T("Basic")
#define MI_AUTH_TYPE_CLIENT_CERTS    MI_T("ClientCerts")
#define MI_AUTH_TYPE_DEFAULT         MI_T("Default")
#define MI_AUTH_TYPE_DIGEST          MI_T("Digest")
#define MI_AUTH_TYPE_ISSUER_CERT     MI_T("IssuerCert")
#define MI_AUTH_TYPE_KERBEROS        MI_T("Kerberos")
#define MI_AUTH_TYPE_NEGO_NO_CREDS   MI_T("NegoNoCreds")
#define MI_AUTH_TYPE_NEGO_WITH_CREDS MI_T("NegoWithCreds")
#define MI_AUTH_TYPE_NONE            MI_T("None")
#define MI_AUTH_TYPE_NTLM            MI_T("Ntlmdomain")
#define MI_AUTH_TYPE_CREDSSP         MI_T("CredSSP")

/* Values of destination options */
#define MI_DESTINATIONOPTIONS_PACKET_ENCODING_DEFAULT MI_T("default")
#define MI_DESTINATIONOPTIONS_PACKET_ENCODING_UTF16   MI_T("UTF16")
#define MI_DESTINATIONOPTIONS_PACKET_ENCODING_UTF8    MI_T("UTF8")
#define MI_DESTINATIONOPTIONS_PROXY_TYPE_AUTO         MI_T("Auto")
#define MI_DESTINATIONOPTIONS_PROXY_TYPE_IE           MI_T("IE")
#define MI_DESTINATIONOPTIONS_PROXY_TYPE_NONE         MI_T("None")
#define MI_DESTINATIONOPTIONS_PROXY_TYPE_WINHTTP      MI_T("WinHTTP")
#define MI_DESTINATIONOPTIONS_TRANSPORT_HTTP          MI_T("HTTP")
#define MI_DESTINATIONOPTIONS_TRANSPORT_HTTPS         MI_T("HTTPS")
#define MI_DESTINATIONOPTIONS_TRANPORT_HTTPS          MI_DESTINATIONOPTIONS_TRANSPORT_HTTPS /* as Windows spells it */

/* Bookmarks that stand for the oldest and the newest event that is kept */
#define MI_SUBSCRIBE_BOOKMARK_OLDEST MI_T("MI_SUBSCRIBE_BOOKMARK_OLDEST")
#define MI_SUBSCRIBE_BOOKMARK_NEWEST MI_T("MI_SUBSCRIBE_BOOKMARK_NEWEST")

typedef enum _MI_DestinationOptions_ImpersonationType {
        MI_DestinationOptions_ImpersonationType_Default = 0,
        MI_DestinationOptions_ImpersonationType_None = 1,
        MI_DestinationOptions_ImpersonationType_Identify = 2,
        MI_DestinationOptions_ImpersonationType_Impersonate = 3,
        MI_DestinationOptions_ImpersonationType_Delegate = 4
} MI_DestinationOptions_ImpersonationType;

typedef enum _MI_SubscriptionDeliveryType {
        MI_SubscriptionDeliveryType_Pull = 1,
        MI_SubscriptionDeliveryType_Push = 2
} MI_SubscriptionDeliveryType;

struct _MI_UsernamePasswordCreds {
        const MI_Char *domain;
        const MI_Char *username;
        const MI_Char *password;
};

/* Which member of credentials counts depends on authenticationType */
struct _MI_UserCredentials {
        const MI_Char *authenticationType;
        union {
                MI_UsernamePasswordCreds usernamePassword;
                const MI_Char *certificateThumbprint;
        } credentials;
};

/* ----------------------------------------------------------------------------------------------------------------
 * MI_DestinationOptions: how to reach and talk to a machine
 *
 * Named setters and getters forward to the general ones with a fixed option name; those take any name. Values are copied.
 * Getters: NO_SUCH_PROPERTY for an option that is not set, TYPE_MISMATCH for one of another type; NOT_FOUND beyond the end. index and
 * flags may be NULL. Clone fills a new handle. GetCredentialsPasswordAt: with too small a buffer FAILED, and *passwordLength
 * says how many characters are needed.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_DestinationOptionsFT {
        void(MI_CALL *Delete)(MI_DestinationOptions *options);
        MI_Result(MI_CALL *SetString)(MI_DestinationOptions *self, const MI_Char *optionName, const MI_Char *value,
                                      MI_Uint32 flags);
        MI_Result(MI_CALL *SetNumber)(MI_DestinationOptions *self, const MI_Char *optionName, MI_Uint32 value,
                                      MI_Uint32 flags);
        MI_Result(MI_CALL *AddCredentials)(MI_DestinationOptions *self, const MI_Char *optionName,
                                           const MI_UserCredentials *credentials, MI_Uint32 flags);
        MI_Result(MI_CALL *GetString)(const MI_DestinationOptions *self, const MI_Char *optionName,
                                      const MI_Char **value, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetNumber)(const MI_DestinationOptions *self, const MI_Char *optionName, MI_Uint32 *value,
                                      MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOptionCount)(const MI_DestinationOptions *options, MI_Uint32 *count);
        MI_Result(MI_CALL *GetOptionAt)(const MI_DestinationOptions *options, MI_Uint32 index,
                                        const MI_Char **optionName, MI_Value *value, MI_Type *type, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOption)(const MI_DestinationOptions *options, const MI_Char *optionName, MI_Value *value,
                                      MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetCredentialsCount)(const MI_DestinationOptions *options, MI_Uint32 *count);
        MI_Result(MI_CALL *GetCredentialsAt)(const MI_DestinationOptions *options, MI_Uint32 index,
                                             const MI_Char **optionName, MI_UserCredentials *credentials,
                                             MI_Uint32 *flags);
        MI_Result(MI_CALL *GetCredentialsPasswordAt)(const MI_DestinationOptions *options, MI_Uint32 index,
                                                     const MI_Char **optionName, MI_Char *password,
                                                     MI_Uint32 bufferLength, MI_Uint32 *passwordLength,
                                                     MI_Uint32 *flags);
        MI_Result(MI_CALL *Clone)(const MI_DestinationOptions *self, MI_DestinationOptions *newDestinationOptions);
        MI_Result(MI_CALL *SetInterval)(MI_DestinationOptions *self, const MI_Char *optionName,
                                        const MI_Interval *value, MI_Uint32 flags);
        MI_Result(MI_CALL *GetInterval)(const MI_DestinationOptions *self, const MI_Char *optionName,
                                        MI_Interval *value, MI_Uint32 *index, MI_Uint32 *flags);
};

MI_INLINE void MI_INLINE_CALL MI_DestinationOptions_Delete(MI_DestinationOptions *options)
{
        if (options && options->ft)
                options->ft->Delete(options);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetTimeout(MI_DestinationOptions *options,
                                                                    const MI_Interval *timeout)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetInterval(options, MI_T("__MI_DESTINATIONOPTIONS_TIMEOUT"), timeout, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetTimeout(const MI_DestinationOptions *options,
                                                                    MI_Interval *timeout)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetInterval(options, MI_T("__MI_DESTINATIONOPTIONS_TIMEOUT"), timeout, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetCertCACheck(MI_DestinationOptions *options,
                                                                        MI_Boolean check)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_CA_CHECK"), (MI_Uint32)check, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCertCACheck(const MI_DestinationOptions *options,
                                                                        MI_Boolean *check)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_CA_CHECK"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *check = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetCertCNCheck(MI_DestinationOptions *options,
                                                                        MI_Boolean check)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_CN_CHECK"), (MI_Uint32)check, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCertCNCheck(const MI_DestinationOptions *options,
                                                                        MI_Boolean *check)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_CN_CHECK"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *check = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetCertRevocationCheck(MI_DestinationOptions *options,
                                                                                MI_Boolean check)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_REVOCATION_CHECK"), (MI_Uint32)check,
                                      0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCertRevocationCheck(const MI_DestinationOptions *options,
                                                                                MI_Boolean *check)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_REVOCATION_CHECK"), &number, NULL,
                                        NULL);
        if (result == MI_RESULT_OK)
                *check = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetPacketPrivacy(MI_DestinationOptions *options,
                                                                          MI_Boolean privacy)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_PRIVACY"), (MI_Uint32)privacy, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetPacketPrivacy(const MI_DestinationOptions *options,
                                                                          MI_Boolean *privacy)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_PRIVACY"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *privacy = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetPacketIntegrity(MI_DestinationOptions *options,
                                                                            MI_Boolean integrity)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_INTEGRITY"), (MI_Uint32)integrity,
                                      0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetPacketIntegrity(const MI_DestinationOptions *options,
                                                                            MI_Boolean *integrity)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_INTEGRITY"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *integrity = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetPacketEncoding(MI_DestinationOptions *options,
                                                                           const MI_Char *encoding)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_ENCODING"), encoding, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetPacketEncoding(const MI_DestinationOptions *options,
                                                                           const MI_Char **encoding)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_PACKET_ENCODING"), encoding, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetDataLocale(MI_DestinationOptions *options,
                                                                       const MI_Char *locale)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_DATA_LOCALE"), locale, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetDataLocale(const MI_DestinationOptions *options,
                                                                       const MI_Char **locale)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_DATA_LOCALE"), locale, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetUILocale(MI_DestinationOptions *options,
                                                                     const MI_Char *locale)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_UI_LOCALE"), locale, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetUILocale(const MI_DestinationOptions *options,
                                                                     const MI_Char **locale)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_UI_LOCALE"), locale, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetMaxEnvelopeSize(MI_DestinationOptions *options,
                                                                            MI_Uint32 sizeInKB)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_MAX_ENVELOPE_SIZE"), sizeInKB, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetMaxEnvelopeSize(const MI_DestinationOptions *options,
                                                                            MI_Uint32 *sizeInKB)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_MAX_ENVELOPE_SIZE"), sizeInKB, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetMaxElements(MI_DestinationOptions *options,
                                                                        MI_Uint32 elements)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_MAX_ELEMENTS"), elements, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetMaxElements(const MI_DestinationOptions *options,
                                                                        MI_Uint32 *elements)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_MAX_ELEMENTS"), elements, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetEncodePortInSPN(MI_DestinationOptions *options,
                                                                            MI_Boolean encodePort)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_ENCODE_PORT_IN_SPN"),
                                      (MI_Uint32)encodePort, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetEncodePortInSPN(const MI_DestinationOptions *options,
                                                                            MI_Boolean *encodePort)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_ENCODE_PORT_IN_SPN"), &number, NULL,
                                        NULL);
        if (result == MI_RESULT_OK)
                *encodePort = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetHttpUrlPrefix(MI_DestinationOptions *options,
                                                                          const MI_Char *prefix)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_HTTP_URL_PREFIX"), prefix, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetHttpUrlPrefix(const MI_DestinationOptions *options,
                                                                          const MI_Char **prefix)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_HTTP_URL_PREFIX"), prefix, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetDestinationPort(MI_DestinationOptions *options,
                                                                            MI_Uint32 port)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_DESTINATION_PORT"), port, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetDestinationPort(const MI_DestinationOptions *options,
                                                                            MI_Uint32 *port)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_DESTINATION_PORT"), port, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetTrustedCertsDir(MI_DestinationOptions *options,
                                                                            const MI_Char *certsdir)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_TRUSTED_CERTS_DIR"), certsdir, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetTrustedCertsDir(const MI_DestinationOptions *options,
                                                                            const MI_Char **certsdir)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_TRUSTED_CERTS_DIR"), certsdir, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetCertFile(MI_DestinationOptions *options,
                                                                     const MI_Char *certfile)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_FILE"), certfile, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCertFile(const MI_DestinationOptions *options,
                                                                     const MI_Char **certfile)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_CERT_FILE"), certfile, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetPrivateKeyFile(MI_DestinationOptions *options,
                                                                           const MI_Char *keyfile)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_PRIVATE_KEY_FILE"), keyfile, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetPrivateKeyFile(const MI_DestinationOptions *options,
                                                                           const MI_Char **keyfile)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_PRIVATE_KEY_FILE"), keyfile, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetTransport(MI_DestinationOptions *options,
                                                                      const MI_Char *transport)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_TRANSPORT"), transport, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetTransport(const MI_DestinationOptions *options,
                                                                      const MI_Char **transport)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_TRANSPORT"), transport, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetProxyType(MI_DestinationOptions *options,
                                                                      const MI_Char *proxyType)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_DESTINATIONOPTIONS_PROXY_TYPE"), proxyType, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetProxyType(const MI_DestinationOptions *options,
                                                                      const MI_Char **proxyType)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_DESTINATIONOPTIONS_PROXY_TYPE"), proxyType, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetSslOptions(MI_DestinationOptions *options,
                                                                       MI_Uint32 sslOptions)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_SSL_OPTIONS"), sslOptions, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetSslOptions(MI_DestinationOptions *options,
                                                                       MI_Uint32 *sslOptions)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_SSL_OPTIONS"), sslOptions, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_AddProxyCredentials(MI_DestinationOptions *options,
                                                                             const MI_UserCredentials *credentials)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->AddCredentials(options, MI_T("__MI_DESTINATIONOPTIONS_PROXY_CREDENTIALS"), credentials, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_DestinationOptions_AddDestinationCredentials(MI_DestinationOptions *options, const MI_UserCredentials *credentials)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->AddCredentials(options, MI_T("__MI_DESTINATIONOPTIONS_DESTINATION_CREDENTIALS"),
                                           credentials, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetImpersonationType(
        MI_DestinationOptions *options, MI_DestinationOptions_ImpersonationType impersonationType)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_IMPERSONATION_TYPE"),
                                      (MI_Uint32)impersonationType, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetImpersonationType(
        const MI_DestinationOptions *options, MI_DestinationOptions_ImpersonationType *impersonationType)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_DESTINATIONOPTIONS_IMPERSONATION_TYPE"), &number, NULL,
                                        NULL);
        if (result == MI_RESULT_OK)
                *impersonationType = (MI_DestinationOptions_ImpersonationType)number;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetString(MI_DestinationOptions *options,
                                                                   const MI_Char *optionName,
                                                                   const MI_Char *optionValue)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, optionName, optionValue, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetString(const MI_DestinationOptions *options,
                                                                   const MI_Char *optionName,
                                                                   const MI_Char **optionValue, MI_Uint32 *index)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, optionName, optionValue, index, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_SetNumber(MI_DestinationOptions *options,
                                                                   const MI_Char *optionName, MI_Uint32 optionValue)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, optionName, optionValue, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetNumber(const MI_DestinationOptions *options,
                                                                   const MI_Char *optionName, MI_Uint32 *optionValue,
                                                                   MI_Uint32 *index)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, optionName, optionValue, index, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetOptionCount(const MI_DestinationOptions *options,
                                                                        MI_Uint32 *count)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOptionCount(options, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetOptionAt(const MI_DestinationOptions *options,
                                                                     MI_Uint32 index, const MI_Char **optionName,
                                                                     MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOptionAt(options, index, optionName, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetOption(const MI_DestinationOptions *options,
                                                                   const MI_Char *optionName, MI_Value *value,
                                                                   MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOption(options, optionName, value, type, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCredentialsCount(const MI_DestinationOptions *options,
                                                                             MI_Uint32 *count)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetCredentialsCount(options, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCredentialsAt(const MI_DestinationOptions *options,
                                                                          MI_Uint32 index, const MI_Char **optionName,
                                                                          MI_UserCredentials *credentials,
                                                                          MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetCredentialsAt(options, index, optionName, credentials, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_GetCredentialsPasswordAt(
        const MI_DestinationOptions *options, MI_Uint32 index, const MI_Char **optionName, MI_Char *password,
        MI_Uint32 bufferLength, MI_Uint32 *passwordLength, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetCredentialsPasswordAt(options, index, optionName, password, bufferLength, passwordLength,
                                                     flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_DestinationOptions_Clone(const MI_DestinationOptions *self,
                                                               MI_DestinationOptions *newDestinationOptions)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newDestinationOptions);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_OperationOptions: how an operation runs
 *
 * As MI_DestinationOptions. Channels are enabled unless disabled. SetCustomOption: for the provider; mustComply: fail the operation
 * when the provider does not know it.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_OperationOptionsFT {
        void(MI_CALL *Delete)(MI_OperationOptions *options);
        MI_Result(MI_CALL *SetString)(MI_OperationOptions *self, const MI_Char *optionName, const MI_Char *value,
                                      MI_Uint32 flags);
        MI_Result(MI_CALL *SetNumber)(MI_OperationOptions *self, const MI_Char *optionName, MI_Uint32 value,
                                      MI_Uint32 flags);
        MI_Result(MI_CALL *SetCustomOption)(MI_OperationOptions *self, const MI_Char *optionName, MI_Type valueType,
                                            const MI_Value *value, MI_Boolean mustComply, MI_Uint32 flags);
        MI_Result(MI_CALL *GetString)(const MI_OperationOptions *self, const MI_Char *optionName, const MI_Char **value,
                                      MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetNumber)(const MI_OperationOptions *self, const MI_Char *optionName, MI_Uint32 *value,
                                      MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOptionCount)(const MI_OperationOptions *options, MI_Uint32 *count);
        MI_Result(MI_CALL *GetOptionAt)(const MI_OperationOptions *options, MI_Uint32 index, const MI_Char **optionName,
                                        MI_Value *value, MI_Type *type, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOption)(const MI_OperationOptions *options, const MI_Char *optionName, MI_Value *value,
                                      MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetEnabledChannels)(const MI_OperationOptions *self, const MI_Char *optionName,
                                               MI_Uint32 *channels, MI_Uint32 bufferLength, MI_Uint32 *channelCount,
                                               MI_Uint32 *flags);
        MI_Result(MI_CALL *Clone)(const MI_OperationOptions *self, MI_OperationOptions *newOperationOptions);
        MI_Result(MI_CALL *SetInterval)(MI_OperationOptions *self, const MI_Char *optionName, const MI_Interval *value,
                                        MI_Uint32 flags);
        MI_Result(MI_CALL *GetInterval)(const MI_OperationOptions *self, const MI_Char *optionName, MI_Interval *value,
                                        MI_Uint32 *index, MI_Uint32 *flags);
};

MI_INLINE void MI_INLINE_CALL MI_OperationOptions_Delete(MI_OperationOptions *options)
{
        if (options && options->ft)
                options->ft->Delete(options);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetWriteErrorMode(MI_OperationOptions *options,
                                                                         MI_CallbackMode mode)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_WRITEERRORMODE"), (MI_Uint32)mode, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetWriteErrorMode(const MI_OperationOptions *options,
                                                                         MI_CallbackMode *mode)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_WRITEERRORMODE"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *mode = (MI_CallbackMode)number;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetPromptUserMode(MI_OperationOptions *options,
                                                                         MI_CallbackMode mode)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODE"), (MI_Uint32)mode, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetPromptUserMode(const MI_OperationOptions *options,
                                                                         MI_CallbackMode *mode)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODE"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *mode = (MI_CallbackMode)number;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetPromptUserRegularMode(MI_OperationOptions *options,
                                                                                MI_CallbackMode mode,
                                                                                MI_Boolean ackValue)
{
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODE"), (MI_Uint32)mode, 0);
        if (result != MI_RESULT_OK)
                return result;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODEREGULAR_ACKVALUE"),
                                      (MI_Uint32)ackValue, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetPromptUserRegularMode(const MI_OperationOptions *options,
                                                                                MI_CallbackMode *mode,
                                                                                MI_Boolean *ackValue)
{
        MI_Uint32 number = 0;
        MI_Uint32 second = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODE"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROMPTUSERMODEREGULAR_ACKVALUE"),
                                                &second, NULL, NULL);
        if (result != MI_RESULT_OK)
                return result;
        *mode = (MI_CallbackMode)number;
        *ackValue = second ? MI_TRUE : MI_FALSE;
        return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetProviderArchitecture(MI_OperationOptions *options,
                                                                               MI_ProviderArchitecture architecture,
                                                                               MI_Boolean mustComply)
{
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROVIDER_ARCHITECTURE"),
                                        (MI_Uint32)architecture, 0);
        if (result != MI_RESULT_OK)
                return result;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_REQUIRED_ARCHITECTURE"),
                                      (MI_Uint32)mustComply, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetProviderArchitecture(const MI_OperationOptions *options,
                                                                               MI_ProviderArchitecture *architecture,
                                                                               MI_Boolean *mustComply)
{
        MI_Uint32 number = 0;
        MI_Uint32 second = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_PROVIDER_ARCHITECTURE"), &number, NULL,
                                        NULL);
        if (result == MI_RESULT_OK)
                result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_REQUIRED_ARCHITECTURE"), &second,
                                                NULL, NULL);
        if (result != MI_RESULT_OK)
                return result;
        *architecture = (MI_ProviderArchitecture)number;
        *mustComply = second ? MI_TRUE : MI_FALSE;
        return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_EnableChannel(MI_OperationOptions *options, MI_Uint32 channel)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_CHANNEL"), channel, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_DisableChannel(MI_OperationOptions *options, MI_Uint32 channel)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_CHANNEL"), channel, 1);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetEnabledChannels(const MI_OperationOptions *options,
                                                                          MI_Uint32 *channels, MI_Uint32 bufferLength,
                                                                          MI_Uint32 *channelCount, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetEnabledChannels(options, MI_T("__MI_OPERATIONOPTIONS_CHANNEL"), channels, bufferLength,
                                               channelCount, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetTimeout(MI_OperationOptions *options,
                                                                  const MI_Interval *timeout)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetInterval(options, MI_T("__MI_OPERATIONOPTIONS_TIMEOUT"), timeout, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetTimeout(const MI_OperationOptions *options,
                                                                  MI_Interval *timeout)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetInterval(options, MI_T("__MI_OPERATIONOPTIONS_TIMEOUT"), timeout, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetResourceUriPrefix(MI_OperationOptions *options,
                                                                            const MI_Char *ruriPrefix)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_OPERATIONOPTIONS_RESOURCE_URI_PREFIX"), ruriPrefix, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetResourceUriPrefix(const MI_OperationOptions *options,
                                                                            const MI_Char **ruriPrefix)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_OPERATIONOPTIONS_RESOURCE_URI_PREFIX"), ruriPrefix, NULL,
                                      NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetResourceUri(MI_OperationOptions *options, const MI_Char *rUri)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, MI_T("__MI_OPERATIONOPTIONS_RESOURCE_URI"), rUri, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetResourceUri(const MI_OperationOptions *options,
                                                                      const MI_Char **rUri)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, MI_T("__MI_OPERATIONOPTIONS_RESOURCE_URI"), rUri, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetUseMachineID(MI_OperationOptions *options,
                                                                       MI_Boolean machineID)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, MI_T("__MI_OPERATIONOPTIONS_USE_MACHINE_ID"), (MI_Uint32)machineID, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetUseMachineID(const MI_OperationOptions *options,
                                                                       MI_Boolean *machineID)
{
        MI_Uint32 number = 0;
        MI_Result result;

        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        result = options->ft->GetNumber(options, MI_T("__MI_OPERATIONOPTIONS_USE_MACHINE_ID"), &number, NULL, NULL);
        if (result == MI_RESULT_OK)
                *machineID = number ? MI_TRUE : MI_FALSE;
        return result;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetCustomOption(MI_OperationOptions *options,
                                                                       const MI_Char *optionName,
                                                                       MI_Type optionValueType,
                                                                       const MI_Value *optionValue,
                                                                       MI_Boolean mustComply)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetCustomOption(options, optionName, optionValueType, optionValue, mustComply, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetOptionCount(const MI_OperationOptions *options,
                                                                      MI_Uint32 *count)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOptionCount(options, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetOptionAt(const MI_OperationOptions *options, MI_Uint32 index,
                                                                   const MI_Char **optionName, MI_Value *value,
                                                                   MI_Type *type, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOptionAt(options, index, optionName, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetString(MI_OperationOptions *options,
                                                                 const MI_Char *optionName, const MI_Char *value,
                                                                 MI_Uint32 flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetString(options, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetString(const MI_OperationOptions *options,
                                                                 const MI_Char *optionName, const MI_Char **value,
                                                                 MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetString(options, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_SetNumber(MI_OperationOptions *options,
                                                                 const MI_Char *optionName, MI_Uint32 value,
                                                                 MI_Uint32 flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->SetNumber(options, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetNumber(const MI_OperationOptions *options,
                                                                 const MI_Char *optionName, MI_Uint32 *value,
                                                                 MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetNumber(options, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_GetOption(const MI_OperationOptions *options,
                                                                 const MI_Char *optionName, MI_Value *value,
                                                                 MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!options || !options->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return options->ft->GetOption(options, optionName, value, type, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_OperationOptions_Clone(const MI_OperationOptions *self,
                                                             MI_OperationOptions *newOperationOptions)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newOperationOptions);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_SubscriptionDeliveryOptions: how indications arrive
 *
 * As MI_DestinationOptions.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_SubscriptionDeliveryOptionsFT {
        MI_Result(MI_CALL *SetString)(MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                      const MI_Char *value, MI_Uint32 flags);
        MI_Result(MI_CALL *SetNumber)(MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName, MI_Uint32 value,
                                      MI_Uint32 flags);
        MI_Result(MI_CALL *SetDateTime)(MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                        const MI_Datetime *value, MI_Uint32 flags);
        MI_Result(MI_CALL *SetInterval)(MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                        const MI_Interval *value, MI_Uint32 flags);
        MI_Result(MI_CALL *AddCredentials)(MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                           const MI_UserCredentials *credentials, MI_Uint32 flags);
        MI_Result(MI_CALL *Delete)(MI_SubscriptionDeliveryOptions *self);
        MI_Result(MI_CALL *GetString)(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                      const MI_Char **value, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetNumber)(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                      MI_Uint32 *value, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetDateTime)(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                        MI_Datetime *value, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetInterval)(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                        MI_Interval *value, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOptionCount)(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetOptionAt)(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                        const MI_Char **optionName, MI_Value *value, MI_Type *type, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetOption)(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                      MI_Value *value, MI_Type *type, MI_Uint32 *index, MI_Uint32 *flags);
        MI_Result(MI_CALL *GetCredentialsCount)(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count);
        MI_Result(MI_CALL *GetCredentialsAt)(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                             const MI_Char **optionName, MI_UserCredentials *credentials,
                                             MI_Uint32 *flags);
        MI_Result(MI_CALL *GetCredentialsPasswordAt)(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                                     const MI_Char **optionName, MI_Char *password,
                                                     MI_Uint32 bufferLength, MI_Uint32 *passwordLength,
                                                     MI_Uint32 *flags);
        MI_Result(MI_CALL *Clone)(const MI_SubscriptionDeliveryOptions *self,
                                  MI_SubscriptionDeliveryOptions *newSubscriptionDeliveryOptions);
};

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetMaximumLatency(MI_SubscriptionDeliveryOptions *self, MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_MAXIMUM_LATENCY"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetMaximumLatency(const MI_SubscriptionDeliveryOptions *self, MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_MAXIMUM_LATENCY"), value, NULL,
                                     NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetHeartbeatInterval(MI_SubscriptionDeliveryOptions *self, MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_HEARTBEAT_INTERVAL"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetHeartbeatInterval(const MI_SubscriptionDeliveryOptions *self, MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_HEARTBEAT_INTERVAL"), value, NULL,
                                     NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetExpirationTime(MI_SubscriptionDeliveryOptions *self, MI_Datetime *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetDateTime(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_EXPIRATION_TIME"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetExpirationTime(const MI_SubscriptionDeliveryOptions *self, MI_Datetime *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetDateTime(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_EXPIRATION_TIME"), value, NULL,
                                     NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_SetBookmark(MI_SubscriptionDeliveryOptions *self,
                                                                              const MI_Char *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetString(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_BOOKMARK"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetBookmark(const MI_SubscriptionDeliveryOptions *self, const MI_Char **value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetString(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_BOOKMARK"), value, NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetDeliveryDestination(MI_SubscriptionDeliveryOptions *self, const MI_Char *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetString(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_DESTINATION"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetDeliveryDestination(const MI_SubscriptionDeliveryOptions *self, const MI_Char **value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetString(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_DESTINATION"), value, NULL,
                                   NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetDeliveryPortNumber(MI_SubscriptionDeliveryOptions *self, MI_Uint32 value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetNumber(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_PORT_NUMBER"), value, 0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetDeliveryPortNumber(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetNumber(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_PORT_NUMBER"), value, NULL,
                                   NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_AddDeliveryCredentials(
        MI_SubscriptionDeliveryOptions *self, const MI_UserCredentials *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->AddCredentials(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_ADD_DELIVERY_CREDENTIALS"), value,
                                        0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetDeliveryRetryInterval(MI_SubscriptionDeliveryOptions *self, const MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_RETRY_INTERVAL"), value,
                                     0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetDeliveryRetryInterval(const MI_SubscriptionDeliveryOptions *self, MI_Interval *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetInterval(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_RETRY_INTERVAL"), value,
                                     NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_SetDeliveryRetryAttempts(MI_SubscriptionDeliveryOptions *self, MI_Uint32 value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetNumber(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_RETRY_ATTEMPTS"), value,
                                   0);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetDeliveryRetryAttempts(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *value)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetNumber(self, MI_T("__MI_SUBSCRIPTIONDELIVERYOPTIONS_SET_DELIVERY_RETRY_ATTEMPTS"), value,
                                   NULL, NULL);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_Delete(MI_SubscriptionDeliveryOptions *self)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Delete(self);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_SetString(MI_SubscriptionDeliveryOptions *self,
                                                                            const MI_Char *optionName,
                                                                            const MI_Char *value, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetString(self, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_SetNumber(MI_SubscriptionDeliveryOptions *self,
                                                                            const MI_Char *optionName, MI_Uint32 value,
                                                                            MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetNumber(self, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_SetDateTime(MI_SubscriptionDeliveryOptions *self,
                                                                              const MI_Char *optionName,
                                                                              const MI_Datetime *value, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetDateTime(self, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_SetInterval(MI_SubscriptionDeliveryOptions *self,
                                                                              const MI_Char *optionName,
                                                                              const MI_Interval *value, MI_Uint32 flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->SetInterval(self, optionName, value, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_GetString(const MI_SubscriptionDeliveryOptions *self,
                                                                            const MI_Char *optionName,
                                                                            const MI_Char **value, MI_Uint32 *index,
                                                                            MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetString(self, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_GetNumber(const MI_SubscriptionDeliveryOptions *self,
                                                                            const MI_Char *optionName, MI_Uint32 *value,
                                                                            MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetNumber(self, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetDateTime(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                           MI_Datetime *value, MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetDateTime(self, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetInterval(const MI_SubscriptionDeliveryOptions *self, const MI_Char *optionName,
                                           MI_Interval *value, MI_Uint32 *index, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetInterval(self, optionName, value, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetOptionCount(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetOptionCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetOptionAt(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index,
                                           const MI_Char **optionName, MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetOptionAt(self, index, optionName, value, type, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_GetOption(const MI_SubscriptionDeliveryOptions *self,
                                                                            const MI_Char *optionName, MI_Value *value,
                                                                            MI_Type *type, MI_Uint32 *index,
                                                                            MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetOption(self, optionName, value, type, index, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_SubscriptionDeliveryOptions_GetCredentialsCount(const MI_SubscriptionDeliveryOptions *self, MI_Uint32 *count)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetCredentialsCount(self, count);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_GetCredentialsAt(
        const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index, const MI_Char **optionName,
        MI_UserCredentials *credentials, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetCredentialsAt(self, index, optionName, credentials, flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_GetCredentialsPasswordAt(
        const MI_SubscriptionDeliveryOptions *self, MI_Uint32 index, const MI_Char **optionName, MI_Char *password,
        MI_Uint32 bufferLength, MI_Uint32 *passwordLength, MI_Uint32 *flags)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->GetCredentialsPasswordAt(self, index, optionName, password, bufferLength, passwordLength,
                                                  flags);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_SubscriptionDeliveryOptions_Clone(
        const MI_SubscriptionDeliveryOptions *self, MI_SubscriptionDeliveryOptions *newSubscriptionDeliveryOptions)
{
        if (!self || !self->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return self->ft->Clone(self, newSubscriptionDeliveryOptions);
}

#define MI_SubscriptionDeliveryOptions__SetExpirationTime MI_SubscriptionDeliveryOptions_SetExpirationTime
#define MI_SubscriptionDeliveryOptions__GetExpirationTime MI_SubscriptionDeliveryOptions_GetExpirationTime

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Application: the library in this process
 *
 * Initialize: flags 0; applicationID may be NULL; *extendedError, when wanted, is an error to delete. Close cancels everything that is
 * still open, waits for it, and deadlocks when called from a callback. NewSession: protocol NULL is this machine without network;
 * destination NULL is this machine; options and callbacks may be NULL. NewInstance: with a declaration a static instance, without a
 * dynamic one. All New... fill a handle, or return an object, for the caller to close or delete.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_ApplicationFT {
        MI_Result(MI_CALL *Close)(MI_Application *application);
        MI_Result(MI_CALL *NewSession)(MI_Application *application, const MI_Char *protocol, const MI_Char *destination,
                                       MI_DestinationOptions *options, MI_SessionCallbacks *callbacks,
                                       MI_Instance **extendedError, MI_Session *session);
        MI_Result(MI_CALL *NewHostedProvider)(MI_Application *application, const MI_Char *namespaceName,
                                              const MI_Char *providerName, MI_MainFunction mi_Main,
                                              MI_Instance **extendedError, MI_HostedProvider *hostedProvider);
        MI_Result(MI_CALL *NewInstance)(MI_Application *application, const MI_Char *className,
                                        const MI_ClassDecl *classRTTI, MI_Instance **instance);
        MI_Result(MI_CALL *NewDestinationOptions)(MI_Application *application, MI_DestinationOptions *options);
        MI_Result(MI_CALL *NewOperationOptions)(MI_Application *application, MI_Boolean mustUnderstand,
                                                MI_OperationOptions *options);
        MI_Result(MI_CALL *NewSubscriptionDeliveryOptions)(MI_Application *application,
                                                           MI_SubscriptionDeliveryType deliveryType,
                                                           MI_SubscriptionDeliveryOptions *deliveryOptions);
        MI_Result(MI_CALL *NewSerializer)(MI_Application *application, MI_Uint32 flags, MI_Char *format,
                                          MI_Serializer *serializer);
        MI_Result(MI_CALL *NewDeserializer)(MI_Application *application, MI_Uint32 flags, MI_Char *format,
                                            MI_Deserializer *deserializer);
        MI_Result(MI_CALL *NewInstanceFromClass)(MI_Application *application, const MI_Char *className,
                                                 const MI_Class *classObject, MI_Instance **instance);
        MI_Result(MI_CALL *NewClass)(MI_Application *self, const MI_ClassDecl *classDecl, const MI_Char *namespaceName,
                                     const MI_Char *serverName, MI_Class **newClass);
};

MI_EXTERN_C MI_EXPORT MI_Result MI_MAIN_CALL MI_Application_InitializeV1(MI_Uint32 flags, const MI_Char *applicationID,
                                                                         MI_Instance **extendedError,
                                                                         MI_Application *application);

#define MI_Application_Initialize MI_Application_InitializeV1

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_Close(MI_Application *application)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->Close(application);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewInstance(MI_Application *application, const MI_Char *className,
                                                              const MI_ClassDecl *classRTTI, MI_Instance **instance)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewInstance(application, className, classRTTI, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewInstanceFromClass(MI_Application *application,
                                                                       const MI_Char *className,
                                                                       const MI_Class *classObject,
                                                                       MI_Instance **instance)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewInstanceFromClass(application, className, classObject, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewParameterSet(MI_Application *application,
                                                                  const MI_ClassDecl *classRTTI, MI_Instance **instance)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewInstance(application, MI_T("Parameters"), classRTTI, instance);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewDestinationOptions(MI_Application *application,
                                                                        MI_DestinationOptions *options)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewDestinationOptions(application, options);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewOperationOptions(MI_Application *application,
                                                                      MI_Boolean mustUnderstand,
                                                                      MI_OperationOptions *options)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewOperationOptions(application, mustUnderstand, options);
}

MI_INLINE MI_Result MI_INLINE_CALL
MI_Application_NewSubscriptionDeliveryOptions(MI_Application *application, MI_SubscriptionDeliveryType deliveryType,
                                              MI_SubscriptionDeliveryOptions *deliveryOptions)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewSubscriptionDeliveryOptions(application, deliveryType, deliveryOptions);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewSession(MI_Application *application, const MI_Char *protocol,
                                                             const MI_Char *destination, MI_DestinationOptions *options,
                                                             MI_SessionCallbacks *callbacks,
                                                             MI_Instance **extendedError, MI_Session *session)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewSession(application, protocol, destination, options, callbacks, extendedError,
                                           session);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewHostedProvider(
        MI_Application *application, const MI_Char *namespaceName, const MI_Char *providerName, MI_MainFunction mi_Main,
        MI_Instance **extendedError, MI_HostedProvider *hostedProvider)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewHostedProvider(application, namespaceName, providerName, mi_Main, extendedError,
                                                  hostedProvider);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewSerializer(MI_Application *application, MI_Uint32 flags,
                                                                MI_Char *format, MI_Serializer *serializer)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewSerializer(application, flags, format, serializer);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewDeserializer(MI_Application *application, MI_Uint32 flags,
                                                                  MI_Char *format, MI_Deserializer *deserializer)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewDeserializer(application, flags, format, deserializer);
}

/* A class object from a declaration, for MI_Class_Delete(); namespaceName and serverName may be NULL */
MI_INLINE MI_Result MI_INLINE_CALL MI_Application_NewClass(MI_Application *application, const MI_ClassDecl *classDecl,
                                                           const MI_Char *namespaceName, const MI_Char *serverName,
                                                           MI_Class **newClass)
{
        if (!application || !application->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return application->ft->NewClass(application, classDecl, namespaceName, serverName, newClass);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_HostedProvider: a provider inside the application's process
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_HostedProviderFT {
        MI_Result(MI_CALL *Close)(MI_HostedProvider *hostedProvider);
        MI_Result(MI_CALL *GetApplication)(MI_HostedProvider *hostedProvider, MI_Application *application);
};

MI_INLINE MI_Result MI_INLINE_CALL MI_HostedProvider_Close(MI_HostedProvider *hostedProvider)
{
        if (!hostedProvider || !hostedProvider->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return hostedProvider->ft->Close(hostedProvider);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_HostedProvider_GetApplication(MI_HostedProvider *hostedProvider,
                                                                    MI_Application *application)
{
        if (!hostedProvider || !hostedProvider->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return hostedProvider->ft->GetApplication(hostedProvider, application);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Session: operations on one machine
 *
 * Each function starts an operation; errors are its result. Arguments may be freed when it returns. options and callbacks may be
 * NULL. Every operation must be closed. Close with a callback returns at once and calls it when all operations are closed; without, it
 * waits for them. It cancels what still runs.
 *
 * GetInstance, ModifyInstance, DeleteInstance: inboundInstance holds the keys (and new values). Invoke: className and inboundInstance
 * (NULL for a static method), parameters in inboundProperties; its result is one instance with ReturnValue and the out
 * parameters. Subscribe: results are indications. GetClass and EnumerateClasses: results are classes; className NULL: from the top.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_SessionFT {
        MI_Result(MI_CALL *Close)(MI_Session *session, void *completionContext,
                                  void(MI_CALL *completionCallback)(void *));
        MI_Result(MI_CALL *GetApplication)(MI_Session *session, MI_Application *application);
        void(MI_CALL *GetInstance)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                   const MI_Char *namespaceName, const MI_Instance *inboundInstance,
                                   MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *ModifyInstance)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                      const MI_Char *namespaceName, const MI_Instance *inboundInstance,
                                      MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *CreateInstance)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                      const MI_Char *namespaceName, const MI_Instance *inboundInstance,
                                      MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *DeleteInstance)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                      const MI_Char *namespaceName, const MI_Instance *inboundInstance,
                                      MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *Invoke)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                              const MI_Char *namespaceName, const MI_Char *className, const MI_Char *methodName,
                              const MI_Instance *inboundInstance, const MI_Instance *inboundProperties,
                              MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *EnumerateInstances)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                          const MI_Char *namespaceName, const MI_Char *className, MI_Boolean keysOnly,
                                          MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *QueryInstances)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                      const MI_Char *namespaceName, const MI_Char *queryDialect,
                                      const MI_Char *queryExpression, MI_OperationCallbacks *callbacks,
                                      MI_Operation *operation);
        void(MI_CALL *AssociatorInstances)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                           const MI_Char *namespaceName, const MI_Instance *instanceKey,
                                           const MI_Char *assocClass, const MI_Char *resultClass, const MI_Char *role,
                                           const MI_Char *resultRole, MI_Boolean keysOnly,
                                           MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *ReferenceInstances)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                          const MI_Char *namespaceName, const MI_Instance *instanceKey,
                                          const MI_Char *resultClass, const MI_Char *role, MI_Boolean keysOnly,
                                          MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *Subscribe)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                 const MI_Char *namespaceName, const MI_Char *queryDialect,
                                 const MI_Char *queryExpression, const MI_SubscriptionDeliveryOptions *deliverOptions,
                                 MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *GetClass)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                const MI_Char *namespaceName, const MI_Char *className,
                                MI_OperationCallbacks *callbacks, MI_Operation *operation);
        void(MI_CALL *EnumerateClasses)(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                        const MI_Char *namespaceName, const MI_Char *className,
                                        MI_Boolean classNamesOnly, MI_OperationCallbacks *callbacks,
                                        MI_Operation *operation);
        void(MI_CALL *TestConnection)(MI_Session *session, MI_Uint32 flags, MI_OperationCallbacks *callbacks,
                                      MI_Operation *operation);
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Session_Close(MI_Session *session, void *completionContext,
                                                    void(MI_CALL *completionCallback)(void *))
{
        if (session && session->ft)
                return session->ft->Close(session, completionContext, completionCallback);
        if (completionCallback) {
                completionCallback(completionContext);
                return MI_RESULT_OK;
        }
        return MI_RESULT_INVALID_PARAMETER;
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Session_GetApplication(MI_Session *session, MI_Application *application)
{
        if (!session || !session->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return session->ft->GetApplication(session, application);
}

MI_INLINE void MI_INLINE_CALL MI_Session_GetInstance(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                                     const MI_Char *namespaceName, const MI_Instance *inboundInstance,
                                                     MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->GetInstance(session, flags, options, namespaceName, inboundInstance, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_ModifyInstance(MI_Session *session, MI_Uint32 flags,
                                                        MI_OperationOptions *options, const MI_Char *namespaceName,
                                                        const MI_Instance *inboundInstance,
                                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->ModifyInstance(session, flags, options, namespaceName, inboundInstance, callbacks,
                                            operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_CreateInstance(MI_Session *session, MI_Uint32 flags,
                                                        MI_OperationOptions *options, const MI_Char *namespaceName,
                                                        const MI_Instance *inboundInstance,
                                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->CreateInstance(session, flags, options, namespaceName, inboundInstance, callbacks,
                                            operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_DeleteInstance(MI_Session *session, MI_Uint32 flags,
                                                        MI_OperationOptions *options, const MI_Char *namespaceName,
                                                        const MI_Instance *inboundInstance,
                                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->DeleteInstance(session, flags, options, namespaceName, inboundInstance, callbacks,
                                            operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_Invoke(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                                const MI_Char *namespaceName, const MI_Char *className,
                                                const MI_Char *methodName, const MI_Instance *inboundInstance,
                                                const MI_Instance *inboundProperties, MI_OperationCallbacks *callbacks,
                                                MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->Invoke(session, flags, options, namespaceName, className, methodName, inboundInstance,
                                    inboundProperties, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_EnumerateInstances(MI_Session *session, MI_Uint32 flags,
                                                            MI_OperationOptions *options, const MI_Char *namespaceName,
                                                            const MI_Char *className, MI_Boolean keysOnly,
                                                            MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->EnumerateInstances(session, flags, options, namespaceName, className, keysOnly, callbacks,
                                                operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_QueryInstances(MI_Session *session, MI_Uint32 flags,
                                                        MI_OperationOptions *options, const MI_Char *namespaceName,
                                                        const MI_Char *queryDialect, const MI_Char *queryExpression,
                                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->QueryInstances(session, flags, options, namespaceName, queryDialect, queryExpression,
                                            callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_AssociatorInstances(MI_Session *session, MI_Uint32 flags,
                                                             MI_OperationOptions *options, const MI_Char *namespaceName,
                                                             const MI_Instance *instanceKey, const MI_Char *assocClass,
                                                             const MI_Char *resultClass, const MI_Char *role,
                                                             const MI_Char *resultRole, MI_Boolean keysOnly,
                                                             MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->AssociatorInstances(session, flags, options, namespaceName, instanceKey, assocClass,
                                                 resultClass, role, resultRole, keysOnly, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_ReferenceInstances(MI_Session *session, MI_Uint32 flags,
                                                            MI_OperationOptions *options, const MI_Char *namespaceName,
                                                            const MI_Instance *instanceKey, const MI_Char *resultClass,
                                                            const MI_Char *role, MI_Boolean keysOnly,
                                                            MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->ReferenceInstances(session, flags, options, namespaceName, instanceKey, resultClass, role,
                                                keysOnly, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_Subscribe(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                                   const MI_Char *namespaceName, const MI_Char *queryDialect,
                                                   const MI_Char *queryExpression,
                                                   const MI_SubscriptionDeliveryOptions *deliverOptions,
                                                   MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->Subscribe(session, flags, options, namespaceName, queryDialect, queryExpression,
                                       deliverOptions, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->indicationResult)
                callbacks->indicationResult(operation, callbacks->callbackContext, NULL, NULL, NULL, MI_FALSE,
                                            MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_GetClass(MI_Session *session, MI_Uint32 flags, MI_OperationOptions *options,
                                                  const MI_Char *namespaceName, const MI_Char *className,
                                                  MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->GetClass(session, flags, options, namespaceName, className, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->classResult)
                callbacks->classResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                       MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_EnumerateClasses(MI_Session *session, MI_Uint32 flags,
                                                          MI_OperationOptions *options, const MI_Char *namespaceName,
                                                          const MI_Char *className, MI_Boolean classNamesOnly,
                                                          MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->EnumerateClasses(session, flags, options, namespaceName, className, classNamesOnly,
                                              callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->classResult)
                callbacks->classResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                       MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

MI_INLINE void MI_INLINE_CALL MI_Session_TestConnection(MI_Session *session, MI_Uint32 flags,
                                                        MI_OperationCallbacks *callbacks, MI_Operation *operation)
{
        if (session && session->ft) {
                session->ft->TestConnection(session, flags, callbacks, operation);
                return;
        }
        if (operation)
                memset(operation, 0, sizeof(*operation));
        if (callbacks && callbacks->instanceResult)
                callbacks->instanceResult(operation, callbacks->callbackContext, NULL, MI_FALSE,
                                          MI_RESULT_INVALID_PARAMETER, NULL, NULL, NULL);
}

/* ----------------------------------------------------------------------------------------------------------------
 * MI_Operation
 *
 * Get...: the next result of a synchronous operation; waits for it. *moreResults MI_FALSE: it was the last one, and *result, *errorMessage
 * and *completionDetails tell how the operation ended. The result is the operation's until the next call. INVALID_PARAMETER for the
 * wrong kind of result or an asynchronous operation. Cancel: the operation still delivers its last result. Close: gives it back; a
 * running one is cancelled first; waits for a synchronous one, completes in the background for an asynchronous one.
 * ---------------------------------------------------------------------------------------------------------------- */

struct _MI_OperationFT {
        MI_Result(MI_CALL *Close)(MI_Operation *operation);
        MI_Result(MI_CALL *Cancel)(MI_Operation *operation, MI_CancellationReason reason);
        MI_Result(MI_CALL *GetSession)(MI_Operation *operation, MI_Session *session);
        MI_Result(MI_CALL *GetInstance)(MI_Operation *operation, const MI_Instance **instance, MI_Boolean *moreResults,
                                        MI_Result *result, const MI_Char **errorMessage,
                                        const MI_Instance **completionDetails);
        MI_Result(MI_CALL *GetIndication)(MI_Operation *operation, const MI_Instance **instance,
                                          const MI_Char **bookmark, const MI_Char **machineID, MI_Boolean *moreResults,
                                          MI_Result *result, const MI_Char **errorMessage,
                                          const MI_Instance **completionDetails);
        MI_Result(MI_CALL *GetClass)(MI_Operation *operation, const MI_Class **classResult, MI_Boolean *moreResults,
                                     MI_Result *result, const MI_Char **errorMessage,
                                     const MI_Instance **completionDetails);
};

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_GetInstance(MI_Operation *operation, const MI_Instance **instance,
                                                            MI_Boolean *moreResults, MI_Result *result,
                                                            const MI_Char **errorMessage,
                                                            const MI_Instance **completionDetails)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->GetInstance(operation, instance, moreResults, result, errorMessage, completionDetails);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_GetIndication(MI_Operation *operation, const MI_Instance **instance,
                                                              const MI_Char **bookmark, const MI_Char **machineID,
                                                              MI_Boolean *moreResults, MI_Result *result,
                                                              const MI_Char **errorMessage,
                                                              const MI_Instance **completionDetails)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->GetIndication(operation, instance, bookmark, machineID, moreResults, result, errorMessage,
                                            completionDetails);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_GetClass(MI_Operation *operation, const MI_Class **classResult,
                                                         MI_Boolean *moreResults, MI_Result *result,
                                                         const MI_Char **errorMessage,
                                                         const MI_Instance **completionDetails)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->GetClass(operation, classResult, moreResults, result, errorMessage, completionDetails);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_Close(MI_Operation *operation)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->Close(operation);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_Cancel(MI_Operation *operation, MI_CancellationReason reason)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->Cancel(operation, reason);
}

MI_INLINE MI_Result MI_INLINE_CALL MI_Operation_GetSession(MI_Operation *operation, MI_Session *session)
{
        if (!operation || !operation->ft)
                return MI_RESULT_INVALID_PARAMETER;
        return operation->ft->GetSession(operation, session);
}

/* ----------------------------------------------------------------------------------------------------------------
 * Serializers, utilities, and the tables as libmi exports them
 *
 * Serialize...: writes to clientBuffer and sets *clientBufferNeeded; FAILED when it does not suffice. Deserialize...: *serializedBufferRead
 * bytes were used; the result is the caller's to delete. *cimErrorDetails: an error to delete, or NULL.
 * MapErrorToMiErrorCategory: type as MI_RESULT_TYPE_. CimErrorFromErrorCode: a CIM_Error instance for the caller to delete.
 * ---------------------------------------------------------------------------------------------------------------- */

#define MI_SERIALIZER_FLAGS_CLASS_DEEP          1
#define MI_SERIALIZER_FLAGS_INSTANCE_WITH_CLASS 1

/* Asked for a class that a deserialization needs; the class returned becomes the deserializer's */
typedef MI_Result(MI_CALL *MI_Deserializer_ClassObjectNeeded)(void *context, const MI_Char *serverName,
                                                              const MI_Char *namespaceName, const MI_Char *className,
                                                              MI_Class **requestedClassObject);

struct _MI_SerializerFT {
        MI_Result(MI_CALL *Close)(MI_Serializer *serializer);
        MI_Result(MI_CALL *SerializeClass)(MI_Serializer *serializer, MI_Uint32 flags, const MI_Class *classObject,
                                           MI_Uint8 *clientBuffer, MI_Uint32 clientBufferLength,
                                           MI_Uint32 *clientBufferNeeded);
        MI_Result(MI_CALL *SerializeInstance)(MI_Serializer *serializer, MI_Uint32 flags,
                                              const MI_Instance *instanceObject, MI_Uint8 *clientBuffer,
                                              MI_Uint32 clientBufferLength, MI_Uint32 *clientBufferNeeded);
};

struct _MI_DeserializerFT {
        MI_Result(MI_CALL *Close)(MI_Deserializer *deserializer);
        MI_Result(MI_CALL *DeserializeClass)(MI_Deserializer *deserializer, MI_Uint32 flags, MI_Uint8 *serializedBuffer,
                                             MI_Uint32 serializedBufferLength, MI_Class *parentClass,
                                             const MI_Char *serverName, const MI_Char *namespaceName,
                                             MI_Deserializer_ClassObjectNeeded classObjectNeeded,
                                             void *classObjectNeededContext, MI_Uint32 *serializedBufferRead,
                                             MI_Class **classObject, MI_Instance **cimErrorDetails);
        MI_Result(MI_CALL *Class_GetClassName)(MI_Deserializer *deserializer, MI_Uint8 *serializedBuffer,
                                               MI_Uint32 serializedBufferLength, MI_Char *className,
                                               MI_Uint32 *classNameLength, MI_Instance **cimErrorDetails);
        MI_Result(MI_CALL *Class_GetParentClassName)(MI_Deserializer *deserializer, MI_Uint8 *serializedBuffer,
                                                     MI_Uint32 serializedBufferLength, MI_Char *parentClassName,
                                                     MI_Uint32 *parentClassNameLength, MI_Instance **cimErrorDetails);
        MI_Result(MI_CALL *DeserializeInstance)(MI_Deserializer *deserializer, MI_Uint32 flags,
                                                MI_Uint8 *serializedBuffer, MI_Uint32 serializedBufferLength,
                                                MI_Class **classObjects, MI_Uint32 numberClassObjects,
                                                MI_Deserializer_ClassObjectNeeded classObjectNeeded,
                                                void *classObjectNeededContext, MI_Uint32 *serializedBufferRead,
                                                MI_Instance **instanceObject, MI_Instance **cimErrorDetails);
        MI_Result(MI_CALL *Instance_GetClassName)(MI_Deserializer *deserializer, MI_Uint8 *serializedBuffer,
                                                  MI_Uint32 serializedBufferLength, MI_Char *className,
                                                  MI_Uint32 *classNameLength, MI_Instance **cimErrorDetails);
};

struct _MI_UtilitiesFT {
        MI_ErrorCategory(MI_CALL *MapErrorToMiErrorCategory)(const MI_Char *errorType, MI_Uint32 errorCode);
        MI_Result(MI_CALL *CimErrorFromErrorCode)(MI_Uint32 error, const MI_Char *errorType,
                                                  const MI_Char *errorMessage, MI_Instance **cimError);
};

struct _MI_ClientFT_V1 {
        const MI_ApplicationFT *applicationFT;
        const MI_SessionFT *sessionFT;
        const MI_OperationFT *operationFT;
        const MI_HostedProviderFT *hostedProviderFT;
        const MI_SerializerFT *serializerFT;
        const MI_DeserializerFT *deserializerFT;
        const MI_SubscriptionDeliveryOptionsFT *subscribeDeliveryOptionsFT;
        const MI_DestinationOptionsFT *destinationOptionsFT;
        const MI_OperationOptionsFT *operationOptionsFT;
        const MI_UtilitiesFT *utilitiesFT;
};

MI_EXTERN_C MI_EXPORT const MI_ClientFT_V1 *mi_clientFT_V1;
#define mi_clientFT mi_clientFT_V1

#define MI_Deserializer_Class_GetClassName       (mi_clientFT->deserializerFT->Class_GetClassName)
#define MI_Deserializer_Class_GetParentClassName (mi_clientFT->deserializerFT->Class_GetParentClassName)
#define MI_Deserializer_Close                    (mi_clientFT->deserializerFT->Close)
#define MI_Deserializer_DeserializeClass         (mi_clientFT->deserializerFT->DeserializeClass)
#define MI_Deserializer_DeserializeInstance      (mi_clientFT->deserializerFT->DeserializeInstance)
#define MI_Deserializer_Instance_GetClassName    (mi_clientFT->deserializerFT->Instance_GetClassName)
#define MI_Serializer_Close                      (mi_clientFT->serializerFT->Close)
#define MI_Serializer_SerializeClass             (mi_clientFT->serializerFT->SerializeClass)
#define MI_Serializer_SerializeInstance          (mi_clientFT->serializerFT->SerializeInstance)
#define MI_Utilities_CimErrorFromErrorCode       (mi_clientFT->utilitiesFT->CimErrorFromErrorCode)
#define MI_Utilities_MapErrorToMiErrorCategory   (mi_clientFT->utilitiesFT->MapErrorToMiErrorCategory)
