#pragma once

/*
 * A xenstore client of our own
 *
 * Over the daemon's Unix socket or over /dev/xen/xenbus. Any thread may call anything. Paths and values are checked before they are
 * sent. Every call has a deadline: now + XsOptions.timeout_ms.
 *
 * Results, everywhere here: 0; a positive errno: xenstore refuses (ENOENT, EACCES, EINVAL, EAGAIN, ENOSPC, EDQUOT ...), or the
 * arguments would be refused (EINVAL, ENAMETOOLONG, E2BIG); a negative errno as in channel.h: it could not be asked.
 */

#include "flow.h"

typedef struct XsOptions {
        const char *path;                   /* of the daemon's socket or of the device; NULL: the first that is there */
        unsigned channels;                  /* descriptors for requests; 0: as many as is sensible */
        unsigned timeout_ms;                /* 0: 5,000 */
        int (*open_device)(void *userdata); /* or NULL: open(path) */
        void *device_userdata;
        XsEvent event; /* called in a thread of the client; NULL: no watches */
        void *userdata;
        void (*hold)(void); /* round answers that came together, see flow.h */
        void (*release)(void);
} XsOptions;

typedef struct Xs Xs;

/* Lives on one descriptor; valid as long as that is. id 0: none. */
typedef struct XsTransaction {
        XsChannel *channel;
        uint64_t generation;
        uint32_t id;
} XsTransaction;

const char *xs_default_path(void);
bool xs_path_is_device(const char *path); /* anything but a socket */

int xs_new(Xs **xsp, const XsOptions *options);
Xs *xs_free(Xs *xs);

bool xs_is_device(const Xs *xs);
const char *xs_path(const Xs *xs);

/* `transaction` may be NULL. */
int xs_read(Xs *xs, const XsTransaction *transaction, const char *path, XsReply *reply);
int xs_write(Xs *xs, const XsTransaction *transaction, const char *path, const void *value, size_t size);
int xs_mkdir(Xs *xs, const XsTransaction *transaction, const char *path);
int xs_rm(Xs *xs, const XsTransaction *transaction, const char *path);
int xs_directory(Xs *xs, const XsTransaction *transaction, const char *path, Strings *names); /* names is replaced */
int xs_get_permissions(Xs *xs, const XsTransaction *transaction, const char *path, Strings *permissions);
int xs_set_permissions(Xs *xs, const XsTransaction *transaction, const char *path, const Strings *permissions);
/*
 * Reads, listings and permissions of many nodes at once (at most XS_MANY_MAX): types XS_READ, XS_DIRECTORY, XS_GET_PERMS. Answers are
 * as xenstored gives them; E2BIG for a listing that is too long for one: xs_directory() gets it.
 */
typedef struct XsAsk {
        uint32_t type;
        const char *path;
} XsAsk;

/* Takes an answer of several strings apart. */
int xs_take_strings(Strings *strings, const char *data, size_t size);

void xs_ask_many(Xs *xs, const XsTransaction *transaction, const XsAsk *asks, unsigned count, XsReply *replies,
                 int *results);
/*
 * Reads for many at once: xs_read_later() notes what is asked for, xs_send() sends all that was noted, and the answer comes in a thread of
 * the client. False: not this one; xs_read() does it. Any other request sends what was noted before it.
 */
bool xs_read_later(Xs *xs, XsLater *later);
void xs_send(Xs *xs);
/* Is another request under way? */
bool xs_is_busy(const Xs *xs);

int xs_domain_path(Xs *xs, unsigned domain, XsReply *reply);

int xs_transaction_start(Xs *xs, XsTransaction *transaction);
/* The transaction is over, whatever the result. EAGAIN: conflict; -ESTALE: it was lost already. */
int xs_transaction_end(Xs *xs, XsTransaction *transaction, bool commit);

/* Watches do not outlive a connection: when `event` says that there is a new one (path NULL), register them again. */
uint64_t xs_watch_generation(Xs *xs);
/* *generationp: of the connection that has the watch now. */
int xs_watch(Xs *xs, const char *path, const char *token, uint64_t *generationp);
int xs_unwatch(Xs *xs, const char *path, const char *token);
