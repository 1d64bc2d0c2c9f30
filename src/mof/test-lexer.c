/*
 * Tests of the lexer: each kind of token and of trouble
 */

#include "mof/test-mof.h"

#include "mof/lexer.h"

static void lex_one(const char *text, MofToken *token)
{
        MofLexer lexer;

        mof_lexer_init(&lexer, text, strlen(text));
        mof_lexer_next(&lexer, token);
}

static void assert_integer(const char *text, uint64_t value, bool is_negative)
{
        MofToken token;

        lex_one(text, &token);
        assert_int_equal(token.kind, MOF_TOKEN_INTEGER);
        assert_true(token.value.integer == value);
        assert_int_equal(token.is_negative, is_negative);
        assert_int_equal(token.end - token.start, strlen(text));
}

static void assert_real(const char *text, double value)
{
        MofToken token;

        lex_one(text, &token);
        assert_int_equal(token.kind, MOF_TOKEN_REAL);
        assert_true(token.value.real == value);
}

static void assert_bad(const char *text, const char *part)
{
        MofToken token;

        lex_one(text, &token);
        assert_int_equal(token.kind, MOF_TOKEN_BAD);
        assert_non_null(strstr(token.trouble, part));
}

static void test_integers(void **state)
{
        assert_integer("0", 0, false);
        assert_integer("5", 5, false);
        assert_integer("+5", 5, false);
        assert_integer("-5", 5, true);
        assert_integer("18446744073709551615", UINT64_MAX, false);
        assert_integer("-9223372036854775808", (uint64_t)1 << 63, true);
        assert_integer("0x1F", 31, false);
        assert_integer("0XabCDef", 0xABCDEF, false);
        assert_integer("-0x10", 16, true);
        assert_integer("017", 15, false);
        assert_integer("00", 0, false);
        assert_integer("101b", 5, false);
        assert_integer("0B", 0, false);
        assert_integer("-11B", 3, true);
        assert_integer("0xFFFFFFFFFFFFFFFF", UINT64_MAX, false);
}

static void test_bad_integers(void **state)
{
        assert_bad("18446744073709551616", "64 bits");
        assert_bad("0x10000000000000000", "64 bits");
        assert_bad("08", "octal");
        assert_bad("0x", "octal");
        assert_bad("0xG", "hexadecimal");
        assert_bad("12b", "binary");
        assert_bad("12abc", "number");
        assert_bad("1.2.3", "number");
}

static void test_reals(void **state)
{
        assert_real("1.5", 1.5);
        assert_real("-1.5", -1.5);
        assert_real("+1.5", 1.5);
        assert_real(".25", 0.25);
        assert_real("-.5", -0.5);
        assert_real("1.0E3", 1000.0);
        assert_real("1.5e-2", 0.015);
        assert_real("2e+3", 2000.0);
        assert_real("1.", 1.0);
        assert_real("1.e2", 100.0);
        assert_real("0.1", 0.1);
}

static void test_characters(void **state)
{
        static const struct {
                const char *text;
                uint64_t value;
        } good[] = {
                { "'a'", 'a' },     { "'\\''", '\'' },       { "'\\n'", '\n' },      { "'\"'", '"' },
                { "'\\x41'", 'A' }, { "'\\xFFFF'", 0xFFFF }, { "'\xC3\xA9'", 0xE9 },
        };
        MofToken token;

        for (size_t i = 0; i < ARRAY_SIZE(good); i++) {
                lex_one(good[i].text, &token);
                assert_int_equal(token.kind, MOF_TOKEN_CHARACTER);
                assert_int_equal(token.value.integer, good[i].value);
        }
        assert_bad("''", "one character");
        assert_bad("'ab'", "one character");
        assert_bad("'a", "one character");
        assert_bad("'\\q'", "one character");
        assert_bad("'\xF0\x9F\x98\x80'", "one character");
}

static void assert_string(const char *text, const char *expected)
{
        Buffer buffer = BUFFER_INIT;
        const char *at;
        MofToken token;

        lex_one(text, &token);
        assert_int_equal(token.kind, MOF_TOKEN_STRING);
        assert_null(mof_token_unescape(&token, &buffer, &at));
        assert_string_equal(buffer_text(&buffer), expected);
        buffer_deinit(&buffer);
}

static void assert_bad_string(const char *text, const char *part)
{
        Buffer buffer = BUFFER_INIT;
        const char *at, *trouble;
        MofToken token;

        lex_one(text, &token);
        assert_int_equal(token.kind, MOF_TOKEN_STRING);
        trouble = mof_token_unescape(&token, &buffer, &at);
        assert_non_null(trouble);
        assert_non_null(strstr(trouble, part));
        buffer_deinit(&buffer);
}

static void test_strings(void **state)
{
        assert_string("\"\"", "");
        assert_string("\"abc\"", "abc");
        assert_string("\"\\b\\t\\n\\f\\r\\\"\\'\\\\\"", "\b\t\n\f\r\"'\\");
        assert_string("\"\\x41B\\X0043\"", "\xD0\x9B"
                                           "C"); /* \x41B is U+041B: up to four digits */
        assert_string("\"\\xE9.\"", "\xC3\xA9.");
        assert_string("\"\\xD83D\\xDE00\"", "\xF0\x9F\x98\x80");
        assert_string("\"// no comment\"", "// no comment");
        assert_string("\"\xC3\xA9\"", "\xC3\xA9");

        assert_bad_string("\"\\q\"", "unknown escape");
        assert_bad_string("\"\\x\"", "hexadecimal");
        assert_bad_string("\"\\x0\"", "NUL");
        assert_bad_string("\"\\xD83D\"", "surrogate");
        assert_bad_string("\"\\xDE00\"", "surrogate");
        assert_bad("\"abc", "no end");
        assert_bad("\"abc\n\"", "no end");
        assert_bad("\"abc\\", "no end");
}

static void test_names_and_signs(void **state)
{
        static const int expected[] = { MOF_TOKEN_NAME,
                                        MOF_TOKEN_NAME,
                                        MOF_TOKEN_NAME,
                                        MOF_TOKEN_ALIAS,
                                        '{',
                                        '}',
                                        '(',
                                        ')',
                                        '[',
                                        ']',
                                        ',',
                                        ';',
                                        ':',
                                        '=',
                                        MOF_TOKEN_PRAGMA,
                                        MOF_TOKEN_NAME,
                                        MOF_TOKEN_END };
        const char *text = "CIM_X __y \xC3\xA9t\xC3\xA9 $Alias {}()[],;:= # pragma include";
        MofLexer lexer;
        MofToken token;

        mof_lexer_init(&lexer, text, strlen(text));
        for (size_t i = 0; i < ARRAY_SIZE(expected); i++) {
                mof_lexer_next(&lexer, &token);
                assert_int_equal(token.kind, expected[i]);
        }
        assert_bad("#define", "#pragma");
        assert_bad("$", "alias");
        assert_bad("@", "no meaning");
        assert_bad("-", "no meaning");
        assert_bad("/", "no meaning");
}

static void test_comments_and_lines(void **state)
{
        static const struct {
                uint32_t line, column;
        } expected[] = { { 1, 1 }, { 2, 3 }, { 3, 1 }, { 5, 5 }, { 6, 3 } };
        const char *text = "a // one\n  b\r\nc\r/* x\n */ d\n\xC3\xA9 e";
        MofLexer lexer;
        MofToken token;

        mof_lexer_init(&lexer, text, strlen(text));
        for (size_t i = 0; i < ARRAY_SIZE(expected); i++) {
                mof_lexer_next(&lexer, &token);
                if (token.end - token.start == 2)
                        mof_lexer_next(&lexer, &token); /* the name that is one character wide and two bytes */
                assert_int_equal(token.kind, MOF_TOKEN_NAME);
                assert_int_equal(token.line, expected[i].line);
                assert_int_equal(mof_token_column(&token), expected[i].column);
        }
        assert_bad("/* no end", "no end");
        assert_bad("/*/", "no end");
}

static void test_keep_comments(void **state)
{
        const char *text = "// one\n/* two */x";
        MofLexer lexer;
        MofToken token;

        mof_lexer_init(&lexer, text, strlen(text));
        lexer.keep_comments = true;
        mof_lexer_next(&lexer, &token);
        assert_int_equal(token.kind, MOF_TOKEN_COMMENT);
        assert_int_equal(token.end - token.start, 6);
        mof_lexer_next(&lexer, &token);
        assert_int_equal(token.kind, MOF_TOKEN_COMMENT);
        mof_lexer_next(&lexer, &token);
        assert_true(mof_token_is(&token, "X"));
        assert_false(mof_token_is(&token, "XY"));
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_integers),
                cmocka_unit_test(test_bad_integers),
                cmocka_unit_test(test_reals),
                cmocka_unit_test(test_characters),
                cmocka_unit_test(test_strings),
                cmocka_unit_test(test_names_and_signs),
                cmocka_unit_test(test_comments_and_lines),
                cmocka_unit_test(test_keep_comments),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
