/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Derived_h
#define _Gold_Derived_h

#include <MI.h>
#include "Gold_Base.h"

/*
**==============================================================================
**
** Gold_Derived [Gold_Derived]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Derived /* extends Gold_Base */
{
    MI_Instance __instance;
    /* Gold_Base properties */
    MI_ConstStringField Name;
    /* Gold_Derived properties */
    MI_ConstStringField Second;
}
Gold_Derived;

typedef struct _Gold_Derived_Ref
{
    Gold_Derived* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Derived_Ref;

typedef struct _Gold_Derived_ConstRef
{
    MI_CONST Gold_Derived* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Derived_ConstRef;

typedef struct _Gold_Derived_Array
{
    struct _Gold_Derived** data;
    MI_Uint32 size;
}
Gold_Derived_Array;

typedef struct _Gold_Derived_ConstArray
{
    struct _Gold_Derived MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Derived_ConstArray;

typedef struct _Gold_Derived_ArrayRef
{
    Gold_Derived_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Derived_ArrayRef;

typedef struct _Gold_Derived_ConstArrayRef
{
    Gold_Derived_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Derived_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Derived_rtti;

MI_INLINE MI_Result MI_CALL Gold_Derived_Construct(
    _Out_ Gold_Derived* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Derived_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Clone(
    _In_ const Gold_Derived* self,
    _Outptr_ Gold_Derived** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Derived_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Derived_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Destruct(_Inout_ Gold_Derived* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Delete(_Inout_ Gold_Derived* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Post(
    _In_ const Gold_Derived* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Set_Name(
    _Inout_ Gold_Derived* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_SetPtr_Name(
    _Inout_ Gold_Derived* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Clear_Name(
    _Inout_ Gold_Derived* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Set_Second(
    _Inout_ Gold_Derived* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_SetPtr_Second(
    _Inout_ Gold_Derived* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Derived_Clear_Second(
    _Inout_ Gold_Derived* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

/*
**==============================================================================
**
** Gold_Derived provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Derived_Self Gold_Derived_Self;

MI_EXTERN_C void MI_CALL Gold_Derived_Load(
    _Outptr_result_maybenull_ Gold_Derived_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Derived_Unload(
    _In_opt_ Gold_Derived_Self* self,
    _In_ MI_Context* context);

#endif /* _Gold_Derived_h */
