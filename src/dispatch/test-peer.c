#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "dispatch/test-peer.h"

#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "model/cim-error.h"
#include "model/instance.h"
#include "util/fd.h"
#include "wire/verbs.h"

enum {
        PATIENCE_MS = 30000,
};

void peer_write(Peer *peer, Buffer *buffer)
{
        assert_false(buffer->failed);
        assert_int_equal(fd_write_all(peer->fd, buffer->data, buffer->size), 0);
        buffer_deinit(buffer);
}

void peer_join(Peer *peer, Server *server, uint32_t verbs)
{
        Caller caller = { .kind = CALLER_USER, .uid = getuid(), .channel_id = 1 };
        Buffer hello = BUFFER_INIT;
        int fds[2];

        memset(peer, 0, sizeof(*peer));
        peer->server = server;
        assert_int_equal(fd_socketpair(fds, SOCK_STREAM), 0);
        peer->fd = fds[0];
        assert_int_equal(server_add_channel(server, fds[1], &caller, verbs, "root/test"), 0);
        frame_reader_init(&peer->reader, FRAME_SIZE_MAX);
        shape_table_init(&peer->shapes);
        frame_append_hello(&hello);
        peer_write(peer, &hello);
}

void peer_init(Peer *peer, const ServerConfig *config, uint32_t verbs)
{
        char *problem = NULL;
        Server *server;

        assert_int_equal(server_new(&server, config), 0);
        if (server_add_library(server, TEST_PROVIDER, &problem) != 0)
                fail_msg("%s", problem);
        assert_int_equal(server_start(server), 0);
        peer_join(peer, server, verbs);
}

void peer_leave(Peer *peer)
{
        close(peer->fd);
        instance_delete(peer->instance);
        frame_reader_deinit(&peer->reader);
        shape_table_deinit(&peer->shapes);
}

void peer_deinit(Peer *peer)
{
        bool clean = false;

        peer_leave(peer);
        server_stop(peer->server, 10000, &clean);
        assert_true(clean);
}

uint64_t peer_send(Peer *peer, const Request *request)
{
        Request full = *request;
        Buffer buffer = BUFFER_INIT;

        full.name_space = full.name_space ?: "root/test";
        assert_int_equal(request_pack(&buffer, ++peer->last_id, &full, NULL), 0);
        peer_write(peer, &buffer);
        return peer->last_id;
}

static void peer_frame(Peer *peer, Frame *frame)
{
        for (;;) {
                int r = frame_reader_next(&peer->reader, frame);

                assert_int_not_equal(r, FRAME_INVALID);
                if (r == 0)
                        return;
                struct pollfd poll_fd = { .fd = peer->fd, .events = POLLIN };

                assert_int_equal(poll(&poll_fd, 1, PATIENCE_MS), 1);
                assert_int_equal(frame_reader_fill(&peer->reader, peer->fd, 0), 0);
        }
}

void peer_receive(Peer *peer, Reply *reply, Frame *frame)
{
        for (;;) {
                size_t max;

                peer_frame(peer, frame);
                if (frame->type == FRAME_HELLO) {
                        assert_int_equal(frame_parse_hello(frame, &max), 0);
                } else if (frame->type == FRAME_SHAPE) {
                        assert_int_equal(shape_table_define(&peer->shapes, frame), 0);
                } else {
                        assert_int_equal(reply_parse(reply, frame, &peer->shapes), 0);
                        return;
                }
        }
}

MI_Result peer_finish(Peer *peer, uint64_t id)
{
        peer->n_instances = 0;
        peer->message[0] = '\0';
        for (;;) {
                Frame frame;
                Reply reply;
                bool ended;

                peer_receive(peer, &reply, &frame);
                ended = reply.type == FRAME_RESULT && reply.operation == id;
                if (reply.operation == id && reply.type == FRAME_INSTANCE) {
                        peer->n_instances++;
                        peer->instance = instance_delete(peer->instance);
                        assert_int_equal(instance_clone(&peer->instance, reply.instance), 0);
                        peer_credit(peer, id, frame_cost(&frame));
                }
                if (ended) {
                        peer->result = reply.result;
                        snprintf(peer->message, sizeof(peer->message), "%s", reply.text ?: "");
                }
                reply_deinit(&reply);
                if (ended)
                        return peer->result;
        }
}

MI_Result peer_call(Peer *peer, const Request *request)
{
        return peer_finish(peer, peer_send(peer, request));
}

void peer_credit(Peer *peer, uint64_t id, uint32_t bytes)
{
        Buffer buffer = BUFFER_INIT;

        frame_append_credit(&buffer, id, bytes);
        peer_write(peer, &buffer);
}

void peer_cancel(Peer *peer, uint64_t id, uint32_t reason)
{
        Buffer buffer = BUFFER_INIT;

        frame_append_cancel(&buffer, id, reason);
        peer_write(peer, &buffer);
}

void peer_answer(Peer *peer, uint64_t id, uint32_t prompt, uint32_t answer)
{
        Buffer buffer = BUFFER_INIT;

        frame_append_answer(&buffer, id, prompt, answer);
        peer_write(peer, &buffer);
}

MI_Instance *peer_keys(const char *class_name, const char *key, uint32_t value)
{
        MI_Instance *instance;

        assert_int_equal(instance_new_dynamic(&instance, class_name, MI_FLAG_CLASS), 0);
        assert_int_equal(MI_Instance_AddElement(instance, key, &(MI_Value){ .uint32 = value }, MI_UINT32, MI_FLAG_KEY),
                         MI_RESULT_OK);
        return instance;
}

MI_Instance *peer_parameters(const char *what, uint32_t count)
{
        MI_Instance *instance;

        assert_int_equal(instance_new_dynamic(&instance, "Parameters", MI_FLAG_METHOD), 0);
        assert_int_equal(
                MI_Instance_AddElement(instance, "What", &(MI_Value){ .string = (MI_Char *)what }, MI_STRING, 0),
                MI_RESULT_OK);
        assert_int_equal(MI_Instance_AddElement(instance, "Count", &(MI_Value){ .uint32 = count }, MI_UINT32, 0),
                         MI_RESULT_OK);
        return instance;
}

MI_Result peer_do(Peer *peer, const char *what, uint32_t count)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters(what, count);

        return peer_call(peer, &(Request){ .verb = REQUEST_INVOKE,
                                           .class_name = "Test_Item",
                                           .method = "Do",
                                           .parameters = parameters,
                                           .channels = 7 });
}

int peer_setup(void **state)
{
        Peer *peer = calloc(1, sizeof(*peer));

        peer_init(peer, &(ServerConfig){ 0 }, VERB_ALL);
        *state = peer;
        return 0;
}

int peer_teardown(void **state)
{
        peer_deinit(*state);
        free(*state);
        return 0;
}
