#include "wire/control.h"

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cmocka.h>

#include "util/fd.h"

/* Every type, filled with nothing but a header, is valid or needs something that is named here. */
static void test_all_types(void **state)
{
        (void)state;
        for (unsigned int type = 1; type < _CONTROL_TYPE_N; type++) {
                ControlMessage message;

                assert_true(control_size(type) >= sizeof(ControlHeader));
                assert_string_not_equal(control_name(type), "unknown message");
                control_init(&message, (ControlType)type, 5);
                if (type == CONTROL_REFUSED || type == CONTROL_FAILED) {
                        assert_int_equal(control_validate(&message, message.header.size), CONTROL_MALFORMED);
                        message.refused.result = 1;
                } else if (type == CONTROL_NEW_CHANNEL) {
                        assert_int_equal(control_validate(&message, message.header.size), CONTROL_MALFORMED);
                        message.new_channel.channel = 1;
                }
                assert_int_equal(control_validate(&message, message.header.size), 0);
                assert_int_equal(control_validate(&message, message.header.size - 1), CONTROL_MALFORMED);
                assert_int_equal(control_validate(&message, message.header.size + 1), CONTROL_MALFORMED);
        }
        assert_int_equal(control_size(_CONTROL_TYPE_NONE), 0);
        assert_int_equal(control_size(_CONTROL_TYPE_N), 0);
        assert_string_equal(control_name(999), "unknown message");
}

static void test_headers(void **state)
{
        ControlMessage message;

        (void)state;
        control_init(&message, CONTROL_TEST, 1);
        for (size_t size = 0; size < sizeof(ControlHeader); size++)
                assert_int_equal(control_validate(&message, size), CONTROL_MALFORMED);
        message.header.version++;
        assert_int_equal(control_validate(&message, sizeof(ControlPlain)), CONTROL_WRONG_VERSION);
        control_init(&message, CONTROL_TEST, 1);
        message.header.type = _CONTROL_TYPE_N;
        assert_int_equal(control_validate(&message, sizeof(ControlPlain)), CONTROL_MALFORMED);
        message.header.type = _CONTROL_TYPE_NONE;
        assert_int_equal(control_validate(&message, sizeof(ControlPlain)), CONTROL_MALFORMED);
        memset(&message, 0xFF, sizeof(message));
        assert_int_equal(control_validate(&message, sizeof(message)), CONTROL_MALFORMED);
}

static void test_strings(void **state)
{
        ControlMessage message;
        char *namespace = message.open.namespace;

        (void)state;
        control_init(&message, CONTROL_OPEN, 1);
        assert_int_equal(control_set(namespace, CONTROL_NAMESPACE_MAX, "root/cimv2"), 0);
        assert_int_equal(control_validate(&message, message.header.size), 0);
        namespace[200] = 'x'; /* behind the NUL */
        assert_int_equal(control_validate(&message, message.header.size), CONTROL_MALFORMED);
        memset(namespace, 'x', CONTROL_NAMESPACE_MAX); /* no NUL */
        assert_int_equal(control_validate(&message, message.header.size), CONTROL_MALFORMED);
        assert_int_equal(control_set(namespace, CONTROL_NAMESPACE_MAX, "\xc3\x28"), 0); /* no UTF-8 */
        assert_int_equal(control_validate(&message, message.header.size), CONTROL_MALFORMED);
        assert_int_equal(control_set(namespace, 4, "root"), CONTROL_MALFORMED);
        assert_string_equal(namespace, "");
}

static void test_texts(void **state)
{
        ControlMessage message;
        char field[6];

        (void)state;
        control_set_text(field, sizeof(field), "abc\xc3\xa4\xc3\xa4"); /* cut before the character that does not fit */
        assert_string_equal(field, "abc\xc3\xa4");
        control_set_text(field, sizeof(field), "a\xff");
        assert_string_equal(field, "a?");
        control_refuse(&message, 3, 5, "%01000d", 7);
        assert_int_equal(control_validate(&message, message.header.size), 0);
        assert_int_equal(strlen(message.refused.message), CONTROL_MESSAGE_MAX - 1);
        assert_int_equal(message.header.seq, 3);
}

static void test_send_and_receive(void **state)
{
        ControlMessage message;
        int fds[2], fd = -1, passed;

        (void)state;
        assert_int_equal(fd_socketpair(fds, SOCK_SEQPACKET), 0);
        assert_int_equal(control_receive(fds[1], &message, &fd, MSG_DONTWAIT), CONTROL_AGAIN);
        control_init(&message, CONTROL_TEST, 77);
        assert_int_equal(control_send(fds[0], &message, 0, 0), 0);
        memset(&message, 0, sizeof(message));
        assert_int_equal(control_receive(fds[1], &message, &passed, 0), 0);
        assert_int_equal(message.header.seq, 77);
        assert_true(passed >= 0);
        close(passed);

        /* the descriptor of a refused packet is closed, not handed over */
        assert_int_equal(fd_send(fds[0], "junk", 4, 0, 0), 4);
        assert_int_equal(control_receive(fds[1], &message, &fd, 0), CONTROL_MALFORMED);
        assert_int_equal(fd, -1);
        assert_int_equal(dup(0), passed); /* the lowest free one is the same as before */
        close(passed);

        close(fds[0]);
        assert_int_equal(control_receive(fds[1], &message, &fd, 0), CONTROL_CLOSED);
        control_init(&message, CONTROL_TEST, 78);
        assert_int_equal(control_send(fds[1], &message, -1, 0), CONTROL_CLOSED);
        close(fds[1]);
}

/* What it said counts, although it has gone and has not read what it was sent. */
static void test_last_words(void **state)
{
        ControlMessage message;
        int fds[2], fd;

        assert_int_equal(fd_socketpair(fds, SOCK_SEQPACKET), 0);
        control_init(&message, CONTROL_TEST, 1);
        assert_int_equal(control_send(fds[0], &message, -1, 0), 0);
        control_refuse(&message, 2, 7, "no");
        assert_int_equal(control_send(fds[1], &message, -1, 0), 0);
        close(fds[1]);
        assert_int_equal(control_receive(fds[0], &message, &fd, 0), 0);
        assert_string_equal(message.refused.message, "no");
        assert_int_equal(control_receive(fds[0], &message, &fd, 0), CONTROL_CLOSED);
        close(fds[0]);
}

static void test_call(void **state)
{
        ControlMessage message, entry;
        int fds[2];

        (void)state;
        assert_int_equal(fd_socketpair(fds, SOCK_SEQPACKET), 0);
        control_init(&message, CONTROL_TEST, 2);
        assert_int_equal(control_call(fds[0], &message, &message, NULL, 10), -ETIMEDOUT);
        /* late and partial answers are passed over */
        control_init(&entry, CONTROL_OK, 1);
        assert_int_equal(control_send(fds[1], &entry, -1, 0), 0);
        control_init(&entry, CONTROL_HOST_ENTRY, 3);
        assert_int_equal(control_send(fds[1], &entry, -1, 0), 0);
        control_refuse(&entry, 3, 7, "no");
        assert_int_equal(control_send(fds[1], &entry, -1, 0), 0);
        control_init(&message, CONTROL_TEST, 3);
        assert_int_equal(control_call(fds[0], &message, &message, NULL, 10000), 0);
        assert_int_equal(message.header.type, CONTROL_REFUSED);
        assert_string_equal(message.refused.message, "no");
        close(fds[0]);
        close(fds[1]);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_all_types),
                cmocka_unit_test(test_headers),
                cmocka_unit_test(test_strings),
                cmocka_unit_test(test_texts),
                cmocka_unit_test(test_send_and_receive),
                cmocka_unit_test(test_last_words),
                cmocka_unit_test(test_call),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
