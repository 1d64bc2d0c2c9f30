/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Named_h
#define _Gold_Named_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Named [Gold_Named]
**
** Keys:
**    Name
**    Domain
**
**==============================================================================
*/

typedef struct _Gold_Named
{
    MI_Instance __instance;
    /* Gold_Named properties */
    /*KEY*/ MI_ConstStringField Name;
    /*KEY*/ MI_ConstStringField Domain;
}
Gold_Named;

typedef struct _Gold_Named_Ref
{
    Gold_Named* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Named_Ref;

typedef struct _Gold_Named_ConstRef
{
    MI_CONST Gold_Named* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Named_ConstRef;

typedef struct _Gold_Named_Array
{
    struct _Gold_Named** data;
    MI_Uint32 size;
}
Gold_Named_Array;

typedef struct _Gold_Named_ConstArray
{
    struct _Gold_Named MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Named_ConstArray;

typedef struct _Gold_Named_ArrayRef
{
    Gold_Named_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Named_ArrayRef;

typedef struct _Gold_Named_ConstArrayRef
{
    Gold_Named_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Named_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Named_rtti;

MI_INLINE MI_Result MI_CALL Gold_Named_Construct(
    _Out_ Gold_Named* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Named_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Clone(
    _In_ const Gold_Named* self,
    _Outptr_ Gold_Named** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Named_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Named_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Named_Destruct(_Inout_ Gold_Named* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Delete(_Inout_ Gold_Named* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Post(
    _In_ const Gold_Named* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Set_Name(
    _Inout_ Gold_Named* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Named_SetPtr_Name(
    _Inout_ Gold_Named* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Clear_Name(
    _Inout_ Gold_Named* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Set_Domain(
    _Inout_ Gold_Named* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Named_SetPtr_Domain(
    _Inout_ Gold_Named* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Named_Clear_Domain(
    _Inout_ Gold_Named* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

#endif /* _Gold_Named_h */
