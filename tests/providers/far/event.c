/* Test_FarEvent and Test_FarSpecialEvent: each has a feed of its own */

#include <pthread.h>
#include <string.h>
#include <unistd.h>

#include "Test_FarEvent.h"
#include "Test_FarSpecialEvent.h"
#include "far.h"

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static MI_Context *plain, *special; /* while the indications of the class are enabled */
static MI_Boolean is_supported = MI_TRUE;

static MI_Result fire_plain(const MI_Char *name)
{
        Test_FarEvent event;
        MI_Result result = Test_FarEvent_Construct(&event, plain);

        if (result != MI_RESULT_OK)
                return result;
        Test_FarEvent_SetPtr_Name(&event, name);
        Test_FarEvent_Set_Process(&event, (MI_Uint32)getpid());
        result = Test_FarEvent_Post(&event, plain, 0, MI_T(""));
        Test_FarEvent_Destruct(&event);
        return result;
}

static MI_Result fire_special(const MI_Char *name)
{
        Test_FarSpecialEvent event;
        MI_Result result = Test_FarSpecialEvent_Construct(&event, special);

        if (result != MI_RESULT_OK)
                return result;
        Test_FarSpecialEvent_SetPtr_Name(&event, name);
        Test_FarSpecialEvent_Set_Process(&event, (MI_Uint32)getpid());
        Test_FarSpecialEvent_SetPtr_Extra(&event, MI_T("special"));
        result = Test_FarSpecialEvent_Post(&event, special, 0, MI_T(""));
        Test_FarSpecialEvent_Destruct(&event);
        return result;
}

MI_Result far_events_fire(const MI_Char *name)
{
        MI_Result result = MI_RESULT_OK;

        /* The contexts must not go while something is posted on them. */
        pthread_mutex_lock(&lock);
        if (plain)
                result = fire_plain(name);
        if (special && result == MI_RESULT_OK)
                result = fire_special(name);
        pthread_mutex_unlock(&lock);
        return result;
}

static void end(MI_Context **feed)
{
        if (*feed)
                MI_Context_PostError(*feed, MI_RESULT_FAILED, MI_RESULT_TYPE_MI, MI_T("far away it is dark now"));
        *feed = NULL;
}

void far_events_end(void)
{
        pthread_mutex_lock(&lock);
        end(&plain);
        end(&special);
        pthread_mutex_unlock(&lock);
}

void far_events_set(MI_Boolean supported)
{
        pthread_mutex_lock(&lock);
        is_supported = supported;
        pthread_mutex_unlock(&lock);
}

/* Who asks for events "refused" in the filter has none. */
static MI_Boolean is_refused(const MI_Filter *filter)
{
        const MI_Char *language, *expression;

        return filter && MI_Filter_GetExpression(filter, &language, &expression) == MI_RESULT_OK && strstr(expression, "refused");
}

static void set_feed(MI_Context **feed, MI_Context *context)
{
        MI_Boolean is_refused_now;

        pthread_mutex_lock(&lock);
        is_refused_now = context && !is_supported;
        *feed = is_refused_now ? NULL : context;
        pthread_mutex_unlock(&lock);
        if (is_refused_now)
                MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

/* What the two classes have to do is the same. */
#define EVENT_CLASS(Class, feed)                                                                                     \
        void MI_CALL Class##_Load(Class##_Self **self, MI_Module_Self *selfModule, MI_Context *context)              \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(selfModule);                                                               \
                *self = NULL;                                                                                        \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                        \
        }                                                                                                            \
        void MI_CALL Class##_Unload(Class##_Self *self, MI_Context *context)                                         \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(self);                                                                     \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                        \
        }                                                                                                            \
        void MI_CALL Class##_EnableIndications(Class##_Self *self, MI_Context *indicationsContext,                   \
                                               const MI_Char *nameSpace, const MI_Char *className)                   \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(self);                                                                     \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                \
                MI_UNREFERENCED_PARAMETER(className);                                                                \
                set_feed(&feed, indicationsContext);                                                                 \
        }                                                                                                            \
        void MI_CALL Class##_DisableIndications(Class##_Self *self, MI_Context *indicationsContext,                  \
                                                const MI_Char *nameSpace, const MI_Char *className)                  \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(self);                                                                     \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                \
                MI_UNREFERENCED_PARAMETER(className);                                                                \
                set_feed(&feed, NULL);                                                                               \
                MI_Context_PostResult(indicationsContext, MI_RESULT_OK);                                             \
        }                                                                                                            \
        void MI_CALL Class##_Subscribe(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,            \
                                       const MI_Char *className, const MI_Filter *filter, const MI_Char *bookmark,   \
                                       MI_Uint64 subscriptionID, void **subscriptionSelf)                            \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(self);                                                                     \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                \
                MI_UNREFERENCED_PARAMETER(className);                                                                \
                MI_UNREFERENCED_PARAMETER(bookmark);                                                                 \
                MI_UNREFERENCED_PARAMETER(subscriptionID);                                                           \
                MI_UNREFERENCED_PARAMETER(subscriptionSelf);                                                         \
                MI_Context_PostResult(context, is_refused(filter) ? MI_RESULT_ACCESS_DENIED : MI_RESULT_OK);         \
        }                                                                                                            \
        void MI_CALL Class##_Unsubscribe(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,          \
                                         const MI_Char *className, MI_Uint64 subscriptionID, void *subscriptionSelf) \
        {                                                                                                            \
                MI_UNREFERENCED_PARAMETER(self);                                                                     \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                \
                MI_UNREFERENCED_PARAMETER(className);                                                                \
                MI_UNREFERENCED_PARAMETER(subscriptionID);                                                           \
                MI_UNREFERENCED_PARAMETER(subscriptionSelf);                                                         \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                        \
        }                                                                                                            \
        struct needs_a_semicolon_

EVENT_CLASS(Test_FarEvent, plain);
EVENT_CLASS(Test_FarSpecialEvent, special);
