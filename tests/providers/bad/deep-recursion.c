/* Calls itself until its stack is used up */
#include "bad.h"

static volatile int bottom;

static int descend(int depth)
{
        volatile char frame[4096];

        frame[depth % 4096] = (char)depth;
        return bottom ? frame[0] : descend(depth + 1) + frame[0];
}

void bad_call(MI_Context *context)
{
        bad_post(context);
        MI_Context_PostResult(context, descend(0) ? MI_RESULT_OK : MI_RESULT_FAILED);
}
