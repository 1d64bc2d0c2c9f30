/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Element_h
#define _Gold_Element_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Element [Gold_Element]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Element
{
    MI_Instance __instance;
    /* Gold_Element properties */
    MI_ConstStringField Name;
}
Gold_Element;

typedef struct _Gold_Element_Ref
{
    Gold_Element* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Element_Ref;

typedef struct _Gold_Element_ConstRef
{
    MI_CONST Gold_Element* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Element_ConstRef;

typedef struct _Gold_Element_Array
{
    struct _Gold_Element** data;
    MI_Uint32 size;
}
Gold_Element_Array;

typedef struct _Gold_Element_ConstArray
{
    struct _Gold_Element MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Element_ConstArray;

typedef struct _Gold_Element_ArrayRef
{
    Gold_Element_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Element_ArrayRef;

typedef struct _Gold_Element_ConstArrayRef
{
    Gold_Element_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Element_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Element_rtti;

MI_INLINE MI_Result MI_CALL Gold_Element_Construct(
    _Out_ Gold_Element* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Element_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Element_Clone(
    _In_ const Gold_Element* self,
    _Outptr_ Gold_Element** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Element_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Element_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Element_Destruct(_Inout_ Gold_Element* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Element_Delete(_Inout_ Gold_Element* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Element_Post(
    _In_ const Gold_Element* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Element_Set_Name(
    _Inout_ Gold_Element* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Element_SetPtr_Name(
    _Inout_ Gold_Element* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Element_Clear_Name(
    _Inout_ Gold_Element* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Gold_Element_h */
