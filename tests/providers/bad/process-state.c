/* Changes what all of the process share: folder, limits, mask for new files, mask of signals, environment, name of the thread */
#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        const struct rlimit few = { 16, 16 }, none = { 0, 0 };
        sigset_t all;

        if (chdir("/proc/self/task") < 0)
                bad_post(context);
        umask(0777);
        setrlimit(RLIMIT_NOFILE, &few);
        setrlimit(RLIMIT_FSIZE, &none);
        setrlimit(RLIMIT_NPROC, &none);
        sigfillset(&all);
        pthread_sigmask(SIG_BLOCK, &all, NULL);
        clearenv();
        prctl(PR_SET_NAME, "hijacked");
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
