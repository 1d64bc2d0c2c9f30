#include <errno.h>
#include <locale.h>
#include <math.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

#include "util/number.h"
#include "util/text.h"

static locale_t number_c_locale;
static pthread_once_t number_c_locale_once = PTHREAD_ONCE_INIT;

static void number_c_locale_init(void)
{
        number_c_locale = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

static locale_t number_locale(void)
{
        pthread_once(&number_c_locale_once, number_c_locale_init);
        return number_c_locale;
}

static int number_digit(char c)
{
        c = ascii_lower(c);
        if (ascii_is_digit(c))
                return c - '0';
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : 16;
}

static int number_parse_magnitude(uint64_t *valuep, const char *text)
{
        unsigned int base = 10;
        uint64_t value = 0;

        if (text[0] == '0' && ascii_lower(text[1]) == 'x') {
                base = 16;
                text += 2;
        }
        if (!*text)
                return -EINVAL;
        for (; *text; text++) {
                unsigned int digit = (unsigned int)number_digit(*text);

                if (digit >= base)
                        return -EINVAL;
                if (__builtin_mul_overflow(value, base, &value) || __builtin_add_overflow(value, digit, &value))
                        return -ERANGE;
        }
        *valuep = value;
        return 0;
}

int number_parse_uint64(uint64_t *valuep, const char *text)
{
        uint64_t value;
        int r;

        if (!text)
                return -EINVAL;
        if (*text == '-') {
                r = number_parse_magnitude(&value, text + 1);
                if (r == 0 && value == 0)
                        *valuep = 0;
                return r < 0 ? r : value ? -ERANGE : 0;
        }
        return number_parse_magnitude(valuep, *text == '+' ? text + 1 : text);
}

int number_parse_int64(int64_t *valuep, const char *text)
{
        bool is_negative;
        uint64_t value;
        int r;

        if (!text)
                return -EINVAL;
        is_negative = *text == '-';
        r = number_parse_magnitude(&value, is_negative || *text == '+' ? text + 1 : text);
        if (r < 0)
                return r;
        if (value > (uint64_t)INT64_MAX + is_negative)
                return -ERANGE;
        *valuep = is_negative ? (int64_t)(0 - value) : (int64_t)value;
        return 0;
}

int number_parse_real64(double *valuep, const char *text)
{
        double value;
        char *end;

        if (!text || !*text || ascii_is_space(*text))
                return -EINVAL;
        errno = 0;
        value = strtod_l(text, &end, number_locale());
        if (*end || end == text)
                return -EINVAL;
        if (errno == ERANGE && isinf(value))
                return -ERANGE;
        *valuep = value;
        return 0;
}

/* snprintf follows the thread's locale: the C locale is put in place for the call. */
static void number_print(char out[NUMBER_TEXT_MAX], double value, int digits)
{
        locale_t before = uselocale(number_locale());

        snprintf(out, NUMBER_TEXT_MAX, "%.*g", digits, value);
        uselocale(before);
}

static char *number_mark_as_real(char out[NUMBER_TEXT_MAX])
{
        if (!strpbrk(out, ".einEIN"))
                strcat(out, ".0");
        return out;
}

char *number_format_real64(char out[NUMBER_TEXT_MAX], double value)
{
        for (int digits = 15; digits <= 17; digits++) {
                double back;

                number_print(out, value, digits);
                if (digits == 17 || !isfinite(value) || (number_parse_real64(&back, out) == 0 && back == value))
                        break;
        }
        return number_mark_as_real(out);
}

char *number_format_real32(char out[NUMBER_TEXT_MAX], float value)
{
        for (int digits = 6; digits <= 9; digits++) {
                double back;

                number_print(out, (double)value, digits);
                if (digits == 9 || !isfinite(value) || (number_parse_real64(&back, out) == 0 && (float)back == value))
                        break;
        }
        return number_mark_as_real(out);
}
