#pragma once

/*
 * What the files of instances share: state of the kinds, and copying with a depth
 */

#include "model/instance.h"
#include "model/value.h"

/* Bits of MI_Instance.reserved[2] */
enum {
        INSTANCE_ON_HEAP = 1,
        INSTANCE_OWNS_NAMESPACE = 2,
        INSTANCE_OWNS_SERVER = 4,
};

/* An element of a dynamic instance */
typedef struct DynamicElement {
        char *name; /* owned */
        MI_Uint32 code;
        MI_Uint32 flags; /* of the declaration: MI_FLAG_KEY... */
        MI_Type type;
        MI_Boolean exists;
        MI_Uint8 state; /* FIELD_BORROWED, FIELD_MODIFIED */
        MI_Value value;
} DynamicElement;

typedef struct Dynamic {
        MI_ClassDecl decl; /* name and kind of the class, no properties */
        DynamicElement *elements;
        uint32_t count;
        uint32_t capacity;
        /* Converted from a received instance: its memory, which borrowed values point into, and how that is freed */
        void *source;
        void (*source_free)(void *source, bool on_heap);
        const MI_ClassDecl *full; /* the whole class, kept by reserved[1], or NULL */
} Dynamic;

extern const MI_InstanceFT instance_dynamic_ft;

static inline Dynamic *instance_dynamic(const MI_Instance *instance)
{
        return (Dynamic *)instance->reserved[0];
}

static inline Anchor *instance_anchor(const MI_Instance *instance)
{
        return (Anchor *)instance->reserved[1];
}

/* By name without case, whose text_code() is known; NULL if there is none. */
DynamicElement *dynamic_find(const Dynamic *dynamic, const char *name, MI_Uint32 code);

/* MI_FLAG_... of Get... from a field's state */
static inline MI_Uint32 element_state_flags(MI_Boolean exists, MI_Uint8 state)
{
        return (exists ? 0 : (MI_Uint32)MI_FLAG_NULL) | (state & FIELD_MODIFIED ? 0 : MI_FLAG_NOT_MODIFIED);
}

int value_copy_at(MI_Value *to, const MI_Value *from, MI_Type type, unsigned depth);
int instance_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth);
int dynamic_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth);
int static_clone_at(MI_Instance **instancep, const MI_Instance *instance, unsigned depth);

/* Takes a value into a field as the flags of Set... say: 0, -EINVAL, -ENOMEM. */
int value_take(MI_Value *to, MI_Uint8 *statep, const MI_Value *value, MI_Type type, MI_Uint32 flags);

/* The parts of the tables that all kinds share */
MI_Result instance_set_namespace(MI_Instance *self, const MI_Char *name_space);
MI_Result instance_get_namespace(const MI_Instance *self, const MI_Char **name_space);
MI_Result instance_set_server(MI_Instance *self, const MI_Char *server);
MI_Result instance_get_server(const MI_Instance *self, const MI_Char **server);
MI_Result instance_clone_result(const MI_Instance *self, MI_Instance **clonep);
int instance_copy_names(MI_Instance *to, const MI_Instance *from);
void instance_end_names(MI_Instance *self);

/* Makes an instance of another kind dynamic on the spot: the elements are borrowed from `source`, which source_free ends. */
int dynamic_take_over(MI_Instance *instance, const char *class_name, MI_Uint32 meta_type, void *source,
                      void (*source_free)(void *source, bool on_heap));
/* Without looking for an element of that name; `name` is copied. */
int dynamic_append(MI_Instance *instance, const char *name, const MI_Value *value, MI_Type type, MI_Uint32 flags);

static inline MI_Result result_from_int(int r)
{
        return r == 0 ? MI_RESULT_OK : r == -EINVAL ? MI_RESULT_INVALID_PARAMETER : MI_RESULT_SERVER_LIMITS_EXCEEDED;
}
