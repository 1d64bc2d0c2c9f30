/*
 * Tests of MOF as a format of MI's serializer and deserializer
 */

#include <stdio.h>
#include <stdlib.h>

#include "mof/test-mof.h"

#include "model/cim-error.h"
#include "model/class.h"
#include "model/instance.h"
#include "mof/serializer.h"

static MI_Serializer serializer;
static MI_Deserializer deserializer;

static const MI_DeserializerFT *ft(void)
{
        return &mof_deserializer_ft.common;
}

static MI_Class *read_class(const char *text, MI_Class *parent)
{
        MI_Instance *error = NULL;
        MI_Class *class = NULL;
        MI_Uint32 read = 0;

        assert_int_equal(ft()->DeserializeClass(&deserializer, 0, (MI_Uint8 *)text, (MI_Uint32)strlen(text), parent,
                                                "server", "root/x", NULL, NULL, &read, &class, &error),
                         MI_RESULT_OK);
        assert_int_equal(read, strlen(text));
        return class;
}

static char *write_class(const MI_Class *class, MI_Uint32 flags)
{
        MI_Uint32 needed = 0;
        char *text;

        assert_int_equal(mof_serializer_ft.SerializeClass(&serializer, flags, class, NULL, 0, &needed),
                         MI_RESULT_FAILED);
        text = calloc(1, needed + 1);
        assert_int_equal(
                mof_serializer_ft.SerializeClass(&serializer, flags, class, (MI_Uint8 *)text, needed - 1, &needed),
                MI_RESULT_FAILED);
        assert_int_equal(mof_serializer_ft.SerializeClass(&serializer, flags, class, (MI_Uint8 *)text, needed, &needed),
                         MI_RESULT_OK);
        return text;
}

static void test_classes(void **state)
{
        _cleanup_(class_deletep) MI_Class *base = read_class("class A { [Key] string K; };", NULL);
        _cleanup_(class_deletep) MI_Class *derived = read_class("class B : A { uint32 N = 5; };", base);
        _cleanup_(freep) char *shallow = write_class(derived, 0);
        _cleanup_(freep) char *deep = write_class(derived, MI_SERIALIZER_FLAGS_CLASS_DEEP);
        const MI_Char *text = NULL;
        MI_Uint32 count = 0;

        assert_int_equal(MI_Class_GetElementCount(derived, &count), MI_RESULT_OK);
        assert_int_equal(count, 2);
        assert_int_equal(MI_Class_GetParentClassName(derived, &text), MI_RESULT_OK);
        assert_string_equal(text, "A");
        assert_int_equal(MI_Class_GetNameSpace(derived, &text), MI_RESULT_OK);
        assert_string_equal(text, "root/x");
        assert_string_equal(shallow, "class B : A\n{\n    uint32 N = 5;\n};\n");
        assert_string_equal(deep, "class A\n{\n    [Key]\n    string K;\n};\nclass B : A\n{\n    uint32 N = 5;\n};\n");
}

static void test_names(void **state)
{
        static const char text[] = "class A { }; class B : A { }; instance of C { X = 5; };";
        MI_Instance *error = NULL;
        MI_Uint32 length = 1;
        MI_Char name[8];

        assert_int_equal(
                ft()->Class_GetClassName(&deserializer, (MI_Uint8 *)text, sizeof(text) - 1, name, &length, &error),
                MI_RESULT_FAILED);
        assert_int_equal(length, 2);
        assert_int_equal(
                ft()->Class_GetClassName(&deserializer, (MI_Uint8 *)text, sizeof(text) - 1, name, &length, &error),
                MI_RESULT_OK);
        assert_string_equal(name, "B");
        assert_int_equal(ft()->Class_GetParentClassName(&deserializer, (MI_Uint8 *)text, sizeof(text) - 1, name,
                                                        &length, &error),
                         MI_RESULT_OK);
        assert_string_equal(name, "A");
        assert_int_equal(
                ft()->Instance_GetClassName(&deserializer, (MI_Uint8 *)text, sizeof(text) - 1, name, &length, &error),
                MI_RESULT_OK);
        assert_string_equal(name, "C");
}

static MI_Result MI_CALL give_class(void *context, const MI_Char *server, const MI_Char *name_space,
                                    const MI_Char *name, MI_Class **class)
{
        (*(int *)context)++;
        if (strcmp(name, "P") != 0)
                return MI_RESULT_NOT_FOUND;
        *class = read_class("class P { [Key] string Name; uint32 N = 7; P REF R; [EmbeddedInstance(\"P\")] string E; "
                            "string Z; };",
                            NULL);
        return MI_RESULT_OK;
}

static void assert_element(const MI_Instance *instance, const char *name, MI_Type type, MI_Uint32 flags,
                           MI_Value *value)
{
        MI_Type found;
        MI_Uint32 found_flags;

        assert_int_equal(MI_Instance_GetElement(instance, name, value, &found, &found_flags, NULL), MI_RESULT_OK);
        assert_int_equal(found, type);
        assert_int_equal(found_flags & flags, flags);
}

static void test_instances(void **state)
{
        static const char text[] =
                "instance of P as $a { Name = \"a\"; R = $b; E = instance of P { Name = \"in\"; }; };"
                "instance of P as $b { Name = \"b\"; N = 5; R = \"P.Name=\\\"z\\\"\"; };";
        int asked = 0;
        MofCallbacks callbacks = { .class_needed = give_class, .class_needed_context = &asked };
        MofExtendedArray *array = NULL;
        MI_Instance *error = NULL, **list;
        MI_Uint32 count, read;
        MI_Value value;

        assert_int_equal(mof_deserializer_ft.instance_array(&deserializer, 0, NULL, &callbacks, (MI_Uint8 *)text,
                                                            sizeof(text) - 1, NULL, &read, (void **)&array, &error),
                         MI_RESULT_OK);
        assert_int_equal(asked, 1);
        assert_int_equal(array->array.size, 2);
        list = array->array.data;
        assert_int_equal(MI_Instance_GetElementCount(list[0], &count), MI_RESULT_OK);
        assert_int_equal(count, 5);
        assert_element(list[0], "Name", MI_STRING, MI_FLAG_KEY, &value);
        assert_string_equal(value.string, "a");
        assert_element(list[0], "N", MI_UINT32, 0, &value);
        assert_int_equal(value.uint32, 7);
        assert_element(list[0], "Z", MI_STRING, MI_FLAG_NULL, &value);
        assert_element(list[0], "E", MI_INSTANCE, 0, &value);
        assert_element(value.instance, "Name", MI_STRING, 0, &value);
        assert_string_equal(value.string, "in");
        assert_element(list[0], "R", MI_REFERENCE, 0, &value);
        assert_int_equal(MI_Instance_GetElementCount(value.reference, &count), MI_RESULT_OK);
        assert_int_equal(count, 1);
        assert_element(value.reference, "Name", MI_STRING, MI_FLAG_KEY, &value);
        assert_string_equal(value.string, "b");
        assert_element(list[1], "R", MI_REFERENCE, 0, &value);
        assert_element(value.reference, "Name", MI_STRING, 0, &value);
        assert_string_equal(value.string, "z");
        assert_int_equal(((const MofExtendedArrayFT *)array->reserved2)->Delete(array), MI_RESULT_OK);
}

static void test_instance_round_trip(void **state)
{
        static const char text[] =
                "class P { [Key] string Name; uint8 A[]; };\ninstance of P { Name = \"x\\ny\"; A = {1, 2}; };";
        MI_Instance *instance = NULL, *again = NULL, *error = NULL;
        MI_Uint32 needed = 0, read;
        char out[1024];

        assert_int_equal(ft()->DeserializeInstance(&deserializer, 0, (MI_Uint8 *)text, sizeof(text) - 1, NULL, 0, NULL,
                                                   NULL, &read, &instance, &error),
                         MI_RESULT_OK);
        assert_int_equal(mof_serializer_ft.SerializeInstance(&serializer, MI_SERIALIZER_FLAGS_INSTANCE_WITH_CLASS,
                                                             instance, (MI_Uint8 *)out, sizeof(out), &needed),
                         MI_RESULT_OK);
        assert_int_equal(ft()->DeserializeInstance(&deserializer, 0, (MI_Uint8 *)out, needed, NULL, 0, NULL, NULL,
                                                   &read, &again, &error),
                         MI_RESULT_OK);
        assert_true(instance_equal(instance, again));
        instance_delete(instance);
        instance_delete(again);
}

static void test_class_array(void **state)
{
        static const char text[] = "class A { }; class B : A { };";
        MofExtendedArray *array = NULL, *given = NULL;
        MI_Instance *error = NULL;
        MI_Uint32 read;

        assert_int_equal(mof_deserializer_ft.class_array(&deserializer, 0, NULL, NULL, (MI_Uint8 *)text,
                                                         sizeof(text) - 1, NULL, "s", "n", &read, (void **)&given,
                                                         &error),
                         MI_RESULT_OK);
        assert_int_equal(given->array.size, 2);
        assert_int_equal(mof_deserializer_ft.class_array(&deserializer, 0, NULL, NULL, (MI_Uint8 *)"class C : B { };",
                                                         16, given, "s", "n", &read, (void **)&array, &error),
                         MI_RESULT_OK);
        assert_int_equal(array->array.size, 1);
        ((const MofExtendedArrayFT *)array->reserved2)->Delete(array);
        ((const MofExtendedArrayFT *)given->reserved2)->Delete(given);
}

static MI_Result MI_CALL give_content(void *context, const MI_Char *name, MI_Uint8 **content, MI_Uint32 *size)
{
        *content = (MI_Uint8 *)"class Included { };";
        *size = 19;
        return strcmp(name, "x.mof") == 0 ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

static MI_Result MI_CALL count_free(void *context, MI_Uint8 *content)
{
        (*(int *)context)++;
        return MI_RESULT_OK;
}

static void test_includes(void **state)
{
        static const char text[] = "#pragma include(\"x.mof\")\nclass A : Included { };";
        int freed = 0;
        MofCallbacks callbacks = { .include = give_content, .include_free = count_free, .include_context = &freed };
        MofExtendedArray *array = NULL;
        MI_Instance *error = NULL;
        MI_Uint32 read;

        assert_int_equal(mof_deserializer_ft.class_array(&deserializer, 0, NULL, &callbacks, (MI_Uint8 *)text,
                                                         sizeof(text) - 1, NULL, NULL, NULL, &read, (void **)&array,
                                                         &error),
                         MI_RESULT_OK);
        assert_int_equal(array->array.size, 2);
        assert_int_equal(freed, 1);
        ((const MofExtendedArrayFT *)array->reserved2)->Delete(array);

        /* nobody's files are read */
        assert_int_equal(mof_deserializer_ft.class_array(&deserializer, 0, NULL, NULL, (MI_Uint8 *)text,
                                                         sizeof(text) - 1, NULL, NULL, NULL, &read, (void **)&array,
                                                         &error),
                         MI_RESULT_INVALID_PARAMETER);
        instance_delete(error);
}

static void test_errors(void **state)
{
        static const char *const texts[] = {
                "class",
                "class A { };",
                "instance of A { X = $b; };",
                "class A { [Key] string K; A REF R; }; instance of A { R = \"no path\"; };",
                "class A { [EmbeddedInstance(\"A\")] string E; }; instance of A as $a { E = $a; };",
        };

        for (size_t i = 0; i < ARRAY_SIZE(texts); i++) {
                MI_Instance *instance = NULL, *error = NULL;
                MI_Uint32 read;

                assert_int_equal(ft()->DeserializeInstance(&deserializer, 0, (MI_Uint8 *)texts[i],
                                                           (MI_Uint32)strlen(texts[i]), NULL, 0, NULL, NULL, &read,
                                                           &instance, &error),
                                 MI_RESULT_INVALID_PARAMETER);
                assert_null(instance);
                assert_non_null(cim_error_message(error));
                instance_delete(error);
        }
}

/* Six lines that stand for sixteen million instances */
static void test_aliases_that_multiply(void **state)
{
        MI_Instance *instance = NULL, *error = NULL;
        char text[4096], *end = text;
        MI_Uint32 read;

        end += sprintf(end, "class A { [EmbeddedInstance(\"A\")] string E[]; };\n");
        for (int i = 0; i < 6; i++) {
                end += sprintf(end, "instance of A as $a%d { E = {$a%d", i, i + 1);
                for (int n = 1; n < 16; n++)
                        end += sprintf(end, ", $a%d", i + 1);
                end += sprintf(end, "}; };\n");
        }
        end += sprintf(end, "instance of A as $a6 { };\n");
        assert_int_equal(ft()->DeserializeInstance(&deserializer, 0, (MI_Uint8 *)text, (MI_Uint32)(end - text), NULL, 0,
                                                   NULL, NULL, &read, &instance, &error),
                         MI_RESULT_INVALID_PARAMETER);
        assert_null(instance);
        assert_non_null(strstr(cim_error_message(error), "aliases"));
        instance_delete(error);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_classes),     cmocka_unit_test(test_names),
                cmocka_unit_test(test_instances),   cmocka_unit_test(test_instance_round_trip),
                cmocka_unit_test(test_class_array), cmocka_unit_test(test_includes),
                cmocka_unit_test(test_errors),      cmocka_unit_test(test_aliases_that_multiply),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
