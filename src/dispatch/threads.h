#pragma once

/*
 * The threads of a server: who listens, who works, who waits (see server.h)
 */

#include "dispatch/server-private.h"

int server_watch_own(Server *server); /* puts eventfd and timers into the epoll */
int server_start_threads(Server *server);
/* With the state at SERVER_STOPPING: false if threads are still inside of provider functions after that time. */
bool server_join(Server *server, uint32_t grace_ms);

/* Of the timers: when one is due, and those that come due */
bool server_arm(int timer_fd, uint64_t delay_ns);
void server_flush_due(Server *server);
void server_sweep(Server *server);
/* Calls that were cancelled and go on: true if there are more. */
bool server_sweep_overdue(Server *server, uint64_t now_ns);
