#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "util/error.h"
#include "util/fd.h"

int fd_close(int fd)
{
        int saved_errno = errno;

        if (fd >= 0)
                close(fd);
        errno = saved_errno;
        return -1;
}

void fd_closep(int *fd)
{
        *fd = fd_close(*fd);
}

int fd_steal(int *fd)
{
        int taken = *fd;

        *fd = -1;
        return taken;
}

int fd_socketpair(int fds[2], int type)
{
        if (socketpair(AF_UNIX, type | SOCK_CLOEXEC, 0, fds) < 0)
                return error_origin(-errno);
        return 0;
}

int fd_set_nonblocking(int fd, bool on)
{
        int flags = fcntl(fd, F_GETFL);

        if (flags < 0 || fcntl(fd, F_SETFL, on ? flags | O_NONBLOCK : flags & ~O_NONBLOCK) < 0)
                return error_origin(-errno);
        return 0;
}

static int fd_unix_address(struct sockaddr_un *address, const char *path)
{
        size_t length = strlen(path);

        *address = (struct sockaddr_un){ .sun_family = AF_UNIX };
        if (!length || length >= sizeof(address->sun_path))
                return -ENAMETOOLONG;
        memcpy(address->sun_path, path, length + 1);
        return 0;
}

int fd_connect_unix(const char *path, int type)
{
        _cleanup_fd_ int fd = -1;
        struct sockaddr_un address;
        int r;

        r = fd_unix_address(&address, path);
        if (r < 0)
                return r;
        fd = socket(AF_UNIX, type | SOCK_CLOEXEC, 0);
        if (fd < 0)
                return error_origin(-errno);
        while (connect(fd, (struct sockaddr *)&address, sizeof(address)) < 0)
                if (errno != EINTR)
                        return -errno;
        return fd_steal(&fd);
}

int fd_listen_unix(const char *path, int type, mode_t mode, int backlog)
{
        _cleanup_fd_ int fd = -1;
        struct sockaddr_un address;
        struct stat st;
        int r;

        r = fd_unix_address(&address, path);
        if (r < 0)
                return r;
        fd = socket(AF_UNIX, type | SOCK_CLOEXEC, 0);
        if (fd < 0)
                return error_origin(-errno);
        if (lstat(path, &st) == 0 && S_ISSOCK(st.st_mode))
                unlink(path);
        /* The mode is set before anybody can connect: bind, chmod, then listen. */
        if (bind(fd, (struct sockaddr *)&address, sizeof(address)) < 0 || chmod(path, mode) < 0 ||
            listen(fd, backlog) < 0)
                return error_origin(-errno);
        return fd_steal(&fd);
}

ssize_t fd_send(int socket, const void *data, size_t size, int fd, int flags)
{
        struct iovec iov = { .iov_base = (void *)data, .iov_len = size };
        union {
                struct cmsghdr header;
                char space[CMSG_SPACE(sizeof(int))];
        } control;
        struct msghdr message = { .msg_iov = &iov, .msg_iovlen = 1 };
        ssize_t n;

        if (fd >= 0) {
                struct cmsghdr *header;

                memset(&control, 0, sizeof(control));
                message.msg_control = &control;
                message.msg_controllen = sizeof(control.space);
                header = CMSG_FIRSTHDR(&message);
                header->cmsg_level = SOL_SOCKET;
                header->cmsg_type = SCM_RIGHTS;
                header->cmsg_len = CMSG_LEN(sizeof(int));
                memcpy(CMSG_DATA(header), &fd, sizeof(int));
        }
        do
                n = sendmsg(socket, &message, flags | MSG_NOSIGNAL);
        while (n < 0 && errno == EINTR);
        return n < 0 ? -errno : n;
}

/* Takes the first descriptor out of a message; the number of descriptors that were in it. */
static unsigned int fd_take_received(struct msghdr *message, int *fdp)
{
        unsigned int count = 0;

        for (struct cmsghdr *header = CMSG_FIRSTHDR(message); header; header = CMSG_NXTHDR(message, header)) {
                size_t fds = (header->cmsg_len - CMSG_LEN(0)) / sizeof(int);

                if (header->cmsg_level != SOL_SOCKET || header->cmsg_type != SCM_RIGHTS)
                        continue;
                for (size_t i = 0; i < fds; i++) {
                        int fd;

                        memcpy(&fd, CMSG_DATA(header) + i * sizeof(int), sizeof(int));
                        if (count++ == 0)
                                *fdp = fd;
                        else
                                close(fd);
                }
        }
        return count;
}

ssize_t fd_recv(int socket, void *data, size_t size, int *fdp, int flags)
{
        struct iovec iov = { .iov_base = data, .iov_len = size };
        union {
                struct cmsghdr header;
                char space[CMSG_SPACE(4 * sizeof(int))];
        } control;
        struct msghdr message = {
                .msg_iov = &iov,
                .msg_iovlen = 1,
                .msg_control = &control,
                .msg_controllen = sizeof(control.space),
        };
        unsigned int count;
        ssize_t n;

        *fdp = -1;
        do
                n = recvmsg(socket, &message, flags | MSG_CMSG_CLOEXEC);
        while (n < 0 && errno == EINTR);
        if (n < 0)
                return -errno;

        count = fd_take_received(&message, fdp);
        if (count == 0 && message.msg_flags & MSG_CTRUNC)
                return -EMFILE;
        if (count > 1 || message.msg_flags & (MSG_CTRUNC | MSG_TRUNC)) {
                *fdp = fd_close(*fdp);
                return message.msg_flags & MSG_TRUNC ? -EMSGSIZE : -EPROTO;
        }
        return n;
}

int fd_read_all(int fd, void *data, size_t size)
{
        char *next = data;

        while (size) {
                ssize_t n = read(fd, next, size);

                if (n == 0)
                        return -EPIPE;
                if (n < 0) {
                        if (errno == EINTR)
                                continue;
                        return -errno;
                }
                next += n;
                size -= (size_t)n;
        }
        return 0;
}

int fd_write_all(int fd, const void *data, size_t size)
{
        const char *next = data;

        while (size) {
                ssize_t n = write(fd, next, size);

                if (n < 0) {
                        if (errno == EINTR)
                                continue;
                        return -errno;
                }
                next += n;
                size -= (size_t)n;
        }
        return 0;
}

int fd_read_file(char **contentsp, size_t *sizep, const char *path, size_t limit)
{
        _cleanup_fd_ int fd = open(path, O_RDONLY | O_CLOEXEC);
        _cleanup_(freep) char *contents = NULL;
        size_t size = 0, capacity = 0;
        struct stat st;

        if (fd < 0 || fstat(fd, &st) < 0)
                return -errno;
        if (S_ISDIR(st.st_mode))
                return -EISDIR;

        for (;;) {
                ssize_t n;

                if (size + 1 >= capacity) {
                        size_t wanted = MAX((size_t)st.st_size + 2, capacity * 2);
                        char *grown;

                        if (size > limit)
                                return -EFBIG;
                        wanted = MAX(wanted, (size_t)4096);
                        grown = realloc(contents, wanted);
                        if (!grown)
                                return error_origin(-ENOMEM);
                        contents = grown;
                        capacity = wanted;
                }
                n = read(fd, contents + size, capacity - size - 1);
                if (n < 0 && errno == EINTR)
                        continue;
                if (n < 0)
                        return -errno;
                if (n == 0)
                        break;
                size += (size_t)n;
        }
        if (size > limit)
                return -EFBIG;
        contents[size] = '\0';
        *contentsp = steal(&contents);
        if (sizep)
                *sizep = size;
        return 0;
}

int fd_replace_file(const char *path, const void *data, size_t size, mode_t mode)
{
        _cleanup_(freep) char *temporary = NULL;
        _cleanup_fd_ int fd = -1;
        int r;

        if (asprintf(&temporary, "%s.XXXXXX", path) < 0)
                return error_origin(-ENOMEM);
        fd = mkostemp(temporary, O_CLOEXEC);
        if (fd < 0)
                return -errno;
        r = fd_write_all(fd, data, size);
        if (r == 0 && (fchmod(fd, mode) < 0 || fsync(fd) < 0 || rename(temporary, path) < 0))
                r = -errno;
        if (r < 0)
                unlink(temporary);
        return r;
}
