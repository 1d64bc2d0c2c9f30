/* Calls abort(), as a failed assertion does */
#include <stdlib.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
        abort();
}
