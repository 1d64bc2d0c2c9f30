#pragma once

/*
 * What the printers of declarations and of instances share
 */

#include "mof/print.h"

/* `indent` is where further lines of long texts begin; negative: everything on one line. */
void mof_print_text(Buffer *buffer, const char *text, int indent);
void mof_print_indented_value(Buffer *buffer, const MI_Value *value, MI_Type type, unsigned flags, int indent);
void mof_print_reference(Buffer *buffer, const MI_Instance *instance);
void mof_print_embedded(Buffer *buffer, const MI_Instance *instance, unsigned flags, int indent);
