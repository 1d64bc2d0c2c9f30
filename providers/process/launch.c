#include "launch.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

extern char **environ;

static bool is_space(char c)
{
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/* One argument from *commandp to `out`; the end of what was written, NULL if a quote is open. */
static char *take_argument(const char **commandp, char *out)
{
        const char *p = *commandp;
        char quote = 0;

        for (; *p && (quote || !is_space(*p)); p++) {
                if (*p == quote) {
                        quote = 0;
                } else if (!quote && (*p == '"' || *p == '\'')) {
                        quote = *p;
                } else {
                        if (*p == '\\' && quote != '\'' && p[1])
                                p++;
                        *out++ = *p;
                }
        }
        *commandp = p;
        *out++ = 0;
        return quote ? NULL : out;
}

int launch_split(const char *command, char ***argumentsp)
{
        size_t length = strlen(command), count = 0;
        char **arguments, *out;

        if (length > LAUNCH_COMMAND_MAX)
                return -E2BIG;
        /* every argument takes at least two characters of the line, but for the last */
        arguments = malloc((length / 2 + 2) * sizeof(char *) + length + 2);
        if (!arguments)
                return -ENOMEM;
        out = (char *)(arguments + length / 2 + 2);

        for (;;) {
                while (is_space(*command))
                        command++;
                if (!*command)
                        break;
                arguments[count++] = out;
                out = count <= LAUNCH_ARGUMENTS_MAX ? take_argument(&command, out) : NULL;
                if (!out)
                        break;
        }
        arguments[count] = NULL;
        if (!out || count == 0) {
                free(arguments);
                return count > LAUNCH_ARGUMENTS_MAX ? -E2BIG : -EINVAL;
        }
        *argumentsp = arguments;
        return 0;
}

/* What the child says before it becomes the program, or because it cannot. */
typedef struct Report {
        pid_t pid;
        int error;
} Report;

static void report(int fd, const Report *message)
{
        ssize_t n;

        do
                n = write(fd, message, sizeof(*message));
        while (n < 0 && errno == EINTR);
        if (n != (ssize_t)sizeof(*message))
                _exit(127);
}

/* From here to exec only what may be called after fork in a program of many threads. */
static void become(char *const *arguments, int report_fd)
{
        Report message = { .pid = getpid() };
        struct sigaction action = { .sa_handler = SIG_DFL };
        sigset_t none;
        int null = open("/dev/null", O_RDWR);

        for (int i = 0; null >= 0 && i < 3; i++)
                dup2(null, i);
        for (int i = 1; i < NSIG; i++)
                sigaction(i, &action, NULL);
        sigemptyset(&none);
        sigprocmask(SIG_SETMASK, &none, NULL);
        /* the report's descriptor closes by itself, as all should; what somebody forgot goes with it */
        if (report_fd > 3)
                close_range(3, (unsigned)report_fd - 1, 0);
        close_range((unsigned)report_fd + 1, ~0u, 0);

        report(report_fd, &message);
        execvp(arguments[0], arguments);
        message.error = errno;
        report(report_fd, &message);
        _exit(127);
}

static void start(char *const *arguments, int report_fd)
{
        Report message = { 0 };
        pid_t pid;

        setsid();
        pid = fork();
        if (pid == 0)
                become(arguments, report_fd);
        if (pid < 0) {
                message.error = errno;
                report(report_fd, &message);
        }
        _exit(0);
}

static bool read_report(int fd, Report *message)
{
        ssize_t n;

        do
                n = read(fd, message, sizeof(*message));
        while (n < 0 && errno == EINTR);
        return n == (ssize_t)sizeof(*message);
}

int launch(const char *command, pid_t *pidp)
{
        char **arguments = NULL;
        Report first = { .error = EIO }, second = { 0 };
        int pipe_fds[2], r;
        pid_t pid;

        r = launch_split(command, &arguments);
        if (r < 0)
                return r;
        if (pipe2(pipe_fds, O_CLOEXEC) < 0) {
                r = -errno;
                free(arguments);
                return r;
        }

        pid = fork();
        if (pid == 0)
                start(arguments, pipe_fds[1]);
        r = pid < 0 ? -errno : 0;
        close(pipe_fds[1]);
        if (pid > 0) {
                /* the second message comes only if there is no program: exec closes the pipe */
                if (!read_report(pipe_fds[0], &first) || !read_report(pipe_fds[0], &second))
                        second.error = first.error;
                while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
                        ;
                r = -second.error;
        }
        close(pipe_fds[0]);
        free(arguments);
        *pidp = first.pid;
        return r;
}
