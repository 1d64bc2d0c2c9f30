/* Starts a thousand threads that stay for good */
#include <pthread.h>
#include <unistd.h>

#include "bad.h"

static void *stay(void *context)
{
        for (;;)
                pause();
        return context;
}

void bad_call(MI_Context *context)
{
        pthread_t thread;

        for (int i = 0; i < 1000 && pthread_create(&thread, NULL, stay, NULL) == 0; i++)
                pthread_detach(thread);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
