#include <errno.h>
#include <stdlib.h>

#include "broker/broker.h"
#include "util/error.h"

static void set_limits(const Broker *broker, uint64_t limits[_CHARGE_COUNT])
{
        const ControlLimits *configured = &broker->configuration.limits;

        for (size_t i = 0; i < _CHARGE_COUNT; i++)
                limits[i] = 0; /* nothing else is charged here */
        limits[CHARGE_CONNECTIONS] = configured->connections_per_user;
        limits[CHARGE_CHANNELS] = configured->channels_per_user;
        limits[CHARGE_PENDING_OPENS] = configured->opens_per_user;
}

int user_acquire(User **userp, Broker *broker, uid_t uid)
{
        uint64_t limits[_CHARGE_COUNT];
        User *user = id_map_get(&broker->users, (uint64_t)uid + 1);
        int r;

        if (user) {
                user->references++;
                *userp = user;
                return 0;
        }
        user = calloc(1, sizeof(*user));
        if (!user)
                return error_origin(-ENOMEM);
        user->uid = uid;
        user->references = 1;
        set_limits(broker, limits);
        r = account_new(&user->account, uid, limits);
        if (!r)
                r = id_map_add(&broker->users, (uint64_t)uid + 1, user);
        if (r) {
                account_unref(user->account);
                free(user);
                return error_trace(r);
        }
        *userp = user;
        return 0;
}

User *user_release(Broker *broker, User *user)
{
        if (user && --user->references == 0) {
                (void)id_map_remove(&broker->users, (uint64_t)user->uid + 1);
                account_unref(user->account);
                free(user);
        }
        return NULL;
}

void broker_apply_user_limits(Broker *broker)
{
        size_t position = 0;

        for (IdMapEntry *entry; (entry = id_map_next(&broker->users, &position));)
                set_limits(broker, ((User *)entry->value)->account->limits);
}
