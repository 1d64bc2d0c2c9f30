/*
 * Sessions, watches and transactions on a real xenstored, without MI
 */

#include "store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <setjmp.h>
#include <cmocka.h>

static const Caller root = { .uid = 0, .is_admin = true };
static const Caller alice = { .uid = 1001 };
static const Caller bob = { .uid = 1002 };

static struct {
        Store *store;
        char directory[64];
        Problem problem;
        pthread_mutex_t lock;
        Strings news; /* "SESSION PATH CHANGED" */
} t = { .lock = PTHREAD_MUTEX_INITIALIZER };

static void on_news(void *userdata, const WatchNews *news)
{
        Bytes text = { 0 };

        assert_int_equal(bytes_printf(&text, "%u %s %s", news->owner->session_id, news->path, news->changed), 0);
        pthread_mutex_lock(&t.lock);
        strings_add(&t.news, text.data);
        pthread_mutex_unlock(&t.lock);
        bytes_deinit(&text);
}

static unsigned count_news(const char *head)
{
        unsigned count = 0;

        pthread_mutex_lock(&t.lock);
        for (const char *text = strings_next(&t.news, NULL); text; text = strings_next(&t.news, text))
                count += !strncmp(text, head, strlen(head));
        pthread_mutex_unlock(&t.lock);
        return count;
}

static void wait_news(const char *head, unsigned count)
{
        uint64_t deadline = time_now() + 20 * NS_PER_S;

        while (count_news(head) < count) {
                if (time_now() > deadline)
                        fail_msg("waited in vain for %u times \"%s\"", count, head);
                time_sleep(NS_PER_MS);
        }
}

/* After this all that xenstored had to tell before is told: events come in order, and what waits for its interval goes out. */
static void settle(void)
{
        static unsigned number;
        WatchOwner owner;
        char path[32], head[64];

        watch_owner_init(&owner);
        owner.session_id = 4000000000U;
        snprintf(path, sizeof(path), "settle/%u", ++number);
        snprintf(head, sizeof(head), "4000000000 %s", path);
        assert_int_equal(watches_add(&t.store->watches, &owner, path, WATCH_REGISTERED), 0);
        wait_news(head, 1);
        while (watches_has_due(&t.store->watches))
                time_sleep(NS_PER_MS);
        watches_remove_all(&t.store->watches, &owner);
}

/* The store's worker may be registering at the same time. */
static unsigned registered(void)
{
        return __atomic_load_n(&t.store->watches.registered_count, __ATOMIC_RELAXED);
}

static void open_store(StoreOptions options)
{
        options.state_directory = t.directory;
        options.log_console = "";
        assert_int_equal(store_new(&t.store, &options, NULL, on_news, NULL, NULL), 0);
}

static int setup(void **state)
{
        strcpy(t.directory, "/tmp/xenmi-store-XXXXXX");
        if (!mkdtemp(t.directory))
                return -1;
        open_store((StoreOptions){ 0 });
        return 0;
}

static int teardown(void **state)
{
        char path[128];

        t.store = store_free(t.store);
        strings_deinit(&t.news);
        snprintf(path, sizeof(path), "%s/xenstore-sessions", t.directory);
        unlink(path);
        strcat(path, ".lock");
        unlink(path);
        return rmdir(t.directory);
}

static Session *add(const Caller *caller, const char *name)
{
        Session *session = NULL;
        uint32_t id;

        assert_int_equal(session_add(t.store, caller, name, &id, &t.problem), 0);
        assert_int_equal(session_find(t.store, caller, NULL, id, &session, &t.problem), 0);
        return session;
}

static void put(const char *path, const char *value)
{
        assert_int_equal(node_write(t.store, NULL, path, value, strlen(value), &t.problem), 0);
}

static void assert_value(Session *session, const char *path, const char *expected)
{
        XsReply reply;

        assert_int_equal(node_read(t.store, session, path, &reply, &t.problem), 0);
        assert_string_equal(reply.data, expected);
}

/* B.2: numbers are never used again, not even after a restart, and begin at 1. */
static void test_numbers(void **state)
{
        Session *one = add(&alice, "a"), *two = add(&alice, "b"), *three;

        assert_int_equal(one->id, 1);
        assert_int_equal(two->id, 2);
        assert_int_equal(session_end(two, &t.problem), 0);
        session_unref(two);
        three = add(&alice, "b");
        assert_int_equal(three->id, 3);
        assert_int_equal(session_end(three, &t.problem), 0);
        assert_int_equal(session_end(three, &t.problem), ENOENT);
        session_unref(one);
        session_unref(three);
        store_free(t.store);
        open_store((StoreOptions){ 0 });
        three = add(&alice, "c");
        assert_int_equal(three->id, 4);
        session_unref(three);
}

static void test_names(void **state)
{
        Session *one = add(&alice, "My\\New \"Session\""), *two = add(&alice, "My\\New \"Session\""), *found;

        assert_string_equal(one->instance_name, "Xen Interface\\Session_My\\New \"Session\"_0");
        assert_string_equal(two->instance_name, "Xen Interface\\Session_My\\New \"Session\"_1");
        assert_int_equal(session_find(t.store, &alice, two->instance_name, 0, &found, &t.problem), 0);
        assert_ptr_equal(found, two);
        session_unref(found);
        session_unref(one);
        session_unref(two);
}

static void test_owners(void **state)
{
        Session *session = add(&alice, "a"), *found, **list;
        uint32_t ended;
        size_t count;

        assert_int_equal(session_find(t.store, &bob, NULL, session->id, &found, &t.problem), ENOENT);
        assert_int_equal(session_find(t.store, &bob, session->instance_name, 0, &found, &t.problem), ENOENT);
        assert_int_equal(session_end_all(t.store, &bob, "a", 0, &ended, &t.problem), 0);
        assert_int_equal(ended, 0);
        assert_int_equal(session_list(t.store, &bob, &list, &count), 0);
        assert_int_equal(count, 0);
        free(list);
        assert_int_equal(session_find(t.store, &root, NULL, session->id, &found, &t.problem), 0);
        session_unref(found);
        assert_int_equal(session_end_all(t.store, &root, "a", 0, &ended, &t.problem), 0);
        assert_int_equal(ended, 1);
        session_unref(session);
}

/* B.3: limits that are enforced, with a message that says which. */
static void test_limits(void **state)
{
        Session *sessions[2];
        uint32_t id;

        store_free(t.store);
        open_store((StoreOptions){
                .sessions_max = 3, .sessions_per_user = 2, .watches_per_session = 2, .transactions_max = 1 });
        sessions[0] = add(&alice, "a");
        sessions[1] = add(&alice, "b");
        assert_int_equal(session_add(t.store, &alice, "c", &id, &t.problem), ENOSPC);
        assert_non_null(strstr(t.problem.text, "limit of 2"));
        assert_int_equal(session_add(t.store, &bob, "c", &id, &t.problem), 0);
        assert_int_equal(session_add(t.store, &root, "c", &id, &t.problem), ENOSPC);
        assert_int_equal(session_watch(sessions[0], "data/a", &t.problem), 0);
        assert_int_equal(session_watch(sessions[0], "data/a", &t.problem), 0);
        assert_int_equal(session_watch(sessions[0], "data/b", &t.problem), ENOSPC);
        assert_int_equal(session_transaction_start(sessions[0], &t.problem), 0);
        assert_int_equal(session_transaction_start(sessions[1], &t.problem), ENOSPC);
        assert_int_equal(session_transaction_abort(sessions[0], &t.problem), 0);
        assert_int_equal(session_transaction_start(sessions[1], &t.problem), 0);
        session_unref(sessions[0]);
        session_unref(sessions[1]);
}

static void test_transactions(void **state)
{
        Session *one = add(&alice, "one"), *two = add(&alice, "two");

        put("data/x", "before");
        assert_int_equal(session_transaction_commit(one, &t.problem), ENODATA);
        assert_int_equal(session_transaction_abort(one, &t.problem), ENODATA);
        assert_int_equal(session_transaction_start(one, &t.problem), 0);
        assert_int_equal(session_transaction_start(one, &t.problem), EALREADY);
        assert_int_equal(node_write(t.store, one, "data/x", "in", 2, &t.problem), 0);
        assert_value(one, "data/x", "in");
        assert_value(NULL, "data/x", "before");
        assert_int_equal(session_transaction_start(two, &t.problem), 0);
        assert_int_equal(node_write(t.store, two, "data/x", "out", 3, &t.problem), 0);
        assert_int_equal(session_transaction_commit(one, &t.problem), 0);
        assert_int_equal(session_transaction_commit(two, &t.problem), EAGAIN);
        assert_int_equal(session_transaction_commit(two, &t.problem), ENODATA);
        assert_value(two, "data/x", "in");
        assert_int_equal(t.store->transaction_count, 0);
        session_unref(one);
        session_unref(two);
}

/* B.5: a transaction that stays open too long is aborted, and says so. */
static void test_transaction_timeout(void **state)
{
        uint64_t deadline = time_now() + 30 * NS_PER_S;
        Session *session;
        XsReply reply;

        store_free(t.store);
        open_store((StoreOptions){ .transaction_timeout_s = 1 });
        session = add(&alice, "slow");
        assert_int_equal(session_transaction_start(session, &t.problem), 0);
        while (node_read(t.store, session, "data", &reply, &t.problem) != EAGAIN) {
                assert_true(time_now() < deadline);
                time_sleep(20 * NS_PER_MS);
        }
        assert_non_null(strstr(t.problem.text, "open for too long"));
        assert_int_equal(node_write(t.store, session, "data/lost", "x", 1, &t.problem), EAGAIN);
        assert_int_equal(session_transaction_commit(session, &t.problem), EAGAIN);
        assert_int_equal(node_write(t.store, session, "data/kept", "x", 1, &t.problem), 0);
        session_unref(session);
}

/* B.6 and B.18: what a restart does to sessions, watches and an open transaction. */
static void test_restart(void **state)
{
        Session *session = add(&alice, "with a space"), *found;
        uint32_t id = session->id;
        Strings paths = { 0 };

        assert_int_equal(session_watch(session, "data/w", &t.problem), 0);
        assert_int_equal(session_watch(session, "data/w", &t.problem), 0);
        assert_int_equal(session_watch(session, "data/gone", &t.problem), 0);
        assert_int_equal(session_unwatch(session, "data/gone", &t.problem), 0);
        assert_int_equal(session_transaction_start(session, &t.problem), 0);
        session_unref(session);
        store_free(t.store);
        strings_deinit(&t.news);

        open_store((StoreOptions){ 0 });
        assert_int_equal(session_find(t.store, &alice, NULL, id, &found, &t.problem), 0);
        assert_string_equal(found->name, "with a space");
        assert_int_equal(found->uid, alice.uid);
        assert_int_equal(watches_list(&t.store->watches, &found->watches, &paths), 0);
        assert_int_equal(paths.count, 2);
        wait_news("1 data/w", 1);
        assert_int_equal(node_write(t.store, found, "data/w", "x", 1, &t.problem), EAGAIN);
        assert_int_equal(session_transaction_abort(found, &t.problem), 0);
        assert_int_equal(node_write(t.store, found, "data/w", "x", 1, &t.problem), 0);
        wait_news("1 data/w", 2);
        strings_deinit(&paths);
        session_unref(found);
}

static void test_expiry(void **state)
{
        uint64_t deadline = time_now() + 30 * NS_PER_S;
        Session *session, *found;

        store_free(t.store);
        open_store((StoreOptions){ .idle_expiry_s = 1 });
        session = add(&alice, "idle");
        while (session_find(t.store, &root, NULL, session->id, &found, &t.problem) == 0) {
                session_unref(found);
                assert_true(time_now() < deadline);
                time_sleep(20 * NS_PER_MS);
        }
        session_unref(session);
}

/* Issue 5: after a restart each watch fires once for each subscriber, whether he is back before or after it does. */
static void test_restored_watches_fire_once(void **state)
{
        Session *session = add(&alice, "watches");
        WatchOwner early, late;

        assert_int_equal(session_watch(session, "data/w", &t.problem), 0);
        session_unref(session);
        t.store = store_free(t.store);
        strings_deinit(&t.news);
        watch_owner_init(&early);
        early.uid = alice.uid;
        late = early;
        early.subscription = 1;
        late.subscription = 2;

        /* No xenstored: nothing has fired, and will when there is one. */
        open_store((StoreOptions){ .path = "/nonexistent/socket" });
        watches_tell_restored(&t.store->watches, &early, NULL);
        assert_int_equal(count_news("1 data/w"), 0);
        t.store = store_free(t.store);

        open_store((StoreOptions){ 0 });
        wait_news("1 data/w", 1);
        settle();
        assert_int_equal(count_news("1 data/w"), 1);
        watches_tell_restored(&t.store->watches, &late, NULL);
        assert_int_equal(count_news("1 data/w"), 2);
}

static uint64_t last_used(uint32_t id)
{
        Session *session;
        SessionFacts facts;

        assert_int_equal(session_find(t.store, &root, NULL, id, &session, &t.problem), 0);
        assert_int_equal(session_facts(session, &facts), 0);
        session_facts_deinit(&facts);
        session_unref(session);
        return facts.last_used;
}

/* A host that is idle leaves: the time without one counts, and a new one uses no session by being there. */
static void test_expiry_over_restarts(void **state)
{
        Session *session = add(&alice, "idle"), *found;
        uint64_t used;

        assert_int_equal(session_watch(session, "data/x", &t.problem), 0);
        session_unref(session);
        used = last_used(1);
        t.store = store_free(t.store);
        open_store((StoreOptions){ .idle_expiry_s = 1000 });
        assert_true(last_used(1) == used);
        t.store = store_free(t.store);
        /* written anew by the host before this one */
        open_store((StoreOptions){ 0 });
        assert_true(last_used(1) == used);

        while (time_of_day() - used < NS_PER_S + NS_PER_S / 10)
                time_sleep(20 * NS_PER_MS);
        t.store = store_free(t.store);
        open_store((StoreOptions){ .idle_expiry_s = 1 });
        assert_int_equal(session_find(t.store, &root, NULL, 1, &found, &t.problem), ENOENT);
}

/* One that only listens is here, too. */
static void test_orphans_whose_owner_listens(void **state)
{
        uint64_t until;
        Session *session;

        store_free(t.store);
        open_store((StoreOptions){ .orphan_expiry_s = 1 });
        session = add(&alice, "listens");
        store_user_gone(t.store, alice.uid);
        store_user_here(t.store, alice.uid);
        for (until = time_now() + 2 * NS_PER_S; time_now() < until;)
                time_sleep(20 * NS_PER_MS);
        assert_false(session->is_ended);
        session_unref(session);
}

static void test_orphans(void **state)
{
        uint64_t deadline = time_now() + 30 * NS_PER_S;
        Session *gone, *here, *found;

        store_free(t.store);
        open_store((StoreOptions){ .orphan_expiry_s = 1 });
        gone = add(&alice, "gone");
        here = add(&bob, "here");
        store_user_gone(t.store, alice.uid);
        while (session_find(t.store, &root, NULL, gone->id, &found, &t.problem) == 0) {
                session_unref(found);
                assert_true(time_now() < deadline);
                time_sleep(20 * NS_PER_MS);
        }
        assert_int_equal(session_find(t.store, &root, NULL, here->id, &found, &t.problem), 0);
        session_unref(found);
        session_unref(gone);
        session_unref(here);
}

/* A.4: the first event at once, also for a missing node; own, equal and lower writes, removal of an ancestor. */
static void test_events(void **state)
{
        Session *session = add(&alice, "watcher");
        const char *head = "1 ev/a ";

        assert_int_equal(session_watch(session, "ev/a", &t.problem), 0);
        wait_news(head, 1);
        for (unsigned i = 1; i <= 3; i++) {
                settle();
                put(i == 3 ? "ev/a/deep/er" : "ev/a", "same");
                wait_news(head, i + 1);
        }
        settle();
        assert_int_equal(node_remove(t.store, NULL, "ev", &t.problem), 0);
        wait_news(head, 5);
        settle();
        assert_int_equal(count_news(head), 5);
        /* B.12: removal is done when it returns; an unknown path is no error. */
        assert_int_equal(session_unwatch(session, "ev/a", &t.problem), 0);
        put("ev/a", "later");
        settle();
        assert_int_equal(count_news(head), 5);
        assert_int_equal(session_unwatch(session, "ev/a", &t.problem), 0);
        session_unref(session);
}

/* One xenstore watch for each path, duplicates counted, and each session its own news. */
static void test_sharing(void **state)
{
        Session *one = add(&alice, "one"), *two = add(&bob, "two");

        assert_int_equal(session_watch(one, "sh/x", &t.problem), 0);
        assert_int_equal(session_watch(one, "sh/x", &t.problem), 0);
        assert_int_equal(session_watch(two, "sh/x", &t.problem), 0);
        assert_int_equal(registered(), 1);
        assert_int_equal(t.store->watches.count, 3);
        wait_news("1 sh/x", 1);
        wait_news("2 sh/x", 1);
        settle();
        assert_int_equal(session_unwatch(one, "sh/x", &t.problem), 0);
        strings_deinit(&t.news);
        put("sh/x", "v");
        wait_news("1 sh/x", 1);
        wait_news("2 sh/x", 1);
        assert_int_equal(session_unwatch(one, "sh/x", &t.problem), 0);
        settle();
        strings_deinit(&t.news);
        put("sh/x", "v");
        wait_news("2 sh/x", 1);
        settle();
        assert_int_equal(count_news("1 sh/x"), 0);
        assert_int_equal(session_end(two, &t.problem), 0);
        assert_int_equal(registered(), 0);
        session_unref(one);
        session_unref(two);
}

/* A storm comes as few events, one of them after the last change. */
static void test_storm(void **state)
{
        Session *session = add(&alice, "storm");
        uint64_t began, took;
        unsigned count;

        assert_int_equal(session_watch(session, "storm/x", &t.problem), 0);
        wait_news("1 storm/x", 1);
        began = time_now();
        for (unsigned i = 0; i < 5000; i++)
                put("storm/x", "v");
        took = time_now() - began;
        settle();
        count = count_news("1 storm/x");
        assert_in_range(count, 2, 10 + took / (4 * NS_PER_MS));
        strings_deinit(&t.news);
        put("storm/x/last", "v");
        wait_news("1 storm/x storm/x/last", 1);
        session_unref(session);
}

static void test_children(void **state)
{
        Strings children = { 0 };
        Bytes next = { 0 };
        char path[64];

        put("ch/A", "1");
        put("ch/a", "2");
        put("ch/leaf", "3");
        assert_int_equal(node_children(t.store, NULL, "ch", &children, &t.problem), 0);
        assert_int_equal(children.count, 3);
        assert_string_equal(strings_next(&children, NULL), "ch/A");
        strings_deinit(&children);
        /* B.8: a node without children has none, which is no error. */
        assert_int_equal(node_children(t.store, NULL, "ch/leaf", &children, &t.problem), 0);
        assert_int_equal(children.count, 0);
        assert_int_equal(node_children(t.store, NULL, "ch/none", &children, &t.problem), ENOENT);
        assert_int_equal(node_children(t.store, NULL, "/", &children, &t.problem), 0);
        assert_string_equal(strings_next(&children, NULL), "/tool");
        strings_deinit(&children);
        for (unsigned i = 0; i < 1200; i++) {
                snprintf(path, sizeof(path), "many/a-rather-long-name-of-a-node-%u", i);
                put(path, "");
        }
        assert_int_equal(node_children(t.store, NULL, "many", &children, &t.problem), 0);
        assert_int_equal(children.count, 1200);
        strings_deinit(&children);

        /* B.9 */
        assert_int_equal(node_first_child(t.store, NULL, "ch", &next, &t.problem), 0);
        assert_string_equal(next.data, "ch/A");
        bytes_deinit(&next);
        assert_int_equal(node_first_child(t.store, NULL, "ch/leaf", &next, &t.problem), 0);
        assert_string_equal(next.data, "");
        bytes_deinit(&next);
        assert_int_equal(node_next_sibling(t.store, NULL, "ch/A", &next, &t.problem), 0);
        assert_string_equal(next.data, "ch/a");
        bytes_deinit(&next);
        assert_int_equal(node_next_sibling(t.store, NULL, "ch/leaf", &next, &t.problem), 0);
        assert_string_equal(next.data, "");
        bytes_deinit(&next);
        assert_int_equal(node_next_sibling(t.store, NULL, "ch/none", &next, &t.problem), ENOENT);
        assert_int_equal(node_next_sibling(t.store, NULL, "/tool", &next, &t.problem), 0);
        assert_string_equal(next.data, "/local");
        bytes_deinit(&next);
        assert_int_equal(node_next_sibling(t.store, NULL, "ch", &next, &t.problem), 0);
        assert_null(strchr(next.data, '/'));
        bytes_deinit(&next);
        assert_int_equal(node_next_sibling(t.store, NULL, "/", &next, &t.problem), EINVAL);
        bytes_deinit(&next);
}

static void test_bad_paths(void **state)
{
        static const char *const bad[] = { "", "a b", "a.b", "a//b", "a/", "\xc3\xa9", "a\\b", "@x" };
        char huge[XS_PAYLOAD_MAX + 1];
        XsReply reply;

        for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
                assert_int_equal(node_read(t.store, NULL, bad[i], &reply, &t.problem), EINVAL);
                assert_int_equal(node_write(t.store, NULL, bad[i], "", 0, &t.problem), EINVAL);
        }
        memset(huge, 'x', sizeof(huge));
        assert_int_equal(node_write(t.store, NULL, "data/big", huge, sizeof(huge), &t.problem), ENAMETOOLONG);
        /* B.10: what xenstored takes is written. */
        assert_int_equal(node_write(t.store, NULL, "data/big", huge, 4000, &t.problem), 0);
        huge[XS_PATH_RELATIVE_MAX + 1] = '\0';
        assert_int_equal(node_read(t.store, NULL, huge, &reply, &t.problem), ENAMETOOLONG);
}

static void *change_run(void *userdata)
{
        NodeChange changes[2] = { { .what = NODE_WRITE, .path = "pair/a", .size = 1 },
                                  { .what = NODE_WRITE, .path = "pair/b", .size = 1 } };
        Problem problem;

        changes[0].value = changes[1].value = userdata;
        for (unsigned i = 0; i < 50; i++)
                if (node_change_many(t.store, NULL, changes, 2, &problem) != 0)
                        return strdup(problem.text);
        return NULL;
}

static bool collect_pair(void *userdata, const char *path, const XsReply *value, const Strings *permissions, int error)
{
        return bytes_printf(userdata, "%s=%s;", path, value->data) == 0;
}

/* Many writers of the same nodes, each with all or none. */
static void test_many(void **state)
{
        NodeChange bad[2] = { { .what = NODE_WRITE, .path = "pair/c", .value = "x", .size = 1 },
                              { .what = NODE_WRITE, .path = "pair c" } };
        Bytes seen = { 0 };
        const TreeWalk walk = { .path = "pair", .node = collect_pair, .userdata = &seen };
        pthread_t threads[4];
        bool exists;

        for (size_t i = 0; i < ARRAY_SIZE(threads); i++)
                assert_int_equal(thread_start(&threads[i], "change", change_run, &"abcd"[i]), 0);
        for (size_t i = 0; i < ARRAY_SIZE(threads); i++) {
                void *problem;

                pthread_join(threads[i], &problem);
                if (problem)
                        fail_msg("%s", (char *)problem);
        }
        assert_int_equal(node_walk(t.store, NULL, &walk, &t.problem), 0);
        assert_int_equal(seen.size, strlen("pair=;pair/a=x;pair/b=x;"));
        assert_int_equal(seen.data[13], seen.data[22]);
        bytes_deinit(&seen);
        assert_int_equal(node_change_many(t.store, NULL, bad, 2, &t.problem), EINVAL);
        assert_int_equal(node_exists(t.store, NULL, "pair/c", &exists, &t.problem), 0);
        assert_false(exists);
}

/* Deeper than what is listed: an error, and no other harm. */
static void test_deep_tree(void **state)
{
        char path[1024] = "deep";
        Bytes seen = { 0 };
        const TreeWalk walk = { .path = "deep", .node = collect_pair, .userdata = &seen };

        while (strlen(path) < 1000)
                strcat(path, "/d");
        put(path, "bottom");
        assert_int_equal(node_walk(t.store, NULL, &walk, &t.problem), E2BIG);
        assert_int_equal(node_remove(t.store, NULL, "deep", &t.problem), 0);
        bytes_deinit(&seen);
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, setup, teardown)
        const struct CMUnitTest tests[] = {
                TEST(test_numbers),
                TEST(test_names),
                TEST(test_owners),
                TEST(test_limits),
                TEST(test_transactions),
                TEST(test_transaction_timeout),
                TEST(test_restart),
                TEST(test_expiry),
                TEST(test_orphans),
                TEST(test_restored_watches_fire_once),
                TEST(test_expiry_over_restarts),
                TEST(test_orphans_whose_owner_listens),
                TEST(test_events),
                TEST(test_sharing),
                TEST(test_storm),
                TEST(test_children),
                TEST(test_bad_paths),
                TEST(test_deep_tree),
                TEST(test_many),
        };

        if (!getenv("XENSTORED_PATH")) {
                puts("needs XENSTORED_PATH");
                return 77;
        }
        return cmocka_run_group_tests(tests, NULL, NULL);
}
