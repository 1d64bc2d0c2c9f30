/* module.c and Provider.DEF: how a server finds the provider */

#include "convert/generate.h"

#include <errno.h>

#include "convert/csource.h"
#include "util/error.h"

static void write_main_body(Buffer *buffer, const Generator *generator)
{
        buffer_printf(buffer,
                      "{\n"
                      "    /* WARNING: THIS FUNCTION AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT. */\n"
                      "    static MI_Module module;\n"
                      "    MI_EXTERN_C MI_Server* __mi_server;\n"
                      "\n"
                      "    __mi_server = server;\n"
                      "    module.flags |= MI_MODULE_FLAG_DESCRIPTIONS;\n"
                      "    module.flags |= MI_MODULE_FLAG_VALUES;\n"
                      "    module.flags |= MI_MODULE_FLAG_BOOLEANS;\n"
                      "%s"
                      "    module.charSize = sizeof(MI_Char);\n"
                      "    module.version = MI_VERSION;\n"
                      "    module.generatorVersion = MI_MAKE_VERSION(1,0,0);\n"
                      "    module.schemaDecl = &schemaDecl;\n"
                      "    module.Load = Load;\n"
                      "    module.Unload = Unload;\n"
                      "    return &module;\n"
                      "}",
                      generator->options->skip_localize ? "" : "    module.flags |= MI_MODULE_FLAG_LOCALIZED;\n");
}

static void write_main(Buffer *buffer, const Generator *generator)
{
        buffer_printf(buffer, "\nMI_EXTERN_C MI_EXPORT MI_Module* MI_MAIN_CALL MI_Main(%sMI_Server* server)\n",
                      sal(generator, "_In_ "));
        write_main_body(buffer, generator);
        buffer_append_char(buffer, '\n');
}

static void write_load(Buffer *buffer, const Generator *generator)
{
        buffer_printf(buffer,
                      "\nvoid MI_CALL Load(\n    %sMI_Module_Self** self,\n    %sstruct _MI_Context* context)\n"
                      "{\n"
                      "    *self = NULL;\n"
                      "\n"
                      "    MI_Context_PostResult(context, MI_RESULT_OK);\n"
                      "}\n",
                      sal(generator, "_Outptr_result_maybenull_ "), sal(generator, "_In_ "));
}

static void write_unload(Buffer *buffer, const Generator *generator)
{
        buffer_printf(buffer,
                      "\nvoid MI_CALL Unload(\n    %sMI_Module_Self* self,\n    %sstruct _MI_Context* context)\n"
                      "{\n"
                      "    MI_UNREFERENCED_PARAMETER(self);\n"
                      "\n"
                      "    MI_Context_PostResult(context, MI_RESULT_OK);\n"
                      "}\n",
                      sal(generator, "_In_opt_ "), sal(generator, "_In_ "));
}

void write_module(Buffer *buffer, const Generator *generator)
{
        buffer_append_string(buffer, "/* @migen@ */\n#include <MI.h>\n\nMI_EXTERN_C MI_SchemaDecl schemaDecl;\n");
        write_load(buffer, generator);
        write_unload(buffer, generator);
        write_main(buffer, generator);
}

int patch_module(Buffer *buffer, const Generator *generator, const char *text, size_t size)
{
        CBody body;

        if (!c_find_definition(text, size, "MI_Main", &body)) {
                buffer_append(buffer, text, size);
                write_main(buffer, generator);
                return 0;
        }
        buffer_append(buffer, text, body.open);
        write_main_body(buffer, generator);
        if (body.close < size)
                buffer_append(buffer, text + body.close + 1, size - body.close - 1);
        else
                buffer_append_char(buffer, '\n');
        return 0;
}

void write_definitions(Buffer *buffer)
{
        buffer_append_string(buffer, "; @migen@ */\n"
                                     ";\n"
                                     "; Please change '%ProviderName%' to your provider binary name\n"
                                     ";\n"
                                     "\n"
                                     "LIBRARY %ProviderName%.DLL\n"
                                     "\n"
                                     "EXPORTS\n"
                                     "    DllMain PRIVATE\n"
                                     "    GetProviderClassID PRIVATE\n"
                                     "    DllGetClassObject PRIVATE\n"
                                     "    DllCanUnloadNow PRIVATE\n"
                                     "    DllRegisterServer PRIVATE\n"
                                     "    DllUnregisterServer PRIVATE\n");
}
