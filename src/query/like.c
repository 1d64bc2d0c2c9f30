#include "query/like.h"

#include <string.h>

#include "util/text.h"

static uint32_t next_character(const char **textp)
{
        uint32_t character;

        if ((unsigned char)**textp < 0x80)
                return (unsigned char)ascii_lower(*(*textp)++);
        character = utf8_next(textp, *textp + strnlen(*textp, 4));
        return character;
}

/* `*patternp` behind the [; moves it behind the closing ] in every case. */
static bool set_contains(const char **patternp, uint32_t character)
{
        const char *pattern = *patternp;
        bool negated = *pattern == '^';
        bool found = false, first = true;

        if (negated)
                pattern++;
        while (*pattern && (first || *pattern != ']')) {
                uint32_t low = next_character(&pattern), high = low;

                first = false;
                if (pattern[0] == '-' && pattern[1] && pattern[1] != ']') {
                        pattern++;
                        high = next_character(&pattern);
                }
                if (character >= low && character <= high)
                        found = true;
        }
        *patternp = *pattern ? pattern + 1 : pattern;
        return found != negated;
}

/* One pattern element that is not %, against one character; moves both. */
static bool match_one(const char **patternp, const char **textp)
{
        uint32_t character = next_character(textp);

        if (**patternp == '_') {
                (*patternp)++;
                return true;
        }
        if (**patternp == '[') {
                (*patternp)++;
                return set_contains(patternp, character);
        }
        return next_character(patternp) == character;
}

/* Only the last % ever needs a second try: what an earlier one could take, a later one can take as well. */
bool like_matches(const char *pattern, const char *text)
{
        const char *star = NULL, *retry = NULL;

        while (*text) {
                if (*pattern == '%') {
                        star = ++pattern;
                        retry = text;
                        continue;
                }
                if (*pattern && match_one(&pattern, &text))
                        continue;
                if (!star)
                        return false;
                next_character(&retry);
                pattern = star;
                text = retry;
        }
        while (*pattern == '%')
                pattern++;
        return !*pattern;
}
