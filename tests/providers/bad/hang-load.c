/* Never comes back from being loaded */
#include <unistd.h>

#include "bad.h"

void bad_load(void)
{
        for (;;)
                pause();
}

void bad_call(MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}
