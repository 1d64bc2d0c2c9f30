#pragma once

/*
 * Applications and sessions: what is behind MI_Application and MI_Session
 *
 * A session keeps the channels that its operations opened. Objects behind handles are given back to the system when the application
 * closes, not before, so that a handle which outlived what it stood for is recognised by its number.
 */

#include <MI.h>
#include <pthread.h>

#include "client/channel.h"
#include "client/job.h"
#include "client/pool.h"
#include "client/transport.h"

typedef struct SessionChannel {
        List link;
        ClientChannel *channel;
        char *name_space;
        char *host;
} SessionChannel;

struct Application {
        uint64_t number;
        uint32_t *born; /* a page that a forked child finds zeroed */

        pthread_mutex_t lock;
        pthread_cond_t changed;
        List sessions; /* open ones */
        List closed_sessions;
        List used_jobs; /* of closed sessions */
        uint64_t last_number;
        bool is_closing;
        Pool pool;
};

struct Session {
        List link;
        uint64_t number; /* of the handle; 0: closed */
        Application *application;
        Transport *transport;
        bool is_borrowed; /* a provider's local session: no client may close it */
        uint32_t hops;
        uint64_t timeout_ms; /* of operations that have none of their own */
        char *locale;

        pthread_mutex_t lock;
        List jobs;
        List free_jobs;
        bool is_closing;
        bool has_waiter;
        bool is_empty; /* the waiter may go on; under the application's lock */
        void (*completed)(void *context);
        void *completed_context;
        List channels;

        pthread_mutex_t open_lock; /* one OPEN at a time */
};

/* Of handles: NULL when they are not open, or in a forked child. */
Application *application_of(const MI_Application *handle);
Session *session_of(const MI_Session *handle);
bool application_is_forked(const Application *application);

void session_handle(const Session *session, MI_Session *handle);
void application_handle(const Application *application, MI_Application *handle);
/* Cancels all that runs. */
void session_cancel(Session *session, MI_CancellationReason reason);

/* A session over the transport, which it takes over in any case. */
int session_new(Application *application, Transport *transport, MI_DestinationOptions *options, Session **sessionp);
/* Ends a session that has no jobs. */
void session_free(Session *session);

/* A job of the session has ended and was closed; its session may be gone afterwards. */
void session_drop_job(Session *session, Job *job);

/* A channel for a class with at least the verbs, with a reference for the caller. Negative: the failure is filled. */
int session_channel(Session *session, const char *name_space, const RepositoryClass *class, uint32_t verbs,
                    uint64_t deadline_ns, ClientChannel **channelp, Failure *failure);

extern const MI_SessionFT session_ft;
extern const MI_ApplicationFT application_ft;
extern const MI_HostedProviderFT hosted_provider_ft;
extern const MI_SerializerFT serializer_ft;
extern const MI_UtilitiesFT utilities_ft;

/* The table behind deserializers has two slots more than MI_DeserializerFT. */
typedef struct DeserializerFT {
        MI_DeserializerFT common;
        MI_Result (*class_array)(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options, void *callbacks,
                                 MI_Uint8 *buffer, MI_Uint32 size, void *classes, const MI_Char *server_name,
                                 const MI_Char *name_space, MI_Uint32 *read, void **result, MI_Instance **error);
        MI_Result (*instance_array)(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options,
                                    void *callbacks, MI_Uint8 *buffer, MI_Uint32 size, void *classes, MI_Uint32 *read,
                                    void **result, MI_Instance **error);
} DeserializerFT;

extern const DeserializerFT deserializer_ft;
