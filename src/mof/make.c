#include "mof/make.h"

#include <errno.h>
#include <string.h>

#include "model/class.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "mof/parse.h"
#include "util/error.h"
#include "util/text.h"

enum {
        OBJECTS_MAX =
                65536, /* in one instance: aliases that stand for each other several times over multiply at each step */
};

typedef struct Maker {
        MofSchema *schema;
        uint32_t depth;     /* of instances in instances */
        uint32_t n_objects; /* made so far */
        const char **whyp;
} Maker;

static int make_instance(Maker *maker, MI_Instance **instancep, const MofInstance *from, bool keys_only);

static int fail(Maker *maker, const MofWhere *where, const char *name, const char *why)
{
        *maker->whyp = arena_printf(&maker->schema->arena, "%s:%u: %s: %s", where->file, where->line, name, why);
        return *maker->whyp ? MOF_FAILED : error_origin(-ENOMEM);
}

static int make_reference(Maker *maker, MI_Instance **instancep, const MofElement *element, const char *path)
{
        const char *class_name_end = strpbrk(path, ".="), *start = path, *why = NULL;
        const MofClass *class = NULL;
        char name[256];
        int r;

        /* //server/name/space:Class.Key=... */
        for (const char *p = path; class_name_end && p < class_name_end; p++)
                if (*p == ':' || *p == '/')
                        start = p + 1;
        if (class_name_end && (size_t)(class_name_end - start) < sizeof(name)) {
                memcpy(name, start, (size_t)(class_name_end - start));
                name[class_name_end - start] = 0;
                class = mof_schema_find_class(maker->schema, name);
        }
        r = path_parse(instancep, path, class ? &class->decl : NULL, &why);
        return r == PATH_SYNTAX ? fail(maker, &element->where, element->name, why ? why : "not an object path") : r;
}

/* The i-th object of an element, as an instance; NULL if there is none. */
static int make_object(Maker *maker, MI_Instance **instancep, const MofElement *element, uint32_t i)
{
        bool is_reference = type_scalar(element->type) == MI_REFERENCE;

        *instancep = NULL;
        if (element->objects && element->objects[i])
                return make_instance(maker, instancep, element->objects[i], is_reference);
        if (element->object_paths && element->object_paths[i])
                return make_reference(maker, instancep, element, element->object_paths[i]);
        return 0;
}

static int add(MI_Instance *instance, const char *name, const MI_Value *value, MI_Type type, uint32_t flags)
{
        MI_Result result = MI_Instance_AddElement(instance, name, value, type, value ? flags : flags | MI_FLAG_NULL);

        return result == MI_RESULT_OK ? 0 : error_origin(-ENOMEM);
}

static int add_object(Maker *maker, MI_Instance *instance, const MofElement *element, uint32_t flags)
{
        _cleanup_(instance_deletep) MI_Instance *object = NULL;
        MI_Value value = { 0 };
        int r;

        r = make_object(maker, &object, element, 0);
        if (r)
                return r;
        value.instance = object;
        return add(instance, element->name, object ? &value : NULL, element->type, flags);
}

static int add_objects(Maker *maker, MI_Instance *instance, const MofElement *element, uint32_t flags)
{
        MI_Instance **list = calloc(MAX(element->n_objects, 1u), sizeof(*list));
        MI_Value value = { 0 };
        int r = 0;

        if (!list)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; r == 0 && i < element->n_objects; i++) {
                r = make_object(maker, &list[i], element, i);
                if (r == 0 && !list[i])
                        r = fail(maker, &element->where, element->name, "an element of an array cannot be NULL");
        }
        value.instancea.data = list;
        value.instancea.size = element->n_objects;
        if (r == 0)
                r = add(instance, element->name, &value, element->type, flags);
        for (uint32_t i = 0; i < element->n_objects; i++)
                instance_delete(list[i]);
        free(list);
        return r;
}

static int add_element(Maker *maker, MI_Instance *instance, const MofElement *element, uint32_t flags)
{
        if (element->is_null)
                return add(instance, element->name, NULL, element->type, flags);
        if (type_scalar(element->type) < MI_REFERENCE)
                return add(instance, element->name, &element->value, element->type, flags);
        return type_is_array(element->type) ? add_objects(maker, instance, element, flags)
                                            : add_object(maker, instance, element, flags);
}

static const MofElement *find_element(const MofInstance *instance, const char *name)
{
        for (uint32_t i = 0; i < instance->n_elements; i++)
                if (ascii_equal(instance->elements[i].name, name))
                        return &instance->elements[i];
        return NULL;
}

/* In the order of the class, so that it looks as if a server had sent it. */
static int add_by_class(Maker *maker, MI_Instance *instance, const MofInstance *from, bool keys_only)
{
        const MI_ClassDecl *decl = &from->class->decl;
        int r = 0;

        for (uint32_t i = 0; r == 0 && i < decl->numProperties; i++) {
                const MI_PropertyDecl *property = decl->properties[i];
                uint32_t flags =
                        property->flags & (MI_FLAG_PROPERTY | MI_FLAG_KEY | MI_FLAG_READONLY | MI_FLAG_REQUIRED);
                const MofElement *element;

                if (keys_only && !(flags & MI_FLAG_KEY))
                        continue;
                element = find_element(from, property->name);
                r = element ? add_element(maker, instance, element, flags)
                            : add(instance, property->name, NULL, (MI_Type)property->type, flags);
        }
        return r;
}

static int make_instance(Maker *maker, MI_Instance **instancep, const MofInstance *from, bool keys_only)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        int r;

        if (maker->depth >= VALUE_DEPTH_MAX)
                return fail(maker, &from->where, from->class_name, "instances are nested too deep, or in a ring");
        if (++maker->n_objects > OBJECTS_MAX)
                return fail(
                        maker, &from->where, from->class_name,
                        "more instances in one instance than anybody needs: aliases stand for each other too often");
        r = instance_new_dynamic(
                &instance, from->class_name,
                from->class ? from->class->decl.flags & (MI_FLAG_CLASS | MI_FLAG_ASSOCIATION | MI_FLAG_INDICATION) : 0);
        if (r)
                return error_trace(r);

        maker->depth++;
        if (from->class)
                r = add_by_class(maker, instance, from, keys_only);
        for (uint32_t i = 0; !r && i < from->n_elements; i++)
                if (!from->class || (from->class->is_incomplete && !keys_only &&
                                     decl_find_property(&from->class->decl, from->elements[i].name) < 0))
                        r = add_element(maker, instance, &from->elements[i], MI_FLAG_PROPERTY);
        maker->depth--;
        if (!r && from->namespace_name)
                MI_Instance_SetNameSpace(instance, from->namespace_name);
        if (!r)
                *instancep = steal(&instance);
        return r;
}

int mof_make_instance(MI_Instance **instancep, MofSchema *schema, const MofInstance *instance, const char **whyp)
{
        Maker maker = { .schema = schema, .whyp = whyp };

        *whyp = NULL;
        return make_instance(&maker, instancep, instance, false);
}

int mof_make_class(MI_Class **classp, const MofClass *class, const char *namespace_name, const char *server_name)
{
        if (class->is_incomplete)
                return MOF_FAILED;
        return class_new_copy(classp, &class->decl, namespace_name ? namespace_name : class->namespace_name,
                              server_name);
}
