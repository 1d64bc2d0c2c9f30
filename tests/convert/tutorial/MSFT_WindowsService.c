/* Services in the manner of the tutorials: streamed parameters, associations through the local session, indications. */
#include <MI.h>
#include "MSFT_WindowsProcess.h"
#include "MSFT_WindowsServiceManager.h"
#include "MSFT_WindowsServiceProcess.h"
#include "MSFT_WindowsServiceStarted.h"

static MI_Context* g_indicationsContext;

void MI_CALL MSFT_WindowsServiceManager_Invoke_GetWindowsServices(
    _In_opt_ MSFT_WindowsServiceManager_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const MSFT_WindowsServiceManager* instanceName,
    _In_opt_ const MSFT_WindowsServiceManager_GetWindowsServices* in)
{
    MSFT_WindowsServiceManager_GetWindowsServices out;
    MSFT_WindowsService service;
    MI_Instance* batch[1];
    MI_Value value;
    MI_Boolean goOn = MI_TRUE;
    MI_Type type;
    MI_Result result;

    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(methodName);
    MI_UNREFERENCED_PARAMETER(instanceName);

    if (!in || !in->status.exists)
    {
        MI_Context_WriteError(context, MI_RESULT_INVALID_PARAMETER, MI_RESULT_TYPE_MI, MI_T("status is missing"), &goOn);
        if (!goOn)
        {
            MI_Context_PostError(context, MI_RESULT_INVALID_PARAMETER, MI_RESULT_TYPE_MI, MI_T("status is missing"));
            return;
        }
    }
    if (MI_Context_GetCustomOption(context, MI_T("Force"), &type, &value) == MI_RESULT_OK && type == MI_BOOLEAN && value.boolean)
        MI_Context_WriteVerbose(context, MI_T("forced"));

    result = MSFT_WindowsService_Construct(&service, context);
    if (result == MI_RESULT_OK)
    {
        MSFT_WindowsService_SetPtr_Name(&service, MI_T("Spooler"));
        value.instance = &service.__instance;
        result = MI_Context_WriteStreamParameter(context, MI_T("services"), &value, MI_INSTANCE, MI_FLAG_STREAM);
        batch[0] = &service.__instance;
        value.instancea.data = batch;
        value.instancea.size = 1;
        if (result == MI_RESULT_OK)
            result = MI_Context_WriteStreamParameter(context, MI_T("services"), &value, MI_INSTANCEA, MI_FLAG_STREAM);
        MSFT_WindowsService_Destruct(&service);
    }
    if (result == MI_RESULT_OK)
        result = MSFT_WindowsServiceManager_GetWindowsServices_Construct(&out, context);
    if (result == MI_RESULT_OK)
    {
        MSFT_WindowsServiceManager_GetWindowsServices_Set_MIReturn(&out, 0);
        result = MSFT_WindowsServiceManager_GetWindowsServices_Post(&out, context);
        MSFT_WindowsServiceManager_GetWindowsServices_Destruct(&out);
    }
    MI_Context_PostResult(context, result);
}

void MI_CALL MSFT_WindowsServiceProcess_AssociatorInstancesService(
    _In_opt_ MSFT_WindowsServiceProcess_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const CIM_Service* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    MI_Session session = MI_SESSION_NULL;
    MI_Operation operation = MI_OPERATION_NULL;
    const MI_Instance* instance;
    const MI_Instance* details = NULL;
    const MI_Char* message = NULL;
    MI_Boolean more = MI_TRUE;
    MI_Result result, final = MI_RESULT_OK;
    MI_Value value;
    MI_Type type;

    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(className);
    MI_UNREFERENCED_PARAMETER(resultClass);
    MI_UNREFERENCED_PARAMETER(propertySet);
    MI_UNREFERENCED_PARAMETER(keysOnly);
    MI_UNREFERENCED_PARAMETER(filter);

    result = MI_Instance_GetElement(&instanceName->__instance, MI_T("Name"), &value, &type, NULL, NULL);
    if (result == MI_RESULT_OK && type != MI_STRING)
        result = MI_RESULT_INVALID_PARAMETER;
    if (result == MI_RESULT_OK)
        result = MI_Context_GetLocalSession(context, &session);
    if (result != MI_RESULT_OK)
    {
        MI_Context_PostResult(context, result);
        return;
    }
    MI_Session_QueryInstances(&session, 0, NULL, nameSpace, MI_T("WQL"), MI_T("Select * from MSFT_WindowsProcess where Handle=\"42\""),
        NULL, &operation);
    while (more && result == MI_RESULT_OK)
    {
        result = MI_Operation_GetInstance(&operation, &instance, &more, &final, &message, &details);
        if (result == MI_RESULT_OK && instance)
            result = MI_Context_PostInstance(context, instance);
    }
    if (result == MI_RESULT_OK)
        result = final;
    if (result != MI_RESULT_OK && details)
        MI_Context_PostCimError(context, details);
    else
        MI_Context_PostResult(context, result);
    MI_Operation_Close(&operation);
}

void MI_CALL MSFT_WindowsServiceStarted_EnableIndications(
    _In_opt_ MSFT_WindowsServiceStarted_Self* self,
    _In_ MI_Context* indicationsContext,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className)
{
    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);

    g_indicationsContext = indicationsContext;
}

void MI_CALL MSFT_WindowsServiceStarted_DisableIndications(
    _In_opt_ MSFT_WindowsServiceStarted_Self* self,
    _In_ MI_Context* indicationsContext,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className)
{
    MI_UNREFERENCED_PARAMETER(self);
    MI_UNREFERENCED_PARAMETER(nameSpace);
    MI_UNREFERENCED_PARAMETER(className);

    g_indicationsContext = NULL;
    MI_Context_PostResult(indicationsContext, MI_RESULT_OK);
}

/* What a watcher thread of the tutorial does when a service starts */
void ServiceStarted(_In_ const MI_Instance* service);

void ServiceStarted(_In_ const MI_Instance* service)
{
    MSFT_WindowsServiceStarted indication;

    if (!g_indicationsContext || MSFT_WindowsServiceStarted_Construct(&indication, g_indicationsContext) != MI_RESULT_OK)
        return;
    if (MSFT_WindowsServiceStarted_Set_SourceInstance(&indication, service) == MI_RESULT_OK)
        MSFT_WindowsServiceStarted_Post(&indication, g_indicationsContext, 0, MI_T(""));
    MSFT_WindowsServiceStarted_Destruct(&indication);
}
