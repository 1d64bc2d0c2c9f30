#pragma once

/*
 * The inside of xenmi-host
 *
 * The main thread reads the control socket and does nothing else; requests are served by the server's threads. A thread that needs
 * something of the broker (a local session's channel, a privileged file) sends its question itself and waits until the main thread has
 * read the answer.
 */

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "dispatch/server.h"
#include "registry/repository.h"
#include "util/list.h"
#include "wire/control.h"

/* A question that waits for its answer */
typedef struct Question {
        List link;
        uint64_t seq;
        bool is_answered;
        ControlMessage answer;
        int fd;
} Question;

typedef struct HostOption {
        List link;
        ControlOption option;
} HostOption;

typedef struct Host {
        const char *name;
        const char *state_dir; /* NULL: none */
        Server *server;
        uint64_t id;
        uint64_t idle_timeout_ns; /* 0: never idle */
        uint32_t silence_ms;
        bool said_idle;
        bool is_leaving;

        pthread_mutex_t lock;
        pthread_cond_t answered;
        /* under the lock */
        Repository *repository;
        Repository *previous; /* pointers into it may still be in use */
        List options;         /* of HostOption */
        List questions;
        uint64_t last_seq;
        bool is_closed; /* the broker is gone: no answer will come */
} Host;

/* main.c */
void host_report(Host *host, ControlType type, uint64_t channel);

/* ask.c: from any thread but the main one */
int host_ask(Host *host, ControlMessage *message, ControlMessage *answer, int *fdp);
void host_answer(Host *host, const ControlMessage *message, int fd);
void host_close_questions(Host *host);

/* provide.c: what the server asks of the host */
void host_fill_config(Host *host, ServerConfig *config);

/* crash.c: names the provider's call that a fatal signal or an exit() came from */
void crash_init(const char *host_name);
void crash_expect_exit(void); /* from now on exit() is the host's own */
