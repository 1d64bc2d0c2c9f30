/* Test_Control: calls that take time, come back through another thread, call others or misbehave */

#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "Test_Group.h"
#include "control.h"

enum {
        SLEEPERS_MAX = 4096
};

static atomic_uint n_cancels;

/* A call of Sleep: who cancels it wakes it. */
typedef struct Sleeper {
        pthread_mutex_t lock;
        pthread_cond_t wake;
        MI_Boolean is_canceled;
} Sleeper;

static void MI_CALL wake_up(MI_CancellationReason reason, void *data)
{
        Sleeper *sleeper = data;

        MI_UNREFERENCED_PARAMETER(reason);
        pthread_mutex_lock(&sleeper->lock);
        sleeper->is_canceled = MI_TRUE;
        pthread_cond_signal(&sleeper->wake);
        pthread_mutex_unlock(&sleeper->lock);
}

static MI_Boolean sleep_until_canceled(Sleeper *sleeper, MI_Uint32 milliseconds)
{
        struct timespec until;
        MI_Boolean is_canceled;

        clock_gettime(CLOCK_MONOTONIC, &until);
        until.tv_sec += milliseconds / 1000;
        until.tv_nsec += (long)(milliseconds % 1000) * 1000000;
        if (until.tv_nsec >= 1000000000) {
                until.tv_nsec -= 1000000000;
                until.tv_sec++;
        }
        pthread_mutex_lock(&sleeper->lock);
        while (!sleeper->is_canceled && pthread_cond_timedwait(&sleeper->wake, &sleeper->lock, &until) == 0)
                continue;
        is_canceled = sleeper->is_canceled;
        pthread_mutex_unlock(&sleeper->lock);
        return is_canceled;
}

/* The callback may come as long as the operation lives, so the sleeper outlives it, until the module is unloaded. */
static Sleeper *sleeper_new(void)
{
        Sleeper *sleeper = calloc(1, sizeof(*sleeper));
        pthread_condattr_t attributes;

        if (!sleeper)
                return NULL;
        pthread_mutex_init(&sleeper->lock, NULL);
        pthread_condattr_init(&attributes);
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC);
        pthread_cond_init(&sleeper->wake, &attributes);
        pthread_condattr_destroy(&attributes);
        return sleeper;
}

static Sleeper *kept[SLEEPERS_MAX];
static atomic_uint n_kept;

void control_unload(void)
{
        for (unsigned i = 0; i < SLEEPERS_MAX; i++) {
                free(kept[i]);
                kept[i] = NULL;
        }
}

METHOD(Sleep)
{
        Sleeper *sleeper = sleeper_new();
        Test_Control_Sleep out;
        MI_Boolean is_canceled;
        unsigned place = atomic_fetch_add(&n_kept, 1) % MI_COUNT(kept);

        if (!sleeper || MI_Context_RegisterCancel(context, wake_up, sleeper) != MI_RESULT_OK) {
                free(sleeper);
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        is_canceled = sleep_until_canceled(sleeper, GIVEN(Milliseconds) ? in->Milliseconds.value : 1000);
        kept[place] = sleeper;
        if (is_canceled)
                atomic_fetch_add(&n_cancels, 1);
        if (Test_Control_Sleep_Construct(&out, context) != MI_RESULT_OK) {
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        Test_Control_Sleep_Set_MIReturn(&out, 0);
        Test_Control_Sleep_Set_Canceled(&out, is_canceled);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

METHOD(Cancels)
{
        Test_Control_Cancels out;

        if (Test_Control_Cancels_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Cancels_Set_MIReturn(&out, atomic_load(&n_cancels));
        control_finish(context, &out.__instance, MI_RESULT_OK);
}

typedef struct Delay {
        MI_Context *context;
        MI_Uint32 milliseconds;
} Delay;

static void *post_late(void *data)
{
        Delay delay = *(Delay *)data;
        struct timespec time = { delay.milliseconds / 1000, (long)(delay.milliseconds % 1000) * 1000000 };
        Test_Control_Late out;

        free(data);
        nanosleep(&time, NULL);
        if (Test_Control_Late_Construct(&out, delay.context) == MI_RESULT_OK) {
                Test_Control_Late_Set_MIReturn(&out, delay.milliseconds);
                control_finish(delay.context, &out.__instance, MI_RESULT_OK);
        } else {
                MI_Context_PostResult(delay.context, MI_RESULT_FAILED);
        }
        return NULL;
}

METHOD(Late)
{
        Delay *delay = malloc(sizeof(*delay));
        pthread_attr_t attributes;
        pthread_t thread;
        int r;

        if (!delay) {
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        }
        *delay = (Delay){ context, GIVEN(Milliseconds) ? in->Milliseconds.value : 10 };
        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        r = pthread_create(&thread, &attributes, post_late, delay);
        pthread_attr_destroy(&attributes);
        if (r) {
                free(delay);
                MI_Context_PostResult(context, MI_RESULT_FAILED);
        }
}

METHOD(CountThere)
{
        MI_Session session = MI_SESSION_NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Instance *instance, *details = NULL;
        const MI_Char *message = NULL;
        Test_Control_CountThere out;
        MI_Result result, final = MI_RESULT_OK;
        MI_Boolean more = MI_TRUE;
        MI_Uint32 count = 0;

        result = GIVEN(Class) ? MI_Context_GetLocalSession(context, &session) : MI_RESULT_INVALID_PARAMETER;
        if (result != MI_RESULT_OK) {
                MI_Context_PostResult(context, result);
                return;
        }
        MI_Session_EnumerateInstances(&session, 0, NULL, GIVEN(Namespace) ? in->Namespace.value : nameSpace,
                                      in->Class.value, MI_FALSE, NULL, &operation);
        while (result == MI_RESULT_OK && more) {
                result = MI_Operation_GetInstance(&operation, &instance, &more, &final, &message, &details);
                if (result == MI_RESULT_OK && instance)
                        count++;
        }
        if (result == MI_RESULT_OK && final != MI_RESULT_OK) {
                MI_Context_PostError(context, final, MI_RESULT_TYPE_MI, message);
                MI_Operation_Close(&operation);
                return;
        }
        MI_Operation_Close(&operation);
        if (Test_Control_CountThere_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_CountThere_Set_MIReturn(&out, 0);
        Test_Control_CountThere_Set_Count(&out, count);
        control_finish(context, &out.__instance, result);
}

static void post_wrong_class(MI_Context *context)
{
        Test_Group group;

        if (Test_Group_Construct(&group, context) == MI_RESULT_OK) {
                Test_Group_SetPtr_Id(&group, MI_T("odd"));
                MI_Context_PostInstance(context, &group.__instance);
                Test_Group_Destruct(&group);
        }
        MI_Context_PostResult(context, MI_RESULT_OK);
}

METHOD(Misbehave)
{
        const MI_Char *how = GIVEN(How) ? in->How.value : "";
        Test_Control_Misbehave out;

        if (Test_Control_Misbehave_Construct(&out, context) != MI_RESULT_OK)
                return;
        Test_Control_Misbehave_Set_MIReturn(&out, 0);
        if (strcmp(how, "no result") == 0) {
                MI_Instance_Destruct(&out.__instance);
                return;
        }
        if (strcmp(how, "crash") == 0)
                abort();
        if (strcmp(how, "hang") == 0)
                for (;;)
                        pause();
        if (strcmp(how, "wrong class") == 0) {
                MI_Instance_Destruct(&out.__instance);
                post_wrong_class(context);
                return;
        }
        if (strcmp(how, "two results") == 0) {
                MI_Context_PostInstance(context, &out.__instance);
                MI_Context_PostResult(context, MI_RESULT_OK);
                control_finish(context, &out.__instance, MI_RESULT_FAILED);
                return;
        }
        if (strcmp(how, "instance after result") == 0) {
                MI_Context_PostResult(context, MI_RESULT_OK);
                MI_Context_PostInstance(context, &out.__instance);
                MI_Instance_Destruct(&out.__instance);
                return;
        }
        if (strcmp(how, "null instance") == 0)
                MI_Context_PostInstance(context, NULL);
        control_finish(context, &out.__instance, MI_RESULT_OK);
}
