#pragma once

/*
 * Probing: what a provider module says about itself
 *
 * The module is foreign code: it is loaded in a child process without privileges, with limits on time, memory and files, and what comes
 * out of there is text that is checked like any other input.
 */

#include <stdbool.h>
#include <stdint.h>

#include "util/arena.h"
#include "util/buffer.h"

enum {
        _PROBE_SUCCESS,

        PROBE_REFUSED, /* *problemp says why the module cannot be a provider */

        PROBE_TIMEOUT_MS = 10000,
        PROBE_CLASSES_MAX = 16384,
};

typedef struct Probe {
        Arena arena;
        const char **classes; /* that have a provider */
        uint32_t n_classes;
        bool has_filter;
        uint32_t version; /* of the MI.h that it was compiled with */
        Buffer mof;       /* its schema */
} Probe;

void probe_init(Probe *probe);
void probe_deinit(Probe *probe);

int probe_module(Probe *probe, const char *path, const char **problemp);
