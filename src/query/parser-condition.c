#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

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
                if (parser_is_reserved(&parser->lexer))
                        break;
                return parser_path(parser, &parser->paths, &operand->path, NULL);
        case TOKEN_OBJECT:
                return parser_unsupported(parser, "a query has no arrays as values: expected a property or one value");
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

/* The set of a pattern of WQL that has no end */
static bool is_set_open(const char *pattern)
{
        bool in_set = false;

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
        return in_set;
}

static int compile_pattern(Parser *parser, QueryNode *node)
{
        const unsigned int column = node->right.column;
        const char *why = "";
        size_t cost = 0;
        int r;

        r = pattern_compile(&node->pattern, &parser->query->arena, node->right.literal.string, &cost, &why);
        if (r == PATTERN_SYNTAX)
                return query_fail(parser->lexer.error, QUERY_INVALID, column, "this is no pattern: %s", why);
        if (r == PATTERN_TOO_LARGE)
                return query_fail(parser->lexer.error, QUERY_TOO_LARGE, column,
                                  "a pattern has at most %d characters and repetitions", PATTERN_MAX_COST);
        if (r)
                return r;
        parser->pattern_cost += cost;
        if (parser->pattern_cost > QUERY_MAX_PATTERN)
                return query_fail(parser->lexer.error, QUERY_TOO_LARGE, column,
                                  "all patterns together have at most %d characters and repetitions",
                                  QUERY_MAX_PATTERN);
        return 0;
}

static int check_like(Parser *parser, QueryNode *node)
{
        if (node->right.path || node->right.literal.kind != QUERY_LITERAL_STRING)
                return query_fail(parser->lexer.error, QUERY_INVALID, node->right.column,
                                  "expected a pattern in quotes after LIKE");
        if (parser->query->dialect == QUERY_CQL)
                return compile_pattern(parser, node);
        if (is_set_open(node->right.literal.string))
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

/* ANY name IN array SATISFIES (condition): the condition may name the element as well as properties. */
static int parse_elements(Parser *parser, QueryNode *node)
{
        static const char form[] = "IN, as in ANY name IN array SATISFIES (condition)";
        const char *element = NULL;
        int r;

        if (parser->element)
                return parser_unsupported(parser, "ANY and EVERY do not stand inside one another");
        node->op = lexer_is(&parser->lexer, "any") ? QUERY_ANY : QUERY_EVERY;
        r = lexer_advance(&parser->lexer);
        if (!r && parser_is_reserved(&parser->lexer))
                return lexer_expected(&parser->lexer, "a name for the element");
        if (!r)
                r = parser_name(parser, "a name for the element", &element);
        if (!r)
                r = lexer_is(&parser->lexer, "in") ? lexer_advance(&parser->lexer)
                                                   : lexer_expected(&parser->lexer, form);
        if (r)
                return r;

        node->left.column = parser->lexer.token.column;
        if (parser->lexer.token.kind != TOKEN_NAME || parser_is_reserved(&parser->lexer))
                return lexer_expected(&parser->lexer, "an array property");
        r = parser_path(parser, &parser->paths, &node->left.path, NULL);
        if (!r)
                r = parser_keyword(parser, "SATISFIES");
        if (!r)
                r = parser_take(parser, TOKEN_OPEN, "(");
        if (r)
                return r;
        parser->element = element;
        r = parser_condition(parser, &node->children);
        parser->element = NULL;
        return r ? r : parser_take(parser, TOKEN_CLOSE, ")");
}

/* operand comparison operand, operand [NOT] LIKE pattern, operand ISA class, operand IS [NOT] NULL */
static int parse_test(Parser *parser, QueryNode *node)
{
        bool negated = false;
        int r;

        if (++parser->n_terms > QUERY_MAX_TERMS)
                return parser_too_large(parser, "comparisons in a condition", QUERY_MAX_TERMS);
        if (parser->query->dialect == QUERY_CQL &&
            (lexer_is(&parser->lexer, "any") || lexer_is(&parser->lexer, "every")))
                return parse_elements(parser, node);
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
                        r = parser_condition(parser, nodep);
                return r ? r : parser_take(parser, TOKEN_CLOSE, ")");
        }

        node = arena_zalloc(&parser->query->arena, sizeof(*node));
        if (!node)
                return error_origin(-ENOMEM);
        *nodep = node;
        if (!lexer_is(&parser->lexer, "not"))
                return parse_test(parser, node);

        if (++parser->depth > QUERY_MAX_DEPTH)
                return parser_too_large(parser, "levels of parentheses and NOTs", QUERY_MAX_DEPTH);
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

int parser_condition(Parser *parser, QueryNode **nodep)
{
        int r;

        if (++parser->depth > QUERY_MAX_DEPTH)
                return parser_too_large(parser, "levels of parentheses and NOTs", QUERY_MAX_DEPTH);
        r = parse_chain(parser, QUERY_OR, nodep);
        parser->depth--;
        return r;
}
