#include <stdarg.h>
#include <stdio.h>

#include "model/decl.h"
#include "model/value.h"
#include "query/compare.h"
#include "query/lexer.h"
#include "query/number-text.h"
#include "util/text.h"

/* What the checks of one query share */
typedef struct Validation {
        const MI_ClassDecl *decl;
        QueryError *error;
} Validation;

/* What is known of a path's value before there is one */
typedef struct PathType {
        bool is_known;
        MI_Type type;           /* MI_INSTANCE for the object itself */
        const char *class_name; /* of an instance or reference, or NULL */
} PathType;

static int wrong(Validation *validation, unsigned int column, const char *format, ...) _printf_(3, 4);

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

/* One step from `*declp`, which becomes NULL when the next class is not known. */
static int check_step(Validation *validation, const QueryPath *path, const QueryStep *step, const MI_ClassDecl **declp,
                      PathType *known)
{
        const MI_ClassDecl *decl = *declp;
        const MI_PropertyDecl *property;
        const char *type;
        int index;

        *declp = NULL;
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
        if (step->has_index && !type_is_array((MI_Type)property->type))
                return wrong(validation, path->column, "`%s' is no array: its type is %s", path->text, type);

        *known = (PathType){ .is_known = true, .type = (MI_Type)property->type, .class_name = property->className };
        if (step->has_index)
                known->type = type_scalar(known->type);
        if (property->className && decl->schema)
                *declp = schema_find_class(decl->schema, property->className);
        return 0;
}

static int check_path(Validation *validation, const QueryPath *path, PathType *known)
{
        const MI_ClassDecl *decl = validation->decl;
        int r;

        *known = (PathType){ .is_known = true, .type = MI_INSTANCE, .class_name = decl->name };
        for (size_t i = 0; i < path->n_steps; i++) {
                if (known->is_known && type_is_array(known->type))
                        return wrong(validation, path->column,
                                     "`%s' goes through an array: expected an index such as [0]", path->text);
                if (known->is_known && known->type != MI_INSTANCE && known->type != MI_REFERENCE)
                        return wrong(validation, path->column, "`%s': a %s has no property `%s'", path->text,
                                     type_name(known->type), path->steps[i].name);
                r = check_step(validation, path, &path->steps[i], &decl, known);
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

static int check_test(Validation *validation, const QueryNode *node)
{
        const QueryOperand *path = node->left.path ? &node->left : &node->right;
        const QueryOperand *other = node->left.path ? &node->right : &node->left;
        PathType known;
        int r;

        if (!path->path)
                return 0;
        r = check_path(validation, path->path, &known);
        if (r || node->op == QUERY_IS_NULL)
                return r;
        if (other->path) {
                PathType second;

                r = check_path(validation, other->path, &second);
                if (r)
                        return r;
        }
        if (!known.is_known)
                return 0;

        if (type_is_array(known.type))
                return wrong(validation, path->column, "`%s' is an array: expected an index such as %s[0]",
                             path->path->text, path->path->text);
        if (node->op == QUERY_ISA) {
                if (known.type != MI_INSTANCE && known.type != MI_REFERENCE &&
                    path->path->steps[path->path->n_steps - 1].system == QUERY_SYSTEM_NONE)
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

static int check_node(Validation *validation, const QueryNode *node)
{
        int r = 0;

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
        Validation validation = { .decl = decl, .error = error };
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
