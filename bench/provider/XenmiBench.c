#include <MI.h>
#include <stdio.h>

#include "XenmiBench.h"

enum {
        BENCH_INSTANCES = 10000
};

static void bench_post(MI_Context *context, MI_Uint32 index)
{
        XenmiBench bench;
        char name[24];

        snprintf(name, sizeof(name), "instance %u", index);
        if (XenmiBench_Construct(&bench, context) != MI_RESULT_OK)
                return;
        XenmiBench_Set_Index(&bench, index);
        XenmiBench_SetPtr_Name(&bench, name);
        XenmiBench_Set_Size(&bench, (MI_Uint64)index * 1000);
        XenmiBench_Set_Active(&bench, MI_TRUE);
        XenmiBench_Set_Parity(&bench, index % 2);
        XenmiBench_Post(&bench, context);
        XenmiBench_Destruct(&bench);
}

void MI_CALL XenmiBench_Load(XenmiBench_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL XenmiBench_Unload(XenmiBench_Self *self, MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL XenmiBench_EnumerateInstances(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                           const MI_Char *className, const MI_PropertySet *propertySet,
                                           MI_Boolean keysOnly, const MI_Filter *filter)
{
        for (MI_Uint32 index = 0; index < BENCH_INSTANCES; index++)
                bench_post(context, index);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL XenmiBench_GetInstance(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                    const MI_Char *className, const XenmiBench *instanceName,
                                    const MI_PropertySet *propertySet)
{
        if (!instanceName->Index.exists || instanceName->Index.value >= BENCH_INSTANCES) {
                MI_Context_PostResult(context, MI_RESULT_NOT_FOUND);
                return;
        }
        bench_post(context, instanceName->Index.value);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL XenmiBench_CreateInstance(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                       const MI_Char *className, const XenmiBench *newInstance)
{
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL XenmiBench_ModifyInstance(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                       const MI_Char *className, const XenmiBench *modifiedInstance,
                                       const MI_PropertySet *propertySet)
{
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL XenmiBench_DeleteInstance(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                       const MI_Char *className, const XenmiBench *instanceName)
{
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL XenmiBench_Invoke_Null(XenmiBench_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                    const MI_Char *className, const MI_Char *methodName, const XenmiBench *instanceName,
                                    const XenmiBench_Null *in)
{
        XenmiBench_Null answer;

        if (XenmiBench_Null_Construct(&answer, context) != MI_RESULT_OK) {
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        XenmiBench_Null_Set_MIReturn(&answer, 0);
        XenmiBench_Null_Post(&answer, context);
        XenmiBench_Null_Destruct(&answer);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
