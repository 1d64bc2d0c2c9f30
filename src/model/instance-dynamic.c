/*
 * Dynamic instances: a table of elements that grows
 */

#include <errno.h>
#include <string.h>

#include "model/class.h"
#include "model/decl.h"
#include "model/instance-private.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/text.h"

DynamicElement *dynamic_find(const Dynamic *dynamic, const char *name, MI_Uint32 code)
{
        for (uint32_t i = 0; i < dynamic->count; i++) {
                if (dynamic->elements[i].code == code && ascii_equal(dynamic->elements[i].name, name))
                        return &dynamic->elements[i];
        }
        return NULL;
}

static DynamicElement *find(const Dynamic *dynamic, const char *name)
{
        return dynamic_find(dynamic, name, text_code(name));
}

static void element_clear(DynamicElement *element)
{
        if (element->exists && !(element->state & FIELD_BORROWED))
                value_clear(&element->value, element->type);
        memset(&element->value, 0, sizeof(element->value));
        element->exists = MI_FALSE;
        element->state = 0;
}

static void dynamic_free(Dynamic *dynamic)
{
        for (uint32_t i = 0; i < dynamic->count; i++) {
                element_clear(&dynamic->elements[i]);
                free(dynamic->elements[i].name);
        }
        free(dynamic->elements);
        free((char *)dynamic->decl.name);
        free(dynamic);
}

static MI_Result dynamic_clone(const MI_Instance *self, MI_Instance **clonep)
{
        return instance_clone_result(self, clonep);
}

static MI_Result dynamic_destruct(MI_Instance *self)
{
        Dynamic *dynamic;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        dynamic = instance_dynamic(self);
        if (!dynamic)
                return MI_RESULT_INVALID_PARAMETER;
        instance_end_names(self);
        anchor_unref(instance_anchor(self));
        if (dynamic->source)
                dynamic->source_free(dynamic->source, false);
        dynamic_free(dynamic);
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result dynamic_delete(MI_Instance *self)
{
        void (*source_free)(void *source, bool on_heap) = NULL;
        void *source = NULL;
        MI_Result result;
        bool on_heap;

        if (!self || !instance_dynamic(self))
                return MI_RESULT_INVALID_PARAMETER;
        on_heap = self->reserved[2] & INSTANCE_ON_HEAP;
        if (instance_dynamic(self)->source) {
                /* the instance itself lies in the source */
                source = instance_dynamic(self)->source;
                source_free = instance_dynamic(self)->source_free;
                instance_dynamic(self)->source = NULL;
        }
        result = dynamic_destruct(self);
        if (source)
                source_free(source, on_heap);
        else if (on_heap)
                free(self);
        return result;
}

static MI_Result dynamic_is_a(const MI_Instance *self, const MI_ClassDecl *decl, MI_Boolean *flag)
{
        const Dynamic *dynamic;

        if (!self || !decl || !flag)
                return MI_RESULT_INVALID_PARAMETER;
        dynamic = instance_dynamic(self);
        *flag = decl_is_a(dynamic->full ? dynamic->full : &dynamic->decl, decl);
        return MI_RESULT_OK;
}

static MI_Result dynamic_get_class_name(const MI_Instance *self, const MI_Char **name)
{
        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        *name = instance_dynamic(self)->decl.name;
        return MI_RESULT_OK;
}

static MI_Result dynamic_get_element_count(const MI_Instance *self, MI_Uint32 *count)
{
        if (!self || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = instance_dynamic(self)->count;
        return MI_RESULT_OK;
}

static int dynamic_grow(Dynamic *dynamic)
{
        uint32_t capacity = MAX(dynamic->capacity * 2, 8u);
        DynamicElement *elements;

        if (dynamic->count >= INSTANCE_ELEMENTS_MAX)
                return -EINVAL;
        if (dynamic->count < dynamic->capacity)
                return 0;
        elements = realloc(dynamic->elements, capacity * sizeof(*elements));
        if (!elements)
                return error_origin(-ENOMEM);
        dynamic->elements = elements;
        dynamic->capacity = capacity;
        return 0;
}

int dynamic_append(MI_Instance *instance, const char *name, const MI_Value *value, MI_Type type, MI_Uint32 flags)
{
        Dynamic *dynamic = instance_dynamic(instance);
        DynamicElement element = { .type = type };
        int r;

        if (!type_is_known(type))
                return -EINVAL;
        r = dynamic_grow(dynamic);
        if (r < 0)
                return r;

        element.flags = flags & ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_BORROW | MI_FLAG_ADOPT | MI_FLAG_NOT_MODIFIED);
        element.code = text_code(name);
        element.name = strdup(name);
        if (!element.name)
                return error_origin(-ENOMEM);
        element.state = FIELD_MODIFIED;
        if (value && !(flags & MI_FLAG_NULL)) {
                r = value_take(&element.value, &element.state, value, type, flags);
                if (r < 0) {
                        free(element.name);
                        return r;
                }
                element.exists = MI_TRUE;
        }
        if (flags & MI_FLAG_NOT_MODIFIED)
                element.state &= (MI_Uint8)~FIELD_MODIFIED;
        dynamic->elements[dynamic->count++] = element;
        return 0;
}

static MI_Result dynamic_add_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                     MI_Uint32 flags)
{
        if (!self || !name || !*name || !type_is_known(type))
                return MI_RESULT_INVALID_PARAMETER;
        if (find(instance_dynamic(self), name))
                return MI_RESULT_ALREADY_EXISTS;
        return result_from_int(dynamic_append(self, name, value, type, flags & ~MI_FLAG_NOT_MODIFIED));
}

static MI_Result set(DynamicElement *element, const MI_Value *value, MI_Type type, MI_Uint32 flags)
{
        MI_Value taken = { 0 };
        MI_Uint8 state;
        int r;

        if (element->type != type)
                return MI_RESULT_TYPE_MISMATCH;
        if (!value || (flags & MI_FLAG_NULL)) {
                element_clear(element);
                element->state = FIELD_MODIFIED;
                return MI_RESULT_OK;
        }
        r = value_take(&taken, &state, value, type, flags);
        if (r < 0)
                return result_from_int(r);
        element_clear(element);
        element->value = taken;
        element->exists = MI_TRUE;
        element->state = state;
        return MI_RESULT_OK;
}

static MI_Result dynamic_set_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                     MI_Uint32 flags)
{
        DynamicElement *element;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        element = find(instance_dynamic(self), name);
        return element ? set(element, value, type, flags) : MI_RESULT_NO_SUCH_PROPERTY;
}

static MI_Result dynamic_set_element_at(MI_Instance *self, MI_Uint32 index, const MI_Value *value, MI_Type type,
                                        MI_Uint32 flags)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= instance_dynamic(self)->count)
                return MI_RESULT_NOT_FOUND;
        return set(&instance_dynamic(self)->elements[index], value, type, flags);
}

static void get(const DynamicElement *element, MI_Value *value, MI_Type *type, MI_Uint32 *flags)
{
        if (value)
                *value = element->value;
        if (type)
                *type = element->type;
        if (flags)
                *flags = element->flags | element_state_flags(element->exists, element->state);
}

static MI_Result dynamic_get_element(const MI_Instance *self, const MI_Char *name, MI_Value *value, MI_Type *type,
                                     MI_Uint32 *flags, MI_Uint32 *index)
{
        const DynamicElement *element;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        element = find(instance_dynamic(self), name);
        if (!element)
                return MI_RESULT_NO_SUCH_PROPERTY;
        get(element, value, type, flags);
        if (index)
                *index = (MI_Uint32)(element - instance_dynamic(self)->elements);
        return MI_RESULT_OK;
}

static MI_Result dynamic_get_element_at(const MI_Instance *self, MI_Uint32 index, const MI_Char **name, MI_Value *value,
                                        MI_Type *type, MI_Uint32 *flags)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= instance_dynamic(self)->count)
                return MI_RESULT_NOT_FOUND;
        if (name)
                *name = instance_dynamic(self)->elements[index].name;
        get(&instance_dynamic(self)->elements[index], value, type, flags);
        return MI_RESULT_OK;
}

static MI_Result dynamic_clear_element(MI_Instance *self, const MI_Char *name)
{
        DynamicElement *element;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        element = find(instance_dynamic(self), name);
        return element ? set(element, NULL, element->type, 0) : MI_RESULT_NO_SUCH_PROPERTY;
}

static MI_Result dynamic_clear_element_at(MI_Instance *self, MI_Uint32 index)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= instance_dynamic(self)->count)
                return MI_RESULT_NOT_FOUND;
        return set(&instance_dynamic(self)->elements[index], NULL, instance_dynamic(self)->elements[index].type, 0);
}

static MI_Result dynamic_get_class(const MI_Instance *self, MI_Class **classp)
{
        const Dynamic *dynamic;

        if (!self || !classp)
                return MI_RESULT_INVALID_PARAMETER;
        *classp = NULL;
        dynamic = instance_dynamic(self);
        if (dynamic->full)
                return result_from_int(
                        class_new(classp, dynamic->full, instance_anchor(self), self->nameSpace, self->serverName));
        return result_from_int(class_new_from_instance(classp, self));
}

const MI_InstanceFT instance_dynamic_ft = {
        .Clone = dynamic_clone,
        .Destruct = dynamic_destruct,
        .Delete = dynamic_delete,
        .IsA = dynamic_is_a,
        .GetClassName = dynamic_get_class_name,
        .SetNameSpace = instance_set_namespace,
        .GetNameSpace = instance_get_namespace,
        .GetElementCount = dynamic_get_element_count,
        .AddElement = dynamic_add_element,
        .SetElement = dynamic_set_element,
        .SetElementAt = dynamic_set_element_at,
        .GetElement = dynamic_get_element,
        .GetElementAt = dynamic_get_element_at,
        .ClearElement = dynamic_clear_element,
        .ClearElementAt = dynamic_clear_element_at,
        .GetServerName = instance_get_server,
        .SetServerName = instance_set_server,
        .GetClass = dynamic_get_class,
};

static int dynamic_init(MI_Instance *instance, const char *class_name, MI_Uint32 meta_type)
{
        Dynamic *dynamic = calloc(1, sizeof(*dynamic));

        if (!dynamic)
                return error_origin(-ENOMEM);
        dynamic->decl.name = strdup(class_name);
        if (!dynamic->decl.name) {
                free(dynamic);
                return error_origin(-ENOMEM);
        }
        dynamic->decl.code = text_code(class_name);
        dynamic->decl.flags = meta_type ? meta_type : MI_FLAG_CLASS;
        dynamic->decl.size = sizeof(*instance);
        instance->ft = &instance_dynamic_ft;
        instance->classDecl = &dynamic->decl;
        instance->reserved[0] = (ptrdiff_t)dynamic;
        return 0;
}

int instance_new_dynamic(MI_Instance **instancep, const char *class_name, MI_Uint32 meta_type)
{
        MI_Instance *instance;
        int r;

        if (!class_name)
                return -EINVAL;
        instance = calloc(1, sizeof(*instance));
        if (!instance)
                return error_origin(-ENOMEM);
        r = dynamic_init(instance, class_name, meta_type);
        if (r < 0) {
                free(instance);
                return r;
        }
        instance->reserved[2] = INSTANCE_ON_HEAP;
        *instancep = instance;
        return 0;
}

int dynamic_take_over(MI_Instance *instance, const char *class_name, MI_Uint32 meta_type, void *source,
                      void (*source_free)(void *source, bool on_heap))
{
        int r = dynamic_init(instance, class_name, meta_type);

        if (r < 0)
                return r;
        instance_dynamic(instance)->source = source;
        instance_dynamic(instance)->source_free = source_free;
        return 0;
}

int dynamic_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth)
{
        _cleanup_(instance_deletep) MI_Instance *clone = NULL;
        const Dynamic *from = instance_dynamic(instance);
        int r;

        r = instance_new_dynamic(&clone, from->decl.name, from->decl.flags);
        if (r == 0)
                r = instance_copy_names(clone, instance);
        if (r < 0)
                return r;
        clone->reserved[1] = (ptrdiff_t)anchor_ref(instance_anchor(instance));
        instance_dynamic(clone)->full = from->full;

        for (uint32_t i = 0; i < from->count; i++) {
                const DynamicElement *element = &from->elements[i];
                MI_Value copy = { 0 };
                MI_Uint32 flags = element->flags | MI_FLAG_ADOPT;

                if (element->exists) {
                        r = value_copy_at(&copy, &element->value, element->type, depth);
                        if (r < 0)
                                return r;
                }
                if (!(element->state & FIELD_MODIFIED))
                        flags |= MI_FLAG_NOT_MODIFIED;
                r = dynamic_append(clone, element->name, element->exists ? &copy : NULL, element->type, flags);
                if (r < 0) {
                        if (element->exists)
                                value_clear(&copy, element->type);
                        return r;
                }
        }
        *instancep = steal(&clone);
        return 0;
}

void instance_set_class(MI_Instance *instance, const MI_ClassDecl *decl, Anchor *anchor)
{
        if (instance_kind(instance) != INSTANCE_DYNAMIC)
                return;
        anchor_ref(anchor);
        anchor_unref(instance_anchor(instance));
        instance->reserved[1] = (ptrdiff_t)anchor;
        instance_dynamic(instance)->full = decl;
}
