#pragma once

/*
 * The few macros that the whole tree uses
 *
 * Cleanup attributes in place of goto ladders, and what C lacks. Nothing here hides control flow.
 */

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#define _cleanup_(func)     __attribute__((cleanup(func)))
#define _printf_(fmt, args) __attribute__((format(printf, fmt, args)))
#define _unused_            __attribute__((unused))

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))
#define MIN(a, b)         ((a) < (b) ? (a) : (b))
#define MAX(a, b)         ((a) > (b) ? (a) : (b))
#define likely(x)         __builtin_expect(!!(x), 1)
#define unlikely(x)       __builtin_expect(!!(x), 0)

#define container_of(pointer, type, member) ((type *)((char *)(pointer)-offsetof(type, member)))

/* `size` rounded up to a multiple of `align`, a power of two */
#define ALIGN_UP(size, align) (((size) + ((align)-1)) & ~((__typeof__(size))(align)-1))

/* Takes the value out of *pointer and leaves NULL: ownership moves, the cleanup attribute has nothing to do any more. */
#define steal(pointer)                                      \
        ({                                                  \
                __typeof__(*(pointer)) _taken = *(pointer); \
                *(pointer) = NULL;                          \
                _taken;                                     \
        })

/* Defines `funcp`, the cleanup function of variables of `type` (a pointer type) that `func` frees. `func` takes NULL. */
#define DEFINE_CLEANUP(type, func)                         \
        static inline _unused_ void func##p(type *pointer) \
        {                                                  \
                if (*pointer)                              \
                        func(*pointer);                    \
        }                                                  \
        struct _cleanup_needs_a_semicolon_

/* For embedded objects: `funcp` is not needed, `func` takes the address of the variable itself. */

static inline void freep(void *pointer)
{
        free(*(void **)pointer);
}
