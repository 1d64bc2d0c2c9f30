#pragma once

/*
 * What callers may do where, beyond what xenstore permits: the administrator's lists of protected paths
 *
 * Whoever is admitted to the interface acts with the rights of the connection to xenstore, which in dom0 are all. Below a denied
 * path nothing is read, watched or changed, below a read-only one nothing changed; nor is a node removed that has such a one below it.
 * Relative paths, of rules and of callers, begin at the home of the domain.
 */

#include "common.h"

typedef enum GuardAccess {
        GUARD_READ,
        GUARD_CHANGE,
        GUARD_CHANGE_BELOW, /* the node and all below it */
} GuardAccess;

typedef struct Guard {
        Strings denied;
        Strings read_only;
} Guard;

/* From lists of paths parted by blanks or commas; NULL: none. EINVAL: *wrongp (free it) is none; negative: no memory. */
int guard_init(Guard *guard, const char *denied, const char *read_only, char **wrongp);
void guard_deinit(Guard *guard);
bool guard_is_empty(const Guard *guard);

/* Whether guard_permits() has to know the home for this path. */
bool guard_needs_home(const Guard *guard, const char *path);
/* `home`: absolute; "" where it is not known: what depends on it is not permitted then. */
bool guard_permits(const Guard *guard, const char *home, const char *path, GuardAccess access);
