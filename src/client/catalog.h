#pragma once

/*
 * Catalogs: the classes that a session can use
 *
 * Either the compiled repository of a machine, or the declarations of libraries loaded in this process, which then stand in every
 * namespace. Both show themselves as RepositoryClass. Counted; the anchor keeps declarations alive for class objects.
 */

#include <MI.h>

#include "client/failure.h"
#include "dispatch/server.h"
#include "model/anchor.h"
#include "registry/repository.h"
#include "util/map.h"

typedef struct Catalog {
        Anchor anchor;   /* first */
        uint64_t number; /* no two catalogs of a process have the same, one after the other or not */

        Repository *repository; /* NULL: */

        RepositoryClass *classes;
        const MI_ClassDecl **decls; /* of classes[i] */
        uint32_t n_classes;
        StrMap by_name;
        RepositoryProvider provider;
        RepositoryNamespace name_space;
} Catalog;

/* Takes the repository over. */
int catalog_new_repository(Catalog **catalogp, Repository *repository);
/* Of all libraries of a server, which must outlive it. */
int catalog_new_server(Catalog **catalogp, Server *server);

Catalog *catalog_ref(Catalog *catalog);
Catalog *catalog_unref(Catalog *catalog); /* NULL */

/* A class; the failure says what is missing, the namespace or the class, and what there is. */
int catalog_class(Catalog *catalog, const char *name_space, const char *name, const RepositoryClass **classp,
                  Failure *failure);
int catalog_decl(Catalog *catalog, const RepositoryClass *class, const MI_ClassDecl **declp, Failure *failure);

/* The next class after `class` of those of a namespace, in no order; start with NULL. */
const RepositoryClass *catalog_next(Catalog *catalog, const char *name_space, const RepositoryClass *class);
bool catalog_has_namespace(Catalog *catalog, const char *name_space);

/* Reference property `index` of an association; false beyond the last one. *classp is NULL when its class is not known. */
bool catalog_association_end(Catalog *catalog, const RepositoryClass *association, uint32_t index,
                             const char **propertyp, const RepositoryClass **classp);

/* The name as requests carry it: canonical, in `out`. False: no name of a namespace. */
bool catalog_normalize(char *out, size_t out_size, const char *name_space);

DEFINE_CLEANUP(Catalog *, catalog_unref);
