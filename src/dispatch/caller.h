#pragma once

/*
 * Callers: who is at the other end of a channel
 *
 * Filled from what the kernel or the broker says, never from a message of the peer. The zero value is nobody, and nobody's requests
 * are not dispatched.
 */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
        CALLER_GROUPS_MAX = 64, /* supplementary groups that are kept */
};

typedef enum CallerKind {
        CALLER_NOBODY = 0,
        CALLER_USER, /* a local user, or one whom the broker admitted from afar */
} CallerKind;

typedef struct Caller {
        CallerKind kind;
        uid_t uid;
        gid_t gid;
        pid_t pid; /* 0: not a local process */
        bool is_admin;
        uint32_t hops;       /* local sessions between the person and this channel */
        uint64_t channel_id; /* the broker's name for the channel, never used again; 0 in-process */
        uint32_t n_groups;
        gid_t groups[CALLER_GROUPS_MAX];
} Caller;
