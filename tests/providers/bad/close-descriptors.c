/* Closes descriptors that are not its own, as careless code for daemons does */
#include <unistd.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        for (int fd = 3; fd < 1024; fd++)
                close(fd);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
