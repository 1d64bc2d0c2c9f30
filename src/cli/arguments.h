#pragma once

/*
 * name=value words of a command line as elements of an instance
 *
 * Types come from the class: a value is read as the property or parameter has it. An array is its name given several times, once for
 * each element, or name={} for an empty one. A reference is an object path, an embedded instance its MOF. Names are matched
 * without case.
 */

#include "cli/cli.h"

/* The keys of an instance: name=value for each; a class with one key takes the bare value too. The instance is the caller's. */
int arguments_keys(Cli *cli, const MI_Class *class, int argc, char **argv, MI_Instance **instancep);

/* Any properties, added to `instance`. */
int arguments_properties(Cli *cli, const MI_Class *class, int argc, char **argv, MI_Instance *instance);

/* The in-parameters of a method as a new instance, which is the caller's. */
int arguments_parameters(Cli *cli, const MI_Class *class, const char *method, int argc, char **argv,
                         MI_Instance **instancep);

/* Splits `words` into those with a property of the class that is a key (first, *n_keysp of them) and the others. */
int arguments_split(Cli *cli, const MI_Class *class, int argc, char **argv, int *n_keysp);
