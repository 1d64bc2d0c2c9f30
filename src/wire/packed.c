/*
 * Packed instances: received blocks as MI_Instance
 */

#include <errno.h>
#include <string.h>

#include "model/class.h"
#include "model/decl.h"
#include "model/instance-private.h"
#include "util/error.h"
#include "util/text.h"
#include "wire/packed-private.h"
#include "wire/packed.h"

/* What some packed instances need and most do not */
typedef struct PackedExtra {
        Arena arena;           /* arrays of pointers that were made */
        void **made;           /* per element: its array, or its nested instance; NULL until somebody asks */
        Anchor *anchor;        /* of the shape, held by clones */
        uint8_t *memory;       /* the block, if it is ours */
        struct Nested *nested; /* all nested instances that were made, to be freed */
} PackedExtra;

/* A nested instance, and how it hangs together */
typedef struct Nested {
        PackedInstance packed; /* first */
        struct Nested *next;
} Nested;

static const MI_InstanceFT packed_ft;

static inline PackedInstance *packed_of(const MI_Instance *instance)
{
        return (PackedInstance *)instance;
}

bool instance_is_packed(const MI_Instance *instance)
{
        return instance->ft == &packed_ft;
}

static inline uint64_t slot_at(const PackedInstance *packed, uint32_t index)
{
        uint64_t slot;

        memcpy(&slot, packed->slots + (size_t)index * 8, 8);
        return slot;
}

static inline PackedElement element_at(const PackedInstance *packed, uint32_t index)
{
        PackedElement element;

        memcpy(&element, packed->elements + (size_t)index * sizeof(element), sizeof(element));
        return element;
}

static inline MI_Char *text_at(const PackedInstance *packed, uint64_t slot)
{
        return (MI_Char *)packed->block + (uint32_t)slot;
}

static PackedExtra *extra_of(PackedInstance *packed)
{
        PackedExtra *extra = packed->extra;

        if (extra)
                return extra;
        extra = calloc(1, sizeof(*extra));
        if (!extra)
                return NULL;
        arena_init(&extra->arena, 0);
        packed->extra = extra;
        return extra;
}

static void extra_free(PackedExtra *extra)
{
        Nested *nested;

        if (!extra)
                return;
        nested = extra->nested;
        while (nested) {
                Nested *next = nested->next;

                packed_deinit(&nested->packed);
                free(nested);
                nested = next;
        }
        arena_deinit(&extra->arena);
        anchor_unref(extra->anchor);
        free(extra->memory);
        free(extra);
}

/* Fills the view of a block that is known to be good. */
static void view(PackedInstance *packed, const uint8_t *block, Shape *shape, unsigned flags)
{
        PackedHeader header;

        memcpy(&header, block, sizeof(header));
        memset(&packed->base, 0, sizeof(packed->base));
        packed->base.ft = &packed_ft;
        packed->block = block;
        packed->states = block + sizeof(header);
        packed->slots = packed->states + ALIGN_UP((size_t)header.count, (size_t)8);
        packed->elements = packed->slots + (size_t)header.count * 8;
        packed->shape = shape;
        packed->count = header.count;
        packed->flags = flags;
        packed->extra = NULL;
        if (header.name_space)
                packed->base.nameSpace = text_at(packed, header.name_space);
        if (header.server)
                packed->base.serverName = text_at(packed, header.server);

        if (shape) {
                packed->base.classDecl = shape->decl;
                if (!header.name_space)
                        packed->base.nameSpace = shape_name_space(shape);
                return;
        }
        packed->inline_decl = (MI_ClassDecl){ .flags = header.flags & MI_FLAG_ANY & ~MI_FLAG_METHOD,
                                              .name = text_at(packed, header.class_name),
                                              .size = sizeof(MI_Instance) };
        packed->inline_decl.flags |= MI_FLAG_CLASS;
        packed->inline_decl.code = text_code(packed->inline_decl.name);
        packed->base.classDecl = &packed->inline_decl;
}

int packed_init(PackedInstance *packed, const void *data, size_t size, const ShapeTable *shapes, unsigned flags,
                size_t *sizep)
{
        uint32_t block_size;
        Shape *shape;

        packed->base.ft = NULL;
        packed->extra = NULL;
        if (!packed_check(data, size, shapes, &shape))
                return PACKED_INVALID;
        view(packed, data, shape, flags);
        if (!packed->base.nameSpace && shapes && !shape)
                packed->base.nameSpace = shape_table_name_space(shapes);
        if (sizep) {
                memcpy(&block_size, data, sizeof(block_size));
                *sizep = block_size;
        }
        return 0;
}

void packed_deinit(PackedInstance *packed)
{
        if (packed->base.ft)
                packed->base.ft->Destruct(&packed->base);
}

/* A copy on the heap of a good block */
static int copy_block(MI_Instance **instancep, const uint8_t *block, Shape *shape, unsigned flags)
{
        PackedInstance *packed;
        PackedExtra *extra;
        uint32_t size;

        packed = calloc(1, sizeof(*packed));
        if (!packed)
                return error_origin(-ENOMEM);
        extra = extra_of(packed);
        memcpy(&size, block, sizeof(size));
        if (extra)
                extra->memory = malloc(size);
        if (!extra || !extra->memory) {
                extra_free(extra);
                free(packed);
                return error_origin(-ENOMEM);
        }
        memcpy(extra->memory, block, size);
        view(packed, extra->memory, shape, flags);
        packed->extra = extra;
        if (shape)
                extra->anchor = anchor_ref(&shape->anchor);
        packed->base.reserved[2] = INSTANCE_ON_HEAP;
        *instancep = &packed->base;
        return 0;
}

int packed_new(MI_Instance **instancep, const void *data, size_t size, const ShapeTable *shapes, unsigned flags)
{
        Shape *shape;

        if (!packed_check(data, size, shapes, &shape))
                return PACKED_INVALID;
        return copy_block(instancep, data, shape, flags);
}

static MI_Result packed_clone(const MI_Instance *self, MI_Instance **clonep)
{
        const PackedInstance *packed;
        MI_Instance *clone;

        if (!self || !clonep)
                return MI_RESULT_INVALID_PARAMETER;
        *clonep = NULL;
        packed = packed_of(self);
        if (copy_block(&clone, packed->block, packed->shape, packed->flags) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        /* names that were set since, or are the table's, lie outside the block */
        if ((self->nameSpace && !clone->nameSpace && instance_set_namespace(clone, self->nameSpace) != MI_RESULT_OK) ||
            ((self->reserved[2] & (INSTANCE_OWNS_NAMESPACE | INSTANCE_OWNS_SERVER)) &&
             instance_copy_names(clone, self) < 0)) {
                instance_delete(clone);
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        *clonep = clone;
        return MI_RESULT_OK;
}

static MI_Result packed_destruct(MI_Instance *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (unlikely(self->reserved[2] & (INSTANCE_OWNS_NAMESPACE | INSTANCE_OWNS_SERVER)))
                instance_end_names(self);
        if (packed_of(self)->extra) {
                extra_free(packed_of(self)->extra);
                packed_of(self)->extra = NULL;
        }
        self->ft = NULL;
        return MI_RESULT_OK;
}

static MI_Result packed_delete(MI_Instance *self)
{
        bool on_heap;

        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        on_heap = self->reserved[2] & INSTANCE_ON_HEAP;
        packed_destruct(self);
        if (on_heap)
                free(self);
        return MI_RESULT_OK;
}

static MI_Result packed_is_a(const MI_Instance *self, const MI_ClassDecl *decl, MI_Boolean *flag)
{
        if (!self || !decl || !flag)
                return MI_RESULT_INVALID_PARAMETER;
        *flag = decl_is_a(self->classDecl, decl);
        return MI_RESULT_OK;
}

static MI_Result packed_get_class_name(const MI_Instance *self, const MI_Char **name)
{
        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        *name = self->classDecl->name;
        return MI_RESULT_OK;
}

static MI_Result packed_get_element_count(const MI_Instance *self, MI_Uint32 *count)
{
        if (!self || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = packed_of(self)->count;
        return MI_RESULT_OK;
}

/* A nested instance, which lives as long as the outer one */
static int make_instance(PackedInstance *packed, uint64_t slot, MI_Instance **instancep)
{
        PackedExtra *extra = extra_of(packed);
        Nested *nested = extra ? malloc(sizeof(*nested)) : NULL;

        if (!nested)
                return error_origin(-ENOMEM);
        view(&nested->packed, packed->block + (uint32_t)slot, NULL, packed->flags);
        nested->next = extra->nested;
        extra->nested = nested;
        *instancep = &nested->packed.base;
        return 0;
}

static int make_array(PackedInstance *packed, uint64_t slot, MI_Type scalar, void **arrayp)
{
        const uint8_t *table = packed->block + (uint32_t)slot;
        uint32_t count = (uint32_t)(slot >> 32);
        PackedExtra *extra = extra_of(packed);
        void **array = extra ? arena_zalloc(&extra->arena, MAX(count, 1u) * sizeof(*array)) : NULL;
        int r;

        if (!array)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < count; i++) {
                uint64_t inner;

                memcpy(&inner, table + (size_t)i * 8, 8);
                if (scalar == MI_STRING) {
                        array[i] = text_at(packed, inner);
                        continue;
                }
                r = make_instance(packed, inner, (MI_Instance **)&array[i]);
                if (r < 0)
                        return r;
        }
        *arrayp = array;
        return 0;
}

/* Values that need pointers are made once and kept. */
static int made_value(PackedInstance *packed, uint32_t index, uint64_t slot, MI_Type type, void **madep)
{
        PackedExtra *extra = extra_of(packed);
        int r = 0;

        if (extra && !extra->made)
                extra->made = arena_zalloc(&extra->arena, MAX(packed->count, 1u) * sizeof(*extra->made));
        if (!extra || !extra->made)
                return error_origin(-ENOMEM);
        if (!extra->made[index]) {
                if (type_is_array(type))
                        r = make_array(packed, slot, type_scalar(type), &extra->made[index]);
                else
                        r = make_instance(packed, slot, (MI_Instance **)&extra->made[index]);
        }
        *madep = extra->made[index];
        return r;
}

static int get_value(const PackedInstance *packed, uint32_t index, MI_Type type, MI_Value *value)
{
        uint64_t slot = slot_at(packed, index);
        void *made;
        int r;

        switch ((unsigned)type) {
        case MI_STRING:
                value->string = text_at(packed, slot);
                return 0;
        case MI_DATETIME:
                memcpy(&value->datetime, packed->block + (uint32_t)slot, sizeof(value->datetime));
                return 0;
        case MI_BOOLEAN:
                value->boolean = (uint8_t)slot != 0;
                return 0;
        case MI_REFERENCE:
        case MI_INSTANCE:
                r = made_value((PackedInstance *)packed, index, slot, type, &made);
                value->instance = made;
                return r;
        default:
                break;
        }
        if (!type_is_array(type)) {
                value->uint64 = slot;
                return 0;
        }
        value->array.data = (void *)(packed->block + (uint32_t)slot);
        value->array.size = (uint32_t)(slot >> 32);
        if (!type_has_pointers(type_scalar(type)))
                return 0;
        r = made_value((PackedInstance *)packed, index, slot, type, &made);
        value->array.data = made;
        return r;
}

static MI_Result get(const PackedInstance *packed, uint32_t index, MI_Value *value, MI_Type *typep, MI_Uint32 *flags)
{
        uint8_t state = packed->states[index];
        MI_Uint32 decl_flags;
        MI_Type type;

        if (packed->shape) {
                type = (MI_Type)packed->shape->decl->properties[index]->type;
                decl_flags = packed->shape->decl->properties[index]->flags;
        } else {
                PackedElement element = element_at(packed, index);

                type = (MI_Type)element.type;
                decl_flags = element.flags &
                             ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_NOT_MODIFIED | MI_FLAG_BORROW | MI_FLAG_ADOPT);
        }
        if (value) {
                if (!(state & PACKED_EXISTS))
                        memset(value, 0, sizeof(*value));
                else if (unlikely(get_value(packed, index, type, value) < 0))
                        return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        if (typep)
                *typep = type;
        if (flags) {
                bool modified = (state & PACKED_SET) && (packed->flags & PACKED_MODIFIED);

                *flags = decl_flags | (state & PACKED_EXISTS ? 0 : (MI_Uint32)MI_FLAG_NULL) |
                         (modified ? 0 : MI_FLAG_NOT_MODIFIED);
        }
        return MI_RESULT_OK;
}

static int find(const PackedInstance *packed, const MI_Char *name)
{
        size_t length;

        if (packed->shape)
                return decl_find_property(packed->shape->decl, name);
        length = strlen(name);
        for (uint32_t i = 0; i < packed->count; i++) {
                PackedElement element = element_at(packed, i);

                if (element.name_length == length && ascii_ncasecmp(text_at(packed, element.name), name, length) == 0)
                        return (int)i;
        }
        return -1;
}

static MI_Result packed_get_element(const MI_Instance *self, const MI_Char *name, MI_Value *value, MI_Type *type,
                                    MI_Uint32 *flags, MI_Uint32 *indexp)
{
        int index;

        if (!self || !name)
                return MI_RESULT_INVALID_PARAMETER;
        index = find(packed_of(self), name);
        if (index < 0)
                return MI_RESULT_NO_SUCH_PROPERTY;
        if (indexp)
                *indexp = (MI_Uint32)index;
        return get(packed_of(self), (uint32_t)index, value, type, flags);
}

static const MI_Char *element_name(const PackedInstance *packed, uint32_t index)
{
        return packed->shape ? packed->shape->decl->properties[index]->name
                             : text_at(packed, element_at(packed, index).name);
}

static MI_Result packed_get_element_at(const MI_Instance *self, MI_Uint32 index, const MI_Char **name, MI_Value *value,
                                       MI_Type *type, MI_Uint32 *flags)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= packed_of(self)->count)
                return MI_RESULT_NOT_FOUND;
        if (name)
                *name = element_name(packed_of(self), index);
        return get(packed_of(self), index, value, type, flags);
}

/* The dynamic instance that a packed one has become has ended: so does what it borrowed from. */
static void source_free(void *source, bool on_heap)
{
        PackedInstance *packed = source;

        extra_free(packed->extra);
        packed->extra = NULL;
        if (on_heap)
                free(packed);
}

/* Copy on write: the elements move into a table, their values stay borrowed from the block. */
static MI_Result become_dynamic(MI_Instance *self)
{
        PackedInstance *packed = packed_of(self);
        PackedInstance original = *packed;
        const MI_ClassDecl *decl;
        Anchor *anchor;
        int r;

        r = dynamic_take_over(self, original.base.classDecl->name, original.base.classDecl->flags & MI_FLAG_ANY, packed,
                              source_free);
        for (uint32_t i = 0; r == 0 && i < original.count; i++) {
                MI_Value value = { 0 };
                MI_Uint32 flags = 0;
                MI_Type type = MI_BOOLEAN;

                /* through the instance itself, so that values made on the way are its own */
                if (get(packed, i, &value, &type, &flags) != MI_RESULT_OK)
                        r = -ENOMEM;
                else
                        r = dynamic_append(self, element_name(packed, i), flags & MI_FLAG_NULL ? NULL : &value, type,
                                           flags | MI_FLAG_BORROW);
        }
        if (r < 0) {
                if (self->ft != &packed_ft) {
                        PackedExtra *extra = packed->extra;

                        instance_dynamic(self)->source = NULL;
                        self->nameSpace = self->serverName = NULL;
                        self->reserved[2] = 0;
                        self->ft->Destruct(self);
                        packed->base = original.base;
                        packed->extra = extra;
                }
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        }
        if (packed->shape) {
                /* what is cloned from the dynamic one may outlive the channel's table */
                decl = shape_class(packed->shape, &anchor);
                instance_set_class(self, decl, anchor);
        }
        return MI_RESULT_OK;
}

static MI_Result packed_add_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                    MI_Uint32 flags)
{
        MI_Result result = self ? become_dynamic(self) : MI_RESULT_INVALID_PARAMETER;

        return result == MI_RESULT_OK ? MI_Instance_AddElement(self, name, value, type, flags) : result;
}

static MI_Result packed_set_element(MI_Instance *self, const MI_Char *name, const MI_Value *value, MI_Type type,
                                    MI_Uint32 flags)
{
        MI_Result result = self ? become_dynamic(self) : MI_RESULT_INVALID_PARAMETER;

        return result == MI_RESULT_OK ? MI_Instance_SetElement(self, name, value, type, flags) : result;
}

static MI_Result packed_set_element_at(MI_Instance *self, MI_Uint32 index, const MI_Value *value, MI_Type type,
                                       MI_Uint32 flags)
{
        MI_Result result = self ? become_dynamic(self) : MI_RESULT_INVALID_PARAMETER;

        return result == MI_RESULT_OK ? MI_Instance_SetElementAt(self, index, value, type, flags) : result;
}

static MI_Result packed_clear_element(MI_Instance *self, const MI_Char *name)
{
        MI_Result result = self ? become_dynamic(self) : MI_RESULT_INVALID_PARAMETER;

        return result == MI_RESULT_OK ? MI_Instance_ClearElement(self, name) : result;
}

static MI_Result packed_clear_element_at(MI_Instance *self, MI_Uint32 index)
{
        MI_Result result = self ? become_dynamic(self) : MI_RESULT_INVALID_PARAMETER;

        return result == MI_RESULT_OK ? MI_Instance_ClearElementAt(self, index) : result;
}

static MI_Result packed_get_class(const MI_Instance *self, MI_Class **classp)
{
        const MI_ClassDecl *decl;
        Anchor *anchor;
        Shape *shape;

        if (!self || !classp)
                return MI_RESULT_INVALID_PARAMETER;
        *classp = NULL;
        shape = packed_of(self)->shape;
        if (!shape)
                return result_from_int(class_new_from_instance(classp, self));
        decl = shape_class(shape, &anchor);
        return result_from_int(class_new(classp, decl, anchor, self->nameSpace, self->serverName));
}

static const MI_InstanceFT packed_ft = {
        .Clone = packed_clone,
        .Destruct = packed_destruct,
        .Delete = packed_delete,
        .IsA = packed_is_a,
        .GetClassName = packed_get_class_name,
        .SetNameSpace = instance_set_namespace,
        .GetNameSpace = instance_get_namespace,
        .GetElementCount = packed_get_element_count,
        .AddElement = packed_add_element,
        .SetElement = packed_set_element,
        .SetElementAt = packed_set_element_at,
        .GetElement = packed_get_element,
        .GetElementAt = packed_get_element_at,
        .ClearElement = packed_clear_element,
        .ClearElementAt = packed_clear_element_at,
        .GetServerName = instance_get_server,
        .SetServerName = instance_set_server,
        .GetClass = packed_get_class,
};
