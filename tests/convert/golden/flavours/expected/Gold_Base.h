/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Base_h
#define _Gold_Base_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Base [Gold_Base]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Base
{
    MI_Instance __instance;
    /* Gold_Base properties */
    MI_ConstStringField Name;
}
Gold_Base;

typedef struct _Gold_Base_Ref
{
    Gold_Base* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Base_Ref;

typedef struct _Gold_Base_ConstRef
{
    MI_CONST Gold_Base* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Base_ConstRef;

typedef struct _Gold_Base_Array
{
    struct _Gold_Base** data;
    MI_Uint32 size;
}
Gold_Base_Array;

typedef struct _Gold_Base_ConstArray
{
    struct _Gold_Base MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Base_ConstArray;

typedef struct _Gold_Base_ArrayRef
{
    Gold_Base_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Base_ArrayRef;

typedef struct _Gold_Base_ConstArrayRef
{
    Gold_Base_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Base_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Base_rtti;

MI_INLINE MI_Result MI_CALL Gold_Base_Construct(
    _Out_ Gold_Base* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Base_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Base_Clone(
    _In_ const Gold_Base* self,
    _Outptr_ Gold_Base** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Base_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Base_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Base_Destruct(_Inout_ Gold_Base* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Base_Delete(_Inout_ Gold_Base* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Base_Post(
    _In_ const Gold_Base* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Base_Set_Name(
    _Inout_ Gold_Base* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Base_SetPtr_Name(
    _Inout_ Gold_Base* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Base_Clear_Name(
    _Inout_ Gold_Base* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

/*
**==============================================================================
**
** Gold_Base provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Base_Self Gold_Base_Self;

MI_EXTERN_C void MI_CALL Gold_Base_Load(
    _Outptr_result_maybenull_ Gold_Base_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Base_Unload(
    _In_opt_ Gold_Base_Self* self,
    _In_ MI_Context* context);

#endif /* _Gold_Base_h */
