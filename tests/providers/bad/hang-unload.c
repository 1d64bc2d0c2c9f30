/* Never comes back from being unloaded */
#include <unistd.h>

#include "bad.h"

void bad_unload(void)
{
        for (;;)
                pause();
}

void bad_call(MI_Context *context)
{
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
