#include "query/pattern-parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

typedef struct PatternParser {
        Arena *arena;
        const char *next;
        const char **whyp;
        unsigned int depth;
        size_t n_parts; /* parts and ranges */
} PatternParser;

static int parse_choice(PatternParser *parser, PatternPart **partp);

static int wrong(PatternParser *parser, const char *why)
{
        *parser->whyp = why;
        return PATTERN_SYNTAX;
}

uint32_t pattern_next_character(const char **textp)
{
        if ((unsigned char)**textp < 0x80)
                return (unsigned char)*(*textp)++;
        return utf8_next(textp, *textp + strnlen(*textp, 4));
}

/* A part costs one at least, so that more of them need not be read. */
static int new_part(PatternParser *parser, PatternKind kind, PatternPart **partp)
{
        PatternPart *part;

        if (++parser->n_parts > PATTERN_MAX_COST)
                return PATTERN_TOO_LARGE;
        part = arena_zalloc(parser->arena, sizeof(*part));
        if (!part)
                return error_origin(-ENOMEM);
        part->kind = kind;
        part->least = part->most = 1;
        *partp = part;
        return 0;
}

/* Behind a backslash. Letters and digits have meanings in other languages, and none here. */
static int parse_escaped(PatternParser *parser, uint32_t *characterp)
{
        const char c = *parser->next;

        if (!c)
                return wrong(parser, "it ends in a backslash: expected the character that it stands for");
        if (ascii_is_alpha(c) || ascii_is_digit(c))
                return wrong(parser, "a backslash before a letter or digit has no meaning");
        *characterp = pattern_next_character(&parser->next);
        return 0;
}

static int parse_member(PatternParser *parser, uint32_t *characterp)
{
        const char *c = parser->next;

        if (!*c)
                return wrong(parser, "it has a set [ without its closing ]");
        if (*c == '[' && (c[1] == ':' || c[1] == '.' || c[1] == '='))
                return wrong(parser, "named classes of characters such as [:alpha:] are not offered: name a range");
        *characterp = pattern_next_character(&parser->next);
        return *characterp == '\\' ? parse_escaped(parser, characterp) : 0;
}

static int parse_range(PatternParser *parser, PatternRange *range)
{
        int r;

        if (++parser->n_parts > PATTERN_MAX_COST)
                return PATTERN_TOO_LARGE;
        r = parse_member(parser, &range->low);
        if (r)
                return r;
        range->high = range->low;
        if (parser->next[0] != '-' || !parser->next[1] || parser->next[1] == ']')
                return 0;
        parser->next++;
        r = parse_member(parser, &range->high);
        if (!r && range->high < range->low)
                r = wrong(parser, "it has a range in a set whose end comes before its start");
        return r;
}

/* Behind the [ */
static int parse_set(PatternParser *parser, PatternPart *part)
{
        PatternRange ranges[PATTERN_MAX_COST];
        PatternSet *set;
        int r;

        set = arena_zalloc(parser->arena, sizeof(*set));
        if (!set)
                return error_origin(-ENOMEM);
        set->negated = *parser->next == '^';
        if (set->negated)
                parser->next++;
        do {
                r = parse_range(parser, &ranges[set->n_ranges]);
                if (r)
                        return r;
                set->n_ranges++;
        } while (*parser->next != ']');
        parser->next++;

        set->ranges = arena_memdup(parser->arena, ranges, set->n_ranges * sizeof(*ranges));
        if (!set->ranges)
                return error_origin(-ENOMEM);
        part->set = set;
        return 0;
}

static int parse_part(PatternParser *parser, PatternPart **partp)
{
        const char c = *parser->next;
        PatternPart *part;
        int r;

        if (c == '(') {
                if (++parser->depth > PATTERN_MAX_DEPTH)
                        return PATTERN_TOO_LARGE;
                parser->next++;
                r = parse_choice(parser, partp);
                if (r)
                        return r;
                parser->depth--;
                if (*parser->next != ')')
                        return wrong(parser, "it has a group ( without its closing )");
                parser->next++;
                return 0;
        }
        if (strchr("*+?{", c))
                return wrong(parser, "it repeats nothing: expected something before *, +, ? or {");

        r = new_part(parser, PATTERN_CHARACTER, &part);
        if (r)
                return r;
        *partp = part;
        part->character = pattern_next_character(&parser->next);
        switch (c) {
        case '.':
                part->kind = PATTERN_ANY;
                return 0;
        case '^':
                part->kind = PATTERN_START;
                return 0;
        case '$':
                part->kind = PATTERN_END;
                return 0;
        case '[':
                part->kind = PATTERN_SET;
                return parse_set(parser, part);
        case '\\':
                r = parse_escaped(parser, &part->character);
                break;
        default:
                break;
        }
        if (part->character < 0x80)
                part->character = (unsigned char)ascii_lower((char)part->character);
        return r;
}

/* A number of times: no digits is no number, and one beyond the limit on costs is as good as that limit. */
static bool parse_times(PatternParser *parser, uint32_t *timesp)
{
        const char *start = parser->next;
        uint32_t times = 0;

        for (; ascii_is_digit(*parser->next); parser->next++)
                times = MIN(times * 10 + (uint32_t)(*parser->next - '0'), PATTERN_MAX_COST + 1u);
        *timesp = times;
        return parser->next > start;
}

/* {2} {2,} {2,5}, behind the { */
static int parse_braces(PatternParser *parser, PatternPart *part)
{
        bool has_least = parse_times(parser, &part->least);

        part->most = part->least;
        if (has_least && *parser->next == ',') {
                parser->next++;
                if (!parse_times(parser, &part->most))
                        part->most = PATTERN_NO_LIMIT;
        }
        if (!has_least || *parser->next != '}')
                return wrong(parser, "it has a { that starts no repetition: expected {2}, {2,} or {2,5}");
        if (part->most < part->least)
                return wrong(parser, "it has a repetition such as {5,2} whose second number is the lesser one");
        parser->next++;
        return 0;
}

static int parse_repetition(PatternParser *parser, PatternPart *part)
{
        const char c = *parser->next;

        if (!c || !strchr("*+?{", c))
                return 0;
        parser->next++;
        if (c == '{') {
                int r = parse_braces(parser, part);

                if (r)
                        return r;
        } else {
                part->least = c == '+';
                part->most = c == '?' ? 1 : PATTERN_NO_LIMIT;
        }
        if (*parser->next && strchr("*+?{", *parser->next))
                return wrong(parser, "it repeats a repetition: expected ( and ) around the first one");
        return 0;
}

static int parse_sequence(PatternParser *parser, PatternPart **partp)
{
        PatternPart **tail;
        int r;

        r = new_part(parser, PATTERN_SEQUENCE, partp);
        if (r)
                return r;
        tail = &(*partp)->children;
        while (*parser->next && *parser->next != '|' && *parser->next != ')') {
                r = parse_part(parser, tail);
                if (!r)
                        r = parse_repetition(parser, *tail);
                if (r)
                        return r;
                tail = &(*tail)->next;
        }
        return 0;
}

static int parse_choice(PatternParser *parser, PatternPart **partp)
{
        PatternPart **tail;
        int r;

        r = new_part(parser, PATTERN_CHOICE, partp);
        if (r)
                return r;
        tail = &(*partp)->children;
        for (;;) {
                r = parse_sequence(parser, tail);
                if (r)
                        return r;
                if (*parser->next != '|')
                        return 0;
                parser->next++;
                tail = &(*tail)->next;
        }
}

int pattern_parse(PatternPart **partp, Arena *arena, const char *text, const char **whyp)
{
        PatternParser parser = { .arena = arena, .next = text, .whyp = whyp };
        int r;

        r = parse_choice(&parser, partp);
        if (!r && *parser.next)
                r = wrong(&parser, "it has a ) without a group ( before it");
        return r;
}
