/* Finding functions in C source: see csource.h */

#include "convert/csource.h"

#include <string.h>

#include "util/text.h"

typedef struct Scan {
        const char *text;
        size_t size;
        size_t at;
} Scan;

static bool is_name_char(char c)
{
        return ascii_is_alpha(c) || ascii_is_digit(c) || c == '_' || (unsigned char)c >= 0x80;
}

static bool looking_at(const Scan *scan, const char *what)
{
        size_t length = strlen(what);

        return scan->size - scan->at >= length && memcmp(scan->text + scan->at, what, length) == 0;
}

/* To the end of the line, and on while it ends in a backslash */
static void skip_line(Scan *scan)
{
        while (scan->at < scan->size && scan->text[scan->at] != '\n') {
                if (looking_at(scan, "\\\n"))
                        scan->at++;
                else if (looking_at(scan, "\\\r\n"))
                        scan->at += 2;
                scan->at++;
        }
        if (scan->at > scan->size)
                scan->at = scan->size;
}

static void skip_quoted(Scan *scan)
{
        char quote = scan->text[scan->at++];

        while (scan->at < scan->size && scan->text[scan->at] != quote && scan->text[scan->at] != '\n')
                scan->at += scan->text[scan->at] == '\\' ? 2 : 1;
        scan->at = MIN(scan->at + 1, scan->size);
}

static void skip_comment(Scan *scan)
{
        scan->at += 2;
        while (scan->at < scan->size && !looking_at(scan, "*/"))
                scan->at++;
        scan->at = MIN(scan->at + 2, scan->size);
}

/* Passes over one thing that holds no code: space, a comment, a string, a directive. False: code stands here. */
static bool skip_other(Scan *scan)
{
        char c;

        if (scan->at >= scan->size)
                return false;
        c = scan->text[scan->at];
        if (ascii_is_space(c))
                scan->at++;
        else if (looking_at(scan, "/*"))
                skip_comment(scan);
        else if (looking_at(scan, "//") || c == '#')
                skip_line(scan);
        else if (c == '"' || c == '\'')
                skip_quoted(scan);
        else
                return false;
        return true;
}

static void skip_others(Scan *scan)
{
        while (skip_other(scan))
                continue;
}

/* From an opening bracket to its partner; false if there is none. */
static bool skip_brackets(Scan *scan, char open, char close)
{
        size_t depth = 0;

        while (scan->at < scan->size) {
                if (skip_other(scan))
                        continue;
                if (scan->text[scan->at] == open)
                        depth++;
                else if (scan->text[scan->at] == close && --depth == 0)
                        return true;
                scan->at++;
        }
        return false;
}

/* Behind a function's name: "( ... ) {" makes it a definition. */
static bool is_definition(Scan *scan, CBody *body)
{
        skip_others(scan);
        if (scan->at >= scan->size || scan->text[scan->at] != '(' || !skip_brackets(scan, '(', ')'))
                return false;
        scan->at++;
        skip_others(scan);
        if (scan->at >= scan->size || scan->text[scan->at] != '{')
                return false;
        body->open = scan->at;
        body->close = skip_brackets(scan, '{', '}') ? scan->at : scan->size;
        return true;
}

bool c_find_definition(const char *text, size_t size, const char *name, CBody *bodyp)
{
        Scan scan = { text, size, 0 };
        size_t length = strlen(name);

        while (scan.at < size) {
                size_t start = scan.at;

                if (skip_other(&scan))
                        continue;
                if (!is_name_char(text[start])) {
                        scan.at++;
                        continue;
                }
                while (scan.at < size && is_name_char(text[scan.at]))
                        scan.at++;
                if (scan.at - start == length && memcmp(text + start, name, length) == 0) {
                        Scan rest = scan;
                        CBody body;

                        if (is_definition(&rest, &body)) {
                                if (bodyp)
                                        *bodyp = body;
                                return true;
                        }
                }
        }
        return false;
}
