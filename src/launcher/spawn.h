#pragma once

/*
 * Spawning: a program as another user, with exactly the descriptors it is given
 */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

enum {
        SPAWN_FDS_MAX = 4,
};

typedef struct SpawnUser {
        uid_t uid;
        gid_t gid;
        const char *name; /* for its supplementary groups; NULL: none */
} SpawnUser;

typedef struct Spawn {
        const char *program; /* absolute path */
        char *const *arguments;
        const SpawnUser *user;  /* NULL: as we are */
        int fds[SPAWN_FDS_MAX]; /* become 3, 4, ...; they stay the caller's */
        unsigned int n_fds;
        uint64_t memory_limit; /* bytes of private memory; 0: none */
        uint32_t open_files;   /* 0: as it is */
} Spawn;

/*
 * Starts it in a session of its own, with a clean environment, and dying with us. Returns 0 and the process, or the negative errno of
 * what failed, exec included.
 */
int spawn(const Spawn *spawn, pid_t *pidp);
