#include <MI.h>

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "xenmi-provider.h"

/*
 * A provider library for the tests of src/dispatch, with declarations written by hand
 *
 * Test_Item      key Id, four more properties; the property Mode of a request's method tells it how to behave
 * Test_Special   derives from Test_Item
 * Test_Event     an indication
 * Test_SpecialEvent   derives from it, and has a feed of its own
 * Test_RefusedEvent   derives from it, and refuses subscriptions
 */

typedef struct Test_Item {
        MI_Instance __instance;
        MI_ConstUint32Field Id;
        MI_ConstStringField Name;
        MI_ConstUint64Field Size;
        MI_ConstBooleanField Active;
        MI_ConstReal64Field Load;
} Test_Item;

typedef struct Test_Do {
        MI_Instance __instance;
        MI_ConstUint32Field MIReturn;
        MI_ConstStringField What;
        MI_ConstUint32Field Count;
        MI_ConstStringField Answer;
} Test_Do;

typedef struct Test_Event {
        MI_Instance __instance;
        MI_ConstStringField EventId;
        MI_ConstUint32Field Number;
} Test_Event;

typedef struct Test_SpecialEvent {
        MI_Instance __instance;
        MI_ConstStringField EventId;
        MI_ConstUint32Field Number;
        MI_ConstStringField Extra;
} Test_SpecialEvent;

#define CODE(first, last, length) (((MI_Uint32)(first) << 16) | ((MI_Uint32)(last) << 8) | (length))

/* ---------------------------------------------------------------- declarations */

#define PROPERTY(Class, Member, Flags, Type, Code)                                               \
        static MI_CONST MI_PropertyDecl Class##_##Member##_prop = {                              \
                MI_FLAG_PROPERTY | (Flags), Code,         MI_T(#Member), NULL, 0, Type, NULL, 0, \
                offsetof(Class, Member),    MI_T(#Class), MI_T(#Class),  NULL                    \
        }

PROPERTY(Test_Item, Id, MI_FLAG_KEY, MI_UINT32, CODE('i', 'd', 2));
PROPERTY(Test_Item, Name, 0, MI_STRING, CODE('n', 'e', 4));
PROPERTY(Test_Item, Size, 0, MI_UINT64, CODE('s', 'e', 4));
PROPERTY(Test_Item, Active, 0, MI_BOOLEAN, CODE('a', 'e', 6));
PROPERTY(Test_Item, Load, 0, MI_REAL64, CODE('l', 'd', 4));
PROPERTY(Test_Event, EventId, 0, MI_STRING, CODE('e', 'd', 7));
PROPERTY(Test_Event, Number, 0, MI_UINT32, CODE('n', 'r', 6));
PROPERTY(Test_SpecialEvent, Extra, 0, MI_STRING, CODE('e', 'a', 5));

static MI_PropertyDecl MI_CONST *MI_CONST item_props[] = {
        &Test_Item_Id_prop, &Test_Item_Name_prop, &Test_Item_Size_prop, &Test_Item_Active_prop, &Test_Item_Load_prop,
};
static MI_PropertyDecl MI_CONST *MI_CONST event_props[] = { &Test_Event_EventId_prop, &Test_Event_Number_prop };

static MI_PropertyDecl MI_CONST *MI_CONST special_event_props[] = {
        &Test_Event_EventId_prop,
        &Test_Event_Number_prop,
        &Test_SpecialEvent_Extra_prop,
};

#define PARAMETER(Member, Flags, Type, Code)                                                                        \
        static MI_CONST MI_ParameterDecl Test_Do_##Member##_param = {                                               \
                MI_FLAG_PARAMETER | (Flags), Code, MI_T(#Member), NULL, 0, Type, NULL, 0, offsetof(Test_Do, Member) \
        }

PARAMETER(MIReturn, MI_FLAG_OUT, MI_UINT32, CODE('m', 'n', 8));
PARAMETER(What, MI_FLAG_IN, MI_STRING, CODE('w', 't', 4));
PARAMETER(Count, MI_FLAG_IN, MI_UINT32, CODE('c', 't', 5));
PARAMETER(Answer, MI_FLAG_OUT, MI_STRING, CODE('a', 'r', 6));

static MI_ParameterDecl MI_CONST *MI_CONST do_params[] = {
        &Test_Do_MIReturn_param,
        &Test_Do_What_param,
        &Test_Do_Count_param,
        &Test_Do_Answer_param,
};

static void MI_CALL item_do(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                            const MI_Char *method, const MI_Instance *instance, const MI_Instance *in);

static MI_SchemaDecl schema;

static MI_CONST MI_MethodDecl Test_Item_Do_rtti = {
        MI_FLAG_METHOD | MI_FLAG_STATIC,
        CODE('d', 'o', 2),
        MI_T("Do"),
        NULL,
        0,
        do_params,
        4,
        sizeof(Test_Do),
        MI_UINT32,
        MI_T("Test_Item"),
        MI_T("Test_Item"),
        &schema,
        item_do,
};
static MI_CONST MI_MethodDecl Test_Item_Touch_rtti = {
        MI_FLAG_METHOD, CODE('t', 'h', 5), MI_T("Touch"),     NULL,    0,       do_params, 4, sizeof(Test_Do),
        MI_UINT32,      MI_T("Test_Item"), MI_T("Test_Item"), &schema, item_do,
};
static MI_MethodDecl MI_CONST *MI_CONST item_methods[] = { &Test_Item_Do_rtti, &Test_Item_Touch_rtti };

static MI_CONST MI_ProviderFT item_ft;
static MI_CONST MI_ProviderFT special_ft;
static MI_CONST MI_ProviderFT event_ft;
static MI_CONST MI_ProviderFT refused_event_ft;

static MI_CONST MI_ClassDecl Test_Item_rtti = {
        MI_FLAG_CLASS,
        CODE('t', 'm', 9),
        MI_T("Test_Item"),
        NULL,
        0,
        item_props,
        5,
        sizeof(Test_Item),
        NULL,
        NULL,
        item_methods,
        2,
        &schema,
        &item_ft,
        NULL,
};
static MI_CONST MI_ClassDecl Test_Special_rtti = {
        MI_FLAG_CLASS,
        CODE('t', 'l', 12),
        MI_T("Test_Special"),
        NULL,
        0,
        item_props,
        5,
        sizeof(Test_Item),
        MI_T("Test_Item"),
        &Test_Item_rtti,
        item_methods,
        2,
        &schema,
        &special_ft,
        NULL,
};
static MI_CONST MI_ClassDecl Test_Event_rtti = {
        MI_FLAG_CLASS | MI_FLAG_INDICATION,
        CODE('t', 't', 10),
        MI_T("Test_Event"),
        NULL,
        0,
        event_props,
        2,
        sizeof(Test_Event),
        NULL,
        NULL,
        NULL,
        0,
        &schema,
        &event_ft,
        NULL,
};
static MI_CONST MI_ClassDecl Test_RefusedEvent_rtti = {
        MI_FLAG_CLASS | MI_FLAG_INDICATION,
        CODE('t', 't', 17),
        MI_T("Test_RefusedEvent"),
        NULL,
        0,
        event_props,
        2,
        sizeof(Test_Event),
        MI_T("Test_Event"),
        &Test_Event_rtti,
        NULL,
        0,
        &schema,
        &refused_event_ft,
        NULL,
};
static MI_CONST MI_ClassDecl Test_SpecialEvent_rtti = {
        MI_FLAG_CLASS | MI_FLAG_INDICATION,
        CODE('t', 't', 17),
        MI_T("Test_SpecialEvent"),
        NULL,
        0,
        special_event_props,
        3,
        sizeof(Test_SpecialEvent),
        MI_T("Test_Event"),
        &Test_Event_rtti,
        NULL,
        0,
        &schema,
        &event_ft,
        NULL,
};

static MI_ClassDecl MI_CONST *MI_CONST classes[] = {
        &Test_Event_rtti, &Test_Item_rtti, &Test_RefusedEvent_rtti, &Test_Special_rtti, &Test_SpecialEvent_rtti,
};
static MI_SchemaDecl schema = { NULL, 0, classes, 5 };

/* ---------------------------------------------------------------- Test_Item */

#ifndef ITEMS
#define ITEMS 8
#endif

static void post_item(MI_Context *context, const MI_ClassDecl *decl, MI_Uint32 id)
{
        Test_Item item = { 0 };
        char name[32];

        snprintf(name, sizeof(name), "item-%u", id);
        MI_Context_ConstructInstance(context, decl, &item.__instance);
        *(MI_Uint32Field *)&item.Id = (MI_Uint32Field){ id, 1, 0 };
        *(MI_Uint64Field *)&item.Size = (MI_Uint64Field){ id * UINT64_C(1000), 1, 0 };
        *(MI_BooleanField *)&item.Active = (MI_BooleanField){ id % 2, 1, 0 };
        *(MI_Real64Field *)&item.Load = (MI_Real64Field){ id / 4.0, 1, 0 };
        item.__instance.ft->SetElementAt(&item.__instance, 1, (MI_Value *)&(char *){ name }, MI_STRING, 0);
        MI_Context_PostInstance(context, &item.__instance);
        MI_Instance_Destruct(&item.__instance);
}

static void MI_CALL item_load(void **self, MI_Module_Self *module, MI_Context *context)
{
        (void)module;
        *self = calloc(1, 16);
        MI_Context_PostResult(context, *self ? MI_RESULT_OK : MI_RESULT_FAILED);
}

static void MI_CALL item_unload(void *self, MI_Context *context)
{
        free(self);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL item_get(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                             const MI_Instance *instance, const MI_PropertySet *set)
{
        const Test_Item *keys = (const Test_Item *)instance;

        (void)self;
        (void)name_space;
        (void)class_name;
        (void)set;
        if (keys->Id.value >= ITEMS) {
                MI_Context_PostError(context, 2, MI_RESULT_TYPE_ERRNO, "no such item");
                return;
        }
        post_item(context, &Test_Item_rtti, keys->Id.value);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL item_enumerate(void *self, MI_Context *context, const MI_Char *name_space,
                                   const MI_Char *class_name, const MI_PropertySet *set, MI_Boolean keys_only,
                                   const MI_Filter *filter)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)set;
        (void)keys_only;
        (void)filter;
        for (MI_Uint32 id = 0; id < ITEMS; id++)
                post_item(context, &Test_Item_rtti, id);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL item_create(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                                const MI_Instance *instance)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)instance;
        MI_Context_PostResult(context, MI_RESULT_OK); /* does not tell the keys */
}

/* Checks that only what the client set is marked as modified. */
static void MI_CALL item_modify(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                                const MI_Instance *instance, const MI_PropertySet *set)
{
        MI_Value value;
        MI_Type type;
        MI_Uint32 flags = 0, other = 0;

        (void)self;
        (void)name_space;
        (void)class_name;
        (void)set;
        MI_Instance_GetElement(instance, "Size", &value, &type, &flags, NULL);
        MI_Instance_GetElement(instance, "Load", &value, &type, &other, NULL);
        if ((flags & MI_FLAG_NOT_MODIFIED) || !(other & MI_FLAG_NOT_MODIFIED))
                MI_Context_PostError(context, MI_RESULT_FAILED, MI_RESULT_TYPE_MI,
                                     "wrong elements are marked as modified");
        else
                MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL item_delete(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                                const MI_Instance *instance)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)instance;
        MI_Context_PostResult(context, MI_RESULT_ACCESS_DENIED);
}

static void MI_CALL special_get(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                                const MI_Instance *instance, const MI_PropertySet *set)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)instance;
        (void)set;
        MI_Context_PostResult(context, MI_RESULT_NOT_SUPPORTED);
}

static void MI_CALL special_enumerate(void *self, MI_Context *context, const MI_Char *name_space,
                                      const MI_Char *class_name, const MI_PropertySet *set, MI_Boolean keys_only,
                                      const MI_Filter *filter)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)set;
        (void)keys_only;
        (void)filter;
        for (MI_Uint32 id = 100; id < 103; id++)
                post_item(context, &Test_Special_rtti, id);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* ---------------------------------------------------------------- Test_Event and what derives from it */

enum {
        EVENT,
        SPECIAL_EVENT,
        REFUSED_EVENT,
        N_EVENTS
};

static _Atomic(MI_Context *) feeds[N_EVENTS];
static atomic_int n_enabled, n_subscribed;

static int event_kind(const MI_Char *class_name)
{
        if (strcmp(class_name, "Test_SpecialEvent") == 0)
                return SPECIAL_EVENT;
        return strcmp(class_name, "Test_RefusedEvent") == 0 ? REFUSED_EVENT : EVENT;
}

static void MI_CALL event_enable(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name)
{
        (void)self;
        (void)name_space;
        n_enabled++;
        feeds[event_kind(class_name)] = context;
}

static void MI_CALL event_disable(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name)
{
        (void)self;
        (void)name_space;
        n_enabled--;
        feeds[event_kind(class_name)] = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void end_events(int kind)
{
        MI_Context *context = atomic_exchange(&feeds[kind], NULL);

        if (!context)
                return;
        n_enabled--;
        MI_Context_PostError(context, MI_RESULT_FAILED, MI_RESULT_TYPE_MI,
                             kind == EVENT ? "no more events" : "no more special events");
}

static MI_Result post_special_event(const char *id, MI_Uint32 number)
{
        MI_Context *context = feeds[SPECIAL_EVENT];
        Test_SpecialEvent event = { 0 };
        MI_Result result;

        if (!context)
                return MI_RESULT_NOT_FOUND;
        MI_Context_ConstructInstance(context, &Test_SpecialEvent_rtti, &event.__instance);
        event.__instance.ft->SetElementAt(&event.__instance, 0, (MI_Value *)&id, MI_STRING, MI_FLAG_BORROW);
        event.__instance.ft->SetElementAt(&event.__instance, 2, (MI_Value *)&id, MI_STRING, MI_FLAG_BORROW);
        *(MI_Uint32Field *)&event.Number = (MI_Uint32Field){ number, 1, 0 };
        result = MI_Context_PostIndication(context, &event.__instance, 1, NULL);
        MI_Instance_Destruct(&event.__instance);
        return result;
}

static MI_Result post_event(const char *id, MI_Uint32 number, const MI_Char *key)
{
        const XenmiProviderApi *api;
        MI_Context *context = feeds[EVENT];
        Test_Event event = { 0 };
        MI_Result result;

        if (!context)
                return MI_RESULT_NOT_FOUND;
        MI_Context_ConstructInstance(context, &Test_Event_rtti, &event.__instance);
        event.__instance.ft->SetElementAt(&event.__instance, 0, (MI_Value *)&id, MI_STRING, MI_FLAG_BORROW);
        *(MI_Uint32Field *)&event.Number = (MI_Uint32Field){ number, 1, 0 };
        api = xenmi_provider_api(context);
        if (key && api)
                result = api->PostIndication(context, &event.__instance, &(XenmiDelivery){ .coalesceKey = key });
        else
                result = MI_Context_PostIndication(context, &event.__instance, 1, "mark");
        MI_Instance_Destruct(&event.__instance);
        return result;
}

static void MI_CALL on_cancel(MI_CancellationReason reason, void *data)
{
        (void)reason;
        atomic_store((atomic_int *)data, 1);
}

static void wait_for_cancel(MI_Context *context)
{
        atomic_int cancelled = 0;

        MI_Context_RegisterCancel(context, on_cancel, &cancelled);
        while (!atomic_load(&cancelled))
                usleep(1000);
}

static void MI_CALL event_subscribe(void *self, MI_Context *context, const MI_Char *name_space,
                                    const MI_Char *class_name, const MI_Filter *filter, const MI_Char *bookmark,
                                    MI_Uint64 id, void **subscription)
{
        const XenmiProviderApi *api = xenmi_provider_api(context);
        const MI_Char *term = NULL;

        (void)self;
        (void)name_space;
        (void)class_name;
        (void)bookmark;
        (void)id;
        *subscription = NULL;
        n_subscribed++;
        for (MI_Uint32 i = 0; filter && api && api->GetFilterTerm(filter, "EventId", i, &term) == MI_RESULT_OK; i++) {
                if (strcmp(term, "twice") == 0)
                        post_event(term, 1, "key");
                post_event(term, 0, strcmp(term, "twice") == 0 ? "key" : NULL);
                if (strcmp(term, "slow") == 0)
                        wait_for_cancel(context);
        }
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL event_refuse(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                                 const MI_Filter *filter, const MI_Char *bookmark, MI_Uint64 id, void **subscription)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)filter;
        (void)bookmark;
        (void)id;
        (void)subscription;
        MI_Context_PostError(context, MI_RESULT_ACCESS_DENIED, MI_RESULT_TYPE_MI, "nobody may");
}

static void MI_CALL event_unsubscribe(void *self, MI_Context *context, const MI_Char *name_space,
                                      const MI_Char *class_name, MI_Uint64 id, void *subscription)
{
        (void)self;
        (void)name_space;
        (void)class_name;
        (void)id;
        (void)subscription;
        n_subscribed--;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* ---------------------------------------------------------------- the method: how to behave */

static void answer(MI_Context *context, const char *text, MI_Uint32 number)
{
        Test_Do out = { 0 };

        MI_Context_ConstructParameters(context, &Test_Item_Do_rtti, &out.__instance);
        *(MI_Uint32Field *)&out.MIReturn = (MI_Uint32Field){ number, 1, 0 };
        out.__instance.ft->SetElementAt(&out.__instance, 3, (MI_Value *)&text, MI_STRING, 0);
        MI_Context_PostInstance(context, &out.__instance);
        MI_Instance_Destruct(&out.__instance);
}

static void *post_later(void *argument)
{
        MI_Context *context = argument;

        answer(context, "later", 7);
        MI_Context_PostResult(context, MI_RESULT_OK);
        return NULL;
}

/* Calls that wait for as many as their Count says; on one thread, posted together */
static pthread_mutex_t together_lock = PTHREAD_MUTEX_INITIALIZER;
static MI_Context *together[64];
static unsigned int n_together;

static void *post_together(void *argument)
{
        const XenmiProviderApi *api = xenmi_provider_api(argument);

        api->HoldPosts();
        pthread_mutex_lock(&together_lock);
        while (n_together > 0) {
                answer(together[--n_together], "together", 0);
                MI_Context_PostResult(together[n_together], MI_RESULT_OK);
        }
        pthread_mutex_unlock(&together_lock);
        api->ReleasePosts();
        return NULL;
}

static void wait_for_others(MI_Context *context, MI_Uint32 count)
{
        pthread_t thread;
        bool is_last;

        pthread_mutex_lock(&together_lock);
        together[n_together++] = context;
        is_last = n_together == count;
        pthread_mutex_unlock(&together_lock);
        if (is_last && pthread_create(&thread, NULL, post_together, context) == 0)
                pthread_detach(thread);
}

static MI_Context *stale;

static void behave(MI_Context *context, const char *what, MI_Uint32 count)
{
        MI_Boolean flag = MI_FALSE;
        pthread_t thread;

        if (strcmp(what, "nothing") == 0) {
                answer(context, "nothing", 0);
        } else if (strcmp(what, "later") == 0) {
                if (pthread_create(&thread, NULL, post_later, context) == 0)
                        pthread_detach(thread);
                return;
        } else if (strcmp(what, "together") == 0) {
                wait_for_others(context, count);
                return;
        } else if (strcmp(what, "twice") == 0) {
                stale = context;
                MI_Context_PostResult(context, MI_RESULT_OK);
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        } else if (strcmp(what, "after the end") == 0) {
                if (stale)
                        MI_Context_PostResult(stale, MI_RESULT_FAILED);
                answer(context, "still here", 0);
        } else if (strcmp(what, "never") == 0) {
                return;
        } else if (strcmp(what, "cancel") == 0) {
                wait_for_cancel(context);
                MI_Context_PostResult(context, MI_RESULT_FAILED);
                return;
        } else if (strcmp(what, "prompt") == 0) {
                MI_Context_PromptUser(context, "really?", MI_PROMPTTYPE_CRITICAL, &flag);
                answer(context, flag ? "yes" : "no", flag);
        } else if (strcmp(what, "error") == 0) {
                MI_Context_WriteError(context, 13, MI_RESULT_TYPE_ERRNO, "one of many", &flag);
                answer(context, flag ? "go on" : "stop", flag);
        } else if (strcmp(what, "messages") == 0) {
                MI_Context_WriteWarning(context, "careful");
                MI_Context_WriteProgress(context, "working", NULL, NULL, 50, 1);
                MI_Context_WriteStreamParameter(context, "Lines", (MI_Value *)&(char *){ (char *)"line" }, MI_STRING,
                                                0);
        } else if (strcmp(what, "wrong class") == 0) {
                post_item(context, &Test_Special_rtti, 1);
        } else if (strcmp(what, "events") == 0) {
                for (MI_Uint32 i = 1; i <= count; i++)
                        post_event("a", i, NULL);
        } else if (strcmp(what, "coalesced events") == 0) {
                for (MI_Uint32 i = 1; i <= count; i++)
                        post_event("a", i, "a");
        } else if (strcmp(what, "end events") == 0) {
                end_events(EVENT);
        } else if (strcmp(what, "end special events") == 0) {
                end_events(SPECIAL_EVENT);
        } else if (strcmp(what, "special events") == 0) {
                for (MI_Uint32 i = 1; i <= count; i++)
                        post_special_event("a", i);
        } else if (strcmp(what, "count") == 0) {
                answer(context, "count", (MI_Uint32)(n_enabled * 1000 + n_subscribed));
        }
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL item_do(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                            const MI_Char *method, const MI_Instance *instance, const MI_Instance *in)
{
        const Test_Do *parameters = (const Test_Do *)in;

        (void)self;
        (void)name_space;
        (void)class_name;
        (void)method;
        (void)instance;
        behave(context, in && parameters->What.exists ? parameters->What.value : "nothing",
               in ? parameters->Count.value : 0);
}

/* ---------------------------------------------------------------- tables */

static MI_CONST MI_ProviderFT item_ft = {
        .Load = item_load,
        .Unload = item_unload,
        .GetInstance = item_get,
        .EnumerateInstances = item_enumerate,
        .CreateInstance = item_create,
        .ModifyInstance = item_modify,
        .DeleteInstance = item_delete,
};
static MI_CONST MI_ProviderFT special_ft = { .GetInstance = special_get, .EnumerateInstances = special_enumerate };
static MI_CONST MI_ProviderFT event_ft = {
        .EnableIndications = event_enable,
        .DisableIndications = event_disable,
        .Subscribe = event_subscribe,
        .Unsubscribe = event_unsubscribe,
};

static MI_CONST MI_ProviderFT refused_event_ft = {
        .EnableIndications = event_enable,
        .DisableIndications = event_disable,
        .Subscribe = event_refuse,
        .Unsubscribe = event_unsubscribe,
};

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server);

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server)
{
        static MI_Module module;

        (void)server;
        module.version = MI_VERSION;
        module.charSize = sizeof(MI_Char);
        module.schemaDecl = &schema;
        return &module;
}
