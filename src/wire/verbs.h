#pragma once

/*
 * Verbs: what a channel permits, and what a request asks for
 */

#include <stdint.h>

enum {
        VERB_READ = 1,  /* get, enumerate, query, associations, test, class */
        VERB_WRITE = 2, /* create, modify, delete */
        VERB_INVOKE = 4,
        VERB_SUBSCRIBE = 8,
        VERB_ADMIN = 16,
        VERB_ALL = 31,
};

typedef enum RequestVerb {
        REQUEST_NONE,
        REQUEST_GET,
        REQUEST_ENUMERATE,
        REQUEST_QUERY,
        REQUEST_CREATE,
        REQUEST_MODIFY,
        REQUEST_DELETE,
        REQUEST_INVOKE,
        REQUEST_ASSOCIATORS,
        REQUEST_REFERENCES,
        REQUEST_SUBSCRIBE, /* ended by FRAME_CANCEL or FRAME_CLOSE */
        REQUEST_TEST,
        REQUEST_GET_CLASS, /* a class as the host's module declares it; in-process use without a repository */
        REQUEST_ENUMERATE_CLASSES,
        _REQUEST_VERBS,
} RequestVerb;

/* The VERB_... bit that the request needs; 0 for numbers that are no verb. */
uint32_t verb_needed(RequestVerb verb);
const char *verb_name(RequestVerb verb); /* "enumerate" */
