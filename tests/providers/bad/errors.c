/*
 * A client that prints errors in full: for each line "TYPE CODE MESSAGE" it gets the Bad_Thing of that name, or deletes it if a - stands
 * before it, which is answered with that error, and prints what arrived as "result|message|CIMStatusCode|error_Type|error_Code|Message of the error instance"
 */

#include <MI.h>
#include <stdio.h>
#include <string.h>

static const char *string(const MI_Instance *instance, const char *name)
{
        MI_Value value;
        MI_Type type;

        if (!instance || MI_Instance_GetElement(instance, name, &value, &type, NULL, NULL) != MI_RESULT_OK ||
            type != MI_STRING || !value.string)
                return "";
        return value.string;
}

static unsigned int number(const MI_Instance *instance, const char *name)
{
        MI_Value value;
        MI_Type type;

        if (!instance || MI_Instance_GetElement(instance, name, &value, &type, NULL, NULL) != MI_RESULT_OK ||
            type != MI_UINT32)
                return 0;
        return value.uint32;
}

static void get(MI_Session *session, const char *name_space, const MI_Instance *keys, MI_Boolean deletes)
{
        const MI_Instance *instance = NULL, *details = NULL;
        MI_Operation operation = MI_OPERATION_NULL;
        const MI_Char *message = NULL;
        MI_Result result = MI_RESULT_FAILED;
        MI_Boolean more = MI_TRUE;

        if (deletes)
                MI_Session_DeleteInstance(session, 0, NULL, name_space, keys, NULL, &operation);
        else
                MI_Session_GetInstance(session, 0, NULL, name_space, keys, NULL, &operation);
        while (more &&
               MI_Operation_GetInstance(&operation, &instance, &more, &result, &message, &details) == MI_RESULT_OK)
                ;
        printf("%u|%s|%u|%s|%u|%s\n", result, message ? message : "", number(details, "CIMStatusCode"),
               string(details, "error_Type"), number(details, "error_Code"), string(details, "Message"));
        fflush(stdout);
        MI_Operation_Close(&operation);
}

int main(int argc, char **argv)
{
        MI_Application application = MI_APPLICATION_NULL;
        MI_Session session = MI_SESSION_NULL;
        char line[1024];

        if (argc != 2 || MI_Application_Initialize(0, NULL, NULL, &application) != MI_RESULT_OK ||
            MI_Application_NewSession(&application, NULL, NULL, NULL, NULL, NULL, &session) != MI_RESULT_OK)
                return 1;
        while (fgets(line, sizeof(line), stdin)) {
                MI_Instance *keys = NULL;
                const MI_Boolean deletes = line[0] == '-';
                MI_Value id = { .string = line + deletes };

                line[strcspn(line, "\n")] = '\0';
                if (MI_Application_NewInstance(&application, "Bad_Thing", NULL, &keys) != MI_RESULT_OK)
                        return 1;
                MI_Instance_AddElement(keys, "Id", &id, MI_STRING, MI_FLAG_KEY);
                get(&session, argv[1], keys, deletes);
                MI_Instance_Delete(keys);
        }
        MI_Session_Close(&session, NULL, NULL);
        MI_Application_Close(&application);
        return 0;
}
