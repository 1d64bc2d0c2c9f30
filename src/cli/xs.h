#pragma once

/*
 * xenmi xs: talking to the XenStore classes
 *
 * The class names and parameters are those of the provider's MOF; they are known here, so that a call needs no look at the class and
 * `xenmi xs read` is one request.
 */

#include "cli/command.h"

#ifndef XENMI_OBJECT_PREFIX
#error "the build defines XENMI_OBJECT_PREFIX"
#endif

#define XS_BASE_CLASS    XENMI_OBJECT_PREFIX "XenStoreBase"
#define XS_SESSION_CLASS XENMI_OBJECT_PREFIX "XenStoreSession"
#define XS_EVENT_CLASS   XENMI_OBJECT_PREFIX "XenStoreWatchEvent"

/* Nodes that a dump, a restore or a listing holds at once */
#define XS_NODES_MAX 1000000

/* How long a call may take where --timeout does not say: xenstored answers in milliseconds, or not at all */
#define XS_TIMEOUT_S 60

/* A method call in the making and its answer */
typedef struct XsCall {
        Cli *cli;
        const char *class_name;
        const MI_Instance *target; /* NULL: a static method */
        const char *method;
        const char *where; /* in messages, a path; NULL: the method */
        MI_Instance *in;
        MI_Instance *out; /* after xs_call_run */
        bool failed;      /* memory was short */
        MI_Result result; /* after xs_call_run: of the provider */
        uint32_t error;   /* its errno, 0 if there is none */
        uint32_t quiet_error;
} XsCall;

/* Connects. CLI_OK, or the status after having told why not. */
int xs_call_init(XsCall *call, Cli *cli, const char *method);
void xs_call_deinit(XsCall *call);

void xs_call_string(XsCall *call, const char *name, const char *value);
void xs_call_strings(XsCall *call, const char *name, char *const *values, size_t count);
void xs_call_boolean(XsCall *call, const char *name, bool value);
void xs_call_number(XsCall *call, const char *name, uint32_t value);

/*
 * Calls. When the provider refuses, it is told, unless `quiet_for` is that result (MI_RESULT_OK: tell all) or call->quiet_error the
 * errno of it.
 */
int xs_call_run(XsCall *call, MI_Result quiet_for);

/* Out parameters: empty and 0 where there is none. An array is borrowed from the answer. */
size_t xs_out_strings(const XsCall *call, const char *name, MI_Char ***valuesp);
size_t xs_out_numbers(const XsCall *call, const char *name, const MI_Uint32 **valuesp);
const char *xs_out_string(const XsCall *call, const char *name);
bool xs_out_boolean(const XsCall *call, const char *name);
uint32_t xs_out_number(const XsCall *call, const char *name);

/*
 * Values: the provider's escaped form (a backslash doubled, an octet that is not text as \xHH), the octets themselves, and the form for
 * people, which has \n \t \r too. All append; decoding is tolerant, what is no escape stands for itself.
 */
void xs_escape(Buffer *out, const char *octets, size_t size);
void xs_unescape(Buffer *out, const char *escaped);
void xs_show(Buffer *out, const char *octets, size_t size);

/* The last name of a path */
const char *xs_leaf(const char *path);

/* A session of our own: ended by xs_session_end whatever happens. */
typedef struct XsSession {
        Cli *cli;
        uint32_t id;
        MI_Instance *instance;
} XsSession;

int xs_session_begin(XsSession *session, Cli *cli, const char *purpose);
void xs_session_end(XsSession *session);
/* As xs_call_init, for a method of the session. */
int xs_session_call(XsCall *call, const XsSession *session, const char *method);

extern const Command *const xs_commands[];
extern const Command xs_read, xs_write, xs_list, xs_tree, xs_remove, xs_exists, xs_chmod, xs_mkdir, xs_dump, xs_restore,
        xs_domain, xs_transaction, xs_watch, xs_wait;
