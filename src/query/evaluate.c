#include <string.h>

#include "model/decl.h"
#include "model/instance.h"
#include "query/compare.h"
#include "query/like.h"
#include "util/text.h"

/* What a condition is asked about: an instance or a class */
typedef struct Subject {
        const MI_Instance *instance; /* NULL: the class */
        const QueryClass *class;
        const QueryHierarchy *hierarchy;
        const Scalar *element; /* that ANY or EVERY looks at */
        bool compares_arrays;  /* CQL does, WQL does not */
} Subject;

static QueryTruth evaluate(const Subject *subject, const QueryNode *node);

static QueryTruth is_a_name(const Subject *subject, const char *class_name, const char *ancestor)
{
        int answer;

        if (ascii_equal(class_name, ancestor))
                return QUERY_TRUE;
        if (!subject->hierarchy)
                return QUERY_UNKNOWN;
        answer = subject->hierarchy->is_a(subject->hierarchy->context, class_name, ancestor);
        if (answer < 0)
                return QUERY_UNKNOWN;
        return answer ? QUERY_TRUE : QUERY_FALSE;
}

/*
 * A declaration knows its ancestors up to the end, or to a superclass that it only names. That of a dynamic instance has the name of
 * the class and nothing else.
 */
static bool knows_all_ancestors(const MI_ClassDecl *decl)
{
        if (decl->numProperties == 0)
                return false;
        while (decl->superClassDecl)
                decl = decl->superClassDecl;
        return !decl->superClass;
}

static QueryTruth is_a(const Subject *subject, const MI_Instance *instance, const char *ancestor)
{
        const MI_ClassDecl *decl = instance->classDecl;

        if (decl && decl_is_a_name(decl, ancestor))
                return QUERY_TRUE;
        if (decl && knows_all_ancestors(decl))
                return QUERY_FALSE;
        return is_a_name(subject, instance_class_name(instance), ancestor);
}

static const char *string_of(MI_Result result, const char *string)
{
        return result == MI_RESULT_OK ? string : NULL;
}

static const char *instance_system(const MI_Instance *instance, QuerySystem system)
{
        const MI_ClassDecl *decl = instance->classDecl;
        const MI_Char *text = NULL;

        switch (system) {
        case QUERY_SYSTEM_CLASS:
                return instance_class_name(instance);
        case QUERY_SYSTEM_SUPERCLASS:
                return decl ? decl->superClass : NULL;
        case QUERY_SYSTEM_DYNASTY:
                while (decl && decl->superClassDecl)
                        decl = decl->superClassDecl;
                if (!decl)
                        return NULL;
                return decl->superClass ? decl->superClass : decl->name;
        case QUERY_SYSTEM_NAMESPACE:
                return string_of(MI_Instance_GetNameSpace(instance, &text), text);
        case QUERY_SYSTEM_SERVER:
                return string_of(MI_Instance_GetServerName(instance, &text), text);
        default:
                return NULL;
        }
}

static const char *class_system(const QueryClass *class, QuerySystem system)
{
        switch (system) {
        case QUERY_SYSTEM_CLASS:
                return class->name;
        case QUERY_SYSTEM_SUPERCLASS:
                return class->super_class;
        case QUERY_SYSTEM_DYNASTY:
                return class->dynasty ? class->dynasty : class->super_class ? NULL : class->name;
        case QUERY_SYSTEM_NAMESPACE:
                return class->name_space;
        default:
                return NULL;
        }
}

static void set_string(Scalar *scalar, const char *string)
{
        *scalar = (Scalar){ .kind = string ? SCALAR_STRING : SCALAR_NULL, .string = string };
}

/* One step from an instance to the value of a property */
static void take_step(const Subject *subject, const MI_Instance *instance, const QueryStep *step, Scalar *scalar)
{
        Element element;

        *scalar = (Scalar){ .kind = SCALAR_NULL };
        if (step->system != QUERY_SYSTEM_NONE) {
                set_string(scalar, instance_system(instance, step->system));
                return;
        }
        if (step->scope && is_a(subject, instance, step->scope) != QUERY_TRUE)
                return;
        if (!instance_find(instance, step->name, &element) || element.is_null)
                return;
        if (!step->has_index) {
                if (type_is_array(element.type) || !step->is_whole)
                        scalar_from_value(scalar, &element.value, element.type);
        } else if (type_is_array(element.type) && step->index < element.value.array.size) {
                MI_Value item;

                value_array_at(&element.value, element.type, step->index, &item);
                scalar_from_value(scalar, &item, type_scalar(element.type));
        }
}

static void resolve(const Subject *subject, const QueryPath *path, Scalar *scalar)
{
        if (path->of_element) {
                *scalar = *subject->element;
        } else if (subject->instance) {
                *scalar = (Scalar){ .kind = SCALAR_INSTANCE, .instance = subject->instance };
        } else {
                *scalar = (Scalar){ .kind = SCALAR_NULL };
                if (path->n_steps == 1)
                        set_string(scalar, class_system(subject->class, path->steps[0].system));
                return;
        }
        for (size_t i = 0; i < path->n_steps; i++) {
                if (scalar->kind != SCALAR_INSTANCE && scalar->kind != SCALAR_REFERENCE) {
                        scalar->kind = SCALAR_NULL;
                        return;
                }
                take_step(subject, scalar->instance, &path->steps[i], scalar);
        }
}

static void load(const Subject *subject, const QueryOperand *operand, Scalar *scalar)
{
        if (operand->path)
                resolve(subject, operand->path, scalar);
        else
                scalar_from_literal(scalar, &operand->literal);
}

static QueryTruth test_isa(const Subject *subject, const QueryNode *node)
{
        const char *ancestor = node->right.literal.string;
        Scalar left;

        if (!subject->instance && node->left.path && node->left.path->n_steps == 0 && !node->left.path->of_element)
                return is_a_name(subject, subject->class->name, ancestor);
        load(subject, &node->left, &left);
        if (left.kind == SCALAR_INSTANCE || left.kind == SCALAR_REFERENCE)
                return is_a(subject, left.instance, ancestor);
        /* The name of a class, as in __CLASS ISA "X" */
        if (left.kind == SCALAR_STRING)
                return is_a_name(subject, left.string, ancestor);
        return QUERY_UNKNOWN;
}

static QueryTruth test_like(const Subject *subject, const QueryNode *node)
{
        ScalarText room;
        const char *text;
        Scalar left;

        load(subject, &node->left, &left);
        text = scalar_text(&left, &room);
        if (!text)
                return QUERY_UNKNOWN;
        if (node->pattern)
                return pattern_matches(node->pattern, text) ? QUERY_TRUE : QUERY_FALSE;
        return like_matches(node->right.literal.string, text) ? QUERY_TRUE : QUERY_FALSE;
}

/* As OR or AND of the condition over all elements: for none, no element satisfies it, and every one does. */
static QueryTruth test_elements(const Subject *subject, const QueryNode *node)
{
        const QueryTruth end = node->op == QUERY_EVERY ? QUERY_FALSE : QUERY_TRUE;
        QueryTruth truth = query_not(end);
        Scalar array, element;
        Subject inner = *subject;

        load(subject, &node->left, &array);
        if (array.kind != SCALAR_ARRAY)
                return QUERY_UNKNOWN;
        inner.element = &element;
        for (size_t i = 0; i < scalar_array_size(&array); i++) {
                QueryTruth part;

                scalar_array_at(&array, i, &element);
                part = evaluate(&inner, node->children);
                if (part == end)
                        return end;
                if (part == QUERY_UNKNOWN)
                        truth = QUERY_UNKNOWN;
        }
        return truth;
}

static QueryTruth test(const Subject *subject, const QueryNode *node)
{
        Scalar left, right;

        switch (node->op) {
        case QUERY_ISA:
                return test_isa(subject, node);
        case QUERY_LIKE:
                return test_like(subject, node);
        case QUERY_ANY:
        case QUERY_EVERY:
                return test_elements(subject, node);
        case QUERY_IS_NULL:
                load(subject, &node->left, &left);
                return left.kind == SCALAR_NULL ? QUERY_TRUE : QUERY_FALSE;
        default:
                load(subject, &node->left, &left);
                load(subject, &node->right, &right);
                if (subject->compares_arrays && (left.kind == SCALAR_ARRAY || right.kind == SCALAR_ARRAY))
                        return scalar_compare_arrays(&left, node->op, &right);
                return scalar_compare(&left, node->op, &right);
        }
}

static QueryTruth evaluate(const Subject *subject, const QueryNode *node)
{
        /* AND ends at the first false, OR at the first true; unknown goes on but stays. */
        const QueryTruth end = node->op == QUERY_AND ? QUERY_FALSE : QUERY_TRUE;
        QueryTruth truth = node->op == QUERY_AND ? QUERY_TRUE : QUERY_FALSE;

        if (node->op == QUERY_NOT)
                return query_not(evaluate(subject, node->children));
        if (node->op != QUERY_AND && node->op != QUERY_OR)
                return test(subject, node);

        for (const QueryNode *child = node->children; child; child = child->next) {
                QueryTruth part = evaluate(subject, child);

                if (part == end)
                        return end;
                if (part == QUERY_UNKNOWN)
                        truth = QUERY_UNKNOWN;
        }
        return truth;
}

bool query_matches(const Query *query, const MI_Instance *instance, const QueryHierarchy *hierarchy)
{
        const Subject subject = {
                .instance = instance,
                .hierarchy = hierarchy,
                .compares_arrays = query->dialect == QUERY_CQL,
        };

        return !query->where || evaluate(&subject, query->where) == QUERY_TRUE;
}

bool query_matches_class(const Query *query, const QueryClass *class, const QueryHierarchy *hierarchy)
{
        const Subject subject = { .class = class, .hierarchy = hierarchy };

        return !query->where || evaluate(&subject, query->where) == QUERY_TRUE;
}
