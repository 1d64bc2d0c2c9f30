#pragma once

/*
 * Declarations of qualifiers, properties, methods and classes as C objects: the parts of schema.c
 */

#include "convert/generate.h"

/* The word for a set of flags, least bit first as the table has them: "MI_FLAG_CLASS|MI_FLAG_ABSTRACT". */
void write_scope(Buffer *buffer, MI_Uint32 scope);
void write_flavor(Buffer *buffer, MI_Uint32 flavor);

void write_qualifier_decl(Buffer *buffer, Generator *generator, const MofQualifierDecl *qualifier);

/* The qualifiers of one declaration as <name>_<Q>_qual and <name>_quals[]; false if there are none to write. */
bool write_qualifiers(Buffer *buffer, Generator *generator, const char *name, const MI_Qualifier *const *qualifiers,
                      MI_Uint32 count);
/* "    <name>_quals, ... MI_COUNT(<name>_quals), ..." or NULL and 0 */
void write_qualifiers_members(Buffer *buffer, const char *name, bool has_qualifiers);

/* <C>_<P>_prop of the properties that the class declares, and <C>_props[] */
void write_properties_rtti(Buffer *buffer, Generator *generator, const PlanClass *class);
/* <C>_<M>_rtti of the methods that the class declares (a target: of all its methods), and <C>_meths[] */
void write_methods_rtti(Buffer *buffer, Generator *generator, const PlanClass *class);
/* <C>_funcs of a target, with the dispatchers of an association */
void write_functions_rtti(Buffer *buffer, Generator *generator, const PlanClass *class);
/* The class's qualifiers and <C>_rtti */
void write_class_rtti(Buffer *buffer, Generator *generator, const PlanClass *class);
