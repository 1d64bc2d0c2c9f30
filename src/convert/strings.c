/* Localised texts: see strings.h */

#include "convert/strings.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

struct LocalString {
        const char *text;
        uint32_t id;
        bool is_used;
};

int strings_init(StringTable *table, Arena *arena)
{
        *table = (StringTable){ .arena = arena };
        str_map_init(&table->by_text, false);
        return 0;
}

void strings_deinit(StringTable *table)
{
        str_map_deinit(&table->by_text);
}

static LocalString *add_string(StringTable *table, const char *text, uint32_t id)
{
        LocalString *string = arena_zalloc(table->arena, sizeof(*string));

        if (!string)
                return NULL;
        string->text = arena_strdup(table->arena, text);
        string->id = id;
        if (!string->text || str_map_add(&table->by_text, string->text, string) < 0)
                return NULL;
        if (id > table->last_id)
                table->last_id = id;
        return string;
}

static int use_string(StringTable *table, LocalString *string)
{
        if (string->is_used)
                return 0;
        if ((table->n_used & (table->n_used - 1)) == 0) {
                size_t capacity = table->n_used ? (size_t)table->n_used * 2 : 1;
                LocalString **used = arena_alloc(table->arena, capacity * sizeof(LocalString *));

                if (!used)
                        return error_origin(-ENOMEM);
                if (table->n_used)
                        memcpy(used, table->used, table->n_used * sizeof(LocalString *));
                table->used = used;
        }
        table->used[table->n_used++] = string;
        string->is_used = true;
        return 0;
}

uint32_t strings_id(StringTable *table, const char *text)
{
        LocalString *string = str_map_get(&table->by_text, text);

        if (!string)
                string = add_string(table, text, table->last_id + 1);
        if (!string || use_string(table, string) < 0)
                return 0;
        return string->id;
}

/* Writing */

static int compare_ids(const void *a, const void *b)
{
        const LocalString *first = *(LocalString *const *)a, *second = *(LocalString *const *)b;

        return first->id < second->id ? -1 : first->id > second->id;
}

/* As in C but for the quote, which resource scripts double. Other languages' letters stand as UTF-8. */
static void write_text(Buffer *buffer, const char *text)
{
        buffer_append_char(buffer, '"');
        for (const unsigned char *p = (const unsigned char *)text; *p; p++) {
                static const char escaped[] = "\b\t\n\f\r'\\", letters[] = "btnfr'\\";
                const char *found = strchr(escaped, *p);

                if (*p == '"')
                        buffer_append_string(buffer, "\"\"");
                else if (found)
                        buffer_printf(buffer, "\\%c", letters[found - escaped]);
                else if (*p < 0x20 || *p == 0x7F)
                        buffer_printf(buffer, "\\%03o", *p);
                else
                        buffer_append_char(buffer, (char)*p);
        }
        buffer_append_char(buffer, '"');
}

static bool has_other_letters(const StringTable *table)
{
        for (uint32_t i = 0; i < table->n_used; i++)
                for (const char *p = table->used[i]->text; *p; p++)
                        if ((unsigned char)*p >= 0x80)
                                return true;
        return false;
}

void strings_write(Buffer *buffer, StringTable *table)
{
        static const char rule[] = "**==============================================================================\n";

        if (table->n_used)
                qsort(table->used, table->n_used, sizeof(LocalString *), compare_ids);
        buffer_printf(buffer,
                      "/* @migen@ */\n"
                      "/*\n"
                      "%s"
                      "**\n"
                      "** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.\n"
                      "**\n"
                      "** Each run of the generator writes this table anew. Put resources of your own\n"
                      "** into a second .rc file, and include this one there.\n"
                      "**\n"
                      "%s*/\n",
                      rule, rule);
        if (has_other_letters(table))
                buffer_append_string(buffer, "#pragma code_page(65001)\n");
        buffer_append_string(buffer, "STRINGTABLE\n{\n");
        for (uint32_t i = 0; i < table->n_used; i++) {
                buffer_printf(buffer, "    %u, ", table->used[i]->id);
                write_text(buffer, table->used[i]->text);
                buffer_append_char(buffer, '\n');
        }
        buffer_append_string(buffer, "}\n");
}

/* Reading: a scanner for what resource scripts have round a string table: comments, directives, statements of other kinds */

typedef struct Scanner {
        const char *next;
        const char *end;
        uint32_t line;
} Scanner;

static void skip_line(Scanner *scanner)
{
        while (scanner->next < scanner->end && *scanner->next != '\n')
                scanner->next++;
}

static void skip_block_comment(Scanner *scanner)
{
        scanner->next += 2;
        while (scanner->next < scanner->end &&
               !(scanner->end - scanner->next >= 2 && memcmp(scanner->next, "*/", 2) == 0))
                if (*scanner->next++ == '\n')
                        scanner->line++;
        scanner->next = scanner->end - scanner->next >= 2 ? scanner->next + 2 : scanner->end;
}

static void skip_space(Scanner *scanner)
{
        while (scanner->next < scanner->end) {
                size_t left = (size_t)(scanner->end - scanner->next);

                if (*scanner->next == '\n')
                        scanner->line++;
                if (ascii_is_space(*scanner->next))
                        scanner->next++;
                else if (*scanner->next == '#' || (left >= 2 && memcmp(scanner->next, "//", 2) == 0))
                        skip_line(scanner);
                else if (left >= 2 && memcmp(scanner->next, "/*", 2) == 0)
                        skip_block_comment(scanner);
                else
                        break;
        }
}

static bool take_word(Scanner *scanner, const char *word)
{
        size_t length = strlen(word);

        skip_space(scanner);
        if ((size_t)(scanner->end - scanner->next) < length || ascii_ncasecmp(scanner->next, word, length) != 0)
                return false;
        scanner->next += length;
        return true;
}

static bool take_number(Scanner *scanner, uint32_t *numberp)
{
        uint32_t number = 0;

        skip_space(scanner);
        if (scanner->next == scanner->end || !ascii_is_digit(*scanner->next))
                return false;
        while (scanner->next < scanner->end && ascii_is_digit(*scanner->next)) {
                number = number * 10 + (uint32_t)(*scanner->next++ - '0');
                if (number > STRINGS_MAX)
                        return false;
        }
        *numberp = number;
        return number > 0;
}

static char unescaped(char letter)
{
        switch (letter) {
        case 'a':
                return '\a';
        case 'b':
                return '\b';
        case 'f':
                return '\f';
        case 'n':
                return '\n';
        case 'r':
                return '\r';
        case 't':
                return '\t';
        default:
                return letter;
        }
}

static char take_octal(Scanner *scanner, char first)
{
        unsigned value = (unsigned)(first - '0');

        for (int i = 0; i < 2 && scanner->next < scanner->end && *scanner->next >= '0' && *scanner->next <= '7'; i++)
                value = value * 8 + (unsigned)(*scanner->next++ - '0');
        return (char)value;
}

static bool take_text(Scanner *scanner, Buffer *text)
{
        skip_space(scanner);
        if (scanner->next < scanner->end && (*scanner->next == 'L' || *scanner->next == 'l'))
                scanner->next++;
        if (scanner->next == scanner->end || *scanner->next != '"')
                return false;
        scanner->next++;
        buffer_clear(text);
        while (scanner->next < scanner->end) {
                char c = *scanner->next++;

                if (c == '"') {
                        if (scanner->next == scanner->end || *scanner->next != '"')
                                return true;
                        scanner->next++;
                } else if (c == '\\' && scanner->next < scanner->end) {
                        c = *scanner->next++;
                        c = c >= '0' && c <= '7' ? take_octal(scanner, c) : unescaped(c);
                } else if (c == '\n') {
                        return false;
                }
                buffer_append_char(text, c);
        }
        return false;
}

static int syntax_error(const Scanner *scanner, uint32_t *linep)
{
        *linep = scanner->line;
        return STRINGS_SYNTAX;
}

/* Moves behind the next `word` or `other`, whatever stands before it. */
static bool find_word(Scanner *scanner, const char *word, const char *other)
{
        while (!take_word(scanner, word) && !take_word(scanner, other)) {
                if (scanner->next == scanner->end)
                        return false;
                scanner->next++;
        }
        return true;
}

int strings_read(StringTable *table, const char *text, size_t size, uint32_t *linep)
{
        _cleanup_(buffer_deinit) Buffer string = BUFFER_INIT;
        Scanner scanner = { text, text + size, 1 };

        /* What stands before the table (a language, a version) is nobody's business here. */
        if (!find_word(&scanner, "STRINGTABLE", "STRINGTABLE") || !find_word(&scanner, "{", "BEGIN"))
                return syntax_error(&scanner, linep);
        while (!take_word(&scanner, "}") && !take_word(&scanner, "END")) {
                uint32_t id;

                if (!take_number(&scanner, &id))
                        return syntax_error(&scanner, linep);
                take_word(&scanner, ",");
                if (!take_text(&scanner, &string))
                        return syntax_error(&scanner, linep);
                if (!buffer_text(&string))
                        return error_origin(-ENOMEM);
                if (str_map_get(&table->by_text, string.data))
                        continue; /* the first number of a text counts */
                if (!add_string(table, string.data, id))
                        return error_origin(-ENOMEM);
        }
        return 0;
}
