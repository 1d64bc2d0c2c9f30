/* Throws a C++ exception through the host, with the functions of the C++ runtime itself: no C++ compiler is needed */
#include <dlfcn.h>
#include <stddef.h>
#include <stdlib.h>

#include "bad.h"

typedef void *(*Allocate)(size_t size);
typedef void (*Throw)(void *exception, void *type, void (*destructor)(void *exception));

void bad_call(MI_Context *context)
{
        void *runtime = dlopen("libstdc++.so.6", RTLD_NOW);
        Allocate allocate = runtime ? (Allocate)(uintptr_t)dlsym(runtime, "__cxa_allocate_exception") : NULL;
        Throw throw = runtime ? (Throw)(uintptr_t)dlsym(runtime, "__cxa_throw") : NULL;

        bad_post(context);
        if (allocate && throw)
                throw(allocate(sizeof(int)), dlsym(runtime, "_ZTIi"), NULL); /* an int */
        abort();                                                             /* as std::terminate() does */
}
