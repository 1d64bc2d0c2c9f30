#pragma once

/*
 * Instances that another host serves
 *
 * A verb that needs one gets it as a provider would: through the session that its host lends for the caller
 * (ServerConfig.local_session), so that identity, permissions and the limit of hops are the broker's business. The property list,
 * the custom options and the deadline of the operation go along, and a cancellation reaches the other host.
 */

#include <MI.h>
#include <stdbool.h>

#include "dispatch/operation.h"

/*
 * In a step, between calls. Waits for the instance with these keys and has it shown; it is only valid meanwhile. `show` says false when
 * nobody takes it. The problem is what the other host said: OK if it was shown, NOT_SUPPORTED also where there are no sessions.
 */
void fetch_instance(Operation *operation, const MI_Instance *keys,
                    bool (*show)(Operation *operation, const MI_Instance *instance), Problem *problem);
