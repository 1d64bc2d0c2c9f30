/*
 * bench-xenstore: each method beside the raw request that it stands for; many sessions; a large tree
 *
 *      bench-xenstore PREFIX XENSTORED_SOCKET HOST_PID SESSIONS
 *
 * Prints one JSON object. Needs a running xenmi (XENMI_SOCKET).
 */

#include "store-client.h"

enum {
        ROUNDS = 7,
        CALLS = 300,
        TREE_NODES = 10000,
};

static Client client;
static MI_Instance *session;

typedef struct Method {
        const char *name;
        const char *second; /* called after it: what undoes it */
        MI_Instance *in;
        void (*raw)(void);
} Method;

static void raw_get_value(void)
{
        raw(&client, RAW_READ, 0, "data/bench/x", 13, NULL);
}

static void raw_set_value(void)
{
        raw_write(&client, "data/bench/x", "0123456789");
}

static void raw_get_children(void)
{
        raw(&client, RAW_DIRECTORY, 0, "data/bench", 11, NULL);
}

static void raw_get_permissions(void)
{
        raw(&client, RAW_GET_PERMS, 0, "data/bench/x", 13, NULL);
}

static void raw_transaction(void)
{
        char id[4097];

        raw(&client, RAW_TRANSACTION_START, 0, "", 1, id);
        raw(&client, RAW_TRANSACTION_END, (uint32_t)strtoul(id, NULL, 10), "T", 2, NULL);
}

static void raw_watch(void)
{
        raw(&client, RAW_WATCH, 0, "data/bench/w\0token", 19, NULL);
        raw(&client, RAW_UNWATCH, 0, "data/bench/w\0token", 19, NULL);
}

static void measure(const Method *method, bool is_last)
{
        double ours[ROUNDS], theirs[ROUNDS], ratio[ROUNDS];

        for (int round = 0; round < ROUNDS; round++) {
                double start = now();

                for (int i = 0; i < CALLS; i++) {
                        invoke(&client, client.session_class, method->name, session, method->in, NULL);
                        if (method->second)
                                invoke(&client, client.session_class, method->second, session, method->in, NULL);
                }
                ours[round] = (now() - start) / CALLS * 1e6;
                start = now();
                for (int i = 0; i < CALLS; i++)
                        method->raw();
                theirs[round] = (now() - start) / CALLS * 1e6;
                ratio[round] = ours[round] / theirs[round];
        }
        printf("\"%s%s%s\": {\"us\": %.1f, \"raw_us\": %.1f, \"ratio\": %.2f}%s", method->name,
               method->second ? "+" : "", method->second ? method->second : "", median(ours, ROUNDS),
               median(theirs, ROUNDS), median(ratio, ROUNDS), is_last ? "" : ", ");
}

static void measure_methods(void)
{
        MI_Instance *path = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", "data/bench/x", NULL });
        MI_Instance *parent = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", "data/bench", NULL });
        MI_Instance *watch = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", "data/bench/w", NULL });
        MI_Instance *write = texts(&client, MI_T("P"),
                                   (const char *const[]){ "Pathname", "data/bench/x", "value", "0123456789", NULL });
        const Method methods[] = {
                { "GetValue", NULL, path, raw_get_value },
                { "SetValue", NULL, write, raw_set_value },
                { "GetChildren", NULL, parent, raw_get_children },
                { "Exists", NULL, path, raw_get_value },
                { "GetPermissions", NULL, path, raw_get_permissions },
                { "StartTransaction", "CommitTransaction", NULL, raw_transaction },
                { "SetWatch", "RemoveWatch", watch, raw_watch },
        };
        const size_t count = sizeof(methods) / sizeof(methods[0]);

        printf("\"methods\": {");
        for (size_t i = 0; i < count; i++)
                measure(&methods[i], i + 1 == count);
        printf("}, ");
        MI_Instance_Delete(path);
        MI_Instance_Delete(parent);
        MI_Instance_Delete(watch);
        MI_Instance_Delete(write);
}

static void measure_sessions(const MI_Instance *base, int host, int count)
{
        MI_Instance *in = texts(&client, MI_T("P"), (const char *const[]){ "Id", "one of many", NULL }), *answer = NULL;
        double before = memory_kib(host), start = now(), added, ended;
        MI_Value number = { 0 };

        for (int i = 0; i < count; i++)
                invoke(&client, client.base_class, MI_T("AddSession"), base, in, NULL);
        added = (now() - start) / count * 1e6;
        printf("\"sessions\": {\"count\": %d, \"add_us\": %.1f, \"bytes_each\": %.0f, ", count, added,
               (memory_kib(host) - before) * 1024 / count);
        start = now();
        invoke(&client, client.base_class, MI_T("EndSessions"), NULL, in, &answer);
        ended = (now() - start) / count * 1e6;
        MI_Instance_GetElement(answer, MI_T("Ended"), &number, NULL, NULL, NULL);
        if (number.uint32 != (MI_Uint32)count)
                fail("EndSessions", "not all of them");
        printf("\"end_us\": %.1f}, ", ended);
        MI_Instance_Delete(answer);
        MI_Instance_Delete(in);
}

static void measure_tree(void)
{
        MI_Instance *in = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", "data/bench-tree", NULL }),
                    *answer = NULL;
        double start, at_once, singly;
        MI_Value paths = { 0 };
        char path[64];

        for (int i = 0; i < TREE_NODES - 101; i++) {
                snprintf(path, sizeof(path), "data/bench-tree/%d/%d", i % 100, i);
                raw_write(&client, path, "value");
        }
        start = now();
        invoke(&client, client.base_class, MI_T("ListTree"), NULL, in, &answer);
        at_once = now() - start;
        MI_Instance_GetElement(answer, MI_T("Pathnames"), &paths, NULL, NULL, NULL);
        if (paths.stringa.size != TREE_NODES)
                fail("ListTree", "another number of nodes");
        MI_Instance_Delete(in);

        start = now();
        for (MI_Uint32 i = 0; i < paths.stringa.size; i++) {
                in = texts(&client, MI_T("P"), (const char *const[]){ "Pathname", paths.stringa.data[i], NULL });
                invoke(&client, client.session_class, MI_T("GetValue"), session, in, NULL);
                invoke(&client, client.session_class, MI_T("GetChildren"), session, in, NULL);
                MI_Instance_Delete(in);
        }
        singly = now() - start;
        MI_Instance_Delete(answer);
        printf("\"tree\": {\"nodes\": %d, \"list_tree_ms\": %.1f, \"single_calls_ms\": %.1f, \"ratio\": %.2f}",
               TREE_NODES, at_once * 1e3, singly * 1e3, singly / at_once);
}

int main(int argc, char **argv)
{
        MI_Instance *base;

        if (argc != 5) {
                fprintf(stderr, "usage: bench-xenstore PREFIX XENSTORED_SOCKET HOST_PID SESSIONS\n");
                return 2;
        }
        client_open(&client, argv[1], argv[2]);
        base = first_instance(&client, client.base_class);
        session = add_session(&client, base, "bench");
        raw_set_value();
        printf("{");
        measure_methods();
        measure_sessions(base, atoi(argv[3]), atoi(argv[4]));
        measure_tree();
        printf("}\n");
        invoke(&client, client.session_class, MI_T("EndSession"), session, NULL, NULL);
        MI_Instance_Delete(session);
        MI_Instance_Delete(base);
        client_close(&client);
        return 0;
}
