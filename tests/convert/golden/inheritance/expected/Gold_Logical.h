/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Logical_h
#define _Gold_Logical_h

#include <MI.h>
#include "Gold_System.h"

/*
**==============================================================================
**
** Gold_Logical [Gold_Logical]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Logical /* extends Gold_System */
{
    MI_Instance __instance;
    /* Gold_Element properties */
    MI_ConstStringField Name;
    /* Gold_System properties */
    MI_ConstUint16Field State;
    /* Gold_Logical properties */
}
Gold_Logical;

typedef struct _Gold_Logical_Ref
{
    Gold_Logical* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Logical_Ref;

typedef struct _Gold_Logical_ConstRef
{
    MI_CONST Gold_Logical* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Logical_ConstRef;

typedef struct _Gold_Logical_Array
{
    struct _Gold_Logical** data;
    MI_Uint32 size;
}
Gold_Logical_Array;

typedef struct _Gold_Logical_ConstArray
{
    struct _Gold_Logical MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Logical_ConstArray;

typedef struct _Gold_Logical_ArrayRef
{
    Gold_Logical_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Logical_ArrayRef;

typedef struct _Gold_Logical_ConstArrayRef
{
    Gold_Logical_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Logical_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Logical_rtti;

MI_INLINE MI_Result MI_CALL Gold_Logical_Construct(
    _Out_ Gold_Logical* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Logical_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Clone(
    _In_ const Gold_Logical* self,
    _Outptr_ Gold_Logical** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Logical_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Logical_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Destruct(_Inout_ Gold_Logical* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Delete(_Inout_ Gold_Logical* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Post(
    _In_ const Gold_Logical* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Set_Name(
    _Inout_ Gold_Logical* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_SetPtr_Name(
    _Inout_ Gold_Logical* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Clear_Name(
    _Inout_ Gold_Logical* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Set_State(
    _Inout_ Gold_Logical* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->State)->value = x;
    ((MI_Uint16Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Logical_Clear_State(
    _Inout_ Gold_Logical* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

#endif /* _Gold_Logical_h */
