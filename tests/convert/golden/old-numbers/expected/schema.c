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
#include "Gold_Lamp.h"

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

static MI_CONST MI_QualifierDecl ClassVersion_qual_decl =
{
    MI_T("ClassVersion"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ASSOCIATION|MI_FLAG_CLASS|MI_FLAG_INDICATION, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl Description_qual_decl =
{
    MI_T("Description"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl DisplayName_qual_decl =
{
    MI_T("DisplayName"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
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

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &ClassVersion_qual_decl,
    &Description_qual_decl,
    &DisplayName_qual_decl,
    &Key_qual_decl,
    &ValueMap_qual_decl,
    &Values_qual_decl,
};

/*
**==============================================================================
**
** Gold_Lamp
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Lamp_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Lamp_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Lamp_Name_Key_qual_value
};

static MI_CONST MI_Char* Gold_Lamp_Name_Description_qual_value = MI_T("17");

static MI_CONST MI_Qualifier Gold_Lamp_Name_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_Name_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_Name_quals[] =
{
    &Gold_Lamp_Name_Key_qual,
    &Gold_Lamp_Name_Description_qual,
};

/* property Gold_Lamp.Name */
static MI_CONST MI_PropertyDecl Gold_Lamp_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Lamp_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Lamp, Name), /* offset */
    MI_T("Gold_Lamp"), /* origin */
    MI_T("Gold_Lamp"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* Gold_Lamp_State_ValueMap_qual_data_value[] =
{
    MI_T("0"),
    MI_T("1"),
    MI_T("2"),
};

static MI_CONST MI_ConstStringA Gold_Lamp_State_ValueMap_qual_value =
{
    Gold_Lamp_State_ValueMap_qual_data_value,
    MI_COUNT(Gold_Lamp_State_ValueMap_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Lamp_State_ValueMap_qual =
{
    MI_T("ValueMap"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Lamp_State_ValueMap_qual_value
};

static MI_CONST MI_Char* Gold_Lamp_State_Values_qual_data_value[] =
{
    MI_T("42"),
    MI_T("3"),
    MI_T("42"),
};

static MI_CONST MI_ConstStringA Gold_Lamp_State_Values_qual_value =
{
    Gold_Lamp_State_Values_qual_data_value,
    MI_COUNT(Gold_Lamp_State_Values_qual_data_value),
};

static MI_CONST MI_Qualifier Gold_Lamp_State_Values_qual =
{
    MI_T("Values"),
    MI_STRINGA,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_State_Values_qual_value
};

static MI_CONST MI_Char* Gold_Lamp_State_Description_qual_value = MI_T("43");

static MI_CONST MI_Qualifier Gold_Lamp_State_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_State_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_State_quals[] =
{
    &Gold_Lamp_State_ValueMap_qual,
    &Gold_Lamp_State_Values_qual,
    &Gold_Lamp_State_Description_qual,
};

static MI_CONST MI_Uint8 Gold_Lamp_State_value = 0;

/* property Gold_Lamp.State */
static MI_CONST MI_PropertyDecl Gold_Lamp_State_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736505, /* code */
    MI_T("State"), /* name */
    Gold_Lamp_State_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_State_quals), /* numQualifiers */
    MI_UINT8, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Lamp, State), /* offset */
    MI_T("Gold_Lamp"), /* origin */
    MI_T("Gold_Lamp"), /* propagator */
    &Gold_Lamp_State_value,
};

static MI_CONST MI_Char* Gold_Lamp_Alias_Description_qual_value = MI_T("17");

static MI_CONST MI_Qualifier Gold_Lamp_Alias_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_Alias_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_Alias_quals[] =
{
    &Gold_Lamp_Alias_Description_qual,
};

/* property Gold_Lamp.Alias */
static MI_CONST MI_PropertyDecl Gold_Lamp_Alias_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00617305, /* code */
    MI_T("Alias"), /* name */
    Gold_Lamp_Alias_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_Alias_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Lamp, Alias), /* offset */
    MI_T("Gold_Lamp"), /* origin */
    MI_T("Gold_Lamp"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Lamp_props[] =
{
    &Gold_Lamp_Name_prop,
    &Gold_Lamp_State_prop,
    &Gold_Lamp_Alias_prop,
};

static MI_CONST MI_Char* Gold_Lamp_Switch_Description_qual_value = MI_T("44");

static MI_CONST MI_Qualifier Gold_Lamp_Switch_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_Switch_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_Switch_quals[] =
{
    &Gold_Lamp_Switch_Description_qual,
};

static MI_CONST MI_Char* Gold_Lamp_Switch_MIReturn_Description_qual_value = MI_T("44");

static MI_CONST MI_Qualifier Gold_Lamp_Switch_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_Switch_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_Switch_MIReturn_quals[] =
{
    &Gold_Lamp_Switch_MIReturn_Description_qual,
};

/* parameter Gold_Lamp.Switch(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Lamp_Switch_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Lamp_Switch_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_Switch_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Lamp_Switch, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Lamp_Switch_params[] =
{
    &Gold_Lamp_Switch_MIReturn_param,
};

/* method Gold_Lamp.Switch() */
MI_CONST MI_MethodDecl Gold_Lamp_Switch_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00736806, /* code */
    MI_T("Switch"), /* name */
    Gold_Lamp_Switch_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_Switch_quals), /* numQualifiers */
    Gold_Lamp_Switch_params, /* parameters */
    MI_COUNT(Gold_Lamp_Switch_params), /* numParameters */
    sizeof(Gold_Lamp_Switch), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Lamp"), /* origin */
    MI_T("Gold_Lamp"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Lamp_Invoke_Switch, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Lamp_meths[] =
{
    &Gold_Lamp_Switch_rtti,
};

static MI_CONST MI_ProviderFT Gold_Lamp_funcs =
{
  (MI_ProviderFT_Load)Gold_Lamp_Load,
  (MI_ProviderFT_Unload)Gold_Lamp_Unload,
  (MI_ProviderFT_GetInstance)Gold_Lamp_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Lamp_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Lamp_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Lamp_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Lamp_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Char* Gold_Lamp_ClassVersion_qual_value = MI_T("1.0.0");

static MI_CONST MI_Qualifier Gold_Lamp_ClassVersion_qual =
{
    MI_T("ClassVersion"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Lamp_ClassVersion_qual_value
};

static MI_CONST MI_Char* Gold_Lamp_Description_qual_value = MI_T("45");

static MI_CONST MI_Qualifier Gold_Lamp_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_Description_qual_value
};

static MI_CONST MI_Char* Gold_Lamp_DisplayName_qual_value = MI_T("46");

static MI_CONST MI_Qualifier Gold_Lamp_DisplayName_qual =
{
    MI_T("DisplayName"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Lamp_DisplayName_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Lamp_quals[] =
{
    &Gold_Lamp_ClassVersion_qual,
    &Gold_Lamp_Description_qual,
    &Gold_Lamp_DisplayName_qual,
};

/* class Gold_Lamp */
MI_CONST MI_ClassDecl Gold_Lamp_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00677009, /* code */
    MI_T("Gold_Lamp"), /* name */
    Gold_Lamp_quals, /* qualifiers */
    MI_COUNT(Gold_Lamp_quals), /* numQualifiers */
    Gold_Lamp_props, /* properties */
    MI_COUNT(Gold_Lamp_props), /* numProperties */
    sizeof(Gold_Lamp), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Lamp_meths, /* methods */
    MI_COUNT(Gold_Lamp_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Lamp_funcs, /* functions */
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
    &Gold_Lamp_rtti,
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

