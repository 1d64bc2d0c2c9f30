#include "client/catalog.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "model/decl.h"
#include "util/error.h"
#include "util/text.h"

static void catalog_release(Anchor *anchor)
{
        Catalog *catalog = container_of(anchor, Catalog, anchor);

        repository_unref(catalog->repository);
        str_map_deinit(&catalog->by_name);
        free(catalog->classes);
        free(catalog->decls);
        anchor_deinit(&catalog->anchor);
        free(catalog);
}

Catalog *catalog_ref(Catalog *catalog)
{
        anchor_ref(&catalog->anchor);
        return catalog;
}

Catalog *catalog_unref(Catalog *catalog)
{
        if (catalog)
                anchor_unref(&catalog->anchor);
        return NULL;
}

static Catalog *catalog_alloc(void)
{
        static _Atomic uint64_t last_number;
        Catalog *catalog = calloc(1, sizeof(*catalog));

        if (catalog) {
                catalog->number = atomic_fetch_add(&last_number, 1) + 1;
                anchor_init(&catalog->anchor, catalog_release);
                str_map_init(&catalog->by_name, true);
        }
        return catalog;
}

int catalog_new_repository(Catalog **catalogp, Repository *repository)
{
        Catalog *catalog = catalog_alloc();

        if (!catalog) {
                repository_unref(repository);
                return error_origin(-ENOMEM);
        }
        catalog->repository = repository;
        *catalogp = catalog;
        return 0;
}

/* Hangs each class below its superclass; children stand in the order of declaration. */
static void catalog_link(Catalog *catalog)
{
        for (uint32_t i = catalog->n_classes; i-- > 0;) {
                RepositoryClass *class = &catalog->classes[i];
                RepositoryClass *super = NULL;

                if (catalog->decls[i]->superClass)
                        super = str_map_get(&catalog->by_name, catalog->decls[i]->superClass);
                class->super = super;
                if (super) {
                        class->sibling = super->first_child;
                        super->first_child = class;
                }
        }
}

int catalog_new_server(Catalog **catalogp, Server *server)
{
        _cleanup_(catalog_unrefp) Catalog *catalog = catalog_alloc();
        uint32_t count = 0;
        int r;

        if (!catalog)
                return error_origin(-ENOMEM);
        while (server_class_at(server, count))
                count++;
        catalog->classes = calloc(count + 1, sizeof(*catalog->classes));
        catalog->decls = calloc(count + 1, sizeof(*catalog->decls));
        if (!catalog->classes || !catalog->decls)
                return error_origin(-ENOMEM);

        catalog->provider.name = catalog->provider.host = "this process";
        catalog->name_space.name = "";
        for (uint32_t i = 0; i < count; i++) {
                const MI_ClassDecl *decl = server_class_at(server, i);
                RepositoryClass *class = &catalog->classes[catalog->n_classes];

                r = str_map_add(&catalog->by_name, decl->name, class);
                if (r == -EEXIST)
                        continue;
                if (r < 0)
                        return error_trace(r);
                class->name = decl->name;
                class->namespace = &catalog->name_space;
                class->provider = decl->providerFT ? &catalog->provider : NULL;
                class->flags = decl->flags;
                class->index = catalog->n_classes;
                catalog->decls[catalog->n_classes++] = decl;
        }
        catalog_link(catalog);
        *catalogp = steal(&catalog);
        return 0;
}

/* What the thread asked for last: mostly it does so again, in the same spelling. */
static _Thread_local struct {
        char given[64];
        char normal[64];

        uint64_t catalog;
        char name_space[64];
        char name[96];
        const RepositoryClass *class;
} last;

bool catalog_normalize(char *out, size_t out_size, const char *name_space)
{
        if (last.given[0] && out_size >= sizeof(last.normal) && strcmp(last.given, name_space) == 0) {
                strcpy(out, last.normal);
                return true;
        }
        if (!repository_normalize_namespace(out, out_size, name_space))
                return false;
        /* what is normal is not longer than what was given */
        if (strlen(name_space) < sizeof(last.given)) {
                strcpy(last.given, name_space);
                strcpy(last.normal, out);
        }
        return true;
}

bool catalog_has_namespace(Catalog *catalog, const char *name_space)
{
        return !catalog->repository || repository_namespace(catalog->repository, name_space);
}

static int no_namespace(Catalog *catalog, const char *name_space, Failure *failure)
{
        uint32_t count = repository_namespace_count(catalog->repository);
        size_t used;

        failure_set(failure, MI_RESULT_INVALID_NAMESPACE, "%s: no such namespace; ", name_space);
        used = strlen(failure->message);
        if (count == 0)
                snprintf(failure->message + used, sizeof(failure->message) - used,
                         "no class is registered at all (see register-cimprovider)");
        else
                snprintf(failure->message + used, sizeof(failure->message) - used, "there are:");
        for (uint32_t i = 0; i < count && i < 16; i++) {
                used = strlen(failure->message);
                snprintf(failure->message + used, sizeof(failure->message) - used, "%s %s", i ? "," : "",
                         repository_namespace_at(catalog->repository, i)->name);
        }
        return -EINVAL;
}

int catalog_class(Catalog *catalog, const char *name_space, const char *name, const RepositoryClass **classp,
                  Failure *failure)
{
        const RepositoryClass *class;

        if (last.catalog == catalog->number && strcmp(last.name, name) == 0 &&
            strcmp(last.name_space, name_space) == 0) {
                *classp = last.class;
                return 0;
        }
        if (catalog->repository)
                class = repository_class(catalog->repository, name_space, name);
        else
                class = str_map_get(&catalog->by_name, name);
        if (likely(class)) {
                if (strlen(name) < sizeof(last.name) && strlen(name_space) < sizeof(last.name_space)) {
                        last.catalog = catalog->number;
                        last.class = class;
                        strcpy(last.name, name);
                        strcpy(last.name_space, name_space);
                }
                *classp = class;
                return 0;
        }
        if (!catalog_has_namespace(catalog, name_space))
                return no_namespace(catalog, name_space, failure);
        return failure_set(
                failure, MI_RESULT_INVALID_CLASS,
                "%s: no such class in namespace %s; `xenmi --namespace %s classes` lists those that are there", name,
                name_space, name_space);
}

int catalog_decl(Catalog *catalog, const RepositoryClass *class, const MI_ClassDecl **declp, Failure *failure)
{
        int r;

        if (!catalog->repository) {
                *declp = catalog->decls[class->index];
                return 0;
        }
        r = repository_decl(catalog->repository, class, declp);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot read the declaration of class %s", class->name);
        if (r > 0)
                return failure_set(failure, MI_RESULT_FAILED,
                                   "the class repository is damaged at %s; register a provider to have it written anew",
                                   class->name);
        return 0;
}

const RepositoryClass *catalog_next(Catalog *catalog, const char *name_space, const RepositoryClass *class)
{
        const RepositoryNamespace *namespace;
        uint32_t next;

        if (!catalog->repository) {
                next = class ? class->index + 1 : 0;
                return next < catalog->n_classes ? &catalog->classes[next] : NULL;
        }
        namespace = class ? class->namespace : repository_namespace(catalog->repository, name_space);
        if (!namespace)
                return NULL;
        next = class ? class->index + 1 : namespace->first_class;
        return next < namespace->first_class + namespace->n_classes ? repository_class_at(catalog->repository, next)
                                                                    : NULL;
}

static bool declared_end(Catalog *catalog, const RepositoryClass *association, uint32_t index, const char **propertyp,
                         const RepositoryClass **classp)
{
        const MI_ClassDecl *decl = catalog->decls[association->index];

        for (uint32_t i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];

                if (property->type != MI_REFERENCE || index-- > 0)
                        continue;
                *propertyp = property->name;
                *classp = property->className ? str_map_get(&catalog->by_name, property->className) : NULL;
                return true;
        }
        return false;
}

bool catalog_association_end(Catalog *catalog, const RepositoryClass *association, uint32_t index,
                             const char **propertyp, const RepositoryClass **classp)
{
        const char *class_name;

        if (!catalog->repository)
                return declared_end(catalog, association, index, propertyp, classp);
        return repository_association_end(catalog->repository, association, index, propertyp, &class_name, classp);
}
