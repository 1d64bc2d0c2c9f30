#pragma once

/*
 * Class declarations
 *
 * Helpers on trees of MI_ClassDecl, wherever they come from: generated code, the MOF parser, the compiled repository, a peer. They are
 * never changed once somebody else sees them. `properties` and `methods` are flattened: inherited ones first, an override in its
 * ancestor's place. A method declaration shares the prefix MI_ObjectDecl with a class declaration, its parameters being the properties.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "model/anchor.h"
#include "util/arena.h"

#define DECL_STREAM_OFFSET 0xFFFFFFFFu /* of a stream parameter, which has no place in the struct */

static inline const MI_ObjectDecl *decl_object(const MI_ClassDecl *decl)
{
        return (const MI_ObjectDecl *)decl;
}

static inline const MI_ObjectDecl *method_object(const MI_MethodDecl *method)
{
        return (const MI_ObjectDecl *)method;
}

/* Index by name without case, -1 if there is none. */
int decl_find_property(const MI_ClassDecl *decl, const char *name);
int decl_find_method(const MI_ClassDecl *decl, const char *name);
int object_find_property(const MI_ObjectDecl *object, const char *name);              /* also a method's parameter */
int object_find_coded(const MI_ObjectDecl *object, const char *name, MI_Uint32 code); /* who knows its text_code() */
const MI_Qualifier *qualifiers_find(const MI_Qualifier *const *qualifiers, uint32_t count, const char *name);
bool qualifiers_true(const MI_Qualifier *const *qualifiers, uint32_t count,
                     const char *name); /* a boolean qualifier that is set */
const MI_ClassDecl *schema_find_class(const MI_SchemaDecl *schema, const char *name);

bool decl_is_association(const MI_ClassDecl *decl);
bool decl_is_indication(const MI_ClassDecl *decl);
bool decl_is_abstract(const MI_ClassDecl *decl);
bool decl_has_keys(const MI_ClassDecl *decl);
bool method_is_static(const MI_MethodDecl *method);

/* The keys of a class, found once for those who look at them often. */
typedef struct DeclKeys {
        uint32_t count;
        bool is_complete;                /* there are no others: almost every class has few */
        const MI_PropertyDecl *first[4]; /* in the order of properties */
} DeclKeys;
void decl_find_keys(const MI_ClassDecl *decl, DeclKeys *keys);

/* Is it that class or one derived from it? By pointer or by name, up the superClassDecl chain; the last class's superClass counts, too. */
bool decl_is_a(const MI_ClassDecl *decl, const MI_ClassDecl *ancestor);
bool decl_is_a_name(const MI_ClassDecl *decl, const char *ancestor);

/*
 * Offsets and sizes of a declaration without a generated struct: members in the order of properties, as a C compiler would lay them out
 * behind the 64 bytes of MI_Instance. Pass every declaration that is made at run time through this before instances are made of it.
 */
void decl_layout(MI_ClassDecl *decl);
void method_layout(MI_MethodDecl *method);

/* A deep copy into the arena: qualifiers, properties with defaults, methods, parameters and the superclasses' declarations. Functions
 * (providerFT, function) are left out unless DECL_WITH_FUNCTIONS. 0, -ENOMEM or -EINVAL (too deep, too many). */
enum {
        DECL_WITH_FUNCTIONS = 1,
};
int decl_clone(Arena *arena, const MI_ClassDecl *decl, unsigned flags, MI_ClassDecl **declp);
