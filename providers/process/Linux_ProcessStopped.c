#include "Linux_ProcessStopped.h"

#include <strings.h>

#include "provider.h"

void MI_CALL Linux_ProcessStopped_Load(Linux_ProcessStopped_Self **self, MI_Module_Self *selfModule,
                                       MI_Context *context)
{
        *self = (Linux_ProcessStopped_Self *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Linux_ProcessStopped_Unload(Linux_ProcessStopped_Self *self, MI_Context *context)
{
        MI_UNREFERENCED_PARAMETER(self);

        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* Nothing is posted here while all is well: a result would end all subscriptions. */
void MI_CALL Linux_ProcessStopped_EnableIndications(Linux_ProcessStopped_Self *self, MI_Context *indicationsContext,
                                                    const MI_Char *nameSpace, const MI_Char *className)
{
        int r = watch_enable((MI_Module_Self *)self, WATCH_STOPPED, indicationsContext);

        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        if (r < 0)
                post_errno(indicationsContext, -r, "cannot watch processes");
}

void MI_CALL Linux_ProcessStopped_DisableIndications(Linux_ProcessStopped_Self *self, MI_Context *indicationsContext,
                                                     const MI_Char *nameSpace, const MI_Char *className)
{
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);

        watch_disable((MI_Module_Self *)self, WATCH_STOPPED);
        MI_Context_PostResult(indicationsContext, MI_RESULT_OK);
}

/* Filters are the host's business. */
void MI_CALL Linux_ProcessStopped_Subscribe(Linux_ProcessStopped_Self *self, MI_Context *context,
                                            const MI_Char *nameSpace, const MI_Char *className, const MI_Filter *filter,
                                            const MI_Char *bookmark, MI_Uint64 subscriptionID, void **subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(filter);
        MI_UNREFERENCED_PARAMETER(bookmark);
        MI_UNREFERENCED_PARAMETER(subscriptionID);

        *subscriptionSelf = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL Linux_ProcessStopped_Unsubscribe(Linux_ProcessStopped_Self *self, MI_Context *context,
                                              const MI_Char *nameSpace, const MI_Char *className,
                                              MI_Uint64 subscriptionID, void *subscriptionSelf)
{
        MI_UNREFERENCED_PARAMETER(self);
        MI_UNREFERENCED_PARAMETER(nameSpace);
        MI_UNREFERENCED_PARAMETER(className);
        MI_UNREFERENCED_PARAMETER(subscriptionID);
        MI_UNREFERENCED_PARAMETER(subscriptionSelf);

        MI_Context_PostResult(context, MI_RESULT_OK);
}
