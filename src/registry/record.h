#pragma once

/*
 * Records: what is known of one registered provider
 *
 * A record is an INI text NAME.reg beside NAME.mof, which holds the module's schema:
 *
 *      [provider]
 *      name = XenStore
 *      library = /usr/lib/xenmi/providers/libXenStore.so
 *      namespace = root/wmi            ; again for each one
 *      hosting = system:root           ; or: requestor
 *      own-host = no                   ; yes: shares its process with no other provider
 *      filter = no                     ; takes filters
 *      class = XenProjectXenStoreBase  ; again for each class that it serves
 *      option = name=value             ; again for each, see xenmi-provider.h
 *
 * OMI's .reg files (LIBRARY=, HOSTING=, CLASS=Name:Super:..., in a folder named after the namespace) are read as they are; the schema
 * then comes from the library's NAME.mof, which register-cimprovider writes for them.
 */

#include <stdbool.h>
#include <stdint.h>

#include "util/arena.h"
#include "util/buffer.h"

enum {
        _RECORD_SUCCESS,

        RECORD_MALFORMED, /* *problemp says file, line and what is wrong */

        RECORD_CLASSES_MAX = 16384,
        RECORD_NAMESPACES_MAX = 256,
        RECORD_OPTIONS_MAX = 64,
        RECORD_LINE_MAX = 4096,
        RECORD_SIZE_MAX = 4 << 20,
};

typedef enum RecordHosting {
        RECORD_SYSTEM,
        RECORD_REQUESTOR,
} RecordHosting;

typedef struct RecordOption {
        const char *name;
        const char *value;
} RecordOption;

typedef struct Record {
        Arena arena; /* of all strings here */
        const char *name;
        const char *library;
        const char **namespaces; /* normalized */
        uint32_t n_namespaces;
        RecordHosting hosting;
        const char *user; /* RECORD_SYSTEM */
        bool own_host;
        bool has_filter;
        const char **classes;
        uint32_t n_classes;
        RecordOption *options;
        uint32_t n_options;
} Record;

void record_init(Record *record);
void record_deinit(Record *record);

/* Whether it may name a record, a provider or a host: letters, digits, - _ . ; 1 to 60 of them; not starting with a dot or dash. */
bool record_name_is_valid(const char *name);

int record_add_namespace(Record *record, const char *namespace);
int record_add_class(Record *record, const char *class_name);
int record_add_option(Record *record, const char *name, const char *value);
/* "system:USER", "requestor"; OMI's "@requestor@", "@inproc@", "@requestor-shell@", or a user's name. RECORD_MALFORMED otherwise. */
int record_set_hosting(Record *record, const char *text);

/* `path` for messages, and for OMI's files also the name and the namespace. *problemp is in the record's arena. */
int record_parse(Record *record, const char *path, const char *text, size_t size, const char **problemp);
int record_read(Record *record, const char *path, const char **problemp);

int record_write(const Record *record, Buffer *text);

/*
 * The path for dlopen(): an absolute one as it is; OMI's plain names are those of modules in the provider folder, NAME being
 * libNAME.so. NULL when memory is short.
 */
const char *record_library_path(const Record *record, const char *provider_dir, Arena *arena);

/* The host that serves it: own-host: the provider's name; else "system-USER" or "requestor". */
const char *record_host(const Record *record, Arena *arena);
