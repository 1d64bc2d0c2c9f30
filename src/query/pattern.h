#pragma once

/*
 * LIKE of CQL: regular expressions (private to src/query)
 *
 *   .              any one character
 *   [abc] [a-f]    one of these; a ] straight behind the bracket is a member, so is a - at an end
 *   [^abc]         any other one
 *   x* x+ x?       any number of x, at least one, at most one
 *   x{2} x{2,} x{2,5}
 *   x|y (x)        the one or the other; a group
 *   ^ $            the start and the end of the text
 *   \.             the character itself, also in a set
 *
 * A pattern stands for the whole text: what may stand around has to be said, .*x.*. ASCII case does not count, as it does not for =.
 * All ways through a pattern are followed at once, never one after the other: a match takes time pattern × text, whatever they are.
 */

#include <stdbool.h>
#include <stddef.h>

#include "util/arena.h"

/* What a pattern may cost: its characters, ranges of sets and repetitions, those of x{9} nine times */
#define PATTERN_MAX_COST 1024

enum {
        _PATTERN_SUCCESS,

        PATTERN_SYNTAX,    /* *whyp says what, of static storage */
        PATTERN_TOO_LARGE, /* beyond PATTERN_MAX_COST */
};

typedef struct Pattern Pattern;

/* The pattern lives in the arena; *costp is what it uses of PATTERN_MAX_COST. */
int pattern_compile(const Pattern **patternp, Arena *arena, const char *text, size_t *costp, const char **whyp);
bool pattern_matches(const Pattern *pattern, const char *text);
