/*
 * B.14: paths that an administrator keeps from callers
 */

#include "guard.h"

#include <errno.h>
#include <string.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

static const char home[] = "/local/domain/5";

static void make(Guard *guard, const char *denied, const char *read_only)
{
        char *wrong;

        assert_int_equal(guard_init(guard, denied, read_only, &wrong), 0);
}

static void test_lists(void **state)
{
        char *wrong;
        Guard guard;

        make(&guard, NULL, "");
        assert_true(guard_is_empty(&guard));
        assert_true(guard_permits(&guard, home, "data/x", GUARD_CHANGE));
        make(&guard, " a, /b/c\t,d ", NULL);
        assert_int_equal(guard.denied.count, 3);
        guard_deinit(&guard);
        assert_int_equal(guard_init(&guard, "a", "b c/ d", &wrong), EINVAL);
        assert_string_equal(wrong, "c/");
        free(wrong);
}

static void test_accesses(void **state)
{
        Guard guard;

        make(&guard, "secret", "control device/vif");
        assert_false(guard_permits(&guard, home, "secret", GUARD_READ));
        assert_false(guard_permits(&guard, home, "secret/a/b", GUARD_READ));
        assert_true(guard_permits(&guard, home, "secrets", GUARD_CHANGE_BELOW));
        assert_true(guard_permits(&guard, home, "control/shutdown", GUARD_READ));
        assert_false(guard_permits(&guard, home, "control/shutdown", GUARD_CHANGE));
        /* What is above keeps its value changeable, but is not removed with what is below. */
        assert_true(guard_permits(&guard, home, "device", GUARD_CHANGE));
        assert_false(guard_permits(&guard, home, "device", GUARD_CHANGE_BELOW));
        assert_true(guard_permits(&guard, home, "device/vbd", GUARD_CHANGE_BELOW));
        assert_true(guard_permits(&guard, home, "@releaseDomain", GUARD_READ));
        guard_deinit(&guard);
}

/* The same node has two names. */
static void test_both_forms(void **state)
{
        Guard guard;

        make(&guard, "secret", NULL);
        assert_true(guard_needs_home(&guard, "/local"));
        assert_false(guard_needs_home(&guard, "data"));
        assert_false(guard_permits(&guard, home, "/local/domain/5/secret/a", GUARD_READ));
        assert_true(guard_permits(&guard, home, "/local/domain/6/secret/a", GUARD_READ));
        assert_false(guard_permits(&guard, home, "/local/domain/5", GUARD_CHANGE_BELOW));
        assert_false(guard_permits(&guard, home, "/", GUARD_CHANGE_BELOW));
        assert_false(guard_permits(&guard, "", "/tool", GUARD_READ));
        guard_deinit(&guard);

        make(&guard, "/local/domain/5/a /tool", NULL);
        assert_false(guard_permits(&guard, home, "a/b", GUARD_READ));
        assert_true(guard_permits(&guard, home, "tool", GUARD_READ));
        assert_false(guard_permits(&guard, home, "/tool", GUARD_READ));
        assert_false(guard_permits(&guard, "", "b", GUARD_READ));
        guard_deinit(&guard);

        make(&guard, NULL, "/");
        assert_false(guard_permits(&guard, home, "a", GUARD_CHANGE));
        assert_true(guard_permits(&guard, home, "a", GUARD_READ));
        guard_deinit(&guard);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_lists),
                cmocka_unit_test(test_accesses),
                cmocka_unit_test(test_both_forms),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
