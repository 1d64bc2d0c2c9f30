/* Posts an instance with a string that is not there any more */
#include <sys/mman.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        Bad_Thing thing;
        char *page = mmap(NULL, 4096, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

        if (Bad_Thing_Construct(&thing, context) != MI_RESULT_OK)
                return;
        if (page != MAP_FAILED) {
                page[0] = 'x';
                Bad_Thing_SetPtr_Id(&thing, page);
                munmap(page, 4096);
        }
        Bad_Thing_Post(&thing, context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
