#pragma once

/*
 * The binary interface of MI for a 64-bit machine with 8-bit characters, from its published layout alone
 *
 * Nothing here comes from MI.h, whose own layout is what this checks: sizes and offsets are those of the interface's
 * description, functions are reached by their place in a table.
 */

#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef void (*Slot)(void);

/* Calls place `index` of a table as a function of that type. */
#define CALL(table, index, type) ((type)((const Slot *)(table))[index])

enum {
        TYPE_UINT32 = 5,
        TYPE_DATETIME = 12,
        TYPE_STRING = 13,
        TYPE_UINT16A = 19,

        FLAG_CLASS = 1 << 0,
        FLAG_METHOD = 1 << 1,
        FLAG_PROPERTY = 1 << 2,
        FLAG_PARAMETER = 1 << 3,
        FLAG_INDICATION = 1 << 5,
        FLAG_KEY = 1 << 12,
        FLAG_IN = 1 << 13,
        FLAG_OUT = 1 << 14,
        FLAG_STATIC = 1 << 16,

        RESULT_OK = 0,
        RESULT_FAILED = 1,
        RESULT_NOT_FOUND = 6,
        RESULT_NOT_SUPPORTED = 7,
};

/* Tables, by the order of their functions */
enum {
        CONTEXT_POST_RESULT = 0,
        CONTEXT_POST_INSTANCE = 1,
        CONTEXT_POST_INDICATION = 2,
        CONTEXT_CONSTRUCT_INSTANCE = 3,
        CONTEXT_CONSTRUCT_PARAMETERS = 4,

        INSTANCE_DESTRUCT = 1,
        INSTANCE_DELETE = 2,
        INSTANCE_IS_A = 3,
        INSTANCE_GET_CLASS_NAME = 4,
        INSTANCE_GET_ELEMENT_COUNT = 7,
        INSTANCE_ADD_ELEMENT = 8,
        INSTANCE_SET_ELEMENT_AT = 10,
        INSTANCE_GET_ELEMENT = 11,
        INSTANCE_GET_ELEMENT_AT = 12,

        APPLICATION_CLOSE = 0,
        APPLICATION_NEW_SESSION = 1,
        APPLICATION_NEW_INSTANCE = 3,

        SESSION_CLOSE = 0,
        SESSION_GET_INSTANCE = 2,
        SESSION_INVOKE = 6,
        SESSION_ENUMERATE_INSTANCES = 7,

        OPERATION_CLOSE = 0,
        OPERATION_GET_INSTANCE = 3,
};

typedef struct Instance {
        const Slot *ft;
        const void *class_decl;
        const char *server_name;
        const char *name_space;
        intptr_t reserved[4];
} Instance;

typedef struct Context {
        const Slot *ft;
        intptr_t reserved[3];
} Context;

/* Application, session, operation */
typedef struct Handle {
        uint64_t reserved1;
        intptr_t reserved2;
        const Slot *ft;
} Handle;

typedef struct Uint32Field {
        uint32_t value;
        uint8_t exists;
        uint8_t flags;
} Uint32Field;

typedef struct StringField {
        const char *value;
        uint8_t exists;
        uint8_t flags;
} StringField;

typedef struct Array {
        void *data;
        uint32_t size;
} Array;

typedef struct ArrayField {
        Array value;
        uint8_t exists;
        uint8_t flags;
} ArrayField;

typedef struct Datetime {
        uint32_t is_timestamp;
        int32_t parts[8]; /* year, month, day, hour, minute, second, microseconds, utc */
} Datetime;

typedef struct DatetimeField {
        Datetime value;
        uint8_t exists;
        uint8_t flags;
} DatetimeField;

typedef union Value {
        uint32_t uint32;
        Datetime datetime;
        const char *string;
        Instance *instance;
        Array array;
        uint64_t room[5];
} Value;

typedef struct FeatureDecl {
        uint32_t flags;
        uint32_t code;
        const char *name;
        const void *const *qualifiers;
        uint32_t n_qualifiers;
        uint32_t type;
        const char *class_name;
        uint32_t subscript;
        uint32_t offset;
} ParameterDecl;

typedef struct PropertyDecl {
        ParameterDecl base;
        const char *origin;
        const char *propagator;
        const void *value;
} PropertyDecl;

typedef struct MethodDecl {
        uint32_t flags;
        uint32_t code;
        const char *name;
        const void *const *qualifiers;
        uint32_t n_qualifiers;
        const ParameterDecl *const *parameters;
        uint32_t n_parameters;
        uint32_t size;
        uint32_t return_type;
        const char *origin;
        const char *propagator;
        const void *schema;
        Slot function;
} MethodDecl;

typedef struct ClassDecl {
        uint32_t flags;
        uint32_t code;
        const char *name;
        const void *const *qualifiers;
        uint32_t n_qualifiers;
        const PropertyDecl *const *properties;
        uint32_t n_properties;
        uint32_t size;
        const char *super_class;
        const struct ClassDecl *super_class_decl;
        const MethodDecl *const *methods;
        uint32_t n_methods;
        const void *schema;
        const Slot *provider_ft;
        const void *owning_class;
} ClassDecl;

typedef struct SchemaDecl {
        const void *const *qualifier_decls;
        uint32_t n_qualifier_decls;
        const ClassDecl *const *class_decls;
        uint32_t n_class_decls;
} SchemaDecl;

typedef struct Module {
        uint32_t version;
        uint32_t generator_version;
        uint32_t flags;
        uint32_t char_size;
        const SchemaDecl *schema_decl;
        void (*load)(void **self, Context *context);
        void (*unload)(void *self, Context *context);
        const void *dynamic_provider_ft;
} Module;

#define LAYOUT(type, size) _Static_assert(sizeof(type) == (size), #type)
#define PLACE(type, member, offset) _Static_assert(offsetof(type, member) == (offset), #type "." #member)

LAYOUT(Instance, 64);
LAYOUT(Context, 32);
LAYOUT(Handle, 24);
LAYOUT(Uint32Field, 8);
LAYOUT(StringField, 16);
LAYOUT(ArrayField, 24);
LAYOUT(DatetimeField, 40);
LAYOUT(Value, 40);
LAYOUT(ParameterDecl, 48);
LAYOUT(PropertyDecl, 72);
LAYOUT(MethodDecl, 88);
LAYOUT(ClassDecl, 104);
LAYOUT(SchemaDecl, 32);
LAYOUT(Module, 48);
PLACE(ArrayField, exists, 16);
PLACE(DatetimeField, exists, 36);
PLACE(PropertyDecl, origin, 48);
PLACE(MethodDecl, function, 80);
PLACE(ClassDecl, super_class, 48);
PLACE(ClassDecl, provider_ft, 88);
PLACE(Module, schema_decl, 16);
PLACE(Handle, ft, 16);

/* lower-case first character << 16 | lower-case last << 8 | length, of names whose ends are known */
#define CODE(first, last, length) ((uint32_t)(first) << 16 | (uint32_t)(last) << 8 | (uint32_t)(length))

typedef uint32_t (*PostResult)(Context *context, uint32_t result);
typedef uint32_t (*PostInstance)(Context *context, const Instance *instance);
typedef uint32_t (*PostIndication)(Context *context, const Instance *instance, uint32_t count, const char *bookmark);
typedef uint32_t (*Construct)(Context *context, const void *decl, Instance *instance);
typedef uint32_t (*Destruct)(Instance *instance);
typedef uint32_t (*SetElementAt)(Instance *instance, uint32_t index, const Value *value, uint32_t type, uint32_t flags);
typedef uint32_t (*AddElement)(Instance *instance, const char *name, const Value *value, uint32_t type, uint32_t flags);
typedef uint32_t (*GetElement)(const Instance *instance, const char *name, Value *value, uint32_t *type, uint32_t *flags, uint32_t *index);
typedef uint32_t (*GetElementAt)(const Instance *instance, uint32_t index, const char **name, Value *value, uint32_t *type, uint32_t *flags);
typedef uint32_t (*GetCount)(const Instance *instance, uint32_t *count);
typedef uint32_t (*GetText)(const Instance *instance, const char **text);
