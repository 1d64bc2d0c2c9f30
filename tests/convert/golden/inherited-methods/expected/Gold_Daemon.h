/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Daemon_h
#define _Gold_Daemon_h

#include <MI.h>
#include "Gold_Service.h"

/*
**==============================================================================
**
** Gold_Daemon [Gold_Daemon]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Daemon /* extends Gold_Service */
{
    MI_Instance __instance;
    /* Gold_Service properties */
    /*KEY*/ MI_ConstStringField Name;
    /* Gold_Daemon properties */
}
Gold_Daemon;

typedef struct _Gold_Daemon_Ref
{
    Gold_Daemon* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Daemon_Ref;

typedef struct _Gold_Daemon_ConstRef
{
    MI_CONST Gold_Daemon* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Daemon_ConstRef;

typedef struct _Gold_Daemon_Array
{
    struct _Gold_Daemon** data;
    MI_Uint32 size;
}
Gold_Daemon_Array;

typedef struct _Gold_Daemon_ConstArray
{
    struct _Gold_Daemon MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Daemon_ConstArray;

typedef struct _Gold_Daemon_ArrayRef
{
    Gold_Daemon_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Daemon_ArrayRef;

typedef struct _Gold_Daemon_ConstArrayRef
{
    Gold_Daemon_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Daemon_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Daemon_rtti;

MI_INLINE MI_Result MI_CALL Gold_Daemon_Construct(
    _Out_ Gold_Daemon* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Daemon_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Clone(
    _In_ const Gold_Daemon* self,
    _Outptr_ Gold_Daemon** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Daemon_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Daemon_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Destruct(_Inout_ Gold_Daemon* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Delete(_Inout_ Gold_Daemon* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Post(
    _In_ const Gold_Daemon* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Set_Name(
    _Inout_ Gold_Daemon* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_SetPtr_Name(
    _Inout_ Gold_Daemon* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Clear_Name(
    _Inout_ Gold_Daemon* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

/*
**==============================================================================
**
** Gold_Daemon.Start()
**
**==============================================================================
*/

typedef struct _Gold_Daemon_Start
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Daemon_Start;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Daemon_Start_rtti;

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Construct(
    _Out_ Gold_Daemon_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Daemon_Start_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Clone(
    _In_ const Gold_Daemon_Start* self,
    _Outptr_ Gold_Daemon_Start** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Destruct(
    _Inout_ Gold_Daemon_Start* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Delete(
    _Inout_ Gold_Daemon_Start* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Post(
    _In_ const Gold_Daemon_Start* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Set_MIReturn(
    _Inout_ Gold_Daemon_Start* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Start_Clear_MIReturn(
    _Inout_ Gold_Daemon_Start* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Daemon.Stop()
**
**==============================================================================
*/

typedef struct _Gold_Daemon_Stop
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstUint32Field Seconds;
}
Gold_Daemon_Stop;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Daemon_Stop_rtti;

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Construct(
    _Out_ Gold_Daemon_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Daemon_Stop_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Clone(
    _In_ const Gold_Daemon_Stop* self,
    _Outptr_ Gold_Daemon_Stop** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Destruct(
    _Inout_ Gold_Daemon_Stop* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Delete(
    _Inout_ Gold_Daemon_Stop* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Post(
    _In_ const Gold_Daemon_Stop* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Set_MIReturn(
    _Inout_ Gold_Daemon_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Clear_MIReturn(
    _Inout_ Gold_Daemon_Stop* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Set_Seconds(
    _Inout_ Gold_Daemon_Stop* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Seconds)->value = x;
    ((MI_Uint32Field*)&self->Seconds)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Stop_Clear_Seconds(
    _Inout_ Gold_Daemon_Stop* self)
{
    memset((void*)&self->Seconds, 0, sizeof(self->Seconds));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Daemon.Reload()
**
**==============================================================================
*/

typedef struct _Gold_Daemon_Reload
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Daemon_Reload;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Daemon_Reload_rtti;

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Construct(
    _Out_ Gold_Daemon_Reload* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Daemon_Reload_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Clone(
    _In_ const Gold_Daemon_Reload* self,
    _Outptr_ Gold_Daemon_Reload** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Destruct(
    _Inout_ Gold_Daemon_Reload* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Delete(
    _Inout_ Gold_Daemon_Reload* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Post(
    _In_ const Gold_Daemon_Reload* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Set_MIReturn(
    _Inout_ Gold_Daemon_Reload* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Daemon_Reload_Clear_MIReturn(
    _Inout_ Gold_Daemon_Reload* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Daemon provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Daemon_Self Gold_Daemon_Self;

MI_EXTERN_C void MI_CALL Gold_Daemon_Load(
    _Outptr_result_maybenull_ Gold_Daemon_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Daemon_Unload(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Daemon_EnumerateInstances(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Daemon_GetInstance(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Daemon* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Daemon_CreateInstance(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Daemon* newInstance);

MI_EXTERN_C void MI_CALL Gold_Daemon_ModifyInstance(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Daemon* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Daemon_DeleteInstance(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Daemon* instanceName);

MI_EXTERN_C void MI_CALL Gold_Daemon_Invoke_Start(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Daemon* instanceName,
    _In_opt_ const Gold_Daemon_Start* in);

MI_EXTERN_C void MI_CALL Gold_Daemon_Invoke_Stop(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Daemon* instanceName,
    _In_opt_ const Gold_Daemon_Stop* in);

MI_EXTERN_C void MI_CALL Gold_Daemon_Invoke_Reload(
    _In_opt_ Gold_Daemon_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Daemon* instanceName,
    _In_opt_ const Gold_Daemon_Reload* in);

#endif /* _Gold_Daemon_h */
