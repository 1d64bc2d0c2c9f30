/*
 * Static instances: structs of generated code, or of a declaration that was laid out at run time
 */

#include <errno.h>
#include <string.h>

#include "model/class.h"
#include "model/decl.h"
#include "model/instance-private.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/text.h"

/* Where the element lies; NULL for a stream parameter, which has no place. */
static inline char *field_of(const MI_Instance *self, const MI_PropertyDecl *property)
{
        return property->offset == DECL_STREAM_OFFSET ? NULL : (char *)self + property->offset;
}

static inline MI_Boolean *field_exists(char *field, MI_Type type)
{
        return (MI_Boolean *)field + type_flags_offset(type) - 1;
}

static inline MI_Uint8 *field_state(char *field, MI_Type type)
{
        return (MI_Uint8 *)field + type_flags_offset(type);
}

/* Frees what the field owns and leaves it as it is. */
static inline void field_release(char *field, MI_Type type)
{
        if (type_has_pointers(type) && *field_exists(field, type) && !(*field_state(field, type) & FIELD_BORROWED)) {
                MI_Value value;

                value_load(&value, field, type);
                value_clear(&value, type);
        }
}

static void field_clear(char *field, MI_Type type)
{
        field_release(field, type);
        memset(field, 0, type_flags_offset(type) + 1);
}

void instance_forget_at(MI_Instance *instance, uint32_t index)
{
        const MI_PropertyDecl *property = instance->classDecl->properties[index];
        char *field = field_of(instance, property);

        if (field)
                field_clear(field, (MI_Type)property->type);
}

static MI_Result static_clone(const MI_Instance *self, MI_Instance **clonep)
{
        return instance_clone_result(self, clonep);
}

static MI_Result static_destruct(MI_Instance *self)
{
        const MI_ClassDecl *decl;

        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        decl = self->classDecl;
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                char *field = field_of(self, decl->properties[i]);

                if (field)
                        field_release(field, (MI_Type)decl->properties[i]->type);
        }
        instance_end_names(self);
        anchor_unref(instance_anchor(self));
        /* a second Destruct finds no table and is refused */
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result static_delete(MI_Instance *self)
{
        MI_Result result;
        bool on_heap;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        on_heap = self->reserved[2] & INSTANCE_ON_HEAP;
        result = static_destruct(self);
        if (on_heap)
                free(self);
        return result;
}

static MI_Result static_is_a(const MI_Instance *self, const MI_ClassDecl *decl, MI_Boolean *flag)
{
        if (!self || !decl || !flag)
                return MI_RESULT_INVALID_PARAMETER;
        *flag = self->classDecl == decl || decl_is_a(self->classDecl, decl);
        return MI_RESULT_OK;
}

static MI_Result static_get_class_name(const MI_Instance *self, const MI_Char **name)
{
        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *name = self->classDecl->name;
        return MI_RESULT_OK;
}

static MI_Result static_get_element_count(const MI_Instance *self, MI_Uint32 *count)
{
        if (!self || !count || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *count = self->classDecl->numProperties;
        return MI_RESULT_OK;
}

static MI_Result static_add_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                    MI_Uint32 flags)
{
        (void)self, (void)name, (void)value, (void)type, (void)flags;
        return MI_RESULT_FAILED;
}

static MI_Result static_set_element_at(MI_Instance *self, MI_Uint32 index, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags)
{
        const MI_PropertyDecl *property;
        MI_Value taken = { 0 };
        MI_Uint8 state;
        char *field;
        int r;

        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->classDecl->numProperties)
                return MI_RESULT_NOT_FOUND;
        property = self->classDecl->properties[index];
        if (property->type != (MI_Uint32)type)
                return MI_RESULT_TYPE_MISMATCH;
        field = field_of(self, property);
        if (!field)
                return MI_RESULT_NOT_SUPPORTED;

        if (!value || (flags & MI_FLAG_NULL)) {
                field_clear(field, type);
                *field_state(field, type) = FIELD_MODIFIED;
                return MI_RESULT_OK;
        }
        /* taken before the old value goes: it may be part of it */
        r = value_take(&taken, &state, value, type, flags);
        if (r < 0)
                return result_from_int(r);
        field_release(field, type);
        value_store(field, &taken, type);
        *field_exists(field, type) = MI_TRUE;
        *field_state(field, type) = state;
        return MI_RESULT_OK;
}

static MI_Result static_set_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                    MI_Uint32 flags)
{
        int index;

        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        index = decl_find_property(self->classDecl, name);
        return index < 0 ? MI_RESULT_NO_SUCH_PROPERTY
                         : static_set_element_at(self, (MI_Uint32)index, value, type, flags);
}

static void static_get(const MI_Instance *self, const MI_PropertyDecl *property, MI_Value *value, MI_Type *type,
                       MI_Uint32 *flags)
{
        MI_Type property_type = (MI_Type)property->type;
        char *field = field_of(self, property);
        MI_Boolean exists = field && *field_exists(field, property_type);

        if (value) {
                if (exists)
                        value_load(value, field, property_type);
                else
                        memset(value, 0, sizeof(*value));
        }
        if (type)
                *type = property_type;
        if (flags)
                *flags = property->flags | element_state_flags(exists, field ? *field_state(field, property_type) : 0);
}

static MI_Result static_get_element(const MI_Instance *self, const MI_Char *name, MI_Value *value, MI_Type *type,
                                    MI_Uint32 *flags, MI_Uint32 *indexp)
{
        int index;

        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        index = decl_find_property(self->classDecl, name);
        if (index < 0)
                return MI_RESULT_NO_SUCH_PROPERTY;
        static_get(self, self->classDecl->properties[index], value, type, flags);
        if (indexp)
                *indexp = (MI_Uint32)index;
        return MI_RESULT_OK;
}

static MI_Result static_get_element_at(const MI_Instance *self, MI_Uint32 index, const MI_Char **name, MI_Value *value,
                                       MI_Type *type, MI_Uint32 *flags)
{
        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->classDecl->numProperties)
                return MI_RESULT_NOT_FOUND;
        if (name)
                *name = self->classDecl->properties[index]->name;
        static_get(self, self->classDecl->properties[index], value, type, flags);
        return MI_RESULT_OK;
}

static MI_Result static_clear_element_at(MI_Instance *self, MI_Uint32 index)
{
        if (!self || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= self->classDecl->numProperties)
                return MI_RESULT_NOT_FOUND;
        return static_set_element_at(self, index, NULL, (MI_Type)self->classDecl->properties[index]->type, 0);
}

static MI_Result static_clear_element(MI_Instance *self, const MI_Char *name)
{
        int index;

        if (!self || !name || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        index = decl_find_property(self->classDecl, name);
        return index < 0 ? MI_RESULT_NO_SUCH_PROPERTY : static_clear_element_at(self, (MI_Uint32)index);
}

static MI_Result static_get_class(const MI_Instance *self, MI_Class **classp)
{
        if (!self || !classp || !self->classDecl)
                return MI_RESULT_INVALID_PARAMETER;
        *classp = NULL;
        if (self->classDecl->flags & MI_FLAG_METHOD)
                return result_from_int(class_new_from_instance(classp, self));
        return result_from_int(
                class_new(classp, self->classDecl, instance_anchor(self), self->nameSpace, self->serverName));
}

static const MI_InstanceFT static_ft = {
        .Clone = static_clone,
        .Destruct = static_destruct,
        .Delete = static_delete,
        .IsA = static_is_a,
        .GetClassName = static_get_class_name,
        .SetNameSpace = instance_set_namespace,
        .GetNameSpace = instance_get_namespace,
        .GetElementCount = static_get_element_count,
        .AddElement = static_add_element,
        .SetElement = static_set_element,
        .SetElementAt = static_set_element_at,
        .GetElement = static_get_element,
        .GetElementAt = static_get_element_at,
        .ClearElement = static_clear_element,
        .ClearElementAt = static_clear_element_at,
        .GetServerName = instance_get_server,
        .SetServerName = instance_set_server,
        .GetClass = static_get_class,
};

const MI_InstanceFT *instance_static_ft(void)
{
        return &static_ft;
}

int instance_construct(MI_Instance *instance, const MI_ClassDecl *decl)
{
        if (!decl || decl->size < sizeof(*instance))
                return -EINVAL;
        memset(instance, 0, decl->size);
        instance->ft = &static_ft;
        instance->classDecl = decl;
        return 0;
}

int instance_construct_parameters(MI_Instance *instance, const MI_MethodDecl *method)
{
        return instance_construct(instance, (const MI_ClassDecl *)method);
}

int instance_new(MI_Instance **instancep, const MI_ClassDecl *decl, Anchor *anchor)
{
        MI_Instance *instance;

        if (!decl || decl->size < sizeof(*instance))
                return -EINVAL;
        instance = malloc(decl->size);
        if (!instance)
                return error_origin(-ENOMEM);
        instance_construct(instance, decl);
        instance->reserved[1] = (ptrdiff_t)anchor_ref(anchor);
        instance->reserved[2] = INSTANCE_ON_HEAP;
        *instancep = instance;
        return 0;
}

int instance_new_parameters(MI_Instance **instancep, const MI_MethodDecl *method, Anchor *anchor)
{
        return instance_new(instancep, (const MI_ClassDecl *)method, anchor);
}

int static_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth)
{
        _cleanup_(instance_deletep) MI_Instance *clone = NULL;
        const MI_ClassDecl *decl = instance->classDecl;
        int r;

        r = instance_new(&clone, decl, instance_anchor(instance));
        if (r == 0)
                r = instance_copy_names(clone, instance);
        for (MI_Uint32 i = 0; r == 0 && i < decl->numProperties; i++) {
                MI_Type type = (MI_Type)decl->properties[i]->type;
                char *from = field_of(instance, decl->properties[i]), *to;
                MI_Value value = { 0 }, copy = { 0 };

                if (!from)
                        continue;
                to = field_of(clone, decl->properties[i]);
                *field_state(to, type) = *field_state(from, type) & FIELD_MODIFIED;
                if (!*field_exists(from, type))
                        continue;
                value_load(&value, from, type);
                r = value_copy_at(&copy, &value, type, depth);
                if (r < 0)
                        break;
                value_store(to, &copy, type);
                *field_exists(to, type) = MI_TRUE;
        }
        if (r < 0)
                return r;
        *instancep = steal(&clone);
        return 0;
}

void instance_apply_defaults(MI_Instance *instance)
{
        const MI_ClassDecl *decl = instance->classDecl;

        if (instance_kind(instance) != INSTANCE_STATIC || (decl->flags & MI_FLAG_METHOD))
                return;
        for (MI_Uint32 i = 0; i < decl->numProperties; i++) {
                MI_Type type = (MI_Type)decl->properties[i]->type;
                char *field = field_of(instance, decl->properties[i]);
                MI_Value value = { 0 };

                if (!field || !decl->properties[i]->value || *field_exists(field, type) ||
                    (*field_state(field, type) & FIELD_MODIFIED))
                        continue;
                value_load(&value, decl->properties[i]->value, type);
                if (type_has_pointers(type) && !type_is_array(type) && !value.string)
                        continue;
                value_store(field, &value, type);
                *field_exists(field, type) = MI_TRUE;
                *field_state(field, type) = FIELD_BORROWED;
        }
}
