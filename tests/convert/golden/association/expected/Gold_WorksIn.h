/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_WorksIn_h
#define _Gold_WorksIn_h

#include <MI.h>
#include "Gold_Occupies.h"
#include "Gold_Room.h"
#include "Gold_Clerk.h"

/*
**==============================================================================
**
** Gold_WorksIn [Gold_WorksIn]
**
** Keys:
**    Place
**    Occupant
**
**==============================================================================
*/

typedef struct _Gold_WorksIn /* extends Gold_Occupies */
{
    MI_Instance __instance;
    /* Gold_Occupies properties */
    /*KEY*/ Gold_Room_ConstRef Place;
    /*KEY*/ Gold_Clerk_ConstRef Occupant;
    MI_ConstDatetimeField Since;
    /* Gold_WorksIn properties */
}
Gold_WorksIn;

typedef struct _Gold_WorksIn_Ref
{
    Gold_WorksIn* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_WorksIn_Ref;

typedef struct _Gold_WorksIn_ConstRef
{
    MI_CONST Gold_WorksIn* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_WorksIn_ConstRef;

typedef struct _Gold_WorksIn_Array
{
    struct _Gold_WorksIn** data;
    MI_Uint32 size;
}
Gold_WorksIn_Array;

typedef struct _Gold_WorksIn_ConstArray
{
    struct _Gold_WorksIn MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_WorksIn_ConstArray;

typedef struct _Gold_WorksIn_ArrayRef
{
    Gold_WorksIn_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_WorksIn_ArrayRef;

typedef struct _Gold_WorksIn_ConstArrayRef
{
    Gold_WorksIn_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_WorksIn_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_WorksIn_rtti;

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Construct(
    _Out_ Gold_WorksIn* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_WorksIn_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Clone(
    _In_ const Gold_WorksIn* self,
    _Outptr_ Gold_WorksIn** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_WorksIn_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_WorksIn_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Destruct(_Inout_ Gold_WorksIn* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Delete(_Inout_ Gold_WorksIn* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Post(
    _In_ const Gold_WorksIn* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Set_Place(
    _Inout_ Gold_WorksIn* self,
    _In_ const Gold_Room* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_SetPtr_Place(
    _Inout_ Gold_WorksIn* self,
    _In_ const Gold_Room* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Clear_Place(
    _Inout_ Gold_WorksIn* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Set_Occupant(
    _Inout_ Gold_WorksIn* self,
    _In_ const Gold_Clerk* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_SetPtr_Occupant(
    _Inout_ Gold_WorksIn* self,
    _In_ const Gold_Clerk* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Clear_Occupant(
    _Inout_ Gold_WorksIn* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Set_Since(
    _Inout_ Gold_WorksIn* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Since)->value = x;
    ((MI_DatetimeField*)&self->Since)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_WorksIn_Clear_Since(
    _Inout_ Gold_WorksIn* self)
{
    memset((void*)&self->Since, 0, sizeof(self->Since));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_WorksIn provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_WorksIn_Self Gold_WorksIn_Self;

MI_EXTERN_C void MI_CALL Gold_WorksIn_Load(
    _Outptr_result_maybenull_ Gold_WorksIn_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_WorksIn_Unload(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_WorksIn_EnumerateInstances(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_WorksIn_GetInstance(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_WorksIn* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_WorksIn_CreateInstance(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_WorksIn* newInstance);

MI_EXTERN_C void MI_CALL Gold_WorksIn_ModifyInstance(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_WorksIn* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_WorksIn_DeleteInstance(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_WorksIn* instanceName);

MI_EXTERN_C void MI_CALL Gold_WorksIn_AssociatorInstancesPlace(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Room* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_WorksIn_AssociatorInstancesOccupant(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Clerk* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_WorksIn_ReferenceInstancesPlace(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Room* instanceName,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_WorksIn_ReferenceInstancesOccupant(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Clerk* instanceName,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

#endif /* _Gold_WorksIn_h */
