/*
 * bench-local: what a request costs, beside yardsticks of the same run
 *
 *      bench-local PREFIX XENSTORED_SOCKET SECONDS
 *
 * Prints one JSON object. Every figure is the median over rounds in which all parties take turns, so that a machine whose speed
 * drifts moves all of them alike. Needs a running xenmi (XENMI_SOCKET) with the XenStore and the benchmark provider.
 *
 * The yardsticks have their connections to xenstored only while they are measured: it looks at all connections that it has, idle ones too,
 * before each request that it takes. (xenmi's own idle ones, six, are there all the time.)
 */

#include <MI.h>
#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <xenstore.h>

enum {
        ROUNDS = 25, /* short ones: the speed of a machine drifts within a second */
        CALLERS = 16,
        MESSAGE = 200
};

static const char *const wmi = "root/wmi";
static const char *const bench_namespace = "root/bench";
static const char *const bench_path = "data/bench";

static char session_class[64];
static double round_seconds;
static const char *store_path;
static MI_Application application = MI_APPLICATION_NULL;
static MI_Session mi_session = MI_SESSION_NULL;
static MI_Instance *store_sessions[CALLERS];
static MI_Instance *get_value_parameters;
static MI_Instance *bench_key;
static int raw_fds[CALLERS];
static int echo_fd;
static struct xs_handle *xs;

static double now(void)
{
        struct timespec time;

        clock_gettime(CLOCK_MONOTONIC, &time);
        return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static _Noreturn void fail(const char *what, const char *why)
{
        fprintf(stderr, "bench-local: %s: %s\n", what, why ? why : "failed");
        exit(1);
}

static void move(int fd, void *data, size_t size, bool in)
{
        char *next = data;

        while (size) {
                ssize_t n = in ? read(fd, next, size) : write(fd, next, size);

                if (n <= 0)
                        fail("socket", strerror(errno));
                next += n;
                size -= (size_t)n;
        }
}

static int connect_to(const char *path)
{
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

        snprintf(address.sun_path, sizeof(address.sun_path), "%s", path);
        if (fd < 0 || connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0)
                fail(path, strerror(errno));
        return fd;
}

/* One answer and its end; false with the message on stderr when it failed. */
static const MI_Instance *finish(MI_Operation *operation, const char *what)
{
        const MI_Instance *instance = NULL, *last = NULL, *details;
        const MI_Char *message;
        MI_Boolean more = MI_TRUE;
        MI_Result result;

        while (more) {
                MI_Operation_GetInstance(operation, &last, &more, &result, &message, &details);
                if (last)
                        instance = last;
        }
        if (result != MI_RESULT_OK)
                fail(what, message);
        return instance;
}

/* The parties: each does one exchange */

static void do_echo(int caller)
{
        char message[MESSAGE] = { 0 };

        move(echo_fd, message, sizeof(message), false);
        move(echo_fd, message, sizeof(message), true);
}

static void do_raw(int caller)
{
        struct xsd_sockmsg_like {
                uint32_t type, req_id, tx_id, len;
        } header = { .type = 2, .len = (uint32_t)strlen(bench_path) + 1 };
        char message[4096];

        memcpy(message, &header, sizeof(header));
        memcpy(message + sizeof(header), bench_path, header.len);
        move(raw_fds[caller], message, sizeof(header) + header.len, false);
        /* mostly one read: the daemon may be overtaken between the header and the value */
        for (size_t got = 0, want = sizeof(header); got < want;) {
                ssize_t n = read(raw_fds[caller], message + got, sizeof(message) - got);

                if (n <= 0)
                        fail("raw READ", n ? strerror(errno) : "hung up");
                got += (size_t)n;
                if (got >= sizeof(header)) {
                        memcpy(&header, message, sizeof(header));
                        want = sizeof(header) + header.len;
                }
        }
}

static void do_libxenstore(int caller)
{
        unsigned int size;

        free(xs_read(xs, XBT_NULL, bench_path, &size));
}

static void do_get_value(int caller)
{
        MI_Operation operation;

        MI_Session_Invoke(&mi_session, 0, NULL, wmi, session_class, MI_T("GetValue"), store_sessions[caller],
                          get_value_parameters, NULL, &operation);
        if (!finish(&operation, "GetValue"))
                fail("GetValue", "no answer");
        MI_Operation_Close(&operation);
}

static void do_null(int caller)
{
        MI_Operation operation;

        MI_Session_Invoke(&mi_session, 0, NULL, bench_namespace, MI_T("XenmiBench"), MI_T("Null"), NULL, NULL, NULL,
                          &operation);
        finish(&operation, "Null");
        MI_Operation_Close(&operation);
}

static void do_get(int caller)
{
        MI_Operation operation;

        MI_Session_GetInstance(&mi_session, 0, NULL, bench_namespace, bench_key, NULL, &operation);
        if (!finish(&operation, "GetInstance"))
                fail("GetInstance", "no answer");
        MI_Operation_Close(&operation);
}

static uint64_t enumerate(void)
{
        const MI_Instance *instance, *details;
        const MI_Char *message;
        MI_Boolean more = MI_TRUE;
        MI_Operation operation;
        uint64_t count = 0;
        MI_Result result;

        MI_Session_EnumerateInstances(&mi_session, 0, NULL, bench_namespace, MI_T("XenmiBench"), MI_FALSE, NULL,
                                      &operation);
        while (more) {
                MI_Value value;
                MI_Type type;

                MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, &details);
                if (!instance)
                        continue;
                if (MI_Instance_GetElement(instance, MI_T("Name"), &value, &type, NULL, NULL) != MI_RESULT_OK ||
                    !value.string)
                        fail("enumerate", "an instance without its name");
                count++;
        }
        if (result != MI_RESULT_OK)
                fail("enumerate", message);
        MI_Operation_Close(&operation);
        return count;
}

static double per_exchange(void (*exchange)(int), int caller)
{
        double start = now(), end = start + round_seconds, time;
        uint64_t count = 0;

        do {
                for (int i = 0; i < 16; i++)
                        exchange(caller);
                count += 16;
                time = now();
        } while (time < end);
        return (time - start) / (double)count;
}

/* What a yardstick needs for so many callers. xenstored has accepted their connections when this returns. */
static void arrive(void (*exchange)(int), int callers)
{
        if (exchange == do_libxenstore) {
                xs = xs_open(0);
                if (!xs)
                        fail("libxenstore", strerror(errno));
                exchange(0);
        } else if (exchange == do_raw) {
                for (int i = 0; i < callers; i++) {
                        raw_fds[i] = connect_to(store_path);
                        exchange(i);
                }
        }
}

static void leave(void (*exchange)(int), int callers)
{
        if (exchange == do_libxenstore)
                xs_close(xs);
        else if (exchange == do_raw)
                for (int i = 0; i < callers; i++)
                        close(raw_fds[i]);
}

static double per_exchange_alone(void (*exchange)(int))
{
        double time;

        arrive(exchange, 1);
        time = per_exchange(exchange, 0);
        leave(exchange, 1);
        return time;
}

/* Many callers at once */

typedef struct Crowd {
        void (*exchange)(int);
        atomic_bool go, stop;
        atomic_uint_fast64_t count;
        atomic_int next;
} Crowd;

static void *crowd_member(void *data)
{
        Crowd *crowd = data;
        int caller = atomic_fetch_add(&crowd->next, 1);
        uint64_t count = 0;

        while (!atomic_load(&crowd->go))
                usleep(100);
        while (!atomic_load_explicit(&crowd->stop, memory_order_relaxed)) {
                crowd->exchange(caller);
                count++;
        }
        atomic_fetch_add(&crowd->count, count);
        return NULL;
}

static double crowd_rate(void (*exchange)(int))
{
        Crowd crowd = { .exchange = exchange };
        pthread_t threads[CALLERS];
        double start, rate;

        arrive(exchange, CALLERS);
        for (int i = 0; i < CALLERS; i++)
                if (pthread_create(&threads[i], NULL, crowd_member, &crowd))
                        fail("pthread_create", NULL);
        start = now();
        atomic_store(&crowd.go, true);
        usleep((useconds_t)(round_seconds * 1e6));
        atomic_store(&crowd.stop, true);
        for (int i = 0; i < CALLERS; i++)
                pthread_join(threads[i], NULL);
        rate = (double)atomic_load(&crowd.count) / (now() - start);
        leave(exchange, CALLERS);
        return rate;
}

static int by_value(const void *a, const void *b)
{
        double x = *(const double *)a, y = *(const double *)b;

        return (x > y) - (x < y);
}

static double median(double *values)
{
        qsort(values, ROUNDS, sizeof(*values), by_value);
        return values[ROUNDS / 2];
}

/* Preparation */

static void start_echo(void)
{
        int fds[2];

        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds) < 0)
                fail("socketpair", strerror(errno));
        switch (fork()) {
        case -1:
                fail("fork", strerror(errno));
        case 0: {
                char message[MESSAGE];
                ssize_t n;

                prctl(PR_SET_PDEATHSIG, SIGKILL);
                close(fds[0]);
                while ((n = read(fds[1], message, sizeof(message))) > 0)
                        if (write(fds[1], message, (size_t)n) != n)
                                break;
                _exit(0);
        }
        default:
                close(fds[1]);
                echo_fd = fds[0];
        }
}

static MI_Instance *one_string(const char *class_name, const char *name, const char *text)
{
        MI_Instance *instance;
        MI_Value value = { .string = (MI_Char *)text };

        if (MI_Application_NewInstance(&application, class_name, NULL, &instance) != MI_RESULT_OK ||
            MI_Instance_AddElement(instance, name, &value, MI_STRING, MI_FLAG_KEY) != MI_RESULT_OK)
                fail(class_name, "no instance");
        return instance;
}

static MI_Instance *base_object(const char *base_class)
{
        MI_Operation operation;
        const MI_Instance *found;
        MI_Instance *base = NULL;

        MI_Session_EnumerateInstances(&mi_session, 0, NULL, wmi, base_class, MI_FALSE, NULL, &operation);
        found = finish(&operation, base_class);
        (void)found;
        MI_Operation_Close(&operation);

        /* an answer lives until the next pull: once more, and keep a copy this time */
        MI_Session_EnumerateInstances(&mi_session, 0, NULL, wmi, base_class, MI_FALSE, NULL, &operation);
        for (MI_Boolean more = MI_TRUE; more;) {
                MI_Operation_GetInstance(&operation, &found, &more, NULL, NULL, NULL);
                if (found && !base)
                        MI_Instance_Clone(found, &base);
        }
        MI_Operation_Close(&operation);
        if (!base)
                fail(base_class, "no instance");
        return base;
}

static void add_store_sessions(const char *base_class)
{
        MI_Instance *base = base_object(base_class);

        for (int i = 0; i < CALLERS; i++) {
                MI_Instance *parameters = one_string(MI_T("Parameters"), MI_T("Id"), "bench");
                MI_Operation operation;
                MI_Value value;
                MI_Type type;
                MI_Boolean more = MI_TRUE;
                char query[160];
                const MI_Instance *found;
                MI_Uint32 id = 0;
                MI_Result result = MI_RESULT_FAILED;
                const MI_Char *message = NULL;

                MI_Session_Invoke(&mi_session, 0, NULL, wmi, base_class, MI_T("AddSession"), base, parameters, NULL,
                                  &operation);
                while (more) {
                        MI_Operation_GetInstance(&operation, &found, &more, &result, &message, NULL);
                        if (found &&
                            MI_Instance_GetElement(found, MI_T("SessionId"), &value, &type, NULL, NULL) == MI_RESULT_OK)
                                id = value.uint32;
                }
                if (result != MI_RESULT_OK)
                        fail("AddSession", message);
                MI_Operation_Close(&operation);
                MI_Instance_Delete(parameters);

                snprintf(query, sizeof(query), "select * from %s where SessionId=%u", session_class, id);
                MI_Session_QueryInstances(&mi_session, 0, NULL, wmi, MI_QUERY_DIALECT_WQL, query, NULL, &operation);
                for (more = MI_TRUE; more;) {
                        MI_Operation_GetInstance(&operation, &found, &more, NULL, NULL, NULL);
                        if (found && MI_Instance_GetElement(found, MI_T("InstanceName"), &value, &type, NULL, NULL) ==
                                             MI_RESULT_OK)
                                store_sessions[i] = one_string(session_class, MI_T("InstanceName"), value.string);
                }
                MI_Operation_Close(&operation);
                if (!store_sessions[i])
                        fail(query, "no session");
        }
        MI_Instance_Delete(base);
}

static void end_store_sessions(void)
{
        for (int i = 0; i < CALLERS; i++) {
                MI_Operation operation;

                MI_Session_Invoke(&mi_session, 0, NULL, wmi, session_class, MI_T("EndSession"), store_sessions[i], NULL,
                                  NULL, &operation);
                finish(&operation, "EndSession");
                MI_Operation_Close(&operation);
                MI_Instance_Delete(store_sessions[i]);
        }
}

static void prepare(const char *prefix)
{
        char base_class[64];
        MI_Value key = { .uint32 = 77 };

        snprintf(base_class, sizeof(base_class), "%sXenStoreBase", prefix);
        snprintf(session_class, sizeof(session_class), "%sXenStoreSession", prefix);
        start_echo();
        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &mi_session) != MI_RESULT_OK)
                fail("libmi", "no session");
        setenv("XENSTORED_PATH", store_path, 1);
        xs = xs_open(0);
        if (!xs || !xs_write(xs, XBT_NULL, bench_path, "0123456789", 10))
                fail("libxenstore", strerror(errno));
        xs_close(xs);
        add_store_sessions(base_class);
        get_value_parameters = one_string(MI_T("Parameters"), MI_T("Pathname"), bench_path);
        if (MI_Application_NewInstance(&application, MI_T("XenmiBench"), NULL, &bench_key) != MI_RESULT_OK)
                fail("XenmiBench", "no instance");
        MI_Instance_AddElement(bench_key, MI_T("Index"), &key, MI_UINT32, MI_FLAG_KEY);
}

int main(int argc, char **argv)
{
        static void (*const exchanges[])(int) = { do_echo, do_raw, do_libxenstore, do_get_value, do_null, do_get };
        static const char *const names[] = { "bare", "raw_read", "xs_read", "get_value", "null", "get" };
        double times[6][ROUNDS], getvalue[ROUNDS], null[ROUNDS], get[ROUNDS], rate[ROUNDS], parallel[ROUNDS];

        if (argc != 4) {
                fprintf(stderr, "usage: bench-local PREFIX XENSTORED_SOCKET SECONDS\n");
                return 2;
        }
        store_path = argv[2];
        round_seconds = strtod(argv[3], NULL) / ROUNDS / 9;
        prepare(argv[1]);
        enumerate();

        for (int round = 0; round < ROUNDS; round++) {
                double start, raw;
                uint64_t count = 0;

                for (int i = 0; i < 6; i++)
                        times[i][round] = per_exchange_alone(exchanges[i]);
                getvalue[round] = times[3][round] / (times[0][round] + times[1][round]);
                null[round] = times[4][round] / times[0][round];
                get[round] = times[5][round] / times[0][round];
                start = now();
                while (now() - start < round_seconds)
                        count += enumerate();
                rate[round] = (double)count / (now() - start);
                raw = crowd_rate(do_raw);
                parallel[round] = crowd_rate(do_get_value) / raw;
        }
        end_store_sessions();

        printf("{");
        for (int i = 0; i < 6; i++)
                printf("\"%s_us\": %.2f, ", names[i], median(times[i]) * 1e6);
        printf("\"getvalue_ratio\": %.3f, \"null_ratio\": %.3f, \"get_ratio\": %.3f, \"enum_per_second\": %.0f, "
               "\"parallel_ratio\": %.3f}\n",
               median(getvalue), median(null), median(get), median(rate), median(parallel));

        MI_Instance_Delete(get_value_parameters);
        MI_Instance_Delete(bench_key);
        MI_Session_Close(&mi_session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
