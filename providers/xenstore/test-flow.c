/*
 * The flow against a daemon of the test's own, which answers, refuses, says nothing, dies and comes back as told
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "flow.h"

#include <errno.h>
#include <poll.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

enum {
        LINES_MAX = 16,
        READS = 200,
};

/* What the daemon does with a request */
typedef enum Mood {
        MOOD_ANSWER, /* the path is the value; one that ends with "none" is not there */
        MOOD_SILENT,
        MOOD_HANG_UP,
        MOOD_NONSENSE,
} Mood;

typedef struct Daemon {
        char directory[32];
        char path[64];
        atomic_int mood;
        atomic_bool is_stopping;
        atomic_uint n_requests;
        pthread_t thread;
        int listen_fd;
} Daemon;

/* One read of a client, of which nothing is written but answers. */
static bool daemon_serve(Daemon *daemon, int fd)
{
        char request[4096], answer[8192];
        XsHeader header;
        const char *path = request + sizeof(header);
        bool is_missing;

        if (recv(fd, request, sizeof(header), MSG_WAITALL) != sizeof(header))
                return false;
        memcpy(&header, request, sizeof(header));
        if (header.type != XS_READ || header.size >= sizeof(request) - sizeof(header))
                return false;
        if (recv(fd, request + sizeof(header), header.size, MSG_WAITALL) != (ssize_t)header.size)
                return false;
        atomic_fetch_add(&daemon->n_requests, 1);
        switch (atomic_load(&daemon->mood)) {
        case MOOD_SILENT:
                return true;
        case MOOD_HANG_UP:
                return false;
        case MOOD_NONSENSE:
                header.size = 1 << 20;
                return send(fd, &header, sizeof(header), MSG_NOSIGNAL) == sizeof(header);
        default:
                break;
        }
        is_missing = strlen(path) >= 4 && !strcmp(path + strlen(path) - 4, "none");
        header.type = is_missing ? XS_ERROR : XS_READ;
        header.size = is_missing ? sizeof("ENOENT") : (uint32_t)strlen(path);
        memcpy(answer, &header, sizeof(header));
        memcpy(answer + sizeof(header), is_missing ? "ENOENT" : path, header.size);
        return send(fd, answer, sizeof(header) + header.size, MSG_NOSIGNAL) == (ssize_t)(sizeof(header) + header.size);
}

static void *daemon_run(void *userdata)
{
        struct pollfd fds[LINES_MAX + 1];
        Daemon *daemon = userdata;
        unsigned count = 0;

        while (!atomic_load(&daemon->is_stopping)) {
                fds[count] = (struct pollfd){ .fd = daemon->listen_fd, .events = POLLIN };
                if (poll(fds, count + 1, 20) <= 0)
                        continue;
                if (fds[count].revents && count < LINES_MAX) {
                        int fd = accept(daemon->listen_fd, NULL, NULL);

                        if (fd >= 0)
                                fds[count++] = (struct pollfd){ .fd = fd, .events = POLLIN };
                        continue;
                }
                for (unsigned i = 0; i < count; i++) {
                        if (!fds[i].revents || daemon_serve(daemon, fds[i].fd))
                                continue;
                        close(fds[i].fd);
                        fds[i--] = fds[--count];
                }
        }
        while (count)
                close(fds[--count].fd);
        return NULL;
}

static void daemon_start(Daemon *daemon)
{
        struct sockaddr_un address = { .sun_family = AF_UNIX };

        atomic_store(&daemon->is_stopping, false);
        daemon->listen_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        strcpy(address.sun_path, daemon->path);
        assert_int_equal(bind(daemon->listen_fd, (struct sockaddr *)&address, sizeof(address)), 0);
        assert_int_equal(listen(daemon->listen_fd, 16), 0);
        assert_int_equal(pthread_create(&daemon->thread, NULL, daemon_run, daemon), 0);
}

static void daemon_stop(Daemon *daemon)
{
        atomic_store(&daemon->is_stopping, true);
        pthread_join(daemon->thread, NULL);
        close(daemon->listen_fd);
        unlink(daemon->path);
}

typedef struct Fixture {
        Daemon daemon;
        XsEndpoint endpoint;
        XsFlow *flow;
        atomic_uint n_done, n_again;
        atomic_int depth; /* of hold and release */
        atomic_int n_mistakes;
        int again; /* what asking again gives */
} Fixture;

static Fixture *fixture;

static void hold(void)
{
        if (atomic_fetch_add(&fixture->depth, 1) != 0)
                atomic_fetch_add(&fixture->n_mistakes, 1);
}

static void release(void)
{
        if (atomic_fetch_sub(&fixture->depth, 1) != 1)
                atomic_fetch_add(&fixture->n_mistakes, 1);
}

static int ask_again(void *userdata, const char *path, XsReply *reply)
{
        Fixture *f = userdata;

        atomic_fetch_add(&f->n_again, 1);
        strcpy(reply->data, path);
        reply->size = strlen(path);
        return f->again;
}

typedef struct Read {
        XsLater later;
        char path[32];
        int result;
        char value[32];
} Read;

static void on_done(XsLater *later, int result, const char *bytes, size_t size)
{
        Read *read = (Read *)later;

        read->result = result;
        if (!result) {
                if (strlen(bytes) != size)
                        atomic_fetch_add(&fixture->n_mistakes, 1);
                snprintf(read->value, sizeof(read->value), "%s", bytes);
        }
        atomic_fetch_add(&fixture->n_done, 1);
}

static int setup(void **state)
{
        Fixture *f = calloc(1, sizeof(*f));
        XsFlowOptions options = { .hold = hold, .release = release, .ask_again = ask_again, .userdata = f };

        fixture = f;
        strcpy(f->daemon.directory, "/tmp/xenmi-flow.XXXXXX");
        assert_non_null(mkdtemp(f->daemon.directory));
        snprintf(f->daemon.path, sizeof(f->daemon.path), "%s/socket", f->daemon.directory);
        daemon_start(&f->daemon);
        f->endpoint = (XsEndpoint){ .path = f->daemon.path, .timeout_ns = 60 * NS_PER_S };
        options.endpoint = &f->endpoint;
        assert_int_equal(flow_new(&f->flow, &options), 0);
        *state = f;
        return 0;
}

static int teardown(void **state)
{
        Fixture *f = *state;

        f->flow = flow_free(f->flow);
        assert_int_equal(f->depth, 0);
        assert_int_equal(f->n_mistakes, 0);
        daemon_stop(&f->daemon);
        rmdir(f->daemon.directory);
        free(f);
        return 0;
}

static bool ask(Fixture *f, Read *read, const char *path)
{
        *read = (Read){ .result = -1, .later = { .done = on_done } };
        snprintf(read->path, sizeof(read->path), "%s", path);
        read->later.path = read->path;
        return flow_read(f->flow, &read->later);
}

static void wait_done(Fixture *f, unsigned n)
{
        for (unsigned i = 0; atomic_load(&f->n_done) < n; i++) {
                assert_true(i < 60000);
                time_sleep(NS_PER_MS);
        }
}

/* The first one is refused, and has the connections made. */
static void connect_flow(Fixture *f)
{
        Read read;

        for (unsigned i = 0; !ask(f, &read, "first"); i++) {
                assert_true(i < 60000);
                time_sleep(NS_PER_MS);
        }
        flow_send(f->flow);
        wait_done(f, 1);
        assert_string_equal(read.value, "first");
        atomic_store(&f->n_done, 0);
}

static void test_many(void **state)
{
        static Read reads[READS];
        Fixture *f = *state;
        char path[32];

        connect_flow(f);
        for (unsigned i = 0; i < READS; i++) {
                snprintf(path, sizeof(path), "path/%u%s", i, i % 7 ? "" : "/none");
                assert_true(ask(f, &reads[i], path));
        }
        assert_true(flow_is_busy(f->flow));
        flow_send(f->flow);
        wait_done(f, READS);
        assert_false(flow_is_busy(f->flow));
        for (unsigned i = 0; i < READS; i++) {
                assert_int_equal(reads[i].result, i % 7 ? 0 : ENOENT);
                assert_string_equal(reads[i].value, i % 7 ? reads[i].path : "");
        }
}

/* What is noted stays here until it is sent. */
static void test_noted(void **state)
{
        Fixture *f = *state;
        unsigned before;
        Read read;

        connect_flow(f);
        before = atomic_load(&f->daemon.n_requests);
        assert_true(ask(f, &read, "a"));
        time_sleep(20 * NS_PER_MS);
        assert_int_equal(atomic_load(&f->daemon.n_requests), before);
        flow_send(f->flow);
        wait_done(f, 1);
}

static void test_limit(void **state)
{
        static Read reads[1000];
        Fixture *f = *state;
        unsigned taken = 0;

        connect_flow(f);
        while (taken < ARRAY_SIZE(reads) && ask(f, &reads[taken], "x"))
                taken++;
        assert_in_range(taken, 64, ARRAY_SIZE(reads) - 1);
        flow_send(f->flow);
        wait_done(f, taken);
}

static void test_time_out(void **state)
{
        Read late, next;
        Fixture *f = *state;

        connect_flow(f);
        f->endpoint.timeout_ns = 50 * NS_PER_MS;
        atomic_store(&f->daemon.mood, MOOD_SILENT);
        assert_true(ask(f, &late, "late"));
        flow_send(f->flow);
        wait_done(f, 1);
        assert_int_equal(late.result, -ETIMEDOUT);

        f->endpoint.timeout_ns = 60 * NS_PER_S;
        atomic_store(&f->daemon.mood, MOOD_ANSWER);
        assert_true(ask(f, &next, "next"));
        flow_send(f->flow);
        wait_done(f, 2);
        assert_string_equal(next.value, "next");
}

static void lose(Fixture *f, Mood mood, int again, int expected)
{
        Read reads[8];

        connect_flow(f);
        f->again = again;
        atomic_store(&f->daemon.mood, (int)mood);
        for (unsigned i = 0; i < ARRAY_SIZE(reads); i++)
                assert_true(ask(f, &reads[i], "lost"));
        flow_send(f->flow);
        wait_done(f, ARRAY_SIZE(reads));
        for (unsigned i = 0; i < ARRAY_SIZE(reads); i++) {
                assert_int_equal(reads[i].result, expected);
                assert_string_equal(reads[i].value, expected ? "" : "lost");
        }
}

/* What a broken connection has swallowed is asked for again, and the flow comes back. */
static void test_hang_up(void **state)
{
        Fixture *f = *state;

        lose(f, MOOD_HANG_UP, 0, 0);
        assert_int_equal(atomic_load(&f->n_again), 8);
        atomic_store(&f->daemon.mood, MOOD_ANSWER);
        atomic_store(&f->n_done, 0);
        connect_flow(f);
}

/* Where nobody is there any more, one waits for him and the others do not. */
static void test_gone(void **state)
{
        lose(*state, MOOD_HANG_UP, -ENOTCONN, -ENOTCONN);
        assert_int_equal(atomic_load(&((Fixture *)*state)->n_again), 1);
}

static void test_nonsense(void **state)
{
        lose(*state, MOOD_NONSENSE, 0, 0);
}

/* The same where the flow has been idle for so long that its thread looks at nothing by itself. */
static void test_time_out_after_rest(void **state)
{
        Read late;
        Fixture *f = *state;

        connect_flow(f);
        time_sleep(2500 * NS_PER_MS);
        f->endpoint.timeout_ns = 50 * NS_PER_MS;
        atomic_store(&f->daemon.mood, MOOD_SILENT);
        assert_true(ask(f, &late, "late"));
        flow_send(f->flow);
        wait_done(f, 1);
        assert_int_equal(late.result, -ETIMEDOUT);
}

/* Who is under way at the end learns it. */
static void test_end(void **state)
{
        Read read;
        Fixture *f = *state;

        connect_flow(f);
        atomic_store(&f->daemon.mood, MOOD_SILENT);
        assert_true(ask(f, &read, "x"));
        flow_send(f->flow);
        f->flow = flow_free(f->flow);
        assert_int_equal(read.result, -ECONNRESET);
        assert_int_equal(atomic_load(&f->n_again), 0);
}

/* The thread sleeps for one line: a lone request has to go there, or its answer would lie there until the thread looks by itself. */
static void test_one_after_the_other(void **state)
{
        Fixture *f = *state;
        uint64_t begin;

        connect_flow(f);
        begin = time_now();
        for (unsigned i = 1; i <= 24; i++) {
                Read read;

                assert_true(ask(f, &read, "lone"));
                flow_send(f->flow);
                wait_done(f, i);
                assert_string_equal(read.value, "lone");
        }
        assert_true(time_now() - begin < 10 * NS_PER_S); /* a look of its own takes it a second */
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_many, setup, teardown),
                cmocka_unit_test_setup_teardown(test_one_after_the_other, setup, teardown),
                cmocka_unit_test_setup_teardown(test_noted, setup, teardown),
                cmocka_unit_test_setup_teardown(test_limit, setup, teardown),
                cmocka_unit_test_setup_teardown(test_time_out, setup, teardown),
                cmocka_unit_test_setup_teardown(test_time_out_after_rest, setup, teardown),
                cmocka_unit_test_setup_teardown(test_hang_up, setup, teardown),
                cmocka_unit_test_setup_teardown(test_gone, setup, teardown),
                cmocka_unit_test_setup_teardown(test_nonsense, setup, teardown),
                cmocka_unit_test_setup_teardown(test_end, setup, teardown),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
