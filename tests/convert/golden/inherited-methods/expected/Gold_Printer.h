/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Printer_h
#define _Gold_Printer_h

#include <MI.h>
#include "Gold_Daemon.h"

/*
**==============================================================================
**
** Gold_Printer [Gold_Printer]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Printer /* extends Gold_Daemon */
{
    MI_Instance __instance;
    /* Gold_Service properties */
    /*KEY*/ MI_ConstStringField Name;
    /* Gold_Daemon properties */
    /* Gold_Printer properties */
    MI_ConstStringField Paper;
}
Gold_Printer;

typedef struct _Gold_Printer_Ref
{
    Gold_Printer* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Printer_Ref;

typedef struct _Gold_Printer_ConstRef
{
    MI_CONST Gold_Printer* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Printer_ConstRef;

typedef struct _Gold_Printer_Array
{
    struct _Gold_Printer** data;
    MI_Uint32 size;
}
Gold_Printer_Array;

typedef struct _Gold_Printer_ConstArray
{
    struct _Gold_Printer MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Printer_ConstArray;

typedef struct _Gold_Printer_ArrayRef
{
    Gold_Printer_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Printer_ArrayRef;

typedef struct _Gold_Printer_ConstArrayRef
{
    Gold_Printer_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Printer_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Printer_rtti;

MI_INLINE MI_Result MI_CALL Gold_Printer_Construct(
    _Out_ Gold_Printer* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Printer_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Clone(
    _In_ const Gold_Printer* self,
    _Outptr_ Gold_Printer** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Printer_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Printer_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Destruct(_Inout_ Gold_Printer* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Delete(_Inout_ Gold_Printer* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Post(
    _In_ const Gold_Printer* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Set_Name(
    _Inout_ Gold_Printer* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_SetPtr_Name(
    _Inout_ Gold_Printer* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Clear_Name(
    _Inout_ Gold_Printer* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Set_Paper(
    _Inout_ Gold_Printer* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_SetPtr_Paper(
    _Inout_ Gold_Printer* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Clear_Paper(
    _Inout_ Gold_Printer* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

/*
**==============================================================================
**
** Gold_Printer.Start()
**
**==============================================================================
*/

typedef struct _Gold_Printer_Start
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Printer_Start;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Printer_Start_rtti;

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Construct(
    _Out_ Gold_Printer_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Printer_Start_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Clone(
    _In_ const Gold_Printer_Start* self,
    _Outptr_ Gold_Printer_Start** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Destruct(
    _Inout_ Gold_Printer_Start* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Delete(
    _Inout_ Gold_Printer_Start* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Post(
    _In_ const Gold_Printer_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Set_MIReturn(
    _Inout_ Gold_Printer_Start* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Start_Clear_MIReturn(
    _Inout_ Gold_Printer_Start* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Printer.Stop()
**
**==============================================================================
*/

typedef struct _Gold_Printer_Stop
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstUint32Field Seconds;
}
Gold_Printer_Stop;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Printer_Stop_rtti;

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Construct(
    _Out_ Gold_Printer_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Printer_Stop_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Clone(
    _In_ const Gold_Printer_Stop* self,
    _Outptr_ Gold_Printer_Stop** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Destruct(
    _Inout_ Gold_Printer_Stop* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Delete(
    _Inout_ Gold_Printer_Stop* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Post(
    _In_ const Gold_Printer_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Set_MIReturn(
    _Inout_ Gold_Printer_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Clear_MIReturn(
    _Inout_ Gold_Printer_Stop* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Set_Seconds(
    _Inout_ Gold_Printer_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Seconds)->value = x;
    ((MI_Uint32Field*)&self->Seconds)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Stop_Clear_Seconds(
    _Inout_ Gold_Printer_Stop* self)
{
    memset((void*)&self->Seconds, 0, sizeof(self->Seconds));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Printer.Reload()
**
**==============================================================================
*/

typedef struct _Gold_Printer_Reload
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Printer_Reload;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Printer_Reload_rtti;

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Construct(
    _Out_ Gold_Printer_Reload* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Printer_Reload_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Clone(
    _In_ const Gold_Printer_Reload* self,
    _Outptr_ Gold_Printer_Reload** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Destruct(
    _Inout_ Gold_Printer_Reload* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Delete(
    _Inout_ Gold_Printer_Reload* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Post(
    _In_ const Gold_Printer_Reload* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Set_MIReturn(
    _Inout_ Gold_Printer_Reload* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Printer_Reload_Clear_MIReturn(
    _Inout_ Gold_Printer_Reload* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

#endif /* _Gold_Printer_h */
