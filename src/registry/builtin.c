#include "registry/builtin.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "model/instance.h"
#include "registry/builtin-decl.h"
#include "util/error.h"
#include "util/text.h"

static int set_string(MI_Instance *instance, const char *name, const char *text, uint32_t flags)
{
        MI_Value value = { .string = (MI_Char *)text };

        if (MI_Instance_AddElement(instance, name, &value, MI_STRING, flags) != MI_RESULT_OK)
                return error_origin(-ENOMEM);
        return 0;
}

/* The part of `name` below `parent`, if it lies directly there; "" is the parent of the topmost ones. */
static const char *name_below(const char *parent, const char *name)
{
        size_t length = strlen(parent);

        if (strncmp(name, parent, length) != 0 || name[length] != '/')
                return NULL;
        name += length + 1;
        return strchr(name, '/') ? NULL : name;
}

static int make_namespace(MI_Instance *instance, const RepositoryClass *class, const RepositoryNamespace *namespace)
{
        return set_string(instance, "Name", name_below(class->namespace->name, namespace->name), MI_FLAG_KEY);
}

static int make_cim_namespace(MI_Instance *instance, const RepositoryNamespace *namespace)
{
        char host[256] = "localhost";
        const char *keys[][2] = {
                { "SystemCreationClassName", "CIM_ComputerSystem" },
                { "SystemName", host },
                { "ObjectManagerCreationClassName", "CIM_ObjectManager" },
                { "ObjectManagerName", "xenmi" },
                { "CreationClassName", "CIM_Namespace" },
                { "Name", namespace->name },
        };
        MI_Value unknown = { .uint16 = 0 };
        int r = 0;

        (void)gethostname(host, sizeof(host) - 1);
        for (size_t i = 0; i < ARRAY_SIZE(keys) && !r; i++)
                r = set_string(instance, keys[i][0], keys[i][1], MI_FLAG_KEY);
        if (!r)
                r = set_string(instance, "ElementName", namespace->name, 0);
        if (!r && MI_Instance_AddElement(instance, "ClassInfo", &unknown, MI_UINT16, 0) != MI_RESULT_OK)
                r = error_origin(-ENOMEM);
        return r;
}

static int make(MI_Instance **instancep, const RepositoryClass *class, const RepositoryNamespace *namespace)
{
        _cleanup_(instance_deletep) MI_Instance *instance = NULL;
        int r;

        r = instance_new_dynamic(&instance, class->name, MI_FLAG_CLASS);
        if (r)
                return error_trace(r);
        if (ascii_equal(class->name, builtin_namespace_decl.name))
                r = make_namespace(instance, class, namespace);
        else
                r = make_cim_namespace(instance, namespace);
        if (r)
                return r;
        if (MI_Instance_SetNameSpace(instance, class->namespace->name) != MI_RESULT_OK)
                return error_origin(-ENOMEM);
        *instancep = steal(&instance);
        return 0;
}

int builtin_enumerate(const Repository *repository, const RepositoryClass *class, BuiltinVisit visit, void *userdata)
{
        bool is_children = ascii_equal(class->name, builtin_namespace_decl.name);

        for (uint32_t i = 0; i < repository_namespace_count(repository); i++) {
                const RepositoryNamespace *namespace = repository_namespace_at(repository, i);
                _cleanup_(instance_deletep) MI_Instance *instance = NULL;
                int r;

                if (is_children && !name_below(class->namespace->name, namespace->name))
                        continue;
                r = make(&instance, class, namespace);
                if (!r)
                        r = visit(userdata, instance);
                if (r)
                        return r;
        }
        return 0;
}
