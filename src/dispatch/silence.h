#pragma once

/*
 * Silence: operations of whose provider nothing has been heard for too long
 *
 * A client that sets no time-out waits as long as it takes, but not for a provider that hangs, or has forgotten to post a result: when it
 * has posted nothing at all, no instance, message or question, for ServerConfig.silence_ms, the operation ends with an error. Time in
 * which the provider waits for its client does not count, nor do subscriptions. Nothing here costs a running operation anything: a timer
 * looks now and then.
 */

#include "dispatch/channel.h"

/* An operation begins. */
void silence_arm(Server *server);

/* The timer of silence_arm() */
void silence_look(Server *server);
