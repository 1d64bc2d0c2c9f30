#pragma once

/*
 * What the tests of libmi share: an application with a session to test-module in this process, and short ways to ask
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>
#include <MI.h>

#define TEST_NAMESPACE "root/test"

typedef struct TestClient {
        MI_Application application;
        MI_Session session;
} TestClient;

int test_client_setup(void **state);
int test_client_teardown(void **state);

/* How a synchronous operation ended; closes it. `count`: results before the end. */
typedef struct TestEnd {
        MI_Result result;
        unsigned int count;
        MI_Instance *last;  /* a clone of the last result, to be deleted; or NULL */
        MI_Instance *error; /* a clone */
        char message[512];
} TestEnd;

TestEnd test_drain(MI_Operation *operation);
void test_end_clear(TestEnd *end);

MI_Instance *test_keys(TestClient *client, const char *class_name, MI_Uint32 id);
MI_Instance *test_parameters(TestClient *client, const char *name, MI_Sint32 value);
TestEnd test_invoke(TestClient *client, const char *method, const MI_Instance *parameters);
MI_Uint32 test_uint32(const MI_Instance *instance, const char *name);
