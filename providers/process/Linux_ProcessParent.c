#include "Linux_ProcessParent.h"

#include <errno.h>
#include <strings.h>

#include "provider.h"

static MI_Module_Self *module_of(Linux_ProcessParent_Self *self)
{
        return (MI_Module_Self *)self;
}

void MI_CALL Linux_ProcessParent_Load(Linux_ProcessParent_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = (Linux_ProcessParent_Self *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Linux_ProcessParent_Unload(Linux_ProcessParent_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);

        MI_Context_PostResult(context, MI_RESULT_OK);
}

static MI_Result post_pair(MI_Module_Self *module, MI_Context *context, pid_t parent_pid, pid_t child_pid)
{
        MSFT_WindowsProcess parent, child;
        Linux_ProcessParent pair;
        MI_Result result;

        result = process_construct_keys(&parent, module, context, parent_pid);
        if (result != MI_RESULT_OK)
                return result;
        result = process_construct_keys(&child, module, context, child_pid);
        if (result == MI_RESULT_OK) {
                result = Linux_ProcessParent_Construct(&pair, context);
                if (result == MI_RESULT_OK) {
                        result = Linux_ProcessParent_Set_Antecedent(&pair, &parent);
                        if (result == MI_RESULT_OK)
                                result = Linux_ProcessParent_Set_Dependent(&pair, &child);
                        if (result == MI_RESULT_OK)
                                result = Linux_ProcessParent_Post(&pair, context);
                        Linux_ProcessParent_Destruct(&pair);
                }
                MSFT_WindowsProcess_Destruct(&child);
        }
        MSFT_WindowsProcess_Destruct(&parent);
        return result;
}

static MI_Result post_process(MI_Module_Self *module, MI_Context *context, pid_t pid, const Wanted *set)
{
        MSFT_WindowsProcess process;
        MI_Result result;
        Proc proc;

        if (proc_read(&proc, module->root, pid, wanted_parts(set)) < 0)
                return MI_RESULT_OK; /* it ended meanwhile */
        result = process_construct(&process, module, context, &proc, set);
        if (result == MI_RESULT_OK) {
                result = MSFT_WindowsProcess_Post(&process, context);
                MSFT_WindowsProcess_Destruct(&process);
        }
        proc_deinit(&proc);
        return result;
}

/* Calls `each` with every child of `parent`, or with every process that has a parent if that is 0. */
typedef MI_Result (*EachChild)(MI_Module_Self *module, MI_Context *context, const Proc *child, const Wanted *set);

static MI_Result for_children(MI_Module_Self *module, MI_Context *context, pid_t parent, EachChild each,
                              const Wanted *set)
{
        MI_Result result = MI_RESULT_OK;
        ProcWalk walk;
        pid_t pid;

        if (proc_walk_init(&walk, module->root) < 0)
                return MI_RESULT_FAILED;
        while (result == MI_RESULT_OK && (pid = proc_walk_next(&walk)) > 0) {
                Proc proc;

                if (proc_read(&proc, module->root, pid, 0) < 0)
                        continue;
                if (proc.ppid > 0 && (parent == 0 || proc.ppid == parent))
                        result = each(module, context, &proc, set);
                proc_deinit(&proc);
        }
        proc_walk_deinit(&walk);
        return result;
}

static MI_Result each_pair(MI_Module_Self *module, MI_Context *context, const Proc *child, const Wanted *set)
{
        (void)set;
        return post_pair(module, context, child->ppid, child->pid);
}

static MI_Result each_process(MI_Module_Self *module, MI_Context *context, const Proc *child, const Wanted *set)
{
        return post_process(module, context, child->pid, set);
}

void MI_CALL Linux_ProcessParent_EnumerateInstances(Linux_ProcessParent_Self *self, MI_Context *context,
                                                    const MI_Char *nameSpace, const MI_Char *className,
                                                    const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                    const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        MI_Context_PostResult(context, for_children(module_of(self), context, 0, each_pair, NULL));
}

void MI_CALL Linux_ProcessParent_GetInstance(Linux_ProcessParent_Self *self, MI_Context *context,
                                             const MI_Char *nameSpace, const MI_Char *className,
                                             const Linux_ProcessParent *instanceName, const MI_PropertySet *propertySet)
{
        MI_Module_Self *module = module_of(self);
        pid_t parent, child;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);

        if (!process_identify(module, context, instanceName->Antecedent.exists ? instanceName->Antecedent.value : NULL,
                              &parent) ||
            !process_identify(module, context, instanceName->Dependent.exists ? instanceName->Dependent.value : NULL,
                              &child) ||
            !process_read(module, context, child, 0, &proc))
                return;
        proc_deinit(&proc);
        if (proc.ppid != parent) {
                post_error(context, MI_RESULT_NOT_FOUND, "process %d is not the parent of process %d", (int)parent,
                           (int)child);
                return;
        }
        MI_Context_PostResult(context, post_pair(module, context, parent, child));
}

/* Whose child a process is, the system decides. */

void MI_CALL Linux_ProcessParent_CreateInstance(Linux_ProcessParent_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const Linux_ProcessParent *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ProcessParent_ModifyInstance(Linux_ProcessParent_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const Linux_ProcessParent *modifiedInstance,
                                                const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(modifiedInstance);
        MI_UNREFERENCED_PARAMETER(propertySet);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Linux_ProcessParent_DeleteInstance(Linux_ProcessParent_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const Linux_ProcessParent *instanceName)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(instanceName);

        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

/* From a parent to its children */

void MI_CALL Linux_ProcessParent_AssociatorInstancesAntecedent(Linux_ProcessParent_Self *self, MI_Context *context,
                                                               const MI_Char *nameSpace, const MI_Char *className,
                                                               const MSFT_WindowsProcess *instanceName,
                                                               const MI_Char *resultClass,
                                                               const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                               const MI_Filter *filter)
{
        MI_Module_Self *module = module_of(self);
        Wanted set = { .properties = filter ? NULL : propertySet, .keys_only = keysOnly && !filter };
        pid_t pid;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);

        if (process_identify(module, context, instanceName, &pid))
                MI_Context_PostResult(context, for_children(module, context, pid, each_process, &set));
}

void MI_CALL Linux_ProcessParent_ReferenceInstancesAntecedent(Linux_ProcessParent_Self *self, MI_Context *context,
                                                              const MI_Char *nameSpace, const MI_Char *className,
                                                              const MSFT_WindowsProcess *instanceName,
                                                              const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                              const MI_Filter *filter)
{
        MI_Module_Self *module = module_of(self);
        pid_t pid;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        if (process_identify(module, context, instanceName, &pid))
                MI_Context_PostResult(context, for_children(module, context, pid, each_pair, NULL));
}

/* From a child to its parent */

void MI_CALL Linux_ProcessParent_AssociatorInstancesDependent(Linux_ProcessParent_Self *self, MI_Context *context,
                                                              const MI_Char *nameSpace, const MI_Char *className,
                                                              const MSFT_WindowsProcess *instanceName,
                                                              const MI_Char *resultClass,
                                                              const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                              const MI_Filter *filter)
{
        MI_Module_Self *module = module_of(self);
        Wanted set = { .properties = filter ? NULL : propertySet, .keys_only = keysOnly && !filter };
        MI_Result result = MI_RESULT_OK;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);

        if (!process_identify(module, context, instanceName, &pid) || !process_read(module, context, pid, 0, &proc))
                return;
        proc_deinit(&proc);
        if (proc.ppid > 0)
                result = post_process(module, context, proc.ppid, &set);
        MI_Context_PostResult(context, result);
}

void MI_CALL Linux_ProcessParent_ReferenceInstancesDependent(Linux_ProcessParent_Self *self, MI_Context *context,
                                                             const MI_Char *nameSpace, const MI_Char *className,
                                                             const MSFT_WindowsProcess *instanceName,
                                                             const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                             const MI_Filter *filter)
{
        MI_Module_Self *module = module_of(self);
        MI_Result result = MI_RESULT_OK;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);

        if (!process_identify(module, context, instanceName, &pid) || !process_read(module, context, pid, 0, &proc))
                return;
        proc_deinit(&proc);
        if (proc.ppid > 0)
                result = post_pair(module, context, proc.ppid, pid);
        MI_Context_PostResult(context, result);
}
