#include "model/test-fixture.h"

#include "model/class.h"

static void test_construct_destruct(void **state)
{
        Person person;

        memset(&person, 0xAA, sizeof(person));
        assert_int_equal(instance_construct(&person.base, &person_decl), 0);
        assert_false(person.Id.exists);
        fixture_set_string(&person.base, "Comment", "text");
        assert_string_equal(person.Comment.value, "text");
        assert_int_equal(MI_Instance_Destruct(&person.base), MI_RESULT_OK);
        /* a second time is refused, not a crash */
        assert_int_equal(MI_Instance_Destruct(&person.base), MI_RESULT_INVALID_PARAMETER);
}

static void test_direct_writes(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(5);
        MI_Value value;
        MI_Type type;
        MI_Uint32 flags, index;

        assert_int_equal(MI_Instance_GetElement(instance, "ID", &value, &type, &flags, &index), MI_RESULT_OK);
        assert_int_equal(value.uint32, 5);
        assert_int_equal(type, MI_UINT32);
        assert_int_equal(index, 0);
        assert_true(flags & MI_FLAG_KEY);
        assert_false(flags & MI_FLAG_NULL);
        assert_true(flags & MI_FLAG_NOT_MODIFIED); /* nobody can see a direct write */
        assert_int_equal(MI_Instance_GetElement(instance, "Comment", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NULL);
        assert_int_equal(MI_Instance_GetElement(instance, "Name", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_false(flags & MI_FLAG_NOT_MODIFIED);
}

static void test_static_errors(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(5);
        MI_Value value = { .uint32 = 1 };
        MI_Uint32 flags;

        assert_int_equal(MI_Instance_AddElement(instance, "New", &value, MI_UINT32, 0), MI_RESULT_FAILED);
        assert_int_equal(MI_Instance_SetElement(instance, "None", &value, MI_UINT32, 0), MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(MI_Instance_SetElement(instance, "Name", &value, MI_UINT32, 0), MI_RESULT_TYPE_MISMATCH);
        assert_int_equal(MI_Instance_SetElementAt(instance, 5, &value, MI_UINT32, 0), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Instance_ClearElementAt(instance, 5), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Instance_GetElementAt(instance, 5, NULL, NULL, NULL, NULL), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Instance_ClearElement(instance, "None"), MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(MI_Instance_GetElement(instance, NULL, NULL, NULL, NULL, NULL), MI_RESULT_INVALID_PARAMETER);

        assert_int_equal(MI_Instance_ClearElement(instance, "Name"), MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(instance, "Name", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NULL);
        assert_false(flags & MI_FLAG_NOT_MODIFIED);
}

static void test_borrow_adopt(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(5);
        const Person *person = (const Person *)instance;
        static char text[] = "static";
        MI_Value value = { .string = text };

        assert_int_equal(MI_Instance_SetElement(instance, "Name", &value, MI_STRING, MI_FLAG_BORROW), MI_RESULT_OK);
        assert_ptr_equal(person->Name.value, text);
        /* the element's own value again, copied before it goes */
        value.string = (MI_Char *)person->Name.value;
        assert_int_equal(MI_Instance_SetElement(instance, "Name", &value, MI_STRING, 0), MI_RESULT_OK);
        value.string = (MI_Char *)person->Name.value;
        assert_int_equal(MI_Instance_SetElement(instance, "Name", &value, MI_STRING, 0), MI_RESULT_OK);
        assert_string_equal(person->Name.value, "static");
        value.string = strdup("adopted");
        assert_int_equal(MI_Instance_SetElement(instance, "Name", &value, MI_STRING, MI_FLAG_ADOPT), MI_RESULT_OK);
        assert_string_equal(person->Name.value, "adopted");
}

static void check_all(const MI_Instance *instance)
{
        _cleanup_(instance_deletep) MI_Instance *inner = fixture_person(7);
        const MI_Char *name_space;
        Element element;

        assert_int_equal(instance_count(instance), 33);
        for (unsigned i = 0; i < 32; i++) {
                MI_Value expected = fixture_value((MI_Type)i, inner);
                char name[8];

                snprintf(name, sizeof(name), "P%u", i);
                assert_true(instance_find(instance, name, &element));
                assert_int_equal(element.type, i);
                assert_false(element.is_null);
                assert_true(value_equal(&element.value, &expected, (MI_Type)i));
        }
        assert_true(instance_find(instance, "p99", &element));
        assert_true(element.is_null);
        assert_false(instance_find(instance, "p100", &element));
        assert_int_equal(MI_Instance_GetNameSpace(instance, &name_space), MI_RESULT_OK);
        assert_string_equal(name_space, "root/test");
}

static void test_all_types(void **state)
{
        MI_Instance *instance, *clone, *dynamic;
        MI_ClassDecl *decl;
        Arena arena;

        arena_init(&arena, 0);
        decl = fixture_all_types(&arena);
        instance = fixture_all_values(decl);
        check_all(instance);
        assert_int_equal(instance_clone(&clone, instance), 0);
        assert_int_equal(instance_kind(clone), INSTANCE_STATIC);
        check_all(clone);
        assert_int_equal(instance_clone_dynamic(&dynamic, instance), 0);
        assert_int_equal(instance_kind(dynamic), INSTANCE_DYNAMIC);
        instance_delete(instance);
        check_all(dynamic);
        assert_true(instance_equal(clone, dynamic));
        instance_delete(dynamic);
        assert_int_equal(MI_Instance_SetElement(clone, "p3", &(MI_Value){ .uint16 = 4 }, MI_UINT16, 0), MI_RESULT_OK);
        instance_delete(clone);

        instance = fixture_all_values(NULL);
        check_all(instance);
        assert_int_equal(instance_clone(&clone, instance), 0);
        instance_delete(instance);
        check_all(clone);
        instance_delete(clone);
        arena_deinit(&arena);
}

static void test_dynamic(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        MI_Value value = { .uint8 = 3 };
        MI_Uint32 flags, count;
        MI_Boolean is;
        MI_Type type;

        assert_int_equal(instance_new_dynamic(&instance, "Foo", 0), 0);
        assert_int_equal(MI_Instance_AddElement(instance, "A", &value, MI_UINT8, MI_FLAG_KEY | MI_FLAG_READONLY),
                         MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(instance, "a", &value, MI_UINT8, 0), MI_RESULT_ALREADY_EXISTS);
        assert_int_equal(MI_Instance_AddElement(instance, "B", &value, (MI_Type)77, 0), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Instance_AddElement(instance, "", &value, MI_UINT8, 0), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Instance_AddElement(instance, "C", NULL, MI_STRING, 0), MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElementCount(instance, &count), MI_RESULT_OK);
        assert_int_equal(count, 2);
        assert_int_equal(MI_Instance_GetElement(instance, "C", NULL, &type, &flags, NULL), MI_RESULT_OK);
        assert_int_equal(type, MI_STRING);
        assert_true(flags & MI_FLAG_NULL);
        assert_int_equal(MI_Instance_GetElementAt(instance, 0, NULL, NULL, NULL, &flags), MI_RESULT_OK);
        assert_int_equal(flags, MI_FLAG_KEY | MI_FLAG_READONLY);
        assert_int_equal(MI_Instance_SetElementAt(instance, 2, &value, MI_UINT8, 0), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Instance_ClearElementAt(instance, 2), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Instance_SetElement(instance, "A", &value, MI_UINT16, 0), MI_RESULT_TYPE_MISMATCH);
        assert_int_equal(MI_Instance_IsA(instance, &person_decl, &is), MI_RESULT_OK);
        assert_false(is);
}

static void test_dynamic_many(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        MI_Value value = { .uint32 = 0 };
        char name[16];

        assert_int_equal(instance_new_dynamic(&instance, "Foo", 0), 0);
        for (uint32_t i = 0; i < INSTANCE_ELEMENTS_MAX; i++) {
                snprintf(name, sizeof(name), "n%u", i);
                value.uint32 = i;
                assert_int_equal(MI_Instance_AddElement(instance, name, &value, MI_UINT32, 0), MI_RESULT_OK);
        }
        assert_int_not_equal(MI_Instance_AddElement(instance, "more", &value, MI_UINT32, 0), MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(instance, "N1234", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(value.uint32, 1234);
}

static void test_is_a(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(5), *parameters = NULL;
        static const MI_ClassDecl other_base = { .name = "t_base" }, stranger = { .name = "Stranger" };
        MI_Boolean is;

        assert_int_equal(MI_Instance_IsA(instance, &person_decl, &is), MI_RESULT_OK);
        assert_true(is);
        assert_int_equal(MI_Instance_IsA(instance, &base_decl, &is), MI_RESULT_OK);
        assert_true(is);
        assert_int_equal(MI_Instance_IsA(instance, &other_base, &is), MI_RESULT_OK);
        assert_true(is);
        assert_int_equal(MI_Instance_IsA(instance, &stranger, &is), MI_RESULT_OK);
        assert_false(is);
        assert_int_equal(instance_new_parameters(&parameters, &rename_method, NULL), 0);
        assert_int_equal(MI_Instance_IsA(parameters, &person_decl, &is), MI_RESULT_OK);
        assert_false(is);
        assert_string_equal(instance_class_name(parameters), "Rename");
}

static void test_stream_parameter(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = NULL, *clone = NULL;
        MI_Value value = { 0 };
        MI_Uint32 flags;

        assert_int_equal(instance_new_parameters(&parameters, &rename_method, NULL), 0);
        assert_int_equal(MI_Instance_GetElement(parameters, "Progress", &value, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NULL);
        assert_int_equal(MI_Instance_SetElement(parameters, "Progress", &value, MI_STRINGA, 0),
                         MI_RESULT_NOT_SUPPORTED);
        fixture_set_string(parameters, "Text", "x");
        assert_int_equal(instance_clone(&clone, parameters), 0);
        assert_string_equal(instance_string(clone, "Text"), "x");
}

static void test_cast(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *from = NULL;
        MI_Instance *to = NULL;
        const Person *person;
        const char *name = NULL;
        Arena arena;

        arena_init(&arena, 0);
        assert_int_equal(instance_new_dynamic(&from, "T_Person", 0), 0);
        MI_Instance_AddElement(from, "id", &(MI_Value){ .sint64 = 12 }, MI_SINT64, MI_FLAG_KEY);
        MI_Instance_AddElement(from, "Name", &(MI_Value){ .string = "Bob" }, MI_STRING, 0);
        MI_Instance_AddElement(from, "Active", NULL, MI_BOOLEAN, 0);
        assert_int_equal(instance_cast(&to, &arena, &person_decl, from, NULL, CAST_DEFAULTS, &name), 0);
        person = (const Person *)to;
        assert_int_equal(person->Id.value, 12);
        assert_string_equal(person->Name.value, "Bob");
        assert_false(person->Active.exists);
        assert_string_equal(person->Comment.value, "none");
        assert_true(person->Id.flags & FIELD_MODIFIED);
        assert_true(person->Active.flags & FIELD_MODIFIED);
        assert_false(person->Size.flags & FIELD_MODIFIED);
        assert_null(instance_missing_key(to, &person_decl));

        assert_int_equal(instance_cast(&to, &arena, &person_decl, from, NULL, CAST_KEYS_ONLY, &name), 0);
        assert_false(((const Person *)to)->Name.exists);
        assert_true(((const Person *)to)->Id.exists);

        MI_Instance_AddElement(from, "Shoe", &(MI_Value){ .uint8 = 44 }, MI_UINT8, 0);
        assert_int_equal(instance_cast(&to, &arena, &person_decl, from, NULL, 0, &name), INSTANCE_NO_ELEMENT);
        assert_string_equal(name, "Shoe");
        assert_int_equal(instance_cast(&to, &arena, &person_decl, from, NULL, CAST_IGNORE_UNKNOWN, &name), 0);
        assert_int_equal(MI_Instance_SetElement(from, "id", &(MI_Value){ .sint64 = -1 }, MI_SINT64, 0), MI_RESULT_OK);
        assert_int_equal(instance_cast(&to, &arena, &person_decl, from, NULL, 0, &name), INSTANCE_TYPE_MISMATCH);
        assert_string_equal(name, "id");
        arena_deinit(&arena);
}

static void test_cast_parameters(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *from = NULL;
        MI_Instance *to = NULL;
        const char *name = NULL;
        Arena arena;

        arena_init(&arena, 0);
        assert_int_equal(instance_new_dynamic(&from, "Rename", MI_FLAG_METHOD), 0);
        MI_Instance_AddElement(from, "TEXT", &(MI_Value){ .string = "Bob" }, MI_STRING, 0);
        assert_int_equal(instance_cast_parameters(&to, &arena, &rename_method, from, NULL, 0, &name), 0);
        assert_string_equal(((PersonRename *)to)->Text.value, "Bob");
        MI_Instance_AddElement(from, "Progress", NULL, MI_STRINGA, 0);
        assert_int_equal(instance_cast_parameters(&to, &arena, &rename_method, from, NULL, 0, &name),
                         INSTANCE_NO_ELEMENT);
        arena_deinit(&arena);
}

static void test_cast_nested(void **state)
{
        static const MI_ClassDecl *const classes[] = { &person_decl };
        static const MI_SchemaDecl schema = { NULL, 0, classes, 1 };
        _cleanup_(instance_deletep) MI_Instance *from = NULL, *inner = NULL;
        MI_Instance *to = NULL;
        MI_Value value;
        MI_ClassDecl *decl;
        Arena arena;

        arena_init(&arena, 0);
        decl = fixture_all_types(&arena);
        assert_int_equal(instance_new_dynamic(&inner, "t_person", 0), 0);
        MI_Instance_AddElement(inner, "Id", &(MI_Value){ .uint32 = 9 }, MI_UINT32, MI_FLAG_KEY);
        assert_int_equal(instance_new_dynamic(&from, "T_All", 0), 0);
        value = fixture_value(MI_INSTANCEA, inner);
        MI_Instance_AddElement(from, "p31", &value, MI_INSTANCEA, 0);
        value.instance = inner;
        MI_Instance_AddElement(from, "p14", &value, MI_REFERENCE, 0);
        assert_int_equal(instance_cast(&to, &arena, decl, from, &schema, 0, NULL), 0);
        assert_int_equal(MI_Instance_GetElement(to, "p31", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_ptr_equal(value.instancea.data[1]->classDecl, &person_decl);
        assert_int_equal(((Person *)value.instancea.data[1])->Id.value, 9);
        assert_int_equal(MI_Instance_GetElement(to, "p14", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(((Person *)value.reference)->Id.value, 9);
        arena_deinit(&arena);
}

/* A provider's code reads a nested instance as the struct of the declared class: nothing else may get there. */
static void test_cast_nested_of_another_class(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *from = NULL, *inner = NULL, *wrong = NULL;
        const MI_ClassDecl *classes[2] = { &person_decl };
        const MI_SchemaDecl schema = { NULL, 0, classes, 2 };
        const char *name = NULL;
        MI_Instance *to = NULL;
        MI_Value value;
        MI_ClassDecl *decl;
        Arena arena;

        arena_init(&arena, 0);
        classes[1] = decl = fixture_all_types(&arena);
        ((MI_PropertyDecl *)(uintptr_t)decl->properties[14])->className = (MI_Char *)(uintptr_t) "T_Person";

        /* unknown here: what the declared class has, under its own name */
        assert_int_equal(instance_new_dynamic(&inner, "T_Sub", 0), 0);
        MI_Instance_AddElement(inner, "Id", &(MI_Value){ .uint32 = 9 }, MI_UINT32, MI_FLAG_KEY);
        MI_Instance_AddElement(inner, "Extra", &(MI_Value){ .uint32 = 1 }, MI_UINT32, 0);
        assert_int_equal(instance_new_dynamic(&from, "T_All", 0), 0);
        value.instance = inner;
        MI_Instance_AddElement(from, "p14", &value, MI_REFERENCE, 0);
        assert_int_equal(instance_cast(&to, &arena, decl, from, &schema, 0, NULL), 0);
        assert_int_equal(MI_Instance_GetElement(to, "p14", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_string_equal(value.reference->classDecl->name, "T_Sub");
        assert_true(decl_is_a(value.reference->classDecl, &person_decl));
        assert_int_equal(((Person *)value.reference)->Id.value, 9);

        /* known here, and another one */
        assert_int_equal(instance_new_dynamic(&wrong, "T_All", 0), 0);
        value.instance = wrong;
        MI_Instance_SetElement(from, "p14", &value, MI_REFERENCE, 0);
        assert_int_equal(instance_cast(&to, &arena, decl, from, &schema, 0, &name), INSTANCE_TYPE_MISMATCH);
        assert_string_equal(name, "p14");
        arena_deinit(&arena);
}

static void test_depth(void **state)
{
        MI_Instance *outer = NULL, *clone = NULL;

        for (unsigned i = 0; i < VALUE_DEPTH_MAX + 3; i++) {
                MI_Instance *next;
                MI_Value value = { .instance = outer };

                assert_int_equal(instance_new_dynamic(&next, "Nest", 0), 0);
                if (outer)
                        assert_int_equal(MI_Instance_AddElement(next, "Inner", &value, MI_INSTANCE, MI_FLAG_ADOPT),
                                         MI_RESULT_OK);
                outer = next;
        }
        assert_int_equal(instance_clone(&clone, outer), -EINVAL);
        instance_delete(outer);
}

static void test_keys(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *a = fixture_person(5), *b = fixture_person(5), *keys = NULL;

        fixture_set_string(b, "Name", "other");
        assert_true(instance_same_keys(a, b, NULL));
        assert_false(instance_equal(a, b));
        assert_int_equal(instance_clone_keys(&keys, a, &person_decl), 0);
        assert_int_equal(instance_count(keys), 1);
        assert_true(instance_same_keys(keys, b, NULL));
        ((Person *)b)->Id.value = 6;
        assert_false(instance_same_keys(keys, b, &person_decl));
        ((Person *)b)->Id.exists = MI_FALSE;
        assert_string_equal(instance_missing_key(b, &person_decl), "Id");
}

/* Who has looked for the keys finds the same one missing, also where a class has more than it remembers. */
static void check_missing(const MI_Instance *instance, const MI_ClassDecl *decl, const char *missing)
{
        DeclKeys keys;

        decl_find_keys(decl, &keys);
        assert_int_equal(keys.is_complete, decl->numProperties <= ARRAY_SIZE(keys.first));
        if (missing)
                assert_string_equal(instance_missing_key(instance, decl), missing);
        else
                assert_null(instance_missing_key(instance, decl));
        assert_ptr_equal(instance_missing_key_of(instance, decl, &keys), instance_missing_key(instance, decl));
}

static void test_missing_key(void **state)
{
        for (unsigned count = 1; count <= 6; count++) {
                _cleanup_(instance_deletep) MI_Instance *own = NULL, *dynamic = NULL;
                MI_PropertyDecl declared[6] = { 0 };
                const MI_PropertyDecl *properties[6];
                MI_ClassDecl decl = {
                        .flags = MI_FLAG_CLASS, .name = "T_Keys", .properties = properties, .numProperties = count
                };
                static const char *const names[] = { "A", "B", "C", "D", "E", "F" };
                MI_Value value = { .uint32 = 1 };

                for (unsigned i = 0; i < count; i++) {
                        declared[i].flags = MI_FLAG_PROPERTY | MI_FLAG_KEY;
                        declared[i].name = (MI_Char *)names[i];
                        declared[i].code = text_code(names[i]);
                        declared[i].type = MI_UINT32;
                        properties[i] = &declared[i];
                }
                decl_layout(&decl);
                assert_int_equal(instance_new(&own, &decl, NULL), 0);
                assert_int_equal(instance_new_dynamic(&dynamic, "T_Keys", MI_FLAG_CLASS), 0);
                for (unsigned i = 0; i < count; i++) {
                        check_missing(own, &decl, names[i]);
                        check_missing(dynamic, &decl, names[i]);
                        assert_int_equal(MI_Instance_SetElementAt(own, i, &value, MI_UINT32, 0), MI_RESULT_OK);
                        assert_int_equal(MI_Instance_AddElement(dynamic, names[i], &value, MI_UINT32, MI_FLAG_KEY),
                                         MI_RESULT_OK);
                }
                check_missing(own, &decl, NULL);
                check_missing(dynamic, &decl, NULL);
        }
}

static void test_get_class(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(5), *dynamic = NULL;
        _cleanup_(class_deletep) MI_Class *class_object = NULL, *made = NULL;
        MI_QualifierSet qualifiers;
        MI_Uint32 count, index;
        const MI_Char *name;
        MI_Value value;
        MI_Type type;

        assert_int_equal(MI_Instance_GetClass(instance, &class_object), MI_RESULT_OK);
        assert_int_equal(MI_Class_GetClassQualifierSet(class_object, &qualifiers), MI_RESULT_OK);
        assert_int_equal(MI_QualifierSet_GetQualifierCount(&qualifiers, &count), MI_RESULT_OK);
        assert_int_equal(count, 1);
        assert_int_equal(MI_QualifierSet_GetQualifier(&qualifiers, "description", &type, NULL, &value, &index),
                         MI_RESULT_OK);
        assert_string_equal(value.string, "Somebody");
        assert_int_equal(MI_QualifierSet_GetQualifierAt(&qualifiers, 1, &name, NULL, NULL, NULL), MI_RESULT_NOT_FOUND);

        assert_int_equal(instance_clone_dynamic(&dynamic, instance), 0);
        assert_int_equal(MI_Instance_GetClass(dynamic, &made), MI_RESULT_OK);
        assert_int_equal(MI_Class_GetElementCount(made, &count), MI_RESULT_OK);
        assert_int_equal(count, 5);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_construct_destruct),
                cmocka_unit_test(test_direct_writes),
                cmocka_unit_test(test_static_errors),
                cmocka_unit_test(test_borrow_adopt),
                cmocka_unit_test(test_all_types),
                cmocka_unit_test(test_dynamic),
                cmocka_unit_test(test_dynamic_many),
                cmocka_unit_test(test_is_a),
                cmocka_unit_test(test_stream_parameter),
                cmocka_unit_test(test_cast),
                cmocka_unit_test(test_cast_parameters),
                cmocka_unit_test(test_cast_nested),
                cmocka_unit_test(test_cast_nested_of_another_class),
                cmocka_unit_test(test_depth),
                cmocka_unit_test(test_keys),
                cmocka_unit_test(test_missing_key),
                cmocka_unit_test(test_get_class),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
