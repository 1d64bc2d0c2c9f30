/* Test_Item and Test_Special: a store in memory that can be read, filled, changed and emptied */

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "Test_Special.h"
#include "all.h"

#define ITEMS_MAX 1000

LOAD_AND_UNLOAD(Test_Item);
LOAD_AND_UNLOAD(Test_Special);

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static MI_Instance *items[ITEMS_MAX];
static MI_Boolean are_special[ITEMS_MAX];
static MI_Uint32 n_items;

/* A special item begins with all fields of an item. */
static Test_Item *item_at(MI_Uint32 index)
{
        return (Test_Item *)items[index];
}

const MI_Char *group_of(MI_Uint32 number)
{
        return number % 2 ? MI_T("odd") : MI_T("even");
}

static void add_first_ones(MI_Context *context)
{
        static const MI_Char *const names[] = { "one", "two", "three", "special-4", "special-5", "special-6", "special-7" };

        for (MI_Uint32 i = 0; i < MI_COUNT(names) && n_items < ITEMS_MAX; i++) {
                MI_Boolean is_special = i >= 3;
                Test_Special item;

                if (is_special ? Test_Special_Construct(&item, context) : Test_Item_Construct((Test_Item *)&item, context))
                        return;
                Test_Item_Set_Id((Test_Item *)&item, names[i]);
                Test_Item_Set_Number((Test_Item *)&item, i + 1);
                Test_Item_Set_Bool((Test_Item *)&item, i % 2 == 0);
                Test_Item_Set_Text((Test_Item *)&item, MI_T("as it was"));
                Test_Item_Set_Changes((Test_Item *)&item, 0);
                if (is_special)
                        Test_Special_Set_Extra(&item, MI_T("extra"));
                are_special[n_items] = is_special;
                if (MI_Instance_Clone(&item.__instance, &items[n_items]) == MI_RESULT_OK)
                        n_items++;
                MI_Instance_Destruct(&item.__instance);
        }
}

void items_reset(MI_Context *context)
{
        pthread_mutex_lock(&lock);
        while (n_items > 0)
                MI_Instance_Delete(items[--n_items]);
        if (context)
                add_first_ones(context);
        pthread_mutex_unlock(&lock);
}

MI_Uint32 items_copy(MI_Boolean is_special, const MI_Char *group, Test_Item ***itemsp)
{
        MI_Uint32 count = 0;
        Test_Item **copies;

        pthread_mutex_lock(&lock);
        copies = calloc(n_items + 1, sizeof(Test_Item *));
        for (MI_Uint32 i = 0; copies && i < n_items; i++) {
                if (are_special[i] != is_special || (group && strcmp(group, group_of(item_at(i)->Number.value)) != 0))
                        continue;
                if (MI_Instance_Clone(items[i], (MI_Instance **)&copies[count]) == MI_RESULT_OK)
                        count++;
        }
        pthread_mutex_unlock(&lock);
        *itemsp = copies;
        return count;
}

void items_delete(Test_Item **copies, MI_Uint32 count)
{
        for (MI_Uint32 i = 0; i < count; i++)
                Test_Item_Delete(copies[i]);
        free(copies);
}

static MI_Uint32 find(const MI_Char *id, MI_Boolean is_special)
{
        for (MI_Uint32 i = 0; id && i < n_items; i++)
                if (are_special[i] == is_special && strcmp(item_at(i)->Id.value, id) == 0)
                        return i;
        return n_items;
}

static void enumerate(MI_Context *context, MI_Boolean is_special)
{
        MI_Result result = MI_RESULT_OK;
        Test_Item **copies;
        MI_Uint32 count = items_copy(is_special, NULL, &copies);

        for (MI_Uint32 i = 0; i < count && result == MI_RESULT_OK; i++)
                result = Test_Item_Post(copies[i], context);
        items_delete(copies, count);
        MI_Context_PostResult(context, result);
}

static void get(MI_Context *context, const MI_Char *id, MI_Boolean is_special)
{
        MI_Instance *copy = NULL;
        MI_Result result = MI_RESULT_NOT_FOUND;
        MI_Uint32 index;

        pthread_mutex_lock(&lock);
        index = find(id, is_special);
        if (index < n_items)
                result = MI_Instance_Clone(items[index], &copy);
        pthread_mutex_unlock(&lock);
        if (result == MI_RESULT_OK) {
                result = MI_Context_PostInstance(context, copy);
                MI_Instance_Delete(copy);
        }
        if (result == MI_RESULT_NOT_FOUND)
                MI_Context_PostError(context, result, MI_RESULT_TYPE_MI, MI_T("the store has no such item"));
        else
                MI_Context_PostResult(context, result);
}

static void create(MI_Context *context, const MI_Instance *instance, const MI_Char *id, MI_Boolean is_special)
{
        MI_Result result = MI_RESULT_OK;

        pthread_mutex_lock(&lock);
        if (!id || !*id)
                result = MI_RESULT_INVALID_PARAMETER;
        else if (find(id, is_special) < n_items)
                result = MI_RESULT_ALREADY_EXISTS;
        else if (n_items == ITEMS_MAX)
                result = MI_RESULT_SERVER_LIMITS_EXCEEDED;
        if (result == MI_RESULT_OK)
                result = MI_Instance_Clone(instance, &items[n_items]);
        if (result == MI_RESULT_OK) {
                are_special[n_items] = is_special;
                Test_Item_Set_Changes(item_at(n_items), 0);
                n_items++;
        }
        pthread_mutex_unlock(&lock);
        if (result == MI_RESULT_OK)
                get(context, id, is_special);
        else
                MI_Context_PostResult(context, result);
}

/* What the client did not set stays; what it set to null becomes null. */
static MI_Result change(MI_Instance *item, const MI_Instance *request)
{
        MI_Uint32 count = 0;
        MI_Result result = MI_Instance_GetElementCount(request, &count);

        for (MI_Uint32 i = 1; i < count && result == MI_RESULT_OK; i++) {
                MI_Value value;
                MI_Type type;
                MI_Uint32 flags;

                result = MI_Instance_GetElementAt(request, i, NULL, &value, &type, &flags);
                if (result != MI_RESULT_OK || flags & MI_FLAG_NOT_MODIFIED)
                        continue;
                if (flags & MI_FLAG_NULL)
                        result = MI_Instance_ClearElementAt(item, i);
                else
                        result = MI_Instance_SetElementAt(item, i, &value, type, 0);
        }
        return result;
}

static void modify(MI_Context *context, const MI_Instance *instance, const MI_Char *id, MI_Boolean is_special)
{
        MI_Result result = MI_RESULT_NOT_FOUND;
        MI_Uint32 index;

        pthread_mutex_lock(&lock);
        index = find(id, is_special);
        if (index < n_items) {
                MI_Uint32 changes = item_at(index)->Changes.value;

                result = change(items[index], instance);
                Test_Item_Set_Changes(item_at(index), changes + 1);
        }
        pthread_mutex_unlock(&lock);
        if (result == MI_RESULT_OK)
                get(context, id, is_special);
        else
                MI_Context_PostResult(context, result);
}

static void delete(MI_Context *context, const MI_Char *id, MI_Boolean is_special)
{
        MI_Result result = MI_RESULT_NOT_FOUND;
        MI_Uint32 index;

        pthread_mutex_lock(&lock);
        index = find(id, is_special);
        if (index < n_items) {
                MI_Instance_Delete(items[index]);
                n_items--;
                memmove(&items[index], &items[index + 1], (n_items - index) * sizeof(items[0]));
                memmove(&are_special[index], &are_special[index + 1], (n_items - index) * sizeof(are_special[0]));
                result = MI_RESULT_OK;
        }
        pthread_mutex_unlock(&lock);
        MI_Context_PostResult(context, result);
}

static void add(MI_Context *context, const MI_Char *id, MI_Boolean is_special, const MI_ConstUint32Field *amount)
{
        Test_Item_Add out;
        MI_Result result = MI_RESULT_NOT_FOUND;
        MI_Uint32 index, sum = 0;

        pthread_mutex_lock(&lock);
        index = find(id, is_special);
        if (!amount || !amount->exists)
                result = MI_RESULT_INVALID_PARAMETER;
        else if (index < n_items) {
                sum = item_at(index)->Number.value + amount->value;
                result = Test_Item_Set_Number(item_at(index), sum);
        }
        pthread_mutex_unlock(&lock);
        if (result == MI_RESULT_OK)
                result = Test_Item_Add_Construct(&out, context);
        if (result == MI_RESULT_OK) {
                Test_Item_Add_Set_MIReturn(&out, 0);
                Test_Item_Add_Set_Sum(&out, sum);
                result = Test_Item_Add_Post(&out, context);
                Test_Item_Add_Destruct(&out);
        }
        MI_Context_PostResult(context, result);
}

/* The two classes have the same functions. */
#define STORE_FUNCTIONS(Class, is_special)                                                                                         \
        void MI_CALL Class##_EnumerateInstances(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                 \
                                                const MI_Char *className, const MI_PropertySet *propertySet, MI_Boolean keysOnly,  \
                                                const MI_Filter *filter)                                                           \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                                            \
                MI_UNREFERENCED_PARAMETER(keysOnly);                                                                               \
                MI_UNREFERENCED_PARAMETER(filter);                                                                                 \
                enumerate(context, is_special);                                                                                    \
        }                                                                                                                          \
        void MI_CALL Class##_GetInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                        \
                                         const MI_Char *className, const Class *instanceName, const MI_PropertySet *propertySet)   \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                                            \
                get(context, instanceName->Id.value, is_special);                                                                  \
        }                                                                                                                          \
        void MI_CALL Class##_CreateInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                     \
                                            const MI_Char *className, const Class *newInstance)                                    \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                create(context, &newInstance->__instance, newInstance->Id.value, is_special);                                      \
        }                                                                                                                          \
        void MI_CALL Class##_ModifyInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                     \
                                            const MI_Char *className, const Class *modifiedInstance,                               \
                                            const MI_PropertySet *propertySet)                                                     \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                MI_UNREFERENCED_PARAMETER(propertySet);                                                                            \
                modify(context, &modifiedInstance->__instance, modifiedInstance->Id.value, is_special);                            \
        }                                                                                                                          \
        void MI_CALL Class##_DeleteInstance(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                     \
                                            const MI_Char *className, const Class *instanceName)                                   \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                delete(context, instanceName->Id.value, is_special);                                                               \
        }                                                                                                                          \
        void MI_CALL Class##_Invoke_Add(Class##_Self *self, MI_Context *context, const MI_Char *nameSpace,                         \
                                        const MI_Char *className, const MI_Char *methodName, const Class *instanceName,            \
                                        const Class##_Add *in)                                                                     \
        {                                                                                                                          \
                MI_UNREFERENCED_PARAMETER(self);                                                                                   \
                MI_UNREFERENCED_PARAMETER(nameSpace);                                                                              \
                MI_UNREFERENCED_PARAMETER(className);                                                                              \
                MI_UNREFERENCED_PARAMETER(methodName);                                                                             \
                add(context, instanceName->Id.value, is_special, in ? &in->Amount : NULL);                                         \
        }                                                                                                                          \
        struct needs_a_semicolon_

STORE_FUNCTIONS(Test_Item, MI_FALSE);
STORE_FUNCTIONS(Test_Special, MI_TRUE);
