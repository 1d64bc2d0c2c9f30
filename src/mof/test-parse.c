/*
 * Tests of the parser and the resolver: what declarations come out
 */

#include <unistd.h>

#include "mof/test-mof.h"

#define CLASS(members) TEST_QUALIFIERS "class C {" members "};"

static const MI_Value *default_of(const MofSchema *schema, const char *name)
{
        const MI_PropertyDecl *decl = test_property(schema, "C", name);

        assert_non_null(decl->value);
        return decl->value;
}

static void test_scalar_defaults(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(CLASS(
                "boolean B = TRUE; uint8 U8 = 255; sint8 S8 = -128; uint16 U16 = 0xFFFF; sint16 S16 = -32768;"
                "uint32 U32 = 4294967295; sint32 S32 = -2147483648; uint64 U64 = 18446744073709551615;"
                "sint64 S64 = -9223372036854775808; real32 R32 = 1.5; real64 R64 = -2.5e10; real64 I = 3;"
                "char16 C16 = 'x'; char16 N16 = 65; string S = \"a\" \"b\"\n\"c\"; string None = NULL; string Nothing;"
                "datetime T = \"20240229120000.500000+060\"; datetime V = \"00000001020304.000005:000\";"));

        assert_true(default_of(schema, "B")->boolean);
        assert_int_equal(default_of(schema, "U8")->uint8, 255);
        assert_int_equal(default_of(schema, "S8")->sint8, -128);
        assert_int_equal(default_of(schema, "U16")->uint16, 65535);
        assert_int_equal(default_of(schema, "S16")->sint16, -32768);
        assert_true(default_of(schema, "U32")->uint32 == UINT32_MAX);
        assert_true(default_of(schema, "S32")->sint32 == INT32_MIN);
        assert_true(default_of(schema, "U64")->uint64 == UINT64_MAX);
        assert_true(default_of(schema, "S64")->sint64 == INT64_MIN);
        assert_true(default_of(schema, "R32")->real32 == 1.5f);
        assert_true(default_of(schema, "R64")->real64 == -2.5e10);
        assert_true(default_of(schema, "I")->real64 == 3.0);
        assert_int_equal(default_of(schema, "C16")->char16, 'x');
        assert_int_equal(default_of(schema, "N16")->char16, 'A');
        assert_string_equal(default_of(schema, "S")->string, "abc");
        assert_null(test_property(schema, "C", "None")->value);
        assert_null(test_property(schema, "C", "Nothing")->value);
        assert_int_equal(default_of(schema, "T")->datetime.u.timestamp.utc, 60);
        assert_false(default_of(schema, "V")->datetime.isTimestamp);
        assert_int_equal(default_of(schema, "V")->datetime.u.interval.hours, 2);
}

static void test_array_defaults(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good(CLASS("uint16 A[] = {1, 2, 3}; string S[] = {\"a\", \"b\" \"c\"}; boolean E[] = {};"
                                "uint8 F[4] = {0x1}; datetime D[];"));
        const MI_PropertyDecl *decl = test_property(schema, "C", "A");

        assert_int_equal(decl->type, MI_UINT16A);
        assert_int_equal(default_of(schema, "A")->uint16a.size, 3);
        assert_int_equal(default_of(schema, "A")->uint16a.data[2], 3);
        assert_int_equal(default_of(schema, "S")->stringa.size, 2);
        assert_string_equal(default_of(schema, "S")->stringa.data[1], "bc");
        assert_int_equal(default_of(schema, "E")->booleana.size, 0);
        assert_int_equal(test_property(schema, "C", "F")->subscript, 4);
        assert_int_equal(test_property(schema, "C", "D")->type, MI_DATETIMEA);
}

static void test_layout(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good(CLASS("uint8 A; uint16 B; uint8 C; uint64 D; string E; datetime F; uint32 G[]; boolean H;"));

        assert_int_equal(test_property(schema, "C", "A")->offset, 64);
        assert_int_equal(test_property(schema, "C", "B")->offset, 68);
        assert_int_equal(test_property(schema, "C", "C")->offset, 72);
        assert_int_equal(test_property(schema, "C", "D")->offset, 80);
        assert_int_equal(test_property(schema, "C", "E")->offset, 96);
        assert_int_equal(test_property(schema, "C", "F")->offset, 112);
        assert_int_equal(test_property(schema, "C", "G")->offset, 152);
        assert_int_equal(test_property(schema, "C", "H")->offset, 176);
        assert_int_equal(test_class(schema, "C")->size, 184);
}

static void test_inheritance(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(
                TEST_QUALIFIERS
                "[Abstract, Version(\"1\"), Description(\"a\")] class A { [Key, MaxLen(8), Description(\"n\")] string "
                "Name;"
                "  uint32 First = 5; [Description(\"m\")] uint32 M([In] uint32 X, [Out] string Y); uint32 N(); };"
                "[Version(\"2\")] class B : a { [Override(\"Name\"), MaxLen(9)] string name; string Own; uint32 N(); };"
                "class C : B { uint32 First; };");
        const MI_ClassDecl *a = test_class(schema, "A"), *b = test_class(schema, "B"), *c = test_class(schema, "c");
        const MofProperty *name = mof_property(b->properties[0]);

        assert_true(a->flags & MI_FLAG_ABSTRACT);
        assert_false(b->flags & MI_FLAG_ABSTRACT);
        assert_string_equal(b->superClass, "A");
        assert_ptr_equal(b->superClassDecl, a);
        assert_int_equal(b->numProperties, 3);
        assert_string_equal(b->properties[0]->name, "name");
        assert_string_equal(b->properties[0]->origin, "A");
        assert_string_equal(b->properties[0]->propagator, "B");
        assert_true(name->is_override);
        assert_int_equal(name->n_own, 2);
        assert_true(b->properties[0]->flags & MI_FLAG_KEY);
        /* inherited first, an overridden one in the inherited place, new ones behind */
        assert_int_equal(b->properties[0]->numQualifiers, 4);
        assert_string_equal(b->properties[0]->qualifiers[0]->name, "Key");
        assert_string_equal(b->properties[0]->qualifiers[1]->name, "MaxLen");
        assert_int_equal(*(const MI_Uint32 *)b->properties[0]->qualifiers[1]->value, 9);
        assert_string_equal(b->properties[0]->qualifiers[2]->name, "Description");
        assert_string_equal(b->properties[0]->qualifiers[3]->name, "Override");
        assert_ptr_equal(b->properties[1], a->properties[1]);
        assert_int_equal(b->properties[0]->offset, a->properties[0]->offset);
        /* restricted ones stay behind, one's own are there */
        assert_int_equal(b->numQualifiers, 2);
        assert_string_equal(b->qualifiers[0]->name, "Description");
        assert_string_equal(b->qualifiers[1]->name, "Version");
        assert_int_equal(c->numQualifiers, 1);
        /* methods */
        assert_int_equal(b->numMethods, 2);
        assert_ptr_equal(b->methods[0], a->methods[0]);
        assert_string_equal(b->methods[1]->origin, "A");
        assert_string_equal(b->methods[1]->propagator, "B");
        /* an override without a default keeps the inherited one */
        assert_int_equal(*(const MI_Uint32 *)c->properties[1]->value, 5);
        assert_int_equal(mof_class(c)->n_own_properties, 1);
        assert_int_equal(mof_class(c)->depth, 2);
        assert_true(mof_class_is_a(mof_class(c), "A"));
        assert_false(mof_class_is_a(mof_class(a), "C"));
}

static void test_flags(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good(CLASS("[Key] string K; [Required] string R; [Write] string W; [Write(false)] string X;"
                                "[Static] uint32 M([In] uint32 A, [Out] uint32 B, [In, Out] uint32 D, uint32 E,"
                                "[In(false)] uint32 F, [Out, Stream] string G[]);"));
        const MI_MethodDecl *method = test_class(schema, "C")->methods[0];
        static const uint32_t flags[] = {
                MI_FLAG_OUT, MI_FLAG_IN, MI_FLAG_OUT, MI_FLAG_IN | MI_FLAG_OUT, 0, 0, MI_FLAG_OUT | MI_FLAG_STREAM
        };

        assert_int_equal(test_property(schema, "C", "K")->flags, MI_FLAG_PROPERTY | MI_FLAG_KEY | MI_FLAG_READONLY);
        assert_int_equal(test_property(schema, "C", "R")->flags,
                         MI_FLAG_PROPERTY | MI_FLAG_REQUIRED | MI_FLAG_READONLY);
        assert_int_equal(test_property(schema, "C", "W")->flags, MI_FLAG_PROPERTY);
        assert_int_equal(test_property(schema, "C", "X")->flags, MI_FLAG_PROPERTY | MI_FLAG_READONLY);
        assert_int_equal(method->flags, MI_FLAG_METHOD | MI_FLAG_STATIC);
        assert_int_equal(method->numParameters, ARRAY_SIZE(flags));
        for (uint32_t i = 0; i < ARRAY_SIZE(flags); i++)
                assert_int_equal(method->parameters[i]->flags, MI_FLAG_PARAMETER | flags[i]);
        assert_string_equal(method->parameters[0]->name, "MIReturn");
        assert_int_equal(method->parameters[0]->code, 0x006D6E08);
        assert_int_equal(method->parameters[0]->numQualifiers, 1);
        assert_true(method->parameters[6]->offset == MOF_NO_OFFSET);
        assert_int_equal(method->parameters[1]->offset, 72);
        assert_int_equal(method->size, 112);
}

static void test_references_and_embedded(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good(TEST_QUALIFIERS
                          "[Association] class L { [Key] later REF One; [Key] Later REF Many[]; };"
                          "class E { [EmbeddedInstance(\"later\")] string I; [EmbeddedInstance(\"Later\")] string A[];"
                          "  [EmbeddedObject] string O; [EmbeddedInstance(\"Later\")] string F(); void V(); };"
                          "class Later { string S; };");
        const MI_ClassDecl *e = test_class(schema, "E"), *l = test_class(schema, "L");

        assert_int_equal(l->flags, MI_FLAG_CLASS | MI_FLAG_ASSOCIATION);
        assert_int_equal(l->properties[0]->type, MI_REFERENCE);
        assert_string_equal(l->properties[0]->className, "Later");
        assert_int_equal(l->properties[1]->type, MI_REFERENCEA);
        assert_int_equal(e->properties[0]->type, MI_INSTANCE);
        assert_string_equal(e->properties[0]->className, "Later");
        assert_int_equal(e->properties[1]->type, MI_INSTANCEA);
        assert_int_equal(e->properties[2]->type, MI_INSTANCE);
        assert_null(e->properties[2]->className);
        assert_true(mof_property(e->properties[2])->is_embedded_object);
        assert_int_equal(e->methods[0]->returnType, MI_INSTANCE);
        assert_string_equal(e->methods[0]->parameters[0]->className, "Later");
        assert_true(mof_method(e->methods[1])->is_void);
        assert_int_equal(e->methods[1]->numParameters, 0);
}

static void test_qualifier_declarations(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(
                "Qualifier A : boolean = false, Scope(class, any), Flavor(DisableOverride, ToSubclass);"
                "qualifier b : string[3] = {\"x\"}, Flavor(Translatable), Scope(property);"
                "Qualifier D : sint64 = -5;"
                "[b : Restricted] class C { [a, B {\"1\", \"2\"} : DisableOverride Translatable] string P; };");
        const MofQualifierDecl *b = mof_schema_find_qualifier(schema, "B"), *d = mof_schema_find_qualifier(schema, "d");
        const MI_Qualifier *const *used = test_property(schema, "C", "P")->qualifiers;

        assert_int_equal(schema->n_qualifiers, 3);
        assert_int_equal(schema->qualifiers[0]->decl.scope, MI_FLAG_ANY);
        assert_int_equal(schema->qualifiers[0]->decl.flavor, MI_FLAG_DISABLEOVERRIDE | MI_FLAG_TOSUBCLASS);
        assert_int_equal(b->decl.type, MI_STRINGA);
        assert_int_equal(b->decl.subscript, 3);
        assert_int_equal(b->decl.flavor, MI_FLAG_ENABLEOVERRIDE | MI_FLAG_TOSUBCLASS | MI_FLAG_TRANSLATABLE);
        assert_int_equal(d->decl.scope, MI_FLAG_ANY);
        assert_false(d->has_flavor);
        assert_true(*(const MI_Sint64 *)d->decl.value == -5);
        assert_string_equal(used[0]->name, "A"); /* as declared */
        assert_true(*(const MI_Boolean *)used[0]->value);
        assert_int_equal(used[1]->flavor, MI_FLAG_DISABLEOVERRIDE | MI_FLAG_TOSUBCLASS | MI_FLAG_TRANSLATABLE);
        assert_int_equal(((const MI_ConstStringA *)used[1]->value)->size, 2);
}

static void test_keywords_as_names(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good("class Class { string Parameter; uint32 Reference; string Any; boolean Qualifier; string Of;"
                          "uint32 Method(string Property, boolean Scope); }; class Schema : Class { };");

        assert_int_equal(test_class(schema, "Class")->numProperties, 5);
        assert_int_equal(test_class(schema, "Schema")->numMethods, 1);
}

static void test_mofcomp_dialect(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(
                "#pragma namespace(\"\\\\\\\\.\\\\root\\\\wmi\")\n#pragma autorecover\n#pragma "
                "classflags(\"updateonly\")\n"
                "#pragma deleteclass(\"X\", NOFAIL)\n"
                "[Dynamic, Provider(\"WMIProv\"), WMI, Description(\"d\") : amended, guid(\"{1}\"), locale(1033)]\n"
                "class N { [key, read : ToInstance ToSubclass DisableOverride] string InstanceName; [read] boolean "
                "Active;"
                "[WmiDataId(1), read] uint32 X; };\n"
                "class S { [Implemented, WmiMethodId(2)] void M([In, IDQualifier(0)] string P, [Out] N children,"
                "[Out] object any, [In] N ref r); };\n");
        const MI_ClassDecl *n = test_class(schema, "N"), *s = test_class(schema, "S");

        assert_true(n->properties[0]->flags & MI_FLAG_KEY);
        assert_string_equal(mof_class(n)->namespace_name, "root/wmi");
        assert_true(mof_qualifier(mof_find_qualifier(n->qualifiers, n->numQualifiers, "description"))->is_amended);
        assert_int_equal(mof_find_qualifier(n->qualifiers, n->numQualifiers, "Locale")->type, MI_SINT32);
        assert_int_equal(s->methods[0]->numParameters, 4);
        assert_int_equal(s->methods[0]->parameters[1]->type, MI_INSTANCE);
        assert_string_equal(s->methods[0]->parameters[1]->className, "N");
        assert_int_equal(s->methods[0]->parameters[2]->type, MI_INSTANCE);
        assert_int_equal(s->methods[0]->parameters[3]->type, MI_REFERENCE);
        assert_true(schema->messages.warnings > 0);
}

static void test_instances(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good(
                TEST_QUALIFIERS "class P { [Key] string Name; uint32 N = 7; [EmbeddedInstance(\"P\")] string E;"
                                " [EmbeddedInstance(\"P\")] string EA[]; P REF R; P REF RA[]; };"
                                "instance of P as $a { name = \"a\"; E = instance of P { Name = \"in\"; }; R = $b; };\n"
                                "instance of P as $b { Name = \"b\"; EA = { instance of P { Name = \"1\"; }, $a }; R = "
                                "\"P.Name=\\\"z\\\"\"; "
                                "N = NULL; };"
                                "instance of P { Name = \"c\"; E = \"instance of P { Name = \\\"text\\\"; };\"; RA = "
                                "{$a, \"P.Name=1\"}; };");
        const MofInstance *a = schema->instances[0], *b = schema->instances[1], *c = schema->instances[2];

        assert_int_equal(schema->n_instances, 3);
        assert_int_equal(a->n_elements, 4);
        assert_string_equal(a->elements[0].name, "Name");
        assert_true(a->elements[0].is_key);
        assert_string_equal(a->elements[1].objects[0]->elements[0].value.string, "in");
        assert_ptr_equal(a->elements[2].objects[0], b);
        assert_true(a->elements[3].is_default);
        assert_int_equal(a->elements[3].value.uint32, 7);
        assert_int_equal(b->elements[1].n_objects, 2);
        assert_ptr_equal(b->elements[1].objects[1], a);
        assert_string_equal(b->elements[2].value.string, "P.Name=\"z\"");
        assert_true(b->elements[3].is_null);
        assert_string_equal(c->elements[1].objects[0]->elements[0].value.string, "text");
        assert_ptr_equal(c->elements[2].objects[0], a);
        assert_string_equal(c->elements[2].object_paths[1], "P.Name=1");
}

static void test_forward_superclass(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_good("class C : B { }; class B : A { uint32 X; }; class A { uint32 Y; };");

        assert_int_equal(test_class(schema, "C")->numProperties, 2);
        assert_string_equal(test_class(schema, "C")->properties[0]->name, "Y");
        assert_int_equal(mof_class(test_class(schema, "C"))->index, 0);
}

static void test_missing_superclass(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = test_good("class C : Gone { uint32 X; }; class D : C { };");

        assert_int_equal(schema->messages.warnings, 1);
        assert_true(mof_class(test_class(schema, "C"))->is_incomplete);
        assert_true(mof_class(test_class(schema, "D"))->is_incomplete);
        assert_string_equal(test_class(schema, "C")->superClass, "Gone");
}

static const MI_ClassDecl *give_class(void *userdata, const char *name)
{
        const MofSchema *schema = userdata;
        const MofClass *class = mof_schema_find_class(schema, name);

        return class ? &class->decl : NULL;
}

static void test_class_needed(void **state)
{
        _cleanup_(mof_schema_freep) MofSchema *outer =
                test_good(TEST_QUALIFIERS "class A { [Key] string K; uint32 M(); }; class B : A { uint32 X; };");
        MofOptions options = { .class_needed = give_class, .userdata = outer };
        _cleanup_(mof_schema_freep) MofSchema *schema =
                test_read(&options,
                          TEST_QUALIFIERS "class C : b { [Override(\"K\")] string K; A REF R; };"
                                          "instance of B { K = \"x\"; };",
                          0);
        const MI_ClassDecl *c = test_class(schema, "C");

        assert_int_equal(schema->n_classes, 1);
        assert_int_equal(schema->messages.warnings, 0);
        assert_int_equal(c->numProperties, 3);
        assert_true(c->properties[0]->flags & MI_FLAG_KEY);
        assert_int_equal(c->numMethods, 1);
        assert_string_equal(c->superClass, "B");
        assert_true(schema->instances[0]->elements[0].is_key);
}

static void test_repeats(void **state)
{
        static const char *const same = "Qualifier Q : uint32 = 5; class A { [Q(5)] string S = \"x\"; };"
                                        "Qualifier Q : uint32 = 5; class A { [Q(5)] string S = \"x\"; };";
        static const char *const other = "class A { string S; }; class A { string T; };";
        MofOptions options = { .allow_repeats = true };

        mof_schema_free(test_read(NULL, same, MOF_FAILED));
        mof_schema_free(test_read(&options, same, 0));
        mof_schema_free(test_read(NULL, other, MOF_FAILED));
        mof_schema_free(test_read(&options, other, MOF_FAILED));
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_scalar_defaults),
                cmocka_unit_test(test_array_defaults),
                cmocka_unit_test(test_layout),
                cmocka_unit_test(test_inheritance),
                cmocka_unit_test(test_flags),
                cmocka_unit_test(test_references_and_embedded),
                cmocka_unit_test(test_qualifier_declarations),
                cmocka_unit_test(test_keywords_as_names),
                cmocka_unit_test(test_mofcomp_dialect),
                cmocka_unit_test(test_instances),
                cmocka_unit_test(test_forward_superclass),
                cmocka_unit_test(test_missing_superclass),
                cmocka_unit_test(test_class_needed),
                cmocka_unit_test(test_repeats),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
