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
#include "Gold_Base.h"
#include "Gold_Derived.h"

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

static MI_CONST MI_Boolean apple_qual_decl_value = 1;

static MI_CONST MI_QualifierDecl apple_qual_decl =
{
    MI_T("apple"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_CLASS, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &apple_qual_decl_value, /* value */
};

static MI_CONST MI_Boolean Everywhere_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Everywhere_qual_decl =
{
    MI_T("Everywhere"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Everywhere_qual_decl_value, /* value */
};

static MI_CONST MI_Char* Fixed_qual_decl_value = MI_T("f");

static MI_CONST MI_QualifierDecl Fixed_qual_decl =
{
    MI_T("Fixed"), /* name */
    MI_STRING, /* type */
    MI_FLAG_CLASS|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Fixed_qual_decl_value, /* value */
};

static MI_CONST MI_Boolean Here_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Here_qual_decl =
{
    MI_T("Here"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_CLASS, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    &Here_qual_decl_value, /* value */
};

static MI_CONST MI_QualifierDecl Plain_qual_decl =
{
    MI_T("Plain"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_Uint32 Some_qual_decl_value = 7U;

static MI_CONST MI_QualifierDecl Some_qual_decl =
{
    MI_T("Some"), /* name */
    MI_UINT32, /* type */
    MI_FLAG_CLASS|MI_FLAG_METHOD|MI_FLAG_PROPERTY|MI_FLAG_REFERENCE, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    &Some_qual_decl_value, /* value */
};

static MI_CONST MI_QualifierDecl Told_qual_decl =
{
    MI_T("Told"), /* name */
    MI_STRING, /* type */
    MI_FLAG_CLASS|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_CONST MI_QualifierDecl Zebra_qual_decl =
{
    MI_T("Zebra"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_CLASS, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &apple_qual_decl,
    &Everywhere_qual_decl,
    &Fixed_qual_decl,
    &Here_qual_decl,
    &Plain_qual_decl,
    &Some_qual_decl,
    &Told_qual_decl,
    &Zebra_qual_decl,
};

/*
**==============================================================================
**
** Gold_Base
**
**==============================================================================
*/

static MI_CONST MI_Char* Gold_Base_Name_Told_qual_value = MI_T("again");

static MI_CONST MI_Qualifier Gold_Base_Name_Told_qual =
{
    MI_T("Told"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED|MI_FLAG_TRANSLATABLE,
    &Gold_Base_Name_Told_qual_value
};

static MI_CONST MI_Char* Gold_Base_Name_Plain_qual_value = MI_T("mine");

static MI_CONST MI_Qualifier Gold_Base_Name_Plain_qual =
{
    MI_T("Plain"),
    MI_STRING,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Base_Name_Plain_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Base_Name_quals[] =
{
    &Gold_Base_Name_Told_qual,
    &Gold_Base_Name_Plain_qual,
};

/* property Gold_Base.Name */
static MI_CONST MI_PropertyDecl Gold_Base_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Base_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Base_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Base, Name), /* offset */
    MI_T("Gold_Base"), /* origin */
    MI_T("Gold_Base"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Base_props[] =
{
    &Gold_Base_Name_prop,
};

static MI_CONST MI_ProviderFT Gold_Base_funcs =
{
  (MI_ProviderFT_Load)Gold_Base_Load,
  (MI_ProviderFT_Unload)Gold_Base_Unload,
  (MI_ProviderFT_GetInstance)NULL,
  (MI_ProviderFT_EnumerateInstances)NULL,
  (MI_ProviderFT_CreateInstance)NULL,
  (MI_ProviderFT_ModifyInstance)NULL,
  (MI_ProviderFT_DeleteInstance)NULL,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Char* Gold_Base_Plain_qual_value = MI_T("x");

static MI_CONST MI_Qualifier Gold_Base_Plain_qual =
{
    MI_T("Plain"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Base_Plain_qual_value
};

static MI_CONST MI_Uint32 Gold_Base_Some_qual_value = 3U;

static MI_CONST MI_Qualifier Gold_Base_Some_qual =
{
    MI_T("Some"),
    MI_UINT32,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Base_Some_qual_value
};

static MI_CONST MI_Char* Gold_Base_Fixed_qual_value = MI_T("y");

static MI_CONST MI_Qualifier Gold_Base_Fixed_qual =
{
    MI_T("Fixed"),
    MI_STRING,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Base_Fixed_qual_value
};

static MI_CONST MI_Char* Gold_Base_Told_qual_value = MI_T("in words");

static MI_CONST MI_Qualifier Gold_Base_Told_qual =
{
    MI_T("Told"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Base_Told_qual_value
};

static MI_CONST MI_Boolean Gold_Base_Here_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Base_Here_qual =
{
    MI_T("Here"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Base_Here_qual_value
};

static MI_CONST MI_Boolean Gold_Base_apple_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Base_apple_qual =
{
    MI_T("apple"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Base_apple_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Base_quals[] =
{
    &Gold_Base_Plain_qual,
    &Gold_Base_Some_qual,
    &Gold_Base_Fixed_qual,
    &Gold_Base_Told_qual,
    &Gold_Base_Here_qual,
    &Gold_Base_apple_qual,
};

/* class Gold_Base */
MI_CONST MI_ClassDecl Gold_Base_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676509, /* code */
    MI_T("Gold_Base"), /* name */
    Gold_Base_quals, /* qualifiers */
    MI_COUNT(Gold_Base_quals), /* numQualifiers */
    Gold_Base_props, /* properties */
    MI_COUNT(Gold_Base_props), /* numProperties */
    sizeof(Gold_Base), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Base_funcs, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Derived
**
**==============================================================================
*/

static MI_CONST MI_Qualifier Gold_Derived_Second_Plain_qual =
{
    MI_T("Plain"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    NULL
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Derived_Second_quals[] =
{
    &Gold_Derived_Second_Plain_qual,
};

/* property Gold_Derived.Second */
static MI_CONST MI_PropertyDecl Gold_Derived_Second_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736406, /* code */
    MI_T("Second"), /* name */
    Gold_Derived_Second_quals, /* qualifiers */
    MI_COUNT(Gold_Derived_Second_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Derived, Second), /* offset */
    MI_T("Gold_Derived"), /* origin */
    MI_T("Gold_Derived"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Derived_props[] =
{
    &Gold_Base_Name_prop,
    &Gold_Derived_Second_prop,
};

static MI_CONST MI_ProviderFT Gold_Derived_funcs =
{
  (MI_ProviderFT_Load)Gold_Derived_Load,
  (MI_ProviderFT_Unload)Gold_Derived_Unload,
  (MI_ProviderFT_GetInstance)NULL,
  (MI_ProviderFT_EnumerateInstances)NULL,
  (MI_ProviderFT_CreateInstance)NULL,
  (MI_ProviderFT_ModifyInstance)NULL,
  (MI_ProviderFT_DeleteInstance)NULL,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Char* Gold_Derived_Plain_qual_value = MI_T("x");

static MI_CONST MI_Qualifier Gold_Derived_Plain_qual =
{
    MI_T("Plain"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Derived_Plain_qual_value
};

static MI_CONST MI_Char* Gold_Derived_Fixed_qual_value = MI_T("y");

static MI_CONST MI_Qualifier Gold_Derived_Fixed_qual =
{
    MI_T("Fixed"),
    MI_STRING,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Derived_Fixed_qual_value
};

static MI_CONST MI_Char* Gold_Derived_Told_qual_value = MI_T("in words");

static MI_CONST MI_Qualifier Gold_Derived_Told_qual =
{
    MI_T("Told"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Derived_Told_qual_value
};

static MI_CONST MI_Boolean Gold_Derived_apple_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Derived_apple_qual =
{
    MI_T("apple"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Derived_apple_qual_value
};

static MI_CONST MI_Boolean Gold_Derived_Zebra_qual_value = 0;

static MI_CONST MI_Qualifier Gold_Derived_Zebra_qual =
{
    MI_T("Zebra"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Derived_Zebra_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Derived_quals[] =
{
    &Gold_Derived_Plain_qual,
    &Gold_Derived_Fixed_qual,
    &Gold_Derived_Told_qual,
    &Gold_Derived_apple_qual,
    &Gold_Derived_Zebra_qual,
};

/* class Gold_Derived */
MI_CONST MI_ClassDecl Gold_Derived_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067640C, /* code */
    MI_T("Gold_Derived"), /* name */
    Gold_Derived_quals, /* qualifiers */
    MI_COUNT(Gold_Derived_quals), /* numQualifiers */
    Gold_Derived_props, /* properties */
    MI_COUNT(Gold_Derived_props), /* numProperties */
    sizeof(Gold_Derived), /* size */
    MI_T("Gold_Base"), /* superClass */
    &Gold_Base_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Derived_funcs, /* functions */
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
    &Gold_Base_rtti,
    &Gold_Derived_rtti,
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

