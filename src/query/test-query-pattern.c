#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "query/pattern.h"
#include "query/test-query.h"
#include "util/buffer.h"

static int compile(Arena *arena, const char *text, const Pattern **patternp, const char **whyp)
{
        size_t cost = 0;
        int r = pattern_compile(patternp, arena, text, &cost, whyp);

        if (!r && cost > PATTERN_MAX_COST)
                fail_msg("%s costs %zu", text, cost);
        return r;
}

static bool matches(const char *pattern, const char *text)
{
        const Pattern *compiled;
        const char *why = "too large";
        bool answer;
        Arena arena;

        arena_init(&arena, 0);
        if (compile(&arena, pattern, &compiled, &why))
                fail_msg("%s: %s", pattern, why);
        answer = pattern_matches(compiled, text);
        arena_deinit(&arena);
        return answer;
}

static const struct {
        const char *pattern;
        const char *text;
        bool answer;
} truths[] = {
        { "", "", true },
        { "", "a", false },
        { "abc", "abc", true },
        { "abc", "ab", false },
        { "abc", "xabc", false },
        { "abc", "abcx", false },
        { "ABC", "abc", true },
        { "abc", "aBC", true },
        { ".", "", false },
        { ".", "a", true },
        { ".", "ab", false },
        { "a.c", "a\nc", true },
        { ".*", "", true },
        { ".*", "anything at all", true },
        { ".*b.*", "abc", true },
        { ".*b.*", "acc", false },
        { "%", "a", false },
        { "a_", "ab", false },
        { "a_", "a_", true },
        /* a character is one, however many bytes it has */
        { ".", "\xc3\xa9", true },
        { "..", "\xc3\xa9", false },
        { ".", "\xf0\x9f\x98\x80", true },
        { "\xc3\xa9*", "\xc3\xa9\xc3\xa9", true },
        { "\xc3\xa9", "\xc3\x89", false },
        { "[\xc3\xa0-\xc3\xbf]", "\xc3\xa9", true },
        { "[^\xc3\xa9]", "\xc3\xa9", false },
        { "[^\xc3\xa9]", "e", true },
        { ".", "\xff", true },
        { "[^a]", "\xff", true },
        { "[a-\xf4\x8f\xbf\xbf]", "\xff", false },
        /* sets */
        { "[abc]", "b", true },
        { "[abc]", "B", true },
        { "[ABC]", "b", true },
        { "[abc]", "d", false },
        { "[a-c]x", "cx", true },
        { "[A-C]", "b", true },
        { "[^a-c]", "b", false },
        { "[^a-c]", "B", false },
        { "[^a-c]", "d", true },
        { "[^a-c]", "", false },
        { "[]]", "]", true },
        { "[]a]", "a", true },
        { "[^]]", "]", false },
        { "[^]]", "a", true },
        { "[-a]", "-", true },
        { "[a-]", "-", true },
        { "[a-]", "b", false },
        { "[a^]", "^", true },
        { "[.]", "a", false },
        { "[.*]", "*", true },
        { "[\\]]", "]", true },
        { "[a\\-c]", "b", false },
        { "[a\\-c]", "-", true },
        { "[+--]", ",", true },
        { "[0-9]+", "2024", true },
        { "[0-9]+", "20x4", false },
        /* repetitions */
        { "a*", "", true },
        { "a*", "aaa", true },
        { "a*", "aab", false },
        { "a+", "", false },
        { "a+", "aaa", true },
        { "a?", "", true },
        { "a?", "a", true },
        { "a?", "aa", false },
        { "a{2}", "a", false },
        { "a{2}", "aa", true },
        { "a{2}", "aaa", false },
        { "a{2,}", "a", false },
        { "a{2,}", "aaaa", true },
        { "a{1,3}", "", false },
        { "a{1,3}", "aaa", true },
        { "a{1,3}", "aaaa", false },
        { "a{0}", "", true },
        { "a{0}", "a", false },
        { "ba{0}c", "bc", true },
        { "a{0,0}b", "b", true },
        { "(ab){2}", "abab", true },
        { "(ab)*c", "ababc", true },
        { "(a*)*", "aaa", true },
        { "(a*)*b", "aaa", false },
        { "(a?){3}", "aa", true },
        { "(a|b)+", "abba", true },
        { "(a+)?b", "b", true },
        { "()*", "", true },
        { "()*a", "a", true },
        /* choices */
        { "a|b", "a", true },
        { "a|b", "b", true },
        { "a|b", "ab", false },
        { "ab|cd|ef", "cd", true },
        { "ab|cd|ef", "ef", true },
        { "ab|cd|ef", "af", false },
        { "a|", "", true },
        { "|a", "a", true },
        { "x(a|b|)y", "xy", true },
        { "x(a|b)y", "xby", true },
        { "x(a|b)y", "xy", false },
        { "(foo|bar).*", "barrel", true },
        /* start and end */
        { "^abc$", "abc", true },
        { "a^b", "ab", false },
        { "a$b", "ab", false },
        { "a*^b", "b", true },
        { "(^a|b)*", "abb", true },
        { "(^a|b)*", "ba", false },
        { "$^", "", true },
        { "a($|b)", "a", true },
        /* characters themselves */
        { "a\\.c", "a.c", true },
        { "a\\.c", "abc", false },
        { "\\*\\+\\?\\{\\}\\[\\]\\(\\)\\|\\^\\$\\\\", "*+?{}[]()|^$\\", true },
        { "\\%\\_\\/", "%_/", true },
        { "\\\xc3\xa9", "\xc3\xa9", true },
        { "a]b}", "a]b}", true },
        { "a-b", "a-b", true },
};

static void test_truth(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(truths); i++)
                if (matches(truths[i].pattern, truths[i].text) != truths[i].answer)
                        fail_msg("'%s' and '%s': expected %d", truths[i].pattern, truths[i].text, truths[i].answer);
}

static const struct {
        const char *pattern;
        const char *word; /* of the reason; NULL: too large */
} mistakes[] = {
        { "[ab", "closing ]" },
        { "[", "closing ]" },
        { "[]", "closing ]" },
        { "[^]", "closing ]" },
        { "[a-", "closing ]" },
        { "[b-a]", "range" },
        { "[[:alpha:]]", "[:alpha:]" },
        { "(a", "closing )" },
        { "a)", "without a group" },
        { "*a", "repeats nothing" },
        { "a|*", "repeats nothing" },
        { "(+)", "repeats nothing" },
        { "a**", "repeats a repetition" },
        { "a+?", "repeats a repetition" },
        { "a{2}{3}", "repeats a repetition" },
        { "a{", "{2}" },
        { "a{}", "{2}" },
        { "a{,3}", "{2}" },
        { "a{2", "{2}" },
        { "a{x}", "{2}" },
        { "a{5,2}", "lesser" },
        { "a\\", "ends in a backslash" },
        { "[\\", "ends in a backslash" },
        { "\\d+", "letter or digit" },
        { "(a)\\1", "letter or digit" },
        { "a{1025}", NULL },
        { "a{99999999999999999999}", NULL },
        { "(a{32}){33}", NULL },
        { "((((a{9}){9}){9}){9}){9}", NULL },
        { "(((){1000}){1000}){1000}", NULL },
        { "((a{0}){1000}){1000}", NULL },
        { "((){0,1000}){0,1000}", NULL },
        { "((((((((((((((((((((((((((((((((((a))))))))))))))))))))))))))))))))))", NULL },
};

static void test_mistakes(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(mistakes); i++) {
                const Pattern *pattern;
                const char *why = "";
                Arena arena;
                int r;

                arena_init(&arena, 0);
                r = compile(&arena, mistakes[i].pattern, &pattern, &why);
                if (r != (mistakes[i].word ? PATTERN_SYNTAX : PATTERN_TOO_LARGE))
                        fail_msg("%s: %d %s", mistakes[i].pattern, r, why);
                if (mistakes[i].word && !strstr(why, mistakes[i].word))
                        fail_msg("%s: %s", mistakes[i].pattern, why);
                arena_deinit(&arena);
        }
}

/* As large as a pattern may be, and one step beyond: of characters, of sets and of long texts of patterns. */
static void test_limit(void **state)
{
        Buffer text = BUFFER_INIT;
        const Pattern *pattern;
        const char *why = "";
        Arena arena;

        arena_init(&arena, 0);
        for (int i = 0; i < PATTERN_MAX_COST - 2; i++)
                buffer_append_char(&text, 'a');
        assert_int_equal(compile(&arena, buffer_text(&text), &pattern, &why), 0);
        assert_true(pattern_matches(pattern, buffer_text(&text)));
        buffer_append_string(&text, "aaa");
        assert_int_equal(compile(&arena, buffer_text(&text), &pattern, &why), PATTERN_TOO_LARGE);

        buffer_clear(&text);
        buffer_append_char(&text, '[');
        for (int i = 0; i < PATTERN_MAX_COST / 2; i++)
                buffer_append_string(&text, "ab");
        buffer_append_char(&text, ']');
        assert_int_equal(compile(&arena, buffer_text(&text), &pattern, &why), PATTERN_TOO_LARGE);
        assert_int_equal(compile(&arena, "[abcdefgh]{100}", &pattern, &why), 0);
        assert_int_equal(compile(&arena, "[abcdefgh]{120}", &pattern, &why), PATTERN_TOO_LARGE);
        buffer_deinit(&text);
        arena_deinit(&arena);
}

/* What takes engines that try one way after the other longer than the world will last */
static void test_hostile(void **state)
{
        static const char *const patterns[] = {
                "(a*)*b",         "(a|a)*b",    "(a|aa)+b",     "((((a*)*)*)*)*b",
                "(a?){60}a{60}b", "(.*a){12}b", "(a*a*a*a*)*b", ".*.*.*.*.*.*b",
        };
        Buffer text = BUFFER_INIT;

        for (int i = 0; i < 20000; i++)
                buffer_append_char(&text, 'a');
        for (size_t i = 0; i < ARRAY_SIZE(patterns); i++)
                assert_false(matches(patterns[i], buffer_text(&text)));
        buffer_deinit(&text);
}

/*
 * Random patterns, matched twice
 *
 * A pattern is made as a tree, written down, and matched here in the dullest way: the ends that a part can reach from one place of
 * a short text, as a set of bits.
 */

#define N_PATTERNS 20000
#define TEXT_MAX   6

typedef enum Kind {
        LETTER,
        ANY,
        SET,
        NOT_SET,
        START,
        END,
        SEQUENCE,
        CHOICE,
        REPEAT,
        N_KINDS,
} Kind;

typedef struct Tree {
        Kind kind;
        int letter; /* LETTER, and the least one of a set of two */
        int left, right;
        int least, most; /* REPEAT; most < 0: without end */
} Tree;

typedef struct Forest {
        Tree trees[256];
        int count;
        uint64_t random;
} Forest;

static int next_random(Forest *forest, int below)
{
        forest->random ^= forest->random << 13;
        forest->random ^= forest->random >> 7;
        forest->random ^= forest->random << 17;
        return (int)((forest->random >> 32) % (uint64_t)below);
}

static int grow(Forest *forest, int depth)
{
        const int index = forest->count++;
        Tree tree = { .kind = (Kind)next_random(forest, depth >= 4 ? SEQUENCE : N_KINDS) };

        tree.letter = next_random(forest, 3);
        if (tree.kind == SEQUENCE || tree.kind == CHOICE) {
                tree.left = grow(forest, depth + 1);
                tree.right = grow(forest, depth + 1);
        } else if (tree.kind == REPEAT) {
                tree.left = grow(forest, depth + 1);
                tree.least = next_random(forest, 3);
                tree.most = next_random(forest, 2) ? -1 : tree.least + next_random(forest, 3);
        }
        forest->trees[index] = tree;
        return index;
}

static void write_repetition(Forest *forest, const Tree *tree, Buffer *text)
{
        if (tree->most < 0 && tree->least < 2 && next_random(forest, 2))
                buffer_append_char(text, tree->least ? '+' : '*');
        else if (tree->most < 0)
                buffer_printf(text, "{%d,}", tree->least);
        else if (tree->least == 0 && tree->most == 1 && next_random(forest, 2))
                buffer_append_char(text, '?');
        else if (tree->least == tree->most && next_random(forest, 2))
                buffer_printf(text, "{%d}", tree->least);
        else
                buffer_printf(text, "{%d,%d}", tree->least, tree->most);
}

static void write_tree(Forest *forest, int index, Buffer *text)
{
        const Tree *tree = &forest->trees[index];

        switch (tree->kind) {
        case LETTER:
                buffer_append_char(text, (char)((next_random(forest, 2) ? 'a' : 'A') + tree->letter));
                break;
        case ANY:
                buffer_append_char(text, '.');
                break;
        case SET:
        case NOT_SET:
                buffer_printf(text, next_random(forest, 2) ? "[%s%c-%c]" : "[%s%c%c]", tree->kind == SET ? "" : "^",
                              'a' + tree->letter, 'b' + tree->letter);
                break;
        case START:
        case END:
                buffer_append_char(text, tree->kind == START ? '^' : '$');
                break;
        default:
                buffer_append_char(text, '(');
                write_tree(forest, tree->left, text);
                if (tree->kind == CHOICE)
                        buffer_append_char(text, '|');
                if (tree->kind != REPEAT)
                        write_tree(forest, tree->right, text);
                buffer_append_char(text, ')');
                if (tree->kind == REPEAT)
                        write_repetition(forest, tree, text);
                break;
        }
}

/* The places where the part can end when it starts at one of `starts` */
static unsigned int ends(const Forest *forest, int index, const char *text, unsigned int starts);

static unsigned int ends_of_one(const Tree *tree, const char *text, unsigned int starts)
{
        const int length = (int)strlen(text);
        unsigned int found = 0;

        for (int i = 0; i <= length; i++) {
                const bool in_set = i < length && (text[i] == 'a' + tree->letter || text[i] == 'b' + tree->letter);
                const bool takes = i < length && (tree->kind == ANY || (tree->kind == SET && in_set) ||
                                                  (tree->kind == NOT_SET && !in_set) ||
                                                  (tree->kind == LETTER && text[i] == 'a' + tree->letter));

                if (!(starts & 1u << i))
                        continue;
                if (takes)
                        found |= 1u << (i + 1);
                if ((tree->kind == START && i == 0) || (tree->kind == END && i == length))
                        found |= 1u << i;
        }
        return found;
}

static unsigned int ends(const Forest *forest, int index, const char *text, unsigned int starts)
{
        const Tree *tree = &forest->trees[index];
        unsigned int found;

        switch (tree->kind) {
        case SEQUENCE:
                return ends(forest, tree->right, text, ends(forest, tree->left, text, starts));
        case CHOICE:
                return ends(forest, tree->left, text, starts) | ends(forest, tree->right, text, starts);
        case REPEAT:
                for (int i = 0; i < tree->least; i++)
                        starts = ends(forest, tree->left, text, starts);
                found = starts;
                for (int i = tree->least; i < (tree->most < 0 ? tree->least + TEXT_MAX : tree->most); i++) {
                        starts = ends(forest, tree->left, text, starts);
                        found |= starts;
                }
                return found;
        default:
                return ends_of_one(tree, text, starts);
        }
}

static void check_pattern(Forest *forest, const char *pattern)
{
        const Pattern *compiled;
        const char *why = "";
        Arena arena;
        int r;

        arena_init(&arena, 0);
        r = compile(&arena, pattern, &compiled, &why);
        if (r == PATTERN_SYNTAX)
                fail_msg("%s: %s", pattern, why);
        for (int i = 0; i < 12 && !r; i++) {
                char text[TEXT_MAX + 1] = "";
                const int length = next_random(forest, TEXT_MAX + 1);
                bool expected;

                for (int c = 0; c < length; c++)
                        text[c] = (char)('a' + next_random(forest, 4));
                expected = ends(forest, 0, text, 1) & 1u << length;
                if (pattern_matches(compiled, text) != expected)
                        fail_msg("'%s' and '%s': expected %d", pattern, text, expected);
        }
        arena_deinit(&arena);
}

static void test_differential(void **state)
{
        Forest forest = { .random = 0x2545f4914f6cdd1d };
        Buffer text = BUFFER_INIT;

        for (int i = 0; i < N_PATTERNS; i++) {
                forest.count = 0;
                grow(&forest, 0);
                buffer_clear(&text);
                write_tree(&forest, 0, &text);
                check_pattern(&forest, buffer_text(&text));
        }
        buffer_deinit(&text);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_truth),   cmocka_unit_test(test_mistakes),     cmocka_unit_test(test_limit),
                cmocka_unit_test(test_hostile), cmocka_unit_test(test_differential),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
