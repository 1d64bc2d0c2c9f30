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

#include "model/value.h"

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

/* Our own core classes are DMTF's in names, types, keys and order. */

static void assert_same_values(const void *a, const void *b, uint32_t type)
{
        MI_Value left, right;

        assert_int_equal(a != NULL, b != NULL);
        if (!a)
                return;
        value_load(&left, a, (MI_Type)type);
        value_load(&right, b, (MI_Type)type);
        assert_true(value_equal(&left, &right, (MI_Type)type));
}

static void assert_same_name(const char *a, const char *b)
{
        assert_int_equal(a != NULL, b != NULL);
        if (a)
                assert_string_equal(a, b);
}

static void assert_same_property(const MI_PropertyDecl *a, const MI_PropertyDecl *b)
{
        assert_string_equal(a->name, b->name);
        assert_int_equal(a->type, b->type);
        assert_int_equal(a->flags, b->flags);
        assert_int_equal(a->subscript, b->subscript);
        assert_int_equal(a->offset, b->offset);
        assert_same_name(a->className, b->className);
        assert_string_equal(a->origin, b->origin);
        assert_string_equal(a->propagator, b->propagator);
        assert_same_values(a->value, b->value, a->type);
}

static void assert_same_method(const MI_MethodDecl *a, const MI_MethodDecl *b)
{
        assert_string_equal(a->name, b->name);
        assert_int_equal(a->flags, b->flags);
        assert_int_equal(a->returnType, b->returnType);
        assert_int_equal(a->numParameters, b->numParameters);
        assert_string_equal(a->origin, b->origin);
        for (uint32_t i = 0; i < a->numParameters; i++) {
                assert_string_equal(a->parameters[i]->name, b->parameters[i]->name);
                assert_int_equal(a->parameters[i]->type, b->parameters[i]->type);
                assert_int_equal(a->parameters[i]->flags, b->parameters[i]->flags);
                assert_same_name(a->parameters[i]->className, b->parameters[i]->className);
        }
}

static void assert_same_class(const MI_ClassDecl *a, const MI_ClassDecl *b)
{
        assert_int_equal(a->flags, b->flags);
        assert_same_name(a->superClass, b->superClass);
        assert_int_equal(a->numProperties, b->numProperties);
        assert_int_equal(a->numMethods, b->numMethods);
        assert_int_equal(a->size, b->size);
        for (uint32_t i = 0; i < a->numProperties; i++)
                assert_same_property(a->properties[i], b->properties[i]);
        for (uint32_t i = 0; i < a->numMethods; i++)
                assert_same_method(a->methods[i], b->methods[i]);
}

static void test_core(void **state)
{
        const char *root = getenv("XENMI_SOURCE_ROOT");
        _cleanup_(mof_schema_freep) MofSchema *cim = NULL, *core = NULL;
        MofOptions options = { .is_strict = true };
        char qualifiers[4096], classes[4096];
        const char *paths[] = { qualifiers, classes };

        snprintf(qualifiers, sizeof(qualifiers), "%s/schema/qualifiers.mof", root ? root : ".");
        snprintf(classes, sizeof(classes), "%s/schema/core.mof", root ? root : ".");
        assert_int_equal(mof_read_files(&core, &options, paths, 2), 0);
        assert_int_equal(core->messages.warnings, 0);
        assert_int_equal(core->n_qualifiers, 73);
        if (!find_schema()) {
                core = mof_schema_free(core); /* skip() does not return */
                skip();
        }
        cim = read_schema(true);
        for (uint32_t i = 0; i < core->n_classes; i++)
                assert_same_class(&core->classes[i]->decl, test_class(cim, core->classes[i]->decl.name));
        for (uint32_t i = 0; i < cim->n_qualifiers; i++) {
                const MI_QualifierDecl *a = &cim->qualifiers[i]->decl;
                const MofQualifierDecl *ours = mof_schema_find_qualifier(core, a->name);

                assert_non_null(ours);
                assert_string_equal(a->name, ours->decl.name);
                assert_int_equal(a->type, ours->decl.type);
                assert_int_equal(a->scope, ours->decl.scope);
                assert_int_equal(a->flavor, ours->decl.flavor);
                assert_same_values(a->value, ours->decl.value, a->type);
        }
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_reads),
                cmocka_unit_test(test_process),
                cmocka_unit_test(test_prints),
                cmocka_unit_test(test_core),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
