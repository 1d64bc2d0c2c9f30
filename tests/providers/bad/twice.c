/* Posts its result twice, and an instance in between */
#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_FAILED);
}
