/*
 * Tests of reading processes, from a made-up tree and from the real one
 */

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "proc.h"

static char root[64];

static int make_root(void **state)
{
        strcpy(root, "/tmp/xenmi-proc-XXXXXX");
        return mkdtemp(root) ? 0 : -1;
}

static int remove_root(void **state)
{
        char command[128];

        snprintf(command, sizeof(command), "rm -r %s", root);
        return system(command);
}

static void write_file(int pid, const char *name, const char *text, size_t size)
{
        char path[256];
        FILE *file;

        snprintf(path, sizeof(path), "%s/%d", root, pid);
        mkdir(path, 0700);
        snprintf(path, sizeof(path), "%s/%d/%s", root, pid, name);
        file = fopen(path, "w");
        assert_non_null(file);
        assert_int_equal(fwrite(text, 1, size, file), size);
        fclose(file);
}

static void write_stat(int pid, const char *name, char state, int ppid)
{
        char text[512];

        snprintf(text, sizeof(text),
                 "%d (%s) %c %d 1 1 0 -1 4194560 100 0 0 0 150 250 0 0 25 5 1 0 12345 1000000 77 18446744073709551615 "
                 "0\n",
                 pid, name, state, ppid);
        write_file(pid, "stat", text, strlen(text));
}

static void test_made_up(void **state)
{
        static const char arguments[] = "/usr/bin/a-rather-long-name\0--flag\0two words\0\0say \"x\"\\";
        static const char group[] = "0::/system.slice/ssh.service\n";
        Proc proc;

        write_stat(42, "a-rather-long-n", 'S', 7);
        write_file(42, "cmdline", arguments, sizeof(arguments));
        write_file(42, "cgroup", group, strlen(group));
        assert_int_equal(proc_read(&proc, root, 42, PROC_COMMAND | PROC_UNIT), 0);
        assert_int_equal(proc.pid, 42);
        assert_int_equal(proc.ppid, 7);
        assert_int_equal(proc.state, 'S');
        assert_int_equal(proc.nice, 5);
        assert_int_equal(proc.user_ms, 150 * 1000 / sysconf(_SC_CLK_TCK));
        assert_int_equal(proc.kernel_ms, 250 * 1000 / sysconf(_SC_CLK_TCK));
        assert_int_equal(proc.start_ms, 12345 * 1000 / sysconf(_SC_CLK_TCK));
        assert_int_equal(proc.resident, 77 * sysconf(_SC_PAGESIZE));
        assert_string_equal(proc.name, "a-rather-long-name");
        assert_string_equal(proc.command,
                            "/usr/bin/a-rather-long-name --flag \"two words\" \"\" \"say \\\"x\\\"\\\\\"");
        assert_string_equal(proc.unit, "ssh.service");
        proc_deinit(&proc);
}

static void test_odd_names(void **state)
{
        Proc proc;

        write_stat(1, "a) S 99 (b", 'R', 0);
        assert_int_equal(proc_read(&proc, root, 1, PROC_COMMAND | PROC_UNIT), 0);
        assert_string_equal(proc.name, "a) S 99 (b");
        assert_int_equal(proc.ppid, 0);
        assert_null(proc.command);
        assert_string_equal(proc.unit, "");
        proc_deinit(&proc);

        write_stat(2, "bad\xFF\xC3", 'Z', 1);
        assert_int_equal(proc_read(&proc, root, 2, 0), 0);
        assert_string_equal(proc.name, "bad??");
        proc_deinit(&proc);

        write_file(3, "stat", "3 nonsense", 10);
        assert_int_equal(proc_read(&proc, root, 3, 0), -EPROTO);
        write_file(4, "stat", "", 0);
        assert_int_equal(proc_read(&proc, root, 4, 0), -EPROTO);
        assert_int_equal(proc_read(&proc, root, 5, 0), -ESRCH);
}

static void test_long_command(void **state)
{
        size_t size = 2 * PROC_COMMAND_MAX;
        char *arguments = malloc(size);
        Proc proc;

        memset(arguments, 'x', size);
        write_stat(6, "long", 'S', 1);
        write_file(6, "cmdline", arguments, size);
        assert_int_equal(proc_read(&proc, root, 6, PROC_COMMAND), 0);
        assert_int_equal(strlen(proc.command), PROC_COMMAND_MAX - 1);
        proc_deinit(&proc);
        free(arguments);
}

static void test_units(void **state)
{
        static const struct {
                const char *text, *unit;
        } cases[] = {
                { "0::/\n", "" },
                { "", "" },
                { "0::/system.slice/cron.service\n", "cron.service" },
                { "0::/user.slice/user-1.slice/user@1.service/app.slice/x.service\n", "x.service" },
                { "0::/user.slice/user-1.slice/session-2.scope\n", "" },
                { "5:pids:/a.service\n1:name=systemd:/system.slice/old.service\n0::/\n", "old.service" },
                { "0::/.service\n", "" },
                { "0::/a.service", "a.service" },
        };
        char unit[PROC_UNIT_SIZE];

        for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
                proc_parse_unit(cases[i].text, unit);
                assert_string_equal(unit, cases[i].unit);
        }
}

static void test_pids(void **state)
{
        static const char *const bad[] = { "",   "0",  "01", "-1",         "+1",
                                           " 1", "1 ", "1x", "2147483648", "99999999999999999999" };
        pid_t pid;

        assert_true(proc_parse_pid("2147483647", &pid));
        assert_int_equal(pid, 2147483647);
        assert_true(proc_parse_pid("1", &pid));
        assert_false(proc_parse_pid(NULL, &pid));
        for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
                assert_false(proc_parse_pid(bad[i], &pid));
}

static void test_walk(void **state)
{
        ProcWalk walk;
        int sum = 0;
        pid_t pid;

        for (int i = 1; i <= 3; i++)
                write_stat(i, "x", 'S', 0);
        mkdir(root, 0700);
        write_file(10, "self", "", 0);
        assert_int_equal(proc_count(root), 4);
        assert_int_equal(proc_walk_init(&walk, root), 0);
        while ((pid = proc_walk_next(&walk)) > 0)
                sum += pid;
        proc_walk_deinit(&walk);
        assert_int_equal(sum, 16);
        assert_int_equal(proc_count("/nowhere/at/all"), -ENOENT);
}

static void test_real(void **state)
{
        Proc proc;

        assert_int_equal(proc_read(&proc, "/proc", getpid(), PROC_COMMAND | PROC_UNIT), 0);
        assert_int_equal(proc.ppid, getppid());
        assert_non_null(strstr(proc.command, proc.name));
        assert_true(proc.resident > 0);
        proc_deinit(&proc);
        assert_true(proc_count("/proc") > 0);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_made_up, make_root, remove_root),
                cmocka_unit_test_setup_teardown(test_odd_names, make_root, remove_root),
                cmocka_unit_test_setup_teardown(test_long_command, make_root, remove_root),
                cmocka_unit_test(test_units),
                cmocka_unit_test(test_pids),
                cmocka_unit_test_setup_teardown(test_walk, make_root, remove_root),
                cmocka_unit_test(test_real),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
