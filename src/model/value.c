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

static const struct {
        const char *name;
        uint8_t size;
        uint8_t align;
        uint8_t field_size;
        uint8_t flags_offset;
} types[17] = {
#define TYPE(name, T)                                                                                         \
        {                                                                                                     \
                name, sizeof(MI_##T), _Alignof(MI_##T), sizeof(MI_##T##Field), offsetof(MI_##T##Field, flags) \
        }
        [MI_BOOLEAN] = TYPE("boolean", Boolean),
        [MI_UINT8] = TYPE("uint8", Uint8),
        [MI_SINT8] = TYPE("sint8", Sint8),
        [MI_UINT16] = TYPE("uint16", Uint16),
        [MI_SINT16] = TYPE("sint16", Sint16),
        [MI_UINT32] = TYPE("uint32", Uint32),
        [MI_SINT32] = TYPE("sint32", Sint32),
        [MI_UINT64] = TYPE("uint64", Uint64),
        [MI_SINT64] = TYPE("sint64", Sint64),
        [MI_REAL32] = TYPE("real32", Real32),
        [MI_REAL64] = TYPE("real64", Real64),
        [MI_CHAR16] = TYPE("char16", Char16),
        [MI_DATETIME] = TYPE("datetime", Datetime),
#undef TYPE
        [MI_STRING] = { "string", 8, 8, sizeof(MI_StringField), offsetof(MI_StringField, flags) },
        [MI_REFERENCE] = { "reference", 8, 8, sizeof(MI_ReferenceField), offsetof(MI_ReferenceField, flags) },
        [MI_INSTANCE] = { "instance", 8, 8, sizeof(MI_InstanceField), offsetof(MI_InstanceField, flags) },
        [MI_ARRAY] = { NULL, 16, 8, sizeof(MI_ArrayField), offsetof(MI_ArrayField, flags) },
};

static inline unsigned type_row(MI_Type type)
{
        return (unsigned)type < MI_ARRAY ? (unsigned)type : MI_ARRAY;
}

const char *type_name(MI_Type type)
{
        return type_is_known(type) ? types[type_scalar(type)].name : "unknown";
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
                if (strlen(types[i].name) == length && ascii_ncasecmp(types[i].name, name, length) == 0) {
                        *typep = (MI_Type)(i | array);
                        return true;
                }
        }
        return false;
}

size_t type_size(MI_Type type)
{
        return types[type_row(type)].size;
}

size_t type_field_size(MI_Type type)
{
        return types[type_row(type)].field_size;
}

size_t type_field_align(MI_Type type)
{
        return types[type_row(type)].align;
}

size_t type_flags_offset(MI_Type type)
{
        return types[type_row(type)].flags_offset;
}

void value_load(MI_Value *value, const void *from, MI_Type type)
{
        if (type_is_array(type)) {
                /* the four bytes of padding behind the size are not the caller's to have set */
                value->array.data = ((const MI_Array *)from)->data;
                value->array.size = ((const MI_Array *)from)->size;
                return;
        }
        memcpy(value, from, type_size(type));
}

void value_store(void *to, const MI_Value *value, MI_Type type)
{
        if (type_is_array(type)) {
                ((MI_Array *)to)->data = value->array.data;
                ((MI_Array *)to)->size = value->array.size;
                return;
        }
        memcpy(to, value, type_size(type));
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
