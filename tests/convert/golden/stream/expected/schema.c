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
#include "Gold_Reader.h"

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

static MI_CONST MI_QualifierDecl EmbeddedInstance_qual_decl =
{
    MI_T("EmbeddedInstance"), /* name */
    MI_STRING, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
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

static MI_CONST MI_Boolean Stream_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Stream_qual_decl =
{
    MI_T("Stream"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Stream_qual_decl_value, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &EmbeddedInstance_qual_decl,
    &In_qual_decl,
    &Out_qual_decl,
    &Static_qual_decl,
    &Stream_qual_decl,
};

/*
**==============================================================================
**
** Gold_Line
**
**==============================================================================
*/

/* property Gold_Line.Text */
static MI_CONST MI_PropertyDecl Gold_Line_Text_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00747404, /* code */
    MI_T("Text"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Line, Text), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Line_props[] =
{
    &Gold_Line_Text_prop,
};

/* class Gold_Line */
MI_CONST MI_ClassDecl Gold_Line_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676509, /* code */
    MI_T("Gold_Line"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Line_props, /* properties */
    MI_COUNT(Gold_Line_props), /* numProperties */
    sizeof(Gold_Line), /* size */
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
** Gold_Reader
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Reader_Read_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Static_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Reader_Read_quals[] =
{
    &Gold_Reader_Read_Static_qual,
};

static MI_CONST MI_Boolean Gold_Reader_Read_Path_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_Path_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Path_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Reader_Read_Path_quals[] =
{
    &Gold_Reader_Read_Path_In_qual,
};

/* parameter Gold_Reader.Read(): Path */
static MI_CONST MI_ParameterDecl Gold_Reader_Read_Path_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00706804, /* code */
    MI_T("Path"), /* name */
    Gold_Reader_Read_Path_quals, /* qualifiers */
    MI_COUNT(Gold_Reader_Read_Path_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Reader_Read, Path), /* offset */
};

static MI_CONST MI_Boolean Gold_Reader_Read_Lines_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_Lines_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Lines_Out_qual_value
};

static MI_CONST MI_Boolean Gold_Reader_Read_Lines_Stream_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_Lines_Stream_qual =
{
    MI_T("Stream"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Lines_Stream_qual_value
};

static MI_CONST MI_Char* Gold_Reader_Read_Lines_EmbeddedInstance_qual_value = MI_T("Gold_Line");

static MI_CONST MI_Qualifier Gold_Reader_Read_Lines_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Lines_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Reader_Read_Lines_quals[] =
{
    &Gold_Reader_Read_Lines_Out_qual,
    &Gold_Reader_Read_Lines_Stream_qual,
    &Gold_Reader_Read_Lines_EmbeddedInstance_qual,
};

/* parameter Gold_Reader.Read(): Lines */
static MI_CONST MI_ParameterDecl Gold_Reader_Read_Lines_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT|MI_FLAG_STREAM, /* flags */
    0x006C7305, /* code */
    MI_T("Lines"), /* name */
    Gold_Reader_Read_Lines_quals, /* qualifiers */
    MI_COUNT(Gold_Reader_Read_Lines_quals), /* numQualifiers */
    MI_INSTANCEA, /* type */
    MI_T("Gold_Line"), /* className */
    0, /* subscript */
    0xFFFFFFFF, /* offset */
};

static MI_CONST MI_Boolean Gold_Reader_Read_Count_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_Count_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_Count_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Reader_Read_Count_quals[] =
{
    &Gold_Reader_Read_Count_Out_qual,
};

/* parameter Gold_Reader.Read(): Count */
static MI_CONST MI_ParameterDecl Gold_Reader_Read_Count_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x00637405, /* code */
    MI_T("Count"), /* name */
    Gold_Reader_Read_Count_quals, /* qualifiers */
    MI_COUNT(Gold_Reader_Read_Count_quals), /* numQualifiers */
    MI_UINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Reader_Read, Count), /* offset */
};

static MI_CONST MI_Boolean Gold_Reader_Read_MIReturn_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Reader_Read_MIReturn_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Reader_Read_MIReturn_Static_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Reader_Read_MIReturn_quals[] =
{
    &Gold_Reader_Read_MIReturn_Static_qual,
};

/* parameter Gold_Reader.Read(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Reader_Read_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Reader_Read_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Reader_Read_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Reader_Read, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Reader_Read_params[] =
{
    &Gold_Reader_Read_MIReturn_param,
    &Gold_Reader_Read_Path_param,
    &Gold_Reader_Read_Lines_param,
    &Gold_Reader_Read_Count_param,
};

/* method Gold_Reader.Read() */
MI_CONST MI_MethodDecl Gold_Reader_Read_rtti =
{
    MI_FLAG_METHOD|MI_FLAG_STATIC, /* flags */
    0x00726404, /* code */
    MI_T("Read"), /* name */
    Gold_Reader_Read_quals, /* qualifiers */
    MI_COUNT(Gold_Reader_Read_quals), /* numQualifiers */
    Gold_Reader_Read_params, /* parameters */
    MI_COUNT(Gold_Reader_Read_params), /* numParameters */
    sizeof(Gold_Reader_Read), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Reader"), /* origin */
    MI_T("Gold_Reader"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Reader_Invoke_Read, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Reader_meths[] =
{
    &Gold_Reader_Read_rtti,
};

static MI_CONST MI_ProviderFT Gold_Reader_funcs =
{
  (MI_ProviderFT_Load)Gold_Reader_Load,
  (MI_ProviderFT_Unload)Gold_Reader_Unload,
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

/* class Gold_Reader */
MI_CONST MI_ClassDecl Gold_Reader_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067720B, /* code */
    MI_T("Gold_Reader"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    NULL, /* properties */
    0, /* numProperties */
    sizeof(Gold_Reader), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Reader_meths, /* methods */
    MI_COUNT(Gold_Reader_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Reader_funcs, /* functions */
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
    &Gold_Line_rtti,
    &Gold_Reader_rtti,
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

