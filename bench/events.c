/*
 * bench-events: from a write to the subscriber
 *
 *      bench-events PREFIX XENSTORED_SOCKET HOST_PID PATHS SUBSCRIBERS
 *
 * Prints one JSON object. Needs a running xenmi (XENMI_SOCKET).
 */

#include "store-client.h"

#include <poll.h>
#include <stdatomic.h>
#include <xenstore.h>

enum {
        SAMPLES = 400,
        PAUSE_US = 7000, /* longer than the least distance of two events of one watch */
        WATCHES_OF_A_SESSION = 1000,
        STORM = 100000,
        PATIENCE_S = 30,
};

static Client client;
static const MI_Instance *base;
static atomic_uint events;
static atomic_bool is_last;

static void MI_CALL on_event(MI_Operation *operation, void *context, const MI_Instance *instance,
                             const MI_Char *bookmark, const MI_Char *machine, MI_Boolean more, MI_Result result,
                             const MI_Char *message, const MI_Instance *details,
                             MI_Result(MI_CALL *acknowledge)(MI_Operation *))
{
        MI_Value changed = { 0 };

        if (instance) {
                if (MI_Instance_GetElement(instance, MI_T("ChangedPath"), &changed, NULL, NULL, NULL) == MI_RESULT_OK &&
                    changed.string && strstr(changed.string, "/the-last"))
                        atomic_store(&is_last, true);
                atomic_fetch_add(&events, 1);
        }
        if (acknowledge)
                acknowledge(operation);
}

static void subscribe(const char *event_id, MI_Operation *operation)
{
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;
        char query[256];

        callbacks.indicationResult = on_event;
        snprintf(query, sizeof(query), "select * from %.*sXenStoreWatchEvent where EventId='%s'",
                 (int)(strlen(client.base_class) - strlen("XenStoreBase")), client.base_class, event_id);
        MI_Session_Subscribe(&client.session, 0, NULL, MI_T("root/wmi"), MI_QUERY_DIALECT_WQL, query, NULL, &callbacks,
                             operation);
}

static void wait_events(unsigned count)
{
        double deadline = now() + PATIENCE_S;

        while (atomic_load(&events) < count) {
                if (now() > deadline)
                        fail("subscription", "an event does not come");
                usleep(50);
        }
}

/* Median time from a write to the callback. */
static double latency(const char *path)
{
        double times[SAMPLES];

        for (int i = 0; i < SAMPLES; i++) {
                unsigned before = atomic_load(&events);
                double start;

                usleep(PAUSE_US);
                start = now();
                raw_write(&client, path, "v");
                while (atomic_load_explicit(&events, memory_order_relaxed) == before)
                        if (now() > start + PATIENCE_S)
                                fail(path, "no event");
                times[i] = now() - start;
        }
        return median(times, SAMPLES) * 1e6;
}

static double latency_of_libxenstore(const char *path)
{
        struct xs_handle *xs = xs_open(0);
        double times[SAMPLES];

        if (!xs || !xs_watch(xs, path, "token"))
                fail("libxenstore", strerror(errno));
        free(xs_read_watch(xs, &(unsigned){ 0 }));
        for (int i = 0; i < SAMPLES; i++) {
                char **event = NULL;
                double start;

                usleep(PAUSE_US);
                start = now();
                raw_write(&client, path, "v");
                while (!event)
                        event = xs_check_watch(xs);
                times[i] = now() - start;
                free(event);
        }
        xs_close(xs);
        return median(times, SAMPLES) * 1e6;
}

static void watch_many(int host, int paths)
{
        double before = memory_kib(host), start = now();
        MI_Instance *session = NULL;

        for (int i = 0; i < paths; i++) {
                char path[64];
                MI_Instance *in;

                if (i % WATCHES_OF_A_SESSION == 0) {
                        if (session)
                                MI_Instance_Delete(session);
                        session = add_session(&client, base, "many watches");
                }
                snprintf(path, sizeof(path), "data/bench-many/%d/%d", i % 100, i);
                in = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", path, NULL });
                invoke(&client, client.session_class, MI_T("SetWatch"), session, in, NULL);
                MI_Instance_Delete(in);
        }
        if (session)
                MI_Instance_Delete(session);
        printf("\"watches\": {\"count\": %d, \"set_us\": %.1f, \"bytes_each\": %.0f}, ", paths,
               (now() - start) / paths * 1e6, (memory_kib(host) - before) * 1024 / paths);
}

static void subscribe_many(int host, int count)
{
        MI_Operation *operations = calloc((size_t)count, sizeof(*operations));
        double before = memory_kib(host), start = now();
        unsigned seen = atomic_load(&events);
        char path[64];

        for (int i = 0; i < count; i++) {
                snprintf(path, sizeof(path), "data/bench-subscriber/%d", i);
                subscribe(path, &operations[i]);
        }
        wait_events(seen + (unsigned)count);
        printf("\"subscribers\": {\"count\": %d, \"subscribe_us\": %.1f, \"bytes_each\": %.0f}, ", count,
               (now() - start) / count * 1e6, (memory_kib(host) - before) * 1024 / count);
        for (int i = 0; i < count; i++) {
                MI_Operation_Cancel(&operations[i], MI_REASON_NONE);
                MI_Operation_Close(&operations[i]);
        }
        free(operations);
}

static void storm(void)
{
        unsigned before = atomic_load(&events);
        double start = now(), took;

        for (int i = 0; i < STORM; i++)
                raw_write(&client, "data/bench-event", "v");
        took = now() - start;
        raw_write(&client, "data/bench-event/the-last", "v");
        for (double deadline = now() + PATIENCE_S; !atomic_load(&is_last); usleep(100))
                if (now() > deadline)
                        fail("storm", "the last event does not come");
        printf("\"storm\": {\"changes\": %d, \"seconds\": %.2f, \"events\": %u}, ", STORM, took,
               atomic_load(&events) - before);
}

int main(int argc, char **argv)
{
        MI_Operation operation;
        double ours, theirs;

        if (argc != 6) {
                fprintf(stderr, "usage: bench-events PREFIX XENSTORED_SOCKET HOST_PID PATHS SUBSCRIBERS\n");
                return 2;
        }
        setenv("XENSTORED_PATH", argv[2], 1);
        client_open(&client, argv[1], argv[2]);
        base = first_instance(&client, client.base_class);
        subscribe("data/bench-event", &operation);
        wait_events(1);

        printf("{");
        ours = latency("data/bench-event");
        theirs = latency_of_libxenstore("data/bench-event-theirs");
        printf("\"event_us\": %.1f, \"xs_check_watch_us\": %.1f, \"event_ratio\": %.2f, ", ours, theirs, ours / theirs);
        subscribe_many(atoi(argv[3]), atoi(argv[5]));
        storm();
        /* At the end: xenstored itself looks at every watch for every change. */
        watch_many(atoi(argv[3]), atoi(argv[4]));
        ours = latency("data/bench-event");
        theirs = latency_of_libxenstore("data/bench-event-theirs");
        printf("\"event_us_among_watches\": %.1f, \"xs_check_watch_us_among_watches\": %.1f}\n", ours, theirs);

        MI_Operation_Cancel(&operation, MI_REASON_NONE);
        MI_Operation_Close(&operation);
        MI_Instance_Delete((MI_Instance *)base);
        client_close(&client);
        return 0;
}
