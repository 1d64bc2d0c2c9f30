#include <errno.h>
#include <string.h>

#include "util/text.h"

int ascii_casecmp(const char *a, const char *b)
{
        if (a == b)
                return 0;
        if (!a || !b)
                return a ? 1 : -1;
        /* mostly names are spelled alike */
        if (strcmp(a, b) == 0)
                return 0;
        for (;; a++, b++) {
                unsigned char x = (unsigned char)ascii_lower(*a), y = (unsigned char)ascii_lower(*b);

                if (x != y)
                        return x < y ? -1 : 1;
                if (!x)
                        return 0;
        }
}

int ascii_ncasecmp(const char *a, const char *b, size_t length)
{
        for (size_t i = 0; i < length; i++) {
                unsigned char x = (unsigned char)ascii_lower(a[i]), y = (unsigned char)ascii_lower(b[i]);

                if (x != y)
                        return x < y ? -1 : 1;
                if (!x)
                        return 0;
        }
        return 0;
}

bool ascii_starts_with(const char *text, const char *prefix)
{
        return ascii_ncasecmp(text, prefix, strlen(prefix)) == 0;
}

uint64_t ascii_hash(const char *text)
{
        uint64_t hash = 0xcbf29ce484222325u; /* FNV-1a, 64 bits */

        for (; *text; text++)
                hash = (hash ^ (unsigned char)ascii_lower(*text)) * 0x100000001b3u;
        return hash;
}

bool text_equal(const char *a, const char *b)
{
        return a == b || (a && b && strcmp(a, b) == 0);
}

uint32_t text_code(const char *name)
{
        size_t length = strlen(name);

        if (!length)
                return 0;
        return (uint32_t)(unsigned char)ascii_lower(name[0]) << 16 |
               (uint32_t)(unsigned char)ascii_lower(name[length - 1]) << 8 | (uint32_t)(length & 0xff);
}

bool text_is_identifier(const char *name)
{
        size_t i;

        if (!name || ascii_is_digit(name[0]))
                return false;
        for (i = 0; name[i]; i++) {
                char c = name[i];

                if (i >= 1024 || !(ascii_is_alpha(c) || ascii_is_digit(c) || c == '_' || (unsigned char)c >= 0x80))
                        return false;
        }
        return i > 0 && utf8_valid(name, i);
}

uint32_t utf8_next(const char **textp, const char *end)
{
        const unsigned char *text = (const unsigned char *)*textp;
        size_t left = (size_t)(end - *textp), length;
        uint32_t character, minimum;

        if (text[0] < 0x80) {
                *textp += 1;
                return text[0];
        }
        if (text[0] >= 0xc2 && text[0] < 0xe0) {
                length = 2;
                minimum = 0x80;
                character = text[0] & 0x1f;
        } else if (text[0] >= 0xe0 && text[0] < 0xf0) {
                length = 3;
                minimum = 0x800;
                character = text[0] & 0x0f;
        } else if (text[0] >= 0xf0 && text[0] < 0xf5) {
                length = 4;
                minimum = 0x10000;
                character = text[0] & 0x07;
        } else {
                *textp += 1;
                return UINT32_MAX;
        }

        for (size_t i = 1; i < length; i++) {
                if (i >= left || (text[i] & 0xc0) != 0x80) {
                        *textp += 1;
                        return UINT32_MAX;
                }
                character = character << 6 | (text[i] & 0x3f);
        }
        if (character < minimum || character > 0x10ffff || (character >= 0xd800 && character < 0xe000)) {
                *textp += 1;
                return UINT32_MAX;
        }
        *textp += length;
        return character;
}

bool utf8_valid(const char *text, size_t size)
{
        const char *end = text + size;

        while (text < end) {
                uint32_t character;

                /* most text is ASCII: eight bytes at a time */
                while (end - text >= 8) {
                        uint64_t word;

                        memcpy(&word, text, 8);
                        if (word & 0x8080808080808080u || ((word - 0x0101010101010101u) & ~word & 0x8080808080808080u))
                                break;
                        text += 8;
                }
                if (text == end)
                        break;
                character = utf8_next(&text, end);
                if (character == UINT32_MAX || character == 0)
                        return false;
        }
        return true;
}

int utf8_append(Buffer *buffer, uint32_t c)
{
        char bytes[4];
        size_t size;

        if (c < 0x80) {
                bytes[0] = (char)c;
                size = 1;
        } else if (c < 0x800) {
                bytes[0] = (char)(0xc0 | c >> 6);
                bytes[1] = (char)(0x80 | (c & 0x3f));
                size = 2;
        } else if (c < 0x10000) {
                bytes[0] = (char)(0xe0 | c >> 12);
                bytes[1] = (char)(0x80 | (c >> 6 & 0x3f));
                bytes[2] = (char)(0x80 | (c & 0x3f));
                size = 3;
        } else if (c <= 0x10ffff) {
                bytes[0] = (char)(0xf0 | c >> 18);
                bytes[1] = (char)(0x80 | (c >> 12 & 0x3f));
                bytes[2] = (char)(0x80 | (c >> 6 & 0x3f));
                bytes[3] = (char)(0x80 | (c & 0x3f));
                size = 4;
        } else {
                return -EILSEQ;
        }
        return buffer_append(buffer, bytes, size);
}

int utf16_to_utf8(Buffer *buffer, const uint16_t *units, size_t count)
{
        for (size_t i = 0; i < count; i++) {
                uint32_t c = units[i];
                int r;

                if (c >= 0xdc00 && c < 0xe000)
                        return -EILSEQ;
                if (c >= 0xd800 && c < 0xdc00) {
                        if (i + 1 >= count || units[i + 1] < 0xdc00 || units[i + 1] >= 0xe000)
                                return -EILSEQ;
                        c = 0x10000 + ((c - 0xd800) << 10) + (units[++i] - 0xdc00u);
                }
                r = utf8_append(buffer, c);
                if (r < 0)
                        return r;
        }
        return 0;
}
