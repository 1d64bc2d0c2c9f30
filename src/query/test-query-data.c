#include "query/test-query.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "model/datetime.h"

/* The code of a name, as MI.h has it; the initialiser of a static needs it as a constant. */
#define CODE(first, last, length) ((MI_Uint32)(first) << 16 | (MI_Uint32)(last) << 8 | (length))

#define PROPERTY(variable, property_name, property_code, property_type, property_flags, property_class) \
        static const MI_PropertyDecl variable = { .flags = MI_FLAG_PROPERTY | (property_flags),         \
                                                  .code = (property_code),                              \
                                                  .name = (property_name),                              \
                                                  .type = (property_type),                              \
                                                  .className = (property_class),                        \
                                                  .origin = "T_Thing",                                  \
                                                  .propagator = "T_Thing" }

PROPERTY(name_decl, "Name", CODE('n', 'e', 4), MI_STRING, MI_FLAG_KEY, NULL);
PROPERTY(u8_decl, "U8", CODE('u', '8', 2), MI_UINT8, 0, NULL);
PROPERTY(u32_decl, "U32", CODE('u', '2', 3), MI_UINT32, 0, NULL);
PROPERTY(u64_decl, "U64", CODE('u', '4', 3), MI_UINT64, 0, NULL);
PROPERTY(s8_decl, "S8", CODE('s', '8', 2), MI_SINT8, 0, NULL);
PROPERTY(s64_decl, "S64", CODE('s', '4', 3), MI_SINT64, 0, NULL);
PROPERTY(r32_decl, "R32", CODE('r', '2', 3), MI_REAL32, 0, NULL);
PROPERTY(r64_decl, "R64", CODE('r', '4', 3), MI_REAL64, 0, NULL);
PROPERTY(b_decl, "B", CODE('b', 'b', 1), MI_BOOLEAN, 0, NULL);
PROPERTY(c_decl, "C", CODE('c', 'c', 1), MI_CHAR16, 0, NULL);
PROPERTY(when_decl, "When", CODE('w', 'n', 4), MI_DATETIME, 0, NULL);
PROPERTY(length_decl, "Length", CODE('l', 'h', 6), MI_DATETIME, 0, NULL);
PROPERTY(text_decl, "Text", CODE('t', 't', 4), MI_STRING, 0, NULL);
PROPERTY(nothing_decl, "Nothing", CODE('n', 'g', 7), MI_STRING, 0, NULL);
PROPERTY(numbers_decl, "Numbers", CODE('n', 's', 7), MI_UINT32A, 0, NULL);
PROPERTY(texts_decl, "Texts", CODE('t', 's', 5), MI_STRINGA, 0, NULL);
PROPERTY(inners_decl, "Inners", CODE('i', 's', 6), MI_INSTANCEA, 0, "T_Thing");
PROPERTY(ref_decl, "Ref", CODE('r', 'f', 3), MI_REFERENCE, 0, "T_Thing");
PROPERTY(inner_decl, "Inner", CODE('i', 'r', 5), MI_INSTANCE, 0, "T_Thing");

static const MI_PropertyDecl *const base_properties[] = { &name_decl };
static const MI_PropertyDecl *const thing_properties[] = {
        &name_decl,    &u8_decl,  &u32_decl,   &u64_decl,   &s8_decl,     &s64_decl,  &r32_decl,
        &r64_decl,     &b_decl,   &c_decl,     &when_decl,  &length_decl, &text_decl, &nothing_decl,
        &numbers_decl, &ref_decl, &inner_decl, &texts_decl, &inners_decl,
};

static const MI_ClassDecl *const classes[] = { &test_base_decl, &test_thing_decl };
static const MI_SchemaDecl schema = { .classDecls = classes, .numClassDecls = 2 };

const MI_ClassDecl test_base_decl = {
        .flags = MI_FLAG_CLASS,
        .name = "T_Base",
        .properties = base_properties,
        .numProperties = 1,
        .size = sizeof(MI_Instance),
        .schema = &schema,
};

const MI_ClassDecl test_thing_decl = {
        .flags = MI_FLAG_CLASS,
        .name = "T_Thing",
        .properties = thing_properties,
        .numProperties = ARRAY_SIZE(thing_properties),
        .size = sizeof(MI_Instance),
        .superClass = "T_Base",
        .superClassDecl = &test_base_decl,
        .schema = &schema,
};

void test_set(MI_Instance *instance, const char *name, MI_Type type, MI_Value value)
{
        assert_int_equal(MI_Instance_AddElement(instance, name, &value, type, 0), MI_RESULT_OK);
}

MI_Instance *test_empty(const char *class_name)
{
        MI_Instance *instance;

        assert_int_equal(instance_new_dynamic(&instance, class_name, MI_FLAG_CLASS), 0);
        return instance;
}

static MI_Instance *key_of(const char *name)
{
        MI_Instance *instance = test_empty("T_Thing");
        MI_Value value = { .string = (MI_Char *)(uintptr_t)name };

        assert_int_equal(MI_Instance_AddElement(instance, "Name", &value, MI_STRING, MI_FLAG_KEY), MI_RESULT_OK);
        return instance;
}

MI_Instance *test_thing(void)
{
        MI_Instance *thing = key_of("first"), *inner = key_of("inside"), *reference = key_of("other");
        MI_Uint32 numbers[] = { 10, 20, 30 };
        MI_Char *texts[] = { (MI_Char *)(uintptr_t) "one", (MI_Char *)(uintptr_t) "two" };
        MI_Value value;

        test_set(thing, "U8", MI_UINT8, (MI_Value){ .uint8 = 200 });
        test_set(thing, "U32", MI_UINT32, (MI_Value){ .uint32 = 5 });
        test_set(thing, "U64", MI_UINT64, (MI_Value){ .uint64 = UINT64_MAX });
        test_set(thing, "S8", MI_SINT8, (MI_Value){ .sint8 = -5 });
        test_set(thing, "S64", MI_SINT64, (MI_Value){ .sint64 = INT64_MIN });
        test_set(thing, "R32", MI_REAL32, (MI_Value){ .real32 = 0.1f });
        test_set(thing, "R64", MI_REAL64, (MI_Value){ .real64 = 2.5 });
        test_set(thing, "B", MI_BOOLEAN, (MI_Value){ .boolean = MI_TRUE });
        test_set(thing, "C", MI_CHAR16, (MI_Value){ .char16 = 0xe9 });
        assert_int_equal(datetime_parse(&value.datetime, "20240229120000.000000+060"), 0);
        test_set(thing, "When", MI_DATETIME, value);
        assert_int_equal(datetime_parse(&value.datetime, "00000001020304.000005:000"), 0);
        test_set(thing, "Length", MI_DATETIME, value);
        test_set(thing, "Text", MI_STRING, (MI_Value){ .string = (MI_Char *)(uintptr_t) "Hello World" });
        assert_int_equal(MI_Instance_AddElement(thing, "Nothing", NULL, MI_STRING, MI_FLAG_NULL), MI_RESULT_OK);
        value.uint32a.data = numbers;
        value.uint32a.size = 3;
        test_set(thing, "Numbers", MI_UINT32A, value);
        value.stringa.data = texts;
        value.stringa.size = 2;
        test_set(thing, "Texts", MI_STRINGA, value);
        test_set(inner, "U32", MI_UINT32, (MI_Value){ .uint32 = 7 });
        test_set(thing, "Inner", MI_INSTANCE, (MI_Value){ .instance = inner });
        value.instancea.data = &inner;
        value.instancea.size = 1;
        test_set(thing, "Inners", MI_INSTANCEA, value);
        test_set(thing, "Ref", MI_REFERENCE, (MI_Value){ .reference = reference });
        instance_delete(inner);
        instance_delete(reference);
        return thing;
}
