/*
 * Instances as MOF
 */

#include "model/instance.h"
#include "model/path.h"
#include "model/value.h"
#include "mof/print-private.h"

#define DEPTH_INDENT 4

void mof_print_reference(Buffer *buffer, const MI_Instance *instance)
{
        _cleanup_(buffer_deinit) Buffer path = BUFFER_INIT;

        if (!instance) {
                buffer_append_string(buffer, "NULL");
                return;
        }
        path_print(&path, instance);
        if (path.failed)
                buffer->failed = true;
        else
                mof_print_text(buffer, buffer_text(&path), -1);
}

void mof_print_embedded(Buffer *buffer, const MI_Instance *instance, unsigned flags, int indent)
{
        uint32_t count;
        Element element;

        if (!instance || indent > DEPTH_INDENT * VALUE_DEPTH_MAX) {
                buffer_append_string(buffer, "NULL");
                return;
        }

        count = instance_count(instance);
        buffer_printf(buffer, "instance of %s\n%*s{\n", instance_class_name(instance), indent, "");
        for (uint32_t i = 0; i < count; i++) {
                if (!instance_element(instance, i, &element) || element.is_null)
                        continue;
                buffer_printf(buffer, "%*s%s = ", indent + DEPTH_INDENT, "", element.name);
                mof_print_indented_value(buffer, &element.value, element.type, flags, indent + DEPTH_INDENT);
                buffer_append_string(buffer, ";\n");
        }
        buffer_printf(buffer, "%*s}", indent, "");
}

void mof_print_instance(Buffer *buffer, const MI_Instance *instance, unsigned flags)
{
        mof_print_embedded(buffer, instance, flags, 0);
        buffer_append_string(buffer, ";\n");
}
