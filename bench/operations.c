/*
 * bench-operations: each operation beside a bare exchange between two processes
 *
 *      bench-operations SECONDS MANY SESSIONS
 *
 * Prints a JSON object a line. Needs a running xenmi (XENMI_SOCKET) with the modules that bench/operations registers in root/bench. Figures
 * are medians over rounds in which all operations take turns.
 */

#include <MI.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>
#include <signal.h>

enum {
        ROUNDS = 5,
        MESSAGE = 200,
};

static const char *const name_space = "root/bench";

static MI_Application application = MI_APPLICATION_NULL;
static MI_Session session = MI_SESSION_NULL;
static MI_Instance *item, *group, *new_item, *changed_item, *many_parameters;
static int echo_fd;

static double now(void)
{
        struct timespec time;

        clock_gettime(CLOCK_MONOTONIC, &time);
        return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static _Noreturn void fail(const char *what, const char *why)
{
        fprintf(stderr, "bench-operations: %s: %s\n", what, why ? why : "failed");
        exit(1);
}

/* Reads all instances; how many there were. */
static unsigned long finish(MI_Operation *operation, const char *what)
{
        const MI_Instance *instance = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_FAILED;
        MI_Boolean more = MI_TRUE;
        unsigned long count = 0;

        while (more && MI_Operation_GetInstance(operation, &instance, &more, &result, &message, NULL) == MI_RESULT_OK)
                count += instance != NULL;
        if (result != MI_RESULT_OK)
                fail(what, message);
        MI_Operation_Close(operation);
        return count;
}

static MI_Instance *instance_of(const char *class_name, const char *id)
{
        MI_Instance *instance;
        MI_Value value = { .string = (MI_Char *)(uintptr_t)id };

        if (MI_Application_NewInstance(&application, class_name, NULL, &instance) != MI_RESULT_OK ||
            MI_Instance_AddElement(instance, "Id", &value, MI_STRING, MI_FLAG_KEY) != MI_RESULT_OK)
                fail(class_name, "no instance");
        return instance;
}

/* ---------------------------------------------------------------- the operations */

static void do_bare(void)
{
        static char buffer[MESSAGE];
        ssize_t got = 0, n;

        if (send(echo_fd, buffer, sizeof(buffer), 0) != MESSAGE)
                fail("echo", NULL);
        while (got < MESSAGE) {
                n = recv(echo_fd, buffer, sizeof(buffer), 0);
                if (n <= 0)
                        fail("echo", NULL);
                got += n;
        }
}

static void do_test(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_TestConnection(&session, 0, NULL, &operation);
        finish(&operation, "test");
}

static void do_invoke(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_Invoke(&session, 0, NULL, name_space, "Test_Control", "Nothing", NULL, NULL, NULL, &operation);
        finish(&operation, "invoke");
}

static void do_get(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_GetInstance(&session, 0, NULL, name_space, item, NULL, &operation);
        finish(&operation, "get");
}

static void do_modify(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_ModifyInstance(&session, 0, NULL, name_space, changed_item, NULL, &operation);
        finish(&operation, "modify");
}

/* The two are one figure: what is created has to go again. */
static void do_create_delete(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_CreateInstance(&session, 0, NULL, name_space, new_item, NULL, &operation);
        finish(&operation, "create");
        operation = (MI_Operation)MI_OPERATION_NULL;
        MI_Session_DeleteInstance(&session, 0, NULL, name_space, new_item, NULL, &operation);
        finish(&operation, "delete");
}

static void do_enumerate(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_EnumerateInstances(&session, 0, NULL, name_space, "Test_Group", MI_FALSE, NULL, &operation);
        finish(&operation, "enumerate");
}

static void do_associators(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_AssociatorInstances(&session, 0, NULL, name_space, group, NULL, NULL, NULL, NULL, MI_FALSE, NULL,
                                       &operation);
        finish(&operation, "associators");
}

static void do_references(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_ReferenceInstances(&session, 0, NULL, name_space, group, NULL, NULL, MI_FALSE, NULL, &operation);
        finish(&operation, "references");
}

static void do_class(void)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Class *class;
        MI_Boolean more = MI_TRUE;
        MI_Result result = MI_RESULT_FAILED;

        MI_Session_GetClass(&session, 0, NULL, name_space, "Test_Item", NULL, &operation);
        while (more && MI_Operation_GetClass(&operation, &class, &more, &result, NULL, NULL) == MI_RESULT_OK)
                ;
        if (result != MI_RESULT_OK)
                fail("class", NULL);
        MI_Operation_Close(&operation);
}

static unsigned long query(const char *text)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_QueryInstances(&session, 0, NULL, name_space, "WQL", text, NULL, &operation);
        return finish(&operation, text);
}

static void do_query_by_key(void)
{
        if (query("select * from Test_Many where Index = 777") != 1)
                fail("query", "not one instance");
}

static void do_query_all(void)
{
        if (query("select * from Test_Many where Name = 'nobody'") != 0)
                fail("query", "an instance that is not there");
}

static void do_deep(void)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_EnumerateInstances(&session, 0, NULL, name_space, "Bench_Deep", MI_FALSE, NULL, &operation);
        if (finish(&operation, "deep") != 1000)
                fail("deep", "not 1000 instances");
}

static const struct {
        const char *name;
        void (*run)(void);
} exchanges[] = {
        { "bare", do_bare },
        { "test", do_test },
        { "invoke", do_invoke },
        { "get", do_get },
        { "modify", do_modify },
        { "create_delete", do_create_delete },
        { "enumerate", do_enumerate },
        { "associators", do_associators },
        { "references", do_references },
        { "get_class", do_class },
        { "query_by_key", do_query_by_key },
        { "query_all", do_query_all },
        { "deep_4_hosts", do_deep },
};

/* ---------------------------------------------------------------- measuring */

static void start_echo(void)
{
        char buffer[4096];
        int fds[2];

        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0)
                fail("socketpair", NULL);
        if (fork() == 0) {
                ssize_t n;

                prctl(PR_SET_PDEATHSIG, SIGKILL);
                close(fds[0]);
                while ((n = recv(fds[1], buffer, sizeof(buffer), 0)) > 0)
                        send(fds[1], buffer, (size_t)n, MSG_NOSIGNAL);
                _exit(0);
        }
        close(fds[1]);
        echo_fd = fds[0];
}

static double seconds_each(void (*run)(void), double seconds)
{
        double start = now(), end;
        unsigned long count = 0;

        do {
                run();
                count++;
                end = now();
        } while (end - start < seconds);
        return (end - start) / (double)count;
}

static int compare(const void *a, const void *b)
{
        const double *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

static double median(double *values)
{
        qsort(values, ROUNDS, sizeof(*values), compare);
        return values[ROUNDS / 2];
}

static void set_many(unsigned long count)
{
        MI_Operation operation = MI_OPERATION_NULL;
        MI_Value value = { .uint64 = count };

        if (MI_Application_NewInstance(&application, "Parameters", NULL, &many_parameters) != MI_RESULT_OK ||
            MI_Instance_AddElement(many_parameters, "Count", &value, MI_UINT64, 0) != MI_RESULT_OK)
                fail("parameters", NULL);
        MI_Session_Invoke(&session, 0, NULL, name_space, "Test_Control", "SetMany", NULL, many_parameters, NULL,
                          &operation);
        finish(&operation, "SetMany");
        MI_Instance_Delete(many_parameters);
}

/* Begins and ends when the script says so, which looks at everybody's memory before and in between. */
static void hold_sessions(unsigned long n)
{
        MI_Session *all = calloc(n, sizeof(*all));
        double start;

        (void)getchar();
        start = now();

        for (unsigned long i = 0; all && i < n; i++) {
                MI_Operation operation = MI_OPERATION_NULL;

                if (MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &all[i]) != MI_RESULT_OK)
                        fail("session", NULL);
                MI_Session_Invoke(&all[i], 0, NULL, name_space, "Test_Control", "Nothing", NULL, NULL, NULL,
                                  &operation);
                finish(&operation, "invoke");
        }
        printf("{\"session_us\": %.2f}\n", (now() - start) / (double)n * 1e6);
        fflush(stdout);
        while (getchar() != EOF)
                ;
        for (unsigned long i = 0; all && i < n; i++)
                MI_Session_Close(&all[i], NULL, NULL);
        free(all);
}

int main(int argc, char **argv)
{
        enum {
                N = sizeof(exchanges) / sizeof(exchanges[0])
        };
        static double times[N][ROUNDS];
        MI_Value text = { .string = (MI_Char *)"changed" };

        if (argc != 4)
                fail("usage", "bench-operations SECONDS MANY SESSIONS");
        start_echo();
        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &session) != MI_RESULT_OK)
                fail("libmi", "no session");
        item = instance_of("Test_Item", "two");
        group = instance_of("Test_Group", "odd");
        new_item = instance_of("Test_Item", "new");
        changed_item = instance_of("Test_Item", "three");
        MI_Instance_AddElement(changed_item, "Text", &text, MI_STRING, 0);
        set_many(strtoul(argv[2], NULL, 10));

        for (int round = 0; round < ROUNDS; round++) {
                for (int i = 0; i < N; i++)
                        times[i][round] = seconds_each(exchanges[i].run, strtod(argv[1], NULL) / ROUNDS / N);
        }
        printf("{");
        for (int i = 0; i < N; i++)
                printf("%s\"%s_us\": %.2f", i ? ", " : "", exchanges[i].name, median(times[i]) * 1e6);
        printf("}\n");
        fflush(stdout);
        hold_sessions(strtoul(argv[3], NULL, 10));

        MI_Instance_Delete(item);
        MI_Instance_Delete(group);
        MI_Instance_Delete(new_item);
        MI_Instance_Delete(changed_item);
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
