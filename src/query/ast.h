#pragma once

/*
 * The compiled condition of a query (private to src/query)
 *
 * AND and OR have any number of children, so that a long condition does not make a deep tree: the depth of the tree is bounded by
 * QUERY_MAX_DEPTH and may be walked by recursion.
 */

#include "query/pattern.h"
#include "query/query.h"

typedef enum QuerySystem {
        QUERY_SYSTEM_NONE, /* an ordinary property */
        QUERY_SYSTEM_THIS,
        QUERY_SYSTEM_CLASS,
        QUERY_SYSTEM_SUPERCLASS,
        QUERY_SYSTEM_DYNASTY,
        QUERY_SYSTEM_NAMESPACE,
        QUERY_SYSTEM_SERVER,
} QuerySystem;

typedef struct QueryStep {
        const char *name;
        const char *scope; /* Class of Class::name, or NULL */
        QuerySystem system;
        bool is_whole; /* name[*]: the array, as without an index */
        bool has_index;
        uint32_t index;
} QueryStep;

/* No steps at all: the queried object itself, or the element. */
typedef struct QueryPath {
        bool of_element; /* starts at what ANY or EVERY looks at, not at the queried object */
        const QueryStep *steps;
        size_t n_steps;
        const char *text; /* as written, without blanks */
        unsigned int column;
        struct QueryPath *next; /* in Query.paths or Query.select_paths */
} QueryPath;

typedef struct QueryOperand {
        const QueryPath *path; /* NULL: the literal */
        QueryLiteral literal;
        unsigned int column;
} QueryOperand;

typedef enum QueryOperator {
        QUERY_AND,
        QUERY_OR,
        QUERY_NOT,
        QUERY_IS_NULL,
        QUERY_EQUAL,
        QUERY_NOT_EQUAL,
        QUERY_LESS,
        QUERY_LESS_EQUAL,
        QUERY_GREATER,
        QUERY_GREATER_EQUAL,
        QUERY_LIKE,
        QUERY_ISA,
        QUERY_ANY, /* the children hold for an element of the array on the left, or for all of them */
        QUERY_EVERY,
} QueryOperator;

typedef struct QueryNode {
        QueryOperator op;
        struct QueryNode *children; /* AND, OR; one of NOT, ANY, EVERY */
        struct QueryNode *next;     /* the parent's next child */
        QueryOperand left;          /* the others; IS_NULL, ANY and EVERY have only this one */
        QueryOperand right;
        const Pattern *pattern; /* of LIKE in CQL; NULL: the right operand is a pattern of WQL */
} QueryNode;

static inline bool query_operator_is_comparison(QueryOperator op)
{
        return op >= QUERY_EQUAL && op <= QUERY_GREATER_EQUAL;
}

static inline bool query_operator_is_order(QueryOperator op)
{
        return op >= QUERY_LESS && op <= QUERY_GREATER_EQUAL;
}
