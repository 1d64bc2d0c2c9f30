#include "mof/format.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>

#include "mof/lexer.h"
#include "mof/parse.h"
#include "util/error.h"
#include "util/text.h"

#define INDENT           4
#define FORMAT_DEPTH_MAX 64

/* What an open bracket is. */
typedef enum Context {
        CONTEXT_BODY,       /* { of a class or an instance */
        CONTEXT_ARRAY,      /* { of an initialiser */
        CONTEXT_QUALIFIERS, /* [ */
        CONTEXT_SUBSCRIPT,  /* [ behind a name */
        CONTEXT_PARAMETERS, /* ( of a method */
        CONTEXT_GROUP,      /* any other ( */
} Context;

typedef struct Formatter {
        Buffer *buffer;
        Context stack[FORMAT_DEPTH_MAX];
        int depth;
        int bodies;             /* open bodies: the indent of a statement */
        int previous;           /* kind of the token before; 0 at the beginning */
        uint32_t previous_line; /* where it ended */
        bool at_start;          /* of a statement */
        bool line_is_open;      /* something stands on the current line */
        bool is_pragma;         /* in one: it ends with its line */
} Formatter;

static Context top(const Formatter *formatter)
{
        return formatter->depth ? formatter->stack[formatter->depth - 1] : CONTEXT_BODY;
}

static bool inside(const Formatter *formatter, Context context)
{
        for (int i = 0; i < formatter->depth; i++)
                if (formatter->stack[i] == context)
                        return true;
        return false;
}

static void new_line(Formatter *formatter)
{
        if (formatter->line_is_open)
                buffer_append_char(formatter->buffer, '\n');
        formatter->line_is_open = false;
}

static void put(Formatter *formatter, const char *text, size_t length, int indent)
{
        if (!formatter->line_is_open)
                buffer_printf(formatter->buffer, "%*s", indent, "");
        buffer_append(formatter->buffer, text, length);
        formatter->line_is_open = true;
}

static int statement_indent(const Formatter *formatter)
{
        return formatter->bodies * INDENT;
}

/* Where a line goes on that was broken inside brackets. */
static int continuation_indent(const Formatter *formatter)
{
        int indent = statement_indent(formatter);

        if (inside(formatter, CONTEXT_PARAMETERS))
                indent += INDENT;
        if (top(formatter) == CONTEXT_QUALIFIERS)
                return indent + 1;
        if (top(formatter) == CONTEXT_PARAMETERS)
                return indent;
        return inside(formatter, CONTEXT_QUALIFIERS) ? indent + 1 + INDENT : indent + INDENT;
}

static int push(Formatter *formatter, Context context)
{
        if (formatter->depth == FORMAT_DEPTH_MAX)
                return MOF_FAILED;
        formatter->stack[formatter->depth++] = context;
        formatter->bodies += context == CONTEXT_BODY;
        return 0;
}

static Context pop(Formatter *formatter)
{
        Context context = CONTEXT_GROUP;

        if (formatter->depth > 0) {
                context = formatter->stack[--formatter->depth];
                formatter->bodies -= context == CONTEXT_BODY;
        }
        return context;
}

static bool needs_space(const Formatter *formatter, int kind)
{
        int previous = formatter->previous;

        if (!formatter->line_is_open || kind == ',' || kind == ';' || kind == ')' || kind == ']')
                return false;
        if (previous == '(' || previous == '[')
                return false;
        if (kind == '[')
                return false;
        if (kind == '(')
                return top(formatter) == CONTEXT_QUALIFIERS || formatter->is_pragma;
        if (kind == '}' && top(formatter) == CONTEXT_ARRAY)
                return false;
        return previous != '{';
}

static void put_token(Formatter *formatter, const MofToken *token)
{
        if (needs_space(formatter, token->kind))
                buffer_append_char(formatter->buffer, ' ');
        put(formatter, token->start, (size_t)(token->end - token->start),
            formatter->at_start ? statement_indent(formatter) : continuation_indent(formatter));
}

/* One blank line of the source stays one between statements. */
static void keep_gap(Formatter *formatter, const MofToken *token)
{
        if (formatter->previous_line > 0 && formatter->previous != '{' && token->kind != '}' &&
            token->line > formatter->previous_line + 1)
                buffer_append_char(formatter->buffer, '\n');
}

static uint32_t last_line(const MofToken *token)
{
        uint32_t line = token->line;

        for (const char *p = token->start; p < token->end; p++)
                line += *p == '\n' || (*p == '\r' && p[1] != '\n');
        return line;
}

static void format_comment(Formatter *formatter, const MofToken *token)
{
        bool same_line = formatter->previous_line > 0 && token->line == formatter->previous_line;

        if (same_line && formatter->previous == ';' && !formatter->line_is_open) {
                formatter->buffer->size--; /* back onto the line that it followed */
                formatter->line_is_open = true;
        }
        if (same_line && formatter->line_is_open) {
                buffer_append_char(formatter->buffer, ' ');
        } else {
                new_line(formatter);
                if (formatter->at_start)
                        keep_gap(formatter, token);
        }
        put(formatter, token->start, (size_t)(token->end - token->start),
            formatter->at_start ? statement_indent(formatter) : continuation_indent(formatter));
        new_line(formatter);
        if (formatter->at_start)
                formatter->previous = MOF_TOKEN_COMMENT;
        formatter->previous_line = last_line(token);
}

static int format_open(Formatter *formatter, const MofToken *token)
{
        Context context;

        if (token->kind == '{') {
                context = top(formatter) == CONTEXT_BODY && formatter->previous == MOF_TOKEN_NAME ? CONTEXT_BODY
                          : formatter->previous == MOF_TOKEN_ALIAS                                ? CONTEXT_BODY
                                                                                                  : CONTEXT_ARRAY;
                if (context == CONTEXT_ARRAY && formatter->previous == MOF_TOKEN_NAME &&
                    !inside(formatter, CONTEXT_QUALIFIERS))
                        context = CONTEXT_BODY; /* instance of C { in an array */
        } else if (token->kind == '[') {
                context = formatter->at_start || (top(formatter) == CONTEXT_PARAMETERS &&
                                                  (formatter->previous == '(' || formatter->previous == ','))
                                  ? CONTEXT_QUALIFIERS
                                  : CONTEXT_SUBSCRIPT;
        } else {
                context = formatter->bodies > 0 && top(formatter) == CONTEXT_BODY ? CONTEXT_PARAMETERS : CONTEXT_GROUP;
        }

        if (context == CONTEXT_BODY) {
                new_line(formatter);
                formatter->at_start = true;
        }
        put_token(formatter, token);
        formatter->at_start = context == CONTEXT_BODY;
        if (context == CONTEXT_BODY)
                new_line(formatter);
        return push(formatter, context);
}

static void format_close(Formatter *formatter, const MofToken *token)
{
        Context context = top(formatter);

        if (token->kind == '}' && context == CONTEXT_BODY) {
                new_line(formatter);
                pop(formatter);
                formatter->at_start = true;
                put_token(formatter, token);
                formatter->at_start = false;
                return;
        }
        put_token(formatter, token);
        pop(formatter);
        if (context == CONTEXT_QUALIFIERS && top(formatter) == CONTEXT_BODY) {
                new_line(formatter);
                formatter->at_start = true;
        }
}

static void break_before(Formatter *formatter, const MofToken *token)
{
        bool is_string = token->kind == MOF_TOKEN_STRING;

        if (formatter->is_pragma && formatter->previous == ')') {
                formatter->is_pragma = false;
                formatter->at_start = true;
                new_line(formatter);
        }
        if (formatter->at_start && !formatter->line_is_open)
                keep_gap(formatter, token);
        else if (is_string && formatter->previous == MOF_TOKEN_STRING)
                new_line(formatter);
        else if (formatter->previous == ',' && top(formatter) == CONTEXT_QUALIFIERS &&
                 !inside(formatter, CONTEXT_PARAMETERS))
                new_line(formatter);
        else if (top(formatter) == CONTEXT_PARAMETERS && token->kind != ')' &&
                 (formatter->previous == ',' || formatter->previous == '('))
                new_line(formatter);
}

static int format_token(Formatter *formatter, const MofToken *token)
{
        int r = 0;

        if (token->kind == MOF_TOKEN_COMMENT) {
                format_comment(formatter, token);
                return 0;
        }
        break_before(formatter, token);
        switch (token->kind) {
        case '{':
        case '[':
        case '(':
                r = format_open(formatter, token);
                break;
        case '}':
        case ']':
        case ')':
                format_close(formatter, token);
                break;
        case ';':
                put_token(formatter, token);
                new_line(formatter);
                formatter->at_start = true;
                break;
        default:
                put_token(formatter, token);
                formatter->at_start = false;
                if (token->kind == MOF_TOKEN_PRAGMA)
                        formatter->is_pragma = true;
        }
        formatter->previous = token->kind;
        formatter->previous_line = token->line;
        return r;
}

static int fail(MofMessages *messages, Arena *arena, const char *name, const MofToken *token, const char *text, ...)
        _printf_(5, 6);

static int fail(MofMessages *messages, Arena *arena, const char *name, const MofToken *token, const char *text, ...)
{
        MofWhere where = { .file = name, .line = token->line, .column = mof_token_column(token) };
        const char *end = token->line_start + strcspn(token->line_start, "\r\n");
        va_list args;
        int r;

        va_start(args, text);
        r = mof_message_add(messages, arena, MOF_ERROR, &where, NULL, token->line_start, end, text, args);
        va_end(args);
        return r < 0 ? error_trace(r) : MOF_FAILED;
}

int mof_format(Buffer *buffer, const char *name, const void *text, size_t size, Arena *arena, MofMessages *messages)
{
        Formatter formatter = { .buffer = buffer, .at_start = true };
        const char *bytes = text;
        MofToken token = { 0 };
        MofLexer lexer;
        char *copy;
        int r;

        if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) {
                bytes += 3;
                size -= 3;
        }
        copy = arena_strndup(arena, bytes, size);
        if (!copy)
                return error_origin(-ENOMEM);
        token = (MofToken){ .start = copy, .end = copy, .line_start = copy, .line = 1 };
        if (!utf8_valid(copy, size))
                return fail(messages, arena, name, &token, "the text is not UTF-8");

        mof_lexer_init(&lexer, copy, size);
        lexer.keep_comments = true;
        for (;;) {
                mof_lexer_next(&lexer, &token);
                if (token.kind == MOF_TOKEN_END)
                        break;
                if (token.kind == MOF_TOKEN_BAD)
                        return fail(messages, arena, name, &token, "%s", token.trouble);
                r = format_token(&formatter, &token);
                if (r)
                        return fail(messages, arena, name, &token, "brackets are nested deeper than %d",
                                    FORMAT_DEPTH_MAX);
        }
        new_line(&formatter);
        return buffer->failed ? error_origin(-ENOMEM) : 0;
}

/* The tree of classes */

static int by_name(const void *a, const void *b)
{
        return ascii_casecmp((*(MofClass *const *)a)->decl.name, (*(MofClass *const *)b)->decl.name);
}

/* Children of each class, as chains through the sorted list: first_child[i], next[i] are places in it plus 1. */
typedef struct Tree {
        MofClass **sorted;
        uint32_t *first_child;
        uint32_t *next;
        uint32_t *place; /* of a class's index in sorted */
        uint32_t count;
} Tree;

static void tree_deinit(Tree *tree)
{
        free(tree->sorted);
        free(tree->first_child);
        free(tree->next);
        free(tree->place);
}

static bool tree_init(Tree *tree, const MofSchema *schema)
{
        size_t room = MAX(schema->n_classes, 1u);

        tree->count = schema->n_classes;
        tree->sorted = calloc(room, sizeof(*tree->sorted));
        tree->first_child = calloc(room, sizeof(uint32_t));
        tree->next = calloc(room, sizeof(uint32_t));
        tree->place = calloc(room, sizeof(uint32_t));
        if (!tree->sorted || !tree->first_child || !tree->next || !tree->place)
                return false;

        if (tree->count > 0)
                memcpy(tree->sorted, schema->classes, tree->count * sizeof(*tree->sorted));
        qsort(tree->sorted, tree->count, sizeof(*tree->sorted), by_name);
        for (uint32_t i = 0; i < tree->count; i++)
                tree->place[tree->sorted[i]->index] = i;
        for (uint32_t i = tree->count; i-- > 0;) {
                const MofClass *super = tree->sorted[i]->super;

                if (super && !super->is_external) {
                        uint32_t parent = tree->place[super->index];

                        tree->next[i] = tree->first_child[parent];
                        tree->first_child[parent] = i + 1;
                }
        }
        return true;
}

/* Recursion is as deep as the inheritance, which the parser bounds. */
static void print_branch(Buffer *buffer, const Tree *tree, uint32_t i, int indent)
{
        const MofClass *class = tree->sorted[i];

        buffer_printf(buffer, "%*s%s", indent, "", class->decl.name);
        if (indent == 0 && class->decl.superClass)
                buffer_printf(buffer, " : %s", class->decl.superClass);
        if (class->decl.flags & MI_FLAG_ABSTRACT)
                buffer_append_string(buffer, " (abstract)");
        buffer_append_char(buffer, '\n');
        for (uint32_t child = tree->first_child[i]; child; child = tree->next[child - 1])
                print_branch(buffer, tree, child - 1, indent + 2);
}

void mof_tree(Buffer *buffer, const MofSchema *schema)
{
        _cleanup_(tree_deinit) Tree tree = { 0 };

        if (!tree_init(&tree, schema)) {
                buffer->failed = true;
                return;
        }
        for (uint32_t i = 0; i < tree.count; i++)
                if (!tree.sorted[i]->super || tree.sorted[i]->super->is_external)
                        print_branch(buffer, &tree, i, 0);
}
