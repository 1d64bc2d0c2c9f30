/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Machine_h
#define _Gold_Machine_h

#include <MI.h>
#include "Gold_Named.h"

/*
**==============================================================================
**
** Gold_Machine [Gold_Machine]
**
** Keys:
**    Name
**    Domain
**    Slot
**
**==============================================================================
*/

typedef struct _Gold_Machine /* extends Gold_Named */
{
    MI_Instance __instance;
    /* Gold_Named properties */
    /*KEY*/ MI_ConstStringField Name;
    /*KEY*/ MI_ConstStringField Domain;
    /* Gold_Machine properties */
    /*KEY*/ MI_ConstUint32Field Slot;
    MI_ConstStringField Model;
}
Gold_Machine;

typedef struct _Gold_Machine_Ref
{
    Gold_Machine* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Machine_Ref;

typedef struct _Gold_Machine_ConstRef
{
    MI_CONST Gold_Machine* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Machine_ConstRef;

typedef struct _Gold_Machine_Array
{
    struct _Gold_Machine** data;
    MI_Uint32 size;
}
Gold_Machine_Array;

typedef struct _Gold_Machine_ConstArray
{
    struct _Gold_Machine MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Machine_ConstArray;

typedef struct _Gold_Machine_ArrayRef
{
    Gold_Machine_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Machine_ArrayRef;

typedef struct _Gold_Machine_ConstArrayRef
{
    Gold_Machine_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Machine_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Machine_rtti;

MI_INLINE MI_Result MI_CALL Gold_Machine_Construct(
    _Out_ Gold_Machine* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Machine_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Clone(
    _In_ const Gold_Machine* self,
    _Outptr_ Gold_Machine** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Machine_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Machine_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Destruct(_Inout_ Gold_Machine* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Delete(_Inout_ Gold_Machine* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Post(
    _In_ const Gold_Machine* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Set_Name(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_SetPtr_Name(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Clear_Name(
    _Inout_ Gold_Machine* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Set_Domain(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_SetPtr_Domain(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Clear_Domain(
    _Inout_ Gold_Machine* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Set_Slot(
    _Inout_ Gold_Machine* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Slot)->value = x;
    ((MI_Uint32Field*)&self->Slot)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Clear_Slot(
    _Inout_ Gold_Machine* self)
{
    memset((void*)&self->Slot, 0, sizeof(self->Slot));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Set_Model(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_SetPtr_Model(
    _Inout_ Gold_Machine* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Machine_Clear_Model(
    _Inout_ Gold_Machine* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        3);
}

/*
**==============================================================================
**
** Gold_Machine provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Machine_Self Gold_Machine_Self;

MI_EXTERN_C void MI_CALL Gold_Machine_Load(
    _Outptr_result_maybenull_ Gold_Machine_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Machine_Unload(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Machine_EnumerateInstances(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Machine_GetInstance(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Machine* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Machine_CreateInstance(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Machine* newInstance);

MI_EXTERN_C void MI_CALL Gold_Machine_ModifyInstance(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Machine* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Machine_DeleteInstance(
    _In_opt_ Gold_Machine_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Machine* instanceName);

#endif /* _Gold_Machine_h */
