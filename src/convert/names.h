#pragma once

/*
 * Names of CIM types in generated code
 */

#include <stdbool.h>

#include <MI.h>

typedef struct TypeNames {
        const char *value;    /* MI_Uint32: the C type */
        const char *stem;     /* Uint32: of MI_ConstUint32Field, MI_Uint32Field, MI_ConstUint32A */
        const char *constant; /* UINT32: of MI_UINT32 and MI_UINT32A */
} TypeNames;

/* Of a type or, for an array type, of that of its elements. Never NULL. */
const TypeNames *type_names(MI_Type type);

static inline bool type_is_pointer(MI_Type type)
{
        return ((unsigned)type & ~(unsigned)MI_ARRAY) >= MI_STRING;
}

/* "MI_UINT32" or "MI_UINT32A" */
#define TYPE_CONSTANT_MAX 32
const char *type_constant(char out[TYPE_CONSTANT_MAX], MI_Type type);

/* Whether a name cannot be one in C. */
bool name_is_c_keyword(const char *name);
