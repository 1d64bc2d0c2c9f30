/* Test_Event and Test_RefusedEvent */

#include <pthread.h>
#include <stdio.h>

#include "Test_Event.h"
#include "Test_RefusedEvent.h"
#include "all.h"

LOAD_AND_UNLOAD(Test_Event);
LOAD_AND_UNLOAD(Test_RefusedEvent);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static MI_Context *indications; /* while they are enabled */
static MI_Uint32 n_subscriptions;
static MI_Uint32 n_enabled;
static MI_Char last_bookmark[64];

MI_Result events_fire(const MI_Char *name, MI_Uint32 count)
{
        MI_Result result = MI_RESULT_OK;

        /* The context must not go while something is posted on it. */
        pthread_mutex_lock(&lock);
        for (MI_Uint32 i = 0; indications && i < count && result == MI_RESULT_OK; i++) {
                Test_Event event;
                Test_Point point;

                result = Test_Event_Construct(&event, indications);
                if (result != MI_RESULT_OK)
                        break;
                Test_Event_SetPtr_Name(&event, name);
                Test_Event_Set_Number(&event, i);
                if (Test_Point_Construct(&point, indications) == MI_RESULT_OK) {
                        Test_Point_Set_X(&point, (MI_Sint32)i);
                        Test_Event_Set_Point(&event, &point);
                        Test_Point_Destruct(&point);
                }
                result = Test_Event_Post(&event, indications, 0, name);
                Test_Event_Destruct(&event);
        }
        pthread_mutex_unlock(&lock);
        return result;
}

void events_count(MI_Uint32 *subscriptions, MI_Uint32 *enabled)
{
        pthread_mutex_lock(&lock);
        *subscriptions = n_subscriptions;
        *enabled = n_enabled;
        pthread_mutex_unlock(&lock);
}

void events_bookmark(MI_Char *bookmark, size_t size)
{
        pthread_mutex_lock(&lock);
        snprintf(bookmark, size, "%s", last_bookmark);
        pthread_mutex_unlock(&lock);
}

void MI_CALL Test_Event_EnableIndications(Test_Event_Self *self, MI_Context *indicationsContext, const MI_Char *nameSpace,
                                          const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        pthread_mutex_lock(&lock);
        indications = indicationsContext;
        n_enabled++;
        pthread_mutex_unlock(&lock);
}

void MI_CALL Test_Event_DisableIndications(Test_Event_Self *self, MI_Context *indicationsContext, const MI_Char *nameSpace,
                                           const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        pthread_mutex_lock(&lock);
        indications = NULL;
        pthread_mutex_unlock(&lock);
        MI_Context_PostResult(indicationsContext, MI_RESULT_OK);
}

void MI_CALL Test_Event_Subscribe(Test_Event_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                  const MI_Filter *filter, const MI_Char *bookmark, MI_Uint64 subscriptionID, void **subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(filter);
        MI_UNREFERENCED_PARAMETER(subscriptionID);
        pthread_mutex_lock(&lock);
        n_subscriptions++;
        snprintf(last_bookmark, sizeof(last_bookmark), "%s", bookmark ? bookmark : "");
        pthread_mutex_unlock(&lock);
        *subscriptionSelf = &n_subscriptions;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Test_Event_Unsubscribe(Test_Event_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                    MI_Uint64 subscriptionID, void *subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(subscriptionID);
        pthread_mutex_lock(&lock);
        if (subscriptionSelf == &n_subscriptions)
                n_subscriptions--;
        pthread_mutex_unlock(&lock);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Test_RefusedEvent_EnableIndications(Test_RefusedEvent_Self *self, MI_Context *indicationsContext, const MI_Char *nameSpace,
                                                 const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(indicationsContext);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
}

void MI_CALL Test_RefusedEvent_DisableIndications(Test_RefusedEvent_Self *self, MI_Context *indicationsContext, const MI_Char *nameSpace,
                                                  const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_Context_PostResult(indicationsContext, MI_RESULT_OK);
}

void MI_CALL Test_RefusedEvent_Subscribe(Test_RefusedEvent_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                         const MI_Char *className, const MI_Filter *filter, const MI_Char *bookmark,
                                         MI_Uint64 subscriptionID, void **subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(filter);
        MI_UNREFERENCED_PARAMETER(bookmark);
        MI_UNREFERENCED_PARAMETER(subscriptionID);
        MI_UNREFERENCED_PARAMETER(subscriptionSelf);
        MI_Context_PostError(context, MI_RESULT_ACCESS_DENIED, MI_RESULT_TYPE_MI, MI_T("nobody may subscribe to this"));
}

void MI_CALL Test_RefusedEvent_Unsubscribe(Test_RefusedEvent_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                           const MI_Char *className, MI_Uint64 subscriptionID, void *subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(subscriptionID);
        MI_UNREFERENCED_PARAMETER(subscriptionSelf);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
