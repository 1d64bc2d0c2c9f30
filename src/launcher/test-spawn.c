#include "launcher/spawn.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "util/fd.h"

/* Runs a line of shell as descriptor 3's writer; gives what it wrote there and its status. */
static int run(const char *line, const SpawnUser *user, char *output, size_t output_size)
{
        char *const arguments[] = { (char *)"sh", (char *)"-c", (char *)line, NULL };
        Spawn shell = { .program = "/bin/sh", .arguments = arguments, .user = user, .n_fds = 1 };
        size_t size = 0;
        int fds[2], status;
        pid_t pid;

        assert_int_equal(fd_socketpair(fds, SOCK_STREAM), 0);
        shell.fds[0] = fds[1];
        assert_int_equal(spawn(&shell, &pid), 0);
        close(fds[1]);
        for (ssize_t n; size < output_size - 1 && (n = read(fds[0], output + size, output_size - 1 - size)) > 0;)
                size += (size_t)n;
        output[size] = '\0';
        close(fds[0]);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        return status;
}

static void test_descriptors(void **state)
{
        char output[4096];
        int fds[2];

        (void)state;
        assert_int_equal(pipe(fds), 0); /* not close-on-exec, and yet it is not inherited */
        assert_int_equal(run("exec >&3; for fd in 0 1 2 3 4 5 6 7 8 9 10 11 12 20 64 65; do [ -e /proc/$$/fd/$fd ] && "
                             "echo $fd; done; true",
                             NULL, output, sizeof(output)),
                         0);
        assert_string_equal(output, "0\n1\n2\n3\n");
        close(fds[0]);
        close(fds[1]);
}

static void test_environment(void **state)
{
        char output[4096];

        (void)state;
        setenv("LD_PRELOAD", "", 1);
        setenv("IFS", "x", 1);
        setenv("XENMI_LOG", "error", 1);
        assert_int_equal(run("env | sort >&3; exit 5", NULL, output, sizeof(output)), 5 << 8);
        assert_non_null(strstr(output, "LANG=C.UTF-8\n"));
        assert_non_null(strstr(output, "XENMI_LOG=error\n"));
        assert_null(strstr(output, "LD_PRELOAD"));
        assert_null(strstr(output, "HOME"));
        unsetenv("LD_PRELOAD");
        unsetenv("IFS");
        unsetenv("XENMI_LOG");
}

static void test_session(void **state)
{
        char output[64], expected[64];

        (void)state;
        assert_int_equal(run("read -r pid comm s ppid pgrp session rest </proc/$$/stat; [ $pid = $session ] && pwd >&3",
                             NULL, output, sizeof(output)),
                         0);
        (void)snprintf(expected, sizeof(expected), "/\n");
        assert_string_equal(output, expected);
}

static void test_user(void **state)
{
        SpawnUser user = { .uid = 61003, .gid = 61004 };
        char output[256];

        (void)state;
        if (geteuid() != 0)
                skip();
        assert_int_equal(run("id -u >&3; id -g >&3; id -G >&3; grep -E 'CapEff|NoNewPrivs' /proc/self/status >&3",
                             &user, output, sizeof(output)),
                         0);
        assert_string_equal(output, "61003\n61004\n61004\nCapEff:\t0000000000000000\nNoNewPrivs:\t1\n");
}

static void test_limits(void **state)
{
        char *const arguments[] = { (char *)"sh", (char *)"-c",
                                    (char *)"ulimit -c >&3; ulimit -d >&3; ulimit -n >&3; ulimit -v >&3", NULL };
        Spawn shell = {
                .program = "/bin/sh", .arguments = arguments, .n_fds = 1, .memory_limit = 512 << 20, .open_files = 100
        };
        char output[64] = "";
        int fds[2], status;
        pid_t pid;

        (void)state;
        assert_int_equal(fd_socketpair(fds, SOCK_STREAM), 0);
        shell.fds[0] = fds[1];
        assert_int_equal(spawn(&shell, &pid), 0);
        close(fds[1]);
        assert_int_equal(waitpid(pid, &status, 0), pid);
        assert_int_equal(status, 0);
        assert_true(read(fds[0], output, sizeof(output) - 1) > 0);
        assert_string_equal(output, "0\n524288\n100\nunlimited\n");
        close(fds[0]);
}

static void test_failures(void **state)
{
        char *const arguments[] = { (char *)"x", NULL };
        Spawn missing = { .program = "/nonexistent/program", .arguments = arguments };
        Spawn no_program = { .program = "/etc/passwd", .arguments = arguments };
        pid_t pid = 0;

        (void)state;
        assert_int_equal(spawn(&missing, &pid), -ENOENT);
        assert_int_equal(spawn(&no_program, &pid), -EACCES);
        assert_int_equal(pid, 0);
        assert_int_equal(waitpid(-1, NULL, WNOHANG), -1); /* nothing is left to be reaped */
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_descriptors), cmocka_unit_test(test_environment), cmocka_unit_test(test_session),
                cmocka_unit_test(test_user),        cmocka_unit_test(test_failures),    cmocka_unit_test(test_limits),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
