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
#include "Gold_Occupies.h"
#include "Gold_WorksIn.h"

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
** _Match()
**
**==============================================================================
*/

static MI_Boolean _Match(const MI_Char* p, const MI_Char* q)
{
    if (!p || !q)
        return MI_FALSE;

    while (*p && *q)
        if (toupper((MI_Uint16)*p++) - toupper((MI_Uint16)*q++))
            return MI_FALSE;

    return *p == '\0' && *q == '\0';
}

/*
**==============================================================================
**
** Qualifier declarations
**
**==============================================================================
*/

static MI_CONST MI_Boolean Association_qual_decl_value = 0;

static MI_CONST MI_QualifierDecl Association_qual_decl =
{
    MI_T("Association"), /* name */
    MI_BOOLEAN, /* type */
    MI_FLAG_ASSOCIATION, /* scope */
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS, /* flavor */
    0, /* subscript */
    &Association_qual_decl_value, /* value */
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

static MI_CONST MI_QualifierDecl Override_qual_decl =
{
    MI_T("Override"), /* name */
    MI_STRING, /* type */
    MI_FLAG_METHOD|MI_FLAG_PROPERTY|MI_FLAG_REFERENCE, /* scope */
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED, /* flavor */
    0, /* subscript */
    NULL, /* value */
};

static MI_QualifierDecl MI_CONST* MI_CONST qualifierDecls[] =
{
    &Association_qual_decl,
    &Key_qual_decl,
    &Override_qual_decl,
};

/*
**==============================================================================
**
** Gold_Room
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Room_Number_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Room_Number_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Room_Number_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Room_Number_quals[] =
{
    &Gold_Room_Number_Key_qual,
};

/* property Gold_Room.Number */
static MI_CONST MI_PropertyDecl Gold_Room_Number_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E7206, /* code */
    MI_T("Number"), /* name */
    Gold_Room_Number_quals, /* qualifiers */
    MI_COUNT(Gold_Room_Number_quals), /* numQualifiers */
    MI_UINT32, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Room, Number), /* offset */
    MI_T("Gold_Room"), /* origin */
    MI_T("Gold_Room"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Room_props[] =
{
    &Gold_Room_Number_prop,
};

/* class Gold_Room */
MI_CONST MI_ClassDecl Gold_Room_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676D09, /* code */
    MI_T("Gold_Room"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Room_props, /* properties */
    MI_COUNT(Gold_Room_props), /* numProperties */
    sizeof(Gold_Room), /* size */
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
** Gold_Person
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Person_Name_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Person_Name_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Person_Name_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Person_Name_quals[] =
{
    &Gold_Person_Name_Key_qual,
};

/* property Gold_Person.Name */
static MI_CONST MI_PropertyDecl Gold_Person_Name_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006E6504, /* code */
    MI_T("Name"), /* name */
    Gold_Person_Name_quals, /* qualifiers */
    MI_COUNT(Gold_Person_Name_quals), /* numQualifiers */
    MI_STRING, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Person, Name), /* offset */
    MI_T("Gold_Person"), /* origin */
    MI_T("Gold_Person"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Person_props[] =
{
    &Gold_Person_Name_prop,
};

/* class Gold_Person */
MI_CONST MI_ClassDecl Gold_Person_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676E0B, /* code */
    MI_T("Gold_Person"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Person_props, /* properties */
    MI_COUNT(Gold_Person_props), /* numProperties */
    sizeof(Gold_Person), /* size */
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
** Gold_Occupies
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_Occupies_Place_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Occupies_Place_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Occupies_Place_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Occupies_Place_quals[] =
{
    &Gold_Occupies_Place_Key_qual,
};

/* property Gold_Occupies.Place */
static MI_CONST MI_PropertyDecl Gold_Occupies_Place_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x00706505, /* code */
    MI_T("Place"), /* name */
    Gold_Occupies_Place_quals, /* qualifiers */
    MI_COUNT(Gold_Occupies_Place_quals), /* numQualifiers */
    MI_REFERENCE, /* type */
    MI_T("Gold_Room"), /* className */
    0, /* subscript */
    offsetof(Gold_Occupies, Place), /* offset */
    MI_T("Gold_Occupies"), /* origin */
    MI_T("Gold_Occupies"), /* propagator */
    NULL,
};

static MI_CONST MI_Boolean Gold_Occupies_Occupant_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Occupies_Occupant_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Occupies_Occupant_Key_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Occupies_Occupant_quals[] =
{
    &Gold_Occupies_Occupant_Key_qual,
};

/* property Gold_Occupies.Occupant */
static MI_CONST MI_PropertyDecl Gold_Occupies_Occupant_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006F7408, /* code */
    MI_T("Occupant"), /* name */
    Gold_Occupies_Occupant_quals, /* qualifiers */
    MI_COUNT(Gold_Occupies_Occupant_quals), /* numQualifiers */
    MI_REFERENCE, /* type */
    MI_T("Gold_Person"), /* className */
    0, /* subscript */
    offsetof(Gold_Occupies, Occupant), /* offset */
    MI_T("Gold_Occupies"), /* origin */
    MI_T("Gold_Occupies"), /* propagator */
    NULL,
};

/* property Gold_Occupies.Since */
static MI_CONST MI_PropertyDecl Gold_Occupies_Since_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_READONLY, /* flags */
    0x00736505, /* code */
    MI_T("Since"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    MI_DATETIME, /* type */
    NULL, /* className */
    0, /* subscript */
    offsetof(Gold_Occupies, Since), /* offset */
    MI_T("Gold_Occupies"), /* origin */
    MI_T("Gold_Occupies"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Occupies_props[] =
{
    &Gold_Occupies_Place_prop,
    &Gold_Occupies_Occupant_prop,
    &Gold_Occupies_Since_prop,
};

static void MI_CALL Gold_Occupies_AssociatorInstances(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MI_Instance* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_z_ const MI_Char* role,
    _In_z_ const MI_Char* resultRole,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    if (Gold_Room_IsA(instanceName) &&
        _Match(role, MI_T("Place")) &&
        _Match(resultRole, MI_T("Occupant")))
    {
        Gold_Occupies_AssociatorInstancesPlace(
            self,
            context,
            nameSpace,
            className,
            (Gold_Room*)instanceName,
            resultClass,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    if (Gold_Person_IsA(instanceName) &&
        _Match(role, MI_T("Occupant")) &&
        _Match(resultRole, MI_T("Place")))
    {
        Gold_Occupies_AssociatorInstancesOccupant(
            self,
            context,
            nameSpace,
            className,
            (Gold_Person*)instanceName,
            resultClass,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL Gold_Occupies_ReferenceInstances(
    _In_opt_ Gold_Occupies_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MI_Instance* instanceName,
    _In_z_ const MI_Char* role,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    if (Gold_Room_IsA(instanceName) &&
        _Match(role, MI_T("Place")))
    {
        Gold_Occupies_ReferenceInstancesPlace(
            self,
            context,
            nameSpace,
            className,
            (Gold_Room*)instanceName,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    if (Gold_Person_IsA(instanceName) &&
        _Match(role, MI_T("Occupant")))
    {
        Gold_Occupies_ReferenceInstancesOccupant(
            self,
            context,
            nameSpace,
            className,
            (Gold_Person*)instanceName,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    MI_Context_PostResult(context, MI_RESULT_OK);
}

static MI_CONST MI_ProviderFT Gold_Occupies_funcs =
{
  (MI_ProviderFT_Load)Gold_Occupies_Load,
  (MI_ProviderFT_Unload)Gold_Occupies_Unload,
  (MI_ProviderFT_GetInstance)Gold_Occupies_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_Occupies_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_Occupies_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_Occupies_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_Occupies_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)Gold_Occupies_AssociatorInstances,
  (MI_ProviderFT_ReferenceInstances)Gold_Occupies_ReferenceInstances,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Boolean Gold_Occupies_Association_qual_value = 1;

static MI_CONST MI_Qualifier Gold_Occupies_Association_qual =
{
    MI_T("Association"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_Occupies_Association_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_Occupies_quals[] =
{
    &Gold_Occupies_Association_qual,
};

/* class Gold_Occupies */
MI_CONST MI_ClassDecl Gold_Occupies_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ASSOCIATION, /* flags */
    0x0067730D, /* code */
    MI_T("Gold_Occupies"), /* name */
    Gold_Occupies_quals, /* qualifiers */
    MI_COUNT(Gold_Occupies_quals), /* numQualifiers */
    Gold_Occupies_props, /* properties */
    MI_COUNT(Gold_Occupies_props), /* numProperties */
    sizeof(Gold_Occupies), /* size */
    NULL, /* superClass */
    NULL, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_Occupies_funcs, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_Clerk
**
**==============================================================================
*/

static MI_PropertyDecl MI_CONST* MI_CONST Gold_Clerk_props[] =
{
    &Gold_Person_Name_prop,
};

/* class Gold_Clerk */
MI_CONST MI_ClassDecl Gold_Clerk_rtti =
{
    MI_FLAG_CLASS, /* flags */
    0x00676B0A, /* code */
    MI_T("Gold_Clerk"), /* name */
    NULL, /* qualifiers */
    0, /* numQualifiers */
    Gold_Clerk_props, /* properties */
    MI_COUNT(Gold_Clerk_props), /* numProperties */
    sizeof(Gold_Clerk), /* size */
    MI_T("Gold_Person"), /* superClass */
    &Gold_Person_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    NULL, /* functions */
    NULL /* owningClass */
};

/*
**==============================================================================
**
** Gold_WorksIn
**
**==============================================================================
*/

static MI_CONST MI_Boolean Gold_WorksIn_Occupant_Key_qual_value = 1;

static MI_CONST MI_Qualifier Gold_WorksIn_Occupant_Key_qual =
{
    MI_T("Key"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_WorksIn_Occupant_Key_qual_value
};

static MI_CONST MI_Char* Gold_WorksIn_Occupant_Override_qual_value = MI_T("Occupant");

static MI_CONST MI_Qualifier Gold_WorksIn_Occupant_Override_qual =
{
    MI_T("Override"),
    MI_STRING,
    MI_FLAG_ENABLEOVERRIDE|MI_FLAG_RESTRICTED,
    &Gold_WorksIn_Occupant_Override_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_WorksIn_Occupant_quals[] =
{
    &Gold_WorksIn_Occupant_Key_qual,
    &Gold_WorksIn_Occupant_Override_qual,
};

/* property Gold_WorksIn.Occupant */
static MI_CONST MI_PropertyDecl Gold_WorksIn_Occupant_prop =
{
    MI_FLAG_PROPERTY|MI_FLAG_KEY|MI_FLAG_READONLY, /* flags */
    0x006F7408, /* code */
    MI_T("Occupant"), /* name */
    Gold_WorksIn_Occupant_quals, /* qualifiers */
    MI_COUNT(Gold_WorksIn_Occupant_quals), /* numQualifiers */
    MI_REFERENCE, /* type */
    MI_T("Gold_Clerk"), /* className */
    0, /* subscript */
    offsetof(Gold_WorksIn, Occupant), /* offset */
    MI_T("Gold_Occupies"), /* origin */
    MI_T("Gold_WorksIn"), /* propagator */
    NULL,
};

static MI_PropertyDecl MI_CONST* MI_CONST Gold_WorksIn_props[] =
{
    &Gold_Occupies_Place_prop,
    &Gold_WorksIn_Occupant_prop,
    &Gold_Occupies_Since_prop,
};

static void MI_CALL Gold_WorksIn_AssociatorInstances(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MI_Instance* instanceName,
    _In_z_ const MI_Char* resultClass,
    _In_z_ const MI_Char* role,
    _In_z_ const MI_Char* resultRole,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    if (Gold_Room_IsA(instanceName) &&
        _Match(role, MI_T("Place")) &&
        _Match(resultRole, MI_T("Occupant")))
    {
        Gold_WorksIn_AssociatorInstancesPlace(
            self,
            context,
            nameSpace,
            className,
            (Gold_Room*)instanceName,
            resultClass,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    if (Gold_Clerk_IsA(instanceName) &&
        _Match(role, MI_T("Occupant")) &&
        _Match(resultRole, MI_T("Place")))
    {
        Gold_WorksIn_AssociatorInstancesOccupant(
            self,
            context,
            nameSpace,
            className,
            (Gold_Clerk*)instanceName,
            resultClass,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL Gold_WorksIn_ReferenceInstances(
    _In_opt_ Gold_WorksIn_Self* self,
    _In_ MI_Context* context,
    _In_opt_z_ const MI_Char* nameSpace,
    _In_opt_z_ const MI_Char* className,
    _In_ const MI_Instance* instanceName,
    _In_z_ const MI_Char* role,
    _In_opt_ const MI_PropertySet* propertySet,
    _In_ MI_Boolean keysOnly,
    _In_opt_ const MI_Filter* filter)
{
    if (Gold_Room_IsA(instanceName) &&
        _Match(role, MI_T("Place")))
    {
        Gold_WorksIn_ReferenceInstancesPlace(
            self,
            context,
            nameSpace,
            className,
            (Gold_Room*)instanceName,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    if (Gold_Clerk_IsA(instanceName) &&
        _Match(role, MI_T("Occupant")))
    {
        Gold_WorksIn_ReferenceInstancesOccupant(
            self,
            context,
            nameSpace,
            className,
            (Gold_Clerk*)instanceName,
            propertySet,
            keysOnly,
            filter);
        return;
    }

    MI_Context_PostResult(context, MI_RESULT_OK);
}

static MI_CONST MI_ProviderFT Gold_WorksIn_funcs =
{
  (MI_ProviderFT_Load)Gold_WorksIn_Load,
  (MI_ProviderFT_Unload)Gold_WorksIn_Unload,
  (MI_ProviderFT_GetInstance)Gold_WorksIn_GetInstance,
  (MI_ProviderFT_EnumerateInstances)Gold_WorksIn_EnumerateInstances,
  (MI_ProviderFT_CreateInstance)Gold_WorksIn_CreateInstance,
  (MI_ProviderFT_ModifyInstance)Gold_WorksIn_ModifyInstance,
  (MI_ProviderFT_DeleteInstance)Gold_WorksIn_DeleteInstance,
  (MI_ProviderFT_AssociatorInstances)Gold_WorksIn_AssociatorInstances,
  (MI_ProviderFT_ReferenceInstances)Gold_WorksIn_ReferenceInstances,
  (MI_ProviderFT_EnableIndications)NULL,
  (MI_ProviderFT_DisableIndications)NULL,
  (MI_ProviderFT_Subscribe)NULL,
  (MI_ProviderFT_Unsubscribe)NULL,
  (MI_ProviderFT_Invoke)NULL,
};

static MI_CONST MI_Boolean Gold_WorksIn_Association_qual_value = 1;

static MI_CONST MI_Qualifier Gold_WorksIn_Association_qual =
{
    MI_T("Association"),
    MI_BOOLEAN,
    MI_FLAG_DISABLEOVERRIDE|MI_FLAG_TOSUBCLASS,
    &Gold_WorksIn_Association_qual_value
};

static MI_Qualifier MI_CONST* MI_CONST Gold_WorksIn_quals[] =
{
    &Gold_WorksIn_Association_qual,
};

/* class Gold_WorksIn */
MI_CONST MI_ClassDecl Gold_WorksIn_rtti =
{
    MI_FLAG_CLASS|MI_FLAG_ASSOCIATION, /* flags */
    0x00676E0C, /* code */
    MI_T("Gold_WorksIn"), /* name */
    Gold_WorksIn_quals, /* qualifiers */
    MI_COUNT(Gold_WorksIn_quals), /* numQualifiers */
    Gold_WorksIn_props, /* properties */
    MI_COUNT(Gold_WorksIn_props), /* numProperties */
    sizeof(Gold_WorksIn), /* size */
    MI_T("Gold_Occupies"), /* superClass */
    &Gold_Occupies_rtti, /* superClassDecl */
    NULL, /* methods */
    0, /* numMethods */
    &schemaDecl, /* schema */
    &Gold_WorksIn_funcs, /* functions */
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
    &Gold_Clerk_rtti,
    &Gold_Occupies_rtti,
    &Gold_Person_rtti,
    &Gold_Room_rtti,
    &Gold_WorksIn_rtti,
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

