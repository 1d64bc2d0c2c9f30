#pragma once

/*
 * Between MI and the store: what the classes of all prefixes share
 *
 * interface.c is compiled once for each prefix, against that prefix's generated headers; whatever does not depend on the types of
 * those stands here.
 */

#include "guard.h"
#include "store.h"

#include <MI.h>
#include <stdatomic.h>
#include <xenmi-provider.h>

enum {
        PROVIDER_DEVICES = 8, /* one for watches, some for requests, some in reserve */
        MANY_MAX = 65536,     /* entries in one call's array */
        MANY_SIZE_MAX =
                2 * 1024 * 1024, /* bytes in one call's answer: it must fit into one message with room to spare */
        TREE_SIZE_MAX = 1024 * 1024,
        TREE_NODES_MAX = 20000,
};

typedef struct LaterRead LaterRead;

/* One prefix of the classes: where and as what it shows news. */
typedef struct View {
        struct View *next;
        MI_Context *watch_context; /* of EnableIndications; NULL: nobody listens */
        MI_Context *resume_context;
        void (*post_watch)(struct View *view, const WatchNews *news);
        void (*post_resume)(struct View *view);
} View;

struct _MI_Module_Self {
        Store *store;
        const XenmiProviderApi *api; /* NULL: the host is not xenmi's */
        bool autowatch;
        bool leaf_is_error; /* GetChildren of a node without children fails, as the driver's did */
        Guard guard;
        char *device_path;
        pthread_mutex_t lock; /* of the views and the devices */
        int devices[PROVIDER_DEVICES];
        unsigned device_count;
        View *views;
        pthread_mutex_t spare_lock;
        LaterRead *spare;              /* to be used again; */
        _Atomic(LaterRead *) returned; /* those whose answers have come, taken over all at once */
};

typedef struct _MI_Module_Self Provider;

typedef struct Subscription {
        WatchOwner owner;
        MI_Uint64 id;
} Subscription;

/* One call of a method: what it needs and, in `problem`, what went wrong. */
typedef struct Call {
        MI_Context *context;
        Provider *provider;
        Store *store;
        Caller caller;
        Session *session;
        Problem problem;
        bool is_answered; /* the final result is posted */
        bool has_home;    /* it was looked up */
        char home[64];
} Call;

void call_begin(Call *call, Provider *provider, MI_Context *context);
/* Of a method of the session that the keys name; SessionId does where InstanceName is missing. */
void call_begin_session(Call *call, Provider *provider, MI_Context *context, const MI_ConstStringField *instance_name,
                        const MI_ConstUint32Field *id);
/* Parameters. NULL and a problem where one is missing or not text; an earlier problem stays. */
const char *call_text(Call *call, const MI_ConstStringField *field, const char *name);
/* The same for a path, which the caller must be permitted this access to. */
const char *call_path(Call *call, const MI_ConstStringField *field, const char *name, GuardAccess access);
/* Whether the administrator lets the caller do this; if not, *problem says so. */
bool call_permits(Call *call, const char *path, GuardAccess access, Problem *problem);
bool call_texts(Call *call, const MI_ConstStringAField *field, const char *name);
/* The final result: the problem, if there is one. */
void call_end(Call *call);
void call_failed(Call *call, MI_Result result);

/*
 * A read whose answer the call need not wait for, because others are under way: `answer` ends the call later. False: the call reads
 * itself; it is still as it was.
 */
typedef void (*LaterAnswer)(Call *call, const char *bytes, size_t size);

bool call_read_later(const Call *call, const char *path, LaterAnswer answer);
void later_reads_free(Provider *provider); /* none is under way */

MI_Result result_of(int error);
MI_Datetime datetime_of(uint64_t wall_ns);
const char *user_name(uint32_t uid, char *buffer, size_t size);

/* The value, which a NUL follows, as text; owned by `buffer` or the value. NULL: no memory. */
const char *reply_text(const char *bytes, size_t size, bool escaped, Bytes *buffer);

/* Results of methods that answer for many paths at once: three arrays of one length. */
typedef struct Many {
        Strings texts;
        Strings paths;
        Strings permissions;
        Strings messages;
        MI_Uint32 *results;
        MI_Uint32 *counts;
        size_t count;
        size_t capacity;
        const char **text_array, **path_array, **permission_array, **message_array;
        char *next; /* of a tree: where to go on */
} Many;

void many_deinit(Many *many);
void call_read_many(Call *call, const MI_ConstStringAField *paths, bool escaped, Many *many);
void call_list_many(Call *call, const MI_ConstStringAField *paths, Many *many);
void call_write_many(Call *call, const MI_ConstStringAField *paths, const MI_ConstStringAField *values, bool escaped);
/* What: NODE_REMOVE, NODE_MAKE, NODE_PERMISSIONS... */
void call_change_many(Call *call, int what, const MI_ConstStringAField *paths, const MI_ConstStringAField *permissions);
void call_list_tree(Call *call, const char *path, unsigned depth, bool escaped, bool with_permissions,
                    const char *continue_at, Many *many);

/* The base's own facts. */
typedef struct BaseFacts {
        DomainFacts domain;
        uint64_t time; /* FILETIME */
        bool has_rtc;
        int64_t rtc_ahead; /* 100 ns */
        unsigned sessions, watches, registered, transactions;
        bool is_device;
} BaseFacts;

void base_facts(Provider *provider, BaseFacts *facts);
uint64_t filetime_now(void);

void view_add(Provider *provider, View *view);
/* Under the views' lock, so that nothing is posted on a context that is gone. */
void view_set_context(Provider *provider, MI_Context **slot, MI_Context *context);

/*
 * Whether a filter is exactly "select ... where SessionId = N", which every client asks after it has added a session: then only that
 * one need be looked at, however many there are. The host evaluates the filter in any case.
 */
bool filter_wants_session(const MI_Filter *filter, uint32_t *idp);

Subscription *subscription_begin(Call *call, const MI_Filter *filter, MI_Uint64 id);
void subscription_end(Provider *provider, Subscription *subscription);

/* Posts an indication to whom the news is for. */
void post_news(Provider *provider, MI_Context *context, const MI_Instance *indication, const WatchNews *news);
