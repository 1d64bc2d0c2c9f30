#include <stdio.h>
#include <string.h>

#include "client/plan.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/value.h"
#include "util/text.h"

static bool is_number(MI_Type type)
{
        return type_is_integer(type) || type == MI_REAL32 || type == MI_REAL64;
}

/* Hosts fit numbers into each other where nothing is lost, and take an embedded instance for a reference. */
static bool type_fits(MI_Type declared, MI_Type given)
{
        if (declared == given)
                return true;
        if (type_is_array(declared) != type_is_array(given))
                return false;
        declared = type_scalar(declared);
        given = type_scalar(given);
        if (is_number(declared) && is_number(given))
                return true;
        return (declared == MI_REFERENCE || declared == MI_INSTANCE) && (given == MI_REFERENCE || given == MI_INSTANCE);
}

static int wrong_type(Job *job, const char *what, const char *class_name, const Element *element, MI_Type declared)
{
        return failure_set(&job->failure, MI_RESULT_TYPE_MISMATCH, "%s:%s: %s %s is %s%s, not %s%s", job->name_space,
                           class_name, what, element->name, type_name(declared), type_is_array(declared) ? "[]" : "",
                           type_name(element->type), type_is_array(element->type) ? "[]" : "");
}

/* "Name, SystemName" */
static void list_keys(const MI_ClassDecl *decl, char *text, size_t size)
{
        size_t used = 0;

        text[0] = 0;
        for (MI_Uint32 i = 0; i < decl->numProperties && used < size; i++)
                if (decl->properties[i]->flags & MI_FLAG_KEY)
                        used += (size_t)snprintf(text + used, size - used, "%s%s", used ? ", " : "",
                                                 decl->properties[i]->name);
}

/* What the thread looked for last: mostly it does so again. Catalogs have their numbers for themselves, declarations not. */
static _Thread_local struct {
        uint64_t catalog;
        const MI_ClassDecl *decl;
        DeclKeys keys;
        const MI_MethodDecl *method; /* NULL: none yet */
} last;

static void look_at(const Job *job, const MI_ClassDecl *decl)
{
        if (last.catalog == job->catalog->number && last.decl == decl)
                return;
        last.catalog = job->catalog->number;
        last.decl = decl;
        last.method = NULL;
        decl_find_keys(decl, &last.keys);
}

static const MI_MethodDecl *find_method(const Job *job, const MI_ClassDecl *decl, const char *name)
{
        int index;

        look_at(job, decl);
        if (last.method && strcmp(last.method->name, name) == 0)
                return last.method;
        index = decl_find_method(decl, name);
        if (index < 0)
                return NULL;
        last.method = decl->methods[index];
        return last.method;
}

/* False: the failure is set. */
static bool key_fits(Job *job, const MI_Instance *instance, const MI_ClassDecl *decl, const MI_PropertyDecl *key,
                     const char **missingp)
{
        Element element;

        if (!instance_find_declared(instance, key, &element) || element.is_null) {
                *missingp = *missingp ?: key->name;
                return true;
        }
        if (type_fits((MI_Type)key->type, element.type))
                return true;
        wrong_type(job, "key", decl->name, &element, (MI_Type)key->type);
        return false;
}

int validate_keys(Job *job, const MI_Instance *instance, const MI_ClassDecl *decl, RequestVerb verb)
{
        const char *missing = NULL;
        char keys[256];

        if (verb == REQUEST_CREATE)
                return 0; /* the provider may well choose them */
        look_at(job, decl);
        for (uint32_t i = 0; last.keys.is_complete && i < last.keys.count; i++)
                if (!key_fits(job, instance, decl, last.keys.first[i], &missing))
                        return -1;
        for (MI_Uint32 i = 0; !last.keys.is_complete && i < decl->numProperties; i++)
                if ((decl->properties[i]->flags & MI_FLAG_KEY) &&
                    !key_fits(job, instance, decl, decl->properties[i], &missing))
                        return -1;
        if (likely(!missing))
                return 0;
        list_keys(decl, keys, sizeof(keys));
        return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER,
                           "%s:%s: key %s is missing; an instance is named by: %s", job->name_space, decl->name,
                           missing, keys);
}

int validate_properties(Job *job, const MI_Instance *instance, const MI_ClassDecl *decl)
{
        uint32_t count = instance_count(instance);
        Element element;

        for (uint32_t i = 0; i < count && instance_element(instance, i, &element); i++) {
                int index = instance_element_index(decl_object(decl), &element);

                if (index < 0)
                        return failure_set(
                                &job->failure, MI_RESULT_NO_SUCH_PROPERTY,
                                "%s:%s: no such property: %s; `xenmi --namespace %s class %s` shows what it has",
                                job->name_space, decl->name, element.name, job->name_space, decl->name);
                if (!element.is_null && !type_fits((MI_Type)decl->properties[index]->type, element.type))
                        return wrong_type(job, "property", decl->name, &element,
                                          (MI_Type)decl->properties[index]->type);
        }
        return 0;
}

static int validate_parameters(Job *job, const MI_ClassDecl *decl, const MI_MethodDecl *method,
                               const MI_Instance *parameters)
{
        Element element;

        for (uint32_t i = 0; instance_element(parameters, i, &element); i++) {
                int index = instance_element_index(method_object(method), &element);
                const MI_ParameterDecl *parameter = index < 0 ? NULL : method->parameters[index];

                if (element.is_null && parameter)
                        continue;
                if (!parameter)
                        return failure_set(
                                &job->failure, MI_RESULT_INVALID_PARAMETER,
                                "%s:%s.%s: no such parameter: %s; `xenmi --namespace %s class %s` shows which "
                                "there are",
                                job->name_space, decl->name, method->name, element.name, job->name_space, decl->name);
                if (!(parameter->flags & MI_FLAG_IN))
                        return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER,
                                           "%s:%s.%s: parameter %s is a result and cannot be given", job->name_space,
                                           decl->name, method->name, element.name);
                if (!type_fits((MI_Type)parameter->type, element.type))
                        return wrong_type(job, "parameter", decl->name, &element, (MI_Type)parameter->type);
        }
        return 0;
}

int validate_method(Job *job, const MI_ClassDecl *decl, const char *method_name, const MI_Instance *instance,
                    const MI_Instance *parameters)
{
        const MI_MethodDecl *method = find_method(job, decl, method_name);

        if (!method)
                return failure_set(&job->failure, MI_RESULT_METHOD_NOT_FOUND,
                                   "%s:%s: no such method: %s; `xenmi --namespace %s class %s` shows what it has",
                                   job->name_space, decl->name, method_name, job->name_space, decl->name);
        if (!method_is_static(method)) {
                if (!instance)
                        return failure_set(&job->failure, MI_RESULT_INVALID_PARAMETER,
                                           "%s:%s.%s is a method of instances: name one by its keys", job->name_space,
                                           decl->name, method->name);
                if (validate_keys(job, instance, decl, REQUEST_INVOKE) < 0)
                        return -1;
        }
        return parameters ? validate_parameters(job, decl, method, parameters) : 0;
}
