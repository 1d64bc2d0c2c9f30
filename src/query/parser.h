#pragma once

/*
 * From text to Query (private to src/query)
 *
 * parser.c has select, parser-condition.c its condition, parser-path.c the paths of properties in both, parser-association.c
 * associators of, references of and object paths. Recursive descent, one token ahead, no deeper than QUERY_MAX_DEPTH.
 */

#include "query/ast.h"
#include "query/lexer.h"

typedef struct Parser {
        Lexer lexer;
        Query *query;
        QueryPath *paths; /* of the condition, newest first */
        QueryPath *select_paths;
        const char *alias;   /* FROM class AS alias (CQL) */
        const char *element; /* what ANY or EVERY calls the element, inside its condition (CQL) */
        unsigned int depth;
        size_t n_terms;
        size_t pattern_cost; /* of the patterns so far */
} Parser;

/* Each returns 0, a positive answer of query.h with the error filled, or -ENOMEM. */
int parser_select(Parser *parser);
int parser_association(Parser *parser);
int parser_condition(Parser *parser, QueryNode **nodep);

/* A path, put in front of the list; `*starp` when it ends in .* (only where starp is not NULL). */
int parser_path(Parser *parser, QueryPath **list, const QueryPath **pathp, bool *starp);
/* Is the current token a word that cannot be the start of a path? */
bool parser_is_reserved(const Lexer *lexer);

/* Moves over a keyword or a token of a kind, or fails with what was expected there. */
int parser_keyword(Parser *parser, const char *keyword);
int parser_take(Parser *parser, TokenKind kind, const char *what);
int parser_name(Parser *parser, const char *what, const char **namep);

/* Fail at the current token. */
int parser_too_large(Parser *parser, const char *what, unsigned int limit);
int parser_unsupported(Parser *parser, const char *why);

/* After the whole was parsed: the lists select, needed, terms and values. */
int parser_finish(Parser *parser);
int parser_terms(Parser *parser);
