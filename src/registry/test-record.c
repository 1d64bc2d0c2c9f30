#include "registry/record.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

static int parse(Record *record, const char *path, const char *text, const char **problemp)
{
        record_init(record);
        return record_parse(record, path, text, strlen(text), problemp);
}

static void test_round_trip(void **state)
{
        _cleanup_(record_deinit) Record first, second;
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        const char *problem = NULL;

        (void)state;
        record_init(&first);
        first.name = "XenStore";
        first.library = "/usr/lib/xenmi/providers/libXenStore.so";
        first.own_host = true;
        assert_int_equal(record_set_hosting(&first, "system:xenmi-xenstore"), 0);
        assert_int_equal(record_add_namespace(&first, "\\\\root\\WMI\\"), 0);
        assert_int_equal(record_add_namespace(&first, "ROOT/wmi"), 0);
        assert_int_equal(record_add_namespace(&first, "root/other"), 0);
        for (int i = 0; i < 5; i++)
                assert_int_equal(record_add_class(&first, (const char *[]){ "A", "B", "C", "D", "E" }[i]), 0);
        assert_int_equal(record_add_option(&first, "socket", "/a=b c"), 0);
        assert_int_equal(record_write(&first, &text), 0);

        record_init(&second);
        assert_int_equal(record_parse(&second, "x.reg", text.data, text.size, &problem), 0);
        assert_string_equal(second.name, "XenStore");
        assert_string_equal(second.library, first.library);
        assert_int_equal(second.n_namespaces, 2);
        assert_string_equal(second.namespaces[0], "root/wmi");
        assert_int_equal(second.hosting, RECORD_SYSTEM);
        assert_string_equal(second.user, "xenmi-xenstore");
        assert_true(second.own_host);
        assert_int_equal(second.n_classes, 5);
        assert_string_equal(second.classes[4], "E");
        assert_string_equal(second.options[0].value, "/a=b c");
        assert_string_equal(record_host(&second, &second.arena), "XenStore");
}

static void test_omi(void **state)
{
        _cleanup_(record_deinit) Record record;
        const char *problem = NULL;

        (void)state;
        assert_int_equal(parse(&record, "/etc/opt/omi/conf/omiregister/root-cimv2/Number.reg",
                               "# Number\nLIBRARY=Number\nHOSTING=@requestor@\nCLASS=X_SmallNumber:X_Number\n"
                               "CLASS=X_Link{X_SmallNumber:X_Number,X_SmallNumber}\nINDICATIONCLASS=X_Event\n"
                               "INSTANCELIFETIME=CONTEXT\n",
                               &problem),
                         0);
        assert_string_equal(record.name, "Number");
        assert_string_equal(record.namespaces[0], "root/cimv2");
        assert_int_equal(record.hosting, RECORD_REQUESTOR);
        assert_int_equal(record.n_classes, 3);
        assert_string_equal(record.classes[1], "X_Link");
        assert_string_equal(record_host(&record, &record.arena), "requestor");
}

static void test_problems(void **state)
{
        static const struct {
                const char *text, *problem;
        } cases[] = {
                { "[provider]\nname = a/b\n", "p.reg:2: not a valid value of name" },
                { "[provider]\n\ncolour = red\n", "p.reg:3: unknown key colour" },
                { "[other]\n", "p.reg:1: unknown section [other]" },
                { "[provider]\nname\n", "p.reg:2: not of the form key = value: name" },
                { "[provider]\nname = a\nlibrary = /l\n", "p.reg: missing key namespace" },
                { "[provider]\nhosting = system:\n", "p.reg:2: not a valid value of hosting" },
                { "[provider]\nown-host = maybe\n", "p.reg:2: not a valid value of own-host" },
                { "[provider]\nclass = 1A\n", "p.reg:2: not a valid value of class" },
                { "[provider]\nname = \xff\n", "p.reg: not UTF-8" },
        };

        (void)state;
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                _cleanup_(record_deinit) Record record;
                const char *problem = NULL;

                assert_int_equal(parse(&record, "p.reg", cases[i].text, &problem), RECORD_MALFORMED);
                assert_string_equal(problem, cases[i].problem);
        }
}

static void test_names(void **state)
{
        (void)state;
        assert_true(record_name_is_valid("XenStore_2.x-y"));
        assert_false(record_name_is_valid(""));
        assert_false(record_name_is_valid("../x"));
        assert_false(record_name_is_valid(".x"));
        assert_false(record_name_is_valid("a b"));
        assert_false(record_name_is_valid("1234567890123456789012345678901234567890123456789012345678901"));
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_round_trip),
                cmocka_unit_test(test_omi),
                cmocka_unit_test(test_problems),
                cmocka_unit_test(test_names),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
