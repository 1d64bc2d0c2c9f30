/*
 * Instances: values typed by their class, aliases, embedded ones
 */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "model/decl.h"
#include "model/value.h"
#include "mof/syntax.h"
#include "util/error.h"
#include "util/text.h"

static int find_alias(MofParser *parser, const char *alias, const MofWhere *where, MofInstance **instancep)
{
        InstanceNode *node = str_map_get(&parser->aliases, alias);

        if (!node)
                return mof_error(parser, where, "no instance is declared with the alias %s", alias);
        *instancep = node->instance;
        return 0;
}

/* An embedded instance as the standard has it: its MOF in a text. It joins the list of those to resolve. */
static int parse_text(MofParser *parser, const char *text, const MofWhere *where, MofInstance **instancep)
{
        const char *class_name = parser->class_name;
        InstanceNode *node;
        MofSource *source;
        int r;

        r = mof_source_from_text(parser, where->file, ".", text, strlen(text), &source);
        if (r)
                return r;
        source->next = parser->sources;
        parser->sources = source;
        parser->source = source;
        parser->depth = 0;
        mof_lexer_init(&parser->lexer, source->text, source->size);
        parser->lexer.line = where->line;
        mof_lexer_next(&parser->lexer, &parser->token);

        if (!mof_token_is(&parser->token, "instance"))
                r = mof_error(parser, where, "expected the text of an embedded object, \"instance of CLASS {...};\"");
        else
                r = mof_parse_instance(parser, &node, true);
        if (!r) {
                mof_accept(parser, ';');
                if (parser->token.kind != MOF_TOKEN_END)
                        r = mof_error(parser, where, "expected nothing behind the instance in the text");
        }
        parser->class_name = class_name;
        if (!r)
                *instancep = node->instance;
        return r;
}

static int convert_object(MofParser *parser, const Initializer *initializer, const Literal *literal, MI_Type type,
                          const char *what, MofInstance **objectp, const char **pathp)
{
        MofWhere where = mof_literal_where(initializer, literal);

        *objectp = NULL;
        *pathp = NULL;
        switch (literal->kind) {
        case LITERAL_INSTANCE:
                *objectp = literal->value.instance->instance;
                return 0;
        case LITERAL_ALIAS:
                return find_alias(parser, literal->value.string, &where, objectp);
        case LITERAL_STRING:
                if (type == MI_INSTANCE)
                        return parse_text(parser, literal->value.string, &where, objectp);
                *pathp = literal->value.string;
                return 0;
        default:
                return mof_error(parser, &where, "%s is %s, expected %s", what,
                                 type == MI_INSTANCE ? "an embedded object" : "a reference",
                                 type == MI_INSTANCE ? "instance of CLASS {...}, an alias or NULL"
                                                     : "an alias, an object path or NULL");
        }
}

static int convert_objects(MofParser *parser, const Initializer *initializer, MofElement *element, const char *what)
{
        MofInstance **objects = mof_alloc(parser, MAX(initializer->count, 1u) * sizeof(*objects));
        const char **paths = mof_alloc(parser, MAX(initializer->count, 1u) * sizeof(*paths));
        bool any_object = false, any_path = false;
        int r;

        if (!objects || !paths)
                return error_trace(parser->fatal);
        if (initializer->is_array != type_is_array(element->type))
                return mof_error(parser, &initializer->where, "%s is %s array, expected %s", what,
                                 initializer->is_array ? "no" : "an",
                                 initializer->is_array ? "one value without braces" : "{...}");
        for (uint32_t i = 0; i < initializer->count; i++) {
                r = convert_object(parser, initializer, &initializer->list[i], type_scalar(element->type), what,
                                   &objects[i], &paths[i]);
                if (r)
                        return r;
                any_object |= objects[i] != NULL;
                any_path |= paths[i] != NULL;
        }
        element->n_objects = initializer->count;
        element->objects = any_object ? objects : NULL;
        element->object_paths = any_path ? paths : NULL;
        if (any_path && !type_is_array(element->type))
                element->value.string = (MI_Char *)paths[0];
        return 0;
}

/* What a value looks like when no class says what it is. */
static MI_Type guess_type(const Initializer *initializer)
{
        static const MI_Type types[] = {
                [LITERAL_NULL] = MI_STRING,     [LITERAL_BOOLEAN] = MI_BOOLEAN,   [LITERAL_INTEGER] = MI_UINT64,
                [LITERAL_REAL] = MI_REAL64,     [LITERAL_STRING] = MI_STRING,     [LITERAL_CHARACTER] = MI_CHAR16,
                [LITERAL_ALIAS] = MI_REFERENCE, [LITERAL_INSTANCE] = MI_INSTANCE,
        };
        MI_Type type = initializer->count ? types[initializer->list[0].kind] : MI_STRING;

        for (uint32_t i = 0; i < initializer->count; i++)
                if (type == MI_UINT64 && initializer->list[i].is_negative)
                        type = MI_SINT64;
        return initializer->is_array ? type | MI_ARRAY : type;
}

static int convert_element(MofParser *parser, const AssignmentNode *node, const MI_PropertyDecl *property,
                           MofElement *element)
{
        const Initializer *initializer = node->value;
        char what[MOF_NAME_MAX + 16];
        MI_Value *value;
        int r;

        snprintf(what, sizeof(what), "property %s", node->name);
        element->where = node->where;
        element->name = property ? property->name : node->name;
        element->type = property ? (MI_Type)property->type : guess_type(initializer);
        element->is_key = property && property->flags & MI_FLAG_KEY;
        element->is_null = !initializer->is_array && initializer->list[0].kind == LITERAL_NULL;
        if (element->is_null)
                return 0;
        if (type_scalar(element->type) >= MI_REFERENCE)
                return convert_objects(parser, initializer, element, what);

        r = mof_convert(parser, initializer, element->type, what, &value);
        if (!r && value)
                element->value = *value;
        return r;
}

static int find_property(MofParser *parser, const MofInstance *instance, const AssignmentNode *node,
                         const MI_PropertyDecl **propertyp)
{
        int i;

        *propertyp = NULL;
        if (!instance->class)
                return 0;
        i = decl_find_property(&instance->class->decl, node->name);
        if (i >= 0) {
                *propertyp = instance->class->decl.properties[i];
                return 0;
        }
        if (instance->class->is_incomplete)
                return 0;
        return mof_error(parser, &node->where, "the class %s has no property %s", instance->class->decl.name,
                         node->name);
}

static void add_defaults(MofInstance *instance, const StrMap *names)
{
        const MI_ClassDecl *decl = &instance->class->decl;

        for (uint32_t i = 0; i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];
                MofElement *element = &instance->elements[instance->n_elements];

                if (!property->value || type_scalar((MI_Type)property->type) >= MI_REFERENCE ||
                    str_map_get(names, property->name))
                        continue;
                element->name = property->name;
                element->type = (MI_Type)property->type;
                element->is_key = property->flags & MI_FLAG_KEY;
                element->is_default = true;
                element->where = instance->where;
                value_load(&element->value, property->value, element->type);
                instance->n_elements++;
        }
}

static int check_keys(MofParser *parser, const MofInstance *instance, const StrMap *names)
{
        const MI_ClassDecl *decl = &instance->class->decl;

        for (uint32_t i = 0; parser->options.is_strict && i < decl->numProperties; i++)
                if (decl->properties[i]->flags & MI_FLAG_KEY && !instance->is_embedded &&
                    !str_map_get(names, decl->properties[i]->name))
                        return mof_error(parser, &instance->where, "the key %s has no value",
                                         decl->properties[i]->name);
        return 0;
}

static int resolve_class_of(MofParser *parser, MofInstance *instance)
{
        MofClass *class;
        int r;

        r = mof_find_class(parser, instance->class_name, &class);
        if (!r && !class)
                return mof_complaint(parser, &instance->where, "the class of the instance is not declared");
        if (r)
                return r;
        instance->class = class;
        instance->class_name = class->decl.name;
        if (class->decl.flags & MI_FLAG_ABSTRACT)
                return mof_complaint(parser, &instance->where, "an abstract class has no instances");
        return 0;
}

static int resolve_element(MofParser *parser, MofInstance *instance, const AssignmentNode *assignment, StrMap *names)
{
        MofElement *element = &instance->elements[instance->n_elements];
        const MI_PropertyDecl *property;
        int r;

        r = find_property(parser, instance, assignment, &property);
        if (!r)
                r = str_map_add(names, assignment->name, element);
        if (r == -EEXIST)
                r = mof_error(parser, &assignment->where, "the property %s already has a value", assignment->name);
        if (!r)
                r = convert_element(parser, assignment, property, element);
        if (!r)
                instance->n_elements++;
        return r;
}

static int resolve_instance(MofParser *parser, InstanceNode *node)
{
        _cleanup_(str_map_deinit) StrMap names;
        MofInstance *instance = node->instance;
        uint32_t room;
        int r, result = 0;

        str_map_init(&names, true);
        parser->class_name = instance->class_name;
        r = resolve_class_of(parser, instance);
        if (r)
                return r;

        room = node->n_assignments + (instance->class ? instance->class->decl.numProperties : 0);
        instance->elements = mof_alloc(parser, MAX(room, 1u) * sizeof(*instance->elements));
        if (!instance->elements)
                return error_trace(parser->fatal);
        for (const AssignmentNode *assignment = node->assignments; assignment; assignment = assignment->next) {
                r = resolve_element(parser, instance, assignment, &names);
                if (r < 0)
                        return error_trace(r);
                if (r)
                        result = r; /* tell of the others, too */
        }
        if (instance->class && !result) {
                add_defaults(instance, &names);
                result = check_keys(parser, instance, &names);
        }
        return result;
}

/* The list grows at its end while embedded instances are found in texts. */
int mof_resolve_instances(MofParser *parser)
{
        int r;

        for (InstanceNode *node = parser->instances; node && !mof_is_stopped(parser); node = node->next) {
                r = resolve_instance(parser, node);
                if (r < 0)
                        return error_trace(r);
        }
        parser->class_name = NULL;
        return 0;
}
