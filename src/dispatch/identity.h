#pragma once

/*
 * Identities: what a server knows of one user across channels
 *
 * One Identity per uid, alive as long as a channel of it is. It carries the account that everything of that user is charged to, and the
 * calls that wait because the user holds too many threads.
 */

#include <stdatomic.h>
#include <sys/types.h>

#include "dispatch/server.h"
#include "util/account.h"
#include "util/list.h"
#include "util/macro.h"

typedef struct Identity {
        Server *server;
        uid_t uid;
        Account *account;
        atomic_uint running;   /* calls inside provider functions or in line for a thread */
        atomic_uint n_waiting; /* length of `waiting` */
        atomic_uint slow;      /* so many of its next calls are taken for slow ones, as an earlier one was */

        /* all under the server's lock */
        unsigned int references;
        unsigned int channels; /* that are connected */
        List waiting;          /* of Operation.run_link: calls beyond the limit of running ones, oldest first */
} Identity;

/* One reference more to the identity of that uid, which is made if need be. -ENOMEM. The server's lock is not held. */
int identity_acquire(Identity **identityp, Server *server, uid_t uid);

/* Gives the reference back; NULL is fine. Returns NULL. */
Identity *identity_release(Identity *identity);

DEFINE_CLEANUP(Identity *, identity_release);
