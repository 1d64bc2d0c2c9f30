#pragma once

/*
 * Attendance: a thread that stays with one channel
 *
 * Where one client asks again as soon as it has its answer, looking for the next request among all channels is a system call for
 * nothing. A thread that has served the same channel several times in a row takes it out of the epoll and waits for it in recv() itself,
 * for a moment; others listen to the other channels meanwhile. While it is inside of a call nobody reads the channel, so when a call takes
 * longer than a tick or two of the monitor, that gives the channel back to the epoll, and cancels and further requests are read again.
 */

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>

typedef struct Channel Channel;
typedef struct Server Server;

enum {
        ATTENDED_MAX = 2, /* channels at a time */
        ATTEND_AFTER = 8, /* requests in a row */
        ATTEND_MS = 20,   /* that are waited for the next one */
};

typedef struct Attendance {
        Channel *channel; /* with a reference; NULL: free */
        atomic_bool in_call;
        _Atomic uint32_t n_calls;
        uint32_t n_seen; /* calls as of the monitor's last look */
} Attendance;

/* NULL: not possible now. */
Attendance *attend_begin(Server *server, Channel *channel);
void attend_end(Server *server, Attendance *attendance);
/* Round each call, with the monitor running. */
void attend_call(Attendance *attendance);
void attend_return(Attendance *attendance);

/* By the monitor: gives back the channels whose calls take long. True: look again. */
bool attend_look(Server *server);
