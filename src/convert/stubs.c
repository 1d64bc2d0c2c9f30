/* <Class>.c: a stub for each function of the provider */

#include "convert/generate.h"

#include <errno.h>
#include <string.h>

#include "convert/csource.h"
#include "util/error.h"

static void write_body(Buffer *buffer, const Function *function)
{
        buffer_append_string(buffer, "\n{\n");
        for (uint32_t i = 0; i < function->n_arguments; i++)
                buffer_printf(buffer, "    MI_UNREFERENCED_PARAMETER(%s);\n", function->arguments[i].name);
        buffer_append_char(buffer, '\n');

        switch (function->body) {
        case BODY_LOAD:
                buffer_append_string(buffer, "    *self = NULL;\n");
                buffer_append_string(buffer, "    MI_Context_PostResult(context, MI_RESULT_OK);\n");
                break;
        case BODY_UNLOAD:
                buffer_append_string(buffer, "    MI_Context_PostResult(context, MI_RESULT_OK);\n");
                break;
        case BODY_NOT_SUPPORTED:
                buffer_append_string(buffer, "    MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);\n");
                break;
        case BODY_ENABLE:
                buffer_append_string(
                        buffer, "    /* TODO: keep indicationsContext for as long as indications are enabled, and post "
                                "them on it */\n"
                                "    /* NOTE: post no result here: a result ends all subscriptions to the class */\n");
                break;
        case BODY_DISABLE:
                buffer_append_string(buffer,
                                     "    /* TODO: stop posting indications; their context is gone after this */\n\n"
                                     "    MI_Context_PostResult(indicationsContext, MI_RESULT_OK);\n");
                break;
        }
        buffer_append_string(buffer, "}\n");
}

static void write_stub(Buffer *buffer, const Generator *generator, const Function *function)
{
        buffer_printf(buffer, "\nvoid MI_CALL %s", function->name);
        write_arguments(buffer, generator, function);
        write_body(buffer, function);
}

int write_stubs(Buffer *buffer, const Generator *generator, const PlanClass *class)
{
        Function *functions;
        uint32_t count;
        int r;

        r = class_functions(generator, class, &functions, &count);
        if (r)
                return error_trace(r);
        buffer_printf(buffer, "/* @migen@ */\n#include <MI.h>\n#include \"%s.h\"\n", class->name);
        for (uint32_t i = 0; i < count; i++)
                write_stub(buffer, generator, &functions[i]);
        return 0;
}

int patch_stubs(Buffer *buffer, const Generator *generator, const PlanClass *class, const char *text, size_t size,
                char **addedp)
{
        _cleanup_(buffer_deinit) Buffer added = BUFFER_INIT;
        Function *functions;
        uint32_t count;
        int r;

        r = class_functions(generator, class, &functions, &count);
        if (r)
                return error_trace(r);
        buffer_append(buffer, text, size);
        if (size > 0 && text[size - 1] != '\n')
                buffer_append_char(buffer, '\n');
        for (uint32_t i = 0; i < count; i++) {
                if (c_find_definition(text, size, functions[i].name, NULL))
                        continue;
                write_stub(buffer, generator, &functions[i]);
                buffer_printf(&added, "%s%s", added.size ? ", " : "", functions[i].name);
        }
        *addedp = NULL;
        if (added.size == 0)
                return 0;
        *addedp = buffer_steal(&added);
        return *addedp ? 0 : error_origin(-ENOMEM);
}
