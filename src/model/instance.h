#pragma once

/*
 * Instances
 *
 * An MI_Instance is one of three kinds, told apart by its function table:
 *   static  - a struct laid out by its declaration; generated code writes the fields itself. Adding elements is refused.
 *   dynamic - a table of named elements that grows (AddElement); its class may be known only by name.
 *   packed  - a read-only view of a received instance (wire/packed.h); it turns into a dynamic one when it is written to.
 * All have the whole MI_InstanceFT. What an instance copies is on the heap and freed with it; MI_FLAG_BORROW stores the pointer only,
 * MI_FLAG_ADOPT takes over a heap value.
 *
 * reserved[0] is the kind's own state, reserved[1] the Anchor of the declaration, reserved[2] bits, reserved[3] is free for whoever made
 * the instance.
 */

#include <stdbool.h>
#include <stdint.h>

#include <MI.h>

#include "model/anchor.h"
#include "model/decl.h"
#include "model/value.h"
#include "util/arena.h"
#include "util/macro.h"

enum {
        _INSTANCE_SUCCESS,

        INSTANCE_NO_ELEMENT,    /* no such property or parameter; the name is handed back */
        INSTANCE_TYPE_MISMATCH, /* of the element whose name is handed back */
        INSTANCE_NOT_FOUND,     /* nothing of that name */
};

enum {
        INSTANCE_ELEMENTS_MAX = 4096, /* of a dynamic instance */

        FIELD_BORROWED = 1, /* bits of a field's flags */
        FIELD_MODIFIED = 2,
};

typedef enum InstanceKind {
        INSTANCE_STATIC,
        INSTANCE_DYNAMIC,
        INSTANCE_OTHER, /* packed, or an implementation of somebody else: only the function table is to be used */
} InstanceKind;

/* One element as seen by printers, packers and evaluators. Everything is borrowed from the instance and valid while it is not changed. */
typedef struct Element {
        const char *name;
        MI_Type type;
        MI_Uint32 flags; /* as MI_Instance_GetElementAt() reports them: MI_FLAG_PROPERTY, KEY, ... NULL, NOT_MODIFIED */
        MI_Uint32 code;  /* text_code() of the name where it is at hand, else 0 */
        bool is_null;
        MI_Value value;
} Element;

InstanceKind instance_kind(const MI_Instance *instance);
const char *instance_class_name(const MI_Instance *instance); /* never NULL */

uint32_t instance_count(const MI_Instance *instance);
/* False beyond the end. */
bool instance_element(const MI_Instance *instance, uint32_t index, Element *elementp);
/* By name without case. */
bool instance_find(const MI_Instance *instance, const char *name, Element *elementp);
/* As a declaration has it: with the code of its name. */
bool instance_find_declared(const MI_Instance *instance, const MI_PropertyDecl *property, Element *elementp);
/* Where the declaration has this element, or -1. */
int instance_element_index(const MI_ObjectDecl *object, const Element *element);
/* String element by name; NULL if there is none or it is null or of another type. */
const char *instance_string(const MI_Instance *instance, const char *name);
bool instance_uint32(const MI_Instance *instance, const char *name, uint32_t *numberp);

/* Table of static instances, for MI_Server.instanceFT. */
const MI_InstanceFT *instance_static_ft(void);

/* In place, in memory of at least decl->size bytes: what MI_Context_ConstructInstance does. 0 or -EINVAL. */
int instance_construct(MI_Instance *instance, const MI_ClassDecl *decl);
int instance_construct_parameters(MI_Instance *instance, const MI_MethodDecl *method);

/* On the heap, static; defaults are not applied (instance_apply_defaults()). The anchor (may be NULL) keeps the declaration alive. */
int instance_new(MI_Instance **instancep, const MI_ClassDecl *decl, Anchor *anchor);
int instance_new_parameters(MI_Instance **instancep, const MI_MethodDecl *method, Anchor *anchor);
/* On the heap, dynamic. meta_type: MI_FLAG_CLASS, MI_FLAG_METHOD, MI_FLAG_ASSOCIATION, MI_FLAG_INDICATION or 0. */
int instance_new_dynamic(MI_Instance **instancep, const char *class_name, MI_Uint32 meta_type);
/* What ApplicationFT.NewInstance does: static if there is a declaration, else dynamic. */
int instance_new_for_class(MI_Instance **instancep, const char *class_name, const MI_ClassDecl *decl, Anchor *anchor);

/* Tells a dynamic instance its whole class, for GetClass and IsA; nothing for other kinds. The anchor is referenced. */
void instance_set_class(MI_Instance *instance, const MI_ClassDecl *decl, Anchor *anchor);

/* Deep, on the heap, of the same kind (so that generated code finds its struct). What MI_Instance_Clone() does. */
int instance_clone(MI_Instance **instancep, const MI_Instance *instance);
/* A dynamic one, deep: all elements with names, types and flags. */
int instance_clone_dynamic(MI_Instance **instancep, const MI_Instance *instance);
/* Only the keys (elements with MI_FLAG_KEY, or those that are keys of decl if given), as a dynamic one. */
int instance_clone_keys(MI_Instance **instancep, const MI_Instance *instance, const MI_ClassDecl *decl);

/* MI_Instance_Delete / Destruct that accept NULL; return NULL. */
MI_Instance *instance_delete(MI_Instance *instance);
DEFINE_CLEANUP(MI_Instance *, instance_delete);

/*
 * What a provider is handed: a static instance of `decl` in the arena, with the elements of `from` in their places, values borrowed
 * from `from` (which must outlive it). Embedded instances and references keep being the instances of `from`, unless `schema` (may be
 * NULL) declares their class: then they are cast, too. Numbers that fit are widened or narrowed. Elements that `decl` does not have:
 * INSTANCE_NO_ELEMENT, of a wrong type: INSTANCE_TYPE_MISMATCH, with the name in *namep (a pointer into `from`; namep may be NULL).
 */
enum {
        CAST_DEFAULTS = 1,       /* give elements that `from` lacks the declaration's default */
        CAST_IGNORE_UNKNOWN = 2, /* skip elements that the declaration does not have */
        CAST_KEYS_ONLY = 4,      /* take the keys and nothing else */
};
int instance_cast(MI_Instance **instancep, Arena *arena, const MI_ClassDecl *decl, const MI_Instance *from,
                  const MI_SchemaDecl *schema, unsigned flags, const char **namep);
int instance_cast_parameters(MI_Instance **instancep, Arena *arena, const MI_MethodDecl *method,
                             const MI_Instance *from, const MI_SchemaDecl *schema, unsigned flags, const char **namep);
void instance_apply_defaults(
        MI_Instance *instance); /* static ones: null fields take their declared default, borrowed */

/* Same class (by name) and same keys, keys taken from the elements' flags of `a` or from decl if given. String keys with case. */
bool instance_same_keys(const MI_Instance *a, const MI_Instance *b, const MI_ClassDecl *decl);
/* All elements, order does not matter; nulls equal absences. */
bool instance_equal(const MI_Instance *a, const MI_Instance *b);
/* Takes an element of a static instance away, as if nobody had ever set it: cleared by the API it would be null because somebody wants so. */
void instance_forget_at(MI_Instance *instance, uint32_t index);
/* The first key of decl that is missing or null in the instance, else NULL. */
const char *instance_missing_key(const MI_Instance *instance, const MI_ClassDecl *decl);
/* Likewise, by who has looked for the keys of decl before. */
const char *instance_missing_key_of(const MI_Instance *instance, const MI_ClassDecl *decl, const DeclKeys *keys);
