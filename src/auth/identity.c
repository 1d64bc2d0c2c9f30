#include "auth/identity.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>

#include "util/error.h"
#include "util/macro.h"

/* The peer's supplementary groups; of very many only the first IDENTITY_GROUPS_MAX. */
static int read_groups(Identity *identity, int socket)
{
        _cleanup_(freep) gid_t *groups = NULL;
        socklen_t size = sizeof(identity->local.groups);

        if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, identity->local.groups, &size) == 0) {
                identity->local.n_groups = size / sizeof(gid_t);
                return 0;
        }
        if (errno != ERANGE)
                return error_origin(-errno);

        /* `size` now says how much room it takes; the kernel bounds it to 65,536 groups */
        groups = malloc(size);
        if (!groups)
                return error_origin(-ENOMEM);
        if (getsockopt(socket, SOL_SOCKET, SO_PEERGROUPS, groups, &size) < 0)
                return error_origin(-errno);
        memcpy(identity->local.groups, groups, sizeof(identity->local.groups));
        identity->local.n_groups = IDENTITY_GROUPS_MAX;
        return 0;
}

int identity_from_socket(Identity *identity, int socket)
{
        struct ucred credentials = { 0 };
        socklen_t size = sizeof(credentials);
        int r;

        memset(identity, 0, sizeof(*identity));
        if (getsockopt(socket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) < 0)
                return error_origin(-errno);
        /* pid 0: the peer is outside our pid namespace or was never connected; (uid_t)-1 is nobody's */
        if (size != sizeof(credentials) || credentials.uid == (uid_t)-1 || credentials.gid == (gid_t)-1)
                return error_origin(-EPERM);
        r = read_groups(identity, socket);
        if (r)
                return error_trace(r);

        identity->local.uid = credentials.uid;
        identity->local.gid = credentials.gid;
        identity->local.pid = credentials.pid;
        identity->kind = IDENTITY_LOCAL;
        return 0;
}

bool identity_is_user(const Identity *identity, uid_t uid)
{
        return identity->kind == IDENTITY_LOCAL && identity->local.uid == uid;
}

bool identity_in_group(const Identity *identity, gid_t gid)
{
        if (identity->kind != IDENTITY_LOCAL)
                return false;
        if (identity->local.gid == gid)
                return true;
        for (uint32_t i = 0; i < identity->local.n_groups; i++)
                if (identity->local.groups[i] == gid)
                        return true;
        return false;
}

const char *identity_text(const Identity *identity)
{
        static _Thread_local char text[64];

        if (identity->kind != IDENTITY_LOCAL)
                return "nobody";
        (void)snprintf(text, sizeof(text), "uid=%u pid=%d", identity->local.uid, (int)identity->local.pid);
        return text;
}
