#pragma once

/*
 * The xenstore wire protocol: numbers, limits and the checks that are made before anything is sent
 *
 * A message is a header of four little-endian words, as the machine has them, and at most 4,096 bytes. The daemon refuses what breaks
 * its rules, but some of its clients' transports punish it harder (a failed WATCH through the kernel's device comes back as a
 * failed write), so the rules that are certain are checked here.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
        XS_DIRECTORY = 1,
        XS_READ = 2,
        XS_GET_PERMS = 3,
        XS_WATCH = 4,
        XS_UNWATCH = 5,
        XS_TRANSACTION_START = 6,
        XS_TRANSACTION_END = 7,
        XS_GET_DOMAIN_PATH = 10,
        XS_WRITE = 11,
        XS_MKDIR = 12,
        XS_RM = 13,
        XS_SET_PERMS = 14,
        XS_WATCH_EVENT = 15,
        XS_ERROR = 16,
        XS_DIRECTORY_PART = 22,
};

enum {
        XS_HEADER_SIZE = 16,
        XS_PAYLOAD_MAX = 4096,
        XS_DEVICE_PAYLOAD_MAX = XS_PAYLOAD_MAX - XS_HEADER_SIZE, /* the kernel's buffer holds the header too */
        XS_PATH_ABSOLUTE_MAX = 3072,
        XS_PATH_RELATIVE_MAX = 2048,
};

typedef struct XsHeader {
        uint32_t type;
        uint32_t request; /* chosen by who asks, repeated by who answers; 0 in events and in the kernel's own answers */
        uint32_t transaction;
        uint32_t size;
} XsHeader;

/* The errno of an XS_ERROR's text ("ENOENT"); EINVAL for one that nobody knows, as libxenstore has it. */
int protocol_error(const char *text, size_t size);

/* 0; EINVAL: not a path; ENAMETOOLONG. `is_watch` admits @names. */
int protocol_check_path(const char *path, bool is_watch);

/* Whether `path` is `parent` itself or lies below it. Both absolute or both relative. */
bool protocol_is_below(const char *path, const char *parent);
