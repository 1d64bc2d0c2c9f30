/*
 * Many requests that are read at once, and many results that are posted at once
 */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "dispatch/server-private.h"
#include "dispatch/test-peer.h"
#include "model/instance.h"

enum {
        BURST = 16,
};

static void pack(Buffer *requests, uint64_t id, const char *what, uint32_t count)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters(what, count);
        const Request request = { .verb = REQUEST_INVOKE,
                                  .name_space = "root/test",
                                  .class_name = "Test_Item",
                                  .method = "Do",
                                  .parameters = parameters };

        assert_int_equal(request_pack(requests, id, &request, NULL), 0);
}

/* The results of so many operations have come, all of them good. */
static void receive_results(Peer *peer, unsigned int count)
{
        while (count > 0) {
                Reply reply;
                Frame frame;

                peer_receive(peer, &reply, &frame);
                if (reply.type == FRAME_RESULT) {
                        assert_int_equal(reply.result, MI_RESULT_OK);
                        count--;
                }
                reply_deinit(&reply);
        }
}

/* What a burst took goes back when there is nothing more to do, not only at the end of the server: its threads keep one each. */
static void await_rest(Peer *peer)
{
#ifndef __SANITIZE_ADDRESS__ /* where nothing is used again */
        unsigned int n_spare = 0;

        for (unsigned int i = 0; i < 5000 && n_spare < BURST - 4; i++) {
                (void)nanosleep(&(struct timespec){ .tv_nsec = 1000000 }, NULL);
                pthread_mutex_lock(&peer->server->spare_lock);
                n_spare = peer->server->n_spare;
                pthread_mutex_unlock(&peer->server->spare_lock);
        }
        assert_in_range(n_spare, BURST - 4, 2 * BURST);
#endif
}

/* All are read by one thread: none of them may be left in the queue. */
static void test_burst(void **state)
{
        Peer *peer = *state;

        for (unsigned int times = 0; times < 4; times++) {
                Buffer requests = BUFFER_INIT;

                for (unsigned int i = 0; i < BURST; i++)
                        pack(&requests, ++peer->last_id, "nothing", 0);
                peer_write(peer, &requests);
                receive_results(peer, BURST);
                await_rest(peer);
        }
}

/* The last of them answers them all, from a thread of its own, with its posts held. */
static void test_held(void **state)
{
        Peer *peer = *state;

        for (unsigned int times = 0; times < 4; times++) {
                Buffer requests = BUFFER_INIT;

                for (unsigned int i = 0; i < BURST; i++)
                        pack(&requests, ++peer->last_id, "together", BURST);
                peer_write(peer, &requests);
                receive_results(peer, BURST);
                await_rest(peer);
        }
}

/* A cancel that comes along with its request finds it. */
static void test_cancel_along(void **state)
{
        Peer *peer = *state;
        Buffer requests = BUFFER_INIT;
        uint64_t id = ++peer->last_id;

        pack(&requests, id, "cancel", 0);
        pack(&requests, ++peer->last_id, "cancel", 0);
        assert_int_equal(frame_append_cancel(&requests, id, MI_REASON_NONE), 0);
        assert_int_equal(frame_append_cancel(&requests, peer->last_id, MI_REASON_NONE), 0);
        peer_write(peer, &requests);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_FAILED);
        assert_int_equal(peer_finish(peer, peer->last_id), MI_RESULT_FAILED);
}

/* An id that is in use ends the channel and what was running on it, and nobody else's. */
static void test_id_in_use(void **state)
{
        Peer *peer = *state, other;
        struct pollfd hung_up = { .events = POLLIN };
        Buffer requests = BUFFER_INIT;
        char bytes[4096];
        ssize_t n;

        peer_join(&other, peer->server, VERB_ALL);
        pack(&requests, 1, "cancel", 0);
        pack(&requests, 2, "cancel", 0);
        pack(&requests, 1, "nothing", 0);
        pack(&requests, 3, "nothing", 0);
        peer_write(&other, &requests);
        hung_up.fd = other.fd;
        do {
                assert_int_equal(poll(&hung_up, 1, 30000), 1);
                n = read(other.fd, bytes, sizeof(bytes));
        } while (n > 0);
        peer_leave(&other);
        assert_int_equal(peer_do(peer, "nothing", 0), MI_RESULT_OK);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_burst, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_held, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_cancel_along, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_id_in_use, peer_setup, peer_teardown),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
