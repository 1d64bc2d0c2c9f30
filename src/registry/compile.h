#pragma once

/*
 * Compiling the repository
 *
 * Classes and providers are added to a Compiler, which then writes the file. registry_compile does that for a folder of records:
 * NAME.reg with NAME.mof, and OMI's folders of .reg files. The file is written beside its place and moved over it, so that readers see the
 * old one or the new one.
 */

#include <MI.h>

#include "registry/record.h"
#include "util/buffer.h"

typedef struct Compiler Compiler;

enum {
        _COMPILE_SUCCESS,

        COMPILE_CONFLICT, /* another provider serves the class already; *problemp says which */
        COMPILE_PROBLEM,  /* a record or a MOF file cannot be used; *problemp says why */
};

int compiler_new(Compiler **compilerp);
Compiler *compiler_free(Compiler *compiler);

/*
 * Adds all classes of a schema to the namespaces of the record; those that the record names get it as their provider. The declarations must live
 * until compiler_write. *problemp lives as long as the compiler.
 */
int compiler_add(Compiler *compiler, const Record *record, uint64_t stamp, MI_ClassDecl *const *classes,
                 uint32_t n_classes, const char **problemp);

/* Appends the file's content. */
int compiler_write(Compiler *compiler, Buffer *file);

/*
 * Compiles all records of `directory` into `path`. A record that cannot be used is left out with a warning to the log; *skippedp (may
 * be NULL) counts them.
 */
int registry_compile(const char *directory, const char *path, uint32_t *skippedp);

/* The same, into a buffer. */
int registry_compile_buffer(const char *directory, Buffer *file, uint32_t *skippedp);

/*
 * Whether a record and its schema (as MOF) can be added to the others of the folder, of which one with the same name is left out: 0,
 * COMPILE_CONFLICT or COMPILE_PROBLEM with *problemp in the record's arena.
 */
int registry_check(const char *directory, Record *record, const char *mof, size_t mof_size, const char **problemp);

DEFINE_CLEANUP(Compiler *, compiler_free);
