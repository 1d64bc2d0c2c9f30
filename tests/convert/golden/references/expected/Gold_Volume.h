/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Volume_h
#define _Gold_Volume_h

#include <MI.h>
#include "Gold_Disk.h"
#include "Gold_Volume.h"

/*
**==============================================================================
**
** Gold_Volume [Gold_Volume]
**
** Keys:
**    Number
**
**==============================================================================
*/

typedef struct _Gold_Volume
{
    MI_Instance __instance;
    /* Gold_Volume properties */
    /*KEY*/ MI_ConstUint32Field Number;
    Gold_Disk_ConstRef Disk;
    Gold_Disk_ConstArrayRef Mirrors;
}
Gold_Volume;

typedef struct _Gold_Volume_Ref
{
    Gold_Volume* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Volume_Ref;

typedef struct _Gold_Volume_ConstRef
{
    MI_CONST Gold_Volume* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Volume_ConstRef;

typedef struct _Gold_Volume_Array
{
    struct _Gold_Volume** data;
    MI_Uint32 size;
}
Gold_Volume_Array;

typedef struct _Gold_Volume_ConstArray
{
    struct _Gold_Volume MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Volume_ConstArray;

typedef struct _Gold_Volume_ArrayRef
{
    Gold_Volume_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Volume_ArrayRef;

typedef struct _Gold_Volume_ConstArrayRef
{
    Gold_Volume_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Volume_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Volume_rtti;

MI_INLINE MI_Result MI_CALL Gold_Volume_Construct(
    _Out_ Gold_Volume* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Volume_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Clone(
    _In_ const Gold_Volume* self,
    _Outptr_ Gold_Volume** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Volume_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Volume_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Destruct(_Inout_ Gold_Volume* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Delete(_Inout_ Gold_Volume* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Post(
    _In_ const Gold_Volume* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Set_Number(
    _Inout_ Gold_Volume* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Number)->value = x;
    ((MI_Uint32Field*)&self->Number)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Clear_Number(
    _Inout_ Gold_Volume* self)
{
    memset((void*)&self->Number, 0, sizeof(self->Number));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Set_Disk(
    _Inout_ Gold_Volume* self,
    _In_ const Gold_Disk* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_SetPtr_Disk(
    _Inout_ Gold_Volume* self,
    _In_ const Gold_Disk* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Clear_Disk(
    _Inout_ Gold_Volume* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Set_Mirrors(
    _Inout_ Gold_Volume* self,
    _In_reads_opt_(size) const Gold_Disk * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_REFERENCEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_SetPtr_Mirrors(
    _Inout_ Gold_Volume* self,
    _In_reads_opt_(size) const Gold_Disk * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_REFERENCEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Clear_Mirrors(
    _Inout_ Gold_Volume* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

/*
**==============================================================================
**
** Gold_Volume.Split()
**
**==============================================================================
*/

typedef struct _Gold_Volume_Split
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstUint64Field At;
    /*OUT*/ Gold_Volume_ConstRef Second;
    /*IN-OUT*/ Gold_Volume_ConstArrayRef Others;
}
Gold_Volume_Split;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Volume_Split_rtti;

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Construct(
    _Out_ Gold_Volume_Split* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Volume_Split_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Clone(
    _In_ const Gold_Volume_Split* self,
    _Outptr_ Gold_Volume_Split** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Destruct(
    _Inout_ Gold_Volume_Split* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Delete(
    _Inout_ Gold_Volume_Split* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Post(
    _In_ const Gold_Volume_Split* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Set_MIReturn(
    _Inout_ Gold_Volume_Split* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Clear_MIReturn(
    _Inout_ Gold_Volume_Split* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Set_At(
    _Inout_ Gold_Volume_Split* self,
    _In_ MI_Uint64 x)
{
    ((MI_Uint64Field*)&self->At)->value = x;
    ((MI_Uint64Field*)&self->At)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Clear_At(
    _Inout_ Gold_Volume_Split* self)
{
    memset((void*)&self->At, 0, sizeof(self->At));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Set_Second(
    _Inout_ Gold_Volume_Split* self,
    _In_ const Gold_Volume* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&x,
        MI_REFERENCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_SetPtr_Second(
    _Inout_ Gold_Volume_Split* self,
    _In_ const Gold_Volume* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&x,
        MI_REFERENCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Clear_Second(
    _Inout_ Gold_Volume_Split* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Set_Others(
    _Inout_ Gold_Volume_Split* self,
    _In_reads_opt_(size) const Gold_Volume * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&arr,
        MI_REFERENCEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_SetPtr_Others(
    _Inout_ Gold_Volume_Split* self,
    _In_reads_opt_(size) const Gold_Volume * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&arr,
        MI_REFERENCEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Volume_Split_Clear_Others(
    _Inout_ Gold_Volume_Split* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        3);
}

/*
**==============================================================================
**
** Gold_Volume provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Volume_Self Gold_Volume_Self;

MI_EXTERN_C void MI_CALL Gold_Volume_Load(
    _Outptr_result_maybenull_ Gold_Volume_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Volume_Unload(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Volume_EnumerateInstances(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Volume_GetInstance(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Volume* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Volume_CreateInstance(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Volume* newInstance);

MI_EXTERN_C void MI_CALL Gold_Volume_ModifyInstance(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Volume* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Volume_DeleteInstance(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Volume* instanceName);

MI_EXTERN_C void MI_CALL Gold_Volume_Invoke_Split(
    _In_opt_ Gold_Volume_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Volume* instanceName,
    _In_opt_ const Gold_Volume_Split* in);

#endif /* _Gold_Volume_h */
