/* Never returns */
#include <unistd.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(context);
        for (;;)
                pause();
}
