#include <stdarg.h>
#include <stdio.h>

#include "model/decl.h"
#include "model/value.h"
#include "query/compare.h"
#include "query/lexer.h"
#include "query/number-text.h"
#include "util/text.h"

/* What is known of a path's value before there is one */
typedef struct PathType {
        bool is_known;
        MI_Type type;             /* MI_INSTANCE for the object itself */
        const MI_ClassDecl *decl; /* of an instance or reference, or NULL */
} PathType;

/* What the checks of one query share */
typedef struct Validation {
        const MI_ClassDecl *decl;
        QueryDialect dialect;
        PathType element; /* that ANY or EVERY looks at */
        QueryError *error;
} Validation;

static int wrong(Validation *validation, unsigned int column, const char *format, ...) _printf_(3, 4);
static int check_node(Validation *validation, const QueryNode *node);

static int wrong(Validation *validation, unsigned int column, const char *format, ...)
{
        char message[sizeof(validation->error->message)];
        va_list args;

        va_start(args, format);
        vsnprintf(message, sizeof(message), format, args);
        va_end(args);
        return query_fail(validation->error, QUERY_INVALID, column, "%s", message);
}

/* Class::property may name a class above (the property is there already) or one below (then it is not known here). */
static bool scope_is_elsewhere(const QueryStep *step, const MI_ClassDecl *decl)
{
        return step->scope && !decl_is_a_name(decl, step->scope);
}

static int check_step(Validation *validation, const QueryPath *path, const QueryStep *step, PathType *known)
{
        const MI_ClassDecl *decl = known->decl;
        const MI_PropertyDecl *property;
        const char *type;
        int index;

        *known = (PathType){ .is_known = false };
        if (step->system != QUERY_SYSTEM_NONE) {
                *known = (PathType){ .is_known = true, .type = MI_STRING };
                return 0;
        }
        if (!decl || scope_is_elsewhere(step, decl))
                return 0;

        index = decl_find_property(decl, step->name);
        if (index < 0)
                return wrong(validation, path->column, "class %s has no property `%s'", decl->name, step->name);
        property = decl->properties[index];
        type = type_name((MI_Type)property->type);
        if ((step->has_index || step->is_whole) && !type_is_array((MI_Type)property->type))
                return wrong(validation, path->column, "`%s' is no array: its type is %s", path->text, type);

        *known = (PathType){ .is_known = true, .type = (MI_Type)property->type };
        if (step->has_index)
                known->type = type_scalar(known->type);
        if (property->className && decl->schema)
                known->decl = schema_find_class(decl->schema, property->className);
        return 0;
}

static int check_path(Validation *validation, const QueryPath *path, PathType *known)
{
        int r;

        *known = (PathType){ .is_known = true, .type = MI_INSTANCE, .decl = validation->decl };
        if (path->of_element)
                *known = validation->element;
        for (size_t i = 0; i < path->n_steps; i++) {
                if (known->is_known && type_is_array(known->type))
                        return wrong(validation, path->column,
                                     "`%s' goes through an array: expected an index such as [0]", path->text);
                if (known->is_known && known->type != MI_INSTANCE && known->type != MI_REFERENCE)
                        return wrong(validation, path->column, "`%s': a %s has no property `%s'", path->text,
                                     type_name(known->type), path->steps[i].name);
                r = check_step(validation, path, &path->steps[i], known);
                if (r)
                        return r;
        }
        return 0;
}

static int check_literal(Validation *validation, const QueryOperand *path, MI_Type type, const QueryNode *node,
                         const QueryOperand *literal)
{
        const QueryLiteralKind kind = literal->literal.kind;
        const char *name = path->path->text;
        QueryLiteral number;
        MI_Datetime datetime;
        MI_Value value;

        if (type == MI_BOOLEAN && query_operator_is_order(node->op))
                return wrong(validation, literal->column, "`%s' is a boolean: expected = or <>", name);
        if (type == MI_REFERENCE && query_operator_is_order(node->op))
                return wrong(validation, literal->column, "`%s' is a reference: expected = or <>", name);
        if (type == MI_INSTANCE)
                return wrong(validation, path->column, "`%s' is an embedded instance: expected one of its properties",
                             name);
        if (type == MI_DATETIME &&
            (kind != QUERY_LITERAL_STRING || !scalar_reads_datetime(literal->literal.string, &datetime)))
                return wrong(validation, literal->column,
                             "`%s' is a datetime: expected one in quotes, such as \"20240229120000.000000+000\"", name);
        if (type == MI_REFERENCE && kind != QUERY_LITERAL_STRING)
                return wrong(validation, literal->column, "`%s' is a reference: expected an object path in quotes",
                             name);
        if ((type_is_integer(type) || type == MI_REAL32 || type == MI_REAL64) &&
            (kind == QUERY_LITERAL_BOOLEAN ||
             (kind == QUERY_LITERAL_STRING && !number_text_reads(literal->literal.string, &number))))
                return wrong(validation, literal->column, "`%s' is a %s: expected a number", name, type_name(type));
        if (type == MI_BOOLEAN && query_literal_value(&literal->literal, MI_BOOLEAN, &value) == QUERY_NO_VALUE)
                return wrong(validation, literal->column, "`%s' is a boolean: expected TRUE or FALSE", name);
        if (type == MI_STRING && kind == QUERY_LITERAL_BOOLEAN)
                return wrong(validation, literal->column, "`%s' is a string: expected a value in quotes", name);
        return 0;
}

static bool is_system(const QueryPath *path)
{
        return path->n_steps > 0 && path->steps[path->n_steps - 1].system != QUERY_SYSTEM_NONE;
}

static bool is_array(const PathType *known)
{
        return known->is_known && type_is_array(known->type);
}

/* One side at least is an array as a whole. */
static int check_arrays(Validation *validation, const QueryNode *node, const QueryOperand *operand,
                        const PathType *known, const QueryOperand *other, const PathType *second)
{
        const bool is_left = is_array(known);
        const QueryOperand *array = is_left ? operand : other;
        const PathType *type = is_left ? known : second;
        const PathType *beside = is_left ? second : known;
        const char *name = array->path->text;

        if (validation->dialect != QUERY_CQL || node->op == QUERY_LIKE || node->op == QUERY_ISA)
                return wrong(validation, array->column, "`%s' is an array: expected one of its elements, such as [0]",
                             name);
        if (query_operator_is_order(node->op))
                return wrong(validation, array->column, "`%s' is an array, which has no order: expected = or <>", name);
        if (type_scalar(type->type) == MI_INSTANCE)
                return wrong(validation, array->column,
                             "`%s' is an array of embedded instances: expected properties of its elements", name);
        if (!other->path || (beside->is_known && !is_array(beside)))
                return wrong(validation, array->column,
                             "`%s' is an array: expected another one beside it, one of its elements, such as [0], or "
                             "ANY name IN %s SATISFIES (condition)",
                             name, name);
        return 0;
}

static int check_test(Validation *validation, const QueryNode *node)
{
        const QueryOperand *path = node->left.path ? &node->left : &node->right;
        const QueryOperand *other = node->left.path ? &node->right : &node->left;
        PathType known, second = { .is_known = false };
        int r;

        if (!path->path)
                return 0;
        r = check_path(validation, path->path, &known);
        if (r || node->op == QUERY_IS_NULL)
                return r;
        if (other->path)
                r = check_path(validation, other->path, &second);
        if (r)
                return r;
        if (is_array(&known) || is_array(&second))
                return check_arrays(validation, node, path, &known, other, &second);
        if (!known.is_known)
                return 0;
        if (node->op == QUERY_ISA) {
                if (known.type != MI_INSTANCE && known.type != MI_REFERENCE && !is_system(path->path))
                        return wrong(validation, path->column, "`%s' is a %s: ISA expects an instance",
                                     path->path->text, type_name(known.type));
                return 0;
        }
        if (node->op == QUERY_LIKE) {
                if (known.type != MI_STRING && known.type != MI_CHAR16)
                        return wrong(validation, path->column, "`%s' is a %s: LIKE expects a string", path->path->text,
                                     type_name(known.type));
                return 0;
        }
        return other->path ? 0 : check_literal(validation, path, known.type, node, other);
}

/* The array of ANY or EVERY, then its condition */
static int check_elements(Validation *validation, const QueryNode *node)
{
        PathType array;
        int r;

        r = check_path(validation, node->left.path, &array);
        if (r)
                return r;
        if (array.is_known && !type_is_array(array.type))
                return wrong(validation, node->left.column, "`%s' is no array: its type is %s", node->left.path->text,
                             type_name(array.type));
        validation->element = array;
        if (array.is_known)
                validation->element.type = type_scalar(array.type);
        return check_node(validation, node->children);
}

static int check_node(Validation *validation, const QueryNode *node)
{
        int r = 0;

        if (node->op == QUERY_ANY || node->op == QUERY_EVERY)
                return check_elements(validation, node);
        if (node->op != QUERY_AND && node->op != QUERY_OR && node->op != QUERY_NOT)
                return check_test(validation, node);
        for (const QueryNode *child = node->children; child && !r; child = child->next)
                r = check_node(validation, child);
        return r;
}

/* meta_class has the system properties that a class can tell, and no others. */
static int check_meta_class(Validation *validation, const QueryPath *paths)
{
        for (const QueryPath *path = paths; path; path = path->next) {
                bool is_known = path->n_steps == 0 ||
                                (path->n_steps == 1 && (path->steps[0].system != QUERY_SYSTEM_NONE ||
                                                        ascii_equal(path->steps[0].name, "__DERIVATION")));

                if (!is_known)
                        return wrong(validation, path->column,
                                     "meta_class has no property `%s': expected __this, __CLASS, __SUPERCLASS, "
                                     "__DYNASTY or __NAMESPACE",
                                     path->text);
        }
        return 0;
}

int query_validate(const Query *query, const MI_ClassDecl *decl, QueryError *error)
{
        Validation validation = { .decl = decl, .dialect = query->dialect, .error = error };
        PathType known;
        int r = 0;

        *error = (QueryError){ 0 };
        if (query->kind == QUERY_META_CLASS) {
                r = check_meta_class(&validation, query->select_paths);
                return r ? r : check_meta_class(&validation, query->paths);
        }
        if (query->kind != QUERY_SELECT)
                return 0;
        for (const QueryPath *path = query->select_paths; path && !r; path = path->next)
                r = check_path(&validation, path, &known);
        if (!r && query->where)
                r = check_node(&validation, query->where);
        return r;
}
