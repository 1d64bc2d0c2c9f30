/* Test_Many, Test_Listed and Test_Point: instances without end, ones that can only be listed, and a class that has none */

#include <stdio.h>

#include "Test_Listed.h"
#include "Test_Many.h"
#include "Test_Point.h"
#include "all.h"

LOAD_AND_UNLOAD(Test_Listed);
LOAD_AND_UNLOAD(Test_Many);
LOAD_AND_UNLOAD(Test_Point);

MI_Uint64 many_count = 1000;

static MI_Result post_many(MI_Context *context, MI_Uint64 index)
{
        Test_Many many;
        char name[32];
        MI_Result result = Test_Many_Construct(&many, context);

        if (result != MI_RESULT_OK)
                return result;
        snprintf(name, sizeof(name), "name-%llu", (unsigned long long)index);
        Test_Many_Set_Index(&many, index);
        Test_Many_SetPtr_Name(&many, name);
        Test_Many_Set_Size(&many, (MI_Uint32)(index % 100));
        Test_Many_Set_Even(&many, index % 2 == 0);
        Test_Many_Set_Half(&many, (MI_Real64)index / 2);
        result = Test_Many_Post(&many, context);
        Test_Many_Destruct(&many);
        return result;
}

void MI_CALL Test_Many_EnumerateInstances(Test_Many_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                          const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Uint64 count = many_count;
        MI_Result result = MI_RESULT_OK;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        for (MI_Uint64 i = 0; i < count && result == MI_RESULT_OK; i++) {
                MI_Boolean is_canceled = MI_FALSE;

                MI_Context_Canceled(context, &is_canceled);
                if (is_canceled)
                        break;
                result = post_many(context, i);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Many_GetInstance(Test_Many_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                   const Test_Many *instanceName, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_Context_PostResult(context, instanceName->Index.value < many_count ? post_many(context, instanceName->Index.value) :
                                                                                MI_RESULT_NOT_FOUND);
}

void MI_CALL Test_Many_CreateInstance(Test_Many_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                      const Test_Many *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Many_ModifyInstance(Test_Many_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                      const Test_Many *modifiedInstance, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(propertySet);
        Test_Many_CreateInstance(self, context, nameSpace, className, modifiedInstance);
}

void MI_CALL Test_Many_DeleteInstance(Test_Many_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                      const Test_Many *instanceName)
{
        Test_Many_CreateInstance(self, context, nameSpace, className, instanceName);
}

void MI_CALL Test_Listed_EnumerateInstances(Test_Listed_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                            const MI_Char *className, const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                            const MI_Filter *filter)
{
        static const MI_Char *const names[] = { "a", "b" };
        MI_Result result = MI_RESULT_OK;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        for (MI_Uint32 i = 0; i < 6 && result == MI_RESULT_OK; i++) {
                Test_Listed listed;

                result = Test_Listed_Construct(&listed, context);
                if (result != MI_RESULT_OK)
                        break;
                Test_Listed_Set_Id(&listed, i / 2);
                Test_Listed_SetPtr_Name(&listed, names[i % 2]);
                Test_Listed_SetPtr_Text(&listed, i % 2 ? "second" : "first");
                result = Test_Listed_Post(&listed, context);
                Test_Listed_Destruct(&listed);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Listed_GetInstance(Test_Listed_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const Test_Listed *instanceName, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Listed_CreateInstance(Test_Listed_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Listed *newInstance)
{
        Test_Listed_GetInstance(self, context, nameSpace, className, newInstance, NULL);
}

void MI_CALL Test_Listed_ModifyInstance(Test_Listed_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Listed *modifiedInstance, const MI_PropertySet *propertySet)
{
        Test_Listed_GetInstance(self, context, nameSpace, className, modifiedInstance, propertySet);
}

void MI_CALL Test_Listed_DeleteInstance(Test_Listed_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Listed *instanceName)
{
        Test_Listed_GetInstance(self, context, nameSpace, className, instanceName, NULL);
}
