#pragma once

/*
 * Identities: who somebody is, as the kernel says
 *
 * A sum type whose zero value is nobody: memory that was only cleared can do nothing. An identity is made from the socket of a
 * connected peer and from nothing that the peer sends.
 */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
        IDENTITY_GROUPS_MAX = 64, /* supplementary groups that are looked at */
};

typedef enum IdentityKind {
        IDENTITY_NOBODY = 0,
        IDENTITY_LOCAL, /* a process of this machine */
} IdentityKind;

typedef struct Identity {
        IdentityKind kind;
        struct {
                uid_t uid;
                gid_t gid;
                pid_t pid;
                uint32_t n_groups;
                gid_t groups[IDENTITY_GROUPS_MAX];
        } local; /* only if kind says so */
} Identity;

/* From SO_PEERCRED and SO_PEERGROUPS; negative errno, and nobody, if the kernel does not say. */
int identity_from_socket(Identity *identity, int socket);

bool identity_is_user(const Identity *identity, uid_t uid);
bool identity_in_group(const Identity *identity, gid_t gid);
/* "uid=1000 pid=4711", for logs; text that lives until the next call in the same thread */
const char *identity_text(const Identity *identity);
