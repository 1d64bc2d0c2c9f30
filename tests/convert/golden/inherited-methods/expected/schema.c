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
#include "Gold_Daemon.h"
#include "Gold_Printer.h"

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

static MI_CONST MI_QualifierDecl Description_qual_decl =
{
    MI_T("Description"), /* name */
    MI_STRING, /* type */
    MI_FLAG_ANY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

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

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Description_qual_decl,
    &In_qual_decl,
    &Key_qual_decl,
};

/*
**==============================================================================
**
** Gold_Service
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Service_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Service_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Service_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Name_quals[] =
{
    &Gold_Service_Name_Key_qual,
};

/* property Gold_Service.Name */
static MI_CONST MI_PropertyDecl Gold_Service_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Service_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Service, Name), /* offset */
    MI_T("Gold_Service"), /* origin */
    MI_T("Gold_Service"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Service_props[] =
{
    &Gold_Service_Name_prop,
};

static MI_CONST MI_Char* Gold_Service_Start_Description_qual_value = MI_T("Starts it");

static MI_CONST MI_Qualifier Gold_Service_Start_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Service_Start_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Start_quals[] =
{
    &Gold_Service_Start_Description_qual,
};

static MI_CONST MI_Char* Gold_Service_Start_MIReturn_Description_qual_value = MI_T("Starts it");

static MI_CONST MI_Qualifier Gold_Service_Start_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Service_Start_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Start_MIReturn_quals[] =
{
    &Gold_Service_Start_MIReturn_Description_qual,
};

/* parameter Gold_Service.Start(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Service_Start_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Service_Start_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Start_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Service_Start, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Service_Start_params[] =
{
    &Gold_Service_Start_MIReturn_param,
};

/* method Gold_Service.Start() */
MI_CONST MI_MethodDecl Gold_Service_Start_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737405, /* code */
    MI_T("Start"), /* name */
    Gold_Service_Start_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Start_quals), /* numQualifiers */
    Gold_Service_Start_params, /* parameters */
    MI_COUNT(Gold_Service_Start_params), /* numParameters */
    sizeof(Gold_Service_Start), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Service"), /* origin */
    MI_T("Gold_Service"), /* propagator */
    &schemaDecl, /* schema */
    NULL, /* method */
};

static MI_CONST MI_Char* Gold_Service_Stop_Description_qual_value = MI_T("Stops it");

static MI_CONST MI_Qualifier Gold_Service_Stop_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Service_Stop_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Stop_quals[] =
{
    &Gold_Service_Stop_Description_qual,
};

static MI_CONST MI_Boolean Gold_Service_Stop_Seconds_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Service_Stop_Seconds_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Service_Stop_Seconds_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Stop_Seconds_quals[] =
{
    &Gold_Service_Stop_Seconds_In_qual,
};

/* parameter Gold_Service.Stop(): Seconds */
static MI_CONST MI_ParameterDecl Gold_Service_Stop_Seconds_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00737307, /* code */
    MI_T("Seconds"), /* name */
    Gold_Service_Stop_Seconds_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Stop_Seconds_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Service_Stop, Seconds), /* offset */
};

static MI_CONST MI_Char* Gold_Service_Stop_MIReturn_Description_qual_value = MI_T("Stops it");

static MI_CONST MI_Qualifier Gold_Service_Stop_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Service_Stop_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Service_Stop_MIReturn_quals[] =
{
    &Gold_Service_Stop_MIReturn_Description_qual,
};

/* parameter Gold_Service.Stop(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Service_Stop_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Service_Stop_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Stop_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Service_Stop, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Service_Stop_params[] =
{
    &Gold_Service_Stop_MIReturn_param,
    &Gold_Service_Stop_Seconds_param,
};

/* method Gold_Service.Stop() */
MI_CONST MI_MethodDecl Gold_Service_Stop_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737004, /* code */
    MI_T("Stop"), /* name */
    Gold_Service_Stop_quals, /* qualifiers */
    MI_COUNT(Gold_Service_Stop_quals), /* numQualifiers */
    Gold_Service_Stop_params, /* parameters */
    MI_COUNT(Gold_Service_Stop_params), /* numParameters */
    sizeof(Gold_Service_Stop), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Service"), /* origin */
    MI_T("Gold_Service"), /* propagator */
    &schemaDecl, /* schema */
    NULL, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Service_meths[] =
{
    &Gold_Service_Start_rtti,
    &Gold_Service_Stop_rtti,
};

/* class Gold_Service */
MI_CONST MI_ClassDecl Gold_Service_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067650C, /* code */
    MI_T("Gold_Service"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Service_props, /* properties */
    MI_COUNT(Gold_Service_props), /* numProperties */
    sizeof(Gold_Service), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Service_meths, /* methods */
    MI_COUNT(Gold_Service_meths), /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Daemon
**
**==============================================================================
*/

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Daemon_props[] =
{
    &Gold_Service_Name_prop,
};

static MI_CONST MI_Char* Gold_Daemon_Start_Description_qual_value = MI_T("Starts it");

static MI_CONST MI_Qualifier Gold_Daemon_Start_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Daemon_Start_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Daemon_Start_quals[] =
{
    &Gold_Daemon_Start_Description_qual,
};

static MI_CONST MI_Char* Gold_Daemon_Start_MIReturn_Description_qual_value = MI_T("Starts it");

static MI_CONST MI_Qualifier Gold_Daemon_Start_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Daemon_Start_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Daemon_Start_MIReturn_quals[] =
{
    &Gold_Daemon_Start_MIReturn_Description_qual,
};

/* parameter Gold_Daemon.Start(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Daemon_Start_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Daemon_Start_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Daemon_Start_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Daemon_Start, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Daemon_Start_params[] =
{
    &Gold_Daemon_Start_MIReturn_param,
};

/* method Gold_Daemon.Start() */
MI_CONST MI_MethodDecl Gold_Daemon_Start_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737405, /* code */
    MI_T("Start"), /* name */
    Gold_Daemon_Start_quals, /* qualifiers */
    MI_COUNT(Gold_Daemon_Start_quals), /* numQualifiers */
    Gold_Daemon_Start_params, /* parameters */
    MI_COUNT(Gold_Daemon_Start_params), /* numParameters */
    sizeof(Gold_Daemon_Start), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Service"), /* origin */
    MI_T("Gold_Daemon"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Daemon_Invoke_Start, /* method */
};

static MI_CONST MI_Char* Gold_Daemon_Stop_Description_qual_value = MI_T("Stops it");

static MI_CONST MI_Qualifier Gold_Daemon_Stop_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Daemon_Stop_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Daemon_Stop_quals[] =
{
    &Gold_Daemon_Stop_Description_qual,
};

static MI_CONST MI_Boolean Gold_Daemon_Stop_Seconds_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Daemon_Stop_Seconds_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Daemon_Stop_Seconds_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Daemon_Stop_Seconds_quals[] =
{
    &Gold_Daemon_Stop_Seconds_In_qual,
};

/* parameter Gold_Daemon.Stop(): Seconds */
static MI_CONST MI_ParameterDecl Gold_Daemon_Stop_Seconds_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00737307, /* code */
    MI_T("Seconds"), /* name */
    Gold_Daemon_Stop_Seconds_quals, /* qualifiers */
    MI_COUNT(Gold_Daemon_Stop_Seconds_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Daemon_Stop, Seconds), /* offset */
};

static MI_CONST MI_Char* Gold_Daemon_Stop_MIReturn_Description_qual_value = MI_T("Stops it");

static MI_CONST MI_Qualifier Gold_Daemon_Stop_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Daemon_Stop_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Daemon_Stop_MIReturn_quals[] =
{
    &Gold_Daemon_Stop_MIReturn_Description_qual,
};

/* parameter Gold_Daemon.Stop(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Daemon_Stop_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Daemon_Stop_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Daemon_Stop_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Daemon_Stop, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Daemon_Stop_params[] =
{
    &Gold_Daemon_Stop_MIReturn_param,
    &Gold_Daemon_Stop_Seconds_param,
};

/* method Gold_Daemon.Stop() */
MI_CONST MI_MethodDecl Gold_Daemon_Stop_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737004, /* code */
    MI_T("Stop"), /* name */
    Gold_Daemon_Stop_quals, /* qualifiers */
    MI_COUNT(Gold_Daemon_Stop_quals), /* numQualifiers */
    Gold_Daemon_Stop_params, /* parameters */
    MI_COUNT(Gold_Daemon_Stop_params), /* numParameters */
    sizeof(Gold_Daemon_Stop), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Service"), /* origin */
    MI_T("Gold_Service"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Daemon_Invoke_Stop, /* method */
};

/* parameter Gold_Daemon.Reload(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Daemon_Reload_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Daemon_Reload, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Daemon_Reload_params[] =
{
    &Gold_Daemon_Reload_MIReturn_param,
};

/* method Gold_Daemon.Reload() */
MI_CONST MI_MethodDecl Gold_Daemon_Reload_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00726406, /* code */
    MI_T("Reload"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Daemon_Reload_params, /* parameters */
    MI_COUNT(Gold_Daemon_Reload_params), /* numParameters */
    sizeof(Gold_Daemon_Reload), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Daemon"), /* origin */
    MI_T("Gold_Daemon"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Daemon_Invoke_Reload, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Daemon_meths[] =
{
    &Gold_Daemon_Start_rtti,
    &Gold_Daemon_Stop_rtti,
    &Gold_Daemon_Reload_rtti,
};

static MI_CONST MI_ProviderFT Gold_Daemon_funcs =
{
  (MI_ProviderFT_Load)Gold_Daemon_Load,
  (MI_ProviderFT_Unload)Gold_Daemon_Unload,
  (MI_ProviderFT_GetInstance)Gold_Daemon_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Daemon_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Daemon_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Daemon_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Daemon_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Daemon */
MI_CONST MI_ClassDecl Gold_Daemon_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676E0B, /* code */
    MI_T("Gold_Daemon"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Daemon_props, /* properties */
    MI_COUNT(Gold_Daemon_props), /* numProperties */
    sizeof(Gold_Daemon), /* size */
    MI_T("Gold_Service"), /* superClass */
    &Gold_Service_rtti, /* superClassDecl */
    Gold_Daemon_meths, /* methods */
    MI_COUNT(Gold_Daemon_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Daemon_funcs, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Printer
**
**==============================================================================
*/

/* property Gold_Printer.Paper */
static MI_CONST MI_PropertyDecl Gold_Printer_Paper_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00707205, /* code */
    MI_T("Paper"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Printer, Paper), /* offset */
    MI_T("Gold_Printer"), /* origin */
    MI_T("Gold_Printer"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Printer_props[] =
{
    &Gold_Service_Name_prop,
    &Gold_Printer_Paper_prop,
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Printer_meths[] =
{
    &Gold_Daemon_Start_rtti,
    &Gold_Service_Stop_rtti,
    &Gold_Daemon_Reload_rtti,
};

/* class Gold_Printer */
MI_CONST MI_ClassDecl Gold_Printer_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067720C, /* code */
    MI_T("Gold_Printer"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Printer_props, /* properties */
    MI_COUNT(Gold_Printer_props), /* numProperties */
    sizeof(Gold_Printer), /* size */
    MI_T("Gold_Daemon"), /* superClass */
    &Gold_Daemon_rtti, /* superClassDecl */
    Gold_Printer_meths, /* methods */
    MI_COUNT(Gold_Printer_meths), /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
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
    &Gold_Daemon_rtti,
    &Gold_Printer_rtti,
    &Gold_Service_rtti,
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

