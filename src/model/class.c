#include <errno.h>
#include <string.h>

#include "model/class.h"
#include "model/decl.h"
#include "model/instance-private.h"
#include "util/error.h"
#include "util/text.h"

/* Qualifier sets: reserved1 is the number, reserved2 the qualifiers */

static const MI_Qualifier *const *set_qualifiers(const MI_QualifierSet *set)
{
        return (const MI_Qualifier *const *)set->reserved2;
}

static MI_Result get_qualifier_count(const MI_QualifierSet *self, MI_Uint32 *count)
{
        if (!self || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = (MI_Uint32)self->reserved1;
        return MI_RESULT_OK;
}

static MI_Result get_qualifier_at(const MI_QualifierSet *self, MI_Uint32 index, const MI_Char **name, MI_Type *type,
                                  MI_Uint32 *flags, MI_Value *value)
{
        const MI_Qualifier *qualifier;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->reserved1)
                return MI_RESULT_NOT_FOUND;
        qualifier = set_qualifiers(self)[index];
        if (name)
                *name = qualifier->name;
        if (type)
                *type = (MI_Type)qualifier->type;
        if (flags)
                *flags = qualifier->flavor | (qualifier->value ? 0 : (MI_Uint32)MI_FLAG_NULL);
        if (value) {
                memset(value, 0, sizeof(*value));
                if (qualifier->value && type_is_known((MI_Type)qualifier->type))
                        value_load(value, qualifier->value, (MI_Type)qualifier->type);
        }
        return MI_RESULT_OK;
}

static MI_Result get_qualifier(const MI_QualifierSet *self, const MI_Char *name, MI_Type *type, MI_Uint32 *flags,
                               MI_Value *value, MI_Uint32 *indexp)
{
        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        for (MI_Uint32 i = 0; i < self->reserved1; i++) {
                if (!ascii_equal(set_qualifiers(self)[i]->name, name))
                        continue;
                if (indexp)
                        *indexp = i;
                return get_qualifier_at(self, i, NULL, type, flags, value);
        }
        return MI_RESULT_NOT_FOUND;
}

static const MI_QualifierSetFT qualifier_set_ft = {
        .GetQualifierCount = get_qualifier_count,
        .GetQualifierAt = get_qualifier_at,
        .GetQualifier = get_qualifier,
};

void qualifier_set_init(MI_QualifierSet *set, const MI_Qualifier *const *qualifiers, uint32_t count)
{
        set->reserved1 = count;
        set->reserved2 = (ptrdiff_t)qualifiers;
        set->ft = &qualifier_set_ft;
}

/* Parameter sets: reserved1 is the index of the first parameter that is not the return value, reserved2 the method */

static const MI_MethodDecl *set_method(const MI_ParameterSet *set)
{
        return (const MI_MethodDecl *)set->reserved2;
}

static MI_Result get_method_return_type(const MI_ParameterSet *self, MI_Type *type, MI_QualifierSet *qualifiers)
{
        const MI_MethodDecl *method;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        method = set_method(self);
        if (type)
                *type = (MI_Type)method->returnType;
        if (qualifiers)
                qualifier_set_init(qualifiers, method->qualifiers, method->numQualifiers);
        return MI_RESULT_OK;
}

static MI_Result get_parameter_count(const MI_ParameterSet *self, MI_Uint32 *count)
{
        if (!self || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = set_method(self)->numParameters - (MI_Uint32)self->reserved1;
        return MI_RESULT_OK;
}

static MI_Result get_parameter_at(const MI_ParameterSet *self, MI_Uint32 index, const MI_Char **name, MI_Type *type,
                                  MI_Char **reference_class, MI_QualifierSet *qualifiers)
{
        const MI_ParameterDecl *parameter;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= set_method(self)->numParameters - self->reserved1)
                return MI_RESULT_NOT_FOUND;
        parameter = set_method(self)->parameters[index + self->reserved1];
        if (name)
                *name = parameter->name;
        if (type)
                *type = (MI_Type)parameter->type;
        if (reference_class)
                *reference_class = (MI_Char *)parameter->className;
        if (qualifiers)
                qualifier_set_init(qualifiers, parameter->qualifiers, parameter->numQualifiers);
        return MI_RESULT_OK;
}

static MI_Result get_parameter(const MI_ParameterSet *self, const MI_Char *name, MI_Type *type,
                               MI_Char **reference_class, MI_QualifierSet *qualifiers, MI_Uint32 *indexp)
{
        int index;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        index = object_find_property(method_object(set_method(self)), name);
        if (index < (int)self->reserved1)
                return MI_RESULT_NOT_FOUND;
        index -= (int)self->reserved1;
        if (indexp)
                *indexp = (MI_Uint32)index;
        return get_parameter_at(self, (MI_Uint32)index, NULL, type, reference_class, qualifiers);
}

static const MI_ParameterSetFT parameter_set_ft = {
        .GetMethodReturnType = get_method_return_type,
        .GetParameterCount = get_parameter_count,
        .GetParameterAt = get_parameter_at,
        .GetParameter = get_parameter,
};

void parameter_set_init(MI_ParameterSet *set, const MI_MethodDecl *method)
{
        bool has_return = method->numParameters && ascii_equal(method->parameters[0]->name, "MIReturn");

        set->reserved1 = has_return ? 1 : 0;
        set->reserved2 = (ptrdiff_t)method;
        set->ft = &parameter_set_ft;
}

/* Classes: reserved[0] is the anchor */

static MI_Result get_class_name(const MI_Class *self, const MI_Char **name)
{
        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *name = self->classDecl->name;
        return MI_RESULT_OK;
}

static MI_Result get_namespace(const MI_Class *self, const MI_Char **name_space)
{
        if (!self || !name_space)
                return MI_RESULT_INVALID_PARAMETER;
        *name_space = self->namespaceName;
        return MI_RESULT_OK;
}

static MI_Result get_server_name(const MI_Class *self, const MI_Char **server)
{
        if (!self || !server)
                return MI_RESULT_INVALID_PARAMETER;
        *server = self->serverName;
        return MI_RESULT_OK;
}

static MI_Result get_element_count(const MI_Class *self, MI_Uint32 *count)
{
        if (!self || !count || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *count = self->classDecl->numProperties;
        return MI_RESULT_OK;
}

static MI_Result get_element_at(const MI_Class *self, MI_Uint32 index, const MI_Char **name, MI_Value *value,
                                MI_Boolean *exists, MI_Type *type, MI_Char **reference_class,
                                MI_QualifierSet *qualifiers, MI_Uint32 *flags)
{
        const MI_PropertyDecl *property;

        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->classDecl->numProperties)
                return MI_RESULT_NOT_FOUND;
        property = self->classDecl->properties[index];
        if (name)
                *name = property->name;
        if (value) {
                memset(value, 0, sizeof(*value));
                if (property->value)
                        value_load(value, property->value, (MI_Type)property->type);
        }
        if (exists)
                *exists = property->value != NULL;
        if (type)
                *type = (MI_Type)property->type;
        if (reference_class)
                *reference_class = (MI_Char *)property->className;
        if (qualifiers)
                qualifier_set_init(qualifiers, property->qualifiers, property->numQualifiers);
        if (flags)
                *flags = property->flags | (property->value ? 0 : (MI_Uint32)MI_FLAG_NULL);
        return MI_RESULT_OK;
}

static MI_Result get_element(const MI_Class *self, const MI_Char *name, MI_Value *value, MI_Boolean *exists,
                             MI_Type *type, MI_Char **reference_class, MI_QualifierSet *qualifiers, MI_Uint32 *flags,
                             MI_Uint32 *indexp)
{
        int index;

        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        index = decl_find_property(self->classDecl, name);
        if (index < 0)
                return MI_RESULT_NO_SUCH_PROPERTY;
        if (indexp)
                *indexp = (MI_Uint32)index;
        return get_element_at(self, (MI_Uint32)index, NULL, value, exists, type, reference_class, qualifiers, flags);
}

static MI_Result get_class_qualifier_set(const MI_Class *self, MI_QualifierSet *qualifiers)
{
        if (!self || !qualifiers || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        qualifier_set_init(qualifiers, self->classDecl->qualifiers, self->classDecl->numQualifiers);
        return MI_RESULT_OK;
}

static MI_Result get_method_count(const MI_Class *self, MI_Uint32 *count)
{
        if (!self || !count || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *count = self->classDecl->numMethods;
        return MI_RESULT_OK;
}

static MI_Result get_method_at(const MI_Class *self, MI_Uint32 index, const MI_Char **name, MI_QualifierSet *qualifiers,
                               MI_ParameterSet *parameters)
{
        const MI_MethodDecl *method;

        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->classDecl->numMethods)
                return MI_RESULT_NOT_FOUND;
        method = self->classDecl->methods[index];
        if (name)
                *name = method->name;
        if (qualifiers)
                qualifier_set_init(qualifiers, method->qualifiers, method->numQualifiers);
        if (parameters)
                parameter_set_init(parameters, method);
        return MI_RESULT_OK;
}

static MI_Result get_method(const MI_Class *self, const MI_Char *name, MI_QualifierSet *qualifiers,
                            MI_ParameterSet *parameters, MI_Uint32 *indexp)
{
        int index;

        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        index = decl_find_method(self->classDecl, name);
        if (index < 0)
                return MI_RESULT_METHOD_NOT_FOUND;
        if (indexp)
                *indexp = (MI_Uint32)index;
        return get_method_at(self, (MI_Uint32)index, NULL, qualifiers, parameters);
}

static MI_Result get_parent_class_name(const MI_Class *self, const MI_Char **name)
{
        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *name = self->classDecl->superClassDecl ? self->classDecl->superClassDecl->name : self->classDecl->superClass;
        return *name ? MI_RESULT_OK : MI_RESULT_INVALID_SUPERCLASS;
}

static MI_Result get_parent_class(const MI_Class *self, MI_Class **parentp)
{
        if (!self || !parentp || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *parentp = NULL;
        if (!self->classDecl->superClassDecl)
                return MI_RESULT_INVALID_SUPERCLASS;
        return result_from_int(class_new(parentp, self->classDecl->superClassDecl, class_anchor(self),
                                         self->namespaceName, self->serverName));
}

static MI_Result class_delete_result(MI_Class *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        anchor_unref(class_anchor(self));
        free((char *)self->namespaceName);
        free((char *)self->serverName);
        free(self);
        return MI_RESULT_OK;
}

static MI_Result class_clone(const MI_Class *self, MI_Class **clonep)
{
        if (!self || !clonep)
                return MI_RESULT_INVALID_PARAMETER;
        *clonep = NULL;
        return result_from_int(
                class_new(clonep, self->classDecl, class_anchor(self), self->namespaceName, self->serverName));
}

static const MI_ClassFT class_ft = {
        .GetClassName = get_class_name,
        .GetNameSpace = get_namespace,
        .GetServerName = get_server_name,
        .GetElementCount = get_element_count,
        .GetElement = get_element,
        .GetElementAt = get_element_at,
        .GetClassQualifierSet = get_class_qualifier_set,
        .GetMethodCount = get_method_count,
        .GetMethodAt = get_method_at,
        .GetMethod = get_method,
        .GetParentClassName = get_parent_class_name,
        .GetParentClass = get_parent_class,
        .Delete = class_delete_result,
        .Clone = class_clone,
};

int class_new(MI_Class **classp, const MI_ClassDecl *decl, Anchor *anchor, const char *namespace_name,
              const char *server_name)
{
        _cleanup_(class_deletep) MI_Class *object = NULL;

        object = calloc(1, sizeof(*object));
        if (!object)
                return error_origin(-ENOMEM);
        object->ft = &class_ft;
        object->classDecl = decl;
        object->reserved[0] = (ptrdiff_t)anchor_ref(anchor);
        if (namespace_name) {
                object->namespaceName = strdup(namespace_name);
                if (!object->namespaceName)
                        return error_origin(-ENOMEM);
        }
        if (server_name) {
                object->serverName = strdup(server_name);
                if (!object->serverName)
                        return error_origin(-ENOMEM);
        }
        *classp = steal(&object);
        return 0;
}

int class_new_copy(MI_Class **classp, const MI_ClassDecl *decl, const char *namespace_name, const char *server_name)
{
        _cleanup_(anchor_unrefp) Anchor *anchor = NULL;
        MI_ClassDecl *copy;
        int r;

        r = anchor_new(&anchor);
        if (r < 0)
                return r;
        r = decl_clone(&anchor->arena, decl, 0, &copy);
        if (r < 0)
                return r;
        return class_new(classp, copy, anchor, namespace_name, server_name);
}

static int describe_elements(Arena *arena, MI_ClassDecl *decl, const MI_Instance *instance)
{
        uint32_t count = instance_count(instance);
        MI_PropertyDecl **properties;
        Element element;

        properties = arena_zalloc(arena, MAX(count, 1u) * sizeof(*properties));
        if (!properties)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < count && instance_element(instance, i, &element); i++) {
                MI_PropertyDecl *property = arena_zalloc(arena, sizeof(*property));

                if (!property)
                        return error_origin(-ENOMEM);
                property->flags = (element.flags &
                                   ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_NOT_MODIFIED | MI_FLAG_BORROW | MI_FLAG_ADOPT)) |
                                  MI_FLAG_PROPERTY;
                property->name = arena_strdup(arena, element.name);
                property->type = (MI_Uint32)element.type;
                property->origin = decl->name;
                property->propagator = decl->name;
                if (!property->name)
                        return error_origin(-ENOMEM);
                property->code = text_code(property->name);
                properties[i] = property;
                decl->numProperties = i + 1;
        }
        decl->properties = (const MI_PropertyDecl *const *)properties;
        return 0;
}

int class_new_from_instance(MI_Class **classp, const MI_Instance *instance)
{
        _cleanup_(anchor_unrefp) Anchor *anchor = NULL;
        MI_ClassDecl *decl;
        int r;

        r = anchor_new(&anchor);
        if (r < 0)
                return r;
        decl = arena_zalloc(&anchor->arena, sizeof(*decl));
        if (!decl)
                return error_origin(-ENOMEM);
        decl->flags =
                MI_FLAG_CLASS |
                (instance->classDecl ? instance->classDecl->flags & (MI_FLAG_ASSOCIATION | MI_FLAG_INDICATION) : 0);
        decl->name = arena_strdup(&anchor->arena, instance_class_name(instance));
        if (!decl->name)
                return error_origin(-ENOMEM);
        decl->code = text_code(decl->name);
        r = describe_elements(&anchor->arena, decl, instance);
        if (r < 0)
                return r;
        decl_layout(decl);
        return class_new(classp, decl, anchor, instance->nameSpace, instance->serverName);
}

MI_Class *class_delete(MI_Class *class_object)
{
        if (class_object)
                class_object->ft->Delete(class_object);
        return NULL;
}

Anchor *class_anchor(const MI_Class *class_object)
{
        return (Anchor *)class_object->reserved[0];
}
