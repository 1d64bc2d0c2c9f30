/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Lamp_h
#define _Gold_Lamp_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Lamp [Gold_Lamp]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Lamp
{
    MI_Instance __instance;
    /* Gold_Lamp properties */
    /*KEY*/ MI_ConstStringField Name;
    MI_ConstUint8Field State;
    MI_ConstStringField Alias;
}
Gold_Lamp;

typedef struct _Gold_Lamp_Ref
{
    Gold_Lamp* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Lamp_Ref;

typedef struct _Gold_Lamp_ConstRef
{
    MI_CONST Gold_Lamp* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Lamp_ConstRef;

typedef struct _Gold_Lamp_Array
{
    struct _Gold_Lamp** data;
    MI_Uint32 size;
}
Gold_Lamp_Array;

typedef struct _Gold_Lamp_ConstArray
{
    struct _Gold_Lamp MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Lamp_ConstArray;

typedef struct _Gold_Lamp_ArrayRef
{
    Gold_Lamp_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Lamp_ArrayRef;

typedef struct _Gold_Lamp_ConstArrayRef
{
    Gold_Lamp_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Lamp_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Lamp_rtti;

MI_INLINE MI_Result MI_CALL Gold_Lamp_Construct(
    _Out_ Gold_Lamp* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Lamp_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Clone(
    _In_ const Gold_Lamp* self,
    _Outptr_ Gold_Lamp** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Lamp_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Lamp_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Destruct(_Inout_ Gold_Lamp* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Delete(_Inout_ Gold_Lamp* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Post(
    _In_ const Gold_Lamp* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Set_Name(
    _Inout_ Gold_Lamp* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_SetPtr_Name(
    _Inout_ Gold_Lamp* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Clear_Name(
    _Inout_ Gold_Lamp* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Set_State(
    _Inout_ Gold_Lamp* self,
    _In_ MI_Uint8 x)
{
    ((MI_Uint8Field*)&self->State)->value = x;
    ((MI_Uint8Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Clear_State(
    _Inout_ Gold_Lamp* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Set_Alias(
    _Inout_ Gold_Lamp* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_SetPtr_Alias(
    _Inout_ Gold_Lamp* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Clear_Alias(
    _Inout_ Gold_Lamp* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

/*
**==============================================================================
**
** Gold_Lamp.Switch()
**
**==============================================================================
*/

typedef struct _Gold_Lamp_Switch
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Lamp_Switch;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Lamp_Switch_rtti;

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Construct(
    _Out_ Gold_Lamp_Switch* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Lamp_Switch_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Clone(
    _In_ const Gold_Lamp_Switch* self,
    _Outptr_ Gold_Lamp_Switch** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Destruct(
    _Inout_ Gold_Lamp_Switch* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Delete(
    _Inout_ Gold_Lamp_Switch* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Post(
    _In_ const Gold_Lamp_Switch* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Set_MIReturn(
    _Inout_ Gold_Lamp_Switch* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Lamp_Switch_Clear_MIReturn(
    _Inout_ Gold_Lamp_Switch* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Lamp provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Lamp_Self Gold_Lamp_Self;

MI_EXTERN_C void MI_CALL Gold_Lamp_Load(
    _Outptr_result_maybenull_ Gold_Lamp_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Lamp_Unload(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Lamp_EnumerateInstances(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Lamp_GetInstance(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Lamp* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Lamp_CreateInstance(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Lamp* newInstance);

MI_EXTERN_C void MI_CALL Gold_Lamp_ModifyInstance(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Lamp* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Lamp_DeleteInstance(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Lamp* instanceName);

MI_EXTERN_C void MI_CALL Gold_Lamp_Invoke_Switch(
    _In_opt_ Gold_Lamp_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Lamp* instanceName,
    _In_opt_ const Gold_Lamp_Switch* in);

#endif /* _Gold_Lamp_h */
