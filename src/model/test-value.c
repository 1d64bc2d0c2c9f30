#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <cmocka.h>

#include "model/datetime.h"
#include "model/instance.h"
#include "model/print.h"
#include "model/value.h"

static void test_type_sizes(void **state)
{
        /* mi-api B.4 */
        assert_int_equal(type_field_size(MI_BOOLEAN), 3);
        assert_int_equal(type_field_size(MI_UINT16), 4);
        assert_int_equal(type_field_size(MI_CHAR16), 4);
        assert_int_equal(type_field_size(MI_UINT32), 8);
        assert_int_equal(type_field_size(MI_REAL32), 8);
        assert_int_equal(type_field_size(MI_UINT64), 16);
        assert_int_equal(type_field_size(MI_DATETIME), 40);
        assert_int_equal(type_flags_offset(MI_DATETIME), 37);
        assert_int_equal(type_field_size(MI_STRING), 16);
        assert_int_equal(type_field_size(MI_STRINGA), 24);
        assert_int_equal(type_flags_offset(MI_BOOLEANA), 17);
        assert_int_equal(type_size(MI_INSTANCE), 8);
        assert_int_equal(type_size(MI_UINT8A), 16);
}

static void test_type_names(void **state)
{
        MI_Type type;

        for (unsigned i = 0; i < 16; i++) {
                assert_true(type_parse(type_name((MI_Type)i), &type));
                assert_int_equal(type, i);
        }
        assert_true(type_parse("UINT32[]", &type));
        assert_int_equal(type, MI_UINT32A);
        assert_false(type_parse("uint33", &type));
        assert_false(type_parse("", &type));
        assert_string_equal(type_name((MI_Type)99), "unknown");
}

static void test_copy_strings(void **state)
{
        char *strings[] = { "one", "", "three" };
        MI_Value value = { .stringa = { strings, 3 } }, copy = { 0 };

        assert_int_equal(value_copy(&copy, &value, MI_STRINGA), 0);
        assert_ptr_not_equal(copy.stringa.data, strings);
        assert_true(value_equal(&value, &copy, MI_STRINGA));
        copy.stringa.data[2][0] = 'T';
        assert_false(value_equal(&value, &copy, MI_STRINGA));
        value_clear(&copy, MI_STRINGA);
        assert_null(copy.stringa.data);
}

static void test_copy_refuses(void **state)
{
        char *strings[] = { "one", NULL };
        MI_Value value = { .stringa = { strings, 2 } }, copy = { 0 };

        assert_int_equal(value_copy(&copy, &value, MI_STRINGA), -EINVAL);
        value.array.data = NULL;
        assert_int_equal(value_copy(&copy, &value, MI_UINT8A), -EINVAL);
        value.array.size = VALUE_ARRAY_MAX + 1;
        assert_int_equal(value_copy(&copy, &value, MI_UINT8A), -EINVAL);
        value.string = NULL;
        assert_int_equal(value_copy(&copy, &value, MI_STRING), -EINVAL);
        assert_int_equal(value_copy(&copy, &value, (MI_Type)32), -EINVAL);
}

static void test_empty_array(void **state)
{
        MI_Value value = { 0 }, copy = { 0 };

        assert_int_equal(value_copy(&copy, &value, MI_SINT64A), 0);
        assert_int_equal(copy.array.size, 0);
        value_clear(&copy, MI_SINT64A);
}

static void test_parse_integers(void **state)
{
        static const struct {
                MI_Type type;
                const char *text;
                int result;
                int64_t number;
        } cases[] = {
                { MI_UINT8, "255", 0, 255 },
                { MI_UINT8, "256", VALUE_RANGE, 0 },
                { MI_UINT8, "-1", VALUE_RANGE, 0 },
                { MI_SINT8, "-128", 0, -128 },
                { MI_SINT8, "-129", VALUE_RANGE, 0 },
                { MI_SINT8, "128", VALUE_RANGE, 0 },
                { MI_UINT16, "0x10", 0, 16 },
                { MI_SINT16, "-32768", 0, -32768 },
                { MI_UINT32, "4294967295", 0, 4294967295 },
                { MI_UINT32, "4294967296", VALUE_RANGE, 0 },
                { MI_SINT32, "x", VALUE_SYNTAX, 0 },
                { MI_SINT32, "", VALUE_SYNTAX, 0 },
                { MI_SINT64, "-9223372036854775808", 0, INT64_MIN },
                { MI_SINT64, "9223372036854775808", VALUE_RANGE, 0 },
                { MI_BOOLEAN, "TRUE", 0, 1 },
                { MI_BOOLEAN, "yes", VALUE_SYNTAX, 0 },
                { MI_CHAR16, "A", 0, 'A' },
                { MI_CHAR16, "65", 0, 65 },
                { MI_CHAR16, "\xc3\xa4", 0, 0xe4 },
                { MI_CHAR16, "", VALUE_SYNTAX, 0 },
        };

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                MI_Value value;
                int64_t number = 0;

                assert_int_equal(value_parse(&value, cases[i].type, cases[i].text), cases[i].result);
                if (cases[i].result)
                        continue;
                assert_true(value_to_sint64(&value, cases[i].type, &number));
                assert_int_equal(number, cases[i].number);
        }
}

static void test_parse_others(void **state)
{
        MI_Value value;
        uint64_t number;

        assert_int_equal(value_parse(&value, MI_UINT64, "18446744073709551615"), 0);
        assert_true(value_to_uint64(&value, MI_UINT64, &number));
        assert_true(number == UINT64_MAX);
        assert_int_equal(value_parse(&value, MI_REAL64, "1.5e3"), 0);
        assert_true(value.real64 == 1500.0);
        assert_int_equal(value_parse(&value, MI_REAL32, "1e300"), VALUE_RANGE);
        assert_int_equal(value_parse(&value, MI_REAL64, "one"), VALUE_SYNTAX);
        assert_int_equal(value_parse(&value, MI_DATETIME, "20240229120000.000000+060"), 0);
        assert_int_equal(value_parse(&value, MI_DATETIME, "20230229120000.000000+060"), VALUE_SYNTAX);
        assert_int_equal(value_parse(&value, MI_STRINGA, "x"), -EINVAL);
        assert_int_equal(value_parse(&value, MI_REFERENCE, "x"), -EINVAL);
}

static void test_convert(void **state)
{
        MI_Value from = { .uint64 = 300 }, to;
        Arena arena;

        arena_init(&arena, 0);
        assert_int_equal(value_convert(&arena, &to, MI_UINT16, &from, MI_UINT64), 0);
        assert_int_equal(to.uint16, 300);
        assert_int_equal(value_convert(&arena, &to, MI_UINT8, &from, MI_UINT64), VALUE_RANGE);
        assert_int_equal(value_convert(&arena, &to, MI_STRING, &from, MI_UINT64), 0);
        assert_string_equal(to.string, "300");
        assert_int_equal(value_convert(&arena, &to, MI_REAL64, &from, MI_UINT64), 0);
        assert_true(to.real64 == 300.0);
        from.string = "-7";
        assert_int_equal(value_convert(&arena, &to, MI_SINT8, &from, MI_STRING), 0);
        assert_int_equal(to.sint8, -7);
        assert_int_equal(value_convert(&arena, &to, MI_UINT8A, &from, MI_STRING), -EINVAL);
        arena_deinit(&arena);
}

static void check_print(const MI_Value *value, MI_Type type, unsigned flags, const char *expected)
{
        Buffer buffer = BUFFER_INIT;

        assert_int_equal(value_print(&buffer, value, type, flags), 0);
        assert_string_equal(buffer_text(&buffer), expected);
        buffer_deinit(&buffer);
}

static void test_print(void **state)
{
        char *strings[] = { "a\"b", "c" };

        check_print(&(MI_Value){ .boolean = 1 }, MI_BOOLEAN, 0, "true");
        check_print(&(MI_Value){ .sint8 = -5 }, MI_SINT8, 0, "-5");
        check_print(&(MI_Value){ .uint64 = UINT64_MAX }, MI_UINT64, 0, "18446744073709551615");
        check_print(&(MI_Value){ .real64 = 0.5 }, MI_REAL64, 0, "0.5");
        check_print(&(MI_Value){ .char16 = 'x' }, MI_CHAR16, PRINT_QUOTED, "'x'");
        check_print(&(MI_Value){ .char16 = 0xe4 }, MI_CHAR16, 0, "\xc3\xa4");
        check_print(&(MI_Value){ .string = "a\tb\x01" }, MI_STRING, PRINT_QUOTED, "\"a\\tb\\x0001\"");
        check_print(&(MI_Value){ .stringa = { strings, 2 } }, MI_STRINGA, PRINT_QUOTED, "{\"a\\\"b\", \"c\"}");
        check_print(&(MI_Value){ .stringa = { NULL, 0 } }, MI_STRINGA, 0, "{}");
}

static void test_datetime_roundtrip(void **state)
{
        static const char *const texts[] = { "20240229235959.123456+060", "19700101000000.000000-000",
                                             "99991231235959.999999-720", "00000001000000.000000:000",
                                             "12345678123456.654321:000" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                char text[DATETIME_TEXT_SIZE];
                MI_Datetime datetime;

                assert_int_equal(datetime_parse(&datetime, texts[i]), 0);
                datetime_format(&datetime, text);
                if (i != 1) /* -000 and +000 are the same */
                        assert_string_equal(text, texts[i]);
        }
}

static void test_datetime_refuses(void **state)
{
        static const char *const texts[] = {
                "",
                "2024",
                "20241301000000.000000+000",
                "20240230000000.000000+000",
                "20240229240000.000000+000",
                "20240229000000,000000+000",
                "20240229000000.000000*000",
                "20240229000000.000000+0000",
                "2024022900000a.000000+000",
                "00000001250000.000000:000",
                "00000001000000.000000:001",
                "2024*229000000.000000+000",
        };
        MI_Datetime datetime;

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++)
                assert_int_equal(datetime_parse(&datetime, texts[i]), -EINVAL);
        assert_int_equal(datetime_parse(&datetime, NULL), -EINVAL);
        assert_int_equal(datetime_parse(&datetime, "2024****000000.000000+000"), 0);
        assert_int_equal(datetime_parse(&datetime, "20240229000000.12****+000"), 0);
        assert_int_equal(datetime.u.timestamp.microseconds, 120000);
}

static void test_datetime_order(void **state)
{
        MI_Datetime a, b, interval;
        int64_t us;

        assert_int_equal(datetime_parse(&a, "20240101010000.000000+060"), 0);
        assert_int_equal(datetime_parse(&b, "20240101000000.000000+000"), 0);
        assert_int_equal(datetime_compare(&a, &b), 0);
        b.u.timestamp.microseconds = 1;
        assert_true(datetime_compare(&a, &b) < 0);
        assert_int_equal(datetime_parse(&interval, "00000001000000.000000:000"), 0);
        assert_true(datetime_compare(&interval, &a) < 0);
        assert_true(datetime_to_us(&interval, &us));
        assert_true(us == INT64_C(86400000000));

        for (int64_t t = -INT64_C(60000000000000000); t < INT64_C(200000000000000000); t += INT64_C(999999999999983)) {
                datetime_from_us(&a, t, -90);
                assert_true(datetime_valid(&a));
                assert_true(datetime_to_us(&a, &us));
                assert_true(us == t);
        }
        datetime_from_us(&a, INT64_C(1709251199000000), 0);
        assert_int_equal(a.u.timestamp.year, 2024);
        assert_int_equal(a.u.timestamp.month, 2);
        assert_int_equal(a.u.timestamp.day, 29);
}

static void test_datetime_xml(void **state)
{
        MI_Datetime datetime;

        assert_int_equal(datetime_parse_xml(&datetime, "2024-02-29T12:30:00.5+01:30"), 0);
        assert_int_equal(datetime.u.timestamp.microseconds, 500000);
        assert_int_equal(datetime.u.timestamp.utc, 90);
        assert_int_equal(datetime_parse_xml(&datetime, "2024-02-29T12:30:00Z"), 0);
        assert_int_equal(datetime_parse_xml(&datetime, "P1DT26H3M4.25S"), 0);
        assert_int_equal(datetime.u.interval.days, 2);
        assert_int_equal(datetime.u.interval.hours, 2);
        assert_int_equal(datetime.u.interval.microseconds, 250000);
        assert_int_equal(datetime_parse_xml(&datetime, "P"), -EINVAL);
        assert_int_equal(datetime_parse_xml(&datetime, "P1Y"), -EINVAL);
        assert_int_equal(datetime_parse_xml(&datetime, "PT1D"), -EINVAL);
        assert_int_equal(datetime_parse_xml(&datetime, "2024-02-30T00:00:00Z"), -EINVAL);
        assert_int_equal(datetime_parse_xml(&datetime, "2024-02-29T00:00:00+99:00"), -EINVAL);
}

static void test_datetime_format_clamps(void **state)
{
        MI_Datetime datetime;
        char text[DATETIME_TEXT_SIZE];

        memset(&datetime, 0xFF, sizeof(datetime));
        datetime_format(&datetime, text);
        assert_int_equal(strlen(text), DATETIME_TEXT_SIZE - 1);
        datetime.isTimestamp = 0;
        datetime_format(&datetime, text);
        assert_int_equal(strlen(text), DATETIME_TEXT_SIZE - 1);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_type_sizes),
                cmocka_unit_test(test_type_names),
                cmocka_unit_test(test_copy_strings),
                cmocka_unit_test(test_copy_refuses),
                cmocka_unit_test(test_empty_array),
                cmocka_unit_test(test_parse_integers),
                cmocka_unit_test(test_parse_others),
                cmocka_unit_test(test_convert),
                cmocka_unit_test(test_print),
                cmocka_unit_test(test_datetime_roundtrip),
                cmocka_unit_test(test_datetime_refuses),
                cmocka_unit_test(test_datetime_order),
                cmocka_unit_test(test_datetime_xml),
                cmocka_unit_test(test_datetime_format_clamps),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
