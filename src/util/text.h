#pragma once

/*
 * Text: ASCII without the locale, UTF-8 and UTF-16
 *
 * CIM names compare without regard to ASCII case; nothing here looks at the locale.
 */

#include "util/buffer.h"

static inline char ascii_lower(char c)
{
        return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static inline bool ascii_is_digit(char c)
{
        return c >= '0' && c <= '9';
}

static inline bool ascii_is_alpha(char c)
{
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static inline bool ascii_is_space(char c)
{
        return c == ' ' || (c >= '\t' && c <= '\r');
}

/* <0, 0, >0 as strcmp; NULL sorts before everything */
int ascii_casecmp(const char *a, const char *b);
int ascii_ncasecmp(const char *a, const char *b, size_t length);
static inline bool ascii_equal(const char *a, const char *b)
{
        /* most that differ do so in their first character, and not by the bit that makes it lower case */
        if (a && b && ((a[0] ^ b[0]) & ~0x20))
                return false;
        return ascii_casecmp(a, b) == 0;
}
bool ascii_starts_with(const char *text, const char *prefix); /* without case */
uint64_t ascii_hash(const char *text);                        /* without case */

/* exact; NULL equals NULL */
bool text_equal(const char *a, const char *b);

/*
 * The `code` of a name in declarations (mi-api A.4): lower-case first character << 16 | lower-case last << 8 | length & 255.
 */
uint32_t text_code(const char *name);

/* Whether a CIM identifier (letter or underscore or non-ASCII first, then digits too); length 1 to 1,024 */
bool text_is_identifier(const char *name);

/* Strict UTF-8 (no overlong forms, no surrogates, at most U+10FFFF) without NUL */
bool utf8_valid(const char *text, size_t size);
/* Reads one character at *textp (before `end`), advances; UINT32_MAX (and one byte on) when it is malformed. */
uint32_t utf8_next(const char **textp, const char *end);
int utf8_append(Buffer *buffer, uint32_t character);

/* Appends the UTF-8 form of `count` UTF-16 units; a lone surrogate: -EILSEQ. */
int utf16_to_utf8(Buffer *buffer, const uint16_t *units, size_t count);
