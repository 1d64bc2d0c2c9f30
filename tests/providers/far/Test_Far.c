/* Test_Far: one instance, served by another host than its superclass's other subclasses */

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Test_Far.h"
#include "far.h"

void MI_CALL Test_Far_Load(Test_Far_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(selfModule);
        *self = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Test_Far_Unload(Test_Far_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Test_Far_EnumerateInstances(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                         const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        Test_Far far;
        MI_Result result = Test_Far_Construct(&far, context);

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        if (result == MI_RESULT_OK) {
                Test_Far_SetPtr_Id(&far, MI_T("far"));
                Test_Far_SetPtr_Caption(&far, MI_T("far away"));
                Test_Far_Set_Process(&far, (MI_Uint32)getpid());
                result = Test_Far_Post(&far, context);
                Test_Far_Destruct(&far);
        }
        MI_Context_PostResult(context, result);
}

static struct {
        pthread_mutex_t lock;
        pthread_cond_t changed;
        MI_Uint32 waiting;
} waits = { PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, 0 };

static void MI_CALL wait_is_over(MI_CancellationReason reason, void *data)
{
        MI_UNREFERENCED_PARAMETER(reason);
        pthread_mutex_lock(&waits.lock);
        *(MI_Boolean *)data = MI_TRUE;
        pthread_cond_broadcast(&waits.changed);
        pthread_mutex_unlock(&waits.lock);
}

static void wait_for_cancel(MI_Context *context)
{
        MI_Boolean is_over = MI_FALSE;

        if (MI_Context_RegisterCancel(context, wait_is_over, &is_over) != MI_RESULT_OK)
                return;
        pthread_mutex_lock(&waits.lock);
        waits.waiting++;
        while (!is_over)
                pthread_cond_wait(&waits.changed, &waits.lock);
        waits.waiting--;
        pthread_mutex_unlock(&waits.lock);
}

/* Mostly not supported: the host enumerates and chooses. */
void MI_CALL Test_Far_GetInstance(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                  const Test_Far *instanceName, const MI_PropertySet *propertySet)
{
        const MI_Char *id = instanceName->Id.exists && instanceName->Id.value ? instanceName->Id.value : MI_T("");
        MI_Result result = MI_RESULT_NOT_SUPPORTED;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        if (strcmp(id, MI_T("crash")) == 0)
                abort();
        if (strcmp(id, MI_T("denied")) == 0)
                result = MI_RESULT_ACCESS_DENIED;
        if (strcmp(id, MI_T("wait")) == 0)
                wait_for_cancel(context);
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Far_Invoke_Waiting(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const MI_Char *methodName, const Test_Far *instanceName, const Test_Far_Waiting *in)
{
        Test_Far_Waiting out;
        MI_Result result = Test_Far_Waiting_Construct(&out, context);

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);
        if (result == MI_RESULT_OK) {
                pthread_mutex_lock(&waits.lock);
                Test_Far_Waiting_Set_MIReturn(&out, waits.waiting);
                pthread_mutex_unlock(&waits.lock);
                result = Test_Far_Waiting_Post(&out, context);
                Test_Far_Waiting_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

/* Nothing can be changed. */
void MI_CALL Test_Far_CreateInstance(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const Test_Far *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Far_ModifyInstance(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const Test_Far *modifiedInstance, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(propertySet);
        Test_Far_CreateInstance(self, context, nameSpace, className, modifiedInstance);
}

void MI_CALL Test_Far_DeleteInstance(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const Test_Far *instanceName)
{
        Test_Far_CreateInstance(self, context, nameSpace, className, instanceName);
}

void MI_CALL Test_Far_Invoke_Crash(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                   const MI_Char *methodName, const Test_Far *instanceName, const Test_Far_Crash *in)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(context);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);
        abort();
}

void MI_CALL Test_Far_Invoke_Fire(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                  const MI_Char *methodName, const Test_Far *instanceName, const Test_Far_Fire *in)
{
        MI_Result result = far_events_fire(in && in->Name.exists ? in->Name.value : MI_T("event"));
        Test_Far_Fire out;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        if (result == MI_RESULT_OK)
                result = Test_Far_Fire_Construct(&out, context);
        if (result == MI_RESULT_OK) {
                Test_Far_Fire_Set_MIReturn(&out, 0);
                result = Test_Far_Fire_Post(&out, context);
                Test_Far_Fire_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Far_Invoke_EndEvents(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                       const MI_Char *methodName, const Test_Far *instanceName, const Test_Far_EndEvents *in)
{
        Test_Far_EndEvents out;
        MI_Result result = Test_Far_EndEvents_Construct(&out, context);

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(in);
        if (result == MI_RESULT_OK) {
                far_events_end();
                Test_Far_EndEvents_Set_MIReturn(&out, 0);
                result = Test_Far_EndEvents_Post(&out, context);
                Test_Far_EndEvents_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Far_Invoke_SetEvents(Test_Far_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                       const MI_Char *methodName, const Test_Far *instanceName, const Test_Far_SetEvents *in)
{
        Test_Far_SetEvents out;
        MI_Result result = Test_Far_SetEvents_Construct(&out, context);

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(methodName);
        MI_UNREFERENCED_PARAMETER(instanceName);
        if (result == MI_RESULT_OK) {
                far_events_set(in && in->Supported.exists && in->Supported.value);
                Test_Far_SetEvents_Set_MIReturn(&out, 0);
                result = Test_Far_SetEvents_Post(&out, context);
                Test_Far_SetEvents_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}
