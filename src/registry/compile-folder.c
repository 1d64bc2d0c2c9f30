#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#include "mof/parse.h"
#include "registry/compile.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/list.h"
#include "util/log.h"
#include "util/text.h"

/* A record that is being compiled; its declarations are needed until the file is written. */
typedef struct Source {
        Record record;
        MofSchema *schema;
        List link;
} Source;

typedef struct Folder {
        const char *except; /* name of a record that is not read, or NULL */
        Compiler *compiler;
        List sources;
        uint32_t skipped;
} Folder;

static Source *source_free(Source *source)
{
        if (!source)
                return NULL;
        record_deinit(&source->record);
        mof_schema_free(source->schema);
        list_remove(&source->link);
        free(source);
        return NULL;
}
DEFINE_CLEANUP(Source *, source_free);

static void folder_deinit(Folder *folder)
{
        list_for_each_safe (link, &folder->sources)
                source_free(list_entry(link, Source, link));
        compiler_free(folder->compiler);
}

static void skip(Folder *folder, const char *path, const char *problem)
{
        log_warning("registration %s is left out: %s", path, problem);
        folder->skipped++;
}

/* What tells an old record from a new one: the texts, and the library's file. */
static uint64_t stamp_of(const char *reg_path, const char *mof_path, const char *library)
{
        const char *paths[] = { reg_path, mof_path, library };
        uint64_t stamp = 0;

        for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
                struct stat st = { 0 };

                (void)stat(paths[i], &st); /* a missing library is found out when it is loaded */
                stamp = stamp * 1000003 + (uint64_t)st.st_mtim.tv_sec * 1000000007 + (uint64_t)st.st_mtim.tv_nsec;
                stamp = stamp * 1000003 + (uint64_t)st.st_size * 31 + (uint64_t)st.st_ino;
        }
        return stamp;
}

static const char *first_error(const MofSchema *schema)
{
        for (uint32_t i = 0; i < schema->messages.count; i++)
                if (schema->messages.list[i]->severity == MOF_ERROR)
                        return schema->messages.list[i]->text;
        return "it has errors";
}

static int class_list(const MofSchema *schema, MI_ClassDecl ***classesp)
{
        MI_ClassDecl **classes = calloc(schema->n_classes + 1, sizeof(*classes));

        if (!classes)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < schema->n_classes; i++)
                classes[i] = &schema->classes[i]->decl;
        *classesp = classes;
        return 0;
}

/* 0 with or without the record; negative errno only when memory is short. */
static int add_source(Folder *folder, Source *source, const char *reg_path, const char *mof_path)
{
        _cleanup_(freep) MI_ClassDecl **classes = NULL;
        const char *problem = NULL;
        int r;

        r = class_list(source->schema, &classes);
        if (r)
                return error_trace(r);
        r = compiler_add(folder->compiler, &source->record, stamp_of(reg_path, mof_path, source->record.library),
                         classes, source->schema->n_classes, &problem);
        if (r < 0)
                return error_trace(r);
        if (r)
                skip(folder, reg_path, problem);
        return 0;
}

static int read_source(Folder *folder, const char *reg_path)
{
        MofOptions options = { .allow_repeats = true, .no_includes = true, .no_warnings = true };
        _cleanup_(source_freep) Source *source = NULL;
        char mof_path[4096];
        const char *paths[] = { mof_path }, *problem = NULL;
        int r;

        source = calloc(1, sizeof(*source));
        if (!source)
                return error_origin(-ENOMEM);
        list_init(&source->link);
        record_init(&source->record);
        r = record_read(&source->record, reg_path, &problem);
        if (r == RECORD_MALFORMED) {
                skip(folder, reg_path, problem);
                return 0;
        }
        if (r)
                return error_trace(r);
        if (folder->except && ascii_equal(folder->except, source->record.name))
                return 0;

        source->record.library = record_library_path(&source->record, XENMI_PROVIDER_DIR, &source->record.arena);
        if (!source->record.library)
                return error_origin(-ENOMEM);
        (void)snprintf(mof_path, sizeof(mof_path), "%.*s.mof", (int)(strlen(reg_path) - strlen(".reg")), reg_path);
        r = mof_read_files(&source->schema, &options, paths, 1);
        if (r < 0)
                return error_trace(r);
        if (r) {
                skip(folder, reg_path, source->schema ? first_error(source->schema) : "its MOF file cannot be read");
                return 0;
        }
        r = add_source(folder, source, reg_path, mof_path);
        if (r)
                return error_trace(r);
        list_append(&folder->sources, &source->link);
        steal(&source);
        return 0;
}

static bool has_suffix(const char *name, const char *suffix)
{
        size_t length = strlen(name), suffix_length = strlen(suffix);

        return length > suffix_length && ascii_equal(name + length - suffix_length, suffix);
}

/* Records of the folder in the order of their names; one level of folders below it are OMI's. */
static int read_folder(Folder *folder, const char *directory, bool is_top)
{
        struct dirent **entries;
        int n, r = 0;

        n = scandir(directory, &entries, NULL, alphasort);
        if (n < 0)
                return errno == ENOENT ? 0 : error_origin(-errno);
        for (int i = 0; i < n; i++) {
                const char *name = entries[i]->d_name;
                char path[4096];
                struct stat st;

                if (!r && name[0] != '.' &&
                    (size_t)snprintf(path, sizeof(path), "%s/%s", directory, name) < sizeof(path) - sizeof(".mof")) {
                        if (is_top && stat(path, &st) == 0 && S_ISDIR(st.st_mode))
                                r = read_folder(folder, path, false);
                        else if (has_suffix(name, ".reg"))
                                r = read_source(folder, path);
                }
                free(entries[i]);
        }
        free(entries);
        return r;
}

int registry_compile_buffer(const char *directory, Buffer *file, uint32_t *skippedp)
{
        _cleanup_(folder_deinit) Folder folder = { 0 };
        int r;

        list_init(&folder.sources);
        r = compiler_new(&folder.compiler);
        if (!r)
                r = read_folder(&folder, directory, true);
        if (!r)
                r = compiler_write(folder.compiler, file);
        if (skippedp)
                *skippedp = folder.skipped;
        return r;
}

int registry_compile(const char *directory, const char *path, uint32_t *skippedp)
{
        _cleanup_(buffer_deinit) Buffer file = BUFFER_INIT;
        int r;

        r = registry_compile_buffer(directory, &file, skippedp);
        if (r)
                return error_trace(r);
        return fd_replace_file(path, file.data, file.size, 0644);
}

int registry_check(const char *directory, Record *record, const char *mof, size_t mof_size, const char **problemp)
{
        MofOptions options = { .allow_repeats = true, .no_includes = true, .no_warnings = true };
        _cleanup_(folder_deinit) Folder folder = { .except = record->name };
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        _cleanup_(freep) MI_ClassDecl **classes = NULL;
        const char *problem = NULL;
        int r;

        list_init(&folder.sources);
        r = compiler_new(&folder.compiler);
        if (!r)
                r = read_folder(&folder, directory, true);
        if (!r)
                r = mof_read_text(&schema, &options, record->name, mof, mof_size);
        if (r < 0)
                return error_trace(r);
        if (r) {
                *problemp = arena_printf(&record->arena, "its schema cannot be read: %s",
                                         schema ? first_error(schema) : "unknown error");
                return *problemp ? COMPILE_PROBLEM : error_origin(-ENOMEM);
        }
        r = class_list(schema, &classes);
        if (!r)
                r = compiler_add(folder.compiler, record, 0, classes, schema->n_classes, &problem);
        if (r > 0) {
                *problemp = arena_strdup(&record->arena, problem);
                if (!*problemp)
                        return error_origin(-ENOMEM);
        }
        return r;
}
