/* WMIAdapter.c: the COM side of the provider, for Windows only. A Linux build leaves the file out. */

#include "convert/generate.h"

#include <errno.h>
#include <sys/random.h>

#include "util/error.h"

static void write_class_id(Buffer *buffer, const uint8_t id[16])
{
        buffer_printf(buffer,
                      "/* {%02X%02X%02X%02X-%02X%02X-%02X%02X-%02X%02X-%02X%02X%02X%02X%02X%02X} */\n"
                      "static const GUID _classID =\n"
                      "{\n"
                      "    ",
                      id[0], id[1], id[2], id[3], id[4], id[5], id[6], id[7], id[8], id[9], id[10], id[11], id[12],
                      id[13], id[14], id[15]);
        buffer_printf(buffer, "0x%02X%02X%02X%02X, 0x%02X%02X, 0x%02X%02X,\n    { ", id[0], id[1], id[2], id[3], id[4],
                      id[5], id[6], id[7]);
        for (int i = 8; i < 16; i++)
                buffer_printf(buffer, "%s0x%02X", i > 8 ? ", " : "", id[i]);
        buffer_append_string(buffer, " }\n};\n\n");
}

static const char includes[] = "#include <windows.h>\n"
                               "#include <mi.h>\n"
                               "\n";

static const char loader[] =
        "/* What the system's adapter between COM and MI providers offers under the same names */\n"
        "typedef HRESULT (WINAPI* GetClassObjectFunction)(REFCLSID classID, REFIID interfaceID, LPVOID* object);\n"
        "typedef HRESULT (WINAPI* NoArgumentFunction)(void);\n"
        "\n"
        "static HMODULE _module;\n"
        "static HMODULE _adapter;\n"
        "\n"
        "static FARPROC _FindFunction(LPCSTR name)\n"
        "{\n"
        "    if (!_adapter)\n"
        "        _adapter = LoadLibraryExW(L\"wmitomi.dll\", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);\n"
        "    return _adapter ? GetProcAddress(_adapter, name) : NULL;\n"
        "}\n"
        "\n"
        "static HRESULT _Forward(LPCSTR name)\n"
        "{\n"
        "    NoArgumentFunction function = (NoArgumentFunction)_FindFunction(name);\n"
        "    return function ? function() : E_NOTIMPL;\n"
        "}\n"
        "\n";

static const char entries[] =
        "BOOL APIENTRY DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)\n"
        "{\n"
        "    MI_UNREFERENCED_PARAMETER(reserved);\n"
        "\n"
        "    if (reason == DLL_PROCESS_ATTACH)\n"
        "    {\n"
        "        _module = module;\n"
        "        DisableThreadLibraryCalls(module);\n"
        "    }\n"
        "    return TRUE;\n"
        "}\n"
        "\n"
        "STDAPI GetProviderClassID(LPCLSID classID)\n"
        "{\n"
        "    if (!classID)\n"
        "        return E_POINTER;\n"
        "    *classID = _classID;\n"
        "    return S_OK;\n"
        "}\n"
        "\n"
        "STDAPI DllGetClassObject(REFCLSID classID, REFIID interfaceID, LPVOID* object)\n"
        "{\n"
        "    GetClassObjectFunction function;\n"
        "\n"
        "    if (!IsEqualCLSID(classID, &_classID))\n"
        "        return CLASS_E_CLASSNOTAVAILABLE;\n"
        "    function = (GetClassObjectFunction)_FindFunction(\"DllGetClassObject\");\n"
        "    return function ? function(classID, interfaceID, object) : CLASS_E_CLASSNOTAVAILABLE;\n"
        "}\n"
        "\n"
        "STDAPI DllCanUnloadNow(void)\n"
        "{\n"
        "    return _adapter ? _Forward(\"DllCanUnloadNow\") : S_OK;\n"
        "}\n"
        "\n"
        "STDAPI DllRegisterServer(void)\n"
        "{\n"
        "    return _Forward(\"DllRegisterServer\");\n"
        "}\n"
        "\n"
        "STDAPI DllUnregisterServer(void)\n"
        "{\n"
        "    return _Forward(\"DllUnregisterServer\");\n"
        "}\n";

int write_adapter(Buffer *buffer)
{
        uint8_t id[16];

        /* A class id of its own for each generation, as a version 4 UUID */
        if (getrandom(id, sizeof(id), 0) != (ssize_t)sizeof(id))
                return error_origin(-EIO);
        id[6] = (uint8_t)((id[6] & 0x0F) | 0x40);
        id[8] = (uint8_t)((id[8] & 0x3F) | 0x80);

        write_banner(buffer);
        buffer_append_string(buffer, includes);
        write_class_id(buffer, id);
        buffer_append_string(buffer, loader);
        buffer_append_string(buffer, entries);
        return 0;
}
