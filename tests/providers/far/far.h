#pragma once

#include <MI.h>

/* One event of each class, as far as anybody has subscribed to it. */
MI_Result far_events_fire(const MI_Char *name);
void far_events_end(void);
void far_events_set(MI_Boolean supported);
