/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Calculator_h
#define _Gold_Calculator_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Calculator [Gold_Calculator]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Calculator
{
    MI_Instance __instance;
    /* Gold_Calculator properties */
    /*KEY*/ MI_ConstStringField Name;
}
Gold_Calculator;

typedef struct _Gold_Calculator_Ref
{
    Gold_Calculator* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Calculator_Ref;

typedef struct _Gold_Calculator_ConstRef
{
    MI_CONST Gold_Calculator* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Calculator_ConstRef;

typedef struct _Gold_Calculator_Array
{
    struct _Gold_Calculator** data;
    MI_Uint32 size;
}
Gold_Calculator_Array;

typedef struct _Gold_Calculator_ConstArray
{
    struct _Gold_Calculator MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Calculator_ConstArray;

typedef struct _Gold_Calculator_ArrayRef
{
    Gold_Calculator_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Calculator_ArrayRef;

typedef struct _Gold_Calculator_ConstArrayRef
{
    Gold_Calculator_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Calculator_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Calculator_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Construct(
    _Out_ Gold_Calculator* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Calculator_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Clone(
    _In_ const Gold_Calculator* self,
    _Outptr_ Gold_Calculator** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Calculator_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Calculator_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Destruct(_Inout_ Gold_Calculator* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Delete(_Inout_ Gold_Calculator* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Post(
    _In_ const Gold_Calculator* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Set_Name(
    _Inout_ Gold_Calculator* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_SetPtr_Name(
    _Inout_ Gold_Calculator* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Clear_Name(
    _Inout_ Gold_Calculator* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

/*
**==============================================================================
**
** Gold_Calculator.Add()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Add
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstSint32Field A;
    /*IN*/ MI_ConstSint32Field B;
    /*OUT*/ MI_ConstSint64Field Sum;
}
Gold_Calculator_Add;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Add_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Construct(
    _Out_ Gold_Calculator_Add* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Add_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Clone(
    _In_ const Gold_Calculator_Add* self,
    _Outptr_ Gold_Calculator_Add** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Destruct(
    _Inout_ Gold_Calculator_Add* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Delete(
    _Inout_ Gold_Calculator_Add* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Post(
    _In_ const Gold_Calculator_Add* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Set_MIReturn(
    _Inout_ Gold_Calculator_Add* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Clear_MIReturn(
    _Inout_ Gold_Calculator_Add* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Set_A(
    _Inout_ Gold_Calculator_Add* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->A)->value = x;
    ((MI_Sint32Field*)&self->A)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Clear_A(
    _Inout_ Gold_Calculator_Add* self)
{
    memset((void*)&self->A, 0, sizeof(self->A));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Set_B(
    _Inout_ Gold_Calculator_Add* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->B)->value = x;
    ((MI_Sint32Field*)&self->B)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Clear_B(
    _Inout_ Gold_Calculator_Add* self)
{
    memset((void*)&self->B, 0, sizeof(self->B));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Set_Sum(
    _Inout_ Gold_Calculator_Add* self,
    _In_ MI_Sint64 x)
{
    ((MI_Sint64Field*)&self->Sum)->value = x;
    ((MI_Sint64Field*)&self->Sum)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Add_Clear_Sum(
    _Inout_ Gold_Calculator_Add* self)
{
    memset((void*)&self->Sum, 0, sizeof(self->Sum));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Calculator.Directions()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Directions
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN*/ MI_ConstStringField Into;
    /*OUT*/ MI_ConstStringField Out;
    /*IN-OUT*/ MI_ConstStringField Both;
MI_ConstStringField Neither;
    /*OUT*/ MI_ConstStringField OnlyOut;
}
Gold_Calculator_Directions;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Directions_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Construct(
    _Out_ Gold_Calculator_Directions* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Directions_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clone(
    _In_ const Gold_Calculator_Directions* self,
    _Outptr_ Gold_Calculator_Directions** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Destruct(
    _Inout_ Gold_Calculator_Directions* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Delete(
    _Inout_ Gold_Calculator_Directions* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Post(
    _In_ const Gold_Calculator_Directions* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_MIReturn(
    _Inout_ Gold_Calculator_Directions* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_MIReturn(
    _Inout_ Gold_Calculator_Directions* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_Into(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_SetPtr_Into(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_Into(
    _Inout_ Gold_Calculator_Directions* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_Out(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_SetPtr_Out(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_Out(
    _Inout_ Gold_Calculator_Directions* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_Both(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_SetPtr_Both(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        3,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_Both(
    _Inout_ Gold_Calculator_Directions* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        3);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_Neither(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        4,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_SetPtr_Neither(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        4,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_Neither(
    _Inout_ Gold_Calculator_Directions* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        4);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Set_OnlyOut(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        5,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_SetPtr_OnlyOut(
    _Inout_ Gold_Calculator_Directions* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        5,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Directions_Clear_OnlyOut(
    _Inout_ Gold_Calculator_Directions* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        5);
}

/*
**==============================================================================
**
** Gold_Calculator.Sort()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Sort
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstUint32Field MIReturn;
    /*IN-OUT*/ MI_ConstReal64AField Numbers;
    /*IN*/ MI_ConstUint16AField Fixed;
}
Gold_Calculator_Sort;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Sort_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Construct(
    _Out_ Gold_Calculator_Sort* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Sort_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Clone(
    _In_ const Gold_Calculator_Sort* self,
    _Outptr_ Gold_Calculator_Sort** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Destruct(
    _Inout_ Gold_Calculator_Sort* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Delete(
    _Inout_ Gold_Calculator_Sort* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Post(
    _In_ const Gold_Calculator_Sort* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Set_MIReturn(
    _Inout_ Gold_Calculator_Sort* self,
    _In_ MI_Uint32 x)
{
    ((MI_Uint32Field*)&self->MIReturn)->value = x;
    ((MI_Uint32Field*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Clear_MIReturn(
    _Inout_ Gold_Calculator_Sort* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Set_Numbers(
    _Inout_ Gold_Calculator_Sort* self,
    _In_reads_opt_(size) const MI_Real64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&arr,
        MI_REAL64A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_SetPtr_Numbers(
    _Inout_ Gold_Calculator_Sort* self,
    _In_reads_opt_(size) const MI_Real64* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        1,
        (MI_Value*)&arr,
        MI_REAL64A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Clear_Numbers(
    _Inout_ Gold_Calculator_Sort* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        1);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Set_Fixed(
    _Inout_ Gold_Calculator_Sort* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_UINT16A,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_SetPtr_Fixed(
    _Inout_ Gold_Calculator_Sort* self,
    _In_reads_opt_(size) const MI_Uint16* data,
    _In_ MI_Uint32 size)
{
    MI_Array arr;
    arr.data = (void*)data;
    arr.size = size;
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        2,
        (MI_Value*)&arr,
        MI_UINT16A,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Sort_Clear_Fixed(
    _Inout_ Gold_Calculator_Sort* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        2);
}

/*
**==============================================================================
**
** Gold_Calculator.AsText()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_AsText
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstStringField MIReturn;
    /*IN*/ MI_ConstDatetimeField When;
}
Gold_Calculator_AsText;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_AsText_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Construct(
    _Out_ Gold_Calculator_AsText* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_AsText_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Clone(
    _In_ const Gold_Calculator_AsText* self,
    _Outptr_ Gold_Calculator_AsText** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Destruct(
    _Inout_ Gold_Calculator_AsText* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Delete(
    _Inout_ Gold_Calculator_AsText* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Post(
    _In_ const Gold_Calculator_AsText* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Set_MIReturn(
    _Inout_ Gold_Calculator_AsText* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_SetPtr_MIReturn(
    _Inout_ Gold_Calculator_AsText* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Clear_MIReturn(
    _Inout_ Gold_Calculator_AsText* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Set_When(
    _Inout_ Gold_Calculator_AsText* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->When)->value = x;
    ((MI_DatetimeField*)&self->When)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_AsText_Clear_When(
    _Inout_ Gold_Calculator_AsText* self)
{
    memset((void*)&self->When, 0, sizeof(self->When));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Calculator.Now()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Now
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstDatetimeField MIReturn;
}
Gold_Calculator_Now;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Now_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Construct(
    _Out_ Gold_Calculator_Now* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Now_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Clone(
    _In_ const Gold_Calculator_Now* self,
    _Outptr_ Gold_Calculator_Now** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Destruct(
    _Inout_ Gold_Calculator_Now* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Delete(
    _Inout_ Gold_Calculator_Now* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Post(
    _In_ const Gold_Calculator_Now* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Set_MIReturn(
    _Inout_ Gold_Calculator_Now* self,
    _In_ MI_Datetime x)
{
    ((MI_DatetimeField*)&self->MIReturn)->value = x;
    ((MI_DatetimeField*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Now_Clear_MIReturn(
    _Inout_ Gold_Calculator_Now* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Calculator.IsReady()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_IsReady
{
    MI_Instance __instance;
    /*OUT*/ MI_ConstBooleanField MIReturn;
}
Gold_Calculator_IsReady;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_IsReady_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Construct(
    _Out_ Gold_Calculator_IsReady* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_IsReady_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Clone(
    _In_ const Gold_Calculator_IsReady* self,
    _Outptr_ Gold_Calculator_IsReady** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Destruct(
    _Inout_ Gold_Calculator_IsReady* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Delete(
    _Inout_ Gold_Calculator_IsReady* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Post(
    _In_ const Gold_Calculator_IsReady* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Set_MIReturn(
    _Inout_ Gold_Calculator_IsReady* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->MIReturn)->value = x;
    ((MI_BooleanField*)&self->MIReturn)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_IsReady_Clear_MIReturn(
    _Inout_ Gold_Calculator_IsReady* self)
{
    memset((void*)&self->MIReturn, 0, sizeof(self->MIReturn));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Calculator.Reset()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Reset
{
    MI_Instance __instance;
    /*IN*/ MI_ConstBooleanField Hard;
}
Gold_Calculator_Reset;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Reset_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Construct(
    _Out_ Gold_Calculator_Reset* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Reset_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Clone(
    _In_ const Gold_Calculator_Reset* self,
    _Outptr_ Gold_Calculator_Reset** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Destruct(
    _Inout_ Gold_Calculator_Reset* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Delete(
    _Inout_ Gold_Calculator_Reset* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Post(
    _In_ const Gold_Calculator_Reset* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Set_Hard(
    _Inout_ Gold_Calculator_Reset* self,
    _In_ MI_Boolean x)
{
    ((MI_BooleanField*)&self->Hard)->value = x;
    ((MI_BooleanField*)&self->Hard)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Reset_Clear_Hard(
    _Inout_ Gold_Calculator_Reset* self)
{
    memset((void*)&self->Hard, 0, sizeof(self->Hard));
    return MI_RESULT_OK;
}

/*
**==============================================================================
**
** Gold_Calculator.Nothing()
**
**==============================================================================
*/

typedef struct _Gold_Calculator_Nothing
{
    MI_Instance __instance;
}
Gold_Calculator_Nothing;

MI_EXTERN_C MI_CONST MI_MethodDecl Gold_Calculator_Nothing_rtti;

MI_INLINE MI_Result MI_CALL Gold_Calculator_Nothing_Construct(
    _Out_ Gold_Calculator_Nothing* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructParameters(context, &Gold_Calculator_Nothing_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Nothing_Clone(
    _In_ const Gold_Calculator_Nothing* self,
    _Outptr_ Gold_Calculator_Nothing** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Nothing_Destruct(
    _Inout_ Gold_Calculator_Nothing* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Nothing_Delete(
    _Inout_ Gold_Calculator_Nothing* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Calculator_Nothing_Post(
    _In_ const Gold_Calculator_Nothing* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

/*
**==============================================================================
**
** Gold_Calculator provider function prototypes
**
**==============================================================================
*/

/* The developer may optionally define this structure */
typedef struct _Gold_Calculator_Self Gold_Calculator_Self;

MI_EXTERN_C void MI_CALL Gold_Calculator_Load(
    _Outptr_result_maybenull_ Gold_Calculator_Self** self,
    _In_opt_ MI_Module_Self* selfModule,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Calculator_Unload(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context);

MI_EXTERN_C void MI_CALL Gold_Calculator_EnumerateInstances(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter);

MI_EXTERN_C void MI_CALL Gold_Calculator_GetInstance(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Calculator_CreateInstance(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Calculator* newInstance);

MI_EXTERN_C void MI_CALL Gold_Calculator_ModifyInstance(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Calculator* modifiedInstance,
    _In_opt_ const MI_PropertySet* propertySet);

MI_EXTERN_C void MI_CALL Gold_Calculator_DeleteInstance(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const Gold_Calculator* instanceName);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Add(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Add* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Directions(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Directions* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Sort(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Sort* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_AsText(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_AsText* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Now(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Now* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_IsReady(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_IsReady* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Reset(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Reset* in);

MI_EXTERN_C void MI_CALL Gold_Calculator_Invoke_Nothing(
    _In_opt_ Gold_Calculator_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_opt_z_ const MI_Char* methodName,
    _In_ const Gold_Calculator* instanceName,
    _In_opt_ const Gold_Calculator_Nothing* in);

#endif /* _Gold_Calculator_h */
