#include <stdatomic.h>
#include <stdio.h>

#include "bad.h"

static atomic_uint n_calls;

__attribute__((weak)) void bad_load(void) {}

__attribute__((weak)) void bad_unload(void) {}

void bad_post(MI_Context *context)
{
        Bad_Thing thing;

        if (Bad_Thing_Construct(&thing, context) != MI_RESULT_OK)
                return;
        Bad_Thing_SetPtr_Id(&thing, MI_T("thing"));
        Bad_Thing_Set_Calls(&thing, atomic_load(&n_calls));
        Bad_Thing_Post(&thing, context);
        Bad_Thing_Destruct(&thing);
}

void MI_CALL Bad_Thing_Load(Bad_Thing_Self **self, MI_Module_Self *selfModule, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(selfModule);
        *self = NULL;
        bad_load();
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Bad_Thing_Unload(Bad_Thing_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);
        bad_unload();
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Bad_Thing_EnumerateInstances(Bad_Thing_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                          const MI_Char *className, const MI_PropertySet *propertySet,
                                          MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        atomic_fetch_add(&n_calls, 1); /* first: the next call may come before this function returns */
        bad_call(context);
}

/*
 * The same class well behaved, beside the misbehaviour: a get never does anything odd. Id "MI 6 text" and the like is answered with that
 * error, type, code and message, by get and delete.
 */
static MI_Boolean post_error(MI_Context *context, const MI_Char *id)
{
        char type[16] = "";
        unsigned int code;
        int end = 0;

        if (sscanf(id, "%15s %u %n", type, &code, &end) != 2 || end == 0)
                return MI_FALSE;
        MI_Context_PostError(context, code, type, id + end);
        return MI_TRUE;
}

void MI_CALL Bad_Thing_GetInstance(Bad_Thing_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                   const MI_Char *className, const Bad_Thing *instanceName,
                                   const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        if (post_error(context, instanceName->Id.value))
                return;
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Bad_Thing_CreateInstance(Bad_Thing_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                      const MI_Char *className, const Bad_Thing *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Bad_Thing_ModifyInstance(Bad_Thing_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                      const MI_Char *className, const Bad_Thing *modifiedInstance,
                                      const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(modifiedInstance);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Bad_Thing_DeleteInstance(Bad_Thing_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                      const MI_Char *className, const Bad_Thing *instanceName)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        if (!post_error(context, instanceName->Id.value))
                MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}
