#pragma once

/*
 * Text: xenstore values are octets, the interface's are UTF-8
 *
 * A value that is text goes through as it is. In one that is not, each byte that is not part of valid UTF-8, and each NUL, is shown
 * as \xHH. Escaped form doubles every backslash too, so that it can be turned back into exactly the octets that it came from.
 */

#include "common.h"

bool text_is_utf8(const char *text,
                  size_t size); /* strict: no overlong forms, surrogates, or code points beyond U+10FFFF */

/* Appends `data` as text to `out`. */
int text_show(Bytes *out, const char *data, size_t size, bool escaped);

/* Turns escaped text back. 0; -ENOMEM; EINVAL: a backslash that is not followed by a backslash or xHH. */
int text_unescape(Bytes *out, const char *text);

/* As one line for a log: control characters, backslashes and what is not UTF-8 as \xHH. */
int text_for_log(Bytes *out, const char *data, size_t size);
