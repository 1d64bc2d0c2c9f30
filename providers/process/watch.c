#include "watch.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "Linux_ProcessStarted.h"
#include "Linux_ProcessStopped.h"
#include "provider.h"

void watch_init(Watch *watch, unsigned interval_ms)
{
        pthread_condattr_t attributes;

        *watch = (Watch){ .interval_ms = interval_ms ? interval_ms : WATCH_INTERVAL_MS };
        pthread_mutex_init(&watch->lock, NULL);
        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(&watch->wake, &attributes);
        pthread_condattr_destroy(&attributes);
}

void watch_deinit(Watch *watch)
{
        free(watch->seen.list);
        pthread_cond_destroy(&watch->wake);
        pthread_mutex_destroy(&watch->lock);
}

static int seen_add(SeenList *seen, const Proc *proc)
{
        if (seen->count == seen->room) {
                size_t room = seen->room ? seen->room * 2 : 256;
                Seen *larger;

                if (seen->count >= WATCH_PROCESSES_MAX)
                        return -E2BIG;
                larger = realloc(seen->list, room * sizeof(*larger));
                if (!larger)
                        return -ENOMEM;
                seen->list = larger;
                seen->room = room;
        }
        seen->list[seen->count] = (Seen){ .pid = proc->pid, .ppid = proc->ppid, .start_ms = proc->start_ms };
        snprintf(seen->list[seen->count++].name, sizeof(seen->list->name), "%.31s", proc->name);
        return 0;
}

static int by_pid(const void *a, const void *b)
{
        const Seen *left = a, *right = b;

        return left->pid < right->pid ? -1 : left->pid > right->pid;
}

/* All processes as they are now. 0 or negative errno, the list being empty then. */
static int take_stock(const char *root, SeenList *seen)
{
        ProcWalk walk;
        pid_t pid;
        int r;

        r = proc_walk_init(&walk, root);
        while (r == 0 && (pid = proc_walk_next(&walk)) > 0) {
                Proc proc;

                if (proc_read(&proc, root, pid, 0) < 0)
                        continue;
                r = seen_add(seen, &proc);
                proc_deinit(&proc);
        }
        if (r < 0) {
                free(seen->list);
                *seen = (SeenList){ 0 };
        } else {
                qsort(seen->list, seen->count, sizeof(*seen->list), by_pid);
        }
        proc_walk_deinit(&walk);
        return r;
}

static void now(MI_Datetime *datetime)
{
        struct timespec time;

        clock_gettime(CLOCK_REALTIME, &time);
        datetime_from_us((int64_t)time.tv_sec * 1000000 + time.tv_nsec / 1000, datetime);
}

static void post_started(MI_Module_Self *module, MI_Context *context, const MI_Instance *process)
{
        Linux_ProcessStarted started;
        MI_Datetime time;

        if (Linux_ProcessStarted_Construct(&started, context) != MI_RESULT_OK)
                return;
        now(&time);
        Linux_ProcessStarted_Set_IndicationTime(&started, time);
        if (Linux_ProcessStarted_Set_SourceInstance(&started, process) == MI_RESULT_OK &&
            Linux_ProcessStarted_Set_SourceInstanceHost(&started, module->computer) == MI_RESULT_OK)
                Linux_ProcessStarted_Post(&started, context, 0, NULL);
        Linux_ProcessStarted_Destruct(&started);
}

static void post_stopped(MI_Module_Self *module, MI_Context *context, const MI_Instance *process)
{
        Linux_ProcessStopped stopped;
        MI_Datetime time;

        if (Linux_ProcessStopped_Construct(&stopped, context) != MI_RESULT_OK)
                return;
        now(&time);
        Linux_ProcessStopped_Set_IndicationTime(&stopped, time);
        if (Linux_ProcessStopped_Set_SourceInstance(&stopped, process) == MI_RESULT_OK &&
            Linux_ProcessStopped_Set_SourceInstanceHost(&stopped, module->computer) == MI_RESULT_OK)
                Linux_ProcessStopped_Post(&stopped, context, 0, NULL);
        Linux_ProcessStopped_Destruct(&stopped);
}

/* Tells of one process; of one that is there still with all that can be seen. */
static void tell(MI_Module_Self *module, WatchKind kind, const Seen *seen)
{
        MI_Context *context = module->watch.contexts[kind];
        MSFT_WindowsProcess process;
        Wanted all = { 0 };
        Proc proc = { 0 };

        if (!context)
                return;
        if (kind == WATCH_STOPPED || proc_read(&proc, module->root, seen->pid, PROC_COMMAND) < 0) {
                proc = (Proc){ .pid = seen->pid, .ppid = seen->ppid, .start_ms = seen->start_ms, .state = 'X' };
                snprintf(proc.name, sizeof(proc.name), "%s", seen->name);
        }
        if (process_construct(&process, module, context, &proc, &all) == MI_RESULT_OK) {
                if (kind == WATCH_STARTED)
                        post_started(module, context, &process.__instance);
                else
                        post_stopped(module, context, &process.__instance);
                MSFT_WindowsProcess_Destruct(&process);
        }
        proc_deinit(&proc);
}

/* A pid that now belongs to another process is both: the old one ended, the new one began. */
static void compare(MI_Module_Self *module, const SeenList *before, const SeenList *after)
{
        size_t i = 0, j = 0;

        while (i < before->count || j < after->count) {
                const Seen *old = i < before->count ? &before->list[i] : NULL;
                const Seen *new = j < after->count ? &after->list[j] : NULL;
                bool is_same = old && new && old->pid == new->pid && old->start_ms == new->start_ms;

                if (!is_same && old && (!new || old->pid <= new->pid))
                        tell(module, WATCH_STOPPED, old);
                if (!is_same && new && (!old || new->pid <= old->pid))
                        tell(module, WATCH_STARTED, new);
                i += old && (!new || old->pid <= new->pid);
                j += new && (!old || new->pid <= old->pid);
        }
}

static void look(MI_Module_Self *module)
{
        Watch *watch = &module->watch;
        SeenList after = { 0 };

        if (take_stock(module->root, &after) < 0)
                return; /* the next time */
        compare(module, &watch->seen, &after);
        free(watch->seen.list);
        watch->seen = after;
}

static struct timespec next_look(const Watch *watch)
{
        struct timespec until;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += watch->interval_ms / 1000;
        until.tv_nsec += watch->interval_ms % 1000 * 1000000L;
        if (until.tv_nsec >= 1000000000) {
                until.tv_nsec -= 1000000000;
                until.tv_sec++;
        }
        return until;
}

/* Lives for one generation: the number changes when it is to end. */
static void *watch_thread(void *argument)
{
        MI_Module_Self *module = argument;
        Watch *watch = &module->watch;
        uint64_t generation;

        pthread_mutex_lock(&watch->lock);
        generation = watch->generation;
        watch->is_ready = true;
        pthread_cond_broadcast(&watch->wake);
        while (watch->generation == generation) {
                struct timespec until = next_look(watch);

                while (watch->generation == generation &&
                       pthread_cond_timedwait(&watch->wake, &watch->lock, &until) == 0)
                        ;
                if (watch->generation == generation)
                        look(module);
        }
        pthread_mutex_unlock(&watch->lock);
        return NULL;
}

/* With the lock held, which is given up while the thread begins */
static int start(MI_Module_Self *module)
{
        Watch *watch = &module->watch;
        int r;

        watch->seen.count = 0;
        r = take_stock(module->root, &watch->seen);
        if (r < 0)
                return r;
        watch->is_ready = false;
        r = -pthread_create(&watch->thread, NULL, watch_thread, module);
        if (r < 0)
                return r;
        watch->is_running = true;
        while (!watch->is_ready)
                pthread_cond_wait(&watch->wake, &watch->lock);
        return 0;
}

int watch_enable(MI_Module_Self *module, WatchKind kind, MI_Context *context)
{
        Watch *watch = &module->watch;
        int r = 0;

        pthread_mutex_lock(&watch->lock);
        watch->contexts[kind] = context;
        if (!watch->is_running)
                r = start(module);
        if (r < 0)
                watch->contexts[kind] = NULL;
        pthread_mutex_unlock(&watch->lock);
        return r;
}

void watch_disable(MI_Module_Self *module, WatchKind kind)
{
        Watch *watch = &module->watch;
        pthread_t thread;
        bool was_last;

        pthread_mutex_lock(&watch->lock);
        watch->contexts[kind] = NULL;
        was_last = watch->is_running && !watch->contexts[WATCH_STARTED] && !watch->contexts[WATCH_STOPPED];
        if (was_last) {
                thread = watch->thread;
                watch->is_running = false;
                watch->generation++;
                pthread_cond_broadcast(&watch->wake);
        }
        pthread_mutex_unlock(&watch->lock);
        if (was_last)
                pthread_join(thread, NULL);
}
