/* Finding functions in C source */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "convert/csource.h"

static bool defines(const char *text, const char *name)
{
        return c_find_definition(text, strlen(text), name, NULL);
}

static void test_a_definition_is_found(void **state)
{
        (void)state;
        assert_true(defines("void MI_CALL A_Load(\n  A_Self** self)\n{\n}\n", "A_Load"));
        assert_true(defines("int A_Load(int (*f)(void)) /* why */ {", "A_Load"));
        assert_true(defines("#define X {\nvoid F(void)\n#if 1\n{\n#endif\n}", "F"));
        assert_true(defines("int G(void) { return F(1); } int F(int x) { return x; }", "F"));
}

static void test_a_mention_is_none(void **state)
{
        (void)state;
        assert_false(defines("void A_Load(void);", "A_Load"));
        assert_false(defines("/* void A_Load(void) {} */", "A_Load"));
        assert_false(defines("// void A_Load(void) {}\n", "A_Load"));
        assert_false(defines("char *s = \"void A_Load(void) {}\";", "A_Load"));
        assert_false(defines("#define D void A_Load(void) \\\n {}\n", "A_Load"));
        assert_false(defines("int G(void) { A_Load(1); }", "A_Load"));
        assert_false(defines("", "A_Load"));
}

/* With the methods S and ST, a stub of ST is not one of S. */
static void test_names_are_compared_whole(void **state)
{
        const char *text = "void C_Invoke_ST(void) { }\nvoid XC_Invoke_S(void) { }\n";

        (void)state;
        assert_true(defines(text, "C_Invoke_ST"));
        assert_false(defines(text, "C_Invoke_S"));
}

static void test_the_body_ends_at_its_own_brace(void **state)
{
        const char *text = "int F(void)\n{ if (1) { char c = '}'; /* } */ s(\"}\"); }\n return 0; }\nint G(void) {}";
        CBody body;

        (void)state;
        assert_true(c_find_definition(text, strlen(text), "F", &body));
        assert_int_equal(text[body.open], '{');
        assert_ptr_equal(text + body.close, strstr(text, "}\nint G"));
}

static void test_broken_text_ends(void **state)
{
        static const char *const texts[] = { "/*", "\"",   "'\\", "F(", "F()", "F() {", "#\\", "#define \\\r\n",
                                             "/",  "F((){" };
        CBody body;

        (void)state;
        for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
                bool is_found = c_find_definition(texts[i], strlen(texts[i]), "F", &body);

                assert_int_equal(is_found, strcmp(texts[i], "F() {") == 0);
                if (is_found)
                        assert_int_equal(body.close, strlen(texts[i]));
        }
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_a_definition_is_found),    cmocka_unit_test(test_a_mention_is_none),
                cmocka_unit_test(test_names_are_compared_whole), cmocka_unit_test(test_the_body_ends_at_its_own_brace),
                cmocka_unit_test(test_broken_text_ends),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
