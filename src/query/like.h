#pragma once

/*
 * LIKE of WQL (private to src/query)
 *
 * `%` is any text, `_` any one character, `[abc]` and `[a-f]` one of these, `[^abc]` any other; without regard to ASCII case. A `]`
 * straight behind the opening bracket is a member. Runs in time pattern × text, whatever they are.
 */

#include <stdbool.h>

bool like_matches(const char *pattern, const char *text);
