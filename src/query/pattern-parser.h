#pragma once

/*
 * The parts of a pattern (private to pattern*.c)
 *
 * Groups make the only depth that the tree has: parts that follow each other are siblings.
 */

#include <stdint.h>

#include "query/pattern.h"

#define PATTERN_MAX_DEPTH 32
#define PATTERN_NO_LIMIT  UINT32_MAX

typedef enum PatternKind {
        PATTERN_CHARACTER,
        PATTERN_ANY,
        PATTERN_SET,
        PATTERN_START,
        PATTERN_END,
        PATTERN_SEQUENCE,
        PATTERN_CHOICE,
} PatternKind;

typedef struct PatternRange {
        uint32_t low, high;
} PatternRange;

typedef struct PatternSet {
        bool negated;
        size_t n_ranges;
        const PatternRange *ranges;
} PatternSet;

typedef struct PatternPart {
        PatternKind kind;
        uint32_t character; /* in lower case */
        const PatternSet *set;
        struct PatternPart *children; /* SEQUENCE, CHOICE */
        struct PatternPart *next;
        uint32_t least, most; /* how often; 1 and 1 without a repetition */
} PatternPart;

uint32_t pattern_next_character(const char **textp);

/* Gives a SEQUENCE or CHOICE; the text is valid UTF-8. */
int pattern_parse(PatternPart **partp, Arena *arena, const char *text, const char **whyp);
