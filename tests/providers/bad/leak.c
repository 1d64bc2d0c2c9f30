/* Forgets memory in every call: mapped, not allocated, since a sanitizer would end the host for it */
#include <string.h>
#include <sys/mman.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        char *volatile forgotten = mmap(NULL, 1 << 20, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        if (forgotten != MAP_FAILED)
                memset(forgotten, 1, 1 << 20);
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
