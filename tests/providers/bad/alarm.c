/* Sets a timer whose signal nobody handles */
#include <sys/time.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        const struct itimerval soon = { .it_value = { .tv_usec = 1000 } };

        setitimer(ITIMER_REAL, &soon, NULL);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
