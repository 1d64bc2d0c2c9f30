/* Ends the process */
#include <stdlib.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
        exit(0);
}
