#pragma once

/*
 * Numbers as text, without the locale
 *
 * libmi lives in other people's processes, whose decimal point may be a comma: nothing here asks setlocale.
 */

#include "util/macro.h"

/* Room for any number that number_format_* writes, with the NUL */
#define NUMBER_TEXT_MAX 40

/* Parse the whole of `text`; 0, -EINVAL (not a number), -ERANGE (does not fit). Decimal, 0x hexadecimal, leading sign. */
int number_parse_uint64(uint64_t *valuep, const char *text);
int number_parse_int64(int64_t *valuep, const char *text);
/* [sign] digits [. digits] [e [sign] digits]; correctly rounded; also inf and nan */
int number_parse_real64(double *valuep, const char *text);

/* The shortest text that reads back as the same value; always with '.' or an exponent ("1.0"). Returns `out`. */
char *number_format_real64(char out[NUMBER_TEXT_MAX], double value);
char *number_format_real32(char out[NUMBER_TEXT_MAX], float value);
