#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "dispatch/context.h"
#include "hostd/host.h"
#include "util/log.h"

/*
 * The last words of a host
 *
 * A provider that crashes or calls exit() takes its host along. The log names the provider, the class and the function that this thread
 * was inside of, then the process ends with the signal's default action, or at once: no destructor of a broken process is run.
 *
 * A call that ends its thread ends the host, too: what the thread owed (its turn, the operation, its place among those who listen) is
 * lost with it. Threads of the host cannot be cancelled, so that the request to do so changes nothing.
 */

enum {
        STACK_SIZE = 64 << 10, /* for the handler, when a call has used up the thread's own stack */
};

static const char *program_name = "";
static atomic_bool is_exit_expected;
static pthread_key_t thread_key;

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
        log_write_raw(text, n);
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
        case SIGSEGV:
        case SIGBUS:
        case SIGILL:
                say("error: crashed");
                break;
        default:
                say("error: ended by a signal that a provider caused and did not handle,");
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

static void on_thread_end(void *stack)
{
        char call[4];

        context_describe_current(call, sizeof(call));
        if (call[0] && !atomic_load(&is_exit_expected)) {
                say("error: a thread of the host was ended");
                _exit(1);
        }
        (void)sigaltstack(&(stack_t){ .ss_flags = SS_DISABLE }, NULL);
        (void)munmap(stack, STACK_SIZE);
}

/* A sanitizer has given the thread such a stack already, and wants it back. */
static void on_first_call(void)
{
        stack_t stack = { 0 }, before = { .ss_flags = SS_DISABLE };

        (void)pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, NULL);
        stack.ss_size = STACK_SIZE;
        stack.ss_sp = mmap(NULL, STACK_SIZE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_STACK, -1, 0);
        if (stack.ss_sp == MAP_FAILED)
                return;
        (void)sigaltstack(NULL, &before);
        if (before.ss_flags & SS_DISABLE)
                (void)sigaltstack(&stack, NULL);
        (void)pthread_setspecific(thread_key, stack.ss_sp);
}

void crash_expect_exit(void)
{
        atomic_store(&is_exit_expected, true);
}

void crash_init(const char *host_name)
{
        /* Crashes, and what else ends a process by default and has no sender but the process itself */
        static const int signals[] = { SIGSEGV, SIGBUS,  SIGFPE,    SIGILL,  SIGABRT, SIGSYS,
                                       SIGTRAP, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU, SIGXFSZ };
        struct sigaction action = { .sa_handler = on_signal, .sa_flags = SA_NODEFER | SA_ONSTACK };

        program_name = host_name;
        for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++)
                sigaction(signals[i], &action, NULL);
        atexit(on_exit_call);
        if (pthread_key_create(&thread_key, on_thread_end) == 0)
                context_set_thread_hook(on_first_call);
}
