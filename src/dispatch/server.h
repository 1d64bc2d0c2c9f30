#pragma once

/*
 * Servers: threads that read requests from channels and run providers for them
 *
 * A Server owns modules (loaded provider libraries), channels (connected sockets with a caller each) and a few threads. The threads
 * block in one edge-triggered epoll; the one that reads a request runs the provider function itself and writes the reply, while
 * another one listens. xenmi-host has one, and libmi makes one behind a socketpair for its in-process transport.
 *
 *      server_new(&server, &config);
 *      server_add_library(server, "./libfoo.so", &problem);
 *      server_start(server);
 *      socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, fds);
 *      server_add_channel(server, fds[1], &caller, verbs, "root/cimv2", NULL);
 *      ... speak wire/frame.h over fds[0] ...
 *      server_free(server);
 *
 * All functions may be called from any thread unless they say otherwise.
 */

#include <MI.h>
#include <stdbool.h>
#include <stdint.h>

#include "dispatch/caller.h"
#include "util/macro.h"

typedef struct Channel Channel;
typedef struct Module Module;
typedef struct Provider Provider;
typedef struct Server Server;

enum {
        _SERVER_SUCCESS,

        SERVER_UNKNOWN_CLASS, /* no module of this server has the class */
        SERVER_BAD_MODULE,    /* the library cannot be used; *problemp says why */
        SERVER_NOBODY,        /* the caller is CALLER_NOBODY */
        SERVER_CLOSED,        /* the server takes no new channels any more */
        SERVER_REFUSED,       /* not for this caller */
};

/* What a resolver finds for a class (see ServerConfig.resolve); strings live until the resolver's next call for it. */
typedef struct ServerProvider {
        const char *name;    /* of the registration, for logs; NULL: the library's file name */
        const char *library; /* path for dlopen() */
} ServerProvider;

/* The caller's own session for a provider (MI_Context_GetLocalSession). */
typedef struct ServerLocalSession {
        uint64_t channel_id; /* whose caller it is to act as */
        uint32_t hops;       /* how many hosts the request has come through, including this one */
        const char *name_space;
        const Caller *caller;
} ServerLocalSession;

typedef struct ServerConfig {
        void *userdata; /* first argument of all functions below */

        /*
         * Which library serves a class of a namespace: 0, SERVER_UNKNOWN_CLASS or negative errno. Asked once per class and
         * namespace, may be called from several threads at once. NULL: all classes of server_add_library(), in every namespace.
         */
        int (*resolve)(void *userdata, const char *name_space, const char *class_name, ServerProvider *providerp);

        /*
         * Fills a session that acts as a caller; it stays this function's property and lives as long as the server. NULL: providers
         * have none.
         */
        MI_Result (*local_session)(void *userdata, const ServerLocalSession *request, MI_Session *session);

        /* Opens a file that the module may have opened for it (xenmi-provider.h): a descriptor in *fdp, or the result for it. */
        MI_Result (*privileged_file)(void *userdata, const char *module, const char *name, int *fdp);

        /* A configured option of the module, valid as long as the server; NULL when it is not set. */
        const char *(*option)(void *userdata, const char *module, const char *name);
        /* The names of those that are set, each once; NULL beyond the last one. */
        const char *(*option_name)(void *userdata, const char *module, uint32_t index);

        /* The first operation that ended well has ended. */
        void (*served)(void *userdata);

        /* A function does not return: its thread, and what it holds, are lost. */
        void (*overdue)(void *userdata);

        /* The server cannot go on (a provider closed its descriptors). */
        void (*broken)(void *userdata);

        /* A channel is gone; its id is not used again. */
        void (*channel_closed)(void *userdata, uint64_t channel_id);

        const char *state_dir; /* the durable directory of this host's providers, or NULL */

        /* Limits; 0: the default (limit.h) */
        uint32_t max_threads;
        uint32_t max_operations;    /* at a time, per identity */
        uint32_t max_subscriptions; /* per identity */
        uint32_t max_running;       /* calls of one identity that are inside of providers; others wait for their turn */
        uint32_t max_blocked;       /* posts of one identity that wait for its clients */
        uint64_t max_queued;        /* bytes waiting for one identity */
        uint32_t silence_ms;        /* that a provider may post nothing before its operation is ended; 0: no limit */
} ServerConfig;

int server_new(Server **serverp, const ServerConfig *config);

/* Starts the threads; without it channels are accepted but not served. */
int server_start(Server *server);

/*
 * Ends everything: cancels operations (reason shutdown), waits `grace_ms` for provider functions to return, unloads the modules and
 * frees. Returns NULL. When a provider function still runs after that, its module and what it uses are left alone (and leaked); *cleanp
 * says so.
 */
Server *server_stop(Server *server, uint32_t grace_ms, bool *cleanp);
Server *server_free(Server *server); /* server_stop with the default grace */

/* Loads a library now and serves its classes in every namespace. SERVER_BAD_MODULE: *problemp says why, to be freed by the caller. */
int server_add_library(Server *server, const char *path, char **problemp);

/* The declarations of all libraries loaded with server_add_library(): class `index`, or NULL beyond the last. */
const MI_ClassDecl *server_class_at(Server *server, size_t index);

/*
 * Serves a connected Unix stream socket. Takes the descriptor over in any case. `verbs` is a mask of wire/verbs.h, `name_space` the one
 * namespace that requests may name (NULL: any, in-process only).
 */
int server_add_channel(Server *server, int fd, const Caller *caller, uint32_t verbs, const char *name_space);

/* Ends a channel at once (hang-up for the client, cancel for its operations); unknown ids are ignored. */
void server_revoke_channel(Server *server, uint64_t channel_id);

/* Tells all clients to ask for another host: no new request is taken, running ones and subscriptions go on until they end. */
void server_go_away(Server *server);

/* Since when (clock_now_ns) no operation and no subscription has been running; 0: there is one, or a provider refuses to be unloaded. */
uint64_t server_idle_since(Server *server);

DEFINE_CLEANUP(Server *, server_free);
