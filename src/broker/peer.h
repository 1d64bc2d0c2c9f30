#pragma once

/*
 * Peers: non-blocking control sockets in the broker's epoll
 *
 * A Peer sends what fits and queues the rest, within a limit: one that does not read does not hold up anybody. While its queue is not empty
 * nothing is read from it, so that who asks has to listen, too.
 */

#include <stdbool.h>
#include <stdint.h>

#include "wire/control.h"

typedef struct Peer Peer;
typedef struct PeerPacket PeerPacket;

enum {
        _PEER_SUCCESS,

        PEER_FULL, /* the queue is at its limit: the peer is to be dropped */
        PEER_GONE, /* it hung up */
};

/* A message came in; `fd` (or -1) is the handler's to close. */
typedef void (*PeerHandler)(Peer *peer, const ControlMessage *message, int fd);
/* The peer is gone, or sent what is no message (`is_malformed`). The handler deinits it. */
typedef void (*PeerGone)(Peer *peer, bool is_malformed);

struct Peer {
        int fd; /* -1: none */
        int epoll_fd;
        PeerHandler handler;
        PeerGone gone;
        PeerPacket *first, **lastp; /* queue */
        uint32_t n_queued;
        uint32_t max_queued;
        uint32_t budget; /* messages read at a time, so that everybody gets a turn */
        bool is_reading;
        bool is_always_read; /* also while its queue is not empty: a peer that we trust to read */
};

/* Takes the descriptor over, in any case. The Peer must not move afterwards. */
int peer_init(Peer *peer, int epoll_fd, int fd, uint32_t max_queued, PeerHandler handler, PeerGone gone);
/* Harmless on a zeroed one with fd -1. Leaves fd -1. */
void peer_deinit(Peer *peer);

/* Ends the conversation but not the connection: returns the descriptor. */
int peer_detach(Peer *peer);

/* Takes `fd` (or -1) over, in any case. 0, PEER_FULL, PEER_GONE or negative errno. */
int peer_send(Peer *peer, const ControlMessage *message, int fd);

/*
 * What epoll reported. The peer may be gone afterwards, but not its memory: events of the same round may still come for it, which do
 * nothing.
 */
void peer_dispatch(Peer *peer, uint32_t events);
