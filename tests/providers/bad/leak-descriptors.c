/* Opens files and never closes them */
#include <fcntl.h>

#include "bad.h"

void bad_call(MI_Context *context)
{
        while (open("/dev/null", O_RDONLY | O_CLOEXEC) >= 0)
                ;
        bad_post(context);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
