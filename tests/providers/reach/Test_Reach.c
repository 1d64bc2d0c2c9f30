/* Test_Reach: which hub reaches what; the provider lists it and can do nothing else */

#include "Test_Reach.h"

static const struct {
        const MI_Char *hub;
        const MI_Char *end_class;
        const MI_Char *end;
} reach[] = {
        { MI_T("wheel"), MI_T("Test_Group"), MI_T("odd") },
        { MI_T("wheel"), MI_T("Test_Item"), MI_T("nobody") },
        { MI_T("wheel"), MI_T("Test_Item"), MI_T("two") },
        { MI_T("wheel"), MI_T("Test_Special"), MI_T("special-5") },
        { MI_T("wheel"), MI_T("Test_Far"), MI_T("far") },
        { MI_T("locked"), MI_T("Test_Far"), MI_T("denied") },
        { MI_T("locked"), MI_T("Test_Group"), MI_T("even") },
        { MI_T("unserved"), MI_T("Test_Nowhere"), MI_T("lost") },
        { MI_T("broken"), MI_T("Test_Group"), MI_T("odd") },
        { MI_T("broken"), MI_T("Test_Far"), MI_T("crash") },
        { MI_T("slow"), MI_T("Test_Far"), MI_T("wait") },
};

void MI_CALL Test_Reach_Load(Test_Reach_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(selfModule);
        *self = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Test_Reach_Unload(Test_Reach_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* This module knows of the other modules' classes no more than their names. */
static MI_Result post_reach(MI_Context *context, const MI_Char *hub_name, const MI_Char *end_class, const MI_Char *end_id)
{
        Test_Reach association;
        Test_Hub hub;
        MI_Instance *end = NULL;
        MI_Value value;
        MI_Result result = Test_Reach_Construct(&association, context);

        if (result != MI_RESULT_OK)
                return result;
        result = Test_Hub_Construct(&hub, context);
        if (result == MI_RESULT_OK) {
                Test_Hub_SetPtr_Name(&hub, hub_name);
                result = MI_Context_NewDynamicInstance(context, end_class, MI_FLAG_CLASS, &end);
                value.string = (MI_Char *)end_id;
                if (result == MI_RESULT_OK)
                        result = MI_Instance_AddElement(end, MI_T("Id"), &value, MI_STRING, MI_FLAG_KEY);
                if (result == MI_RESULT_OK)
                        result = Test_Reach_Set_Hub(&association, &hub);
                if (result == MI_RESULT_OK)
                        result = Test_Reach_Set_End(&association, (const Test_Base *)end);
                if (result == MI_RESULT_OK)
                        result = Test_Reach_Post(&association, context);
                if (end)
                        MI_Instance_Delete(end);
                Test_Hub_Destruct(&hub);
        }
        Test_Reach_Destruct(&association);
        return result;
}

void MI_CALL Test_Reach_EnumerateInstances(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                           const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Result result = MI_RESULT_OK;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        for (MI_Uint32 i = 0; i < MI_COUNT(reach) && result == MI_RESULT_OK; i++)
                result = post_reach(context, reach[i].hub, reach[i].end_class, reach[i].end);
        MI_Context_PostResult(context, result);
}

static void post_not_supported(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Reach_GetInstance(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Reach *instanceName, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(propertySet);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_CreateInstance(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Reach *newInstance)
{
        MI_UNREFERENCED_PARAMETER(newInstance);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_ModifyInstance(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Reach *modifiedInstance, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(modifiedInstance);
        MI_UNREFERENCED_PARAMETER(propertySet);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_DeleteInstance(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Reach *instanceName)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_AssociatorInstancesHub(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Hub *instanceName, const MI_Char *resultClass, const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(resultClass);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_AssociatorInstancesEnd(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Base *instanceName, const MI_Char *resultClass, const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(resultClass);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_ReferenceInstancesHub(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Hub *instanceName, const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_not_supported(self, context, nameSpace, className);
}

void MI_CALL Test_Reach_ReferenceInstancesEnd(Test_Reach_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className, const Test_Base *instanceName, const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_not_supported(self, context, nameSpace, className);
}
