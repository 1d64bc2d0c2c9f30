#include "Linux_ServiceUnit.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "unit.h"

#define CREATION_CLASS MI_T("Linux_ServiceUnit")
#define COMPUTER_CLASS MI_T("CIM_ComputerSystem")
#define STATE_ENABLED  2

void MI_CALL Linux_ServiceUnit_Load(Linux_ServiceUnit_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = (Linux_ServiceUnit_Self *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Linux_ServiceUnit_Unload(Linux_ServiceUnit_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);

        MI_Context_PostResult(context, MI_RESULT_OK);
}

MI_Result unit_construct(Linux_ServiceUnit *unit, MI_Module_Self *module, MI_Context *context, const char *name,
                         bool keys_only)
{
        MI_Result result = Linux_ServiceUnit_Construct(unit, context);

        if (result != MI_RESULT_OK)
                return result;
        result = Linux_ServiceUnit_Set_Name(unit, name);
        if (result == MI_RESULT_OK)
                result = Linux_ServiceUnit_SetPtr_SystemName(unit, module->computer);
        if (result == MI_RESULT_OK)
                result = Linux_ServiceUnit_SetPtr_SystemCreationClassName(unit, COMPUTER_CLASS);
        if (result == MI_RESULT_OK)
                result = Linux_ServiceUnit_SetPtr_CreationClassName(unit, CREATION_CLASS);
        if (result == MI_RESULT_OK && !keys_only) {
                Linux_ServiceUnit_Set_Started(unit, MI_TRUE);
                Linux_ServiceUnit_Set_EnabledState(unit, STATE_ENABLED);
                result = Linux_ServiceUnit_Set_Caption(unit, name);
        }
        if (result != MI_RESULT_OK)
                Linux_ServiceUnit_Destruct(unit);
        return result;
}

static const char *check_key(MI_Context *context, const MI_ConstStringField *field, const char *name,
                             const char *expected)
{
        if (!field->exists || !field->value) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "the key %s of the service is missing", name);
                return NULL;
        }
        if (expected && !same_text(field->value, expected)) {
                post_error(context, MI_RESULT_NOT_FOUND, "there is no service with %s = \"%s\" here, but \"%s\"", name,
                           field->value, expected);
                return NULL;
        }
        return field->value;
}

const char *unit_identify(MI_Module_Self *module, MI_Context *context, const Linux_ServiceUnit *unit)
{
        if (!unit) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "the service is missing");
                return NULL;
        }
        if (!check_key(context, &unit->SystemCreationClassName, "SystemCreationClassName", COMPUTER_CLASS) ||
            !check_key(context, &unit->SystemName, "SystemName", module->computer) ||
            !check_key(context, &unit->CreationClassName, "CreationClassName", CREATION_CLASS))
                return NULL;
        return check_key(context, &unit->Name, "Name", NULL);
}

MI_Result unit_for_processes(MI_Module_Self *module, MI_Context *context, const char *name, EachUnitProcess each,
                             void *userdata)
{
        MI_Result result = MI_RESULT_OK;
        ProcWalk walk;
        pid_t pid;

        if (proc_walk_init(&walk, module->root) < 0)
                return MI_RESULT_FAILED;
        while (result == MI_RESULT_OK && (pid = proc_walk_next(&walk)) > 0) {
                Proc proc;

                if (proc_read(&proc, module->root, pid, PROC_UNIT) < 0)
                        continue;
                if (proc.unit[0] && (!name || strcmp(proc.unit, name) == 0))
                        result = each(module, context, &proc, userdata);
                proc_deinit(&proc);
        }
        proc_walk_deinit(&walk);
        return result;
}

/* The units told of already: a sorted list of their names. */
typedef struct Told {
        char **names;
        size_t count;
} Told;

/* True if it is new. */
static bool remember(Told *told, const char *name)
{
        size_t low = 0, high = told->count;

        while (low < high) {
                size_t middle = (low + high) / 2;
                int order = strcmp(told->names[middle], name);

                if (order == 0)
                        return false;
                if (order < 0)
                        low = middle + 1;
                else
                        high = middle;
        }
        if (told->count == UNITS_MAX)
                return false;
        memmove(told->names + low + 1, told->names + low, (told->count - low) * sizeof(*told->names));
        told->names[low] = strdup(name);
        if (!told->names[low]) {
                memmove(told->names + low, told->names + low + 1, (told->count - low) * sizeof(*told->names));
                return false;
        }
        told->count++;
        return true;
}

static MI_Result post_unit(MI_Module_Self *module, MI_Context *context, const char *name, bool keys_only)
{
        Linux_ServiceUnit unit;
        MI_Result result = unit_construct(&unit, module, context, name, keys_only);

        if (result != MI_RESULT_OK)
                return result;
        result = Linux_ServiceUnit_Post(&unit, context);
        Linux_ServiceUnit_Destruct(&unit);
        return result;
}

static MI_Result each_new_unit(MI_Module_Self *module, MI_Context *context, const Proc *proc, void *userdata)
{
        return remember(userdata, proc->unit) ? post_unit(module, context, proc->unit, false) : MI_RESULT_OK;
}

void MI_CALL Linux_ServiceUnit_EnumerateInstances(Linux_ServiceUnit_Self *self, MI_Context *context,
                                                  const MI_Char *nameSpace, const MI_Char *className,
                                                  const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                  const MI_Filter *filter)
{
        Told told = { .names = calloc(UNITS_MAX + 1, sizeof(char *)) };
        MI_Result result = MI_RESULT_SERVER_LIMITS_EXCEEDED;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        if (told.names)
                result = unit_for_processes((MI_Module_Self *)self, context, NULL, each_new_unit, &told);
        for (size_t i = 0; i < told.count; i++)
                free(told.names[i]);
        free(told.names);
        MI_Context_PostResult(context, result);
}

static MI_Result found(MI_Module_Self *module, MI_Context *context, const Proc *proc, void *userdata)
{
        MI_Result result = post_unit(module, context, proc->unit, false);

        if (result == MI_RESULT_OK)
                *(bool *)userdata = true;
        return result == MI_RESULT_OK ? MI_RESULT_ALREADY_EXISTS : result; /* one is enough: this ends the walk */
}

void MI_CALL Linux_ServiceUnit_GetInstance(Linux_ServiceUnit_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                           const MI_Char *className, const Linux_ServiceUnit *instanceName,
                                           const MI_PropertySet *propertySet)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        const char *name = unit_identify(module, context, instanceName);
        bool is_found = false;
        MI_Result result;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);

        if (!name)
                return;
        result = unit_for_processes(module, context, name, found, &is_found);
        if (is_found)
                MI_Context_PostResult(context, MI_RESULT_OK);
        else if (result != MI_RESULT_OK)
                MI_Context_PostResult(context, result);
        else
                post_error(context, MI_RESULT_NOT_FOUND, "no process belongs to a service \"%s\"", name);
}

/* To start, stop and change services is not this provider's business. */

void MI_CALL Linux_ServiceUnit_CreateInstance(Linux_ServiceUnit_Self *self, MI_Context *context,
                                              const MI_Char *nameSpace, const MI_Char *className,
                                              const Linux_ServiceUnit *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnit_ModifyInstance(Linux_ServiceUnit_Self *self, MI_Context *context,
                                              const MI_Char *nameSpace, const MI_Char *className,
                                              const Linux_ServiceUnit *modifiedInstance,
                                              const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(modifiedInstance);
        MI_UNREFERENCED_PARAMETER(propertySet);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnit_DeleteInstance(Linux_ServiceUnit_Self *self, MI_Context *context,
                                              const MI_Char *nameSpace, const MI_Char *className,
                                              const Linux_ServiceUnit *instanceName)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(instanceName);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnit_Invoke_RequestStateChange(Linux_ServiceUnit_Self *self, MI_Context *context,
                                                         const MI_Char *nameSpace, const MI_Char *className,
                                                         const MI_Char *methodName,
                                                         const Linux_ServiceUnit *instanceName,
                                                         const Linux_ServiceUnit_RequestStateChange *in)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnit_Invoke_StartService(Linux_ServiceUnit_Self *self, MI_Context *context,
                                                   const MI_Char *nameSpace, const MI_Char *className,
                                                   const MI_Char *methodName, const Linux_ServiceUnit *instanceName,
                                                   const Linux_ServiceUnit_StartService *in)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnit_Invoke_StopService(Linux_ServiceUnit_Self *self, MI_Context *context,
                                                  const MI_Char *nameSpace, const MI_Char *className,
                                                  const MI_Char *methodName, const Linux_ServiceUnit *instanceName,
                                                  const Linux_ServiceUnit_StopService *in)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}
