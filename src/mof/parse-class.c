/*
 * Classes and instances
 */

#include <errno.h>
#include <string.h>

#include "mof/syntax.h"
#include "util/error.h"

static bool begins_declaration(const MofToken *token)
{
        return token->kind == MOF_TOKEN_PRAGMA || token->kind == '[' || mof_token_is(token, "class") ||
               mof_token_is(token, "instance") || mof_token_is(token, "qualifier");
}

static bool is_first_on_line(const MofToken *token)
{
        const char *p = token->line_start;

        while (p < token->start && (*p == ' ' || *p == '\t'))
                p++;
        return p == token->start;
}

void mof_recover(MofParser *parser, int depth)
{
        MofToken *token = &parser->token;

        while (token->kind != MOF_TOKEN_END) {
                if (depth > 0 && token->kind == ';') {
                        /* no initialiser goes over it: whatever was open is closed now */
                        parser->depth = depth;
                        mof_accept(parser, ';');
                        return;
                }
                if (depth > 0 && token->kind == '}' && parser->depth <= depth)
                        return;
                if (depth == 0 && parser->depth <= 0) {
                        parser->depth = 0;
                        if (mof_accept(parser, ';'))
                                return;
                        if (begins_declaration(token) && is_first_on_line(token))
                                return;
                }
                mof_accept(parser, token->kind);
        }
}

static int parse_alias(MofParser *parser, const char **aliasp)
{
        MofToken *token = &parser->token;

        if (!mof_token_is(token, "as"))
                return 0;
        mof_accept(parser, MOF_TOKEN_NAME);
        if (token->kind != MOF_TOKEN_ALIAS)
                return mof_unexpected(parser, "$alias after 'as'");
        *aliasp = mof_text(parser, token->start, (size_t)(token->end - token->start));
        if (!*aliasp)
                return error_trace(parser->fatal);
        mof_accept(parser, MOF_TOKEN_ALIAS);
        return 0;
}

static int parse_parameter(MofParser *parser, PropertyNode *node)
{
        int r;

        r = mof_parse_qualifiers(parser, &node->qualifiers);
        if (!r)
                r = mof_parse_type(parser, &node->type, false);
        if (r)
                return r;
        if (node->type.type == MOF_TYPE_VOID)
                return mof_error(parser, &node->type.where, "a parameter cannot be void, expected a type");

        node->where = mof_here(parser);
        r = mof_take_name(parser, &node->name, "the name of the parameter");
        if (!r)
                r = mof_parse_subscript(parser, &node->type);
        if (!r && parser->token.kind == '=') {
                r = mof_complaint(parser, NULL, "the default of parameter %s is left out: parameters have none",
                                  node->name);
                mof_accept(parser, '=');
                if (!r)
                        r = mof_parse_initializer(parser, &node->value);
        }
        return r;
}

static int parse_parameters(MofParser *parser, MethodNode *method)
{
        PropertyNode **tail = &method->parameters;
        int r;

        if (mof_accept(parser, ')'))
                return 0;
        for (;;) {
                PropertyNode *node = mof_node(parser, sizeof(*node));

                if (!node)
                        return error_trace(parser->fatal);
                if (method->n_parameters >= MOF_MEMBERS_MAX)
                        return mof_error(parser, NULL, "more than %u parameters", MOF_MEMBERS_MAX);
                r = parse_parameter(parser, node);
                if (r)
                        return r;
                *tail = node;
                tail = &node->next;
                method->n_parameters++;
                if (!mof_accept(parser, ','))
                        return mof_expect(parser, ')', "',' or ')' after a parameter");
        }
}

typedef struct Body {
        ClassNode *class;
        PropertyNode **properties_tail;
        MethodNode **methods_tail;
} Body;

static int parse_method(MofParser *parser, Body *body, const PropertyNode *start)
{
        MethodNode *method = mof_node(parser, sizeof(*method));
        int r;

        if (!method)
                return error_trace(parser->fatal);
        method->name = start->name;
        method->where = start->where;
        method->qualifiers = start->qualifiers;
        method->type = start->type;

        r = parse_parameters(parser, method);
        if (!r)
                r = mof_expect(parser, ';', "';' after the method");
        if (r)
                return r;
        *body->methods_tail = method;
        body->methods_tail = &method->next;
        body->class->n_methods++;
        return 0;
}

static int parse_property(MofParser *parser, Body *body, PropertyNode *node)
{
        int r;

        if (node->type.type == MOF_TYPE_VOID)
                return mof_error(parser, &node->type.where, "a property cannot be void, expected a type");
        r = mof_parse_subscript(parser, &node->type);
        if (!r && mof_accept(parser, '='))
                r = mof_parse_initializer(parser, &node->value);
        if (!r)
                r = mof_expect(parser, ';',
                               node->value ? "';' after the property's value"
                                           : "';' or '=' after the property, or '(' of a method");
        if (r)
                return r;
        *body->properties_tail = node;
        body->properties_tail = &node->next;
        body->class->n_properties++;
        return 0;
}

static int parse_member(MofParser *parser, Body *body)
{
        PropertyNode *node = mof_node(parser, sizeof(*node));
        int r;

        if (!node)
                return error_trace(parser->fatal);
        if (body->class->n_properties >= MOF_MEMBERS_MAX || body->class->n_methods >= MOF_MEMBERS_MAX)
                return mof_error(parser, NULL, "more than %u properties or methods", MOF_MEMBERS_MAX);

        r = mof_parse_qualifiers(parser, &node->qualifiers);
        if (!r)
                r = mof_parse_type(parser, &node->type, true);
        if (r)
                return r;
        node->where = mof_here(parser);
        r = mof_take_name(parser, &node->name, "the name of a property or method");
        if (r)
                return r;
        return mof_accept(parser, '(') ? parse_method(parser, body, node) : parse_property(parser, body, node);
}

static int parse_members(MofParser *parser, ClassNode *class)
{
        Body body = { .class = class, .properties_tail = &class->properties, .methods_tail = &class->methods };
        int depth = parser->depth, r;

        while (parser->token.kind != '}') {
                if (parser->token.kind == MOF_TOKEN_END)
                        return mof_unexpected(parser, "'}' at the end of the class");
                if (mof_is_stopped(parser))
                        return MOF_FAILED;
                r = parse_member(parser, &body);
                if (r < 0)
                        return error_trace(r);
                if (r)
                        mof_recover(parser, depth);
        }
        mof_accept(parser, '}');
        return 0;
}

static int add_class(MofParser *parser, ClassNode *node)
{
        MofSchema *schema = parser->schema;
        const ClassNode *first = str_map_get(&parser->class_nodes, node->class->decl.name);
        int r;

        if (schema->n_classes >= MOF_CLASSES_MAX)
                return mof_error(parser, NULL, "more than %u classes", MOF_CLASSES_MAX);
        *parser->classes_tail = node;
        parser->classes_tail = &node->next;
        if (first) {
                if (!parser->options.allow_repeats)
                        return mof_error(parser, &node->class->where, "the class is already declared at %s:%u",
                                         first->class->where.file, first->class->where.line);
                return 0; /* compared when both are resolved */
        }

        r = str_map_add(&parser->class_nodes, node->class->decl.name, node);
        if (r < 0)
                return error_trace(r);
        node->class->index = schema->n_classes;
        return mof_append(parser, &schema->classes, &schema->n_classes, &parser->classes_room, node->class);
}

static int parse_class_head(MofParser *parser, ClassNode *node)
{
        MofClass *class = node->class;
        int r;

        class->where = mof_here(parser);
        r = mof_take_name(parser, &class->decl.name, "the name of the class");
        if (r)
                return r;
        parser->class_name = class->decl.name;
        r = parse_alias(parser, &class->alias);
        if (!r && mof_accept(parser, ':')) {
                node->super_where = mof_here(parser);
                r = mof_take_name(parser, &node->super_name, "the name of the superclass");
                if (!r && !class->alias)
                        r = parse_alias(parser, &class->alias);
        }
        return r ? r : mof_expect(parser, '{', node->super_name ? "'{'" : "'{', or ':' and the superclass");
}

int mof_parse_class(MofParser *parser, QualifierList *qualifiers)
{
        ClassNode *node = mof_node(parser, sizeof(*node));
        int r;

        if (!node)
                return error_trace(parser->fatal);
        node->class = mof_alloc(parser, sizeof(*node->class));
        if (!node->class)
                return error_trace(parser->fatal);
        mof_accept(parser, MOF_TOKEN_NAME);
        node->qualifiers = *qualifiers;
        node->sequence = ++parser->sequence;
        node->class->namespace_name = parser->namespace_name;

        r = parse_class_head(parser, node);
        if (!r)
                r = add_class(parser, node);
        if (r)
                return r;
        r = parse_members(parser, node);
        return r ? r : mof_expect(parser, ';', "';' after the class");
}

/* Instances */

static int parse_assignments(MofParser *parser, InstanceNode *node)
{
        AssignmentNode **tail = &node->assignments;
        int r;

        while (!mof_accept(parser, '}')) {
                AssignmentNode *assignment = mof_node(parser, sizeof(*assignment));
                QualifierList ignored;

                if (!assignment)
                        return error_trace(parser->fatal);
                if (node->n_assignments >= MOF_MEMBERS_MAX)
                        return mof_error(parser, NULL, "more than %u values in an instance", MOF_MEMBERS_MAX);
                r = mof_parse_qualifiers(parser, &ignored);
                if (r)
                        return r;
                assignment->where = mof_here(parser);
                r = mof_take_name(parser, &assignment->name, "the name of a property, or '}'");
                if (!r)
                        r = mof_expect(parser, '=', "'=' and the property's value");
                if (!r)
                        r = mof_parse_initializer(parser, &assignment->value);
                if (!r)
                        r = mof_expect(parser, ';', "';' after the property's value");
                if (r)
                        return r;
                *tail = assignment;
                tail = &assignment->next;
                node->n_assignments++;
        }
        return 0;
}

static int parse_instance_head(MofParser *parser, MofInstance *instance)
{
        int r;

        if (!mof_token_is(&parser->token, "of"))
                return mof_unexpected(parser, "'of' after 'instance'");
        mof_accept(parser, MOF_TOKEN_NAME);
        instance->where = mof_here(parser);
        r = mof_take_name(parser, &instance->class_name, "the name of the instance's class");
        if (r)
                return r;
        r = parse_alias(parser, &instance->alias);
        return r ? r : mof_expect(parser, '{', instance->alias ? "'{'" : "'{', or 'as' and an alias");
}

static int add_instance(MofParser *parser, InstanceNode *node)
{
        MofSchema *schema = parser->schema;
        MofInstance *instance = node->instance;
        int r;

        if (instance->alias) {
                const InstanceNode *first = str_map_get(&parser->aliases, instance->alias);

                if (first)
                        return mof_error(parser, &instance->where,
                                         "the alias %s already stands for an instance at %s:%u", instance->alias,
                                         first->instance->where.file, first->instance->where.line);
                r = str_map_add(&parser->aliases, instance->alias, node);
                if (r < 0)
                        return error_trace(r);
        }
        *parser->instances_tail = node;
        parser->instances_tail = &node->next;
        if (instance->is_embedded)
                return 0;
        return mof_append(parser, &schema->instances, &schema->n_instances, &parser->instances_room, instance);
}

static int parse_instance_body(MofParser *parser, InstanceNode *node)
{
        int r;

        if (parser->instance_depth >= MOF_DEPTH_MAX)
                return mof_error(parser, NULL, "instances are nested deeper than %u", MOF_DEPTH_MAX);
        parser->instance_depth++;
        r = parse_assignments(parser, node);
        parser->instance_depth--;
        return r;
}

int mof_parse_instance(MofParser *parser, InstanceNode **nodep, bool is_embedded)
{
        InstanceNode *node = mof_node(parser, sizeof(*node));
        const char *outer_name = parser->class_name;
        int r;

        if (!node)
                return error_trace(parser->fatal);
        node->instance = mof_alloc(parser, sizeof(*node->instance));
        if (!node->instance)
                return error_trace(parser->fatal);
        mof_accept(parser, MOF_TOKEN_NAME);
        node->sequence = ++parser->sequence;
        node->instance->is_embedded = is_embedded;
        node->instance->namespace_name = parser->namespace_name;

        r = parse_instance_head(parser, node->instance);
        if (r)
                return r;
        parser->class_name = node->instance->class_name;
        r = parse_instance_body(parser, node);
        if (!r && !is_embedded)
                r = mof_expect(parser, ';', "';' after the instance");
        if (!r)
                r = add_instance(parser, node);
        parser->class_name = is_embedded ? outer_name : NULL;
        *nodep = node;
        return r;
}
