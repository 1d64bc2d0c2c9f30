#pragma once

/*
 * What the benchmarks of XenStore share: a libmi session that calls methods, and raw requests to xenstored beside it
 */

#include <MI.h>
#include <errno.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <time.h>
#include <unistd.h>

enum {
        RAW_DIRECTORY = 1,
        RAW_READ = 2,
        RAW_GET_PERMS = 3,
        RAW_WATCH = 4,
        RAW_UNWATCH = 5,
        RAW_TRANSACTION_START = 6,
        RAW_TRANSACTION_END = 7,
        RAW_WRITE = 11,
        RAW_WATCH_EVENT = 15,
        RAW_ERROR = 16,
};

typedef struct Client {
        MI_Application application;
        MI_Session session;
        char base_class[64], session_class[64];
        int raw_fd;
} Client;

static inline double now(void)
{
        struct timespec time;

        clock_gettime(CLOCK_MONOTONIC, &time);
        return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static inline _Noreturn void fail(const char *what, const char *why)
{
        fprintf(stderr, "bench: %s: %s\n", what, why ? why : "failed");
        exit(1);
}

static inline void client_open(Client *client, const char *prefix, const char *socket_path)
{
        struct sockaddr_un address = { .sun_family = AF_UNIX };

        memset(client, 0, sizeof(*client));
        snprintf(client->base_class, sizeof(client->base_class), "%sXenStoreBase", prefix);
        snprintf(client->session_class, sizeof(client->session_class), "%sXenStoreSession", prefix);
        if (MI_Application_Initialize(0, NULL, NULL, &client->application) != MI_RESULT_OK ||
            MI_Application_NewSession(&client->application, NULL, NULL, NULL, NULL, NULL, &client->session) !=
                    MI_RESULT_OK)
                fail("libmi", "no session");
        client->raw_fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        snprintf(address.sun_path, sizeof(address.sun_path), "%s", socket_path);
        if (client->raw_fd < 0 || connect(client->raw_fd, (struct sockaddr *)&address, sizeof(address)) < 0)
                fail(socket_path, strerror(errno));
}

static inline void client_close(Client *client)
{
        close(client->raw_fd);
        MI_Session_Close(&client->session, NULL, NULL);
        MI_Application_Close(&client->application);
}

static inline size_t raw_receive(int fd, uint32_t *type, char *data)
{
        uint32_t header[4];

        for (size_t got = 0, want = sizeof(header); got < want;) {
                ssize_t n = read(fd, got < sizeof(header) ? (char *)header + got : data + got - sizeof(header),
                                 got < sizeof(header) ? sizeof(header) - got : want - got);

                if (n <= 0)
                        fail("xenstored", n ? strerror(errno) : "hung up");
                got += (size_t)n;
                if (got >= sizeof(header))
                        want = sizeof(header) + header[3];
        }
        *type = header[0];
        return header[3];
}

/* One request and its answer, whose text comes back in `answer` (4,097 bytes) if that is not NULL. */
static inline void raw(Client *client, uint32_t type, uint32_t transaction, const void *payload, size_t size,
                       char *answer)
{
        uint32_t header[4] = { type, 0, transaction, (uint32_t)size }, got;
        char message[16 + 4096], data[4097];

        memcpy(message, header, sizeof(header));
        memcpy(message + sizeof(header), payload, size);
        if (write(client->raw_fd, message, sizeof(header) + size) != (ssize_t)(sizeof(header) + size))
                fail("xenstored", strerror(errno));
        do
                size = raw_receive(client->raw_fd, &got, data);
        while (got == RAW_WATCH_EVENT);
        if (got == RAW_ERROR)
                fail("xenstored", data);
        data[size] = '\0';
        if (answer)
                memcpy(answer, data, size + 1);
}

static inline void raw_write(Client *client, const char *path, const char *value)
{
        char payload[4096];
        size_t size = (size_t)snprintf(payload, sizeof(payload), "%s", path) + 1;

        memcpy(payload + size, value, strlen(value));
        raw(client, RAW_WRITE, 0, payload, size + strlen(value), NULL);
}

/* Parameters (or keys) of text: name, value, ..., NULL. */
static inline MI_Instance *texts(Client *client, const char *class_name, const char *const *pairs)
{
        MI_Instance *instance;

        if (MI_Application_NewInstance(&client->application, class_name, NULL, &instance) != MI_RESULT_OK)
                fail(class_name, "no instance");
        for (; *pairs; pairs += 2) {
                MI_Value value = { .string = (MI_Char *)pairs[1] };

                MI_Instance_AddElement(instance, pairs[0], &value, MI_STRING, MI_FLAG_KEY);
        }
        return instance;
}

/* Calls a method; a copy of its answer if `answerp` is not NULL. */
static inline void invoke(Client *client, const char *class_name, const char *method, const MI_Instance *on,
                          const MI_Instance *in, MI_Instance **answerp)
{
        const MI_Instance *found;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_FAILED;
        MI_Operation operation;

        MI_Session_Invoke(&client->session, 0, NULL, MI_T("root/wmi"), class_name, method, on, in, NULL, &operation);
        for (MI_Boolean more = MI_TRUE; more;) {
                MI_Operation_GetInstance(&operation, &found, &more, &result, &message, NULL);
                if (found && answerp)
                        MI_Instance_Clone(found, answerp);
        }
        if (result != MI_RESULT_OK)
                fail(method, message);
        MI_Operation_Close(&operation);
}

/* The first instance of a class, as keys. */
static inline MI_Instance *first_instance(Client *client, const char *class_name)
{
        const MI_Instance *found;
        MI_Instance *first = NULL;
        MI_Operation operation;

        MI_Session_EnumerateInstances(&client->session, 0, NULL, MI_T("root/wmi"), class_name, MI_FALSE, NULL,
                                      &operation);
        for (MI_Boolean more = MI_TRUE; more;) {
                MI_Operation_GetInstance(&operation, &found, &more, NULL, NULL, NULL);
                if (found && !first)
                        MI_Instance_Clone(found, &first);
        }
        MI_Operation_Close(&operation);
        if (!first)
                fail(class_name, "no instance");
        return first;
}

/* Adds a session; the newest comes first in an enumeration. Gives the keys by which it is called. */
static inline MI_Instance *add_session(Client *client, const MI_Instance *base, const char *id)
{
        MI_Instance *in = texts(client, MI_T("Parameters"), (const char *const[]){ "Id", id, NULL }), *session;
        MI_Value name;

        invoke(client, client->base_class, MI_T("AddSession"), base, in, NULL);
        MI_Instance_Delete(in);
        in = first_instance(client, client->session_class);
        MI_Instance_GetElement(in, MI_T("InstanceName"), &name, NULL, NULL, NULL);
        session = texts(client, client->session_class, (const char *const[]){ "InstanceName", name.string, NULL });
        MI_Instance_Delete(in);
        return session;
}

static inline int by_value(const void *a, const void *b)
{
        const double x = *(const double *)a, y = *(const double *)b;

        return (x > y) - (x < y);
}

static inline double median(double *values, size_t count)
{
        qsort(values, count, sizeof(*values), by_value);
        return values[count / 2];
}

/* Private memory of a process in KiB. */
static inline double memory_kib(int pid)
{
        char path[64], line[256];
        double kib = 0;
        FILE *file;

        snprintf(path, sizeof(path), "/proc/%d/smaps_rollup", pid);
        file = fopen(path, "re");
        if (!file)
                fail(path, strerror(errno));
        while (fgets(line, sizeof(line), file))
                if (!strncmp(line, "Private_", 8))
                        kib += strtod(strchr(line, ':') + 1, NULL);
        fclose(file);
        return kib;
}
