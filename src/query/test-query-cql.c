#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "query/test-query.h"
#include "util/buffer.h"

/* What CQL has and WQL has not: regular expressions, arrays as a whole, ANY and EVERY */

typedef enum Truth {
        F,
        T,
        U,
} Truth;

static Query *parse(const char *text)
{
        QueryError error;
        Query *query = NULL;

        if (query_parse(&query, "CQL", text, &error))
                fail_msg("%s: %s", text, error.message);
        return query;
}

/* The thing of every test, with more arrays: some like Numbers and others not quite */
static MI_Instance *make_thing(void)
{
        MI_Instance *thing = test_thing();
        MI_Uint64 same[] = { 10, 20, 30 };
        MI_Uint32 turned[] = { 30, 20, 10 }, longer[] = { 10, 20, 30, 40 };
        MI_Boolean flags[] = { MI_TRUE, MI_FALSE };
        MI_Char *numerals[] = { (MI_Char *)(uintptr_t) "10", (MI_Char *)(uintptr_t) "0x14",
                                (MI_Char *)(uintptr_t) "30" };
        MI_Value value = { 0 };

        value.uint64a = (MI_Uint64A){ same, 3 };
        test_set(thing, "Same", MI_UINT64A, value);
        value.uint32a = (MI_Uint32A){ turned, 3 };
        test_set(thing, "Turned", MI_UINT32A, value);
        value.uint32a = (MI_Uint32A){ longer, 4 };
        test_set(thing, "Longer", MI_UINT32A, value);
        value.uint32a = (MI_Uint32A){ longer, 0 };
        test_set(thing, "None", MI_UINT32A, value);
        value.booleana = (MI_BooleanA){ flags, 2 };
        test_set(thing, "Flags", MI_BOOLEANA, value);
        value.stringa = (MI_StringA){ numerals, 3 };
        test_set(thing, "Numerals", MI_STRINGA, value);
        return thing;
}

static bool selects(const MI_Instance *thing, const char *condition)
{
        _cleanup_(query_freep) Query *query = NULL;
        char text[1024];

        snprintf(text, sizeof(text), "select * from T_Thing as t where %s", condition);
        query = parse(text);
        return query_matches(query, thing, NULL);
}

static const struct {
        const char *condition;
        Truth truth;
} truths[] = {
        /* LIKE */
        { "Text LIKE 'hello.*'", T },
        { "Text LIKE 'hello'", F },
        { "Text LIKE '.*o w.*'", T },
        { "Text LIKE '(hello|goodbye) world'", T },
        { "Text LIKE '[f-h]el{2}o .{5}'", T },
        { "Text LIKE 'hello%'", F },
        { "Text NOT LIKE 'hello'", T },
        { "Text LIKE 'hello\\.world'", F },
        { "Text LIKE 'hello\\\\.world'", F },
        { "Text LIKE 'hell\\u006f.*'", T },
        { "Text LIKE '(it''s)?hello.*'", T },
        { "t.Text LIKE 'hello.*' AND U32 = 5", T },
        { "C LIKE '.'", T },
        { "C LIKE '[^a-z]'", T },
        { "Nothing LIKE '.*'", U },
        { "U32 LIKE '5'", U },
        { "Numbers LIKE '.*'", U },
        { "Texts[1] LIKE 't.o'", T },
        { "__CLASS LIKE 'T_.*'", T },
        /* arrays as a whole */
        { "Numbers = Numbers", T },
        { "Numbers <> Numbers", F },
        { "Numbers = Same", T },
        { "Numbers[*] = Same[*]", T },
        { "t.Numbers[*] <> T_Thing::Turned", T },
        { "Numbers = Turned", F },
        { "Numbers = Longer", F },
        { "Longer <> Numbers", T },
        { "Numbers = None", F },
        { "None = None", T },
        { "None <> None", F },
        { "Numbers = Numerals", T },
        { "Numbers = Texts", F },
        { "Flags = Texts", U },
        { "Flags <> Texts", U },
        { "Numbers > Turned", U },
        { "Numbers = 10", U },
        { "U32 = Numbers", U },
        { "Numbers = Missing", U },
        { "Numbers <> Nothing", U },
        { "Inners = Inners", U },
        { "U32[*] = U32", U },
        { "Numbers[*] IS NULL", F },
        { "None IS NULL", F },
        { "None[*] IS NOT NULL", T },
        { "Missing[*] IS NULL", T },
        /* elements */
        { "Numbers[1] = 20", T },
        { "Numbers[0] = Same[0]", T },
        { "Numbers[0] = Turned[2]", T },
        { "None[0] IS NULL", T },
        { "ANY n IN Numbers SATISFIES (n = 20)", T },
        { "ANY n IN Numbers SATISFIES (n = 21)", F },
        { "ANY n IN Numbers[*] SATISFIES (n > 25)", T },
        { "EVERY n IN Numbers SATISFIES (n >= 10)", T },
        { "EVERY n IN Numbers SATISFIES (n > 10)", F },
        { "NOT ANY n IN Numbers SATISFIES (n = 20)", F },
        { "NOT EVERY n IN Numbers SATISFIES (n > 10) AND U32 = 5", T },
        { "ANY n IN Numbers SATISFIES (N > 10 AND n < 30)", T },
        { "ANY n IN Numbers SATISFIES (n < 10 OR n > 30)", F },
        { "ANY n IN Numbers SATISFIES (n > U32)", T },
        { "ANY n IN Numbers SATISFIES (n = Turned[0])", T },
        { "ANY n IN None SATISFIES (n = 10)", F },
        { "EVERY n IN None SATISFIES (n = 10)", T },
        { "ANY n IN Missing SATISFIES (n = 10)", U },
        { "EVERY n IN U32 SATISFIES (n = 5)", U },
        { "ANY n IN Numbers SATISFIES (Nothing = 'x')", U },
        { "ANY n IN Numbers SATISFIES (Nothing = 'x' OR n = 20)", T },
        { "EVERY n IN Numbers SATISFIES (Nothing = 'x' OR n = 20)", U },
        { "EVERY n IN Numbers SATISFIES (Nothing = 'x' AND n = 20)", F },
        { "ANY n IN Numbers SATISFIES (n IS NULL)", F },
        { "ANY n IN Numbers SATISFIES (n = Numbers)", U },
        { "ANY w IN Texts SATISFIES (w LIKE '.n.')", T },
        { "EVERY w IN Texts SATISFIES (w LIKE '.n.')", F },
        { "ANY Text IN Texts SATISFIES (Text = 'two')", T },
        { "ANY Text IN Texts SATISFIES (t.Text = 'hello world')", T },
        { "ANY i IN Inners SATISFIES (i.U32 = 7)", T },
        { "ANY i IN Inners SATISFIES (i.T_Thing::U32 = 7 AND i ISA T_Thing)", T },
        { "ANY i IN Inners SATISFIES (i.Missing = 7)", U },
        { "ANY b IN Flags SATISFIES (b = TRUE)", T },
        { "EVERY b IN Flags SATISFIES (b = TRUE)", F },
        { "ANY a IN Numbers SATISFIES (a = 10) AND ANY a IN Turned SATISFIES (a = 30)", T },
};

static void test_truth(void **state)
{
        MI_Instance *thing = make_thing();

        for (size_t i = 0; i < ARRAY_SIZE(truths); i++) {
                char negated[1024];
                Truth truth;

                snprintf(negated, sizeof(negated), "not (%s)", truths[i].condition);
                truth = selects(thing, truths[i].condition) ? T : selects(thing, negated) ? F : U;
                if (truth != truths[i].truth)
                        fail_msg("%s: expected %d, got %d", truths[i].condition, truths[i].truth, truth);
        }
        instance_delete(thing);
}

/* A pattern without signs selects what = does. */
static void test_like_and_equal(void **state)
{
        static const char *const texts[] = { "Hello World", "hello world", "HELLO WORLD", "hello", "", "Hello World " };
        MI_Instance *thing = make_thing();

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                char equal[64], like[64];

                snprintf(equal, sizeof(equal), "Text = '%s'", texts[i]);
                snprintf(like, sizeof(like), "Text LIKE '%s'", texts[i]);
                assert_int_equal(selects(thing, equal), selects(thing, like));
        }
        instance_delete(thing);
}

static const struct {
        const char *condition; /* behind "select * from X where ", which has 22 characters */
        int answer;
        unsigned int column;
        const char *word;
} mistakes[] = {
        { "a like 5", QUERY_INVALID, 30, "pattern in quotes" },
        { "a like b", QUERY_INVALID, 30, "pattern in quotes" },
        { "a like '[ab'", QUERY_INVALID, 30, "closing ]" },
        { "a like '*'", QUERY_INVALID, 30, "repeats nothing" },
        { "a like 'x\\d'", QUERY_INVALID, 30, "letter or digit" },
        { "a like 'x{2000}'", QUERY_TOO_LARGE, 30, "1024" },
        { "a = {1, 2}", QUERY_UNSUPPORTED, 27, "no arrays as values" },
        { "a[1..2] = b", QUERY_UNSUPPORTED, 26, "parts of an array" },
        { "a[1, 2] = b", QUERY_UNSUPPORTED, 26, "parts of an array" },
        { "a[] = b", QUERY_INVALID, 25, "array element" },
        { "a[* = b", QUERY_INVALID, 27, "]" },
        { "any = 5", QUERY_INVALID, 27, "name for the element" },
        { "any a[0] = 5", QUERY_INVALID, 28, "IN" },
        { "any a = 5", QUERY_INVALID, 29, "SATISFIES" },
        { "any x in 5", QUERY_INVALID, 32, "array property" },
        { "any x in a x = 5", QUERY_INVALID, 34, "SATISFIES" },
        { "any x in a satisfies x = 5", QUERY_INVALID, 44, "(" },
        { "any x in a satisfies (x = 5", QUERY_INVALID, 50, ")" },
        { "any x in a satisfies ()", QUERY_INVALID, 45, "property or a value" },
        { "any x in a satisfies (x[0] = 5)", QUERY_INVALID, 45, "no index" },
        { "any x in a satisfies (any y in b satisfies (x = y))", QUERY_UNSUPPORTED, 45, "inside one another" },
        { "any any in a satisfies (x = 5)", QUERY_INVALID, 27, "`any'" },
        { "a = any", QUERY_INVALID, 27, "`any'" },
        { "uppercase(a) = 'X'", QUERY_UNSUPPORTED, 32, "functions" },
        { "a + 5 = 6", QUERY_INVALID, 25, "`+'" },
        { "a || 'x' = 'y'", QUERY_INVALID, 25, "`|'" },
        { "a = 5 group within 5", QUERY_UNSUPPORTED, 29, "GROUP WITHIN" },
};

static void test_mistakes(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(mistakes); i++) {
                QueryError error;
                Query *query = NULL;
                char text[256];
                int r;

                snprintf(text, sizeof(text), "select * from X where %s", mistakes[i].condition);
                r = query_parse(&query, "CQL", text, &error);
                if (r != mistakes[i].answer || error.column != mistakes[i].column ||
                    !strstr(error.message, mistakes[i].word))
                        fail_msg("%s: %d, column %u, '%s'", text, r, error.column, error.message);
                assert_null(query);
        }
}

static const struct {
        const char *language;
        const char *condition; /* behind "select * from T_Thing where ", which has 28 characters */
        unsigned int column;   /* 0: it is right */
        const char *word;
} validations[] = {
        { "CQL", "Numbers = Numbers", 0, NULL },
        { "CQL", "Numbers[*] <> Inner.Numbers[*]", 0, NULL },
        { "CQL", "Numbers = Texts", 0, NULL },
        { "CQL", "Numbers = Inner.T_Other::Foo", 0, NULL },
        { "CQL", "Inner.T_Other::Foo = Numbers", 0, NULL },
        { "CQL", "Numbers < Numbers", 29, "no order" },
        { "CQL", "Numbers = 5", 29, "ANY name IN Numbers" },
        { "CQL", "5 = Numbers", 33, "ANY name IN Numbers" },
        { "CQL", "Numbers = U32", 29, "expected another one" },
        { "CQL", "U32 = Numbers", 35, "expected another one" },
        { "CQL", "Numbers like '5'", 29, "such as [0]" },
        { "CQL", "Numbers isa 'X'", 29, "such as [0]" },
        { "CQL", "Inners = Inners", 29, "embedded instances" },
        { "CQL", "U32[*] = 5", 29, "no array" },
        { "CQL", "Text like 'x.*'", 0, NULL },
        { "CQL", "U32 like '5'", 29, "LIKE expects a string" },
        { "CQL", "Texts[0] like 'x.*'", 0, NULL },
        { "CQL", "any n in Numbers satisfies (n = 5)", 0, NULL },
        { "CQL", "every n in Numbers satisfies (n = 'x')", 63, "expected a number" },
        { "CQL", "any n in U32 satisfies (n = 5)", 38, "no array" },
        { "CQL", "any n in Foo satisfies (n = 5)", 38, "`Foo'" },
        { "CQL", "any n in Numbers satisfies (Foo = n)", 57, "`Foo'" },
        { "CQL", "any n in Numbers satisfies (n.Foo = 5)", 57, "`Foo'" },
        { "CQL", "any n in Numbers satisfies (n isa 'X')", 57, "ISA expects an instance" },
        { "CQL", "any n in Numbers satisfies (n like 'X')", 57, "LIKE expects a string" },
        { "CQL", "any n in Numbers satisfies (n = Numbers)", 61, "expected another one" },
        { "CQL", "any i in Inners satisfies (i.U32 = 5)", 0, NULL },
        { "CQL", "any i in Inners satisfies (i.Foo = 5)", 56, "`Foo'" },
        { "CQL", "any i in Inners satisfies (i isa 'X')", 0, NULL },
        { "CQL", "any i in Inners satisfies (i = 5)", 56, "embedded instance" },
        { "CQL", "any i in Inner.T_Other::Foo satisfies (i.Foo = 5)", 0, NULL },
        { "CQL", "any t in Texts satisfies (t like 'x.*')", 0, NULL },
        { "WQL", "Numbers = Numbers", 29, "such as [0]" },
        { "WQL", "U32 = Numbers", 35, "such as [0]" },
};

static void test_validation(void **state)
{
        for (size_t i = 0; i < ARRAY_SIZE(validations); i++) {
                _cleanup_(query_freep) Query *query = NULL;
                QueryError error = { 0 };
                char text[256];

                snprintf(text, sizeof(text), "select * from T_Thing where %s", validations[i].condition);
                assert_int_equal(query_parse(&query, validations[i].language, text, &error), 0);
                assert_int_equal(query_validate(query, &test_thing_decl, &error),
                                 validations[i].column ? QUERY_INVALID : 0);
                if (error.column != validations[i].column ||
                    (validations[i].word && !strstr(error.message, validations[i].word)))
                        fail_msg("%s: column %u, '%s'", text, error.column, error.message);
        }
}

/* What the element of ANY is called is no property, and no term holds outside its condition. */
static void test_lists(void **state)
{
        _cleanup_(query_freep) Query *query =
                parse("select A, B[*] from X where ANY e IN C SATISFIES (e = 5 and D = 6) and "
                      "E = 7 and F[*] = G");
        size_t count;

        assert_int_equal(query->n_select, 2);
        assert_string_equal(query->select[1], "B");
        assert_int_equal(query->n_needed, 5);
        assert_string_equal(query->needed[0], "C");
        assert_string_equal(query->needed[1], "D");
        assert_string_equal(query->needed[4], "G");
        query_key_terms(query, &count);
        assert_int_equal(count, 1);
        assert_non_null(query_key_term(query, "E"));
        assert_null(query_values(query, "D"));
        assert_int_equal(query_values(query, "e")->literals[0].magnitude, 7);
}

/* The words of CQL are names in WQL. */
static void test_names_in_wql(void **state)
{
        QueryError error;
        Query *query = NULL;

        assert_int_equal(query_parse(&query, "WQL", "select Any from X where Any = 5 and Every = 6 and In = 7", &error),
                         0);
        query_free(query);
        query = NULL;
        assert_int_equal(query_parse(&query, "WQL", "select * from X where any x in a satisfies (x = 5)", &error),
                         QUERY_INVALID);
        assert_int_equal(query_parse(&query, "WQL", "select * from X where a[*] = b", &error), QUERY_INVALID);
        assert_int_equal(error.column, 25);
}

/* All patterns of a query have a limit together. */
static void test_limit(void **state)
{
        Buffer text = BUFFER_INIT;
        QueryError error;
        Query *query = NULL;

        buffer_append_string(&text, "select * from X where a like 'b{1000}'");
        for (int i = 1; i < QUERY_MAX_PATTERN / 1000; i++)
                buffer_append_string(&text, " or a like 'b{1000}'");
        assert_int_equal(query_parse(&query, "CQL", buffer_text(&text), &error), 0);
        query_free(query);
        query = NULL;
        buffer_append_string(&text, " or a like 'b{1000}'");
        assert_int_equal(query_parse(&query, "CQL", buffer_text(&text), &error), QUERY_TOO_LARGE);
        assert_non_null(strstr(error.message, "together"));
        buffer_deinit(&text);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_truth),    cmocka_unit_test(test_like_and_equal),
                cmocka_unit_test(test_mistakes), cmocka_unit_test(test_validation),
                cmocka_unit_test(test_lists),    cmocka_unit_test(test_names_in_wql),
                cmocka_unit_test(test_limit),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
