/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Clerk_h
#define _Gold_Clerk_h

#include <MI.h>
#include "Gold_Person.h"

/*
**==============================================================================
**
** Gold_Clerk [Gold_Clerk]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Clerk /* extends Gold_Person */
{
    MI_Instance __instance;
    /* Gold_Person properties */
    /*KEY*/ MI_ConstStringField Name;
    /* Gold_Clerk properties */
}
Gold_Clerk;

typedef struct _Gold_Clerk_Ref
{
    Gold_Clerk* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Clerk_Ref;

typedef struct _Gold_Clerk_ConstRef
{
    MI_CONST Gold_Clerk* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Clerk_ConstRef;

typedef struct _Gold_Clerk_Array
{
    struct _Gold_Clerk** data;
    MI_Uint32 size;
}
Gold_Clerk_Array;

typedef struct _Gold_Clerk_ConstArray
{
    struct _Gold_Clerk MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Clerk_ConstArray;

typedef struct _Gold_Clerk_ArrayRef
{
    Gold_Clerk_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Clerk_ArrayRef;

typedef struct _Gold_Clerk_ConstArrayRef
{
    Gold_Clerk_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Clerk_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Clerk_rtti;

MI_INLINE MI_Result MI_CALL Gold_Clerk_Construct(
    _Out_ Gold_Clerk* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Clerk_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Clone(
    _In_ const Gold_Clerk* self,
    _Outptr_ Gold_Clerk** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Clerk_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Clerk_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Destruct(_Inout_ Gold_Clerk* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Delete(_Inout_ Gold_Clerk* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Post(
    _In_ const Gold_Clerk* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Set_Name(
    _Inout_ Gold_Clerk* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_SetPtr_Name(
    _Inout_ Gold_Clerk* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Clerk_Clear_Name(
    _Inout_ Gold_Clerk* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Gold_Clerk_h */
