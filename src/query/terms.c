#include "query/parser.h"

#include <errno.h>
#include <string.h>

#include "util/error.h"
#include "util/text.h"

/*
 * What a condition says of single properties: terms, which hold in every selected instance, and lists of values
 */

static bool as_term(const QueryNode *node, QueryTerm *term)
{
        const QueryOperand *path = node->left.path ? &node->left : &node->right;
        const QueryOperand *literal = node->left.path ? &node->right : &node->left;
        const QueryStep *step;

        if (node->op != QUERY_EQUAL || !path->path || literal->path || path->path->n_steps != 1)
                return false;
        step = &path->path->steps[0];
        if (path->path->of_element || step->system != QUERY_SYSTEM_NONE || step->has_index || step->is_whole ||
            step->scope)
                return false;
        *term = (QueryTerm){ .property = step->name, .literal = literal->literal };
        return true;
}

static int collect_terms(Query *query)
{
        const QueryNode *where = query->where;
        const QueryNode *first = where && where->op == QUERY_AND ? where->children : where;
        QueryTerm *terms;
        size_t count = 0;

        for (const QueryNode *node = first; node; node = node->next)
                count++;
        terms = arena_alloc(&query->arena, (count + 1) * sizeof(*terms));
        if (!terms)
                return error_origin(-ENOMEM);
        count = 0;
        for (const QueryNode *node = first; node; node = node->next)
                if (as_term(node, &terms[count]))
                        count++;
        query->terms = terms;
        query->n_terms = count;
        return 0;
}

/* How many values the node leaves to the property; 0: it does not limit them to a list. */
static size_t count_values(const QueryNode *node, const char *property)
{
        size_t count = 0;
        QueryTerm term;

        if (node->op != QUERY_AND && node->op != QUERY_OR)
                return as_term(node, &term) && ascii_equal(term.property, property);
        for (const QueryNode *child = node->children; child; child = child->next) {
                size_t part = count_values(child, property);

                if (node->op == QUERY_OR) {
                        if (!part)
                                return 0;
                        count += part;
                } else if (part && (!count || part < count)) {
                        count = part;
                }
        }
        return count;
}

static bool same_literal(const QueryLiteral *a, const QueryLiteral *b)
{
        if (a->kind != b->kind)
                return false;
        if (a->kind == QUERY_LITERAL_STRING)
                return strcmp(a->string, b->string) == 0;
        if (a->kind == QUERY_LITERAL_INTEGER)
                return a->negative == b->negative && a->magnitude == b->magnitude;
        return false;
}

static void add_value(QueryValues *values, QueryLiteral *literals, const QueryLiteral *literal)
{
        for (size_t i = 0; i < values->count; i++)
                if (same_literal(&literals[i], literal))
                        return;
        literals[values->count++] = *literal;
}

/* The values of a node that has some: of AND the shortest list, of OR all. */
static void gather_values(const QueryNode *node, QueryValues *values, QueryLiteral *literals)
{
        const size_t count = count_values(node, values->property);
        QueryTerm term;

        if (node->op != QUERY_AND && node->op != QUERY_OR) {
                if (as_term(node, &term))
                        add_value(values, literals, &term.literal);
                return;
        }
        for (const QueryNode *child = node->children; child; child = child->next) {
                if (node->op == QUERY_OR) {
                        gather_values(child, values, literals);
                } else if (count_values(child, values->property) == count) {
                        gather_values(child, values, literals);
                        return;
                }
        }
}

static bool is_listed(const QueryValues *lists, size_t count, const char *property)
{
        for (size_t i = 0; i < count; i++)
                if (ascii_equal(lists[i].property, property))
                        return true;
        return false;
}

/* One entry, without values yet, for each property that some term below the node names */
static size_t name_lists(const QueryNode *node, QueryValues *lists, size_t count)
{
        QueryTerm term;

        if (node->op == QUERY_AND || node->op == QUERY_OR) {
                for (const QueryNode *child = node->children; child; child = child->next)
                        count = name_lists(child, lists, count);
        } else if (as_term(node, &term) && !is_listed(lists, count, term.property)) {
                lists[count++] = (QueryValues){ .property = term.property };
        }
        return count;
}

static int collect_values(Query *query, size_t n_tests)
{
        QueryValues *lists;
        size_t named, kept = 0;

        if (!query->where)
                return 0;
        lists = arena_alloc(&query->arena, (n_tests + 1) * sizeof(*lists));
        if (!lists)
                return error_origin(-ENOMEM);
        named = name_lists(query->where, lists, 0);
        for (size_t i = 0; i < named; i++) {
                const size_t count = count_values(query->where, lists[i].property);
                QueryValues values = lists[i];
                QueryLiteral *literals;

                if (!count)
                        continue;
                literals = arena_alloc(&query->arena, count * sizeof(*literals));
                if (!literals)
                        return error_origin(-ENOMEM);
                gather_values(query->where, &values, literals);
                values.literals = literals;
                lists[kept++] = values;
        }
        query->values = lists;
        query->n_values = kept;
        return 0;
}

int parser_terms(Parser *parser)
{
        int r = collect_terms(parser->query);

        return r ? r : collect_values(parser->query, parser->n_terms);
}
