/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Device_h
#define _Gold_Device_h

#include <MI.h>
#include "Gold_Logical.h"

/*
**==============================================================================
**
** Gold_Device [Gold_Device]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Device /* extends Gold_Logical */
{
    MI_Instance __instance;
    /* Gold_Element properties */
    /*KEY*/ MI_ConstStringField Name;
    /* Gold_System properties */
    MI_ConstUint16Field State;
    /* Gold_Logical properties */
    /* Gold_Device properties */
    MI_ConstUint32Field Speed;
}
Gold_Device;

typedef struct _Gold_Device_Ref
{
    Gold_Device* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Device_Ref;

typedef struct _Gold_Device_ConstRef
{
    MI_CONST Gold_Device* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Device_ConstRef;

typedef struct _Gold_Device_Array
{
    struct _Gold_Device** data;
    MI_Uint32 size;
}
Gold_Device_Array;

typedef struct _Gold_Device_ConstArray
{
    struct _Gold_Device MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Device_ConstArray;

typedef struct _Gold_Device_ArrayRef
{
    Gold_Device_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Device_ArrayRef;

typedef struct _Gold_Device_ConstArrayRef
{
    Gold_Device_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Device_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Device_rtti;

MI_INLINE MI_Result MI_CALL Gold_Device_Construct(
    _Out_ Gold_Device* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Device_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Clone(
    _In_ const Gold_Device* self,
    _Outptr_ Gold_Device** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Device_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Device_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Device_Destruct(_Inout_ Gold_Device* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Delete(_Inout_ Gold_Device* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Post(
    _In_ const Gold_Device* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Set_Name(
    _Inout_ Gold_Device* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Device_SetPtr_Name(
    _Inout_ Gold_Device* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Clear_Name(
    _Inout_ Gold_Device* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Device_Set_State(
    _Inout_ Gold_Device* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->State)->value = x;
    ((MI_Uint16Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Device_Clear_State(
    _Inout_ Gold_Device* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Device_Set_Speed(
    _Inout_ Gold_Device* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Speed)->value = x;
    ((MI_Uint32Field*)&self->Speed)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Device_Clear_Speed(
    _Inout_ Gold_Device* self)
{
    memset((void*)&self->Speed, 0, sizeof(self->Speed));
    return MI_RESULT_OK;
}

#endif /* _Gold_Device_h */
