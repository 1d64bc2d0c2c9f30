/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Person_h
#define _Gold_Person_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Person [Gold_Person]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Person
{
    MI_Instance __instance;
    /* Gold_Person properties */
    /*KEY*/ MI_ConstStringField Name;
}
Gold_Person;

typedef struct _Gold_Person_Ref
{
    Gold_Person* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Person_Ref;

typedef struct _Gold_Person_ConstRef
{
    MI_CONST Gold_Person* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Person_ConstRef;

typedef struct _Gold_Person_Array
{
    struct _Gold_Person** data;
    MI_Uint32 size;
}
Gold_Person_Array;

typedef struct _Gold_Person_ConstArray
{
    struct _Gold_Person MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Person_ConstArray;

typedef struct _Gold_Person_ArrayRef
{
    Gold_Person_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Person_ArrayRef;

typedef struct _Gold_Person_ConstArrayRef
{
    Gold_Person_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Person_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Person_rtti;

MI_INLINE MI_Result MI_CALL Gold_Person_Construct(
    _Out_ Gold_Person* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Person_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Person_Clone(
    _In_ const Gold_Person* self,
    _Outptr_ Gold_Person** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Person_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Person_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Person_Destruct(_Inout_ Gold_Person* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Person_Delete(_Inout_ Gold_Person* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Person_Post(
    _In_ const Gold_Person* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Person_Set_Name(
    _Inout_ Gold_Person* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Person_SetPtr_Name(
    _Inout_ Gold_Person* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Person_Clear_Name(
    _Inout_ Gold_Person* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Gold_Person_h */
