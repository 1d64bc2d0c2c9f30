#pragma once

/*
 * Texts of MOF: files and their encodings, includes and where they are found
 */

#include "mof/message.h"

typedef struct MofParser MofParser;

typedef struct MofSource {
        struct MofSource *next;
        const char *name;   /* in messages; the path of a file */
        const char *folder; /* where its includes are searched first */
        char *text;         /* UTF-8, NUL-terminated, ours */
        size_t size;
} MofSource;

/* 0, MOF_FAILED (told) or negative errno. */
int mof_source_from_file(MofParser *parser, const char *path, MofSource **sourcep);
int mof_source_from_text(MofParser *parser, const char *name, const char *folder, const void *text, size_t size,
                         MofSource **sourcep);
/* The file that `#pragma include("name")` means, searched beside the current source, then on the include path. */
int mof_source_include(MofParser *parser, const char *name, const MofWhere *where, MofSource **sourcep);
MofSource *mof_source_free(MofSource *source);

/* Start of a line of a text, its end in *endp; NULL if there is none. */
const char *mof_source_line(const MofSource *source, uint32_t line, const char **endp);
