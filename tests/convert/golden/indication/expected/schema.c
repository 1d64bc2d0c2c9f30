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
#include "Gold_Alarm.h"
#include "Gold_Event.h"

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

static MI_CONST MI_Boolean Indication_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Indication_qual_decl =
{
    MI_T("Indication"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_CLASS|MI_FLAG_INDICATION, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Indication_qual_decl_value, /* value */
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
    &Abstract_qual_decl,
    &Indication_qual_decl,
    &Key_qual_decl,
};

/*
**==============================================================================
**
** Gold_Event
**
**==============================================================================
*/

/* property Gold_Event.Time */
static MI_CONST MI_PropertyDecl Gold_Event_Time_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00746504, /* code */
    MI_T("Time"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Event, Time), /* offset */
    MI_T("Gold_Event"), /* origin */
    MI_T("Gold_Event"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Event_props[] =
{
    &Gold_Event_Time_prop,
};

static MI_CONST MI_Boolean Gold_Event_Abstract_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Event_Abstract_qual =
{
    MI_T("Abstract"),
    MI_BOOLEAN,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_Event_Abstract_qual_value
};

static MI_CONST MI_Boolean Gold_Event_Indication_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Event_Indication_qual =
{
    MI_T("Indication"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Event_Indication_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Event_quals[] =
{
    &Gold_Event_Abstract_qual,
    &Gold_Event_Indication_qual,
};

/* class Gold_Event */
MI_CONST MI_ClassDecl Gold_Event_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_INDICATION|MI_FLAG_ABSTRACT, /* flags */
    0x0067740A, /* code */
    MI_T("Gold_Event"), /* name */
    Gold_Event_quals, /* qualifiers */
    MI_COUNT(Gold_Event_quals), /* numQualifiers */
    Gold_Event_props, /* properties */
    MI_COUNT(Gold_Event_props), /* numProperties */
    sizeof(Gold_Event), /* size */
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
** Gold_Alarm
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Alarm_Source_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Alarm_Source_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Alarm_Source_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Alarm_Source_quals[] =
{
    &Gold_Alarm_Source_Key_qual,
};

/* property Gold_Alarm.Source */
static MI_CONST MI_PropertyDecl Gold_Alarm_Source_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x00736506, /* code */
    MI_T("Source"), /* name */
    Gold_Alarm_Source_quals, /* qualifiers */
    MI_COUNT(Gold_Alarm_Source_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Alarm, Source), /* offset */
    MI_T("Gold_Alarm"), /* origin */
    MI_T("Gold_Alarm"), /* propagator */
    NULL,
};

static MI_CONST MI_Uint16 Gold_Alarm_Severity_value = 3;

/* property Gold_Alarm.Severity */
static MI_CONST MI_PropertyDecl Gold_Alarm_Severity_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737908, /* code */
    MI_T("Severity"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT16, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Alarm, Severity), /* offset */
    MI_T("Gold_Alarm"), /* origin */
    MI_T("Gold_Alarm"), /* propagator */
    &Gold_Alarm_Severity_value,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Alarm_props[] =
{
    &Gold_Event_Time_prop,
    &Gold_Alarm_Source_prop,
    &Gold_Alarm_Severity_prop,
};

static MI_CONST MI_ProviderFT Gold_Alarm_funcs =
{
  (MI_ProviderFT_Load)Gold_Alarm_Load,
  (MI_ProviderFT_Unload)Gold_Alarm_Unload,
  (MI_ProviderFT_GetInstance)NULL,
  (MI_ProviderFT_EnumerateInstances)NULL,
  (MI_ProviderFT_CreateInstance)NULL,
  (MI_ProviderFT_ModifyInstance)NULL,
  (MI_ProviderFT_DeleteInstance)NULL,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)Gold_Alarm_EnableIndications,
  (MI_ProviderFT_DisableIndications)Gold_Alarm_DisableIndications,
  (MI_ProviderFT_Subscribe)Gold_Alarm_Subscribe,
  (MI_ProviderFT_Unsubscribe)Gold_Alarm_Unsubscribe,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Boolean Gold_Alarm_Indication_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Alarm_Indication_qual =
{
    MI_T("Indication"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Alarm_Indication_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Alarm_quals[] =
{
    &Gold_Alarm_Indication_qual,
};

/* class Gold_Alarm */
MI_CONST MI_ClassDecl Gold_Alarm_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_INDICATION, /* flags */
    0x00676D0A, /* code */
    MI_T("Gold_Alarm"), /* name */
    Gold_Alarm_quals, /* qualifiers */
    MI_COUNT(Gold_Alarm_quals), /* numQualifiers */
    Gold_Alarm_props, /* properties */
    MI_COUNT(Gold_Alarm_props), /* numProperties */
    sizeof(Gold_Alarm), /* size */
    MI_T("Gold_Event"), /* superClass */
    &Gold_Event_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Alarm_funcs, /* functions */
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
    &Gold_Alarm_rtti,
    &Gold_Event_rtti,
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

