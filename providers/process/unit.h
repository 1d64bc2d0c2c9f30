#pragma once

/*
 * Service units: the services of the service manager that have processes
 */

#include "Linux_ServiceUnit.h"
#include "provider.h"

enum {
        UNITS_MAX = 4096, /* told of in one enumeration */
};

MI_Result unit_construct(Linux_ServiceUnit *unit, MI_Module_Self *module, MI_Context *context, const char *name,
                         bool keys_only);
/* The name that the keys give; posts the error and returns NULL as process_identify does. */
const char *unit_identify(MI_Module_Self *module, MI_Context *context, const Linux_ServiceUnit *unit);

/*
 * Calls `each` with every process of the unit, or of any if `name` is NULL, until it gives something else than OK. `proc` is read with
 * PROC_UNIT.
 */
typedef MI_Result (*EachUnitProcess)(MI_Module_Self *module, MI_Context *context, const Proc *proc, void *userdata);
MI_Result unit_for_processes(MI_Module_Self *module, MI_Context *context, const char *name, EachUnitProcess each,
                             void *userdata);
