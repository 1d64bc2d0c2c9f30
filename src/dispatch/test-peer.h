#pragma once

/*
 * For the tests of this folder: a client that speaks frames over a socketpair with a server of the test provider
 */

#include "dispatch/server.h"
#include "wire/reply.h"
#include "wire/request.h"

typedef struct Peer {
        Server *server;
        int fd;
        FrameReader reader;
        ShapeTable shapes;
        uint64_t last_id;

        /* of the operation that peer_call() ran last */
        unsigned int n_instances;
        MI_Instance *instance; /* a copy of the last one */
        MI_Result result;
        char message[1024];
} Peer;

void peer_init(Peer *peer, const ServerConfig *config, uint32_t verbs);
void peer_deinit(Peer *peer);
/* For cmocka: *state is a Peer that may do everything. */
int peer_setup(void **state);
int peer_teardown(void **state);
/* One more client of a server that is there, and its going. */
void peer_join(Peer *peer, Server *server, uint32_t verbs);
void peer_leave(Peer *peer);

/* Frames in one piece; the buffer is empty afterwards. */
void peer_write(Peer *peer, Buffer *buffer);
uint64_t peer_send(Peer *peer, const Request *request);
/* The next reply of any operation, to be ended with reply_deinit(). Waits at most half a minute. */
void peer_receive(Peer *peer, Reply *reply, Frame *frame);
/* Reads until the result of that operation has come. */
MI_Result peer_finish(Peer *peer, uint64_t id);
MI_Result peer_call(Peer *peer, const Request *request);

void peer_credit(Peer *peer, uint64_t id, uint32_t bytes);
void peer_cancel(Peer *peer, uint64_t id, uint32_t reason);
void peer_answer(Peer *peer, uint64_t id, uint32_t prompt, uint32_t answer);

/* A dynamic instance with one key. */
MI_Instance *peer_keys(const char *class_name, const char *key, uint32_t value);
/* The parameters of Test_Item.Do. */
MI_Instance *peer_parameters(const char *what, uint32_t count);
MI_Result peer_do(Peer *peer, const char *what, uint32_t count);
