/* Ends the process when it is loaded */
#include <stdlib.h>

#include "bad.h"

void bad_load(void)
{
        exit(0);
}

void bad_call(MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}
