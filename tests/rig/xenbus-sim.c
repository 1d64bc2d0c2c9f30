/*
 * A simulator of /dev/xen/xenbus for one process: an LD_PRELOAD library, or linked into a test
 *
 * Opens of the device become one end of a socket pair; write() to it does what the kernel does. It speaks to a real xenstored as the
 * unprivileged domain $XENBUS_DOMID, over the ring that the rig's shim maps ($RIG_DIR/ring-<domid>).
 *
 * The kernel's rules, and what breaking them costs here (abort()):
 *   - each open file has one buffer: a request that is written while another is under way overwrites it;
 *   - one message for each write(): what follows the first is dropped;
 *   - header and payload together have 4,096 bytes.
 * WATCH and UNWATCH are answered by the kernel within write(), with a message of its own; a refusal is the write's error. A transaction
 * belongs to the file that started it. Whoever makes the file $RIG_DIR/resume has the domain resumed: all watches are registered anew
 * and all transactions are gone; the file is removed when that is done. While $RIG_DIR/stall exists nothing is answered: requests are lost,
 * WATCH and UNWATCH block.
 */

/* one function called open, one called open64: not the first under the name of the second */
#undef _FILE_OFFSET_BITS

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#define SHOW __attribute__((visibility("default")))

enum {
        DIRECTORY = 1,
        WATCH = 4,
        UNWATCH = 5,
        TRANSACTION_START = 6,
        TRANSACTION_END = 7,
        WATCH_EVENT = 15,
        ERROR = 16,

        PAGE = 4096,
        RING = 1024,
        FILES_MAX = 64,
        WATCHES_MAX = 1024,
        TRANSACTIONS_MAX = 64,
        TICK_US = 100,
};

typedef struct Header {
        uint32_t type, request, transaction, size;
} Header;

typedef struct File {
        int user_fd, kernel_fd; /* 0: free */
        bool is_busy;           /* a request is under way */
        Header asked;
        uint32_t transactions[TRANSACTIONS_MAX];
} File;

typedef struct KernelWatch {
        File *file; /* NULL: free */
        char path[PAGE], token[PAGE];
} KernelWatch;

static struct {
        pthread_mutex_t lock; /* of all */
        pthread_cond_t answered;
        pthread_mutex_t watch_lock; /* one WATCH at a time; taken first */
        volatile uint32_t *indexes; /* request consumer, producer, response consumer, producer */
        char *page;
        int evtchn;
        uint32_t port;
        File files[FILES_MAX];
        KernelWatch watches[WATCHES_MAX];
        bool waits;      /* a WATCH or UNWATCH of the kernel's own is under way */
        int wait_result; /* its errno */
} sim = { .lock = PTHREAD_MUTEX_INITIALIZER,
          .watch_lock = PTHREAD_MUTEX_INITIALIZER,
          .answered = PTHREAD_COND_INITIALIZER };

static pthread_once_t once = PTHREAD_ONCE_INIT;

static ssize_t really_write(int fd, const void *data, size_t size)
{
        return syscall(SYS_write, fd, data, size);
}

static void punish(const char *rule)
{
        static const char head[] = "xenbus-sim: the client breaks the kernel's rule: ";

        (void)!really_write(2, head, strlen(head));
        (void)!really_write(2, rule, strlen(rule));
        (void)!really_write(2, "\n", 1);
        abort();
}

static void rig_path(char *buffer, size_t size, const char *name)
{
        const char *dir = getenv("RIG_DIR");

        snprintf(buffer, size, "%s/%s", dir ? dir : ".", name);
}

static bool rig_has(const char *name)
{
        char path[PAGE];
        struct stat status;

        rig_path(path, sizeof(path), name);
        return stat(path, &status) == 0;
}

static void notify(void)
{
        (void)!really_write(sim.evtchn, &sim.port, sizeof(sim.port));
}

/* lock is held */
static void ring_send(const Header *header, const void *payload)
{
        char message[PAGE + sizeof(*header)];
        size_t size = sizeof(*header) + header->size;

        memcpy(message, header, sizeof(*header));
        memcpy(message + sizeof(*header), payload, header->size);
        for (size_t sent = 0; sent < size;) {
                uint32_t consumer = sim.indexes[0], producer = sim.indexes[1];

                __sync_synchronize();
                for (; sent < size && producer - consumer < RING; sent++, producer++)
                        sim.page[producer % RING] = message[sent];
                __sync_synchronize();
                sim.indexes[1] = producer;
                notify();
                if (sent < size)
                        usleep(TICK_US);
        }
}

static void ring_receive(void *data, size_t size)
{
        char *out = data;

        for (size_t got = 0; got < size;) {
                uint32_t consumer = sim.indexes[2], producer = sim.indexes[3];

                __sync_synchronize();
                if (consumer == producer) {
                        usleep(TICK_US);
                        continue;
                }
                for (; got < size && consumer != producer; got++, consumer++)
                        out[got] = sim.page[RING + consumer % RING];
                __sync_synchronize();
                sim.indexes[2] = consumer;
                notify();
        }
}

static void give(File *file, const Header *header, const void *payload)
{
        char message[PAGE + sizeof(*header)];

        memcpy(message, header, sizeof(*header));
        memcpy(message + sizeof(*header), payload, header->size);
        (void)!send(file->kernel_fd, message, sizeof(*header) + header->size, MSG_NOSIGNAL);
}

static void note_transaction(File *file, const Header *header, const char *payload)
{
        uint32_t id =
                file->asked.type == TRANSACTION_START ? (uint32_t)strtoul(payload, NULL, 10) : file->asked.transaction;

        if (file->asked.type != TRANSACTION_START && file->asked.type != TRANSACTION_END)
                return;
        if (header->type == ERROR && file->asked.type == TRANSACTION_START)
                return;
        for (unsigned i = 0; i < TRANSACTIONS_MAX; i++) {
                if (file->asked.type == TRANSACTION_START && !file->transactions[i]) {
                        file->transactions[i] = id;
                        return;
                }
                if (file->asked.type == TRANSACTION_END && file->transactions[i] == id)
                        file->transactions[i] = 0;
        }
}

static int error_number(const char *text)
{
        static const struct {
                const char *text;
                int number;
        } known[] = { { "EINVAL", EINVAL }, { "EACCES", EACCES }, { "ENOSPC", ENOSPC }, { "E2BIG", E2BIG },
                      { "ENOENT", ENOENT }, { "ENOMEM", ENOMEM }, { "EEXIST", 0 } };

        for (unsigned i = 0; i < sizeof(known) / sizeof(known[0]); i++)
                if (!strcmp(known[i].text, text))
                        return known[i].number;
        return EIO;
}

/* lock is held */
static void hand_out(Header *header, char *payload)
{
        payload[header->size] = '\0';
        if (header->type == WATCH_EVENT) {
                unsigned number = (unsigned)strtoul(payload + strlen(payload) + 1, NULL, 16);

                if (number < WATCHES_MAX && sim.watches[number].file) {
                        KernelWatch *watch = &sim.watches[number];
                        char event[2 * PAGE];
                        size_t size = strlen(payload) + 1;

                        memcpy(event, payload, size);
                        memcpy(event + size, watch->token, strlen(watch->token) + 1);
                        *header = (Header){ .type = WATCH_EVENT, .size = (uint32_t)(size + strlen(watch->token) + 1) };
                        give(watch->file, header, event);
                }
        } else if (header->request == UINT32_MAX) {
                sim.waits = false;
                sim.wait_result = header->type == ERROR ? error_number(payload) : 0;
                pthread_cond_broadcast(&sim.answered);
        } else if (header->request < FILES_MAX) {
                File *file = &sim.files[header->request];

                if (!file->kernel_fd)
                        return;
                note_transaction(file, header, payload);
                header->request = file->asked.request;
                file->is_busy = false;
                give(file, header, payload);
        }
}

static void *read_ring(void *userdata)
{
        for (;;) {
                char payload[PAGE + 1];
                Header header;

                ring_receive(&header, sizeof(header));
                ring_receive(payload, header.size);
                pthread_mutex_lock(&sim.lock);
                hand_out(&header, payload);
                pthread_mutex_unlock(&sim.lock);
        }
        return userdata;
}

/* A request of the kernel's own, and its answer. watch_lock is held. Without a transaction. */
static int kernel_asks(uint32_t type, uint32_t transaction, const void *payload, size_t size)
{
        Header header = { .type = type, .request = UINT32_MAX, .transaction = transaction, .size = (uint32_t)size };
        int result;

        pthread_mutex_lock(&sim.lock);
        sim.waits = true;
        ring_send(&header, payload);
        while (sim.waits)
                pthread_cond_wait(&sim.answered, &sim.lock);
        result = sim.wait_result;
        pthread_mutex_unlock(&sim.lock);
        return result;
}

static int kernel_watches(uint32_t type, unsigned number)
{
        char payload[PAGE + 32];
        int size = snprintf(payload, sizeof(payload), "%s%c%X", sim.watches[number].path, '\0', number);

        return kernel_asks(type, 0, payload, (size_t)size + 1);
}

/* watch_lock is held */
static void abort_transactions(const File *file)
{
        uint32_t transactions[TRANSACTIONS_MAX];

        pthread_mutex_lock(&sim.lock);
        memcpy(transactions, file->transactions, sizeof(transactions));
        if (!file->kernel_fd)
                memset(transactions, 0, sizeof(transactions));
        pthread_mutex_unlock(&sim.lock);
        for (unsigned i = 0; i < TRANSACTIONS_MAX; i++)
                if (transactions[i])
                        kernel_asks(TRANSACTION_END, transactions[i], "F", 2);
}

static void resume(void)
{
        pthread_mutex_lock(&sim.watch_lock);
        for (unsigned i = 0; i < FILES_MAX; i++)
                abort_transactions(&sim.files[i]);
        for (unsigned i = 0; i < WATCHES_MAX; i++) {
                if (!sim.watches[i].file)
                        continue;
                kernel_watches(UNWATCH, i);
                kernel_watches(WATCH, i);
        }
        pthread_mutex_unlock(&sim.watch_lock);
}

static void *wait_for_resume(void *userdata)
{
        char path[PAGE];

        rig_path(path, sizeof(path), "resume");
        for (;;) {
                usleep(10000);
                if (rig_has("resume")) {
                        resume();
                        unlink(path);
                }
        }
        return userdata;
}

static void start(void)
{
        const char *domid = getenv("XENBUS_DOMID");
        char path[PAGE], name[32];
        pthread_t thread;
        int fd;

        snprintf(name, sizeof(name), "ring-%s", domid ? domid : "7");
        rig_path(path, sizeof(path), name);
        fd = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_CLOEXEC);
        sim.page = fd < 0 ? MAP_FAILED : mmap(NULL, PAGE, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
        close(fd);
        rig_path(path, sizeof(path), "evtchn");
        sim.evtchn = (int)syscall(SYS_openat, AT_FDCWD, path, O_RDWR | O_NONBLOCK | O_CLOEXEC);
        if (sim.page == MAP_FAILED || sim.evtchn < 0) {
                sim.page = NULL;
                return;
        }
        sim.port = 5 + 2 * (uint32_t)atoi(domid ? domid : "7");
        sim.indexes = (volatile uint32_t *)(void *)(sim.page + 2 * RING);
        pthread_create(&thread, NULL, read_ring, NULL);
        pthread_detach(thread);
        pthread_create(&thread, NULL, wait_for_resume, NULL);
        pthread_detach(thread);
}

static int sim_open(void)
{
        int pair[2];

        pthread_once(&once, start);
        if (!sim.page || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) < 0) {
                errno = ENOENT;
                return -1;
        }
        pthread_mutex_lock(&sim.lock);
        for (unsigned i = 0; i < FILES_MAX; i++) {
                if (sim.files[i].kernel_fd)
                        continue;
                sim.files[i] = (File){ .user_fd = pair[0], .kernel_fd = pair[1] };
                pthread_mutex_unlock(&sim.lock);
                return pair[0];
        }
        pthread_mutex_unlock(&sim.lock);
        errno = EMFILE;
        return -1;
}

static File *find_file(int fd)
{
        for (unsigned i = 0; i < FILES_MAX; i++)
                if (sim.files[i].kernel_fd && sim.files[i].user_fd == fd)
                        return &sim.files[i];
        return NULL;
}

static int do_watch(File *file, const Header *header, const char *payload)
{
        const char *token = memchr(payload, '\0', header->size);
        int result = 0;

        if (!token || !memchr(token + 1, '\0', header->size - (size_t)(token + 1 - payload)))
                return EILSEQ;
        token++;
        for (unsigned i = 0; i < WATCHES_MAX; i++) {
                KernelWatch *watch = &sim.watches[i];

                if (header->type == WATCH && !watch->file) {
                        strcpy(watch->path, payload);
                        strcpy(watch->token, token);
                        watch->file = file;
                        result = kernel_watches(WATCH, i);
                        if (result)
                                watch->file = NULL;
                        break;
                }
                if (header->type == UNWATCH && watch->file == file && !strcmp(watch->path, payload) &&
                    !strcmp(watch->token, token)) {
                        kernel_watches(UNWATCH, i);
                        watch->file = NULL;
                        break;
                }
        }
        return result;
}

static bool has_transaction(const File *file, uint32_t id)
{
        for (unsigned i = 0; i < TRANSACTIONS_MAX; i++)
                if (file->transactions[i] == id)
                        return true;
        return false;
}

static ssize_t sim_write(File *file, const char *data, size_t size)
{
        static const char ok[] = "OK", unknown[] = "ENOENT";
        Header header;
        int result;

        if (size < sizeof(header))
                punish("a message is one write(), header and payload");
        memcpy(&header, data, sizeof(header));
        if (header.size + sizeof(header) > PAGE)
                punish("header and payload have 4,096 bytes");
        if (size != sizeof(header) + header.size)
                punish("one message for each write()");
        if (file->is_busy)
                punish("one request at a time for each descriptor");
        if (header.type == WATCH || header.type == UNWATCH) {
                while (rig_has("stall"))
                        usleep(1000);
                pthread_mutex_lock(&sim.watch_lock);
                result = do_watch(file, &header, data + sizeof(header));
                pthread_mutex_unlock(&sim.watch_lock);
                if (result) {
                        errno = result;
                        return -1;
                }
                header = (Header){ .type = header.type, .size = sizeof(ok) };
                give(file, &header, ok);
                return (ssize_t)size;
        }
        pthread_mutex_lock(&sim.lock);
        if (header.transaction && !has_transaction(file, header.transaction)) {
                header.type = ERROR;
                header.size = sizeof(unknown);
                give(file, &header, unknown);
        } else {
                file->is_busy = true;
                file->asked = header;
                header.request = (uint32_t)(file - sim.files);
                if (!rig_has("stall"))
                        ring_send(&header, data + sizeof(header));
        }
        pthread_mutex_unlock(&sim.lock);
        return (ssize_t)size;
}

static void sim_close(File *file)
{
        pthread_mutex_lock(&sim.watch_lock);
        abort_transactions(file);
        for (unsigned i = 0; i < WATCHES_MAX; i++) {
                if (sim.watches[i].file != file)
                        continue;
                kernel_watches(UNWATCH, i);
                sim.watches[i].file = NULL;
        }
        pthread_mutex_lock(&sim.lock);
        syscall(SYS_close, file->kernel_fd);
        file->kernel_fd = 0;
        pthread_mutex_unlock(&sim.lock);
        pthread_mutex_unlock(&sim.watch_lock);
}

#undef open
#undef open64

static int open_any(const char *path, int flags, mode_t mode)
{
        if (!strcmp(path, "/dev/xen/xenbus"))
                return sim_open();
        return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

SHOW int open(const char *path, int flags, ...)
{
        va_list ap;
        mode_t mode;

        va_start(ap, flags);
        mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;
        va_end(ap);
        return open_any(path, flags, mode);
}

SHOW int open64(const char *path, int flags, ...)
{
        va_list ap;
        mode_t mode;

        va_start(ap, flags);
        mode = flags & (O_CREAT | O_TMPFILE) ? va_arg(ap, mode_t) : 0;
        va_end(ap);
        return open_any(path, flags, mode);
}

SHOW int __open_2(const char *path, int flags)
{
        return open_any(path, flags, 0);
}

SHOW ssize_t write(int fd, const void *data, size_t size)
{
        File *file;

        pthread_mutex_lock(&sim.lock);
        file = find_file(fd);
        pthread_mutex_unlock(&sim.lock);
        return file ? sim_write(file, data, size) : really_write(fd, data, size);
}

SHOW int close(int fd)
{
        File *file;

        pthread_mutex_lock(&sim.lock);
        file = find_file(fd);
        pthread_mutex_unlock(&sim.lock);
        if (file)
                sim_close(file);
        return (int)syscall(SYS_close, fd);
}
