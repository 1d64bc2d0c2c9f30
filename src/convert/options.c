/* The command line of convert-moftoprovider: see options.h */

#include "convert/options.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"

const char options_hint[] = "Try 'Convert-MofToProvider.exe -help' for usage\n";

const char options_help[] =
        "Convert-MofToProvider\n"
        "Generates provider source code (C) from MOF class definitions.\n"
        "\n"
        "USAGE:\n"
        "    Convert-MofToProvider.exe -MofFile <file> [<file>...]\n"
        "                              [-ClassList <class> [<class>...]]\n"
        "                              [-IncludePath <folder> [<folder>...]]\n"
        "                              [Other options]\n"
        "    Convert-MofToProvider.exe -InputParameterSet <file>\n"
        "\n"
        "Names of options and classes are not case-sensitive. A list runs to the next option.\n"
        "\n"
        "OPTIONS:\n"
        "-MofFile <file> [<file>...]\n"
        "    The MOF files that hold, or include, the classes and all that these depend on. They are read in order,\n"
        "    as one schema.\n"
        "\n"
        "-ClassList <class> [<class>...]\n"
        "    The classes that the provider will serve: each gets a file of stubs. Default: every class that is not\n"
        "    abstract.\n"
        "\n"
        "-IncludePath <folder> [<folder>...]\n"
        "    Where to look for included MOF files. Default: the folder of the including file and the current one.\n"
        "\n"
        "-ExtraClass <class> [<class>...]\n"
        "    Further classes whose declarations the provider needs; they get no stubs.\n"
        "\n"
        "-OutPath <folder>\n"
        "    Where to write; made if it does not exist. Default: the current folder.\n"
        "\n"
        "-InputParameterSet <file>\n"
        "    Read all options from a text file, in the syntax of the command line. No other option may stand beside "
        "it.\n"
        "\n"
        "-SkipLocalize\n"
        "    Leave translatable texts where they are; no strings.rc is written.\n"
        "\n"
        "-OldRcPath <file>\n"
        "    An earlier strings.rc: texts that it has keep their numbers, new ones are numbered after its last.\n"
        "\n"
        "-NoSAL\n"
        "    Write no source annotations (_In_, _Out_ and so on).\n"
        "\n"
        "-SkipQualifiers\n"
        "    Leave the declarations of qualifiers out of schema.c.\n"
        "\n"
        "-ForceOverwrite\n"
        "    Write existing <class>.c files and module.c anew. By default what you have written there stays: missing\n"
        "    stubs are appended to the first, MI_Main is brought up to date in the second.\n"
        "\n"
        "-DepFile <file>\n"
        "    Write a make rule that names every MOF file that was read, for build systems.\n"
        "\n"
        "-Quiet\n"
        "    Do not name each file that is written.\n"
        "\n"
        "-help\n"
        "    This text.\n"
        "\n"
        "EXIT STATUS: 0 success; 1 the MOF is wrong or a file cannot be written; 2 the command line is wrong.\n"
        "\n"
        "EXAMPLES:\n"
        "    Convert-MofToProvider -MofFile schema.mof -ClassList MSFT_ComputerSystem\n"
        "    Convert-MofToProvider -MofFile schema.mof -ClassList ACME_Fan -ExtraClass CIM_Error\n"
        "                          -IncludePath cim mof -OutPath out -SkipLocalize\n"
        "    Convert-MofToProvider -InputParameterSet parameters.txt\n";

typedef enum OptionKind {
        KIND_SWITCH,
        KIND_WORD,
        KIND_LIST,
} OptionKind;

static const struct {
        const char *name;
        OptionKind kind;
        size_t offset;
} option_table[] = {
        { "MofFile", KIND_LIST, offsetof(Options, mof_files) },
        { "ClassList", KIND_LIST, offsetof(Options, classes) },
        { "ExtraClass", KIND_LIST, offsetof(Options, extra_classes) },
        { "IncludePath", KIND_LIST, offsetof(Options, include_path) },
        { "InputParameterSet", KIND_WORD, offsetof(Options, parameter_file) },
        { "OutPath", KIND_WORD, offsetof(Options, out_path) },
        { "OldRcPath", KIND_WORD, offsetof(Options, old_rc_path) },
        { "DepFile", KIND_WORD, offsetof(Options, dep_file) },
        { "SkipLocalize", KIND_SWITCH, offsetof(Options, skip_localize) },
        { "SkipQualifiers", KIND_SWITCH, offsetof(Options, skip_qualifiers) },
        { "NoSAL", KIND_SWITCH, offsetof(Options, no_sal) },
        { "Quiet", KIND_SWITCH, offsetof(Options, quiet) },
        { "ForceOverwrite", KIND_SWITCH, offsetof(Options, force_overwrite) },
};

/* `why` is NULL when there was no memory for it. */
static int usage_error(const char **whyp, const char *why)
{
        if (!why)
                return error_origin(-ENOMEM);
        *whyp = why;
        return OPTIONS_USAGE;
}

static int list_add(Arena *arena, WordList *list, const char *word)
{
        /* Room is made in powers of two: a count that is one needs the next. */
        if ((list->count & (list->count - 1)) == 0) {
                size_t capacity = list->count ? (size_t)list->count * 2 : 1;
                const char **words = arena_alloc(arena, capacity * sizeof(*words));

                if (!words)
                        return error_origin(-ENOMEM);
                if (list->count)
                        memcpy(words, list->words, list->count * sizeof(*words));
                list->words = words;
        }
        list->words[list->count++] = word;
        return 0;
}

int options_split(Arena *arena, const char *text, size_t size, WordList *list, const char **whyp)
{
        /* Words and their ends fit into the room of the text: at least one space stands between two. */
        char *room = arena_alloc(arena, size + 1);
        size_t i = 0;
        int r;

        if (!room)
                return error_origin(-ENOMEM);
        for (;;) {
                const char *word = room;
                bool is_quoted = false;

                while (i < size && ascii_is_space(text[i]))
                        i++;
                if (i == size)
                        return 0;
                if (list->count >= OPTIONS_WORDS_MAX)
                        return usage_error(whyp, "the parameter file has too many words");
                for (; i < size && (is_quoted || !ascii_is_space(text[i])); i++) {
                        if (text[i] == '"')
                                is_quoted = !is_quoted;
                        else
                                *room++ = text[i];
                }
                if (is_quoted)
                        return usage_error(whyp, "the parameter file has a quote without its partner");
                *room++ = '\0';
                r = list_add(arena, list, word);
                if (r)
                        return r;
        }
}

/* The whole file, as UTF-8 whatever Windows' editor made of it, without a byte order mark. */
static int read_parameter_file(Arena *arena, const char *path, WordList *list, const char **whyp)
{
        _cleanup_(freep) char *text = NULL;
        _cleanup_(buffer_deinit) Buffer utf8 = BUFFER_INIT;
        const char *start;
        size_t size;
        int r;

        r = fd_read_file(&text, &size, path, OPTIONS_FILE_MAX);
        if (r)
                return usage_error(whyp, arena_printf(arena, "%s: %s", path, strerror(-r)));

        start = text;
        if (size >= 2 && memcmp(start, "\xFF\xFE", 2) == 0) {
                r = utf16_to_utf8(&utf8, (const uint16_t *)(const void *)(start + 2), (size - 2) / 2);
                if (r)
                        return usage_error(whyp, arena_printf(arena, "%s: not a text of UTF-16", path));
                start = utf8.data;
                size = utf8.size;
        } else if (size >= 3 && memcmp(start, "\xEF\xBB\xBF", 3) == 0) {
                start += 3;
                size -= 3;
        }
        return options_split(arena, start, size, list, whyp);
}

static bool is_help(const char *word)
{
        static const char *const names[] = { "-help", "--help", "-h", "-?", "/?", "/help", "/h" };

        for (size_t i = 0; i < ARRAY_SIZE(names); i++)
                if (ascii_equal(word, names[i]))
                        return true;
        return false;
}

static int find_option(const char *word)
{
        for (size_t i = 0; i < ARRAY_SIZE(option_table); i++)
                if (ascii_equal(word + 1, option_table[i].name))
                        return (int)i;
        return -1;
}

/* Takes the values of one option from words[*indexp] on. */
static int take_values(Options *options, Arena *arena, int option, const WordList *words, uint32_t *indexp,
                       const char **whyp)
{
        void *member = (char *)options + option_table[option].offset;
        const char *name = option_table[option].name;
        int r;

        switch (option_table[option].kind) {
        case KIND_SWITCH:
                *(bool *)member = true;
                break;
        case KIND_WORD:
                if (*(const char **)member)
                        return usage_error(whyp, arena_printf(arena, "-%s is given twice", name));
                if (*indexp == words->count || words->words[*indexp][0] == '-' || !words->words[*indexp][0])
                        return usage_error(whyp, arena_printf(arena, "-%s needs a value", name));
                *(const char **)member = words->words[(*indexp)++];
                break;
        case KIND_LIST:
                ((WordList *)member)->is_given = true;
                while (*indexp < words->count && words->words[*indexp][0] != '-') {
                        const char *word = words->words[(*indexp)++];

                        if (!*word)
                                return usage_error(whyp, arena_printf(arena, "-%s has an empty value", name));
                        r = list_add(arena, member, word);
                        if (r)
                                return r;
                }
                break;
        }
        return 0;
}

static int parse_words(Options *options, Arena *arena, const WordList *words, const char **whyp)
{
        for (uint32_t i = 0; i < words->count;) {
                const char *word = words->words[i++];
                int option, r;

                if (is_help(word))
                        return OPTIONS_HELP;
                if (word[0] != '-')
                        return usage_error(whyp, arena_printf(arena, "'%s' belongs to no option", word));
                option = find_option(word);
                if (option < 0)
                        return usage_error(whyp, arena_printf(arena, "there is no option '%s'", word));
                r = take_values(options, arena, option, words, &i, whyp);
                if (r)
                        return r;
        }
        return 0;
}

/* Paths of Windows scripts: a trailing separator goes; backslashes are turned unless there is such a file. */
static const char *native_path(Arena *arena, const char *path)
{
        char *native = arena_strdup(arena, path);
        size_t length = strlen(path);
        struct stat st;

        if (!native)
                return NULL;
        while (length > 1 && (native[length - 1] == '\\' || native[length - 1] == '/'))
                native[--length] = '\0';
        if (stat(native, &st) < 0)
                for (char *p = native; *p; p++)
                        if (*p == '\\')
                                *p = '/';
        return native;
}

static int native_paths(Arena *arena, WordList *list)
{
        for (uint32_t i = 0; i < list->count; i++) {
                list->words[i] = native_path(arena, list->words[i]);
                if (!list->words[i])
                        return error_origin(-ENOMEM);
        }
        return 0;
}

static int check(Options *options, Arena *arena, const char **whyp)
{
        const char **paths[] = { &options->out_path, &options->old_rc_path, &options->dep_file };
        int r;

        if (options->mof_files.count == 0)
                return usage_error(whyp, "-MofFile names no file");
        if (options->include_path.is_given && options->include_path.count == 0)
                return usage_error(whyp, "-IncludePath names no folder");
        if (options->extra_classes.is_given && options->extra_classes.count == 0)
                return usage_error(whyp, "-ExtraClass names no class");
        if (!options->out_path)
                options->out_path = ".";

        r = native_paths(arena, &options->mof_files);
        if (!r)
                r = native_paths(arena, &options->include_path);
        if (r)
                return error_trace(r);
        for (size_t i = 0; i < ARRAY_SIZE(paths); i++) {
                if (!*paths[i])
                        continue;
                *paths[i] = native_path(arena, *paths[i]);
                if (!*paths[i])
                        return error_origin(-ENOMEM);
        }
        return 0;
}

int options_parse(Options *options, Arena *arena, int count, char *const *words, const char **whyp)
{
        WordList list = { 0 };
        int r;

        *options = (Options){ 0 };
        if (count == 0)
                return usage_error(whyp, "no option is given");
        for (int i = 0; i < count; i++) {
                r = list_add(arena, &list, words[i]);
                if (r)
                        return r;
        }
        r = parse_words(options, arena, &list, whyp);
        if (r)
                return r;

        if (options->parameter_file) {
                const char *path = native_path(arena, options->parameter_file);

                if (count != 2)
                        return usage_error(whyp, "-InputParameterSet stands beside no other option");
                if (!path)
                        return error_origin(-ENOMEM);
                list = (WordList){ 0 };
                *options = (Options){ 0 };
                r = read_parameter_file(arena, path, &list, whyp);
                if (r)
                        return r;
                r = parse_words(options, arena, &list, whyp);
                if (r)
                        return r;
                if (options->parameter_file)
                        return usage_error(whyp, "a parameter file must not name another");
        }
        return check(options, arena, whyp);
}
