#pragma once

/*
 * The command line of convert-moftoprovider
 *
 * `-Option value [value...]`: names without case, a list runs to the next word that begins with a dash. The same syntax
 * stands in the file that -InputParameterSet names, which excludes every other option.
 */

#include "util/arena.h"
#include "util/buffer.h"

#define OPTIONS_FILE_MAX  (1u << 20) /* bytes of a parameter file */
#define OPTIONS_WORDS_MAX 100000     /* words of a command line, those of a parameter file included */

enum {
        _OPTIONS_SUCCESS,

        OPTIONS_HELP,  /* the help text was asked for */
        OPTIONS_USAGE, /* not a command line of ours; `whyp` says why */
};

typedef struct WordList {
        const char **words;
        uint32_t count;
        bool is_given; /* the option was there, maybe without a word */
} WordList;

typedef struct Options {
        WordList mof_files;
        WordList classes;
        WordList extra_classes;
        WordList include_path;
        const char *parameter_file;
        const char *out_path; /* never NULL */
        const char *old_rc_path;
        const char *dep_file; /* ours: a make rule that names every MOF file that was read */
        bool skip_localize;
        bool skip_qualifiers;
        bool no_sal;
        bool quiet;           /* ours: no word about each file */
        bool force_overwrite; /* ours: existing class stubs and module.c are written anew */
} Options;

/*
 * Reads the words after the program's name. All strings are the caller's or the arena's. On OPTIONS_USAGE *whyp is a line
 * of the arena's for people. -ENOMEM.
 */
int options_parse(Options *options, Arena *arena, int count, char *const *words, const char **whyp);

/* Cuts the text of a parameter file into words: white space separates, double quotes hold together. */
int options_split(Arena *arena, const char *text, size_t size, WordList *list, const char **whyp);

extern const char options_help[];
extern const char options_hint[];
