#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "model/datetime.h"
#include "model/instance-private.h"
#include "model/value.h"
#include "util/error.h"
#include "util/macro.h"
#include "util/number.h"
#include "util/text.h"

static const char *const type_names[16] = {
        [MI_BOOLEAN] = "boolean",   [MI_UINT8] = "uint8",   [MI_SINT8] = "sint8",         [MI_UINT16] = "uint16",
        [MI_SINT16] = "sint16",     [MI_UINT32] = "uint32", [MI_SINT32] = "sint32",       [MI_UINT64] = "uint64",
        [MI_SINT64] = "sint64",     [MI_REAL32] = "real32", [MI_REAL64] = "real64",       [MI_CHAR16] = "char16",
        [MI_DATETIME] = "datetime", [MI_STRING] = "string", [MI_REFERENCE] = "reference", [MI_INSTANCE] = "instance",
};

#define LAYOUT(T, Field)                                                      \
        {                                                                     \
                sizeof(T), _Alignof(T), sizeof(Field), offsetof(Field, flags) \
        }
#define ARRAY_LAYOUT LAYOUT(MI_Array, MI_ArrayField)

const TypeLayout type_layouts[32] = {
        [MI_BOOLEAN] = LAYOUT(MI_Boolean, MI_BooleanField),
        [MI_UINT8] = LAYOUT(MI_Uint8, MI_Uint8Field),
        [MI_SINT8] = LAYOUT(MI_Sint8, MI_Sint8Field),
        [MI_UINT16] = LAYOUT(MI_Uint16, MI_Uint16Field),
        [MI_SINT16] = LAYOUT(MI_Sint16, MI_Sint16Field),
        [MI_UINT32] = LAYOUT(MI_Uint32, MI_Uint32Field),
        [MI_SINT32] = LAYOUT(MI_Sint32, MI_Sint32Field),
        [MI_UINT64] = LAYOUT(MI_Uint64, MI_Uint64Field),
        [MI_SINT64] = LAYOUT(MI_Sint64, MI_Sint64Field),
        [MI_REAL32] = LAYOUT(MI_Real32, MI_Real32Field),
        [MI_REAL64] = LAYOUT(MI_Real64, MI_Real64Field),
        [MI_CHAR16] = LAYOUT(MI_Char16, MI_Char16Field),
        [MI_DATETIME] = LAYOUT(MI_Datetime, MI_DatetimeField),
        [MI_STRING] = LAYOUT(MI_Char *, MI_StringField),
        [MI_REFERENCE] = LAYOUT(MI_Instance *, MI_ReferenceField),
        [MI_INSTANCE] = LAYOUT(MI_Instance *, MI_InstanceField),
        [MI_BOOLEANA... MI_INSTANCEA] = ARRAY_LAYOUT,
};

const char *type_name(MI_Type type)
{
        return type_is_known(type) ? type_names[type_scalar(type)] : "unknown";
}

bool type_parse(const char *name, MI_Type *typep)
{
        size_t length = strlen(name);
        unsigned array = 0;

        if (length > 2 && strcmp(name + length - 2, "[]") == 0) {
                array = MI_ARRAY;
                length -= 2;
        }
        for (unsigned i = 0; i < MI_ARRAY; i++) {
                if (strlen(type_names[i]) == length && ascii_ncasecmp(type_names[i], name, length) == 0) {
                        *typep = (MI_Type)(i | array);
                        return true;
                }
        }
        return false;
}

void value_array_at(const MI_Value *array, MI_Type type, uint32_t index, MI_Value *elementp)
{
        size_t size = type_size(type_scalar(type));

        memcpy(elementp, (const char *)array->array.data + index * size, size);
}

static void scalar_clear(MI_Value *value, MI_Type type)
{
        if (type == MI_STRING)
                free(value->string);
        else if (type == MI_REFERENCE || type == MI_INSTANCE)
                instance_delete(value->instance);
}

void value_clear(MI_Value *value, MI_Type type)
{
        if (!type_is_array(type)) {
                scalar_clear(value, type);
        } else if (value->array.data) {
                if (type_has_pointers(type_scalar(type))) {
                        void **data = value->array.data;

                        for (uint32_t i = 0; i < value->array.size; i++) {
                                MI_Value element = { .string = data[i] };

                                scalar_clear(&element, type_scalar(type));
                        }
                }
                free(value->array.data);
        }
        memset(value, 0, sizeof(*value));
}

static int scalar_copy(MI_Value *to, const MI_Value *from, MI_Type type, unsigned depth)
{
        if (type == MI_STRING) {
                if (!from->string)
                        return -EINVAL;
                to->string = strdup(from->string);
                return to->string ? 0 : error_origin(-ENOMEM);
        }
        if (type == MI_REFERENCE || type == MI_INSTANCE)
                return from->instance ? instance_clone_at(&to->instance, from->instance, depth + 1) : -EINVAL;
        memcpy(to, from, type_size(type));
        return 0;
}

static int array_copy(MI_Value *to, const MI_Value *from, MI_Type type, unsigned depth)
{
        MI_Type scalar = type_scalar(type);
        size_t size = type_size(scalar);
        MI_Value copy = { 0 };
        int r;

        if (from->array.size > VALUE_ARRAY_MAX || (from->array.size && !from->array.data))
                return -EINVAL;

        copy.array.data = calloc(MAX(from->array.size, 1u), size);
        if (!copy.array.data)
                return error_origin(-ENOMEM);
        if (!type_has_pointers(scalar)) {
                if (from->array.size)
                        memcpy(copy.array.data, from->array.data, from->array.size * size);
                copy.array.size = from->array.size;
                *to = copy;
                return 0;
        }

        for (uint32_t i = 0; i < from->array.size; i++) {
                MI_Value source = { .string = ((char *const *)from->array.data)[i] }, element = { 0 };

                r = scalar_copy(&element, &source, scalar, depth);
                if (r < 0) {
                        value_clear(&copy, type);
                        return r;
                }
                ((void **)copy.array.data)[i] = element.string;
                copy.array.size = i + 1;
        }
        *to = copy;
        return 0;
}

int value_copy_at(MI_Value *to, const MI_Value *from, MI_Type type, unsigned depth)
{
        if (!type_is_known(type))
                return -EINVAL;
        return type_is_array(type) ? array_copy(to, from, type, depth) : scalar_copy(to, from, type, depth);
}

int value_copy(MI_Value *to, const MI_Value *from, MI_Type type)
{
        return value_copy_at(to, from, type, 0);
}

int value_copy_in(Arena *arena, MI_Value *to, const MI_Value *from, MI_Type type)
{
        MI_Type scalar = type_scalar(type);
        size_t size = type_size(scalar);

        if (!type_is_known(type) || scalar == MI_REFERENCE || scalar == MI_INSTANCE)
                return -EINVAL;
        if (!type_is_array(type)) {
                if (type != MI_STRING) {
                        memcpy(to, from, size);
                        return 0;
                }
                if (!from->string)
                        return -EINVAL;
                to->string = arena_strdup(arena, from->string);
                return to->string ? 0 : error_origin(-ENOMEM);
        }

        if (from->array.size > VALUE_ARRAY_MAX || (from->array.size && !from->array.data))
                return -EINVAL;
        to->array.size = from->array.size;
        to->array.data = arena_zalloc(arena, MAX(from->array.size, 1u) * size);
        if (!to->array.data)
                return error_origin(-ENOMEM);
        if (from->array.size)
                memcpy(to->array.data, from->array.data, from->array.size * size);
        for (uint32_t i = 0; scalar == MI_STRING && i < to->array.size; i++) {
                if (!to->stringa.data[i])
                        return -EINVAL;
                to->stringa.data[i] = arena_strdup(arena, to->stringa.data[i]);
                if (!to->stringa.data[i])
                        return error_origin(-ENOMEM);
        }
        return 0;
}

static bool scalar_equal(const MI_Value *a, const MI_Value *b, MI_Type type)
{
        switch ((unsigned)type) {
        case MI_BOOLEAN:
                return !a->boolean == !b->boolean;
        case MI_REAL32:
                return a->real32 == b->real32 || (isnan(a->real32) && isnan(b->real32));
        case MI_REAL64:
                return a->real64 == b->real64 || (isnan(a->real64) && isnan(b->real64));
        case MI_DATETIME:
                return !a->datetime.isTimestamp == !b->datetime.isTimestamp &&
                       datetime_compare(&a->datetime, &b->datetime) == 0;
        case MI_STRING:
                return text_equal(a->string, b->string);
        case MI_REFERENCE:
                return a->reference == b->reference ||
                       (a->reference && b->reference && instance_same_keys(a->reference, b->reference, NULL));
        case MI_INSTANCE:
                return a->instance == b->instance ||
                       (a->instance && b->instance && instance_equal(a->instance, b->instance));
        default:
                return memcmp(a, b, type_size(type)) == 0;
        }
}

bool value_equal(const MI_Value *a, const MI_Value *b, MI_Type type)
{
        if (!type_is_array(type))
                return scalar_equal(a, b, type);
        if (a->array.size != b->array.size)
                return false;
        for (uint32_t i = 0; i < a->array.size; i++) {
                MI_Value x, y;

                value_array_at(a, type, i, &x);
                value_array_at(b, type, i, &y);
                if (!scalar_equal(&x, &y, type_scalar(type)))
                        return false;
        }
        return true;
}
