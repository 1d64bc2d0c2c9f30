#pragma once

/*
 * Time, in nanoseconds
 */

#include <stdint.h>

#define CLOCK_NS_PER_MS UINT64_C(1000000)
#define CLOCK_NS_PER_S  UINT64_C(1000000000)

uint64_t clock_now_ns(void);      /* CLOCK_MONOTONIC: for deadlines */
uint64_t clock_realtime_ns(void); /* CLOCK_REALTIME, since 1970 */

/*
 * Milliseconds from now until the monotonic `deadline_ns`, rounded up, as poll() takes them: 0 if it has passed,
 * -1 if `deadline_ns` is UINT64_MAX (never).
 */
int clock_timeout_ms(uint64_t deadline_ns);
