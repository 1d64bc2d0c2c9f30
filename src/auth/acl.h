#pragma once

/*
 * Access control lists: who may do what in which namespace
 *
 * Rules are added for a namespace and hold for it and all below it, unless one below has rules of its own: the nearest
 * namespace with rules decides alone. "" is above all. Nothing is allowed that no rule allows.
 */

#include <stdbool.h>
#include <stdint.h>

#include "auth/identity.h"
#include "util/macro.h"

typedef struct Acl Acl;

typedef enum AclWho {
        ACL_USER,
        ACL_GROUP,
        ACL_EVERYBODY,
        _ACL_WHO_N,
} AclWho;

enum {
        _ACL_SUCCESS,

        ACL_QUOTA, /* more than ACL_RULES_MAX rules */

        ACL_RULES_MAX = 1024,
};

int acl_new(Acl **aclp);
Acl *acl_free(Acl *acl);

int acl_allow(Acl *acl, const char *namespace, AclWho who, uint32_t id, uint32_t verbs);

/* The verbs (wire/verbs.h) that the identity has in the namespace: the union of all rules that fit. */
uint32_t acl_verbs(const Acl *acl, const char *namespace, const Identity *identity);

DEFINE_CLEANUP(Acl *, acl_free);
