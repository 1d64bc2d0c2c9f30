#pragma once

/*
 * Batches: what one thread does for many requests at a time
 *
 * On the way in, a provider may collect what it has to ask for several calls; it is told when the thread has no more calls of the kind
 * at hand. On the way out, a thread that posts many results at once holds them back and sends each channel's together.
 */

#include <MI.h>

#include "dispatch/channel.h"
#include "dispatch/context.h"

/* In a call: see XenmiProviderApi.GetBacklog. */
MI_Uint32 batch_backlog(const Context *context);

/* The thread goes on with `operation`, or (NULL) with waiting: ends the batch unless the operation belongs to it. */
void batch_continue(const Operation *operation);

void batch_hold(void);
void batch_release(void);
bool batch_is_held(void);
/* Of a channel into which something was packed, with its lock held: true: batch_release() sends it. */
bool batch_keeps(Channel *channel);
