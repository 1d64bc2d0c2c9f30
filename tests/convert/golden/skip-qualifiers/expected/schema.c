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
#include "reason.h"

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

/*
**==============================================================================
**
** Detail
**
**==============================================================================
*/

/* property Detail.Text */
static MI_CONST MI_PropertyDecl Detail_Text_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00747404, /* code */
    MI_T("Text"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Detail, Text), /* offset */
    MI_T("Detail"), /* origin */
    MI_T("Detail"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Detail_props[] =
{
    &Detail_Text_prop,
};

/* class Detail */
MI_CONST MI_ClassDecl Detail_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00646C06, /* code */
    MI_T("Detail"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Detail_props, /* properties */
    MI_COUNT(Detail_props), /* numProperties */
    sizeof(Detail), /* size */
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
** reason
**
**==============================================================================
*/

static MI_CONST MI_Boolean reason_Code_Key_qual_value = 1;

static MI_CONST MI_Qualifier reason_Code_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &reason_Code_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST reason_Code_quals[] =
{
    &reason_Code_Key_qual,
};

/* property reason.Code */
static MI_CONST MI_PropertyDecl reason_Code_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x00636504, /* code */
    MI_T("Code"), /* name */
    reason_Code_quals, /* qualifiers */
    MI_COUNT(reason_Code_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(reason, Code), /* offset */
    MI_T("reason"), /* origin */
    MI_T("reason"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* reason_More_EmbeddedInstance_qual_value = MI_T("Detail");

static MI_CONST MI_Qualifier reason_More_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &reason_More_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST reason_More_quals[] =
{
    &reason_More_EmbeddedInstance_qual,
};

/* property reason.More */
static MI_CONST MI_PropertyDecl reason_More_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006D6504, /* code */
    MI_T("More"), /* name */
    reason_More_quals, /* qualifiers */
    MI_COUNT(reason_More_quals), /* numQualifiers */
    MI_INSTANCE, /* type */
    MI_T("Detail"), /* className */
    0, /* subscript */
    offsetof(reason, More), /* offset */
    MI_T("reason"), /* origin */
    MI_T("reason"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST reason_props[] =
{
    &reason_Code_prop,
    &reason_More_prop,
};

static MI_CONST MI_ProviderFT reason_funcs =
{
  (MI_ProviderFT_Load)reason_Load,
  (MI_ProviderFT_Unload)reason_Unload,
  (MI_ProviderFT_GetInstance)reason_GetInstance,
  (MI_ProviderFT_EnumerateInstances)reason_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)reason_CreateInstance,
  (MI_ProviderFT_ModifyInstance)reason_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)reason_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class reason */
MI_CONST MI_ClassDecl reason_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00726E06, /* code */
    MI_T("reason"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    reason_props, /* properties */
    MI_COUNT(reason_props), /* numProperties */
    sizeof(reason), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &reason_funcs, /* functions */
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
    &Detail_rtti,
    &reason_rtti,
};

MI_SchemaDecl schemaDecl =
{
    NULL, /* qualifierDecls */
    0, /* numQualifierDecls */
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

