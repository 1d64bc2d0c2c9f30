/*
 * A client that keeps one session, for tests of what happens to it: reads a word a line, does it, prints its result and message
 *
 *      nothing      invokes Test_Control.Nothing
 *      many         enumerates Test_Many, prints how many came
 *      base         enumerates Test_Base, which is served by two modules
 */

#include <MI.h>
#include <stdio.h>

static void finish(MI_Operation *operation)
{
        const MI_Instance *instance;
        const MI_Char *message = NULL;
        MI_Boolean more = MI_TRUE;
        MI_Result result = MI_RESULT_FAILED;
        unsigned int count = 0;

        while (more) {
                if (MI_Operation_GetInstance(operation, &instance, &more, &result, &message, NULL) != MI_RESULT_OK)
                        break;
                count += instance != NULL;
        }
        printf("%d %u %s\n", result, count, message ? message : "");
        fflush(stdout);
        MI_Operation_Close(operation);
}

int main(void)
{
        MI_Application application = MI_APPLICATION_NULL;
        MI_Session session = MI_SESSION_NULL;
        char word[64];

        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &session) != MI_RESULT_OK)
                return 1;
        while (scanf("%63s", word) == 1) {
                MI_Operation operation = MI_OPERATION_NULL;

                if (word[0] == 'n')
                        MI_Session_Invoke(&session, 0, NULL, "root/test", "Test_Control", "Nothing", NULL, NULL, NULL,
                                          &operation);
                else
                        MI_Session_EnumerateInstances(&session, 0, NULL, "root/test",
                                                      word[0] == 'm' ? "Test_Many" : "Test_Base", MI_FALSE, NULL,
                                                      &operation);
                finish(&operation);
        }
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
