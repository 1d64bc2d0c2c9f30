#pragma once

/*
 * Repository: the compiled classes of all namespaces, and who serves them
 *
 * One read-only file, written by registry/compile.h, mapped by broker, hosts, launcher and libmi. Opening checks every record once;
 * from then on look-ups cost a hash and a comparison. Declarations are decoded when first asked for and then kept. All functions on an
 * open Repository may be called from any thread.
 *
 * Names compare without case; namespaces may be written with \ or /, and with slashes at the ends. The file is replaced as a whole
 * when something is registered: a holder of an old one goes on with it until the broker hands it the new one.
 */

#include <MI.h>
#include <stdbool.h>
#include <stdint.h>

#include "util/macro.h"

typedef struct Repository Repository;

enum {
        _REPOSITORY_SUCCESS,

        REPOSITORY_MALFORMED, /* not a repository, or damaged; registering anything, or register-cimprovider -Compile, writes a new one */
        REPOSITORY_VERSION, /* written by another version */
};

typedef enum RepositoryHosting {
        REPOSITORY_HOSTING_SYSTEM,    /* one host for all, running as `user` */
        REPOSITORY_HOSTING_REQUESTOR, /* a host for each user, running as that user */
} RepositoryHosting;

typedef struct RepositoryProvider {
        const char *name;    /* of the registration */
        const char *library; /* absolute path for dlopen() */
        const char *host;    /* hosts are told apart by this name (and, per user, by uid): same name = same process */
        const char *user;    /* system hosting: name or number of the user to run as; else "" */
        RepositoryHosting hosting;
        bool has_filter;    /* takes filters (MI_MODULE_FLAG_FILTER_SUPPORT) */
        uint32_t index;     /* among the providers of this repository */
        uint64_t stamp;     /* changes when the registration or its library changes */
        uint32_t n_options; /* of the record, beside those of the configuration */
        uint32_t first_option;
} RepositoryProvider;

typedef struct RepositoryNamespace {
        const char *name; /* "root/cimv2" */
        uint32_t index;
        uint32_t first_class; /* classes of a namespace stand together, sorted by name */
        uint32_t n_classes;
} RepositoryNamespace;

typedef struct RepositoryClass RepositoryClass;
struct RepositoryClass {
        const char *name;
        const RepositoryNamespace *namespace;
        const RepositoryClass *super; /* NULL: a root */
        const RepositoryClass
                *first_child; /* direct subclasses: child = class->first_child; child; child = child->sibling */
        const RepositoryClass *sibling;
        const RepositoryProvider *provider; /* NULL: nobody serves it (abstract ancestors and such) */
        uint32_t flags;                     /* MI_FLAG_CLASS, _ABSTRACT, _ASSOCIATION, _INDICATION */
        bool is_builtin;                    /* __Namespace, CIM_Namespace: instances from registry/builtin.h */
        uint32_t index;                     /* among all classes of the repository */
};

/* Maps the file; the descriptor stays the caller's. */
int repository_open_fd(Repository **repositoryp, int fd);
int repository_open(Repository **repositoryp, const char *path);
Repository *repository_ref(Repository *repository);
Repository *repository_unref(Repository *repository); /* NULL */

uint32_t repository_namespace_count(const Repository *repository);
const RepositoryNamespace *repository_namespace_at(const Repository *repository, uint32_t index);
const RepositoryNamespace *repository_namespace(const Repository *repository, const char *name);

uint32_t repository_class_count(const Repository *repository);
const RepositoryClass *repository_class_at(const Repository *repository, uint32_t index);
const RepositoryClass *repository_class(const Repository *repository, const char *namespace, const char *name);

uint32_t repository_provider_count(const Repository *repository);
const RepositoryProvider *repository_provider_at(const Repository *repository, uint32_t index);
/* Option `index` (below provider->n_options) of a provider's record */
void repository_provider_option(const Repository *repository, const RepositoryProvider *provider, uint32_t index,
                                const char **namep, const char **valuep);

/* Whether `class` is `ancestor` or derives from it */
bool repository_is_a(const RepositoryClass *class, const RepositoryClass *ancestor);

/* The class after `class` in a walk through all of `top` and its descendants, parents first; NULL at the end. */
const RepositoryClass *repository_next(const RepositoryClass *top, const RepositoryClass *class);

/*
 * The association classes of a namespace: first and next, NULL at the end (start with NULL). repository_role says for each
 * whether an end can hold instances of `class`.
 */
const RepositoryClass *repository_association_next(const Repository *repository, const RepositoryNamespace *namespace,
                                                   const RepositoryClass *association);

/*
 * Reference property `index` of an association class: its name and the class it refers to (NULL if that class is not here, then
 * `class_namep` still names it). False beyond the last one.
 */
bool repository_association_end(Repository *repository, const RepositoryClass *association, uint32_t index,
                                const char **property_namep, const char **class_namep, const RepositoryClass **classp);

/*
 * The declaration: features flattened, inherited first; superClassDecl, qualifiers and offsets filled; providerFT and functions
 * NULL. It lives as long as the repository. Equal calls give the same pointer. 0 or negative errno (REPOSITORY_MALFORMED if damaged).
 */
int repository_decl(Repository *repository, const RepositoryClass *class, const MI_ClassDecl **declp);

/* "root/cimv2" from \\root\CIMV2\ and the like, in lower case; false if it does not fit or is no name of a namespace. */
bool repository_normalize_namespace(char *out, size_t out_size, const char *namespace);

DEFINE_CLEANUP(Repository *, repository_unref);
