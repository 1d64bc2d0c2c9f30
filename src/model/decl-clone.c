#include <errno.h>

#include "model/decl.h"
#include "model/value.h"
#include "util/error.h"
#include "util/macro.h"

enum {
        CLONE_DEPTH_MAX = 64,
        CLONE_COUNT_MAX = 65536,
};

typedef struct Cloner {
        Arena *arena;
        unsigned flags;
        int error;
} Cloner;

static void *fail(Cloner *cloner, int r)
{
        if (!cloner->error)
                cloner->error = error_origin(r);
        return NULL;
}

static void *take(Cloner *cloner, size_t size)
{
        void *memory = arena_zalloc(cloner->arena, size);

        return memory ? memory : fail(cloner, -ENOMEM);
}

static const char *text(Cloner *cloner, const char *from)
{
        const char *copy = arena_strdup(cloner->arena, from);

        return copy || !from ? copy : fail(cloner, -ENOMEM);
}

static const void *value(Cloner *cloner, const void *from, MI_Type type)
{
        MI_Value original = { 0 }, copy = { 0 };
        void *memory;
        int r;

        if (!from)
                return NULL;
        value_load(&original, from, type);
        if (type == MI_STRING && !original.string)
                return NULL;
        r = value_copy_in(cloner->arena, &copy, &original, type);
        if (r < 0)
                return fail(cloner, r);
        memory = take(cloner, sizeof(MI_Value));
        if (memory)
                value_store(memory, &copy, type);
        return memory;
}

static void **pointers(Cloner *cloner, uint32_t count)
{
        if (count > CLONE_COUNT_MAX)
                return fail(cloner, -EINVAL);
        return count ? take(cloner, count * sizeof(void *)) : NULL;
}

static const MI_Qualifier *const *qualifiers(Cloner *cloner, const MI_Qualifier *const *from, uint32_t count)
{
        MI_Qualifier **copies = (MI_Qualifier **)pointers(cloner, count);

        for (uint32_t i = 0; copies && i < count; i++) {
                copies[i] = take(cloner, sizeof(**copies));
                if (!copies[i])
                        return NULL;
                *copies[i] = *from[i];
                copies[i]->name = text(cloner, from[i]->name);
                copies[i]->value = value(cloner, from[i]->value, (MI_Type)from[i]->type);
        }
        return (const MI_Qualifier *const *)copies;
}

static const MI_PropertyDecl *const *properties(Cloner *cloner, const MI_PropertyDecl *const *from, uint32_t count)
{
        MI_PropertyDecl **copies = (MI_PropertyDecl **)pointers(cloner, count);

        for (uint32_t i = 0; copies && i < count; i++) {
                MI_PropertyDecl *copy = take(cloner, sizeof(*copy));

                if (!copy)
                        return NULL;
                copies[i] = copy;
                *copy = *from[i];
                copy->name = text(cloner, from[i]->name);
                copy->qualifiers = qualifiers(cloner, from[i]->qualifiers, from[i]->numQualifiers);
                copy->className = text(cloner, from[i]->className);
                copy->origin = text(cloner, from[i]->origin);
                copy->propagator = text(cloner, from[i]->propagator);
                copy->value = value(cloner, from[i]->value, (MI_Type)from[i]->type);
        }
        return (const MI_PropertyDecl *const *)copies;
}

static const MI_ParameterDecl *const *parameters(Cloner *cloner, const MI_ParameterDecl *const *from, uint32_t count)
{
        MI_ParameterDecl **copies = (MI_ParameterDecl **)pointers(cloner, count);

        for (uint32_t i = 0; copies && i < count; i++) {
                copies[i] = take(cloner, sizeof(**copies));
                if (!copies[i])
                        return NULL;
                *copies[i] = *from[i];
                copies[i]->name = text(cloner, from[i]->name);
                copies[i]->qualifiers = qualifiers(cloner, from[i]->qualifiers, from[i]->numQualifiers);
                copies[i]->className = text(cloner, from[i]->className);
        }
        return (const MI_ParameterDecl *const *)copies;
}

static const MI_MethodDecl *const *methods(Cloner *cloner, const MI_MethodDecl *const *from, uint32_t count)
{
        MI_MethodDecl **copies = (MI_MethodDecl **)pointers(cloner, count);

        for (uint32_t i = 0; copies && i < count; i++) {
                MI_MethodDecl *copy = take(cloner, sizeof(*copy));

                if (!copy)
                        return NULL;
                copies[i] = copy;
                *copy = *from[i];
                copy->name = text(cloner, from[i]->name);
                copy->qualifiers = qualifiers(cloner, from[i]->qualifiers, from[i]->numQualifiers);
                copy->parameters = parameters(cloner, from[i]->parameters, from[i]->numParameters);
                copy->origin = text(cloner, from[i]->origin);
                copy->propagator = text(cloner, from[i]->propagator);
                copy->schema = NULL;
                if (!(cloner->flags & DECL_WITH_FUNCTIONS))
                        copy->function = NULL;
                if (copy->size < sizeof(MI_Instance))
                        method_layout(copy);
        }
        return (const MI_MethodDecl *const *)copies;
}

static MI_ClassDecl *class_decl(Cloner *cloner, const MI_ClassDecl *from, unsigned depth)
{
        MI_ClassDecl *copy = depth < CLONE_DEPTH_MAX ? take(cloner, sizeof(*copy)) : fail(cloner, -EINVAL);

        if (!copy)
                return NULL;
        *copy = *from;
        copy->name = text(cloner, from->name);
        copy->qualifiers = qualifiers(cloner, from->qualifiers, from->numQualifiers);
        copy->properties = properties(cloner, from->properties, from->numProperties);
        copy->superClass = text(cloner, from->superClass);
        copy->methods = methods(cloner, from->methods, from->numMethods);
        copy->schema = NULL;
        copy->owningClass = NULL;
        if (!(cloner->flags & DECL_WITH_FUNCTIONS))
                copy->providerFT = NULL;
        if (!cloner->error && copy->size < sizeof(MI_Instance))
                decl_layout(copy);
        copy->superClassDecl = from->superClassDecl ? class_decl(cloner, from->superClassDecl, depth + 1) : NULL;
        return copy;
}

int decl_clone(Arena *arena, const MI_ClassDecl *decl, unsigned flags, MI_ClassDecl **declp)
{
        Cloner cloner = { .arena = arena, .flags = flags };
        MI_ClassDecl *copy = class_decl(&cloner, decl, 0);

        if (cloner.error)
                return cloner.error;
        *declp = copy;
        return 0;
}
