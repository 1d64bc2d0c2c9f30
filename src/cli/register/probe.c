#include "cli/register/probe.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "cli/register/probe-child.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/number.h"
#include "util/text.h"

enum {
        OUTPUT_MAX = 64 << 20,
        END_TIMEOUT_MS = 10000,
};

void probe_init(Probe *probe)
{
        memset(probe, 0, sizeof(*probe));
        arena_init(&probe->arena, 0);
}

void probe_deinit(Probe *probe)
{
        arena_deinit(&probe->arena);
        buffer_deinit(&probe->mof);
        free(probe->classes);
        memset(probe, 0, sizeof(*probe));
}

static int refuse(Probe *probe, const char **problemp, const char *format, ...) _printf_(3, 4);

static int refuse(Probe *probe, const char **problemp, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        *problemp = arena_vprintf(&probe->arena, format, args);
        va_end(args);
        return *problemp ? PROBE_REFUSED : error_origin(-ENOMEM);
}

/* One piece of output: 1, 0 at the end, negative errno (-EAGAIN: nothing now, -EFBIG: too much). */
static int collect_some(int fd, Buffer *output)
{
        char chunk[65536];
        ssize_t n;

        do
                n = read(fd, chunk, sizeof(chunk));
        while (n < 0 && errno == EINTR);
        if (n <= 0)
                return n < 0 ? -errno : 0;
        return buffer_append(output, chunk, (size_t)n) ? -EFBIG : 1;
}

/*
 * All that the child writes until it closes its end or ends: 0, -ETIMEDOUT, or -EFBIG. Processes that it has started may keep the other
 * end open for longer.
 */
static int collect(int fd, pid_t pid, Buffer *output)
{
        const uint64_t deadline_ns = clock_now_ns() + PROBE_TIMEOUT_MS * CLOCK_NS_PER_MS;
        _cleanup_fd_ int pid_fd = pidfd_open(pid, 0);
        bool has_ended = false;
        int r;

        if (fcntl(fd, F_SETFL, O_NONBLOCK) < 0)
                return error_origin(-errno);
        output->limit = OUTPUT_MAX;
        for (;;) {
                struct pollfd poll_fds[] = { { .fd = fd, .events = POLLIN }, { .fd = pid_fd, .events = POLLIN } };

                if (!has_ended && poll(poll_fds, 2, clock_timeout_ms(deadline_ns)) == 0)
                        return -ETIMEDOUT;
                has_ended |= poll_fds[1].revents != 0;
                r = collect_some(fd, output);
                if (r == 0 || r == -EFBIG)
                        return r;
                if (r == -EAGAIN && has_ended)
                        return 0;
                if (r < 0 && r != -EAGAIN)
                        return error_origin(r);
                if (clock_now_ns() > deadline_ns)
                        return -ETIMEDOUT;
        }
}

/* The next child of this process, or 0. */
static pid_t first_child(void)
{
        _cleanup_fd_ int fd = open("/proc/thread-self/children", O_RDONLY | O_CLOEXEC);
        char text[64];
        ssize_t n = fd < 0 ? -1 : read(fd, text, sizeof(text) - 1);

        text[MAX(n, 0)] = '\0';
        return (pid_t)strtol(text, NULL, 10);
}

/* Nothing that the module started outlives its inspection, in whatever session it is: what loses its parent becomes a child of ours. */
static void end_all(pid_t pid)
{
        const uint64_t deadline_ns = clock_now_ns() + END_TIMEOUT_MS * CLOCK_NS_PER_MS;
        pid_t child;

        (void)kill(-pid, SIGKILL);
        while ((child = first_child()) > 0 && clock_now_ns() < deadline_ns) {
                (void)kill(child, SIGKILL);
                (void)waitpid(child, NULL, 0);
        }
}

/* Runs the child and gives what it wrote; says why not if it broke. */
static int run(Probe *probe, const char *path, Buffer *output, const char **problemp)
{
        _cleanup_fd_ int library_fd = open(path, O_RDONLY | O_CLOEXEC), read_fd = -1;
        int pipe_fds[2], status, r;
        pid_t pid;

        if (library_fd < 0)
                return refuse(probe, problemp, "%s", strerror(errno));
        if (pipe2(pipe_fds, O_CLOEXEC) < 0)
                return error_origin(-errno);
        read_fd = pipe_fds[0];
        (void)prctl(PR_SET_CHILD_SUBREAPER, 1);
        pid = fork();
        if (pid < 0)
                return error_origin(-errno);
        if (pid == 0) {
                (void)close(read_fd);
                (void)setpgid(0, 0);
                probe_child(path, library_fd, pipe_fds[1]);
        }
        (void)setpgid(pid, pid);
        (void)close(pipe_fds[1]);
        r = collect(read_fd, pid, output);
        if (r)
                (void)kill(-pid, SIGKILL); /* and what it forked */
        (void)waitpid(pid, &status, 0);
        end_all(pid);

        if (r == -ETIMEDOUT)
                return refuse(probe, problemp, "it hangs: loading it and MI_Main took more than %d s",
                              PROBE_TIMEOUT_MS / 1000);
        if (r == -EFBIG)
                return refuse(probe, problemp, "its schema is larger than %d MiB", OUTPUT_MAX >> 20);
        if (r)
                return r;
        if (WIFSIGNALED(status))
                return refuse(probe, problemp, "it breaks when it is loaded and asked for its schema: signal %d (%s)",
                              WTERMSIG(status), strsignal(WTERMSIG(status)));
        if (WEXITSTATUS(status) || !output->size)
                return refuse(probe, problemp, "it ends the process when it is loaded: exit status %d",
                              WEXITSTATUS(status));
        return 0;
}

static int add_class(Probe *probe, const char *name)
{
        const char **classes;

        if (probe->n_classes >= PROBE_CLASSES_MAX)
                return -E2BIG;
        classes = realloc(probe->classes, (probe->n_classes + 1) * sizeof(*classes));
        if (!classes)
                return error_origin(-ENOMEM);
        probe->classes = classes;
        classes[probe->n_classes] = arena_strdup(&probe->arena, name);
        return classes[probe->n_classes++] ? 0 : error_origin(-ENOMEM);
}

/* One line of the child's: 0, or PROBE_REFUSED for what cannot be one. */
static int take_line(Probe *probe, const char *line)
{
        uint64_t number;

        if (strncmp(line, "version ", 8) == 0 && number_parse_uint64(&number, line + 8) == 0) {
                probe->version = (uint32_t)number;
                return 0;
        }
        if (strcmp(line, "filter") == 0) {
                probe->has_filter = true;
                return 0;
        }
        if (strncmp(line, "class ", 6) == 0 && text_is_identifier(line + 6))
                return add_class(probe, line + 6);
        return PROBE_REFUSED;
}

static int parse(Probe *probe, Buffer *output, const char **problemp)
{
        char *text = buffer_text(output), *next = text, *end;

        if (!text)
                return error_origin(-ENOMEM);
        if (strlen(text) != output->size)
                return refuse(probe, problemp, "what it says of itself is no text");
        if (strncmp(text, "error ", 6) == 0)
                return refuse(probe, problemp, "%.1000s", text + 6);
        for (;; next = end + 1) {
                int r;

                end = strchr(next, '\n');
                if (!end)
                        return refuse(probe, problemp, "it ended before it had said what it is");
                *end = '\0';
                if (!*next)
                        break;
                r = take_line(probe, next);
                if (r == PROBE_REFUSED)
                        return refuse(probe, problemp, "what it says of itself cannot be understood: %.100s", next);
                if (r)
                        return r;
        }
        return buffer_append_string(&probe->mof, end + 1);
}

int probe_module(Probe *probe, const char *path, const char **problemp)
{
        _cleanup_(buffer_deinit) Buffer output = BUFFER_INIT;
        int r;

        r = run(probe, path, &output, problemp);
        if (r)
                return r;
        return parse(probe, &output, problemp);
}
