/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Status_h
#define _Gold_Status_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Status [Gold_Status]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Status
{
    MI_Instance __instance;
    /* Gold_Status properties */
    /*KEY*/ MI_ConstStringField Name;
    MI_ConstUint16Field State;
    MI_ConstUint8Field Rights;
    MI_ConstUint8Field Age;
}
Gold_Status;

typedef struct _Gold_Status_Ref
{
    Gold_Status* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Status_Ref;

typedef struct _Gold_Status_ConstRef
{
    MI_CONST Gold_Status* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Status_ConstRef;

typedef struct _Gold_Status_Array
{
    struct _Gold_Status** data;
    MI_Uint32 size;
}
Gold_Status_Array;

typedef struct _Gold_Status_ConstArray
{
    struct _Gold_Status MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Status_ConstArray;

typedef struct _Gold_Status_ArrayRef
{
    Gold_Status_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Status_ArrayRef;

typedef struct _Gold_Status_ConstArrayRef
{
    Gold_Status_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Status_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Status_rtti;

MI_INLINE MI_Result MI_CALL Gold_Status_Construct(
    _Out_ Gold_Status* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Status_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Clone(
    _In_ const Gold_Status* self,
    _Outptr_ Gold_Status** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Status_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Status_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Destruct(_Inout_ Gold_Status* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Delete(_Inout_ Gold_Status* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Post(
    _In_ const Gold_Status* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Set_Name(
    _Inout_ Gold_Status* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Status_SetPtr_Name(
    _Inout_ Gold_Status* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Clear_Name(
    _Inout_ Gold_Status* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Status_Set_State(
    _Inout_ Gold_Status* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->State)->value = x;
    ((MI_Uint16Field*)&self->State)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Clear_State(
    _Inout_ Gold_Status* self)
{
    memset((void*)&self->State, 0, sizeof(self->State));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Set_Rights(
    _Inout_ Gold_Status* self,
    _In_ MI_Uint8 x)
{
    ((MI_Uint8Field*)&self->Rights)->value = x;
    ((MI_Uint8Field*)&self->Rights)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Clear_Rights(
    _Inout_ Gold_Status* self)
{
    memset((void*)&self->Rights, 0, sizeof(self->Rights));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Set_Age(
    _Inout_ Gold_Status* self,
    _In_ MI_Uint8 x)
{
    ((MI_Uint8Field*)&self->Age)->value = x;
    ((MI_Uint8Field*)&self->Age)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Status_Clear_Age(
    _Inout_ Gold_Status* self)
{
    memset((void*)&self->Age, 0, sizeof(self->Age));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Status provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Status_Self Gold_Status_Self;

MI_EXTERN_C void MI_CALL Gold_Status_Load(
    _Outptr_result_maybenull_ Gold_Status_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Status_Unload(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Status_EnumerateInstances(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Status_GetInstance(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Status* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Status_CreateInstance(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Status* newInstance);

MI_EXTERN_C void MI_CALL Gold_Status_ModifyInstance(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Status* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Status_DeleteInstance(
    _In_opt_ Gold_Status_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Status* instanceName);

#endif /* _Gold_Status_h */
