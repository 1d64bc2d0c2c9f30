/*
 * Single values between cursors
 */

#include <errno.h>

#include "model/value.h"
#include "wire/packed.h"

static int append_array(Buffer *buffer, const MI_Value *value, MI_Type scalar)
{
        if (value->array.size > VALUE_ARRAY_MAX || (value->array.size && !value->array.data))
                return -EINVAL;
        cursor_put_u32(buffer, value->array.size);
        if (scalar == MI_STRING) {
                for (uint32_t i = 0; i < value->array.size; i++) {
                        if (!value->stringa.data[i])
                                return -EINVAL;
                        cursor_put_string(buffer, value->stringa.data[i]);
                }
                return 0;
        }
        buffer_align(buffer, 8);
        buffer_append(buffer, value->array.data, value->array.size * type_size(scalar));
        buffer_align(buffer, 4);
        return 0;
}

int packed_value_append(Buffer *buffer, const MI_Value *value, MI_Type type)
{
        MI_Type scalar = type_scalar(type);
        uint64_t number = 0;

        if (!type_is_known(type) || scalar == MI_REFERENCE || scalar == MI_INSTANCE)
                return -EINVAL;
        if (type_is_array(type))
                return append_array(buffer, value, scalar);
        if (type == MI_STRING) {
                if (!value->string)
                        return -EINVAL;
                cursor_put_string(buffer, value->string);
        } else if (type == MI_DATETIME) {
                buffer_append(buffer, &value->datetime, sizeof(value->datetime));
        } else {
                memcpy(&number, value, type_size(type));
                cursor_put_u64(buffer, number);
        }
        return 0;
}

static bool parse_array(Cursor *cursor, Arena *arena, MI_Value *value, MI_Type scalar)
{
        uint32_t count = cursor_u32(cursor);
        char **strings;

        /* each element takes at least a byte of what is left, so memory is bounded by the frame */
        if (count > VALUE_ARRAY_MAX || count > cursor_left(cursor))
                return false;
        value->array.size = count;
        if (scalar != MI_STRING) {
                cursor_align(cursor, 8);
                value->array.data = (void *)cursor_take(cursor, count * type_size(scalar));
                cursor_align(cursor, 4);
                return !cursor->failed;
        }
        strings = arena_alloc(arena, MAX(count, 1u) * sizeof(*strings));
        if (!strings)
                return false;
        for (uint32_t i = 0; i < count; i++) {
                strings[i] = (char *)cursor_string(cursor, UINT32_MAX - 1);
                if (!strings[i])
                        return false;
        }
        value->stringa.data = strings;
        return true;
}

bool packed_value_parse(Cursor *cursor, Arena *arena, MI_Value *value, MI_Type type)
{
        MI_Type scalar = type_scalar(type);
        const void *from;

        memset(value, 0, sizeof(*value));
        if (!type_is_known(type) || scalar == MI_REFERENCE || scalar == MI_INSTANCE)
                return false;
        if (type_is_array(type))
                return parse_array(cursor, arena, value, scalar);
        if (type == MI_STRING) {
                value->string = (char *)cursor_string(cursor, UINT32_MAX - 1);
                return value->string != NULL;
        }
        if (type == MI_DATETIME) {
                from = cursor_take(cursor, sizeof(value->datetime));
                if (from)
                        memcpy(&value->datetime, from, sizeof(value->datetime));
                return from != NULL;
        }
        value->uint64 = cursor_u64(cursor);
        if (type == MI_BOOLEAN)
                value->boolean = value->boolean != 0;
        return !cursor->failed;
}
