#include <limits.h>
#include <time.h>

#include "util/clock.h"

static uint64_t clock_read_ns(clockid_t id)
{
        struct timespec now;

        clock_gettime(id, &now);
        return (uint64_t)now.tv_sec * CLOCK_NS_PER_S + (uint64_t)now.tv_nsec;
}

uint64_t clock_now_ns(void)
{
        return clock_read_ns(CLOCK_MONOTONIC);
}

uint64_t clock_realtime_ns(void)
{
        return clock_read_ns(CLOCK_REALTIME);
}

int clock_timeout_ms(uint64_t deadline_ns)
{
        uint64_t now, left;

        if (deadline_ns == UINT64_MAX)
                return -1;
        now = clock_now_ns();
        if (deadline_ns <= now)
                return 0;
        left = (deadline_ns - now + CLOCK_NS_PER_MS - 1) / CLOCK_NS_PER_MS;
        return left > INT_MAX ? INT_MAX : (int)left;
}
