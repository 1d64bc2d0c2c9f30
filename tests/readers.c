/*
 * Many readers of one session, for tests/test_xenstore_readers.py
 *
 *      readers CLASS INSTANCE_NAME THREADS
 *
 * Each thread reads data/readers/N, whose value is "value N", again and again until standard input ends. Prints one line: how many values
 * were right, how many were wrong, how many reads failed and the message of the first failure. A value that is somebody else's is the worst
 * that may happen.
 */

#include <MI.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
        THREADS_MAX = 64
};

static const char *class_name, *instance_name;
static MI_Application application = MI_APPLICATION_NULL;
static MI_Session session = MI_SESSION_NULL;
static atomic_bool is_over;
static atomic_uint n_right, n_wrong, n_failed;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static char first_failure[512];

static MI_Instance *one_string(const char *class, const char *name, const char *text)
{
        MI_Instance *instance = NULL;
        MI_Value value = { .string = (MI_Char *)text };

        if (MI_Application_NewInstance(&application, class, NULL, &instance) != MI_RESULT_OK ||
            MI_Instance_AddElement(instance, name, &value, MI_STRING, MI_FLAG_KEY) != MI_RESULT_OK)
                abort();
        return instance;
}

static void fail(const char *message)
{
        atomic_fetch_add(&n_failed, 1);
        pthread_mutex_lock(&lock);
        if (!first_failure[0])
                snprintf(first_failure, sizeof(first_failure), "%s", message ? message : "no message");
        pthread_mutex_unlock(&lock);
}

static void read_once(const MI_Instance *key, const MI_Instance *parameters, const char *expected)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *instance;
        const MI_Char *message = NULL;
        MI_Boolean more = MI_TRUE;
        MI_Result result = MI_RESULT_FAILED;
        bool is_right = false, has_come = false;

        MI_Session_Invoke(&session, 0, NULL, "root/wmi", class_name, "GetValue", key, parameters, NULL, &operation);
        while (more &&
               MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, NULL) == MI_RESULT_OK) {
                MI_Value value;
                MI_Type type;

                if (!instance)
                        continue;
                has_come = true;
                is_right = MI_Instance_GetElement(instance, "value", &value, &type, NULL, NULL) == MI_RESULT_OK &&
                           type == MI_STRING && value.string && !strcmp(value.string, expected);
        }
        if (result != MI_RESULT_OK)
                fail(message);
        else
                atomic_fetch_add(has_come && is_right ? &n_right : &n_wrong, 1);
        MI_Operation_Close(&operation);
}

static void *run(void *argument)
{
        char path[64], expected[64];
        MI_Instance *key = one_string(class_name, "InstanceName", instance_name), *parameters;

        snprintf(path, sizeof(path), "data/readers/%d", *(int *)argument);
        snprintf(expected, sizeof(expected), "value %d", *(int *)argument);
        parameters = one_string("Parameters", "Pathname", path);
        while (!atomic_load(&is_over))
                read_once(key, parameters, expected);
        MI_Instance_Delete(parameters);
        MI_Instance_Delete(key);
        return NULL;
}

int main(int argc, char **argv)
{
        int count = argc == 4 ? atoi(argv[3]) : 0, numbers[THREADS_MAX];
        pthread_t threads[THREADS_MAX];
        char byte;

        if (count < 1 || count > THREADS_MAX)
                return 2;
        class_name = argv[1];
        instance_name = argv[2];
        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &session) != MI_RESULT_OK)
                return 1;
        for (int i = 0; i < count; i++) {
                numbers[i] = i;
                if (pthread_create(&threads[i], NULL, run, &numbers[i]))
                        return 1;
        }
        while (read(0, &byte, 1) > 0)
                ;
        atomic_store(&is_over, true);
        for (int i = 0; i < count; i++)
                pthread_join(threads[i], NULL);
        printf("%u %u %u %s\n", n_right, n_wrong, n_failed, first_failure);
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
