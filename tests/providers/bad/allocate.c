/* Allocates without end, and does not look whether it gets anything */
#include <stdlib.h>
#include <string.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(context);
        for (;;) {
                char *volatile memory = malloc(64 << 20);

                memset(memory, 1, 4096);
        }
}
