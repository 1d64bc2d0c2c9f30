/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Room_h
#define _Gold_Room_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Room [Gold_Room]
**
** Keys:
**    Number
**
**==============================================================================
*/

typedef struct _Gold_Room
{
    MI_Instance __instance;
    /* Gold_Room properties */
    /*KEY*/ MI_ConstUint32Field Number;
}
Gold_Room;

typedef struct _Gold_Room_Ref
{
    Gold_Room* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Room_Ref;

typedef struct _Gold_Room_ConstRef
{
    MI_CONST Gold_Room* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Room_ConstRef;

typedef struct _Gold_Room_Array
{
    struct _Gold_Room** data;
    MI_Uint32 size;
}
Gold_Room_Array;

typedef struct _Gold_Room_ConstArray
{
    struct _Gold_Room MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Room_ConstArray;

typedef struct _Gold_Room_ArrayRef
{
    Gold_Room_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Room_ArrayRef;

typedef struct _Gold_Room_ConstArrayRef
{
    Gold_Room_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Room_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Room_rtti;

MI_INLINE MI_Result MI_CALL Gold_Room_Construct(
    _Out_ Gold_Room* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Room_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Room_Clone(
    _In_ const Gold_Room* self,
    _Outptr_ Gold_Room** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Room_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Room_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Room_Destruct(_Inout_ Gold_Room* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Room_Delete(_Inout_ Gold_Room* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Room_Post(
    _In_ const Gold_Room* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Room_Set_Number(
    _Inout_ Gold_Room* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Number)->value = x;
    ((MI_Uint32Field*)&self->Number)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Room_Clear_Number(
    _Inout_ Gold_Room* self)
{
    memset((void*)&self->Number, 0, sizeof(self->Number));
    return MI_RESULT_OK;
}

#endif /* _Gold_Room_h */
