/* The string table of localised texts */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "convert/strings.h"

typedef struct Case {
        Arena arena;
        StringTable table;
} Case;

static int setup(void **state)
{
        Case *c = calloc(1, sizeof(*c));

        arena_init(&c->arena, 0);
        strings_init(&c->table, &c->arena);
        *state = c;
        return 0;
}

static int teardown(void **state)
{
        Case *c = *state;

        strings_deinit(&c->table);
        arena_deinit(&c->arena);
        free(c);
        return 0;
}

static int read_table(Case *c, const char *text)
{
        uint32_t line = 0;
        int r = strings_read(&c->table, text, strlen(text), &line);

        return r ? -(int)line : 0;
}

static void test_numbers_from_one_equal_texts_once(void **state)
{
        Case *c = *state;

        assert_int_equal(strings_id(&c->table, "one"), 1);
        assert_int_equal(strings_id(&c->table, "two"), 2);
        assert_int_equal(strings_id(&c->table, "one"), 1);
        assert_int_equal(strings_id(&c->table, "One"), 3);
}

static void test_old_numbers_stay_and_new_ones_follow(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        Case *c = *state;

        assert_int_equal(
                read_table(c, "/* x */\n#pragma y\nLANGUAGE 9, 1\nSTRINGTABLE\n{\n 7, \"seven\"\n 73 \"unused\"\n}\n"),
                0);
        assert_int_equal(strings_id(&c->table, "new"), 74);
        assert_int_equal(strings_id(&c->table, "seven"), 7);
        assert_int_equal(strings_id(&c->table, "newer"), 75);
        strings_write(&buffer, &c->table);
        assert_non_null(strstr(buffer_text(&buffer), "{\n    7, \"seven\"\n    74, \"new\"\n    75, \"newer\"\n}\n"));
        assert_null(strstr(buffer.data, "unused"));
}

static void test_what_is_written_is_read(void **state)
{
        static const char *const texts[] = {
                "a \"quoted\" word", "it's", "line\nline\ttab", "back\\slash", "caf\xC3\xA9", "\0017", ""
        };
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        Case *c = *state;
        StringTable again;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                assert_int_equal(strings_id(&c->table, texts[i]), i + 1);
        strings_write(&buffer, &c->table);
        assert_non_null(strstr(buffer_text(&buffer),
                               "1, \"a \"\"quoted\"\" word\"\n    2, \"it\\'s\"\n    3, \"line\\nline\\ttab\"\n"));
        assert_non_null(strstr(buffer.data, "#pragma code_page(65001)\n"));

        strings_init(&again, &c->arena);
        assert_int_equal(strings_read(&again, buffer.data, buffer.size, &(uint32_t){ 0 }), 0);
        for (size_t i = ARRAY_SIZE(texts); i-- > 0;)
                assert_int_equal(strings_id(&again, texts[i]), i + 1);
        strings_deinit(&again);
}

static void test_an_empty_table(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        Case *c = *state;

        strings_write(&buffer, &c->table);
        assert_non_null(strstr(buffer_text(&buffer), "*/\nSTRINGTABLE\n{\n}\n"));
        assert_int_equal(read_table(c, buffer.data), 0);
        assert_int_equal(read_table(c, "stringtable discardable BEGIN 1 L\"x\" END"), 0);
        assert_int_equal(strings_id(&c->table, "x"), 1);
}

static void test_trouble_has_a_line(void **state)
{
        Case *c = *state;

        assert_int_equal(read_table(c, ""), -1);
        assert_int_equal(read_table(c, "STRINGTABLE\n{\n1, \"x\"\n2, y\n}"), -4);
        assert_int_equal(read_table(c, "STRINGTABLE\n{\n1, \"x\n}"), -3);
        assert_int_equal(read_table(c, "STRINGTABLE\n{\n0, \"x\"}"), -3);
        assert_int_equal(read_table(c, "STRINGTABLE\n{\n70000, \"x\"}"), -3);
        assert_int_equal(read_table(c, "STRINGTABLE\n{\n1, \"z\"\n"), -4);
        assert_int_equal(read_table(c, "STRINGTABLE { /* "), -1);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_numbers_from_one_equal_texts_once, setup, teardown),
                cmocka_unit_test_setup_teardown(test_old_numbers_stay_and_new_ones_follow, setup, teardown),
                cmocka_unit_test_setup_teardown(test_what_is_written_is_read, setup, teardown),
                cmocka_unit_test_setup_teardown(test_an_empty_table, setup, teardown),
                cmocka_unit_test_setup_teardown(test_trouble_has_a_line, setup, teardown),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
