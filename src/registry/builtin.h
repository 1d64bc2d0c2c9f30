#pragma once

/*
 * Classes that the repository itself answers
 *
 * __Namespace in every namespace (the namespaces directly below it) and CIM_Namespace in root/interop (all of them), as clients look for
 * them. They have no provider: whoever holds the repository makes the instances.
 */

#include <MI.h>

#include "registry/repository.h"

/*
 * Called for each instance, a dynamic one that is freed afterwards; the walk stops and returns what this
 * returns if not 0.
 */
typedef int (*BuiltinVisit)(void *userdata, const MI_Instance *instance);

/* All instances of a class with is_builtin. 0, negative errno, or the visitor's result. */
int builtin_enumerate(const Repository *repository, const RepositoryClass *class, BuiltinVisit visit, void *userdata);
