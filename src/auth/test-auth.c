#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "auth/acl.h"
#include "auth/identity.h"
#include "util/fd.h"

#include <sys/socket.h>

static Identity user(uid_t uid, gid_t gid)
{
        return (Identity){ .kind = IDENTITY_LOCAL,
                           .local = { .uid = uid, .gid = gid, .n_groups = 1, .groups = { 77 } } };
}

static void test_nobody(void **state)
{
        _cleanup_(acl_freep) Acl *acl = NULL;
        Identity nobody = { 0 }, root = user(0, 0);

        (void)state;
        assert_int_equal(acl_new(&acl), 0);
        assert_int_equal(acl_allow(acl, "", ACL_USER, 0, 31), 0);
        assert_int_equal(acl_allow(acl, "", ACL_GROUP, 0, 31), 0);
        assert_int_equal(acl_allow(acl, "", ACL_EVERYBODY, 0, 1), 0);
        assert_int_equal(acl_verbs(acl, "root/wmi", &nobody), 0);
        assert_int_equal(acl_verbs(acl, "root/wmi", &root), 31);
        assert_false(identity_is_user(&nobody, 0));
        assert_false(identity_in_group(&nobody, 0));
        assert_string_equal(identity_text(&nobody), "nobody");
}

static void test_socket(void **state)
{
        Identity identity;
        int fds[2];

        (void)state;
        assert_int_equal(fd_socketpair(fds, SOCK_SEQPACKET), 0);
        assert_int_equal(identity_from_socket(&identity, fds[0]), 0);
        assert_int_equal(identity.kind, IDENTITY_LOCAL);
        assert_int_equal(identity.local.uid, geteuid());
        assert_int_equal(identity.local.pid, getpid());
        close(fds[0]);
        close(fds[1]);
        assert_true(identity_from_socket(&identity, -1) < 0);
        assert_int_equal(identity.kind, IDENTITY_NOBODY);
}

static void test_nearest(void **state)
{
        _cleanup_(acl_freep) Acl *acl = NULL;
        Identity alice = user(1000, 1000), bob = user(1001, 1001);

        (void)state;
        assert_int_equal(acl_new(&acl), 0);
        assert_int_equal(acl_allow(acl, "", ACL_USER, 1000, 3), 0);
        assert_int_equal(acl_allow(acl, "root/wmi", ACL_GROUP, 77, 1), 0);
        assert_int_equal(acl_allow(acl, "root/wmi", ACL_USER, 1001, 4), 0);
        assert_int_equal(acl_verbs(acl, "root/cimv2", &alice), 3);
        assert_int_equal(acl_verbs(acl, "root/wmi", &alice), 1); /* the nearest decides alone */
        assert_int_equal(acl_verbs(acl, "ROOT/WMI/deep", &bob), 5);
        assert_int_equal(acl_verbs(acl, "root/wmix", &bob), 0);
        assert_int_equal(acl_verbs(acl, "root", &bob), 0);
}

static void test_quota(void **state)
{
        _cleanup_(acl_freep) Acl *acl = NULL;

        (void)state;
        assert_int_equal(acl_new(&acl), 0);
        assert_int_equal(acl_allow(acl, "", ACL_USER, 0, 31), 0);
        assert_int_equal(acl_allow(acl, "", ACL_GROUP, 5, 15), 0);
        for (int i = 2; i < ACL_RULES_MAX; i++)
                assert_int_equal(acl_allow(acl, "a", ACL_USER, 0, 1), 0);
        assert_int_equal(acl_allow(acl, "a", ACL_USER, 0, 1), ACL_QUOTA);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_nobody),
                cmocka_unit_test(test_socket),
                cmocka_unit_test(test_nearest),
                cmocka_unit_test(test_quota),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
