/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Line_h
#define _Gold_Line_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Line [Gold_Line]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Line
{
    MI_Instance __instance;
    /* Gold_Line properties */
    MI_ConstStringField Text;
}
Gold_Line;

typedef struct _Gold_Line_Ref
{
    Gold_Line* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_Ref;

typedef struct _Gold_Line_ConstRef
{
    MI_CONST Gold_Line* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ConstRef;

typedef struct _Gold_Line_Array
{
    struct _Gold_Line** data;
    MI_Uint32 size;
}
Gold_Line_Array;

typedef struct _Gold_Line_ConstArray
{
    struct _Gold_Line MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Line_ConstArray;

typedef struct _Gold_Line_ArrayRef
{
    Gold_Line_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ArrayRef;

typedef struct _Gold_Line_ConstArrayRef
{
    Gold_Line_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Line_rtti;

MI_INLINE MI_Result MI_CALL Gold_Line_Construct(
    _Out_ Gold_Line* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Line_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clone(
    _In_ const Gold_Line* self,
    _Outptr_ Gold_Line** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Line_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Line_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Line_Destruct(_Inout_ Gold_Line* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Delete(_Inout_ Gold_Line* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Post(
    _In_ const Gold_Line* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Text(
    _Inout_ Gold_Line* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Text(
    _Inout_ Gold_Line* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Text(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Gold_Line_h */
