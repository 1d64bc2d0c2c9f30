/*
 * Class objects, property sets, filters, options, errors and object paths
 */

#include "model/test-fixture.h"

#include "model/cim-error.h"
#include "model/class.h"
#include "model/filter.h"
#include "model/options.h"
#include "model/path.h"
#include "model/property-set.h"

static void test_class(void **state)
{
        _cleanup_(class_deletep) MI_Class *class_object = NULL, *clone = NULL, *parent = NULL, *none = NULL;
        MI_ParameterSet parameters;
        MI_QualifierSet qualifiers;
        const MI_Char *name;
        MI_Boolean exists;
        MI_Uint32 number;
        MI_Value value;
        MI_Type type;

        assert_int_equal(class_new_copy(&class_object, &person_decl, "root/test", "server"), 0);
        assert_int_equal(MI_Class_Clone(class_object, &clone), MI_RESULT_OK);
        class_object = class_delete(class_object);

        assert_int_equal(MI_Class_GetClassName(clone, &name), MI_RESULT_OK);
        assert_string_equal(name, "T_Person");
        assert_int_equal(MI_Class_GetServerName(clone, &name), MI_RESULT_OK);
        assert_string_equal(name, "server");
        assert_int_equal(
                MI_Class_GetElement(clone, "comment", &value, &exists, &type, NULL, &qualifiers, NULL, &number),
                MI_RESULT_OK);
        assert_true(exists);
        assert_string_equal(value.string, "none");
        assert_int_equal(number, 4);
        assert_int_equal(MI_Class_GetElement(clone, "x", NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                         MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(MI_Class_GetElementAt(clone, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
                         MI_RESULT_NOT_FOUND);

        assert_int_equal(MI_Class_GetMethod(clone, "rename", &qualifiers, &parameters, &number), MI_RESULT_OK);
        assert_int_equal(MI_ParameterSet_GetParameterCount(&parameters, &number), MI_RESULT_OK);
        assert_int_equal(number, 3); /* without the return value */
        assert_int_equal(MI_ParameterSet_GetMethodReturnType(&parameters, &type, &qualifiers), MI_RESULT_OK);
        assert_int_equal(type, MI_UINT32);
        assert_int_equal(MI_ParameterSet_GetParameter(&parameters, "OLD", &type, NULL, NULL, &number), MI_RESULT_OK);
        assert_int_equal(number, 1);
        assert_int_equal(MI_ParameterSet_GetParameter(&parameters, "MIReturn", &type, NULL, NULL, &number),
                         MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_ParameterSet_GetParameterAt(&parameters, 3, NULL, NULL, NULL, NULL), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_Class_GetMethod(clone, "none", NULL, NULL, NULL), MI_RESULT_METHOD_NOT_FOUND);
        assert_int_equal(MI_Class_GetMethodAt(clone, 1, NULL, NULL, NULL), MI_RESULT_NOT_FOUND);

        assert_int_equal(MI_Class_GetParentClassName(clone, &name), MI_RESULT_OK);
        assert_string_equal(name, "T_Base");
        assert_int_equal(MI_Class_GetParentClass(clone, &parent), MI_RESULT_OK);
        clone = class_delete(clone);
        assert_int_equal(MI_Class_GetElementCount(parent, &number), MI_RESULT_OK);
        assert_int_equal(number, 1);
        assert_int_equal(MI_Class_GetParentClass(parent, &none), MI_RESULT_INVALID_SUPERCLASS);
        assert_null(none);
}

static void test_instances_hold_their_class(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL, *clone = NULL;
        MI_Class *class_object;

        assert_int_equal(class_new_copy(&class_object, &person_decl, NULL, NULL), 0);
        assert_int_equal(instance_new(&instance, class_object->classDecl, class_anchor(class_object)), 0);
        class_delete(class_object);
        fixture_set_string(instance, "Name", "x");
        assert_int_equal(MI_Instance_Clone(instance, &clone), MI_RESULT_OK);
        instance = instance_delete(instance);
        assert_string_equal(instance_string(clone, "name"), "x");
}

static void test_property_set(void **state)
{
        MI_PropertySet set, *clone;
        const MI_Char *name;
        MI_Boolean has;
        MI_Uint32 count;

        assert_int_equal(property_set_init(&set), 0);
        assert_int_equal(MI_PropertySet_AddElement(&set, "Name"), MI_RESULT_OK);
        assert_int_equal(MI_PropertySet_AddElement(&set, "NAME"), MI_RESULT_ALREADY_EXISTS);
        assert_int_equal(MI_PropertySet_AddElement(&set, ""), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_PropertySet_AddElement(&set, "Size"), MI_RESULT_OK);
        assert_int_equal(MI_PropertySet_ContainsElement(&set, "size", &has), MI_RESULT_OK);
        assert_true(has);
        assert_int_equal(MI_PropertySet_GetElementAt(&set, 1, &name), MI_RESULT_OK);
        assert_string_equal(name, "Size");
        assert_int_equal(MI_PropertySet_GetElementAt(&set, 2, &name), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_PropertySet_Clone(&set, &clone), MI_RESULT_OK);
        assert_int_equal(MI_PropertySet_Clear(&set), MI_RESULT_OK);
        assert_int_equal(MI_PropertySet_GetElementCount(&set, &count), MI_RESULT_OK);
        assert_int_equal(count, 0);
        assert_int_equal(MI_PropertySet_Destruct(&set), MI_RESULT_OK);
        assert_true(property_set_contains(clone, "name"));
        assert_int_equal(MI_PropertySet_Delete(clone), MI_RESULT_OK);
}

static MI_Result evaluate(void *context, const MI_Instance *instance, bool *resultp)
{
        *resultp = instance_string(instance, "Name") != NULL;
        return *(int *)context ? MI_RESULT_OK : MI_RESULT_FAILED;
}

static void test_filter(void **state)
{
        static const FilterMethods methods = { .evaluate = evaluate };
        _cleanup_(instance_deletep) MI_Instance *person = fixture_person(1);
        const MI_Char *language, *text;
        MI_Boolean result = MI_FALSE;
        MI_Filter filter;
        int good = 1;

        filter_init(&filter, &methods, &good, "wql", "select * from x");
        assert_int_equal(MI_Filter_Evaluate(&filter, person, &result), MI_RESULT_OK);
        assert_true(result);
        assert_int_equal(MI_Filter_GetExpression(&filter, &language, &text), MI_RESULT_OK);
        assert_string_equal(language, "WQL");
        assert_string_equal(text, "select * from x");
        assert_ptr_equal(filter_context(&filter), &good);
        good = 0;
        assert_int_equal(MI_Filter_Evaluate(&filter, person, &result), MI_RESULT_FAILED);
        memset(&filter, 0, sizeof(filter));
        assert_null(filter_context(&filter));
}

static void test_operation_options(void **state)
{
        MI_OperationOptions options = MI_OPERATIONOPTIONS_NULL, clone = MI_OPERATIONOPTIONS_NULL;
        MI_Interval timeout = { .seconds = 2, .microseconds = 1 }, got;
        MI_Uint32 number, channels[4], count, index;
        const MI_Char *text;
        MI_Value value;
        MI_Type type;

        assert_int_equal(operation_options_init(&options, true), 0);
        assert_int_equal(MI_OperationOptions_SetTimeout(&options, &timeout), MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_SetString(&options, "Word", "one", 0), MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_SetString(&options, "WORD", "two", 5), MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_SetNumber(&options, "Number", 7, 0), MI_RESULT_OK);
        value.uint16 = 9;
        assert_int_equal(MI_OperationOptions_SetCustomOption(&options, "custom", MI_UINT16, &value, MI_TRUE),
                         MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_EnableChannel(&options, 0), MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_EnableChannel(&options, 2), MI_RESULT_OK);
        assert_int_equal(MI_OperationOptions_DisableChannel(&options, 0), MI_RESULT_OK);

        assert_int_equal(MI_OperationOptions_Clone(&options, &clone), MI_RESULT_OK);
        MI_OperationOptions_Delete(&options);
        assert_null(operation_options(&options));

        assert_int_equal(MI_OperationOptions_GetTimeout(&clone, &got), MI_RESULT_OK);
        assert_int_equal(got.seconds, 2);
        assert_true(options_timeout_ms(operation_options(&clone), "__MI_OPERATIONOPTIONS_TIMEOUT") == 2001);
        assert_int_equal(MI_OperationOptions_GetString(&clone, "word", &text, &index, &number), MI_RESULT_OK);
        assert_string_equal(text, "two");
        assert_int_equal(number, 5);
        assert_int_equal(MI_OperationOptions_GetNumber(&clone, "word", &number, NULL, NULL), MI_RESULT_TYPE_MISMATCH);
        assert_int_equal(MI_OperationOptions_GetNumber(&clone, "none", &number, NULL, NULL),
                         MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(MI_OperationOptions_GetOption(&clone, "custom", &value, &type, NULL, NULL), MI_RESULT_OK);
        assert_int_equal(type, MI_UINT16);
        assert_int_equal(value.uint16, 9);
        assert_true(options_find(operation_options(&clone), "custom")->must_comply);
        assert_true(options_must_understand(operation_options(&clone)));
        assert_int_equal(MI_OperationOptions_GetEnabledChannels(&clone, channels, 4, &count, NULL), MI_RESULT_OK);
        assert_int_equal(count, 1);
        assert_int_equal(channels[0], 2);
        assert_int_equal(options_channels(operation_options(&clone), 7), 6);
        assert_int_equal(MI_OperationOptions_GetOptionCount(&clone, &count), MI_RESULT_OK);
        assert_int_equal(count, 6);
        assert_int_equal(MI_OperationOptions_GetOptionAt(&clone, 6, &text, &value, &type, NULL), MI_RESULT_NOT_FOUND);
        MI_OperationOptions_Delete(&clone);
        assert_int_equal(MI_OperationOptions_SetNumber(&clone, "x", 1, 0), MI_RESULT_INVALID_PARAMETER);
}

static void test_destination_options(void **state)
{
        MI_DestinationOptions options = MI_DESTINATIONOPTIONS_NULL, clone = MI_DESTINATIONOPTIONS_NULL;
        MI_UserCredentials credentials = { .authenticationType = MI_AUTH_TYPE_BASIC }, got;
        MI_Uint32 count, length;
        const MI_Char *name;
        MI_Char password[8];

        credentials.credentials.usernamePassword.username = "ada";
        credentials.credentials.usernamePassword.password = "secret";
        assert_int_equal(destination_options_init(&options), 0);
        assert_int_equal(MI_DestinationOptions_AddDestinationCredentials(&options, &credentials), MI_RESULT_OK);
        credentials.authenticationType = MI_AUTH_TYPE_CLIENT_CERTS;
        credentials.credentials.certificateThumbprint = "abcd";
        assert_int_equal(MI_DestinationOptions_AddProxyCredentials(&options, &credentials), MI_RESULT_OK);
        assert_int_equal(MI_DestinationOptions_SetDestinationPort(&options, 5986), MI_RESULT_OK);
        assert_int_equal(MI_DestinationOptions_Clone(&options, &clone), MI_RESULT_OK);
        MI_DestinationOptions_Delete(&options);

        assert_int_equal(MI_DestinationOptions_GetCredentialsCount(&clone, &count), MI_RESULT_OK);
        assert_int_equal(count, 2);
        assert_int_equal(MI_DestinationOptions_GetCredentialsAt(&clone, 0, &name, &got, NULL), MI_RESULT_OK);
        assert_string_equal(got.credentials.usernamePassword.username, "ada");
        assert_null(got.credentials.usernamePassword.password);
        assert_int_equal(MI_DestinationOptions_GetCredentialsAt(&clone, 1, &name, &got, NULL), MI_RESULT_OK);
        assert_string_equal(got.credentials.certificateThumbprint, "abcd");
        assert_int_equal(MI_DestinationOptions_GetCredentialsAt(&clone, 2, &name, &got, NULL), MI_RESULT_NOT_FOUND);
        assert_int_equal(MI_DestinationOptions_GetCredentialsPasswordAt(&clone, 0, &name, password, 6, &length, NULL),
                         MI_RESULT_FAILED);
        assert_int_equal(length, 7);
        assert_int_equal(MI_DestinationOptions_GetCredentialsPasswordAt(&clone, 0, &name, password, 8, &length, NULL),
                         MI_RESULT_OK);
        assert_string_equal(password, "secret");
        assert_int_equal(MI_DestinationOptions_GetDestinationPort(&clone, &count), MI_RESULT_OK);
        assert_int_equal(count, 5986);
        MI_DestinationOptions_Delete(&clone);
}

static void test_subscription_options(void **state)
{
        MI_SubscriptionDeliveryOptions options = MI_SUBSCRIPTIONDELIVERYOPTIONS_NULL, clone;
        MI_Interval latency = { .minutes = 1 }, got;
        const MI_Char *text;
        MI_Datetime when;

        assert_int_equal(subscription_options_init(&options, MI_SubscriptionDeliveryType_Push), 0);
        assert_int_equal(MI_SubscriptionDeliveryOptions_SetMaximumLatency(&options, &latency), MI_RESULT_OK);
        assert_int_equal(MI_SubscriptionDeliveryOptions_SetBookmark(&options, "mark"), MI_RESULT_OK);
        assert_int_equal(MI_SubscriptionDeliveryOptions_Clone(&options, &clone), MI_RESULT_OK);
        assert_int_equal(MI_SubscriptionDeliveryOptions_Delete(&options), MI_RESULT_OK);
        assert_int_equal(MI_SubscriptionDeliveryOptions_GetMaximumLatency(&clone, &got), MI_RESULT_OK);
        assert_int_equal(got.minutes, 1);
        assert_int_equal(MI_SubscriptionDeliveryOptions_GetBookmark(&clone, &text), MI_RESULT_OK);
        assert_string_equal(text, "mark");
        assert_int_equal(MI_SubscriptionDeliveryOptions_GetExpirationTime(&clone, &when), MI_RESULT_NO_SUCH_PROPERTY);
        assert_int_equal(options_delivery_type(subscription_options(&clone)), MI_SubscriptionDeliveryType_Push);
        MI_SubscriptionDeliveryOptions_Delete(&clone);
}

static void test_errors(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *error = NULL, *other = NULL;
        char *text = malloc(CIM_ERROR_MESSAGE_MAX * 2);
        uint32_t number;
        MI_Boolean is;

        for (MI_Uint32 i = 0; i < cim_error_decl.numProperties; i++)
                assert_int_equal(cim_error_decl.properties[i]->code, text_code(cim_error_decl.properties[i]->name));
        assert_int_equal(cim_error_decl.code, text_code(cim_error_decl.name));
        assert_int_equal(cim_error_decl.superClassDecl->code, text_code(cim_error_decl.superClassDecl->name));

        assert_int_equal(cim_error_printf(&error, MI_RESULT_ACCESS_DENIED, "%s: no", "data/x"), 0);
        assert_int_equal(cim_error_result(error), MI_RESULT_ACCESS_DENIED);
        assert_string_equal(cim_error_message(error), "data/x: no");
        assert_string_equal(instance_string(error, "error_Type"), "MI");
        assert_true(instance_uint32(error, "error_Category", &number));
        assert_int_equal(number, MI_ERRORCATEGORY_ACCESS_DENIED);
        assert_int_equal(MI_Instance_IsA(error, cim_error_decl.superClassDecl, &is), MI_RESULT_OK);
        assert_true(is);

        memset(text, 'x', CIM_ERROR_MESSAGE_MAX * 2);
        text[CIM_ERROR_MESSAGE_MAX * 2 - 1] = '\0';
        assert_int_equal(cim_error_from_code(&other, ENOENT, "errno", text), 0);
        assert_int_equal(cim_error_result(other), MI_RESULT_NOT_FOUND);
        assert_int_equal(strlen(cim_error_message(other)), CIM_ERROR_MESSAGE_MAX);
        assert_true(instance_uint32(other, "error_Code", &number));
        assert_int_equal(number, ENOENT);
        free(text);

        assert_int_equal(result_from_errno(-EACCES), MI_RESULT_ACCESS_DENIED);
        assert_int_equal(result_from_errno(0), MI_RESULT_OK);
        assert_int_equal(result_from_status(1002), MI_RESULT_FAILED);
        assert_string_equal(result_name((MI_Result)18), "MI_RESULT_FAILED");
        assert_int_equal(error_result("HRESULT", 0x80041010), MI_RESULT_INVALID_CLASS);
        assert_int_equal(error_result("HRESULT", 0x80070005), MI_RESULT_ACCESS_DENIED);
        assert_int_equal(error_result("WIN32", 2), MI_RESULT_NOT_FOUND);
        assert_int_equal(error_result("klingon", 2), MI_RESULT_FAILED);
        assert_int_equal(error_category("WIN32", 1460), MI_ERRORCATEGORY_OPERATION_TIMEOUT);
}

static void check_path(const char *text, const MI_ClassDecl *decl, const char *expected)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        Buffer buffer = BUFFER_INIT;
        const char *why;

        assert_int_equal(path_parse(&instance, text, decl, &why), 0);
        assert_int_equal(path_print(&buffer, instance), 0);
        assert_string_equal(buffer_text(&buffer), expected ? expected : text);
        buffer_deinit(&buffer);
}

static void test_paths(void **state)
{
        static const char *const bad[] = {
                "",      ".a=1",         "C.",       "C.a",  "C.a=", "C.a=\"x",  "C.a=1,",     "C.a=1,a=2", "C.a=1 b=2",
                "C.1=2", "//server:C=@", "//server", ":C=@", "C=@x", "C.a=word", "C.a=\"x\"y", "C d.a=1",
        };
        MI_Instance *instance = NULL;
        const char *why = NULL;

        check_path("C=@", NULL, NULL);
        check_path("C", NULL, "C=@");
        check_path("C.a=1", NULL, NULL);
        check_path("root/cimv2:C.a=-1,b=true,c=\"d,e=\\\"f\\\\\"", NULL, NULL);
        check_path("//host/root/cimv2:C.a=18446744073709551615", NULL, NULL);
        check_path("T_Person.Id=0x10", &person_decl, "T_Person.Id=16");
        check_path("A.r=\"B.x=\\\"C.y=\\\\\\\"z\\\\\\\"\\\"\"", NULL, NULL);
        for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
                assert_int_equal(path_parse(&instance, bad[i], NULL, &why), PATH_SYNTAX);
                assert_non_null(why);
                assert_null(instance);
        }
        assert_int_equal(path_parse(&instance, "T_Person.Id=-1", &person_decl, &why), PATH_SYNTAX);
        assert_int_equal(path_parse(&instance, "T_Person.Shoe=1", &person_decl, &why), PATH_SYNTAX);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_class),
                cmocka_unit_test(test_instances_hold_their_class),
                cmocka_unit_test(test_property_set),
                cmocka_unit_test(test_filter),
                cmocka_unit_test(test_operation_options),
                cmocka_unit_test(test_destination_options),
                cmocka_unit_test(test_subscription_options),
                cmocka_unit_test(test_errors),
                cmocka_unit_test(test_paths),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
