/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Manager_h
#define _Gold_Manager_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Manager [Gold_Manager]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Manager
{
    MI_Instance __instance;
    /* Gold_Manager properties */
    MI_ConstStringField Version;
}
Gold_Manager;

typedef struct _Gold_Manager_Ref
{
    Gold_Manager* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Manager_Ref;

typedef struct _Gold_Manager_ConstRef
{
    MI_CONST Gold_Manager* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Manager_ConstRef;

typedef struct _Gold_Manager_Array
{
    struct _Gold_Manager** data;
    MI_Uint32 size;
}
Gold_Manager_Array;

typedef struct _Gold_Manager_ConstArray
{
    struct _Gold_Manager MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Manager_ConstArray;

typedef struct _Gold_Manager_ArrayRef
{
    Gold_Manager_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Manager_ArrayRef;

typedef struct _Gold_Manager_ConstArrayRef
{
    Gold_Manager_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Manager_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Manager_rtti;

MI_INLINE MI_Result MI_CALL Gold_Manager_Construct(
    _Out_ Gold_Manager* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Manager_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Clone(
    _In_ const Gold_Manager* self,
    _Outptr_ Gold_Manager** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Manager_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Manager_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Destruct(_Inout_ Gold_Manager* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Delete(_Inout_ Gold_Manager* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Post(
    _In_ const Gold_Manager* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Set_Version(
    _Inout_ Gold_Manager* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_SetPtr_Version(
    _Inout_ Gold_Manager* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Clear_Version(
    _Inout_ Gold_Manager* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

/*
**==============================================================================
**
** Gold_Manager.Restart()
**
**==============================================================================
*/

typedef struct _Gold_Manager_Restart
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
}
Gold_Manager_Restart;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Manager_Restart_rtti;

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Construct(
    _Out_ Gold_Manager_Restart* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Manager_Restart_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Clone(
    _In_ const Gold_Manager_Restart* self,
    _Outptr_ Gold_Manager_Restart** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Destruct(
    _Inout_ Gold_Manager_Restart* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Delete(
    _Inout_ Gold_Manager_Restart* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Post(
    _In_ const Gold_Manager_Restart* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Set_MIReturn(
    _Inout_ Gold_Manager_Restart* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Manager_Restart_Clear_MIReturn(
    _Inout_ Gold_Manager_Restart* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Manager provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Manager_Self Gold_Manager_Self;

MI_EXTERN_C void MI_CALL Gold_Manager_Load(
    _Outptr_result_maybenull_ Gold_Manager_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Manager_Unload(
    _In_opt_ Gold_Manager_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Manager_Invoke_Restart(
    _In_opt_ Gold_Manager_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Manager* instanceName,
    _In_opt_ const Gold_Manager_Restart* in);

#endif /* _Gold_Manager_h */
