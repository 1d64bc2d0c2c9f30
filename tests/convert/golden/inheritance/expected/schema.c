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
#include "Gold_Fan.h"

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

static MI_CONST MI_Boolean Abstract_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Abstract_qual_decl =
{
    MI_T("Abstract"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_ASSOCIATION|MI_FLAG_CLASS|MI_FLAG_INDICATION, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    &Abstract_qual_decl_value, /* value */
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

static MI_CONST MI_QualifierDecl MappingStrings_qual_decl =
{
    MI_T("MappingStrings"), /* name */
    MI_STRINGA, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl MaxLen_qual_decl =
{
    MI_T("MaxLen"), /* name */
    MI_UINT32, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl Override_qual_decl =
{
    MI_T("Override"), /* name */
    MI_STRING, /* type */
    MI_FLAG_METHOD|MI_FLAG_PROPERTY|MI_FLAG_REFERENCE, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl Version_qual_decl =
{
    MI_T("Version"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ASSOCIATION|MI_FLAG_CLASS|MI_FLAG_INDICATION, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Abstract_qual_decl,
    &Description_qual_decl,
    &Key_qual_decl,
    &MappingStrings_qual_decl,
    &MaxLen_qual_decl,
    &Override_qual_decl,
    &Version_qual_decl,
};

/*
**==============================================================================
**
** Gold_Element
**
**==============================================================================
*/

static MI_CONST MI_Char* Gold_Element_Name_Description_qual_value = MI_T("What it is called");

static MI_CONST MI_Qualifier Gold_Element_Name_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Element_Name_Description_qual_value
};

static MI_CONST MI_Uint32 Gold_Element_Name_MaxLen_qual_value = 64U;

static MI_CONST MI_Qualifier Gold_Element_Name_MaxLen_qual =
{
    MI_T("MaxLen"),
    MI_UINT32,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Element_Name_MaxLen_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Element_Name_quals[] =
{
    &Gold_Element_Name_Description_qual,
    &Gold_Element_Name_MaxLen_qual,
};

/* property Gold_Element.Name */
static MI_CONST MI_PropertyDecl Gold_Element_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Element_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Element_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Element, Name), /* offset */
    MI_T("Gold_Element"), /* origin */
    MI_T("Gold_Element"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Element_props[] =
{
    &Gold_Element_Name_prop,
};

static MI_CONST MI_Boolean Gold_Element_Abstract_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Element_Abstract_qual =
{
    MI_T("Abstract"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Element_Abstract_qual_value
};

static MI_CONST MI_Char* Gold_Element_Version_qual_value = MI_T("1.0");

static MI_CONST MI_Qualifier Gold_Element_Version_qual =
{
    MI_T("Version"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED|MI_FLAG_TRANSLATABLE,
    &Gold_Element_Version_qual_value
};

static MI_CONST MI_Char* Gold_Element_Description_qual_value = MI_T("The root");

static MI_CONST MI_Qualifier Gold_Element_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Element_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Element_quals[] =
{
    &Gold_Element_Abstract_qual,
    &Gold_Element_Version_qual,
    &Gold_Element_Description_qual,
};

/* class Gold_Element */
MI_CONST MI_ClassDecl Gold_Element_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ABSTRACT, /* flags */
    0x0067740C, /* code */
    MI_T("Gold_Element"), /* name */
    Gold_Element_quals, /* qualifiers */
    MI_COUNT(Gold_Element_quals), /* numQualifiers */
    Gold_Element_props, /* properties */
    MI_COUNT(Gold_Element_props), /* numProperties */
    sizeof(Gold_Element), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_System
**
**==============================================================================
*/

static MI_CONST MI_Uint16 Gold_System_State_value = 5;

/* property Gold_System.State */
static MI_CONST MI_PropertyDecl Gold_System_State_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736505, /* code */
    MI_T("State"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_System, State), /* offset */
    MI_T("Gold_System"), /* origin */
    MI_T("Gold_System"), /* propagator */
    &Gold_System_State_value,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_System_props[] =
{
    &Gold_Element_Name_prop,
    &Gold_System_State_prop,
};

static MI_CONST MI_Char* Gold_System_Description_qual_value = MI_T("The root");

static MI_CONST MI_Qualifier Gold_System_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_System_Description_qual_value
};

static MI_CONST MI_Boolean Gold_System_Abstract_qual_value = 1;

static MI_CONST MI_Qualifier Gold_System_Abstract_qual =
{
    MI_T("Abstract"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_System_Abstract_qual_value
};

static MI_CONST MI_Char* Gold_System_Version_qual_value = MI_T("1.1");

static MI_CONST MI_Qualifier Gold_System_Version_qual =
{
    MI_T("Version"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED|MI_FLAG_TRANSLATABLE,
    &Gold_System_Version_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_System_quals[] =
{
    &Gold_System_Description_qual,
    &Gold_System_Abstract_qual,
    &Gold_System_Version_qual,
};

/* class Gold_System */
MI_CONST MI_ClassDecl Gold_System_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ABSTRACT, /* flags */
    0x00676D0B, /* code */
    MI_T("Gold_System"), /* name */
    Gold_System_quals, /* qualifiers */
    MI_COUNT(Gold_System_quals), /* numQualifiers */
    Gold_System_props, /* properties */
    MI_COUNT(Gold_System_props), /* numProperties */
    sizeof(Gold_System), /* size */
    MI_T("Gold_Element"), /* superClass */
    &Gold_Element_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Logical
**
**==============================================================================
*/

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Logical_props[] =
{
    &Gold_Element_Name_prop,
    &Gold_System_State_prop,
};

static MI_CONST MI_Char* Gold_Logical_Description_qual_value = MI_T("The root");

static MI_CONST MI_Qualifier Gold_Logical_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Logical_Description_qual_value
};

static MI_CONST MI_Boolean Gold_Logical_Abstract_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Logical_Abstract_qual =
{
    MI_T("Abstract"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Logical_Abstract_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Logical_quals[] =
{
    &Gold_Logical_Description_qual,
    &Gold_Logical_Abstract_qual,
};

/* class Gold_Logical */
MI_CONST MI_ClassDecl Gold_Logical_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ABSTRACT, /* flags */
    0x00676C0C, /* code */
    MI_T("Gold_Logical"), /* name */
    Gold_Logical_quals, /* qualifiers */
    MI_COUNT(Gold_Logical_quals), /* numQualifiers */
    Gold_Logical_props, /* properties */
    MI_COUNT(Gold_Logical_props), /* numProperties */
    sizeof(Gold_Logical), /* size */
    MI_T("Gold_System"), /* superClass */
    &Gold_System_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Device
**
**==============================================================================
*/

static MI_CONST MI_Char* Gold_Device_Name_Description_qual_value = MI_T("What it is called");

static MI_CONST MI_Qualifier Gold_Device_Name_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Device_Name_Description_qual_value
};

static MI_CONST MI_Uint32 Gold_Device_Name_MaxLen_qual_value = 256U;

static MI_CONST MI_Qualifier Gold_Device_Name_MaxLen_qual =
{
    MI_T("MaxLen"),
    MI_UINT32,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Device_Name_MaxLen_qual_value
};

static MI_CONST MI_Boolean Gold_Device_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Device_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Device_Name_Key_qual_value
};

static MI_CONST MI_Char* Gold_Device_Name_Override_qual_value = MI_T("Name");

static MI_CONST MI_Qualifier Gold_Device_Name_Override_qual =
{
    MI_T("Override"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Device_Name_Override_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Device_Name_quals[] =
{
    &Gold_Device_Name_Description_qual,
    &Gold_Device_Name_MaxLen_qual,
    &Gold_Device_Name_Key_qual,
    &Gold_Device_Name_Override_qual,
};

/* property Gold_Device.Name */
static MI_CONST MI_PropertyDecl Gold_Device_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Device_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Device_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Device, Name), /* offset */
    MI_T("Gold_Element"), /* origin */
    MI_T("Gold_Device"), /* propagator */
    NULL,
};

/* property Gold_Device.Speed */
static MI_CONST MI_PropertyDecl Gold_Device_Speed_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736405, /* code */
    MI_T("Speed"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Device, Speed), /* offset */
    MI_T("Gold_Device"), /* origin */
    MI_T("Gold_Device"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Device_props[] =
{
    &Gold_Device_Name_prop,
    &Gold_System_State_prop,
    &Gold_Device_Speed_prop,
};

static MI_CONST MI_Char* Gold_Device_Description_qual_value = MI_T("The fourth");

static MI_CONST MI_Qualifier Gold_Device_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Device_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Device_quals[] =
{
    &Gold_Device_Description_qual,
};

/* class Gold_Device */
MI_CONST MI_ClassDecl Gold_Device_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067650B, /* code */
    MI_T("Gold_Device"), /* name */
    Gold_Device_quals, /* qualifiers */
    MI_COUNT(Gold_Device_quals), /* numQualifiers */
    Gold_Device_props, /* properties */
    MI_COUNT(Gold_Device_props), /* numProperties */
    sizeof(Gold_Device), /* size */
    MI_T("Gold_Logical"), /* superClass */
    &Gold_Logical_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Fan
**
**==============================================================================
*/

static MI_CONST MI_Char* Gold_Fan_State_Override_qual_value = MI_T("State");

static MI_CONST MI_Qualifier Gold_Fan_State_Override_qual =
{
    MI_T("Override"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Fan_State_Override_qual_value
};

static MI_CONST MI_Char* Gold_Fan_State_Description_qual_value = MI_T("Of the fan");

static MI_CONST MI_Qualifier Gold_Fan_State_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Fan_State_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Fan_State_quals[] =
{
    &Gold_Fan_State_Override_qual,
    &Gold_Fan_State_Description_qual,
};

static MI_CONST MI_Uint16 Gold_Fan_State_value = 2;

/* property Gold_Fan.State */
static MI_CONST MI_PropertyDecl Gold_Fan_State_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736505, /* code */
    MI_T("State"), /* name */
    Gold_Fan_State_quals, /* qualifiers */
    MI_COUNT(Gold_Fan_State_quals), /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Fan, State), /* offset */
    MI_T("Gold_System"), /* origin */
    MI_T("Gold_Fan"), /* propagator */
    &Gold_Fan_State_value,
};

/* property Gold_Fan.Variable */
static MI_CONST MI_PropertyDecl Gold_Fan_Variable_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00766508, /* code */
    MI_T("Variable"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Fan, Variable), /* offset */
    MI_T("Gold_Fan"), /* origin */
    MI_T("Gold_Fan"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Fan_props[] =
{
    &Gold_Device_Name_prop,
    &Gold_Fan_State_prop,
    &Gold_Device_Speed_prop,
    &Gold_Fan_Variable_prop,
};

static MI_CONST MI_ProviderFT Gold_Fan_funcs =
{
  (MI_ProviderFT_Load)Gold_Fan_Load,
  (MI_ProviderFT_Unload)Gold_Fan_Unload,
  (MI_ProviderFT_GetInstance)Gold_Fan_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Fan_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Fan_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Fan_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Fan_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Char* Gold_Fan_Description_qual_value = MI_T("The fourth");

static MI_CONST MI_Qualifier Gold_Fan_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Fan_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Fan_quals[] =
{
    &Gold_Fan_Description_qual,
};

/* class Gold_Fan */
MI_CONST MI_ClassDecl Gold_Fan_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676E08, /* code */
    MI_T("Gold_Fan"), /* name */
    Gold_Fan_quals, /* qualifiers */
    MI_COUNT(Gold_Fan_quals), /* numQualifiers */
    Gold_Fan_props, /* properties */
    MI_COUNT(Gold_Fan_props), /* numProperties */
    sizeof(Gold_Fan), /* size */
    MI_T("Gold_Device"), /* superClass */
    &Gold_Device_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Fan_funcs, /* functions */
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
    &Gold_Device_rtti,
    &Gold_Element_rtti,
    &Gold_Fan_rtti,
    &Gold_Logical_rtti,
    &Gold_System_rtti,
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

