#include "registry/repository.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include "registry/decl.h"
#include "registry/format.h"
#include "util/arena.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"

/* What was decoded of a class */
typedef struct DeclSlot {
        _Atomic(const MI_ClassDecl *) decl;
        uint32_t members; /* for subclasses; under the lock */
} DeclSlot;

struct Repository {
        _Atomic uint32_t references;
        const char *map;
        size_t size;

        const FormatHeader *header;
        const char *strings;
        const uint32_t *buckets;
        RepositoryNamespace *namespaces;
        RepositoryClass *classes;
        RepositoryProvider *providers;

        pthread_mutex_t lock; /* of the decoding, not of what is decoded */
        Arena arena;
        DeclSlot *slots;
};

uint32_t format_hash(const char *namespace, const char *class_name)
{
        uint64_t hash = ascii_hash(namespace) * 31 + ascii_hash(class_name);

        return (uint32_t)(hash ^ (hash >> 32));
}

/* "" for what is no string: only where the file was not checked yet. */
static const char *string_at(const Repository *repository, uint32_t offset)
{
        return offset < repository->header->strings.count ? repository->strings + offset : NULL;
}

static const void *section(const Repository *repository, const FormatSection *part)
{
        return repository->map + part->offset;
}

static bool section_fits(const Repository *repository, const FormatSection *part, size_t record, uint32_t max)
{
        return part->count <= max && part->offset % 8 == 0 && part->offset <= repository->size &&
               (uint64_t)part->count * record <= repository->size - part->offset;
}

static int check_header(Repository *repository)
{
        const FormatHeader *header = (const FormatHeader *)repository->map;
        uint32_t n_buckets;

        if (repository->size < sizeof(*header) || memcmp(header->magic, FORMAT_MAGIC, sizeof(header->magic)) != 0)
                return REPOSITORY_MALFORMED;
        if (header->version != FORMAT_VERSION)
                return REPOSITORY_VERSION;
        n_buckets = header->buckets.count;
        if (header->size != repository->size || !section_fits(repository, &header->strings, 1, FORMAT_STRINGS_MAX) ||
            !section_fits(repository, &header->namespaces, sizeof(FormatNamespace), FORMAT_NAMESPACES_MAX) ||
            !section_fits(repository, &header->classes, sizeof(FormatClass), FORMAT_CLASSES_MAX) ||
            !section_fits(repository, &header->providers, sizeof(FormatProvider), FORMAT_PROVIDERS_MAX) ||
            !section_fits(repository, &header->options, sizeof(FormatOption), FORMAT_OPTIONS_MAX) ||
            !section_fits(repository, &header->buckets, sizeof(uint32_t), FORMAT_CLASSES_MAX * 4) ||
            !section_fits(repository, &header->decls, sizeof(uint32_t), FORMAT_DECLS_MAX))
                return REPOSITORY_MALFORMED;
        /* at least one bucket is free, which ends every search */
        if ((n_buckets & (n_buckets - 1)) || n_buckets <= header->classes.count)
                return REPOSITORY_MALFORMED;

        repository->header = header;
        repository->strings = section(repository, &header->strings);
        repository->buckets = section(repository, &header->buckets);
        if (!header->strings.count || repository->strings[header->strings.count - 1])
                return REPOSITORY_MALFORMED;
        return 0;
}

static int read_providers(Repository *repository)
{
        const FormatProvider *records = section(repository, &repository->header->providers);
        const FormatOption *options = section(repository, &repository->header->options);
        uint32_t n_options = repository->header->options.count;

        for (uint32_t i = 0; i < n_options; i++)
                if (!string_at(repository, options[i].name) || !string_at(repository, options[i].value))
                        return REPOSITORY_MALFORMED;
        for (uint32_t i = 0; i < repository->header->providers.count; i++) {
                const FormatProvider *record = &records[i];
                RepositoryProvider *provider = &repository->providers[i];

                *provider = (RepositoryProvider){
                        .name = string_at(repository, record->name),
                        .library = string_at(repository, record->library),
                        .host = string_at(repository, record->host),
                        .user = string_at(repository, record->user),
                        .hosting = record->marks & FORMAT_PROVIDER_REQUESTOR ? REPOSITORY_HOSTING_REQUESTOR
                                                                             : REPOSITORY_HOSTING_SYSTEM,
                        .has_filter = record->marks & FORMAT_PROVIDER_FILTER,
                        .index = i,
                        .stamp = record->stamp,
                        .n_options = record->n_options,
                        .first_option = record->first_option,
                };
                if (!provider->name || !provider->library || !provider->host || !provider->user ||
                    record->first_option > n_options || record->n_options > n_options - record->first_option)
                        return REPOSITORY_MALFORMED;
        }
        return 0;
}

static int read_namespaces(Repository *repository)
{
        const FormatNamespace *records = section(repository, &repository->header->namespaces);
        uint32_t n_classes = repository->header->classes.count;

        for (uint32_t i = 0; i < repository->header->namespaces.count; i++) {
                const FormatNamespace *record = &records[i];

                repository->namespaces[i] = (RepositoryNamespace){
                        .name = string_at(repository, record->name),
                        .index = i,
                        .first_class = record->first_class,
                        .n_classes = record->n_classes,
                };
                if (!repository->namespaces[i].name || record->first_class > n_classes ||
                    record->n_classes > n_classes - record->first_class)
                        return REPOSITORY_MALFORMED;
        }
        return 0;
}

static int read_class(Repository *repository, const FormatClass *record, uint32_t index)
{
        const FormatHeader *header = repository->header;
        RepositoryClass *class = &repository->classes[index];

        if (record->namespace >= header->namespaces.count || !string_at(repository, record->name) ||
            (record->super != FORMAT_NONE && record->super >= header->classes.count) ||
            (record->provider != FORMAT_NONE && record->provider >= header->providers.count) ||
            record->decl >= header->decls.count)
                return REPOSITORY_MALFORMED;
        class->name = string_at(repository, record->name);
        class->namespace = &repository->namespaces[record->namespace];
        if (index < class->namespace->first_class ||
            index - class->namespace->first_class >= class->namespace->n_classes)
                return REPOSITORY_MALFORMED;
        class->super = record->super == FORMAT_NONE ? NULL : &repository->classes[record->super];
        class->provider = record->provider == FORMAT_NONE ? NULL : &repository->providers[record->provider];
        class->flags = record->flags;
        class->is_builtin = record->marks & FORMAT_CLASS_BUILTIN;
        class->index = index;
        return 0;
}

static int read_classes(Repository *repository)
{
        const FormatClass *records = section(repository, &repository->header->classes);
        uint32_t n = repository->header->classes.count;
        int r;

        for (uint32_t i = 0; i < n; i++) {
                r = read_class(repository, &records[i], i);
                if (r)
                        return r;
        }
        /* from the last to the first, so that subclasses are linked in the order of their names */
        for (uint32_t i = n; i-- > 0;) {
                RepositoryClass *class = &repository->classes[i], *super = (RepositoryClass *)class->super;
                unsigned int depth = 0;

                for (const RepositoryClass *up = super; up; up = up->super)
                        if (up->namespace != class->namespace || ++depth > FORMAT_DEPTH_MAX)
                                return REPOSITORY_MALFORMED; /* also what goes in circles */
                if (super) {
                        class->sibling = super->first_child;
                        super->first_child = class;
                }
        }
        for (uint32_t i = 0; i < repository->header->buckets.count; i++)
                if (repository->buckets[i] > n)
                        return REPOSITORY_MALFORMED;
        return 0;
}

static int allocate(Repository *repository)
{
        const FormatHeader *header = repository->header;

        repository->namespaces = calloc(header->namespaces.count + 1, sizeof(*repository->namespaces));
        repository->classes = calloc(header->classes.count + 1, sizeof(*repository->classes));
        repository->providers = calloc(header->providers.count + 1, sizeof(*repository->providers));
        repository->slots = calloc(header->classes.count + 1, sizeof(*repository->slots));
        if (!repository->namespaces || !repository->classes || !repository->providers || !repository->slots)
                return error_origin(-ENOMEM);
        return 0;
}

static int repository_read(Repository *repository)
{
        int r;

        r = check_header(repository);
        if (r)
                return r;
        r = allocate(repository);
        if (r)
                return error_trace(r);
        r = read_providers(repository);
        if (r)
                return r;
        r = read_namespaces(repository);
        if (r)
                return r;
        return read_classes(repository);
}

int repository_open_fd(Repository **repositoryp, int fd)
{
        _cleanup_(repository_unrefp) Repository *repository = NULL;
        struct stat st;
        void *map;
        int r;

        if (fstat(fd, &st) < 0)
                return error_origin(-errno);
        if (!S_ISREG(st.st_mode) || st.st_size < (off_t)sizeof(FormatHeader) || st.st_size > UINT32_MAX)
                return REPOSITORY_MALFORMED;

        repository = calloc(1, sizeof(*repository));
        if (!repository)
                return error_origin(-ENOMEM);
        repository->references = 1;
        arena_init(&repository->arena, 16384);
        pthread_mutex_init(&repository->lock, NULL);

        map = mmap(NULL, (size_t)st.st_size, PROT_READ, MAP_SHARED, fd, 0);
        if (map == MAP_FAILED)
                return error_origin(-errno);
        repository->map = map;
        repository->size = (size_t)st.st_size;

        r = repository_read(repository);
        if (r)
                return r;
        *repositoryp = steal(&repository);
        return 0;
}

int repository_open(Repository **repositoryp, const char *path)
{
        _cleanup_fd_ int fd = -1;

        fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
        if (fd < 0)
                return -errno; /* a missing file is no surprise */
        return repository_open_fd(repositoryp, fd);
}

Repository *repository_ref(Repository *repository)
{
        atomic_fetch_add_explicit(&repository->references, 1, memory_order_relaxed);
        return repository;
}

Repository *repository_unref(Repository *repository)
{
        if (!repository || atomic_fetch_sub_explicit(&repository->references, 1, memory_order_acq_rel) != 1)
                return NULL;
        if (repository->map)
                munmap((void *)repository->map, repository->size);
        arena_deinit(&repository->arena);
        pthread_mutex_destroy(&repository->lock);
        free(repository->namespaces);
        free(repository->classes);
        free(repository->providers);
        free(repository->slots);
        free(repository);
        return NULL;
}

uint32_t repository_namespace_count(const Repository *repository)
{
        return repository->header->namespaces.count;
}

const RepositoryNamespace *repository_namespace_at(const Repository *repository, uint32_t index)
{
        return index < repository->header->namespaces.count ? &repository->namespaces[index] : NULL;
}

bool repository_normalize_namespace(char *out, size_t out_size, const char *namespace)
{
        size_t length = 0;

        if (!namespace)
                return false;
        for (; *namespace; namespace ++) {
                char c = *namespace == '\\' ? '/' : ascii_lower(*namespace);

                if (c == '/' && (length == 0 || out[length - 1] == '/'))
                        continue;
                if ((unsigned char)c <= ' ' || length + 1 >= out_size)
                        return false;
                out[length++] = c;
        }
        while (length > 0 && out[length - 1] == '/')
                length--;
        if (!length)
                return false;
        out[length] = '\0';
        return true;
}

const RepositoryNamespace *repository_namespace(const Repository *repository, const char *name)
{
        char normal[FORMAT_NAME_MAX];

        if (!repository_normalize_namespace(normal, sizeof(normal), name))
                return NULL;
        for (uint32_t i = 0; i < repository->header->namespaces.count; i++)
                if (strcmp(repository->namespaces[i].name, normal) == 0)
                        return &repository->namespaces[i];
        return NULL;
}

uint32_t repository_class_count(const Repository *repository)
{
        return repository->header->classes.count;
}

const RepositoryClass *repository_class_at(const Repository *repository, uint32_t index)
{
        return index < repository->header->classes.count ? &repository->classes[index] : NULL;
}

const RepositoryClass *repository_class(const Repository *repository, const char *namespace, const char *name)
{
        char normal[FORMAT_NAME_MAX];
        uint32_t mask = repository->header->buckets.count - 1;

        if (!name || !repository_normalize_namespace(normal, sizeof(normal), namespace))
                return NULL;
        for (uint32_t i = format_hash(normal, name) & mask;; i = (i + 1) & mask) {
                const RepositoryClass *class;

                if (!repository->buckets[i])
                        return NULL;
                class = &repository->classes[repository->buckets[i] - 1];
                if (ascii_equal(class->name, name) && strcmp(class->namespace->name, normal) == 0)
                        return class;
        }
}

uint32_t repository_provider_count(const Repository *repository)
{
        return repository->header->providers.count;
}

const RepositoryProvider *repository_provider_at(const Repository *repository, uint32_t index)
{
        return index < repository->header->providers.count ? &repository->providers[index] : NULL;
}

void repository_provider_option(const Repository *repository, const RepositoryProvider *provider, uint32_t index,
                                const char **namep, const char **valuep)
{
        const FormatOption *options = section(repository, &repository->header->options);

        *namep = string_at(repository, options[provider->first_option + index].name);
        *valuep = string_at(repository, options[provider->first_option + index].value);
}

bool repository_is_a(const RepositoryClass *class, const RepositoryClass *ancestor)
{
        for (; class; class = class->super)
                if (class == ancestor)
                        return true;
        return false;
}

const RepositoryClass *repository_next(const RepositoryClass *top, const RepositoryClass *class)
{
        if (class->first_child)
                return class->first_child;
        for (; class != top; class = class->super)
                if (class->sibling)
                        return class->sibling;
        return NULL;
}

const RepositoryClass *repository_association_next(const Repository *repository, const RepositoryNamespace *namespace,
                                                   const RepositoryClass *association)
{
        uint32_t end = namespace->first_class + namespace->n_classes;

        for (uint32_t i = association ? association->index + 1 : namespace->first_class; i < end; i++)
                if (repository->classes[i].flags & MI_FLAG_ASSOCIATION)
                        return &repository->classes[i];
        return NULL;
}

bool repository_association_end(Repository *repository, const RepositoryClass *association, uint32_t index,
                                const char **property_namep, const char **class_namep, const RepositoryClass **classp)
{
        const MI_ClassDecl *decl;

        if (repository_decl(repository, association, &decl))
                return false;
        for (uint32_t i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];

                if (property->type != MI_REFERENCE || index-- > 0)
                        continue;
                *property_namep = property->name;
                *class_namep = property->className;
                *classp = property->className
                                  ? repository_class(repository, association->namespace->name, property->className)
                                  : NULL;
                return true;
        }
        return false;
}

/* Decodes the class, its superclasses first. Under the lock. */
static int decode(Repository *repository, const RepositoryClass *class)
{
        const FormatClass *records = section(repository, &repository->header->classes);
        DeclReader reader = {
                .words = section(repository, &repository->header->decls),
                .n_words = repository->header->decls.count,
                .strings = repository->strings,
                .strings_size = repository->header->strings.count,
        };
        const RepositoryClass *chain[FORMAT_DEPTH_MAX + 1];
        DeclSuper super = { NULL, FORMAT_NONE };
        unsigned int depth = 0;
        int r;

        for (; class && depth < ARRAY_SIZE(chain); class = class->super)
                chain[depth++] = class;
        while (depth-- > 0) {
                DeclSlot *slot = &repository->slots[chain[depth]->index];
                MI_ClassDecl *decl = (MI_ClassDecl *)atomic_load_explicit(&slot->decl, memory_order_relaxed);

                if (!decl) {
                        r = decl_read(&reader, &repository->arena, records[chain[depth]->index].decl,
                                      super.decl ? &super : NULL, &decl, &slot->members);
                        if (r)
                                return r == DECL_MALFORMED ? REPOSITORY_MALFORMED : error_trace(r);
                        atomic_store_explicit(&slot->decl, decl, memory_order_release);
                }
                super = (DeclSuper){ decl, slot->members };
        }
        return 0;
}

int repository_decl(Repository *repository, const RepositoryClass *class, const MI_ClassDecl **declp)
{
        DeclSlot *slot = &repository->slots[class->index];
        const MI_ClassDecl *decl = atomic_load_explicit(&slot->decl, memory_order_acquire);
        int r;

        if (!decl) {
                pthread_mutex_lock(&repository->lock);
                r = decode(repository, class);
                pthread_mutex_unlock(&repository->lock);
                if (r)
                        return r;
                decl = atomic_load_explicit(&slot->decl, memory_order_acquire);
        }
        *declp = decl;
        return 0;
}
