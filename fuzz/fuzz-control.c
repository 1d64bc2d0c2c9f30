/*
 * Control packets: whatever is valid has strings that end and counts that fit, and is taken as it is
 */

#include <stdlib.h>
#include <string.h>

#include "wire/control.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        ControlMessage message;

        if (control_validate(data, size) != 0)
                return 0;
        memcpy(&message, data, size);
        if (message.header.size != control_size(message.header.type))
                abort();
        if (message.header.type == CONTROL_OPEN && (!memchr(message.open.namespace, 0, CONTROL_NAMESPACE_MAX) ||
                                                    !memchr(message.open.class_name, 0, CONTROL_CLASS_MAX)))
                abort();
        if (message.header.type == CONTROL_NEW_CHANNEL && message.new_channel.n_groups > CONTROL_GROUPS_MAX)
                abort();
        return 0;
}
