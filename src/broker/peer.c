#include "broker/peer.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/socket.h>

#include "util/error.h"
#include "util/fd.h"

enum {
        PEER_BUDGET = 16,
};

struct PeerPacket {
        PeerPacket *next;
        int fd;
        _Alignas(ControlMessage) unsigned char data[]; /* header.size bytes of it */
};

static PeerPacket *packet_free(PeerPacket *packet)
{
        (void)fd_close(packet->fd);
        free(packet);
        return NULL;
}

static int watch(Peer *peer, int operation)
{
        struct epoll_event event = { .data.ptr = peer };

        if (peer->is_reading)
                event.events |= EPOLLIN | EPOLLRDHUP;
        if (peer->first)
                event.events |= EPOLLOUT;
        return epoll_ctl(peer->epoll_fd, operation, peer->fd, &event) < 0 ? error_origin(-errno) : 0;
}

int peer_init(Peer *peer, int epoll_fd, int fd, uint32_t max_queued, PeerHandler handler, PeerGone gone)
{
        int r;

        *peer = (Peer){
                .fd = fd,
                .epoll_fd = epoll_fd,
                .handler = handler,
                .gone = gone,
                .max_queued = max_queued,
                .budget = PEER_BUDGET,
                .is_reading = true,
        };
        peer->lastp = &peer->first;
        r = fd_set_nonblocking(fd, true);
        if (!r)
                r = watch(peer, EPOLL_CTL_ADD);
        if (r)
                peer->fd = fd_close(peer->fd);
        return r;
}

void peer_deinit(Peer *peer)
{
        while (peer->first) {
                PeerPacket *packet = peer->first;

                peer->first = packet->next;
                packet_free(packet);
        }
        peer->lastp = &peer->first;
        peer->n_queued = 0;
        peer->fd = fd_close(peer->fd); /* which epoll notices */
}

int peer_detach(Peer *peer)
{
        int fd = peer->fd;

        (void)epoll_ctl(peer->epoll_fd, EPOLL_CTL_DEL, fd, NULL);
        peer->fd = -1;
        peer_deinit(peer);
        return fd;
}

static int enqueue(Peer *peer, const ControlMessage *message, int fd)
{
        PeerPacket *packet;

        if (peer->n_queued >= peer->max_queued)
                return PEER_FULL;
        packet = malloc(sizeof(*packet) + message->header.size);
        if (!packet)
                return error_origin(-ENOMEM);
        packet->next = NULL;
        packet->fd = fd;
        memcpy(packet->data, message, message->header.size);
        *peer->lastp = packet;
        peer->lastp = &packet->next;
        if (peer->n_queued++ > 0)
                return 0;
        peer->is_reading = peer->is_always_read;
        return watch(peer, EPOLL_CTL_MOD);
}

int peer_send(Peer *peer, const ControlMessage *message, int fd)
{
        _cleanup_fd_ int owned = fd;
        int r;

        if (peer->fd < 0)
                return PEER_GONE;
        if (!peer->first) {
                r = control_send(peer->fd, message, owned, MSG_DONTWAIT);
                if (r == CONTROL_CLOSED)
                        return PEER_GONE;
                if (r != CONTROL_AGAIN)
                        return r;
        }
        r = enqueue(peer, message, owned);
        if (!r)
                (void)fd_steal(&owned);
        return r;
}

/* Sends what is queued: 0, or PEER_GONE. */
static int flush(Peer *peer)
{
        while (peer->first) {
                PeerPacket *packet = peer->first;
                int r;

                r = control_send(peer->fd, (const ControlMessage *)(const void *)packet->data, packet->fd,
                                 MSG_DONTWAIT);
                if (r == CONTROL_AGAIN)
                        return 0;
                if (r)
                        return PEER_GONE;
                peer->first = packet->next;
                peer->n_queued--;
                packet_free(packet);
        }
        peer->lastp = &peer->first;
        peer->is_reading = true;
        return watch(peer, EPOLL_CTL_MOD);
}

void peer_dispatch(Peer *peer, uint32_t events)
{
        if (peer->fd < 0)
                return;
        if (peer->first && (events & (EPOLLOUT | EPOLLERR)) && flush(peer)) {
                peer->gone(peer, false);
                return;
        }
        if (!(events & (EPOLLIN | EPOLLHUP | EPOLLERR | EPOLLRDHUP)))
                return;
        /* a peer that hung up may have said something before */
        for (uint32_t i = 0; i < peer->budget; i++) {
                ControlMessage message;
                int fd = -1, r;

                if (!peer->is_reading && !(events & (EPOLLHUP | EPOLLERR)))
                        return;
                r = control_receive(peer->fd, &message, &fd, MSG_DONTWAIT);
                if (r == CONTROL_AGAIN)
                        return;
                if (r) {
                        peer->gone(peer, r == CONTROL_MALFORMED || r == CONTROL_WRONG_VERSION);
                        return;
                }
                /* the handler closes the descriptor, and may end the peer */
                peer->handler(peer, &message, fd);
                if (peer->fd < 0)
                        return;
        }
}
