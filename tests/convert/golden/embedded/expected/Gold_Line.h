/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Line_h
#define _Gold_Line_h

#include <MI.h>
#include "Gold_Point.h"

/*
**==============================================================================
**
** Gold_Line [Gold_Line]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Line
{
    MI_Instance __instance;
    /* Gold_Line properties */
    /*KEY*/ MI_ConstStringField Name;
    Gold_Point_ConstRef Start;
    Gold_Point_ConstArrayRef Points;
    MI_ConstReferenceField Any;
    MI_ConstReferenceAField Others;
}
Gold_Line;

typedef struct _Gold_Line_Ref
{
    Gold_Line* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_Ref;

typedef struct _Gold_Line_ConstRef
{
    MI_CONST Gold_Line* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ConstRef;

typedef struct _Gold_Line_Array
{
    struct _Gold_Line** data;
    MI_Uint32 size;
}
Gold_Line_Array;

typedef struct _Gold_Line_ConstArray
{
    struct _Gold_Line MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Line_ConstArray;

typedef struct _Gold_Line_ArrayRef
{
    Gold_Line_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ArrayRef;

typedef struct _Gold_Line_ConstArrayRef
{
    Gold_Line_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Line_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Line_rtti;

MI_INLINE MI_Result MI_CALL Gold_Line_Construct(
    _Out_ Gold_Line* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Line_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clone(
    _In_ const Gold_Line* self,
    _Outptr_ Gold_Line** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Line_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Line_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Line_Destruct(_Inout_ Gold_Line* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Delete(_Inout_ Gold_Line* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Post(
    _In_ const Gold_Line* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Name(
    _Inout_ Gold_Line* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Name(
    _Inout_ Gold_Line* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Name(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Start(
    _Inout_ Gold_Line* self,
    _In_ const Gold_Point* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Start(
    _Inout_ Gold_Line* self,
    _In_ const Gold_Point* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Start(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Points(
    _Inout_ Gold_Line* self,
    _In_reads_opt_(size) const Gold_Point * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Points(
    _Inout_ Gold_Line* self,
    _In_reads_opt_(size) const Gold_Point * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Points(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Any(
    _Inout_ Gold_Line* self,
    _In_ const MI_Instance* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&x,
        MI_INSTANCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Any(
    _Inout_ Gold_Line* self,
    _In_ const MI_Instance* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&x,
        MI_INSTANCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Any(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        3);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Set_Others(
    _Inout_ Gold_Line* self,
    _In_reads_opt_(size) const MI_Instance * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        4,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_SetPtr_Others(
    _Inout_ Gold_Line* self,
    _In_reads_opt_(size) const MI_Instance * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        4,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Clear_Others(
    _Inout_ Gold_Line* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        4);
}

/*
**==============================================================================
**
** Gold_Line.Middle()
**
**==============================================================================
*/

typedef struct _Gold_Line_Middle
{
    MI_Instance __instance;
    /*OUT*/ Gold_Point_ConstRef MIReturn;
    /*IN*/ MI_ConstReferenceField Of;
    /*OUT*/ Gold_Point_ConstArrayRef All;
}
Gold_Line_Middle;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Line_Middle_rtti;

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Construct(
    _Out_ Gold_Line_Middle* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Line_Middle_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Clone(
    _In_ const Gold_Line_Middle* self,
    _Outptr_ Gold_Line_Middle** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Destruct(
    _Inout_ Gold_Line_Middle* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Delete(
    _Inout_ Gold_Line_Middle* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Post(
    _In_ const Gold_Line_Middle* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Set_MIReturn(
    _Inout_ Gold_Line_Middle* self,
    _In_ const Gold_Point* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_INSTANCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_SetPtr_MIReturn(
    _Inout_ Gold_Line_Middle* self,
    _In_ const Gold_Point* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&x,
        MI_INSTANCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Clear_MIReturn(
    _Inout_ Gold_Line_Middle* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Set_Of(
    _Inout_ Gold_Line_Middle* self,
    _In_ const MI_Instance* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_SetPtr_Of(
    _Inout_ Gold_Line_Middle* self,
    _In_ const MI_Instance* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Clear_Of(
    _Inout_ Gold_Line_Middle* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Set_All(
    _Inout_ Gold_Line_Middle* self,
    _In_reads_opt_(size) const Gold_Point * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_SetPtr_All(
    _Inout_ Gold_Line_Middle* self,
    _In_reads_opt_(size) const Gold_Point * const * data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_INSTANCEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Line_Middle_Clear_All(
    _Inout_ Gold_Line_Middle* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

/*
**==============================================================================
**
** Gold_Line provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Line_Self Gold_Line_Self;

MI_EXTERN_C void MI_CALL Gold_Line_Load(
    _Outptr_result_maybenull_ Gold_Line_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Line_Unload(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Line_EnumerateInstances(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Line_GetInstance(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Line* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Line_CreateInstance(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Line* newInstance);

MI_EXTERN_C void MI_CALL Gold_Line_ModifyInstance(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Line* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Line_DeleteInstance(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Line* instanceName);

MI_EXTERN_C void MI_CALL Gold_Line_Invoke_Middle(
    _In_opt_ Gold_Line_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Line* instanceName,
    _In_opt_ const Gold_Line_Middle* in);

#endif /* _Gold_Line_h */
