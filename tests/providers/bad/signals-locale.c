/* Changes signal handlers, the signal mask and the locale of the process */
#include <locale.h>
#include <signal.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        sigset_t all;

        signal(SIGTERM, SIG_IGN);
        signal(SIGPIPE, SIG_DFL);
        signal(SIGSEGV, SIG_DFL);
        sigfillset(&all);
        sigprocmask(SIG_BLOCK, &all, NULL);
        setlocale(LC_ALL, "de_DE.UTF-8");
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
