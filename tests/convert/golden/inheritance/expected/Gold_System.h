/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_System_h
#define _Gold_System_h

#include <MI.h>
#include "Gold_Element.h"

/*
**==============================================================================
**
** Gold_System [Gold_System]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_System /* extends Gold_Element */
{
    MI_Instance __instance;
    /* Gold_Element properties */
    MI_ConstStringField Name;
    /* Gold_System properties */
    MI_ConstUint16Field State;
}
Gold_System;

typedef struct _Gold_System_Ref
{
    Gold_System* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_System_Ref;

typedef struct _Gold_System_ConstRef
{
    MI_CONST Gold_System* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_System_ConstRef;

typedef struct _Gold_System_Array
{
    struct _Gold_System** data;
    MI_Uint32 size;
}
Gold_System_Array;

typedef struct _Gold_System_ConstArray
{
    struct _Gold_System MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_System_ConstArray;

typedef struct _Gold_System_ArrayRef
{
    Gold_System_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_System_ArrayRef;

typedef struct _Gold_System_ConstArrayRef
{
    Gold_System_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_System_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_System_rtti;

MI_INLINE MI_Result MI_CALL Gold_System_Construct(
    _Out_ Gold_System* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_System_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_System_Clone(
    _In_ const Gold_System* self,
    _Outptr_ Gold_System** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_System_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_System_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_System_Destruct(_Inout_ Gold_System* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_System_Delete(_Inout_ Gold_System* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_System_Post(
    _In_ const Gold_System* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_System_Set_Name(
    _Inout_ Gold_System* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_System_SetPtr_Name(
    _Inout_ Gold_System* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_System_Clear_Name(
    _Inout_ Gold_System* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_System_Set_State(
    _Inout_ Gold_System* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->State)->value = x;
    ((MI_Uint16Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_System_Clear_State(
    _Inout_ Gold_System* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

#endif /* _Gold_System_h */
