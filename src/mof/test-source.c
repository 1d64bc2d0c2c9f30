/*
 * Tests of texts: encodings, files, includes
 */

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mof/test-mof.h"

/* A folder of files for a test */
typedef struct Folder {
        char path[64];
} Folder;

static int folder_new(void **state)
{
        Folder *folder = calloc(1, sizeof(*folder));

        strcpy(folder->path, "/tmp/xenmi-mof-XXXXXX");
        *state = folder;
        return mkdtemp(folder->path) ? 0 : -1;
}

static int folder_free(void **state)
{
        Folder *folder = *state;
        char command[128];
        int r;

        snprintf(command, sizeof(command), "rm -r %s", folder->path);
        r = system(command);
        free(folder);
        return r;
}

static void write_file(const Folder *folder, const char *name, const void *data, size_t size)
{
        char path[256];
        FILE *file;

        snprintf(path, sizeof(path), "%s/%s", folder->path, name);
        file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(data, 1, size, file), size);
        assert_int_equal(fclose(file), 0);
}

static void write_text(const Folder *folder, const char *name, const char *text)
{
        write_file(folder, name, text, strlen(text));
}

static MofSchema *read_file(const Folder *folder, const char *name, const MofOptions *options, int expected)
{
        char path[256];
        const char *paths[] = { path };
        MofSchema *schema;
        int r;

        snprintf(path, sizeof(path), "%s/%s", folder->path, name);
        r = mof_read_files(&schema, options, paths, 1);
        if (r != expected && schema && schema->messages.count)
                print_message("%s\n", schema->messages.list[0]->text);
        assert_int_equal(r, expected);
        return schema;
}

static void test_encodings(void **state)
{
        static const char utf8[] = "class A { string X = \"\xC3\xA9\xF0\x9F\x98\x80\"; };";
        static const char bom[] = "\xEF\xBB\xBF"
                                  "class A { string X = \"\xC3\xA9\xF0\x9F\x98\x80\"; };";
        static const uint16_t with_bom[] = u"\xFEFF"
                                           "class A { string X = \"\u00E9\U0001F600\"; };";
        static const uint16_t without_bom[] = u"class A { string X = \"\u00E9\U0001F600\"; };";
        uint16_t swapped[ARRAY_SIZE(with_bom)];
        const struct {
                const void *data;
                size_t size;
        } texts[] = {
                { utf8, sizeof(utf8) - 1 },         { bom, sizeof(bom) - 1 },
                { with_bom, sizeof(with_bom) - 2 }, { without_bom, sizeof(without_bom) - 2 },
                { swapped, sizeof(swapped) - 2 },   { swapped + 1, sizeof(swapped) - 4 },
        };

        for (size_t i = 0; i < ARRAY_SIZE(with_bom); i++)
                swapped[i] = (uint16_t)(with_bom[i] << 8 | with_bom[i] >> 8);
        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                MofSchema *schema;

                assert_int_equal(mof_read_text(&schema, NULL, "test.mof", texts[i].data, texts[i].size), 0);
                assert_string_equal(*(const char *const *)test_property(schema, "A", "X")->value,
                                    "\xC3\xA9\xF0\x9F\x98\x80");
                mof_schema_free(schema);
        }
}

static void test_bad_encodings(void **state)
{
        static const uint16_t lone[] = { 0xFEFF, 'a', 0xD800, 'b' };
        static const char odd[] = "\xFF\xFE"
                                  "a\0b";
        MofSchema *schema;

        assert_int_equal(mof_read_text(&schema, NULL, "test.mof", (const char *)lone, sizeof(lone)), MOF_FAILED);
        mof_schema_free(schema);
        assert_int_equal(mof_read_text(&schema, NULL, "test.mof", odd, 5), MOF_FAILED);
        mof_schema_free(schema);
        assert_int_equal(mof_read_text(&schema, NULL, "test.mof", "class A {\n\n\0};", 13), MOF_FAILED);
        assert_non_null(strstr(schema->messages.list[0]->text, "NUL"));
        assert_int_equal(schema->messages.list[0]->where.line, 3);
        mof_schema_free(schema);

        schema = test_good("class A {\nstring X = \"\xE9\"; };"); /* ISO 8859-1, with a warning */
        assert_string_equal(*(const char *const *)test_property(schema, "A", "X")->value, "\xC3\xA9");
        assert_int_equal(schema->messages.list[0]->where.line, 2);
        mof_schema_free(schema);
}

static void test_line_ends(void **state)
{
        static const char *const texts[] = { "// a\nclass A {\n};\nx", "// a\r\nclass A {\r\n};\r\nx",
                                             "// a\rclass A {\r};\rx" };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                MofSchema *schema = test_read(NULL, texts[i], MOF_FAILED);

                assert_int_equal(schema->n_classes, 1);
                assert_int_equal(schema->messages.list[0]->where.line, 4);
                assert_string_equal(schema->messages.list[0]->source, "x");
                mof_schema_free(schema);
        }
}

static void test_includes(void **state)
{
        const Folder *folder = *state;
        char path[256];
        const char *include_path[] = { path };
        MofOptions options = { .include_path = include_path, .n_include_path = 1 };
        MofSchema *schema;

        snprintf(path, sizeof(path), "%s/Sub", folder->path);
        assert_int_equal(mkdir(path, 0700), 0);
        write_text(folder, "main.mof",
                   "#pragma include(\"sub/a.mof\")\n#pragma include (\"C.mof\");\nclass M : C { };");
        write_text(folder, "Sub/A.MOF",
                   "#pragma include(\"b.mof\")\nclass A : B { };\n#pragma include(\"..\\\\D.mof\")");
        write_text(folder, "Sub/b.mof", "class B { };");
        write_text(folder, "Sub/c.mof", "class C : A { };");
        write_text(folder, "d.mof", "class D { };");

        schema = read_file(folder, "main.mof", &options, 0);
        assert_int_equal(schema->n_classes, 5);
        assert_string_equal(schema->classes[0]->decl.name, "B");
        assert_string_equal(schema->classes[4]->decl.name, "M");
        assert_int_equal(mof_schema_find_class(schema, "M")->depth, 3);
        assert_int_equal(schema->n_files, 5);
        assert_non_null(strstr(schema->files[1], "Sub/A.MOF"));
        mof_schema_free(schema);
}

static void test_errors_name_the_file(void **state)
{
        const Folder *folder = *state;
        MofSchema *schema;

        write_text(folder, "main.mof", "#pragma include(\"bad.mof\")\n#pragma include(\"none.mof\")\nclass M { };");
        write_text(folder, "bad.mof", "class A {\n foo\n};");
        schema = read_file(folder, "main.mof", NULL, MOF_FAILED);
        assert_int_equal(schema->messages.errors, 2);
        assert_non_null(strstr(schema->messages.list[0]->where.file, "/bad.mof"));
        assert_int_equal(schema->messages.list[0]->where.line, 3);
        assert_non_null(strstr(schema->messages.list[1]->where.file, "/main.mof"));
        assert_int_equal(schema->messages.list[1]->where.line, 2);
        assert_non_null(mof_schema_find_class(schema, "M"));
        mof_schema_free(schema);
}

static void test_include_limits(void **state)
{
        const Folder *folder = *state;
        MofOptions options = { .no_includes = true };
        char path[256];
        MofSchema *schema;

        write_text(folder, "self.mof", "#pragma include(\"self.mof\")");
        schema = read_file(folder, "self.mof", NULL, MOF_FAILED);
        assert_non_null(strstr(schema->messages.list[0]->text, "does a file include itself?"));
        mof_schema_free(schema);

        /* twice itself: not two to the power of the depth */
        write_text(folder, "twice.mof", "#pragma include(\"twice.mof\")\n#pragma include(\"twice.mof\")");
        schema = read_file(folder, "twice.mof", NULL, MOF_FAILED);
        mof_schema_free(schema);

        schema = read_file(folder, "self.mof", &options, MOF_FAILED);
        assert_non_null(strstr(schema->messages.list[0]->text, "no file can be included here"));
        mof_schema_free(schema);

        /* neither a pipe nor a folder */
        snprintf(path, sizeof(path), "%s/pipe", folder->path);
        assert_int_equal(mkfifo(path, 0600), 0);
        write_text(folder, "odd.mof",
                   "#pragma include(\"pipe\")\n#pragma include(\".\")\n#pragma include(\"/dev/zero\")");
        schema = read_file(folder, "odd.mof", NULL, MOF_FAILED);
        assert_int_equal(schema->messages.errors, 3);
        assert_non_null(strstr(schema->messages.list[0]->text, "not a regular file"));
        mof_schema_free(schema);
}

static void test_missing_file(void **state)
{
        const Folder *folder = *state;
        MofSchema *schema = read_file(folder, "none.mof", NULL, MOF_FAILED);

        assert_non_null(strstr(schema->messages.list[0]->text, "No such file"));
        mof_schema_free(schema);
}

static int include_text(void *userdata, const char *name, char **textp, size_t *sizep)
{
        if (strcmp(name, "given.mof") != 0)
                return -ENOENT;
        *textp = strdup("class Given { };");
        *sizep = strlen(*textp);
        (*(int *)userdata)++;
        return 0;
}

static void test_include_callback(void **state)
{
        int count = 0;
        MofOptions options = { .include = include_text, .userdata = &count };
        MofSchema *schema = test_read(&options, "#pragma include(\"given.mof\")\nclass A : Given { };", 0);

        assert_int_equal(count, 1);
        assert_int_equal(schema->n_classes, 2);
        mof_schema_free(schema);
        mof_schema_free(test_read(&options, "#pragma include(\"other.mof\")", MOF_FAILED));
}

static void test_several_files_are_one_schema(void **state)
{
        const Folder *folder = *state;
        char a[256], b[256];
        const char *paths[] = { a, b };
        MofSchema *schema;

        write_text(folder, "a.mof", "#pragma namespace(\"root/a\")\nclass A { };");
        write_text(folder, "b.mof", "class B : A { };");
        snprintf(a, sizeof(a), "%s/a.mof", folder->path);
        snprintf(b, sizeof(b), "%s/b.mof", folder->path);
        assert_int_equal(mof_read_files(&schema, NULL, paths, 2), 0);
        assert_int_equal(schema->n_classes, 2);
        assert_string_equal(schema->classes[0]->namespace_name, "root/a");
        assert_null(schema->classes[1]->namespace_name);
        mof_schema_free(schema);
}

/* Texts that are large or deep end in an error, soon. */
static void test_limits(void **state)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;

        buffer_append_string(&text, "class A { object X; }; ");
        for (int i = 0; i < 100; i++)
                buffer_append_string(&text, "instance of A { X = ");
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));

        buffer_clear(&text);
        buffer_append_string(&text, "class A { uint8 X[] = {0");
        for (int i = 0; i < 70000; i++)
                buffer_append_string(&text, ",1");
        buffer_append_string(&text, "}; };");
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));

        buffer_clear(&text);
        buffer_append_string(&text, "class C0 { };");
        for (int i = 1; i < 100; i++)
                buffer_printf(&text, "class C%d : C%d { };", i, i - 1);
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));

        buffer_clear(&text);
        for (int i = 100; i > 0; i--)
                buffer_printf(&text, "class C%d : C%d { };", i, i - 1);
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));

        buffer_clear(&text);
        buffer_append_string(&text, "class C { ");
        for (int i = 0; i < 2000; i++)
                buffer_printf(&text, "uint8 P%d;", i);
        buffer_append_string(&text, "};");
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));

        buffer_clear(&text);
        buffer_append_string(&text, "class ");
        for (int i = 0; i < 2000; i++)
                buffer_append_char(&text, 'x');
        buffer_append_string(&text, " { };");
        mof_schema_free(test_read(NULL, buffer_text(&text), MOF_FAILED));
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_encodings),
                cmocka_unit_test(test_bad_encodings),
                cmocka_unit_test(test_line_ends),
                cmocka_unit_test_setup_teardown(test_includes, folder_new, folder_free),
                cmocka_unit_test_setup_teardown(test_errors_name_the_file, folder_new, folder_free),
                cmocka_unit_test_setup_teardown(test_include_limits, folder_new, folder_free),
                cmocka_unit_test_setup_teardown(test_missing_file, folder_new, folder_free),
                cmocka_unit_test(test_include_callback),
                cmocka_unit_test_setup_teardown(test_several_files_are_one_schema, folder_new, folder_free),
                cmocka_unit_test(test_limits),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
