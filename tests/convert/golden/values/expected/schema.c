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
#include "Gold_Status.h"

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

static MI_CONST MI_QualifierDecl BitMap_qual_decl =
{
    MI_T("BitMap"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl BitValues_qual_decl =
{
    MI_T("BitValues"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_Datetime Born_qual_decl_value = {1,{{2000,1,1,0,0,0,0,0}}};

static MI_CONST MI_QualifierDecl Born_qual_decl =
{
    MI_T("Born"), /* name */
    MI_DATETIME, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Born_qual_decl_value, /* value */
};

static MI_CONST MI_Real64 Factor_qual_decl_value = 1.5;

static MI_CONST MI_QualifierDecl Factor_qual_decl =
{
    MI_T("Factor"), /* name */
    MI_REAL64, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Factor_qual_decl_value, /* value */
};

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

static MI_CONST MI_Char16 Letter_qual_decl_value = 120;

static MI_CONST MI_QualifierDecl Letter_qual_decl =
{
    MI_T("Letter"), /* name */
    MI_CHAR16, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Letter_qual_decl_value, /* value */
};

static MI_CONST MI_QualifierDecl MappingStrings_qual_decl =
{
    MI_T("MappingStrings"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl MaxValue_qual_decl =
{
    MI_T("MaxValue"), /* name */
    MI_SINT64, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl MinValue_qual_decl =
{
    MI_T("MinValue"), /* name */
    MI_SINT64, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_Sint16 Small_qual_decl_value = -7;

static MI_CONST MI_QualifierDecl Small_qual_decl =
{
    MI_T("Small"), /* name */
    MI_SINT16, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Small_qual_decl_value, /* value */
};

static MI_CONST MI_QualifierDecl ValueMap_qual_decl =
{
    MI_T("ValueMap"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl Values_qual_decl =
{
    MI_T("Values"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_Uint32 Weights_qual_decl_data_value[] =
{
    1U,
    2U,
};

static MI_CONST MI_ConstUint32A Weights_qual_decl_value =
{
    Weights_qual_decl_data_value,
    MI_COUNT(Weights_qual_decl_data_value),
};

static MI_CONST MI_QualifierDecl Weights_qual_decl =
{
    MI_T("Weights"), /* name */
    MI_UINT32A, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Weights_qual_decl_value, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &BitMap_qual_decl,
    &BitValues_qual_decl,
    &Born_qual_decl,
    &Factor_qual_decl,
    &Key_qual_decl,
    &Letter_qual_decl,
    &MappingStrings_qual_decl,
    &MaxValue_qual_decl,
    &MinValue_qual_decl,
    &Small_qual_decl,
    &ValueMap_qual_decl,
    &Values_qual_decl,
    &Weights_qual_decl,
};

/*
**==============================================================================
**
** Gold_Status
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Status_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Status_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Status_Name_quals[] =
{
    &Gold_Status_Name_Key_qual,
};

/* property Gold_Status.Name */
static MI_CONST MI_PropertyDecl Gold_Status_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Status_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Status_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Status, Name), /* offset */
    MI_T("Gold_Status"), /* origin */
    MI_T("Gold_Status"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* Gold_Status_State_ValueMap_qual_data_value[] =
{
    MI_T("0"),
    MI_T("1"),
    MI_T("2..9"),
    MI_T("10.."),
    MI_T(".."),
};

static MI_CONST MI_ConstStringA Gold_Status_State_ValueMap_qual_value =
{
    Gold_Status_State_ValueMap_qual_data_value,
    MI_COUNT(Gold_Status_State_ValueMap_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Status_State_ValueMap_qual =
{
    MI_T("ValueMap"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_State_ValueMap_qual_value
};

static MI_CONST MI_Char* Gold_Status_State_Values_qual_data_value[] =
{
    MI_T("Unknown"),
    MI_T("Good"),
    MI_T("Reserved"),
    MI_T("Vendor"),
    MI_T("Other"),
};

static MI_CONST MI_ConstStringA Gold_Status_State_Values_qual_value =
{
    Gold_Status_State_Values_qual_data_value,
    MI_COUNT(Gold_Status_State_Values_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Status_State_Values_qual =
{
    MI_T("Values"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Status_State_Values_qual_value
};

static MI_CONST MI_Sint64 Gold_Status_State_MinValue_qual_value = MI_LL(-31);

static MI_CONST MI_Qualifier Gold_Status_State_MinValue_qual =
{
    MI_T("MinValue"),
    MI_SINT64,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_State_MinValue_qual_value
};

static MI_CONST MI_Sint64 Gold_Status_State_MaxValue_qual_value = MI_LL(100);

static MI_CONST MI_Qualifier Gold_Status_State_MaxValue_qual =
{
    MI_T("MaxValue"),
    MI_SINT64,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_State_MaxValue_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Status_State_quals[] =
{
    &Gold_Status_State_ValueMap_qual,
    &Gold_Status_State_Values_qual,
    &Gold_Status_State_MinValue_qual,
    &Gold_Status_State_MaxValue_qual,
};

/* property Gold_Status.State */
static MI_CONST MI_PropertyDecl Gold_Status_State_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736505, /* code */
    MI_T("State"), /* name */
    Gold_Status_State_quals, /* qualifiers */
    MI_COUNT(Gold_Status_State_quals), /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Status, State), /* offset */
    MI_T("Gold_Status"), /* origin */
    MI_T("Gold_Status"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* Gold_Status_Rights_BitMap_qual_data_value[] =
{
    MI_T("0"),
    MI_T("1"),
};

static MI_CONST MI_ConstStringA Gold_Status_Rights_BitMap_qual_value =
{
    Gold_Status_Rights_BitMap_qual_data_value,
    MI_COUNT(Gold_Status_Rights_BitMap_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Status_Rights_BitMap_qual =
{
    MI_T("BitMap"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Rights_BitMap_qual_value
};

static MI_CONST MI_Char* Gold_Status_Rights_BitValues_qual_data_value[] =
{
    MI_T("Read"),
    MI_T("Write"),
};

static MI_CONST MI_ConstStringA Gold_Status_Rights_BitValues_qual_value =
{
    Gold_Status_Rights_BitValues_qual_data_value,
    MI_COUNT(Gold_Status_Rights_BitValues_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Status_Rights_BitValues_qual =
{
    MI_T("BitValues"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Status_Rights_BitValues_qual_value
};

static MI_CONST MI_Uint32 Gold_Status_Rights_Weights_qual_data_value[] =
{
    5U,
    6U,
    7U,
};

static MI_CONST MI_ConstUint32A Gold_Status_Rights_Weights_qual_value =
{
    Gold_Status_Rights_Weights_qual_data_value,
    MI_COUNT(Gold_Status_Rights_Weights_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Status_Rights_Weights_qual =
{
    MI_T("Weights"),
    MI_UINT32A,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Rights_Weights_qual_value
};

static MI_CONST MI_Real64 Gold_Status_Rights_Factor_qual_value = 0.25;

static MI_CONST MI_Qualifier Gold_Status_Rights_Factor_qual =
{
    MI_T("Factor"),
    MI_REAL64,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Rights_Factor_qual_value
};

static MI_CONST MI_Char16 Gold_Status_Rights_Letter_qual_value = 122;

static MI_CONST MI_Qualifier Gold_Status_Rights_Letter_qual =
{
    MI_T("Letter"),
    MI_CHAR16,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Rights_Letter_qual_value
};

static MI_CONST MI_Sint16 Gold_Status_Rights_Small_qual_value = 12;

static MI_CONST MI_Qualifier Gold_Status_Rights_Small_qual =
{
    MI_T("Small"),
    MI_SINT16,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Rights_Small_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Status_Rights_quals[] =
{
    &Gold_Status_Rights_BitMap_qual,
    &Gold_Status_Rights_BitValues_qual,
    &Gold_Status_Rights_Weights_qual,
    &Gold_Status_Rights_Factor_qual,
    &Gold_Status_Rights_Letter_qual,
    &Gold_Status_Rights_Small_qual,
};

/* property Gold_Status.Rights */
static MI_CONST MI_PropertyDecl Gold_Status_Rights_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00727306, /* code */
    MI_T("Rights"), /* name */
    Gold_Status_Rights_quals, /* qualifiers */
    MI_COUNT(Gold_Status_Rights_quals), /* numQualifiers */
    MI_UINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Status, Rights), /* offset */
    MI_T("Gold_Status"), /* origin */
    MI_T("Gold_Status"), /* propagator */
    NULL,
};

static MI_CONST MI_Datetime Gold_Status_Age_Born_qual_value = {0,{{1,0,0,0,0,0,0,0}}};

static MI_CONST MI_Qualifier Gold_Status_Age_Born_qual =
{
    MI_T("Born"),
    MI_DATETIME,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Status_Age_Born_qual_value
};

static MI_CONST MI_Qualifier Gold_Status_Age_Weights_qual =
{
    MI_T("Weights"),
    MI_UINT32A,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    NULL
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Status_Age_quals[] =
{
    &Gold_Status_Age_Born_qual,
    &Gold_Status_Age_Weights_qual,
};

/* property Gold_Status.Age */
static MI_CONST MI_PropertyDecl Gold_Status_Age_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00616503, /* code */
    MI_T("Age"), /* name */
    Gold_Status_Age_quals, /* qualifiers */
    MI_COUNT(Gold_Status_Age_quals), /* numQualifiers */
    MI_UINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Status, Age), /* offset */
    MI_T("Gold_Status"), /* origin */
    MI_T("Gold_Status"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Status_props[] =
{
    &Gold_Status_Name_prop,
    &Gold_Status_State_prop,
    &Gold_Status_Rights_prop,
    &Gold_Status_Age_prop,
};

static MI_CONST MI_ProviderFT Gold_Status_funcs =
{
  (MI_ProviderFT_Load)Gold_Status_Load,
  (MI_ProviderFT_Unload)Gold_Status_Unload,
  (MI_ProviderFT_GetInstance)Gold_Status_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Status_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Status_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Status_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Status_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Status */
MI_CONST MI_ClassDecl Gold_Status_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067730B, /* code */
    MI_T("Gold_Status"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Status_props, /* properties */
    MI_COUNT(Gold_Status_props), /* numProperties */
    sizeof(Gold_Status), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Status_funcs, /* functions */
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
    &Gold_Status_rtti,
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

