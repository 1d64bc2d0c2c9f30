#pragma once

/*
 * The words of a query (private to src/query)
 *
 * Splits the text into tokens, one ahead. Errors are written once, with the column, into the QueryError given at the start.
 */

#include "query/query.h"

typedef enum TokenKind {
        TOKEN_END,
        TOKEN_NAME, /* identifier or keyword; `text` */
        TOKEN_INTEGER,
        TOKEN_REAL,
        TOKEN_STRING,
        TOKEN_OBJECT, /* {…}; `text` is what stands between the braces */
        TOKEN_EQUAL,
        TOKEN_NOT_EQUAL,
        TOKEN_LESS,
        TOKEN_LESS_EQUAL,
        TOKEN_GREATER,
        TOKEN_GREATER_EQUAL,
        TOKEN_OPEN,
        TOKEN_CLOSE,
        TOKEN_OPEN_INDEX,
        TOKEN_CLOSE_INDEX,
        TOKEN_COMMA,
        TOKEN_DOT,
        TOKEN_SCOPE, /* :: */
        TOKEN_STAR,
} TokenKind;

typedef struct Token {
        TokenKind kind;
        unsigned int column;
        const char *start; /* in the text of the query */
        size_t length;
        const char *text;     /* NUL-terminated, escapes resolved */
        QueryLiteral literal; /* INTEGER, REAL, STRING */
} Token;

typedef struct Lexer {
        Arena *arena;
        QueryDialect dialect;
        const char *text;
        const char *next;
        QueryError *error;
        Token token; /* the current one */
} Lexer;

/* Each returns 0, QUERY_INVALID or -ENOMEM. `column_base` is added to columns: an object path is a part of its query. */
int lexer_init(Lexer *lexer, Arena *arena, QueryDialect dialect, const char *text, unsigned int column_base,
               QueryError *error);
int lexer_advance(Lexer *lexer);

/* Whether the current token is this keyword */
bool lexer_is(const Lexer *lexer, const char *keyword);

/* How the current token is called in a message; valid until the next call. */
const char *token_describe(const Token *token, char *buffer, size_t size);

/* Fill the error and return QUERY_INVALID. lexer_expected says what stands there instead. */
int lexer_expected(Lexer *lexer, const char *what);
int query_fail(QueryError *error, int answer, unsigned int column, const char *format, ...) _printf_(4, 5);
