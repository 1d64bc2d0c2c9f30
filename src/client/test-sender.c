/*
 * Many threads that send to one socket: whole frames, each thread's in its order, and an end that all see
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <string.h>
#include <sys/socket.h>
#include <time.h>
#include <unistd.h>

#include "client/sender.h"

enum {
        THREADS = 8,
        FRAMES = 2000,
};

typedef struct Piece {
        uint32_t thread;
        uint32_t number;
        uint8_t filler[120];
} Piece;

typedef struct Writer {
        Sender *sender;
        uint32_t thread;
        int result;
        pthread_t id;
} Writer;

static void *write_pieces(void *userdata)
{
        Writer *writer = userdata;
        Piece piece = { .thread = writer->thread };

        memset(piece.filler, (int)writer->thread, sizeof(piece.filler));
        for (uint32_t i = 0; i < FRAMES && writer->result == 0; i++) {
                piece.number = i;
                /* as if somebody had just woken callers */
                sender_expect(writer->sender, i % 3);
                writer->result = sender_send(writer->sender, &piece, sizeof(piece), i % 5 != 0);
        }
        return NULL;
}

static void start(Writer *writers, Sender *sender)
{
        for (uint32_t i = 0; i < THREADS; i++) {
                writers[i] = (Writer){ .sender = sender, .thread = i };
                assert_int_equal(pthread_create(&writers[i].id, NULL, write_pieces, &writers[i]), 0);
        }
}

static void test_order(void **state)
{
        uint32_t next[THREADS] = { 0 };
        Writer writers[THREADS];
        Sender sender;
        int fds[2];

        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
        sender_init(&sender, fds[0]);
        start(writers, &sender);
        for (uint32_t i = 0; i < THREADS * FRAMES; i++) {
                Piece piece;

                assert_int_equal(recv(fds[1], &piece, sizeof(piece), MSG_WAITALL), sizeof(piece));
                assert_in_range(piece.thread, 0, THREADS - 1);
                assert_int_equal(piece.number, next[piece.thread]++);
                for (size_t k = 0; k < sizeof(piece.filler); k++)
                        assert_int_equal(piece.filler[k], piece.thread);
        }
        for (uint32_t i = 0; i < THREADS; i++) {
                pthread_join(writers[i].id, NULL);
                assert_int_equal(writers[i].result, 0);
        }
        sender_deinit(&sender);
        close(fds[0]);
        close(fds[1]);
}

static uint8_t large[3 << 20];

static void *write_large(void *userdata)
{
        Writer *writer = userdata;

        writer->result = sender_send(writer->sender, large, sizeof(large), false);
        return NULL;
}

/* Larger than what may wait, and than the socket's buffer */
static void test_large(void **state)
{
        static uint8_t got[sizeof(large)];
        Sender sender;
        Writer writer = { .sender = &sender };
        int fds[2];

        memset(large, 7, sizeof(large));
        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
        sender_init(&sender, fds[0]);
        for (unsigned i = 0; i < 2; i++) {
                memset(got, 0, sizeof(got));
                assert_int_equal(pthread_create(&writer.id, NULL, write_large, &writer), 0);
                assert_int_equal(recv(fds[1], got, sizeof(got), MSG_WAITALL), sizeof(got));
                pthread_join(writer.id, NULL);
                assert_int_equal(writer.result, 0);
                assert_memory_equal(got, large, sizeof(large));
        }
        sender_deinit(&sender);
        close(fds[0]);
        close(fds[1]);
}

static bool has_unsent(const Sender *sender)
{
        return sender->out.size > 0;
}

static bool has_relief(const Sender *sender)
{
        return sender->has_relief;
}

static bool is_sending(const Sender *sender)
{
        return sender->is_sending && sender->out.size == 0;
}

static void await(Sender *sender, bool (*holds)(const Sender *sender))
{
        for (unsigned i = 0; i < 10000; i++) {
                bool is_so;

                pthread_mutex_lock(&sender->lock);
                is_so = holds(sender);
                pthread_mutex_unlock(&sender->lock);
                if (is_so)
                        return;
                usleep(1000);
        }
        fail_msg("it does not come to that");
}

/* Who has sent his own and what others brought meanwhile goes home as soon as a third one is there. */
static void test_relief(void **state)
{
        static bool (*const signs[])(const Sender *sender) = { is_sending, has_unsent, has_relief };
        static uint8_t got[sizeof(large)];
        Writer writers[ARRAY_SIZE(signs)];
        struct timespec until;
        Sender sender;
        int fds[2];

        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
        sender_init(&sender, fds[0]);
        for (size_t i = 0; i < ARRAY_SIZE(signs); i++) {
                writers[i] = (Writer){ .sender = &sender };
                if (i == 2) {
                        /* the first one's is out: now it sends the second one's */
                        assert_int_equal(recv(fds[1], got, sizeof(got), MSG_WAITALL), sizeof(got));
                        await(&sender, is_sending);
                }
                assert_int_equal(pthread_create(&writers[i].id, NULL, write_large, &writers[i]), 0);
                await(&sender, signs[i]);
        }
        assert_int_equal(recv(fds[1], got, sizeof(got), MSG_WAITALL), sizeof(got));
        clock_gettime(CLOCK_REALTIME, &until);
        until.tv_sec += 10;
        assert_int_equal(pthread_timedjoin_np(writers[0].id, NULL, &until), 0);
        assert_int_equal(recv(fds[1], got, sizeof(got), MSG_WAITALL), sizeof(got));
        for (size_t i = 1; i < ARRAY_SIZE(signs); i++)
                pthread_join(writers[i].id, NULL);
        for (size_t i = 0; i < ARRAY_SIZE(signs); i++)
                assert_int_equal(writers[i].result, 0);
        sender_deinit(&sender);
        close(fds[0]);
        close(fds[1]);
}

static void test_end(void **state)
{
        Writer writers[THREADS];
        Piece piece = { 0 };
        Sender sender;
        int fds[2];

        assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, fds), 0);
        sender_init(&sender, fds[0]);
        start(writers, &sender);
        assert_int_equal(recv(fds[1], &piece, sizeof(piece), MSG_WAITALL), sizeof(piece));
        close(fds[1]);
        for (uint32_t i = 0; i < THREADS; i++)
                pthread_join(writers[i].id, NULL);
        for (unsigned i = 0; i < 2; i++)
                assert_true(sender_send(&sender, &piece, sizeof(piece), false) < 0);
        sender_deinit(&sender);
        close(fds[0]);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_order),
                cmocka_unit_test(test_large),
                cmocka_unit_test(test_relief),
                cmocka_unit_test(test_end),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
