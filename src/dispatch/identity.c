#include "dispatch/identity.h"

#include <errno.h>

#include "dispatch/limit.h"
#include "dispatch/server-private.h"
#include "util/error.h"

/* IdMap keys are uid + 1: every uid, root's 0 included, is a key unlike any other. */
static uint64_t identity_key(uid_t uid)
{
        return (uint64_t)uid + 1;
}

static int identity_new(Identity **identityp, Server *server, uid_t uid)
{
        const ServerConfig *config = &server->config;
        uint64_t limits[_CHARGE_COUNT];
        Identity *identity;
        int r;

        identity = calloc(1, sizeof(*identity));
        if (!identity)
                return error_origin(-ENOMEM);
        identity->server = server;
        identity->uid = uid;
        identity->references = 1;
        list_init(&identity->waiting);

        for (size_t i = 0; i < _CHARGE_COUNT; i++)
                limits[i] = account_default_limits[i];
        limits[CHARGE_CHANNELS] = UINT64_MAX; /* the broker counts them, over all hosts */
        limits[CHARGE_OPERATIONS] = config->max_operations;
        limits[CHARGE_SUBSCRIPTIONS] = config->max_subscriptions;
        limits[CHARGE_BLOCKED_CALLS] = config->max_blocked;
        limits[CHARGE_QUEUED_BYTES] = config->max_queued;

        r = account_new(&identity->account, uid, limits);
        if (r < 0) {
                free(identity);
                return error_trace(r);
        }
        *identityp = identity;
        return 0;
}

int identity_acquire(Identity **identityp, Server *server, uid_t uid)
{
        Identity *identity;
        int r = 0;

        pthread_mutex_lock(&server->lock);
        identity = id_map_get(&server->identities, identity_key(uid));
        if (identity) {
                identity->references++;
        } else {
                r = identity_new(&identity, server, uid);
                if (!r) {
                        r = id_map_add(&server->identities, identity_key(uid), identity);
                        if (r) {
                                account_unref(identity->account);
                                free(identity);
                        }
                }
        }
        pthread_mutex_unlock(&server->lock);
        if (!r)
                *identityp = identity;
        return r;
}

Identity *identity_release(Identity *identity)
{
        Server *server;
        uid_t uid;

        if (!identity)
                return NULL;
        server = identity->server;
        uid = identity->uid;

        pthread_mutex_lock(&server->lock);
        if (--identity->references > 0) {
                pthread_mutex_unlock(&server->lock);
                return NULL;
        }
        id_map_remove(&server->identities, identity_key(uid));
        pthread_mutex_unlock(&server->lock);

        account_unref(identity->account);
        free(identity);
        return NULL;
}
