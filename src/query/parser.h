#pragma once

/*
 * From text to Query (private to src/query)
 *
 * parser.c has select and its condition, parser-association.c associators of, references of and object paths. Recursive descent,
 * one token ahead, no deeper than QUERY_MAX_DEPTH.
 */

#include "query/ast.h"
#include "query/lexer.h"

typedef struct Parser {
        Lexer lexer;
        Query *query;
        QueryPath *paths; /* of the condition, newest first */
        QueryPath *select_paths;
        const char *alias; /* FROM class AS alias (CQL) */
        unsigned int depth;
        size_t n_terms;
} Parser;

/* Each returns 0, a positive answer of query.h with the error filled, or -ENOMEM. */
int parser_select(Parser *parser);
int parser_association(Parser *parser);

/* Moves over a keyword or a token of a kind, or fails with what was expected there. */
int parser_keyword(Parser *parser, const char *keyword);
int parser_take(Parser *parser, TokenKind kind, const char *what);
int parser_name(Parser *parser, const char *what, const char **namep);

/* After the whole was parsed: the lists select, needed, terms and values. */
int parser_finish(Parser *parser);
int parser_terms(Parser *parser);
