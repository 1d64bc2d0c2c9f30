/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Alarm_h
#define _Gold_Alarm_h

#include <MI.h>
#include "Gold_Event.h"

/*
**==============================================================================
**
** Gold_Alarm [Gold_Alarm]
**
** Keys:
**    Source
**
**==============================================================================
*/

typedef struct _Gold_Alarm /* extends Gold_Event */
{
    MI_Instance __instance;
    /* Gold_Event properties */
    MI_ConstDatetimeField Time;
    /* Gold_Alarm properties */
    /*KEY*/ MI_ConstStringField Source;
    MI_ConstUint16Field Severity;
}
Gold_Alarm;

typedef struct _Gold_Alarm_Ref
{
    Gold_Alarm* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Alarm_Ref;

typedef struct _Gold_Alarm_ConstRef
{
    MI_CONST Gold_Alarm* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Alarm_ConstRef;

typedef struct _Gold_Alarm_Array
{
    struct _Gold_Alarm** data;
    MI_Uint32 size;
}
Gold_Alarm_Array;

typedef struct _Gold_Alarm_ConstArray
{
    struct _Gold_Alarm MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Alarm_ConstArray;

typedef struct _Gold_Alarm_ArrayRef
{
    Gold_Alarm_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Alarm_ArrayRef;

typedef struct _Gold_Alarm_ConstArrayRef
{
    Gold_Alarm_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Alarm_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Alarm_rtti;

MI_INLINE MI_Result MI_CALL Gold_Alarm_Construct(
    _Out_ Gold_Alarm* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Alarm_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Clone(
    _In_ const Gold_Alarm* self,
    _Outptr_ Gold_Alarm** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Alarm_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Alarm_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Destruct(_Inout_ Gold_Alarm* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Delete(_Inout_ Gold_Alarm* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Post(
    _In_ const Gold_Alarm* self,
    _In_ MI_Context* context,
    _In_ MI_Uint32 subscriptionIDCount,
    _In_z_ const MI_Char* bookmark)
{
    return MI_Context_PostIndication(context, &self->__instance,
        subscriptionIDCount, bookmark);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Set_Time(
    _Inout_ Gold_Alarm* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Time)->value = x;
    ((MI_DatetimeField*)&self->Time)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Clear_Time(
    _Inout_ Gold_Alarm* self)
{
    memset((void*)&self->Time, 0, sizeof(self->Time));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Set_Source(
    _Inout_ Gold_Alarm* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_SetPtr_Source(
    _Inout_ Gold_Alarm* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Clear_Source(
    _Inout_ Gold_Alarm* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Set_Severity(
    _Inout_ Gold_Alarm* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->Severity)->value = x;
    ((MI_Uint16Field*)&self->Severity)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Alarm_Clear_Severity(
    _Inout_ Gold_Alarm* self)
{
    memset((void*)&self->Severity, 0, sizeof(self->Severity));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Alarm provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Alarm_Self Gold_Alarm_Self;

MI_EXTERN_C void MI_CALL Gold_Alarm_Load(
    _Outptr_result_maybenull_ Gold_Alarm_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Alarm_Unload(
    _In_opt_ Gold_Alarm_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Alarm_EnableIndications(
    _In_opt_ Gold_Alarm_Self* self,
    _In_ MI_Context* indicationsContext,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className);

MI_EXTERN_C void MI_CALL Gold_Alarm_DisableIndications(
    _In_opt_ Gold_Alarm_Self* self,
    _In_ MI_Context* indicationsContext,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className);

MI_EXTERN_C void MI_CALL Gold_Alarm_Subscribe(
    _In_opt_ Gold_Alarm_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_Filter* filter,
    _In_opt_z_ const MI_Char* bookmark,
    _In_ MI_Uint64 subscriptionID,
    _Outptr_result_maybenull_ void** subscriptionSelf);

MI_EXTERN_C void MI_CALL Gold_Alarm_Unsubscribe(
    _In_opt_ Gold_Alarm_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ MI_Uint64 subscriptionID,
    _In_opt_ void* subscriptionSelf);

#endif /* _Gold_Alarm_h */
