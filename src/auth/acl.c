#include "auth/acl.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

typedef struct Rule {
        char *namespace;
        AclWho who;
        uint32_t id;
        uint32_t verbs;
} Rule;

struct Acl {
        Rule *rules;
        size_t n_rules;
};

int acl_new(Acl **aclp)
{
        Acl *acl = calloc(1, sizeof(*acl));

        if (!acl)
                return error_origin(-ENOMEM);
        *aclp = acl;
        return 0;
}

Acl *acl_free(Acl *acl)
{
        if (!acl)
                return NULL;
        for (size_t i = 0; i < acl->n_rules; i++)
                free(acl->rules[i].namespace);
        free(acl->rules);
        free(acl);
        return NULL;
}

int acl_allow(Acl *acl, const char *namespace, AclWho who, uint32_t id, uint32_t verbs)
{
        Rule *rules;
        char *copy;

        if (acl->n_rules >= ACL_RULES_MAX)
                return ACL_QUOTA;
        rules = realloc(acl->rules, (acl->n_rules + 1) * sizeof(*rules));
        if (!rules)
                return error_origin(-ENOMEM);
        acl->rules = rules;
        copy = strdup(namespace);
        if (!copy)
                return error_origin(-ENOMEM);
        rules[acl->n_rules++] = (Rule){ .namespace = copy, .who = who, .id = id, .verbs = verbs };
        return 0;
}

/* Whether `namespace` is `top` or below it */
static bool is_within(const char *namespace, const char *top)
{
        size_t length = strlen(top);

        return length == 0 ||
               (ascii_ncasecmp(namespace, top, length) == 0 && (namespace[length] == '\0' || namespace[length] == '/'));
}

static bool rule_fits(const Rule *rule, const Identity *identity)
{
        switch (rule->who) {
        case ACL_USER:
                return identity_is_user(identity, rule->id);
        case ACL_GROUP:
                return identity_in_group(identity, rule->id);
        case ACL_EVERYBODY:
                return identity->kind != IDENTITY_NOBODY;
        default:
                return false;
        }
}

uint32_t acl_verbs(const Acl *acl, const char *namespace, const Identity *identity)
{
        size_t nearest = 0;
        uint32_t verbs = 0;

        for (size_t i = 0; i < acl->n_rules; i++)
                if (is_within(namespace, acl->rules[i].namespace))
                        nearest = MAX(nearest, strlen(acl->rules[i].namespace));

        for (size_t i = 0; i < acl->n_rules; i++) {
                const Rule *rule = &acl->rules[i];

                if (strlen(rule->namespace) == nearest && is_within(namespace, rule->namespace) &&
                    rule_fits(rule, identity))
                        verbs |= rule->verbs;
        }
        return verbs;
}
