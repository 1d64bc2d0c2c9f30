/*
 * A client that keeps one session, for tests of what happens to it: reads a word a line, does it, prints its result, how many instances
 * came, and the message
 *
 *      nothing      invokes Test_Control.Nothing
 *      many         enumerates Test_Many
 *      base         enumerates Test_Base, which is served by two modules
 *      fire         invokes Test_Control.Fire
 *      end          invokes Test_Far.EndEvents
 *      subscribe    to Test_AnyEvent, which has events of two modules; waits until that is in force
 *      event        waits for an event of the subscription, or for its end
 */

#include <MI.h>
#include <stdio.h>
#include <string.h>

static void print(MI_Result result, unsigned int count, const MI_Char *message)
{
        printf("%d %u %s\n", result, count, message ? message : "");
        fflush(stdout);
}

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
        print(result, count, message);
        MI_Operation_Close(operation);
}

static void next_event(MI_Operation *subscription)
{
        const MI_Instance *instance = NULL;
        const MI_Char *message = NULL;
        MI_Boolean more = MI_FALSE;
        MI_Result result = MI_RESULT_FAILED;

        MI_Operation_GetIndication(subscription, &instance, NULL, NULL, &more, &result, &message, NULL);
        print(result, instance != NULL, message);
        if (!more)
                MI_Operation_Close(subscription);
}

static void enumerate(MI_Session *session, const MI_Char *class_name)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_EnumerateInstances(session, 0, NULL, "root/test", class_name, MI_FALSE, NULL, &operation);
        finish(&operation);
}

static void invoke(MI_Session *session, const MI_Char *class_name, const MI_Char *method)
{
        MI_Operation operation = MI_OPERATION_NULL;

        MI_Session_Invoke(session, 0, NULL, "root/test", class_name, method, NULL, NULL, NULL, &operation);
        finish(&operation);
}

static void run(MI_Session *session, MI_Operation *subscription, const char *word)
{
        if (strcmp(word, "nothing") == 0) {
                invoke(session, "Test_Control", "Nothing");
        } else if (strcmp(word, "many") == 0) {
                enumerate(session, "Test_Many");
        } else if (strcmp(word, "base") == 0) {
                enumerate(session, "Test_Base");
        } else if (strcmp(word, "fire") == 0) {
                invoke(session, "Test_Control", "Fire");
        } else if (strcmp(word, "end") == 0) {
                invoke(session, "Test_Far", "EndEvents");
        } else if (strcmp(word, "subscribe") == 0) {
                MI_Session_Subscribe(session, MI_OPERATIONFLAGS_REPORT_OPERATION_STARTED, NULL, "root/test",
                                     MI_QUERY_DIALECT_WQL, "select * from Test_AnyEvent", NULL, NULL, subscription);
                next_event(subscription);
        } else if (strcmp(word, "event") == 0) {
                next_event(subscription);
        }
}

int main(void)
{
        MI_Application application = MI_APPLICATION_NULL;
        MI_Session session = MI_SESSION_NULL;
        MI_Operation subscription = MI_OPERATION_NULL;
        char word[64];

        if (MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &session) != MI_RESULT_OK)
                return 1;
        while (scanf("%63s", word) == 1)
                run(&session, &subscription, word);
        MI_Operation_Close(&subscription);
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
