#pragma once

/*
 * MI objects of what a MOF text declares
 */

#include <MI.h>

#include "mof/schema.h"

/*
 * A dynamic instance with all properties of its class, the unset ones null; embedded objects as instances, references as
 * instances with keys. It depends on nothing of the schema. 0; MOF_FAILED with *whyp in the schema's arena (an object path that is none,
 * objects nested in a ring); negative errno.
 */
int mof_make_instance(MI_Instance **instancep, MofSchema *schema, const MofInstance *instance, const char **whyp);

/* A class object with a copy of the declaration. MOF_FAILED if it is incomplete. */
int mof_make_class(MI_Class **classp, const MofClass *class, const char *namespace_name, const char *server_name);
