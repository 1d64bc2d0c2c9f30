/* Has the host's thread that called it cancelled at its next wait */
#include <pthread.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
        pthread_cancel(pthread_self());
}
