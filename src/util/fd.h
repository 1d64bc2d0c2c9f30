#pragma once

/*
 * File descriptors and local sockets
 *
 * Every descriptor made here is close-on-exec; sending never raises SIGPIPE.
 */

#include <sys/types.h>

#include "util/macro.h"

/* Closes *fd if it is one, keeps errno, leaves -1. */
void fd_closep(int *fd);
/* Closes `fd` (-1: nothing), keeps errno, returns -1. */
int fd_close(int fd);
/* Returns *fd and leaves -1 there. */
int fd_steal(int *fd);

#define _cleanup_fd_ _cleanup_(fd_closep)

/* 0 or negative errno; `type` is SOCK_STREAM or SOCK_SEQPACKET, flags as socket(2) takes beside it (SOCK_NONBLOCK). */
int fd_socketpair(int fds[2], int type);
int fd_set_nonblocking(int fd, bool on);
/* Connects to the Unix socket at `path`: a descriptor, or negative errno. Relative paths and long ones: -ENAMETOOLONG. */
int fd_connect_unix(const char *path, int type);
/* Binds and listens with the file mode `mode`; an old socket file there is replaced. A descriptor or negative errno. */
int fd_listen_unix(const char *path, int type, mode_t mode, int backlog);

/*
 * One message with at most one descriptor over a Unix socket (SOCK_SEQPACKET, or SOCK_STREAM with fixed sizes).
 * fd_send: `fd` is -1 for none and stays the caller's. The number of bytes, or negative errno (-EAGAIN, -EPIPE, …).
 * fd_recv: the number of bytes (0: the peer has gone), or negative errno; *fdp is the received descriptor or -1, the
 * caller's to close; a second descriptor in the message is closed and the message refused: -EPROTO. -EMFILE if
 * a descriptor came for which this process has no room, -EMSGSIZE if the message was longer than `size`.
 */
ssize_t fd_send(int socket, const void *data, size_t size, int fd, int flags);
ssize_t fd_recv(int socket, void *data, size_t size, int *fdp, int flags);

/* Reads or writes exactly `size` bytes on a blocking descriptor: 0, -EPIPE at the end of file, or negative errno. */
int fd_read_all(int fd, void *data, size_t size);
int fd_write_all(int fd, const void *data, size_t size);

/* The contents of a regular file, NUL-terminated, the caller's to free; -EFBIG above `limit` bytes. */
int fd_read_file(char **contentsp, size_t *sizep, const char *path, size_t limit);
/* Replaces the file at `path` atomically (temporary file beside it, fsync, rename). */
int fd_replace_file(const char *path, const void *data, size_t size, mode_t mode);
