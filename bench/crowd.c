/*
 * bench-crowd: many clients at once, and one beside a user at his limit
 *
 *      bench-crowd clients N           N clients at a time open a session, make ten calls and close it; beside a bare echo server of the
 *                                      same shape: a connection for each client, ten messages of 200 bytes
 *      bench-crowd beside UID SECONDS  the rate of one caller alone, and while the user UID keeps as many calls waiting as he may have
 *
 * Prints a JSON object. Needs a running xenmi (XENMI_SOCKET) with the test module in root/bench; `beside` needs root.
 */

#include <MI.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum {
        ROUNDS = 5,
        CALLS = 10,
        MESSAGE = 200,
        STACK = 256 * 1024,
        HOGS = 100, /* calls at a time: a host runs 48 of one user, the others wait */
        HOG_MS = 100,
};

static const char *const name_space = "root/bench";

static MI_Application application = MI_APPLICATION_NULL;

static double now(void)
{
        struct timespec time;

        clock_gettime(CLOCK_MONOTONIC, &time);
        return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static _Noreturn void fail(const char *what, const char *why)
{
        fprintf(stderr, "bench-crowd: %s: %s\n", what, why ? why : "failed");
        exit(1);
}

static void call(MI_Session *session, const char *method, MI_Instance *parameters)
{
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *instance = NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_FAILED;
        MI_Boolean more = MI_TRUE;

        MI_Session_Invoke(session, 0, NULL, name_space, "Test_Control", method, NULL, parameters, NULL, &operation);
        while (more && MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, NULL) == MI_RESULT_OK)
                ;
        if (result != MI_RESULT_OK)
                fail(method, message);
        MI_Operation_Close(&operation);
}

static void open_session(MI_Session *session)
{
        if (MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, session) != MI_RESULT_OK)
                fail("session", NULL);
}

/* ---------------------------------------------------------------- the echo server */

static struct sockaddr_un echo_address = { .sun_family = AF_UNIX };
static const socklen_t echo_address_size = sizeof(sa_family_t) + 24;

static _Noreturn void serve_echo(int listener)
{
        struct epoll_event event = { .events = EPOLLIN, .data.fd = listener };
        int epoll = epoll_create1(0);
        char buffer[4096];

        prctl(PR_SET_PDEATHSIG, SIGKILL);
        epoll_ctl(epoll, EPOLL_CTL_ADD, listener, &event);
        for (;;) {
                ssize_t n;

                if (epoll_wait(epoll, &event, 1, -1) != 1)
                        continue;
                if (event.data.fd == listener) {
                        event.data.fd = accept(listener, NULL, NULL);
                        epoll_ctl(epoll, EPOLL_CTL_ADD, event.data.fd, &event);
                        continue;
                }
                n = recv(event.data.fd, buffer, sizeof(buffer), 0);
                if (n <= 0)
                        close(event.data.fd);
                else
                        send(event.data.fd, buffer, (size_t)n, MSG_NOSIGNAL);
        }
}

static void start_echo(void)
{
        int listener = socket(AF_UNIX, SOCK_STREAM, 0);

        /* In the abstract space: nothing is left behind. */
        snprintf(echo_address.sun_path + 1, sizeof(echo_address.sun_path) - 1, "xenmi-bench-%d", (int)getpid());
        if (bind(listener, (struct sockaddr *)&echo_address, echo_address_size) < 0 || listen(listener, 1024) < 0)
                fail("echo server", NULL);
        if (fork() == 0)
                serve_echo(listener);
        close(listener);
}

static void echo(int fd)
{
        char buffer[MESSAGE] = { 0 };
        ssize_t got = 0, n;

        if (send(fd, buffer, sizeof(buffer), MSG_NOSIGNAL) != MESSAGE)
                fail("echo", NULL);
        for (; got < MESSAGE; got += n) {
                n = recv(fd, buffer, sizeof(buffer), 0);
                if (n <= 0)
                        fail("echo", NULL);
        }
}

/* ---------------------------------------------------------------- a crowd */

typedef struct Client {
        pthread_t thread;
        double seconds[CALLS]; /* the first one opens, too */
} Client;

static pthread_barrier_t barrier;

static void *run_bare(void *argument)
{
        Client *client = argument;
        int fd = -1;

        pthread_barrier_wait(&barrier);
        for (int i = 0; i < CALLS; i++) {
                double start = now();

                if (i == 0) {
                        fd = socket(AF_UNIX, SOCK_STREAM, 0);
                        if (connect(fd, (struct sockaddr *)&echo_address, echo_address_size) < 0)
                                fail("echo", "no connection");
                }
                echo(fd);
                client->seconds[i] = now() - start;
        }
        close(fd);
        return NULL;
}

static void *run_session(void *argument)
{
        MI_Session session = MI_SESSION_NULL;
        Client *client = argument;

        pthread_barrier_wait(&barrier);
        for (int i = 0; i < CALLS; i++) {
                double start = now();

                if (i == 0)
                        open_session(&session);
                call(&session, "Nothing", NULL);
                client->seconds[i] = now() - start;
        }
        MI_Session_Close(&session, NULL, NULL);
        return NULL;
}

static void start_thread(pthread_t *thread, void *(*run)(void *), void *argument)
{
        pthread_attr_t attributes;

        pthread_attr_init(&attributes);
        pthread_attr_setstacksize(&attributes, STACK);
        if (pthread_create(thread, &attributes, run, argument) != 0)
                fail("thread", NULL);
        pthread_attr_destroy(&attributes);
}

static void run_crowd(void *(*run)(void *), unsigned int n, double *times)
{
        Client *clients = calloc(n, sizeof(*clients));

        if (!clients)
                fail("clients", "memory is short");
        for (unsigned int i = 0; i < n; i++)
                start_thread(&clients[i].thread, run, &clients[i]);
        for (unsigned int i = 0; i < n; i++) {
                pthread_join(clients[i].thread, NULL);
                memcpy(times + (size_t)i * CALLS, clients[i].seconds, sizeof(clients[i].seconds));
        }
        free(clients);
}

static int compare(const void *a, const void *b)
{
        const double *x = a, *y = b;

        return (*x > *y) - (*x < *y);
}

static double per_mille_999(double *times, size_t count)
{
        qsort(times, count, sizeof(*times), compare);
        return times[count - 1 - count / 1000];
}

static void measure_crowd(unsigned int n)
{
        size_t lot = (size_t)n * CALLS, count = lot * ROUNDS;
        double *bare = calloc(count, sizeof(*bare)), *sessions = calloc(count, sizeof(*sessions));
        double bare_s, session_s;

        if (n == 0 || !bare || !sessions)
                fail("clients", "how many?");
        start_echo();
        pthread_barrier_init(&barrier, NULL, n);
        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK)
                fail("libmi", NULL);
        for (int round = 0; round < ROUNDS; round++) {
                run_crowd(run_bare, n, bare + round * lot);
                run_crowd(run_session, n, sessions + round * lot);
        }
        MI_Application_Close(&application);
        bare_s = per_mille_999(bare, count);
        session_s = per_mille_999(sessions, count);
        printf("{\"crowd_p999_ms\": %.2f, \"crowd_bare_p999_ms\": %.2f, \"crowd_p999_ratio\": %.2f, \"crowd_p50_ms\": "
               "%.2f, "
               "\"crowd_bare_p50_ms\": %.2f}\n",
               session_s * 1e3, bare_s * 1e3, session_s / bare_s, sessions[count / 2] * 1e3, bare[count / 2] * 1e3);
        pthread_barrier_destroy(&barrier);
        free(bare);
        free(sessions);
}

/* ---------------------------------------------------------------- beside somebody at his limit */

static void *run_hog(void *argument)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Instance *parameters;
        MI_Value value = { .uint32 = HOG_MS };

        if (MI_Application_NewInstance(&application, "Parameters", NULL, &parameters) != MI_RESULT_OK ||
            MI_Instance_AddElement(parameters, "Milliseconds", &value, MI_UINT32, 0) != MI_RESULT_OK)
                fail("parameters", NULL);
        open_session(&session);
        call(&session, "Sleep", parameters);
        pthread_barrier_wait(argument);
        for (;;)
                call(&session, "Sleep", parameters);
        return NULL;
}

/* In a process of its own, until it is killed: says when all of its calls are there. */
static _Noreturn void be_hog(uid_t uid, int go, int ready)
{
        pthread_barrier_t there;
        pthread_t thread;
        char byte;

        if (setgid(65534) < 0 || setuid(uid) < 0)
                fail("beside", "needs root");
        prctl(PR_SET_PDEATHSIG, SIGKILL);
        if (read(go, &byte, 1) != 1)
                _exit(1);
        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK)
                fail("libmi", NULL);
        pthread_barrier_init(&there, NULL, HOGS + 1);
        for (int i = 0; i < HOGS; i++)
                start_thread(&thread, run_hog, &there);
        pthread_barrier_wait(&there);
        if (write(ready, "", 1) != 1)
                _exit(1);
        for (;;)
                pause();
}

static double calls_per_second(MI_Session *session, double seconds)
{
        double start = now(), end;
        unsigned long count = 0;

        do {
                call(session, "Nothing", NULL);
                count++;
                end = now();
        } while (end - start < seconds);
        return (double)count / (end - start);
}

static void measure_beside(uid_t uid, double seconds)
{
        MI_Session session = MI_SESSION_NULL;
        int go[2], ready[2];
        double alone, beside;
        char byte;
        pid_t hog;

        if (pipe(go) < 0 || pipe(ready) < 0)
                fail("pipe", NULL);
        hog = fork();
        if (hog == 0) {
                close(ready[0]);
                be_hog(uid, go[0], ready[1]);
        }
        close(ready[1]);

        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK)
                fail("libmi", NULL);
        open_session(&session);
        (void)calls_per_second(&session, seconds / 4);
        alone = calls_per_second(&session, seconds);
        if (write(go[1], "", 1) != 1 || read(ready[0], &byte, 1) != 1)
                fail("beside", "the other user's calls have failed");
        beside = calls_per_second(&session, seconds);
        kill(hog, SIGKILL);
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        printf("{\"alone_per_s\": %.0f, \"beside_per_s\": %.0f, \"beside_ratio\": %.3f}\n", alone, beside,
               beside / alone);
}

int main(int argc, char **argv)
{
        if (argc == 3 && strcmp(argv[1], "clients") == 0)
                measure_crowd((unsigned int)strtoul(argv[2], NULL, 10));
        else if (argc == 4 && strcmp(argv[1], "beside") == 0)
                measure_beside((uid_t)strtoul(argv[2], NULL, 10), strtod(argv[3], NULL));
        else
                fail("usage", "bench-crowd clients N | bench-crowd beside UID SECONDS");
        return 0;
}
