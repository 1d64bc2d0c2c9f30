#pragma once

/*
 * Queries: WQL and CQL in compiled form
 *
 * query_parse() turns the text of a query into a Query, which is immutable afterwards and may be used by many threads at once.
 * The caller looks at `kind` and goes on:
 *
 *   QUERY_SELECT        select … from CLASS where …; query_matches() tells which instances belong to the answer, `select` which
 *                       properties they show, `terms` which equalities must hold in each of them.
 *   QUERY_META_CLASS    select … from meta_class where …; query_matches_class() tells which classes belong to the answer.
 *   QUERY_ASSOCIATORS   associators of {object} where …, QUERY_REFERENCES: references of {object} where …; `association` holds
 *                       the object and the clauses. These have no condition on properties.
 *
 * Truth has three values. Comparing a NULL property with a literal is unknown, so are comparisons whose two sides have no common
 * meaning ("abc" with a number); AND, OR and NOT go on as in SQL; an instance is selected when the whole is true. `p = NULL` and
 * `p IS NULL` are the same and always true or false. A property which an instance does not have counts as NULL.
 *
 * How two values are compared (compare.h has the table): numbers by value and exactly, whatever their types; text with a number or
 * a truth value when it reads as one; text with text without regard to ASCII case; a date with text in one of the date forms, by
 * the moment that it names.
 *
 * WQL knows arrays by element only, `a[0]`. CQL has more: `a = b` and `a <> b` of two array properties (`a[*]` is the same as `a`),
 * ANY name IN a SATISFIES (condition), EVERY …, one level of them; and LIKE is a regular expression there (pattern.h). What CQL has
 * besides (functions, arithmetic, joins, ORDER BY and the like) is refused, with the column where it stands.
 */

#include <MI.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "util/arena.h"

/* Limits on what a query may cost; a query beyond one of them is refused with QUERY_TOO_LARGE. */
enum {
        QUERY_MAX_LENGTH = 32768,  /* bytes of text */
        QUERY_MAX_DEPTH = 64,      /* nested parentheses and NOTs */
        QUERY_MAX_TERMS = 1024,    /* comparisons in the condition */
        QUERY_MAX_SELECT = 256,    /* entries of the select list */
        QUERY_MAX_PATH = 16,       /* steps of a property path a.b.c */
        QUERY_MAX_PATTERN = 16384, /* characters and repetitions of all patterns of LIKE in CQL; 1,024 of one */
};

enum {
        _QUERY_SUCCESS,

        QUERY_LANGUAGE_UNKNOWN, /* the dialect is neither WQL nor CQL */
        QUERY_INVALID,          /* not a query: syntax, an unknown property, a comparison without meaning */
        QUERY_TOO_LARGE,        /* beyond one of the limits above */
        QUERY_UNSUPPORTED,      /* understood, but not offered (GROUP WITHIN, several classes) */
        QUERY_NO_VALUE,         /* the literal equals no value of this type */
        QUERY_MANY_VALUES,      /* the literal equals more than one value of this type (text "5", "05" and a number) */
};

/* What is wrong with a query, for its author; filled whenever a function that takes one returns a positive value. */
typedef struct QueryError {
        MI_Result result;    /* MI_RESULT_QUERY_LANGUAGE_NOT_SUPPORTED or MI_RESULT_INVALID_QUERY */
        unsigned int column; /* where, in characters from 1; 0: the query as a whole */
        char message[384];   /* one sentence, names the column and what was expected */
} QueryError;

typedef enum QueryDialect {
        QUERY_WQL,
        QUERY_CQL,
} QueryDialect;

typedef enum QueryKind {
        QUERY_SELECT,
        QUERY_META_CLASS,
        QUERY_ASSOCIATORS,
        QUERY_REFERENCES,
} QueryKind;

typedef enum QueryLiteralKind {
        QUERY_LITERAL_NULL,
        QUERY_LITERAL_BOOLEAN,
        QUERY_LITERAL_INTEGER,
        QUERY_LITERAL_REAL,
        QUERY_LITERAL_STRING,
} QueryLiteralKind;

typedef struct QueryLiteral {
        QueryLiteralKind kind;
        bool boolean;
        bool negative;      /* integer: sign and magnitude, so that every uint64 and sint64 is exact */
        uint64_t magnitude; /* integer */
        double real;
        const char *string;
} QueryLiteral;

/* `property` of the queried class = `literal` holds in every instance that the condition selects. A string literal equals its
 * property without regard to ASCII case: an index over such a term must fold case as well. */
typedef struct QueryTerm {
        const char *property;
        QueryLiteral literal;
} QueryTerm;

/* The property of the queried class has one of these values in every instance that the condition selects: p = 'a' OR p = 'b'. Each
 * literal stands there once, as written, however often the condition has it. */
typedef struct QueryValues {
        const char *property;
        const QueryLiteral *literals;
        size_t count;
} QueryValues;

typedef struct QueryAssociation {
        const char *object;      /* the path between the braces, its slashes forward; for path_parse of model/path.h */
        const char *class_name;  /* of the object */
        MI_Instance *instance;   /* the object as path_parse reads it without a declaration; NULL when it is a class */
        const char *assoc_class; /* this and the others are NULL unless the query names them */
        const char *result_class;
        const char *role;
        const char *result_role;
        const char *required_qualifier;
        const char *required_assoc_qualifier;
        bool class_defs_only;
        bool keys_only;
        bool schema_only;
} QueryAssociation;

struct QueryNode;

typedef struct Query {
        Arena arena;
        QueryDialect dialect;
        QueryKind kind;
        const char *text;
        const char *class_name; /* FROM; "meta_class" for QUERY_META_CLASS, NULL for associators and references */
        bool selects_all;       /* select * */

        const char *const *select; /* properties of the instance to show, each once; none when selects_all */
        size_t n_select;
        const char *const *needed; /* properties that the condition reads, each once */
        size_t n_needed;
        const QueryTerm *terms; /* see QueryTerm */
        size_t n_terms;
        const QueryValues *values; /* see QueryValues; what has a term has its values here too */
        size_t n_values;

        bool has_within; /* WITHIN: a polling interval, of use to intrinsic events only */
        double within;   /* seconds */

        QueryAssociation association;
        const struct QueryNode *where; /* NULL: all */
        const struct QueryPath *paths; /* every property path of the query, for query_validate */
        const struct QueryPath *select_paths;
} Query;

/* Who descends from whom, for ISA and Class::property; a class is its own ancestor. Answers <0 when it does not know. */
typedef struct QueryHierarchy {
        int (*is_a)(void *context, const char *class_name, const char *ancestor);
        void *context;
} QueryHierarchy;

/* A class as a meta_class query sees it. */
typedef struct QueryClass {
        const char *name;
        const char *super_class; /* NULL for a root class */
        const char *dynasty;     /* the root class of its family, or NULL when not known */
        const char *name_space;  /* or NULL */
} QueryClass;

/* Dialects are named without regard to case; NULL means WQL. */
int query_dialect(QueryDialect *dialectp, const char *language);

int query_parse(Query **queryp, const char *language, const char *text, QueryError *error);
Query *query_free(Query *query);

const char *query_language(const Query *query);

/* The literal that every selected instance has for `property`, or NULL. */
const QueryLiteral *query_key_term(const Query *query, const char *property);
const QueryTerm *query_key_terms(const Query *query, size_t *countp);

/* The values one of which every selected instance has for `property`, or NULL. */
const QueryValues *query_values(const Query *query, const char *property);

/* The value of `type` that equals the literal, to look an instance up by key. QUERY_NO_VALUE: no instance can be selected;
 * QUERY_MANY_VALUES: the condition has to be evaluated. A string value points into the query. */
int query_literal_value(const QueryLiteral *literal, MI_Type type, MI_Value *valuep);

/* Checks names and types against the class that is queried: unknown properties in the select list or the condition, arrays
 * without an index, literals that can never be compared with their property. Steps into embedded instances are checked as far as
 * their class is found in the declaration's schema. A query on meta_class needs no declaration. */
int query_validate(const Query *query, const MI_ClassDecl *decl, QueryError *error);

/* Is the property in the select list? System properties, which `select` leaves out, count. */
bool query_selects(const Query *query, const char *property);

/* `hierarchy` answers ISA where the instance's own class declaration does not know its ancestors; it may be NULL. */
bool query_matches(const Query *query, const MI_Instance *instance, const QueryHierarchy *hierarchy);
bool query_matches_class(const Query *query, const QueryClass *class, const QueryHierarchy *hierarchy);

DEFINE_CLEANUP(Query *, query_free);
