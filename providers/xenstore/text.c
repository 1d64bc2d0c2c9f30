#include "text.h"

#include <errno.h>
#include <string.h>

/* The length of the valid sequence at `text`, 0 if there is none. */
static size_t sequence(const unsigned char *text, size_t size)
{
        unsigned char first = text[0];
        size_t length = first < 0x80   ? 1
                        : first < 0xc2 ? 0
                        : first < 0xe0 ? 2
                        : first < 0xf0 ? 3
                        : first < 0xf5 ? 4
                                       : 0;

        if (!length || length > size)
                return 0;
        for (size_t i = 1; i < length; i++)
                if ((text[i] & 0xc0) != 0x80)
                        return 0;
        if ((first == 0xe0 && text[1] < 0xa0) || (first == 0xed && text[1] > 0x9f) ||
            (first == 0xf0 && text[1] < 0x90) || (first == 0xf4 && text[1] > 0x8f))
                return 0;
        return length;
}

bool text_is_utf8(const char *text, size_t size)
{
        const unsigned char *data = (const unsigned char *)text;

        for (size_t i = 0, length; i < size; i += length) {
                uint64_t eight;

                length = sizeof(eight);
                if (size - i >= length) {
                        /* mostly it is ASCII */
                        memcpy(&eight, data + i, length);
                        if (!(eight & UINT64_C(0x8080808080808080)))
                                continue;
                }
                length = sequence(data + i, size - i);
                if (!length)
                        return false;
        }
        return true;
}

static int show(Bytes *out, const char *data, size_t size, bool backslash, bool control)
{
        const unsigned char *bytes = (const unsigned char *)data;
        int r = 0;

        for (size_t i = 0, length; i < size && !r; i += length ? length : 1) {
                unsigned char byte = bytes[i];

                length = sequence(bytes + i, size - i);
                if (!length || !byte || (control && (byte < 0x20 || byte == 0x7f)))
                        r = bytes_printf(out, "\\x%02x", byte);
                else if (byte == '\\' && backslash)
                        r = bytes_add(out, "\\\\", 2);
                else
                        r = bytes_add(out, data + i, length);
        }
        return r;
}

int text_show(Bytes *out, const char *data, size_t size, bool escaped)
{
        if (!escaped && !memchr(data, '\0', size) && text_is_utf8(data, size))
                return bytes_add(out, data, size);
        return show(out, data, size, escaped, false);
}

int text_for_log(Bytes *out, const char *data, size_t size)
{
        return show(out, data, size, true, true);
}

static int hex(char digit)
{
        return digit >= '0' && digit <= '9'   ? digit - '0'
               : digit >= 'a' && digit <= 'f' ? digit - 'a' + 10
               : digit >= 'A' && digit <= 'F' ? digit - 'A' + 10
                                              : -1;
}

int text_unescape(Bytes *out, const char *text)
{
        int r = bytes_reserve(out, strlen(text));

        for (; *text && !r; text++) {
                char byte = *text;

                if (byte == '\\' && text[1] == '\\') {
                        text++;
                } else if (byte == '\\') {
                        if (text[1] != 'x' || hex(text[2]) < 0 || hex(text[3]) < 0)
                                return EINVAL;
                        byte = (char)(hex(text[2]) << 4 | hex(text[3]));
                        text += 3;
                }
                r = bytes_add(out, &byte, 1);
        }
        return r;
}
