/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#ifndef _Gold_Point_h
#define _Gold_Point_h

#include <MI.h>

/*
**==============================================================================
**
** Gold_Point [Gold_Point]
**
** Keys:
**
**==============================================================================
*/

typedef struct _Gold_Point
{
    MI_Instance __instance;
    /* Gold_Point properties */
    MI_ConstSint32Field X;
    MI_ConstSint32Field Y;
}
Gold_Point;

typedef struct _Gold_Point_Ref
{
    Gold_Point* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Point_Ref;

typedef struct _Gold_Point_ConstRef
{
    MI_CONST Gold_Point* value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Point_ConstRef;

typedef struct _Gold_Point_Array
{
    struct _Gold_Point** data;
    MI_Uint32 size;
}
Gold_Point_Array;

typedef struct _Gold_Point_ConstArray
{
    struct _Gold_Point MI_CONST* MI_CONST* data;
    MI_Uint32 size;
}
Gold_Point_ConstArray;

typedef struct _Gold_Point_ArrayRef
{
    Gold_Point_Array value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Point_ArrayRef;

typedef struct _Gold_Point_ConstArrayRef
{
    Gold_Point_ConstArray value;
    MI_Boolean exists;
    MI_Uint8 flags;
}
Gold_Point_ConstArrayRef;

MI_EXTERN_C MI_CONST MI_ClassDecl Gold_Point_rtti;

MI_INLINE MI_Result MI_CALL Gold_Point_Construct(
    _Out_ Gold_Point* self,
    _In_ MI_Context* context)
{
    return MI_Context_ConstructInstance(context, &Gold_Point_rtti,
        (MI_Instance*)&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Point_Clone(
    _In_ const Gold_Point* self,
    _Outptr_ Gold_Point** newInstance)
{
    return MI_Instance_Clone(
        &self->__instance, (MI_Instance**)newInstance);
}

MI_INLINE MI_Boolean MI_CALL Gold_Point_IsA(
    _In_ const MI_Instance* self)
{
    MI_Boolean res = MI_FALSE;
    return MI_Instance_IsA(self, &Gold_Point_rtti, &res) == MI_RESULT_OK && res;
}

MI_INLINE MI_Result MI_CALL Gold_Point_Destruct(_Inout_ Gold_Point* self)
{
    return MI_Instance_Destruct(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Point_Delete(_Inout_ Gold_Point* self)
{
    return MI_Instance_Delete(&self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Point_Post(
    _In_ const Gold_Point* self,
    _In_ MI_Context* context)
{
    return MI_Context_PostInstance(context, &self->__instance);
}

MI_INLINE MI_Result MI_CALL Gold_Point_Set_X(
    _Inout_ Gold_Point* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->X)->value = x;
    ((MI_Sint32Field*)&self->X)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Point_Clear_X(
    _Inout_ Gold_Point* self)
{
    memset((void*)&self->X, 0, sizeof(self->X));
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Point_Set_Y(
    _Inout_ Gold_Point* self,
    _In_ MI_Sint32 x)
{
    ((MI_Sint32Field*)&self->Y)->value = x;
    ((MI_Sint32Field*)&self->Y)->exists = 1;
    return MI_RESULT_OK;
}

MI_INLINE MI_Result MI_CALL Gold_Point_Clear_Y(
    _Inout_ Gold_Point* self)
{
    memset((void*)&self->Y, 0, sizeof(self->Y));
    return MI_RESULT_OK;
}

#endif /* _Gold_Point_h */
