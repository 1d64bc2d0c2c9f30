/* Crashes when it is unloaded */
#include <stdlib.h>

#include "bad.h"

void bad_unload(void)
{
        abort();
}

void bad_call(MI_Context *context)
{
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
