/* Forgets memory in every call */
#include <stdlib.h>
#include <string.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        char *volatile forgotten = malloc(1 << 20);

        if (forgotten)
                memset(forgotten, 1, 1 << 20);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
