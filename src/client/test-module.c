/*
 * A provider with a bit of everything, written without the generator: the unit tests of libmi load it into their own process
 *
 * T_Base: Id (key), Name, Size, Load, Flag. T_Item and T_Other derive from it. T_Link associates the item and the other of the same
 * Id. T_Event is an indication. T_Item's static methods: Null, Add, Wait (until cancelled), Ask, Talk, Late (posts from a thread of its
 * own), Fire (events), Fail. Null alone has no parameters.
 */

#include <MI.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define FIELDS                  \
        MI_Instance base;       \
        MI_ConstUint32Field id; \
        MI_ConstStringField name;

typedef struct Item {
        FIELDS
        MI_ConstUint64Field size;
        MI_ConstReal64Field load;
        MI_ConstBooleanField flag;
} Item;

typedef struct Event {
        FIELDS
} Event;

typedef struct Link {
        MI_Instance base;
        MI_ConstReferenceField item;
        MI_ConstReferenceField other;
} Link;

typedef struct Call {
        MI_Instance base;
        MI_ConstUint32Field result;
        MI_ConstSint32Field a;
        MI_ConstSint32Field b;
        MI_ConstSint64Field sum;
} Call;

#define CODE(first, last, size) ((MI_Uint32)(first) << 16 | (MI_Uint32)(last) << 8 | (size))
#define PROPERTY(symbol, text, code_, type_, struct_, member, flags_, class_)                           \
        static MI_CONST_DECL MI_PropertyDecl symbol = {                                                 \
                MI_FLAG_PROPERTY | (flags_), code_,          MI_T(text),     NULL, 0, type_, class_, 0, \
                offsetof(struct_, member),   MI_T("T_Base"), MI_T("T_Base"), NULL,                      \
        }
#define MI_CONST_DECL const

PROPERTY(p_id, "Id", CODE('i', 'd', 2), MI_UINT32, Item, id, MI_FLAG_KEY, NULL);
PROPERTY(p_name, "Name", CODE('n', 'e', 4), MI_STRING, Item, name, 0, NULL);
PROPERTY(p_size, "Size", CODE('s', 'e', 4), MI_UINT64, Item, size, 0, NULL);
PROPERTY(p_load, "Load", CODE('l', 'd', 4), MI_REAL64, Item, load, 0, NULL);
PROPERTY(p_flag, "Flag", CODE('f', 'g', 4), MI_BOOLEAN, Item, flag, 0, NULL);
PROPERTY(p_item, "Item", CODE('i', 'm', 4), MI_REFERENCE, Link, item, MI_FLAG_KEY | MI_FLAG_REFERENCE, "T_Item");
PROPERTY(p_other, "Other", CODE('o', 'r', 5), MI_REFERENCE, Link, other, MI_FLAG_KEY | MI_FLAG_REFERENCE, "T_Other");

static const MI_PropertyDecl *const item_properties[] = { &p_id, &p_name, &p_size, &p_load, &p_flag };
static const MI_PropertyDecl *const event_properties[] = { &p_id, &p_name };
static const MI_PropertyDecl *const link_properties[] = { &p_item, &p_other };

#define PARAMETER(symbol, text, code_, type_, member, flags_)                                               \
        static const MI_ParameterDecl symbol = {                                                            \
                MI_FLAG_PARAMETER | (flags_), code_, text, NULL, 0, type_, NULL, 0, offsetof(Call, member), \
        }

PARAMETER(a_return, "MIReturn", CODE('m', 'n', 8), MI_UINT32, result, MI_FLAG_OUT);
PARAMETER(a_a, "A", CODE('a', 'a', 1), MI_SINT32, a, MI_FLAG_IN);
PARAMETER(a_b, "B", CODE('b', 'b', 1), MI_SINT32, b, MI_FLAG_IN);
PARAMETER(a_sum, "Sum", CODE('s', 'm', 3), MI_SINT64, sum, MI_FLAG_OUT);

static const MI_ParameterDecl *const call_parameters[] = { &a_return, &a_a, &a_b, &a_sum };

extern const MI_SchemaDecl test_schema;
extern const MI_ClassDecl t_item, t_other, t_link, t_event;
static MI_Server *server;

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *given);

/* ---------------------------------------------------------------- instances */

static unsigned int item_count(void)
{
        const char *text = getenv("TEST_MODULE_ITEMS");

        return text ? (unsigned int)atoi(text) : 100;
}

static void fill(Item *item, MI_Uint32 id, char *name, size_t name_size, int is_keys_only)
{
        MI_Value value;

        item->id.value = id;
        item->id.exists = 1;
        if (is_keys_only)
                return;
        snprintf(name, name_size, "item %u", id);
        value.string = name;
        item->base.ft->SetElementAt(&item->base, 1, &value, MI_STRING, MI_FLAG_BORROW);
        item->size.value = (MI_Uint64)id << 33;
        item->size.exists = 1;
        item->load.value = id / 4.0;
        item->load.exists = 1;
        item->flag.value = id % 2;
        item->flag.exists = 1;
}

static MI_Result post_item(MI_Context *context, const MI_ClassDecl *decl, MI_Uint32 id, int is_keys_only)
{
        char name[32];
        MI_Result result;
        Item item;

        MI_Context_ConstructInstance(context, decl, &item.base);
        fill(&item, id, name, sizeof(name), is_keys_only);
        result = MI_Context_PostInstance(context, &item.base);
        MI_Instance_Destruct(&item.base);
        return result;
}

static void load(void **self, MI_Module_Self *module, MI_Context *context)
{
        *self = NULL;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void unload(void *self, MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void enumerate_item(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                           const MI_PropertySet *properties, MI_Boolean keys_only, const MI_Filter *filter)
{
        unsigned int count = item_count();

        for (unsigned int i = 0; i < count; i++)
                if (post_item(context, &t_item, i, keys_only) != MI_RESULT_OK)
                        break;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void enumerate_other(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                            const MI_PropertySet *properties, MI_Boolean keys_only, const MI_Filter *filter)
{
        for (unsigned int i = 0; i < 3; i++)
                post_item(context, &t_other, i, keys_only);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void get_item(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                     const MI_Instance *keys, const MI_PropertySet *properties)
{
        const Item *item = (const Item *)keys;

        if (item->id.value >= item_count()) {
                MI_Context_PostError(context, ENOENT, MI_RESULT_TYPE_ERRNO, "there is no such item");
                return;
        }
        post_item(context, &t_item, item->id.value, 0);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void create_item(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                        const MI_Instance *created)
{
        const Item *item = (const Item *)created;

        if (item->id.exists && item->id.value < item_count()) {
                MI_Context_PostResult(context, MI_RESULT_ALREADY_EXISTS);
                return;
        }
        post_item(context, &t_item, 4711, 1);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* Takes what was modified, and says in Name which properties that were. */
static void modify_item(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                        const MI_Instance *modified, const MI_PropertySet *properties)
{
        char name[128] = "";
        MI_Value value;
        Item item;

        for (MI_Uint32 i = 0; i < 5; i++) {
                const MI_Char *element;
                MI_Uint32 flags = 0;

                MI_Instance_GetElementAt(modified, i, &element, &value, NULL, &flags);
                if (!(flags & MI_FLAG_NOT_MODIFIED))
                        snprintf(name + strlen(name), sizeof(name) - strlen(name), "%s;", element);
        }
        MI_Context_ConstructInstance(context, &t_item, &item.base);
        item.id = ((const Item *)modified)->id;
        value.string = name;
        MI_Instance_SetElementAt(&item.base, 1, &value, MI_STRING, 0);
        MI_Context_PostInstance(context, &item.base);
        MI_Instance_Destruct(&item.base);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void delete_item(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                        const MI_Instance *keys)
{
        MI_Context_PostResult(context,
                              ((const Item *)keys)->id.value < item_count() ? MI_RESULT_OK : MI_RESULT_NOT_FOUND);
}

/* ---------------------------------------------------------------- methods */

static void finish_call(MI_Context *context, const MI_Char *name, MI_Uint32 result, const MI_Sint64 *sum)
{
        const MI_MethodDecl *method = t_item.methods[0];
        Call call = { .sum.exists = 0 };

        for (MI_Uint32 i = 0; i < t_item.numMethods; i++)
                if (!strcmp(t_item.methods[i]->name, name))
                        method = t_item.methods[i];

        MI_Context_ConstructParameters(context, method, &call.base);
        call.result.value = result;
        call.result.exists = 1;
        if (sum) {
                call.sum.value = *sum;
                call.sum.exists = 1;
        }
        MI_Context_PostInstance(context, &call.base);
        MI_Instance_Destruct(&call.base);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

#define METHOD_ARGUMENTS                                                                                            \
        void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name, const MI_Char *name, \
                const MI_Instance *instance, const MI_Instance *parameters

static void call_null(METHOD_ARGUMENTS)
{
        finish_call(context, name, 0, NULL);
}

static void call_add(METHOD_ARGUMENTS)
{
        const Call *in = (const Call *)parameters;
        MI_Sint64 sum = (MI_Sint64)in->a.value + in->b.value;

        finish_call(context, name, in->a.exists && in->b.exists ? 0 : 1, &sum);
}

static void call_wait(METHOD_ARGUMENTS)
{
        MI_Boolean is_cancelled = MI_FALSE;

        while (!is_cancelled) {
                usleep(2000);
                if (MI_Context_Canceled(context, &is_cancelled) != MI_RESULT_OK)
                        break;
        }
        MI_Context_PostError(context, ECANCELED, MI_RESULT_TYPE_ERRNO, "the provider has noticed the cancel");
}

static void call_ask(METHOD_ARGUMENTS)
{
        MI_Boolean answer = MI_FALSE;

        MI_Context_PromptUser(context, "really?", MI_PROMPTTYPE_CRITICAL, &answer);
        finish_call(context, name, answer, NULL);
}

static void call_talk(METHOD_ARGUMENTS)
{
        MI_Boolean goes_on = MI_FALSE;

        MI_Context_WriteWarning(context, "a warning");
        MI_Context_WriteDebug(context, "a detail");
        MI_Context_WriteProgress(context, "talking", "now", "well", 50, 1);
        MI_Context_WriteError(context, MI_RESULT_NOT_FOUND, MI_RESULT_TYPE_MI, "a small mishap", &goes_on);
        finish_call(context, name, goes_on, NULL);
}

static void *late_thread(void *userdata)
{
        finish_call(userdata, "Late", 7, NULL);
        return NULL;
}

static void call_late(METHOD_ARGUMENTS)
{
        pthread_t thread;

        if (pthread_create(&thread, NULL, late_thread, context) == 0)
                pthread_detach(thread);
        else
                MI_Context_PostResult(context, MI_RESULT_FAILED);
}

static void call_fail(METHOD_ARGUMENTS)
{
        MI_Context_PostError(context, ((const Call *)parameters)->a.value, MI_RESULT_TYPE_MI, "as you wished");
}

/* ---------------------------------------------------------------- events */

static pthread_mutex_t feed_lock = PTHREAD_MUTEX_INITIALIZER;
static MI_Context *feed;
static MI_Uint32 last_event;
static atomic_int n_fired;

static void call_fire(METHOD_ARGUMENTS)
{
        MI_Sint32 count = ((const Call *)parameters)->a.value;

        pthread_mutex_lock(&feed_lock);
        for (MI_Sint32 i = 0; feed && i < count; i++) {
                MI_Value value = { .string = "fired" };
                Event event;

                MI_Context_ConstructInstance(feed, &t_event, &event.base);
                event.id.value = ++last_event;
                event.id.exists = 1;
                MI_Instance_SetElementAt(&event.base, 1, &value, MI_STRING, 0);
                MI_Context_PostIndication(feed, &event.base, 0, "bookmark");
                MI_Instance_Destruct(&event.base);
        }
        pthread_mutex_unlock(&feed_lock);
        n_fired++;
        finish_call(context, name, feed ? 0 : 1, NULL);
}

/* Slow, so that a client which does not wait for its subscription would be found out. */
static void enable(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name)
{
        usleep(100000);
        pthread_mutex_lock(&feed_lock);
        feed = context;
        pthread_mutex_unlock(&feed_lock);
}

static void disable(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name)
{
        pthread_mutex_lock(&feed_lock);
        if (feed)
                MI_Context_PostResult(feed, MI_RESULT_OK);
        feed = NULL;
        pthread_mutex_unlock(&feed_lock);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void subscribe(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                      const MI_Filter *filter, const MI_Char *bookmark, MI_Uint64 id, void **subscription)
{
        int fired = n_fired;

        if (bookmark && strcmp(bookmark, "slow") == 0)
                usleep(100000);
        for (int i = 0; bookmark && strcmp(bookmark, "waits for Fire") == 0 && n_fired == fired && i < 3000; i++)
                usleep(10000);
        *subscription = NULL;
        if (bookmark && strcmp(bookmark, "waits for Fire") == 0 && n_fired == fired)
                MI_Context_PostError(context, ETIMEDOUT, MI_RESULT_TYPE_ERRNO, "nobody has called Fire");
        else
                MI_Context_PostResult(context, MI_RESULT_OK);
}

static void unsubscribe(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                        MI_Uint64 id, void *subscription)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

/* ---------------------------------------------------------------- associations */

static void associate(MI_Context *context, const MI_Instance *source, int wants_link)
{
        const Item *item = (const Item *)source;
        int is_item = source->classDecl == &t_item || !strcmp(source->classDecl->name, "T_Item");
        Item ends[2];
        char name[32];
        Link link;

        if (!wants_link) {
                if (item->id.value < 3)
                        post_item(context, is_item ? &t_other : &t_item, item->id.value, 0);
                MI_Context_PostResult(context, MI_RESULT_OK);
                return;
        }
        MI_Context_ConstructInstance(context, &t_item, &ends[0].base);
        MI_Context_ConstructInstance(context, &t_other, &ends[1].base);
        MI_Context_ConstructInstance(context, &t_link, &link.base);
        for (MI_Uint32 i = 0; i < 2; i++) {
                MI_Value value = { .reference = &ends[i].base };

                fill(&ends[i], item->id.value, name, sizeof(name), 1);
                MI_Instance_SetElementAt(&link.base, i, &value, MI_REFERENCE, 0);
        }
        MI_Context_PostInstance(context, &link.base);
        MI_Instance_Destruct(&link.base);
        MI_Instance_Destruct(&ends[0].base);
        MI_Instance_Destruct(&ends[1].base);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void associators(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                        const MI_Instance *source, const MI_Char *result_class, const MI_Char *role,
                        const MI_Char *result_role, const MI_PropertySet *properties, MI_Boolean keys_only,
                        const MI_Filter *filter)
{
        associate(context, source, 0);
}

static void references(void *self, MI_Context *context, const MI_Char *name_space, const MI_Char *class_name,
                       const MI_Instance *source, const MI_Char *role, const MI_PropertySet *properties,
                       MI_Boolean keys_only, const MI_Filter *filter)
{
        associate(context, source, 1);
}

/* ---------------------------------------------------------------- declarations */

#define METHOD(symbol, text, code_, parameters_, function_) \
        const MI_MethodDecl symbol = {                      \
                MI_FLAG_METHOD | MI_FLAG_STATIC,            \
                code_,                                      \
                text,                                       \
                NULL,                                       \
                0,                                          \
                call_parameters,                            \
                parameters_,                                \
                sizeof(Call),                               \
                MI_UINT32,                                  \
                "T_Item",                                   \
                "T_Item",                                   \
                &test_schema,                               \
                function_,                                  \
        }

static METHOD(m_null, "Null", CODE('n', 'l', 4), 1, call_null);
static METHOD(m_add, "Add", CODE('a', 'd', 3), 4, call_add);
static METHOD(m_wait, "Wait", CODE('w', 't', 4), 4, call_wait);
static METHOD(m_ask, "Ask", CODE('a', 'k', 3), 4, call_ask);
static METHOD(m_talk, "Talk", CODE('t', 'k', 4), 4, call_talk);
static METHOD(m_late, "Late", CODE('l', 'e', 4), 4, call_late);
static METHOD(m_fail, "Fail", CODE('f', 'l', 4), 4, call_fail);
static METHOD(m_fire, "Fire", CODE('f', 'e', 4), 4, call_fire);

static const MI_MethodDecl *const item_methods[] = { &m_null, &m_add,  &m_wait, &m_ask,
                                                     &m_talk, &m_late, &m_fail, &m_fire };

static const MI_ProviderFT item_ft = {
        .Load = load,
        .Unload = unload,
        .GetInstance = get_item,
        .EnumerateInstances = enumerate_item,
        .CreateInstance = create_item,
        .ModifyInstance = modify_item,
        .DeleteInstance = delete_item,
};
static const MI_ProviderFT other_ft = { .Load = load, .Unload = unload, .EnumerateInstances = enumerate_other };
static const MI_ProviderFT link_ft = {
        .Load = load,
        .Unload = unload,
        .AssociatorInstances = associators,
        .ReferenceInstances = references,
};
static const MI_ProviderFT event_ft = {
        .Load = load,
        .Unload = unload,
        .EnableIndications = enable,
        .DisableIndications = disable,
        .Subscribe = subscribe,
        .Unsubscribe = unsubscribe,
};

static const MI_ClassDecl t_base = {
        MI_FLAG_CLASS | MI_FLAG_ABSTRACT,
        CODE('t', 'e', 6),
        "T_Base",
        NULL,
        0,
        item_properties,
        5,
        sizeof(Item),
        NULL,
        NULL,
        NULL,
        0,
        &test_schema,
        NULL,
        NULL,
};
const MI_ClassDecl t_item = {
        MI_FLAG_CLASS,
        CODE('t', 'm', 6),
        "T_Item",
        NULL,
        0,
        item_properties,
        5,
        sizeof(Item),
        "T_Base",
        &t_base,
        item_methods,
        MI_COUNT(item_methods),
        &test_schema,
        &item_ft,
        NULL,
};
const MI_ClassDecl t_other = {
        MI_FLAG_CLASS, CODE('t', 'r', 7), "T_Other", NULL, 0, item_properties, 5,
        sizeof(Item),  "T_Base",          &t_base,   NULL, 0, &test_schema,    &other_ft,
        NULL,
};
const MI_ClassDecl t_link = {
        MI_FLAG_CLASS | MI_FLAG_ASSOCIATION,
        CODE('t', 'k', 6),
        "T_Link",
        NULL,
        0,
        link_properties,
        2,
        sizeof(Link),
        NULL,
        NULL,
        NULL,
        0,
        &test_schema,
        &link_ft,
        NULL,
};
const MI_ClassDecl t_event = {
        MI_FLAG_CLASS | MI_FLAG_INDICATION,
        CODE('t', 't', 7),
        "T_Event",
        NULL,
        0,
        event_properties,
        2,
        sizeof(Event),
        NULL,
        NULL,
        NULL,
        0,
        &test_schema,
        &event_ft,
        NULL,
};

static const MI_ClassDecl *const classes[] = { &t_base, &t_event, &t_item, &t_link, &t_other };
const MI_SchemaDecl test_schema = { NULL, 0, classes, MI_COUNT(classes) };

MI_Result MI_Server_GetVersion(MI_Uint32 *version)
{
        return server->serverFT->GetVersion(version);
}

MI_Result MI_Server_GetSystemName(const MI_Char **name)
{
        return server->serverFT->GetSystemName(name);
}

MI_Module *MI_MAIN_CALL MI_Main(MI_Server *given)
{
        static MI_Module module;

        server = given;
        module.version = MI_VERSION;
        module.charSize = sizeof(MI_Char);
        module.schemaDecl = (MI_SchemaDecl *)&test_schema;
        return &module;
}
