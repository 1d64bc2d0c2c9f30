#pragma once

/*
 * Class objects
 *
 * MI_Class, the API's view of a declaration: complete function table, qualifier sets and parameter sets. A class object holds a reference
 * on the anchor that keeps its declaration alive and copies namespace and server name.
 */

#include <MI.h>

#include "model/anchor.h"
#include "model/instance.h"
#include "util/macro.h"

int class_new(MI_Class **classp, const MI_ClassDecl *decl, Anchor *anchor, const char *namespace_name,
              const char *server_name);
/* A deep copy of the declaration first, laid out, for ApplicationFT.NewClass and for what lies in memory that will not last. */
int class_new_copy(MI_Class **classp, const MI_ClassDecl *decl, const char *namespace_name, const char *server_name);
/* A class made up from the elements of an instance, for MI_Instance_GetClass on one whose class nobody declared. */
int class_new_from_instance(MI_Class **classp, const MI_Instance *instance);
MI_Class *class_delete(MI_Class *class_object); /* NULL is fine; returns NULL */
DEFINE_CLEANUP(MI_Class *, class_delete);

Anchor *class_anchor(const MI_Class *class_object); /* borrowed; may be NULL */

void qualifier_set_init(MI_QualifierSet *set, const MI_Qualifier *const *qualifiers, uint32_t count);
void parameter_set_init(MI_ParameterSet *set, const MI_MethodDecl *method);
