#pragma once

/*
 * What systemd offers its services, spoken by hand: two environment variables and a datagram
 */

/* The only listening socket that we were started with (LISTEN_FDS), close-on-exec; -1 if there is none; negative errno if it is not one. */
int systemd_listen_fd(void);

/* "READY=1" and the like; nothing without $NOTIFY_SOCKET. */
void systemd_notify(const char *state);
