/* Test_Group and Test_Member: two groups, and which items belong to them by their Number */

#include <string.h>

#include "Test_Member.h"
#include "all.h"

LOAD_AND_UNLOAD(Test_Group);
LOAD_AND_UNLOAD(Test_Member);

static const MI_Char *const groups[] = { MI_T("odd"), MI_T("even") };

static MI_Uint32 group_size(const MI_Char *name)
{
        MI_Uint32 size = 0;

        for (int is_special = 0; is_special < 2; is_special++) {
                Test_Item **items;
                MI_Uint32 count = items_copy((MI_Boolean)is_special, name, &items);

                items_delete(items, count);
                size += count;
        }
        return size;
}

static MI_Result make_group(Test_Group *group, MI_Context *context, const MI_Char *name)
{
        MI_Result result = Test_Group_Construct(group, context);

        if (result != MI_RESULT_OK)
                return result;
        result = Test_Group_Set_Id(group, name);
        Test_Group_Set_Size(group, group_size(name));
        if (result != MI_RESULT_OK)
                Test_Group_Destruct(group);
        return result;
}

static MI_Result post_group(MI_Context *context, const MI_Char *name)
{
        Test_Group group;
        MI_Result result = make_group(&group, context, name);

        if (result != MI_RESULT_OK)
                return result;
        result = Test_Group_Post(&group, context);
        Test_Group_Destruct(&group);
        return result;
}

static MI_Boolean is_group(const MI_Char *name)
{
        return name && (strcmp(name, groups[0]) == 0 || strcmp(name, groups[1]) == 0);
}

void MI_CALL Test_Group_EnumerateInstances(Test_Group_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                           const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Result result = MI_RESULT_OK;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        for (MI_Uint32 i = 0; i < MI_COUNT(groups) && result == MI_RESULT_OK; i++)
                result = post_group(context, groups[i]);
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Group_GetInstance(Test_Group_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                    const Test_Group *instanceName, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_Context_PostResult(context, is_group(instanceName->Id.value) ? post_group(context, instanceName->Id.value) : MI_RESULT_NOT_FOUND);
}

void MI_CALL Test_Group_CreateInstance(Test_Group_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                       const Test_Group *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Group_ModifyInstance(Test_Group_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                       const Test_Group *modifiedInstance, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(propertySet);
        Test_Group_CreateInstance(self, context, nameSpace, className, modifiedInstance);
}

void MI_CALL Test_Group_DeleteInstance(Test_Group_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                       const Test_Group *instanceName)
{
        Test_Group_CreateInstance(self, context, nameSpace, className, instanceName);
}

static MI_Result post_member(MI_Context *context, const Test_Item *item)
{
        const MI_Char *name = group_of(item->Number.value);
        Test_Member member;
        Test_Group group;
        MI_Result result = make_group(&group, context, name);

        if (result != MI_RESULT_OK)
                return result;
        result = Test_Member_Construct(&member, context);
        if (result == MI_RESULT_OK) {
                result = Test_Member_Set_Group(&member, &group);
                if (result == MI_RESULT_OK)
                        result = Test_Member_Set_Item(&member, item);
                if (result == MI_RESULT_OK)
                        result = Test_Member_Post(&member, context);
                Test_Member_Destruct(&member);
        }
        Test_Group_Destruct(&group);
        return result;
}

/* Of all items that match: the association, or the item itself */
static void post_matching(MI_Context *context, const MI_Char *group, const MI_Char *id, MI_Boolean is_association)
{
        MI_Result result = MI_RESULT_OK;

        for (int is_special = 0; is_special < 2; is_special++) {
                Test_Item **items;
                MI_Uint32 count = items_copy((MI_Boolean)is_special, group, &items);

                for (MI_Uint32 i = 0; i < count && result == MI_RESULT_OK; i++)
                        if (!id || strcmp(items[i]->Id.value, id) == 0)
                                result = is_association ? post_member(context, items[i]) : Test_Item_Post(items[i], context);
                items_delete(items, count);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Member_EnumerateInstances(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                            const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_matching(context, NULL, NULL, MI_TRUE);
}

void MI_CALL Test_Member_GetInstance(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                     const Test_Member *instanceName, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(instanceName);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Member_CreateInstance(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Member *newInstance)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(newInstance);
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

void MI_CALL Test_Member_ModifyInstance(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Member *modifiedInstance, const MI_PropertySet *propertySet)
{
        MI_UNREFERENCED_PARAMETER(propertySet);
        Test_Member_CreateInstance(self, context, nameSpace, className, modifiedInstance);
}

void MI_CALL Test_Member_DeleteInstance(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace, const MI_Char *className,
                                        const Test_Member *instanceName)
{
        Test_Member_CreateInstance(self, context, nameSpace, className, instanceName);
}

void MI_CALL Test_Member_AssociatorInstancesGroup(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                                  const MI_Char *className, const Test_Group *instanceName, const MI_Char *resultClass,
                                                  const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_matching(context, instanceName->Id.value, NULL, MI_FALSE);
}

/* The groups of an item with that Id: it is in one, if there is such an item. */
void MI_CALL Test_Member_AssociatorInstancesItem(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                                 const MI_Char *className, const Test_Item *instanceName, const MI_Char *resultClass,
                                                 const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_Result result = MI_RESULT_OK;

        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(resultClass);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        for (int is_special = 0; is_special < 2; is_special++) {
                Test_Item **items;
                MI_Uint32 count = items_copy((MI_Boolean)is_special, NULL, &items);

                for (MI_Uint32 i = 0; i < count && result == MI_RESULT_OK; i++)
                        if (instanceName->Id.value && strcmp(items[i]->Id.value, instanceName->Id.value) == 0)
                                result = post_group(context, group_of(items[i]->Number.value));
                items_delete(items, count);
        }
        MI_Context_PostResult(context, result);
}

void MI_CALL Test_Member_ReferenceInstancesGroup(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                                 const MI_Char *className, const Test_Group *instanceName,
                                                 const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_matching(context, instanceName->Id.value, NULL, MI_TRUE);
}

void MI_CALL Test_Member_ReferenceInstancesItem(Test_Member_Self *self, MI_Context *context, const MI_Char *nameSpace,
                                                const MI_Char *className, const Test_Item *instanceName,
                                                const MI_PropertySet *propertySet, MI_Boolean keysOnly, const MI_Filter *filter)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(propertySet);
        MI_UNREFERENCED_PARAMETER(keysOnly);
        MI_UNREFERENCED_PARAMETER(filter);
        post_matching(context, NULL, instanceName->Id.value, MI_TRUE);
}
