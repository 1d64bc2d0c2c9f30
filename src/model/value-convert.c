#include <errno.h>
#include <math.h>
#include <string.h>

#include "model/datetime.h"
#include "model/value.h"
#include "util/error.h"
#include "util/number.h"
#include "util/text.h"

bool value_to_sint64(const MI_Value *value, MI_Type type, int64_t *numberp)
{
        switch ((unsigned)type) {
        case MI_BOOLEAN:
                *numberp = value->boolean ? 1 : 0;
                return true;
        case MI_UINT8:
                *numberp = value->uint8;
                return true;
        case MI_SINT8:
                *numberp = value->sint8;
                return true;
        case MI_UINT16:
        case MI_CHAR16:
                *numberp = value->uint16;
                return true;
        case MI_SINT16:
                *numberp = value->sint16;
                return true;
        case MI_UINT32:
                *numberp = value->uint32;
                return true;
        case MI_SINT32:
                *numberp = value->sint32;
                return true;
        case MI_UINT64:
                *numberp = (int64_t)value->uint64;
                return value->uint64 <= INT64_MAX;
        case MI_SINT64:
                *numberp = value->sint64;
                return true;
        default:
                return false;
        }
}

bool value_to_uint64(const MI_Value *value, MI_Type type, uint64_t *numberp)
{
        int64_t number;

        if (type == MI_UINT64) {
                *numberp = value->uint64;
                return true;
        }
        if (!value_to_sint64(value, type, &number) || number < 0)
                return false;
        *numberp = (uint64_t)number;
        return true;
}

int value_from_uint64(MI_Value *value, MI_Type type, uint64_t number)
{
        static const uint64_t limits[] = {
                [MI_BOOLEAN] = 1,         [MI_UINT8] = UINT8_MAX,   [MI_SINT8] = INT8_MAX,
                [MI_UINT16] = UINT16_MAX, [MI_SINT16] = INT16_MAX,  [MI_UINT32] = UINT32_MAX,
                [MI_SINT32] = INT32_MAX,  [MI_UINT64] = UINT64_MAX, [MI_SINT64] = INT64_MAX,
        };
        uint64_t limit;

        if (type == MI_CHAR16)
                limit = UINT16_MAX;
        else if ((unsigned)type <= MI_SINT64)
                limit = limits[type];
        else
                return -EINVAL;
        if (number > limit)
                return VALUE_RANGE;
        memset(value, 0, sizeof(*value));
        value_store(value, &(MI_Value){ .uint64 = number }, type); /* little-endian: see wire/frame.c */
        return 0;
}

int value_from_sint64(MI_Value *value, MI_Type type, int64_t number)
{
        static const int64_t limits[] = {
                [MI_SINT8] = INT8_MIN, [MI_SINT16] = INT16_MIN, [MI_SINT32] = INT32_MIN, [MI_SINT64] = INT64_MIN
        };

        if (number >= 0)
                return value_from_uint64(value, type, (uint64_t)number);
        if ((unsigned)type > MI_SINT64 && type != MI_CHAR16)
                return -EINVAL;
        if (type == MI_CHAR16 || number < limits[type])
                return VALUE_RANGE;
        memset(value, 0, sizeof(*value));
        value_store(value, &(MI_Value){ .sint64 = number }, type);
        return 0;
}

static int parse_boolean(MI_Value *value, const char *text)
{
        if (ascii_equal(text, "true") || strcmp(text, "1") == 0)
                value->boolean = MI_TRUE;
        else if (ascii_equal(text, "false") || strcmp(text, "0") == 0)
                value->boolean = MI_FALSE;
        else
                return VALUE_SYNTAX;
        return 0;
}

static int parse_char16(MI_Value *value, const char *text)
{
        const char *at = text;
        uint32_t character;
        uint64_t number;

        if (!*text)
                return VALUE_SYNTAX;
        character = utf8_next(&at, text + strlen(text));
        if (!*at) { /* one character is itself, a digit, too */
                if (character > 0xFFFF)
                        return VALUE_RANGE;
                value->char16 = (MI_Char16)character;
                return 0;
        }
        if (number_parse_uint64(&number, text) < 0)
                return VALUE_SYNTAX;
        return value_from_uint64(value, MI_CHAR16, number);
}

static int parse_integer(MI_Value *value, MI_Type type, const char *text)
{
        uint64_t positive;
        int64_t number;
        int r;

        r = number_parse_int64(&number, text);
        if (r == 0)
                return value_from_sint64(value, type, number);
        if (r == -ERANGE && number_parse_uint64(&positive, text) == 0)
                return value_from_uint64(value, type, positive);
        return r == -ERANGE ? VALUE_RANGE : VALUE_SYNTAX;
}

int value_parse(MI_Value *value, MI_Type type, const char *text)
{
        double real;

        memset(value, 0, sizeof(*value));
        switch ((unsigned)type) {
        case MI_BOOLEAN:
                return parse_boolean(value, text);
        case MI_REAL32:
        case MI_REAL64:
                switch (number_parse_real64(&real, text)) {
                case 0:
                        break;
                case -ERANGE:
                        return VALUE_RANGE;
                default:
                        return VALUE_SYNTAX;
                }
                if (type == MI_REAL64)
                        value->real64 = real;
                else
                        value->real32 = (float)real;
                return type == MI_REAL32 && isfinite(real) && !isfinite(value->real32) ? VALUE_RANGE : 0;
        case MI_CHAR16:
                return parse_char16(value, text);
        case MI_DATETIME:
                return datetime_parse(&value->datetime, text) == 0 ? 0 : VALUE_SYNTAX;
        case MI_STRING:
                value->string = (char *)text;
                return 0;
        default:
                return type_is_integer(type) ? parse_integer(value, type, text) : -EINVAL;
        }
}

/* Text of any scalar but instances, as value_parse() reads it. */
static int to_text(Arena *arena, MI_Value *to, const MI_Value *from, MI_Type type)
{
        char number[NUMBER_TEXT_MAX], datetime[DATETIME_TEXT_SIZE];
        int64_t signed_number;

        switch ((unsigned)type) {
        case MI_BOOLEAN:
                to->string = arena_strdup(arena, from->boolean ? "true" : "false");
                break;
        case MI_REAL32:
                to->string = arena_strdup(arena, number_format_real32(number, from->real32));
                break;
        case MI_REAL64:
                to->string = arena_strdup(arena, number_format_real64(number, from->real64));
                break;
        case MI_DATETIME:
                datetime_format(&from->datetime, datetime);
                to->string = arena_strdup(arena, datetime);
                break;
        default:
                if (value_to_sint64(from, type, &signed_number))
                        to->string = arena_printf(arena, "%lld", (long long)signed_number);
                else if (type == MI_UINT64)
                        to->string = arena_printf(arena, "%llu", (unsigned long long)from->uint64);
                else
                        return -EINVAL;
        }
        return to->string ? 0 : error_origin(-ENOMEM);
}

static int to_real(MI_Value *to, MI_Type to_type, const MI_Value *from, MI_Type from_type)
{
        int64_t integer;
        uint64_t positive;
        double real;

        if (from_type == MI_REAL32)
                real = from->real32;
        else if (from_type == MI_REAL64)
                real = from->real64;
        else if (type_is_integer(from_type) && value_to_sint64(from, from_type, &integer))
                real = (double)integer;
        else if (from_type == MI_UINT64 && value_to_uint64(from, from_type, &positive))
                real = (double)positive;
        else
                return -EINVAL;

        memset(to, 0, sizeof(*to));
        if (to_type == MI_REAL64) {
                to->real64 = real;
                return 0;
        }
        to->real32 = (float)real;
        return isfinite(real) && !isfinite(to->real32) ? VALUE_RANGE : 0;
}

int value_convert(Arena *arena, MI_Value *to, MI_Type to_type, const MI_Value *from, MI_Type from_type)
{
        int64_t number;
        uint64_t positive;

        if (to_type == from_type) {
                *to = *from;
                return 0;
        }
        if (type_is_array(to_type) || type_is_array(from_type))
                return -EINVAL;
        if (from_type == MI_STRING)
                return from->string ? value_parse(to, to_type, from->string) : -EINVAL;
        if (to_type == MI_STRING)
                return to_text(arena, to, from, from_type);
        if (to_type == MI_REAL32 || to_type == MI_REAL64)
                return to_real(to, to_type, from, from_type);
        if (value_to_sint64(from, from_type, &number))
                return value_from_sint64(to, to_type, number);
        if (value_to_uint64(from, from_type, &positive))
                return value_from_uint64(to, to_type, positive);
        return -EINVAL;
}
