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
#include "Gold_Defaults.h"

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

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Key_qual_decl,
};

/*
**==============================================================================
**
** Gold_Defaults
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Defaults_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Defaults_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Defaults_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Defaults_Name_quals[] =
{
    &Gold_Defaults_Name_Key_qual,
};

static MI_CONST MI_Char* Gold_Defaults_Name_value = MI_T("none");

/* property Gold_Defaults.Name */
static MI_CONST MI_PropertyDecl Gold_Defaults_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Defaults_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Defaults_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Name), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Name_value,
};

static MI_CONST MI_Boolean Gold_Defaults_Yes_value = 1;

/* property Gold_Defaults.Yes */
static MI_CONST MI_PropertyDecl Gold_Defaults_Yes_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00797303, /* code */
    MI_T("Yes"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Yes), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Yes_value,
};

static MI_CONST MI_Boolean Gold_Defaults_No_value = 0;

/* property Gold_Defaults.No */
static MI_CONST MI_PropertyDecl Gold_Defaults_No_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E6F02, /* code */
    MI_T("No"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, No), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_No_value,
};

static MI_CONST MI_Uint8 Gold_Defaults_U8_value = 255;

/* property Gold_Defaults.U8 */
static MI_CONST MI_PropertyDecl Gold_Defaults_U8_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753802, /* code */
    MI_T("U8"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, U8), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_U8_value,
};

static MI_CONST MI_Sint8 Gold_Defaults_S8_value = -128;

/* property Gold_Defaults.S8 */
static MI_CONST MI_PropertyDecl Gold_Defaults_S8_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733802, /* code */
    MI_T("S8"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, S8), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_S8_value,
};

static MI_CONST MI_Uint16 Gold_Defaults_U16_value = 65535;

/* property Gold_Defaults.U16 */
static MI_CONST MI_PropertyDecl Gold_Defaults_U16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753603, /* code */
    MI_T("U16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, U16), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_U16_value,
};

static MI_CONST MI_Sint16 Gold_Defaults_S16_value = -32768;

/* property Gold_Defaults.S16 */
static MI_CONST MI_PropertyDecl Gold_Defaults_S16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733603, /* code */
    MI_T("S16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, S16), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_S16_value,
};

static MI_CONST MI_Uint32 Gold_Defaults_U32_value = 4294967295U;

/* property Gold_Defaults.U32 */
static MI_CONST MI_PropertyDecl Gold_Defaults_U32_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753203, /* code */
    MI_T("U32"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, U32), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_U32_value,
};

static MI_CONST MI_Sint32 Gold_Defaults_S32_value = -2147483648;

/* property Gold_Defaults.S32 */
static MI_CONST MI_PropertyDecl Gold_Defaults_S32_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733203, /* code */
    MI_T("S32"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, S32), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_S32_value,
};

static MI_CONST MI_Uint64 Gold_Defaults_U64_value = MI_ULL(18446744073709551615);

/* property Gold_Defaults.U64 */
static MI_CONST MI_PropertyDecl Gold_Defaults_U64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00753403, /* code */
    MI_T("U64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, U64), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_U64_value,
};

static MI_CONST MI_Sint64 Gold_Defaults_S64_value = MI_LL(-31);

/* property Gold_Defaults.S64 */
static MI_CONST MI_PropertyDecl Gold_Defaults_S64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00733403, /* code */
    MI_T("S64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, S64), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_S64_value,
};

static MI_CONST MI_Sint64 Gold_Defaults_Least_value = MI_LL(-9223372036854775807)-1;

/* property Gold_Defaults.Least */
static MI_CONST MI_PropertyDecl Gold_Defaults_Least_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006C7405, /* code */
    MI_T("Least"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Least), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Least_value,
};

static MI_CONST MI_Real32 Gold_Defaults_R32_value = 0.5f;

/* property Gold_Defaults.R32 */
static MI_CONST MI_PropertyDecl Gold_Defaults_R32_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00723203, /* code */
    MI_T("R32"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, R32), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_R32_value,
};

static MI_CONST MI_Real64 Gold_Defaults_R64_value = -10000000000.0;

/* property Gold_Defaults.R64 */
static MI_CONST MI_PropertyDecl Gold_Defaults_R64_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00723403, /* code */
    MI_T("R64"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REAL64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, R64), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_R64_value,
};

static MI_CONST MI_Char16 Gold_Defaults_C16_value = 65;

/* property Gold_Defaults.C16 */
static MI_CONST MI_PropertyDecl Gold_Defaults_C16_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00633603, /* code */
    MI_T("C16"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_CHAR16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, C16), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_C16_value,
};

static MI_CONST MI_Datetime Gold_Defaults_Moment_value = {1,{{2024,2,29,23,59,59,123456,60}}};

/* property Gold_Defaults.Moment */
static MI_CONST MI_PropertyDecl Gold_Defaults_Moment_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006D7406, /* code */
    MI_T("Moment"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Moment), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Moment_value,
};

static MI_CONST MI_Datetime Gold_Defaults_Span_value = {0,{{3,4,5,6,7,0,0,0}}};

/* property Gold_Defaults.Span */
static MI_CONST MI_PropertyDecl Gold_Defaults_Span_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736E04, /* code */
    MI_T("Span"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Span), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Span_value,
};

static MI_CONST MI_Char* Gold_Defaults_Text_value = MI_T("a \"quote\", a \\, an \' and a\ttab\non two lines");

/* property Gold_Defaults.Text */
static MI_CONST MI_PropertyDecl Gold_Defaults_Text_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00747404, /* code */
    MI_T("Text"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Text), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Text_value,
};

static MI_CONST MI_Char* Gold_Defaults_Empty_value = MI_T("");

/* property Gold_Defaults.Empty */
static MI_CONST MI_PropertyDecl Gold_Defaults_Empty_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00657905, /* code */
    MI_T("Empty"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Empty), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Empty_value,
};

/* property Gold_Defaults.Nothing */
static MI_CONST MI_PropertyDecl Gold_Defaults_Nothing_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E6707, /* code */
    MI_T("Nothing"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Nothing), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    NULL,
};

static MI_CONST MI_Uint16 Gold_Defaults_Numbers_data_value[] =
{
    1,
    2,
    3,
};

static MI_CONST MI_ConstUint16A Gold_Defaults_Numbers_value =
{
    Gold_Defaults_Numbers_data_value,
    MI_COUNT(Gold_Defaults_Numbers_data_value),
};

/* property Gold_Defaults.Numbers */
static MI_CONST MI_PropertyDecl Gold_Defaults_Numbers_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E7307, /* code */
    MI_T("Numbers"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Numbers), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Numbers_value,
};

static MI_CONST MI_Char* Gold_Defaults_Words_data_value[] =
{
    MI_T("one"),
    MI_T("two"),
};

static MI_CONST MI_ConstStringA Gold_Defaults_Words_value =
{
    Gold_Defaults_Words_data_value,
    MI_COUNT(Gold_Defaults_Words_data_value),
};

/* property Gold_Defaults.Words */
static MI_CONST MI_PropertyDecl Gold_Defaults_Words_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00777305, /* code */
    MI_T("Words"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRINGA, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, Words), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Words_value,
};

static MI_CONST MI_Boolean Gold_Defaults_Flags_data_value[] =
{
    1,
    0,
};

static MI_CONST MI_ConstBooleanA Gold_Defaults_Flags_value =
{
    Gold_Defaults_Flags_data_value,
    MI_COUNT(Gold_Defaults_Flags_data_value),
};

/* property Gold_Defaults.Flags */
static MI_CONST MI_PropertyDecl Gold_Defaults_Flags_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00667305, /* code */
    MI_T("Flags"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEANA, /* type */
    NULL, /* className */
    2, /* subscript */
    offsetof(Gold_Defaults, Flags), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_Flags_value,
};

static MI_CONST MI_ConstUint8A Gold_Defaults_None_value =
{
    NULL,
    0,
};

/* property Gold_Defaults.None */
static MI_CONST MI_PropertyDecl Gold_Defaults_None_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("None"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT8A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Defaults, None), /* offset */
    MI_T("Gold_Defaults"), /* origin */
    MI_T("Gold_Defaults"), /* propagator */
    &Gold_Defaults_None_value,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Defaults_props[] =
{
    &Gold_Defaults_Name_prop,
    &Gold_Defaults_Yes_prop,
    &Gold_Defaults_No_prop,
    &Gold_Defaults_U8_prop,
    &Gold_Defaults_S8_prop,
    &Gold_Defaults_U16_prop,
    &Gold_Defaults_S16_prop,
    &Gold_Defaults_U32_prop,
    &Gold_Defaults_S32_prop,
    &Gold_Defaults_U64_prop,
    &Gold_Defaults_S64_prop,
    &Gold_Defaults_Least_prop,
    &Gold_Defaults_R32_prop,
    &Gold_Defaults_R64_prop,
    &Gold_Defaults_C16_prop,
    &Gold_Defaults_Moment_prop,
    &Gold_Defaults_Span_prop,
    &Gold_Defaults_Text_prop,
    &Gold_Defaults_Empty_prop,
    &Gold_Defaults_Nothing_prop,
    &Gold_Defaults_Numbers_prop,
    &Gold_Defaults_Words_prop,
    &Gold_Defaults_Flags_prop,
    &Gold_Defaults_None_prop,
};

static MI_CONST MI_ProviderFT Gold_Defaults_funcs =
{
  (MI_ProviderFT_Load)Gold_Defaults_Load,
  (MI_ProviderFT_Unload)Gold_Defaults_Unload,
  (MI_ProviderFT_GetInstance)Gold_Defaults_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Defaults_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Defaults_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Defaults_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Defaults_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Defaults */
MI_CONST MI_ClassDecl Gold_Defaults_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067730D, /* code */
    MI_T("Gold_Defaults"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Defaults_props, /* properties */
    MI_COUNT(Gold_Defaults_props), /* numProperties */
    sizeof(Gold_Defaults), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Defaults_funcs, /* functions */
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
    &Gold_Defaults_rtti,
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

