#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

static int parse_condition(Parser *parser, QueryNode **nodep);

static int too_large(Parser *parser, const char *what, unsigned int limit)
{
        return query_fail(parser->lexer.error, QUERY_TOO_LARGE, parser->lexer.token.column, "more than %u %s", limit,
                          what);
}

static int unsupported(Parser *parser, const char *why)
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
static bool is_reserved(const Lexer *lexer)
{
        static const char *const words[] = { "and",  "or",    "not",  "like", "isa",  "is",
                                             "from", "where", "null", "true", "false" };

        for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                if (lexer_is(lexer, words[i]))
                        return true;
        return false;
}

static int parse_index(Parser *parser, QueryStep *step)
{
        const QueryLiteral *literal = &parser->lexer.token.literal;
        int r;

        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        if (parser->lexer.token.kind != TOKEN_INTEGER || literal->negative || literal->magnitude > UINT32_MAX)
                return lexer_expected(&parser->lexer, "the number of an array element");
        step->has_index = true;
        step->index = (uint32_t)literal->magnitude;
        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        return parser_take(parser, TOKEN_CLOSE_INDEX, "]");
}

/* name, Class::name, name[n] */
static int parse_step(Parser *parser, QueryStep *step)
{
        int r;

        r = parser_name(parser, "the name of a property", &step->name);
        if (r)
                return r;
        if (parser->lexer.token.kind == TOKEN_OPEN)
                return unsupported(parser, "functions are not offered in queries");
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

/*
 * A path, and `*starp` when it ends in .* (only where starp is not NULL). All its steps are kept here, the leading name of the class
 * or its alias too: what FROM says is not known yet while the select list is read (see resolve_path).
 */
static int parse_path(Parser *parser, QueryPath **list, const QueryPath **pathp, bool *starp)
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
                        return too_large(parser, "steps in a property path", QUERY_MAX_PATH);
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
        return 0;
}

static int parse_operand(Parser *parser, QueryOperand *operand)
{
        const Token token = parser->lexer.token;

        operand->column = token.column;
        switch (token.kind) {
        case TOKEN_INTEGER:
        case TOKEN_REAL:
        case TOKEN_STRING:
                operand->literal = token.literal;
                return lexer_advance(&parser->lexer);
        case TOKEN_NAME:
                if (lexer_is(&parser->lexer, "true") || lexer_is(&parser->lexer, "false")) {
                        operand->literal.kind = QUERY_LITERAL_BOOLEAN;
                        operand->literal.boolean = lexer_is(&parser->lexer, "true");
                        return lexer_advance(&parser->lexer);
                }
                if (lexer_is(&parser->lexer, "null"))
                        return lexer_advance(&parser->lexer);
                if (is_reserved(&parser->lexer))
                        break;
                return parse_path(parser, &parser->paths, &operand->path, NULL);
        default:
                break;
        }
        return lexer_expected(&parser->lexer, "a property or a value");
}

/* The class of ISA may be bare or in quotes. */
static int parse_isa_class(Parser *parser, QueryOperand *operand)
{
        operand->column = parser->lexer.token.column;
        operand->literal.kind = QUERY_LITERAL_STRING;
        if (parser->lexer.token.kind != TOKEN_NAME && parser->lexer.token.kind != TOKEN_STRING)
                return lexer_expected(&parser->lexer, "the name of a class");
        operand->literal.string = parser->lexer.token.text;
        return lexer_advance(&parser->lexer);
}

static int check_like(Parser *parser, const QueryNode *node)
{
        const char *pattern = node->right.literal.string;
        bool in_set = false;

        if (parser->query->dialect != QUERY_WQL)
                return query_fail(parser->lexer.error, QUERY_UNSUPPORTED, node->right.column,
                                  "LIKE is an operator of WQL: this query is in CQL");
        if (node->right.path || node->right.literal.kind != QUERY_LITERAL_STRING)
                return query_fail(parser->lexer.error, QUERY_INVALID, node->right.column,
                                  "expected a pattern in quotes after LIKE");
        for (const char *c = pattern; *c; c++) {
                if (!in_set && *c == '[') {
                        in_set = true;
                        if (c[1] == '^')
                                c++;
                        if (c[1] == ']')
                                c++;
                } else if (in_set && *c == ']') {
                        in_set = false;
                }
        }
        if (in_set)
                return query_fail(parser->lexer.error, QUERY_INVALID, node->right.column,
                                  "the pattern has a set [ without its closing ]");
        return 0;
}

/* IS [NOT] NULL behind its operand */
static int parse_is(Parser *parser, QueryNode *node)
{
        QueryNode *inner;
        int r;

        node->op = QUERY_IS_NULL;
        if (!lexer_is(&parser->lexer, "not"))
                return parser_keyword(parser, "NULL");

        r = lexer_advance(&parser->lexer);
        if (r)
                return r;
        inner = arena_memdup(&parser->query->arena, node, sizeof(*node));
        if (!inner)
                return error_origin(-ENOMEM);
        *node = (QueryNode){ .op = QUERY_NOT, .children = inner };
        return parser_keyword(parser, "NULL");
}

static bool comparison_of(TokenKind kind, QueryOperator *opp)
{
        switch (kind) {
        case TOKEN_EQUAL:
                *opp = QUERY_EQUAL;
                return true;
        case TOKEN_NOT_EQUAL:
                *opp = QUERY_NOT_EQUAL;
                return true;
        case TOKEN_LESS:
                *opp = QUERY_LESS;
                return true;
        case TOKEN_LESS_EQUAL:
                *opp = QUERY_LESS_EQUAL;
                return true;
        case TOKEN_GREATER:
                *opp = QUERY_GREATER;
                return true;
        case TOKEN_GREATER_EQUAL:
                *opp = QUERY_GREATER_EQUAL;
                return true;
        default:
                return false;
        }
}

static bool is_null(const QueryOperand *operand)
{
        return !operand->path && operand->literal.kind == QUERY_LITERAL_NULL;
}

/* p = NULL is IS NULL: from here on a comparison has no NULL literal. */
static int fold_null(Parser *parser, QueryNode *node)
{
        QueryNode test = { .op = QUERY_IS_NULL };

        if (!is_null(&node->left) && !is_null(&node->right))
                return 0;
        if (query_operator_is_order(node->op))
                return query_fail(parser->lexer.error, QUERY_INVALID,
                                  is_null(&node->left) ? node->left.column : node->right.column,
                                  "NULL is neither less nor greater than anything: expected a value");
        test.left = is_null(&node->left) ? node->right : node->left;
        if (node->op == QUERY_NOT_EQUAL) {
                QueryNode *inner = arena_memdup(&parser->query->arena, &test, sizeof(test));

                if (!inner)
                        return error_origin(-ENOMEM);
                test = (QueryNode){ .op = QUERY_NOT, .children = inner };
        }
        *node = test;
        return 0;
}

/* operand comparison operand, operand [NOT] LIKE pattern, operand ISA class, operand IS [NOT] NULL */
static int parse_test(Parser *parser, QueryNode *node)
{
        bool negated = false;
        int r;

        if (++parser->n_terms > QUERY_MAX_TERMS)
                return too_large(parser, "comparisons in a condition", QUERY_MAX_TERMS);
        r = parse_operand(parser, &node->left);
        if (r)
                return r;

        if (comparison_of(parser->lexer.token.kind, &node->op)) {
                r = lexer_advance(&parser->lexer);
                if (!r)
                        r = parse_operand(parser, &node->right);
                return r ? r : fold_null(parser, node);
        }

        if (lexer_is(&parser->lexer, "is")) {
                r = lexer_advance(&parser->lexer);
                return r ? r : parse_is(parser, node);
        }
        if (lexer_is(&parser->lexer, "not")) {
                negated = true;
                r = lexer_advance(&parser->lexer);
                if (r)
                        return r;
        }
        if (lexer_is(&parser->lexer, "isa") || lexer_is(&parser->lexer, "like")) {
                const bool is_like = lexer_is(&parser->lexer, "like");

                node->op = is_like ? QUERY_LIKE : QUERY_ISA;
                r = lexer_advance(&parser->lexer);
                if (!r)
                        r = is_like ? parse_operand(parser, &node->right) : parse_isa_class(parser, &node->right);
                if (!r && is_like)
                        r = check_like(parser, node);
                if (r || !negated)
                        return r;
        } else {
                return lexer_expected(&parser->lexer,
                                      negated ? "LIKE or ISA" : "a comparison (= <> < <= > >= LIKE ISA IS)");
        }

        QueryNode *inner = arena_memdup(&parser->query->arena, node, sizeof(*node));

        if (!inner)
                return error_origin(-ENOMEM);
        *node = (QueryNode){ .op = QUERY_NOT, .children = inner };
        return 0;
}

static int parse_factor(Parser *parser, QueryNode **nodep)
{
        QueryNode *node;
        int r;

        if (parser->lexer.token.kind == TOKEN_OPEN) {
                r = lexer_advance(&parser->lexer);
                if (!r)
                        r = parse_condition(parser, nodep);
                return r ? r : parser_take(parser, TOKEN_CLOSE, ")");
        }

        node = arena_zalloc(&parser->query->arena, sizeof(*node));
        if (!node)
                return error_origin(-ENOMEM);
        *nodep = node;
        if (!lexer_is(&parser->lexer, "not"))
                return parse_test(parser, node);

        if (++parser->depth > QUERY_MAX_DEPTH)
                return too_large(parser, "levels of parentheses and NOTs", QUERY_MAX_DEPTH);
        node->op = QUERY_NOT;
        r = lexer_advance(&parser->lexer);
        if (!r)
                r = parse_factor(parser, &node->children);
        parser->depth--;
        return r;
}

/* One level of AND or OR: a single child stands for itself, a nested chain of the same operator joins this one. */
static int parse_chain(Parser *parser, QueryOperator op, QueryNode **nodep)
{
        const char *keyword = op == QUERY_AND ? "and" : "or";
        QueryNode *chain = NULL, *child = NULL;
        QueryNode **tail = NULL;
        int r;

        for (;;) {
                r = op == QUERY_AND ? parse_factor(parser, &child) : parse_chain(parser, QUERY_AND, &child);
                if (r)
                        return r;
                if (!chain) {
                        if (!lexer_is(&parser->lexer, keyword)) {
                                *nodep = child;
                                return 0;
                        }
                        chain = arena_zalloc(&parser->query->arena, sizeof(*chain));
                        if (!chain)
                                return error_origin(-ENOMEM);
                        chain->op = op;
                        tail = &chain->children;
                }
                *tail = child->op == op ? child->children : child;
                while (*tail)
                        tail = &(*tail)->next;
                if (!lexer_is(&parser->lexer, keyword))
                        break;
                r = lexer_advance(&parser->lexer);
                if (r)
                        return r;
        }
        *nodep = chain;
        return 0;
}

static int parse_condition(Parser *parser, QueryNode **nodep)
{
        int r;

        if (++parser->depth > QUERY_MAX_DEPTH)
                return too_large(parser, "levels of parentheses and NOTs", QUERY_MAX_DEPTH);
        r = parse_chain(parser, QUERY_OR, nodep);
        parser->depth--;
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
                        return too_large(parser, "entries in a select list", QUERY_MAX_SELECT);
                if (parser->lexer.token.kind == TOKEN_STAR) {
                        parser->query->selects_all = true;
                        r = lexer_advance(&parser->lexer);
                } else if (lexer_is(&parser->lexer, "distinct") || lexer_is(&parser->lexer, "first")) {
                        return unsupported(parser, "DISTINCT and FIRST are not offered in queries");
                } else {
                        if (is_reserved(&parser->lexer))
                                return lexer_expected(&parser->lexer, "* or the name of a property");
                        r = parse_path(parser, &parser->select_paths, &path, &star);
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
                        return unsupported(parser, "properties cannot be renamed with AS");
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
                return unsupported(parser, "a query names one class: joins are not offered");
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
                return unsupported(parser, "GROUP WITHIN is not offered: subscribe without it and count the events");
        if (lexer_is(&parser->lexer, "having"))
                return unsupported(parser, "HAVING is not offered: it belongs to GROUP WITHIN");
        if (lexer_is(&parser->lexer, "order"))
                return unsupported(parser, "ORDER BY is not offered: sort the answer");
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
                        r = parse_condition(parser, &where);
                if (r)
                        return r;
                parser->query->where = where;
        }
        return parse_end(parser);
}
