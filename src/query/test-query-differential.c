#include <setjmp.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "query/test-query.h"
#include "util/buffer.h"

/*
 * Random conditions, evaluated twice
 *
 * A condition is made as a tree, written down as text with random blanks and parentheses, and evaluated here by the dullest code that
 * does: over a table of small integers and short arrays of them, null included, with truth as the numbers 0 (false), 1 (unknown), 2
 * (true). The query must agree for every row. What is asked of arrays is CQL's.
 */

#define N_PROPERTIES 4
#define N_ARRAYS     3
#define MAX_ELEMENTS 3
#define N_ROWS       16
#define N_QUERIES    20000
#define MAX_DEPTH    5
#define IS_NULL      99

typedef struct Row {
        int values[N_PROPERTIES];
        int sizes[N_ARRAYS]; /* or IS_NULL */
        int elements[N_ARRAYS][MAX_ELEMENTS];
} Row;

typedef enum Kind {
        AND,
        OR,
        NOT,
        COMPARE,
        NULL_TEST,
        N_KINDS_OF_WQL,
        INDEX = N_KINDS_OF_WQL, /* array[n] = value */
        ARRAYS,                 /* array = array */
        ELEMENT,                /* element = value, in the condition of ANY or EVERY */
        ELEMENTS,               /* ANY or EVERY */
        N_KINDS,
} Kind;

typedef struct Tree {
        Kind kind;
        int left;  /* child, property or array */
        int right; /* child, property, array or value */
        int index;
        int op;
        bool is_every;
        bool right_is_property;
        bool swapped;
        bool quoted;
} Tree;

typedef struct Forest {
        Tree trees[256];
        int count;
        uint64_t random;
        bool is_cql;
        bool is_inside; /* a condition of ANY or EVERY is grown */
} Forest;

static unsigned int next_random(Forest *forest, unsigned int below)
{
        forest->random ^= forest->random << 13;
        forest->random ^= forest->random >> 7;
        forest->random ^= forest->random << 17;
        return (unsigned int)((forest->random >> 32) % below);
}

static Kind choose_kind(Forest *forest, int depth)
{
        Kind kind;

        if (depth >= MAX_DEPTH)
                return (Kind)(forest->is_inside ? ELEMENT : COMPARE + next_random(forest, 2));
        kind = (Kind)next_random(forest, forest->is_cql ? N_KINDS : N_KINDS_OF_WQL);
        if (forest->is_inside ? kind == ELEMENTS : kind == ELEMENT)
                return COMPARE;
        return kind;
}

static int grow(Forest *forest, int depth)
{
        const int index = forest->count++;
        Tree tree = { 0 };

        tree.kind = choose_kind(forest, depth);
        if (tree.kind == ELEMENTS) {
                tree.left = (int)next_random(forest, N_ARRAYS);
                tree.is_every = next_random(forest, 2);
                forest->is_inside = true;
                tree.right = grow(forest, depth + 1);
                forest->is_inside = false;
        } else if (tree.kind >= INDEX) {
                tree.left = (int)next_random(forest, N_ARRAYS);
                tree.op = (int)next_random(forest, tree.kind == ARRAYS ? 2 : 6);
                tree.right = tree.kind == ARRAYS ? (int)next_random(forest, N_ARRAYS) : (int)next_random(forest, 7) - 3;
                tree.index = (int)next_random(forest, MAX_ELEMENTS + 1);
        } else if (tree.kind == AND || tree.kind == OR || tree.kind == NOT) {
                tree.left = grow(forest, depth + 1);
                if (tree.kind != NOT)
                        tree.right = grow(forest, depth + 1);
        } else {
                tree.left = (int)next_random(forest, N_PROPERTIES);
                tree.op = (int)next_random(forest, 6);
                tree.right_is_property = next_random(forest, 4) == 0;
                tree.right = tree.right_is_property ? (int)next_random(forest, N_PROPERTIES)
                                                    : (int)next_random(forest, 7) - 3;
                tree.swapped = next_random(forest, 4) == 0;
                tree.quoted = next_random(forest, 4) == 0;
        }
        forest->trees[index] = tree;
        return index;
}

static void blanks(Forest *forest, Buffer *text)
{
        static const char *const kinds[] = { " ", "  ", "\t", "\n" };

        buffer_append_string(text, kinds[next_random(forest, 4)]);
}

static void write_tree(Forest *forest, int index, Buffer *text);

/* A child in parentheses, unless it binds tighter than its parent anyway */
static void write_child(Forest *forest, int index, Kind parent, Buffer *text)
{
        const Kind kind = forest->trees[index].kind;
        const bool tighter = kind >= COMPARE || kind == NOT || (parent == OR && kind == AND);
        const bool bare = tighter && next_random(forest, 2);

        buffer_append_string(text, bare ? "" : "(");
        write_tree(forest, index, text);
        buffer_append_string(text, bare ? "" : ")");
}

static void write_operand(const Tree *tree, Buffer *text)
{
        if (tree->right_is_property)
                buffer_printf(text, "P%d", tree->right);
        else if (tree->quoted)
                buffer_printf(text, "'%d'", tree->right);
        else
                buffer_printf(text, "%d", tree->right);
}

static void write_tree(Forest *forest, int index, Buffer *text)
{
        static const char *const operators[] = { "=", "<>", "<", "<=", ">", ">=" };
        const Tree *tree = &forest->trees[index];

        switch (tree->kind) {
        case AND:
        case OR:
                write_child(forest, tree->left, tree->kind, text);
                blanks(forest, text);
                buffer_append_string(text, tree->kind == AND ? "and" : "OR");
                blanks(forest, text);
                write_child(forest, tree->right, tree->kind, text);
                break;
        case NOT:
                buffer_append_string(text, "not ");
                write_child(forest, tree->left, NOT, text);
                break;
        case INDEX:
                buffer_printf(text, "a%d[%d] %s %d", tree->left, tree->index, operators[tree->op], tree->right);
                break;
        case ARRAYS:
                buffer_printf(text, next_random(forest, 2) ? "a%d %s A%d" : "A%d[*] %s a%d[*]", tree->left,
                              operators[tree->op], tree->right);
                break;
        case ELEMENT:
                buffer_printf(text, "e %s %d", operators[tree->op], tree->right);
                break;
        case ELEMENTS:
                buffer_printf(text, "%s E in A%d Satisfies (", tree->is_every ? "every" : "ANY", tree->left);
                write_tree(forest, tree->right, text);
                buffer_append_char(text, ')');
                break;
        case NULL_TEST:
                buffer_printf(text, "p%d is %snull", tree->left, tree->op & 1 ? "not " : "");
                break;
        default:
                if (tree->swapped)
                        write_operand(tree, text);
                else
                        buffer_printf(text, "p%d", tree->left);
                buffer_printf(text, " %s ", operators[tree->op]);
                if (tree->swapped)
                        buffer_printf(text, "p%d", tree->left);
                else
                        write_operand(tree, text);
                break;
        }
}

static int compare_numbers(int a, int op, int b)
{
        if (a == IS_NULL || b == IS_NULL)
                return 1;
        switch (op) {
        case 0:
                return a == b ? 2 : 0;
        case 1:
                return a != b ? 2 : 0;
        case 2:
                return a < b ? 2 : 0;
        case 3:
                return a <= b ? 2 : 0;
        case 4:
                return a > b ? 2 : 0;
        default:
                return a >= b ? 2 : 0;
        }
}

static int compare_simply(const Tree *tree, const Row *row)
{
        int a = row->values[tree->left];
        int b = tree->right_is_property ? row->values[tree->right] : tree->right;

        return tree->swapped ? compare_numbers(b, tree->op, a) : compare_numbers(a, tree->op, b);
}

/* = or <> */
static int compare_arrays(const Tree *tree, const Row *row)
{
        const int size = row->sizes[tree->left];
        bool same = size == row->sizes[tree->right];

        if (size == IS_NULL || row->sizes[tree->right] == IS_NULL)
                return 1;
        for (int i = 0; same && i < size; i++)
                same = row->elements[tree->left][i] == row->elements[tree->right][i];
        return same == (tree->op == 0) ? 2 : 0;
}

static int evaluate_simply(const Forest *forest, int index, const Row *row, int element);

static int look_at_elements(const Forest *forest, const Tree *tree, const Row *row)
{
        int truth = tree->is_every ? 2 : 0;

        if (row->sizes[tree->left] == IS_NULL)
                return 1;
        for (int i = 0; i < row->sizes[tree->left]; i++) {
                int part = evaluate_simply(forest, tree->right, row, row->elements[tree->left][i]);

                if (tree->is_every ? part < truth : part > truth)
                        truth = part;
        }
        return truth;
}

static int evaluate_simply(const Forest *forest, int index, const Row *row, int element)
{
        const Tree *tree = &forest->trees[index];
        int a, b;

        switch (tree->kind) {
        case AND:
                a = evaluate_simply(forest, tree->left, row, element);
                b = evaluate_simply(forest, tree->right, row, element);
                return a < b ? a : b;
        case OR:
                a = evaluate_simply(forest, tree->left, row, element);
                b = evaluate_simply(forest, tree->right, row, element);
                return a > b ? a : b;
        case NOT:
                return 2 - evaluate_simply(forest, tree->left, row, element);
        case NULL_TEST:
                a = row->values[tree->left] == IS_NULL;
                return (tree->op & 1 ? !a : a) ? 2 : 0;
        case INDEX:
                a = row->sizes[tree->left];
                if (a == IS_NULL || tree->index >= a)
                        return 1;
                return compare_numbers(row->elements[tree->left][tree->index], tree->op, tree->right);
        case ARRAYS:
                return compare_arrays(tree, row);
        case ELEMENT:
                return compare_numbers(element, tree->op, tree->right);
        case ELEMENTS:
                return look_at_elements(forest, tree, row);
        default:
                return compare_simply(tree, row);
        }
}

/* Of other types than each other, with few different elements, so that some are equal */
static void make_arrays(Forest *forest, Row *row, MI_Instance *instance)
{
        for (int a = 0; a < N_ARRAYS; a++) {
                MI_Sint16 shorts[MAX_ELEMENTS];
                MI_Sint64 longs[MAX_ELEMENTS];
                MI_Value value = { 0 };
                char name[16];

                row->sizes[a] = next_random(forest, 6) ? (int)next_random(forest, MAX_ELEMENTS + 1) : IS_NULL;
                if (row->sizes[a] == IS_NULL)
                        continue;
                for (int i = 0; i < row->sizes[a]; i++)
                        longs[i] = shorts[i] = (MI_Sint16)(row->elements[a][i] = (int)next_random(forest, 3) - 1);
                snprintf(name, sizeof(name), "A%d", a);
                if (a & 1)
                        value.sint16a = (MI_Sint16A){ shorts, (MI_Uint32)row->sizes[a] };
                else
                        value.sint64a = (MI_Sint64A){ longs, (MI_Uint32)row->sizes[a] };
                test_set(instance, name, a & 1 ? MI_SINT16A : MI_SINT64A, value);
        }
}

static void make_rows(Forest *forest, Row *rows, MI_Instance **instances)
{
        static const MI_Type types[N_PROPERTIES] = { MI_SINT32, MI_SINT64, MI_REAL64, MI_SINT8 };

        for (int i = 0; i < N_ROWS; i++) {
                instances[i] = test_empty("T_Row");
                for (int p = 0; p < N_PROPERTIES; p++) {
                        char name[16];
                        const int value = (int)next_random(forest, 7) - 3;
                        MI_Value element = { 0 };

                        snprintf(name, sizeof(name), "P%d", p);
                        rows[i].values[p] = next_random(forest, 5) == 0 ? IS_NULL : value;
                        if (rows[i].values[p] == IS_NULL)
                                continue;
                        if (types[p] == MI_SINT32)
                                element.sint32 = value;
                        else if (types[p] == MI_SINT64)
                                element.sint64 = value;
                        else if (types[p] == MI_REAL64)
                                element.real64 = value;
                        else
                                element.sint8 = (MI_Sint8)value;
                        test_set(instances[i], name, types[p], element);
                }
                make_arrays(forest, &rows[i], instances[i]);
        }
}

static void check_query(const Forest *forest, const char *text, const Row *rows, MI_Instance *const *instances)
{
        QueryError error;
        Query *query = NULL;

        if (query_parse(&query, forest->is_cql ? "CQL" : "WQL", text, &error))
                fail_msg("%s\n%s", text, error.message);
        for (int i = 0; i < N_ROWS; i++) {
                const bool expected = evaluate_simply(forest, 0, &rows[i], IS_NULL) == 2;

                if (query_matches(query, instances[i], NULL) != expected)
                        fail_msg("%s\nrow %d: %d %d %d %d: expected %d", text, i, rows[i].values[0], rows[i].values[1],
                                 rows[i].values[2], rows[i].values[3], expected);
        }
        query_free(query);
}

static void check_dialect(bool is_cql)
{
        Forest forest = { .random = 0x9e3779b97f4a7c15, .is_cql = is_cql };
        MI_Instance *instances[N_ROWS];
        Row rows[N_ROWS];
        Buffer text = BUFFER_INIT;

        make_rows(&forest, rows, instances);
        for (int i = 0; i < N_QUERIES; i++) {
                forest.count = 0;
                grow(&forest, 0);
                buffer_clear(&text);
                buffer_append_string(&text, "SELECT * FROM T_Row WHERE ");
                write_tree(&forest, 0, &text);
                check_query(&forest, buffer_text(&text), rows, instances);
        }
        buffer_deinit(&text);
        for (int i = 0; i < N_ROWS; i++)
                instance_delete(instances[i]);
}

static void test_wql(void **state)
{
        check_dialect(false);
}

static void test_cql(void **state)
{
        check_dialect(true);
}

int main(void)
{
        const struct CMUnitTest tests[] = { cmocka_unit_test(test_wql), cmocka_unit_test(test_cql) };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
