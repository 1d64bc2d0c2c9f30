#include "query/number-text.h"

#include <math.h>
#include <string.h>

#include "util/number.h"
#include "util/text.h"

/* Digits of a real beyond these change nothing that a double can hold. */
#define REAL_TEXT_MAX 400

static int digit_of(char c)
{
        if (ascii_is_digit(c))
                return c - '0';
        c = ascii_lower(c);
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
}

static int parse_digits(const char *text, const char *end, unsigned int base, uint64_t *valuep)
{
        uint64_t value = 0;

        for (; text < end; text++)
                if (__builtin_mul_overflow(value, (uint64_t)base, &value) ||
                    __builtin_add_overflow(value, (uint64_t)digit_of(*text), &value))
                        return NUMBER_TEXT_RANGE;
        *valuep = value;
        return 0;
}

static const char *skip_digits(const char *text, int base)
{
        while (digit_of(*text) < base)
                text++;
        return text;
}

/* The end of a real that starts at `digits`, or NULL when it has neither point nor exponent */
static const char *real_end(const char *digits)
{
        const char *end = skip_digits(digits, 10);
        bool is_real = false;

        if (*end == '.' && ascii_is_digit(end[1])) {
                end = skip_digits(end + 1, 10);
                is_real = true;
        }
        if (ascii_lower(*end) == 'e') {
                const char *exponent = end + 1;

                if (*exponent == '-' || *exponent == '+')
                        exponent++;
                if (ascii_is_digit(*exponent)) {
                        end = skip_digits(exponent, 10);
                        is_real = true;
                }
        }
        return is_real ? end : NULL;
}

static int parse_real(const char *start, const char *end, double *realp)
{
        char text[REAL_TEXT_MAX + 1];
        size_t length = (size_t)(end - start);

        if (length > REAL_TEXT_MAX)
                return NUMBER_TEXT_RANGE;
        memcpy(text, start, length);
        text[length] = 0;
        return number_parse_real64(realp, text) == 0 && isfinite(*realp) ? 0 : NUMBER_TEXT_RANGE;
}

int number_text_parse(const char *text, const char **endp, QueryLiteral *literal)
{
        const char *digits = text;
        const char *end;
        bool negative;

        *literal = (QueryLiteral){ 0 };
        negative = *digits == '-';
        if (*digits == '-' || *digits == '+')
                digits++;

        if (digits[0] == '0' && ascii_lower(digits[1]) == 'x' && digit_of(digits[2]) < 16) {
                literal->kind = QUERY_LITERAL_INTEGER;
                *endp = skip_digits(digits + 2, 16);
                literal->negative = negative;
                return parse_digits(digits + 2, *endp, 16, &literal->magnitude);
        }

        end = real_end(digits);
        if (end) {
                literal->kind = QUERY_LITERAL_REAL;
                *endp = end;
                return parse_real(*text == '+' ? digits : text, end, &literal->real);
        }

        if (!ascii_is_digit(*digits))
                return NUMBER_TEXT_NONE;
        literal->kind = QUERY_LITERAL_INTEGER;
        literal->negative = negative;
        end = skip_digits(digits, 2);
        if (end > digits && ascii_lower(*end) == 'b') {
                *endp = end + 1;
                return parse_digits(digits, end, 2, &literal->magnitude);
        }
        *endp = skip_digits(digits, 10);
        return parse_digits(digits, *endp, 10, &literal->magnitude);
}

bool number_text_reads(const char *text, QueryLiteral *literal)
{
        const char *end;

        while (ascii_is_space(*text))
                text++;
        if (number_text_parse(text, &end, literal))
                return false;
        while (ascii_is_space(*end))
                end++;
        return !*end;
}

static int order_integers(const QueryLiteral *a, const QueryLiteral *b)
{
        const bool a_negative = a->negative && a->magnitude > 0;
        const bool b_negative = b->negative && b->magnitude > 0;
        int order = (a->magnitude > b->magnitude) - (a->magnitude < b->magnitude);

        if (a_negative != b_negative)
                return a_negative ? -1 : 1;
        return a_negative ? -order : order;
}

/* Through the whole part of the real: a 64-bit integer turned into a double would lose its last digits. */
static int order_integer_real(const QueryLiteral *integer, double real)
{
        const double limit = 18446744073709551616.0;
        QueryLiteral whole = { .kind = QUERY_LITERAL_INTEGER, .negative = real < 0 };
        double part = trunc(real);
        int order;

        if (real >= limit)
                return -1;
        if (real <= -limit)
                return 1;
        whole.magnitude = (uint64_t)fabs(part);
        order = order_integers(integer, &whole);
        if (order)
                return order;
        return (part > real) - (part < real);
}

bool number_order(const QueryLiteral *a, const QueryLiteral *b, int *orderp)
{
        const bool a_real = a->kind == QUERY_LITERAL_REAL;
        const bool b_real = b->kind == QUERY_LITERAL_REAL;

        if ((a_real && isnan(a->real)) || (b_real && isnan(b->real)))
                return false;
        if (a_real && b_real)
                *orderp = (a->real > b->real) - (a->real < b->real);
        else if (a_real)
                *orderp = -order_integer_real(b, a->real);
        else if (b_real)
                *orderp = order_integer_real(a, b->real);
        else
                *orderp = order_integers(a, b);
        return true;
}
