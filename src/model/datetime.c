#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "model/datetime.h"
#include "util/macro.h"
#include "util/text.h"

#define US_PER_SECOND INT64_C(1000000)
#define US_PER_DAY    (INT64_C(86400) * US_PER_SECOND)

enum {
        DAYS_MAX = 99999999,
        UTC_MAX = 999,
};

/* Digits, or asterisks throughout, which stand for `least`. */
static bool field(const char **textp, unsigned digits, uint32_t least, uint32_t *numberp)
{
        const char *text = *textp;
        uint32_t number = 0;
        unsigned stars = 0;

        for (unsigned i = 0; i < digits; i++) {
                if (text[i] == '*')
                        stars++;
                else if (ascii_is_digit(text[i]))
                        number = number * 10 + (uint32_t)(text[i] - '0');
                else
                        return false;
        }
        if (stars && stars != digits)
                return false;
        *numberp = stars ? least : number;
        *textp += digits;
        return true;
}

/* mmmmmm, of which the less significant digits may be asterisks */
static bool microseconds(const char **textp, uint32_t *numberp)
{
        uint32_t number = 0;
        bool star = false;

        for (unsigned i = 0; i < 6; i++) {
                char c = (*textp)[i];

                number *= 10;
                if (c == '*')
                        star = true;
                else if (ascii_is_digit(c) && !star)
                        number += (uint32_t)(c - '0');
                else
                        return false;
        }
        *numberp = number;
        *textp += 6;
        return true;
}

static bool literal(const char **textp, char c)
{
        if (**textp != c)
                return false;
        *textp += 1;
        return true;
}

static bool parse_interval(MI_Datetime *datetime, const char *text)
{
        MI_Interval *interval = &datetime->u.interval;

        return field(&text, 8, 0, &interval->days) && field(&text, 2, 0, &interval->hours) &&
               field(&text, 2, 0, &interval->minutes) && field(&text, 2, 0, &interval->seconds) &&
               literal(&text, '.') && microseconds(&text, &interval->microseconds) && strcmp(text, ":000") == 0;
}

static bool parse_timestamp(MI_Datetime *datetime, const char *text)
{
        MI_Timestamp *timestamp = &datetime->u.timestamp;
        uint32_t utc;
        char sign;

        datetime->isTimestamp = 1;
        if (!field(&text, 4, 0, &timestamp->year) || !field(&text, 2, 1, &timestamp->month) ||
            !field(&text, 2, 1, &timestamp->day) || !field(&text, 2, 0, &timestamp->hour) ||
            !field(&text, 2, 0, &timestamp->minute) || !field(&text, 2, 0, &timestamp->second) ||
            !literal(&text, '.') || !microseconds(&text, &timestamp->microseconds))
                return false;
        sign = *text++;
        if ((sign != '+' && sign != '-') || !field(&text, 3, 0, &utc) || *text)
                return false;
        timestamp->utc = sign == '-' ? -(MI_Sint32)utc : (MI_Sint32)utc;
        return true;
}

int datetime_parse(MI_Datetime *datetime, const char *text)
{
        MI_Datetime parsed = { 0 };

        if (!text || strlen(text) != DATETIME_TEXT_SIZE - 1)
                return -EINVAL;
        if (!(text[21] == ':' ? parse_interval(&parsed, text) : parse_timestamp(&parsed, text)))
                return -EINVAL;
        if (!datetime_valid(&parsed))
                return -EINVAL;
        *datetime = parsed;
        return 0;
}

/* "." and any number of digits, of which the first six count */
static bool xml_fraction(const char **textp, uint32_t *microsecondsp)
{
        uint32_t number = 0;
        unsigned digits = 0;

        *microsecondsp = 0;
        if (!literal(textp, '.'))
                return true;
        for (; ascii_is_digit(**textp); ++*textp) {
                if (digits++ < 6)
                        number = number * 10 + (uint32_t)(**textp - '0');
        }
        if (!digits)
                return false;
        for (; digits < 6; digits++)
                number *= 10;
        *microsecondsp = number;
        return true;
}

static bool xml_zone(const char *text, MI_Sint32 *utcp)
{
        uint32_t hours, minutes;
        bool west;

        *utcp = 0;
        if (!*text || strcmp(text, "Z") == 0)
                return true;
        west = *text == '-';
        if (*text != '+' && *text != '-')
                return false;
        text++;
        if (strchr(text, '*') || !field(&text, 2, 0, &hours) || !literal(&text, ':') || !field(&text, 2, 0, &minutes) ||
            *text || hours > 14 || minutes > 59)
                return false;
        *utcp = (MI_Sint32)(hours * 60 + minutes) * (west ? -1 : 1);
        return true;
}

static bool xml_timestamp(MI_Datetime *datetime, const char *text)
{
        MI_Timestamp *timestamp = &datetime->u.timestamp;

        datetime->isTimestamp = 1;
        return !strchr(text, '*') && field(&text, 4, 0, &timestamp->year) && literal(&text, '-') &&
               field(&text, 2, 1, &timestamp->month) && literal(&text, '-') && field(&text, 2, 1, &timestamp->day) &&
               literal(&text, 'T') && field(&text, 2, 0, &timestamp->hour) && literal(&text, ':') &&
               field(&text, 2, 0, &timestamp->minute) && literal(&text, ':') &&
               field(&text, 2, 0, &timestamp->second) && xml_fraction(&text, &timestamp->microseconds) &&
               xml_zone(text, &timestamp->utc);
}

/* P[nY][nM][nD][T[nH][nM][nS]] without years and months, whose length nobody knows */
static bool xml_duration(MI_Datetime *datetime, const char *text)
{
        MI_Interval *interval = &datetime->u.interval;
        uint64_t seconds = 0, number;
        bool time = false, any = false;

        for (text++; *text;) {
                uint32_t fraction = 0;
                char *end;

                if (*text == 'T') {
                        if (time)
                                return false;
                        time = true;
                        text++;
                        continue;
                }
                if (!ascii_is_digit(*text) || strspn(text, "0123456789") > 12)
                        return false;
                number = strtoull(text, &end, 10);
                text = end;
                if (!xml_fraction(&text, &fraction) || (fraction && *text != 'S'))
                        return false;
                switch (*text++) {
                case 'D':
                        if (time)
                                return false;
                        seconds += number * 86400;
                        break;
                case 'H':
                        if (!time)
                                return false;
                        seconds += number * 3600;
                        break;
                case 'M':
                        if (!time)
                                return false;
                        seconds += number * 60;
                        break;
                case 'S':
                        if (!time)
                                return false;
                        seconds += number;
                        interval->microseconds = fraction;
                        break;
                default:
                        return false;
                }
                any = true;
        }
        if (!any || seconds / 86400 > DAYS_MAX)
                return false;
        interval->days = (uint32_t)(seconds / 86400);
        interval->hours = (uint32_t)(seconds / 3600 % 24);
        interval->minutes = (uint32_t)(seconds / 60 % 60);
        interval->seconds = (uint32_t)(seconds % 60);
        return true;
}

int datetime_parse_xml(MI_Datetime *datetime, const char *text)
{
        MI_Datetime parsed = { 0 };

        if (!text || strlen(text) > 64)
                return -EINVAL;
        if (!(*text == 'P' ? xml_duration(&parsed, text) : xml_timestamp(&parsed, text)) || !datetime_valid(&parsed))
                return -EINVAL;
        *datetime = parsed;
        return 0;
}

void datetime_format(const MI_Datetime *datetime, char text[DATETIME_TEXT_SIZE])
{
        if (datetime->isTimestamp) {
                const MI_Timestamp *t = &datetime->u.timestamp;
                int utc = MAX(-UTC_MAX, MIN(UTC_MAX, t->utc));

                snprintf(text, DATETIME_TEXT_SIZE, "%04u%02u%02u%02u%02u%02u.%06u%c%03d", MIN(t->year, 9999u) % 10000u,
                         MIN(t->month, 99u) % 100u, MIN(t->day, 99u) % 100u, MIN(t->hour, 99u) % 100u,
                         MIN(t->minute, 99u) % 100u, MIN(t->second, 99u) % 100u,
                         MIN(t->microseconds, 999999u) % 1000000u, utc < 0 ? '-' : '+', abs(utc) % 1000);
        } else {
                const MI_Interval *i = &datetime->u.interval;

                snprintf(text, DATETIME_TEXT_SIZE, "%08u%02u%02u%02u.%06u:000", MIN(i->days, 99999999u) % 100000000u,
                         MIN(i->hours, 99u) % 100u, MIN(i->minutes, 99u) % 100u, MIN(i->seconds, 99u) % 100u,
                         MIN(i->microseconds, 999999u) % 1000000u);
        }
}

static unsigned days_in_month(uint32_t year, uint32_t month)
{
        static const uint8_t days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
        bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);

        return month == 2 && leap ? 29 : days[month - 1];
}

bool datetime_valid(const MI_Datetime *datetime)
{
        if (datetime->isTimestamp) {
                const MI_Timestamp *t = &datetime->u.timestamp;

                return t->year <= 9999 && t->month >= 1 && t->month <= 12 && t->day >= 1 &&
                       t->day <= days_in_month(t->year, t->month) && t->hour < 24 && t->minute < 60 &&
                       t->second <= 60 && t->microseconds < US_PER_SECOND && t->utc >= -UTC_MAX && t->utc <= UTC_MAX;
        }
        return datetime->u.interval.days <= DAYS_MAX && datetime->u.interval.hours < 24 &&
               datetime->u.interval.minutes < 60 && datetime->u.interval.seconds < 60 &&
               datetime->u.interval.microseconds < US_PER_SECOND;
}

/* Days since 1970-01-01 in the Gregorian calendar, counted in eras of 400 years that begin in March */
static int64_t days_from_date(int64_t year, unsigned month, unsigned day)
{
        int64_t era, day_of_era;
        unsigned year_of_era, day_of_year;

        year -= month <= 2;
        era = (year >= 0 ? year : year - 399) / 400;
        year_of_era = (unsigned)(year - era * 400);
        day_of_year = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1;
        day_of_era = (int64_t)year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
        return era * 146097 + day_of_era - 719468;
}

static void date_from_days(int64_t days, MI_Timestamp *timestamp)
{
        int64_t era, year;
        unsigned day_of_era, year_of_era, day_of_year, month;

        days += 719468;
        era = (days >= 0 ? days : days - 146096) / 146097;
        day_of_era = (unsigned)(days - era * 146097);
        year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
        day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
        month = (5 * day_of_year + 2) / 153;
        timestamp->day = day_of_year - (153 * month + 2) / 5 + 1;
        timestamp->month = month < 10 ? month + 3 : month - 9;
        year = (int64_t)year_of_era + era * 400 + (timestamp->month <= 2);
        timestamp->year = (MI_Uint32)year;
}

static int64_t timestamp_us(const MI_Timestamp *t)
{
        int64_t days = days_from_date(t->year, t->month, t->day);
        int64_t seconds = days * 86400 + (int64_t)t->hour * 3600 + ((int64_t)t->minute - t->utc) * 60 + t->second;

        return seconds * US_PER_SECOND + t->microseconds;
}

static int64_t interval_us(const MI_Interval *i)
{
        int64_t seconds = (int64_t)i->days * 86400 + (int64_t)i->hours * 3600 + (int64_t)i->minutes * 60 + i->seconds;

        return seconds * US_PER_SECOND + i->microseconds;
}

bool datetime_to_us(const MI_Datetime *datetime, int64_t *usp)
{
        if (!datetime_valid(datetime))
                return false;
        *usp = datetime->isTimestamp ? timestamp_us(&datetime->u.timestamp) : interval_us(&datetime->u.interval);
        return true;
}

int datetime_compare(const MI_Datetime *a, const MI_Datetime *b)
{
        int64_t x, y;

        if (!a->isTimestamp != !b->isTimestamp)
                return a->isTimestamp ? 1 : -1;
        if (!datetime_to_us(a, &x) || !datetime_to_us(b, &y))
                return memcmp(&a->u, &b->u, sizeof(a->u));
        return (x > y) - (x < y);
}

void datetime_from_us(MI_Datetime *datetime, int64_t us, int utc_minutes)
{
        int64_t local = us + (int64_t)utc_minutes * 60 * US_PER_SECOND;
        int64_t days = local / US_PER_DAY, rest = local % US_PER_DAY;
        MI_Timestamp *timestamp = &datetime->u.timestamp;

        if (rest < 0) {
                rest += US_PER_DAY;
                days--;
        }
        memset(datetime, 0, sizeof(*datetime));
        datetime->isTimestamp = 1;
        date_from_days(days, timestamp);
        timestamp->microseconds = (MI_Uint32)(rest % US_PER_SECOND);
        rest /= US_PER_SECOND;
        timestamp->second = (MI_Uint32)(rest % 60);
        timestamp->minute = (MI_Uint32)(rest / 60 % 60);
        timestamp->hour = (MI_Uint32)(rest / 3600);
        timestamp->utc = utc_minutes;
}

void interval_from_us(MI_Interval *interval, uint64_t us)
{
        uint64_t seconds = us / US_PER_SECOND;

        memset(interval, 0, sizeof(*interval));
        interval->microseconds = (MI_Uint32)(us % US_PER_SECOND);
        interval->seconds = (MI_Uint32)(seconds % 60);
        interval->minutes = (MI_Uint32)(seconds / 60 % 60);
        interval->hours = (MI_Uint32)(seconds / 3600 % 24);
        interval->days = (MI_Uint32)MIN(seconds / 86400, (uint64_t)DAYS_MAX);
}
