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
#include "Gold_Line.h"

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

static MI_CONST MI_Boolean EmbeddedObject_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl EmbeddedObject_qual_decl =
{
    MI_T("EmbeddedObject"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_METHOD|MI_FLAG_PARAMETER|MI_FLAG_PROPERTY, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &EmbeddedObject_qual_decl_value, /* value */
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
    &EmbeddedInstance_qual_decl,
    &EmbeddedObject_qual_decl,
    &In_qual_decl,
    &Key_qual_decl,
    &Out_qual_decl,
};

/*
**==============================================================================
**
** Gold_Point
**
**==============================================================================
*/

/* property Gold_Point.X */
static MI_CONST MI_PropertyDecl Gold_Point_X_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00787801, /* code */
    MI_T("X"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Point, X), /* offset */
    MI_T("Gold_Point"), /* origin */
    MI_T("Gold_Point"), /* propagator */
    NULL,
};

/* property Gold_Point.Y */
static MI_CONST MI_PropertyDecl Gold_Point_Y_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00797901, /* code */
    MI_T("Y"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Point, Y), /* offset */
    MI_T("Gold_Point"), /* origin */
    MI_T("Gold_Point"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Point_props[] =
{
    &Gold_Point_X_prop,
    &Gold_Point_Y_prop,
};

/* class Gold_Point */
MI_CONST MI_ClassDecl Gold_Point_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067740A, /* code */
    MI_T("Gold_Point"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Point_props, /* properties */
    MI_COUNT(Gold_Point_props), /* numProperties */
    sizeof(Gold_Point), /* size */
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
** Gold_Line
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Line_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Name_quals[] =
{
    &Gold_Line_Name_Key_qual,
};

/* property Gold_Line.Name */
static MI_CONST MI_PropertyDecl Gold_Line_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Line_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Line, Name), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* Gold_Line_Start_EmbeddedInstance_qual_value = MI_T("Gold_Point");

static MI_CONST MI_Qualifier Gold_Line_Start_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Start_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Start_quals[] =
{
    &Gold_Line_Start_EmbeddedInstance_qual,
};

/* property Gold_Line.Start */
static MI_CONST MI_PropertyDecl Gold_Line_Start_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00737405, /* code */
    MI_T("Start"), /* name */
    Gold_Line_Start_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Start_quals), /* numQualifiers */
    MI_INSTANCE, /* type */
    MI_T("Gold_Point"), /* className */
    0, /* subscript */
    offsetof(Gold_Line, Start), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_CONST MI_Char* Gold_Line_Points_EmbeddedInstance_qual_value = MI_T("gold_point");

static MI_CONST MI_Qualifier Gold_Line_Points_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Points_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Points_quals[] =
{
    &Gold_Line_Points_EmbeddedInstance_qual,
};

/* property Gold_Line.Points */
static MI_CONST MI_PropertyDecl Gold_Line_Points_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00707306, /* code */
    MI_T("Points"), /* name */
    Gold_Line_Points_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Points_quals), /* numQualifiers */
    MI_INSTANCEA, /* type */
    MI_T("Gold_Point"), /* className */
    0, /* subscript */
    offsetof(Gold_Line, Points), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Line_Any_EmbeddedObject_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Any_EmbeddedObject_qual =
{
    MI_T("EmbeddedObject"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Any_EmbeddedObject_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Any_quals[] =
{
    &Gold_Line_Any_EmbeddedObject_qual,
};

/* property Gold_Line.Any */
static MI_CONST MI_PropertyDecl Gold_Line_Any_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00617903, /* code */
    MI_T("Any"), /* name */
    Gold_Line_Any_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Any_quals), /* numQualifiers */
    MI_INSTANCE, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Line, Any), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Line_Others_EmbeddedObject_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Others_EmbeddedObject_qual =
{
    MI_T("EmbeddedObject"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Others_EmbeddedObject_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Others_quals[] =
{
    &Gold_Line_Others_EmbeddedObject_qual,
};

/* property Gold_Line.Others */
static MI_CONST MI_PropertyDecl Gold_Line_Others_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x006F7306, /* code */
    MI_T("Others"), /* name */
    Gold_Line_Others_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Others_quals), /* numQualifiers */
    MI_INSTANCEA, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Line, Others), /* offset */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Line_props[] =
{
    &Gold_Line_Name_prop,
    &Gold_Line_Start_prop,
    &Gold_Line_Points_prop,
    &Gold_Line_Any_prop,
    &Gold_Line_Others_prop,
};

static MI_CONST MI_Char* Gold_Line_Middle_EmbeddedInstance_qual_value = MI_T("Gold_Point");

static MI_CONST MI_Qualifier Gold_Line_Middle_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Middle_quals[] =
{
    &Gold_Line_Middle_EmbeddedInstance_qual,
};

static MI_CONST MI_Boolean Gold_Line_Middle_Of_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Middle_Of_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_Of_In_qual_value
};

static MI_CONST MI_Boolean Gold_Line_Middle_Of_EmbeddedObject_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Middle_Of_EmbeddedObject_qual =
{
    MI_T("EmbeddedObject"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_Of_EmbeddedObject_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Middle_Of_quals[] =
{
    &Gold_Line_Middle_Of_In_qual,
    &Gold_Line_Middle_Of_EmbeddedObject_qual,
};

/* parameter Gold_Line.Middle(): Of */
static MI_CONST MI_ParameterDecl Gold_Line_Middle_Of_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x006F6602, /* code */
    MI_T("Of"), /* name */
    Gold_Line_Middle_Of_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Middle_Of_quals), /* numQualifiers */
    MI_INSTANCE, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Line_Middle, Of), /* offset */
};

static MI_CONST MI_Boolean Gold_Line_Middle_All_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Line_Middle_All_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_All_Out_qual_value
};

static MI_CONST MI_Char* Gold_Line_Middle_All_EmbeddedInstance_qual_value = MI_T("Gold_Point");

static MI_CONST MI_Qualifier Gold_Line_Middle_All_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_All_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Middle_All_quals[] =
{
    &Gold_Line_Middle_All_Out_qual,
    &Gold_Line_Middle_All_EmbeddedInstance_qual,
};

/* parameter Gold_Line.Middle(): All */
static MI_CONST MI_ParameterDecl Gold_Line_Middle_All_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x00616C03, /* code */
    MI_T("All"), /* name */
    Gold_Line_Middle_All_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Middle_All_quals), /* numQualifiers */
    MI_INSTANCEA, /* type */
    MI_T("Gold_Point"), /* className */
    0, /* subscript */
    offsetof(Gold_Line_Middle, All), /* offset */
};

static MI_CONST MI_Char* Gold_Line_Middle_MIReturn_EmbeddedInstance_qual_value = MI_T("Gold_Point");

static MI_CONST MI_Qualifier Gold_Line_Middle_MIReturn_EmbeddedInstance_qual =
{
    MI_T("EmbeddedInstance"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Line_Middle_MIReturn_EmbeddedInstance_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Line_Middle_MIReturn_quals[] =
{
    &Gold_Line_Middle_MIReturn_EmbeddedInstance_qual,
};

/* parameter Gold_Line.Middle(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Line_Middle_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Line_Middle_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Middle_MIReturn_quals), /* numQualifiers */
    MI_INSTANCE, /* type */
    MI_T("Gold_Point"), /* className */
    0, /* subscript */
    offsetof(Gold_Line_Middle, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Line_Middle_params[] =
{
    &Gold_Line_Middle_MIReturn_param,
    &Gold_Line_Middle_Of_param,
    &Gold_Line_Middle_All_param,
};

/* method Gold_Line.Middle() */
MI_CONST MI_MethodDecl Gold_Line_Middle_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x006D6506, /* code */
    MI_T("Middle"), /* name */
    Gold_Line_Middle_quals, /* qualifiers */
    MI_COUNT(Gold_Line_Middle_quals), /* numQualifiers */
    Gold_Line_Middle_params, /* parameters */
    MI_COUNT(Gold_Line_Middle_params), /* numParameters */
    sizeof(Gold_Line_Middle), /* size */
    MI_INSTANCE, /* returnType */
    MI_T("Gold_Line"), /* origin */
    MI_T("Gold_Line"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Line_Invoke_Middle, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Line_meths[] =
{
    &Gold_Line_Middle_rtti,
};

static MI_CONST MI_ProviderFT Gold_Line_funcs =
{
  (MI_ProviderFT_Load)Gold_Line_Load,
  (MI_ProviderFT_Unload)Gold_Line_Unload,
  (MI_ProviderFT_GetInstance)Gold_Line_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Line_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Line_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Line_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Line_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
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
    Gold_Line_meths, /* methods */
    MI_COUNT(Gold_Line_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Line_funcs, /* functions */
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
    &Gold_Point_rtti,
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

