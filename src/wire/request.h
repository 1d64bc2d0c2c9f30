#pragma once

/*
 * Requests
 *
 * Everything a client can ask of a host, in one struct for all verbs and all doors. A parsed request points into its frame: keep the frame
 * (frame_keep()) and the request for as long as the operation runs.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "util/arena.h"
#include "util/buffer.h"
#include "wire/frame.h"
#include "wire/packed.h"
#include "wire/shape.h"
#include "wire/verbs.h"

enum {
        _REQUEST_SUCCESS,

        REQUEST_INVALID, /* a lie about lengths or a broken block: give up the channel */
        REQUEST_MALFORMED, /* well packed but senseless (no class for a get): answer MI_RESULT_INVALID_PARAMETER with *whyp */
};

enum {
        REQUEST_OPTIONS_MAX = 256,
        REQUEST_PROPERTIES_MAX = 4096,
        REQUEST_NAME_MAX = 1024,       /* bytes of a namespace, class, method, role or property name */
        REQUEST_QUERY_MAX = 64 * 1024, /* bytes of a query */
        REQUEST_CREDIT_DEFAULT = 256 * 1024,
};

/* Flags */
enum {
        REQUEST_DEEP = 1, /* with registered subclasses that this host serves */
        REQUEST_KEYS_ONLY = 2,
        REQUEST_BASE_PROPERTIES = 4, /* only the properties that class_name has */
        REQUEST_LOCALIZED = 8,       /* localized qualifiers */
        REQUEST_EXPENSIVE = 16,      /* expensive properties are wanted */
        REQUEST_NAMES_ONLY = 32,     /* of class enumeration */
};

typedef struct RequestOption {
        const char *name;
        MI_Type type;
        MI_Value value;
        bool must_comply;
} RequestOption;

typedef struct Request {
        RequestVerb verb;
        uint32_t flags;    /* REQUEST_... */
        uint32_t mi_flags; /* the operation's MI_OPERATIONFLAGS_... */
        uint32_t hops;     /* local sessions that this request has come through */
        uint32_t
                credit; /* bytes of replies that the client will take before it grants more; 0 is made REQUEST_CREDIT_DEFAULT */
        uint64_t deadline_ms;      /* from now; 0: none */
        uint32_t channels;         /* bit n: message channel n is wanted */
        uint32_t write_error_mode; /* MI_CallbackMode */
        uint32_t prompt_mode;      /* MI_CallbackMode */
        uint32_t delivery;         /* MI_SubscriptionDeliveryType, 0 if it is no subscription */

        const char *name_space;
        const char *class_name;
        const char *method;
        const char *query_language;
        const char *query;
        const char *association_class;
        const char *result_class;
        const char *role;
        const char *result_role;
        const char *bookmark;
        const char *locale; /* UI locale */

        const char *const *properties; /* property set; NULL: all */
        uint32_t n_properties;
        const RequestOption *options; /* everything else that was set, custom options included */
        uint32_t n_options;

        const MI_Instance
                *instance; /* keys, source of an association, what to create or modify; NULL if there is none */
        const MI_Instance *parameters; /* of a method; NULL if there are none */

        /* of a parsed request only */
        PackedInstance packed_instance;
        PackedInstance packed_parameters;
        Arena arena; /* properties and options; free for the operation's own use */
        char arena_chunk[512];
} Request;

/*
 * Appends FRAME_REQUEST (and SHAPEs before it). The sender may be NULL: instances then travel inline. The parsed-only members are not
 * looked at, so a designated initializer does. 0, -EINVAL, -EMSGSIZE, -ENOMEM.
 */
int request_pack(Buffer *buffer, uint64_t operation, const Request *request, ShapeSender *sender);

/*
 * Changes the bookmark in what request_pack() has put into the buffer, one request without a sender. 0, or what request_pack() says;
 * then the buffer is as it was.
 */
int request_set_bookmark(Buffer *buffer, const char *bookmark);

/*
 * In place. On 0 and on REQUEST_MALFORMED the request must be ended with request_deinit(); on REQUEST_MALFORMED *whyp (static text) says
 * what is wrong with it.
 */
int request_parse(Request *request, const Frame *frame, const ShapeTable *shapes, const char **whyp);
void request_deinit(Request *request); /* a zeroed one is fine */
