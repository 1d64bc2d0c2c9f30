/* header.c once more, as C++ */
#include <mi.h>
#include <xenmi-provider.h>
#include <MI.h>

int main(void)
{
        MI_Application application = MI_APPLICATION_NULL;
        MI_Serializer serializer = MI_SERIALIZER_NULL;
        MI_OperationCallbacks callbacks = MI_OPERATIONCALLBACKS_NULL;

        MI_UNUSED(serializer);
        MI_UNUSED(callbacks);
        return MI_Application_Close(&application) == MI_RESULT_OK && xenmi_provider_api(NULL);
}
