/* The test module's entry: as generated, but for the store that is filled and emptied */

#include "all.h"
#include "control.h"

MI_EXTERN_C MI_SchemaDecl schemaDecl;

static void MI_CALL Load(MI_Module_Self **self, struct _MI_Context *context)
{
        *self = NULL;
        items_reset(context);
        MI_Context_WriteWarning(context, MI_T("the test module is loaded"));
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL Unload(MI_Module_Self *self, struct _MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);
        items_reset(NULL);
        control_unload();
        MI_Context_PostResult(context, MI_RESULT_OK);
}

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server)
{
        static MI_Module module;
        MI_EXTERN_C MI_Server *__mi_server;

        __mi_server = server;
        module.flags = MI_MODULE_FLAG_DESCRIPTIONS | MI_MODULE_FLAG_VALUES | MI_MODULE_FLAG_BOOLEANS;
        module.charSize = sizeof(MI_Char);
        module.version = MI_VERSION;
        module.generatorVersion = MI_MAKE_VERSION(1, 0, 0);
        module.schemaDecl = &schemaDecl;
        module.Load = Load;
        module.Unload = Unload;
        return &module;
}
