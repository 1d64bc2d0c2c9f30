#include "query/compare.h"

#include <string.h>

#include "model/datetime.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "query/number-text.h"
#include "util/text.h"

/* What a pair of values can tell: nothing, whether they are equal, or which comes first */
typedef enum Meaning {
        MEANING_NONE,
        MEANING_EQUALITY,
        MEANING_ORDER,
} Meaning;

void scalar_from_literal(Scalar *scalar, const QueryLiteral *literal)
{
        *scalar = (Scalar){ 0 };
        switch (literal->kind) {
        case QUERY_LITERAL_NULL:
                scalar->kind = SCALAR_NULL;
                break;
        case QUERY_LITERAL_BOOLEAN:
                scalar->kind = SCALAR_BOOLEAN;
                scalar->boolean = literal->boolean;
                break;
        case QUERY_LITERAL_INTEGER:
        case QUERY_LITERAL_REAL:
                scalar->kind = SCALAR_NUMBER;
                scalar->number = *literal;
                break;
        case QUERY_LITERAL_STRING:
                scalar->kind = SCALAR_STRING;
                scalar->string = literal->string;
                break;
        }
}

static void set_integer(Scalar *scalar, const MI_Value *value, MI_Type type)
{
        int64_t number;

        scalar->kind = SCALAR_NUMBER;
        scalar->number.kind = QUERY_LITERAL_INTEGER;
        if (type == MI_UINT64) {
                scalar->number.magnitude = value->uint64;
        } else if (value_to_sint64(value, type, &number)) {
                scalar->number.negative = number < 0;
                /* Not -number: the least sint64 has no positive counterpart. */
                scalar->number.magnitude = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
        }
}

static void set_real(Scalar *scalar, double real, bool is_single)
{
        scalar->kind = SCALAR_NUMBER;
        scalar->number.kind = QUERY_LITERAL_REAL;
        scalar->number.real = real;
        scalar->is_single = is_single;
}

void scalar_from_value(Scalar *scalar, const MI_Value *value, MI_Type type)
{
        *scalar = (Scalar){ 0 };
        if (type_is_array(type)) {
                scalar->kind = SCALAR_ARRAY;
                scalar->array = value->array;
                scalar->array_type = type;
                return;
        }
        switch (type) {
        case MI_BOOLEAN:
                scalar->kind = SCALAR_BOOLEAN;
                scalar->boolean = value->boolean != MI_FALSE;
                break;
        case MI_REAL32:
                set_real(scalar, value->real32, true);
                break;
        case MI_REAL64:
                set_real(scalar, value->real64, false);
                break;
        case MI_CHAR16:
                scalar->kind = SCALAR_CHAR;
                scalar->number = (QueryLiteral){ .kind = QUERY_LITERAL_INTEGER, .magnitude = value->char16 };
                break;
        case MI_DATETIME:
                scalar->kind = SCALAR_DATETIME;
                scalar->datetime = value->datetime;
                break;
        case MI_STRING:
                scalar->kind = value->string ? SCALAR_STRING : SCALAR_NULL;
                scalar->string = value->string;
                break;
        case MI_REFERENCE:
        case MI_INSTANCE:
                scalar->instance = type == MI_REFERENCE ? value->reference : value->instance;
                if (scalar->instance)
                        scalar->kind = type == MI_REFERENCE ? SCALAR_REFERENCE : SCALAR_INSTANCE;
                break;
        default:
                set_integer(scalar, value, type);
                break;
        }
}

const char *scalar_text(const Scalar *scalar, ScalarText *room)
{
        uint32_t code = (uint32_t)scalar->number.magnitude;
        char *out = room->text;

        if (scalar->kind == SCALAR_STRING)
                return scalar->string;
        if (scalar->kind != SCALAR_CHAR)
                return NULL;
        if (code < 0x80) {
                *out++ = (char)code;
        } else if (code < 0x800) {
                *out++ = (char)(0xc0 | code >> 6);
                *out++ = (char)(0x80 | (code & 0x3f));
        } else {
                *out++ = (char)(0xe0 | code >> 12);
                *out++ = (char)(0x80 | (code >> 6 & 0x3f));
                *out++ = (char)(0x80 | (code & 0x3f));
        }
        *out = 0;
        return room->text;
}

bool scalar_reads_datetime(const char *text, MI_Datetime *datetime)
{
        char full[DATETIME_TEXT_SIZE];
        size_t digits = strspn(text, "0123456789");

        if (datetime_parse(datetime, text) == 0)
                return true;
        if (!text[digits] && (digits == 8 || digits == 14)) {
                memcpy(full, "00000000000000.000000+000", sizeof(full));
                memcpy(full, text, digits);
                return datetime_parse(datetime, full) == 0;
        }
        return datetime_parse_xml(datetime, text) == 0;
}

static Meaning compare_numbers(const Scalar *a, const Scalar *b, int *orderp)
{
        QueryLiteral x = a->number, y = b->number;

        if (a->is_single != b->is_single) {
                if (x.kind == QUERY_LITERAL_REAL)
                        x.real = (double)(float)x.real;
                if (y.kind == QUERY_LITERAL_REAL)
                        y.real = (double)(float)y.real;
        }
        return number_order(&x, &y, orderp) ? MEANING_ORDER : MEANING_NONE;
}

static Meaning compare_number_text(const Scalar *number, const char *text, int *orderp)
{
        Scalar other = { .kind = SCALAR_NUMBER };

        if (!number_text_reads(text, &other.number))
                return MEANING_NONE;
        return compare_numbers(number, &other, orderp);
}

static Meaning compare_boolean(const Scalar *boolean, const Scalar *other, int *orderp)
{
        Scalar number = { .kind = SCALAR_NUMBER };
        Meaning meaning = MEANING_NONE;

        number.number = (QueryLiteral){ .kind = QUERY_LITERAL_INTEGER, .magnitude = boolean->boolean };
        if (other->kind == SCALAR_BOOLEAN) {
                *orderp = boolean->boolean - other->boolean;
                return MEANING_EQUALITY;
        }
        if (other->kind == SCALAR_NUMBER) {
                meaning = compare_numbers(&number, other, orderp);
        } else if (other->kind == SCALAR_STRING) {
                if (ascii_equal(other->string, "true") || ascii_equal(other->string, "false")) {
                        *orderp = boolean->boolean - ascii_equal(other->string, "true");
                        return MEANING_EQUALITY;
                }
                meaning = compare_number_text(&number, other->string, orderp);
        }
        return meaning == MEANING_NONE ? MEANING_NONE : MEANING_EQUALITY;
}

static Meaning compare_datetime(const Scalar *datetime, const Scalar *other, int *orderp)
{
        MI_Datetime read;
        const MI_Datetime *right = &other->datetime;

        if (other->kind == SCALAR_STRING) {
                if (!scalar_reads_datetime(other->string, &read))
                        return MEANING_NONE;
                right = &read;
        } else if (other->kind != SCALAR_DATETIME) {
                return MEANING_NONE;
        }
        if (!datetime->datetime.isTimestamp != !right->isTimestamp)
                return MEANING_NONE;
        *orderp = datetime_compare(&datetime->datetime, right);
        return MEANING_ORDER;
}

static bool is_key_equal(const Element *key, const Element *other)
{
        Scalar a, b;

        if (key->is_null || other->is_null)
                return key->is_null == other->is_null;
        scalar_from_value(&a, &key->value, key->type);
        scalar_from_value(&b, &other->value, other->type);
        return scalar_compare(&a, QUERY_EQUAL, &b) == QUERY_TRUE;
}

/* Class and keys, these as a query compares values: a path as text does not tell an uint32 from an sint64. */
static bool names_same_object(const MI_Instance *a, const MI_Instance *b)
{
        uint32_t n_keys[2] = { 0 };
        Element key, other;

        if (!ascii_equal(instance_class_name(a), instance_class_name(b)))
                return false;
        for (uint32_t i = 0; instance_element(b, i, &other); i++)
                n_keys[1] += (other.flags & MI_FLAG_KEY) != 0;
        for (uint32_t i = 0; instance_element(a, i, &key); i++) {
                if (!(key.flags & MI_FLAG_KEY))
                        continue;
                n_keys[0]++;
                if (!instance_find(b, key.name, &other) || !is_key_equal(&key, &other))
                        return false;
        }
        return n_keys[0] == n_keys[1];
}

static Meaning compare_reference(const Scalar *reference, const Scalar *other, int *orderp)
{
        _cleanup_(instance_deletep) MI_Instance *parsed = NULL;
        const MI_Instance *right = other->instance;
        const char *why;

        if (other->kind == SCALAR_STRING) {
                if (path_parse(&parsed, other->string, NULL, &why))
                        return MEANING_NONE;
                right = parsed;
        } else if (other->kind != SCALAR_REFERENCE) {
                return MEANING_NONE;
        }
        *orderp = !names_same_object(reference->instance, right);
        return MEANING_EQUALITY;
}

static Meaning compare_text(const char *text, const Scalar *other, int *orderp)
{
        ScalarText room;
        const char *right = scalar_text(other, &room);

        if (!right)
                return MEANING_NONE;
        *orderp = ascii_casecmp(text, right);
        return MEANING_ORDER;
}

/* The left one decides; compare() has put the pair into the order in which that is enough. */
static Meaning compare_ordered(const Scalar *a, const Scalar *b, int *orderp)
{
        ScalarText room;

        switch (a->kind) {
        case SCALAR_REFERENCE:
                return compare_reference(a, b, orderp);
        case SCALAR_DATETIME:
                return compare_datetime(a, b, orderp);
        case SCALAR_BOOLEAN:
                return compare_boolean(a, b, orderp);
        case SCALAR_NUMBER:
                if (b->kind == SCALAR_STRING)
                        return compare_number_text(a, b->string, orderp);
                return b->kind == SCALAR_NUMBER || b->kind == SCALAR_CHAR ? compare_numbers(a, b, orderp)
                                                                          : MEANING_NONE;
        case SCALAR_CHAR:
        case SCALAR_STRING:
                return compare_text(scalar_text(a, &room), b, orderp);
        default:
                return MEANING_NONE;
        }
}

static int rank(ScalarKind kind)
{
        static const ScalarKind ranks[] = { SCALAR_REFERENCE, SCALAR_DATETIME, SCALAR_BOOLEAN,
                                            SCALAR_NUMBER,    SCALAR_CHAR,     SCALAR_STRING };

        for (size_t i = 0; i < ARRAY_SIZE(ranks); i++)
                if (ranks[i] == kind)
                        return (int)i;
        return (int)ARRAY_SIZE(ranks);
}

static Meaning compare(const Scalar *a, const Scalar *b, int *orderp)
{
        Meaning meaning;

        if (a->kind == SCALAR_INSTANCE || a->kind == SCALAR_ARRAY || b->kind == SCALAR_INSTANCE ||
            b->kind == SCALAR_ARRAY)
                return MEANING_NONE;
        if (rank(a->kind) <= rank(b->kind))
                return compare_ordered(a, b, orderp);
        meaning = compare_ordered(b, a, orderp);
        *orderp = -*orderp;
        return meaning;
}

QueryTruth scalar_compare(const Scalar *a, QueryOperator op, const Scalar *b)
{
        Meaning meaning;
        int order = 0;

        if (a->kind == SCALAR_NULL || b->kind == SCALAR_NULL)
                return QUERY_UNKNOWN;
        meaning = compare(a, b, &order);
        if (meaning == MEANING_NONE || (meaning == MEANING_EQUALITY && query_operator_is_order(op)))
                return QUERY_UNKNOWN;

        switch (op) {
        case QUERY_EQUAL:
                return order == 0 ? QUERY_TRUE : QUERY_FALSE;
        case QUERY_NOT_EQUAL:
                return order != 0 ? QUERY_TRUE : QUERY_FALSE;
        case QUERY_LESS:
                return order < 0 ? QUERY_TRUE : QUERY_FALSE;
        case QUERY_LESS_EQUAL:
                return order <= 0 ? QUERY_TRUE : QUERY_FALSE;
        case QUERY_GREATER:
                return order > 0 ? QUERY_TRUE : QUERY_FALSE;
        case QUERY_GREATER_EQUAL:
                return order >= 0 ? QUERY_TRUE : QUERY_FALSE;
        default:
                return QUERY_UNKNOWN;
        }
}

size_t scalar_array_size(const Scalar *array)
{
        return array->array.size;
}

void scalar_array_at(const Scalar *array, size_t index, Scalar *element)
{
        const MI_Value value = { .array = array->array };
        MI_Value item;

        value_array_at(&value, array->array_type, (uint32_t)index, &item);
        scalar_from_value(element, &item, type_scalar(array->array_type));
}

QueryTruth scalar_compare_arrays(const Scalar *a, QueryOperator op, const Scalar *b)
{
        QueryTruth equal = QUERY_TRUE;

        if (a->kind != SCALAR_ARRAY || b->kind != SCALAR_ARRAY || query_operator_is_order(op))
                return QUERY_UNKNOWN;
        if (scalar_array_size(a) != scalar_array_size(b))
                equal = QUERY_FALSE;
        for (size_t i = 0; i < scalar_array_size(a) && equal != QUERY_FALSE; i++) {
                QueryTruth part;
                Scalar x, y;

                scalar_array_at(a, i, &x);
                scalar_array_at(b, i, &y);
                part = scalar_compare(&x, QUERY_EQUAL, &y);
                if (part != QUERY_TRUE)
                        equal = part;
        }
        return op == QUERY_EQUAL ? equal : query_not(equal);
}
