/* Crashes when it is loaded */
#include <signal.h>

#include "bad.h"

void bad_load(void)
{
        raise(SIGSEGV);
}

void bad_call(MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}
