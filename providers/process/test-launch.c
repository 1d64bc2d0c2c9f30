/*
 * Tests of starting programs
 */

#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "launch.h"
#include "proc.h"

static void assert_split(const char *command, const char *const *expected)
{
        char **arguments;

        assert_int_equal(launch_split(command, &arguments), 0);
        for (size_t i = 0; expected[i] || arguments[i]; i++) {
                assert_non_null(expected[i]);
                assert_non_null(arguments[i]);
                assert_string_equal(arguments[i], expected[i]);
        }
        free(arguments);
}

#define SPLIT(command, ...) assert_split(command, (const char *const[]){ __VA_ARGS__, NULL })

static void test_split(void **state)
{
        SPLIT("a", "a");
        SPLIT("  a\tb \n c ", "a", "b", "c");
        SPLIT("\"a b\" c", "a b", "c");
        SPLIT("'a b' c", "a b", "c");
        SPLIT("a\\ b c", "a b", "c");
        SPLIT("\"\" ''", "", "");
        SPLIT("x\"y z\"w", "xy zw");
        SPLIT("\"a\\\"b\" 'a\\b' \\\\", "a\"b", "a\\b", "\\");
        SPLIT("a \\", "a", "\\");
        SPLIT("a;b|c $HOME *", "a;b|c", "$HOME", "*");
}

static void test_bad_splits(void **state)
{
        char *text = malloc(LAUNCH_COMMAND_MAX + 2);
        char **arguments;

        assert_int_equal(launch_split("", &arguments), -EINVAL);
        assert_int_equal(launch_split("  \t", &arguments), -EINVAL);
        assert_int_equal(launch_split("\"a", &arguments), -EINVAL);
        assert_int_equal(launch_split("a 'b", &arguments), -EINVAL);

        memset(text, 'x', LAUNCH_COMMAND_MAX + 1);
        text[LAUNCH_COMMAND_MAX + 1] = 0;
        assert_int_equal(launch_split(text, &arguments), -E2BIG);
        for (size_t i = 0; i < LAUNCH_COMMAND_MAX; i++)
                text[i] = i % 2 ? ' ' : 'x';
        text[LAUNCH_COMMAND_MAX] = 0;
        assert_int_equal(launch_split(text, &arguments), -E2BIG);
        free(text);
}

static void test_errors(void **state)
{
        pid_t pid;

        assert_int_equal(launch("/nowhere/at/all", &pid), -ENOENT);
        assert_int_equal(launch("no-such-program-as-this", &pid), -ENOENT);
        assert_int_equal(launch("/etc/passwd", &pid), -EACCES);
        assert_int_equal(launch("\"open", &pid), -EINVAL);
}

static void test_runs(void **state)
{
        Proc proc;
        pid_t pid;

        assert_int_equal(launch("sleep 600", &pid), 0);
        assert_int_equal(proc_read(&proc, "/proc", pid, PROC_COMMAND), 0);
        assert_string_equal(proc.name, "sleep");
        assert_string_equal(proc.command, "sleep 600");
        assert_int_not_equal(proc.ppid, getpid());
        proc_deinit(&proc);
        assert_int_equal(getsid(pid) == getsid(0), 0);
        assert_int_equal(kill(pid, SIGKILL), 0);
}

/* No descriptor of ours, no signal setting of ours goes along. */
static void test_clean_start(void **state)
{
        char path[] = "/tmp/xenmi-launch-XXXXXX", command[256], text[4096] = "";
        int fd = mkstemp(path);
        pid_t pid;
        FILE *file;

        signal(SIGUSR1, SIG_IGN);
        snprintf(command, sizeof(command),
                 "sh -c 'ls /proc/self/fd | wc -l > %s.part; grep SigIgn /proc/self/status >> %s.part; mv %s.part %s'",
                 path, path, path, path);
        assert_int_equal(launch(command, &pid), 0);
        for (int i = 0; i < 6000 && !strstr(text, "SigIgn"); i++) {
                nanosleep(&(struct timespec){ .tv_nsec = 10000000 }, NULL);
                file = fopen(path, "r");
                text[fread(text, 1, sizeof(text) - 1, file)] = 0;
                fclose(file);
        }
        assert_int_equal(atoi(text), 4); /* input, output, error and the folder that ls reads */
        assert_non_null(strstr(text, "SigIgn:\t0000000000000000"));
        signal(SIGUSR1, SIG_DFL);
        close(fd);
        unlink(path);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_split), cmocka_unit_test(test_bad_splits),  cmocka_unit_test(test_errors),
                cmocka_unit_test(test_runs),  cmocka_unit_test(test_clean_start),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
