#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <malloc.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include "hostd/host.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "wire/verbs.h"

enum {
        LEAVE_POLL_MS = 50,   /* how often a leaving host looks whether it is done */
        LEAVE_MAX_S = 30,     /* for running operations to end */
        STOP_GRACE_MS = 2000, /* for provider functions to return in the end */
        HEAPS = 2,            /* of malloc() */
};

/*
 * xenmi-host: runs the providers of one host
 *
 * Started by the launcher as the user that it is to be, with the control socket as descriptor 3 and the class repository as 4. Its whole
 * life: read options and START, say READY, serve the channels that the broker hands over, leave when the broker says so or is gone.
 */

void host_report(Host *host, ControlType type, uint64_t channel)
{
        ControlMessage message;

        control_init(&message, type, 0);
        if (type == CONTROL_CHANNEL_CLOSED || type == CONTROL_CHANNEL_TAKEN)
                message.channel_id.channel = channel;
        (void)host;
        (void)control_send(CONTROL_FD, &message, -1, 0);
}

/* ---------------------------------------------------------------- what the broker says */

static int take_repository(Host *host, int fd)
{
        Repository *repository;
        int r;

        r = repository_open_fd(&repository, fd);
        if (r) {
                log_error("host %s: the class repository cannot be used", host->name);
                return r;
        }
        pthread_mutex_lock(&host->lock);
        repository_unref(host->previous);
        host->previous = host->repository;
        host->repository = repository;
        pthread_mutex_unlock(&host->lock);
        return 0;
}

static void take_option(Host *host, const ControlOption *option)
{
        HostOption *kept = calloc(1, sizeof(*kept));

        if (!kept)
                return;
        kept->option = *option;
        pthread_mutex_lock(&host->lock);
        list_prepend(&host->options, &kept->link); /* later ones count */
        pthread_mutex_unlock(&host->lock);
}

static void take_channel(Host *host, const ControlNewChannel *new, int fd)
{
        Caller caller = {
                .kind = CALLER_USER,
                .uid = new->uid,
                .gid = new->gid,
                .pid = (pid_t) new->pid,
                .is_admin = (new->verbs &VERB_ADMIN) != 0,
                .hops = new->hops,
                .channel_id = new->channel,
        };
        int r;

        caller.n_groups = MIN(new->n_groups, (uint32_t)CALLER_GROUPS_MAX);
        for (uint32_t i = 0; i < caller.n_groups; i++)
                caller.groups[i] = new->groups[i];

        r = server_add_channel(host->server, fd, &caller, new->verbs, new->namespace);
        if (r) {
                log_warning("host %s: no channel for user %u: %s", host->name, new->uid,
                            r == SERVER_CLOSED    ? "the host is leaving"
                            : r == SERVER_REFUSED ? "the user has too many"
                                                  : "out of resources");
                host_report(host, CONTROL_CHANNEL_CLOSED, new->channel);
                return;
        }
        host_report(host, CONTROL_CHANNEL_TAKEN, new->channel);
}

static void leave(Host *host)
{
        if (host->is_leaving)
                return;
        host->is_leaving = true;
        server_go_away(host->server);
}

static void handle(Host *host, const ControlMessage *message, int fd)
{
        switch (message->header.type) {
        case CONTROL_NEW_CHANNEL:
                if (fd >= 0)
                        take_channel(host, &message->new_channel, fd);
                return; /* the descriptor is the server's */
        case CONTROL_CHANNEL:
        case CONTROL_FILE:
        case CONTROL_REFUSED:
                host_answer(host, message, fd);
                return;
        case CONTROL_REPOSITORY_FILE:
                if (fd >= 0)
                        (void)take_repository(host, fd);
                break;
        case CONTROL_OPTION:
                take_option(host, &message->option);
                break;
        case CONTROL_REVOKE_CHANNEL:
                server_revoke_channel(host->server, message->channel_id.channel);
                break;
        case CONTROL_SHUTDOWN:
                leave(host);
                break;
        default:
                log_warning("host %s: the broker sent %s, which is not for hosts", host->name,
                            control_name(message->header.type));
                break;
        }
        fd_close(fd);
}

/* ---------------------------------------------------------------- its life */

/* Options and repository come before START. 0, or the host is not wanted any more. */
static int prepare(Host *host)
{
        for (;;) {
                ControlMessage message;
                int fd, r;

                r = control_receive(CONTROL_FD, &message, &fd, 0);
                if (r)
                        return r < 0 ? error_trace(r) : r;
                if (message.header.type == CONTROL_START) {
                        host->id = message.start.host;
                        host->idle_timeout_ns = message.start.idle_timeout_ms * CLOCK_NS_PER_MS;
                        host->silence_ms = message.start.silence_timeout_ms;
                        fd_close(fd);
                        return 0;
                }
                if (message.header.type == CONTROL_REPOSITORY_FILE || message.header.type == CONTROL_OPTION)
                        handle(host, &message, fd);
                else
                        fd_close(fd);
        }
}

static bool is_idle(Host *host, uint64_t for_ns)
{
        uint64_t since_ns = server_idle_since(host->server);

        return since_ns && clock_now_ns() - since_ns >= for_ns;
}

/* How long the control socket may be silent before there is something else to look at */
static int timeout_ms(Host *host)
{
        if (host->is_leaving)
                return LEAVE_POLL_MS;
        if (!host->idle_timeout_ns || host->said_idle)
                return -1;
        return (int)(host->idle_timeout_ns / 4 / CLOCK_NS_PER_MS) + 1;
}

_Noreturn static void give_up(Host *host, const char *why)
{
        log_error("host %s: %s", host->name, why);
        crash_expect_exit();
        _Exit(1);
}

/*
 * A descriptor that has come in, above the standard streams. Where it took the place of one, a provider has closed that: something takes
 * it again, before output that is meant for a terminal ends up in a client's channel.
 */
static int keep_streams(Host *host, int fd)
{
        int moved, null;

        if (fd < 0 || fd > STDERR_FILENO)
                return fd;
        moved = fcntl(fd, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
        close(fd);
        do
                null = open("/dev/null", O_RDWR); /* not close-on-exec: a provider's children have streams, too */
        while (null >= 0 && null < STDERR_FILENO);
        if (null > STDERR_FILENO)
                close(null);
        log_warning("host %s: a provider has closed the standard streams; they lead nowhere now", host->name);
        return moved;
}

/* Until the broker is gone, or everything is done after it said SHUTDOWN */
static void serve(Host *host)
{
        uint64_t leave_ns = 0;

        for (;;) {
                struct pollfd poll_fd = { .fd = CONTROL_FD, .events = POLLIN };
                ControlMessage message;
                int fd, r;

                if (host->is_leaving) {
                        leave_ns = leave_ns ?: clock_now_ns() + LEAVE_MAX_S * CLOCK_NS_PER_S;
                        if (is_idle(host, 0) || clock_now_ns() > leave_ns)
                                return;
                } else if (host->idle_timeout_ns && !host->said_idle && is_idle(host, host->idle_timeout_ns)) {
                        host->said_idle = true;
                        host_report(host, CONTROL_IDLE, 0);
                }

                r = poll(&poll_fd, 1, timeout_ms(host));
                if (r <= 0)
                        continue;
                r = control_receive(CONTROL_FD, &message, &fd, MSG_DONTWAIT);
                if (r == CONTROL_AGAIN)
                        continue;
                if (r == CONTROL_MALFORMED || r == CONTROL_WRONG_VERSION) {
                        log_error("host %s: the broker sent what is no message", host->name);
                        return;
                }
                if (r == -EBADF || r == -ENOTSOCK)
                        give_up(host, "a provider has closed descriptors of the host");
                if (r == -EMFILE)
                        give_up(host, "no descriptor is left for another client; a provider keeps too many open");
                if (r)
                        return; /* the broker is gone: no host outlives it */
                host->said_idle = false;
                handle(host, &message, keep_streams(host, fd));
        }
}

static int run(Host *host)
{
        ServerConfig config;
        int r;

        r = prepare(host);
        if (r)
                return r < 0 ? error_trace(r) : 0;

        host_fill_config(host, &config);
        r = server_new(&host->server, &config);
        if (!r)
                r = server_start(host->server);
        if (r < 0) {
                ControlMessage message;

                control_refuse(&message, 0, MI_RESULT_FAILED, "host %s cannot start: %s", host->name, strerror(-r));
                message.header.type = CONTROL_FAILED;
                (void)control_send(CONTROL_FD, &message, -1, 0);
                return r;
        }

        host_report(host, CONTROL_READY, 0);
        serve(host);
        host_close_questions(host);
        (void)server_stop(host->server, STOP_GRACE_MS, NULL);
        return 0;
}

static void host_init(Host *host)
{
        pthread_condattr_t attributes;

        list_init(&host->options);
        list_init(&host->questions);
        pthread_mutex_init(&host->lock, NULL);
        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(&host->answered, &attributes);
        pthread_condattr_destroy(&attributes);
}

static int parse(Host *host, int argc, char **argv)
{
        static const struct option options[] = {
                { "host", required_argument, NULL, 'h' },
                { "state-dir", required_argument, NULL, 's' },
                { 0 },
        };
        int c;

        while ((c = getopt_long(argc, argv, "", options, NULL)) >= 0) {
                switch (c) {
                case 'h':
                        host->name = optarg;
                        break;
                case 's':
                        host->state_dir = optarg[0] ? optarg : NULL;
                        break;
                default:
                        return -EINVAL;
                }
        }
        return host->name && optind == argc ? 0 : -EINVAL;
}

int main(int argc, char **argv)
{
        static Host host;
        int r;

        log_init("xenmi-host");
        host_init(&host);
        if (parse(&host, argc, argv) < 0) {
                fprintf(stderr, "xenmi-host is started by xenmi-launcher: xenmi-host --host NAME [--state-dir DIR]\n");
                return 2;
        }
        /* A provider cannot gain rights by executing something. */
        (void)prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
        signal(SIGPIPE, SIG_IGN);
        /* By itself malloc() has a heap for almost each thread, each of which keeps what its busiest moment needed: a MiB in all. */
        (void)mallopt(M_ARENA_MAX, HEAPS);
        log_keep_stream();
        crash_init(host.name);
        if (take_repository(&host, CONTROL_REPOSITORY_FD)) {
                crash_expect_exit();
                return 1;
        }
        close(CONTROL_REPOSITORY_FD);

        r = run(&host);
        crash_expect_exit();
        return r < 0 ? 1 : 0;
}
