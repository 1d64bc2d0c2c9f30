/* Ends the host's thread that called it, before it has posted a result */
#include <pthread.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        bad_post(context);
        pthread_exit(NULL);
}
