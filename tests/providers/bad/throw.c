/* Throws a C++ exception through the host; written with the runtime's own functions, so that no C++ compiler is needed */
#include <stddef.h>

#include "bad.h"

extern void *__cxa_allocate_exception(size_t size);
extern void __cxa_throw(void *exception, void *type, void (*destructor)(void *exception)) __attribute__((noreturn));
extern char _ZTIi[]; /* the type of an int */

void bad_call(MI_Context *context)
{
        int *exception = __cxa_allocate_exception(sizeof(*exception));

        bad_post(context);
        *exception = 1;
        __cxa_throw(exception, _ZTIi, NULL);
}
