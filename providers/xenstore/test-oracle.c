/*
 * Our client beside libxenstore, on the same xenstored: what one answers the other answers
 *
 * Each random operation is done twice: by our client below /ours and by libxenstore below /theirs (loaded at run time, so that
 * nothing of Xen is needed to build). Results, errors, listings, permissions, conflicts and watch events must be the same.
 * Needs XENSTORED_PATH; XENMI_ORACLE_OPERATIONS and XENMI_ORACLE_SEED change count and course.
 */

#include "xs.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

struct xs_handle;

typedef struct Permission {
        unsigned id;
        int flags;
} Permission;

static struct {
        struct xs_handle *(*open)(unsigned long flags);
        void (*close)(struct xs_handle *h);
        void *(*read)(struct xs_handle *h, uint32_t t, const char *path, unsigned *size);
        bool (*write)(struct xs_handle *h, uint32_t t, const char *path, const void *data, unsigned size);
        bool (*mkdir)(struct xs_handle *h, uint32_t t, const char *path);
        bool (*rm)(struct xs_handle *h, uint32_t t, const char *path);
        char **(*directory)(struct xs_handle *h, uint32_t t, const char *path, unsigned *count);
        Permission *(*get_permissions)(struct xs_handle *h, uint32_t t, const char *path, unsigned *count);
        bool (*set_permissions)(struct xs_handle *h, uint32_t t, const char *path, Permission *permissions,
                                unsigned count);
        uint32_t (*transaction_start)(struct xs_handle *h);
        bool (*transaction_end)(struct xs_handle *h, uint32_t t, bool abort);
        bool (*watch)(struct xs_handle *h, const char *path, const char *token);
        bool (*unwatch)(struct xs_handle *h, const char *path, const char *token);
        char **(*check_watch)(struct xs_handle *h);
} lib;

static struct {
        struct xs_handle *theirs;
        Xs *ours;
        uint32_t their_transaction;
        XsTransaction our_transaction;
        pthread_mutex_t lock;
        Strings our_events;
        unsigned seed;
} oracle = { .lock = PTHREAD_MUTEX_INITIALIZER };

static bool load_library(void)
{
        static const struct {
                const char *name;
                void *slot;
        } symbols[] = {
                { "xs_open", &lib.open },
                { "xs_close", &lib.close },
                { "xs_read", &lib.read },
                { "xs_write", &lib.write },
                { "xs_mkdir", &lib.mkdir },
                { "xs_rm", &lib.rm },
                { "xs_directory", &lib.directory },
                { "xs_get_permissions", &lib.get_permissions },
                { "xs_set_permissions", &lib.set_permissions },
                { "xs_transaction_start", &lib.transaction_start },
                { "xs_transaction_end", &lib.transaction_end },
                { "xs_watch", &lib.watch },
                { "xs_unwatch", &lib.unwatch },
                { "xs_check_watch", &lib.check_watch },
        };
        void *handle = dlopen("libxenstore.so.4", RTLD_NOW);

        for (size_t i = 0; handle && i < ARRAY_SIZE(symbols); i++) {
                void *symbol = dlsym(handle, symbols[i].name);

                if (!symbol)
                        return false;
                memcpy(symbols[i].slot, &symbol, sizeof(symbol));
        }
        return handle;
}

static void on_event(void *userdata, const char *path, const char *token)
{
        if (!path)
                return;
        pthread_mutex_lock(&oracle.lock);
        strings_add(&oracle.our_events, path);
        strings_add(&oracle.our_events, token);
        pthread_mutex_unlock(&oracle.lock);
}

static unsigned dice(unsigned sides)
{
        return (unsigned)rand_r(&oracle.seed) % sides;
}

/* A path below the tree of one side: the same for both but for its head. Now and then one that is refused. */
static void make_path(char *path, const char *head, unsigned course)
{
        static const char *const odd[] = { "a/", "a//b", "a b", "a.b", "\xc3\xa9", "@x", "a\\b", "" };
        unsigned seed = course;
        size_t size = (size_t)sprintf(path, "%s", head);
        unsigned depth = (unsigned)rand_r(&seed) % 4;

        if (rand_r(&seed) % 25 == 0) {
                sprintf(path + size, "/%s", odd[(unsigned)rand_r(&seed) % ARRAY_SIZE(odd)]);
                return;
        }
        for (unsigned i = 0; i < depth; i++)
                size += (size_t)sprintf(path + size, "/n%u", (unsigned)rand_r(&seed) % 4);
        if (rand_r(&seed) % 60 == 0) {
                memset(path + size, 'x', 3000);
                path[size] = '/';
                path[size + 3000] = '\0';
        }
}

static size_t make_value(char *value, unsigned course)
{
        static const unsigned sizes[] = { 0, 1, 5, 100, 1023, 2000, 4000, 4090, 4096 };
        unsigned seed = course;
        size_t size = sizes[(unsigned)rand_r(&seed) % ARRAY_SIZE(sizes)];

        for (size_t i = 0; i < size; i++)
                value[i] = (char)rand_r(&seed);
        return size;
}

/* Both results as an errno; libxenstore refuses a message that is too long with E2BIG, xenstored long paths with EINVAL. */
static void same_result(const char *what, const char *path, int ours, bool theirs, int their_errno)
{
        int expected = theirs ? 0 : their_errno;

        if (ours == ENAMETOOLONG)
                ours = EINVAL;
        /* Where path and size are both wrong, each complains of another. */
        if (expected == E2BIG && ours == EINVAL)
                expected = EINVAL;
        if (ours != expected)
                fail_msg("%s %.60s: ours %d (%s), theirs %d (%s)", what, path, ours, strerror(abs(ours)), expected,
                         strerror(expected));
}

static const XsTransaction *our_transaction(void)
{
        return oracle.our_transaction.id ? &oracle.our_transaction : NULL;
}

static void do_read(const char *ours, const char *theirs)
{
        unsigned size = 0;
        void *data = lib.read(oracle.theirs, oracle.their_transaction, theirs, &size);
        int error = errno;
        XsReply reply;

        same_result("read", ours, xs_read(oracle.ours, our_transaction(), ours, &reply), data, error);
        if (data) {
                assert_int_equal(reply.size, size);
                assert_memory_equal(reply.data, data, size);
        }
        free(data);
}

static void do_write(const char *ours, const char *theirs)
{
        char value[XS_PAYLOAD_MAX];
        /* Both heads have the same length, so both messages are too long or neither. */
        size_t size = make_value(value, dice(1 << 30));
        bool ok = lib.write(oracle.theirs, oracle.their_transaction, theirs, value, (unsigned)size);
        int error = errno;

        same_result("write", ours, xs_write(oracle.ours, our_transaction(), ours, value, size), ok, error);
}

static void do_directory(const char *ours, const char *theirs)
{
        _cleanup_(strings_deinit) Strings names = { 0 };
        unsigned count = 0;
        char **list = lib.directory(oracle.theirs, oracle.their_transaction, theirs, &count);
        int error = errno;
        const char *name = NULL;

        same_result("directory", ours, xs_directory(oracle.ours, our_transaction(), ours, &names), list, error);
        assert_int_equal(names.count, count);
        for (unsigned i = 0; i < count; i++) {
                name = strings_next(&names, name);
                assert_string_equal(name, list[i]);
        }
        free(list);
}

static void do_get_permissions(const char *ours, const char *theirs)
{
        static const char letters[] = "nrwb";
        _cleanup_(strings_deinit) Strings permissions = { 0 };
        unsigned count = 0;
        Permission *list = lib.get_permissions(oracle.theirs, oracle.their_transaction, theirs, &count);
        int error = errno;
        const char *text = NULL;

        same_result("get_permissions", ours, xs_get_permissions(oracle.ours, our_transaction(), ours, &permissions),
                    list, error);
        assert_int_equal(permissions.count, count);
        for (unsigned i = 0; i < count; i++) {
                char expected[16];

                sprintf(expected, "%c%u", letters[list[i].flags & 3], list[i].id);
                text = strings_next(&permissions, text);
                assert_string_equal(text, expected);
        }
        free(list);
}

static void do_set_permissions(const char *ours, const char *theirs)
{
        static const char letters[] = "nrwb";
        _cleanup_(strings_deinit) Strings permissions = { 0 };
        Permission list[3];
        unsigned count = 1 + dice(3);
        char text[16];
        bool ok;
        int error;

        for (unsigned i = 0; i < count; i++) {
                list[i] = (Permission){ .id = i ? dice(8) : 0, .flags = (int)dice(4) };
                sprintf(text, "%c%u", letters[list[i].flags], list[i].id);
                strings_add(&permissions, text);
        }
        ok = lib.set_permissions(oracle.theirs, oracle.their_transaction, theirs, list, count);
        error = errno;
        same_result("set_permissions", ours, xs_set_permissions(oracle.ours, our_transaction(), ours, &permissions), ok,
                    error);
}

static void do_transaction(void)
{
        bool commit = dice(3) != 0, ok;
        int error;

        if (!oracle.their_transaction) {
                oracle.their_transaction = lib.transaction_start(oracle.theirs);
                assert_true(oracle.their_transaction);
                assert_int_equal(xs_transaction_start(oracle.ours, &oracle.our_transaction), 0);
                return;
        }
        if (dice(3) == 0) {
                /* Somebody else touches both trees meanwhile: both must conflict or neither. */
                XsReply reply;

                assert_int_equal(xs_write(oracle.ours, NULL, "/ours/n1", "else", 4), 0);
                assert_true(lib.write(oracle.theirs, 0, "/them/n1", "else", 4));
                assert_int_equal(xs_read(oracle.ours, NULL, "/them/n1", &reply), 0);
        }
        ok = lib.transaction_end(oracle.theirs, oracle.their_transaction, !commit);
        error = errno;
        same_result("transaction_end", "", xs_transaction_end(oracle.ours, &oracle.our_transaction, commit), ok, error);
        oracle.their_transaction = 0;
}

static void do_operation(void)
{
        char ours[8192], theirs[8192];
        unsigned course = dice(1 << 30), what = dice(100);
        bool ok;
        int error;

        make_path(ours, "/ours", course);
        make_path(theirs, "/them", course);
        if (what < 25) {
                do_read(ours, theirs);
        } else if (what < 55) {
                do_write(ours, theirs);
        } else if (what < 65) {
                do_directory(ours, theirs);
        } else if (what < 73) {
                ok = lib.mkdir(oracle.theirs, oracle.their_transaction, theirs);
                error = errno;
                same_result("mkdir", ours, xs_mkdir(oracle.ours, our_transaction(), ours), ok, error);
        } else if (what < 80) {
                /* The heads stay: removing them would make the two transactions conflict with each other. */
                if (!strcmp(ours, "/ours"))
                        return;
                ok = lib.rm(oracle.theirs, oracle.their_transaction, theirs);
                error = errno;
                same_result("rm", ours, xs_rm(oracle.ours, our_transaction(), ours), ok, error);
        } else if (what < 86) {
                do_get_permissions(ours, theirs);
        } else if (what < 92) {
                do_set_permissions(ours, theirs);
        } else {
                do_transaction();
        }
}

static void test_operations(void **state)
{
        const char *count = getenv("XENMI_ORACLE_OPERATIONS");

        for (long i = count ? atol(count) : 20000; i > 0; i--)
                do_operation();
        if (oracle.their_transaction)
                do_transaction();
}

static void test_long_directory(void **state)
{
        for (unsigned i = 0; i < 1500; i++) {
                char ours[128], theirs[128];

                sprintf(ours, "/ours/long/a-name-that-fills-the-listing-quickly-%u", i);
                sprintf(theirs, "/them/long/a-name-that-fills-the-listing-quickly-%u", i);
                assert_int_equal(xs_write(oracle.ours, NULL, ours, "", 0), 0);
                assert_true(lib.write(oracle.theirs, 0, theirs, "", 0));
        }
        do_directory("/ours/long", "/them/long");
}

/* The events of both clients, until each has seen the last write; watch events come in order. */
static void collect(Strings *theirs, const char *last)
{
        uint64_t deadline = time_now() + 20 * NS_PER_S;
        bool our_end = false, their_end = false;

        while (!our_end || !their_end) {
                char **event = lib.check_watch(oracle.theirs);

                if (event) {
                        their_end = strstr(event[0], last);
                        strings_add(theirs, event[0]);
                        strings_add(theirs, event[1]);
                        free(event);
                }
                pthread_mutex_lock(&oracle.lock);
                for (const char *text = strings_next(&oracle.our_events, NULL); text && !our_end;
                     text = strings_next(&oracle.our_events, text))
                        our_end = strstr(text, last);
                pthread_mutex_unlock(&oracle.lock);
                if (!event)
                        time_sleep(NS_PER_MS);
                assert_true(time_now() < deadline);
        }
}

static void assert_events_within(const Strings *some, const Strings *all)
{
        for (const char *path = strings_next(some, NULL); path;) {
                const char *token = strings_next(some, path), *other = strings_next(all, NULL);

                while (other && (strcmp(other, path) != 0 || strcmp(strings_next(all, other), token) != 0))
                        other = strings_next(all, strings_next(all, other));
                if (!other)
                        fail_msg("event %s %s came to one client only", path, token);
                path = strings_next(some, token);
        }
}

static void test_watches(void **state)
{
        static const char *const watched[] = { "/ours/w", "/ours/w/b", "/ours/missing/node", "relative",
                                               "@releaseDomain" };
        _cleanup_(strings_deinit) Strings theirs = { 0 };

        for (size_t i = 0; i < ARRAY_SIZE(watched); i++) {
                char token[8];

                sprintf(token, "t%zu", i);
                assert_int_equal(xs_watch(oracle.ours, watched[i], token, NULL), 0);
                assert_true(lib.watch(oracle.theirs, watched[i], token));
        }
        assert_int_equal(xs_watch(oracle.ours, watched[0], "t0", NULL), EEXIST);
        assert_int_equal(xs_watch(oracle.ours, "a b", "t", NULL), EINVAL);
        assert_int_equal(xs_unwatch(oracle.ours, "/nobody", "t"), ENOENT);
        for (unsigned i = 0; i < 300; i++) {
                char path[64];

                sprintf(path, dice(5) ? "/ours/w/%c/%u" : "relative/%c/%u", 'a' + dice(3), dice(3));
                if (dice(4))
                        assert_int_equal(xs_write(oracle.ours, NULL, path, "v", 1), 0);
                else
                        (void)xs_rm(oracle.ours, NULL, path);
        }
        assert_int_equal(xs_rm(oracle.ours, NULL, "/ours/w"), 0);
        assert_int_equal(xs_write(oracle.ours, NULL, "/ours/w/the-end", "", 0), 0);
        collect(&theirs, "the-end");
        /* xenstored drops an event that equals one that its reader has not fetched yet, so numbers may differ. */
        assert_events_within(&oracle.our_events, &theirs);
        assert_events_within(&theirs, &oracle.our_events);
        for (size_t i = 0; i < ARRAY_SIZE(watched); i++) {
                char token[8];

                sprintf(token, "t%zu", i);
                assert_int_equal(xs_unwatch(oracle.ours, watched[i], token), 0);
        }
}

static void *many_run(void *userdata)
{
        unsigned number = (unsigned)(uintptr_t)userdata;
        XsTransaction transaction = { 0 };
        char path[64], value[64];
        XsReply reply;

        for (unsigned i = 0; i < 500; i++) {
                size_t size = (size_t)sprintf(value, "%u-%u", number, i);

                sprintf(path, "/ours/many/%u/%u", number, i % 7);
                if (i % 50 == 0 && xs_transaction_start(oracle.ours, &transaction))
                        return "transaction";
                if (xs_write(oracle.ours, transaction.id ? &transaction : NULL, path, value, size) ||
                    xs_read(oracle.ours, transaction.id ? &transaction : NULL, path, &reply))
                        return "write or read";
                if (reply.size != size || memcmp(reply.data, value, size) != 0)
                        return "another's answer";
                if (transaction.id && i % 50 == 10) {
                        int r = xs_transaction_end(oracle.ours, &transaction, true);

                        if (r && r != EAGAIN)
                                return "commit";
                }
        }
        return NULL;
}

/* Forty threads on eight connections: each gets its own answers. */
static void test_many_threads(void **state)
{
        pthread_t threads[40];

        for (size_t i = 0; i < ARRAY_SIZE(threads); i++)
                assert_int_equal(thread_start(&threads[i], "many", many_run, (void *)i), 0);
        for (size_t i = 0; i < ARRAY_SIZE(threads); i++) {
                void *problem;

                pthread_join(threads[i], &problem);
                if (problem)
                        fail_msg("thread %zu: %s", i, (const char *)problem);
        }
}

static int setup(void **state)
{
        const XsOptions options = { .event = on_event };
        const char *seed = getenv("XENMI_ORACLE_SEED");

        oracle.seed = seed ? (unsigned)atol(seed) : (unsigned)time(NULL);
        print_message("XENMI_ORACLE_SEED=%u\n", oracle.seed);
        oracle.theirs = lib.open(0);
        if (!oracle.theirs || xs_new(&oracle.ours, &options) < 0)
                return -1;
        (void)xs_rm(oracle.ours, NULL, "/ours");
        (void)xs_rm(oracle.ours, NULL, "/them");
        (void)xs_rm(oracle.ours, NULL, "relative");
        return xs_write(oracle.ours, NULL, "/ours", "", 0) || xs_write(oracle.ours, NULL, "/them", "", 0);
}

static int teardown(void **state)
{
        lib.close(oracle.theirs);
        xs_free(oracle.ours);
        strings_deinit(&oracle.our_events);
        return 0;
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_operations),
                cmocka_unit_test(test_long_directory),
                cmocka_unit_test(test_watches),
                cmocka_unit_test(test_many_threads),
        };

        if (!getenv("XENSTORED_PATH") || !load_library()) {
                puts("needs XENSTORED_PATH and libxenstore.so.4");
                return 77;
        }
        return cmocka_run_group_tests(tests, setup, teardown);
}
