/*
 * CIM 2.26 as a test: the whole schema reads, strictly, soon, and prints as what reads the same
 *
 * The schema is not ours to ship: it is where the environment variable XENMI_CIM_SCHEMA says, or beside the source tree;
 * elsewhere the test is skipped.
 */

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

#include "mof/test-mof.h"

#define MAIN_FILE     "cim_schema_2.26.0.mof"
#define CLASSES       1380
#define SECONDS_BOUND 10.0 /* far more than it takes, for a loaded machine under sanitizers */

static char path[4096];

static bool find_schema(void)
{
        const char *folder = getenv("XENMI_CIM_SCHEMA");
        const char *root = getenv("XENMI_SOURCE_ROOT");

        if (folder)
                snprintf(path, sizeof(path), "%s/%s", folder, MAIN_FILE);
        else
                snprintf(path, sizeof(path), "%s/../shared/data/cim-2.26/%s", root ? root : ".", MAIN_FILE);
        return access(path, R_OK) == 0;
}

static MofSchema *read_schema(bool is_strict)
{
        MofOptions options = { .is_strict = is_strict };
        const char *paths[] = { path };
        MofSchema *schema;

        assert_int_equal(mof_read_files(&schema, &options, paths, 1), 0);
        assert_int_equal(schema->n_classes, CLASSES);
        assert_int_equal(schema->messages.warnings, 0);
        return schema;
}

static void test_reads(void **state)
{
        struct timespec begin, end;
        MofSchema *schema;

        if (!find_schema())
                skip();
        clock_gettime(CLOCK_MONOTONIC, &begin);
        schema = read_schema(false);
        clock_gettime(CLOCK_MONOTONIC, &end);
        assert_true((double)(end.tv_sec - begin.tv_sec) + (double)(end.tv_nsec - begin.tv_nsec) / 1e9 < SECONDS_BOUND);
        mof_schema_free(schema);
        mof_schema_free(read_schema(true));
}

/* Facts of CIM_Process as generated code has them */
static void test_process(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        const MI_ClassDecl *process;

        if (!find_schema())
                skip();
        schema = read_schema(false);
        process = test_class(schema, "CIM_Process");
        assert_int_equal(process->numProperties, 35);
        assert_int_equal(mof_class(process)->depth, 4);
        assert_string_equal(process->properties[5]->name, "Name");
        assert_string_equal(process->properties[5]->origin, "CIM_ManagedSystemElement");
        assert_string_equal(process->properties[5]->propagator, "CIM_Process");
        assert_string_equal(process->properties[26]->name, "Handle");
        assert_true(process->properties[26]->flags & MI_FLAG_KEY);
        assert_int_equal(*(const MI_Uint16 *)process->properties[14]->value, 5);
        assert_int_equal(process->numMethods, 1);
        assert_string_equal(process->methods[0]->parameters[2]->className, "CIM_ConcreteJob");
}

static char *print_all(const MofSchema *schema)
{
        Buffer buffer = BUFFER_INIT;

        for (uint32_t i = 0; i < schema->n_qualifiers; i++)
                mof_print_qualifier_decl(&buffer, &schema->qualifiers[i]->decl);
        for (uint32_t i = 0; i < schema->n_classes; i++)
                mof_print_class(&buffer, &schema->classes[i]->decl, 0);
        return buffer_steal(&buffer);
}

static void test_prints(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *one = NULL, *other = NULL;
        _cleanup_(freep) char *first = NULL, *second = NULL;

        if (!find_schema())
                skip();
        one = read_schema(false);
        first = print_all(one);
        other = test_good(first);
        second = print_all(other);
        assert_int_equal(other->n_classes, CLASSES);
        assert_true(strcmp(first, second) == 0);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_reads),
                cmocka_unit_test(test_process),
                cmocka_unit_test(test_prints),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
