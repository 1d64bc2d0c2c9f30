/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Reader_h
#define _Gold_Reader_h

#include <MI.h>
#include "Gold_Line.h"

/*
**==============================================================================
**
** Gold_Reader [Gold_Reader]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Reader
{
    MI_Instance __instance;
    /* Gold_Reader properties */
}
Gold_Reader;

typedef struct _Gold_Reader_Ref
{
    Gold_Reader* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Reader_Ref;

typedef struct _Gold_Reader_ConstRef
{
    MI_CONST Gold_Reader* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Reader_ConstRef;

typedef struct _Gold_Reader_Array
{
    struct _Gold_Reader** data;
    MI_Uint32 size;
}
Gold_Reader_Array;

typedef struct _Gold_Reader_ConstArray
{
    struct _Gold_Reader MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Reader_ConstArray;

typedef struct _Gold_Reader_ArrayRef
{
    Gold_Reader_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Reader_ArrayRef;

typedef struct _Gold_Reader_ConstArrayRef
{
    Gold_Reader_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Reader_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Reader_rtti;

MI_INLINE MI_Result MI_CALL Gold_Reader_Construct(
    _Out_ Gold_Reader* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Reader_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Clone(
    _In_ const Gold_Reader* self,
    _Outptr_ Gold_Reader** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Reader_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Reader_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Destruct(_Inout_ Gold_Reader* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Delete(_Inout_ Gold_Reader* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Post(
    _In_ const Gold_Reader* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

/*
**==============================================================================
**
** Gold_Reader.Read()
**
**==============================================================================
*/

typedef struct _Gold_Reader_Read
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstStringField Path;
    /*OUT*/ MI_ConstUint64Field Count;
}
Gold_Reader_Read;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Reader_Read_rtti;

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Construct(
    _Out_ Gold_Reader_Read* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Reader_Read_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Clone(
    _In_ const Gold_Reader_Read* self,
    _Outptr_ Gold_Reader_Read** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Destruct(
    _Inout_ Gold_Reader_Read* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Delete(
    _Inout_ Gold_Reader_Read* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Post(
    _In_ const Gold_Reader_Read* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Set_MIReturn(
    _Inout_ Gold_Reader_Read* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Clear_MIReturn(
    _Inout_ Gold_Reader_Read* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Set_Path(
    _Inout_ Gold_Reader_Read* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_SetPtr_Path(
    _Inout_ Gold_Reader_Read* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Clear_Path(
    _Inout_ Gold_Reader_Read* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Set_Count(
    _Inout_ Gold_Reader_Read* self,
    _In_ MI_Uint64 x)
{
    ((MI_Uint64Field*)&self->Count)->value = x;
    ((MI_Uint64Field*)&self->Count)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Reader_Read_Clear_Count(
    _Inout_ Gold_Reader_Read* self)
{
    memset((void*)&self->Count, 0, sizeof(self->Count));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Reader provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Reader_Self Gold_Reader_Self;

MI_EXTERN_C void MI_CALL Gold_Reader_Load(
    _Outptr_result_maybenull_ Gold_Reader_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Reader_Unload(
    _In_opt_ Gold_Reader_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Reader_Invoke_Read(
    _In_opt_ Gold_Reader_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Reader* instanceName,
    _In_opt_ const Gold_Reader_Read* in);

#endif /* _Gold_Reader_h */
