/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Occupies_h
#define _Gold_Occupies_h

#include <MI.h>
#include "Gold_Room.h"
#include "Gold_Person.h"

/*
**==============================================================================
**
** Gold_Occupies [Gold_Occupies]
**
** Keys:
**    Place
**    Occupant
**
**==============================================================================
*/

typedef struct _Gold_Occupies
{
    MI_Instance __instance;
    /* Gold_Occupies properties */
    /*KEY*/ Gold_Room_ConstRef Place;
    /*KEY*/ Gold_Person_ConstRef Occupant;
    MI_ConstDatetimeField Since;
}
Gold_Occupies;

typedef struct _Gold_Occupies_Ref
{
    Gold_Occupies* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Occupies_Ref;

typedef struct _Gold_Occupies_ConstRef
{
    MI_CONST Gold_Occupies* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Occupies_ConstRef;

typedef struct _Gold_Occupies_Array
{
    struct _Gold_Occupies** data;
    MI_Uint32 size;
}
Gold_Occupies_Array;

typedef struct _Gold_Occupies_ConstArray
{
    struct _Gold_Occupies MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Occupies_ConstArray;

typedef struct _Gold_Occupies_ArrayRef
{
    Gold_Occupies_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Occupies_ArrayRef;

typedef struct _Gold_Occupies_ConstArrayRef
{
    Gold_Occupies_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Occupies_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Occupies_rtti;

MI_INLINE MI_Result MI_CALL Gold_Occupies_Construct(
    _Out_ Gold_Occupies* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Occupies_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Clone(
    _In_ const Gold_Occupies* self,
    _Outptr_ Gold_Occupies** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Occupies_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Occupies_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Destruct(_Inout_ Gold_Occupies* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Delete(_Inout_ Gold_Occupies* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Post(
    _In_ const Gold_Occupies* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Set_Place(
    _Inout_ Gold_Occupies* self,
    _In_ const Gold_Room* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_SetPtr_Place(
    _Inout_ Gold_Occupies* self,
    _In_ const Gold_Room* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Clear_Place(
    _Inout_ Gold_Occupies* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Set_Occupant(
    _Inout_ Gold_Occupies* self,
    _In_ const Gold_Person* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_SetPtr_Occupant(
    _Inout_ Gold_Occupies* self,
    _In_ const Gold_Person* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Clear_Occupant(
    _Inout_ Gold_Occupies* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Set_Since(
    _Inout_ Gold_Occupies* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Since)->value = x;
    ((MI_DatetimeField*)&self->Since)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Occupies_Clear_Since(
    _Inout_ Gold_Occupies* self)
{
    memset((void*)&self->Since, 0, sizeof(self->Since));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Occupies provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Occupies_Self Gold_Occupies_Self;

MI_EXTERN_C void MI_CALL Gold_Occupies_Load(
    _Outptr_result_maybenull_ Gold_Occupies_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Occupies_Unload(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Occupies_EnumerateInstances(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Occupies_GetInstance(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Occupies* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Occupies_CreateInstance(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Occupies* newInstance);

MI_EXTERN_C void MI_CALL Gold_Occupies_ModifyInstance(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Occupies* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Occupies_DeleteInstance(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Occupies* instanceName);

MI_EXTERN_C void MI_CALL Gold_Occupies_AssociatorInstancesPlace(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Room* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Occupies_AssociatorInstancesOccupant(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Person* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Occupies_ReferenceInstancesPlace(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Room* instanceName,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Occupies_ReferenceInstancesOccupant(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Person* instanceName,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

#endif /* _Gold_Occupies_h */
