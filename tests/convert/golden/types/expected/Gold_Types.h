/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Types_h
#define _Gold_Types_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Types [Gold_Types]
**
** Keys:
**    Id
**
**==============================================================================
*/

typedef struct _Gold_Types
{
    MI_Instance __instance;
    /* Gold_Types properties */
    /*KEY*/ MI_ConstUint32Field Id;
    MI_ConstBooleanField Bool;
    MI_ConstUint8Field U8;
    MI_ConstSint8Field S8;
    MI_ConstUint16Field U16;
    MI_ConstSint16Field S16;
    MI_ConstSint32Field S32;
    MI_ConstUint64Field U64;
    MI_ConstSint64Field S64;
    MI_ConstReal32Field R32;
    MI_ConstReal64Field R64;
    MI_ConstChar16Field C16;
    MI_ConstDatetimeField When;
    MI_ConstStringField Text;
    MI_ConstBooleanAField BoolArray;
    MI_ConstUint8AField U8Array;
    MI_ConstSint8AField S8Array;
    MI_ConstUint16AField U16Array;
    MI_ConstSint16AField S16Array;
    MI_ConstUint32AField U32Array;
    MI_ConstSint32AField S32Array;
    MI_ConstUint64AField U64Array;
    MI_ConstSint64AField S64Array;
    MI_ConstReal32AField R32Array;
    MI_ConstReal64AField R64Array;
    MI_ConstChar16AField C16Array;
    MI_ConstDatetimeAField WhenArray;
    MI_ConstStringAField TextArray;
}
Gold_Types;

typedef struct _Gold_Types_Ref
{
    Gold_Types* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Types_Ref;

typedef struct _Gold_Types_ConstRef
{
    MI_CONST Gold_Types* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Types_ConstRef;

typedef struct _Gold_Types_Array
{
    struct _Gold_Types** data;
    MI_Uint32 size;
}
Gold_Types_Array;

typedef struct _Gold_Types_ConstArray
{
    struct _Gold_Types MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Types_ConstArray;

typedef struct _Gold_Types_ArrayRef
{
    Gold_Types_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Types_ArrayRef;

typedef struct _Gold_Types_ConstArrayRef
{
    Gold_Types_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Types_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Types_rtti;

MI_INLINE MI_Result MI_CALL Gold_Types_Construct(
    _Out_ Gold_Types* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Types_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clone(
    _In_ const Gold_Types* self,
    _Outptr_ Gold_Types** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Types_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Types_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Destruct(_Inout_ Gold_Types* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Delete(_Inout_ Gold_Types* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Post(
    _In_ const Gold_Types* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_Id(
    _Inout_ Gold_Types* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->Id)->value = x;
    ((MI_Uint32Field*)&self->Id)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_Id(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->Id, 0, sizeof(self->Id));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_Bool(
    _Inout_ Gold_Types* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->Bool)->value = x;
    ((MI_BooleanField*)&self->Bool)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_Bool(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->Bool, 0, sizeof(self->Bool));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U8(
    _Inout_ Gold_Types* self,
    _In_ MI_Uint8 x)
{
    ((MI_Uint8Field*)&self->U8)->value = x;
    ((MI_Uint8Field*)&self->U8)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U8(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->U8, 0, sizeof(self->U8));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S8(
    _Inout_ Gold_Types* self,
    _In_ MI_Sint8 x)
{
    ((MI_Sint8Field*)&self->S8)->value = x;
    ((MI_Sint8Field*)&self->S8)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S8(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->S8, 0, sizeof(self->S8));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U16(
    _Inout_ Gold_Types* self,
    _In_ MI_Uint16 x)
{
    ((MI_Uint16Field*)&self->U16)->value = x;
    ((MI_Uint16Field*)&self->U16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U16(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->U16, 0, sizeof(self->U16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S16(
    _Inout_ Gold_Types* self,
    _In_ MI_Sint16 x)
{
    ((MI_Sint16Field*)&self->S16)->value = x;
    ((MI_Sint16Field*)&self->S16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S16(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->S16, 0, sizeof(self->S16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S32(
    _Inout_ Gold_Types* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->S32)->value = x;
    ((MI_Sint32Field*)&self->S32)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S32(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->S32, 0, sizeof(self->S32));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U64(
    _Inout_ Gold_Types* self,
    _In_ MI_Uint64 x)
{
    ((MI_Uint64Field*)&self->U64)->value = x;
    ((MI_Uint64Field*)&self->U64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U64(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->U64, 0, sizeof(self->U64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S64(
    _Inout_ Gold_Types* self,
    _In_ MI_Sint64 x)
{
    ((MI_Sint64Field*)&self->S64)->value = x;
    ((MI_Sint64Field*)&self->S64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S64(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->S64, 0, sizeof(self->S64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_R32(
    _Inout_ Gold_Types* self,
    _In_ MI_Real32 x)
{
    ((MI_Real32Field*)&self->R32)->value = x;
    ((MI_Real32Field*)&self->R32)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_R32(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->R32, 0, sizeof(self->R32));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_R64(
    _Inout_ Gold_Types* self,
    _In_ MI_Real64 x)
{
    ((MI_Real64Field*)&self->R64)->value = x;
    ((MI_Real64Field*)&self->R64)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_R64(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->R64, 0, sizeof(self->R64));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_C16(
    _Inout_ Gold_Types* self,
    _In_ MI_Char16 x)
{
    ((MI_Char16Field*)&self->C16)->value = x;
    ((MI_Char16Field*)&self->C16)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_C16(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->C16, 0, sizeof(self->C16));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_When(
    _Inout_ Gold_Types* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->When)->value = x;
    ((MI_DatetimeField*)&self->When)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_When(
    _Inout_ Gold_Types* self)
{
    memset((void*)&self->When, 0, sizeof(self->When));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_Text(
    _Inout_ Gold_Types* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        13,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_Text(
    _Inout_ Gold_Types* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        13,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_Text(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        13);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_BoolArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Boolean* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        14,
        (MI_Value*)&arr,
        MI_BOOLEANA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_BoolArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Boolean* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        14,
        (MI_Value*)&arr,
        MI_BOOLEANA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_BoolArray(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        14);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U8Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        15,
        (MI_Value*)&arr,
        MI_UINT8A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_U8Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        15,
        (MI_Value*)&arr,
        MI_UINT8A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U8Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        15);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S8Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        16,
        (MI_Value*)&arr,
        MI_SINT8A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_S8Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint8* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        16,
        (MI_Value*)&arr,
        MI_SINT8A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S8Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        16);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        17,
        (MI_Value*)&arr,
        MI_UINT16A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_U16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        17,
        (MI_Value*)&arr,
        MI_UINT16A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U16Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        17);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        18,
        (MI_Value*)&arr,
        MI_SINT16A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_S16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        18,
        (MI_Value*)&arr,
        MI_SINT16A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S16Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        18);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        19,
        (MI_Value*)&arr,
        MI_UINT32A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_U32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        19,
        (MI_Value*)&arr,
        MI_UINT32A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U32Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        19);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        20,
        (MI_Value*)&arr,
        MI_SINT32A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_S32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        20,
        (MI_Value*)&arr,
        MI_SINT32A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S32Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        20);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_U64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        21,
        (MI_Value*)&arr,
        MI_UINT64A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_U64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Uint64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        21,
        (MI_Value*)&arr,
        MI_UINT64A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_U64Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        21);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_S64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        22,
        (MI_Value*)&arr,
        MI_SINT64A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_S64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Sint64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        22,
        (MI_Value*)&arr,
        MI_SINT64A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_S64Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        22);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_R32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Real32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        23,
        (MI_Value*)&arr,
        MI_REAL32A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_R32Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Real32* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        23,
        (MI_Value*)&arr,
        MI_REAL32A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_R32Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        23);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_R64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Real64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        24,
        (MI_Value*)&arr,
        MI_REAL64A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_R64Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Real64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        24,
        (MI_Value*)&arr,
        MI_REAL64A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_R64Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        24);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_C16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Char16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        25,
        (MI_Value*)&arr,
        MI_CHAR16A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_C16Array(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Char16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        25,
        (MI_Value*)&arr,
        MI_CHAR16A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_C16Array(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        25);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_WhenArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Datetime* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        26,
        (MI_Value*)&arr,
        MI_DATETIMEA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_WhenArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Datetime* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        26,
        (MI_Value*)&arr,
        MI_DATETIMEA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_WhenArray(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        26);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Set_TextArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Char** data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        27,
        (MI_Value*)&arr,
        MI_STRINGA,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Types_SetPtr_TextArray(
    _Inout_ Gold_Types* self,
    _In_reads_opt_(size) const MI_Char** data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        27,
        (MI_Value*)&arr,
        MI_STRINGA,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Types_Clear_TextArray(
    _Inout_ Gold_Types* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        27);
}

/*
**==============================================================================
**
** Gold_Types provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Types_Self Gold_Types_Self;

MI_EXTERN_C void MI_CALL Gold_Types_Load(
    _Outptr_result_maybenull_ Gold_Types_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Types_Unload(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Types_EnumerateInstances(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Types_GetInstance(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Types* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Types_CreateInstance(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Types* newInstance);

MI_EXTERN_C void MI_CALL Gold_Types_ModifyInstance(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Types* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Types_DeleteInstance(
    _In_opt_ Gold_Types_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Types* instanceName);

#endif /* _Gold_Types_h */
