/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Event_h
#define _Gold_Event_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Event [Gold_Event]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Event
{
    MI_Instance __instance;
    /* Gold_Event properties */
    MI_ConstDatetimeField Time;
}
Gold_Event;

typedef struct _Gold_Event_Ref
{
    Gold_Event* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Event_Ref;

typedef struct _Gold_Event_ConstRef
{
    MI_CONST Gold_Event* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Event_ConstRef;

typedef struct _Gold_Event_Array
{
    struct _Gold_Event** data;
    MI_Uint32 size;
}
Gold_Event_Array;

typedef struct _Gold_Event_ConstArray
{
    struct _Gold_Event MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Event_ConstArray;

typedef struct _Gold_Event_ArrayRef
{
    Gold_Event_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Event_ArrayRef;

typedef struct _Gold_Event_ConstArrayRef
{
    Gold_Event_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Event_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Event_rtti;

MI_INLINE MI_Result MI_CALL Gold_Event_Construct(
    _Out_ Gold_Event* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Event_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Event_Clone(
    _In_ const Gold_Event* self,
    _Outptr_ Gold_Event** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Event_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Event_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Event_Destruct(_Inout_ Gold_Event* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Event_Delete(_Inout_ Gold_Event* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Event_Post(
    _In_ const Gold_Event* self,
    _In_ MI_Context* context,
    _In_ MI_Uint32 subscriptionIDCount,
    _In_z_ const MI_Char* bookmark)
{
    return MI_Context_PostIndication(context, &self->__instance,
        subscriptionIDCount, bookmark);
}

MI_INLINE MI_Result MI_CALL Gold_Event_Set_Time(
    _Inout_ Gold_Event* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Time)->value = x;
    ((MI_DatetimeField*)&self->Time)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Event_Clear_Time(
    _Inout_ Gold_Event* self)
{
    memset((void*)&self->Time, 0, sizeof(self->Time));
    return MI_RESULT_OK;
}

#endif /* _Gold_Event_h */
