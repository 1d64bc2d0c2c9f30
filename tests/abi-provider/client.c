/*
 * A client that was built against another header than ours: libmi's one function, and tables
 *
 *      client LIBRARY NAMESPACE
 *
 * prints what the classes of provider.c answer.
 */

#include <dlfcn.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "layout.h"

typedef uint32_t (*Initialize)(uint32_t flags, const char *id, Instance **error, Handle *application);
typedef uint32_t (*Close)(Handle *handle);
typedef uint32_t (*CloseSession)(Handle *session, void *context, void (*completed)(void *context));
typedef uint32_t (*NewSession)(Handle *application, const char *protocol, const char *destination, Handle *options, void *callbacks,
                               Instance **error, Handle *session);
typedef uint32_t (*NewInstance)(Handle *application, const char *class_name, const void *decl, Instance **instance);
typedef void (*EnumerateInstances)(Handle *session, uint32_t flags, Handle *options, const char *name_space, const char *class_name,
                                   uint8_t keys_only, void *callbacks, Handle *operation);
typedef void (*GetInstance)(Handle *session, uint32_t flags, Handle *options, const char *name_space, const Instance *keys, void *callbacks,
                            Handle *operation);
typedef void (*Invoke)(Handle *session, uint32_t flags, Handle *options, const char *name_space, const char *class_name, const char *method,
                       const Instance *instance, const Instance *parameters, void *callbacks, Handle *operation);
typedef uint32_t (*NextInstance)(Handle *operation, const Instance **instance, uint8_t *more, uint32_t *result, const char **message,
                                 const Instance **details);

static Handle application, session;

static void check(uint32_t result, const char *what)
{
        if (result == RESULT_OK)
                return;
        fprintf(stderr, "%s: result %" PRIu32 "\n", what, result);
        exit(1);
}

static void show(const Instance *instance)
{
        const char *class_name;
        uint32_t count;

        check(CALL(instance->ft, INSTANCE_GET_CLASS_NAME, GetText)(instance, &class_name), "GetClassName");
        check(CALL(instance->ft, INSTANCE_GET_ELEMENT_COUNT, GetCount)(instance, &count), "GetElementCount");
        printf("%s", class_name);
        for (uint32_t i = 0; i < count; i++) {
                const char *name;
                uint32_t type, flags;
                Value value;

                check(CALL(instance->ft, INSTANCE_GET_ELEMENT_AT, GetElementAt)(instance, i, &name, &value, &type, &flags), "GetElementAt");
                printf(" %s=", name);
                if (flags & 1u << 29)
                        printf("null");
                else if (type == TYPE_UINT32)
                        printf("%" PRIu32, value.uint32);
                else if (type == TYPE_STRING)
                        printf("%s", value.string);
                else if (type == TYPE_DATETIME)
                        printf("%" PRIu32 ":%d-%d-%d,%d:%d:%d.%d%+d", value.datetime.is_timestamp, value.datetime.parts[0],
                               value.datetime.parts[1], value.datetime.parts[2], value.datetime.parts[3], value.datetime.parts[4],
                               value.datetime.parts[5], value.datetime.parts[6], value.datetime.parts[7]);
                else if (type == TYPE_UINT16A)
                        for (uint32_t j = 0; j < value.array.size; j++)
                                printf("%s%u", j ? "," : "", ((uint16_t *)value.array.data)[j]);
                else
                        printf("type %" PRIu32, type);
        }
        printf("\n");
}

static void finish(Handle *operation)
{
        const Instance *instance, *details;
        const char *message;
        uint32_t result = RESULT_OK;
        uint8_t more = 1;

        while (more) {
                check(CALL(operation->ft, OPERATION_GET_INSTANCE, NextInstance)(operation, &instance, &more, &result, &message, &details),
                      "Operation_GetInstance");
                if (instance)
                        show(instance);
        }
        printf("result %" PRIu32 "%s%s\n", result, message ? " " : "", message ? message : "");
        CALL(operation->ft, OPERATION_CLOSE, Close)(operation);
}

static Instance *make(const char *class_name, const char *element, uint32_t number)
{
        Instance *instance;
        Value value;

        memset(&value, 0, sizeof(value));
        value.uint32 = number;
        check(CALL(application.ft, APPLICATION_NEW_INSTANCE, NewInstance)(&application, class_name, NULL, &instance), "NewInstance");
        check(CALL(instance->ft, INSTANCE_ADD_ELEMENT, AddElement)(instance, element, &value, TYPE_UINT32, 0), "AddElement");
        return instance;
}

int main(int argc, char **argv)
{
        Initialize initialize;
        Handle operation;
        Instance *keys, *parameters;
        const char *where = argc == 3 ? argv[2] : "";
        void *library = argc == 3 ? dlopen(argv[1], RTLD_NOW) : NULL;

        if (!library) {
                fprintf(stderr, "usage: client LIBRARY NAMESPACE (%s)\n", argc == 3 ? dlerror() : "");
                return 2;
        }
        *(void **)&initialize = dlsym(library, "MI_Application_InitializeV1");
        if (!initialize)
                return 1;
        check(initialize(0, NULL, NULL, &application), "InitializeV1");
        check(CALL(application.ft, APPLICATION_NEW_SESSION, NewSession)(&application, NULL, NULL, NULL, NULL, NULL, &session), "NewSession");

        CALL(session.ft, SESSION_ENUMERATE_INSTANCES, EnumerateInstances)(&session, 0, NULL, where, "Abi_Thing", 0, NULL, &operation);
        finish(&operation);

        keys = make("Abi_Thing", "Id", 2);
        CALL(session.ft, SESSION_GET_INSTANCE, GetInstance)(&session, 0, NULL, where, keys, NULL, &operation);
        finish(&operation);

        parameters = make("Parameters", "X", 21);
        CALL(session.ft, SESSION_INVOKE, Invoke)(&session, 0, NULL, where, "Abi_Thing", "Twice", NULL, parameters, NULL, &operation);
        finish(&operation);
        CALL(session.ft, SESSION_INVOKE, Invoke)(&session, 0, NULL, where, "Abi_Thing", "Rename", keys, NULL, NULL, &operation);
        finish(&operation);
        CALL(session.ft, SESSION_GET_INSTANCE, GetInstance)(&session, 0, NULL, where, keys, NULL, &operation);
        finish(&operation);

        CALL(parameters->ft, INSTANCE_DELETE, Destruct)(parameters);
        CALL(keys->ft, INSTANCE_DELETE, Destruct)(keys);
        keys = make("Abi_Thing", "Id", 9);
        CALL(session.ft, SESSION_GET_INSTANCE, GetInstance)(&session, 0, NULL, where, keys, NULL, &operation);
        finish(&operation);
        CALL(keys->ft, INSTANCE_DELETE, Destruct)(keys);

        check(CALL(session.ft, SESSION_CLOSE, CloseSession)(&session, NULL, NULL), "Session_Close");
        check(CALL(application.ft, APPLICATION_CLOSE, Close)(&application), "Application_Close");
        return 0;
}
