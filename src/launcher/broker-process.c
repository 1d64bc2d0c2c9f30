#include <errno.h>
#include <pwd.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <MI.h>

#include "launcher/launcher.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

enum {
        /* The broker's uid where the configured user does not exist: not nobody's, whose other processes could trace it. */
        FALLBACK_UID = 64910,

        SEND_TIMEOUT_S = 5,
        RESTART_MIN_MS = 100,
        RESTART_MAX_MS = 10000,
        SOUND_AFTER_MS = 60000, /* a broker that ran that long was no crash at start */

        BROKER_FILES_EXTRA = 1024, /* descriptors beside those of clients */
};

static int broker_user(const Launcher *launcher, SpawnUser *user)
{
        if (config_find_user(launcher->config.user, &user->uid, &user->gid) == 0) {
                user->name = getpwuid(user->uid) ? launcher->config.user : NULL;
                return 0;
        }
        if (getpwuid(FALLBACK_UID)) {
                log_error(
                        "the broker is to run as user %s, who does not exist: add the user, or set user = in [broker]",
                        launcher->config.user);
                return -ENOENT;
        }
        log_info("user %s does not exist; the broker runs as uid %d", launcher->config.user, FALLBACK_UID);
        *user = (SpawnUser){ .uid = FALLBACK_UID, .gid = FALLBACK_UID };
        return 0;
}

static int spawn_broker(Launcher *launcher, int broker_end)
{
        char program[4096];
        char *const arguments[] = { (char *)"xenmid", NULL };
        SpawnUser user = { 0 };
        Spawn broker = {
                .program = program,
                .arguments = arguments,
                .fds = { broker_end, launcher->listen_fd },
                .n_fds = 2,
                /* a client's connection, and its channel's two ends for a moment */
                .open_files = launcher->config.limits.connections + BROKER_FILES_EXTRA,
        };
        int r;

        if (launcher->is_root) {
                r = broker_user(launcher, &user);
                if (r)
                        return r;
                broker.user = &user;
        }
        if ((size_t)snprintf(program, sizeof(program), "%s/xenmid", launcher->options.libexec_dir) >= sizeof(program))
                return error_origin(-ENAMETOOLONG);
        r = spawn(&broker, &launcher->broker_pid);
        if (r)
                log_error("%s cannot be started: %s", program, strerror(-r));
        return r;
}

int launcher_start_broker(Launcher *launcher)
{
        _cleanup_fd_ int ours = -1, theirs = -1;
        struct epoll_event event = { .events = EPOLLIN };
        struct timeval timeout = { .tv_sec = SEND_TIMEOUT_S };
        int ends[2], r;

        r = fd_socketpair(ends, SOCK_SEQPACKET);
        if (r)
                return error_trace(r);
        ours = ends[0];
        theirs = ends[1];
        if (setsockopt(ours, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof(timeout)) < 0)
                return error_origin(-errno);
        r = spawn_broker(launcher, theirs);
        if (r)
                return r;

        launcher->broker_started_ns = clock_now_ns();
        launcher->broker_restart_ns = 0;
        event.data.fd = ours;
        if (epoll_ctl(launcher->epoll_fd, EPOLL_CTL_ADD, ours, &event) < 0)
                return error_origin(-errno);
        launcher->broker_fd = fd_steal(&ours);
        launcher_send_configuration(launcher, 0);
        return 0;
}

static void disconnect(Launcher *launcher)
{
        launcher->broker_fd = fd_close(launcher->broker_fd);
}

void launcher_tell(Launcher *launcher, const ControlMessage *message, int fd)
{
        int r;

        if (launcher->broker_fd < 0)
                return;
        r = control_send(launcher->broker_fd, message, fd, 0);
        if (!r)
                return;
        if (r != CONTROL_CLOSED)
                log_error("the broker does not take %s: %s", control_name(message->header.type),
                          r < 0 ? strerror(-r) : "its queue is full");
        disconnect(launcher);
        if (launcher->broker_pid)
                (void)kill(launcher->broker_pid, SIGKILL);
}

void launcher_send_configuration(Launcher *launcher, uint64_t seq)
{
        const Config *config = &launcher->config;
        ControlMessage message;

        control_init(&message, CONTROL_LIMITS, 0);
        message.limits = config->limits;
        message.limits.header =
                (ControlHeader){ .size = sizeof(ControlLimits), .type = CONTROL_LIMITS, .version = CONTROL_VERSION };
        launcher_tell(launcher, &message, -1);
        for (size_t i = 0; i < config->allow.size / sizeof(ControlAllow); i++) {
                ControlHeader header;

                control_init(&message, CONTROL_ALLOW, 0);
                header = message.header;
                memcpy(&message.allow, config->allow.data + i * sizeof(ControlAllow), sizeof(ControlAllow));
                message.header = header;
                launcher_tell(launcher, &message, -1);
        }
        for (size_t i = 0; i < config->options.size / sizeof(ControlOption); i++) {
                ControlHeader header;

                control_init(&message, CONTROL_OPTION, 0);
                header = message.header;
                memcpy(&message.option, config->options.data + i * sizeof(ControlOption), sizeof(ControlOption));
                message.header = header;
                launcher_tell(launcher, &message, -1);
        }
        control_init(&message, CONTROL_CONFIGURED, seq);
        launcher_tell(launcher, &message, launcher->repository_fd);
}

static void handle(Launcher *launcher, const ControlMessage *message, int fd)
{
        switch (message->header.type) {
        case CONTROL_SPAWN:
                launcher_spawn_host(launcher, &message->host_start, fd);
                break;
        case CONTROL_KILL:
                launcher_kill_host(launcher, message->host_id.host);
                break;
        case CONTROL_OPEN_FILE:
                launcher_open_file(launcher, &message->host_file);
                break;
        case CONTROL_RELOAD:
                launcher_reload(launcher, message->header.seq);
                break;
        default:
                log_error("the broker sent %s, which it may not", control_name(message->header.type));
                disconnect(launcher);
                (void)kill(launcher->broker_pid, SIGKILL);
        }
}

void launcher_read_broker(Launcher *launcher)
{
        while (launcher->broker_fd >= 0) {
                _cleanup_fd_ int fd = -1;
                ControlMessage message;
                int r;

                r = control_receive(launcher->broker_fd, &message, &fd, MSG_DONTWAIT);
                if (r == CONTROL_AGAIN)
                        return;
                if (r) {
                        if (r != CONTROL_CLOSED)
                                log_error("the broker sent something that is no message");
                        disconnect(launcher);
                        if (launcher->broker_pid && r != CONTROL_CLOSED)
                                (void)kill(launcher->broker_pid, SIGKILL);
                        return;
                }
                handle(launcher, &message, fd);
        }
}

void launcher_broker_died(Launcher *launcher, int status)
{
        uint64_t now = clock_now_ns(), delay_ms = RESTART_MIN_MS;

        launcher->broker_pid = 0;
        disconnect(launcher);
        if (launcher->is_stopping)
                return;
        if (WIFEXITED(status) && WEXITSTATUS(status) == 0) {
                log_info("the broker has nothing to do; ending until a client comes");
                launcher_stop(launcher);
                return;
        }

        if (now - launcher->broker_started_ns > SOUND_AFTER_MS * CLOCK_NS_PER_MS)
                launcher->broker_crashes = 0;
        for (unsigned int i = 0; i < launcher->broker_crashes && delay_ms < RESTART_MAX_MS; i++)
                delay_ms *= 2;
        launcher->broker_crashes++;
        launcher->broker_restart_ns = now + MIN(delay_ms, (uint64_t)RESTART_MAX_MS) * CLOCK_NS_PER_MS;
        /* the hosts end by themselves, since their control sockets did */
        launcher->stop_deadline_ns = now + launcher->config.limits.stop_timeout_ms * CLOCK_NS_PER_MS;
        if (WIFSIGNALED(status))
                log_error("the broker was ended by signal %d; starting it again", WTERMSIG(status));
        else
                log_error("the broker ended with status %d; starting it again", WEXITSTATUS(status));
}
