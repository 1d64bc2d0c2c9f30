/* Test_Control: values, errors, streams, channels, options */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "control.h"
#include "xenmi-provider.h"

LOAD_AND_UNLOAD(Test_Control);

void control_finish(MI_Context *context, MI_Instance *parameters, MI_Result result)
{
        if (result == MI_RESULT_OK)
                result = MI_Context_PostInstance(context, parameters);
        MI_Instance_Destruct(parameters);
        MI_Context_PostResult(context, result);
}

METHOD(Nothing)
{
        Test_Control_Nothing out;

        if (Test_Control_Nothing_Construct(&out, context) != MI_RESULT_OK) {
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        Test_Control_Nothing_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Void)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* What is null stays null. Index 0 is the value of the method. */
METHOD(Echo)
{
        Test_Control_Echo out;
        MI_Result result = Test_Control_Echo_Construct(&out, context);
        MI_Uint32 count = 0;

        if (result != MI_RESULT_OK) {
                MI_Context_PostResult(context, result);
                return;
        }
        if (in)
                result = MI_Instance_GetElementCount(&in->__instance, &count);
        for (MI_Uint32 i = 1; i < count && result == MI_RESULT_OK; i++) {
                MI_Value value;
                MI_Type type;
                MI_Uint32 flags;

                result = MI_Instance_GetElementAt(&in->__instance, i, NULL, &value, &type, &flags);
                if (result == MI_RESULT_OK && !(flags & MI_FLAG_NULL))
                        result = MI_Instance_SetElementAt(&out.__instance, i, &value, type, 0);
        }
        Test_Control_Echo_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, result);
}

METHOD(Upper)
{
        Test_Control_Upper out;
        char *text;
        MI_Result result;

        if (!GIVEN(Text)) {
                MI_Context_PostError(context, MI_RESULT_INVALID_PARAMETER, MI_RESULT_TYPE_MI, MI_T("Text is missing"));
                return;
        }
        result = Test_Control_Upper_Construct(&out, context);
        text = strdup(in->Text.value);
        if (result != MI_RESULT_OK || !text) {
                free(text);
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        for (char *c = text; *c; c++)
                if (*c >= 'a' && *c <= 'z')
                        *c = (char)(*c - 'a' + 'A');
        result = Test_Control_Upper_Set_MIReturn(&out, text);
        free(text);
        control_finish(context, &out.__instance, result);
}

METHOD(SetMany)
{
        Test_Control_SetMany out;

        if (Test_Control_SetMany_Construct(&out, context) != MI_RESULT_OK)
                return;
        if (GIVEN(Count))
                many_count = in->Count.value;
        Test_Control_SetMany_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Reset)
{
        Test_Control_Reset out;

        items_reset(context);
        many_count = 1000;
        if (Test_Control_Reset_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Reset_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Fail)
{
        MI_Uint32 code = GIVEN(Code) ? in->Code.value : (MI_Uint32)MI_RESULT_FAILED;

        if (GIVEN(Kind))
                MI_Context_PostError(context, code, in->Kind.value, GIVEN(Message) ? in->Message.value : NULL);
        else
                MI_Context_PostResult(context, (MI_Result)code);
}

METHOD(FailWithObject)
{
        MI_Instance *error;
        MI_Value value;

        if (MI_Context_NewDynamicInstance(context, MI_T("CIM_Error"), 0, &error) != MI_RESULT_OK) {
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        value.uint32 = MI_RESULT_ALREADY_EXISTS;
        MI_Instance_AddElement(error, MI_T("CIMStatusCode"), &value, MI_UINT32, 0);
        value.string = (MI_Char *)(GIVEN(Message) ? in->Message.value : MI_T("an error object"));
        MI_Instance_AddElement(error, MI_T("Message"), &value, MI_STRING, 0);
        value.string = (MI_Char *)MI_T("TEST-1");
        MI_Instance_AddElement(error, MI_T("MessageID"), &value, MI_STRING, 0);
        MI_Context_PostCimError(context, error);
        MI_Instance_Delete(error);
}

METHOD(WriteErrors)
{
        MI_Uint32 count = GIVEN(Count) ? in->Count.value : 1, go_ons = 0;
        Test_Control_WriteErrors out;
        MI_Result result = MI_RESULT_OK;
        MI_Boolean goes_on = MI_TRUE;

        for (MI_Uint32 i = 0; i < count && result == MI_RESULT_OK && goes_on; i++) {
                result = MI_Context_WriteError(context, MI_RESULT_NOT_FOUND, MI_RESULT_TYPE_MI, MI_T("not this one"), &goes_on);
                if (result == MI_RESULT_OK && goes_on)
                        go_ons++;
        }
        if (Test_Control_WriteErrors_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_WriteErrors_Set_MIReturn(&out, 0);
        Test_Control_WriteErrors_Set_GoOns(&out, go_ons);
        control_finish(context, &out.__instance, result);
}

static MI_Result stream_lot(MI_Context *context, Test_Point *points, MI_Uint32 count, MI_Uint32 first)
{
        MI_Instance *lot[16];
        MI_Value value;

        for (MI_Uint32 i = 0; i < count; i++) {
                Test_Point_Set_X(&points[i], (MI_Sint32)(first + i));
                lot[i] = &points[i].__instance;
        }
        value.instancea.data = lot;
        value.instancea.size = count;
        if (count == 1) {
                value.instance = lot[0];
                return MI_Context_WriteStreamParameter(context, MI_T("Points"), &value, MI_INSTANCE, MI_FLAG_STREAM);
        }
        return MI_Context_WriteStreamParameter(context, MI_T("Points"), &value, MI_INSTANCEA, MI_FLAG_STREAM);
}

METHOD(Stream)
{
        MI_Uint32 count = GIVEN(Count) ? in->Count.value : 10, lot = GIVEN(Lot) ? in->Lot.value : 1, sent = 0;
        Test_Control_Stream out;
        Test_Point points[16];
        MI_Result result = MI_RESULT_OK;

        if (lot == 0 || lot > MI_COUNT(points)) {
                MI_Context_PostError(context, MI_RESULT_INVALID_PARAMETER, MI_RESULT_TYPE_MI, MI_T("Lot must be from 1 to 16"));
                return;
        }
        for (MI_Uint32 i = 0; i < lot; i++)
                if (Test_Point_Construct(&points[i], context) != MI_RESULT_OK)
                        return;
        while (sent < count && result == MI_RESULT_OK) {
                MI_Uint32 size = count - sent < lot ? count - sent : lot;

                result = stream_lot(context, points, size, sent);
                sent += size;
        }
        for (MI_Uint32 i = 0; i < lot; i++)
                Test_Point_Destruct(&points[i]);
        if (Test_Control_Stream_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Stream_Set_MIReturn(&out, 0);
        Test_Control_Stream_Set_Sent(&out, sent);
        control_finish(context, &out.__instance, result);
}

METHOD(Talk)
{
        const MI_Char *text = GIVEN(Text) ? in->Text.value : MI_T("text");
        Test_Control_Talk out;
        MI_Result result = MI_Context_WriteWarning(context, text);

        if (result == MI_RESULT_OK)
                result = MI_Context_WriteVerbose(context, text);
        if (result == MI_RESULT_OK)
                result = MI_Context_WriteDebug(context, text);
        if (Test_Control_Talk_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Talk_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, result);
}

METHOD(Progress)
{
        MI_Uint32 count = GIVEN(Count) ? in->Count.value : 4;
        Test_Control_Progress out;
        MI_Result result = MI_RESULT_OK;

        for (MI_Uint32 i = 0; i < count && result == MI_RESULT_OK; i++)
                result = MI_Context_WriteProgress(context, MI_T("activity"), MI_T("operation"), MI_T("status"), (i + 1) * 100 / count,
                                                  count - i - 1);
        if (Test_Control_Progress_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Progress_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, result);
}

METHOD(Ask)
{
        MI_PromptType kind = GIVEN(Critical) && in->Critical.value ? MI_PROMPTTYPE_CRITICAL : MI_PROMPTTYPE_NORMAL;
        Test_Control_Ask out;
        MI_Boolean answer = MI_FALSE;
        MI_Result result = MI_Context_PromptUser(context, GIVEN(Question) ? in->Question.value : MI_T("Really?"), kind, &answer);

        if (Test_Control_Ask_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Ask_Set_MIReturn(&out, 0);
        Test_Control_Ask_Set_Answer(&out, answer);
        control_finish(context, &out.__instance, result);
}

METHOD(Should)
{
        const MI_Char *target = GIVEN(Target) ? in->Target.value : MI_T("target");
        MI_Boolean processes = MI_FALSE, continues = MI_FALSE;
        Test_Control_Should out;
        MI_Result result = MI_Context_ShouldProcess(context, target, MI_T("change"), &processes);

        if (result == MI_RESULT_OK)
                result = MI_Context_ShouldContinue(context, MI_T("on and on"), &continues);
        if (Test_Control_Should_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Should_Set_MIReturn(&out, 0);
        Test_Control_Should_Set_Process(&out, processes);
        Test_Control_Should_Set_Continue(&out, continues);
        control_finish(context, &out.__instance, result);
}

METHOD(WhoAmI)
{
        const XenmiProviderApi *api = xenmi_provider_api(context);
        Test_Control_WhoAmI out;
        XenmiIdentity identity;
        MI_Result result = api ? api->GetIdentity(context, &identity) : MI_RESULT_NOT_SUPPORTED;

        if (result != MI_RESULT_OK || Test_Control_WhoAmI_Construct(&out, context) != MI_RESULT_OK) {
                MI_Context_PostError(context, result, MI_RESULT_TYPE_MI, MI_T("the host does not say who is calling"));
                return;
        }
        Test_Control_WhoAmI_Set_MIReturn(&out, 0);
        Test_Control_WhoAmI_Set_Uid(&out, identity.uid);
        Test_Control_WhoAmI_Set_Gid(&out, identity.gid);
        Test_Control_WhoAmI_Set_Pid(&out, identity.pid);
        Test_Control_WhoAmI_Set_IsAdmin(&out, identity.is_admin);
        control_finish(context, &out.__instance, result);
}

METHOD(ProcessId)
{
        Test_Control_ProcessId out;

        if (Test_Control_ProcessId_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_ProcessId_Set_MIReturn(&out, (MI_Uint32)getpid());
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Option)
{
        Test_Control_Option out;
        MI_Value value;
        MI_Type type;
        char text[256] = "";
        MI_Result result = GIVEN(Name) ? MI_Context_GetCustomOption(context, in->Name.value, &type, &value) : MI_RESULT_INVALID_PARAMETER;

        if (result != MI_RESULT_OK || Test_Control_Option_Construct(&out, context) != MI_RESULT_OK) {
                MI_Context_PostResult(context, result);
                return;
        }
        if (type == MI_STRING)
                snprintf(text, sizeof(text), "string %s", value.string);
        else if (type == MI_BOOLEAN)
                snprintf(text, sizeof(text), "boolean %s", value.boolean ? "true" : "false");
        else if (type == MI_UINT32)
                snprintf(text, sizeof(text), "uint32 %u", value.uint32);
        else
                snprintf(text, sizeof(text), "type %d", (int)type);
        control_finish(context, &out.__instance, Test_Control_Option_Set_MIReturn(&out, text));
}

METHOD(Locale)
{
        Test_Control_Locale out;
        MI_Char locale[MI_MAX_LOCALE_SIZE] = "";
        MI_LocaleType kind = (MI_LocaleType)(GIVEN(Kind) ? in->Kind.value : 0);
        MI_Result result = MI_Context_GetLocale(context, kind, locale);

        if (result != MI_RESULT_OK || Test_Control_Locale_Construct(&out, context) != MI_RESULT_OK) {
                MI_Context_PostResult(context, result);
                return;
        }
        control_finish(context, &out.__instance, Test_Control_Locale_Set_MIReturn(&out, locale));
}

METHOD(Fire)
{
        Test_Control_Fire out;
        MI_Result result = events_fire(GIVEN(Name) ? in->Name.value : MI_T("event"), GIVEN(Count) ? in->Count.value : 1);

        if (Test_Control_Fire_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Fire_Set_MIReturn(&out, 0);
        control_finish(context, &out.__instance, result);
}

METHOD(Subscriptions)
{
        Test_Control_Subscriptions out;
        MI_Uint32 subscriptions, enabled;

        events_count(&subscriptions, &enabled);
        if (Test_Control_Subscriptions_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Subscriptions_Set_MIReturn(&out, subscriptions);
        Test_Control_Subscriptions_Set_Enabled(&out, enabled);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Bookmark)
{
        MI_Char bookmark[64];
        Test_Control_Bookmark out;
        MI_Result result = Test_Control_Bookmark_Construct(&out, context);

        if (result != MI_RESULT_OK) {
                MI_Context_PostResult(context, result);
                return;
        }
        events_bookmark(bookmark, sizeof(bookmark));
        control_finish(context, &out.__instance, Test_Control_Bookmark_Set_MIReturn(&out, bookmark));
}
