/*
 * A client that puts load on xenmi, for tests/test_load.py; prints what it found and exits with 0 if it was right
 *
 *      load clients N           N threads at once, each with a session of its own and ten calls on it
 *      load enumerate COUNT     reads COUNT instances; prints how much its memory grew, in KiB
 *      load inner COUNT         gets an item for each of COUNT instances of a running enumeration, on one session
 *      load cancel ROUNDS       cancels and closes enumerations in every state
 *      load stall               reads one instance, says so, and reads no further until stdin ends
 *      load sessions N          N sessions with a channel each, then waits until stdin ends
 */

#include <MI.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static MI_Application application;
static atomic_uint n_failed;

static void fail(const char *what, const char *message)
{
        fprintf(stderr, "%s: %s\n", what, message ? message : "failed");
        atomic_fetch_add(&n_failed, 1);
}

static long resident_kib(void)
{
        FILE *file = fopen("/proc/self/statm", "r");
        long pages = 0, resident = 0;

        if (!file || fscanf(file, "%ld %ld", &pages, &resident) != 2)
                resident = 0;
        if (file)
                fclose(file);
        return resident * 4;
}

static void open_session(MI_Session *session)
{
        if (MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, session) != MI_RESULT_OK)
                fail("session", NULL);
}

static void call_nothing(MI_Session *session)
{
        const MI_Instance *instance;
        const MI_Char *message = NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Result result = MI_RESULT_FAILED;
        MI_Boolean more = MI_TRUE;

        MI_Session_Invoke(session, 0, NULL, "root/test", "Test_Control", "Nothing", NULL, NULL, NULL, &operation);
        while (more && MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, NULL) == MI_RESULT_OK)
                ;
        if (result != MI_RESULT_OK)
                fail("Nothing", message);
        MI_Operation_Close(&operation);
}

static void start(MI_Session *session, MI_Operation *operation)
{
        MI_Session_EnumerateInstances(session, 0, NULL, "root/test", "Test_Many", MI_FALSE, NULL, operation);
}

/* Reads at most `limit` instances; how many came. */
static unsigned long read_some(MI_Operation *operation, unsigned long limit, MI_Result *resultp)
{
        const MI_Instance *instance;
        const MI_Char *message = NULL;
        MI_Boolean more = MI_TRUE;
        unsigned long count = 0;

        *resultp = MI_RESULT_OK;
        while (more && count < limit) {
                if (MI_Operation_GetInstance(operation, &instance, &more, resultp, &message, NULL) != MI_RESULT_OK)
                        break;
                if (instance)
                        count++;
        }
        return count;
}

/* ---------------------------------------------------------------- the modes */

static void *one_client(void *argument)
{
        MI_Session session = MI_SESSION_NULL;

        (void)argument;
        open_session(&session);
        for (int i = 0; i < 10; i++)
                call_nothing(&session);
        MI_Session_Close(&session, NULL, NULL);
        return NULL;
}

static void clients(unsigned long n)
{
        pthread_t *threads = calloc(n, sizeof(*threads));
        unsigned long started = 0;

        while (threads && started < n && pthread_create(&threads[started], NULL, one_client, NULL) == 0)
                started++;
        for (unsigned long i = 0; i < started; i++)
                pthread_join(threads[i], NULL);
        free(threads);
        if (started < n)
                fail("clients", "cannot start as many threads");
}

static void enumerate(unsigned long count)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Result result;
        unsigned long found;
        long before;

        open_session(&session);
        start(&session, &operation);
        found = read_some(&operation, count / 10, &result);
        before = resident_kib();
        found += read_some(&operation, count + 1, &result);
        printf("%ld\n", resident_kib() - before);
        MI_Operation_Close(&operation);
        if (found != count || result != MI_RESULT_OK)
                fail("enumerate", "not all instances came");
        MI_Session_Close(&session, NULL, NULL);
}

static void inner(unsigned long count)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Result result;

        open_session(&session);
        start(&session, &operation);
        for (unsigned long i = 0; i < count; i++) {
                if (read_some(&operation, 1, &result) != 1)
                        fail("inner", "the enumeration ended too early");
                call_nothing(&session);
        }
        read_some(&operation, 1000000, &result);
        MI_Operation_Close(&operation);
        MI_Session_Close(&session, NULL, NULL);
}

static void cancel(unsigned long rounds)
{
        MI_Session session = MI_SESSION_NULL;

        open_session(&session);
        for (unsigned long round = 0; round < rounds; round++) {
                MI_Operation operation = MI_OPERATION_NULL;
                unsigned int state = round % 5;
                MI_Result result;

                start(&session, &operation);
                /* before anything came, after one, after some, after all; or not cancelled at all before it is closed */
                if (state > 0)
                        read_some(&operation, state == 3 ? 1000000 : state * 10 - 9, &result);
                if (state != 4)
                        MI_Operation_Cancel(&operation, MI_REASON_NONE);
                if (round % 2)
                        read_some(&operation, 1000000, &result);
                MI_Operation_Close(&operation);
        }
        call_nothing(&session);
        MI_Session_Close(&session, NULL, NULL);
}

static void wait_for_stdin(void)
{
        while (getchar() != EOF)
                ;
}

static void stall(void)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Result result;

        open_session(&session);
        start(&session, &operation);
        if (read_some(&operation, 1, &result) != 1)
                fail("stall", "no instance came");
        printf("stalled\n");
        fflush(stdout);
        wait_for_stdin();
        MI_Operation_Close(&operation);
        MI_Session_Close(&session, NULL, NULL);
}

static void sessions(unsigned long n)
{
        MI_Session *all = calloc(n, sizeof(*all));

        for (unsigned long i = 0; all && i < n; i++) {
                open_session(&all[i]);
                call_nothing(&all[i]);
        }
        printf("open\n");
        fflush(stdout);
        wait_for_stdin();
        for (unsigned long i = 0; all && i < n; i++)
                MI_Session_Close(&all[i], NULL, NULL);
        free(all);
}

int main(int argc, char **argv)
{
        unsigned long n = argc > 2 ? strtoul(argv[2], NULL, 10) : 0;
        const char *mode = argc > 1 ? argv[1] : "";

        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK)
                return 1;
        if (strcmp(mode, "clients") == 0)
                clients(n);
        else if (strcmp(mode, "enumerate") == 0)
                enumerate(n);
        else if (strcmp(mode, "inner") == 0)
                inner(n);
        else if (strcmp(mode, "cancel") == 0)
                cancel(n);
        else if (strcmp(mode, "stall") == 0)
                stall();
        else if (strcmp(mode, "sessions") == 0)
                sessions(n);
        else
                fail("load", "no such mode");
        MI_Application_Close(&application);
        return atomic_load(&n_failed) ? 1 : 0;
}
