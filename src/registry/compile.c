#include "registry/compile.h"

#include <errno.h>
#include <string.h>

#include "registry/builtin-decl.h"
#include "registry/decl.h"
#include "registry/format.h"
#include "util/error.h"
#include "util/log.h"
#include "util/text.h"

typedef struct Class {
        const MI_ClassDecl *decl;
        uint32_t provider;
        uint32_t index; /* in the file */
        bool is_builtin;
} Class;

typedef struct Namespace {
        const char *name;
        StrMap by_name; /* of Class, owned */
        Class **sorted; /* while writing */
        uint32_t first_class;
} Namespace;

typedef struct Provider {
        FormatProvider record;
        const char *name;
} Provider;

struct Compiler {
        Arena arena; /* names and problems */
        StringHeap heap;
        Namespace **namespaces;
        size_t n_namespaces;
        Provider *providers;
        size_t n_providers;
        Buffer options; /* of FormatOption */
};

int compiler_new(Compiler **compilerp)
{
        Compiler *compiler = calloc(1, sizeof(*compiler));

        if (!compiler)
                return error_origin(-ENOMEM);
        arena_init(&compiler->arena, 0);
        string_heap_init(&compiler->heap);
        buffer_init(&compiler->options, FORMAT_OPTIONS_MAX * sizeof(FormatOption));
        *compilerp = compiler;
        return 0;
}

static void namespace_free(Namespace *namespace)
{
        size_t position = 0;

        for (StrMapEntry *entry; (entry = str_map_next(&namespace->by_name, &position));)
                free(entry->value);
        str_map_deinit(&namespace->by_name);
        free(namespace->sorted);
        free(namespace);
}

Compiler *compiler_free(Compiler *compiler)
{
        if (!compiler)
                return NULL;
        for (size_t i = 0; i < compiler->n_namespaces; i++)
                namespace_free(compiler->namespaces[i]);
        free(compiler->namespaces);
        free(compiler->providers);
        buffer_deinit(&compiler->options);
        string_heap_deinit(&compiler->heap);
        arena_deinit(&compiler->arena);
        free(compiler);
        return NULL;
}

static Namespace *find_namespace(const Compiler *compiler, const char *name, size_t length)
{
        for (size_t i = 0; i < compiler->n_namespaces; i++)
                if (strlen(compiler->namespaces[i]->name) == length &&
                    memcmp(compiler->namespaces[i]->name, name, length) == 0)
                        return compiler->namespaces[i];
        return NULL;
}

static int add_class(Namespace *namespace, const MI_ClassDecl *decl, uint32_t provider, bool is_builtin)
{
        Class *class = str_map_get(&namespace->by_name, decl->name);
        int r;

        if (!class) {
                class = calloc(1, sizeof(*class));
                if (!class)
                        return error_origin(-ENOMEM);
                r = str_map_add(&namespace->by_name, decl->name, class);
                if (r) {
                        free(class);
                        return error_trace(r);
                }
        } else if (provider == FORMAT_NONE && !class->is_builtin) {
                return 0; /* an ancestor that another schema brought already */
        } else {
                /* the key is to live as long as the declaration that stays */
                (void)str_map_remove(&namespace->by_name, decl->name);
                r = str_map_add(&namespace->by_name, decl->name, class);
                if (r) {
                        free(class);
                        return error_trace(r);
                }
        }
        *class = (Class){ .decl = decl, .provider = provider, .is_builtin = is_builtin };
        return 0;
}

static int add_namespace(Compiler *compiler, const char *name, size_t length, Namespace **namespacep)
{
        Namespace **list, *namespace = find_namespace(compiler, name, length);
        int r;

        if (namespace) {
                *namespacep = namespace;
                return 0;
        }
        list = realloc(compiler->namespaces, (compiler->n_namespaces + 1) * sizeof(*list));
        if (!list)
                return error_origin(-ENOMEM);
        compiler->namespaces = list;
        namespace = calloc(1, sizeof(*namespace));
        if (!namespace)
                return error_origin(-ENOMEM);
        str_map_init(&namespace->by_name, true);
        list[compiler->n_namespaces++] = namespace;
        namespace->name = arena_strndup(&compiler->arena, name, length);
        if (!namespace->name)
                return error_origin(-ENOMEM);

        r = add_class(namespace, &builtin_namespace_decl, FORMAT_NONE, true);
        if (!r && strcmp(namespace->name, BUILTIN_INTEROP) == 0)
                r = add_class(namespace, &builtin_cim_namespace_decl, FORMAT_NONE, true);
        *namespacep = namespace;
        return r;
}

/* The namespace and those that it lies in */
static int add_namespaces(Compiler *compiler, const char *name, Namespace **namespacep)
{
        int r = 0;

        for (const char *slash = strchr(name, '/'); slash && !r; slash = strchr(slash + 1, '/'))
                r = add_namespace(compiler, name, (size_t)(slash - name), namespacep);
        return r ? r : add_namespace(compiler, name, strlen(name), namespacep);
}

static const MI_ClassDecl *find_decl(MI_ClassDecl *const *classes, uint32_t n_classes, const char *name)
{
        for (uint32_t i = 0; i < n_classes; i++)
                if (ascii_equal(classes[i]->name, name))
                        return classes[i];
        return NULL;
}

static int complain(Compiler *compiler, const char **problemp, int answer, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        *problemp = arena_vprintf(&compiler->arena, format, args);
        va_end(args);
        return *problemp ? answer : error_origin(-ENOMEM);
}

/* Everything that may be wrong with a record, before anything is added. */
static int check(Compiler *compiler, const Record *record, MI_ClassDecl *const *classes, uint32_t n_classes,
                 const char **problemp)
{
        if (compiler->n_providers >= FORMAT_PROVIDERS_MAX)
                return complain(compiler, problemp, COMPILE_PROBLEM, "too many providers");
        for (size_t i = 0; i < compiler->n_providers; i++)
                if (ascii_equal(compiler->providers[i].name, record->name))
                        return complain(compiler, problemp, COMPILE_CONFLICT, "another provider has the name %s",
                                        record->name);
        for (uint32_t i = 0; i < record->n_classes; i++) {
                if (!find_decl(classes, n_classes, record->classes[i]))
                        return complain(compiler, problemp, COMPILE_PROBLEM, "its schema has no class %s",
                                        record->classes[i]);
                for (uint32_t k = 0; k < record->n_namespaces; k++) {
                        const char *name = record->namespaces[k];
                        Namespace *namespace = find_namespace(compiler, name, strlen(name));
                        Class *class = namespace ? str_map_get(&namespace->by_name, record->classes[i]) : NULL;

                        if (class && class->provider != FORMAT_NONE)
                                return complain(compiler, problemp, COMPILE_CONFLICT,
                                                "class %s of %s is served by provider %s already", record->classes[i],
                                                name, compiler->providers[class->provider].name);
                }
        }
        return 0;
}

static int add_string(Compiler *compiler, const char *text, uint32_t *offsetp)
{
        return string_heap_add(&compiler->heap, text, offsetp);
}

static int add_options(Compiler *compiler, const Record *record)
{
        for (uint32_t i = 0; i < record->n_options; i++) {
                FormatOption option;
                int r;

                r = add_string(compiler, record->options[i].name, &option.name);
                if (!r)
                        r = add_string(compiler, record->options[i].value, &option.value);
                if (!r)
                        r = buffer_append(&compiler->options, &option, sizeof(option));
                if (r)
                        return error_trace(r);
        }
        return 0;
}

static int add_provider(Compiler *compiler, const Record *record, uint64_t stamp)
{
        FormatProvider format = {
                .stamp = stamp,
                .marks = (record->hosting == RECORD_REQUESTOR ? FORMAT_PROVIDER_REQUESTOR : 0) |
                         (record->has_filter ? FORMAT_PROVIDER_FILTER : 0),
                .first_option = (uint32_t)(compiler->options.size / sizeof(FormatOption)),
                .n_options = record->n_options,
        };
        Provider *providers;
        const char *host, *name;
        int r;

        providers = realloc(compiler->providers, (compiler->n_providers + 1) * sizeof(*providers));
        if (!providers)
                return error_origin(-ENOMEM);
        compiler->providers = providers;
        host = record_host(record, &compiler->arena);
        name = arena_strdup(&compiler->arena, record->name);
        if (!host || !name)
                return error_origin(-ENOMEM);

        r = add_string(compiler, name, &format.name);
        if (!r)
                r = add_string(compiler, record->library, &format.library);
        if (!r)
                r = add_string(compiler, host, &format.host);
        if (!r)
                r = add_string(compiler, record->hosting == RECORD_SYSTEM ? record->user : "", &format.user);
        if (!r)
                r = add_options(compiler, record);
        if (r)
                return error_trace(r);
        providers[compiler->n_providers++] = (Provider){ .record = format, .name = name };
        return 0;
}

static bool record_names_class(const Record *record, const char *name)
{
        for (uint32_t i = 0; i < record->n_classes; i++)
                if (ascii_equal(record->classes[i], name))
                        return true;
        return false;
}

int compiler_add(Compiler *compiler, const Record *record, uint64_t stamp, MI_ClassDecl *const *classes,
                 uint32_t n_classes, const char **problemp)
{
        uint32_t provider = (uint32_t)compiler->n_providers;
        int r;

        r = check(compiler, record, classes, n_classes, problemp);
        if (r)
                return r;
        r = add_provider(compiler, record, stamp);
        if (r)
                return error_trace(r);
        for (uint32_t k = 0; k < record->n_namespaces; k++) {
                Namespace *namespace;

                r = add_namespaces(compiler, record->namespaces[k], &namespace);
                for (uint32_t i = 0; i < n_classes && !r; i++)
                        r = add_class(namespace, classes[i],
                                      record_names_class(record, classes[i]->name) ? provider : FORMAT_NONE, false);
                if (r)
                        return error_trace(r);
        }
        return 0;
}

/* ---- writing ---- */

static int compare_namespaces(const void *a, const void *b)
{
        return strcmp((*(Namespace *const *)a)->name, (*(Namespace *const *)b)->name);
}

static int compare_classes(const void *a, const void *b)
{
        return ascii_casecmp((*(Class *const *)a)->decl->name, (*(Class *const *)b)->decl->name);
}

/* Gives every class its index: by namespace, then by name. */
static int sort(Compiler *compiler, uint32_t *n_classesp)
{
        uint32_t n = 0;

        qsort(compiler->namespaces, compiler->n_namespaces, sizeof(*compiler->namespaces), compare_namespaces);
        for (size_t i = 0; i < compiler->n_namespaces; i++) {
                Namespace *namespace = compiler->namespaces[i];
                size_t position = 0, count = 0;

                free(namespace->sorted);
                namespace->sorted = calloc(namespace->by_name.count + 1, sizeof(*namespace->sorted));
                if (!namespace->sorted)
                        return error_origin(-ENOMEM);
                for (StrMapEntry *entry; (entry = str_map_next(&namespace->by_name, &position));)
                namespace->sorted[count++] = entry->value;
                qsort(namespace->sorted, count, sizeof(*namespace->sorted), compare_classes);
                namespace->first_class = n;
                for (size_t k = 0; k < count; k++)
                namespace->sorted[k]->index = n++;
        }
        *n_classesp = n;
        return n <= FORMAT_CLASSES_MAX ? 0 : error_origin(-E2BIG);
}

/*
 * The index of a class's superclass; none if it is not here, or if providers contradict each other so that its ancestors go in
 * circles or too far.
 */
static uint32_t super_index(const Namespace *namespace, const Class *class)
{
        const Class *super = NULL, *up = class;
        unsigned int depth = 0;

        while (up && up->decl->superClass) {
                up = str_map_get(&namespace->by_name, up->decl->superClass);
                if (!depth)
                        super = up;
                if (++depth > FORMAT_DEPTH_MAX) {
                        log_warning("class %s of %s: its superclasses have no end", class->decl->name, namespace->name);
                        return FORMAT_NONE;
                }
        }
        return super ? super->index : FORMAT_NONE;
}

static int write_class(Compiler *compiler, DeclWriter *writer, uint32_t namespace_index, const Class *class,
                       Buffer *classes)
{
        const Namespace *namespace = compiler->namespaces[namespace_index];
        FormatClass record = {
                .namespace = namespace_index,
                .super = super_index(namespace, class),
                .provider = class->provider,
                .flags = class->decl->flags,
                .marks = class->is_builtin ? FORMAT_CLASS_BUILTIN : 0,
        };
        int r;

        r = add_string(compiler, class->decl->name, &record.name);
        if (!r)
                r = decl_write(writer, class->decl, &record.decl);
        if (!r)
                r = buffer_append(classes, &record, sizeof(record));
        return r;
}

static int write_classes(Compiler *compiler, DeclWriter *writer, Buffer *namespaces, Buffer *classes)
{
        int r;

        for (size_t i = 0; i < compiler->n_namespaces; i++) {
                const Namespace *namespace = compiler->namespaces[i];
                FormatNamespace record = { .first_class = namespace->first_class,
                                           .n_classes = (uint32_t) namespace->by_name.count };

                r = add_string(compiler, namespace->name, &record.name);
                if (!r)
                        r = buffer_append(namespaces, &record, sizeof(record));
                for (uint32_t k = 0; k < record.n_classes && !r; k++)
                        r = write_class(compiler, writer, (uint32_t)i, namespace->sorted[k], classes);
                if (r)
                        return error_trace(r);
        }
        return 0;
}

static int write_buckets(const Compiler *compiler, uint32_t n_classes, Buffer *buckets)
{
        uint32_t n = 8, *table;

        while (n <= n_classes * 2)
                n *= 2;
        if (buffer_append_zero(buckets, n * sizeof(uint32_t)))
                return error_origin(-ENOMEM);
        table = (uint32_t *)(void *)buckets->data;
        for (size_t i = 0; i < compiler->n_namespaces; i++) {
                const Namespace *namespace = compiler->namespaces[i];

                for (size_t k = 0; k < namespace->by_name.count; k++) {
                        uint32_t place = format_hash(namespace->name, namespace->sorted[k]->decl->name) & (n - 1);

                        while (table[place])
                                place = (place + 1) & (n - 1);
                        table[place] = namespace->sorted[k]->index + 1;
                }
        }
        return 0;
}

static int append_section(Buffer *file, FormatSection *section, const Buffer *content, size_t record)
{
        int r;

        r = buffer_align(file, 8);
        section->offset = (uint32_t)file->size;
        section->count = (uint32_t)(content->size / record);
        if (!r && content->size)
                r = buffer_append(file, content->data, content->size);
        return r;
}

static uint64_t stamp_of(const Buffer *file)
{
        uint64_t hash = 0xcbf29ce484222325u;

        for (size_t i = 0; i < file->size; i++)
                hash = (hash ^ (unsigned char)file->data[i]) * 0x100000001b3u;
        return hash;
}

typedef struct Sections {
        Buffer namespaces, classes, providers, buckets;
        DeclWriter writer;
} Sections;

static void sections_deinit(Sections *sections)
{
        buffer_deinit(&sections->namespaces);
        buffer_deinit(&sections->classes);
        buffer_deinit(&sections->providers);
        buffer_deinit(&sections->buckets);
        decl_writer_deinit(&sections->writer);
}

static int append_sections(Compiler *compiler, Sections *sections, Buffer *file)
{
        FormatHeader header = { .version = FORMAT_VERSION };
        int r;

        memcpy(header.magic, FORMAT_MAGIC, sizeof(header.magic));
        r = buffer_append(file, &header, sizeof(header));
        if (!r)
                r = append_section(file, &header.namespaces, &sections->namespaces, sizeof(FormatNamespace));
        if (!r)
                r = append_section(file, &header.classes, &sections->classes, sizeof(FormatClass));
        if (!r)
                r = append_section(file, &header.providers, &sections->providers, sizeof(FormatProvider));
        if (!r)
                r = append_section(file, &header.options, &compiler->options, sizeof(FormatOption));
        if (!r)
                r = append_section(file, &header.buckets, &sections->buckets, sizeof(uint32_t));
        if (!r)
                r = append_section(file, &header.decls, &sections->writer.words, sizeof(uint32_t));
        if (!r)
                r = append_section(file, &header.strings, &compiler->heap.bytes, 1);
        if (r)
                return error_trace(r);
        if (file->size > UINT32_MAX)
                return error_origin(-E2BIG);

        header.size = (uint32_t)file->size;
        header.stamp = stamp_of(file);
        memcpy(file->data, &header, sizeof(header));
        return 0;
}

int compiler_write(Compiler *compiler, Buffer *file)
{
        _cleanup_(sections_deinit) Sections sections = { 0 };
        Namespace *interop;
        uint32_t n_classes = 0, empty;
        int r;

        decl_writer_init(&sections.writer, &compiler->heap);
        r = add_string(compiler, "", &empty); /* so that there is a string */
        if (!r)
                r = add_namespaces(compiler, BUILTIN_INTEROP, &interop);
        if (!r)
                r = sort(compiler, &n_classes);
        for (size_t i = 0; i < compiler->n_providers && !r; i++)
                r = buffer_append(&sections.providers, &compiler->providers[i].record, sizeof(FormatProvider));
        if (!r)
                r = write_classes(compiler, &sections.writer, &sections.namespaces, &sections.classes);
        if (!r)
                r = write_buckets(compiler, n_classes, &sections.buckets);
        if (!r)
                r = append_sections(compiler, &sections, file);
        return r;
}
