/* Crashes in a call, after the first instance */
#include "bad.h"

void bad_call(MI_Context *context)
{
        volatile int *nowhere = NULL;

        bad_post(context);
        *nowhere = 1;
        MI_Context_PostResult(context, MI_RESULT_OK);
}
