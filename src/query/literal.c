#include <string.h>

#include "model/datetime.h"
#include "model/value.h"
#include "query/compare.h"
#include "query/number-text.h"
#include "util/text.h"

/* The literal as a number, if it has a meaning beside a number of a property */
static bool as_number(const QueryLiteral *literal, QueryLiteral *number)
{
        if (literal->kind == QUERY_LITERAL_STRING)
                return number_text_reads(literal->string, number);
        *number = *literal;
        return literal->kind == QUERY_LITERAL_INTEGER || literal->kind == QUERY_LITERAL_REAL;
}

static int integer_value(const QueryLiteral *literal, MI_Type type, MI_Value *valuep)
{
        QueryLiteral number;
        int r;

        if (!as_number(literal, &number))
                return QUERY_NO_VALUE;
        if (number.kind == QUERY_LITERAL_REAL) {
                /* 5.0 is 5, and 5.5 is no integer. */
                QueryLiteral whole = { .kind = QUERY_LITERAL_INTEGER, .negative = number.real < 0 };
                double magnitude = whole.negative ? -number.real : number.real;
                int order;

                if (magnitude >= 18446744073709551616.0)
                        return QUERY_NO_VALUE;
                whole.magnitude = (uint64_t)magnitude;
                if (!number_order(&whole, &number, &order) || order)
                        return QUERY_NO_VALUE;
                number = whole;
        }
        if (!number.negative || number.magnitude == 0) {
                r = value_from_uint64(valuep, type, number.magnitude);
        } else {
                if (number.magnitude > (uint64_t)INT64_MAX + 1)
                        return QUERY_NO_VALUE;
                r = value_from_sint64(valuep, type, (int64_t)(0 - number.magnitude));
        }
        return r ? QUERY_NO_VALUE : 0;
}

static int real_value(const QueryLiteral *literal, MI_Type type, MI_Value *valuep)
{
        QueryLiteral number, back = { .kind = QUERY_LITERAL_REAL };
        int order;

        if (!as_number(literal, &number))
                return QUERY_NO_VALUE;
        if (number.kind == QUERY_LITERAL_INTEGER) {
                back.real = number.negative ? -(double)number.magnitude : (double)number.magnitude;
                if (!number_order(&number, &back, &order) || order)
                        return QUERY_NO_VALUE;
                number = back;
        }
        if (type == MI_REAL32)
                valuep->real32 = (float)number.real;
        else
                valuep->real64 = number.real;
        return 0;
}

static int boolean_value(const QueryLiteral *literal, MI_Value *valuep)
{
        for (int candidate = 0; candidate < 2; candidate++) {
                Scalar boolean = { .kind = SCALAR_BOOLEAN, .boolean = candidate };
                Scalar other;

                scalar_from_literal(&other, literal);
                if (scalar_compare(&boolean, QUERY_EQUAL, &other) == QUERY_TRUE) {
                        valuep->boolean = (MI_Boolean)candidate;
                        return 0;
                }
        }
        return QUERY_NO_VALUE;
}

static int char_value(const QueryLiteral *literal, MI_Value *valuep)
{
        if (literal->kind == QUERY_LITERAL_STRING) {
                const char *text = literal->string;
                const char *end = text + strlen(text);
                uint32_t character = *text ? utf8_next(&text, end) : UINT32_MAX;

                if (character > UINT16_MAX || text != end)
                        return QUERY_NO_VALUE;
                /* A letter equals its other case too. */
                if (character < 0x80 && ascii_is_alpha((char)character))
                        return QUERY_MANY_VALUES;
                valuep->char16 = (MI_Char16)character;
                return 0;
        }
        return integer_value(literal, MI_CHAR16, valuep);
}

int query_literal_value(const QueryLiteral *literal, MI_Type type, MI_Value *valuep)
{
        MI_Datetime datetime;

        if (literal->kind == QUERY_LITERAL_NULL)
                return QUERY_NO_VALUE;
        switch (type) {
        case MI_BOOLEAN:
                return boolean_value(literal, valuep);
        case MI_REAL32:
        case MI_REAL64:
                return real_value(literal, type, valuep);
        case MI_CHAR16:
                return char_value(literal, valuep);
        case MI_STRING:
                if (literal->kind != QUERY_LITERAL_STRING)
                        return QUERY_MANY_VALUES;
                valuep->string = (MI_Char *)(uintptr_t)literal->string;
                return 0;
        case MI_DATETIME:
                /* One moment has as many values as there are distances to UTC. */
                if (literal->kind == QUERY_LITERAL_STRING && scalar_reads_datetime(literal->string, &datetime))
                        return QUERY_MANY_VALUES;
                return QUERY_NO_VALUE;
        case MI_REFERENCE:
                return literal->kind == QUERY_LITERAL_STRING ? QUERY_MANY_VALUES : QUERY_NO_VALUE;
        default:
                return type_is_integer(type) ? integer_value(literal, type, valuep) : QUERY_NO_VALUE;
        }
}
