#pragma once

/*
 * What a MOF reader has to say: errors and warnings with their places
 *
 * A message names file, line, column and the class that was being read, and carries the source line. All are counted,
 * the first ones kept; after MOF_ERRORS_MAX errors nothing more is read.
 */

#include "util/arena.h"
#include "util/buffer.h"

#define MOF_ERRORS_MAX      64
#define MOF_WARNINGS_MAX    64  /* kept */
#define MOF_SOURCE_LINE_MAX 200 /* bytes of a source line that are shown */

typedef struct MofWhere {
        const char *file; /* as it was named or found; never NULL */
        uint32_t line;    /* from 1; 0: the file as a whole */
        uint32_t column;  /* from 1, in characters */
} MofWhere;

typedef enum MofSeverity {
        MOF_ERROR,
        MOF_WARNING,
} MofSeverity;

typedef struct MofMessage {
        MofSeverity severity;
        MofWhere where;
        const char *class_name; /* the class, instance or qualifier being declared, or NULL */
        const char *text;       /* what was wrong and what was expected */
        const char *source; /* the line, without its end, from source_column on if it is long; NULL if there is none */
        uint32_t source_column; /* column of source[0], from 1 */
} MofMessage;

typedef struct MofMessages {
        MofMessage *list[MOF_ERRORS_MAX + MOF_WARNINGS_MAX];
        uint32_t count;  /* kept in the list */
        uint32_t errors; /* all that happened */
        uint32_t warnings;
} MofMessages;

/*
 * Appends "FILE:LINE:COLUMN: error: class C: text", the source line and a caret below the column, each line ended by
 * a newline.
 */
void mof_message_print(Buffer *buffer, const MofMessage *message);

/* All kept messages, then "N more errors" if some were dropped. */
void mof_messages_print(Buffer *buffer, const MofMessages *messages);

/*
 * Adds a message. The text is made in `arena`; `line` is the source line (up to `line_end`, NULL: no line). Returns 0 or -ENOMEM.
 */
int mof_message_add(MofMessages *messages, Arena *arena, MofSeverity severity, const MofWhere *where,
                    const char *class_name, const char *line, const char *line_end, const char *format, va_list args)
        _printf_(8, 0);
