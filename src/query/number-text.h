#pragma once

/*
 * Numbers in the text of a query, and text that reads as a number (private to src/query)
 *
 * Integers are decimal, hexadecimal (0x…) or binary (101b), with an optional sign; reals need a point or an exponent.
 */

#include "query/query.h"

enum {
        _NUMBER_TEXT_SUCCESS,

        NUMBER_TEXT_NONE,  /* no number stands there */
        NUMBER_TEXT_RANGE, /* an integer beyond 64 bits or a real beyond a double */
};

/* Parses the number at the start of `text`; *endp is the first character behind it. */
int number_text_parse(const char *text, const char **endp, QueryLiteral *literal);

/* Whether the whole text, but for blanks around it, is a number */
bool number_text_reads(const char *text, QueryLiteral *literal);

/* Exact order of two numbers (INTEGER or REAL): <0, 0, >0. A NaN has no order: false. */
bool number_order(const QueryLiteral *a, const QueryLiteral *b, int *orderp);
