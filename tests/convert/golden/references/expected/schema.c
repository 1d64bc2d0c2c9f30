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
#include "Gold_Volume.h"

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

static MI_CONST MI_Boolean In_qual_decl_value = 1;

static MI_CONST MI_QualifierDecl In_qual_decl =
{
    MI_T("In"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_PARAMETER, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &In_qual_decl_value, /* value */
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

static MI_CONST MI_Boolean Out_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Out_qual_decl =
{
    MI_T("Out"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_PARAMETER, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Out_qual_decl_value, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &In_qual_decl,
    &Key_qual_decl,
    &Out_qual_decl,
};

/*
**==============================================================================
**
** Gold_Disk
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Disk_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Disk_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Disk_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Disk_Name_quals[] =
{
    &Gold_Disk_Name_Key_qual,
};

/* property Gold_Disk.Name */
static MI_CONST MI_PropertyDecl Gold_Disk_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Disk_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Disk_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Disk, Name), /* offset */
    MI_T("Gold_Disk"), /* origin */
    MI_T("Gold_Disk"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Disk_props[] =
{
    &Gold_Disk_Name_prop,
};

/* class Gold_Disk */
MI_CONST MI_ClassDecl Gold_Disk_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676B09, /* code */
    MI_T("Gold_Disk"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Disk_props, /* properties */
    MI_COUNT(Gold_Disk_props), /* numProperties */
    sizeof(Gold_Disk), /* size */
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
** Gold_Volume
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Volume_Number_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Volume_Number_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Volume_Number_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Volume_Number_quals[] =
{
    &Gold_Volume_Number_Key_qual,
};

/* property Gold_Volume.Number */
static MI_CONST MI_PropertyDecl Gold_Volume_Number_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E7206, /* code */
    MI_T("Number"), /* name */
    Gold_Volume_Number_quals, /* qualifiers */
    MI_COUNT(Gold_Volume_Number_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Volume, Number), /* offset */
    MI_T("Gold_Volume"), /* origin */
    MI_T("Gold_Volume"), /* propagator */
    NULL,
};

/* property Gold_Volume.Disk */
static MI_CONST MI_PropertyDecl Gold_Volume_Disk_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00646B04, /* code */
    MI_T("Disk"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REFERENCE, /* type */
    MI_T("Gold_Disk"), /* className */
    0, /* subscript */
    offsetof(Gold_Volume, Disk), /* offset */
    MI_T("Gold_Volume"), /* origin */
    MI_T("Gold_Volume"), /* propagator */
    NULL,
};

/* property Gold_Volume.Mirrors */
static MI_CONST MI_PropertyDecl Gold_Volume_Mirrors_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006D7307, /* code */
    MI_T("Mirrors"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_REFERENCEA, /* type */
    MI_T("Gold_Disk"), /* className */
    0, /* subscript */
    offsetof(Gold_Volume, Mirrors), /* offset */
    MI_T("Gold_Volume"), /* origin */
    MI_T("Gold_Volume"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Volume_props[] =
{
    &Gold_Volume_Number_prop,
    &Gold_Volume_Disk_prop,
    &Gold_Volume_Mirrors_prop,
};

static MI_CONST MI_Boolean Gold_Volume_Split_At_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Volume_Split_At_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Volume_Split_At_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Volume_Split_At_quals[] =
{
    &Gold_Volume_Split_At_In_qual,
};

/* parameter Gold_Volume.Split(): At */
static MI_CONST MI_ParameterDecl Gold_Volume_Split_At_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00617402, /* code */
    MI_T("At"), /* name */
    Gold_Volume_Split_At_quals, /* qualifiers */
    MI_COUNT(Gold_Volume_Split_At_quals), /* numQualifiers */
    MI_UINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Volume_Split, At), /* offset */
};

static MI_CONST MI_Boolean Gold_Volume_Split_Second_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Volume_Split_Second_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Volume_Split_Second_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Volume_Split_Second_quals[] =
{
    &Gold_Volume_Split_Second_Out_qual,
};

/* parameter Gold_Volume.Split(): Second */
static MI_CONST MI_ParameterDecl Gold_Volume_Split_Second_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x00736406, /* code */
    MI_T("Second"), /* name */
    Gold_Volume_Split_Second_quals, /* qualifiers */
    MI_COUNT(Gold_Volume_Split_Second_quals), /* numQualifiers */
    MI_REFERENCE, /* type */
    MI_T("Gold_Volume"), /* className */
    0, /* subscript */
    offsetof(Gold_Volume_Split, Second), /* offset */
};

static MI_CONST MI_Boolean Gold_Volume_Split_Others_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Volume_Split_Others_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Volume_Split_Others_In_qual_value
};

static MI_CONST MI_Boolean Gold_Volume_Split_Others_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Volume_Split_Others_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Volume_Split_Others_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Volume_Split_Others_quals[] =
{
    &Gold_Volume_Split_Others_In_qual,
    &Gold_Volume_Split_Others_Out_qual,
};

/* parameter Gold_Volume.Split(): Others */
static MI_CONST MI_ParameterDecl Gold_Volume_Split_Others_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN|MI_FLAG_OUT, /* flags */
    0x006F7306, /* code */
    MI_T("Others"), /* name */
    Gold_Volume_Split_Others_quals, /* qualifiers */
    MI_COUNT(Gold_Volume_Split_Others_quals), /* numQualifiers */
    MI_REFERENCEA, /* type */
    MI_T("Gold_Volume"), /* className */
    0, /* subscript */
    offsetof(Gold_Volume_Split, Others), /* offset */
};

/* parameter Gold_Volume.Split(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Volume_Split_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Volume_Split, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Volume_Split_params[] =
{
    &Gold_Volume_Split_MIReturn_param,
    &Gold_Volume_Split_At_param,
    &Gold_Volume_Split_Second_param,
    &Gold_Volume_Split_Others_param,
};

/* method Gold_Volume.Split() */
MI_CONST MI_MethodDecl Gold_Volume_Split_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737405, /* code */
    MI_T("Split"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Volume_Split_params, /* parameters */
    MI_COUNT(Gold_Volume_Split_params), /* numParameters */
    sizeof(Gold_Volume_Split), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Volume"), /* origin */
    MI_T("Gold_Volume"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Volume_Invoke_Split, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Volume_meths[] =
{
    &Gold_Volume_Split_rtti,
};

static MI_CONST MI_ProviderFT Gold_Volume_funcs =
{
  (MI_ProviderFT_Load)Gold_Volume_Load,
  (MI_ProviderFT_Unload)Gold_Volume_Unload,
  (MI_ProviderFT_GetInstance)Gold_Volume_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Volume_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Volume_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Volume_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Volume_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Volume */
MI_CONST MI_ClassDecl Gold_Volume_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067650B, /* code */
    MI_T("Gold_Volume"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Volume_props, /* properties */
    MI_COUNT(Gold_Volume_props), /* numProperties */
    sizeof(Gold_Volume), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Volume_meths, /* methods */
    MI_COUNT(Gold_Volume_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Volume_funcs, /* functions */
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
    &Gold_Disk_rtti,
    &Gold_Volume_rtti,
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

