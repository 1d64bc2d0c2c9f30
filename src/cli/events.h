#pragma once

/*
 * A subscription, its events one by one, and the signals that end a command
 *
 * The operation is asynchronous: libmi's callback puts events into a short queue (and waits when it is full, which holds the sender),
 * the command takes them out, or learns that time is up or that the user pressed Ctrl-C.
 */

#include <pthread.h>
#include <signal.h>

#include "cli/cli.h"

enum {
        EVENTS_QUEUE_MAX = 256,
};

typedef enum EventsAnswer {
        EVENTS_GOT,
        EVENTS_TIMEOUT,
        EVENTS_STOPPED, /* a signal asks for the end */
        EVENTS_ENDED,   /* the server ended the subscription; the user was told why when it was an error */
} EventsAnswer;

typedef struct Events {
        Cli *cli;
        const char *where; /* in messages */
        MI_Operation operation;
        bool is_open;
        pthread_mutex_t lock;
        pthread_cond_t room;
        MI_Instance *queue[EVENTS_QUEUE_MAX];
        size_t first;
        size_t count;
        bool is_closing;
        bool has_ended;
        bool was_told;
        MI_Result result;
        char *message;
        int wake_fd;   /* readable while there is something to see */
        int signal_fd; /* SIGINT, SIGTERM, SIGHUP, which are blocked meanwhile */
        sigset_t old_signals;
        bool has_old_signals;
} Events;

/* Before cli_connect: the signals are taken over. Does not subscribe yet. */
int events_init(Events *events, Cli *cli);
int events_subscribe(Events *events, const char *name_space, const char *dialect, const char *query);
/* Waits up to `deadline_ns` (clock_now_ns; UINT64_MAX: without end). The instance is the caller's. */
EventsAnswer events_next(Events *events, uint64_t deadline_ns, MI_Instance **instancep);
/* CLI_OK, or CLI_FAILED when the server ended it with an error. */
int events_status(const Events *events);
/* That many seconds from now; 0 seconds: never */
uint64_t events_deadline(double seconds);
void events_deinit(Events *events);

/* `sh -c COMMAND` with signals as they were, and these further variables (NAME=VALUE, NULL-terminated). Its exit status, or -1. */
int events_run(const char *command, char *const *variables);
