#include <errno.h>
#include <string.h>

#include "model/property-set.h"
#include "util/error.h"
#include "util/text.h"

typedef struct Names {
        char **names;
        uint32_t count;
        uint32_t capacity;
        bool on_heap;
} Names;

static inline Names *names_of(const MI_PropertySet *set)
{
        return set ? (Names *)set->reserved[0] : NULL;
}

static bool find(const Names *names, const char *name)
{
        for (uint32_t i = 0; i < names->count; i++) {
                if (ascii_equal(names->names[i], name))
                        return true;
        }
        return false;
}

static MI_Result get_element_count(const MI_PropertySet *self, MI_Uint32 *count)
{
        if (!names_of(self) || !count)
                return MI_RESULT_INVALID_PARAMETER;
        *count = names_of(self)->count;
        return MI_RESULT_OK;
}

static MI_Result contains_element(const MI_PropertySet *self, const MI_Char *name, MI_Boolean *flag)
{
        if (!names_of(self) || !name || !flag)
                return MI_RESULT_INVALID_PARAMETER;
        *flag = find(names_of(self), name);
        return MI_RESULT_OK;
}

static MI_Result add_element(MI_PropertySet *self, const MI_Char *name)
{
        Names *names = names_of(self);
        char *copy;

        if (!names || !name || !*name)
                return MI_RESULT_INVALID_PARAMETER;
        if (find(names, name))
                return MI_RESULT_ALREADY_EXISTS;
        if (names->count >= PROPERTY_SET_MAX)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        if (names->count == names->capacity) {
                uint32_t capacity = MAX(names->capacity * 2, 8u);
                char **grown = realloc(names->names, capacity * sizeof(*grown));

                if (!grown)
                        return MI_RESULT_SERVER_LIMITS_EXCEEDED;
                names->names = grown;
                names->capacity = capacity;
        }
        copy = strdup(name);
        if (!copy)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        names->names[names->count++] = copy;
        return MI_RESULT_OK;
}

static MI_Result get_element_at(const MI_PropertySet *self, MI_Uint32 index, const MI_Char **name)
{
        if (!names_of(self) || !name)
                return MI_RESULT_INVALID_PARAMETER;
        if (index >= names_of(self)->count)
                return MI_RESULT_NOT_FOUND;
        *name = names_of(self)->names[index];
        return MI_RESULT_OK;
}

static MI_Result clear(MI_PropertySet *self)
{
        Names *names = names_of(self);

        if (!names)
                return MI_RESULT_INVALID_PARAMETER;
        while (names->count)
                free(names->names[--names->count]);
        return MI_RESULT_OK;
}

static MI_Result destruct(MI_PropertySet *self)
{
        Names *names = names_of(self);

        if (!names)
                return MI_RESULT_INVALID_PARAMETER;
        clear(self);
        free(names->names);
        free(names);
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result delete (MI_PropertySet *self)
{
        bool on_heap;

        if (!names_of(self))
                return MI_RESULT_INVALID_PARAMETER;
        on_heap = names_of(self)->on_heap;
        destruct(self);
        if (on_heap)
                free(self);
        return MI_RESULT_OK;
}

static MI_Result clone(const MI_PropertySet *self, MI_PropertySet **clonep)
{
        _cleanup_(property_set_deletep) MI_PropertySet *copy = NULL;
        const Names *names = names_of(self);
        MI_Result result;

        if (!names || !clonep)
                return MI_RESULT_INVALID_PARAMETER;
        *clonep = NULL;
        if (property_set_new(&copy) < 0)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        for (uint32_t i = 0; i < names->count; i++) {
                result = add_element(copy, names->names[i]);
                if (result != MI_RESULT_OK)
                        return result;
        }
        *clonep = steal(&copy);
        return MI_RESULT_OK;
}

static const MI_PropertySetFT property_set_ft = {
        .GetElementCount = get_element_count,
        .ContainsElement = contains_element,
        .AddElement = add_element,
        .GetElementAt = get_element_at,
        .Clear = clear,
        .Destruct = destruct,
        .Delete = delete,
        .Clone = clone,
};

const MI_PropertySetFT *property_set_ft_get(void)
{
        return &property_set_ft;
}

int property_set_init(MI_PropertySet *set)
{
        Names *names = calloc(1, sizeof(*names));

        if (!names)
                return error_origin(-ENOMEM);
        memset(set, 0, sizeof(*set));
        set->ft = &property_set_ft;
        set->reserved[0] = (ptrdiff_t)names;
        return 0;
}

int property_set_new(MI_PropertySet **setp)
{
        MI_PropertySet *set = malloc(sizeof(*set));
        int r;

        if (!set)
                return error_origin(-ENOMEM);
        r = property_set_init(set);
        if (r < 0) {
                free(set);
                return r;
        }
        names_of(set)->on_heap = true;
        *setp = set;
        return 0;
}

MI_PropertySet *property_set_delete(MI_PropertySet *set)
{
        if (set && set->ft)
                set->ft->Delete(set);
        return NULL;
}

const char *const *property_set_names(const MI_PropertySet *set, uint32_t *countp)
{
        const Names *names = names_of(set);

        *countp = names ? names->count : 0;
        return names ? (const char *const *)names->names : NULL;
}

bool property_set_contains(const MI_PropertySet *set, const char *name)
{
        const Names *names = names_of(set);

        return names && name && find(names, name);
}
