/* @migen@ */
/*
**==============================================================================
**
** WARNING: THIS FILE WAS AUTOMATICALLY GENERATED. PLEASE DO NOT EDIT.
**
**==============================================================================
*/
#include <windows.h>
#include <mi.h>

/* {ID} */
static const GUID _classID =
{
    ID
};

/* What the system's adapter between COM and MI providers offers under the same names */
typedef HRESULT (WINAPI* GetClassObjectFunction)(REFCLSID classID, REFIID interfaceID, LPVOID* object);
typedef HRESULT (WINAPI* NoArgumentFunction)(void);

static HMODULE _module;
static HMODULE _adapter;

static FARPROC _FindFunction(LPCSTR name)
{
    if (!_adapter)
        _adapter = LoadLibraryExW(L"wmitomi.dll", NULL, LOAD_LIBRARY_SEARCH_SYSTEM32);
    return _adapter ? GetProcAddress(_adapter, name) : NULL;
}

static HRESULT _Forward(LPCSTR name)
{
    NoArgumentFunction function = (NoArgumentFunction)_FindFunction(name);
    return function ? function() : E_NOTIMPL;
}

BOOL APIENTRY DllMain(HINSTANCE module, DWORD reason, LPVOID reserved)
{
    MI_UNREFERENCED_PARAMETER(reserved);

    if (reason == DLL_PROCESS_ATTACH)
    {
        _module = module;
        DisableThreadLibraryCalls(module);
    }
    return TRUE;
}

STDAPI GetProviderClassID(LPCLSID classID)
{
    if (!classID)
        return E_POINTER;
    *classID = _classID;
    return S_OK;
}

STDAPI DllGetClassObject(REFCLSID classID, REFIID interfaceID, LPVOID* object)
{
    GetClassObjectFunction function;

    if (!IsEqualCLSID(classID, &_classID))
        return CLASS_E_CLASSNOTAVAILABLE;
    function = (GetClassObjectFunction)_FindFunction("DllGetClassObject");
    return function ? function(classID, interfaceID, object) : CLASS_E_CLASSNOTAVAILABLE;
}

STDAPI DllCanUnloadNow(void)
{
    return _adapter ? _Forward("DllCanUnloadNow") : S_OK;
}

STDAPI DllRegisterServer(void)
{
    return _Forward("DllRegisterServer");
}

STDAPI DllUnregisterServer(void)
{
    return _Forward("DllUnregisterServer");
}
