#include "registry/repository.h"

#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "registry/builtin.h"
#include "registry/compile.h"
#include "util/clock.h"
#include "util/fd.h"

/* Three classes as generated code has them: T_Base <- T_Thing <- T_Sub, and an association between T_Base and T_Sub */

static const char *description = "What it is";
static const char *values_data[] = { "one", "two" };
static const MI_ConstStringA values = { values_data, 2 };
static const MI_Uint32 five = 5;
static const MI_Datetime moment = { .isTimestamp = 1, .u.timestamp = { 2026, 11, 28, 21, 0, 0, 0, 60 } };

static const MI_Qualifier quals[] = {
        { "Description", MI_STRING, MI_FLAG_TOSUBCLASS | MI_FLAG_TRANSLATABLE, &description },
        { "Values", MI_STRINGA, 0, &values },
};
static const MI_Qualifier *const qual_list[] = { &quals[0], &quals[1] };

static const MI_PropertyDecl id_property = {
        .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY,
        .name = "Id",
        .qualifiers = qual_list,
        .numQualifiers = 2,
        .type = MI_STRING,
        .origin = "T_Base",
        .propagator = "T_Base",
};
static const MI_PropertyDecl size_property = {
        .flags = MI_FLAG_PROPERTY,
        .name = "Size",
        .type = MI_UINT32,
        .origin = "T_Thing",
        .propagator = "T_Thing",
        .value = &five,
};
static const MI_PropertyDecl when_property = {
        .flags = MI_FLAG_PROPERTY,
        .name = "When",
        .type = MI_DATETIME,
        .origin = "T_Thing",
        .propagator = "T_Thing",
        .value = &moment,
};
static const MI_PropertyDecl *const base_properties[] = { &id_property };
static const MI_PropertyDecl *const thing_properties[] = { &id_property, &size_property, &when_property };

static const MI_ParameterDecl parameters[] = {
        { .flags = MI_FLAG_PARAMETER | MI_FLAG_OUT, .name = "MIReturn", .type = MI_UINT32 },
        { .flags = MI_FLAG_PARAMETER | MI_FLAG_IN, .name = "How", .type = MI_STRINGA, .subscript = 4 },
};
static const MI_ParameterDecl *const parameter_list[] = { &parameters[0], &parameters[1] };
static const MI_MethodDecl do_method = {
        .flags = MI_FLAG_METHOD | MI_FLAG_STATIC,
        .name = "Do",
        .parameters = parameter_list,
        .numParameters = 2,
        .returnType = MI_UINT32,
        .origin = "T_Thing",
        .propagator = "T_Thing",
};
static const MI_MethodDecl *const thing_methods[] = { &do_method };

static const MI_ClassDecl base = {
        .flags = MI_FLAG_CLASS | MI_FLAG_ABSTRACT,
        .name = "T_Base",
        .properties = base_properties,
        .numProperties = 1,
};
static const MI_ClassDecl thing = {
        .flags = MI_FLAG_CLASS,
        .name = "T_Thing",
        .qualifiers = qual_list,
        .numQualifiers = 1,
        .properties = thing_properties,
        .numProperties = 3,
        .superClass = "T_Base",
        .superClassDecl = (MI_ClassDecl *)&base,
        .methods = thing_methods,
        .numMethods = 1,
};
static const MI_ClassDecl sub = {
        .flags = MI_FLAG_CLASS,
        .name = "T_Sub",
        .properties = thing_properties,
        .numProperties = 3,
        .superClass = "T_Thing",
        .superClassDecl = (MI_ClassDecl *)&thing,
        .methods = thing_methods,
        .numMethods = 1,
};
static const MI_PropertyDecl ends[] = {
        { .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY, .name = "Whole", .type = MI_REFERENCE, .className = "T_Base" },
        { .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY, .name = "Part", .type = MI_REFERENCE, .className = "T_Sub" },
};
static const MI_PropertyDecl *const end_list[] = { &ends[0], &ends[1] };
static const MI_ClassDecl link_class = {
        .flags = MI_FLAG_CLASS | MI_FLAG_ASSOCIATION,
        .name = "T_Link",
        .properties = end_list,
        .numProperties = 2,
};
static MI_ClassDecl *const classes[] = { (MI_ClassDecl *)&sub, (MI_ClassDecl *)&base, (MI_ClassDecl *)&thing,
                                         (MI_ClassDecl *)&link_class };

static int add(Compiler *compiler, const char *name, const char *const *provided, size_t n_provided,
               const char **problemp)
{
        _cleanup_(record_deinit) Record record;

        record_init(&record);
        record.name = name;
        record.library = "/lib/x.so";
        assert_int_equal(record_set_hosting(&record, "system:root"), 0);
        assert_int_equal(record_add_namespace(&record, "root/test"), 0);
        assert_int_equal(record_add_option(&record, "socket", "/run/x"), 0);
        for (size_t i = 0; i < n_provided; i++)
                assert_int_equal(record_add_class(&record, provided[i]), 0);
        return compiler_add(compiler, &record, 7, classes, ARRAY_SIZE(classes), problemp);
}

static void compile(Buffer *file)
{
        _cleanup_(compiler_freep) Compiler *compiler = NULL;
        const char *problem = NULL;

        assert_int_equal(compiler_new(&compiler), 0);
        assert_int_equal(add(compiler, "Things", (const char *[]){ "T_Thing", "T_Link" }, 2, &problem), 0);
        assert_int_equal(add(compiler, "Subs", (const char *[]){ "T_Sub" }, 1, &problem), 0);
        assert_int_equal(compiler_write(compiler, file), 0);
}

static int open_bytes(Repository **repositoryp, const void *data, size_t size)
{
        _cleanup_fd_ int fd = memfd_create("repository", MFD_CLOEXEC);

        assert_true(fd >= 0);
        assert_int_equal(fd_write_all(fd, data, size), 0);
        return repository_open_fd(repositoryp, fd);
}

static Repository *make(void)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;
        Repository *repository = NULL;

        compile(&file);
        assert_int_equal(open_bytes(&repository, file.data, file.size), 0);
        return repository;
}

static void test_lookup(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        const RepositoryClass *class;
        const char *name, *value;

        (void)state;
        class = repository_class(repository, "ROOT\\Test", "t_SUB");
        assert_non_null(class);
        assert_string_equal(class->name, "T_Sub");
        assert_string_equal(class->namespace->name, "root/test");
        assert_string_equal(class->provider->name, "Subs");
        assert_string_equal(class->provider->host, "system-root");
        assert_string_equal(class->provider->user, "root");
        repository_provider_option(repository, class->provider, 0, &name, &value);
        assert_string_equal(name, "socket");
        assert_string_equal(value, "/run/x");
        assert_string_equal(class->super->name, "T_Thing");
        assert_string_equal(class->super->provider->name, "Things");
        assert_null(class->super->super->provider);
        assert_null(class->super->super->super);
        assert_true(repository_is_a(class, repository_class(repository, "root/test", "T_Base")));
        assert_false(repository_is_a(class->super, class));

        assert_null(repository_class(repository, "root/test", "T_No"));
        assert_null(repository_class(repository, "root/no", "T_Sub"));
        assert_null(repository_class(repository, "", "T_Sub"));
        assert_null(repository_namespace(repository, "root/tes"));
        assert_non_null(repository_namespace(repository, "/root/"));
}

static void test_walks(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        const RepositoryClass *top = repository_class(repository, "root/test", "T_Base"), *class = top, *end;
        const char *name, *class_name;

        (void)state;
        class = repository_next(top, class);
        assert_string_equal(class->name, "T_Thing");
        class = repository_next(top, class);
        assert_string_equal(class->name, "T_Sub");
        assert_null(repository_next(top, class));

        class = repository_association_next(repository, top->namespace, NULL);
        assert_string_equal(class->name, "T_Link");
        assert_null(repository_association_next(repository, top->namespace, class));
        assert_true(repository_association_end(repository, class, 1, &name, &class_name, &end));
        assert_string_equal(name, "Part");
        assert_string_equal(end->name, "T_Sub");
        assert_false(repository_association_end(repository, class, 2, &name, &class_name, &end));
}

static void test_decl(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        const RepositoryClass *class = repository_class(repository, "root/test", "T_Sub");
        const MI_ClassDecl *decl, *again, *up;
        const MI_PropertyDecl *property;

        (void)state;
        assert_int_equal(repository_decl(repository, class, &decl), 0);
        assert_int_equal(repository_decl(repository, class, &again), 0);
        assert_ptr_equal(decl, again);
        assert_int_equal(repository_decl(repository, class->super, &up), 0);
        assert_ptr_equal(decl->superClassDecl, up);
        assert_string_equal(decl->name, "T_Sub");
        assert_int_equal(decl->numProperties, 3);

        property = decl->properties[0];
        assert_string_equal(property->name, "Id");
        assert_int_equal(property->code, ('i' << 16) | ('d' << 8) | 2);
        assert_int_equal(property->offset, 64);
        assert_int_equal(property->numQualifiers, 2);
        assert_string_equal(*(const char *const *)property->qualifiers[0]->value, "What it is");
        assert_int_equal(((const MI_StringA *)property->qualifiers[1]->value)->size, 2);
        assert_string_equal(((const MI_StringA *)property->qualifiers[1]->value)->data[1], "two");
        assert_int_equal(decl->properties[1]->offset, 80);
        assert_int_equal(*(const MI_Uint32 *)decl->properties[1]->value, 5);
        assert_memory_equal(decl->properties[2]->value, &moment, sizeof(moment));
        assert_int_equal(decl->size, 128);

        assert_ptr_equal(decl->methods[0], up->methods[0]);
        assert_int_equal(decl->methods[0]->numParameters, 2);
        assert_int_equal(decl->methods[0]->parameters[1]->type, MI_STRINGA);
        assert_int_equal(decl->methods[0]->parameters[1]->subscript, 4);
        assert_int_equal(decl->methods[0]->parameters[0]->offset, 64);
        assert_non_null(decl->schema);
}

static void test_conflict(void **state)
{
        _cleanup_(compiler_freep) Compiler *compiler = NULL;
        const char *problem = NULL;

        (void)state;
        assert_int_equal(compiler_new(&compiler), 0);
        assert_int_equal(add(compiler, "One", (const char *[]){ "T_Thing" }, 1, &problem), 0);
        assert_int_equal(add(compiler, "Two", (const char *[]){ "T_Sub", "t_thing" }, 2, &problem), COMPILE_CONFLICT);
        assert_string_equal(problem, "class t_thing of root/test is served by provider One already");
        assert_int_equal(add(compiler, "one", (const char *[]){ "T_Sub" }, 1, &problem), COMPILE_CONFLICT);
        assert_int_equal(add(compiler, "Three", (const char *[]){ "T_Other" }, 1, &problem), COMPILE_PROBLEM);
        assert_string_equal(problem, "its schema has no class T_Other");
}

static int count(void *userdata, const MI_Instance *instance)
{
        MI_Value value;

        assert_int_equal(MI_Instance_GetElement(instance, "Name", &value, NULL, NULL, NULL), MI_RESULT_OK);
        strcat(userdata, value.string);
        strcat(userdata, " ");
        return 0;
}

static void test_builtin(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        const RepositoryClass *class = repository_class(repository, "root", "__NAMESPACE");
        char names[256] = "";

        (void)state;
        assert_true(class->is_builtin);
        assert_int_equal(builtin_enumerate(repository, class, count, names), 0);
        assert_string_equal(names, "interop test ");
        names[0] = '\0';
        class = repository_class(repository, "root/interop", "CIM_Namespace");
        assert_int_equal(builtin_enumerate(repository, class, count, names), 0);
        assert_string_equal(names, "root root/interop root/test ");
}

static void test_empty(void **state)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;
        _cleanup_(repository_unrefp) Repository *repository = NULL;

        (void)state;
        assert_int_equal(registry_compile_buffer("/nonexistent", &file, NULL), 0);
        assert_int_equal(open_bytes(&repository, file.data, file.size), 0);
        assert_int_equal(repository_namespace_count(repository), 2);
        assert_non_null(repository_class(repository, "root/interop", "CIM_Namespace"));
}

static void look_at_everything(Repository *repository)
{
        for (uint32_t i = 0; i < repository_class_count(repository); i++) {
                const MI_ClassDecl *decl;

                (void)repository_decl(repository, repository_class_at(repository, i), &decl);
        }
}

/* Cut anywhere and with any byte changed, a file is refused or read; nothing else happens. */
static void test_damage(void **state)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;

        (void)state;
        compile(&file);
        for (size_t size = 0; size < file.size; size += 13) {
                Repository *repository = NULL;

                assert_int_equal(open_bytes(&repository, file.data, size), REPOSITORY_MALFORMED);
        }
        for (size_t i = 0; i < file.size; i++) {
                _cleanup_(repository_unrefp) Repository *repository = NULL;
                char old = file.data[i];
                int r;

                file.data[i] = (char)(old ^ 0x5A);
                r = open_bytes(&repository, file.data, file.size);
                assert_true(r >= 0);
                if (r == 0)
                        look_at_everything(repository);
                file.data[i] = old;
        }
}

static void *decode_all(void *repository)
{
        for (int round = 0; round < 100; round++)
                look_at_everything(repository);
        return NULL;
}

static void test_threads(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        pthread_t threads[4];

        (void)state;
        for (size_t i = 0; i < ARRAY_SIZE(threads); i++)
                assert_int_equal(pthread_create(&threads[i], NULL, decode_all, repository), 0);
        for (size_t i = 0; i < ARRAY_SIZE(threads); i++)
                pthread_join(threads[i], NULL);
}

/* Not a measurement, a floor: a look-up costs far less than a microsecond, and a decoding happens once. */
static void test_speed(void **state)
{
        _cleanup_(repository_unrefp) Repository *repository = make();
        const int rounds = 20000;
        uint64_t start = clock_now_ns();
        const MI_ClassDecl *decl;

        (void)state;
        for (int i = 0; i < rounds; i++)
                assert_int_equal(repository_decl(repository, repository_class(repository, "root/test", "T_Sub"), &decl),
                                 0);
        print_message("look-up: %.0f ns\n", (double)(clock_now_ns() - start) / rounds);
        assert_true(clock_now_ns() - start < rounds * UINT64_C(20000));
}

static void test_replaced(void **state)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;
        _cleanup_(repository_unrefp) Repository *repository = NULL;
        char path[] = "/tmp/test-repository-XXXXXX";
        int fd = mkstemp(path);

        (void)state;
        assert_true(fd >= 0);
        close(fd);
        compile(&file);
        assert_int_equal(fd_replace_file(path, file.data, file.size, 0644), 0);
        assert_int_equal(repository_open(&repository, path), 0);
        assert_int_equal(fd_replace_file(path, file.data, file.size, 0644), 0);
        assert_non_null(repository_class(repository, "root/test", "T_Sub"));
        unlink(path);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_lookup),   cmocka_unit_test(test_walks),   cmocka_unit_test(test_decl),
                cmocka_unit_test(test_conflict), cmocka_unit_test(test_builtin), cmocka_unit_test(test_empty),
                cmocka_unit_test(test_damage),   cmocka_unit_test(test_threads), cmocka_unit_test(test_speed),
                cmocka_unit_test(test_replaced),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
