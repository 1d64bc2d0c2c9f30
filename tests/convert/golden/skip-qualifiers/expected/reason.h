/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _reason_h
#define _reason_h

#include <MI.h>
#include "Detail.h"

/*
**==============================================================================
**
** reason [reason]
**
** Keys:
**    Code
**
**==============================================================================
*/

typedef struct _reason
{
    MI_Instance __instance;
    /* reason properties */
    /*KEY*/ MI_ConstStringField Code;
    Detail_ConstRef More;
}
reason;

typedef struct _reason_Ref
{
    reason* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
reason_Ref;

typedef struct _reason_ConstRef
{
    MI_CONST reason* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
reason_ConstRef;

typedef struct _reason_Array
{
    struct _reason** data;
    MI_Uint32 size;
}
reason_Array;

typedef struct _reason_ConstArray
{
    struct _reason MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
reason_ConstArray;

typedef struct _reason_ArrayRef
{
    reason_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
reason_ArrayRef;

typedef struct _reason_ConstArrayRef
{
    reason_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
reason_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl reason_rtti;

MI_INLINE MI_Result MI_CALL reason_Construct(
    _Out_ reason* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &reason_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL reason_Clone(
    _In_ const reason* self,
    _Outptr_ reason** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL reason_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &reason_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL reason_Destruct(_Inout_ reason* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL reason_Delete(_Inout_ reason* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL reason_Post(
    _In_ const reason* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL reason_Set_Code(
    _Inout_ reason* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL reason_SetPtr_Code(
    _Inout_ reason* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL reason_Clear_Code(
    _Inout_ reason* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL reason_Set_More(
    _Inout_ reason* self,
    _In_ const Detail* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        0);
}

MI_INLINE MI_Result MI_CALL reason_SetPtr_More(
    _Inout_ reason* self,
    _In_ const Detail* x)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&x,
        MI_INSTANCE,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL reason_Clear_More(
    _Inout_ reason* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

/*
**==============================================================================
**
** reason provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _reason_Self reason_Self;

MI_EXTERN_C void MI_CALL reason_Load(
    _Outptr_result_maybenull_ reason_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL reason_Unload(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL reason_EnumerateInstances(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL reason_GetInstance(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const reason* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL reason_CreateInstance(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const reason* newInstance);

MI_EXTERN_C void MI_CALL reason_ModifyInstance(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const reason* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL reason_DeleteInstance(
    _In_opt_ reason_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const reason* instanceName);

#endif /* _reason_h */
