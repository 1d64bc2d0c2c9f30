/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Defaults_h
#define _Gold_Defaults_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Defaults [Gold_Defaults]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Defaults
{
    MI_Instance __instance;
    /* Gold_Defaults properties */
    /*KEY*/ MI_ConstStringField Name;
    MI_ConstBooleanField Yes;
    MI_ConstBooleanField No;
    MI_ConstUint8Field U8;
    MI_ConstSint8Field S8;
    MI_ConstUint16Field U16;
    MI_ConstSint16Field S16;
    MI_ConstUint32Field U32;
    MI_ConstSint32Field S32;
    MI_ConstUint64Field U64;
    MI_ConstSint64Field S64;
    MI_ConstSint64Field Least;
    MI_ConstReal32Field R32;
    MI_ConstReal64Field R64;
    MI_ConstChar16Field C16;
    MI_ConstDatetimeField Moment;
    MI_ConstDatetimeField Span;
    MI_ConstStringField Text;
    MI_ConstStringField Empty;
    MI_ConstStringField Nothing;
    MI_ConstUint16AField Numbers;
    MI_ConstStringAField Words;
    MI_ConstBooleanAField Flags;
    MI_ConstUint8AField None;
}
Gold_Defaults;

typedef struct _Gold_Defaults_Ref
{
    Gold_Defaults* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Defaults_Ref;

typedef struct _Gold_Defaults_ConstRef
{
    MI_CONST Gold_Defaults* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Defaults_ConstRef;

typedef struct _Gold_Defaults_Array
{
    struct _Gold_Defaults** data;
    MI_Uint32 size;
}
Gold_Defaults_Array;

typedef struct _Gold_Defaults_ConstArray
{
    struct _Gold_Defaults MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Defaults_ConstArray;

typedef struct _Gold_Defaults_ArrayRef
{
    Gold_Defaults_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Defaults_ArrayRef;

typedef struct _Gold_Defaults_ConstArrayRef
{
    Gold_Defaults_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Defaults_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Defaults_rtti;

MI_INLINE MI_Result MI_CALL Gold_Defaults_Construct(
    _Out_ Gold_Defaults* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Defaults_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clone(
    _In_ const Gold_Defaults* self,
    _Outptr_ Gold_Defaults** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Defaults_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Defaults_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Destruct(_Inout_ Gold_Defaults* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Delete(_Inout_ Gold_Defaults* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Post(
    _In_ const Gold_Defaults* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Name(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Name(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Name(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Yes(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->Yes)->value = x;
    ((MI_BooleanField*)&self->Yes)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Yes(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->Yes, 0, sizeof(self->Yes));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_No(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->No)->value = x;
    ((MI_BooleanField*)&self->No)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_No(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->No, 0, sizeof(self->No));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_U8(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Uint8 x)
{
    ((MI_Uint8Field*)&self->U8)->value = x;
    ((MI_Uint8Field*)&self->U8)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_U8(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->U8, 0, sizeof(self->U8));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_S8(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Sint8 x)
{
    ((MI_Sint8Field*)&self->S8)->value = x;
    ((MI_Sint8Field*)&self->S8)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_S8(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->S8, 0, sizeof(self->S8));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_U16(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->U16)->value = x;
    ((MI_Uint16Field*)&self->U16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_U16(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->U16, 0, sizeof(self->U16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_S16(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Sint16 x)
{
    ((MI_Sint16Field*)&self->S16)->value = x;
    ((MI_Sint16Field*)&self->S16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_S16(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->S16, 0, sizeof(self->S16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_U32(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->U32)->value = x;
    ((MI_Uint32Field*)&self->U32)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_U32(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->U32, 0, sizeof(self->U32));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_S32(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->S32)->value = x;
    ((MI_Sint32Field*)&self->S32)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_S32(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->S32, 0, sizeof(self->S32));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_U64(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Uint64 x)
{
    ((MI_Uint64Field*)&self->U64)->value = x;
    ((MI_Uint64Field*)&self->U64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_U64(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->U64, 0, sizeof(self->U64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_S64(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Sint64 x)
{
    ((MI_Sint64Field*)&self->S64)->value = x;
    ((MI_Sint64Field*)&self->S64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_S64(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->S64, 0, sizeof(self->S64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Least(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Sint64 x)
{
    ((MI_Sint64Field*)&self->Least)->value = x;
    ((MI_Sint64Field*)&self->Least)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Least(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->Least, 0, sizeof(self->Least));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_R32(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Real32 x)
{
    ((MI_Real32Field*)&self->R32)->value = x;
    ((MI_Real32Field*)&self->R32)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_R32(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->R32, 0, sizeof(self->R32));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_R64(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Real64 x)
{
    ((MI_Real64Field*)&self->R64)->value = x;
    ((MI_Real64Field*)&self->R64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_R64(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->R64, 0, sizeof(self->R64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_C16(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Char16 x)
{
    ((MI_Char16Field*)&self->C16)->value = x;
    ((MI_Char16Field*)&self->C16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_C16(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->C16, 0, sizeof(self->C16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Moment(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Moment)->value = x;
    ((MI_DatetimeField*)&self->Moment)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Moment(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->Moment, 0, sizeof(self->Moment));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Span(
    _Inout_ Gold_Defaults* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->Span)->value = x;
    ((MI_DatetimeField*)&self->Span)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Span(
    _Inout_ Gold_Defaults* self)
{
    memset((void*)&self->Span, 0, sizeof(self->Span));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Text(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        17,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Text(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        17,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Text(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        17);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Empty(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        18,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Empty(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        18,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Empty(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        18);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Nothing(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        19,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Nothing(
    _Inout_ Gold_Defaults* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        19,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Nothing(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        19);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Numbers(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        20,
        (MI_Value*)&arr,
        MI_UINT16A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Numbers(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        20,
        (MI_Value*)&arr,
        MI_UINT16A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Numbers(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        20);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Words(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Char** data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        21,
        (MI_Value*)&arr,
        MI_STRINGA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Words(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Char** data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        21,
        (MI_Value*)&arr,
        MI_STRINGA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Words(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        21);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_Flags(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Boolean* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        22,
        (MI_Value*)&arr,
        MI_BOOLEANA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_Flags(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Boolean* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        22,
        (MI_Value*)&arr,
        MI_BOOLEANA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_Flags(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        22);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Set_None(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Uint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        23,
        (MI_Value*)&arr,
        MI_UINT8A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_SetPtr_None(
    _Inout_ Gold_Defaults* self,
    _In_reads_opt_(size) const MI_Uint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        23,
        (MI_Value*)&arr,
        MI_UINT8A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Defaults_Clear_None(
    _Inout_ Gold_Defaults* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        23);
}

/*
**==============================================================================
**
** Gold_Defaults provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Defaults_Self Gold_Defaults_Self;

MI_EXTERN_C void MI_CALL Gold_Defaults_Load(
    _Outptr_result_maybenull_ Gold_Defaults_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Defaults_Unload(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Defaults_EnumerateInstances(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Defaults_GetInstance(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Defaults* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Defaults_CreateInstance(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Defaults* newInstance);

MI_EXTERN_C void MI_CALL Gold_Defaults_ModifyInstance(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Defaults* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Defaults_DeleteInstance(
    _In_opt_ Gold_Defaults_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Defaults* instanceName);

#endif /* _Gold_Defaults_h */
