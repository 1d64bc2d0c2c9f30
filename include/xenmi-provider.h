#pragma once

/*
 * What providers may ask of a xenmi host beyond MI.h
 *
 * A provider that includes this header stays loadable anywhere: xenmi_provider_api() gives NULL in a host that is not xenmi, and
 * the provider does without. The table belongs to the host and lives as long as the module is loaded; tables grow at their end, so
 * compare `size` before calling a function that a later version added. All functions may be called from any thread; what they
 * return as a pointer is the host's.
 *
 *      const XenmiProviderApi *api = xenmi_provider_api(context);
 *      XenmiIdentity caller;
 *
 *      if (api && api->GetIdentity(context, &caller) == MI_RESULT_OK && caller.is_admin)
 *              ...
 */

#include <stdio.h>
#include <strings.h>

#include "MI.h"

/* Who is at the other end: taken from the kernel or the broker, never from a message */
typedef struct XenmiIdentity {
        MI_Uint64 channel; /* the connection, a number that is never used again */
        MI_Uint32 uid;
        MI_Uint32 gid;
        MI_Sint32 pid;       /* 0: not a process of this machine */
        MI_Boolean is_admin; /* has the verb `admin` in this namespace (root, unless configured otherwise) */
        MI_Uint8 reserved[3];
} XenmiIdentity;

/* To whom and how an indication goes; zero everything and set what matters. An indication goes to those that meet all conditions. */
typedef struct XenmiDelivery {
        const MI_Uint64 *subscriptionIDs; /* only these subscriptions, or NULL */
        MI_Uint32 subscriptionIDCount;
        MI_Boolean has_uid; /* only subscribers of the user `uid`, and administrators */
        MI_Uint8 reserved[3];
        MI_Uint32 uid;
        MI_Uint32 reserved2;

        /*
         * Indications with the same key stand for each other: while one waits for a subscriber that does not keep up, the next one
         * takes its place. NULL: each counts, and a full queue drops and reports how many.
         */
        const MI_Char *coalesceKey;

        const MI_Char *bookmark; /* or NULL */
} XenmiDelivery;

/* The last connection of a user to this host is gone */
typedef void(MI_CALL *XenmiIdentityGone)(void *data, MI_Uint32 uid);

/* What waits beside a call, from GetBacklog */
enum {
        XENMI_BACKLOG_REQUESTS =
                1, /* requests for the same method, which this thread will see next: they can be served together */
        XENMI_BACKLOG_REPLIES =
                2, /* earlier replies, which the caller's client does not take: serve it no faster than it reads */
};

/* The thread has no more calls of the kind at hand */
typedef void(MI_CALL *XenmiBatchEnd)(void *data);

typedef struct XenmiProviderApi {
        MI_Uint32 size; /* of this structure as the host knows it */
        MI_Uint32 version;

        /* The caller of an operation, also of Subscribe. NOT_SUPPORTED for a context without one (Load, EnableIndications). */
        MI_Result(MI_CALL *GetIdentity)(const MI_Context *context, XenmiIdentity *identity);

        /* A directory for this host's own files that outlives the host, but not the machine. NOT_SUPPORTED: there is none. */
        MI_Result(MI_CALL *GetStateDirectory)(const MI_Context *context, const MI_Char **path);

        /* An option of this provider from the administrator's configuration. NOT_FOUND: not set. */
        MI_Result(MI_CALL *GetOption)(const MI_Context *context, const MI_Char *name, const MI_Char **value);

        /*
         * Opens a privileged file that the configuration admits for this provider by a name such as "xenbus"; *fd is the caller's to
         * close. NOT_FOUND: no such name; ACCESS_DENIED: not for this provider; FAILED: it does not open.
         */
        MI_Result(MI_CALL *OpenPrivilegedFile)(const MI_Context *context, const MI_Char *name, int *fd);

        /*
         * The values that a filter lets a string property have, from terms such as EventId = 'x' or EventId = 'y': the one with
         * `index`, until the filter is gone; each once, as written (a filter compares without regard to case). NOT_FOUND beyond the
         * last one, and for 0 when the filter does not limit the property to a list.
         */
        MI_Result(MI_CALL *GetFilterTerm)(const MI_Filter *filter, const MI_Char *property, MI_Uint32 index,
                                          const MI_Char **value);

        /* Posts an indication on the context of EnableIndications. delivery NULL: as MI_Context_PostIndication does. */
        MI_Result(MI_CALL *PostIndication)(MI_Context *context, const MI_Instance *indication,
                                           const XenmiDelivery *delivery);

        /*
         * Calls `callback` whenever the last connection of a user closes; one callback for a module, NULL for none. Not called any
         * more once the module's Unload has begun.
         */
        MI_Result(MI_CALL *SetIdentityGone)(MI_Context *context, XenmiIdentityGone callback, void *data);

        /*
         * Serving many calls together. A method that asks somebody else for its answer may, instead of waiting, note the question, return
         * without a result, and post it when the answer comes. GetBacklog, asked during the call, says whether that pays; the callback of
         * SetBatchEnd is then called in the same thread when the questions noted are to be sent. One callback for a module; set it
         * in Load.
         */
        MI_Result(MI_CALL *GetBacklog)(const MI_Context *context, MI_Uint32 *backlog);
        MI_Result(MI_CALL *SetBatchEnd)(MI_Context *context, XenmiBatchEnd callback, void *data);

        /*
         * What a thread of the provider posts between the two is sent at the end, together. It must not wait for anything meanwhile; posts
         * made so do not wait for their clients either.
         */
        void(MI_CALL *HoldPosts)(void);
        void(MI_CALL *ReleasePosts)(void);

        /* What the administrator has set for this provider: the name of an option for each index, each once. NOT_FOUND beyond the last. */
        MI_Result(MI_CALL *GetOptionName)(const MI_Context *context, MI_Uint32 index, const MI_Char **name);
} XenmiProviderApi;

/* What every host's table has */
#define XENMI_PROVIDER_API_LEAST MI_OFFSETOF(XenmiProviderApi, GetOptionName)

#define XENMI_PROVIDER_API_VERSION 1
#define XENMI_PROVIDER_API_OPTION  MI_T("__XENMI_PROVIDER_API")

/* Not an MI_Type, so that no option sent by a client can be taken for the host's answer */
#define XENMI_PROVIDER_API_TYPE ((MI_Type)0x58454E4D)

/*
 * The host's table, asked for as a custom option of a reserved name: a xenmi host answers it in any context, with the type above
 * and the table in value.array.data; another host says that there is no such option.
 */
MI_INLINE const XenmiProviderApi *xenmi_provider_api(MI_Context *context)
{
        MI_Type type = MI_BOOLEAN;
        MI_Value value;
        const XenmiProviderApi *api;

        memset(&value, 0, sizeof(value));
        if (!context || !context->ft || !context->ft->GetCustomOption)
                return NULL;
        if (context->ft->GetCustomOption(context, XENMI_PROVIDER_API_OPTION, &type, &value) != MI_RESULT_OK ||
            type != XENMI_PROVIDER_API_TYPE)
                return NULL;

        api = (const XenmiProviderApi *)value.array.data;
        return api && api->version >= XENMI_PROVIDER_API_VERSION && api->size >= XENMI_PROVIDER_API_LEAST ? api : NULL;
}

/*
 * For Load: an option that is set and is none of `known`, a list of names that NULL ends, was misspelt as a rule; a warning in the
 * log says so for each, with the names that there are.
 */
MI_INLINE void xenmi_provider_check_options(MI_Context *context, const MI_Char *const *known)
{
        const XenmiProviderApi *api = xenmi_provider_api(context);
        const MI_Char *name = NULL;
        MI_Char text[2048];
        MI_Uint32 i, k;
        size_t end;

        if (!api || api->size < MI_OFFSETOF(XenmiProviderApi, GetOptionName) + sizeof(api->GetOptionName))
                return;
        for (i = 0; api->GetOptionName(context, i, &name) == MI_RESULT_OK; i++) {
                for (k = 0; known[k] && strcasecmp(known[k], name); k++)
                        ;
                if (known[k])
                        continue;
                snprintf(text, sizeof(text),
                         "unknown key %.200s in its section of xenmi.conf (or its registration) is ignored; the keys "
                         "are:",
                         name);
                for (k = 0; known[k]; k++) {
                        end = strlen(text);
                        snprintf(text + end, sizeof(text) - end, "%s %s", k ? "," : "", known[k]);
                }
                (void)MI_Context_WriteWarning(context, text);
        }
}
