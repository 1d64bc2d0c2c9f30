#pragma once

/*
 * A MOF schema: what a set of MOF files declares
 *
 * The result has two views of the same memory. The public one is that of generated code: MI_QualifierDecl and complete
 * MI_ClassDecl trees (properties and methods flattened: inherited first, an override in its ancestor's place; qualifiers
 * merged by flavour, inherited ones first, an overridden one in the inherited one's place; offsets and sizes computed).
 * The other one says what the declarations cannot: where things were written, and which were written here rather than
 * inherited. Every public struct is the first member of its Mof counterpart, so that a pointer to one is a pointer to
 * the other: mof_class(decl), mof_property(decl) and so on go back. Use these only on declarations of a MofSchema.
 *
 * All of it lives in the arena of the schema.
 */

#include <MI.h>

#include "mof/message.h"
#include "util/map.h"

typedef struct MofClass MofClass;
typedef struct MofInstance MofInstance;

/* Types beside those of MI_Type that a method may have. A void method has no MIReturn among its parameters. */
#define MOF_TYPE_VOID ((MI_Type)0xFF)

/* A qualifier as it stands on a declaration. `owner` is the declaration that it is written on, so an inherited one's differs. */
typedef struct MofQualifier {
        MI_Qualifier decl; /* value points to an MI_Value member of the type, or is NULL for a null value */
        MofWhere where;
        const void *owner; /* a MofClass, MofProperty, MofMethod or MofParameter */
        bool is_declared;  /* a qualifier declaration stands behind it */
        bool has_flavor;   /* flavours were written on this use */
        bool is_amended;   /* mofcomp's `amended` was among them */
} MofQualifier;

typedef struct MofQualifierDecl {
        MI_QualifierDecl decl;
        MofWhere where;
        bool has_flavor;   /* false: decl.flavor is the default EnableOverride | ToSubclass */
        bool is_array;     /* of any size */
        uint32_t sequence; /* place among all that the texts hold */
} MofQualifierDecl;

typedef struct MofProperty {
        MI_PropertyDecl decl;
        MofWhere where;
        MofClass *declared_in;          /* the class that declares or redeclares it last */
        bool is_override;               /* an ancestor of declared_in has it too */
        bool is_embedded_object;        /* [EmbeddedObject]: MI_INSTANCE(A) without class name */
        const MofQualifier *const *own; /* as written here, in that order */
        uint32_t n_own;
} MofProperty;

typedef struct MofParameter {
        MI_ParameterDecl decl; /* offset is MOF_NO_OFFSET for a stream parameter */
        MofWhere where;
        bool is_embedded_object;
        const MofQualifier *const *own;
        uint32_t n_own;
} MofParameter;

#define MOF_NO_OFFSET 0xFFFFFFFFu

typedef struct MofMethod {
        MI_MethodDecl decl; /* parameters[0] is MIReturn, with the method's qualifiers, unless is_void */
        MofWhere where;
        MofClass *declared_in;
        bool is_override;
        bool is_void; /* decl.returnType is MOF_TYPE_VOID */
        const MofQualifier *const *own;
        uint32_t n_own;
} MofMethod;

struct MofClass {
        MI_ClassDecl decl; /* schema, providerFT and owningClass are NULL */
        MofWhere where;
        MofClass *super;                /* NULL: none, or it is missing (see is_incomplete) */
        const char *namespace_name;     /* of the last #pragma namespace, or NULL */
        const char *alias;              /* with its $, or NULL */
        uint32_t index;                 /* place in MofSchema.classes */
        uint32_t depth;                 /* how many superclasses it has */
        bool is_incomplete;             /* an ancestor is missing or wrong: decl holds what is known */
        bool is_external;               /* not from the files: came from MofOptions.class_needed */
        const MofQualifier *const *own; /* class qualifiers as written here */
        uint32_t n_own;
        MofProperty *const *own_properties; /* those (re)declared here, as written */
        uint32_t n_own_properties;
        MofMethod *const *own_methods;
        uint32_t n_own_methods;
};

/* A value of an instance's property. Embedded objects and references to aliases are `objects`, all else is `value`. */
typedef struct MofElement {
        const char *name; /* spelled as the class declares it */
        MI_Type type;
        bool is_null; /* written as NULL, or nothing was said: value is zero */
        bool is_key;
        bool is_default;             /* from the class declaration */
        MI_Value value;              /* arrays: MI_Array of the type; references as paths: value.string */
        MofInstance *const *objects; /* one per array element, or one; NULL when there are none */
        uint32_t n_objects;
        const char *const *object_paths; /* for MI_REFERENCE(A) written as object paths; NULL when there are none */
        MofWhere where;
} MofElement;

struct MofInstance {
        const MofClass *class; /* NULL in tolerant mode when the class is not known */
        const char *class_name;
        const char *namespace_name;
        const char *alias;
        MofElement *elements; /* only those written, and class defaults */
        uint32_t n_elements;
        bool is_embedded; /* an initialiser inside another instance */
        MofWhere where;
};

typedef struct MofSchema {
        Arena arena;
        MofMessages messages;
        MofQualifierDecl **qualifiers; /* in order of declaration */
        uint32_t n_qualifiers;
        MofClass **classes; /* in order of declaration */
        uint32_t n_classes;
        MofInstance **instances; /* top level ones, in order */
        uint32_t n_instances;
        const char **files; /* all that were read, in order of first reading */
        uint32_t n_files;
        size_t bytes;              /* text read */
        StrMap classes_by_name;    /* of MofClass *, without case */
        StrMap qualifiers_by_name; /* of MofQualifierDecl *, without case */
} MofSchema;

/* Without case; NULL if there is none. */
const MofClass *mof_schema_find_class(const MofSchema *schema, const char *name);
const MofQualifierDecl *mof_schema_find_qualifier(const MofSchema *schema, const char *name);

/* Back from the public structs. */
static inline const MofClass *mof_class(const MI_ClassDecl *decl)
{
        return (const MofClass *)decl;
}

static inline const MofProperty *mof_property(const MI_PropertyDecl *decl)
{
        return (const MofProperty *)decl;
}

static inline const MofMethod *mof_method(const MI_MethodDecl *decl)
{
        return (const MofMethod *)decl;
}

static inline const MofParameter *mof_parameter(const MI_ParameterDecl *decl)
{
        return (const MofParameter *)decl;
}

static inline const MofQualifier *mof_qualifier(const MI_Qualifier *decl)
{
        return (const MofQualifier *)decl;
}

/* The qualifier of that name (without case) in a list of a declaration; NULL if it has none. */
const MI_Qualifier *mof_find_qualifier(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name);
/* Whether a boolean qualifier of that name is there and true. */
bool mof_is_true(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name);

/* Whether `class` is, or descends from, the class `name`. */
bool mof_class_is_a(const MofClass *class, const char *name);
