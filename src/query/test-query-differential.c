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
 * does: over a table of small integers, null included, with truth as the numbers 0 (false), 1 (unknown), 2 (true). The query must
 * agree for every row.
 */

#define N_PROPERTIES 4
#define N_ROWS       16
#define N_QUERIES    20000
#define MAX_DEPTH    5
#define IS_NULL      99

typedef struct Row {
        int values[N_PROPERTIES];
} Row;

typedef enum Kind {
        AND,
        OR,
        NOT,
        COMPARE,
        NULL_TEST,
        N_KINDS,
} Kind;

typedef struct Tree {
        Kind kind;
        int left;  /* child or property */
        int right; /* child, property or value */
        int op;
        bool right_is_property;
        bool swapped;
        bool quoted;
} Tree;

typedef struct Forest {
        Tree trees[256];
        int count;
        uint64_t random;
} Forest;

static unsigned int next_random(Forest *forest, unsigned int below)
{
        forest->random ^= forest->random << 13;
        forest->random ^= forest->random >> 7;
        forest->random ^= forest->random << 17;
        return (unsigned int)((forest->random >> 32) % below);
}

static int grow(Forest *forest, int depth)
{
        const int index = forest->count++;
        Tree tree = { 0 };

        tree.kind = depth >= MAX_DEPTH ? COMPARE + next_random(forest, 2) : next_random(forest, N_KINDS);
        if (tree.kind == AND || tree.kind == OR || tree.kind == NOT) {
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

static int compare_simply(const Tree *tree, const Row *row)
{
        int a = row->values[tree->left];
        int b = tree->right_is_property ? row->values[tree->right] : tree->right;

        if (a == IS_NULL || b == IS_NULL)
                return 1;
        if (tree->swapped) {
                int c = a;

                a = b;
                b = c;
        }
        switch (tree->op) {
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

static int evaluate_simply(const Forest *forest, int index, const Row *row)
{
        const Tree *tree = &forest->trees[index];
        int a, b;

        switch (tree->kind) {
        case AND:
                a = evaluate_simply(forest, tree->left, row);
                b = evaluate_simply(forest, tree->right, row);
                return a < b ? a : b;
        case OR:
                a = evaluate_simply(forest, tree->left, row);
                b = evaluate_simply(forest, tree->right, row);
                return a > b ? a : b;
        case NOT:
                return 2 - evaluate_simply(forest, tree->left, row);
        case NULL_TEST:
                a = row->values[tree->left] == IS_NULL;
                return (tree->op & 1 ? !a : a) ? 2 : 0;
        default:
                return compare_simply(tree, row);
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
        }
}

static void check_query(const Forest *forest, const char *text, const Row *rows, MI_Instance *const *instances)
{
        QueryError error;
        Query *query = NULL;

        if (query_parse(&query, "WQL", text, &error))
                fail_msg("%s\n%s", text, error.message);
        for (int i = 0; i < N_ROWS; i++) {
                const bool expected = evaluate_simply(forest, 0, &rows[i]) == 2;

                if (query_matches(query, instances[i], NULL) != expected)
                        fail_msg("%s\nrow %d: %d %d %d %d: expected %d", text, i, rows[i].values[0], rows[i].values[1],
                                 rows[i].values[2], rows[i].values[3], expected);
        }
        query_free(query);
}

static void test_differential(void **state)
{
        Forest forest = { .random = 0x9e3779b97f4a7c15 };
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

int main(void)
{
        const struct CMUnitTest tests[] = { cmocka_unit_test(test_differential) };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
