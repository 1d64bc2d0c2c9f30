/*
 * Literals to values of a type
 */

#include <errno.h>
#include <inttypes.h>
#include <math.h>
#include <string.h>

#include "mof/syntax.h"
#include "model/datetime.h"
#include "model/value.h"
#include "util/error.h"
#include "util/number.h"

typedef struct IntegerRange {
        uint64_t largest;
        uint64_t smallest; /* magnitude of the least */
        const char *text;
} IntegerRange;

static const IntegerRange ranges[] = {
        [MI_UINT8] = { UINT8_MAX, 0, "0 to 255" },
        [MI_SINT8] = { INT8_MAX, 128, "-128 to 127" },
        [MI_UINT16] = { UINT16_MAX, 0, "0 to 65535" },
        [MI_SINT16] = { INT16_MAX, 32768, "-32768 to 32767" },
        [MI_UINT32] = { UINT32_MAX, 0, "0 to 4294967295" },
        [MI_SINT32] = { INT32_MAX, 2147483648u, "-2147483648 to 2147483647" },
        [MI_UINT64] = { UINT64_MAX, 0, "0 to 18446744073709551615" },
        [MI_SINT64] = { INT64_MAX, 9223372036854775808u, "-9223372036854775808 to 9223372036854775807" },
        [MI_CHAR16] = { UINT16_MAX, 0, "a character or 1 to 65535" },
};

typedef struct Conversion {
        MofParser *parser;
        const Initializer *initializer;
        MI_Type type; /* of an element */
        const char *what;
} Conversion;

MofWhere mof_literal_where(const Initializer *initializer, const Literal *literal)
{
        return (MofWhere){ .file = initializer->where.file, .line = literal->line, .column = literal->column };
}

static const char *literal_name(const Literal *literal)
{
        static const char *const names[] = {
                [LITERAL_NULL] = "NULL",          [LITERAL_BOOLEAN] = "a boolean",
                [LITERAL_INTEGER] = "an integer", [LITERAL_REAL] = "a real number",
                [LITERAL_STRING] = "a text",      [LITERAL_CHARACTER] = "a character",
                [LITERAL_ALIAS] = "an alias",     [LITERAL_INSTANCE] = "an instance",
        };

        return names[literal->kind];
}

static int wrong_kind(const Conversion *conversion, const Literal *literal)
{
        MofWhere where = mof_literal_where(conversion->initializer, literal);

        return mof_error(conversion->parser, &where, "%s is of type %s, found %s", conversion->what,
                         type_name(conversion->type), literal_name(literal));
}

static int convert_magnitude(const Conversion *conversion, const Literal *literal, bool is_negative, uint64_t magnitude,
                             MI_Value *value)
{
        const IntegerRange *range = &ranges[conversion->type];
        MofWhere where = mof_literal_where(conversion->initializer, literal);

        if (is_negative ? magnitude > range->smallest : magnitude > range->largest)
                return mof_error(conversion->parser, &where, "%s%" PRIu64 " does not fit %s of type %s: expected %s",
                                 is_negative ? "-" : "", magnitude, conversion->what, type_name(conversion->type),
                                 range->text);
        if (conversion->type == MI_CHAR16 && magnitude == 0)
                return mof_error(conversion->parser, &where, "%s cannot be the character NUL", conversion->what);
        if (is_negative)
                return value_from_sint64(value, conversion->type, (int64_t)(0 - magnitude));
        return value_from_uint64(value, conversion->type, magnitude);
}

static int convert_integer(const Conversion *conversion, const Literal *literal, MI_Value *value)
{
        bool is_wide = conversion->type == MI_UINT64 || conversion->type == MI_SINT64;
        MofWhere where = mof_literal_where(conversion->initializer, literal);

        /* WMI hands 64-bit numbers round as texts, and so do files written for it */
        if (literal->kind == LITERAL_STRING && is_wide && !conversion->parser->options.is_strict) {
                const char *text = literal->value.string;
                bool is_negative = *text == '-';
                uint64_t magnitude;

                if (number_parse_uint64(&magnitude, text + is_negative) < 0 || text[is_negative] == '-')
                        return mof_error(conversion->parser, &where, "%s is of type %s, \"%s\" is no number",
                                         conversion->what, type_name(conversion->type), text);
                return convert_magnitude(conversion, literal, is_negative, magnitude, value);
        }
        if (literal->kind != LITERAL_INTEGER)
                return wrong_kind(conversion, literal);
        return convert_magnitude(conversion, literal, literal->is_negative, literal->value.integer, value);
}

static int convert_real(const Conversion *conversion, const Literal *literal, MI_Value *value)
{
        MofWhere where = mof_literal_where(conversion->initializer, literal);
        double real;

        if (literal->kind == LITERAL_REAL)
                real = literal->value.real;
        else if (literal->kind == LITERAL_INTEGER)
                real = literal->is_negative ? -(double)literal->value.integer : (double)literal->value.integer;
        else
                return wrong_kind(conversion, literal);

        if (conversion->type == MI_REAL64) {
                value->real64 = real;
                return 0;
        }
        value->real32 = (MI_Real32)real;
        if (isinf(value->real32))
                return mof_error(conversion->parser, &where, "the number does not fit %s of type real32",
                                 conversion->what);
        return 0;
}

static int convert_datetime(const Conversion *conversion, const Literal *literal, MI_Value *value)
{
        MofWhere where = mof_literal_where(conversion->initializer, literal);

        if (literal->kind != LITERAL_STRING)
                return wrong_kind(conversion, literal);
        if (datetime_parse(&value->datetime, literal->value.string) < 0)
                return mof_error(conversion->parser, &where,
                                 "%s is of type datetime, \"%s\" is none: expected \"yyyymmddhhmmss.mmmmmmsutc\" or "
                                 "\"ddddddddhhmmss.mmmmmm:000\"",
                                 conversion->what, literal->value.string);
        return 0;
}

static int convert_one(const Conversion *conversion, const Literal *literal, MI_Value *value)
{
        memset(value, 0, sizeof(*value));
        switch (conversion->type) {
        case MI_BOOLEAN:
                if (literal->kind != LITERAL_BOOLEAN)
                        return wrong_kind(conversion, literal);
                value->boolean = literal->value.boolean;
                return 0;
        case MI_CHAR16:
                if (literal->kind == LITERAL_CHARACTER)
                        return convert_magnitude(conversion, literal, false, literal->value.integer, value);
                return convert_integer(conversion, literal, value);
        case MI_REAL32:
        case MI_REAL64:
                return convert_real(conversion, literal, value);
        case MI_DATETIME:
                return convert_datetime(conversion, literal, value);
        case MI_STRING:
        case MI_REFERENCE: /* an object path */
        case MI_INSTANCE:  /* MOF in a text */
                if (literal->kind != LITERAL_STRING)
                        return wrong_kind(conversion, literal);
                value->string = (MI_Char *)literal->value.string;
                return 0;
        default:
                return convert_integer(conversion, literal, value);
        }
}

static int convert_array(const Conversion *conversion, MI_Value *value)
{
        const Initializer *initializer = conversion->initializer;
        size_t size = type_size(conversion->type);
        char *data;
        int r;

        data = mof_alloc(conversion->parser, MAX(initializer->count, 1u) * size);
        if (!data)
                return error_trace(conversion->parser->fatal);
        for (uint32_t i = 0; i < initializer->count; i++) {
                MI_Value element;

                r = convert_one(conversion, &initializer->list[i], &element);
                if (r)
                        return r;
                value_store(data + i * size, &element, conversion->type);
        }
        value->array.data = data;
        value->array.size = initializer->count;
        return 0;
}

int mof_convert(MofParser *parser, const Initializer *initializer, MI_Type type, const char *what, MI_Value **valuep)
{
        Conversion conversion = { parser, initializer, type_scalar(type), what };
        MI_Value *value;
        int r;

        *valuep = NULL;
        if (!initializer->is_array && initializer->list[0].kind == LITERAL_NULL)
                return 0;
        if (initializer->is_array && !type_is_array(type))
                return mof_error(parser, &initializer->where, "%s is not an array, found %s", what,
                                 initializer->count ? "more than one value in braces" : "empty braces");
        if (!initializer->is_array && type_is_array(type)) {
                MofWhere where = mof_literal_where(initializer, initializer->list);

                r = mof_complaint(parser, &where, "%s is an array, expected {...}", what);
                if (r)
                        return r;
        }

        value = mof_alloc(parser, sizeof(*value));
        if (!value)
                return error_trace(parser->fatal);
        r = type_is_array(type) ? convert_array(&conversion, value)
                                : convert_one(&conversion, initializer->list, value);
        if (!r)
                *valuep = value;
        return r;
}
