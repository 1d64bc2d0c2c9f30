/*
 * Properties and methods: types, overrides, flattening
 */

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "mof/syntax.h"
#include "model/decl.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"

#define WHAT_MAX (MOF_NAME_MAX + 16)

/* The members of a class while it is put together: inherited ones first. `names` finds a member's place in `list`, plus 1. */
typedef struct Members {
        void **list;
        uint32_t count;
        StrMap names;
} Members;

static void members_deinit(Members *members)
{
        str_map_deinit(&members->names);
}

static int members_add(Members *members, const char *name, void *member)
{
        int r;

        members->list[members->count++] = member;
        r = str_map_add(&members->names, name, (void *)(uintptr_t)members->count);
        return r < 0 && r != -EEXIST ? error_trace(r) : 0;
}

/* A place in list, or UINT32_MAX. */
static uint32_t members_find(const Members *members, const char *name)
{
        return (uint32_t)(uintptr_t)str_map_get(&members->names, name) - 1;
}

static bool is_true(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name)
{
        return mof_is_true(qualifiers, count, name);
}

static const char *text_value(const MI_Qualifier *qualifier)
{
        return qualifier && qualifier->type == MI_STRING && qualifier->value ? *(const char *const *)qualifier->value
                                                                             : NULL;
}

/* What was written and the qualifiers make the type: a string may stand for an embedded object. */
typedef struct ResolvedType {
        MI_Type type;
        const char *class_name;
        bool is_embedded_object;
} ResolvedType;

static int resolve_type(MofParser *parser, const TypeNode *node, const MI_Qualifier *const *qualifiers, uint32_t count,
                        const char *what, ResolvedType *resolved)
{
        const MI_Qualifier *embedded = mof_find_qualifier(qualifiers, count, "EmbeddedInstance");
        int r = 0;

        *resolved = (ResolvedType){ .type = node->type, .class_name = node->class_name };
        if (node->type == MI_INSTANCE) {
                r = mof_complaint(parser, &node->where,
                                  "%s is an object of WMI's kind, expected string with the qualifier "
                                  "EmbeddedInstance (\"CLASS\") or EmbeddedObject, or CLASS REF",
                                  what);
                resolved->is_embedded_object = !node->class_name;
        } else if (text_value(embedded)) {
                resolved->type = MI_INSTANCE;
                resolved->class_name = text_value(embedded);
        } else if (is_true(qualifiers, count, "EmbeddedObject")) {
                resolved->type = MI_INSTANCE;
                resolved->is_embedded_object = true;
        }
        if (!r && resolved->type == MI_INSTANCE && node->type != MI_INSTANCE && node->type != MI_STRING)
                r = mof_error(parser, &node->where, "%s is an embedded object by its qualifiers: expected type string",
                              what);
        if (node->is_array)
                resolved->type |= MI_ARRAY;
        return r;
}

static uint32_t feature_flags(const MI_Qualifier *const *qualifiers, uint32_t count)
{
        uint32_t flags = 0;

        if (is_true(qualifiers, count, "Key"))
                flags |= MI_FLAG_KEY;
        if (is_true(qualifiers, count, "Required"))
                flags |= MI_FLAG_REQUIRED;
        if (!is_true(qualifiers, count, "Write"))
                flags |= MI_FLAG_READONLY;
        return flags;
}

/* An override in strict mode has to say so. */
static int check_override(MofParser *parser, const MofWhere *where, const MI_Qualifier *const *qualifiers,
                          uint32_t count, const char *what, const char *origin)
{
        if (!parser->options.is_strict || mof_find_qualifier(qualifiers, count, "Override"))
                return 0;
        return mof_error(parser, where,
                         "%s is inherited from class %s, expected the qualifier Override to declare it again", what,
                         origin);
}

static int check_same_type(MofParser *parser, const MofWhere *where, const char *what, uint32_t type,
                           uint32_t inherited_type, const char *inherited_from)
{
        if (type == inherited_type)
                return 0;
        return mof_error(parser, where,
                         "%s is inherited from class %s with type %s%s, expected the same here, found %s%s", what,
                         inherited_from, type_name((MI_Type)inherited_type), inherited_type & MI_ARRAY ? "[]" : "",
                         type_name((MI_Type)type), type & MI_ARRAY ? "[]" : "");
}

static int resolve_default(MofParser *parser, const PropertyNode *node, MI_PropertyDecl *decl, const char *what)
{
        MI_Value *value = NULL;
        int r;

        if (type_scalar((MI_Type)decl->type) >= MI_REFERENCE) {
                if (!node->value->is_array && node->value->list[0].kind == LITERAL_NULL)
                        return 0;
                return mof_complaint(parser, &node->value->where,
                                     "%s is a reference or an object, its default is left out: expected NULL", what);
        }
        r = mof_convert(parser, node->value, (MI_Type)decl->type, what, &value);
        decl->value = value;
        if (!r && value && type_is_array((MI_Type)decl->type) && decl->subscript > 0 &&
            value->array.size > decl->subscript)
                r = mof_error(parser, &node->value->where, "%s has room for %u elements, found %u", what,
                              decl->subscript, value->array.size);
        return r;
}

static int resolve_property(MofParser *parser, MofClass *class, const PropertyNode *node, const MofProperty *inherited,
                            MofProperty **propertyp)
{
        MofProperty *property = mof_alloc(parser, sizeof(*property));
        char what[WHAT_MAX];
        QualifierTarget target = { property, 0, what };
        MI_PropertyDecl *decl;
        ResolvedType type = { 0 };
        int r;

        if (!property)
                return error_trace(parser->fatal);
        decl = &property->decl;
        snprintf(what, sizeof(what), "property %s", node->name);
        target.scope = node->type.type == MI_REFERENCE ? MI_FLAG_REFERENCE : MI_FLAG_PROPERTY;
        r = mof_resolve_qualifiers(parser, &target, &node->qualifiers, inherited ? inherited->decl.qualifiers : NULL,
                                   inherited ? inherited->decl.numQualifiers : 0, &decl->qualifiers,
                                   &decl->numQualifiers, &property->own, &property->n_own);
        if (!r)
                r = resolve_type(parser, &node->type, decl->qualifiers, decl->numQualifiers, what, &type);
        if (r)
                return r;

        decl->name = node->name;
        decl->code = text_code(node->name);
        decl->flags = MI_FLAG_PROPERTY | feature_flags(decl->qualifiers, decl->numQualifiers);
        decl->type = (MI_Uint32)type.type;
        decl->className = type.class_name;
        decl->subscript = node->type.subscript;
        decl->origin = inherited ? inherited->decl.origin : class->decl.name;
        decl->propagator = class->decl.name;
        property->where = node->where;
        property->declared_in = class;
        property->is_override = inherited;
        property->is_embedded_object = type.is_embedded_object;

        if (inherited) {
                decl->value = inherited->decl.value;
                r = check_same_type(parser, &node->type.where, what, decl->type, inherited->decl.type,
                                    inherited->decl.propagator);
                if (!r)
                        r = check_override(parser, &node->where, decl->qualifiers, decl->numQualifiers, what,
                                           decl->origin);
        }
        if (!r && node->value)
                r = resolve_default(parser, node, decl, what);
        *propertyp = property;
        return r;
}

static int resolve_properties(MofParser *parser, ClassNode *node)
{
        _cleanup_(members_deinit) Members members = { 0 };
        MofClass *class = node->class, *super = class->super;
        uint32_t n_inherited = super ? super->decl.numProperties : 0;
        MofProperty **own = NULL;
        int r, result = 0;

        if (n_inherited + node->n_properties == 0)
                return 0;
        if (n_inherited + node->n_properties > MOF_MEMBERS_MAX)
                return mof_error(parser, &class->where, "more than %u properties, inherited ones included",
                                 MOF_MEMBERS_MAX);
        str_map_init(&members.names, true);
        members.list = mof_alloc(parser, (n_inherited + node->n_properties) * sizeof(void *));
        own = mof_alloc(parser, MAX(node->n_properties, 1u) * sizeof(*own));
        if (!members.list || !own)
                return error_trace(parser->fatal);
        if (node->n_properties == 0) {
                memcpy(members.list, super->decl.properties, n_inherited * sizeof(void *));
                members.count = n_inherited;
        }
        for (uint32_t i = 0; node->n_properties > 0 && i < n_inherited; i++) {
                r = members_add(&members, super->decl.properties[i]->name, (void *)super->decl.properties[i]);
                if (r)
                        return r;
        }

        for (const PropertyNode *property_node = node->properties; property_node; property_node = property_node->next) {
                uint32_t i = members_find(&members, property_node->name);
                MofProperty *before = i == UINT32_MAX ? NULL : members.list[i];
                MofProperty *property;

                if (before && before->declared_in == class)
                        r = mof_error(parser, &property_node->where, "the property %s is already declared on line %u",
                                      property_node->name, before->where.line);
                else
                        r = resolve_property(parser, class, property_node, before, &property);
                if (r < 0)
                        return error_trace(r);
                if (r) {
                        result = r;
                        continue;
                }
                if (before)
                        members.list[i] = property;
                else
                        r = members_add(&members, property_node->name, property);
                if (r < 0)
                        return error_trace(r);
                own[class->n_own_properties++] = property;
        }

        class->own_properties = own;
        class->decl.properties = (const MI_PropertyDecl *const *)members.list;
        class->decl.numProperties = members.count;
        return result;
}

/* Methods */

static const MI_ParameterDecl *find_parameter(const MofMethod *method, const char *name)
{
        for (uint32_t i = 0; method && i < method->decl.numParameters; i++)
                if (ascii_equal(method->decl.parameters[i]->name, name))
                        return method->decl.parameters[i];
        return NULL;
}

static uint32_t parameter_flags(const MI_ParameterDecl *decl)
{
        uint32_t flags = MI_FLAG_PARAMETER;

        if (is_true(decl->qualifiers, decl->numQualifiers, "In"))
                flags |= MI_FLAG_IN;
        if (is_true(decl->qualifiers, decl->numQualifiers, "Out"))
                flags |= MI_FLAG_OUT;
        if (is_true(decl->qualifiers, decl->numQualifiers, "Stream"))
                flags |= MI_FLAG_STREAM;
        return flags;
}

static int resolve_parameter(MofParser *parser, const PropertyNode *node, const MI_ParameterDecl *inherited,
                             MofParameter **parameterp)
{
        MofParameter *parameter = mof_alloc(parser, sizeof(*parameter));
        char what[WHAT_MAX];
        QualifierTarget target = { parameter, MI_FLAG_PARAMETER, what };
        MI_ParameterDecl *decl;
        ResolvedType type = { 0 };
        int r;

        if (!parameter)
                return error_trace(parser->fatal);
        decl = &parameter->decl;
        if (node->type.type == MI_REFERENCE)
                target.scope |= MI_FLAG_REFERENCE;
        snprintf(what, sizeof(what), "parameter %s", node->name);
        r = mof_resolve_qualifiers(parser, &target, &node->qualifiers, inherited ? inherited->qualifiers : NULL,
                                   inherited ? inherited->numQualifiers : 0, &decl->qualifiers, &decl->numQualifiers,
                                   &parameter->own, &parameter->n_own);
        if (!r)
                r = resolve_type(parser, &node->type, decl->qualifiers, decl->numQualifiers, what, &type);
        if (r)
                return r;

        decl->name = node->name;
        decl->code = text_code(node->name);
        decl->flags = parameter_flags(decl);
        decl->type = (MI_Uint32)type.type;
        decl->className = type.class_name;
        decl->subscript = node->type.subscript;
        parameter->where = node->where;
        parameter->is_embedded_object = type.is_embedded_object;
        *parameterp = parameter;
        return inherited ? check_same_type(parser, &node->type.where, what, decl->type, inherited->type,
                                           "the overridden method")
                         : 0;
}

static int make_return(MofParser *parser, const MofMethod *method, const ResolvedType *type, MofParameter **parameterp)
{
        MofParameter *parameter = mof_alloc(parser, sizeof(*parameter));

        if (!parameter)
                return error_trace(parser->fatal);
        parameter->decl.name = "MIReturn";
        parameter->decl.code = text_code("MIReturn");
        parameter->decl.flags = MI_FLAG_PARAMETER | MI_FLAG_OUT;
        parameter->decl.qualifiers = method->decl.qualifiers;
        parameter->decl.numQualifiers = method->decl.numQualifiers;
        parameter->decl.type = (MI_Uint32)type->type;
        parameter->decl.className = type->class_name;
        parameter->where = method->where;
        parameter->is_embedded_object = type->is_embedded_object;
        *parameterp = parameter;
        return 0;
}

static int resolve_parameters(MofParser *parser, MofMethod *method, const MethodNode *node, const MofMethod *inherited,
                              const ResolvedType *type)
{
        MofParameter **list = mof_alloc(parser, (node->n_parameters + 1) * sizeof(*list));
        uint32_t count = 0;
        int r, result = 0;

        if (!list)
                return error_trace(parser->fatal);
        if (!method->is_void) {
                r = make_return(parser, method, type, &list[count++]);
                if (r)
                        return r;
        }
        method->decl.parameters = (const MI_ParameterDecl *const *)list;
        for (const PropertyNode *parameter = node->parameters; parameter; parameter = parameter->next) {
                method->decl.numParameters = count;
                if (find_parameter(method, parameter->name))
                        r = mof_error(parser, &parameter->where, "the method %s already has a parameter %s", node->name,
                                      parameter->name);
                else
                        r = resolve_parameter(parser, parameter, find_parameter(inherited, parameter->name),
                                              &list[count]);
                if (r < 0)
                        return error_trace(r);
                if (r)
                        result = r;
                else
                        count++;
        }
        method->decl.numParameters = count;
        return result;
}

static int resolve_method(MofParser *parser, MofClass *class, const MethodNode *node, const MofMethod *inherited,
                          MofMethod **methodp)
{
        MofMethod *method = mof_alloc(parser, sizeof(*method));
        char what[WHAT_MAX];
        QualifierTarget target = { method, MI_FLAG_METHOD, what };
        MI_MethodDecl *decl;
        ResolvedType type = { 0 };
        int r;

        if (!method)
                return error_trace(parser->fatal);
        decl = &method->decl;
        snprintf(what, sizeof(what), "method %s", node->name);
        r = mof_resolve_qualifiers(parser, &target, &node->qualifiers, inherited ? inherited->decl.qualifiers : NULL,
                                   inherited ? inherited->decl.numQualifiers : 0, &decl->qualifiers,
                                   &decl->numQualifiers, &method->own, &method->n_own);
        method->is_void = node->type.type == MOF_TYPE_VOID;
        if (!r && method->is_void)
                type.type = MOF_TYPE_VOID;
        else if (!r)
                r = resolve_type(parser, &node->type, decl->qualifiers, decl->numQualifiers, what, &type);
        if (!r && method->is_void)
                r = parser->options.is_strict
                            ? mof_error(parser, &node->type.where, "%s returns nothing, expected a type", what)
                            : 0;
        if (r)
                return r;

        decl->name = node->name;
        decl->code = text_code(node->name);
        decl->flags = MI_FLAG_METHOD | (is_true(decl->qualifiers, decl->numQualifiers, "Static") ? MI_FLAG_STATIC : 0);
        decl->returnType = (MI_Uint32)type.type;
        decl->origin = inherited ? inherited->decl.origin : class->decl.name;
        decl->propagator = class->decl.name;
        method->where = node->where;
        method->declared_in = class;
        method->is_override = inherited;

        r = resolve_parameters(parser, method, node, inherited, &type);
        if (!r && inherited)
                r = check_same_type(parser, &node->type.where, what, decl->returnType, inherited->decl.returnType,
                                    inherited->decl.propagator);
        if (!r && inherited)
                r = check_override(parser, &node->where, decl->qualifiers, decl->numQualifiers, what, decl->origin);
        if (!r)
                method_layout(decl);
        *methodp = method;
        return r;
}

static int resolve_methods(MofParser *parser, ClassNode *node)
{
        _cleanup_(members_deinit) Members members = { 0 };
        MofClass *class = node->class, *super = class->super;
        uint32_t n_inherited = super ? super->decl.numMethods : 0;
        MofMethod **own = NULL;
        int r, result = 0;

        if (n_inherited + node->n_methods == 0)
                return 0;
        if (n_inherited + node->n_methods > MOF_MEMBERS_MAX)
                return mof_error(parser, &class->where, "more than %u methods, inherited ones included",
                                 MOF_MEMBERS_MAX);
        str_map_init(&members.names, true);
        members.list = mof_alloc(parser, (n_inherited + node->n_methods) * sizeof(void *));
        own = mof_alloc(parser, MAX(node->n_methods, 1u) * sizeof(*own));
        if (!members.list || !own)
                return error_trace(parser->fatal);
        for (uint32_t i = 0; i < n_inherited; i++) {
                r = members_add(&members, super->decl.methods[i]->name, (void *)super->decl.methods[i]);
                if (r)
                        return r;
        }

        for (const MethodNode *method_node = node->methods; method_node; method_node = method_node->next) {
                uint32_t i = members_find(&members, method_node->name);
                MofMethod *before = i == UINT32_MAX ? NULL : members.list[i];
                MofMethod *method;

                if (before && before->declared_in == class)
                        r = mof_error(parser, &method_node->where, "the method %s is already declared on line %u",
                                      method_node->name, before->where.line);
                else
                        r = resolve_method(parser, class, method_node, before, &method);
                if (r < 0)
                        return error_trace(r);
                if (r) {
                        result = r;
                        continue;
                }
                if (before)
                        members.list[i] = method;
                else
                        r = members_add(&members, method_node->name, method);
                if (r < 0)
                        return error_trace(r);
                own[class->n_own_methods++] = method;
        }

        class->own_methods = own;
        class->decl.methods = (const MI_MethodDecl *const *)members.list;
        class->decl.numMethods = members.count;
        return result;
}

int mof_resolve_members(MofParser *parser, ClassNode *node)
{
        int properties, methods;

        properties = resolve_properties(parser, node);
        if (properties < 0)
                return error_trace(properties);
        methods = resolve_methods(parser, node);
        if (methods < 0)
                return error_trace(methods);
        decl_layout(&node->class->decl);
        return properties ? properties : methods;
}
