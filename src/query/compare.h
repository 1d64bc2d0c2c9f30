#pragma once

/*
 * How two values of a query compare (private to src/query)
 *
 *   a           b           compared
 *   ----------  ----------  ------------------------------------------------------------------------------------------
 *   number      number      by value, exactly, whatever the types; a real32 with a real at the precision of real32
 *   number      string      as numbers, when the whole string reads as one
 *   boolean     boolean     for equality
 *   boolean     number      for equality, FALSE is 0 and TRUE is 1
 *   boolean     string      for equality, when the string reads true, false or as a number
 *   string      string      character by character, ASCII letters without case
 *   char16      string      as a string of one character
 *   char16      number      by its code
 *   datetime    datetime    two moments or two lengths of time; a moment counts its distance to UTC in
 *   datetime    string      when the string is a datetime: yyyymmddhhmmss.mmmmmmsutc, ddddddddhhmmss.mmmmmm:000,
 *                           yyyymmdd[hhmmss] in UTC, or the forms of XML (2024-02-29T12:00:00Z, P1DT2H)
 *   reference   reference   for equality: class and keys
 *   reference   string      for equality, when the string is an object path
 *
 * Everything else has no common meaning: the comparison is unknown. So is an order of what has equality only.
 */

#include <MI.h>

#include "query/ast.h"

typedef enum QueryTruth {
        QUERY_FALSE,
        QUERY_TRUE,
        QUERY_UNKNOWN,
} QueryTruth;

static inline QueryTruth query_not(QueryTruth truth)
{
        if (truth == QUERY_UNKNOWN)
                return QUERY_UNKNOWN;
        return truth == QUERY_TRUE ? QUERY_FALSE : QUERY_TRUE;
}

typedef enum ScalarKind {
        SCALAR_NULL,
        SCALAR_BOOLEAN,
        SCALAR_NUMBER,
        SCALAR_STRING,
        SCALAR_CHAR,
        SCALAR_DATETIME,
        SCALAR_REFERENCE,
        SCALAR_INSTANCE,
        SCALAR_ARRAY,
} ScalarKind;

/* Borrows everything it points to. */
typedef struct Scalar {
        ScalarKind kind;
        bool boolean;
        bool is_single;      /* the number was a real32 */
        QueryLiteral number; /* INTEGER or REAL; the code of a CHAR too */
        const char *string;
        MI_Datetime datetime;
        const MI_Instance *instance;
        MI_Array array;
        MI_Type array_type; /* of the array as a whole */
} Scalar;

/* Room for a char16 as UTF-8 */
typedef struct ScalarText {
        char text[4];
} ScalarText;

void scalar_from_literal(Scalar *scalar, const QueryLiteral *literal);
void scalar_from_value(Scalar *scalar, const MI_Value *value, MI_Type type);

/* The text of a STRING or CHAR, NULL for every other kind */
const char *scalar_text(const Scalar *scalar, ScalarText *room);

QueryTruth scalar_compare(const Scalar *a, QueryOperator op, const Scalar *b);

/* The element of an ARRAY; `index` is below scalar_array_size(). */
size_t scalar_array_size(const Scalar *array);
void scalar_array_at(const Scalar *array, size_t index, Scalar *element);

/*
 * Two arrays: equal when they are of one size and their elements equal in order, unknown when that hangs on an element that is. They
 * have no order, and something else beside an array no meaning.
 */
QueryTruth scalar_compare_arrays(const Scalar *a, QueryOperator op, const Scalar *b);

/* A string in one of the forms of a datetime */
bool scalar_reads_datetime(const char *text, MI_Datetime *datetime);
