/* Goes on posting to the context of an earlier call, which has long ended */
#include <stdatomic.h>

#include "bad.h"

static _Atomic(MI_Context *) earlier;

void bad_call(MI_Context *context)
{
        MI_Context *ended = atomic_exchange(&earlier, context);

        if (ended) {
                bad_post(ended);
                MI_Context_PostResult(ended, MI_RESULT_FAILED);
        }
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
