/*
 * Casts: any instance as the struct that a provider expects
 */

#include <errno.h>
#include <string.h>

#include "model/decl.h"
#include "model/instance-private.h"
#include "model/instance.h"
#include "util/error.h"
#include "util/text.h"

typedef struct Cast {
        Arena *arena;
        const MI_SchemaDecl *schema;
        unsigned flags;
        const char **namep;
} Cast;

static int cast_object(const Cast *cast, MI_Instance **instancep, const MI_ObjectDecl *decl, const MI_Instance *from,
                       unsigned depth);

/*
 * How a nested instance has to be laid out. Compiled code takes the struct of the declared class for granted, whatever a client sends:
 * another class of the schema is refused, and one that the schema does not know (a subclass of another module) is given what the
 * declared class has, under its own name. NULL: the declaration asks for nothing.
 */
static int nested_decl(const Cast *cast, const MI_ClassDecl **declp, const char *class_name, const MI_Instance *from)
{
        const char *name = instance_class_name(from);
        const MI_ClassDecl *own = schema_find_class(cast->schema, name);
        const MI_ClassDecl *wanted = class_name ? schema_find_class(cast->schema, class_name) : NULL;
        MI_ClassDecl *stranger;

        *declp = own;
        if (!wanted || (own && decl_is_a(own, wanted)))
                return 0;
        if (own)
                return INSTANCE_TYPE_MISMATCH;
        stranger = arena_memdup(cast->arena, wanted, sizeof(*wanted));
        if (!stranger)
                return error_origin(-ENOMEM);
        stranger->name = (MI_Char *)(uintptr_t)name;
        stranger->code = text_code(name);
        stranger->superClass = wanted->name;
        stranger->superClassDecl = (MI_ClassDecl *)(uintptr_t)wanted;
        *declp = stranger;
        return 0;
}

/* An embedded instance or a reference: as it is, or as the struct of its class if the schema declares that. */
static int cast_nested(const Cast *cast, MI_Instance **instancep, const char *class_name, MI_Instance *from,
                       unsigned depth)
{
        const MI_ClassDecl *decl;
        Cast inner = *cast;
        int r;

        if (!from)
                return INSTANCE_TYPE_MISMATCH;
        r = nested_decl(cast, &decl, class_name, from);
        if (r)
                return r;
        if (!decl || from->classDecl == decl) {
                *instancep = from;
                return 0;
        }
        inner.flags &= ~(unsigned)CAST_KEYS_ONLY;
        if (decl->superClassDecl && !schema_find_class(cast->schema, decl->name))
                inner.flags |= CAST_IGNORE_UNKNOWN;
        return cast_object(&inner, instancep, decl_object(decl), from, depth + 1);
}

static bool is_object(MI_Type type)
{
        return type == MI_INSTANCE || type == MI_REFERENCE;
}

static int cast_array(const Cast *cast, MI_Value *to, const MI_PropertyDecl *property, const Element *from,
                      unsigned depth)
{
        const MI_Type to_type = (MI_Type)property->type;
        MI_Type to_scalar = type_scalar(to_type), from_scalar = type_scalar(from->type);
        size_t size = type_size(to_scalar);
        char *data;
        int r;

        if (to_type == from->type && (!is_object(to_scalar) || !cast->schema)) {
                *to = from->value;
                return 0;
        }
        data = arena_zalloc(cast->arena, MAX(from->value.array.size, 1u) * size);
        if (!data)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < from->value.array.size; i++) {
                MI_Value element = { 0 }, converted = { 0 };

                value_array_at(&from->value, from->type, i, &element);
                if (is_object(to_scalar) && is_object(from_scalar))
                        r = cast_nested(cast, &converted.instance, property->className, element.instance, depth);
                else
                        r = value_convert(cast->arena, &converted, to_scalar, &element, from_scalar);
                if (r)
                        return r == -ENOMEM ? r : INSTANCE_TYPE_MISMATCH;
                memcpy(data + i * size, &converted, size);
        }
        to->array.data = data;
        to->array.size = from->value.array.size;
        return 0;
}

static int cast_value(const Cast *cast, MI_Value *to, const MI_PropertyDecl *property, const Element *from,
                      unsigned depth)
{
        const MI_Type to_type = (MI_Type)property->type;
        int r;

        if (type_is_array(to_type) != type_is_array(from->type))
                return INSTANCE_TYPE_MISMATCH;
        if (type_is_array(to_type))
                return cast_array(cast, to, property, from, depth);
        if (is_object(to_type) && is_object(from->type))
                return cast_nested(cast, &to->instance, property->className, from->value.instance, depth);
        if (to_type == from->type) {
                *to = from->value;
                return 0;
        }
        r = value_convert(cast->arena, to, to_type, &from->value, from->type);
        return r == -ENOMEM || r == 0 ? r : INSTANCE_TYPE_MISMATCH;
}

static int cast_element(const Cast *cast, MI_Instance *to, const MI_PropertyDecl *property, const Element *element,
                        unsigned depth)
{
        MI_Type type = (MI_Type)property->type;
        char *field = (char *)to + property->offset;
        MI_Uint8 *state = (MI_Uint8 *)field + type_flags_offset(type);
        MI_Value value = { 0 };
        int r;

        *state = (MI_Uint8)(FIELD_BORROWED | (element->flags & MI_FLAG_NOT_MODIFIED ? 0 : FIELD_MODIFIED));
        if (element->is_null)
                return 0;
        r = cast_value(cast, &value, property, element, depth);
        if (r)
                return r;
        value_store(field, &value, type);
        state[-1] = MI_TRUE;
        return 0;
}

static int cast_object(const Cast *cast, MI_Instance **instancep, const MI_ObjectDecl *decl, const MI_Instance *from,
                       unsigned depth)
{
        MI_Instance *to;
        Element element;
        int r;

        if (depth > VALUE_DEPTH_MAX || decl->size < sizeof(*to))
                return -EINVAL;
        to = arena_alloc(cast->arena, decl->size);
        if (!to)
                return error_origin(-ENOMEM);
        instance_construct(to, (const MI_ClassDecl *)decl);
        to->nameSpace = from->nameSpace;
        to->serverName = from->serverName;

        for (uint32_t i = 0; instance_element(from, i, &element); i++) {
                int index = instance_element_index(decl, &element);
                const MI_PropertyDecl *property = index < 0 ? NULL : decl->properties[index];

                if ((cast->flags & CAST_KEYS_ONLY) && property && !(property->flags & MI_FLAG_KEY))
                        continue;
                if (!property || property->offset == DECL_STREAM_OFFSET) {
                        if (cast->flags & (CAST_IGNORE_UNKNOWN | CAST_KEYS_ONLY))
                                continue;
                        r = INSTANCE_NO_ELEMENT;
                } else {
                        r = cast_element(cast, to, property, &element, depth);
                }
                if (r) {
                        if (cast->namep)
                                *cast->namep = element.name;
                        return r;
                }
        }
        if (cast->flags & CAST_DEFAULTS)
                instance_apply_defaults(to);
        *instancep = to;
        return 0;
}

int instance_cast(MI_Instance **instancep, Arena *arena, const MI_ClassDecl *decl, const MI_Instance *from,
                  const MI_SchemaDecl *schema, unsigned flags, const char **namep)
{
        const Cast cast = { .arena = arena, .schema = schema, .flags = flags, .namep = namep };

        return cast_object(&cast, instancep, decl_object(decl), from, 0);
}

int instance_cast_parameters(MI_Instance **instancep, Arena *arena, const MI_MethodDecl *method,
                             const MI_Instance *from, const MI_SchemaDecl *schema, unsigned flags, const char **namep)
{
        const Cast cast = { .arena = arena, .schema = schema, .flags = flags, .namep = namep };

        return cast_object(&cast, instancep, method_object(method), from, 0);
}
