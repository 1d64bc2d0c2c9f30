#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "model/decl.h"
#include "query/filter.h"
#include "query/test-query.h"
#include "util/text.h"

static Query *parse_as(const char *language, const char *text)
{
        QueryError error;
        Query *query = NULL;
        int r = query_parse(&query, language, text, &error);

        if (r)
                fail_msg("%s: %s", text, error.message);
        return query;
}

static Query *parse(const char *text)
{
        return parse_as("WQL", text);
}

/* Whether the thing is selected by this condition */
static bool selects(const char *condition)
{
        _cleanup_(instance_deletep) MI_Instance *thing = test_thing();
        char text[1024];
        Query *query;
        bool matches;

        snprintf(text, sizeof(text), "select * from T_Thing where %s", condition);
        query = parse(text);
        matches = query_matches(query, thing, NULL);
        query_free(query);
        return matches;
}

typedef enum Truth {
        F,
        T,
        U,
} Truth;

/* A condition is true if it selects, false if its negation does, else unknown. */
static void check_truth(const char *condition, Truth wanted)
{
        char negated[1024];
        Truth truth;

        snprintf(negated, sizeof(negated), "not (%s)", condition);
        truth = selects(condition) ? T : selects(negated) ? F : U;
        if (truth != wanted)
                fail_msg("%s: expected %d, got %d", condition, wanted, truth);
}

static const struct {
        const char *condition;
        Truth truth;
} comparisons[] = {
        /* integers of all widths, by value */
        { "U32 = 5", T },
        { "U32 <> 5", F },
        { "U32 != 4", T },
        { "U32 < 5", F },
        { "U32 <= 5", T },
        { "U32 > 4", T },
        { "U32 >= 6", F },
        { "5 = U32", T },
        { "4 < U32", T },
        { "U32 = 0x5", T },
        { "U32 = 0X05", T },
        { "U32 = 101b", T },
        { "U32 = +5", T },
        { "U32 = -5", F },
        { "U8 = 200", T },
        { "U8 > 1000", F },
        { "S8 = -5", T },
        { "S8 < 0", T },
        { "S8 < -4", T },
        { "S8 > -6", T },
        { "S8 = 251", F },
        { "S8 < U32", T },
        /* uint64 and sint64 keep their last digit */
        { "U64 = 18446744073709551615", T },
        { "U64 = 18446744073709551614", F },
        { "U64 > 9223372036854775807", T },
        { "U64 > S64", T },
        { "U64 = -1", F },
        { "S64 = -9223372036854775808", T },
        { "S64 > -9223372036854775809", T },
        { "S64 < -9223372036854775807", T },
        { "U64 < 1.8446744073709552e19", T },
        { "U64 = '18446744073709551615'", T },
        /* integers and reals */
        { "U32 = 5.0", T },
        { "U32 < 5.5", T },
        { "U32 > 4.5", T },
        { "U32 = 5.5", F },
        { "S8 > -5.5", T },
        { "S8 < -4.5", T },
        { "R64 = 2.5", T },
        { "R64 > 2", T },
        { "R64 < 3", T },
        { "R64 = 25e-1", T },
        { "R32 = 0.1", T },
        { "R32 < 0.2", T },
        /* numbers and strings */
        { "U32 = '5'", T },
        { "U32 = \" 5 \"", T },
        { "U32 = '0x5'", T },
        { "U32 < '10'", T },
        { "U32 = 'five'", U },
        { "U32 = ''", U },
        { "Text = 5", U },
        /* booleans */
        { "B = TRUE", T },
        { "B = true", T },
        { "B <> FALSE", T },
        { "B = FALSE", F },
        { "B = 1", T },
        { "B = 0", F },
        { "B = 2", F },
        { "B = 'true'", T },
        { "B = 'False'", F },
        { "B = 'maybe'", U },
        { "B > FALSE", U },
        { "U32 = TRUE", F },
        /* strings: ASCII case does not count */
        { "Text = 'hello WORLD'", T },
        { "Text = \"Hello World\"", T },
        { "Text <> 'hello'", T },
        { "Text > 'hello'", T },
        { "Text < 'i'", T },
        { "Text = ''", F },
        /* char16 */
        { "C = '\xc3\xa9'", T },
        { "C = 233", T },
        { "C = 'e'", F },
        /* datetimes: the moment counts */
        { "When = '20240229120000.000000+060'", T },
        { "When = '20240229110000.000000+000'", T },
        { "When = '2024-02-29T11:00:00Z'", T },
        { "When > '20240229'", T },
        { "When < '20240301'", T },
        { "When = '20240229110000'", T },
        { "When = 'yesterday'", U },
        { "When = 5", U },
        { "When = Length", U },
        { "Length = '00000001020304.000005:000'", T },
        { "Length > 'PT26H'", T },
        { "Length = 'P1DT2H3M4.000005S'", T },
        /* arrays by element */
        { "Numbers[0] = 10", T },
        { "Numbers[2] = 30", T },
        { "Numbers[3] = 30", U },
        { "Numbers[3] IS NULL", T },
        { "Numbers = 10", U },
        { "Numbers IS NULL", F },
        /* references and embedded instances */
        { "Ref = 'T_Thing.Name=\"other\"'", T },
        { "Ref = 'T_Thing.Name=\"another\"'", F },
        { "Ref <> 'T_Thing.Name=\"another\"'", T },
        { "Ref > 'T_Thing.Name=\"another\"'", U },
        { "Ref = 'T_Thing'", F },
        { "Ref = 'T_Thing.Name='", U },
        { "Ref.Name = 'other'", T },
        { "Inner.U32 = 7", T },
        { "Inner.Name = 'inside'", T },
        { "Inner.Missing = 7", U },
        { "Inner.U32.Deeper = 7", U },
        { "Inner = 7", U },
        { "Inner.T_Thing::U32 = 7", T },
        { "Inner.T_Other::U32 = 7", U },
        { "Inner.__CLASS = 't_thing'", T },
        { "Inner ISA 'T_Thing'", T },
        { "Inner ISA T_Thing", T },
        { "Ref ISA 'T_Thing'", T },
        { "Nothing ISA 'T_Thing'", U },
        /* the object itself */
        { "__CLASS = 'T_Thing'", T },
        { "__class <> 'T_Thing'", F },
        { "__THIS ISA 'T_Thing'", T },
        { "T_Thing.U32 = 5", T },
        { "t_thing ISA 'T_Thing'", T },
        { "T_Thing::U32 = 5", T },
        /* null */
        { "Nothing IS NULL", T },
        { "Nothing IS NOT NULL", F },
        { "Nothing = NULL", T },
        { "NULL = Nothing", T },
        { "Nothing <> NULL", F },
        { "Text IS NULL", F },
        { "Text = NULL", F },
        { "Missing IS NULL", T },
        { "Nothing = 'x'", U },
        { "Nothing <> 'x'", U },
        { "Nothing < 'x'", U },
        { "Nothing = Nothing", U },
        { "Nothing LIKE '%'", U },
        { "NULL IS NULL", T },
        { "5 = 5", T },
        { "5 = 6", F },
        /* LIKE */
        { "Text LIKE 'hello%'", T },
        { "Text LIKE '%o w%'", T },
        { "Text LIKE 'Hello_World'", T },
        { "Text LIKE 'Hello'", F },
        { "Text NOT LIKE 'Hello'", T },
        { "Text LIKE '[f-h]ello%'", T },
        { "Text LIKE '[^f-h]ello%'", F },
        { "Text LIKE '%[xd]'", T },
        { "Text LIKE '%[x-z]'", F },
        { "C LIKE '_'", T },
        { "U32 LIKE '5'", U },
        /* precedence: NOT, AND, OR */
        { "U32 = 5 OR U32 = 6 AND U32 = 7", T },
        { "(U32 = 5 OR U32 = 6) AND U32 = 7", F },
        { "NOT U32 = 5 OR U32 = 5", T },
        { "NOT (U32 = 5 OR U32 = 5)", F },
        { "NOT NOT U32 = 5", T },
        { "U32=5 and(S8=-5)or not B=1", T },
};

static void test_comparisons(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(comparisons); i++)
                check_truth(comparisons[i].condition, comparisons[i].truth);
}

static void test_three_truth_values(void **state)
{
        static const char *const terms[] = { "U32 = 6", "U32 = 5", "Nothing = 'x'" };
        static const Truth not [] = { T, F, U };
        static const Truth and[3][3] = { { F, F, F }, { F, T, U }, { F, U, U } };
        static const Truth or [3][3] = { { F, T, U }, { T, T, T }, { U, T, U } };
        char text[256];

        for (int a = 0; a < 3; a++) {
                snprintf(text, sizeof(text), "NOT %s", terms[a]);
                check_truth(text, not [a]);
                for (int b = 0; b < 3; b++) {
                        snprintf(text, sizeof(text), "%s AND %s", terms[a], terms[b]);
                        check_truth(text, and[a][b]);
                        snprintf(text, sizeof(text), "%s OR %s", terms[a], terms[b]);
                        check_truth(text, or [a][b]);
                }
        }
}

static void test_strings(void **state)
{
        static const struct {
                const char *language;
                const char *literal;
                const char *value;
        } cases[] = {
                { "WQL", "'it''s'", "it's" },
                { "WQL", "\"a\"\"b\"", "a\"b" },
                { "WQL", "'a\\'b'", "a'b" },
                { "WQL", "'Xen Interface\\\\Session_1'", "Xen Interface\\Session_1" },
                { "WQL", "'Xen Interface\\Session_1'", "Xen Interface\\Session_1" },
                { "WQL", "'new\\name'", "new\\name" },
                { "CQL", "'new\\name'", "new\name" },
                { "CQL", "'\\u00e9\\u20ac'", "\xc3\xa9\xe2\x82\xac" },
                { "CQL", "'\\t\\\\'", "\t\\" },
                { "WQL", "''", "" },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                _cleanup_(query_freep) Query *query = NULL;
                const QueryLiteral *literal;
                char text[256];

                snprintf(text, sizeof(text), "select * from T where A = %s", cases[i].literal);
                query = parse_as(cases[i].language, text);
                literal = query_key_term(query, "a");
                assert_non_null(literal);
                assert_int_equal(literal->kind, QUERY_LITERAL_STRING);
                assert_string_equal(literal->string, cases[i].value);
        }
}

static const struct {
        const char *text;
        unsigned int column;
        const char *word; /* in the message */
} mistakes[] = {
        { "", 1, "SELECT" },
        { "selct * from X", 1, "`selct'" },
        { "select", 7, "end of the query" },
        { "select from X", 8, "`from'" },
        { "select * X", 10, "FROM" },
        { "select * from", 14, "class" },
        { "select * from 5", 15, "`5'" },
        { "select * from X where", 22, "property or a value" },
        { "select * from X where a", 24, "comparison" },
        { "select * from X where a =", 26, "property or a value" },
        { "select * from X where a = 5 5", 29, "AND, OR" },
        { "select * from X where a = 5 and", 32, "property or a value" },
        { "select * from X where a == 5", 26, "property or a value" },
        { "select * from X where (a = 5", 29, ")" },
        { "select * from X where a = 5)", 28, "`)'" },
        { "select * from X where a = 'open", 27, "no end" },
        { "select * from X where a < NULL", 27, "NULL" },
        { "select * from X where a like 5", 30, "pattern" },
        { "select * from X where a like '[ab'", 30, "]" },
        { "select * from X where a isa 5", 29, "class" },
        { "select * from X where a is 5", 28, "NULL" },
        { "select * from X where a not = 5", 29, "LIKE" },
        { "select * from X where a = 99999999999999999999", 27, "64 bits" },
        { "select * from X where a = 5x", 27, "number" },
        { "select * from X where a ; b", 25, "`;'" },
        { "select * from X where a[x] = 5", 25, "array element" },
        { "select * from X where a[-1] = 5", 25, "array element" },
        { "select * from X where a[1 = 5", 27, "]" },
        { "select * from X where a. = 5", 26, "property" },
        { "select * from X where a:: = 5", 27, "property" },
        { "select * from X where \xc3\xa9 = 5 5", 29, "AND, OR" },
        { "select * from X where __class.a = 5", 23, "last" },
        { "select * from X where a.__this = 5", 23, "first" },
        { "select a, from X", 11, "`from'" },
        { "select * from X, Y", 16, "joins" },
        { "select count(*) from X", 13, "functions" },
        { "select * from X group within 5", 17, "GROUP WITHIN" },
        { "select * from X where a = 5 order by a", 29, "ORDER BY" },
        { "select * from X within -5", 24, "seconds" },
        { "associators X", 13, "OF" },
        { "associators of X", 16, "braces" },
        { "associators of {X", 16, "}" },
        { "associators of {X.a=} where Role = b", 16, "object path" },
        { "associators of {X.a=5} where", 29, "AssocClass" },
        { "associators of {X.a=5} where Rule = b", 30, "Role" },
        { "associators of {X.a=5} where Role = 5", 37, "name" },
        { "associators of {X.a=5} where Role = b Role = c", 39, "twice" },
        { "references of {X.a=5} where AssocClass = b", 29, "ResultClass" },
        { "select * from X where \xff = 5", 0, "UTF-8" },
};

static void test_mistakes(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(mistakes); i++) {
                QueryError error;
                Query *query = NULL;
                int r = query_parse(&query, "WQL", mistakes[i].text, &error);

                if (r <= 0)
                        fail_msg("%s: accepted", mistakes[i].text);
                assert_null(query);
                assert_int_equal(error.result, MI_RESULT_INVALID_QUERY);
                if (error.column != mistakes[i].column || !strstr(error.message, mistakes[i].word))
                        fail_msg("%s: column %u, '%s'", mistakes[i].text, error.column, error.message);
        }
}

static void test_dialects(void **state)
{
        QueryError error;
        Query *query = NULL;

        assert_int_equal(query_parse(&query, "SQL", "select * from X", &error), QUERY_LANGUAGE_UNKNOWN);
        assert_int_equal(error.result, MI_RESULT_QUERY_LANGUAGE_NOT_SUPPORTED);
        assert_non_null(strstr(error.message, "SQL"));
        assert_int_equal(query_parse(&query, "CQL", "associators of {X}", &error), QUERY_INVALID);

        query = parse_as("cql", "select x.a, x.b from X as x where x.a = 5");
        assert_string_equal(query_language(query), "CQL");
        assert_int_equal(query->n_select, 2);
        assert_string_equal(query->select[1], "b");
        assert_non_null(query_key_term(query, "a"));
        query_free(query);
        query = parse_as(NULL, "select * from X");
        assert_string_equal(query_language(query), "WQL");
        query_free(query);
}

static void test_limits(void **state)
{
        Buffer text = BUFFER_INIT;
        QueryError error;
        Query *query = NULL;

        buffer_append_string(&text, "select * from X where ");
        for (int i = 0; i < QUERY_MAX_DEPTH + 1; i++)
                buffer_append_char(&text, '(');
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), QUERY_TOO_LARGE);

        buffer_clear(&text);
        buffer_append_string(&text, "select * from X where a = 5");
        for (int i = 1; i < QUERY_MAX_TERMS; i++)
                buffer_append_string(&text, " or a = 5");
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), 0);
        query_free(query);
        query = NULL;
        buffer_append_string(&text, " or a = 5");
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), QUERY_TOO_LARGE);

        buffer_clear(&text);
        buffer_append_string(&text, "select * from X where not ");
        for (int i = 0; i < QUERY_MAX_DEPTH; i++)
                buffer_append_string(&text, "not ");
        buffer_append_string(&text, "a = 5");
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), QUERY_TOO_LARGE);

        buffer_clear(&text);
        for (int i = 0; i <= QUERY_MAX_LENGTH; i++)
                buffer_append_char(&text, ' ');
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), QUERY_TOO_LARGE);

        buffer_clear(&text);
        buffer_append_string(&text, "select * from X where a");
        for (int i = 0; i < QUERY_MAX_PATH; i++)
                buffer_append_string(&text, ".a");
        buffer_append_string(&text, " = 5");
        assert_int_equal(query_parse(&query, "WQL", buffer_text(&text), &error), QUERY_TOO_LARGE);
        buffer_deinit(&text);
}

static void test_select_list(void **state)
{
        Query *query = parse("select A, b.C, B, X.d, __CLASS from X where E = 5 and f.g > H and a = 1");

        assert_false(query->selects_all);
        assert_string_equal(query->class_name, "X");
        assert_int_equal(query->n_select, 3);
        assert_string_equal(query->select[0], "A");
        assert_string_equal(query->select[1], "b");
        assert_string_equal(query->select[2], "d");
        assert_int_equal(query->n_needed, 4);
        assert_string_equal(query->needed[0], "E");
        assert_string_equal(query->needed[1], "f");
        assert_string_equal(query->needed[2], "H");
        query_free(query);

        query = parse("select X.* from X within 2.5");
        assert_true(query->selects_all);
        assert_true(query->has_within);
        assert_true(query->within == 2.5);
        query_free(query);
}

static void test_key_terms(void **state)
{
        Query *query = parse("select * from X where EventId = 'data/x' and (5 = A and B > 3) and (C = 1 or D = 2)");
        const QueryTerm *terms;
        size_t count;

        terms = query_key_terms(query, &count);
        assert_int_equal(count, 2);
        assert_string_equal(terms[0].property, "EventId");
        assert_string_equal(terms[0].literal.string, "data/x");
        assert_string_equal(terms[1].property, "A");
        assert_int_equal(terms[1].literal.magnitude, 5);
        assert_non_null(query_key_term(query, "eventid"));
        assert_null(query_key_term(query, "C"));
        query_free(query);

        query = parse("select * from X where not (A = 5)");
        query_key_terms(query, &count);
        assert_int_equal(count, 0);
        query_free(query);
        query = parse("select * from X where A = 5 or B = 6");
        query_key_terms(query, &count);
        assert_int_equal(count, 0);
        query_free(query);
}

static const struct {
        const char *condition;
        const char *values; /* of A, in order, or NULL: not a list */
} value_lists[] = {
        { "A = 'a'", "a" },
        { "'a' = A", "a" },
        { "A = 'a' OR a = 'b'", "a b" },
        { "A = 'a' OR A = 'b' OR A = 'a'", "a b" },
        { "A = 'a' OR A = 'A'", "a A" },
        { "(A = 'a' OR A = 'b') AND B = 5", "a b" },
        { "B = 5 AND (A = 'a' OR (A = 'b' AND B = 6) OR (A = 'c' OR A = 'd'))", "a b c d" },
        { "(A = 'a' OR A = 'b') AND A = 'c'", "c" },
        { "A = 'a' AND (A = 'a' OR B = 5)", "a" },
        { "(A = 'a' AND B = 1) OR (A = 'b' AND B = 2)", "a b" },
        { "A = 1 OR A = 2 OR A = 1", "1 2" },
        { "A = 'a' OR B = 5", NULL },
        { "A = 'a' OR A IS NULL", NULL },
        { "A = 'a' OR A = NULL", NULL },
        { "A = 'a' OR A LIKE 'b'", NULL },
        { "A = 'a' OR A <> 'b'", NULL },
        { "NOT (A = 'a' OR A = 'b')", NULL },
        { "A = 'a' OR NOT A = 'b'", NULL },
        { "A = 'a' OR A[0] = 'b'", NULL },
        { "A = 'a' OR A.A = 'b'", NULL },
        { "A = 'a' OR A = B", NULL },
        { "B = 'a'", NULL },
};

static void test_value_lists(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(value_lists); i++) {
                _cleanup_(query_freep) Query *query = NULL;
                const QueryValues *values;
                char found[128] = "";
                char text[256];

                snprintf(text, sizeof(text), "select * from X where %s", value_lists[i].condition);
                query = parse(text);
                values = query_values(query, "a");
                assert_int_equal(values != NULL, value_lists[i].values != NULL);
                for (size_t v = 0; values && v < values->count; v++) {
                        const QueryLiteral *literal = &values->literals[v];
                        const size_t used = strlen(found);

                        if (literal->kind == QUERY_LITERAL_STRING)
                                snprintf(found + used, sizeof(found) - used, "%s%s", v ? " " : "", literal->string);
                        else
                                snprintf(found + used, sizeof(found) - used, "%s%d", v ? " " : "",
                                         (int)literal->magnitude);
                }
                if (values && strcmp(found, value_lists[i].values) != 0)
                        fail_msg("%s: '%s'", text, found);
        }
}

static int literal_value(const char *literal, MI_Type type, MI_Value *value)
{
        _cleanup_(query_freep) Query *query = NULL;
        char text[256];
        int r;

        snprintf(text, sizeof(text), "select * from X where A = %s", literal);
        query = parse(text);
        r = query_literal_value(query_key_term(query, "A"), type, value);
        return r;
}

static void test_literal_values(void **state)
{
        MI_Value value;

        assert_int_equal(literal_value("5", MI_UINT32, &value), 0);
        assert_int_equal(value.uint32, 5);
        assert_int_equal(literal_value("'5'", MI_UINT8, &value), 0);
        assert_int_equal(value.uint8, 5);
        assert_int_equal(literal_value("5.0", MI_SINT16, &value), 0);
        assert_int_equal(value.sint16, 5);
        assert_int_equal(literal_value("18446744073709551615", MI_UINT64, &value), 0);
        assert_true(value.uint64 == UINT64_MAX);
        assert_int_equal(literal_value("-9223372036854775808", MI_SINT64, &value), 0);
        assert_true(value.sint64 == INT64_MIN);
        assert_int_equal(literal_value("-9223372036854775809", MI_SINT64, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("5.5", MI_UINT32, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("256", MI_UINT8, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("-1", MI_UINT32, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("'x'", MI_UINT32, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("'x'", MI_STRING, &value), 0);
        assert_int_equal(literal_value("5", MI_STRING, &value), QUERY_MANY_VALUES);
        assert_int_equal(literal_value("'true'", MI_BOOLEAN, &value), 0);
        assert_int_equal(value.boolean, MI_TRUE);
        assert_int_equal(literal_value("2", MI_BOOLEAN, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("2.5", MI_REAL64, &value), 0);
        assert_true(value.real64 == 2.5);
        assert_int_equal(literal_value("9007199254740993", MI_REAL64, &value), QUERY_NO_VALUE);
        assert_int_equal(literal_value("'5'", MI_CHAR16, &value), 0);
        assert_int_equal(value.char16, '5');
        assert_int_equal(literal_value("'a'", MI_CHAR16, &value), QUERY_MANY_VALUES);
        assert_int_equal(literal_value("'20240229'", MI_DATETIME, &value), QUERY_MANY_VALUES);
        assert_int_equal(literal_value("'x'", MI_DATETIME, &value), QUERY_NO_VALUE);
}

static void test_associations(void **state)
{
        Query *query = parse("ASSOCIATORS OF {\\\\host\\root\\cimv2:T_Thing.Name=\"a b\"} WHERE AssocClass = T_Link "
                             "ResultClass=T_Other Role = From ResultRole = 'To' RequiredQualifier = Key KeysOnly");

        assert_int_equal(query->kind, QUERY_ASSOCIATORS);
        assert_string_equal(query->association.class_name, "T_Thing");
        assert_non_null(query->association.instance);
        assert_string_equal(instance_string(query->association.instance, "Name"), "a b");
        assert_string_equal(query->association.assoc_class, "T_Link");
        assert_string_equal(query->association.result_class, "T_Other");
        assert_string_equal(query->association.role, "From");
        assert_string_equal(query->association.result_role, "To");
        assert_string_equal(query->association.required_qualifier, "Key");
        assert_true(query->association.keys_only);
        assert_false(query->association.class_defs_only);
        query_free(query);

        query = parse("references of { T_Thing.Name='x}y' }");
        assert_int_equal(query->kind, QUERY_REFERENCES);
        assert_string_equal(instance_string(query->association.instance, "Name"), "x}y");
        query_free(query);

        query = parse("associators of {T_Thing} where SchemaOnly");
        assert_null(query->association.instance);
        assert_string_equal(query->association.class_name, "T_Thing");
        assert_true(query->association.schema_only);
        query_free(query);
}

static int is_a(void *context, const char *class_name, const char *ancestor)
{
        static const char *const pairs[][2] = { { "T_Thing", "T_Base" } };

        if (ascii_equal(class_name, "T_Unknown"))
                return -1;
        for (size_t i = 0; i < ARRAY_SIZE(pairs); i++)
                if (ascii_equal(class_name, pairs[i][0]) && ascii_equal(ancestor, pairs[i][1]))
                        return 1;
        return 0;
}

static const QueryHierarchy hierarchy = { .is_a = is_a };

static bool class_selected(const char *condition, const QueryClass *class)
{
        _cleanup_(query_freep) Query *query = NULL;
        char text[256];

        snprintf(text, sizeof(text), "select * from meta_class where %s", condition);
        query = parse(text);
        assert_int_equal(query->kind, QUERY_META_CLASS);
        return query_matches_class(query, class, &hierarchy);
}

static void test_meta_class(void **state)
{
        const QueryClass thing = { .name = "T_Thing", .super_class = "T_Base", .dynasty = "T_Base" };

        assert_true(class_selected("__this isa \"T_Base\"", &thing));
        assert_true(class_selected("__this isa 't_thing'", &thing));
        assert_false(class_selected("__this isa 'T_Other'", &thing));
        assert_true(class_selected("__class = 't_thing'", &thing));
        assert_true(class_selected("__class like 'T[_]%'", &thing));
        assert_true(class_selected("__superclass = 'T_Base'", &thing));
        assert_true(class_selected("__dynasty = 'T_Base' and not __class = 'T_Base'", &thing));
        assert_false(class_selected("__superclass is null", &thing));
        assert_false(class_selected("Name = 'x'", &thing));
}

static void test_hierarchy(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *thing = test_thing();
        _cleanup_(instance_deletep) MI_Instance *unknown = test_empty("T_Unknown");
        Query *query = parse("select * from T_Base where __this isa 'T_Base'");

        assert_true(query_matches(query, thing, &hierarchy));
        assert_false(query_matches(query, thing, NULL));
        assert_false(query_matches(query, unknown, &hierarchy));
        query_free(query);
}

static void test_declared_ancestors(void **state)
{
        MI_Instance *base = NULL;
        MI_ClassDecl *decl;
        Arena arena;
        Query *query = parse("select * from T_Base where __this isa 'T_Base' and not __this isa 'T_Thing'");

        arena_init(&arena, 0);
        assert_int_equal(decl_clone(&arena, &test_base_decl, 0, &decl), 0);
        decl_layout(decl);
        assert_int_equal(instance_new(&base, decl, NULL), 0);
        assert_true(query_matches(query, base, NULL));
        instance_delete(base);
        arena_deinit(&arena);
        query_free(query);
}

static const struct {
        const char *query;
        const char *word; /* in the message; NULL: it is right */
} validations[] = {
        { "select * from T_Thing", NULL },
        { "select U32, Inner.U32, __CLASS from T_Thing where u32 = 5 and Inner.Inner.Name like 'a%'", NULL },
        { "select Foo from T_Thing", "`Foo'" },
        { "select __CLASS, __DERIVATION from meta_class where __this isa 'T_Thing'", NULL },
        { "select * from meta_class where Foo = 'x'", "`Foo'" },
        { "select Foo from meta_class", "`Foo'" },
        { "select * from T_Thing where Foo = 5", "`Foo'" },
        { "select * from T_Thing where Inner.Foo = 5", "T_Thing has no property `Foo'" },
        { "select * from T_Thing where Inner.T_Other::Foo = 5", NULL },
        { "select * from T_Thing where U32.Foo = 5", "uint32" },
        { "select * from T_Thing where U32 = 'abc'", "expected a number" },
        { "select * from T_Thing where U32 = '5'", NULL },
        { "select * from T_Thing where U32 = TRUE", "expected a number" },
        { "select * from T_Thing where 'abc' = U32", "expected a number" },
        { "select * from T_Thing where B > TRUE", "boolean" },
        { "select * from T_Thing where B = 'x'", "TRUE or FALSE" },
        { "select * from T_Thing where B = 1", NULL },
        { "select * from T_Thing where When > '20240101'", NULL },
        { "select * from T_Thing where When > 'now'", "datetime" },
        { "select * from T_Thing where When > 5", "datetime" },
        { "select * from T_Thing where Numbers = 5", "array" },
        { "select * from T_Thing where Numbers[0] = 5", NULL },
        { "select * from T_Thing where Numbers is null", NULL },
        { "select * from T_Thing where U32[0] = 5", "no array" },
        { "select * from T_Thing where U32 like '5'", "LIKE expects a string" },
        { "select * from T_Thing where U32 isa 'X'", "ISA expects an instance" },
        { "select * from T_Thing where Inner isa 'X'", NULL },
        { "select * from T_Thing where __class isa 'X'", NULL },
        { "select * from T_Thing where Inner = 5", "embedded instance" },
        { "select * from T_Thing where Ref = 5", "object path" },
        { "select * from T_Thing where Ref = 'T_Thing.Name=\"x\"'", NULL },
        { "select * from T_Thing where Text = TRUE", "in quotes" },
        { "select * from T_Thing where Text = U32", NULL },
        { "select * from T_Thing where (U32 = 5 or not (B = 1 and Foo = 5))", "`Foo'" },
};

static void test_validation(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(validations); i++) {
                _cleanup_(query_freep) Query *query = parse(validations[i].query);
                QueryError error;
                int r = query_validate(query, &test_thing_decl, &error);

                if (!validations[i].word ? r != 0 : r != QUERY_INVALID)
                        fail_msg("%s: %d %s", validations[i].query, r, error.message);
                if (validations[i].word) {
                        assert_int_equal(error.result, MI_RESULT_INVALID_QUERY);
                        if (!strstr(error.message, validations[i].word) || error.column == 0)
                                fail_msg("%s: '%s'", validations[i].query, error.message);
                }
        }
}

static void test_filter(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *thing = test_thing();
        Query *query = parse("select * from T_Thing where U32 = 5");
        const MI_Char *language, *expression;
        MI_Boolean matches = MI_FALSE;
        MI_Filter filter;

        query_filter_init(&filter, query);
        assert_int_equal(MI_Filter_Evaluate(&filter, thing, &matches), MI_RESULT_OK);
        assert_int_equal(matches, MI_TRUE);
        assert_int_equal(MI_Filter_GetExpression(&filter, &language, &expression), MI_RESULT_OK);
        assert_string_equal(language, "WQL");
        assert_string_equal(expression, "select * from T_Thing where U32 = 5");
        assert_ptr_equal(query_of_filter(&filter), query);
        assert_null(query_of_filter(NULL));
        query_free(query);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_comparisons),  cmocka_unit_test(test_three_truth_values),
                cmocka_unit_test(test_strings),      cmocka_unit_test(test_mistakes),
                cmocka_unit_test(test_dialects),     cmocka_unit_test(test_limits),
                cmocka_unit_test(test_select_list),  cmocka_unit_test(test_key_terms),
                cmocka_unit_test(test_value_lists),  cmocka_unit_test(test_literal_values),
                cmocka_unit_test(test_associations), cmocka_unit_test(test_meta_class),
                cmocka_unit_test(test_hierarchy),    cmocka_unit_test(test_declared_ancestors),
                cmocka_unit_test(test_validation),   cmocka_unit_test(test_filter),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
