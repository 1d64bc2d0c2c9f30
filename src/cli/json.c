#include "cli/json.h"

#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "cli/names.h"
#include "model/datetime.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "util/number.h"
#include "util/text.h"

/* Instances in each other, as deep as the model has them */
#define JSON_DEPTH_MAX VALUE_DEPTH_MAX

static void json_character(Buffer *buffer, const char **textp, const char *end)
{
        const char *start = *textp;
        uint32_t character = utf8_next(textp, end);

        switch (character) {
        case '"':
                buffer_append_string(buffer, "\\\"");
                break;
        case '\\':
                buffer_append_string(buffer, "\\\\");
                break;
        case '\n':
                buffer_append_string(buffer, "\\n");
                break;
        case '\r':
                buffer_append_string(buffer, "\\r");
                break;
        case '\t':
                buffer_append_string(buffer, "\\t");
                break;
        case UINT32_MAX:
                /* A server that sends this is broken; the answer stays JSON. */
                buffer_append_string(buffer, "\\ufffd");
                break;
        default:
                if (character < 0x20 || character == 0x7f)
                        buffer_printf(buffer, "\\u%04" PRIx32, character);
                else
                        buffer_append(buffer, start, (size_t)(*textp - start));
                break;
        }
}

void json_put_string(Buffer *buffer, const char *text)
{
        const char *end;

        if (!text) {
                buffer_append_string(buffer, "null");
                return;
        }
        buffer_append_char(buffer, '"');
        for (end = text + strlen(text); text < end;)
                json_character(buffer, &text, end);
        buffer_append_char(buffer, '"');
}

static void json_real(Buffer *buffer, double real, const char *text)
{
        /* JSON has no words for these. */
        buffer_append_string(buffer, isfinite(real) ? text : "null");
}

static void json_reference(Buffer *buffer, const MI_Instance *instance)
{
        Buffer path = BUFFER_INIT;
        const char *text = NULL;

        if (instance && path_print(&path, instance) == 0)
                text = buffer_text(&path);
        json_put_string(buffer, text);
        buffer_deinit(&path);
}

static void json_scalar(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned depth)
{
        char text[NUMBER_TEXT_MAX > DATETIME_TEXT_SIZE ? NUMBER_TEXT_MAX : DATETIME_TEXT_SIZE];
        int64_t number;

        switch (type) {
        case MI_BOOLEAN:
                buffer_append_string(buffer, value->boolean ? "true" : "false");
                break;
        case MI_UINT64:
                buffer_printf(buffer, "%" PRIu64, (uint64_t)value->uint64);
                break;
        case MI_REAL32:
                json_real(buffer, value->real32, number_format_real32(text, value->real32));
                break;
        case MI_REAL64:
                json_real(buffer, value->real64, number_format_real64(text, value->real64));
                break;
        case MI_CHAR16: {
                Buffer character = BUFFER_INIT;

                utf8_append(&character, value->char16);
                json_put_string(buffer, buffer_text(&character));
                buffer_deinit(&character);
                break;
        }
        case MI_DATETIME:
                datetime_format(&value->datetime, text);
                json_put_string(buffer, text);
                break;
        case MI_STRING:
                json_put_string(buffer, value->string);
                break;
        case MI_REFERENCE:
                json_reference(buffer, value->reference);
                break;
        case MI_INSTANCE:
                if (value->instance && depth < JSON_DEPTH_MAX)
                        json_put_instance(buffer, value->instance, true, NULL, 0, depth + 1);
                else
                        buffer_append_string(buffer, "null");
                break;
        default:
                if (value_to_sint64(value, type, &number))
                        buffer_printf(buffer, "%" PRId64, number);
                else
                        buffer_append_string(buffer, "null");
                break;
        }
}

void json_put_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned depth)
{
        if (!type_is_array(type)) {
                json_scalar(buffer, value, type, depth);
                return;
        }
        buffer_append_char(buffer, '[');
        for (uint32_t i = 0; i < value->array.size; i++) {
                MI_Value item;

                if (i > 0)
                        buffer_append_string(buffer, ", ");
                value_array_at(value, type, i, &item);
                json_scalar(buffer, &item, type_scalar(type), depth);
        }
        buffer_append_char(buffer, ']');
}

static void json_element(Buffer *buffer, const Element *element, bool is_first, unsigned depth)
{
        if (!is_first)
                buffer_append_string(buffer, ", ");
        json_put_string(buffer, element->name);
        buffer_append_string(buffer, ": ");
        if (element->is_null)
                buffer_append_string(buffer, "null");
        else
                json_put_value(buffer, &element->value, element->type, depth);
}

void json_put_instance(Buffer *buffer, const MI_Instance *instance, bool with_class, const char *const *names,
                       size_t n_names, unsigned depth)
{
        Element element;
        bool is_first;

        /* What describes a class says itself which one; a key is given once. */
        if (with_class && strcmp(instance_class_name(instance), "meta_class") == 0)
                with_class = !instance_find(instance, "__CLASS", &element);
        is_first = !with_class;

        buffer_append_char(buffer, '{');
        if (with_class) {
                buffer_append_string(buffer, "\"__CLASS\": ");
                json_put_string(buffer, instance_class_name(instance));
        }
        for (size_t i = 0; i < n_names; i++) {
                if (!names_find(instance, names[i], &element))
                        continue;
                json_element(buffer, &element, is_first, depth);
                is_first = false;
        }
        for (uint32_t i = 0; n_names == 0 && instance_element(instance, i, &element); i++) {
                json_element(buffer, &element, is_first, depth);
                is_first = false;
        }
        buffer_append_char(buffer, '}');
}
