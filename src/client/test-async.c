/*
 * Callbacks, acknowledgements, questions, cancelling, subscriptions, many threads on one session
 */

#include "client/test-client.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct Watcher {
        pthread_mutex_t lock;
        pthread_cond_t changed;
        unsigned int n_results, n_ends, n_messages, n_progress, n_errors, n_prompts, n_closed, n_started;
        MI_Result result;
        MI_Uint32 code; /* of the original error */
        MI_Result (*acknowledge)(MI_Operation *operation);
        MI_Operation *operation;
        MI_Uint32 value;
        MI_OperationCallback_ResponseType response;
} Watcher;

static void watcher_init(Watcher *watcher)
{
        memset(watcher, 0, sizeof(*watcher));
        pthread_mutex_init(&watcher->lock, NULL);
        pthread_cond_init(&watcher->changed, NULL);
}

/* Until the counter has the value; a lost callback fails the test instead of hanging it. */
static void wait_for(Watcher *watcher, const unsigned int *counter, unsigned int value)
{
        struct timespec until;

        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 60;
        pthread_mutex_lock(&watcher->lock);
        while (*counter < value)
                assert_int_equal(pthread_cond_timedwait(&watcher->changed, &watcher->lock, &until), 0);
        pthread_mutex_unlock(&watcher->lock);
}

static void bump(Watcher *watcher, unsigned int *counter)
{
        pthread_mutex_lock(&watcher->lock);
        (*counter)++;
        pthread_cond_broadcast(&watcher->changed);
        pthread_mutex_unlock(&watcher->lock);
}

static unsigned int count_of(Watcher *watcher, const unsigned int *counter)
{
        unsigned int count;

        pthread_mutex_lock(&watcher->lock);
        count = *counter;
        pthread_mutex_unlock(&watcher->lock);
        return count;
}

static void on_instance(MI_Operation *operation, void *context, const MI_Instance *instance, MI_Boolean more,
                        MI_Result result, const MI_Char *message, const MI_Instance *details,
                        MI_Result (*acknowledge)(MI_Operation *))
{
        Watcher *watcher = context;
        MI_Value value;

        pthread_mutex_lock(&watcher->lock);
        watcher->operation = operation;
        watcher->acknowledge = acknowledge;
        if (instance && MI_Instance_GetElement(instance, "ReturnValue", &value, NULL, NULL, NULL) == MI_RESULT_OK)
                watcher->value = value.uint32;
        if (!more)
                watcher->result = result;
        if (details && MI_Instance_GetElement(details, "error_Code", &value, NULL, NULL, NULL) == MI_RESULT_OK)
                watcher->code = value.uint32;
        pthread_mutex_unlock(&watcher->lock);
        bump(watcher, more ? &watcher->n_results : &watcher->n_ends);
}

static void on_message(MI_Operation *operation, void *context, MI_Uint32 channel, const MI_Char *message)
{
        bump(context, &((Watcher *)context)->n_messages);
}

static void on_progress(MI_Operation *operation, void *context, const MI_Char *activity, const MI_Char *current,
                        const MI_Char *status, MI_Uint32 percent, MI_Uint32 seconds)
{
        bump(context, &((Watcher *)context)->n_progress);
}

static void on_error(MI_Operation *operation, void *context, MI_Instance *error,
                     MI_Result (*answer)(MI_Operation *, MI_OperationCallback_ResponseType))
{
        Watcher *watcher = context;

        bump(watcher, &watcher->n_errors);
        if (answer)
                answer(operation, watcher->response);
}

static void on_prompt(MI_Operation *operation, void *context, const MI_Char *message, MI_PromptType type,
                      MI_Result (*answer)(MI_Operation *, MI_OperationCallback_ResponseType))
{
        Watcher *watcher = context;

        bump(watcher, &watcher->n_prompts);
        if (answer) {
                answer(operation, watcher->response);
                answer(operation, watcher->response); /* once is enough: refused */
        }
}

static MI_OperationCallbacks callbacks_for(Watcher *watcher)
{
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;

        callbacks.callbackContext = watcher;
        callbacks.instanceResult = on_instance;
        callbacks.writeMessage = on_message;
        callbacks.writeProgress = on_progress;
        callbacks.writeError = on_error;
        callbacks.promptUser = on_prompt;
        return callbacks;
}

static void test_callbacks(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        const MI_Instance *instance;
        Watcher watcher;

        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        MI_Session_EnumerateInstances(&client->session, 0, NULL, TEST_NAMESPACE, "T_Base", MI_FALSE, &callbacks,
                                      &operation);
        assert_int_equal(MI_Operation_GetInstance(&operation, &instance, NULL, NULL, NULL, NULL),
                         MI_RESULT_INVALID_PARAMETER);
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_equal(watcher.n_results, 103);
        assert_int_equal(watcher.result, MI_RESULT_OK);
        assert_int_equal(MI_Operation_Close(&operation), MI_RESULT_OK);

        MI_Session_EnumerateInstances(&client->session, 0, NULL, TEST_NAMESPACE, "T_Nowhere", MI_FALSE, &callbacks,
                                      &operation);
        wait_for(&watcher, &watcher.n_ends, 2);
        assert_int_equal(watcher.result, MI_RESULT_INVALID_CLASS);
        assert_int_equal(MI_Operation_Close(&operation), MI_RESULT_OK);
}

static void test_manual_acknowledgement(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        Watcher watcher;

        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        MI_Session_EnumerateInstances(&client->session, MI_OPERATIONFLAGS_MANUAL_ACK_RESULTS, NULL, TEST_NAMESPACE,
                                      "T_Other", MI_FALSE, &callbacks, &operation);
        for (unsigned int i = 1; i <= 3; i++) {
                wait_for(&watcher, &watcher.n_results, i);
                assert_int_equal(watcher.n_results, i);
                assert_int_equal(watcher.acknowledge(watcher.operation), MI_RESULT_OK);
        }
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_equal(watcher.acknowledge(watcher.operation), MI_RESULT_OK);
        assert_int_equal(watcher.acknowledge(watcher.operation), MI_RESULT_INVALID_PARAMETER);
        assert_int_equal(MI_Operation_Close(&operation), MI_RESULT_OK);
}

static void test_questions(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        MI_OperationOptions options;
        Watcher watcher;
        TestEnd end;

        watcher_init(&watcher);
        watcher.response = MI_OperationCallback_ResponseType_Yes;
        callbacks = callbacks_for(&watcher);
        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Ask", NULL, NULL, &callbacks,
                          &operation);
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_equal(watcher.n_prompts, 1);
        assert_int_equal(watcher.value, 1);
        MI_Operation_Close(&operation);

        /* synchronous: the questions come to the thread that pulls */
        watcher.response = MI_OperationCallback_ResponseType_No;
        callbacks.instanceResult = NULL;
        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Ask", NULL, NULL, &callbacks,
                          &operation);
        end = test_drain(&operation);
        assert_int_equal(test_uint32(end.last, "ReturnValue"), 0);
        test_end_clear(&end);

        MI_Application_NewOperationOptions(&client->application, MI_FALSE, &options);
        MI_OperationOptions_SetWriteErrorMode(&options, MI_CALLBACKMODE_INQUIRE);
        MI_OperationOptions_DisableChannel(&options, MI_WRITEMESSAGE_CHANNEL_DEBUG);
        MI_Session_Invoke(&client->session, 0, &options, TEST_NAMESPACE, "T_Item", "Talk", NULL, NULL, &callbacks,
                          &operation);
        end = test_drain(&operation);
        assert_int_equal(test_uint32(end.last, "ReturnValue"), 0);
        assert_int_equal(watcher.n_messages, 1);
        assert_int_equal(watcher.n_progress, 1);
        assert_int_equal(watcher.n_errors, 1);
        test_end_clear(&end);
        MI_OperationOptions_Delete(&options);
}

static void *cancel_soon(void *userdata)
{
        usleep(20000);
        assert_int_equal(MI_Operation_Cancel(userdata, MI_REASON_NONE), MI_RESULT_OK);
        return NULL;
}

static void test_cancel(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        pthread_t thread;
        Watcher watcher;
        TestEnd end;

        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, NULL, &operation);
        pthread_create(&thread, NULL, cancel_soon, &operation);
        {
                const MI_Instance *instance;
                MI_Boolean more;
                MI_Result result;

                assert_int_equal(MI_Operation_GetInstance(&operation, &instance, &more, &result, NULL, NULL),
                                 MI_RESULT_OK);
                assert_false(more);
                assert_int_not_equal(result, MI_RESULT_OK);
        }
        pthread_join(thread, NULL);
        end = test_drain(&operation); /* the end once more */
        assert_int_not_equal(end.result, MI_RESULT_OK);
        test_end_clear(&end);

        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, &callbacks,
                          &operation);
        MI_Operation_Cancel(&operation, MI_REASON_SHUTDOWN);
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_not_equal(watcher.result, MI_RESULT_OK);
        MI_Operation_Close(&operation);

        /* Close of a running one: its end is still told */
        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, &callbacks,
                          &operation);
        MI_Operation_Close(&operation);
        wait_for(&watcher, &watcher.n_ends, 2);
        MI_Session_Invoke(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, NULL, &operation);
        MI_Operation_Close(&operation);
}

static void test_deadline(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Interval timeout = { .microseconds = 100000 };
        MI_OperationCallbacks callbacks;
        MI_OperationOptions options;
        Watcher watcher;
        TestEnd end;

        MI_Application_NewOperationOptions(&client->application, MI_FALSE, &options);
        MI_OperationOptions_SetTimeout(&options, &timeout);
        MI_Session_Invoke(&client->session, 0, &options, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, NULL,
                          &operation);
        end = test_drain(&operation);
        assert_int_not_equal(end.result, MI_RESULT_OK);
        assert_non_null(strstr(end.message, "time"));
        assert_int_equal(test_uint32(end.error, "error_Code"), ETIMEDOUT);
        test_end_clear(&end);

        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        MI_Session_Invoke(&client->session, 0, &options, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, &callbacks,
                          &operation);
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_equal(watcher.result, MI_RESULT_FAILED);
        assert_int_equal(watcher.code, ETIMEDOUT);
        MI_Operation_Close(&operation);
        MI_OperationOptions_Delete(&options);
}

static void fire(TestClient *client, MI_Sint32 count)
{
        MI_Instance *parameters = test_parameters(client, "A", count);
        TestEnd end = test_invoke(client, "Fire", parameters);

        assert_int_equal(end.result, MI_RESULT_OK);
        assert_int_equal(test_uint32(end.last, "ReturnValue"), 0);
        test_end_clear(&end);
        MI_Instance_Delete(parameters);
}

static void on_indication(MI_Operation *operation, void *context, const MI_Instance *instance, const MI_Char *bookmark,
                          const MI_Char *machine_id, MI_Boolean more, MI_Result result, const MI_Char *message,
                          const MI_Instance *details, MI_Result (*acknowledge)(MI_Operation *))
{
        Watcher *watcher = context;

        if (instance && strcmp(bookmark, "bookmark") == 0)
                bump(watcher, &watcher->n_results);
        if (!instance && more && result == MI_RESULT_OK && !message && !details)
                bump(watcher, &watcher->n_started);
        if (!more)
                bump(watcher, &watcher->n_ends);
}

static void test_subscribe(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL, pulled = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;
        const MI_Instance *instance = NULL;
        const MI_Char *bookmark;
        MI_Boolean more;
        MI_Result result;
        Watcher watcher;

        watcher_init(&watcher);
        callbacks.callbackContext = &watcher;
        callbacks.indicationResult = on_indication;
        MI_Session_Subscribe(&client->session, 0, NULL, TEST_NAMESPACE, MI_QUERY_DIALECT_WQL, "select * from T_Event",
                             NULL, NULL, &pulled);
        MI_Session_Subscribe(&client->session, 0, NULL, TEST_NAMESPACE, MI_QUERY_DIALECT_WQL,
                             "select * from T_Event where Id > 0", NULL, &callbacks, &operation);
        /* What is asked next waits until they are in force. */
        fire(client, 20);
        wait_for(&watcher, &watcher.n_results, 20);
        for (unsigned int i = 0; i < 20; i++) {
                assert_int_equal(
                        MI_Operation_GetIndication(&pulled, &instance, &bookmark, NULL, &more, &result, NULL, NULL),
                        MI_RESULT_OK);
                assert_true(more);
                assert_non_null(instance);
                assert_string_equal(bookmark, "bookmark");
        }
        MI_Operation_Close(&pulled);
        MI_Operation_Cancel(&operation, MI_REASON_NONE);
        wait_for(&watcher, &watcher.n_ends, 1);
        MI_Operation_Close(&operation);
}

static void test_operation_started(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;
        const MI_Instance *instance;
        const MI_Char *message;
        MI_Boolean more = MI_FALSE;
        MI_Result result = MI_RESULT_FAILED;
        Watcher watcher;

        watcher_init(&watcher);
        callbacks.callbackContext = &watcher;
        callbacks.indicationResult = on_indication;
        MI_Session_Subscribe(&client->session, MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED, NULL, TEST_NAMESPACE,
                             MI_QUERY_DIALECT_WQL, "select * from T_Event", NULL, &callbacks, &operation);
        wait_for(&watcher, &watcher.n_started, 1);
        fire(client, 3);
        wait_for(&watcher, &watcher.n_results, 3);
        assert_int_equal(count_of(&watcher, &watcher.n_started), 1);
        MI_Operation_Cancel(&operation, MI_REASON_NONE);
        wait_for(&watcher, &watcher.n_ends, 1);
        MI_Operation_Close(&operation);

        /* Pulled, it comes first. */
        MI_Session_Subscribe(&client->session, MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED, NULL, TEST_NAMESPACE,
                             MI_QUERY_DIALECT_WQL, "select * from T_Event", NULL, NULL, &operation);
        assert_int_equal(MI_Operation_GetIndication(&operation, &instance, NULL, NULL, &more, &result, &message, NULL),
                         MI_RESULT_OK);
        assert_null(instance);
        assert_true(more);
        assert_int_equal(result, MI_RESULT_OK);
        assert_null(message);
        fire(client, 1);
        assert_int_equal(MI_Operation_GetIndication(&operation, &instance, NULL, NULL, &more, &result, &message, NULL),
                         MI_RESULT_OK);
        assert_non_null(instance);
        MI_Operation_Close(&operation);
}

/* What is asked next waits until a subscription is in force, but not for ever. */
static void test_order(void **state)
{
        static const char *const bookmarks[] = { "slow", "waits for Fire" };
        TestClient *client = *state;
        MI_SubscriptionDeliveryOptions delivery;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;
        Watcher watcher;

        callbacks.callbackContext = &watcher;
        callbacks.indicationResult = on_indication;
        for (unsigned int i = 0; i < 2; i++) {
                watcher_init(&watcher);
                assert_int_equal(MI_Application_NewSubscriptionDeliveryOptions(
                                         &client->application, MI_SubscriptionDeliveryType_Pull, &delivery),
                                 MI_RESULT_OK);
                assert_int_equal(MI_SubscriptionDeliveryOptions_SetBookmark(&delivery, bookmarks[i]), MI_RESULT_OK);
                MI_Session_Subscribe(&client->session, MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED, NULL, TEST_NAMESPACE,
                                     MI_QUERY_DIALECT_WQL, "select * from T_Event", &delivery, &callbacks, &operation);
                fire(client, 5);
                wait_for(&watcher, &watcher.n_results, 5);
                wait_for(&watcher, &watcher.n_started, 1);
                MI_Operation_Cancel(&operation, MI_REASON_NONE);
                wait_for(&watcher, &watcher.n_ends, 1);
                assert_int_equal(count_of(&watcher, &watcher.n_results), 5);
                MI_Operation_Close(&operation);
                MI_SubscriptionDeliveryOptions_Delete(&delivery);
        }
}

static void *hammer(void *userdata)
{
        TestClient *client = userdata;

        for (unsigned int i = 0; i < 60; i++) {
                MI_Operation operation = MI_OPERATION_NULL;
                MI_Instance *keys = test_keys(client, "T_Item", i);
                TestEnd end;

                MI_Session_GetInstance(&client->session, 0, NULL, TEST_NAMESPACE, keys, NULL, &operation);
                end = test_drain(&operation);
                if (end.result != MI_RESULT_OK || test_uint32(end.last, "Id") != i)
                        abort();
                test_end_clear(&end);
                MI_Instance_Delete(keys);
                if (i % 10 == 0) {
                        MI_Session_EnumerateInstances(&client->session, 0, NULL, TEST_NAMESPACE, "T_Base", MI_FALSE,
                                                      NULL, &operation);
                        end = test_drain(&operation);
                        if (end.result != MI_RESULT_OK || end.count != 103)
                                abort();
                        test_end_clear(&end);
                }
        }
        return NULL;
}

static void test_threads(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        pthread_t threads[8];
        Watcher watcher;

        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        for (size_t i = 0; i < MI_COUNT(threads); i++)
                pthread_create(&threads[i], NULL, hammer, client);
        MI_Session_EnumerateInstances(&client->session, 0, NULL, TEST_NAMESPACE, "T_Base", MI_FALSE, &callbacks,
                                      &operation);
        wait_for(&watcher, &watcher.n_ends, 1);
        MI_Operation_Close(&operation);
        for (size_t i = 0; i < MI_COUNT(threads); i++)
                pthread_join(threads[i], NULL);
        assert_int_equal(watcher.n_results, 103);
}

/* More than the credit, with other operations while it is read */
static void test_flow(void **state)
{
        TestClient *client = *state;
        MI_Operation operation = MI_OPERATION_NULL;
        unsigned int count = 0;
        MI_Boolean more = MI_TRUE;
        MI_Result result;

        setenv("TEST_MODULE_ITEMS", "20000", 1);
        MI_Session_EnumerateInstances(&client->session, 0, NULL, TEST_NAMESPACE, "T_Item", MI_FALSE, NULL, &operation);
        while (more) {
                const MI_Instance *instance = NULL;

                assert_int_equal(MI_Operation_GetInstance(&operation, &instance, &more, &result, NULL, NULL),
                                 MI_RESULT_OK);
                if (instance && count % 1000 == 0) {
                        TestEnd end = test_invoke(client, "Null", NULL);

                        assert_int_equal(end.result, MI_RESULT_OK);
                        test_end_clear(&end);
                }
                if (instance)
                        assert_int_equal(test_uint32(instance, "Id"), count++);
        }
        assert_int_equal(result, MI_RESULT_OK);
        assert_int_equal(count, 20000);
        MI_Operation_Close(&operation);
        unsetenv("TEST_MODULE_ITEMS");
}

static void completed(void *context)
{
        bump(context, &((Watcher *)context)->n_closed);
}

static void test_session_close(void **state)
{
        TestClient *client = *state, *other;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_OperationCallbacks callbacks;
        Watcher watcher;

        assert_int_equal(test_client_setup((void **)&other), 0);
        watcher_init(&watcher);
        callbacks = callbacks_for(&watcher);
        MI_Session_Invoke(&other->session, 0, NULL, TEST_NAMESPACE, "T_Item", "Wait", NULL, NULL, &callbacks,
                          &operation);
        assert_int_equal(MI_Session_Close(&other->session, &watcher, completed), MI_RESULT_OK);
        wait_for(&watcher, &watcher.n_ends, 1);
        assert_int_equal(watcher.n_closed, 0);
        MI_Operation_Close(&operation);
        wait_for(&watcher, &watcher.n_closed, 1);
        assert_int_equal(MI_Application_Close(&other->application), MI_RESULT_OK);
        free(other);
        (void)client;
}

static void test_fork(void **state)
{
        TestClient *client = *state;
        int status = 1;
        pid_t child;

        child = fork();
        if (child == 0) {
                MI_Operation operation = MI_OPERATION_NULL;

                MI_Session_TestConnection(&client->session, 0, NULL, &operation);
                _exit(operation.ft ? 1 : 0);
        }
        assert_int_equal(waitpid(child, &status, 0), child);
        assert_int_equal(status, 0);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_callbacks),         cmocka_unit_test(test_manual_acknowledgement),
                cmocka_unit_test(test_questions),         cmocka_unit_test(test_cancel),
                cmocka_unit_test(test_deadline),          cmocka_unit_test(test_subscribe),
                cmocka_unit_test(test_operation_started), cmocka_unit_test(test_order),
                cmocka_unit_test(test_threads),           cmocka_unit_test(test_flow),
                cmocka_unit_test(test_session_close),     cmocka_unit_test(test_fork),
        };

        return cmocka_run_group_tests(tests, test_client_setup, test_client_teardown);
}
