#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

static QuerySystem system_of(const char *name)
{
        static const struct {
                const char *name;
                QuerySystem system;
        } systems[] = {
                { "__this", QUERY_SYSTEM_THIS },
                { "__class", QUERY_SYSTEM_CLASS },
                { "__superclass", QUERY_SYSTEM_SUPERCLASS },
                { "__dynasty", QUERY_SYSTEM_DYNASTY },
                { "__namespace", QUERY_SYSTEM_NAMESPACE },
                { "__server", QUERY_SYSTEM_SERVER },
        };

        for (size_t i = 0; i < ARRAY_SIZE(systems); i++)
                if (ascii_equal(name, systems[i].name))
                        return systems[i].system;
        return QUERY_SYSTEM_NONE;
}

/* Words that cannot be the start of a property path, so that a forgotten operand is reported where it is missing */
bool parser_is_reserved(const Lexer *lexer)
{
        static const char *const words[] = { "and",  "or",    "not",  "like", "isa",  "is",
                                             "from", "where", "null", "true", "false" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (lexer_is(lexer, words[i]))
                        return true;
        return lexer->dialect == QUERY_CQL && (lexer_is(lexer, "any") || lexer_is(lexer, "every"));
}

static int parse_index(Parser *parser, QueryStep *step)
{
        const QueryLiteral *literal = &parser->lexer.token.literal;
        int r;

        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        if (parser->query->dialect == QUERY_CQL && parser->lexer.token.kind == TOKEN_STAR) {
                step->is_whole = true;
                r = lexer_advance(&parser->lexer);
                return r ? r : parser_take(parser, TOKEN_CLOSE_INDEX, "]");
        }
        if (parser->lexer.token.kind != TOKEN_INTEGER || literal->negative || literal->magnitude > UINT32_MAX)
                return lexer_expected(&parser->lexer, "the number of an array element");
        step->has_index = true;
        step->index = (uint32_t)literal->magnitude;
        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        if (parser->lexer.token.kind == TOKEN_DOT || parser->lexer.token.kind == TOKEN_COMMA)
                return parser_unsupported(parser, "parts of an array are not offered: name one element, such as [0]");
        return parser_take(parser, TOKEN_CLOSE_INDEX, "]");
}

/* name, Class::name, name[n], name[*] */
static int parse_step(Parser *parser, QueryStep *step)
{
        int r;

        r = parser_name(parser, "the name of a property", &step->name);
        if (r)
                return r;
        if (parser->lexer.token.kind == TOKEN_OPEN)
                return parser_unsupported(parser, "functions are not offered in queries");
        if (parser->lexer.token.kind == TOKEN_SCOPE) {
                step->scope = step->name;
                r = lexer_advance(&parser->lexer);
                if (!r)
                        r = parser_name(parser, "the name of a property of this class", &step->name);
                if (r)
                        return r;
        }
        step->system = system_of(step->name);
        if (parser->lexer.token.kind == TOKEN_OPEN_INDEX)
                return parse_index(parser, step);
        return 0;
}

/* The name that ANY or EVERY gave to the element: what follows is a path of its own. */
static int start_at_element(Parser *parser, QueryPath *path)
{
        const QueryStep *first = &path->steps[0];

        if (!parser->element || first->scope || !ascii_equal(first->name, parser->element))
                return 0;
        if (first->has_index || first->is_whole)
                return query_fail(parser->lexer.error, QUERY_INVALID, path->column,
                                  "`%s' is one element of an array: expected no index", first->name);
        path->of_element = true;
        path->steps++;
        path->n_steps--;
        return 0;
}

/*
 * All steps are kept here, the leading name of the class or its alias too: what FROM says is not known yet while the select list is
 * read (see resolve_path).
 */
int parser_path(Parser *parser, QueryPath **list, const QueryPath **pathp, bool *starp)
{
        QueryStep steps[QUERY_MAX_PATH] = { 0 };
        const char *start = parser->lexer.token.start;
        const char *end = start;
        QueryPath *path;
        int r;

        path = arena_zalloc(&parser->query->arena, sizeof(*path));
        if (!path)
                return error_origin(-ENOMEM);
        path->column = parser->lexer.token.column;

        for (;;) {
                if (path->n_steps == QUERY_MAX_PATH)
                        return parser_too_large(parser, "steps in a property path", QUERY_MAX_PATH);
                if (path->n_steps > 0 && starp && parser->lexer.token.kind == TOKEN_STAR) {
                        *starp = true;
                        r = lexer_advance(&parser->lexer);
                        if (r)
                                return r;
                        break;
                }
                r = parse_step(parser, &steps[path->n_steps]);
                if (r)
                        return r;
                path->n_steps++;
                end = parser->lexer.token.start;
                if (parser->lexer.token.kind != TOKEN_DOT)
                        break;
                r = lexer_advance(&parser->lexer);
                if (r)
                        return r;
        }

        while (end > start && ascii_is_space(end[-1]))
                end--;
        path->text = arena_strndup(&parser->query->arena, start, (size_t)(end - start));
        path->steps = arena_memdup(&parser->query->arena, steps, path->n_steps * sizeof(*steps));
        if (!path->text || !path->steps)
                return error_origin(-ENOMEM);
        path->next = *list;
        *list = path;
        *pathp = path;
        return start_at_element(parser, path);
}
