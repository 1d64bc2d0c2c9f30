/* Returns and never posts a result */
#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
}
