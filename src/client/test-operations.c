/*
 * Every verb, synchronously
 */

#include "client/test-client.h"

#include <errno.h>
#include <string.h>

static TestEnd enumerate(TestClient *client, const char *class_name, MI_Uint32 flags, MI_Boolean keys_only)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_EnumerateInstances(&client->session, flags, NULL, TEST_NAMESPACE, class_name, keys_only, NULL,
                                      &operation);
        return test_drain(&operation);
}

static TestEnd query(TestClient *client, const char *text)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_QueryInstances(&client->session, 0, NULL, TEST_NAMESPACE, MI_QUERY_DIALECT_WQL, text, NULL,
                                  &operation);
        return test_drain(&operation);
}

static void assert_end(TestEnd end, MI_Result result, unsigned int count, const char *says)
{
        if (end.result != result || (says && !strstr(end.message, says)))
                print_message("result %d: %s\n", end.result, end.message);
        assert_int_equal(end.result, result);
        assert_int_equal(end.count, count);
        if (says)
                assert_non_null(strstr(end.message, says));
        if (result != MI_RESULT_OK) {
                assert_non_null(end.error);
                assert_int_equal(test_uint32(end.error, "CIMStatusCode"), result);
        }
        test_end_clear(&end);
}

static void test_enumerate(void **state)
{
        TestClient *client = *state;
        MI_Uint32 base_only = MI_OPERATIONFLAGS_POLYMORPHISM_DEEP_BASE_PROPS_ONLY, count;
        TestEnd end;

        assert_end(enumerate(client, "T_Base", 0, MI_FALSE), MI_RESULT_OK, 103, NULL);
        assert_end(enumerate(client, "t_item", MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW, MI_FALSE), MI_RESULT_OK, 100,
                   NULL);
        assert_end(enumerate(client, "T_Base", base_only, MI_FALSE), MI_RESULT_OK, 103, NULL);
        assert_end(enumerate(client, "T_Nowhere", 0, MI_FALSE), MI_RESULT_INVALID_CLASS, 0, "T_Nowhere");
        assert_end(enumerate(client, "T_Base", MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW, MI_FALSE),
                   MI_RESULT_NOT_SUPPORTED, 0, "T_Base");
        assert_end(enumerate(client, NULL, 0, MI_FALSE), MI_RESULT_INVALID_PARAMETER, 0, "class");

        end = enumerate(client, "T_Item", 0, MI_TRUE);
        assert_int_equal(test_uint32(end.last, "Id"), 99);
        assert_int_equal(MI_Instance_GetElementCount(end.last, &count), MI_RESULT_OK);
        assert_int_equal(count, 1);
        test_end_clear(&end);
}

static void test_query(void **state)
{
        TestClient *client = *state;

        assert_end(query(client, "select * from T_Item where Id >= 40 and Id < 50"), MI_RESULT_OK, 10, NULL);
        assert_end(query(client, "select Name from T_Base where Flag = true"), MI_RESULT_OK, 51, NULL);
        assert_end(query(client, "select * from T_Item where Id = 5"), MI_RESULT_OK, 1, NULL);
        assert_end(query(client, "select * from T_Item where Nonsense = 5"), MI_RESULT_INVALID_QUERY, 0, "Nonsense");
        assert_end(query(client, "select * form T_Item"), MI_RESULT_INVALID_QUERY, 0, "form");
        assert_end(query(client, "select * from T_Nowhere"), MI_RESULT_INVALID_CLASS, 0, "T_Nowhere");
        assert_end(query(client, "select * from T_Event"), MI_RESULT_INVALID_QUERY, 0, "subscribe");
}

static void test_meta_class(void **state)
{
        TestClient *client = *state;
        MI_Value value;
        TestEnd end;

        assert_end(query(client, "select * from meta_class"), MI_RESULT_OK, 5, NULL);
        assert_end(query(client, "select * from meta_class where __this isa 't_base'"), MI_RESULT_OK, 3, NULL);
        assert_end(query(client, "select * from meta_class where __superclass is null"), MI_RESULT_OK, 3, NULL);
        assert_end(query(client, "select * from meta_class where Nonsense = 'x'"), MI_RESULT_INVALID_QUERY, 0,
                   "Nonsense");
        end = query(client, "select __CLASS, __DERIVATION from meta_class where __CLASS = 'T_Item'");
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(end.count, 1);
        assert_string_equal(end.last->nameSpace, TEST_NAMESPACE);
        assert_int_equal(MI_Instance_GetElement(end.last, "__CLASS", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_string_equal(value.string, "T_Item");
        assert_int_equal(MI_Instance_GetElement(end.last, "__DERIVATION", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(value.stringa.size, 1);
        assert_string_equal(value.stringa.data[0], "T_Base");
        assert_int_equal(MI_Instance_GetElement(end.last, "__DYNASTY", &value, NULL, NULL, NULL),
                         MI_RESULT_NO_SUCH_PROPERTY);
        test_end_clear(&end);
}

static TestEnd get(TestClient *client, const MI_Instance *keys)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_GetInstance(&client->session, 0, NULL, TEST_NAMESPACE, keys, NULL, &operation);
        return test_drain(&operation);
}

static void test_get(void **state)
{
        TestClient *client = *state;
        MI_Instance *keys = test_keys(client, "T_Item", 42), *wrong;
        MI_Value value;
        TestEnd end;

        end = get(client, keys);
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(test_uint32(end.last, "Id"), 42);
        assert_int_equal(MI_Instance_GetElement(end.last, "Name", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_string_equal(value.string, "item 42");
        test_end_clear(&end);

        value.uint32 = 1000;
        MI_Instance_SetElement(keys, "Id", &value, MI_UINT32, 0);
        end = get(client, keys);
        assert_int_equal(test_uint32(end.error, "error_Code"), ENOENT);
        assert_end(end, MI_RESULT_NOT_FOUND, 0, "no such item");
        MI_Instance_Delete(keys);

        MI_Application_NewInstance(&client->application, "T_Item", NULL, &wrong);
        assert_end(get(client, wrong), MI_RESULT_INVALID_PARAMETER, 0, "Id");
        value.string = (MI_Char *)"five";
        MI_Instance_AddElement(wrong, "Id", &value, MI_STRING, MI_FLAG_KEY);
        assert_end(get(client, wrong), MI_RESULT_TYPE_MISMATCH, 0, "Id is uint32");
        MI_Instance_Delete(wrong);
        assert_end(get(client, NULL), MI_RESULT_INVALID_PARAMETER, 0, NULL);

        /* another class has other keys */
        MI_Application_NewInstance(&client->application, "T_Link", NULL, &wrong);
        assert_end(get(client, wrong), MI_RESULT_INVALID_PARAMETER, 0, "T_Link: key Item");
        MI_Instance_Delete(wrong);
        keys = test_keys(client, "T_Item", 42);
        assert_end(get(client, keys), MI_RESULT_OK, 1, NULL);
        MI_Instance_Delete(keys);
}

static void test_property_lists(void **state)
{
        TestClient *client = *state;
        MI_Instance *keys = test_keys(client, "T_Item", 42);
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL;
        const MI_Char *names[] = { "Size", "name" };
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Value list = { .stringa = { (MI_Char **)names, 1 } }, value = { .string = (MI_Char *)"other" };
        MI_Type type;
        TestEnd end;

        /* what is read */
        MI_Application_NewOperationOptions(&client->application, MI_FALSE, &options);
        MI_OperationOptions_SetCustomOption(&options, "__GET_EXT_PROPERTIES", MI_STRINGA, &list, MI_FALSE);
        MI_Session_GetInstance(&client->session, 0, &options, TEST_NAMESPACE, keys, NULL, &operation);
        end = test_drain(&operation);
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(end.last, "Size", NULL, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(end.last, "Name", NULL, NULL, NULL, NULL), MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(test_uint32(end.last, "Id"), 42);
        test_end_clear(&end);
        MI_OperationOptions_Delete(&options);

        /* what is changed: T_Item says which elements it found to be modified */
        MI_Instance_AddElement(keys, "Name", &value, MI_STRING, 0);
        value.uint64 = 5;
        MI_Instance_AddElement(keys, "Size", &value, MI_UINT64, 0);
        MI_Application_NewOperationOptions(&client->application, MI_FALSE, &options);
        MI_OperationOptions_SetCustomOption(&options, "__PUT_EXT_PROPERTIES", MI_STRINGA, &list, MI_FALSE);
        MI_Session_ModifyInstance(&client->session, 0, &options, TEST_NAMESPACE, keys, NULL, &operation);
        end = test_drain(&operation);
        assert_int_equal(end.result, MI_RESULT_OK);
        MI_Instance_GetElement(end.last, "Name", &value, &type, NULL, NULL);
        assert_string_equal(value.string, "Id;Size;");
        test_end_clear(&end);
        MI_OperationOptions_Delete(&options);

        /* no list of names */
        MI_Application_NewOperationOptions(&client->application, MI_FALSE, &options);
        value.uint32 = 1;
        MI_OperationOptions_SetCustomOption(&options, "__PUT_EXT_PROPERTIES", MI_UINT32, &value, MI_FALSE);
        MI_Session_ModifyInstance(&client->session, 0, &options, TEST_NAMESPACE, keys, NULL, &operation);
        assert_end(test_drain(&operation), MI_RESULT_INVALID_PARAMETER, 0, "__PUT_EXT_PROPERTIES");
        MI_OperationOptions_Delete(&options);
        MI_Instance_Delete(keys);
}

static void test_methods(void **state)
{
        TestClient *client = *state;
        MI_Instance *parameters = test_parameters(client, "A", 40);
        MI_Value value = { .sint32 = 2 };
        TestEnd end;

        assert_end(test_invoke(client, "Null", NULL), MI_RESULT_OK, 1, NULL);
        MI_Instance_AddElement(parameters, "B", &value, MI_SINT32, 0);
        end = test_invoke(client, "Add", parameters);
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(test_uint32(end.last, "ReturnValue"), 0);
        assert_int_equal(MI_Instance_GetElement(end.last, "Sum", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(value.sint64, 42);
        test_end_clear(&end);
        end = test_invoke(client, "Late", NULL);
        assert_int_equal(test_uint32(end.last, "ReturnValue"), 7);
        test_end_clear(&end);

        assert_end(test_invoke(client, "Nowhere", NULL), MI_RESULT_METHOD_NOT_FOUND, 0, "Nowhere");
        MI_Instance_AddElement(parameters, "C", &value, MI_SINT32, 0);
        assert_end(test_invoke(client, "Add", parameters), MI_RESULT_INVALID_PARAMETER, 0, "C");
        MI_Instance_Delete(parameters);

        MI_Application_NewParameterSet(&client->application, NULL, &parameters);
        value.string = (MI_Char *)"x";
        MI_Instance_AddElement(parameters, "A", &value, MI_STRING, 0);
        assert_end(test_invoke(client, "Add", parameters), MI_RESULT_TYPE_MISMATCH, 0, "A is sint32");
        MI_Instance_Delete(parameters);
}

/* Each code that a provider can post arrives as it is, with message and error. */
static void test_results(void **state)
{
        static const MI_Result results[] = {
                MI_RESULT_FAILED,
                MI_RESULT_ACCESS_DENIED,
                MI_RESULT_INVALID_NAMESPACE,
                MI_RESULT_INVALID_PARAMETER,
                MI_RESULT_INVALID_CLASS,
                MI_RESULT_NOT_FOUND,
                MI_RESULT_NOT_SUPPORTED,
                MI_RESULT_ALREADY_EXISTS,
                MI_RESULT_NO_SUCH_PROPERTY,
                MI_RESULT_TYPE_MISMATCH,
                MI_RESULT_METHOD_NOT_AVAILABLE,
                MI_RESULT_SERVER_LIMITS_EXCEEDED,
                MI_RESULT_SERVER_IS_SHUTTING_DOWN,
        };
        TestClient *client = *state;

        for (size_t i = 0; i < MI_COUNT(results); i++) {
                MI_Instance *parameters = test_parameters(client, "A", (MI_Sint32)results[i]);

                assert_end(test_invoke(client, "Fail", parameters), results[i], 0, "as you wished");
                MI_Instance_Delete(parameters);
        }
}

static void test_changes(void **state)
{
        TestClient *client = *state;
        MI_Instance *instance = test_keys(client, "T_Item", 1);
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Value value;
        TestEnd end;

        MI_Session_CreateInstance(&client->session, 0, NULL, TEST_NAMESPACE, instance, NULL, &operation);
        assert_end(test_drain(&operation), MI_RESULT_ALREADY_EXISTS, 0, NULL);
        value.uint32 = 5000;
        MI_Instance_SetElement(instance, "Id", &value, MI_UINT32, 0);
        MI_Session_CreateInstance(&client->session, 0, NULL, TEST_NAMESPACE, instance, NULL, &operation);
        end = test_drain(&operation);
        assert_int_equal(test_uint32(end.last, "Id"), 4711);
        test_end_clear(&end);

        value.real64 = 2.5;
        MI_Instance_AddElement(instance, "Load", &value, MI_REAL64, 0);
        MI_Session_ModifyInstance(&client->session, 0, NULL, TEST_NAMESPACE, instance, NULL, &operation);
        end = test_drain(&operation);
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(end.last, "Name", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_string_equal(value.string, "Id;Load;");
        test_end_clear(&end);

        MI_Session_DeleteInstance(&client->session, 0, NULL, TEST_NAMESPACE, instance, NULL, &operation);
        assert_end(test_drain(&operation), MI_RESULT_NOT_FOUND, 0, NULL);
        value.string = (MI_Char *)"x";
        MI_Instance_AddElement(instance, "Nonsense", &value, MI_STRING, 0);
        MI_Session_ModifyInstance(&client->session, 0, NULL, TEST_NAMESPACE, instance, NULL, &operation);
        assert_end(test_drain(&operation), MI_RESULT_NO_SUCH_PROPERTY, 0, "Nonsense");
        MI_Instance_Delete(instance);
}

static unsigned int count_classes(MI_Operation *operation, MI_Result *resultp)
{
        MI_Boolean more = MI_TRUE;
        unsigned int count = 0;

        while (more) {
                const MI_Class *class = NULL;

                assert_int_equal(MI_Operation_GetClass(operation, &class, &more, resultp, NULL, NULL), MI_RESULT_OK);
                count += class != NULL;
        }
        assert_int_equal(MI_Operation_Close(operation), MI_RESULT_OK);
        return count;
}

static void test_classes(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Class *class = NULL;
        const MI_Char *parent;
        MI_Uint32 count;
        MI_Boolean more;
        MI_Result result;

        MI_Session_GetClass(&client->session, 0, NULL, TEST_NAMESPACE, "t_item", NULL, &operation);
        assert_int_equal(MI_Operation_GetClass(&operation, &class, &more, &result, NULL, NULL), MI_RESULT_OK);
        assert_non_null(class);
        assert_int_equal(MI_Class_GetMethodCount(class, &count), MI_RESULT_OK);
        assert_int_equal(count, 8);
        assert_int_equal(MI_Class_GetParentClassName(class, &parent), MI_RESULT_OK);
        assert_string_equal(parent, "T_Base");
        assert_int_equal(count_classes(&operation, &result), 0);
        assert_int_equal(result, MI_RESULT_OK);

        MI_Session_EnumerateClasses(&client->session, 0, NULL, TEST_NAMESPACE, NULL, MI_FALSE, NULL, &operation);
        assert_int_equal(count_classes(&operation, &result), 5);
        MI_Session_EnumerateClasses(&client->session, MI_OPERATIONFLAGS_POLYMORPHISM_SHALLOW, NULL, TEST_NAMESPACE,
                                    NULL, MI_FALSE, NULL, &operation);
        assert_int_equal(count_classes(&operation, &result), 3);
        MI_Session_EnumerateClasses(&client->session, 0, NULL, TEST_NAMESPACE, "T_Base", MI_FALSE, NULL, &operation);
        assert_int_equal(count_classes(&operation, &result), 2);
        MI_Session_GetClass(&client->session, 0, NULL, TEST_NAMESPACE, "T_Nowhere", NULL, &operation);
        assert_int_equal(count_classes(&operation, &result), 0);
        assert_int_equal(result, MI_RESULT_INVALID_CLASS);
}

static void test_associations(void **state)
{
        TestClient *client = *state;
        MI_Instance *source = test_keys(client, "T_Item", 2);
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Char *name;
        TestEnd end;

        MI_Session_AssociatorInstances(&client->session, 0, NULL, TEST_NAMESPACE, source, "T_Link", NULL, NULL, NULL,
                                       MI_FALSE, NULL, &operation);
        end = test_drain(&operation);
        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(end.count, 1);
        MI_Instance_GetClassName(end.last, &name);
        assert_string_equal(name, "T_Other");
        test_end_clear(&end);

        MI_Session_ReferenceInstances(&client->session, 0, NULL, TEST_NAMESPACE, source, NULL, NULL, MI_FALSE, NULL,
                                      &operation);
        end = test_drain(&operation);
        assert_int_equal(end.count, 1);
        MI_Instance_GetClassName(end.last, &name);
        assert_string_equal(name, "T_Link");
        test_end_clear(&end);

        MI_Session_ReferenceInstances(&client->session, 0, NULL, TEST_NAMESPACE, source, NULL, "Other", MI_FALSE, NULL,
                                      &operation);
        assert_end(test_drain(&operation), MI_RESULT_OK, 0, NULL);
        assert_end(query(client, "associators of {T_Item.Id=1}"), MI_RESULT_OK, 1, NULL);
        assert_end(query(client, "references of {T_Item.Id=1} where ResultClass = T_Link"), MI_RESULT_OK, 1, NULL);
        MI_Instance_Delete(source);
}

static void test_serializers(void **state)
{
        TestClient *client = *state;
        MI_Instance *keys = test_keys(client, "T_Item", 3), *copy = NULL, *error = NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Serializer serializer = MI_SERIALIZER_NULL;
        MI_Deserializer deserializer = MI_DESERIALIZER_NULL;
        const MI_Class *class = NULL;
        MI_Class *owned = NULL;
        MI_Uint32 size = 0, used = 0;
        MI_Uint8 text[4096];

        MI_Session_GetClass(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", NULL, &operation);
        assert_int_equal(MI_Operation_GetClass(&operation, &class, NULL, NULL, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(MI_Class_Clone(class, &owned), MI_RESULT_OK);
        MI_Operation_Close(&operation);

        assert_int_equal(
                MI_Application_NewSerializer(&client->application, 0, (MI_Char *)"mi_mof_cimv2_extv1", &serializer),
                MI_RESULT_OK);
        assert_int_equal(MI_Serializer_SerializeInstance(&serializer, 0, keys, text, sizeof(text), &size),
                         MI_RESULT_OK);
        assert_int_equal(
                MI_Application_NewDeserializer(&client->application, 0, (MI_Char *)"MI_MOF_CIMV2_EXTV1", &deserializer),
                MI_RESULT_OK);
        assert_int_equal(MI_Deserializer_DeserializeInstance(&deserializer, 0, text, size, &owned, 1, NULL, NULL, &used,
                                                             &copy, &error),
                         MI_RESULT_OK);
        assert_int_equal(test_uint32(copy, "Id"), 3);
        MI_Instance_Delete(copy);
        assert_int_equal(MI_Serializer_Close(&serializer), MI_RESULT_OK);
        assert_int_equal(MI_Deserializer_Close(&deserializer), MI_RESULT_OK);

        assert_int_equal(MI_Application_NewDeserializer(&client->application, 0, (MI_Char *)"MI_XML", &deserializer),
                         MI_RESULT_OK);
        assert_int_equal(MI_Deserializer_DeserializeInstance(&deserializer, 0, text, size, &owned, 1, NULL, NULL, &used,
                                                             &copy, &error),
                         MI_RESULT_NOT_SUPPORTED);
        assert_int_equal(test_uint32(error, "CIMStatusCode"), MI_RESULT_NOT_SUPPORTED);
        MI_Instance_Delete(error);
        assert_int_equal(MI_Deserializer_Close(&deserializer), MI_RESULT_OK);
        assert_int_equal(MI_Application_NewSerializer(&client->application, 0, (MI_Char *)"YAML", &serializer),
                         MI_RESULT_NOT_SUPPORTED);
        MI_Class_Delete(owned);
        MI_Instance_Delete(keys);
}

static void test_misuse(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL, copy;
        const MI_Class *class;
        MI_Session session;

        MI_Session_TestConnection(&client->session, 0, NULL, &operation);
        assert_int_equal(MI_Operation_GetClass(&operation, &class, NULL, NULL, NULL, NULL),
                         MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Operation_GetSession(&operation, &session), MI_RESULT_OK);
        assert_int_equal(session.reserved1, client->session.reserved1);
        copy = operation;
        assert_end(test_drain(&operation), MI_RESULT_OK, 0, NULL);
        assert_int_equal(MI_Operation_Close(&copy), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Operation_Cancel(&copy, MI_REASON_NONE), MI_RESULT_INVALID_PARAMETER);
}

static void test_hosted_provider(void **state)
{
        TestClient *client = *state;
        MI_HostedProvider provider;
        MI_Instance *error = NULL;
        MI_Value value;

        assert_int_equal(
                MI_Application_NewHostedProvider(&client->application, TEST_NAMESPACE, "Mine", NULL, &error, &provider),
                MI_RESULT_NOT_SUPPORTED);
        assert_int_equal(MI_Instance_GetElement(error, "Message", &value, NULL, NULL, NULL), MI_RESULT_OK);
        assert_non_null(strstr(value.string, "register-cimprovider"));
        MI_Instance_Delete(error);
        assert_int_equal(MI_HostedProvider_Close(&provider), MI_RESULT_INVALID_PARAMETER);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_enumerate),      cmocka_unit_test(test_query),
                cmocka_unit_test(test_meta_class),     cmocka_unit_test(test_get),
                cmocka_unit_test(test_methods),        cmocka_unit_test(test_results),
                cmocka_unit_test(test_changes),        cmocka_unit_test(test_classes),
                cmocka_unit_test(test_associations),   cmocka_unit_test(test_serializers),
                cmocka_unit_test(test_misuse),         cmocka_unit_test(test_hosted_provider),
                cmocka_unit_test(test_property_lists),
        };

        return cmocka_run_group_tests(tests, test_client_setup, test_client_teardown);
}
