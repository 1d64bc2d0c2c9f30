/* Posts from a thread of its own, after the function has returned: legal */
#include <pthread.h>
#include <time.h>

#include "bad.h"

static void *post(void *context)
{
        struct timespec moment = { 0, 50000000 };

        nanosleep(&moment, NULL);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
        return NULL;
}

void bad_call(MI_Context *context)
{
        pthread_t thread;

        if (pthread_create(&thread, NULL, post, context) != 0)
                MI_Context_PostResult(context, MI_RESULT_FAILED);
        else
                pthread_detach(thread);
}
