#include <errno.h>
#include <string.h>

#include "model/datetime.h"
#include "model/path.h"
#include "model/print.h"
#include "model/value.h"
#include "util/number.h"
#include "util/text.h"

int string_print_quoted(Buffer *buffer, const char *text)
{
        static const char escapes[][2] = { { '\b', 'b' }, { '\t', 't' }, { '\n', 'n' }, { '\f', 'f' },
                                           { '\r', 'r' }, { '"', '"' },  { '\\', '\\' } };

        buffer_append_char(buffer, '"');
        for (; *text; text++) {
                size_t i = 0;

                while (i < ARRAY_SIZE(escapes) && escapes[i][0] != *text)
                        i++;
                if (i < ARRAY_SIZE(escapes))
                        buffer_append(buffer, (char[]){ '\\', escapes[i][1] }, 2);
                else if ((unsigned char)*text < 0x20 || *text == 0x7f)
                        buffer_printf(buffer, "\\x%04X", (unsigned char)*text);
                else
                        buffer_append_char(buffer, *text);
        }
        buffer_append_char(buffer, '"');
        return buffer->failed ? -ENOMEM : 0;
}

static void print_text(Buffer *buffer, const char *text, unsigned flags)
{
        if (flags & PRINT_QUOTED)
                string_print_quoted(buffer, text);
        else
                buffer_append_string(buffer, text);
}

static void print_char16(Buffer *buffer, MI_Char16 character, unsigned flags)
{
        if (flags & PRINT_QUOTED) {
                if (character >= 0x20 && character < 0x7f && character != '\'' && character != '\\')
                        buffer_printf(buffer, "'%c'", character);
                else
                        buffer_printf(buffer, "'\\x%04X'", character);
        } else if (character < 0x20 || (character >= 0xD800 && character < 0xE000)) {
                buffer_printf(buffer, "0x%04X", character);
        } else {
                utf8_append(buffer, character);
        }
}

static int print_instance(Buffer *buffer, const MI_Instance *instance, unsigned flags)
{
        Buffer path = BUFFER_INIT;
        const char *text;
        int r;

        if (!instance)
                return -EINVAL;
        r = path_print(&path, instance);
        text = r == 0 ? buffer_text(&path) : NULL;
        if (text)
                print_text(buffer, text, flags);
        else if (r == 0)
                r = -ENOMEM;
        buffer_deinit(&path);
        return r;
}

static int print_scalar(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags)
{
        char number[NUMBER_TEXT_MAX], datetime[DATETIME_TEXT_SIZE];
        int64_t integer;

        switch ((unsigned)type) {
        case MI_BOOLEAN:
                buffer_append_string(buffer, value->boolean ? "true" : "false");
                break;
        case MI_UINT64:
                buffer_printf(buffer, "%llu", (unsigned long long)value->uint64);
                break;
        case MI_REAL32:
                buffer_append_string(buffer, number_format_real32(number, value->real32));
                break;
        case MI_REAL64:
                buffer_append_string(buffer, number_format_real64(number, value->real64));
                break;
        case MI_CHAR16:
                print_char16(buffer, value->char16, flags);
                break;
        case MI_DATETIME:
                datetime_format(&value->datetime, datetime);
                print_text(buffer, datetime, flags);
                break;
        case MI_STRING:
                print_text(buffer, value->string ? value->string : "", flags);
                break;
        case MI_REFERENCE:
        case MI_INSTANCE:
                return print_instance(buffer, value->instance, flags);
        default:
                if (!value_to_sint64(value, type, &integer))
                        return -EINVAL;
                buffer_printf(buffer, "%lld", (long long)integer);
        }
        return buffer->failed ? -ENOMEM : 0;
}

int value_print(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags)
{
        int r;

        if (!type_is_array(type))
                return print_scalar(buffer, value, type, flags);
        buffer_append_char(buffer, '{');
        for (uint32_t i = 0; i < value->array.size; i++) {
                MI_Value element = { 0 };

                if (i)
                        buffer_append_string(buffer, ", ");
                value_array_at(value, type, i, &element);
                r = print_scalar(buffer, &element, type_scalar(type), flags);
                if (r < 0)
                        return r;
        }
        buffer_append_char(buffer, '}');
        return buffer->failed ? -ENOMEM : 0;
}
