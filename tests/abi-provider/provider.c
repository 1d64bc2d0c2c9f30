/*
 * A provider that was built against another header than ours: it knows the layout of the interface and nothing else
 *
 * Abi_Thing: keys Id; Name, Numbers, When; two instances, GetInstance left to the server; static method Twice, method Rename.
 * VERSION and CHAR_SIZE are what the module says of itself.
 */

#include "layout.h"

#ifndef VERSION
#define VERSION 0x00010100
#endif
#ifndef CHAR_SIZE
#define CHAR_SIZE 1
#endif

typedef struct Thing {
        Instance base;
        Uint32Field id;
        StringField name;
        ArrayField numbers;
        DatetimeField when;
} Thing;

typedef struct Twice {
        Instance base;
        Uint32Field result;
        Uint32Field x;
        Uint32Field y;
} Twice;

typedef struct Event {
        Instance base;
        StringField text;
} Event;

static char names[2][64] = { "first", "second" };
static const SchemaDecl schema;
static const ClassDecl thing_class, event_class;
static const MethodDecl twice_method, rename_method;
static Context *indications;

static const PropertyDecl id_property = {
        { FLAG_PROPERTY | FLAG_KEY, CODE('i', 'd', 2), "Id", NULL, 0, TYPE_UINT32, NULL, 0, offsetof(Thing, id) }, "Abi_Thing", "Abi_Thing", NULL,
};
static const PropertyDecl name_property = {
        { FLAG_PROPERTY, CODE('n', 'e', 4), "Name", NULL, 0, TYPE_STRING, NULL, 0, offsetof(Thing, name) }, "Abi_Thing", "Abi_Thing", NULL,
};
static const PropertyDecl numbers_property = {
        { FLAG_PROPERTY, CODE('n', 's', 7), "Numbers", NULL, 0, TYPE_UINT16A, NULL, 0, offsetof(Thing, numbers) }, "Abi_Thing", "Abi_Thing", NULL,
};
static const PropertyDecl when_property = {
        { FLAG_PROPERTY, CODE('w', 'n', 4), "When", NULL, 0, TYPE_DATETIME, NULL, 0, offsetof(Thing, when) }, "Abi_Thing", "Abi_Thing", NULL,
};
static const PropertyDecl text_property = {
        { FLAG_PROPERTY, CODE('t', 't', 4), "Text", NULL, 0, TYPE_STRING, NULL, 0, offsetof(Event, text) }, "Abi_Event", "Abi_Event", NULL,
};
static const PropertyDecl *const thing_properties[] = { &id_property, &name_property, &numbers_property, &when_property };
static const PropertyDecl *const event_properties[] = { &text_property };

static const ParameterDecl result_parameter = {
        FLAG_PARAMETER | FLAG_OUT, CODE('m', 'n', 8), "MIReturn", NULL, 0, TYPE_UINT32, NULL, 0, offsetof(Twice, result),
};
static const ParameterDecl x_parameter = { FLAG_PARAMETER | FLAG_IN, CODE('x', 'x', 1), "X", NULL, 0, TYPE_UINT32, NULL, 0, offsetof(Twice, x) };
static const ParameterDecl y_parameter = { FLAG_PARAMETER | FLAG_OUT, CODE('y', 'y', 1), "Y", NULL, 0, TYPE_UINT32, NULL, 0, offsetof(Twice, y) };
static const ParameterDecl *const twice_parameters[] = { &result_parameter, &x_parameter, &y_parameter };

static void end(Context *context, uint32_t result)
{
        CALL(context->ft, CONTEXT_POST_RESULT, PostResult)(context, result);
}

static void load(void **self, void *module, Context *context)
{
        (void)module;
        *self = NULL;
        end(context, RESULT_OK);
}

static void unload(void *self, Context *context)
{
        (void)self;
        end(context, RESULT_OK);
}

/* Numbers are written into the field as generated accessors do, all else goes through the instance's table. */
static void enumerate(void *self, Context *context, const char *name_space, const char *class_name, const void *properties, uint8_t keys_only,
                      const void *filter)
{
        static uint16_t numbers[] = { 1, 2, 65535 };
        uint32_t result = RESULT_OK;

        (void)self, (void)name_space, (void)class_name, (void)properties, (void)keys_only, (void)filter;
        for (uint32_t i = 0; i < 2 && result == RESULT_OK; i++) {
                Value value;
                Thing thing;

                result = CALL(context->ft, CONTEXT_CONSTRUCT_INSTANCE, Construct)(context, &thing_class, &thing.base);
                if (result != RESULT_OK)
                        break;
                thing.id.value = i + 1;
                thing.id.exists = 1;
                memset(&value, 0, sizeof(value));
                value.string = names[i];
                CALL(thing.base.ft, INSTANCE_SET_ELEMENT_AT, SetElementAt)(&thing.base, 1, &value, TYPE_STRING, 0);
                memset(&value, 0, sizeof(value));
                value.array.data = numbers;
                value.array.size = 3;
                CALL(thing.base.ft, INSTANCE_SET_ELEMENT_AT, SetElementAt)(&thing.base, 2, &value, TYPE_UINT16A, 1u << 30);
                thing.when.value = (Datetime){ 1, { 2024, 2, 29, 23, 59, 58, 7, 60 } };
                thing.when.exists = 1;
                result = CALL(context->ft, CONTEXT_POST_INSTANCE, PostInstance)(context, &thing.base);
                CALL(thing.base.ft, INSTANCE_DESTRUCT, Destruct)(&thing.base);
        }
        end(context, result);
}

static void post_twice(Context *context, const MethodDecl *method, uint32_t y)
{
        Twice out;
        uint32_t result = CALL(context->ft, CONTEXT_CONSTRUCT_PARAMETERS, Construct)(context, method, &out.base);

        if (result == RESULT_OK) {
                out.result.value = 0;
                out.result.exists = 1;
                out.y.value = y;
                out.y.exists = 1;
                result = CALL(context->ft, CONTEXT_POST_INSTANCE, PostInstance)(context, &out.base);
                CALL(out.base.ft, INSTANCE_DESTRUCT, Destruct)(&out.base);
        }
        end(context, result);
}

static void post_event(const char *text)
{
        Value value;
        Event event;

        if (!indications ||
            CALL(indications->ft, CONTEXT_CONSTRUCT_INSTANCE, Construct)(indications, &event_class, &event.base) != RESULT_OK)
                return;
        memset(&value, 0, sizeof(value));
        value.string = text;
        CALL(event.base.ft, INSTANCE_SET_ELEMENT_AT, SetElementAt)(&event.base, 0, &value, TYPE_STRING, 0);
        CALL(indications->ft, CONTEXT_POST_INDICATION, PostIndication)(indications, &event.base, 0, "");
        CALL(event.base.ft, INSTANCE_DESTRUCT, Destruct)(&event.base);
}

static void twice(void *self, Context *context, const char *name_space, const char *class_name, const char *method_name, const Thing *instance,
                  const Twice *in)
{
        (void)self, (void)name_space, (void)class_name, (void)method_name, (void)instance;
        post_event("twice");
        post_twice(context, &twice_method, in && in->x.exists ? in->x.value * 2 : 0);
}

/* A method of an instance: which one is in its key fields. */
static void rename_thing(void *self, Context *context, const char *name_space, const char *class_name, const char *method_name,
                         const Thing *instance, const Twice *in)
{
        (void)self, (void)name_space, (void)class_name, (void)method_name, (void)in;
        if (!instance || !instance->id.exists || instance->id.value < 1 || instance->id.value > 2) {
                end(context, RESULT_NOT_FOUND);
                return;
        }
        strcpy(names[instance->id.value - 1], "renamed");
        post_twice(context, &rename_method, instance->id.value);
}

static void enable(void *self, Context *context, const char *name_space, const char *class_name)
{
        (void)self, (void)name_space, (void)class_name;
        indications = context;
}

static void disable(void *self, Context *context, const char *name_space, const char *class_name)
{
        (void)self, (void)name_space, (void)class_name;
        indications = NULL;
        end(context, RESULT_OK);
}

static void subscribe(void *self, Context *context, const char *name_space, const char *class_name, const void *filter, const char *bookmark,
                      uint64_t id, void **subscription)
{
        (void)self, (void)name_space, (void)class_name, (void)filter, (void)bookmark, (void)id;
        *subscription = NULL;
        end(context, RESULT_OK);
}

static void unsubscribe(void *self, Context *context, const char *name_space, const char *class_name, uint64_t id, void *subscription)
{
        (void)self, (void)name_space, (void)class_name, (void)id, (void)subscription;
        end(context, RESULT_OK);
}

/* Load, Unload, Get, Enumerate, Create, Modify, Delete, Associators, References, Enable, Disable, Subscribe, Unsubscribe, Invoke */
static const Slot thing_functions[14] = { (Slot)load, (Slot)unload, NULL, (Slot)enumerate };
static const Slot event_functions[14] = {
        (Slot)load, (Slot)unload, NULL, NULL, NULL, NULL, NULL, NULL, NULL, (Slot)enable, (Slot)disable, (Slot)subscribe, (Slot)unsubscribe,
};

static const MethodDecl twice_method = {
        FLAG_METHOD | FLAG_STATIC, CODE('t', 'e', 5), "Twice", NULL, 0, twice_parameters, 3, sizeof(Twice), TYPE_UINT32,
        "Abi_Thing", "Abi_Thing", &schema, (Slot)twice,
};
static const MethodDecl rename_method = {
        FLAG_METHOD, CODE('r', 'e', 6), "Rename", NULL, 0, twice_parameters, 3, sizeof(Twice), TYPE_UINT32,
        "Abi_Thing", "Abi_Thing", &schema, (Slot)rename_thing,
};
static const MethodDecl *const thing_methods[] = { &twice_method, &rename_method };

static const ClassDecl thing_class = {
        FLAG_CLASS, CODE('a', 'g', 9), "Abi_Thing", NULL, 0, thing_properties, 4, sizeof(Thing), NULL, NULL, thing_methods, 2, &schema,
        thing_functions, NULL,
};
static const ClassDecl event_class = {
        FLAG_CLASS | FLAG_INDICATION, CODE('a', 't', 9), "Abi_Event", NULL, 0, event_properties, 1, sizeof(Event), NULL, NULL, NULL, 0, &schema,
        event_functions, NULL,
};
static const ClassDecl *const classes[] = { &event_class, &thing_class };
static const SchemaDecl schema = { NULL, 0, classes, 2 };

static void module_load(void **self, Context *context)
{
        *self = NULL;
        end(context, RESULT_OK);
}

static void module_unload(void *self, Context *context)
{
        (void)self;
        end(context, RESULT_OK);
}

__attribute__((visibility("default"))) Module *MI_Main(void *server);

Module *MI_Main(void *server)
{
        static Module module = { VERSION, 0x00010000, 0, CHAR_SIZE, &schema, module_load, module_unload, NULL };

        (void)server;
        return &module;
}
