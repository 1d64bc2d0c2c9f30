/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Disk_h
#define _Gold_Disk_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Disk [Gold_Disk]
**
** Keys:
**    Name
**
**==============================================================================
*/

typedef struct _Gold_Disk
{
    MI_Instance __instance;
    /* Gold_Disk properties */
    /*KEY*/ MI_ConstStringField Name;
}
Gold_Disk;

typedef struct _Gold_Disk_Ref
{
    Gold_Disk* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Disk_Ref;

typedef struct _Gold_Disk_ConstRef
{
    MI_CONST Gold_Disk* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Disk_ConstRef;

typedef struct _Gold_Disk_Array
{
    struct _Gold_Disk** data;
    MI_Uint32 size;
}
Gold_Disk_Array;

typedef struct _Gold_Disk_ConstArray
{
    struct _Gold_Disk MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Disk_ConstArray;

typedef struct _Gold_Disk_ArrayRef
{
    Gold_Disk_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Disk_ArrayRef;

typedef struct _Gold_Disk_ConstArrayRef
{
    Gold_Disk_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Disk_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Disk_rtti;

MI_INLINE MI_Result MI_CALL Gold_Disk_Construct(
    _Out_ Gold_Disk* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Disk_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Clone(
    _In_ const Gold_Disk* self,
    _Outptr_ Gold_Disk** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Disk_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Disk_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Destruct(_Inout_ Gold_Disk* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Delete(_Inout_ Gold_Disk* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Post(
    _In_ const Gold_Disk* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Set_Name(
    _Inout_ Gold_Disk* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        0);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_SetPtr_Name(
    _Inout_ Gold_Disk* self,
    _In_z_ const MI_Char* str)
{
    return self->__instance.ft->SetElementAt(
        (MI_Instance*)&self->__instance,
        0,
        (MI_Value*)&str,
        MI_STRING,
        MI_FLAG_BORROW);
}

MI_INLINE MI_Result MI_CALL Gold_Disk_Clear_Name(
    _Inout_ Gold_Disk* self)
{
    return self->__instance.ft->ClearElementAt(
        (MI_Instance*)&self->__instance,
        0);
}

#endif /* _Gold_Disk_h */
