#pragma once

/*
 * CIM datetimes (DSP0004)
 *
 * 25 characters: a timestamp `yyyymmddhhmmss.mmmmmmsutc` (s is + or -, utc three digits of minutes) or an interval
 * `ddddddddhhmmss.mmmmmm:000`.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

enum {
        DATETIME_TEXT_SIZE = 26, /* with the NUL */
};

/* 0 or -EINVAL. Asterisks (fields of no significance) are read as the least value of their field. */
int datetime_parse(MI_Datetime *datetime, const char *text);
/* xs:dateTime / xs:duration as WS-CIM writes them: `2024-02-29T12:00:00.5Z`, `P1DT2H3M4.5S`. */
int datetime_parse_xml(MI_Datetime *datetime, const char *text);

/* Out-of-range fields are clamped, so that the text always has 25 characters. */
void datetime_format(const MI_Datetime *datetime, char text[DATETIME_TEXT_SIZE]);
bool datetime_valid(const MI_Datetime *datetime);

/* Negative, 0, positive; points in time are compared as such (utc counted in). An interval sorts before every timestamp. */
int datetime_compare(const MI_Datetime *a, const MI_Datetime *b);

/* Microseconds since 1970 UTC of a timestamp, or of an interval its length. False if it is not valid. */
bool datetime_to_us(const MI_Datetime *datetime, int64_t *usp);
void datetime_from_us(MI_Datetime *datetime, int64_t us, int utc_minutes);
void interval_from_us(MI_Interval *interval, uint64_t us);
