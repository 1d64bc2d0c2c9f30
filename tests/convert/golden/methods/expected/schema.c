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
#include "Gold_Calculator.h"

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

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Description_qual_decl,
    &In_qual_decl,
    &Key_qual_decl,
    &Out_qual_decl,
    &Static_qual_decl,
};

/*
**==============================================================================
**
** Gold_Calculator
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Calculator_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Name_quals[] =
{
    &Gold_Calculator_Name_Key_qual,
};

/* property Gold_Calculator.Name */
static MI_CONST MI_PropertyDecl Gold_Calculator_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Calculator_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator, Name), /* offset */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Calculator_props[] =
{
    &Gold_Calculator_Name_prop,
};

static MI_CONST MI_Boolean Gold_Calculator_Add_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Add_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Add_Static_qual_value
};

static MI_CONST MI_Char* Gold_Calculator_Add_Description_qual_value = MI_T("Adds");

static MI_CONST MI_Qualifier Gold_Calculator_Add_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Calculator_Add_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Add_quals[] =
{
    &Gold_Calculator_Add_Static_qual,
    &Gold_Calculator_Add_Description_qual,
};

static MI_CONST MI_Boolean Gold_Calculator_Add_A_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Add_A_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Add_A_In_qual_value
};

static MI_CONST MI_Char* Gold_Calculator_Add_A_Description_qual_value = MI_T("First");

static MI_CONST MI_Qualifier Gold_Calculator_Add_A_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Calculator_Add_A_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Add_A_quals[] =
{
    &Gold_Calculator_Add_A_In_qual,
    &Gold_Calculator_Add_A_Description_qual,
};

/* parameter Gold_Calculator.Add(): A */
static MI_CONST MI_ParameterDecl Gold_Calculator_Add_A_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00616101, /* code */
    MI_T("A"), /* name */
    Gold_Calculator_Add_A_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Add_A_quals), /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Add, A), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Add_B_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Add_B_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Add_B_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Add_B_quals[] =
{
    &Gold_Calculator_Add_B_In_qual,
};

/* parameter Gold_Calculator.Add(): B */
static MI_CONST MI_ParameterDecl Gold_Calculator_Add_B_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00626201, /* code */
    MI_T("B"), /* name */
    Gold_Calculator_Add_B_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Add_B_quals), /* numQualifiers */
    MI_SINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Add, B), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Add_Sum_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Add_Sum_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Add_Sum_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Add_Sum_quals[] =
{
    &Gold_Calculator_Add_Sum_Out_qual,
};

/* parameter Gold_Calculator.Add(): Sum */
static MI_CONST MI_ParameterDecl Gold_Calculator_Add_Sum_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x00736D03, /* code */
    MI_T("Sum"), /* name */
    Gold_Calculator_Add_Sum_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Add_Sum_quals), /* numQualifiers */
    MI_SINT64, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Add, Sum), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Add_MIReturn_Static_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Add_MIReturn_Static_qual =
{
    MI_T("Static"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Add_MIReturn_Static_qual_value
};

static MI_CONST MI_Char* Gold_Calculator_Add_MIReturn_Description_qual_value = MI_T("Adds");

static MI_CONST MI_Qualifier Gold_Calculator_Add_MIReturn_Description_qual =
{
    MI_T("Description"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_TOSUBCLASS|MI_FLAG_TRANSLATABLE,
    &Gold_Calculator_Add_MIReturn_Description_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Add_MIReturn_quals[] =
{
    &Gold_Calculator_Add_MIReturn_Static_qual,
    &Gold_Calculator_Add_MIReturn_Description_qual,
};

/* parameter Gold_Calculator.Add(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_Add_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    Gold_Calculator_Add_MIReturn_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Add_MIReturn_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Add, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_Add_params[] =
{
    &Gold_Calculator_Add_MIReturn_param,
    &Gold_Calculator_Add_A_param,
    &Gold_Calculator_Add_B_param,
    &Gold_Calculator_Add_Sum_param,
};

/* method Gold_Calculator.Add() */
MI_CONST MI_MethodDecl Gold_Calculator_Add_rtti =
{
    MI_FLAG_METHOD|MI_FLAG_STATIC, /* flags */
    0x00616403, /* code */
    MI_T("Add"), /* name */
    Gold_Calculator_Add_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Add_quals), /* numQualifiers */
    Gold_Calculator_Add_params, /* parameters */
    MI_COUNT(Gold_Calculator_Add_params), /* numParameters */
    sizeof(Gold_Calculator_Add), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Add, /* method */
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_Into_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_Into_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_Into_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Directions_Into_quals[] =
{
    &Gold_Calculator_Directions_Into_In_qual,
};

/* parameter Gold_Calculator.Directions(): Into */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_Into_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00696F04, /* code */
    MI_T("Into"), /* name */
    Gold_Calculator_Directions_Into_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Directions_Into_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, Into), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_Out_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_Out_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_Out_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Directions_Out_quals[] =
{
    &Gold_Calculator_Directions_Out_Out_qual,
};

/* parameter Gold_Calculator.Directions(): Out */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_Out_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006F7403, /* code */
    MI_T("Out"), /* name */
    Gold_Calculator_Directions_Out_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Directions_Out_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, Out), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_Both_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_Both_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_Both_In_qual_value
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_Both_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_Both_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_Both_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Directions_Both_quals[] =
{
    &Gold_Calculator_Directions_Both_In_qual,
    &Gold_Calculator_Directions_Both_Out_qual,
};

/* parameter Gold_Calculator.Directions(): Both */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_Both_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN|MI_FLAG_OUT, /* flags */
    0x00626804, /* code */
    MI_T("Both"), /* name */
    Gold_Calculator_Directions_Both_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Directions_Both_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, Both), /* offset */
};

/* parameter Gold_Calculator.Directions(): Neither */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_Neither_param =
{
    MI_FLAG_PARAMETER, /* flags */
    0x006E7207, /* code */
    MI_T("Neither"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, Neither), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_OnlyOut_In_qual_value = 0;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_OnlyOut_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_OnlyOut_In_qual_value
};

static MI_CONST MI_Boolean Gold_Calculator_Directions_OnlyOut_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Directions_OnlyOut_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Directions_OnlyOut_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Directions_OnlyOut_quals[] =
{
    &Gold_Calculator_Directions_OnlyOut_In_qual,
    &Gold_Calculator_Directions_OnlyOut_Out_qual,
};

/* parameter Gold_Calculator.Directions(): OnlyOut */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_OnlyOut_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006F7407, /* code */
    MI_T("OnlyOut"), /* name */
    Gold_Calculator_Directions_OnlyOut_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Directions_OnlyOut_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, OnlyOut), /* offset */
};

/* parameter Gold_Calculator.Directions(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_Directions_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Directions, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_Directions_params[] =
{
    &Gold_Calculator_Directions_MIReturn_param,
    &Gold_Calculator_Directions_Into_param,
    &Gold_Calculator_Directions_Out_param,
    &Gold_Calculator_Directions_Both_param,
    &Gold_Calculator_Directions_Neither_param,
    &Gold_Calculator_Directions_OnlyOut_param,
};

/* method Gold_Calculator.Directions() */
MI_CONST MI_MethodDecl Gold_Calculator_Directions_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x0064730A, /* code */
    MI_T("Directions"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_Directions_params, /* parameters */
    MI_COUNT(Gold_Calculator_Directions_params), /* numParameters */
    sizeof(Gold_Calculator_Directions), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Directions, /* method */
};

static MI_CONST MI_Boolean Gold_Calculator_Sort_Numbers_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Sort_Numbers_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Sort_Numbers_In_qual_value
};

static MI_CONST MI_Boolean Gold_Calculator_Sort_Numbers_Out_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Sort_Numbers_Out_qual =
{
    MI_T("Out"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Sort_Numbers_Out_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Sort_Numbers_quals[] =
{
    &Gold_Calculator_Sort_Numbers_In_qual,
    &Gold_Calculator_Sort_Numbers_Out_qual,
};

/* parameter Gold_Calculator.Sort(): Numbers */
static MI_CONST MI_ParameterDecl Gold_Calculator_Sort_Numbers_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN|MI_FLAG_OUT, /* flags */
    0x006E7307, /* code */
    MI_T("Numbers"), /* name */
    Gold_Calculator_Sort_Numbers_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Sort_Numbers_quals), /* numQualifiers */
    MI_REAL64A, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Sort, Numbers), /* offset */
};

static MI_CONST MI_Boolean Gold_Calculator_Sort_Fixed_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Sort_Fixed_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Sort_Fixed_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Sort_Fixed_quals[] =
{
    &Gold_Calculator_Sort_Fixed_In_qual,
};

/* parameter Gold_Calculator.Sort(): Fixed */
static MI_CONST MI_ParameterDecl Gold_Calculator_Sort_Fixed_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00666405, /* code */
    MI_T("Fixed"), /* name */
    Gold_Calculator_Sort_Fixed_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Sort_Fixed_quals), /* numQualifiers */
    MI_UINT16A, /* type */
    NULL, /* className */
    8, /* subscript */
    offsetof(Gold_Calculator_Sort, Fixed), /* offset */
};

/* parameter Gold_Calculator.Sort(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_Sort_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Sort, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_Sort_params[] =
{
    &Gold_Calculator_Sort_MIReturn_param,
    &Gold_Calculator_Sort_Numbers_param,
    &Gold_Calculator_Sort_Fixed_param,
};

/* method Gold_Calculator.Sort() */
MI_CONST MI_MethodDecl Gold_Calculator_Sort_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00737404, /* code */
    MI_T("Sort"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_Sort_params, /* parameters */
    MI_COUNT(Gold_Calculator_Sort_params), /* numParameters */
    sizeof(Gold_Calculator_Sort), /* size */
    MI_UINT32, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Sort, /* method */
};

static MI_CONST MI_Boolean Gold_Calculator_AsText_When_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_AsText_When_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_AsText_When_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_AsText_When_quals[] =
{
    &Gold_Calculator_AsText_When_In_qual,
};

/* parameter Gold_Calculator.AsText(): When */
static MI_CONST MI_ParameterDecl Gold_Calculator_AsText_When_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00776E04, /* code */
    MI_T("When"), /* name */
    Gold_Calculator_AsText_When_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_AsText_When_quals), /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_AsText, When), /* offset */
};

/* parameter Gold_Calculator.AsText(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_AsText_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_AsText, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_AsText_params[] =
{
    &Gold_Calculator_AsText_MIReturn_param,
    &Gold_Calculator_AsText_When_param,
};

/* method Gold_Calculator.AsText() */
MI_CONST MI_MethodDecl Gold_Calculator_AsText_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00617406, /* code */
    MI_T("AsText"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_AsText_params, /* parameters */
    MI_COUNT(Gold_Calculator_AsText_params), /* numParameters */
    sizeof(Gold_Calculator_AsText), /* size */
    MI_STRING, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_AsText, /* method */
};

/* parameter Gold_Calculator.Now(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_Now_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Now, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_Now_params[] =
{
    &Gold_Calculator_Now_MIReturn_param,
};

/* method Gold_Calculator.Now() */
MI_CONST MI_MethodDecl Gold_Calculator_Now_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x006E7703, /* code */
    MI_T("Now"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_Now_params, /* parameters */
    MI_COUNT(Gold_Calculator_Now_params), /* numParameters */
    sizeof(Gold_Calculator_Now), /* size */
    MI_DATETIME, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Now, /* method */
};

/* parameter Gold_Calculator.IsReady(): MIReturn */
static MI_CONST MI_ParameterDecl Gold_Calculator_IsReady_MIReturn_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_OUT, /* flags */
    0x006D6E08, /* code */
    MI_T("MIReturn"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_IsReady, MIReturn), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_IsReady_params[] =
{
    &Gold_Calculator_IsReady_MIReturn_param,
};

/* method Gold_Calculator.IsReady() */
MI_CONST MI_MethodDecl Gold_Calculator_IsReady_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00697907, /* code */
    MI_T("IsReady"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_IsReady_params, /* parameters */
    MI_COUNT(Gold_Calculator_IsReady_params), /* numParameters */
    sizeof(Gold_Calculator_IsReady), /* size */
    MI_BOOLEAN, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_IsReady, /* method */
};

static MI_CONST MI_Boolean Gold_Calculator_Reset_Hard_In_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Calculator_Reset_Hard_In_qual =
{
    MI_T("In"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Calculator_Reset_Hard_In_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Calculator_Reset_Hard_quals[] =
{
    &Gold_Calculator_Reset_Hard_In_qual,
};

/* parameter Gold_Calculator.Reset(): Hard */
static MI_CONST MI_ParameterDecl Gold_Calculator_Reset_Hard_param =
{
    MI_FLAG_PARAMETER|MI_FLAG_IN, /* flags */
    0x00686404, /* code */
    MI_T("Hard"), /* name */
    Gold_Calculator_Reset_Hard_quals, /* qualifiers */
    MI_COUNT(Gold_Calculator_Reset_Hard_quals), /* numQualifiers */
    MI_BOOLEAN, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Calculator_Reset, Hard), /* offset */
};

static MI_ParameterDecl MI_CONST* MI_CONST Gold_Calculator_Reset_params[] =
{
    &Gold_Calculator_Reset_Hard_param,
};

/* method Gold_Calculator.Reset() */
MI_CONST MI_MethodDecl Gold_Calculator_Reset_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x00727405, /* code */
    MI_T("Reset"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_Reset_params, /* parameters */
    MI_COUNT(Gold_Calculator_Reset_params), /* numParameters */
    sizeof(Gold_Calculator_Reset), /* size */
    0xFF, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Reset, /* method */
};

/* method Gold_Calculator.Nothing() */
MI_CONST MI_MethodDecl Gold_Calculator_Nothing_rtti =
{
    MI_FLAG_METHOD, /* flags */
    0x006E6707, /* code */
    MI_T("Nothing"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    NULL, /* parameters */
    0, /* numParameters */
    sizeof(Gold_Calculator_Nothing), /* size */
    0xFF, /* returnType */
    MI_T("Gold_Calculator"), /* origin */
    MI_T("Gold_Calculator"), /* propagator */
    &schemaDecl, /* schema */
    (MI_ProviderFT_Invoke)Gold_Calculator_Invoke_Nothing, /* method */
};

static MI_MethodDecl MI_CONST* MI_CONST Gold_Calculator_meths[] =
{
    &Gold_Calculator_Add_rtti,
    &Gold_Calculator_Directions_rtti,
    &Gold_Calculator_Sort_rtti,
    &Gold_Calculator_AsText_rtti,
    &Gold_Calculator_Now_rtti,
    &Gold_Calculator_IsReady_rtti,
    &Gold_Calculator_Reset_rtti,
    &Gold_Calculator_Nothing_rtti,
};

static MI_CONST MI_ProviderFT Gold_Calculator_funcs =
{
  (MI_ProviderFT_Load)Gold_Calculator_Load,
  (MI_ProviderFT_Unload)Gold_Calculator_Unload,
  (MI_ProviderFT_GetInstance)Gold_Calculator_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Calculator_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Calculator_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Calculator_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Calculator_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)NULL,
  (MI_ProviderFT_ReferenceInstances)NULL,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

/* class Gold_Calculator */
MI_CONST MI_ClassDecl Gold_Calculator_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x0067720F, /* code */
    MI_T("Gold_Calculator"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Calculator_props, /* properties */
    MI_COUNT(Gold_Calculator_props), /* numProperties */
    sizeof(Gold_Calculator), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    Gold_Calculator_meths, /* methods */
    MI_COUNT(Gold_Calculator_meths), /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Calculator_funcs, /* functions */
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
    &Gold_Calculator_rtti,
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

