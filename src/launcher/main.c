#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/mman.h>
#include <sys/signalfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <MI.h>

#include "launcher/launcher.h"
#include "launcher/systemd.h"
#include "registry/compile.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

enum {
        SOCKET_BACKLOG = 4096,
        STOP_EXTRA_MS = 2000, /* beyond what the broker gives its hosts */
};

static const char usage[] =
        "Usage: xenmi-launcher [OPTION]...\n"
        "Starts the xenmi service: the broker, and hosts of providers as they are needed. Ends on SIGTERM and SIGINT;\n"
        "SIGHUP reads configuration and registrations again.\n\n"
        "  --run-dir DIR      socket and state of hosts       (" XENMI_RUN_DIR ")\n"
        "  --state-dir DIR    registrations and repository    (" XENMI_STATE_DIR ")\n"
        "  --config FILE      configuration                   (" XENMI_CONFIG ")\n"
        "  --libexec-dir DIR  programs xenmid and xenmi-host  (" XENMI_LIBEXEC_DIR ")\n"
        "  --socket PATH      where clients connect           (RUN-DIR/broker.sock)\n"
        "  --help, --version\n";

/* An empty repository in memory, for a machine where nothing was registered. */
static int make_empty(int *fdp)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;
        _cleanup_fd_ int fd = -1;
        int r;

        r = registry_compile_buffer("/nonexistent", &file, NULL);
        if (r)
                return error_trace(r);
        fd = memfd_create("xenmi-repository", MFD_CLOEXEC | MFD_ALLOW_SEALING);
        if (fd < 0)
                return error_origin(-errno);
        r = fd_write_all(fd, file.data, file.size);
        if (r)
                return error_trace(r);
        if (fcntl(fd, F_ADD_SEALS, F_SEAL_SHRINK | F_SEAL_GROW | F_SEAL_WRITE | F_SEAL_SEAL) < 0)
                return error_origin(-errno);
        *fdp = fd_steal(&fd);
        return 0;
}

static int open_repository(const Launcher *launcher, Repository **repositoryp, int *fdp, const char **problemp)
{
        _cleanup_fd_ int fd = -1;
        char path[4096];
        int r;

        (void)snprintf(path, sizeof(path), "%s/repository", launcher->options.state_dir);
        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (fd < 0 && errno == ENOENT)
                log_warning("%s does not exist: no class is registered; see register-cimprovider", path);
        if (fd < 0 && errno != ENOENT) {
                *problemp = "the repository cannot be opened";
                return error_origin(-errno);
        }
        r = fd < 0 ? make_empty(&fd) : 0;
        if (!r)
                r = repository_open_fd(repositoryp, fd);
        if (r == REPOSITORY_MALFORMED || r == REPOSITORY_VERSION) {
                /* of an older version, or damaged: nothing is served, but everything says why */
                log_error("%s cannot be used: run register-cimprovider -Compile", path);
                fd = fd_close(fd);
                r = make_empty(&fd);
                if (!r)
                        r = repository_open_fd(repositoryp, fd);
        }
        if (r) {
                *problemp = "the repository cannot be read";
                return r;
        }
        *fdp = fd_steal(&fd);
        return 0;
}

int launcher_load(Launcher *launcher, Config *config, Repository **repositoryp, int *repository_fdp,
                  const char **problemp)
{
        int r;

        config_init(config, geteuid());
        r = config_read(config, launcher->options.config_path, launcher->options.config_must_exist, problemp);
        if (r < 0)
                *problemp = "out of memory";
        if (!r)
                r = open_repository(launcher, repositoryp, repository_fdp, problemp);
        return r;
}

static void take(Launcher *launcher, const Config *config, Repository *repository, int repository_fd)
{
        config_deinit(&launcher->config);
        launcher->config = *config;
        repository_unref(launcher->repository);
        launcher->repository = repository;
        (void)fd_close(launcher->repository_fd);
        launcher->repository_fd = repository_fd;
}

/* Lets in whom the rules name: by the group's mode, or everybody where there are rules for others, whom the broker then looks at. */
static int open_socket_to_clients(const Launcher *launcher)
{
        gid_t gid;
        mode_t mode;
        bool has_group = config_find_group(launcher->config.group, &gid) == 0;

        if (!launcher->is_socket_ours)
                return 0; /* systemd's, with the unit's mode */
        if (launcher->config.socket_mode >= 0)
                mode = (mode_t)launcher->config.socket_mode;
        else
                mode = config_is_open(&launcher->config, has_group ? gid : (gid_t)-1) ? 0666 : 0660;
        if (launcher->is_root && has_group && chown(launcher->options.socket_path, 0, gid) < 0)
                return error_origin(-errno);
        return chmod(launcher->options.socket_path, mode) < 0 ? error_origin(-errno) : 0;
}

void launcher_reload(Launcher *launcher, uint64_t seq)
{
        Config config;
        Repository *repository = NULL;
        const char *problem = "";
        ControlMessage message;
        int fd = -1, r;

        systemd_notify("RELOADING=1");
        r = launcher_load(launcher, &config, &repository, &fd, &problem);
        if (r) {
                log_error("nothing is changed: %s", problem);
                control_refuse(&message, seq, MI_RESULT_FAILED, "nothing is changed: %s", problem);
                config_deinit(&config);
                launcher_tell(launcher, &message, -1);
        } else {
                take(launcher, &config, repository, fd);
                (void)open_socket_to_clients(launcher);
                launcher_send_configuration(launcher, seq);
        }
        systemd_notify("READY=1");
}

void launcher_stop(Launcher *launcher)
{
        ControlMessage message;

        if (launcher->is_stopping) { /* asked twice: at once */
                launcher->stop_deadline_ns = 0;
                return;
        }
        systemd_notify("STOPPING=1");
        launcher->is_stopping = true;
        launcher->stop_deadline_ns =
                clock_now_ns() + (launcher->config.limits.stop_timeout_ms + STOP_EXTRA_MS) * CLOCK_NS_PER_MS;
        control_init(&message, CONTROL_SHUTDOWN, 0);
        launcher_tell(launcher, &message, -1);
}

static void reap(Launcher *launcher)
{
        pid_t pid;
        int status;

        while ((pid = waitpid(-1, &status, WNOHANG)) > 0) {
                if (pid == launcher->broker_pid)
                        launcher_broker_died(launcher, status);
                else if (!launcher_host_died(launcher, pid, status))
                        log_debug("process %d ended, which was none of ours", (int)pid);
        }
}

static void read_signals(Launcher *launcher)
{
        struct signalfd_siginfo info;

        while (read(launcher->signal_fd, &info, sizeof(info)) == sizeof(info)) {
                switch (info.ssi_signo) {
                case SIGTERM:
                case SIGINT:
                        launcher_stop(launcher);
                        break;
                case SIGHUP:
                        launcher_reload(launcher, 0);
                        break;
                case SIGCHLD:
                        reap(launcher);
                        break;
                }
        }
}

/* What is due by the clock; then the time of the next such thing. */
static uint64_t run_timers(Launcher *launcher)
{
        uint64_t now = clock_now_ns();
        bool has_hosts = !list_is_empty(&launcher->hosts);

        if (launcher->is_stopping) {
                if (!launcher->broker_pid && !has_hosts) {
                        launcher->is_done = true;
                        return now;
                }
                if (now < launcher->stop_deadline_ns)
                        return launcher->stop_deadline_ns;
                launcher_kill_hosts(launcher);
                if (launcher->broker_pid)
                        (void)kill(launcher->broker_pid, SIGKILL);
                return UINT64_MAX; /* they end now, and SIGCHLD says so */
        }
        if (!launcher->broker_restart_ns)
                return UINT64_MAX;
        if (has_hosts) {
                if (now < launcher->stop_deadline_ns)
                        return launcher->stop_deadline_ns;
                launcher_kill_hosts(launcher);
                return UINT64_MAX;
        }
        if (now < launcher->broker_restart_ns)
                return launcher->broker_restart_ns;
        if (launcher_start_broker(launcher)) {
                launcher->exit_status = 1;
                launcher_stop(launcher);
                return now;
        }
        return UINT64_MAX;
}

static void run(Launcher *launcher)
{
        for (;;) {
                struct epoll_event events[4];
                uint64_t next_ns = run_timers(launcher);
                int n;

                if (launcher->is_done)
                        return;
                n = epoll_wait(launcher->epoll_fd, events, ARRAY_SIZE(events), clock_timeout_ms(next_ns));
                for (int i = 0; i < n; i++) {
                        if (events[i].data.fd == launcher->signal_fd)
                                read_signals(launcher);
                        else if (events[i].data.fd == launcher->broker_fd)
                                launcher_read_broker(launcher);
                }
        }
}

static int watch_signals(Launcher *launcher)
{
        struct epoll_event event = { .events = EPOLLIN };
        sigset_t signals;

        sigemptyset(&signals);
        sigaddset(&signals, SIGTERM);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGHUP);
        sigaddset(&signals, SIGCHLD);
        if (sigprocmask(SIG_BLOCK, &signals, NULL) < 0)
                return error_origin(-errno);
        launcher->signal_fd = signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
        if (launcher->signal_fd < 0)
                return error_origin(-errno);
        event.data.fd = launcher->signal_fd;
        if (epoll_ctl(launcher->epoll_fd, EPOLL_CTL_ADD, launcher->signal_fd, &event) < 0)
                return error_origin(-errno);
        return 0;
}

/* Whether somebody listens there: another one of us, whose socket is not to be replaced. */
static bool is_in_use(const char *path)
{
        _cleanup_fd_ int fd = fd_connect_unix(path, SOCK_SEQPACKET);

        return fd >= 0;
}

static int make_socket(Launcher *launcher)
{
        int fd = systemd_listen_fd();

        if (fd < -1)
                return fd;
        if (fd < 0) {
                if (mkdir(launcher->options.run_dir, 0755) < 0 && errno != EEXIST)
                        return error_origin(-errno);
                if (is_in_use(launcher->options.socket_path))
                        return error_origin(-EADDRINUSE);
                fd = fd_listen_unix(launcher->options.socket_path, SOCK_SEQPACKET, 0600, SOCKET_BACKLOG);
                if (fd < 0)
                        return fd;
                launcher->is_socket_ours = true;
        }
        launcher->listen_fd = fd;
        return open_socket_to_clients(launcher);
}

static int start(Launcher *launcher)
{
        Config config;
        Repository *repository = NULL;
        const char *problem = "";
        int fd = -1, r;

        r = launcher_load(launcher, &config, &repository, &fd, &problem);
        if (r) {
                log_error("%s", problem);
                config_deinit(&config);
                return r;
        }
        take(launcher, &config, repository, fd);

        launcher->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
        if (launcher->epoll_fd < 0)
                return error_origin(-errno);
        r = watch_signals(launcher);
        if (r)
                return error_trace(r);
        r = make_socket(launcher);
        if (r) {
                log_error("%s cannot be made: %s", launcher->options.socket_path, strerror(-r));
                return r;
        }
        r = launcher_start_broker(launcher);
        if (!r)
                systemd_notify("READY=1");
        return r;
}

static bool parse_options(Options *options, int argc, char **argv, int *statusp)
{
        static const struct option longs[] = {
                { "run-dir", required_argument, NULL, 'r' }, { "state-dir", required_argument, NULL, 's' },
                { "config", required_argument, NULL, 'c' },  { "libexec-dir", required_argument, NULL, 'l' },
                { "socket", required_argument, NULL, 'S' },  { "help", no_argument, NULL, 'h' },
                { "version", no_argument, NULL, 'v' },       { NULL, 0, NULL, 0 },
        };
        int option;

        *statusp = 0;
        while ((option = getopt_long(argc, argv, "", longs, NULL)) >= 0) {
                switch (option) {
                case 'r':
                        options->run_dir = optarg;
                        break;
                case 's':
                        options->state_dir = optarg;
                        break;
                case 'c':
                        options->config_path = optarg;
                        options->config_must_exist = true;
                        break;
                case 'l':
                        options->libexec_dir = optarg;
                        break;
                case 'S':
                        options->socket_path = optarg;
                        break;
                case 'h':
                        (void)fputs(usage, stdout);
                        return false;
                case 'v':
                        (void)puts("xenmi-launcher " XENMI_VERSION);
                        return false;
                default:
                        *statusp = 2;
                        return false;
                }
        }
        if (optind < argc) {
                (void)fprintf(stderr, "xenmi-launcher: unexpected argument %s (see --help)\n", argv[optind]);
                *statusp = 2;
                return false;
        }
        return true;
}

/* Absolute, since hosts run in another folder. */
static const char *absolute(char out[PATH_MAX], const char *path)
{
        char folder[PATH_MAX];

        if (*path == '/' || !getcwd(folder, sizeof(folder)) ||
            (size_t)snprintf(out, PATH_MAX, "%s/%s", folder, path) >= PATH_MAX)
                return path;
        return out;
}

int main(int argc, char **argv)
{
        Launcher launcher = {
                .options = { XENMI_RUN_DIR, XENMI_STATE_DIR, XENMI_CONFIG, false, XENMI_LIBEXEC_DIR, NULL },
                .is_root = geteuid() == 0,
                .repository_fd = -1,
                .listen_fd = -1,
                .epoll_fd = -1,
                .signal_fd = -1,
                .broker_fd = -1,
        };
        char run_dir[PATH_MAX], libexec_dir[PATH_MAX], socket_path[PATH_MAX + sizeof("/broker.sock")];
        int status;

        log_init("xenmi-launcher");
        list_init(&launcher.hosts);
        if (!parse_options(&launcher.options, argc, argv, &status))
                return status;
        launcher.options.run_dir = absolute(run_dir, launcher.options.run_dir);
        launcher.options.libexec_dir = absolute(libexec_dir, launcher.options.libexec_dir);
        if (!launcher.options.socket_path) {
                (void)snprintf(socket_path, sizeof(socket_path), "%s/broker.sock", launcher.options.run_dir);
                launcher.options.socket_path = socket_path;
        }

        if (start(&launcher)) {
                launcher.exit_status = 1;
                launcher_stop(&launcher);
        }
        if (launcher.epoll_fd >= 0)
                run(&launcher);
        if (launcher.is_socket_ours)
                (void)unlink(launcher.options.socket_path);
        config_deinit(&launcher.config);
        repository_unref(launcher.repository);
        return launcher.exit_status;
}
