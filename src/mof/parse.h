#pragma once

/*
 * Reading MOF
 *
 * A MofParser reads any number of files or texts, in order, as one schema; mof_parser_finish then resolves what they
 * say (superclasses, qualifier inheritance, references, instances) and hands the MofSchema over. Problems are messages
 * of the schema, which is handed over even if there are errors: look at schema->messages.errors.
 *
 * The language is that of DSP0004 and of mofcomp. Tolerant reading, the default, makes warnings of what other people's
 * files commonly lack (declarations of qualifiers, unknown pragmas, the superclass of a class that nothing here uses);
 * strict reading makes errors of them and holds to the standard's order (qualifiers and superclasses before their use).
 *
 * Everything is bounded: a hostile text ends in an error.
 */

#include "mof/schema.h"

#define MOF_TOTAL_MAX         (256u << 20) /* bytes of all files together, an including file counted each time */
#define MOF_FILE_MAX          (64u << 20)  /* bytes of one file */
#define MOF_INCLUDE_DEPTH_MAX 32
#define MOF_FILES_MAX         20000 /* includes in all */
#define MOF_CLASSES_MAX       100000
#define MOF_MEMBERS_MAX       1024  /* properties, methods or parameters of one declaration, inherited ones included */
#define MOF_QUALIFIERS_MAX    128   /* of one declaration */
#define MOF_ARRAY_MAX         65536 /* elements of an initialiser */
#define MOF_DEPTH_MAX         32    /* embedded instances in each other */
#define MOF_INHERITANCE_MAX   64    /* classes between a class and its root */
#define MOF_NAME_MAX          1024  /* bytes of an identifier */
#define MOF_MEMORY_MAX        ((size_t)1 << 30) /* bytes of the schema in memory */

enum {
        _MOF_SUCCESS,

        MOF_FAILED, /* there are errors among the messages */
};

typedef struct MofParser MofParser;

typedef struct MofOptions {
        bool is_strict;
        bool allow_repeats;              /* a class or qualifier declared again identically is fine; else an error */
        bool no_includes;                /* #pragma include is an error (texts from the network) */
        bool no_warnings;                /* warnings are counted, not kept */
        const char *const *include_path; /* folders, searched after that of the including file; in the caller's hands */
        uint32_t n_include_path;

        /*
         * Asks for a class that the files do not declare; NULL: there is no more. The declaration must live as long as
         * the schema.
         */
        const MI_ClassDecl *(*class_needed)(void *userdata, const char *name);
        /*
         * Gives the content of an included file in place of the file system: 0 and malloc'd text, or -ENOENT.
         */
        int (*include)(void *userdata, const char *name, char **textp, size_t *sizep);
        void *userdata;
} MofOptions;

int mof_parser_new(MofParser **parserp, const MofOptions *options); /* options NULL: all off */
MofParser *mof_parser_free(MofParser *parser);

/* Returns 0 or MOF_FAILED (a file that cannot be read is a message, too), or -ENOMEM. More may be read after a failure. */
int mof_parser_read_file(MofParser *parser, const char *path);
/* `name` stands for the file in messages; includes are searched in `folder` (NULL: the current one) first. */
int mof_parser_read_text(MofParser *parser, const char *name, const char *folder, const void *text, size_t size);

/* Resolves all. *schemap is set (and the caller's to free) on 0 and MOF_FAILED. The parser can only be freed afterwards. */
int mof_parser_finish(MofParser *parser, MofSchema **schemap);
MofSchema *mof_schema_free(MofSchema *schema);

DEFINE_CLEANUP(MofParser *, mof_parser_free);
DEFINE_CLEANUP(MofSchema *, mof_schema_free);

/* The common case in one call: read these files and resolve. */
int mof_read_files(MofSchema **schemap, const MofOptions *options, const char *const *paths, uint32_t n_paths);
int mof_read_text(MofSchema **schemap, const MofOptions *options, const char *name, const char *text, size_t size);
