/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Detail_h
#define _Detail_h

#include <MI.h>

/*
**==============================================================================
**
** Detail [Detail]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Detail
{
    MI_Instance __instance;
    /* Detail properties */
    MI_ConstStringField Text;
}
Detail;

typedef struct _Detail_Ref
{
    Detail* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Detail_Ref;

typedef struct _Detail_ConstRef
{
    MI_CONST Detail* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Detail_ConstRef;

typedef struct _Detail_Array
{
    struct _Detail** data;
    MI_Uint32 size;
}
Detail_Array;

typedef struct _Detail_ConstArray
{
    struct _Detail MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Detail_ConstArray;

typedef struct _Detail_ArrayRef
{
    Detail_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Detail_ArrayRef;

typedef struct _Detail_ConstArrayRef
{
    Detail_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Detail_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Detail_rtti;

MI_INLINE MI_Result MI_CALL Detail_Construct(
    _Out_ Detail* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Detail_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Detail_Clone(
    _In_ const Detail* self,
    _Outptr_ Detail** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Detail_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Detail_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Detail_Destruct(_Inout_ Detail* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Detail_Delete(_Inout_ Detail* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Detail_Post(
    _In_ const Detail* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Detail_Set_Text(
    _Inout_ Detail* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Detail_SetPtr_Text(
    _Inout_ Detail* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Detail_Clear_Text(
    _Inout_ Detail* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Detail_h */
