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
#include "Gold_Machine.h"
#include "Gold_Manager.h"

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

static MI_CONST MI_Boolean Required_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Required_qual_decl =
{
    MI_T("Required"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY|MI_FLAG_REFERENCE, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Required_qual_decl_value, /* value */
};

static MI_CONST MI_Boolean Static_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Static_qual_decl =
{
    MI_T("Static"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_METHOD|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Static_qual_decl_value, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Abstract_qual_decl,
    &Key_qual_decl,
    &Required_qual_decl,
    &Static_qual_decl,
};

/*
**==============================================================================
**
** Gold_Named
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Named_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Named_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Named_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Named_Name_quals[] =
{
    &Gold_Named_Name_Key_qual,
};

/* property Gold_Named.Name */
static MI_CONST MI_PropertyDecl Gold_Named_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Named_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Named_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Named, Name), /* offset */
    MI_T("Gold_Named"), /* origin */
    MI_T("Gold_Named"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Named_Domain_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Named_Domain_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Named_Domain_Key_qual_value
};

static MI_CONST MI_Boolean Gold_Named_Domain_Required_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Named_Domain_Required_qual =
{
    MI_T("Required"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Named_Domain_Required_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Named_Domain_quals[] =
{
    &Gold_Named_Domain_Key_qual,
    &Gold_Named_Domain_Required_qual,
};

/* property Gold_Named.Domain */
static MI_CONST MI_PropertyDecl Gold_Named_Domain_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_REQUIRED|MI_FLAG_READONLY, /* flags */
    0x00646E06, /* code */
    MI_T("Domain"), /* name */
    Gold_Named_Domain_quals, /* qualifiers */
    MI_COUNT(Gold_Named_Domain_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Named, Domain), /* offset */
    MI_T("Gold_Named"), /* origin */
    MI_T("Gold_Named"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Named_props[] =
{
    &Gold_Named_Name_prop,
    &Gold_Named_Domain_prop,
};

static MI_CONST MI_Boolean Gold_Named_Abstract_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Named_Abstract_qual =
{
    MI_T("Abstract"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Named_Abstract_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Named_quals[] =
{
    &Gold_Named_Abstract_qual,
};

/* class Gold_Named */
MI_CONST MI_ClassDecl Gold_Named_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ABSTRACT, /* flags */
    0x0067640A, /* code */
    MI_T("Gold_Named"), /* name */
    Gold_Named_quals, /* qualifiers */
    MI_COUNT(Gold_Named_quals), /* numQualifiers */
    Gold_Named_props, /* properties */
    MI_COUNT(Gold_Named_props), /* numProperties */
    sizeof(Gold_Named), /* size */
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
** Gold_Machine
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Machine_Slot_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Machine_Slot_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Machine_Slot_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Machine_Slot_quals[] =
{
    &Gold_Machine_Slot_Key_qual,
};

/* property Gold_Machine.Slot */
static MI_CONST MI_PropertyDecl Gold_Machine_Slot_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x00737404, /* code */
    MI_T("Slot"), /* name */
    Gold_Machine_Slot_quals, /* qualifiers */
    MI_COUNT(Gold_Machine_Slot_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Machine, Slot), /* offset */
    MI_T("Gold_Machine"), /* origin */
    MI_T("Gold_Machine"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Machine_Model_Required_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Machine_Model_Required_qual =
{
    MI_T("Required"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Machine_Model_Required_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Machine_Model_quals[] =
{
    &Gold_Machine_Model_Required_qual,
};

/* property Gold_Machine.Model */
static MI_CONST MI_PropertyDecl Gold_Machine_Model_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_REQUIRED|MI_FLAG_READONLY, /* flags */
    0x006D6C05, /* code */
    MI_T("Model"), /* name */
    Gold_Machine_Model_quals, /* qualifiers */
    MI_COUNT(Gold_Machine_Model_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Machine, Model), /* offset */
    MI_T("Gold_Machine"), /* origin */
    MI_T("Gold_Machine"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Machine_props[] =
{
    &Gold_Named_Name_prop,
    &Gold_Named_Domain_prop,
    &Gold_Machine_Slot_prop,
    &Gold_Machine_Model_prop,
};

static MI_CONST MI_ProviderFT Gold_Machine_funcs =
{
  (MI_ProviderFT_Load)Gold_Machine_Load,
  (MI_ProviderFT_Unload)Gold_Machine_Unload,
  (MI_ProviderFT_GetInstance)Gold_Machine_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Machine_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Machine_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Machine_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Machine_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Machine */
MI_CONST MI_ClassDecl Gold_Machine_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067650C, /* code */
    MI_T("Gold_Machine"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Machine_props, /* properties */
    MI_COUNT(Gold_Machine_props), /* numProperties */
    sizeof(Gold_Machine), /* size */
    MI_T("Gold_Named"), /* superClass */
    &Gold_Named_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Machine_funcs, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Manager
**
**==============================================================================
*/

/* property Gold_Manager.Version */
static MI_CONST MI_PropertyDecl Gold_Manager_Version_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00766E07, /* code */
    MI_T("Version"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Manager, Version), /* offset */
    MI_T("Gold_Manager"), /* origin */
    MI_T("Gold_Manager"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Manager_props[] =
{
    &Gold_Manager_Version_prop,
};

static MI_CONST MI_Boolean Gold_Manager_Restart_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Manager_Restart_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Manager_Restart_Static_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Manager_Restart_quals[] =
{
    &Gold_Manager_Restart_Static_qual,
};

static MI_CONST MI_Boolean Gold_Manager_Restart_MIReturn_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Manager_Restart_MIReturn_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Manager_Restart_MIReturn_Static_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Manager_Restart_MIReturn_quals[] =
{
    &Gold_Manager_Restart_MIReturn_Static_qual,
};

/* parameter Gold_Manager.Restart(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Manager_Restart_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Manager_Restart_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Manager_Restart_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Manager_Restart, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Manager_Restart_params[] =
{
    &Gold_Manager_Restart_MIReturn_param,
};

/* method Gold_Manager.Restart() */
MI_CONST MI_MethodDecl Gold_Manager_Restart_rtti =
{
    MI_FLAG_METHOD|MI_FLAG_STATIC, /* flags */
    0x00727407, /* code */
    MI_T("Restart"), /* name */
    Gold_Manager_Restart_quals, /* qualifiers */
    MI_COUNT(Gold_Manager_Restart_quals), /* numQualifiers */
    Gold_Manager_Restart_params, /* parameters */
    MI_COUNT(Gold_Manager_Restart_params), /* numParameters */
    sizeof(Gold_Manager_Restart), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Manager"), /* origin */
    MI_T("Gold_Manager"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Manager_Invoke_Restart, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Manager_meths[] =
{
    &Gold_Manager_Restart_rtti,
};

static MI_CONST MI_ProviderFT Gold_Manager_funcs =
{
  (MI_ProviderFT_Load)Gold_Manager_Load,
  (MI_ProviderFT_Unload)Gold_Manager_Unload,
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

/* class Gold_Manager */
MI_CONST MI_ClassDecl Gold_Manager_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067720C, /* code */
    MI_T("Gold_Manager"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Manager_props, /* properties */
    MI_COUNT(Gold_Manager_props), /* numProperties */
    sizeof(Gold_Manager), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Manager_meths, /* methods */
    MI_COUNT(Gold_Manager_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Manager_funcs, /* functions */
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
    &Gold_Machine_rtti,
    &Gold_Manager_rtti,
    &Gold_Named_rtti,
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

