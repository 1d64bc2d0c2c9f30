/*
 * A process provider in the manner of the public tutorials: annotated stubs filled in, generated accessors, errors posted with
 * their kind. It serves one made-up process, for what counts here is that such code compiles unchanged.
 */
#include <MI.h>
#include "MSFT_WindowsProcess.h"

#include <string.h>

#define PROCESS_PRIORITY_NORMAL 0x20

struct _MSFT_WindowsProcess_Self
{
    MI_Uint32 priority;
};

static MSFT_WindowsProcess_Self g_self;

/* True if the client gave the property a value in this request. */
static MI_Boolean MI_Instance_IsElementModified(_In_ const MI_Instance* self, _In_z_ const MI_Char* name)
{
    MI_Value value;
    MI_Type type;
    MI_Uint32 flags = 0;

    if (MI_Instance_GetElement(self, name, &value, &type, &flags, NULL) != MI_RESULT_OK)
        return MI_FALSE;
    return (flags & MI_FLAG_NOT_MODIFIED) ? MI_FALSE : MI_TRUE;
}

static MI_Result PostResultWithMessage(_In_ MI_Context* context, MI_Result result, _In_z_ const MI_Char* message)
{
    if (result == MI_RESULT_OK)
        return MI_Context_PostResult(context, MI_RESULT_OK);
    return MI_Context_PostError(context, result, MI_RESULT_TYPE_MI, message);
}

static MI_Result SetProcess(_In_ MSFT_WindowsProcess_Self* state, _In_ MI_Context* context, _Out_ MSFT_WindowsProcess* self)
{
    MI_Datetime created;
    MI_Result result = MSFT_WindowsProcess_Construct(self, context);

    if (result != MI_RESULT_OK)
        return result;
    memset(&created, 0, sizeof(created));
    created.isTimestamp = MI_TRUE;
    created.u.timestamp.year = 2012;
    created.u.timestamp.month = 5;
    created.u.timestamp.day = 10;

    if ((result = MSFT_WindowsProcess_Set_Handle(self, MI_T("42"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_Name(self, MI_T("answer.exe"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_CSCreationClassName(self, MI_T("CIM_ComputerSystem"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_CSName(self, MI_T("localhost"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_OSCreationClassName(self, MI_T("CIM_OperatingSystem"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_OSName(self, MI_T("an operating system"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_SetPtr_CreationClassName(self, MI_T("MSFT_WindowsProcess"))) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_Set_Priority(self, state->priority)) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_Set_ExecutionState(self, 3)) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_Set_CreationDate(self, created)) == MI_RESULT_OK &&
        (result = MSFT_WindowsProcess_Set_WorkingSetSize(self, MI_ULL(4096))) == MI_RESULT_OK)
    {
        MI_Uint16 status[] = { 2, 11 };

        result = MSFT_WindowsProcess_Set_OperationalStatus(self, status, MI_COUNT(status));
    }
    if (result != MI_RESULT_OK)
        MSFT_WindowsProcess_Destruct(self);
    return result;
}

static MI_Result CheckKeys(_In_ const MSFT_WindowsProcess* instanceName)
{
    if (!instanceName->Handle.exists || !instanceName->CSName.exists || !instanceName->CSCreationClassName.exists ||
        !instanceName->OSName.exists || !instanceName->OSCreationClassName.exists || !instanceName->CreationClassName.exists)
        return MI_RESULT_INVALID_PARAMETER;
    return strcmp(instanceName->Handle.value, MI_T("42")) == 0 ? MI_RESULT_OK : MI_RESULT_NOT_FOUND;
}

static MI_Result PostProcess(_In_ MSFT_WindowsProcess_Self* state, _In_ MI_Context* context)
{
    MSFT_WindowsProcess process;
    MI_Result result = SetProcess(state, context, &process);

    if (result != MI_RESULT_OK)
        return result;
    result = MSFT_WindowsProcess_Post(&process, context);
    MSFT_WindowsProcess_Destruct(&process);
    return result;
}

void MI_CALL MSFT_WindowsProcess_Load(
    _Outptr_result_maybenull_ MSFT_WindowsProcess_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context)
{
    MI_UNREFERENCED_PARAMETER(selfModule);

    g_self.priority = PROCESS_PRIORITY_NORMAL;
    *self = &g_self;
    MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL MSFT_WindowsProcess_Unload(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context)
{
    MI_UNREFERENCED_PARAMETER(self);

    MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL MSFT_WindowsProcess_EnumerateInstances(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(propertySet);
    MI_UNREFERENCED_PARAMETER(keysOnly);
    MI_UNREFERENCED_PARAMETER(filter);

    MI_Context_PostResult(context, PostProcess(self, context));
}

void MI_CALL MSFT_WindowsProcess_GetInstance(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MSFT_WindowsProcess* instanceName,
    _In_opt_ const MI_PropertySet* propertySet)
{
    MI_Result result = CheckKeys(instanceName);

    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(propertySet);

    if (result == MI_RESULT_OK)
        result = PostProcess(self, context);
    MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_CreateInstance(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MSFT_WindowsProcess* newInstance)
{
    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);

    if (!newInstance->CommandLine.exists)
        PostResultWithMessage(context, MI_RESULT_INVALID_PARAMETER, MI_T("CommandLine is missing"));
    else
        PostResultWithMessage(context, MI_RESULT_NOT_SUPPORTED, MI_T("no processes are started here"));
}

void MI_CALL MSFT_WindowsProcess_ModifyInstance(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MSFT_WindowsProcess* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet)
{
    MI_Result result = CheckKeys(modifiedInstance);

    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(propertySet);

    if (result == MI_RESULT_OK && modifiedInstance->Priority.exists &&
        MI_Instance_IsElementModified(&modifiedInstance->__instance, MI_T("Priority")))
    {
        self->priority = modifiedInstance->Priority.value;
        result = PostProcess(self, context);
    }
    MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_DeleteInstance(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MSFT_WindowsProcess* instanceName)
{
    MI_Boolean proceed = MI_FALSE;
    MI_Result result = CheckKeys(instanceName);

    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);

    if (result == MI_RESULT_OK)
        result = MI_Context_PromptUser(context, MI_T("End the process?"), MI_PROMPTTYPE_CRITICAL, &proceed);
    if (result == MI_RESULT_OK && proceed)
        MI_Context_WriteWarning(context, MI_T("the process goes on all the same"));
    MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_Invoke_RequestStateChange(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const MSFT_WindowsProcess* instanceName,
    _In_opt_ const MSFT_WindowsProcess_RequestStateChange* in)
{
    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(methodName);
    MI_UNREFERENCED_PARAMETER(instanceName);
    MI_UNREFERENCED_PARAMETER(in);

    MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL MSFT_WindowsProcess_Invoke_SetPriority(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const MSFT_WindowsProcess* instanceName,
    _In_opt_ const MSFT_WindowsProcess_SetPriority* in)
{
    MSFT_WindowsProcess_SetPriority out;
    MI_Result result = MI_RESULT_INVALID_PARAMETER;

    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(methodName);

    if (in && in->Priority.exists)
        result = CheckKeys(instanceName);
    if (result == MI_RESULT_OK)
        result = MSFT_WindowsProcess_SetPriority_Construct(&out, context);
    if (result == MI_RESULT_OK)
    {
        self->priority = in->Priority.value;
        MSFT_WindowsProcess_SetPriority_Set_MIReturn(&out, 0);
        result = MSFT_WindowsProcess_SetPriority_Post(&out, context);
        MSFT_WindowsProcess_SetPriority_Destruct(&out);
    }
    MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsProcess_Invoke_Create(
    _In_opt_ MSFT_WindowsProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const MSFT_WindowsProcess* instanceName,
    _In_opt_ const MSFT_WindowsProcess_Create* in)
{
    MSFT_WindowsProcess process;
    MSFT_WindowsProcess_Create out;
    MI_Result result = MI_RESULT_INVALID_PARAMETER;

    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(methodName);
    MI_UNREFERENCED_PARAMETER(instanceName);

    if (in && in->CommandLine.exists)
        result = SetProcess(self, context, &process);
    if (result != MI_RESULT_OK)
    {
        MI_PostResult(context, result);
        return;
    }
    result = MSFT_WindowsProcess_Create_Construct(&out, context);
    if (result == MI_RESULT_OK)
    {
        MSFT_WindowsProcess_Create_Set_MIReturn(&out, 0);
        result = MSFT_WindowsProcess_Create_Set_Process(&out, (CIM_Process*)&process);
        if (result == MI_RESULT_OK)
            result = MSFT_WindowsProcess_Create_Post(&out, context);
        MSFT_WindowsProcess_Create_Destruct(&out);
    }
    MSFT_WindowsProcess_Destruct(&process);
    MI_Context_PostResult(context, result);
}
