/* Text that several generated files share */

#include "convert/generate.h"

#include <string.h>

static const char rule[] = "**==============================================================================\n";

void write_box(Buffer *buffer, const char *title)
{
        buffer_printf(buffer, "/*\n%s**\n** %s\n**\n%s*/\n", rule, title, rule);
}

void write_banner(Buffer *buffer)
{
        buffer_append_string(buffer, "/* @migen@ */\n");
        write_box(buffer, "WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.");
}

const char *sal(const Generator *generator, const char *annotation)
{
        return generator->options->no_sal ? "" : annotation;
}

void write_arguments(Buffer *buffer, const Generator *generator, const Function *function)
{
        buffer_append_char(buffer, '(');
        for (uint32_t i = 0; i < function->n_arguments; i++) {
                const Argument *argument = &function->arguments[i];

                buffer_printf(buffer, "%s\n    %s%s%s %s", i ? "," : "", sal(generator, argument->sal),
                              *argument->sal && !generator->options->no_sal ? " " : "", argument->type, argument->name);
        }
        buffer_append_char(buffer, ')');
}

/* MOF lets a class be named in another spelling than its declaration's; C does not. */
const char *class_spelling(const Generator *generator, const char *name)
{
        const PlanClass *class = plan_find(&generator->plan, generator->schema, name);

        return class ? class->name : name;
}
