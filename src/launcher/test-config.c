#include "launcher/config.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "util/fd.h"
#include "wire/verbs.h"

static char path[] = "/tmp/test-config-XXXXXX";

static int read_text(Config *config, const char *text, const char **problemp)
{
        assert_int_equal(fd_replace_file(path, text, strlen(text), 0600), 0);
        config_init(config, 1234);
        return config_read(config, path, true, problemp);
}

static const ControlAllow *rule_at(const Config *config, size_t index)
{
        assert_true(index < config->allow.size / sizeof(ControlAllow));
        return &((const ControlAllow *)(const void *)config->allow.data)[index];
}

static void test_defaults(void **state)
{
        _cleanup_(config_deinit) Config config;
        const char *problem = NULL;

        (void)state;
        config_init(&config, 1234);
        assert_int_equal(config_read(&config, "/nonexistent/xenmi.conf", false, &problem), 0);
        assert_string_equal(config.user, "xenmi");
        assert_int_equal(config.socket_mode, -1);
        assert_true(config.limits.connections >= 10000);
        assert_int_equal(rule_at(&config, 0)->verbs, VERB_ALL);
        assert_int_equal(rule_at(&config, 0)->id, 0);
        assert_int_equal(rule_at(&config, 1)->id, 1234);
        assert_false(config_is_open(&config, 99999));
        assert_int_equal(config_read(&config, "/nonexistent/xenmi.conf", true, &problem), CONFIG_INVALID);
        assert_string_equal(problem, "/nonexistent/xenmi.conf: No such file or directory");
}

static void test_everything(void **state)
{
        _cleanup_(config_deinit) Config config;
        const char *problem = NULL;
        const ControlOption *option;

        (void)state;
        assert_int_equal(
                read_text(&config,
                          "# comment\n[broker]\nuser = root\nsocket-mode = 0600\nconnections = 7\nidle-exit = 60\n"
                          "[hosts]\nstart-timeout = 3\nmemory-limit = 0\nsilence-timeout = 5\n"
                          "[host XenStore]\nfile = /dev/xen/xenbus\nfile = /dev/xen/gntdev\n"
                          "[provider XenStore]\nsocket = /run/x y=z\n"
                          "[namespace Root\\CIMv2]\nallow = user:0 read, write\nallow = everybody all\n",
                          &problem),
                0);
        assert_string_equal(config.user, "root");
        assert_int_equal(config.socket_mode, 0600);
        assert_int_equal(config.limits.connections, 7);
        assert_int_equal(config.limits.idle_exit_ms, 60000);
        assert_int_equal(config.limits.start_timeout_ms, 3000);
        assert_int_equal(config.limits.silence_timeout_ms, 5000);
        assert_int_equal(config.memory_limit, 0);
        assert_true(config_grants_file(&config, "XenStore", "/dev/xen/xenbus"));
        assert_true(config_grants_file(&config, "XenStore", "/dev/xen/gntdev"));
        assert_false(config_grants_file(&config, "Other", "/dev/xen/xenbus"));
        assert_false(config_grants_file(&config, "XenStore", "/dev/xen"));
        option = (const ControlOption *)(const void *)config.options.data;
        assert_string_equal(option->provider, "XenStore");
        assert_string_equal(option->name, "socket");
        assert_string_equal(option->value, "/run/x y=z");
        assert_string_equal(rule_at(&config, 0)->namespace, "root/cimv2");
        assert_int_equal(rule_at(&config, 0)->verbs, VERB_READ | VERB_WRITE);
        assert_int_equal(rule_at(&config, 1)->who, CONTROL_WHO_EVERYBODY);
        assert_int_equal(rule_at(&config, 1)->verbs, VERB_ALL & ~VERB_ADMIN);
        assert_true(config_is_open(&config, 0));
}

static void test_problems(void **state)
{
        static const struct {
                const char *text, *problem;
        } cases[] = {
                { "[broker]\n\nfoo = 1\n", ":3: unknown key foo in [broker]" },
                { "[broker]\nconnections = 0\n", ":2: connections = 0: not a number from 1 to 1000000" },
                { "[broker]\nsocket-mode = 999\n",
                  ":2: socket-mode = 999: neither auto nor an octal mode such as 0660" },
                { "[nothing]\nfoo = 1\n", ":2: unknown section [nothing]" },
                { "foo = 1\n", ":1: keys before the first [section]" },
                { "[broker]\nfoo\n", ":2: not of the form key = value" },
                { "[hosts]\nfoo = 1\n", ":2: unknown key foo in [hosts]" },
                { "[host a/b]\nfile = /x\n", ":2: [host a/b]: not the name of a host" },
                { "[host a]\nfile = x\n", ":2: file = x: not an absolute path" },
                { "[namespace a b]\nallow = everybody read\n", ":2: [namespace a b]: not a name such as root/cimv2" },
                { "[namespace a]\nallow = group:no-such-group read\n", ":2: there is no group no-such-group" },
                { "[namespace a]\nallow = me read\n", ":2: me: none of user:NAME, group:NAME, everybody and nobody" },
                { "[namespace a]\nallow = everybody fly\n",
                  ":2: fly: none of read, write, invoke, subscribe, all and admin" },
        };

        (void)state;
        for (size_t i = 0; i < ARRAY_SIZE(cases); i++) {
                _cleanup_(config_deinit) Config config;
                const char *problem = NULL;

                assert_int_equal(read_text(&config, cases[i].text, &problem), CONFIG_INVALID);
                assert_memory_equal(problem, path, strlen(path));
                assert_string_equal(problem + strlen(path), cases[i].problem);
        }
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_defaults),
                cmocka_unit_test(test_everything),
                cmocka_unit_test(test_problems),
        };
        int fd = mkstemp(path), failed;

        if (fd < 0)
                return 1;
        close(fd);
        failed = cmocka_run_group_tests(tests, NULL, NULL);
        unlink(path);
        return failed;
}
