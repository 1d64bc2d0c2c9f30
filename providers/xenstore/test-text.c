#include "text.h"

#include <errno.h>
#include <string.h>
#include <setjmp.h>
#include <cmocka.h>

#define assert_shown(octets, escaped, expected)                                            \
        do {                                                                               \
                Bytes out = { 0 };                                                         \
                                                                                           \
                assert_int_equal(text_show(&out, octets, sizeof(octets) - 1, escaped), 0); \
                assert_string_equal(out.data, expected);                                   \
                bytes_deinit(&out);                                                        \
        } while (0)

static void test_utf8(void **state)
{
        static const char *const good[] = {
                "", "plain", "\xc3\xa9", "\xe2\x82\xac", "\xf0\x9f\x98\x80", "\xed\x9f\xbf", "\xef\xbf\xbf"
        };
        static const char *const bad[] = { "\xff",
                                           "\x80",
                                           "\xc3",
                                           "\xc0\xaf",
                                           "\xe0\x80\xaf",
                                           "\xed\xa0\x80",
                                           "\xf4\x90\x80\x80",
                                           "\xf0\x80\x80\x80",
                                           "a\xe2\x82",
                                           "\xfe" };

        for (size_t i = 0; i < ARRAY_SIZE(good); i++)
                assert_true(text_is_utf8(good[i], strlen(good[i])));
        for (size_t i = 0; i < ARRAY_SIZE(bad); i++)
                assert_false(text_is_utf8(bad[i], strlen(bad[i])));
}

static void test_show(void **state)
{
        assert_shown("a\\b\xc3\xa9\n", false, "a\\b\xc3\xa9\n");
        assert_shown("a\0b\xff", false, "a\\x00b\\xff");
        assert_shown("a\\b", true, "a\\\\b");
        assert_shown("a\xff\\", true, "a\\xff\\\\");
        assert_shown("", false, "");
}

static void test_there_and_back(void **state)
{
        char every[256];

        for (unsigned i = 0; i < sizeof(every); i++)
                every[i] = (char)i;
        for (unsigned start = 0; start < sizeof(every); start++) {
                Bytes text = { 0 }, back = { 0 };

                assert_int_equal(text_show(&text, every + start, sizeof(every) - start, true), 0);
                assert_true(text_is_utf8(text.data, text.size));
                assert_int_equal(text_unescape(&back, text.data), 0);
                assert_int_equal(back.size, sizeof(every) - start);
                assert_memory_equal(back.data, every + start, back.size);
                bytes_deinit(&text);
                bytes_deinit(&back);
        }
}

static void test_bad_escapes(void **state)
{
        static const char *const bad[] = { "\\", "\\n", "\\x", "\\x1", "\\xg0", "a\\x4" };

        for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
                Bytes out = { 0 };

                assert_int_equal(text_unescape(&out, bad[i]), EINVAL);
                bytes_deinit(&out);
        }
}

static void test_log(void **state)
{
        Bytes out = { 0 };

        assert_int_equal(text_for_log(&out, "%s\t\x1b[1m\\", 7), 0);
        assert_string_equal(out.data, "%s\\x09\\x1b[1m");
        bytes_deinit(&out);
}

static void test_map(void **state)
{
        static char names[2000][8];
        Map map = { 0 };

        for (unsigned round = 0; round < 3; round++) {
                for (unsigned i = 0; i < ARRAY_SIZE(names); i++) {
                        names[i][0] = 'k';
                        names[i][1] = (char)('a' + i % 26);
                        names[i][2] = (char)('a' + i / 26 % 26);
                        names[i][3] = (char)('a' + i / 676);
                        assert_int_equal(map_set(&map, names[i], 0, names[i]), 0);
                        assert_int_equal(map_set(&map, NULL, i + 1, names[i]), 0);
                }
                assert_int_equal(map.count, 2 * ARRAY_SIZE(names));
                for (unsigned i = 0; i < ARRAY_SIZE(names); i += 2) {
                        assert_ptr_equal(map_remove(&map, names[i], 0), names[i]);
                        assert_null(map_remove(&map, names[i], 0));
                        assert_ptr_equal(map_remove(&map, NULL, i + 1), names[i]);
                }
                for (unsigned i = 0; i < ARRAY_SIZE(names); i++) {
                        assert_ptr_equal(map_get(&map, names[i], 0), i % 2 ? names[i] : NULL);
                        assert_ptr_equal(map_get(&map, NULL, i + 1), i % 2 ? names[i] : NULL);
                }
        }
        map_deinit(&map);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_utf8),        cmocka_unit_test(test_show), cmocka_unit_test(test_there_and_back),
                cmocka_unit_test(test_bad_escapes), cmocka_unit_test(test_log),  cmocka_unit_test(test_map),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
