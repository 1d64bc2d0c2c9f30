#include "wire/control.h"

#include <errno.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"

/* The structs are the wire format: everything that runs Xen is little-endian. */
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the control protocol is little-endian");
_Static_assert(sizeof(ControlMessage) == CONTROL_PACKET_MAX, "no message is longer than CONTROL_PACKET_MAX");
_Static_assert(sizeof(ControlHeader) == 16, "header");
_Static_assert(sizeof(ControlOpen) == 16 + 8 + 256 + 256, "no padding");
_Static_assert(sizeof(ControlNewChannel) == 16 + 8 + 24 + 64 * 4 + 256, "no padding");
_Static_assert(sizeof(ControlHostEntry) == 16 + 8 + 24 + 64, "no padding");
_Static_assert(sizeof(ControlLimits) == 16 + 14 * 4, "no padding");
_Static_assert(sizeof(ControlDied) == 16 + 16 + 512, "no padding");

typedef struct ControlField {
        uint16_t offset;
        uint16_t size;
} ControlField;

typedef struct ControlShape {
        const char *name;
        size_t size;
        ControlField strings[3]; /* size 0: none */
} ControlShape;

#define FIELD(type, member)                                            \
        {                                                              \
                offsetof(type, member), sizeof(((type *)NULL)->member) \
        }
#define PLAIN(text)                         \
        {                                   \
                text, sizeof(ControlPlain), \
                {                           \
                        {                   \
                                0, 0        \
                        }                   \
                }                           \
        }
#define SHAPE(text, type)            \
        {                            \
                text, sizeof(type),  \
                {                    \
                        {            \
                                0, 0 \
                        }            \
                }                    \
        }
#define SHAPE_1(text, type, a)         \
        {                              \
                text, sizeof(type),    \
                {                      \
                        FIELD(type, a) \
                }                      \
        }
#define SHAPE_2(text, type, a, b)                      \
        {                                              \
                text, sizeof(type),                    \
                {                                      \
                        FIELD(type, a), FIELD(type, b) \
                }                                      \
        }

static const ControlShape shapes[_CONTROL_TYPE_N] = {
        [CONTROL_OPEN] = SHAPE_2("OPEN", ControlOpen, namespace, class_name),
        [CONTROL_TEST] = PLAIN("TEST"),
        [CONTROL_REPOSITORY] = PLAIN("REPOSITORY"),
        [CONTROL_RELOAD] = PLAIN("RELOAD"),
        [CONTROL_LIST] = PLAIN("LIST"),
        [CONTROL_REVOKE] = SHAPE("REVOKE", ControlRevoke),
        [CONTROL_CHANNEL] = SHAPE("CHANNEL", ControlChannel),
        [CONTROL_REFUSED] = SHAPE_1("REFUSED", ControlRefused, message),
        [CONTROL_OK] = PLAIN("OK"),
        [CONTROL_REPOSITORY_FILE] = PLAIN("REPOSITORY_FILE"),
        [CONTROL_HOST_ENTRY] = SHAPE_1("HOST_ENTRY", ControlHostEntry, name),
        [CONTROL_FILE] = SHAPE_1("FILE", ControlHostFile, path),
        [CONTROL_OPTION] = { "OPTION",
                             sizeof(ControlOption),
                             { FIELD(ControlOption, provider), FIELD(ControlOption, name),
                               FIELD(ControlOption, value) } },
        [CONTROL_START] = SHAPE("START", ControlStart),
        [CONTROL_NEW_CHANNEL] = SHAPE_1("NEW_CHANNEL", ControlNewChannel, namespace),
        [CONTROL_REVOKE_CHANNEL] = SHAPE("REVOKE_CHANNEL", ControlChannelId),
        [CONTROL_SHUTDOWN] = PLAIN("SHUTDOWN"),
        [CONTROL_READY] = PLAIN("READY"),
        [CONTROL_FAILED] = SHAPE_1("FAILED", ControlRefused, message),
        [CONTROL_SERVED] = PLAIN("SERVED"),
        [CONTROL_IDLE] = PLAIN("IDLE"),
        [CONTROL_CHANNEL_TAKEN] = SHAPE("CHANNEL_TAKEN", ControlChannelId),
        [CONTROL_CHANNEL_CLOSED] = SHAPE("CHANNEL_CLOSED", ControlChannelId),
        [CONTROL_LOCAL_OPEN] = SHAPE_2("LOCAL_OPEN", ControlLocalOpen, namespace, class_name),
        [CONTROL_OPEN_FILE] = SHAPE_1("OPEN_FILE", ControlHostFile, path),
        [CONTROL_SPAWN] = SHAPE_1("SPAWN", ControlHostStart, name),
        [CONTROL_KILL] = SHAPE("KILL", ControlHostId),
        [CONTROL_LIMITS] = SHAPE("LIMITS", ControlLimits),
        [CONTROL_ALLOW] = SHAPE_1("ALLOW", ControlAllow, namespace),
        [CONTROL_CONFIGURED] = PLAIN("CONFIGURED"),
        [CONTROL_SPAWNED] = SHAPE("SPAWNED", ControlHostId),
        [CONTROL_DIED] = SHAPE_1("DIED", ControlDied, message),
};

size_t control_size(unsigned int type)
{
        return type < _CONTROL_TYPE_N ? shapes[type].size : 0;
}

const char *control_name(unsigned int type)
{
        return type < _CONTROL_TYPE_N && shapes[type].name ? shapes[type].name : "unknown message";
}

void control_init(ControlMessage *message, ControlType type, uint64_t seq)
{
        memset(message, 0, shapes[type].size);
        message->header.size = (uint32_t)shapes[type].size;
        message->header.type = (uint16_t)type;
        message->header.version = CONTROL_VERSION;
        message->header.seq = seq;
}

int control_set(char *field, size_t field_size, const char *string)
{
        size_t length = strlen(string);

        memset(field, 0, field_size);
        if (length >= field_size)
                return CONTROL_MALFORMED;
        memcpy(field, string, length);
        return 0;
}

void control_set_text(char *field, size_t field_size, const char *string)
{
        size_t length = strlen(string);

        memset(field, 0, field_size);
        if (length >= field_size) {
                length = field_size - 1;
                /* not in the middle of a character */
                while (length > 0 && ((unsigned char)string[length] & 0xC0) == 0x80)
                        length--;
        }
        memcpy(field, string, length);
        if (!utf8_valid(field, length))
                for (size_t i = 0; i < length; i++)
                        if ((unsigned char)field[i] >= 0x80)
                                field[i] = '?';
}

void control_refuse(ControlMessage *message, uint64_t seq, uint32_t result, const char *format, ...)
{
        char text[CONTROL_MESSAGE_MAX * 2];
        va_list args;

        va_start(args, format);
        (void)vsnprintf(text, sizeof(text), format, args);
        va_end(args);

        control_init(message, CONTROL_REFUSED, seq);
        message->refused.result = result;
        control_set_text(message->refused.message, sizeof(message->refused.message), text);
}

/* Text up to a NUL within the field, and nothing but zeros behind it. */
static bool field_is_string(const unsigned char *field, size_t size)
{
        const unsigned char *end = memchr(field, 0, size);

        if (!end || !utf8_valid((const char *)field, (size_t)(end - field)))
                return false;
        for (; end < field + size; end++)
                if (*end)
                        return false;
        return true;
}

static bool body_is_valid(const ControlMessage *message)
{
        switch (message->header.type) {
        case CONTROL_REFUSED:
        case CONTROL_FAILED:
                return message->refused.result != 0;
        case CONTROL_NEW_CHANNEL:
                return message->new_channel.channel != 0 && message->new_channel.n_groups <= CONTROL_GROUPS_MAX;
        case CONTROL_ALLOW:
                return message->allow.who <= CONTROL_WHO_EVERYBODY;
        default:
                return true;
        }
}

int control_validate(const void *packet, size_t size)
{
        ControlHeader header;
        ControlMessage message;
        const ControlShape *shape;

        if (size < sizeof(header) || size > sizeof(message))
                return CONTROL_MALFORMED;
        memcpy(&header, packet, sizeof(header));
        if (header.size != size)
                return CONTROL_MALFORMED;
        if (header.version != CONTROL_VERSION)
                return CONTROL_WRONG_VERSION;
        if (header.type >= _CONTROL_TYPE_N)
                return CONTROL_MALFORMED;
        shape = &shapes[header.type];
        if (!shape->size || shape->size != size)
                return CONTROL_MALFORMED;

        memcpy(&message, packet, size);
        for (size_t i = 0; i < ARRAY_SIZE(shape->strings) && shape->strings[i].size; i++)
                if (!field_is_string(message.bytes + shape->strings[i].offset, shape->strings[i].size))
                        return CONTROL_MALFORMED;
        return body_is_valid(&message) ? 0 : CONTROL_MALFORMED;
}

int control_send(int socket, const ControlMessage *message, int fd, int flags)
{
        ssize_t n;

        n = fd_send(socket, message, message->header.size, fd, flags);
        if (n >= 0)
                return 0;
        if (n == -EAGAIN || n == -ENOBUFS)
                return CONTROL_AGAIN;
        if (n == -EPIPE || n == -ECONNRESET || n == -ENOTCONN)
                return CONTROL_CLOSED;
        return error_trace((int)n);
}

int control_receive(int socket, ControlMessage *message, int *fdp, int flags)
{
        _cleanup_fd_ int fd = -1;
        ssize_t n;
        int r;

        if (fdp)
                *fdp = -1;
        n = fd_recv(socket, message, sizeof(*message), &fd, flags);
        /* Of a peer that has gone without reading all that it was sent this is said once, and before what it had said itself. */
        if (n == -ECONNRESET)
                n = fd_recv(socket, message, sizeof(*message), &fd, flags);
        if (n == 0 || n == -ECONNRESET || n == -EPIPE)
                return CONTROL_CLOSED;
        if (n == -EAGAIN)
                return CONTROL_AGAIN;
        if (n == -EPROTO || n == -EMSGSIZE)
                return CONTROL_MALFORMED;
        if (n < 0)
                return error_trace((int)n);

        r = control_validate(message, (size_t)n);
        if (r)
                return r;
        if (fdp)
                *fdp = fd_steal(&fd);
        return 0;
}

int control_connect(int *fdp)
{
        const char *path = secure_getenv(CONTROL_SOCKET_ENV);
        int fd;

        fd = fd_connect_unix(path && *path ? path : CONTROL_SOCKET, SOCK_SEQPACKET);
        if (fd < 0)
                return fd;
        *fdp = fd;
        return 0;
}

/* Waits until the socket has something: 0, -ETIMEDOUT or another negative errno. */
static int wait_readable(int socket, uint64_t deadline_ns)
{
        struct pollfd poll_fd = { .fd = socket, .events = POLLIN };
        int n;

        do
                n = poll(&poll_fd, 1, clock_timeout_ms(deadline_ns));
        while (n < 0 && errno == EINTR);
        if (n < 0)
                return error_origin(-errno);
        return n ? 0 : -ETIMEDOUT;
}

int control_call(int socket, const ControlMessage *request, ControlMessage *answer, int *fdp, int timeout_ms)
{
        uint64_t deadline_ns = timeout_ms < 0 ? UINT64_MAX : clock_now_ns() + (uint64_t)timeout_ms * CLOCK_NS_PER_MS;
        uint64_t seq = request->header.seq; /* the two messages may be one */
        int r;

        if (fdp)
                *fdp = -1;
        r = control_send(socket, request, -1, 0);
        if (r)
                return r;
        for (;;) {
                _cleanup_fd_ int fd = -1;

                r = wait_readable(socket, deadline_ns);
                if (r)
                        return r;
                r = control_receive(socket, answer, &fd, MSG_DONTWAIT);
                if (r == CONTROL_AGAIN)
                        continue;
                if (r)
                        return r;
                if (answer->header.seq != seq || answer->header.type == CONTROL_HOST_ENTRY)
                        continue; /* a late answer to a call that timed out, or one of several */
                if (fdp)
                        *fdp = fd_steal(&fd);
                return 0;
        }
}
