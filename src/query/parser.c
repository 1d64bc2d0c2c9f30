#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

int parser_too_large(Parser *parser, const char *what, unsigned int limit)
{
        return query_fail(parser->lexer.error, QUERY_TOO_LARGE, parser->lexer.token.column, "more than %u %s", limit,
                          what);
}

int parser_unsupported(Parser *parser, const char *why)
{
        return query_fail(parser->lexer.error, QUERY_UNSUPPORTED, parser->lexer.token.column, "%s", why);
}

int parser_take(Parser *parser, TokenKind kind, const char *what)
{
        if (parser->lexer.token.kind != kind)
                return lexer_expected(&parser->lexer, what);
        return lexer_advance(&parser->lexer);
}

int parser_keyword(Parser *parser, const char *keyword)
{
        if (!lexer_is(&parser->lexer, keyword))
                return lexer_expected(&parser->lexer, keyword);
        return lexer_advance(&parser->lexer);
}

int parser_name(Parser *parser, const char *what, const char **namep)
{
        const char *name = parser->lexer.token.text;
        int r;

        r = parser_take(parser, TOKEN_NAME, what);
        if (!r)
                *namep = name;
        return r;
}

static int parse_select_list(Parser *parser)
{
        size_t count = 0;
        int r;

        for (;;) {
                const QueryPath *path;
                bool star = false;

                if (++count > QUERY_MAX_SELECT)
                        return parser_too_large(parser, "entries in a select list", QUERY_MAX_SELECT);
                if (parser->lexer.token.kind == TOKEN_STAR) {
                        parser->query->selects_all = true;
                        r = lexer_advance(&parser->lexer);
                } else if (lexer_is(&parser->lexer, "distinct") || lexer_is(&parser->lexer, "first")) {
                        return parser_unsupported(parser, "DISTINCT and FIRST are not offered in queries");
                } else {
                        if (parser_is_reserved(&parser->lexer))
                                return lexer_expected(&parser->lexer, "* or the name of a property");
                        r = parser_path(parser, &parser->select_paths, &path, &star);
                        /* Class.* and alias.*: which class that may be is settled in resolve_path. */
                        if (!r && star && path->n_steps == 1)
                                parser->query->selects_all = true;
                        else if (!r && star)
                                return query_fail(parser->lexer.error, QUERY_UNSUPPORTED, path->column,
                                                  ".* is offered for the queried class only");
                        if (!r && star)
                                parser->select_paths = path->next;
                }
                if (r)
                        return r;
                if (lexer_is(&parser->lexer, "as"))
                        return parser_unsupported(parser, "properties cannot be renamed with AS");
                if (parser->lexer.token.kind != TOKEN_COMMA)
                        return 0;
                r = lexer_advance(&parser->lexer);
                if (r)
                        return r;
        }
}

static int parse_from(Parser *parser)
{
        int r;

        r = parser_keyword(parser, "FROM");
        if (!r)
                r = parser_name(parser, "the name of a class", &parser->query->class_name);
        if (r)
                return r;
        if (parser->query->dialect == QUERY_CQL && parser->lexer.token.kind == TOKEN_NAME &&
            !lexer_is(&parser->lexer, "where") && !lexer_is(&parser->lexer, "within") &&
            !lexer_is(&parser->lexer, "order")) {
                if (lexer_is(&parser->lexer, "as")) {
                        r = lexer_advance(&parser->lexer);
                        if (r)
                                return r;
                }
                r = parser_name(parser, "another name for the class", &parser->alias);
                if (r)
                        return r;
        }
        if (parser->lexer.token.kind == TOKEN_COMMA || lexer_is(&parser->lexer, "join"))
                return parser_unsupported(parser, "a query names one class: joins are not offered");
        return 0;
}

static int parse_within(Parser *parser)
{
        const QueryLiteral *literal = &parser->lexer.token.literal;
        int r;

        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        if (parser->lexer.token.kind == TOKEN_INTEGER)
                parser->query->within = literal->negative ? -1 : (double)literal->magnitude;
        else if (parser->lexer.token.kind == TOKEN_REAL)
                parser->query->within = literal->real;
        else
                return lexer_expected(&parser->lexer, "a number of seconds after WITHIN");
        if (parser->query->within < 0)
                return lexer_expected(&parser->lexer, "a positive number of seconds after WITHIN");
        parser->query->has_within = true;
        return lexer_advance(&parser->lexer);
}

static int parse_end(Parser *parser)
{
        if (lexer_is(&parser->lexer, "group"))
                return parser_unsupported(parser,
                                          "GROUP WITHIN is not offered: subscribe without it and count the events");
        if (lexer_is(&parser->lexer, "having"))
                return parser_unsupported(parser, "HAVING is not offered: it belongs to GROUP WITHIN");
        if (lexer_is(&parser->lexer, "order"))
                return parser_unsupported(parser, "ORDER BY is not offered: sort the answer");
        if (parser->lexer.token.kind == TOKEN_END)
                return 0;
        return lexer_expected(&parser->lexer, parser->query->where ? "AND, OR or the end of the query"
                                                                   : "WHERE or the end of the query");
}

int parser_select(Parser *parser)
{
        QueryNode *where = NULL;
        int r;

        r = parse_select_list(parser);
        if (!r)
                r = parse_from(parser);
        if (!r && lexer_is(&parser->lexer, "within"))
                r = parse_within(parser);
        if (r)
                return r;
        if (ascii_equal(parser->query->class_name, "meta_class"))
                parser->query->kind = QUERY_META_CLASS;

        if (lexer_is(&parser->lexer, "where")) {
                r = lexer_advance(&parser->lexer);
                if (!r)
                        r = parser_condition(parser, &where);
                if (r)
                        return r;
                parser->query->where = where;
        }
        return parse_end(parser);
}
