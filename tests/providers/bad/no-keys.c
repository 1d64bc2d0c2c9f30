/* Posts an instance without its key */
#include "bad.h"

void bad_call(MI_Context *context)
{
        Bad_Thing thing;

        if (Bad_Thing_Construct(&thing, context) != MI_RESULT_OK)
                return;
        Bad_Thing_Set_Calls(&thing, 1);
        Bad_Thing_Post(&thing, context);
        Bad_Thing_Destruct(&thing);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
