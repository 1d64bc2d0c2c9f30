/* Values as C: see literals.h */

#include "convert/literals.h"

#include <inttypes.h>
#include <string.h>

#include "convert/names.h"
#include "model/value.h"
#include "util/number.h"

void write_string_literal(Buffer *buffer, const char *text)
{
        buffer_append_char(buffer, '"');
        for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
                static const char escaped[] = "\b\t\n\f\r\"'\\", letters[] = "btnfr\"'\\";
                const char *found = strchr(escaped, *p);

                if (found)
                        buffer_printf(buffer, "\\%c", letters[found - escaped]);
                else if (*p < 0x20 || *p >= 0x7F)
                        buffer_printf(buffer, "\\%03o", *p);
                else if (*p == '?' && p[1] == '?')
                        buffer_append_string(buffer, "\\?"); /* no trigraph */
                else
                        buffer_append_char(buffer, (char)*p);
        }
        buffer_append_char(buffer, '"');
}

static void write_datetime(Buffer *buffer, const MI_Datetime *datetime)
{
        const MI_Timestamp *t = &datetime->u.timestamp;

        /* An interval's members lie where a timestamp's do, all of 32 bits, so that one form serves both. */
        buffer_printf(buffer, "{%u,{{%u,%u,%u,%u,%u,%u,%u,%d}}}", datetime->isTimestamp ? 1u : 0u, t->year, t->month,
                      t->day, t->hour, t->minute, t->second, t->microseconds, t->utc);
}

static void write_real(Buffer *buffer, double value, bool is_single)
{
        char text[NUMBER_TEXT_MAX];

        if (is_single)
                number_format_real32(text, (float)value);
        else
                number_format_real64(text, value);
        buffer_printf(buffer, "%s%s", text, is_single ? "f" : "");
}

static void write_string(Buffer *buffer, Generator *generator, const char *text, bool is_localized)
{
        buffer_append_string(buffer, "MI_T(");
        if (is_localized) {
                uint32_t id = strings_id(&generator->strings, text);

                if (id == 0)
                        buffer->failed = true;
                buffer_printf(buffer, "\"%u\"", id);
        } else {
                write_string_literal(buffer, text);
        }
        buffer_append_char(buffer, ')');
}

static void write_scalar(Buffer *buffer, Generator *generator, MI_Type type, const MI_Value *value, bool is_localized)
{
        switch (type) {
        case MI_BOOLEAN:
                buffer_append_char(buffer, value->boolean ? '1' : '0');
                break;
        case MI_UINT8:
                buffer_printf(buffer, "%u", value->uint8);
                break;
        case MI_SINT8:
                buffer_printf(buffer, "%d", value->sint8);
                break;
        case MI_UINT16:
                buffer_printf(buffer, "%u", value->uint16);
                break;
        case MI_SINT16:
                buffer_printf(buffer, "%d", value->sint16);
                break;
        case MI_UINT32:
                buffer_printf(buffer, "%" PRIu32 "U", (uint32_t)value->uint32);
                break;
        case MI_SINT32:
                buffer_printf(buffer, "%" PRId32, (int32_t)value->sint32);
                break;
        case MI_UINT64:
                buffer_printf(buffer, "MI_ULL(%" PRIu64 ")", (uint64_t)value->uint64);
                break;
        case MI_SINT64:
                /* The least one has no literal: its digits alone are one too many. */
                if (value->sint64 == INT64_MIN)
                        buffer_append_string(buffer, "MI_LL(-9223372036854775807)-1");
                else
                        buffer_printf(buffer, "MI_LL(%" PRId64 ")", (int64_t)value->sint64);
                break;
        case MI_REAL32:
                write_real(buffer, (double)value->real32, true);
                break;
        case MI_REAL64:
                write_real(buffer, value->real64, false);
                break;
        case MI_CHAR16:
                buffer_printf(buffer, "%u", value->char16);
                break;
        case MI_DATETIME:
                write_datetime(buffer, &value->datetime);
                break;
        default:
                write_string(buffer, generator, value->string ? (const char *)value->string : "", is_localized);
                break;
        }
}

static void write_array_object(Buffer *buffer, Generator *generator, const char *name, MI_Type type,
                               const MI_Value *array, bool is_localized)
{
        const TypeNames *names = type_names(type);
        uint32_t count = array->array.size;

        if (count > 0) {
                buffer_printf(buffer, "static MI_CONST %s %s_data_value[] =\n{\n", names->value, name);
                for (uint32_t i = 0; i < count; i++) {
                        MI_Value element;

                        value_array_at(array, type, i, &element);
                        buffer_append_string(buffer, "    ");
                        write_scalar(buffer, generator, type_scalar(type), &element, is_localized);
                        buffer_append_string(buffer, ",\n");
                }
                buffer_append_string(buffer, "};\n\n");
        }
        buffer_printf(buffer, "static MI_CONST MI_Const%sA %s_value =\n{\n", names->stem, name);
        if (count > 0)
                buffer_printf(buffer, "    %s_data_value,\n    MI_COUNT(%s_data_value),\n};\n\n", name, name);
        else
                buffer_append_string(buffer, "    NULL,\n    0,\n};\n\n");
}

bool write_value_object(Buffer *buffer, Generator *generator, const char *name, MI_Type type, const void *value,
                        bool is_localized)
{
        MI_Value loaded;

        if (!value || !type_is_known(type) || type_scalar(type) > MI_STRING)
                return false;
        value_load(&loaded, value, type);
        if (type_is_array(type)) {
                write_array_object(buffer, generator, name, type, &loaded, is_localized);
                return true;
        }
        buffer_printf(buffer, "static MI_CONST %s %s_value = ", type_names(type)->value, name);
        write_scalar(buffer, generator, type, &loaded, is_localized);
        buffer_append_string(buffer, ";\n\n");
        return true;
}
