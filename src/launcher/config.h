#pragma once

/*
 * The configuration: /etc/xenmi/xenmi.conf
 *
 * Only the launcher reads it (packaging/xenmi.conf shows every key with its default); names of users and groups become numbers here, and the
 * broker is sent what it needs as fixed-size messages. An unknown section, key or value is an error that names file and line.
 */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "util/arena.h"
#include "util/buffer.h"
#include "wire/control.h"

enum {
        _CONFIG_SUCCESS,

        CONFIG_INVALID, /* *problemp says file, line and what is wrong */
};

typedef struct ConfigFile {
        const char *host; /* who may ask */
        const char *path; /* for what */
} ConfigFile;

typedef struct Config {
        Arena arena;
        const char *user; /* of the broker: a name or a number */
        const char *group;
        int socket_mode;       /* -1: as the rules need it */
        uint64_t memory_limit; /* of a host, in bytes; 0: none */
        uint32_t open_files;   /* of a host */
        ControlLimits limits;  /* header not filled */
        Buffer allow;          /* of ControlAllow, headers not filled */
        Buffer options;        /* of ControlOption, the same */
        Buffer files;          /* of ConfigFile */
} Config;

/* With the defaults; `owner` is who runs this, with every right. */
void config_init(Config *config, uid_t owner);
void config_deinit(Config *config);

/* A file that does not exist holds nothing, unless `must_exist`. *problemp is in the configuration's arena. */
int config_read(Config *config, const char *path, bool must_exist, const char **problemp);

/* Whether a rule admits somebody beyond root and the group, who then needs to reach the socket. */
bool config_is_open(const Config *config, gid_t group);

bool config_grants_file(const Config *config, const char *host, const char *path);

/* Numbers of a user (name or number): 0, or -ENOENT if there is none. */
int config_find_user(const char *name, uid_t *uidp, gid_t *gidp);
int config_find_group(const char *name, gid_t *gidp);
