/* Forks; the child returns into the host's code as if it were the host */
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        pid_t child = fork();

        if (child == 0)
                alarm(20); /* should it not end as it is meant to */
        else if (child > 0)
                waitpid(child, NULL, 0);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
