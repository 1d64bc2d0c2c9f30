/*
 * What the inline functions of MI.h do beyond a plain call: bad handles, fixed option names, two options at once
 */

#include <MI.h>
#include <setjmp.h>
#include <stdarg.h>
#include <cmocka.h>

static unsigned n_calls;
static char last_name[128];
static MI_Uint32 last_number, last_flags;

static MI_Result record_number(MI_OperationOptions *self, const MI_Char *name, MI_Uint32 value, MI_Uint32 flags)
{
        n_calls++;
        strncpy(last_name, name, sizeof(last_name) - 1);
        last_number = value;
        last_flags = flags;
        return MI_RESULT_OK;
}

static MI_Result replay_number(const MI_OperationOptions *self, const MI_Char *name, MI_Uint32 *value, MI_Uint32 *index,
                               MI_Uint32 *flags)
{
        strncpy(last_name, name, sizeof(last_name) - 1);
        *value = last_number;
        return MI_RESULT_OK;
}

static MI_Result replay_channels(const MI_OperationOptions *self, const MI_Char *name, MI_Uint32 *channels,
                                 MI_Uint32 length, MI_Uint32 *count, MI_Uint32 *flags)
{
        strncpy(last_name, name, sizeof(last_name) - 1);
        *count = 0;
        return MI_RESULT_OK;
}

static const MI_OperationOptionsFT recorder = {
        .SetNumber = record_number,
        .GetNumber = replay_number,
        .GetEnabledChannels = replay_channels,
};

static void test_options(void **state)
{
        MI_OperationOptions options = { 0, 0, &recorder };
        MI_CallbackMode mode;
        MI_Boolean answer;
        MI_Uint32 count;

        (void)state;
        n_calls = 0;
        assert_int_equal(MI_OperationOptions_SetWriteErrorMode(&options, MI_CALLBACKMODE_IGNORE), MI_RESULT_OK);
        assert_string_equal(last_name, "__MI_OPERATIONOPTIONS_WRITEERRORMODE");
        assert_int_equal(last_number, MI_CALLBACKMODE_IGNORE);
        assert_int_equal(MI_OperationOptions_GetWriteErrorMode(&options, &mode), MI_RESULT_OK);
        assert_int_equal(mode, MI_CALLBACKMODE_IGNORE);

        assert_int_equal(MI_OperationOptions_DisableChannel(&options, MI_WRITEMESSAGE_CHANNEL_DEBUG), MI_RESULT_OK);
        assert_string_equal(last_name, "__MI_OPERATIONOPTIONS_CHANNEL");
        assert_int_equal(last_number, 2);
        assert_int_equal(last_flags, 1);
        assert_int_equal(MI_OperationOptions_GetEnabledChannels(&options, NULL, 0, &count, NULL), MI_RESULT_OK);
        assert_string_equal(last_name, "__MI_OPERATIONOPTIONS_CHANNEL");
        assert_int_equal(n_calls, 2);

        assert_int_equal(MI_OperationOptions_SetPromptUserRegularMode(&options, MI_CALLBACKMODE_INQUIRE, MI_TRUE),
                         MI_RESULT_OK);
        assert_int_equal(n_calls, 4);
        assert_string_equal(last_name, "__MI_OPERATIONOPTIONS_PROMPTUSERMODEREGULAR_ACKVALUE");
        assert_int_equal(MI_OperationOptions_GetPromptUserRegularMode(&options, &mode, &answer), MI_RESULT_OK);
        assert_int_equal(answer, MI_TRUE);
}

static void on_instance(MI_Operation *operation, void *context, const MI_Instance *instance, MI_Boolean more,
                        MI_Result result, const MI_Char *message, const MI_Instance *details,
                        MI_Result (*acknowledge)(MI_Operation *))
{
        n_calls++;
        assert_null(instance);
        assert_null(acknowledge);
        assert_false(more);
        assert_int_equal(result, MI_RESULT_INVALID_PARAMETER);
        assert_ptr_equal(context, &n_calls);
}

static void completed(void *context)
{
        n_calls++;
}

static void test_bad_handles(void **state)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Operation operation = { 1, 2, NULL };
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;
        MI_Context context = { NULL, { 0 } };

        (void)state;
        callbacks.callbackContext = &n_calls;
        callbacks.instanceResult = on_instance;
        n_calls = 0;
        MI_Session_EnumerateInstances(&session, 0, NULL, "root/cimv2", "A", MI_FALSE, &callbacks, &operation);
        assert_int_equal(n_calls, 1);
        assert_int_equal(operation.reserved1, 0);
        MI_Session_GetClass(NULL, 0, NULL, "root/cimv2", "A", &callbacks, &operation);
        assert_int_equal(n_calls, 1);

        assert_int_equal(MI_Session_Close(&session, NULL, completed), MI_RESULT_OK);
        assert_int_equal(n_calls, 2);
        assert_int_equal(MI_Session_Close(&session, NULL, NULL), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Context_PostResult(&context, MI_RESULT_OK), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Instance_Delete(NULL), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Operation_Close(&operation), MI_RESULT_INVALID_PARAMETER);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_options),
                cmocka_unit_test(test_bad_handles),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
