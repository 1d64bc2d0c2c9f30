/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Service_h
#define _Gold_Service_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Service [Gold_Service]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Service
{
    MI_Instance __instance;
    /* Gold_Service properties */
    /*KEY*/ MI_ConstStringField Name;
}
Gold_Service;

typedef struct _Gold_Service_Ref
{
    Gold_Service* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Service_Ref;

typedef struct _Gold_Service_ConstRef
{
    MI_CONST Gold_Service* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Service_ConstRef;

typedef struct _Gold_Service_Array
{
    struct _Gold_Service** data;
    MI_Uint32 size;
}
Gold_Service_Array;

typedef struct _Gold_Service_ConstArray
{
    struct _Gold_Service MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Service_ConstArray;

typedef struct _Gold_Service_ArrayRef
{
    Gold_Service_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Service_ArrayRef;

typedef struct _Gold_Service_ConstArrayRef
{
    Gold_Service_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Service_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Service_rtti;

MI_INLINE MI_Result MI_CALL Gold_Service_Construct(
    _Out_ Gold_Service* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Service_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Clone(
    _In_ const Gold_Service* self,
    _Outptr_ Gold_Service** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Service_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Service_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Service_Destruct(_Inout_ Gold_Service* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Delete(_Inout_ Gold_Service* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Post(
    _In_ const Gold_Service* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Set_Name(
    _Inout_ Gold_Service* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Service_SetPtr_Name(
    _Inout_ Gold_Service* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Clear_Name(
    _Inout_ Gold_Service* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

/*
**==============================================================================
**
** Gold_Service.Start()
**
**==============================================================================
*/

typedef struct _Gold_Service_Start
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Service_Start;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Service_Start_rtti;

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Construct(
    _Out_ Gold_Service_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Service_Start_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Clone(
    _In_ const Gold_Service_Start* self,
    _Outptr_ Gold_Service_Start** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Destruct(
    _Inout_ Gold_Service_Start* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Delete(
    _Inout_ Gold_Service_Start* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Post(
    _In_ const Gold_Service_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Set_MIReturn(
    _Inout_ Gold_Service_Start* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Service_Start_Clear_MIReturn(
    _Inout_ Gold_Service_Start* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Service.Stop()
**
**==============================================================================
*/

typedef struct _Gold_Service_Stop
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstUint32Field Seconds;
}
Gold_Service_Stop;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Service_Stop_rtti;

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Construct(
    _Out_ Gold_Service_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Service_Stop_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Clone(
    _In_ const Gold_Service_Stop* self,
    _Outptr_ Gold_Service_Stop** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Destruct(
    _Inout_ Gold_Service_Stop* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Delete(
    _Inout_ Gold_Service_Stop* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Post(
    _In_ const Gold_Service_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Set_MIReturn(
    _Inout_ Gold_Service_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Clear_MIReturn(
    _Inout_ Gold_Service_Stop* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Set_Seconds(
    _Inout_ Gold_Service_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Seconds)->value = x;
    ((MI_Uint32Field*)&self->Seconds)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Service_Stop_Clear_Seconds(
    _Inout_ Gold_Service_Stop* self)
{
    memset((void*)&self->Seconds, 0, sizeof(self->Seconds));
    return MI_RESULT_OK;
}

#endif /* _Gold_Service_h */
