#include "cli/events.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "util/clock.h"

extern char **environ;

/* How long the end of a subscription may take before the program goes anyway */
#define CLOSE_MS 5000

static void stop_signals(sigset_t *set)
{
        sigemptyset(set);
        sigaddset(set, SIGINT);
        sigaddset(set, SIGTERM);
        sigaddset(set, SIGHUP);
}

int events_init(Events *events, Cli *cli)
{
        sigset_t set;

        *events = (Events){ .cli = cli, .wake_fd = -1, .signal_fd = -1 };
        pthread_mutex_init(&events->lock, NULL);
        pthread_cond_init(&events->room, NULL);
        stop_signals(&set);
        sigprocmask(SIG_BLOCK, &set, &events->old_signals);
        events->has_old_signals = true;
        events->wake_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
        events->signal_fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
        if (events->wake_fd < 0 || events->signal_fd < 0)
                return cli_fail(cli, "cannot wait for events: %s", strerror(errno));
        return CLI_OK;
}

static void wake(Events *events)
{
        const uint64_t one = 1;

        /* A full counter is readable as well. */
        if (write(events->wake_fd, &one, sizeof(one)) < 0)
                return;
}

static void push(Events *events, const MI_Instance *instance)
{
        MI_Instance *copy = NULL;

        while (events->count == EVENTS_QUEUE_MAX && !events->is_closing)
                pthread_cond_wait(&events->room, &events->lock);
        if (events->is_closing || MI_Instance_Clone(instance, &copy) != MI_RESULT_OK)
                return;
        events->queue[(events->first + events->count) % EVENTS_QUEUE_MAX] = copy;
        events->count++;
}

static void MI_CALL indication(MI_Operation *operation, void *context, const MI_Instance *instance,
                               const MI_Char *bookmark, const MI_Char *machine, MI_Boolean more, MI_Result result,
                               const MI_Char *message, const MI_Instance *details,
                               MI_Result(MI_CALL *acknowledge)(MI_Operation *))
{
        Events *events = context;

        pthread_mutex_lock(&events->lock);
        if (instance)
                push(events, instance);
        if (!more) {
                events->has_ended = true;
                events->result = result;
                events->message = message ? strdup(message) : NULL;
        }
        wake(events);
        pthread_mutex_unlock(&events->lock);
        if (acknowledge)
                acknowledge(operation);
}

int events_subscribe(Events *events, const char *name_space, const char *dialect, const char *query)
{
        MI_OperationCallbacks callbacks = events->cli->callbacks;

        callbacks.callbackContext = events;
        callbacks.promptUser = NULL;
        callbacks.writeError = NULL;
        callbacks.writeMessage = NULL;
        callbacks.writeProgress = NULL;
        callbacks.streamedParameterResult = NULL;
        callbacks.indicationResult = indication;
        events->where = "subscription";
        MI_Session_Subscribe(&events->cli->session, 0, &events->cli->options, name_space, dialect, query, NULL,
                             &callbacks, &events->operation);
        events->is_open = true;
        return CLI_OK;
}

/* What is there already; EVENTS_TIMEOUT: nothing */
static EventsAnswer take(Events *events, MI_Instance **instancep)
{
        EventsAnswer answer = EVENTS_TIMEOUT;
        uint64_t count;

        pthread_mutex_lock(&events->lock);
        if (events->count > 0) {
                *instancep = events->queue[events->first];
                events->first = (events->first + 1) % EVENTS_QUEUE_MAX;
                events->count--;
                pthread_cond_signal(&events->room);
                answer = EVENTS_GOT;
        } else if (events->has_ended) {
                answer = EVENTS_ENDED;
        } else if (read(events->wake_fd, &count, sizeof(count)) < 0) {
                answer = EVENTS_TIMEOUT;
        }
        pthread_mutex_unlock(&events->lock);
        return answer;
}

static bool is_stopped(const Events *events)
{
        struct signalfd_siginfo info;

        return read(events->signal_fd, &info, sizeof(info)) > 0;
}

EventsAnswer events_next(Events *events, uint64_t deadline_ns, MI_Instance **instancep)
{
        for (;;) {
                struct pollfd fds[] = { { events->wake_fd, POLLIN, 0 }, { events->signal_fd, POLLIN, 0 } };
                EventsAnswer answer;

                if (is_stopped(events))
                        return EVENTS_STOPPED;
                answer = take(events, instancep);
                if (answer == EVENTS_ENDED && events->result != MI_RESULT_OK && !events->was_told) {
                        cli_refused(events->cli, events->where, events->result, events->message, NULL);
                        events->was_told = true;
                }
                if (answer != EVENTS_TIMEOUT)
                        return answer;
                if (poll(fds, ARRAY_SIZE(fds), clock_timeout_ms(deadline_ns)) == 0)
                        return EVENTS_TIMEOUT;
        }
}

uint64_t events_deadline(double seconds)
{
        return seconds > 0 ? clock_now_ns() + (uint64_t)(seconds * (double)CLOCK_NS_PER_S) : UINT64_MAX;
}

int events_status(const Events *events)
{
        return events->was_told ? CLI_FAILED : CLI_OK;
}

static bool has_ended(Events *events)
{
        bool ended;

        pthread_mutex_lock(&events->lock);
        ended = events->has_ended;
        pthread_mutex_unlock(&events->lock);
        return ended;
}

/* The callback may run until the last result came: what it uses lives as long. */
static void close_operation(Events *events)
{
        const uint64_t deadline = clock_now_ns() + CLOSE_MS * CLOCK_NS_PER_MS;

        pthread_mutex_lock(&events->lock);
        events->is_closing = true;
        pthread_cond_broadcast(&events->room);
        pthread_mutex_unlock(&events->lock);

        if (!has_ended(events))
                MI_Operation_Cancel(&events->operation, MI_REASON_NONE);
        while (!has_ended(events) && clock_now_ns() < deadline) {
                struct pollfd fd = { events->wake_fd, POLLIN, 0 };
                uint64_t count;

                poll(&fd, 1, clock_timeout_ms(deadline));
                if (read(events->wake_fd, &count, sizeof(count)) < 0)
                        continue;
        }
        MI_Operation_Close(&events->operation);
}

void events_deinit(Events *events)
{
        if (events->is_open)
                close_operation(events);
        for (; events->count > 0; events->count--) {
                MI_Instance_Delete(events->queue[events->first]);
                events->first = (events->first + 1) % EVENTS_QUEUE_MAX;
        }
        free(events->message);
        if (events->wake_fd >= 0)
                close(events->wake_fd);
        if (events->signal_fd >= 0) {
                /* Who pressed the keys once more meant the same. */
                while (is_stopped(events))
                        ;
                close(events->signal_fd);
        }
        /* In the shell other commands follow, which can be interrupted again. */
        if (events->has_old_signals)
                sigprocmask(SIG_SETMASK, &events->old_signals, NULL);
        pthread_cond_destroy(&events->room);
        pthread_mutex_destroy(&events->lock);
        *events = (Events){ .wake_fd = -1, .signal_fd = -1 };
}

static char **with_variables(char *const *variables)
{
        size_t n_old = 0, n_new = 0;
        char **all;

        while (environ[n_old])
                n_old++;
        while (variables[n_new])
                n_new++;
        all = calloc(n_old + n_new + 1, sizeof(*all));
        if (!all)
                return NULL;
        /* The first of two of a name counts. */
        memcpy(all, variables, n_new * sizeof(*all));
        memcpy(all + n_new, environ, n_old * sizeof(*all));
        return all;
}

int events_run(const char *command, char *const *variables)
{
        char *const argv[] = { (char *)(uintptr_t) "sh", (char *)(uintptr_t) "-c", (char *)(uintptr_t)command, NULL };
        _cleanup_(freep) char **environment = with_variables(variables);
        posix_spawnattr_t attributes;
        sigset_t none, defaults;
        pid_t pid;
        int status, r;

        if (!environment)
                return -1;
        sigemptyset(&none);
        stop_signals(&defaults);
        sigaddset(&defaults, SIGPIPE);
        posix_spawnattr_init(&attributes);
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        r = posix_spawn(&pid, "/bin/sh", NULL, &attributes, argv, environment);
        posix_spawnattr_destroy(&attributes);
        if (r)
                return -1;
        while (waitpid(pid, &status, 0) < 0)
                if (errno != EINTR)
                        return -1;
        return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}
