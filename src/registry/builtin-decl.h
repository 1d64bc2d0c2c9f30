#pragma once

/*
 * Declarations of the classes that the repository itself answers (private to src/registry)
 */

#include <MI.h>

/* __Namespace, of every namespace */
extern const MI_ClassDecl builtin_namespace_decl;
/* CIM_Namespace, of root/interop */
extern const MI_ClassDecl builtin_cim_namespace_decl;

#define BUILTIN_INTEROP "root/interop"
