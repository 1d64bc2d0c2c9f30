#include "dispatch/attend.h"

#include "dispatch/channel.h"
#include "dispatch/server-private.h"

Attendance *attend_begin(Server *server, Channel *channel)
{
        Attendance *attendance = NULL;

        pthread_mutex_lock(&server->lock);
        for (size_t i = 0; i < ARRAY_SIZE(server->attended) && !attendance; i++)
                if (!server->attended[i].channel)
                        attendance = &server->attended[i];
        if (attendance)
                attendance->channel = channel_ref(channel);
        pthread_mutex_unlock(&server->lock);
        if (attendance)
                channel_set_attended(channel, true);
        return attendance;
}

void attend_end(Server *server, Attendance *attendance)
{
        Channel *channel;

        pthread_mutex_lock(&server->lock);
        channel = steal(&attendance->channel);
        pthread_mutex_unlock(&server->lock);
        channel_set_attended(channel, false);
        channel_unref(channel);
}

void attend_call(Attendance *attendance)
{
        atomic_fetch_add_explicit(&attendance->n_calls, 1, memory_order_relaxed);
        atomic_store_explicit(&attendance->in_call, true, memory_order_relaxed);
}

void attend_return(Attendance *attendance)
{
        atomic_store_explicit(&attendance->in_call, false, memory_order_relaxed);
}

bool attend_look(Server *server)
{
        Channel *late[ATTENDED_MAX];
        size_t n_late = 0;
        bool is_any = false;

        pthread_mutex_lock(&server->lock);
        for (size_t i = 0; i < ARRAY_SIZE(server->attended); i++) {
                Attendance *attendance = &server->attended[i];
                uint32_t n_calls = atomic_load_explicit(&attendance->n_calls, memory_order_relaxed);

                if (!attendance->channel || !atomic_load_explicit(&attendance->in_call, memory_order_relaxed))
                        continue;
                is_any = true;
                if (attendance->n_seen == n_calls)
                        late[n_late++] = channel_ref(attendance->channel);
                attendance->n_seen = n_calls;
        }
        pthread_mutex_unlock(&server->lock);
        while (n_late > 0) {
                _cleanup_(channel_unrefp) Channel *channel = late[--n_late];

                channel_set_attended(channel, false);
        }
        return is_any;
}
