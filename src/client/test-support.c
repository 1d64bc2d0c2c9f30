#include "client/test-client.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

int test_client_setup(void **state)
{
        TestClient *client = calloc(1, sizeof(*client));
        const char *module = getenv("TEST_MODULE");
        MI_Instance *error = NULL;
        char protocol[4096];

        if (!module)
                fprintf(stderr, "TEST_MODULE has to name test-module.so\n");
        if (!client || !module)
                return -1;
        if (MI_Application_Initialize(0, NULL, &error, &client->application) != MI_RESULT_OK)
                return -1;
        snprintf(protocol, sizeof(protocol), "inproc:%s", module);
        if (MI_Application_NewSession(&client->application, protocol, NULL, NULL, NULL, &error, &client->session) !=
            MI_RESULT_OK) {
                MI_Value value;

                if (error && MI_Instance_GetElement(error, "Message", &value, NULL, NULL, NULL) == MI_RESULT_OK)
                        fprintf(stderr, "%s\n", value.string);
                return -1;
        }
        *state = client;
        return 0;
}

int test_client_teardown(void **state)
{
        TestClient *client = *state;

        if (!client)
                return -1;
        assert_int_equal(MI_Session_Close(&client->session, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(MI_Application_Close(&client->application), MI_RESULT_OK);
        free(client);
        return 0;
}

TestEnd test_drain(MI_Operation *operation)
{
        TestEnd end = { .result = MI_RESULT_FAILED };
        MI_Boolean more = MI_TRUE;

        while (more) {
                const MI_Instance *instance = NULL, *error = NULL;
                const MI_Char *message = NULL;

                assert_int_equal(MI_Operation_GetInstance(operation, &instance, &more, &end.result, &message, &error),
                                 MI_RESULT_OK);
                if (instance) {
                        end.count++;
                        if (end.last)
                                MI_Instance_Delete(end.last);
                        assert_int_equal(MI_Instance_Clone(instance, &end.last), MI_RESULT_OK);
                }
                if (message)
                        snprintf(end.message, sizeof(end.message), "%s", message);
                if (error)
                        assert_int_equal(MI_Instance_Clone(error, &end.error), MI_RESULT_OK);
        }
        assert_int_equal(MI_Operation_Close(operation), MI_RESULT_OK);
        return end;
}

void test_end_clear(TestEnd *end)
{
        if (end->last)
                MI_Instance_Delete(end->last);
        if (end->error)
                MI_Instance_Delete(end->error);
        end->last = end->error = NULL;
}

MI_Instance *test_keys(TestClient *client, const char *class_name, MI_Uint32 id)
{
        MI_Value value = { .uint32 = id };
        MI_Instance *keys;

        assert_int_equal(MI_Application_NewInstance(&client->application, class_name, NULL, &keys), MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(keys, "Id", &value, MI_UINT32, MI_FLAG_KEY), MI_RESULT_OK);
        return keys;
}

MI_Instance *test_parameters(TestClient *client, const char *name, MI_Sint32 number)
{
        MI_Value value = { .sint32 = number };
        MI_Instance *parameters;

        assert_int_equal(MI_Application_NewParameterSet(&client->application, NULL, &parameters), MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(parameters, name, &value, MI_SINT32, 0), MI_RESULT_OK);
        return parameters;
}

TestEnd test_invoke(TestClient *client, const char *method, const MI_Instance *parameters)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", method, NULL, parameters, NULL,
                          &operation);
        return test_drain(&operation);
}

MI_Uint32 test_uint32(const MI_Instance *instance, const char *name)
{
        MI_Value value;
        MI_Type type;
        MI_Uint32 flags;

        assert_non_null(instance);
        assert_int_equal(MI_Instance_GetElement(instance, name, &value, &type, &flags, NULL), MI_RESULT_OK);
        assert_int_equal(type, MI_UINT32);
        assert_false(flags & MI_FLAG_NULL);
        return value.uint32;
}
