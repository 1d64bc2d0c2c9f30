#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "dispatch/context.h"
#include "hostd/host.h"

/*
 * The last words of a host
 *
 * A provider that crashes or calls exit() takes its host along. The log names the provider, the class and the function that this thread
 * was inside of, then the process ends with the signal's default action, or at once: no destructor of a broken process is run.
 */

static const char *program_name = "";
static atomic_bool is_exit_expected;

static void say(const char *what)
{
        char text[512], call[256];
        size_t n = 0;
        const char *parts[] = { "host ", program_name, ": ", what, " in ", call, "\n" };

        context_describe_current(call, sizeof(call));
        if (!call[0])
                strcpy(call, "a thread of its own (a provider's, or the host's)");
        for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
                for (const char *c = parts[i]; *c && n + 1 < sizeof(text); c++)
                        text[n++] = *c;
        }
        (void)!write(STDERR_FILENO, text, n);
}

static void on_signal(int number)
{
        switch (number) {
        case SIGABRT:
                say("error: aborted (an exception or a failed check)");
                break;
        case SIGFPE:
                say("error: arithmetic fault");
                break;
        default:
                say("error: crashed");
                break;
        }
        signal(number, SIG_DFL);
        raise(number);
}

static void on_exit_call(void)
{
        if (atomic_load(&is_exit_expected))
                return;
        say("error: exit() was called");
        _exit(1);
}

void crash_expect_exit(void)
{
        atomic_store(&is_exit_expected, true);
}

void crash_init(const char *host_name)
{
        static const int signals[] = { SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT };
        struct sigaction action = { .sa_handler = on_signal, .sa_flags = SA_NODEFER };

        program_name = host_name;
        for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
                sigaction(signals[i], &action, NULL);
        atexit(on_exit_call);
}
