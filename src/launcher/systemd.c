#include "launcher/systemd.h"

#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include "util/error.h"
#include "util/fd.h"
#include "util/number.h"

enum {
        LISTEN_FDS_START = 3,
};

int systemd_listen_fd(void)
{
        const char *pid_text = getenv("LISTEN_PID"), *count_text = getenv("LISTEN_FDS");
        uint64_t pid, count;
        int type, listening;
        socklen_t size = sizeof(int);

        if (!pid_text || !count_text || number_parse_uint64(&pid, pid_text) ||
            number_parse_uint64(&count, count_text) || pid != (uint64_t)getpid() || count == 0)
                return -1;
        if (count != 1)
                return error_origin(-EINVAL);
        if (getsockopt(LISTEN_FDS_START, SOL_SOCKET, SO_TYPE, &type, &size) < 0 || type != SOCK_SEQPACKET ||
            getsockopt(LISTEN_FDS_START, SOL_SOCKET, SO_ACCEPTCONN, &listening, &size) < 0 || !listening)
                return error_origin(-EINVAL);
        if (fcntl(LISTEN_FDS_START, F_SETFD, FD_CLOEXEC) < 0)
                return error_origin(-errno);
        return LISTEN_FDS_START;
}

void systemd_notify(const char *state)
{
        const char *path = getenv("NOTIFY_SOCKET");
        struct sockaddr_un address = { .sun_family = AF_UNIX };
        _cleanup_fd_ int fd = -1;
        size_t length;

        if (!path || (*path != '/' && *path != '@'))
                return;
        length = strlen(path);
        if (length >= sizeof(address.sun_path))
                return;
        memcpy(address.sun_path, path, length);
        if (*path == '@')
                address.sun_path[0] = '\0';
        fd = socket(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0);
        if (fd < 0)
                return;
        (void)sendto(fd, state, strlen(state), MSG_NOSIGNAL, (struct sockaddr *)&address,
                     (socklen_t)(offsetof(struct sockaddr_un, sun_path) + length));
}
