/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#include <ctype.h>
#include <MI.h>
#include "Gold_Types.h"

/*
**==============================================================================
**
** Schema Declaration
**
**==============================================================================
*/

MI_EXTERN_C MI_SchemaDecl schemaDecl;

/*
**==============================================================================
**
** Qualifier declarations
**
**==============================================================================
*/

static MI_CONST MI_Boolean Key_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Key_qual_decl =
{
    MI_T("Key"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_PROPERTY|MI_FLAG_REFERENCE, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Key_qual_decl_value, /* value */
};

static MI_CONST MI_Boolean Write_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Write_qual_decl =
{
    MI_T("Write"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Write_qual_decl_value, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Key_qual_decl,
    &Write_qual_decl,
};

/*
**==============================================================================
**
** Gold_Types
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Types_Id_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Types_Id_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Types_Id_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Types_Id_quals[] =
{
    &Gold_Types_Id_Key_qual,
};

/* property Gold_Types.Id */
static MI_CONST MI_PropertyDecl Gold_Types_Id_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x00696402, /* code */
    MI_T("Id"), /* name */
    Gold_Types_Id_quals, /* qualifiers */
    MI_COUNT(Gold_Types_Id_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, Id), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.Bool */
static MI_CONST MI_PropertyDecl Gold_Types_Bool_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00626C04, /* code */
    MI_T("Bool"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, Bool), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U8 */
static MI_CONST MI_PropertyDecl Gold_Types_U8_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753802, /* code */
    MI_T("U8"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U8), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S8 */
static MI_CONST MI_PropertyDecl Gold_Types_S8_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733802, /* code */
    MI_T("S8"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S8), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U16 */
static MI_CONST MI_PropertyDecl Gold_Types_U16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753603, /* code */
    MI_T("U16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U16), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S16 */
static MI_CONST MI_PropertyDecl Gold_Types_S16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733603, /* code */
    MI_T("S16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S16), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S32 */
static MI_CONST MI_PropertyDecl Gold_Types_S32_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733203, /* code */
    MI_T("S32"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S32), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U64 */
static MI_CONST MI_PropertyDecl Gold_Types_U64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753403, /* code */
    MI_T("U64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U64), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S64 */
static MI_CONST MI_PropertyDecl Gold_Types_S64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733403, /* code */
    MI_T("S64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S64), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.R32 */
static MI_CONST MI_PropertyDecl Gold_Types_R32_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00723203, /* code */
    MI_T("R32"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, R32), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.R64 */
static MI_CONST MI_PropertyDecl Gold_Types_R64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00723403, /* code */
    MI_T("R64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, R64), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.C16 */
static MI_CONST MI_PropertyDecl Gold_Types_C16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00633603, /* code */
    MI_T("C16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_CHAR16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, C16), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.When */
static MI_CONST MI_PropertyDecl Gold_Types_When_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00776E04, /* code */
    MI_T("When"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, When), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Types_Text_Write_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Types_Text_Write_qual =
{
    MI_T("Write"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Types_Text_Write_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Types_Text_quals[] =
{
    &Gold_Types_Text_Write_qual,
};

/* property Gold_Types.Text */
static MI_CONST MI_PropertyDecl Gold_Types_Text_prop =
{
    MI_FLAG_PROPERTY, /* flags */
    0x00747404, /* code */
    MI_T("Text"), /* name */
    Gold_Types_Text_quals, /* qualifiers */
    MI_COUNT(Gold_Types_Text_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, Text), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.BoolArray */
static MI_CONST MI_PropertyDecl Gold_Types_BoolArray_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00627909, /* code */
    MI_T("BoolArray"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEANA, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, BoolArray), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U8Array */
static MI_CONST MI_PropertyDecl Gold_Types_U8Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00757907, /* code */
    MI_T("U8Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT8A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U8Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S8Array */
static MI_CONST MI_PropertyDecl Gold_Types_S8Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737907, /* code */
    MI_T("S8Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT8A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S8Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U16Array */
static MI_CONST MI_PropertyDecl Gold_Types_U16Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00757908, /* code */
    MI_T("U16Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16A, /* type */
    NULL, /* className */
    4, /* subscript */
    offsetof(Gold_Types, U16Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S16Array */
static MI_CONST MI_PropertyDecl Gold_Types_S16Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737908, /* code */
    MI_T("S16Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT16A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S16Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U32Array */
static MI_CONST MI_PropertyDecl Gold_Types_U32Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00757908, /* code */
    MI_T("U32Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U32Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S32Array */
static MI_CONST MI_PropertyDecl Gold_Types_S32Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737908, /* code */
    MI_T("S32Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT32A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, S32Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.U64Array */
static MI_CONST MI_PropertyDecl Gold_Types_U64Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00757908, /* code */
    MI_T("U64Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT64A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, U64Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.S64Array */
static MI_CONST MI_PropertyDecl Gold_Types_S64Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737908, /* code */
    MI_T("S64Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT64A, /* type */
    NULL, /* className */
    2, /* subscript */
    offsetof(Gold_Types, S64Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.R32Array */
static MI_CONST MI_PropertyDecl Gold_Types_R32Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00727908, /* code */
    MI_T("R32Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL32A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, R32Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.R64Array */
static MI_CONST MI_PropertyDecl Gold_Types_R64Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00727908, /* code */
    MI_T("R64Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL64A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, R64Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.C16Array */
static MI_CONST MI_PropertyDecl Gold_Types_C16Array_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00637908, /* code */
    MI_T("C16Array"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_CHAR16A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, C16Array), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

/* property Gold_Types.WhenArray */
static MI_CONST MI_PropertyDecl Gold_Types_WhenArray_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00777909, /* code */
    MI_T("WhenArray"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIMEA, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Types, WhenArray), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Types_TextArray_Write_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Types_TextArray_Write_qual =
{
    MI_T("Write"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Types_TextArray_Write_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Types_TextArray_quals[] =
{
    &Gold_Types_TextArray_Write_qual,
};

/* property Gold_Types.TextArray */
static MI_CONST MI_PropertyDecl Gold_Types_TextArray_prop =
{
    MI_FLAG_PROPERTY, /* flags */
    0x00747909, /* code */
    MI_T("TextArray"), /* name */
    Gold_Types_TextArray_quals, /* qualifiers */
    MI_COUNT(Gold_Types_TextArray_quals), /* numQualifiers */
    MI_STRINGA, /* type */
    NULL, /* className */
    3, /* subscript */
    offsetof(Gold_Types, TextArray), /* offset */
    MI_T("Gold_Types"), /* origin */
    MI_T("Gold_Types"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Types_props[] =
{
    &Gold_Types_Id_prop,
    &Gold_Types_Bool_prop,
    &Gold_Types_U8_prop,
    &Gold_Types_S8_prop,
    &Gold_Types_U16_prop,
    &Gold_Types_S16_prop,
    &Gold_Types_S32_prop,
    &Gold_Types_U64_prop,
    &Gold_Types_S64_prop,
    &Gold_Types_R32_prop,
    &Gold_Types_R64_prop,
    &Gold_Types_C16_prop,
    &Gold_Types_When_prop,
    &Gold_Types_Text_prop,
    &Gold_Types_BoolArray_prop,
    &Gold_Types_U8Array_prop,
    &Gold_Types_S8Array_prop,
    &Gold_Types_U16Array_prop,
    &Gold_Types_S16Array_prop,
    &Gold_Types_U32Array_prop,
    &Gold_Types_S32Array_prop,
    &Gold_Types_U64Array_prop,
    &Gold_Types_S64Array_prop,
    &Gold_Types_R32Array_prop,
    &Gold_Types_R64Array_prop,
    &Gold_Types_C16Array_prop,
    &Gold_Types_WhenArray_prop,
    &Gold_Types_TextArray_prop,
};

static MI_CONST MI_ProviderFT Gold_Types_funcs =
{
  (MI_ProviderFT_Load)Gold_Types_Load,
  (MI_ProviderFT_Unload)Gold_Types_Unload,
  (MI_ProviderFT_GetInstance)Gold_Types_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Types_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Types_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Types_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Types_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Types */
MI_CONST MI_ClassDecl Gold_Types_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067730A, /* code */
    MI_T("Gold_Types"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Types_props, /* properties */
    MI_COUNT(Gold_Types_props), /* numProperties */
    sizeof(Gold_Types), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Types_funcs, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** __mi_server
**
**==============================================================================
*/

MI_Server* __mi_server;
/*
**==============================================================================
**
** Schema
**
**==============================================================================
*/

static MI_ClassDecl MI_CONST* MI_CONST classes[] =
{
    &Gold_Types_rtti,
};

MI_SchemaDecl schemaDecl =
{
    qualifierDecls, /* qualifierDecls */
    MI_COUNT(qualifierDecls), /* numQualifierDecls */
    classes, /* classDecls */
    MI_COUNT(classes), /* classDecls */
};

/*
**==============================================================================
**
** MI_Server Methods
**
**==============================================================================
*/

MI_Result MI_CALL MI_Server_GetVersion(
    _Out_ MI_Uint32* version){
    return __mi_server->serverFT->GetVersion(version);
}

MI_Result MI_CALL MI_Server_GetSystemName(
    _Outptr_result_maybenull_z_ const MI_Char** systemName)
{
    return __mi_server->serverFT->GetSystemName(systemName);
}

