#pragma once

/*
 * The store of registrations: <state-dir>/registrations/NAME.reg and NAME.mof, and <state-dir>/repository, made of them
 *
 * One process at a time changes it. After each change the repository is compiled anew and the broker is told, which serves what
 * is new at once.
 */

#include <stdbool.h>

#include "registry/record.h"
#include "util/buffer.h"

enum {
        _STORE_SUCCESS,

        STORE_REFUSED, /* *problemp says why; nothing was changed */
};

typedef struct Store {
        Arena arena;
        const char *state_dir;
        const char *folder; /* of the registrations */
        const char *socket; /* of the broker; NULL: where clients look for it */
        int lock_fd;
} Store;

/* Makes the folders if need be and waits for whoever else is at work. */
int store_open(Store *store, const char *state_dir, const char *socket, const char **problemp);
void store_close(Store *store);

int store_add(Store *store, Record *record, const Buffer *mof, bool replace, const char **problemp);
int store_remove(Store *store, const char *name, const char **problemp);

/*
 * Writes the schemas that OMI's .reg files (in folders below the registrations) need, by asking their modules; one that cannot be asked
 * is left out with a warning.
 */
int store_complete(Store *store, const char **problemp);

/* Compiles what is there; a record that cannot be used is left out with a warning. */
int store_compile(Store *store, const char **problemp);

/* Tells a running broker. True if there is one and it took the news; a broker that refuses says why in *problemp. */
bool store_announce(Store *store, const char **problemp);
