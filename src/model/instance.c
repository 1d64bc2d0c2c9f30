#include <errno.h>
#include <string.h>

#include "model/decl.h"
#include "model/instance-private.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/text.h"

InstanceKind instance_kind(const MI_Instance *instance)
{
        if (instance->ft == instance_static_ft())
                return INSTANCE_STATIC;
        return instance->ft == &instance_dynamic_ft ? INSTANCE_DYNAMIC : INSTANCE_OTHER;
}

const char *instance_class_name(const MI_Instance *instance)
{
        const MI_Char *name = NULL;

        if (instance->classDecl && instance->classDecl->name)
                return instance->classDecl->name;
        if (MI_Instance_GetClassName(instance, &name) != MI_RESULT_OK || !name)
                return "";
        return name;
}

uint32_t instance_count(const MI_Instance *instance)
{
        MI_Uint32 count = 0;

        switch (instance_kind(instance)) {
        case INSTANCE_STATIC:
                return instance->classDecl->numProperties;
        case INSTANCE_DYNAMIC:
                return instance_dynamic(instance)->count;
        default:
                return MI_Instance_GetElementCount(instance, &count) == MI_RESULT_OK ? count : 0;
        }
}

static void dynamic_element(const DynamicElement *from, Element *to)
{
        to->name = from->name;
        to->code = from->code;
        to->type = from->type;
        to->flags = from->flags | element_state_flags(from->exists, from->state);
        to->is_null = !from->exists;
        to->value = from->value;
}

bool instance_element(const MI_Instance *instance, uint32_t index, Element *elementp)
{
        if (instance->ft == &instance_dynamic_ft) {
                const Dynamic *dynamic = instance_dynamic(instance);

                if (index >= dynamic->count)
                        return false;
                dynamic_element(&dynamic->elements[index], elementp);
                return true;
        }
        /* one indirect call at most: all kinds answer from their own tables without copying */
        elementp->code = 0;
        if (instance->ft->GetElementAt(instance, index, &elementp->name, &elementp->value, &elementp->type,
                                       &elementp->flags) != MI_RESULT_OK)
                return false;
        elementp->is_null = (elementp->flags & MI_FLAG_NULL) != 0;
        return true;
}

bool instance_find(const MI_Instance *instance, const char *name, Element *elementp)
{
        MI_Uint32 index;

        if (instance->ft->GetElement(instance, name, &elementp->value, &elementp->type, &elementp->flags, &index) !=
            MI_RESULT_OK)
                return false;
        elementp->name = name;
        elementp->code = 0;
        elementp->is_null = (elementp->flags & MI_FLAG_NULL) != 0;
        return true;
}

bool instance_find_declared(const MI_Instance *instance, const MI_PropertyDecl *property, Element *elementp)
{
        const DynamicElement *element;

        if (instance->ft != &instance_dynamic_ft)
                return instance_find(instance, property->name, elementp);
        element = dynamic_find(instance_dynamic(instance), property->name, property->code);
        if (element)
                dynamic_element(element, elementp);
        return element != NULL;
}

int instance_element_index(const MI_ObjectDecl *object, const Element *element)
{
        if (!element->name)
                return -1; /* by a table of functions that is not ours */
        return object_find_coded(object, element->name, element->code ?: text_code(element->name));
}

const char *instance_string(const MI_Instance *instance, const char *name)
{
        Element element;

        if (!instance_find(instance, name, &element) || element.is_null || element.type != MI_STRING)
                return NULL;
        return element.value.string;
}

bool instance_uint32(const MI_Instance *instance, const char *name, uint32_t *numberp)
{
        Element element;
        uint64_t number;

        if (!instance_find(instance, name, &element) || element.is_null ||
            !value_to_uint64(&element.value, element.type, &number) || number > UINT32_MAX)
                return false;
        *numberp = (uint32_t)number;
        return true;
}

int value_take(MI_Value *to, MI_Uint8 *statep, const MI_Value *value, MI_Type type, MI_Uint32 flags)
{
        MI_Value copy = { 0 };
        int r;

        if (type_is_array(type)) {
                if (value->array.size && !value->array.data)
                        return -EINVAL;
        } else if (type_has_pointers(type) && !value->string) {
                return -EINVAL;
        }

        if ((flags & (MI_FLAG_BORROW | MI_FLAG_ADOPT)) || !type_has_pointers(type)) {
                value_store(to, value, type);
        } else {
                r = value_copy(&copy, value, type);
                if (r < 0)
                        return r;
                value_store(to, &copy, type);
        }
        *statep = (MI_Uint8)(FIELD_MODIFIED | (flags & MI_FLAG_BORROW ? FIELD_BORROWED : 0));
        return 0;
}

static MI_Result set_name(MI_Instance *self, const MI_Char **member, ptrdiff_t bit, const MI_Char *name)
{
        char *copy = NULL;

        if (name) {
                copy = strdup(name);
                if (!copy)
                        return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        if (self->reserved[2] & bit)
                free((char *)*member);
        *member = copy;
        self->reserved[2] |= bit;
        return MI_RESULT_OK;
}

MI_Result instance_set_namespace(MI_Instance *self, const MI_Char *name_space)
{
        return self ? set_name(self, &self->nameSpace, INSTANCE_OWNS_NAMESPACE, name_space)
                    : MI_RESULT_INVALID_PARAMETER;
}

MI_Result instance_get_namespace(const MI_Instance *self, const MI_Char **name_space)
{
        if (!self || !name_space)
                return MI_RESULT_INVALID_PARAMETER;
        *name_space = self->nameSpace;
        return MI_RESULT_OK;
}

MI_Result instance_set_server(MI_Instance *self, const MI_Char *server)
{
        return self ? set_name(self, &self->serverName, INSTANCE_OWNS_SERVER, server) : MI_RESULT_INVALID_PARAMETER;
}

MI_Result instance_get_server(const MI_Instance *self, const MI_Char **server)
{
        if (!self || !server)
                return MI_RESULT_INVALID_PARAMETER;
        *server = self->serverName;
        return MI_RESULT_OK;
}

int instance_copy_names(MI_Instance *to, const MI_Instance *from)
{
        if ((from->nameSpace && instance_set_namespace(to, from->nameSpace) != MI_RESULT_OK) ||
            (from->serverName && instance_set_server(to, from->serverName) != MI_RESULT_OK))
                return error_origin(-ENOMEM);
        return 0;
}

void instance_end_names(MI_Instance *self)
{
        if (self->reserved[2] & INSTANCE_OWNS_NAMESPACE)
                free((char *)self->nameSpace);
        if (self->reserved[2] & INSTANCE_OWNS_SERVER)
                free((char *)self->serverName);
        self->nameSpace = NULL;
        self->serverName = NULL;
        self->reserved[2] &= ~(ptrdiff_t)(INSTANCE_OWNS_NAMESPACE | INSTANCE_OWNS_SERVER);
}

int instance_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth)
{
        if (depth > VALUE_DEPTH_MAX || !instance->ft)
                return -EINVAL;
        switch (instance_kind(instance)) {
        case INSTANCE_STATIC:
                return static_clone_at(instancep, instance, depth);
        case INSTANCE_DYNAMIC:
                return dynamic_clone_at(instancep, instance, depth);
        default:
                return MI_Instance_Clone(instance, instancep) == MI_RESULT_OK ? 0 : error_origin(-ENOMEM);
        }
}

int instance_clone(MI_Instance **instancep, const MI_Instance *instance)
{
        return instance_clone_at(instancep, instance, 0);
}

MI_Result instance_clone_result(const MI_Instance *self, MI_Instance **clonep)
{
        if (!self || !clonep)
                return MI_RESULT_INVALID_PARAMETER;
        *clonep = NULL;
        return result_from_int(instance_clone_at(clonep, self, 0));
}

MI_Instance *instance_delete(MI_Instance *instance)
{
        if (instance && instance->ft)
                instance->ft->Delete(instance);
        return NULL;
}

int instance_new_for_class(MI_Instance **instancep, const char *class_name, const MI_ClassDecl *decl, Anchor *anchor)
{
        MI_Uint32 meta_type = MI_FLAG_CLASS;

        if (decl)
                return instance_new(instancep, decl, anchor);
        if (class_name && ascii_equal(class_name, "Parameters"))
                meta_type = MI_FLAG_METHOD;
        return instance_new_dynamic(instancep, class_name, meta_type);
}

static bool is_key(const MI_ClassDecl *decl, const char *name, MI_Uint32 flags)
{
        int index;

        if (!decl)
                return (flags & MI_FLAG_KEY) != 0;
        index = decl_find_property(decl, name);
        return index >= 0 && (decl->properties[index]->flags & MI_FLAG_KEY);
}

bool instance_same_keys(const MI_Instance *a, const MI_Instance *b, const MI_ClassDecl *decl)
{
        Element x, y;

        if (!ascii_equal(instance_class_name(a), instance_class_name(b)))
                return false;
        for (uint32_t i = 0; instance_element(a, i, &x); i++) {
                if (!is_key(decl, x.name, x.flags))
                        continue;
                if (!instance_find(b, x.name, &y) || x.is_null != y.is_null)
                        return false;
                if (!x.is_null && (x.type != y.type || !value_equal(&x.value, &y.value, x.type)))
                        return false;
        }
        return true;
}

/* Is each element of a that is not null in b, with the same value? */
static bool is_contained(const MI_Instance *a, const MI_Instance *b)
{
        Element x, y;

        for (uint32_t i = 0; instance_element(a, i, &x); i++) {
                if (x.is_null)
                        continue;
                if (!instance_find(b, x.name, &y) || y.is_null || x.type != y.type ||
                    !value_equal(&x.value, &y.value, x.type))
                        return false;
        }
        return true;
}

bool instance_equal(const MI_Instance *a, const MI_Instance *b)
{
        return ascii_equal(instance_class_name(a), instance_class_name(b)) && is_contained(a, b) && is_contained(b, a);
}

static inline bool static_exists(const MI_Instance *instance, const MI_PropertyDecl *property)
{
        return *((const MI_Boolean *)instance + property->offset + type_flags_offset((MI_Type)property->type) - 1);
}

static bool lacks(const MI_Instance *instance, const MI_ClassDecl *decl, const MI_PropertyDecl *property)
{
        Element element;

        /* an instance of just that declaration, as a provider posts it, is looked at without a search */
        if (instance->classDecl == decl && instance_kind(instance) == INSTANCE_STATIC)
                return !static_exists(instance, property);
        return !instance_find_declared(instance, property, &element) || element.is_null;
}

const char *instance_missing_key(const MI_Instance *instance, const MI_ClassDecl *decl)
{
        for (MI_Uint32 i = 0; i < decl->numProperties; i++)
                if ((decl->properties[i]->flags & MI_FLAG_KEY) && lacks(instance, decl, decl->properties[i]))
                        return decl->properties[i]->name;
        return NULL;
}

const char *instance_missing_key_of(const MI_Instance *instance, const MI_ClassDecl *decl, const DeclKeys *keys)
{
        if (!keys->is_complete)
                return instance_missing_key(instance, decl);
        for (uint32_t i = 0; i < keys->count; i++)
                if (lacks(instance, decl, keys->first[i]))
                        return keys->first[i]->name;
        return NULL;
}

static int clone_elements(MI_Instance **instancep, const MI_Instance *instance, const MI_ClassDecl *decl,
                          bool keys_only)
{
        _cleanup_(instance_deletep) MI_Instance *clone = NULL;
        MI_Uint32 meta_type = MI_FLAG_CLASS;
        Element element;
        int r;

        if (instance->classDecl)
                meta_type = instance->classDecl->flags & MI_FLAG_ANY;
        r = instance_new_dynamic(&clone, instance_class_name(instance), meta_type);
        if (r == 0)
                r = instance_copy_names(clone, instance);
        for (uint32_t i = 0; r == 0 && instance_element(instance, i, &element); i++) {
                MI_Uint32 flags = element.flags & ~(MI_FLAG_BORROW | MI_FLAG_ADOPT);

                if (keys_only && !is_key(decl, element.name, element.flags))
                        continue;
                r = dynamic_append(clone, element.name, element.is_null ? NULL : &element.value, element.type,
                                   keys_only ? flags | MI_FLAG_KEY : flags);
        }
        if (r < 0)
                return r;
        *instancep = steal(&clone);
        return 0;
}

int instance_clone_dynamic(MI_Instance **instancep, const MI_Instance *instance)
{
        return clone_elements(instancep, instance, NULL, false);
}

int instance_clone_keys(MI_Instance **instancep, const MI_Instance *instance, const MI_ClassDecl *decl)
{
        return clone_elements(instancep, instance, decl, true);
}
