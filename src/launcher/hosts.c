#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <MI.h>

#include "launcher/launcher.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

/* Tells the broker that a host did not start, and why. */
static void refuse(Launcher *launcher, uint64_t id, uint32_t result, const char *format, ...) _printf_(4, 5);

static void refuse(Launcher *launcher, uint64_t id, uint32_t result, const char *format, ...)
{
        char text[CONTROL_MESSAGE_MAX];
        ControlMessage message;
        va_list args;

        va_start(args, format);
        (void)vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        control_init(&message, CONTROL_DIED, 0);
        message.died.host = id;
        message.died.result = result;
        control_set_text(message.died.message, sizeof(message.died.message), text);
        log_warning("%s", text);
        launcher_tell(launcher, &message, -1);
}

static const RepositoryProvider *find_provider(const Repository *repository, const char *host)
{
        for (uint32_t i = 0; repository && i < repository_provider_count(repository); i++) {
                const RepositoryProvider *provider = repository_provider_at(repository, i);

                if (strcmp(provider->host, host) == 0)
                        return provider;
        }
        return NULL;
}

/* The user behind a client's socket, as the kernel knows it. */
static int requestor(Launcher *launcher, uint64_t id, int client_fd, SpawnUser *user, char *name, size_t name_size)
{
        struct ucred credentials;
        socklen_t size = sizeof(credentials);
        struct passwd *account;

        if (client_fd < 0 || getsockopt(client_fd, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0 ||
            credentials.uid == (uid_t)-1) {
                refuse(launcher, id, MI_RESULT_ACCESS_DENIED, "the kernel does not say whose host to start");
                return -EPERM;
        }
        *user = (SpawnUser){ .uid = credentials.uid, .gid = credentials.gid };
        account = getpwuid(credentials.uid);
        if (account && strlen(account->pw_name) < name_size) {
                strcpy(name, account->pw_name);
                user->gid = account->pw_gid;
                user->name = name;
        }
        return 0;
}

static int system_user(Launcher *launcher, uint64_t id, const RepositoryProvider *provider, SpawnUser *user)
{
        if (config_find_user(provider->user, &user->uid, &user->gid)) {
                refuse(launcher, id, MI_RESULT_FAILED,
                       "host %s is to run as user %s, who does not exist: add the user, or register provider %s with "
                       "another hosting model",
                       provider->host, provider->user, provider->name);
                return -ENOENT;
        }
        user->name = provider->user;
        return 0;
}

/* A folder below another one, ours alone to change, that belongs to `user`. An open descriptor or negative errno. */
static int make_folder(int parent_fd, const char *name, mode_t mode, const SpawnUser *user)
{
        _cleanup_fd_ int fd = -1;

        if (mkdirat(parent_fd, name, mode) < 0 && errno != EEXIST)
                return error_origin(-errno);
        fd = openat(parent_fd, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
        if (fd < 0)
                return error_origin(-errno);
        if ((user && fchown(fd, user->uid, user->gid) < 0) || fchmod(fd, mode) < 0)
                return error_origin(-errno);
        return fd_steal(&fd);
}

/* Where the host keeps what its successor needs: <run-dir>/hosts/<name>, for hosts of users <name>-<uid>. */
static int make_state_dir(Launcher *launcher, const char *host, bool is_requestor, const SpawnUser *user, char *path,
                          size_t path_size)
{
        _cleanup_fd_ int run_fd = -1, hosts_fd = -1, fd = -1;
        char name[CONTROL_HOST_MAX + 16];

        (void)snprintf(name, sizeof(name), is_requestor ? "%s-%u" : "%s", host, user->uid);
        if ((size_t)snprintf(path, path_size, "%s/hosts/%s", launcher->options.run_dir, name) >= path_size)
                return error_origin(-ENAMETOOLONG);
        run_fd = open(launcher->options.run_dir, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
        if (run_fd < 0)
                return error_origin(-errno);
        hosts_fd = make_folder(run_fd, "hosts", 0711, NULL);
        if (hosts_fd < 0)
                return hosts_fd;
        fd = make_folder(hosts_fd, name, 0700, launcher->is_root ? user : NULL);
        return fd < 0 ? fd : 0;
}

static int start_process(Launcher *launcher, const ControlHostStart *start, bool is_requestor, const SpawnUser *user,
                         int control_fd, pid_t *pidp)
{
        char state_dir[4096], program[4096], name[CONTROL_HOST_MAX];
        char *const arguments[] = {
                (char *)"xenmi-host", (char *)"--host", name, (char *)"--state-dir", state_dir, NULL
        };
        Spawn host = {
                .program = program,
                .arguments = arguments,
                .user = launcher->is_root ? user : NULL,
                .fds = { control_fd, launcher->repository_fd },
                .n_fds = 2,
                .memory_limit = launcher->config.memory_limit,
                .open_files = launcher->config.open_files,
        };
        int r;

        strcpy(name, start->name);
        if ((size_t)snprintf(program, sizeof(program), "%s/xenmi-host", launcher->options.libexec_dir) >=
            sizeof(program))
                return error_origin(-ENAMETOOLONG);
        r = make_state_dir(launcher, name, is_requestor, user, state_dir, sizeof(state_dir));
        if (r)
                return error_trace(r);
        return spawn(&host, pidp);
}

static int find_user(Launcher *launcher, const ControlHostStart *start, const RepositoryProvider *provider,
                     int client_fd, SpawnUser *user, char *name, size_t name_size)
{
        bool is_requestor = provider->hosting == REPOSITORY_HOSTING_REQUESTOR;
        int r;

        if (!launcher->is_root && !is_requestor) {
                *user = (SpawnUser){ .uid = geteuid(), .gid = getegid() };
                return 0;
        }
        r = is_requestor ? requestor(launcher, start->host, client_fd, user, name, name_size)
                         : system_user(launcher, start->host, provider, user);
        if (!r && !launcher->is_root && user->uid != geteuid()) {
                refuse(launcher, start->host, MI_RESULT_ACCESS_DENIED,
                       "xenmi was started by uid %u and cannot run host %s as uid %u: start it as root", geteuid(),
                       start->name, user->uid);
                return -EPERM;
        }
        return r;
}

void launcher_spawn_host(Launcher *launcher, const ControlHostStart *start, int client_fd)
{
        const RepositoryProvider *provider = find_provider(launcher->repository, start->name);
        _cleanup_fd_ int broker_end = -1, host_end = -1;
        _cleanup_(freep) HostProcess *process = NULL;
        ControlMessage message;
        char name[256];
        SpawnUser user = { 0 };
        int ends[2], r;

        if (launcher->is_stopping || !provider) {
                refuse(launcher, start->host, MI_RESULT_FAILED,
                       launcher->is_stopping ? "the service is ending; host %s is not started"
                                             : "no provider is registered for host %s any more",
                       start->name);
                return;
        }
        if (find_user(launcher, start, provider, client_fd, &user, name, sizeof(name)))
                return;

        process = calloc(1, sizeof(*process));
        r = process ? fd_socketpair(ends, SOCK_SEQPACKET) : -ENOMEM;
        if (!r) {
                broker_end = ends[0];
                host_end = ends[1];
                r = start_process(launcher, start, provider->hosting == REPOSITORY_HOSTING_REQUESTOR, &user, host_end,
                                  &process->pid);
        }
        if (r) {
                refuse(launcher, start->host, MI_RESULT_FAILED, "host %s cannot be started (%s/xenmi-host): %s",
                       start->name, launcher->options.libexec_dir, strerror(-r));
                return;
        }

        log_info("host %s runs as pid %d, uid %u", start->name, (int)process->pid,
                 launcher->is_root ? user.uid : geteuid());
        process->id = start->host;
        strcpy(process->name, start->name);
        control_init(&message, CONTROL_SPAWNED, 0);
        message.host_id.host = start->host;
        message.host_id.pid = (uint32_t)process->pid;
        list_append(&launcher->hosts, &process->link);
        steal(&process);
        launcher_tell(launcher, &message, broker_end);
}

void launcher_kill_host(Launcher *launcher, uint64_t id)
{
        list_for_each (link, &launcher->hosts) {
                HostProcess *process = list_entry(link, HostProcess, link);

                if (process->id == id)
                        (void)kill(process->pid, SIGKILL);
        }
}

void launcher_kill_hosts(Launcher *launcher)
{
        list_for_each (link, &launcher->hosts)
                (void)kill(list_entry(link, HostProcess, link)->pid, SIGKILL);
}

static void describe(char *text, size_t size, const char *name, int status)
{
        if (WIFSIGNALED(status))
                (void)snprintf(text, size, "host %s was ended by signal %d (%s)", name, WTERMSIG(status),
                               strsignal(WTERMSIG(status)));
        else
                (void)snprintf(text, size, "host %s ended with status %d", name, WEXITSTATUS(status));
}

bool launcher_host_died(Launcher *launcher, pid_t pid, int status)
{
        list_for_each_safe (link, &launcher->hosts) {
                HostProcess *process = list_entry(link, HostProcess, link);
                ControlMessage message;

                if (process->pid != pid)
                        continue;
                /* what its providers forked and left behind */
                (void)kill(-pid, SIGKILL);
                control_init(&message, CONTROL_DIED, 0);
                message.died.host = process->id;
                message.died.status = (uint32_t)status;
                describe(message.died.message, sizeof(message.died.message), process->name, status);
                if (status && !launcher->is_stopping)
                        log_warning("%s", message.died.message);
                else
                        log_info("%s", message.died.message);
                list_remove(&process->link);
                free(process);
                launcher_tell(launcher, &message, -1);
                return true;
        }
        return false;
}

static int open_granted(Launcher *launcher, const ControlHostFile *request, int *fdp)
{
        const HostProcess *process = NULL;
        int fd;

        list_for_each (link, &launcher->hosts)
                if (list_entry(link, HostProcess, link)->id == request->host)
                        process = list_entry(link, HostProcess, link);
        if (!process || !config_grants_file(&launcher->config, process->name, request->path))
                return -EPERM;
        /* without O_NONBLOCK a FIFO would hold us up */
        fd = open(request->path, O_RDWR | O_CLOEXEC | O_NOCTTY | O_NONBLOCK);
        if (fd < 0)
                return -errno;
        (void)fd_set_nonblocking(fd, false);
        log_info("host %s was given %s", process->name, request->path);
        *fdp = fd;
        return 0;
}

void launcher_open_file(Launcher *launcher, const ControlHostFile *request)
{
        _cleanup_fd_ int fd = -1;
        ControlMessage message;
        int r;

        r = open_granted(launcher, request, &fd);
        if (r) {
                control_refuse(&message, request->header.seq,
                               r == -EPERM || r == -EACCES ? MI_RESULT_ACCESS_DENIED : MI_RESULT_FAILED, "%s: %s",
                               request->path,
                               r == -EPERM ? "the configuration does not grant this file to the host" : strerror(-r));
        } else {
                control_init(&message, CONTROL_FILE, request->header.seq);
                message.host_file.host = request->host;
                strcpy(message.host_file.path, request->path);
        }
        launcher_tell(launcher, &message, fd);
}
