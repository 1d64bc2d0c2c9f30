#pragma once

/*
 * The journal: what must outlive the host
 *
 * One file of lines in the host's state directory, to which changes are appended before they are answered, and which a successor
 * reads from its start. Each line ends in a checksum of itself; reading stops at the first line that is cut or damaged, and drops
 * the rest. When the file has grown well beyond what is alive, it is written anew beside the old one and put in its place.
 *
 * Not synced to a disk: it outlives processes, not the machine, as sessions do.
 */

#include "common.h"

typedef struct Journal {
        char *path; /* NULL: nothing is kept */
        int fd;
        int lock_fd; /* held by the one who writes: a successor waits for the end of its predecessor */
        size_t size; /* of the file */
        size_t compact_at;
} Journal;

/* A line of the file, without its checksum. */
typedef void (*JournalLine)(void *userdata, char *line);

/* Gives the good lines of what a file holds to `line`; the length of the good part. `data` is changed. */
size_t journal_read(char *data, JournalLine line, void *userdata);

/* -EBUSY: somebody else has it and does not end. */
int journal_open(Journal *journal, const char *directory, JournalLine line, void *userdata);
void journal_close(Journal *journal);

int journal_line_add(Bytes *bytes, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* Appends lines made by journal_line_add() in one write. */
int journal_append(Journal *journal, const Bytes *lines);

bool journal_wants_compacting(const Journal *journal);
int journal_compact(Journal *journal, const Bytes *all);

/* Text as one word of a line, and back (in place). */
int journal_word_add(Bytes *bytes, const char *text);
void journal_word_decode(char *word);
