#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <sys/resource.h>

#include "launch.h"
#include "provider.h"

enum {
        PRIORITY_MAX = 39,
        PROGRESS_EVERY = 500, /* processes */
        STATE_ENABLED = 2,
        STATE_SHUT_DOWN = 4,
        STATE_QUIESCE = 9,
        CHANGE_COMPLETED = 0, /* answers of RequestStateChange */
        CHANGE_NOT_SUPPORTED = 1,
        CHANGE_TIMEOUT_NOT_SUPPORTED = 4098,
};

static MI_Module_Self *module_of(MSFT_WindowsProcess_Self *self)
{
        return (MI_Module_Self *)self;
}

void MI_CALL MSFT_WindowsProcess_Load(MSFT_WindowsProcess_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = (MSFT_WindowsProcess_Self *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL MSFT_WindowsProcess_Unload(MSFT_WindowsProcess_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);

        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* Reading */

static MI_Result post_process(MI_Module_Self *module, MI_Context *context, const Proc *proc, const Wanted *set)
{
        MSFT_WindowsProcess process;
        MI_Result result = process_construct(&process, module, context, proc, set);

        if (result != MI_RESULT_OK)
                return result;
        result = MSFT_WindowsProcess_Post(&process, context);
        MSFT_WindowsProcess_Destruct(&process);
        return result;
}

/* Reads and posts; a process that ended meanwhile is passed over. */
static MI_Result post_pid(MI_Module_Self *module, MI_Context *context, pid_t pid, const Wanted *set)
{
        MI_Result result;
        Proc proc;

        if (proc_read(&proc, module->root, pid, wanted_parts(set)) < 0)
                return MI_RESULT_OK;
        result = post_process(module, context, &proc, set);
        proc_deinit(&proc);
        return result;
}

/* The values that a filter lets a property have: true if it limits them. */
static bool filter_limits(const MI_Module_Self *module, const MI_Filter *filter, const MI_Char *property)
{
        const MI_Char *value;

        return module->api && filter && module->api->GetFilterTerm(filter, property, 0, &value) == MI_RESULT_OK;
}

static bool filter_admits(const MI_Module_Self *module, const MI_Filter *filter, const MI_Char *property,
                          const char *text)
{
        const MI_Char *value;

        for (MI_Uint32 i = 0; module->api->GetFilterTerm(filter, property, i, &value) == MI_RESULT_OK; i++)
                if (same_text(value, text))
                        return true;
        return false;
}

/* Handle = '1' or Handle = '2': these are looked at and no others. */
static MI_Result enumerate_handles(MI_Module_Self *module, MI_Context *context, const MI_Filter *filter,
                                   const Wanted *set)
{
        MI_Result result = MI_RESULT_OK;
        const MI_Char *value;
        pid_t pid;

        for (MI_Uint32 i = 0;
             result == MI_RESULT_OK && module->api->GetFilterTerm(filter, MI_T("Handle"), i, &value) == MI_RESULT_OK;
             i++)
                if (proc_parse_pid(value, &pid))
                        result = post_pid(module, context, pid, set);
        return result;
}

static void tell_progress(MI_Context *context, int done, int total)
{
        MI_Uint32 percent = total > 0 ? (MI_Uint32)(done * 100LL / total) : 0;
        char text[64];

        snprintf(text, sizeof(text), "%d of about %d processes", done, total);
        MI_Context_WriteProgress(context, MI_T("Reading processes"), MI_T(""), text, percent > 100 ? 100 : percent,
                                 UINT32_MAX);
}

/* Where only some names are asked for, the others cost one read each and no instance. */
static MI_Result enumerate_one(MI_Module_Self *module, MI_Context *context, const MI_Filter *filter, pid_t pid,
                               const Wanted *set)
{
        MI_Result result = MI_RESULT_OK;
        Proc proc;

        if (set->keys_only && !filter) {
                proc = (Proc){ .pid = pid };
                return post_process(module, context, &proc, set);
        }
        if (filter_limits(module, filter, MI_T("Name"))) {
                if (proc_read(&proc, module->root, pid, 0) < 0)
                        return MI_RESULT_OK;
                if (!filter_admits(module, filter, MI_T("Name"), proc.name)) {
                        proc_deinit(&proc);
                        return MI_RESULT_OK;
                }
                proc_deinit(&proc);
        }
        result = post_pid(module, context, pid, set);
        return result;
}

static MI_Result enumerate_all(MI_Module_Self *module, MI_Context *context, const MI_Filter *filter, const Wanted *set)
{
        int total = proc_count(module->root), done = 0;
        MI_Result result = MI_RESULT_OK;
        ProcWalk walk;
        pid_t pid;

        if (total < 0 || proc_walk_init(&walk, module->root) < 0)
                return MI_RESULT_FAILED;
        while (result == MI_RESULT_OK && (pid = proc_walk_next(&walk)) > 0) {
                MI_Boolean canceled = MI_FALSE;

                result = enumerate_one(module, context, filter, pid, set);
                if (++done % PROGRESS_EVERY)
                        continue;
                tell_progress(context, done, total);
                if (MI_Context_Canceled(context, &canceled) == MI_RESULT_OK && canceled)
                        break;
        }
        proc_walk_deinit(&walk);
        return result;
}

void MI_CALL MSFT_WindowsProcess_EnumerateInstances(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                    const MI_Char *nameSpace, const MI_Char *className,
                                                    const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                                    const MI_Filter *filter)
{
        MI_Module_Self *module = module_of(self);
        /* a filter may look at any property: with one, all are filled in, and the host takes away what was not asked for */
        Wanted set = { .properties = filter ? NULL : propertySet, .keys_only = keysOnly && !filter };
        MI_Result result;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        if (filter_limits(module, filter, MI_T("Handle")))
                result = enumerate_handles(module, context, filter, &set);
        else
                result = enumerate_all(module, context, filter, &set);
        MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_GetInstance(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                             const MI_Char *nameSpace, const MI_Char *className,
                                             const MSFT_WindowsProcess *instanceName, const MI_PropertySet *propertySet)
{
        MI_Module_Self *module = module_of(self);
        Wanted set = { .properties = propertySet };
        MI_Result result;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        if (!process_identify(module, context, instanceName, &pid) ||
            !process_read(module, context, pid, wanted_parts(&set), &proc))
                return;
        result = post_process(module, context, &proc, &set);
        proc_deinit(&proc);
        MI_Context_PostResult(context, result);
}

/* Acting on processes: the caller's rights are the kernel's business, since we run as the caller. */

static bool can_act(const MI_Module_Self *module, MI_Context *context)
{
        if (module->is_real)
                return true;
        post_error(context, MI_RESULT_NOT_SUPPORTED, "%s is not the system's own /proc: nothing there can be changed",
                   module->root);
        return false;
}

/* Starts a program and reads it; posts the error and returns false if it cannot. */
static bool start_program(MI_Module_Self *module, MI_Context *context, const MI_ConstStringField *command, Proc *proc)
{
        pid_t pid;
        int r;

        if (!command->exists || !command->value) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "CommandLine is missing: what is to be started?");
                return false;
        }
        if (!can_act(module, context))
                return false;
        r = launch(command->value, &pid);
        if (r < 0) {
                post_errno(context, -r, "cannot start \"%.512s\"", command->value);
                return false;
        }
        r = proc_read(proc, module->root, pid, PROC_COMMAND);
        if (r == -ESRCH) { /* done already: what it was is known */
                *proc = (Proc){ .pid = pid, .state = 'X' };
                proc->command = strdup(command->value);
                r = 0;
        }
        if (r < 0)
                post_errno(context, -r, "process %d", (int)pid);
        return r == 0;
}

void MI_CALL MSFT_WindowsProcess_CreateInstance(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const MSFT_WindowsProcess *newInstance)
{
        MI_Module_Self *module = module_of(self);
        Wanted all = { 0 };
        MI_Result result;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        if (!start_program(module, context, &newInstance->CommandLine, &proc))
                return;
        result = post_process(module, context, &proc, &all);
        proc_deinit(&proc);
        MI_Context_PostResult(context, result);
}

/* Posts the error and returns false if it fails. */
static bool set_priority(MI_Module_Self *module, MI_Context *context, pid_t pid, MI_Uint32 priority)
{
        if (priority > PRIORITY_MAX) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "Priority %u is none: expected 0 to %d", priority,
                           PRIORITY_MAX);
                return false;
        }
        if (!can_act(module, context))
                return false;
        if (setpriority(PRIO_PROCESS, (id_t)pid, (int)priority - 20) < 0) {
                post_errno(context, errno, "cannot set the priority of process %d to %u", (int)pid, priority);
                return false;
        }
        return true;
}

static bool is_modified(const MSFT_WindowsProcess *process, const MI_Char *name)
{
        MI_Uint32 flags = 0;
        MI_Value value;
        MI_Type type;

        return MI_Instance_GetElement(&process->__instance, name, &value, &type, &flags, NULL) == MI_RESULT_OK &&
               !(flags & (MI_FLAG_NOT_MODIFIED | MI_FLAG_NULL));
}

void MI_CALL MSFT_WindowsProcess_ModifyInstance(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const MSFT_WindowsProcess *modifiedInstance,
                                                const MI_PropertySet *propertySet)
{
        MI_Module_Self *module = module_of(self);
        Wanted all = { 0 };
        MI_Result result;
        pid_t pid;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);

        if (!process_identify(module, context, modifiedInstance, &pid) || !process_read(module, context, pid, 0, &proc))
                return;
        proc_deinit(&proc);
        if (is_modified(modifiedInstance, MI_T("Priority")) &&
            !set_priority(module, context, pid, modifiedInstance->Priority.value))
                return;
        if (!process_read(module, context, pid, PROC_COMMAND, &proc))
                return;
        result = post_process(module, context, &proc, &all);
        proc_deinit(&proc);
        MI_Context_PostResult(context, result);
}

/* The custom option Force leaves the question out. */
static bool is_forced(MI_Context *context)
{
        MI_Value value;
        MI_Type type;

        return MI_Context_GetCustomOption(context, MI_T("Force"), &type, &value) == MI_RESULT_OK &&
               type == MI_BOOLEAN && value.boolean;
}

/* Asks whoever wants to be asked; posts the error and returns false if the answer is no. */
static bool confirm(MI_Context *context, pid_t pid, const char *name)
{
        MI_Boolean answer = MI_TRUE;
        char text[PROC_NAME_SIZE + 64];

        if (is_forced(context))
                return true;
        snprintf(text, sizeof(text), "End the process %d (%s)? What it has not saved is lost.", (int)pid, name);
        if (MI_Context_PromptUser(context, text, MI_PROMPTTYPE_NORMAL, &answer) != MI_RESULT_OK || answer)
                return true;
        post_error(context, MI_RESULT_FAILED, "process %d was not ended: the user said no", (int)pid);
        return false;
}

static bool send_signal(MI_Module_Self *module, MI_Context *context, pid_t pid, int number)
{
        if (!can_act(module, context))
                return false;
        if (kill(pid, number) < 0) {
                post_errno(context, errno, "cannot send signal %d to process %d", number, (int)pid);
                return false;
        }
        return true;
}

void MI_CALL MSFT_WindowsProcess_DeleteInstance(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                const MI_Char *nameSpace, const MI_Char *className,
                                                const MSFT_WindowsProcess *instanceName)
{
        MI_Module_Self *module = module_of(self);
        pid_t pid;
        Proc proc, now;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        if (!process_identify(module, context, instanceName, &pid) || !process_read(module, context, pid, 0, &proc))
                return;
        proc_deinit(&proc);
        if (!confirm(context, pid, proc.name))
                return;
        /* the answer may have taken long: another process may have that pid by now */
        if (!process_read(module, context, pid, 0, &now))
                return;
        proc_deinit(&now);
        if (now.start_ms != proc.start_ms) {
                post_errno(context, ESRCH, "process %d", (int)pid);
                return;
        }
        if (send_signal(module, context, pid, SIGKILL))
                MI_Context_PostResult(context, MI_RESULT_OK);
}

/* Methods */

void MI_CALL MSFT_WindowsProcess_Invoke_RequestStateChange(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                           const MI_Char *nameSpace, const MI_Char *className,
                                                           const MI_Char *methodName,
                                                           const MSFT_WindowsProcess *instanceName,
                                                           const MSFT_WindowsProcess_RequestStateChange *in)
{
        MI_Module_Self *module = module_of(self);
        MSFT_WindowsProcess_RequestStateChange out;
        MI_Uint32 answer = CHANGE_COMPLETED;
        MI_Result result;
        int number = 0;
        pid_t pid;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);

        if (!in || !in->RequestedState.exists) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "RequestedState is missing");
                return;
        }
        if (!process_identify(module, context, instanceName, &pid))
                return;

        switch (in->RequestedState.value) {
        case STATE_ENABLED:
                number = SIGCONT;
                break;
        case STATE_QUIESCE:
                number = SIGSTOP;
                break;
        case STATE_SHUT_DOWN:
                number = SIGTERM;
                break;
        default:
                answer = CHANGE_NOT_SUPPORTED;
        }
        if (answer == CHANGE_COMPLETED && in->TimeoutPeriod.exists)
                answer = CHANGE_TIMEOUT_NOT_SUPPORTED;
        if (answer == CHANGE_COMPLETED && !send_signal(module, context, pid, number))
                return;

        result = MSFT_WindowsProcess_RequestStateChange_Construct(&out, context);
        if (result == MI_RESULT_OK) {
                MSFT_WindowsProcess_RequestStateChange_Set_MIReturn(&out, answer);
                result = MSFT_WindowsProcess_RequestStateChange_Post(&out, context);
                MSFT_WindowsProcess_RequestStateChange_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_Invoke_SetPriority(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                                    const MI_Char *nameSpace, const MI_Char *className,
                                                    const MI_Char *methodName, const MSFT_WindowsProcess *instanceName,
                                                    const MSFT_WindowsProcess_SetPriority *in)
{
        MI_Module_Self *module = module_of(self);
        MSFT_WindowsProcess_SetPriority out;
        MI_Result result;
        pid_t pid;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);

        if (!in || !in->Priority.exists) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "Priority is missing");
                return;
        }
        if (!process_identify(module, context, instanceName, &pid) ||
            !set_priority(module, context, pid, in->Priority.value))
                return;

        result = MSFT_WindowsProcess_SetPriority_Construct(&out, context);
        if (result == MI_RESULT_OK) {
                MSFT_WindowsProcess_SetPriority_Set_MIReturn(&out, 0);
                result = MSFT_WindowsProcess_SetPriority_Post(&out, context);
                MSFT_WindowsProcess_SetPriority_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

static MI_Result post_created(MI_Module_Self *module, MI_Context *context, const Proc *proc)
{
        MSFT_WindowsProcess_Create out;
        MSFT_WindowsProcess process;
        Wanted all = { 0 };
        MI_Result result;

        result = process_construct(&process, module, context, proc, &all);
        if (result != MI_RESULT_OK)
                return result;
        result = MSFT_WindowsProcess_Create_Construct(&out, context);
        if (result == MI_RESULT_OK) {
                MSFT_WindowsProcess_Create_Set_MIReturn(&out, 0);
                result = MSFT_WindowsProcess_Create_Set_Process(&out, (const CIM_Process *)&process);
                if (result == MI_RESULT_OK)
                        result = MSFT_WindowsProcess_Create_Post(&out, context);
                MSFT_WindowsProcess_Create_Destruct(&out);
        }
        MSFT_WindowsProcess_Destruct(&process);
        return result;
}

void MI_CALL MSFT_WindowsProcess_Invoke_Create(MSFT_WindowsProcess_Self *self, MI_Context *context,
                                               const MI_Char *nameSpace, const MI_Char *className,
                                               const MI_Char *methodName, const MSFT_WindowsProcess *instanceName,
                                               const MSFT_WindowsProcess_Create *in)
{
        static const MI_ConstStringField none;
        MI_Module_Self *module = module_of(self);
        MI_Result result;
        Proc proc;

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);

        if (!start_program(module, context, in ? &in->CommandLine : &none, &proc))
                return;
        result = post_created(module, context, &proc);
        proc_deinit(&proc);
        MI_Context_PostResult(context, result);
}
