#include "dispatch/silence.h"

#include <sys/timerfd.h>

#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "util/clock.h"

enum {
        LOOKS = 4, /* in the time that may pass */
        LOOK_MS = 15000,
};

void silence_arm(Server *server)
{
        uint64_t delay_ms = MIN(server->config.silence_ms / LOOKS + 1, (uint32_t)LOOK_MS);
        struct itimerspec when = { .it_value = { .tv_sec = (time_t)(delay_ms / 1000),
                                                 .tv_nsec = (long)(delay_ms % 1000) * 1000000 } };

        if (!server->config.silence_ms || atomic_load_explicit(&server->silence_armed, memory_order_relaxed) ||
            atomic_exchange(&server->silence_armed, true))
                return;
        (void)timerfd_settime(server->silence_fd, 0, &when, NULL);
}

/* Has it been silent for too long? The channel's lock is held. */
static bool is_silent(Operation *operation, uint64_t now_ns)
{
        uint32_t heard = operation->sent + operation->n_told + operation->prompt;

        if (operation->request.verb == REQUEST_SUBSCRIBE || operation->is_abandoned)
                return false;
        if (!atomic_load_explicit(&operation->called, memory_order_relaxed)) {
                operation->silent_since_ns = 0; /* another host is being asked, and looks after its own provider */
                return false;
        }
        if (operation->waits_for_client || operation->heard != heard || !operation->silent_since_ns) {
                operation->heard = heard;
                operation->silent_since_ns = now_ns;
                return false;
        }
        operation->is_silent =
                now_ns - operation->silent_since_ns >= operation->server->config.silence_ms * CLOCK_NS_PER_MS;
        return operation->is_silent;
}

typedef struct Look {
        uint64_t now_ns;
        bool again;
} Look;

static void look_at(Channel *channel, void *data)
{
        Look *look = data;

        for (;;) {
                _cleanup_(operation_unrefp) Operation *silent = NULL;
                IdMapEntry *entry;
                size_t position = 0;

                pthread_mutex_lock(&channel->lock);
                look->again |= channel->operations.count > 0;
                while (!silent && (entry = id_map_next(&channel->operations, &position)))
                        if (is_silent(entry->value, look->now_ns))
                                silent = operation_ref(entry->value);
                pthread_mutex_unlock(&channel->lock);
                if (!silent)
                        return;
                operation_cancel(silent, MI_REASON_TIMEOUT, false);
        }
}

void silence_look(Server *server)
{
        Look look = { .now_ns = clock_now_ns() };

        /* Cleared first: whoever begins from here on arms the timer anew. */
        atomic_store(&server->silence_armed, false);
        server_each_channel(server, look_at, &look);
        if (look.again)
                silence_arm(server);
}
