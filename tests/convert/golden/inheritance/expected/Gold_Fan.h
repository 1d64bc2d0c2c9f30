/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Fan_h
#define _Gold_Fan_h

#include <MI.h>
#include "Gold_Device.h"

/*
**==============================================================================
**
** Gold_Fan [Gold_Fan]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Fan /* extends Gold_Device */
{
    MI_Instance __instance;
    /* Gold_Element properties */
    /*KEY*/ MI_ConstStringField Name;
    /* Gold_System properties */
    MI_ConstUint16Field State;
    /* Gold_Logical properties */
    /* Gold_Device properties */
    MI_ConstUint32Field Speed;
    /* Gold_Fan properties */
    MI_ConstBooleanField Variable;
}
Gold_Fan;

typedef struct _Gold_Fan_Ref
{
    Gold_Fan* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Fan_Ref;

typedef struct _Gold_Fan_ConstRef
{
    MI_CONST Gold_Fan* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Fan_ConstRef;

typedef struct _Gold_Fan_Array
{
    struct _Gold_Fan** data;
    MI_Uint32 size;
}
Gold_Fan_Array;

typedef struct _Gold_Fan_ConstArray
{
    struct _Gold_Fan MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Fan_ConstArray;

typedef struct _Gold_Fan_ArrayRef
{
    Gold_Fan_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Fan_ArrayRef;

typedef struct _Gold_Fan_ConstArrayRef
{
    Gold_Fan_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Fan_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Fan_rtti;

MI_INLINE MI_Result MI_CALL Gold_Fan_Construct(
    _Out_ Gold_Fan* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Fan_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Clone(
    _In_ const Gold_Fan* self,
    _Outptr_ Gold_Fan** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Fan_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Fan_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Destruct(_Inout_ Gold_Fan* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Delete(_Inout_ Gold_Fan* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Post(
    _In_ const Gold_Fan* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Set_Name(
    _Inout_ Gold_Fan* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_SetPtr_Name(
    _Inout_ Gold_Fan* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Clear_Name(
    _Inout_ Gold_Fan* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Set_State(
    _Inout_ Gold_Fan* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->State)->value = x;
    ((MI_Uint16Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Clear_State(
    _Inout_ Gold_Fan* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Set_Speed(
    _Inout_ Gold_Fan* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Speed)->value = x;
    ((MI_Uint32Field*)&self->Speed)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Clear_Speed(
    _Inout_ Gold_Fan* self)
{
    memset((void*)&self->Speed, 0, sizeof(self->Speed));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Set_Variable(
    _Inout_ Gold_Fan* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->Variable)->value = x;
    ((MI_BooleanField*)&self->Variable)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Fan_Clear_Variable(
    _Inout_ Gold_Fan* self)
{
    memset((void*)&self->Variable, 0, sizeof(self->Variable));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Fan provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Fan_Self Gold_Fan_Self;

MI_EXTERN_C void MI_CALL Gold_Fan_Load(
    _Outptr_result_maybenull_ Gold_Fan_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Fan_Unload(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Fan_EnumerateInstances(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Fan_GetInstance(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Fan* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Fan_CreateInstance(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Fan* newInstance);

MI_EXTERN_C void MI_CALL Gold_Fan_ModifyInstance(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Fan* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Fan_DeleteInstance(
    _In_opt_ Gold_Fan_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Fan* instanceName);

#endif /* _Gold_Fan_h */
