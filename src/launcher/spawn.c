#include "launcher/spawn.h"

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/error.h"
#include "util/fd.h"
#include "util/macro.h"

enum {
        FIRST_FD = 3,
        SCRATCH_FD = 64, /* above every place that a descriptor goes to */
};

static char *const base_environment[] = {
        (char *)"PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        (char *)"LANG=C.UTF-8",
};

/* Passed on: how loud the log is and whether it is the journal, and what sanitizers and coverage of a development build look at. */
static const char *const kept_variables[] = {
        "XENMI_LOG",    "JOURNAL_STREAM", "ASAN_OPTIONS",      "UBSAN_OPTIONS",
        "LSAN_OPTIONS", "TSAN_OPTIONS",   "LLVM_PROFILE_FILE",
};

enum {
        ENVIRONMENT_MAX = ARRAY_SIZE(base_environment) + ARRAY_SIZE(kept_variables) + 1,
};

static void make_environment(char *environment[ENVIRONMENT_MAX])
{
        size_t n = 0;

        for (size_t i = 0; i < ARRAY_SIZE(base_environment); i++)
                environment[n++] = base_environment[i];
        for (char **variable = environ; variable && *variable; variable++)
                for (size_t i = 0; i < ARRAY_SIZE(kept_variables) && n < ENVIRONMENT_MAX - 1; i++) {
                        size_t length = strlen(kept_variables[i]);

                        if (strncmp(*variable, kept_variables[i], length) == 0 && (*variable)[length] == '=')
                                environment[n++] = *variable;
                }
        environment[n] = NULL;
}

/* Everything below runs in the child and returns a negative errno. */

static int reset_signals(void)
{
        sigset_t none;

        for (int i = 1; i < NSIG; i++)
                (void)signal(i, SIG_DFL);
        sigemptyset(&none);
        return sigprocmask(SIG_SETMASK, &none, NULL) < 0 ? -errno : 0;
}

static int limit(int resource, uint64_t value)
{
        struct rlimit wanted = { .rlim_cur = value, .rlim_max = value }, most;

        if (setrlimit(resource, &wanted) == 0)
                return 0;
        if (errno != EPERM || getrlimit(resource, &most) < 0)
                return -errno;
        /* more than we may give: then as much as we may */
        most.rlim_cur = most.rlim_max;
        return setrlimit(resource, &most) < 0 ? -errno : 0;
}

static int set_limits(const Spawn *spawn)
{
        int r;

        r = limit(RLIMIT_CORE, 0);
        if (!r && spawn->memory_limit)
                r = limit(RLIMIT_DATA, spawn->memory_limit); /* not the address space, of which threads reserve much */
        if (!r && spawn->open_files)
                r = limit(RLIMIT_NOFILE, spawn->open_files);
        return r;
}

/* Moves our own two, pipe and program, above those that it gets; they close at exec, everything else now. */
static int place_fds(const Spawn *spawn, int own[2])
{
        int moved[SPAWN_FDS_MAX], null_fd, first_own = FIRST_FD + (int)spawn->n_fds;

        for (int i = 0; i < 2; i++) {
                if (own[i] < 0)
                        continue;
                own[i] = fcntl(own[i], F_DUPFD_CLOEXEC, SCRATCH_FD);
                if (own[i] < 0)
                        return -errno;
        }
        for (unsigned int i = 0; i < spawn->n_fds; i++) {
                moved[i] = fcntl(spawn->fds[i], F_DUPFD_CLOEXEC, SCRATCH_FD);
                if (moved[i] < 0)
                        return -errno;
        }
        null_fd = open("/dev/null", O_RDWR | O_CLOEXEC);
        if (null_fd < 0 || dup2(null_fd, STDIN_FILENO) < 0)
                return -errno;
        /* what a provider prints belongs in the log */
        if (dup2(fcntl(STDERR_FILENO, F_GETFD) >= 0 ? STDERR_FILENO : null_fd, STDOUT_FILENO) < 0)
                return -errno;
        for (unsigned int i = 0; i < spawn->n_fds; i++)
                if (dup2(moved[i], FIRST_FD + (int)i) < 0)
                        return -errno;
        for (int i = 0; i < 2; i++) {
                if (own[i] < 0)
                        continue;
                own[i] = dup3(own[i], first_own + i, O_CLOEXEC);
                if (own[i] < 0)
                        return -errno;
        }
        return close_range((unsigned int)first_own + 2, ~0U, 0) < 0 ? -errno : 0;
}

static int become(const SpawnUser *user)
{
        if (user->name ? initgroups(user->name, user->gid) < 0 : setgroups(0, NULL) < 0)
                return -errno;
        if (setresgid(user->gid, user->gid, user->gid) < 0 || setresuid(user->uid, user->uid, user->uid) < 0)
                return -errno;
        return 0;
}

static int prepare(const Spawn *spawn, int own[2], pid_t parent)
{
        int r;

        r = reset_signals();
        if (!r)
                r = place_fds(spawn, own);
        if (!r)
                r = set_limits(spawn);
        if (r)
                return r;
        if (setsid() < 0 || chdir("/") < 0)
                return -errno;
        (void)umask(077);
        if (spawn->user) {
                r = become(spawn->user);
                if (r)
                        return r;
        }
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
                return -errno;
        /* after the change of user, which undoes it; the parent may be gone already */
        if (prctl(PR_SET_PDEATHSIG, SIGKILL) < 0)
                return -errno;
        return getppid() == parent ? 0 : -ESRCH;
}

/*
 * A development tree may lie where only its owner can go (/root): then the file that was opened before the change of user is run,
 * whose own mode decides.
 */
static int execute(const Spawn *spawn, int program_fd, char *const environment[])
{
        (void)execve(spawn->program, spawn->arguments, environment);
        if (errno == EACCES && program_fd >= 0)
                (void)execveat(program_fd, "", spawn->arguments, environment, AT_EMPTY_PATH);
        return -errno;
}

static void run_child(const Spawn *spawn, int status_fd, pid_t parent)
{
        char *environment[ENVIRONMENT_MAX];
        int fds[2] = { status_fd, open(spawn->program, O_PATH | O_CLOEXEC) };
        int r;

        make_environment(environment);
        r = prepare(spawn, fds, parent);
        status_fd = fds[0];
        if (!r)
                r = execute(spawn, fds[1], environment);
        (void)fd_write_all(status_fd, &r, sizeof(r));
        _exit(127);
}

int spawn(const Spawn *spawn, pid_t *pidp)
{
        _cleanup_fd_ int read_fd = -1, write_fd = -1;
        int pipe_fds[2], error = 0, r;
        pid_t parent = getpid(), pid;

        if (pipe2(pipe_fds, O_CLOEXEC) < 0)
                return error_origin(-errno);
        read_fd = pipe_fds[0];
        write_fd = pipe_fds[1];
        pid = fork();
        if (pid < 0)
                return error_origin(-errno);
        if (pid == 0)
                run_child(spawn, write_fd, parent);

        /* end of file: exec closed the pipe, so it runs */
        write_fd = fd_close(write_fd);
        r = fd_read_all(read_fd, &error, sizeof(error));
        if (r == -EPIPE) {
                *pidp = pid;
                return 0;
        }
        (void)waitpid(pid, NULL, 0);
        return r ? error_trace(r) : error;
}
