/* Posts an instance of another class */
#include "bad.h"

void bad_call(MI_Context *context)
{
        Bad_Other other;

        if (Bad_Other_Construct(&other, context) != MI_RESULT_OK)
                return;
        Bad_Other_SetPtr_Id(&other, MI_T("other"));
        Bad_Other_Post(&other, context);
        Bad_Other_Destruct(&other);
        MI_Context_PostResult(context, MI_RESULT_OK);
}
