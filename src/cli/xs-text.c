#include "cli/xs.h"

#include <string.h>

#include "util/text.h"

/* One character at *textp; false: it is no text (NUL, or malformed) and one octet long. */
static bool take_character(const char **textp, const char *end)
{
        if (!**textp) {
                (*textp)++;
                return false;
        }
        return utf8_next(textp, end) != UINT32_MAX;
}

void xs_escape(Buffer *out, const char *octets, size_t size)
{
        for (const char *end = octets + size; octets < end;) {
                const char *start = octets;

                if (!take_character(&octets, end))
                        buffer_printf(out, "\\x%02x", (unsigned char)*start);
                else if (*start == '\\')
                        buffer_append_string(out, "\\\\");
                else
                        buffer_append(out, start, (size_t)(octets - start));
        }
}

void xs_show(Buffer *out, const char *octets, size_t size)
{
        static const char from[] = "\\\n\t\r", to[] = "\\ntr";

        for (const char *end = octets + size; octets < end;) {
                const char *start = octets;
                const bool is_text = take_character(&octets, end);
                const char *known = *start ? strchr(from, *start) : NULL;

                if (known)
                        buffer_printf(out, "\\%c", to[known - from]);
                else if (!is_text || (unsigned char)*start < 0x20 || *start == 0x7f ||
                         ((unsigned char)*start == 0xc2 && (unsigned char)start[1] < 0xa0))
                        for (; start < octets; start++)
                                buffer_printf(out, "\\x%02x", (unsigned char)*start);
                else
                        buffer_append(out, start, (size_t)(octets - start));
        }
}

static int hex_value(char c)
{
        if (ascii_is_digit(c))
                return c - '0';
        c = ascii_lower(c);
        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

static bool is_octal(char c)
{
        return c >= '0' && c <= '7';
}

void xs_unescape(Buffer *out, const char *escaped)
{
        static const char from[] = "\\ntr", to[] = "\\\n\t\r";

        while (*escaped) {
                const char *next = escaped + 1;
                const char *known = *next ? strchr(from, *next) : NULL;

                if (*escaped != '\\') {
                        buffer_append_char(out, *escaped++);
                } else if (known) {
                        buffer_append_char(out, to[known - from]);
                        escaped += 2;
                } else if (*next == 'x' && hex_value(next[1]) >= 0 && hex_value(next[2]) >= 0) {
                        buffer_append_char(out, (char)(hex_value(next[1]) * 16 + hex_value(next[2])));
                        escaped += 4;
                } else if (is_octal(next[0])) {
                        /* as xenstore-write reads them: one to three digits */
                        int value = 0, n = 0;

                        for (; n < 3 && is_octal(next[n]); n++)
                                value = value * 8 + (next[n] - '0');
                        buffer_append_char(out, (char)value);
                        escaped += n + 1;
                } else {
                        buffer_append_char(out, *escaped++);
                }
        }
}
