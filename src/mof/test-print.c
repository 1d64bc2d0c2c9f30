/*
 * Tests of the printers, the formatter and the tree
 */

#include <stdlib.h>

#include "mof/test-mof.h"

#include "model/instance.h"
#include "mof/format.h"

static char *print_all(const MofSchema *schema, unsigned flags)
{
        Buffer buffer = BUFFER_INIT;

        for (uint32_t i = 0; i < schema->n_qualifiers; i++)
                mof_print_qualifier_decl(&buffer, &schema->qualifiers[i]->decl);
        for (uint32_t i = 0; i < schema->n_classes; i++)
                mof_print_class(&buffer, &schema->classes[i]->decl, flags);
        return buffer_steal(&buffer);
}

/* What is printed reads as the same. */
static void assert_round_trip(const char *text)
{
        _cleanup_(mof_schema_freep) MofSchema *one = test_good(text), *other = NULL;
        _cleanup_(freep) char *first = print_all(one, 0), *second = NULL;

        other = test_good(first);
        second = print_all(other, 0);
        assert_string_equal(first, second);
        assert_int_equal(one->n_classes, other->n_classes);
        for (uint32_t i = 0; i < one->n_classes; i++) {
                const MI_ClassDecl *a = &one->classes[i]->decl, *b = &other->classes[i]->decl;

                assert_string_equal(a->name, b->name);
                assert_int_equal(a->flags, b->flags);
                assert_int_equal(a->size, b->size);
                assert_int_equal(a->numQualifiers, b->numQualifiers);
                assert_int_equal(a->numProperties, b->numProperties);
                assert_int_equal(a->numMethods, b->numMethods);
                for (uint32_t j = 0; j < a->numProperties; j++) {
                        assert_int_equal(a->properties[j]->flags, b->properties[j]->flags);
                        assert_int_equal(a->properties[j]->type, b->properties[j]->type);
                        assert_int_equal(a->properties[j]->numQualifiers, b->properties[j]->numQualifiers);
                }
        }
}

static void test_round_trips(void **state)
{
        assert_round_trip(TEST_QUALIFIERS "class A { };");
        assert_round_trip(
                TEST_QUALIFIERS
                "[Abstract, Version(\"1.0\"), Description(\"A \\\"quoted\\\" text\\nof two lines\")] class A {"
                "[Key, MaxLen(64)] string Name = \"x\\\\y\"; [Write] uint32 N[4] = {1, 2}; real64 R = 0.1;"
                "sint64 Least = -9223372036854775808; char16 C = '\\''; char16 H = '\\xD800'; boolean B = TRUE;"
                "datetime T = \"20240229120000.500000+060\"; real32 F = 1.5; uint8 Z = NULL;"
                "[Values{\"a\", \"b\"}, EmbeddedInstance(\"A\")] string E[]; [EmbeddedObject] string O;"
                "A REF Ref; [Description(NULL)] string D;"
                "[Static, Description(\"m\")] uint32 M([In, Description(\"p\")] uint32 X,"
                "  [Out, Stream, EmbeddedInstance(\"A\")] string Y[], [In(FALSE)] A REF R); void V();"
                "[EmbeddedInstance(\"A\")] string F(); };"
                "[Version(\"2.0\"), Description(\"B\") : DisableOverride] class B : A {"
                "[Override(\"Name\"), MaxLen(5)] string Name; uint32 Own; };"
                "[Association] class L { [Key] A REF One; [Key] B REF Other; };"
                "[Indication] class I { string \xC3\xA9; };");
}

static void test_printed_class(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(
                TEST_QUALIFIERS
                "class A { [Key] string Name; uint32 N; uint32 Same(); };"
                "[Description(\"b\")] class B : A { [Override(\"Name\"), MaxLen(5)] string Name; sint8 L[] = {-1, 2};"
                "[Static] boolean M([In] string P, [Out] uint64 Q[]); };");

        mof_print_class(&buffer, test_class(schema, "B"), 0);
        assert_string_equal(buffer_text(&buffer), "[Description (\"b\")]\n"
                                                  "class B : A\n"
                                                  "{\n"
                                                  "    [Override (\"Name\"), MaxLen (5)]\n"
                                                  "    string Name;\n"
                                                  "\n"
                                                  "    sint8 L[] = {-1, 2};\n"
                                                  "\n"
                                                  "    [Static]\n"
                                                  "    boolean M(\n"
                                                  "        [In] string P,\n"
                                                  "        [Out] uint64 Q[]);\n"
                                                  "};\n");
        buffer_clear(&buffer);
        mof_print_class(&buffer, test_class(schema, "B"), MOF_PRINT_FLAT | MOF_PRINT_NO_DESCRIPTIONS);
        assert_string_equal(buffer_text(&buffer), "class B : A\n"
                                                  "{\n"
                                                  "    [Key, Override (\"Name\"), MaxLen (5)]\n"
                                                  "    string Name;\n"
                                                  "\n"
                                                  "    uint32 N;\n"
                                                  "\n"
                                                  "    sint8 L[] = {-1, 2};\n"
                                                  "\n"
                                                  "    uint32 Same();\n"
                                                  "\n"
                                                  "    [Static]\n"
                                                  "    boolean M(\n"
                                                  "        [In] string P,\n"
                                                  "        [Out] uint64 Q[]);\n"
                                                  "};\n");
}

/* A module that was generated without qualifiers: flags speak. */
static void test_flags_without_qualifiers(void **state)
{
        static const MI_PropertyDecl key = { .flags = MI_FLAG_PROPERTY | MI_FLAG_KEY | MI_FLAG_READONLY,
                                             .name = "K",
                                             .type = MI_STRING,
                                             .propagator = "C" };
        static const MI_PropertyDecl object = { .flags = MI_FLAG_PROPERTY | MI_FLAG_REQUIRED,
                                                .name = "O",
                                                .type = MI_INSTANCE,
                                                .className = "X",
                                                .propagator = "C" };
        static const MI_PropertyDecl *const properties[] = { &key, &object };
        static const MI_ParameterDecl result = { .flags = MI_FLAG_PARAMETER | MI_FLAG_OUT,
                                                 .name = "MIReturn",
                                                 .type = MI_UINT32 };
        static const MI_ParameterDecl in = { .flags = MI_FLAG_PARAMETER | MI_FLAG_IN, .name = "I", .type = MI_UINT8 };
        static const MI_ParameterDecl *const parameters[] = { &result, &in };
        static const MI_MethodDecl method = { .flags = MI_FLAG_METHOD | MI_FLAG_STATIC,
                                              .name = "M",
                                              .parameters = parameters,
                                              .numParameters = 2,
                                              .returnType = MI_UINT32,
                                              .propagator = "C" };
        static const MI_MethodDecl *const methods[] = { &method };
        static const MI_ClassDecl decl = { .flags = MI_FLAG_CLASS | MI_FLAG_ASSOCIATION | MI_FLAG_ABSTRACT,
                                           .name = "C",
                                           .properties = properties,
                                           .numProperties = 2,
                                           .methods = methods,
                                           .numMethods = 1 };
        static const MI_ClassDecl *const classes[] = { &decl };
        static const MI_SchemaDecl declared = { .classDecls = classes, .numClassDecls = 1 };
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;

        mof_print_schema(&buffer, &declared, 0);
        assert_string_equal(buffer_text(&buffer), "[Association, Abstract]\n"
                                                  "class C\n"
                                                  "{\n"
                                                  "    [Key]\n"
                                                  "    string K;\n"
                                                  "\n"
                                                  "    [Required, Write, EmbeddedInstance (\"X\")]\n"
                                                  "    string O;\n"
                                                  "\n"
                                                  "    [Static]\n"
                                                  "    uint32 M(\n"
                                                  "        [In] uint8 I);\n"
                                                  "};\n\n");
        schema = test_good(buffer_text(&buffer));
        assert_int_equal(test_class(schema, "C")->flags, decl.flags);
        assert_int_equal(test_property(schema, "C", "O")->flags, object.flags);
}

static void test_values(void **state)
{
        static char *texts[] = { "a", "b\"c" };
        MI_Value value = { 0 };
        Buffer buffer = BUFFER_INIT;

#define CHECK(type, member, from, expected)        \
        buffer_clear(&buffer);                     \
        memset(&value, 0, sizeof(value));          \
        value.member = from;                       \
        mof_print_value(&buffer, &value, type, 0); \
        assert_string_equal(buffer_text(&buffer), expected)

        CHECK(MI_BOOLEAN, boolean, MI_TRUE, "TRUE");
        CHECK(MI_SINT8, sint8, -5, "-5");
        CHECK(MI_UINT64, uint64, UINT64_MAX, "18446744073709551615");
        CHECK(MI_REAL64, real64, 0.1, "0.1");
        CHECK(MI_REAL64, real64, 1.0 / 0.0, "NULL");
        CHECK(MI_CHAR16, char16, 'x', "'x'");
        CHECK(MI_CHAR16, char16, '\n', "'\\n'");
        CHECK(MI_CHAR16, char16, 0xD800, "'\\xD800'");
        CHECK(MI_STRING, string, "a\x01\t\"\\", "\"a\\x0001\\t\\\"\\\\\"");
        CHECK(MI_STRINGA, stringa, ((MI_StringA){ texts, 2 }), "{\"a\", \"b\\\"c\"}");
        CHECK(MI_STRINGA, stringa, ((MI_StringA){ texts, 0 }), "{}");
#undef CHECK
        buffer_deinit(&buffer);
}

static void test_instance(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(instance_deletep) MI_Instance *outer = NULL, *inner = NULL;
        MI_Value value = { 0 };

        assert_int_equal(instance_new_dynamic(&outer, "Outer", 0), 0);
        assert_int_equal(instance_new_dynamic(&inner, "Inner", 0), 0);
        value.string = (MI_Char *)"k";
        assert_int_equal(MI_Instance_AddElement(inner, "Name", &value, MI_STRING, MI_FLAG_KEY), MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(outer, "Nothing", NULL, MI_STRING, 0), MI_RESULT_OK);
        value.instance = inner;
        assert_int_equal(MI_Instance_AddElement(outer, "Object", &value, MI_INSTANCE, 0), MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(outer, "Path", &value, MI_REFERENCE, 0), MI_RESULT_OK);

        mof_print_instance(&buffer, outer, 0);
        assert_string_equal(buffer_text(&buffer), "instance of Outer\n"
                                                  "{\n"
                                                  "    Object = instance of Inner\n"
                                                  "    {\n"
                                                  "        Name = \"k\";\n"
                                                  "    };\n"
                                                  "    Path = \"Inner.Name=\\\"k\\\"\";\n"
                                                  "};\n");
        mof_schema_free(test_good(buffer_text(&buffer)));
}

static void assert_format(const char *text, const char *expected)
{
        _cleanup_(buffer_deinit) Buffer one = BUFFER_INIT, other = BUFFER_INIT;
        _cleanup_(arena_deinit) Arena arena;
        MofMessages messages = { 0 };

        arena_init(&arena, 0);
        assert_int_equal(mof_format(&one, "test.mof", text, strlen(text), &arena, &messages), 0);
        assert_string_equal(buffer_text(&one), expected);
        assert_int_equal(mof_format(&other, "test.mof", expected, strlen(expected), &arena, &messages), 0);
        assert_string_equal(buffer_text(&other), expected);
}

static void test_format(void **state)
{
        assert_format("", "");
        assert_format("class A{};", "class A\n{\n};\n");
        assert_format("#pragma  include(\"x\")\n#pragma namespace ( \"y\" )\nclass A{};",
                      "#pragma include (\"x\")\n#pragma namespace (\"y\")\nclass A\n{\n};\n");
        assert_format("// top\n\n\n[Key,Description(\"a\"\n\"b\")]class A:B{[Key]string X[ ];uint32 Y=5;// why\n\n\n/* "
                      "two */uint8 Z;};",
                      "// top\n\n[Key,\n Description (\"a\"\n     \"b\")]\nclass A : B\n{\n    [Key]\n    string X[];\n"
                      "    uint32 Y = 5; // why\n\n    /* two */\n    uint8 Z;\n};\n");
        assert_format("class A{uint32 M([In]uint8 X,[Out,Key]string Y[]);void N();uint8 V[]={1,2};};",
                      "class A\n{\n    uint32 M(\n        [In] uint8 X,\n        [Out, Key] string Y[]);\n"
                      "    void N();\n    uint8 V[] = {1, 2};\n};\n");
        assert_format("Qualifier Key:boolean=false,Scope(property),Flavor(DisableOverride);",
                      "Qualifier Key : boolean = false, Scope(property), Flavor(DisableOverride);\n");
        assert_format("instance of A as $x{P=instance of B{Q=1;};};",
                      "instance of A as $x\n{\n    P = instance of B\n    {\n        Q = 1;\n    };\n};\n");
}

static void test_format_error(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(arena_deinit) Arena arena;
        MofMessages messages = { 0 };
        static const char text[] = "class A {\n @ };";

        arena_init(&arena, 0);
        assert_int_equal(mof_format(&buffer, "test.mof", text, strlen(text), &arena, &messages), MOF_FAILED);
        assert_int_equal(messages.list[0]->where.line, 2);
        assert_int_equal(messages.list[0]->where.column, 2);
}

static void test_tree(void **state)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good("class B : A { }; class Z { }; [Abstract] class A { }; class C : B { }; class AA : A { };"
                          "class G : Gone { };");

        mof_tree(&buffer, schema);
        assert_string_equal(buffer_text(&buffer), "A (abstract)\n  AA\n  B\n    C\nG : Gone\nZ\n");
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_round_trips),
                cmocka_unit_test(test_printed_class),
                cmocka_unit_test(test_flags_without_qualifiers),
                cmocka_unit_test(test_values),
                cmocka_unit_test(test_instance),
                cmocka_unit_test(test_format),
                cmocka_unit_test(test_format_error),
                cmocka_unit_test(test_tree),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
