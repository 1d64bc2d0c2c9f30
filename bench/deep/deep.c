/*
 * The classes of a deep enumeration. The library is registered four times, each time for one of them and in a host of its own.
 */
#include "Bench_Deep1.h"
#include "Bench_Deep2.h"
#include "Bench_Deep3.h"
#include "Bench_Deep4.h"

enum {
        INSTANCES = 250,
};

#define DEEP(Class, number)                                                                                        \
        void MI_CALL Class##_Load(Class##_Self **self, MI_Module_Self *selfModule, MI_Context *context)            \
        {                                                                                                          \
                MI_UNREFERENCED_PARAMETER(selfModule);                                                             \
                *self = NULL;                                                                                      \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_Unload(Class##_Self *self, MI_Context *context)                                       \
        {                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                   \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_EnumerateInstances(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace, \
                                                const MI_Char *className, const MI_PropertySet *propertySet,       \
                                                MI_Boolean keysOnly, const MI_Filter *filter)                      \
        {                                                                                                          \
                Class instance;                                                                                    \
                                                                                                                   \
                MI_UNREFERENCED_PARAMETER(self);                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                              \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                            \
                MI_UNREFERENCED_PARAMETER(keysOnly);                                                               \
                MI_UNREFERENCED_PARAMETER(filter);                                                                 \
                if (Class##_Construct(&instance, context) == MI_RESULT_OK) {                                       \
                        for (MI_Uint32 i = 0; i < INSTANCES; i++) {                                                \
                                Class##_Set_Index(&instance, i);                                                   \
                                Class##_Set_Module(&instance, number);                                             \
                                if (Class##_Post(&instance, context) != MI_RESULT_OK)                              \
                                        break;                                                                     \
                        }                                                                                          \
                        Class##_Destruct(&instance);                                                               \
                }                                                                                                  \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_GetInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,        \
                                         const MI_Char *className, const Class *instanceName,                      \
                                         const MI_PropertySet *propertySet)                                        \
        {                                                                                                          \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                            \
                Class##_CreateInstance(self, context, nameSpace, className, instanceName);                         \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_CreateInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,     \
                                            const MI_Char *className, const Class *newInstance)                    \
        {                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                              \
                MI_UNREFERENCED_PARAMETER(newInstance);                                                            \
                MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);                                           \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_ModifyInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,     \
                                            const MI_Char *className, const Class *modifiedInstance,               \
                                            const MI_PropertySet *propertySet)                                     \
        {                                                                                                          \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                            \
                Class##_CreateInstance(self, context, nameSpace, className, modifiedInstance);                     \
        }                                                                                                          \
                                                                                                                   \
        void MI_CALL Class##_DeleteInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,     \
                                            const MI_Char *className, const Class *instanceName)                   \
        {                                                                                                          \
                Class##_CreateInstance(self, context, nameSpace, className, instanceName);                         \
        }

DEEP(Bench_Deep1, 1)
DEEP(Bench_Deep2, 2)
DEEP(Bench_Deep3, 3)
DEEP(Bench_Deep4, 4)
