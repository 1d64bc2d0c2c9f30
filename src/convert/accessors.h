#pragma once

/*
 * Members of generated structs and their accessors
 *
 * A Member is a property of a class or a parameter of a method: both become a field of a struct and inline functions that
 * set and clear it.
 */

#include "convert/generate.h"

typedef struct Member {
        const char *owner; /* the struct: C or C_M */
        const char *name;
        MI_Type type;
        const char *class_name; /* of a reference or embedded instance, spelled as its class is; NULL of others */
        MI_Uint32 index;        /* in the flattened list */
} Member;

Member member_of_property(const Generator *generator, const PlanClass *class, MI_Uint32 index);
Member member_of_parameter(const Generator *generator, const char *owner, const MI_MethodDecl *method, MI_Uint32 index);

/* "MI_ConstUint32Field Name;" without indentation or newline */
void write_field(Buffer *buffer, const Member *member);

/* Set_, SetPtr_ (where the value has memory of its own) and Clear_ */
void write_accessors(Buffer *buffer, const Generator *generator, const Member *member);
