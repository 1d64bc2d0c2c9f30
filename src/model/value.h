#pragma once

/*
 * CIM values
 *
 * An MI_Value together with its MI_Type. Values are either borrowed (pointers into memory of somebody else) or owned (every string,
 * array and instance on the heap, freed by value_clear()). No function here knows about "null": a null element has no value.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <MI.h>

#include "util/arena.h"

enum {
        VALUE_ARRAY_MAX = 1024 * 1024, /* elements of one array */
        VALUE_DEPTH_MAX = 16,          /* instances within instances */
};

static inline bool type_is_known(MI_Type type)
{
        return (unsigned)type < 32;
}

static inline bool type_is_array(MI_Type type)
{
        return ((unsigned)type & MI_ARRAY) != 0;
}

static inline MI_Type type_scalar(MI_Type type)
{
        return (MI_Type)((unsigned)type & ~(unsigned)MI_ARRAY);
}

/* Does a value of this type point to memory of its own? */
static inline bool type_has_pointers(MI_Type type)
{
        return (unsigned)type >= MI_STRING;
}

static inline bool type_is_integer(MI_Type type)
{
        return type >= MI_UINT8 && type <= MI_SINT64;
}

/* "uint32", "datetime", "string"...; of an array type the name of its elements' type. Unknown types are "unknown". */
const char *type_name(MI_Type type);
/* By name without case, with or without "[]"; MI_Type is written only on success. */
bool type_parse(const char *name, MI_Type *typep);

typedef struct TypeLayout {
        uint8_t size; /* of the bare value; 16 (MI_Array) for arrays */
        uint8_t align;
        uint8_t field_size;   /* of MI_<T>Field */
        uint8_t flags_offset; /* of `flags` in the field; `exists` is the byte before */
} TypeLayout;

extern const TypeLayout type_layouts[32];

static inline size_t type_size(MI_Type type)
{
        return type_layouts[(unsigned)type & 31].size;
}

static inline size_t type_field_size(MI_Type type)
{
        return type_layouts[(unsigned)type & 31].field_size;
}

static inline size_t type_field_align(MI_Type type)
{
        return type_layouts[(unsigned)type & 31].align;
}

static inline size_t type_flags_offset(MI_Type type)
{
        return type_layouts[(unsigned)type & 31].flags_offset;
}

/* Copies a bare value; sizes that are constants become single moves. */
static inline void value_move(void *to, const void *from, MI_Type type)
{
        switch (type_size(type)) {
        case 1:
                memcpy(to, from, 1);
                break;
        case 2:
                memcpy(to, from, 2);
                break;
        case 4:
                memcpy(to, from, 4);
                break;
        case 8:
                memcpy(to, from, 8);
                break;
        case sizeof(MI_Array):
                /* the padding behind the size is not anybody's to have set */
                memcpy(to, from, offsetof(MI_Array, size) + sizeof(MI_Uint32));
                break;
        default:
                memcpy(to, from, sizeof(MI_Datetime));
        }
}

/* Reads a value of the type from memory that holds just that (a declaration's default, a field). */
static inline void value_load(MI_Value *value, const void *from, MI_Type type)
{
        value_move(value, from, type);
}

static inline void value_store(void *to, const MI_Value *value, MI_Type type)
{
        value_move(to, value, type);
}

/* Element of an array value as a scalar value. The index must be below value->array.size. */
void value_array_at(const MI_Value *array, MI_Type type, uint32_t index, MI_Value *elementp);

/* An array's data and size must make sense; instances nested deeper than VALUE_DEPTH_MAX are refused. 0 or -EINVAL, -ENOMEM. */
int value_copy(MI_Value *to, const MI_Value *from, MI_Type type);
/* The copy lies in the arena; nested instances are copied onto the heap and are the caller's to delete, so none are accepted: -EINVAL. */
int value_copy_in(Arena *arena, MI_Value *to, const MI_Value *from, MI_Type type);
void value_clear(MI_Value *value, MI_Type type);

/* Strings with case; instances by class and elements; references by class and keys; real NaN equals NaN. */
bool value_equal(const MI_Value *a, const MI_Value *b, MI_Type type);

/* An integer, boolean or char16 value of any width as a 64-bit number. False if the type is another one. */
bool value_to_sint64(const MI_Value *value, MI_Type type, int64_t *numberp);
bool value_to_uint64(const MI_Value *value, MI_Type type, uint64_t *numberp);
/* The number in the type's width; VALUE_RANGE if it does not fit, -EINVAL if the type is not an integer type, boolean or char16. */
int value_from_sint64(MI_Value *value, MI_Type type, int64_t number);
int value_from_uint64(MI_Value *value, MI_Type type, uint64_t number);

enum {
        _VALUE_SUCCESS,

        VALUE_RANGE,  /* does not fit the type */
        VALUE_SYNTAX, /* text is not a value of the type */
};

/*
 * Text of people and of object paths, without quotes: "true", "-5", "0x1f", "3.5", DSP0004 datetimes, strings as they are. Scalars
 * only, no instances or references (-EINVAL). The result of value_parse() borrows `text` if it is a string.
 */
int value_parse(MI_Value *value, MI_Type type, const char *text);

/* A loss-free conversion between scalar types (integers of any width that fit, text to number and back, string to datetime). */
int value_convert(Arena *arena, MI_Value *to, MI_Type to_type, const MI_Value *from, MI_Type from_type);
