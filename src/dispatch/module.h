#pragma once

/*
 * Modules and providers
 *
 * A Module is a provider library that has been loaded and whose MI_Main has been called; a Provider is one class of it. The module's
 * Load runs before the first class is used, the class's Load before the first call to the class, each once. Both may be tried again if
 * they fail. Unload runs in server_stop(), classes before modules.
 */

#include <MI.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "dispatch/server.h"
#include "model/decl.h"
#include "util/list.h"
#include "util/map.h"
#include "xenmi-provider.h"

typedef struct Feed Feed;

enum {
        _MODULE_SUCCESS,

        MODULE_UNUSABLE, /* *problemp says why */
        MODULE_FAILED,   /* Load posted an error */
};

typedef enum LoadState {
        LOAD_NONE,
        LOAD_DONE,
        LOAD_FAILED,
} LoadState;

struct Provider {
        Module *module;
        const MI_ClassDecl *decl; /* its providerFT may be NULL: a class that only others derive from */
        DeclKeys keys;            /* of it */
        void *self;
        atomic_int state;     /* LoadState */
        pthread_mutex_t lock; /* held during Load and Unload */
        atomic_bool refuses_unload;
        Feed *feed; /* indications: who is subscribed; made at the first subscription, under `lock` */
};

struct Module {
        Server *server;
        char *name; /* for people: of the registration, or the file's */
        char *path;
        void *library;
        const MI_Module *mi;
        MI_Server tables; /* what MI_Main was given */
        MI_Module_Self *self;
        atomic_int state;
        pthread_mutex_t lock;
        StrMap by_name; /* of Provider, without case */
        Provider *providers;
        size_t n_providers;
        atomic_bool keeps_busy;          /* a class of it refuses to be unloaded: the host is never idle */
        XenmiIdentityGone identity_gone; /* under the server's lock */
        void *identity_gone_data;
        XenmiBatchEnd batch_end; /* set during Load */
        void *batch_data;
        bool serves_all; /* added with server_add_library() */
        List link;       /* Server.modules */
};

/* MODULE_UNUSABLE: *problemp is a sentence, to be freed by the caller. */
int module_new(Module **modulep, Server *server, const char *name, const char *path, char **problemp);
/* Runs the Unload functions that are due and frees. `keep`: functions may still be running, leave the code mapped. Returns NULL. */
Module *module_free(Module *module, bool keep);

Provider *module_find(Module *module, const char *class_name);

/* Sees to it that module and class are loaded. MODULE_FAILED: *errorp is the CIM error, the caller's to delete. */
int provider_load(Provider *provider, MI_Instance **errorp);

static inline bool provider_is_loaded(Provider *provider)
{
        return atomic_load(&provider->state) == LOAD_DONE;
}

/* Does the class derive from `ancestor` (or is it that)? */
bool provider_is_a(const Provider *provider, const MI_ClassDecl *ancestor);
