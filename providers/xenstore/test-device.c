/*
 * The store in an unprivileged guest: over the simulated /dev/xen/xenbus, which aborts who breaks the kernel's rules
 */

#include "store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

static const Caller root = { .uid = 0, .is_admin = true };

static struct {
        Store *store;
        Xs *toolstack; /* domain 0, over the daemon's socket */
        Problem problem;
        pthread_mutex_t lock;
        Strings news;
        unsigned resumed;
} t = { .lock = PTHREAD_MUTEX_INITIALIZER };

#define HOME "/local/domain/7/"

static void on_news(void *userdata, const WatchNews *news)
{
        pthread_mutex_lock(&t.lock);
        strings_add(&t.news, news->path);
        pthread_mutex_unlock(&t.lock);
}

static void on_resume(void *userdata)
{
        __atomic_add_fetch(&t.resumed, 1, __ATOMIC_SEQ_CST);
}

static unsigned count_news(const char *path)
{
        unsigned count = 0;

        pthread_mutex_lock(&t.lock);
        for (const char *text = strings_next(&t.news, NULL); text; text = strings_next(&t.news, text))
                count += !strcmp(text, path);
        pthread_mutex_unlock(&t.lock);
        return count;
}

static void wait_news(const char *path, unsigned count)
{
        uint64_t deadline = time_now() + 30 * NS_PER_S;

        while (count_news(path) < count) {
                if (time_now() > deadline)
                        fail_msg("waited in vain for %u events of %s", count, path);
                time_sleep(NS_PER_MS);
        }
}

static void rig_file(const char *name, bool make)
{
        char path[256];
        int fd;

        snprintf(path, sizeof(path), "%s/%s", getenv("RIG_DIR"), name);
        if (make) {
                fd = open(path, O_CREAT | O_WRONLY | O_CLOEXEC, 0600);
                assert_true(fd >= 0);
                close(fd);
        } else {
                unlink(path);
        }
}

static void wait_no_file(const char *name)
{
        char path[256];

        snprintf(path, sizeof(path), "%s/%s", getenv("RIG_DIR"), name);
        while (access(path, F_OK) == 0)
                time_sleep(NS_PER_MS);
}

static int setup(void **state)
{
        const StoreOptions options = { .timeout_ms = 2000, .log_console = "" };
        const XsOptions toolstack = { .path = getenv("RIG_SOCKET") };

        t.resumed = 0;
        if (xs_new(&t.toolstack, &toolstack) < 0)
                return -1;
        return store_new(&t.store, &options, NULL, on_news, on_resume, NULL);
}

static int teardown(void **state)
{
        store_free(t.store);
        xs_free(t.toolstack);
        strings_deinit(&t.news);
        return 0;
}

static Session *add(const char *name)
{
        Session *session = NULL;
        uint32_t id;

        assert_int_equal(session_add(t.store, &root, name, &id, &t.problem), 0);
        assert_int_equal(session_find(t.store, &root, NULL, id, &session, &t.problem), 0);
        return session;
}

static int put(const char *path, const char *value)
{
        return node_write(t.store, NULL, path, value, strlen(value), &t.problem);
}

static int get(const char *path)
{
        XsReply reply;

        return node_read(t.store, NULL, path, &reply, &t.problem);
}

static void test_permissions(void **state)
{
        Strings list = { 0 };

        assert_true(xs_is_device(t.store->xs));
        assert_int_equal(get("name"), 0);
        assert_int_equal(get(HOME "name"), 0);
        assert_int_equal(get("secret"), EACCES);
        assert_int_equal(get("/local/domain/0/data/x"), EACCES);
        assert_int_equal(get("data/none"), ENOENT);
        assert_int_equal(put("name", "x"), EACCES);
        assert_int_equal(put("control/new", "x"), EACCES);
        assert_int_equal(put("data/mine", "x"), 0);
        assert_int_equal(node_remove(t.store, NULL, "nonode", &t.problem), EACCES);
        assert_int_equal(node_remove(t.store, NULL, "data/none", &t.problem), 0);
        assert_int_equal(node_remove(t.store, NULL, "data/none/none", &t.problem), ENOENT);
        assert_int_equal(node_children(t.store, NULL, "/", &list, &t.problem), EACCES);
        assert_int_equal(node_children(t.store, NULL, "data", &list, &t.problem), 0);
        assert_string_equal(strings_next(&list, NULL), "data/mine");
        strings_deinit(&list);
        strings_add(&list, "n0");
        assert_int_equal(node_set_permissions(t.store, NULL, "name", &list, &t.problem), EACCES);
        strings_deinit(&list);
}

static void test_sizes(void **state)
{
        char value[XS_PAYLOAD_MAX];

        memset(value, 'x', sizeof(value));
        assert_int_equal(node_write(t.store, NULL, "data/big", value, 1900, &t.problem), 0);
        assert_int_equal(node_write(t.store, NULL, "data/big", value, 2100, &t.problem), ENOSPC);
        assert_int_equal(node_write(t.store, NULL, "data/big", value, 4080 - strlen("data/big") - 1, &t.problem),
                         ENOSPC);
        assert_int_equal(node_write(t.store, NULL, "data/big", value, 4080 - strlen("data/big"), &t.problem),
                         ENAMETOOLONG);
        assert_int_equal(get("data/big"), 0);
}

static void test_transactions(void **state)
{
        Session *sessions[5];

        for (unsigned i = 0; i < 5; i++)
                sessions[i] = add("t");
        for (unsigned i = 0; i < 4; i++)
                assert_int_equal(session_transaction_start(sessions[i], &t.problem), 0);
        /* Of the ten that a guest may have some are for others. */
        assert_int_equal(session_transaction_start(sessions[4], &t.problem), ENOSPC);
        for (unsigned i = 0; i < 4; i++)
                assert_int_equal(node_write(t.store, sessions[i], "data/t", "v", 1, &t.problem), 0);
        if (session_transaction_commit(sessions[2], &t.problem))
                fail_msg("%s", t.problem.text);
        assert_int_equal(session_transaction_commit(sessions[1], &t.problem), EAGAIN);
        assert_int_equal(session_transaction_abort(sessions[0], &t.problem), 0);
        assert_int_equal(session_end(sessions[3], &t.problem), 0);
        assert_int_equal(session_transaction_start(sessions[4], &t.problem), 0);
        for (unsigned i = 0; i < 5; i++)
                session_unref(sessions[i]);
}

static void *work_run(void *userdata)
{
        Session *session = userdata;
        char path[64];
        Problem problem;
        XsReply reply;

        for (unsigned i = 0; i < 100; i++) {
                size_t size = (size_t)snprintf(path, sizeof(path), "data/busy/%u-%u", session->id, i % 5);

                if (i % 20 == 0)
                        (void)session_transaction_start(session, &problem);
                if (node_write(t.store, session, path, path, size, &problem) ||
                    node_read(t.store, session, path, &reply, &problem))
                        return strdup(problem.text);
                if (strcmp(reply.data, path) != 0)
                        return strdup("another's answer");
                if (i % 20 == 10)
                        (void)session_transaction_commit(session, &problem);
                if (i % 25 == 0 && session_watch(session, path, &problem) && problem.error != ENOSPC)
                        return strdup(problem.text);
        }
        (void)session_end(session, &problem);
        session_unref(session);
        return NULL;
}

/* Many threads: the simulator would not forgive two requests at once on one descriptor. */
static void test_threads(void **state)
{
        pthread_t threads[12];

        for (size_t i = 0; i < ARRAY_SIZE(threads); i++)
                assert_int_equal(thread_start(&threads[i], "work", work_run, add("work")), 0);
        for (size_t i = 0; i < ARRAY_SIZE(threads); i++) {
                void *problem;

                pthread_join(threads[i], &problem);
                if (problem)
                        fail_msg("%s", (char *)problem);
        }
        assert_int_equal(t.store->transaction_count, 0);
}

/* The store's worker may be registering at the same time. */
static unsigned registered(void)
{
        return __atomic_load_n(&t.store->watches.registered_count, __ATOMIC_RELAXED);
}

/* More paths than a guest may watch: ancestors are watched instead, and nothing is missed. */
static void test_watch_quota(void **state)
{
        enum {
                PATHS = 300
        };
        Session *session = add("quota");
        char path[64];

        for (unsigned i = 0; i < PATHS; i++) {
                snprintf(path, sizeof(path), "data/%s/%u", i % 2 ? "odd" : "even", i);
                if (session_watch(session, path, &t.problem))
                        fail_msg("watch %u: %s", i, t.problem.text);
                wait_news(path, 1);
        }
        assert_in_range(registered(), 1, 128);
        time_sleep(50 * NS_PER_MS);
        for (unsigned i = 0; i < PATHS; i++) {
                unsigned before;

                snprintf(path, sizeof(path), "data/%s/%u", i % 2 ? "odd" : "even", i);
                before = count_news(path);
                assert_int_equal(put(path, "v"), 0);
                wait_news(path, before + 1);
        }
        for (unsigned i = 0; i < PATHS; i++) {
                snprintf(path, sizeof(path), "data/%s/%u", i % 2 ? "odd" : "even", i);
                assert_int_equal(session_unwatch(session, path, &t.problem), 0);
        }
        assert_int_equal(registered(), 0);
        assert_int_equal(session_end(session, &t.problem), 0);
        session_unref(session);
}

/* A refused WATCH is a failed write(); the descriptor goes on. */
static void test_refused_watch(void **state)
{
        char path[XS_PATH_RELATIVE_MAX + 1];
        Session *session = add("refused");

        memset(path, 'x', sizeof(path));
        memcpy(path, "data/", 5);
        path[sizeof(path) - 1] = '\0';
        (void)session_watch(session, path, &t.problem);
        assert_int_equal(session_watch(session, "data/good", &t.problem), 0);
        wait_news("data/good", 1);
        assert_int_equal(put("data/good", "v"), 0);
        wait_news("data/good", 2);
        assert_int_equal(session_watch(session, "secret", &t.problem), 0);
        assert_int_equal(session_watch(session, "@releaseDomain", &t.problem), 0);
        session_unref(session);
}

/* A resume is noticed once the sentinels are registered, which the store's worker does when the device is open. */
static void wait_sentinels(void)
{
        const uint64_t deadline = time_now() + 30 * NS_PER_S;
        unsigned seen;

        do {
                time_sleep(NS_PER_MS);
                pthread_mutex_lock(&t.store->lock);
                seen = t.store->sentinel_seen;
                pthread_mutex_unlock(&t.store->lock);
                assert_true(time_now() < deadline);
        } while (seen != 3);
}

static unsigned resumed(void)
{
        return __atomic_load_n(&t.resumed, __ATOMIC_SEQ_CST);
}

static void wait_resumed(unsigned count)
{
        const uint64_t deadline = time_now() + 30 * NS_PER_S;

        while (resumed() < count) {
                assert_true(time_now() < deadline);
                time_sleep(NS_PER_MS);
        }
}

static void test_resume(void **state)
{
        Session *session = add("resume"), *idle = add("idle");

        wait_sentinels();
        assert_int_equal(session_watch(session, "data/r", &t.problem), 0);
        assert_int_equal(session_watch(session, "control/shutdown", &t.problem), 0);
        wait_news("data/r", 1);
        wait_news("control/shutdown", 1);
        /* A touch of one of the sentinels is no resume, and neither is a suspend that was cancelled: nothing happens then. */
        assert_int_equal(xs_write(t.toolstack, NULL, HOME "xenmi-sentinel-a", "", 0), 0);
        assert_int_equal(session_transaction_start(session, &t.problem), 0);
        assert_int_equal(node_write(t.store, session, "data/lost", "v", 1, &t.problem), 0);
        time_sleep(50 * NS_PER_MS);
        assert_int_equal(resumed(), 0);

        rig_file("resume", true);
        wait_no_file("resume");
        wait_news("data/r", 2);
        wait_news("control/shutdown", 2);
        wait_resumed(1);
        assert_int_equal(node_write(t.store, session, "data/lost", "v", 1, &t.problem), EAGAIN);
        assert_int_equal(session_transaction_commit(session, &t.problem), EAGAIN);
        assert_int_equal(session_transaction_start(session, &t.problem), 0);
        assert_int_equal(session_transaction_abort(session, &t.problem), 0);
        time_sleep(100 * NS_PER_MS);
        assert_int_equal(resumed(), 1);
        assert_int_equal(count_news("data/r"), 2);
        assert_int_equal(put("data/r", "v"), 0);
        wait_news("data/r", 3);

        /* B.6: abort succeeds. */
        assert_int_equal(session_transaction_start(session, &t.problem), 0);
        rig_file("resume", true);
        wait_no_file("resume");
        wait_resumed(2);
        assert_int_equal(session_transaction_abort(session, &t.problem), 0);
        session_unref(session);
        session_unref(idle);
}

/* Nobody answers: every call ends at its deadline, and all goes on afterwards. */
static void test_deadlines(void **state)
{
        Session *session = add("deadline");
        uint64_t began = time_now();

        assert_int_equal(put("data/d", "v"), 0);
        rig_file("stall", true);
        assert_int_equal(get("data/d"), ETIMEDOUT);
        assert_int_equal(session_watch(session, "data/d", &t.problem), ETIMEDOUT);
        assert_true(time_now() - began < 60 * NS_PER_S);
        rig_file("stall", false);
        assert_int_equal(get("data/d"), 0);
        assert_int_equal(session_watch(session, "data/d2", &t.problem), 0);
        wait_news("data/d2", 1);
        session_unref(session);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        const struct CMUnitTest tests[] = {
                TEST(test_permissions), TEST(test_sizes),         TEST(test_transactions), TEST(test_threads),
                TEST(test_watch_quota), TEST(test_refused_watch), TEST(test_resume),       TEST(test_deadlines),
        };

        if (!getenv("RIG_SOCKET")) {
                puts("needs the rig: tests/rig/xenstored.py guest ...");
                return 77;
        }
        return cmocka_run_group_tests(tests, NULL, NULL);
}
