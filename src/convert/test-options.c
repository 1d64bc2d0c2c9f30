/* The command line of convert-moftoprovider */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "convert/options.h"

typedef struct Case {
        Arena arena;
        Options options;
        const char *why;
} Case;

static int parse(Case *c, const char *line)
{
        WordList list = { 0 };
        const char *why;

        assert_int_equal(options_split(&c->arena, line, strlen(line), &list, &why), 0);
        c->why = NULL;
        return options_parse(&c->options, &c->arena, (int)list.count, (char *const *)list.words, &c->why);
}

static int setup(void **state)
{
        Case *c = calloc(1, sizeof(*c));

        arena_init(&c->arena, 0);
        *state = c;
        return 0;
}

static int teardown(void **state)
{
        Case *c = *state;

        arena_deinit(&c->arena);
        free(c);
        return 0;
}

static void test_lists_run_to_the_next_option(void **state)
{
        Case *c = *state;

        assert_int_equal(
                parse(c, "-moffile a.mof b.mof -CLASSLIST X Y Z -ExtraClass Cim_Error -outpath o -IncludePath i j"), 0);
        assert_int_equal(c->options.mof_files.count, 2);
        assert_string_equal(c->options.mof_files.words[1], "b.mof");
        assert_int_equal(c->options.classes.count, 3);
        assert_string_equal(c->options.classes.words[2], "Z");
        assert_string_equal(c->options.extra_classes.words[0], "Cim_Error");
        assert_string_equal(c->options.out_path, "o");
        assert_int_equal(c->options.include_path.count, 2);
        assert_false(c->options.quiet || c->options.no_sal || c->options.skip_localize || c->options.skip_qualifiers ||
                     c->options.force_overwrite);
}

static void test_switches(void **state)
{
        Case *c = *state;

        assert_int_equal(
                parse(c, "-NOSAL -MofFile a.mof -skiplocalize -SkipQualifiers -forceoverwrite -OldRcPath s.rc"), 0);
        assert_true(c->options.no_sal && c->options.skip_localize && c->options.skip_qualifiers &&
                    c->options.force_overwrite);
        assert_string_equal(c->options.old_rc_path, "s.rc");
        assert_string_equal(c->options.out_path, ".");
        assert_int_equal(parse(c, "-NoSAL stray -MofFile a.mof"), OPTIONS_USAGE);
        assert_string_equal(c->why, "'stray' belongs to no option");
}

static void test_help_in_every_spelling(void **state)
{
        static const char *const words[] = { "-help", "-HELP", "/?", "-?", "/help", "--help", "-h" };
        Case *c = *state;

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                assert_int_equal(parse(c, words[i]), OPTIONS_HELP);
        assert_non_null(strstr(options_help, "Generates provider source code (C) from MOF class definitions."));
        assert_non_null(
                strstr(options_help, "Convert-MofToProvider -MofFile schema.mof -ClassList MSFT_ComputerSystem"));
}

static void test_errors_say_why(void **state)
{
        static const struct {
                const char *line, *why;
        } cases[] = {
                { "", "no option is given" },
                { "-ClassList A", "-MofFile names no file" },
                { "-MofFile", "-MofFile names no file" },
                { "a.mof", "'a.mof' belongs to no option" },
                { "-MofFile a.mof -Frobnicate", "there is no option '-Frobnicate'" },
                { "-MofFile a.mof -OutPath", "-OutPath needs a value" },
                { "-MofFile a.mof -OutPath -NoSAL", "-OutPath needs a value" },
                { "-MofFile a.mof -OutPath a -OutPath b", "-OutPath is given twice" },
                { "-MofFile a.mof -IncludePath", "-IncludePath names no folder" },
                { "-MofFile a.mof -ExtraClass -NoSAL", "-ExtraClass names no class" },
                { "-InputParameterSet x -NoSAL", "-InputParameterSet stands beside no other option" },
        };
        Case *c = *state;

        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                assert_int_equal(parse(c, cases[i].line), OPTIONS_USAGE);
                assert_string_equal(c->why, cases[i].why);
        }
}

static void test_paths_of_windows_scripts(void **state)
{
        Case *c = *state;

        assert_int_equal(parse(c, "-MofFile mof\\a.mof -OutPath out\\"), 0);
        assert_string_equal(c->options.mof_files.words[0], "mof/a.mof");
        assert_string_equal(c->options.out_path, "out");
}

static void test_words_of_a_file(void **state)
{
        static const char text[] = "-MofFile \"a file.mof\"\r\n\tb\"\"c.mof\n-NoSAL\n";
        Case *c = *state;
        WordList list = { 0 };
        const char *why;

        assert_int_equal(options_split(&c->arena, text, sizeof(text) - 1, &list, &why), 0);
        assert_int_equal(list.count, 4);
        assert_string_equal(list.words[1], "a file.mof");
        assert_string_equal(list.words[2], "bc.mof");
        assert_int_equal(options_split(&c->arena, "\"x", 2, &list, &why), OPTIONS_USAGE);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_lists_run_to_the_next_option, setup, teardown),
                cmocka_unit_test_setup_teardown(test_switches, setup, teardown),
                cmocka_unit_test_setup_teardown(test_help_in_every_spelling, setup, teardown),
                cmocka_unit_test_setup_teardown(test_errors_say_why, setup, teardown),
                cmocka_unit_test_setup_teardown(test_paths_of_windows_scripts, setup, teardown),
                cmocka_unit_test_setup_teardown(test_words_of_a_file, setup, teardown),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
