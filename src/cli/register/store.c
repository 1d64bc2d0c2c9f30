#include "cli/register/store.h"

#include <errno.h>
#include <fcntl.h>
#include <glob.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/register/probe.h"
#include "registry/compile.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "wire/control.h"

enum {
        ANNOUNCE_TIMEOUT_MS = 20000,
};

static int refuse(Store *store, const char **problemp, const char *format, ...) _printf_(3, 4);

static int refuse(Store *store, const char **problemp, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        *problemp = arena_vprintf(&store->arena, format, args);
        va_end(args);
        return *problemp ? STORE_REFUSED : error_origin(-ENOMEM);
}

/* The folder and those above it */
static int make_folders(char *path)
{
        for (char *slash = strchr(path + 1, '/');; slash = strchr(slash + 1, '/')) {
                int r = 0;

                if (slash)
                        *slash = '\0';
                if (mkdir(path, 0755) < 0 && errno != EEXIST)
                        r = -errno;
                if (!slash)
                        return r;
                *slash = '/';
                if (r)
                        return r;
        }
}

int store_open(Store *store, const char *state_dir, const char *socket, const char **problemp)
{
        char *folder, *lock;
        int r;

        memset(store, 0, sizeof(*store));
        arena_init(&store->arena, 0);
        store->state_dir = state_dir;
        store->socket = socket;
        store->lock_fd = -1;
        folder = arena_printf(&store->arena, "%s/registrations", state_dir);
        lock = arena_printf(&store->arena, "%s/registrations/.lock", state_dir);
        if (!folder || !lock)
                return error_origin(-ENOMEM);
        store->folder = folder;

        r = make_folders(folder);
        if (r)
                return refuse(store, problemp, "%s cannot be made: %s", folder, strerror(-r));
        store->lock_fd = open(lock, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (store->lock_fd < 0 || flock(store->lock_fd, LOCK_EX) < 0)
                return refuse(store, problemp, "%s: %s", lock, strerror(errno));
        return 0;
}

void store_close(Store *store)
{
        store->lock_fd = fd_close(store->lock_fd);
        arena_deinit(&store->arena);
}

static const char *path_of(Store *store, const char *name, const char *suffix)
{
        return arena_printf(&store->arena, "%s/%s%s", store->folder, name, suffix);
}

static int write_file(Store *store, const char *path, const Buffer *content, const char **problemp)
{
        int r = fd_replace_file(path, content->data, content->size, 0644);

        return r ? refuse(store, problemp, "%s cannot be written: %s", path, strerror(-r)) : 0;
}

int store_add(Store *store, Record *record, const Buffer *mof, bool replace, const char **problemp)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        const char *reg_path = path_of(store, record->name, ".reg"), *mof_path = path_of(store, record->name, ".mof");
        const char *problem = NULL;
        int r;

        if (!reg_path || !mof_path)
                return error_origin(-ENOMEM);
        if (!replace && access(reg_path, F_OK) == 0)
                return refuse(store, problemp, "a provider %s is registered already: -ForceUpdate replaces it",
                              record->name);
        r = registry_check(store->folder, record, mof->data, mof->size, &problem);
        if (r > 0)
                return refuse(store, problemp, "%s", problem);
        if (!r)
                r = record_write(record, &text);
        if (r)
                return error_trace(r);

        /* the schema first: a record without one is no registration */
        r = write_file(store, mof_path, mof, problemp);
        if (!r)
                r = write_file(store, reg_path, &text, problemp);
        return r;
}

int store_remove(Store *store, const char *name, const char **problemp)
{
        const char *reg_path = path_of(store, name, ".reg"), *mof_path = path_of(store, name, ".mof");

        if (!reg_path || !mof_path)
                return error_origin(-ENOMEM);
        if (unlink(reg_path) < 0) {
                if (errno == ENOENT)
                        return refuse(store, problemp, "no provider %s is registered", name);
                return refuse(store, problemp, "%s cannot be removed: %s", reg_path, strerror(errno));
        }
        (void)unlink(mof_path);
        return 0;
}

/* NAME.reg without a NAME.mof as new as itself */
static bool lacks_schema(const char *reg_path, const char *mof_path)
{
        struct stat reg, mof;

        if (stat(reg_path, &reg) < 0)
                return false;
        return stat(mof_path, &mof) < 0 || mof.st_mtim.tv_sec < reg.st_mtim.tv_sec;
}

static int complete(Store *store, const char *reg_path, const char **problemp)
{
        size_t length = strlen(reg_path);
        _cleanup_(record_deinit) Record record;
        _cleanup_(probe_deinit) Probe probe;
        const char *stem, *mof_path, *library, *problem = NULL;
        int r;

        record_init(&record);
        probe_init(&probe);
        stem = arena_strndup(&store->arena, reg_path, length - strlen(".reg"));
        mof_path = stem ? arena_printf(&store->arena, "%s.mof", stem) : NULL;
        if (!mof_path)
                return error_origin(-ENOMEM);
        if (!lacks_schema(reg_path, mof_path))
                return 0;
        r = record_read(&record, reg_path, &problem);
        if (!r) {
                library = record_library_path(&record, XENMI_PROVIDER_DIR, &record.arena);
                r = library ? probe_module(&probe, library, &problem) : -ENOMEM;
        }
        if (r > 0) {
                log_warning("%s: %s", reg_path, problem);
                return 0;
        }
        return r ? r : write_file(store, mof_path, &probe.mof, problemp);
}

int store_complete(Store *store, const char **problemp)
{
        const char *pattern = arena_printf(&store->arena, "%s/*/*.reg", store->folder);
        glob_t found = { 0 };
        int r = 0;

        if (!pattern)
                return error_origin(-ENOMEM);
        if (glob(pattern, 0, NULL, &found) == 0)
                for (size_t i = 0; i < found.gl_pathc && !r; i++)
                        r = complete(store, found.gl_pathv[i], problemp);
        globfree(&found);
        return r;
}

int store_compile(Store *store, const char **problemp)
{
        const char *path = arena_printf(&store->arena, "%s/repository", store->state_dir);
        int r;

        if (!path)
                return error_origin(-ENOMEM);
        r = registry_compile(store->folder, path, NULL);
        return r ? refuse(store, problemp, "%s cannot be written: %s", path, strerror(-r)) : 0;
}

bool store_announce(Store *store, const char **problemp)
{
        _cleanup_fd_ int fd = -1;
        ControlMessage message;
        int r;

        *problemp = NULL;
        if (store->socket) {
                fd = fd_connect_unix(store->socket, SOCK_SEQPACKET);
                r = fd < 0 ? fd : 0;
        } else {
                r = control_connect(&fd);
        }
        if (r == -ENOENT || r == -ECONNREFUSED)
                return false; /* not running: it reads the repository when it starts */
        if (!r) {
                control_init(&message, CONTROL_RELOAD, 1);
                r = control_call(fd, &message, &message, NULL, ANNOUNCE_TIMEOUT_MS);
        }
        if (r)
                (void)refuse(store, problemp, "the broker cannot be told: %s", r < 0 ? strerror(-r) : "it hung up");
        else if (message.header.type == CONTROL_REFUSED)
                (void)refuse(store, problemp, "the broker does not take it: %s", message.refused.message);
        return !*problemp;
}
