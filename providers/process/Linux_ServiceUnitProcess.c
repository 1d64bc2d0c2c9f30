#include "Linux_ServiceUnitProcess.h"

#include <errno.h>
#include <string.h>
#include <strings.h>

#include "unit.h"

#define EXECUTES_INDEPENDENTLY 3 /* of ExecutionType */

void MI_CALL Linux_ServiceUnitProcess_Load(Linux_ServiceUnitProcess_Self **self, MI_Module_Self *selfModule,
                                           MI_Context *context)
{
        *self = (Linux_ServiceUnitProcess_Self *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Linux_ServiceUnitProcess_Unload(Linux_ServiceUnitProcess_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);

        MI_Context_PostResult(context, MI_RESULT_OK);
}

static MI_Result post_pair(MI_Module_Self *module, MI_Context *context, const Proc *proc, void *userdata)
{
        Linux_ServiceUnitProcess pair;
        MSFT_WindowsProcess process;
        Linux_ServiceUnit unit;
        MI_Result result;

        (void)userdata;
        result = unit_construct(&unit, module, context, proc->unit, true);
        if (result != MI_RESULT_OK)
                return result;
        result = process_construct_keys(&process, module, context, proc->pid);
        if (result == MI_RESULT_OK) {
                result = Linux_ServiceUnitProcess_Construct(&pair, context);
                if (result == MI_RESULT_OK) {
                        Linux_ServiceUnitProcess_Set_ExecutionType(&pair, EXECUTES_INDEPENDENTLY);
                        result = Linux_ServiceUnitProcess_Set_Service(&pair, &unit);
                        if (result == MI_RESULT_OK)
                                result = Linux_ServiceUnitProcess_Set_Process(&pair, &process);
                        if (result == MI_RESULT_OK)
                                result = Linux_ServiceUnitProcess_Post(&pair, context);
                        Linux_ServiceUnitProcess_Destruct(&pair);
                }
                MSFT_WindowsProcess_Destruct(&process);
        }
        Linux_ServiceUnit_Destruct(&unit);
        return result;
}

void MI_CALL Linux_ServiceUnitProcess_EnumerateInstances(Linux_ServiceUnitProcess_Self *self, MI_Context *context,
                                                         const MI_Char *nameSpace, const MI_Char *className,
                                                         const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                         const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        MI_Context_PostResult(context, unit_for_processes((MI_Module_Self *)self, context, NULL, post_pair, NULL));
}

void MI_CALL Linux_ServiceUnitProcess_GetInstance(Linux_ServiceUnitProcess_Self *self, MI_Context *context,
                                                  const MI_Char *nameSpace, const MI_Char *className,
                                                  const Linux_ServiceUnitProcess *instanceName,
                                                  const MI_PropertySet *propertySet)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        const char *name;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);

        name = unit_identify(module, context, instanceName->Service.exists ? instanceName->Service.value : NULL);
        if (!name ||
            !process_identify(module, context, instanceName->Process.exists ? instanceName->Process.value : NULL,
                              &pid) ||
            !process_read(module, context, pid, PROC_UNIT, &proc))
                return;
        proc_deinit(&proc);
        if (strcmp(proc.unit, name) == 0)
                MI_Context_PostResult(context, post_pair(module, context, &proc, NULL));
        else
                post_error(context, MI_RESULT_NOT_FOUND, "process %d does not belong to the service \"%s\"", (int)pid,
                           name);
}

/* Which service a process belongs to, the service manager decides. */

void MI_CALL Linux_ServiceUnitProcess_CreateInstance(Linux_ServiceUnitProcess_Self *self, MI_Context *context,
                                                     const MI_Char *nameSpace, const MI_Char *className,
                                                     const Linux_ServiceUnitProcess *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnitProcess_ModifyInstance(Linux_ServiceUnitProcess_Self *self, MI_Context *context,
                                                     const MI_Char *nameSpace, const MI_Char *className,
                                                     const Linux_ServiceUnitProcess *modifiedInstance,
                                                     const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(modifiedInstance);
        MI_UNREFERENCED_PARAMETER(propertySet);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ServiceUnitProcess_DeleteInstance(Linux_ServiceUnitProcess_Self *self, MI_Context *context,
                                                     const MI_Char *nameSpace, const MI_Char *className,
                                                     const Linux_ServiceUnitProcess *instanceName)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(instanceName);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

/* From a service to its processes */

static MI_Result post_member(MI_Module_Self *module, MI_Context *context, const Proc *member, void *userdata)
{
        const Wanted *set = userdata;
        MSFT_WindowsProcess process;
        MI_Result result;
        Proc proc;

        if (proc_read(&proc, module->root, member->pid, wanted_parts(set)) < 0)
                return MI_RESULT_OK; /* it ended meanwhile */
        result = process_construct(&process, module, context, &proc, set);
        if (result == MI_RESULT_OK) {
                result = MSFT_WindowsProcess_Post(&process, context);
                MSFT_WindowsProcess_Destruct(&process);
        }
        proc_deinit(&proc);
        return result;
}

void MI_CALL Linux_ServiceUnitProcess_AssociatorInstancesService(
        Linux_ServiceUnitProcess_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
        const Linux_ServiceUnit *instanceName, const MI_Char *resultClass, const MI_PropertySet *propertySet,
        MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        Wanted set = { .properties = filter ? NULL : propertySet, .keys_only = keysOnly && !filter };
        const char *name = unit_identify(module, context, instanceName);

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);

        if (name)
                MI_Context_PostResult(context, unit_for_processes(module, context, name, post_member, &set));
}

void MI_CALL Linux_ServiceUnitProcess_ReferenceInstancesService(Linux_ServiceUnitProcess_Self *self,
                                                                MI_Context *context, const MI_Char *nameSpace,
                                                                const MI_Char *className,
                                                                const Linux_ServiceUnit *instanceName,
                                                                const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                                const MI_Filter *filter)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        const char *name = unit_identify(module, context, instanceName);

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        if (name)
                MI_Context_PostResult(context, unit_for_processes(module, context, name, post_pair, NULL));
}

/* From a process to its service */

void MI_CALL Linux_ServiceUnitProcess_AssociatorInstancesProcess(
        Linux_ServiceUnitProcess_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
        const MSFT_WindowsProcess *instanceName, const MI_Char *resultClass, const MI_PropertySet *propertySet,
        MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        MI_Result result = MI_RESULT_OK;
        Linux_ServiceUnit unit;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);
        MI_UNREFERENCED_PARAMETER(propertySet);

        if (!process_identify(module, context, instanceName, &pid) ||
            !process_read(module, context, pid, PROC_UNIT, &proc))
                return;
        proc_deinit(&proc);
        if (proc.unit[0]) {
                result = unit_construct(&unit, module, context, proc.unit, keysOnly && !filter);
                if (result == MI_RESULT_OK) {
                        result = Linux_ServiceUnit_Post(&unit, context);
                        Linux_ServiceUnit_Destruct(&unit);
                }
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Linux_ServiceUnitProcess_ReferenceInstancesProcess(Linux_ServiceUnitProcess_Self *self,
                                                                MI_Context *context, const MI_Char *nameSpace,
                                                                const MI_Char *className,
                                                                const MSFT_WindowsProcess *instanceName,
                                                                const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                                const MI_Filter *filter)
{
        MI_Module_Self *module = (MI_Module_Self *)self;
        MI_Result result = MI_RESULT_OK;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        if (!process_identify(module, context, instanceName, &pid) ||
            !process_read(module, context, pid, PROC_UNIT, &proc))
                return;
        proc_deinit(&proc);
        if (proc.unit[0])
                result = post_pair(module, context, &proc, NULL);
        MI_Context_PostResult(context, result);
}
