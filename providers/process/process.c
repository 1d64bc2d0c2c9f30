/*
 * From a process to an instance and back
 */

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "provider.h"

#define CREATION_CLASS MI_T("MSFT_WindowsProcess")
#define COMPUTER_CLASS MI_T("CIM_ComputerSystem")
#define SYSTEM_CLASS   MI_T("CIM_OperatingSystem")
#define NICE_MIN       (-20)
#define STATE_ENABLED  2
#define STATE_QUIESCE  9

/* Values of ExecutionState */
enum {
        EXECUTION_UNKNOWN = 0,
        EXECUTION_OTHER = 1,
        EXECUTION_RUNNING = 3,
        EXECUTION_BLOCKED = 4,
        EXECUTION_TERMINATED = 7,
        EXECUTION_STOPPED = 8,
};

void post_error(MI_Context *context, MI_Result result, const char *format, ...)
{
        char text[1024];
        va_list args;

        va_start(args, format);
        vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        MI_Context_PostError(context, (MI_Uint32)result, MI_RESULT_TYPE_MI, text);
}

void post_errno(MI_Context *context, int error, const char *format, ...)
{
        char text[1024], buffer[256];
        va_list args;
        int length;

        va_start(args, format);
        length = vsnprintf(text, sizeof(text), format, args);
        va_end(args);
        if (length >= 0 && (size_t)length < sizeof(text))
                snprintf(text + length, sizeof(text) - (size_t)length, ": %s",
                         strerror_r(error, buffer, sizeof(buffer)));
        MI_Context_PostError(context, (MI_Uint32)error, MI_RESULT_TYPE_ERRNO, text);
}

bool wanted(const Wanted *set, const MI_Char *name)
{
        MI_Boolean is_in = MI_FALSE;

        if (set->keys_only)
                return false;
        if (!set->properties)
                return true;
        return MI_PropertySet_ContainsElement(set->properties, name, &is_in) == MI_RESULT_OK && is_in;
}

unsigned wanted_parts(const Wanted *set)
{
        return wanted(set, MI_T("CommandLine")) ? PROC_COMMAND : 0;
}

void datetime_from_us(int64_t us, MI_Datetime *datetime)
{
        time_t seconds = (time_t)(us / 1000000);
        struct tm tm;

        memset(datetime, 0, sizeof(*datetime));
        gmtime_r(&seconds, &tm);
        datetime->isTimestamp = MI_TRUE;
        datetime->u.timestamp.year = (MI_Uint32)tm.tm_year + 1900;
        datetime->u.timestamp.month = (MI_Uint32)tm.tm_mon + 1;
        datetime->u.timestamp.day = (MI_Uint32)tm.tm_mday;
        datetime->u.timestamp.hour = (MI_Uint32)tm.tm_hour;
        datetime->u.timestamp.minute = (MI_Uint32)tm.tm_min;
        datetime->u.timestamp.second = (MI_Uint32)tm.tm_sec;
        datetime->u.timestamp.microseconds = (MI_Uint32)(us % 1000000) / 1000 * 1000;
}

static MI_Uint16 execution_state(char state)
{
        switch (state) {
        case 'R':
                return EXECUTION_RUNNING;
        case 'S':
        case 'D':
        case 'I':
                return EXECUTION_BLOCKED;
        case 'T':
        case 't':
                return EXECUTION_STOPPED;
        case 'Z':
        case 'X':
                return EXECUTION_TERMINATED;
        case 0:
                return EXECUTION_UNKNOWN;
        default:
                return EXECUTION_OTHER;
        }
}

static MI_Result set_keys(MSFT_WindowsProcess *process, MI_Module_Self *module, pid_t pid)
{
        char handle[HANDLE_SIZE];
        MI_Result result;

        snprintf(handle, sizeof(handle), "%d", (int)pid);
        result = MSFT_WindowsProcess_Set_Handle(process, handle);
        if (result == MI_RESULT_OK)
                result = MSFT_WindowsProcess_SetPtr_CSCreationClassName(process, COMPUTER_CLASS);
        if (result == MI_RESULT_OK)
                result = MSFT_WindowsProcess_SetPtr_CSName(process, module->computer);
        if (result == MI_RESULT_OK)
                result = MSFT_WindowsProcess_SetPtr_OSCreationClassName(process, SYSTEM_CLASS);
        if (result == MI_RESULT_OK)
                result = MSFT_WindowsProcess_SetPtr_OSName(process, module->system);
        if (result == MI_RESULT_OK)
                result = MSFT_WindowsProcess_SetPtr_CreationClassName(process, CREATION_CLASS);
        return result;
}

static MI_Result set_texts(MSFT_WindowsProcess *process, const Proc *proc, const Wanted *set)
{
        MI_Result result = MI_RESULT_OK;

        if (wanted(set, MI_T("Name")))
                result = MSFT_WindowsProcess_Set_Name(process, proc->name);
        if (result == MI_RESULT_OK && wanted(set, MI_T("Caption")))
                result = MSFT_WindowsProcess_Set_Caption(process, proc->name);
        if (result == MI_RESULT_OK && proc->command && wanted(set, MI_T("CommandLine")))
                result = MSFT_WindowsProcess_Set_CommandLine(process, proc->command);
        return result;
}

/* Setters of numbers write the field: they cannot fail. */
static void set_numbers(MSFT_WindowsProcess *process, const MI_Module_Self *module, const Proc *proc, const Wanted *set)
{
        MI_Datetime created;
        MI_Uint16 state = execution_state(proc->state);

        if (wanted(set, MI_T("Priority")))
                MSFT_WindowsProcess_Set_Priority(process, (MI_Uint32)(proc->nice - NICE_MIN));
        if (wanted(set, MI_T("ExecutionState")))
                MSFT_WindowsProcess_Set_ExecutionState(process, state);
        if (wanted(set, MI_T("EnabledState")))
                MSFT_WindowsProcess_Set_EnabledState(process,
                                                     state == EXECUTION_STOPPED ? STATE_QUIESCE : STATE_ENABLED);
        if (wanted(set, MI_T("KernelModeTime")))
                MSFT_WindowsProcess_Set_KernelModeTime(process, proc->kernel_ms);
        if (wanted(set, MI_T("UserModeTime")))
                MSFT_WindowsProcess_Set_UserModeTime(process, proc->user_ms);
        if (wanted(set, MI_T("WorkingSetSize")))
                MSFT_WindowsProcess_Set_WorkingSetSize(process, proc->resident);
        if (wanted(set, MI_T("CreationDate"))) {
                datetime_from_us(module->boot_us + (int64_t)proc->start_ms * 1000, &created);
                MSFT_WindowsProcess_Set_CreationDate(process, created);
        }
}

MI_Result process_construct(MSFT_WindowsProcess *process, MI_Module_Self *module, MI_Context *context, const Proc *proc,
                            const Wanted *set)
{
        MI_Result result = MSFT_WindowsProcess_Construct(process, context);

        if (result != MI_RESULT_OK)
                return result;
        result = set_keys(process, module, proc->pid);
        if (result == MI_RESULT_OK && !set->keys_only) {
                set_numbers(process, module, proc, set);
                result = set_texts(process, proc, set);
        }
        if (result != MI_RESULT_OK)
                MSFT_WindowsProcess_Destruct(process);
        return result;
}

MI_Result process_construct_keys(MSFT_WindowsProcess *process, MI_Module_Self *module, MI_Context *context, pid_t pid)
{
        const Proc proc = { .pid = pid };
        const Wanted keys = { .keys_only = true };

        return process_construct(process, module, context, &proc, &keys);
}

/* A key that has to be there and to be `expected`, without regard to case (NULL: anything). */
static bool check_key(MI_Context *context, const MI_ConstStringField *field, const char *name, const char *expected)
{
        if (!field->exists || !field->value) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "the key %s of the process is missing", name);
                return false;
        }
        if (expected && !same_text(field->value, expected)) {
                post_error(context, MI_RESULT_NOT_FOUND, "there is no process with %s = \"%s\" here, but \"%s\"", name,
                           field->value, expected);
                return false;
        }
        return true;
}

bool process_identify(MI_Module_Self *module, MI_Context *context, const MSFT_WindowsProcess *name, pid_t *pidp)
{
        if (!name) {
                post_error(context, MI_RESULT_INVALID_PARAMETER, "the process is missing");
                return false;
        }
        /* all keys first: a missing one is worse than a wrong one */
        if (!check_key(context, &name->CSCreationClassName, "CSCreationClassName", NULL) ||
            !check_key(context, &name->CSName, "CSName", NULL) ||
            !check_key(context, &name->OSCreationClassName, "OSCreationClassName", NULL) ||
            !check_key(context, &name->OSName, "OSName", NULL) ||
            !check_key(context, &name->CreationClassName, "CreationClassName", NULL) ||
            !check_key(context, &name->Handle, "Handle", NULL))
                return false;
        if (!check_key(context, &name->CSCreationClassName, "CSCreationClassName", COMPUTER_CLASS) ||
            !check_key(context, &name->CSName, "CSName", module->computer) ||
            !check_key(context, &name->OSCreationClassName, "OSCreationClassName", SYSTEM_CLASS) ||
            !check_key(context, &name->OSName, "OSName", module->system) ||
            !check_key(context, &name->CreationClassName, "CreationClassName", CREATION_CLASS))
                return false;
        if (!proc_parse_pid(name->Handle.value, pidp)) {
                post_error(context, MI_RESULT_NOT_FOUND,
                           "there is no process with Handle = \"%s\": it is not a process id", name->Handle.value);
                return false;
        }
        return true;
}

bool process_read(MI_Module_Self *module, MI_Context *context, pid_t pid, unsigned parts, Proc *proc)
{
        int r = proc_read(proc, module->root, pid, parts);

        if (r < 0)
                post_errno(context, -r, "process %d", (int)pid);
        return r == 0;
}
