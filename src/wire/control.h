#pragma once

/*
 * The control protocol: clients, hosts and the launcher speak it with the broker
 *
 * Every message is one packet of a SOCK_SEQPACKET socket: one of the structs below, in full, and at most one descriptor. Numbers are
 * little-endian, strings are UTF-8 with a NUL, and the bytes behind the NUL are zero. A receiver takes a packet only after
 * control_validate() said that it is exactly a message of its type. No message has a field in which a peer says who it is.
 *
 *   client  -> broker    OPEN, TEST, REPOSITORY; from an administrator RELOAD, LIST, REVOKE
 *   broker  -> client    CHANNEL + socket, OK, REPOSITORY_FILE + file, HOST_ENTRY (to LIST), REFUSED; one final answer to each, same `seq`
 *   broker  -> host      REPOSITORY_FILE + file, OPTION..., START; then NEW_CHANNEL + socket, REVOKE_CHANNEL, REPOSITORY_FILE + file,
 *                        SHUTDOWN; CHANNEL + socket, FILE + descriptor, REFUSED as answers
 *   host    -> broker    READY or FAILED, once; then CHANNEL_TAKEN or CHANNEL_CLOSED for each channel, SERVED (once, after the first
 *                        operation that ended well), IDLE, CHANNEL_CLOSED;
 *                        LOCAL_OPEN, OPEN_FILE, answered as above
 *   broker <-> launcher  see the types
 *
 * A host is started as `xenmi-host --host NAME --state-dir DIR` with its end of the control socket as descriptor 3 and the class
 * repository as descriptor 4; it serves the providers whose record names that host. It ends when descriptor 3 says end of file.
 */

#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
        CONTROL_VERSION = 1,

        CONTROL_NAMESPACE_MAX = 256, /* all with the NUL */
        CONTROL_CLASS_MAX = 256,
        CONTROL_HOST_MAX = 64, /* names of hosts and of providers */
        CONTROL_PATH_MAX = 512,
        CONTROL_OPTION_MAX = 64,
        CONTROL_VALUE_MAX = 512,
        CONTROL_MESSAGE_MAX = 512,
        CONTROL_GROUPS_MAX = 64,
        CONTROL_HOPS_MAX = 8, /* local sessions within local sessions */

        CONTROL_PACKET_MAX = 2048, /* no message is longer */
};

#define CONTROL_SOCKET     "/run/xenmi/broker.sock"
#define CONTROL_SOCKET_ENV "XENMI_SOCKET"

enum {
        CONTROL_FD = 3,           /* of a host: its control socket */
        CONTROL_REPOSITORY_FD = 4 /* of a host: the class repository */
};

enum {
        _CONTROL_SUCCESS,

        CONTROL_MALFORMED, /* not a message of this protocol, or not in full */
        CONTROL_WRONG_VERSION,
        CONTROL_CLOSED, /* the peer is gone */
        CONTROL_AGAIN,  /* nothing to read, or no room to write, now */
};

typedef enum ControlType {
        _CONTROL_TYPE_NONE,

        /* from clients */
        CONTROL_OPEN,       /* ControlOpen */
        CONTROL_TEST,       /* ControlPlain */
        CONTROL_REPOSITORY, /* ControlPlain */
        CONTROL_RELOAD, /* ControlPlain; administrators: read configuration and registrations again; also broker -> launcher */
        CONTROL_LIST,   /* ControlPlain; administrators: one HOST_ENTRY for each host, then OK */
        CONTROL_REVOKE, /* ControlRevoke; administrators: end the channels of a user */

        /* answers */
        CONTROL_CHANNEL,         /* ControlChannel + connected SOCK_STREAM */
        CONTROL_REFUSED,         /* ControlRefused */
        CONTROL_OK,              /* ControlPlain */
        CONTROL_REPOSITORY_FILE, /* ControlPlain + read-only file; to hosts also unasked, when the repository changed */
        CONTROL_HOST_ENTRY,      /* ControlHostEntry */
        CONTROL_FILE,            /* ControlHostFile + descriptor: answer to OPEN_FILE; also launcher -> broker */

        /* to hosts */
        CONTROL_OPTION,         /* ControlOption: of a provider, from the configuration */
        CONTROL_START,          /* ControlStart */
        CONTROL_NEW_CHANNEL,    /* ControlNewChannel + connected SOCK_STREAM */
        CONTROL_REVOKE_CHANNEL, /* ControlChannelId */
        CONTROL_SHUTDOWN,       /* ControlPlain: say GOAWAY on all channels, end when the last operation did */

        /* from hosts */
        CONTROL_READY,          /* ControlPlain */
        CONTROL_FAILED,         /* ControlRefused: cannot serve; the message says why */
        CONTROL_SERVED,         /* ControlPlain: an operation ended well: the host is sound (ends the backoff) */
        CONTROL_IDLE,           /* ControlPlain: nothing to do for the idle time; the broker answers with SHUTDOWN */
        CONTROL_CHANNEL_TAKEN,  /* ControlChannelId: only now the client gets its end */
        CONTROL_CHANNEL_CLOSED, /* ControlChannelId */
        CONTROL_LOCAL_OPEN,     /* ControlLocalOpen: a provider's own session, acting as the caller of a live channel */
        CONTROL_OPEN_FILE, /* ControlHostFile: a privileged file that the configuration grants; also broker -> launcher */

        /* broker -> launcher */
        CONTROL_SPAWN, /* ControlHostStart; a host per user also needs the user's client socket, whose peer says which user */
        CONTROL_KILL, /* ControlHostId */

        /* launcher -> broker: the configuration, from LIMITS to CONFIGURED, once at start and again after each RELOAD */
        CONTROL_LIMITS, /* ControlLimits: begins a new configuration */
        CONTROL_ALLOW,  /* ControlAllow */
        CONTROL_CONFIGURED, /* ControlPlain, with the repository file if there is one; seq as in RELOAD; a failed RELOAD: REFUSED */
        CONTROL_SPAWNED, /* ControlHostId + the broker's end of the control socket */
        CONTROL_DIED,    /* ControlDied: also the answer to SPAWN when that failed */

        _CONTROL_TYPE_N
} ControlType;

typedef struct ControlHeader {
        uint32_t size; /* of the whole message */
        uint16_t type;
        uint16_t version;
        uint64_t seq; /* chosen by who asks, repeated in the answer */
} ControlHeader;

typedef struct ControlPlain {
        ControlHeader header;
} ControlPlain;

typedef struct ControlOpen {
        ControlHeader header;
        uint32_t verbs; /* wire/verbs.h; all of these or refused */
        uint32_t reserved;
        char namespace[CONTROL_NAMESPACE_MAX];
        char class_name[CONTROL_CLASS_MAX];
} ControlOpen;

/* The channel serves all classes of the namespace that the same host serves, and the verbs granted (maybe more than asked). */
typedef struct ControlChannel {
        ControlHeader header;
        uint64_t channel;
        uint64_t host; /* this life of the host */
        uint32_t verbs;
        uint32_t hops;
} ControlChannel;

typedef struct ControlRefused {
        ControlHeader header;
        uint32_t result; /* MI_Result, never 0 */
        uint32_t reserved;
        char message[CONTROL_MESSAGE_MAX]; /* what, where, what to do */
} ControlRefused;

typedef struct ControlRevoke {
        ControlHeader header;
        uint32_t uid;
        uint32_t reserved;
} ControlRevoke;

typedef enum ControlHostState {
        CONTROL_HOST_STARTING,
        CONTROL_HOST_READY,
        CONTROL_HOST_LEAVING,
        CONTROL_HOST_DEAD,
} ControlHostState;

typedef struct ControlHostEntry {
        ControlHeader header;
        uint64_t host;
        uint32_t pid;
        uint32_t uid; /* of a host per user; UINT32_MAX: of the system */
        uint32_t channels;
        uint32_t state; /* ControlHostState */
        uint32_t starts;
        uint32_t crashes; /* in a row */
        char name[CONTROL_HOST_MAX];
} ControlHostEntry;

typedef struct ControlOption {
        ControlHeader header;
        char provider[CONTROL_HOST_MAX];
        char name[CONTROL_OPTION_MAX];
        char value[CONTROL_VALUE_MAX];
} ControlOption;

typedef struct ControlStart {
        ControlHeader header;
        uint64_t host;
        uint32_t idle_timeout_ms;    /* 0: never idle */
        uint32_t silence_timeout_ms; /* 0: calls may be silent for ever */
} ControlStart;

typedef struct ControlNewChannel {
        ControlHeader header;
        uint64_t channel; /* never 0, never used again */
        uint32_t uid;
        uint32_t gid;
        uint32_t pid; /* 0: not known */
        uint32_t verbs;
        uint32_t hops; /* local sessions between the person and this channel */
        uint32_t n_groups;
        uint32_t groups[CONTROL_GROUPS_MAX];
        char namespace[CONTROL_NAMESPACE_MAX];
} ControlNewChannel;

typedef struct ControlChannelId {
        ControlHeader header;
        uint64_t channel;
} ControlChannelId;

typedef struct ControlLocalOpen {
        ControlHeader header;
        uint64_t channel; /* live, of this host: whose caller to act as */
        uint32_t verbs;
        uint32_t reserved;
        char namespace[CONTROL_NAMESPACE_MAX];
        char class_name[CONTROL_CLASS_MAX];
} ControlLocalOpen;

typedef struct ControlHostFile {
        ControlHeader header;
        uint64_t host; /* filled by the broker */
        char path[CONTROL_PATH_MAX];
} ControlHostFile;

typedef struct ControlHostStart {
        ControlHeader header;
        uint64_t host;
        char name[CONTROL_HOST_MAX];
} ControlHostStart;

typedef struct ControlHostId {
        ControlHeader header;
        uint64_t host;
        uint32_t pid;
        uint32_t reserved;
} ControlHostId;

typedef struct ControlDied {
        ControlHeader header;
        uint64_t host;
        uint32_t result; /* MI_Result of a failed start, else 0 */
        uint32_t status; /* of waitpid */
        char message[CONTROL_MESSAGE_MAX];
} ControlDied;

typedef struct ControlLimits {
        ControlHeader header;
        uint32_t owner; /* who runs this installation: an administrator, as root is */
        uint32_t connections;
        uint32_t connections_per_user;
        uint32_t channels_per_user;
        uint32_t opens_per_user; /* waiting for a host */
        uint32_t hosts_per_user;
        uint32_t handshake_timeout_ms; /* from connect to the first request */
        uint32_t start_timeout_ms;     /* from SPAWN to READY */
        uint32_t stop_timeout_ms;      /* from SHUTDOWN to the end */
        uint32_t idle_timeout_ms;      /* of hosts */
        uint32_t silence_timeout_ms;   /* of calls in hosts; 0: none */
        uint32_t idle_exit_ms;         /* of the broker; 0: stays */
        uint32_t backoff_max_ms;
        uint32_t reserved;
} ControlLimits;

typedef enum ControlWho {
        CONTROL_WHO_USER,
        CONTROL_WHO_GROUP,
        CONTROL_WHO_EVERYBODY,
} ControlWho;

typedef struct ControlAllow {
        ControlHeader header;
        uint32_t who; /* ControlWho */
        uint32_t id;
        uint32_t verbs;
        uint32_t reserved;
        char namespace
                [CONTROL_NAMESPACE_MAX]; /* and all below it, unless they have rules of their own; "" = every one */
} ControlAllow;

typedef union ControlMessage {
        ControlHeader header;
        ControlPlain plain;
        ControlOpen open;
        ControlChannel channel;
        ControlRefused refused;
        ControlRevoke revoke;
        ControlHostEntry host_entry;
        ControlOption option;
        ControlStart start;
        ControlNewChannel new_channel;
        ControlChannelId channel_id;
        ControlLocalOpen local_open;
        ControlHostFile host_file;
        ControlHostStart host_start;
        ControlHostId host_id;
        ControlDied died;
        ControlLimits limits;
        ControlAllow allow;
        unsigned char bytes[CONTROL_PACKET_MAX];
} ControlMessage;

/* A zeroed message with its header filled. */
void control_init(ControlMessage *message, ControlType type, uint64_t seq);

/* Copies a string into a field; CONTROL_MALFORMED if it does not fit (the field is then empty). */
int control_set(char *field, size_t field_size, const char *string);
/* The same, cut at a character's border where too long: for texts for people. */
void control_set_text(char *field, size_t field_size, const char *string);

void control_refuse(ControlMessage *message, uint64_t seq, uint32_t result, const char *format, ...)
        __attribute__((format(printf, 4, 5)));

/* Whether `size` bytes are exactly one message: 0, CONTROL_MALFORMED or CONTROL_WRONG_VERSION (then the header can be read). */
int control_validate(const void *packet, size_t size);

/* Size of a message of the type, 0 for no type; its name for logs. */
size_t control_size(unsigned int type);
const char *control_name(unsigned int type);

/*
 * One packet, with a descriptor or -1. They do not wait if the socket is non-blocking or `flags` (of send and recv) say
 * MSG_DONTWAIT. 0, CONTROL_AGAIN, CONTROL_CLOSED, negative errno; control_receive also what control_validate() says. A descriptor
 * that came with a refused packet is closed; received ones are close-on-exec.
 */
int control_send(int socket, const ControlMessage *message, int fd, int flags);
int control_receive(int socket, ControlMessage *message, int *fdp, int flags);

/* For clients: connects to $XENMI_SOCKET, else to CONTROL_SOCKET. Negative errno, or 0 and a blocking close-on-exec socket. */
int control_connect(int *fdp);

/* For clients: sends and waits for the answer with the same seq, at most `timeout_ms` (-ETIMEDOUT); no HOST_ENTRY comes out of it. */
int control_call(int socket, const ControlMessage *request, ControlMessage *answer, int *fdp, int timeout_ms);
