/*
 * The classes of one prefix
 *
 * Compiled once for each prefix that is built, with PREFIX defined (XenProject, Citrix, AWS): all of them are views of the same
 * sessions. What a method does stands in the store; here its parameters are taken out and its answer is put in.
 */

#include "provider.h"

#include <errno.h>
#include <string.h>

#define CONCATENATE(a, b)  a##b
#define EXPAND(a, b)       CONCATENATE(a, b)
#define CLASS(name)        EXPAND(PREFIX, XenStore##name)
#define QUOTE(text)        #text
#define EXPAND_QUOTE(text) QUOTE(text)
#define HEADER(name)       EXPAND_QUOTE(EXPAND(PREFIX, XenStore##name.h))

#include HEADER(Base)
#include HEADER(Nodes)
#include HEADER(Session)
#include HEADER(UnsuspendedEvent)
#include HEADER(WatchEvent)

#define BASE_NAME MI_T("XENBUS\\DEV_IFACE\\_0")

/* The parameters of every provider function of a method. */
#define METHOD(class_name, method)                                                                       \
        void MI_CALL CLASS(class_name##_Invoke_##method)(                                                \
                CLASS(class_name##_Self) * self, MI_Context * context, const MI_Char *nameSpace,         \
                const MI_Char *className, const MI_Char *methodName, const CLASS(class_name) * instance, \
                const CLASS(class_name##_##method) * in)

/* Answers a method that succeeded with its out parameters; `set` sets them on `out`. */
#define ANSWER(method, call, set)                                                               \
        do {                                                                                    \
                CLASS(method) out;                                                              \
                                                                                                \
                if (!(call)->problem.error) {                                                   \
                        call_failed(call, CLASS(method##_Construct)(&out, (call)->context));    \
                        if (!(call)->is_answered) {                                             \
                                set;                                                            \
                                call_failed(call, CLASS(method##_Post)(&out, (call)->context)); \
                                CLASS(method##_Destruct)(&out);                                 \
                        }                                                                       \
                }                                                                               \
                call_end(call);                                                                 \
        } while (0)

#define FIELD(name) (in ? &in->name : NULL)
#define FLAG(name)  (in && in->name.exists && in->name.value)

static struct {
        View view; /* first: what the provider hands back */
        Provider *provider;
} own;

static void begin_session(Call *call, void *self, MI_Context *context, const CLASS(Session) * instance)
{
        call_begin_session(call, self, context, instance ? &instance->InstanceName : NULL,
                           instance ? &instance->SessionId : NULL);
}

/* ---- Base ---- */

static void post_watch(View *view, const WatchNews *news)
{
        CLASS(WatchEvent) event;

        if (CLASS(WatchEvent_Construct)(&event, view->watch_context) != MI_RESULT_OK)
                return;
        CLASS(WatchEvent_SetPtr_InstanceName)(&event, BASE_NAME);
        CLASS(WatchEvent_Set_Active)(&event, MI_TRUE);
        CLASS(WatchEvent_Set_TIME_CREATED)(&event, filetime_now());
        CLASS(WatchEvent_SetPtr_EventId)(&event, news->path);
        CLASS(WatchEvent_SetPtr_ChangedPath)(&event, news->changed);
        CLASS(WatchEvent_Set_Sequence)(&event, news->sequence);
        if (news->owner->session_id)
                CLASS(WatchEvent_Set_SessionId)(&event, news->owner->session_id);
        post_news(own.provider, view->watch_context, &event.__instance, news);
        CLASS(WatchEvent_Destruct)(&event);
}

static void post_resume(View *view)
{
        CLASS(UnsuspendedEvent) event;

        if (CLASS(UnsuspendedEvent_Construct)(&event, view->resume_context) != MI_RESULT_OK)
                return;
        CLASS(UnsuspendedEvent_SetPtr_InstanceName)(&event, BASE_NAME);
        CLASS(UnsuspendedEvent_Set_Active)(&event, MI_TRUE);
        CLASS(UnsuspendedEvent_Set_TIME_CREATED)(&event, filetime_now());
        MI_Context_PostIndication(view->resume_context, &event.__instance, 0, NULL);
        CLASS(UnsuspendedEvent_Destruct)(&event);
}

void MI_CALL CLASS(Base_Load)(CLASS(Base_Self) * *self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = (CLASS(Base_Self) *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL CLASS(Base_Unload)(CLASS(Base_Self) * self, MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void set_base(CLASS(Base) * base, const BaseFacts *facts)
{
        const DomainFacts *domain = &facts->domain;

        CLASS(Base_Set_Active)(base, MI_TRUE);
        CLASS(Base_Set_XenTime)(base, facts->time);
        CLASS(Base_SetPtr_XenTimeSource)(base, MI_T("CLOCK_REALTIME"));
        if (facts->has_rtc)
                CLASS(Base_Set_XenTimeOffset)(base, facts->rtc_ahead);
        CLASS(Base_SetPtr_Backend)(base, facts->is_device ? MI_T("device") : MI_T("socket"));
        CLASS(Base_Set_Connected)(base, domain->is_connected);
        if (domain->id[0])
                CLASS(Base_Set_DomainId)(base, (MI_Uint32)strtoul(domain->id, NULL, 10));
        if (domain->uuid[0])
                CLASS(Base_SetPtr_DomainUuid)(base, domain->uuid);
        if (domain->name[0])
                CLASS(Base_SetPtr_DomainName)(base, domain->name);
        if (domain->path[0])
                CLASS(Base_SetPtr_DomainPath)(base, domain->path);
        CLASS(Base_Set_SessionCount)(base, facts->sessions);
        CLASS(Base_Set_WatchCount)(base, facts->watches);
        CLASS(Base_Set_XenStoreWatchCount)(base, facts->registered);
        CLASS(Base_Set_TransactionCount)(base, facts->transactions);
}

static void answer_base(Call *call, bool keys_only)
{
        CLASS(Base) base;
        BaseFacts facts;

        call_failed(call, CLASS(Base_Construct)(&base, call->context));
        if (call->is_answered)
                return;
        CLASS(Base_SetPtr_InstanceName)(&base, BASE_NAME);
        if (!keys_only) {
                base_facts(call->provider, &facts);
                set_base(&base, &facts);
        }
        call_failed(call, CLASS(Base_Post)(&base, call->context));
        CLASS(Base_Destruct)(&base);
}

void MI_CALL CLASS(Base_EnumerateInstances)(CLASS(Base_Self) * self, MI_Context *context, const MI_Char *nameSpace,
                                            const MI_Char *className, const MI_PropertySet *propertySet,
                                            MI_Boolean keysOnly, const MI_Filter *filter)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        if (!call.problem.error)
                answer_base(&call, keysOnly);
        call_end(&call);
}

void MI_CALL CLASS(Base_GetInstance)(CLASS(Base_Self) * self, MI_Context *context, const MI_Char *nameSpace,
                                     const MI_Char *className, const CLASS(Base) * instance,
                                     const MI_PropertySet *propertySet)
{
        const char *name;
        Call call;

        call_begin(&call, (Provider *)self, context);
        name = call_text(&call, &instance->InstanceName, "InstanceName");
        if (name && strcmp(name, BASE_NAME) != 0)
                problem_set(&call.problem, ENOENT, "InstanceName %.200s: no such instance; the one there is is %s",
                            name, BASE_NAME);
        if (!call.problem.error)
                answer_base(&call, false);
        call_end(&call);
}

static void refuse_change(MI_Context *context, const char *what)
{
        MI_Context_PostError(context, MI_RESULT_NOT_SUPPORTED, MI_RESULT_TYPE_MI, what);
}

#define REFUSE_CHANGES(class_name, how)                                                                         \
        void MI_CALL CLASS(class_name##_CreateInstance)(CLASS(class_name##_Self) * self, MI_Context * context,  \
                                                        const MI_Char *nameSpace, const MI_Char *className,     \
                                                        const CLASS(class_name) * instance)                     \
        {                                                                                                       \
                refuse_change(context, MI_T("instances cannot be created: ") how);                              \
        }                                                                                                       \
        void MI_CALL CLASS(class_name##_ModifyInstance)(                                                        \
                CLASS(class_name##_Self) * self, MI_Context * context, const MI_Char *nameSpace,                \
                const MI_Char *className, const CLASS(class_name) * instance, const MI_PropertySet *properties) \
        {                                                                                                       \
                refuse_change(context, MI_T("no property is writable: ") how);                                  \
        }                                                                                                       \
        void MI_CALL CLASS(class_name##_DeleteInstance)(CLASS(class_name##_Self) * self, MI_Context * context,  \
                                                        const MI_Char *nameSpace, const MI_Char *className,     \
                                                        const CLASS(class_name) * instance)                     \
        {                                                                                                       \
                refuse_change(context, MI_T("instances cannot be deleted: ") how);                              \
        }                                                                                                       \
        struct UnusedToAskForSemicolon

REFUSE_CHANGES(Base, MI_T("there is one, always"));

METHOD(Base, AddSession)
{
        uint32_t id = 0;
        const char *name;
        Call call;

        call_begin(&call, (Provider *)self, context);
        name = call_text(&call, FIELD(Id), "Id");
        if (name)
                (void)session_add(call.store, &call.caller, name, &id, &call.problem);
        ANSWER(Base_AddSession, &call, CLASS(Base_AddSession_Set_SessionId)(&out, id));
}

METHOD(Base, EndSessions)
{
        uint32_t ended = 0;
        Call call;

        call_begin(&call, (Provider *)self, context);
        if (!call.problem.error)
                (void)session_end_all(call.store, &call.caller, in && in->Id.exists ? in->Id.value : NULL,
                                      in && in->SessionId.exists ? in->SessionId.value : 0, &ended, &call.problem);
        ANSWER(Base_EndSessions, &call, CLASS(Base_EndSessions_Set_Ended)(&out, ended));
}

METHOD(Base, Exists)
{
        bool exists = false;
        const char *path;
        Call call;

        call_begin(&call, (Provider *)self, context);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path)
                (void)node_exists(call.store, NULL, path, &exists, &call.problem);
        ANSWER(Base_Exists, &call, CLASS(Base_Exists_Set_Exists)(&out, exists));
}

METHOD(Base, MakeDirectory)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        call_change_many(&call, NODE_MAKE, FIELD(Pathnames), NULL);
        ANSWER(Base_MakeDirectory, &call, (void)out);
}

METHOD(Base, RemoveMany)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        call_change_many(&call, NODE_REMOVE, FIELD(Pathnames), NULL);
        ANSWER(Base_RemoveMany, &call, (void)out);
}

METHOD(Base, SetPermissions)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        call_change_many(&call, FLAG(Recurse) ? NODE_PERMISSIONS_BELOW : NODE_PERMISSIONS, FIELD(Pathnames),
                         FIELD(Permissions));
        ANSWER(Base_SetPermissions, &call, (void)out);
}

METHOD(Base, WriteMany)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        call_write_many(&call, FIELD(Pathnames), FIELD(Values), FLAG(Escaped));
        ANSWER(Base_WriteMany, &call, (void)out);
}

METHOD(Base, ListMany)
{
        _cleanup_(many_deinit) Many many = { 0 };
        Call call;

        call_begin(&call, (Provider *)self, context);
        call_list_many(&call, FIELD(Pathnames), &many);
        ANSWER(Base_ListMany, &call, {
                CLASS(Base_ListMany_Set_ChildNodes)(&out, many.text_array, (MI_Uint32)many.texts.count);
                CLASS(Base_ListMany_Set_Counts)(&out, many.counts, (MI_Uint32)many.count);
                CLASS(Base_ListMany_Set_Results)(&out, many.results, (MI_Uint32)many.count);
                CLASS(Base_ListMany_Set_Messages)(&out, many.message_array, (MI_Uint32)many.count);
        });
}

/* Methods that Base has without a session, and Session with one. */

#define READ_MANY(class_name, call, many)                                                                            \
        do {                                                                                                         \
                call_read_many(call, FIELD(Pathnames), FLAG(Escaped), many);                                         \
                ANSWER(class_name##_ReadMany, call, {                                                                \
                        CLASS(class_name##_ReadMany_Set_Values)(&out, (many)->text_array, (MI_Uint32)(many)->count); \
                        CLASS(class_name##_ReadMany_Set_Results)(&out, (many)->results, (MI_Uint32)(many)->count);   \
                        CLASS(class_name##_ReadMany_Set_Messages)                                                    \
                        (&out, (many)->message_array, (MI_Uint32)(many)->count);                                     \
                });                                                                                                  \
        } while (0)

#define LIST_TREE(class_name, call, many)                                                                            \
        do {                                                                                                         \
                const char *path = call_path(call, FIELD(Pathname), "Pathname", GUARD_READ);                         \
                                                                                                                     \
                if (path)                                                                                            \
                        call_list_tree(call, path, in->Depth.exists ? in->Depth.value : 0, FLAG(Escaped),            \
                                       FLAG(WithPermissions), in->ContinueAt.exists ? in->ContinueAt.value : NULL,   \
                                       many);                                                                        \
                ANSWER(class_name##_ListTree, call, {                                                                \
                        MI_Uint32 count = (MI_Uint32)(many)->count;                                                  \
                                                                                                                     \
                        CLASS(class_name##_ListTree_Set_Pathnames)(&out, (many)->path_array, count);                 \
                        CLASS(class_name##_ListTree_Set_Values)(&out, (many)->text_array, count);                    \
                        if (FLAG(WithPermissions))                                                                   \
                                CLASS(class_name##_ListTree_Set_Permissions)(&out, (many)->permission_array, count); \
                        CLASS(class_name##_ListTree_Set_Results)(&out, (many)->results, count);                      \
                        CLASS(class_name##_ListTree_SetPtr_Next)(&out, (many)->next ? (many)->next : MI_T(""));      \
                });                                                                                                  \
        } while (0)

#define GET_PERMISSIONS(class_name, call)                                                                              \
        do {                                                                                                           \
                const char *path = call_path(call, FIELD(Pathname), "Pathname", GUARD_READ), **array = NULL;           \
                Strings permissions = { 0 };                                                                           \
                                                                                                                       \
                if (path)                                                                                              \
                        (void)node_permissions((call)->store, (call)->session, path, &permissions, &(call)->problem);  \
                array = strings_array(&permissions);                                                                   \
                ANSWER(class_name##_GetPermissions, call,                                                              \
                       CLASS(class_name##_GetPermissions_Set_Permissions)(&out, array, (MI_Uint32)permissions.count)); \
                free(array);                                                                                           \
                strings_deinit(&permissions);                                                                          \
        } while (0)

METHOD(Base, ReadMany)
{
        _cleanup_(many_deinit) Many many = { 0 };
        Call call;

        call_begin(&call, (Provider *)self, context);
        READ_MANY(Base, &call, &many);
}

METHOD(Base, ListTree)
{
        _cleanup_(many_deinit) Many many = { 0 };
        Call call;

        call_begin(&call, (Provider *)self, context);
        LIST_TREE(Base, &call, &many);
}

METHOD(Base, GetPermissions)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        GET_PERMISSIONS(Base, &call);
}

/* ---- Session ---- */

void MI_CALL CLASS(Session_Load)(CLASS(Session_Self) * *self, MI_Module_Self *selfModule, MI_Context *context)
{
        *self = (CLASS(Session_Self) *)selfModule;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL CLASS(Session_Unload)(CLASS(Session_Self) * self, MI_Context *context)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void set_session(CLASS(Session) * shown, const SessionFacts *facts)
{
        uint64_t now = time_of_day();

        CLASS(Session_Set_Active)(shown, MI_TRUE);
        CLASS(Session_Set_SessionId)(shown, facts->id);
        CLASS(Session_SetPtr_Id)(shown, facts->name);
        CLASS(Session_Set_OwnerUid)(shown, facts->uid);
        CLASS(Session_Set_Created)(shown, datetime_of(facts->created));
        CLASS(Session_Set_LastUsed)(shown, datetime_of(facts->last_used));
        CLASS(Session_Set_Age)(shown, now > facts->created ? (now - facts->created) / NS_PER_S : 0);
        CLASS(Session_Set_IdleTime)(shown, now > facts->last_used ? (now - facts->last_used) / NS_PER_S : 0);
        CLASS(Session_Set_TransactionOpen)(shown, facts->transaction_open);
        if (facts->transaction_open)
                CLASS(Session_Set_TransactionAge)(shown, facts->transaction_age_ns / NS_PER_S);
        CLASS(Session_Set_WatchCount)(shown, (MI_Uint32)facts->watches.count);
}

/* The owner's name is looked up once for a run of sessions of one owner. */
typedef struct OwnerName {
        bool is_known;
        uint32_t uid;
        char name[256];
} OwnerName;

static void answer_session(Call *call, Session *session, bool keys_only, OwnerName *owner)
{
        const char **watches = NULL;
        CLASS(Session) shown;
        SessionFacts facts;

        call_failed(call, CLASS(Session_Construct)(&shown, call->context));
        if (call->is_answered)
                return;
        CLASS(Session_SetPtr_InstanceName)(&shown, session->instance_name);
        if (!keys_only && session_facts(session, &facts) == 0) {
                if (!owner->is_known || owner->uid != facts.uid)
                        user_name(facts.uid, owner->name, sizeof(owner->name));
                owner->is_known = true;
                owner->uid = facts.uid;
                set_session(&shown, &facts);
                CLASS(Session_SetPtr_Owner)(&shown, owner->name);
                watches = facts.watches.count ? strings_array(&facts.watches) : NULL;
                if (watches)
                        CLASS(Session_SetPtr_Watches)(&shown, watches, (MI_Uint32)facts.watches.count);
                call_failed(call, CLASS(Session_Post)(&shown, call->context));
                session_facts_deinit(&facts);
        } else {
                call_failed(call, CLASS(Session_Post)(&shown, call->context));
        }
        CLASS(Session_Destruct)(&shown);
        free(watches);
}

void MI_CALL CLASS(Session_EnumerateInstances)(CLASS(Session_Self) * self, MI_Context *context,
                                               const MI_Char *nameSpace, const MI_Char *className,
                                               const MI_PropertySet *propertySet, MI_Boolean keysOnly,
                                               const MI_Filter *filter)
{
        OwnerName owner = { 0 };
        Session **list = NULL;
        size_t count = 0;
        uint32_t id;
        Call call;

        call_begin(&call, (Provider *)self, context);
        if (!call.problem.error && filter_wants_session(filter, &id)) {
                Problem none;

                if (session_find(call.store, &call.caller, NULL, id, &call.session, &none) == 0)
                        answer_session(&call, call.session, keysOnly, &owner);
        } else if (!call.problem.error && session_list(call.store, &call.caller, &list, &count) < 0)
                problem_set(&call.problem, ENOMEM, "no memory");
        for (size_t i = 0; i < count; i++) {
                if (!call.is_answered)
                        answer_session(&call, list[i], keysOnly, &owner);
                session_unref(list[i]);
        }
        free(list);
        call_end(&call);
}

void MI_CALL CLASS(Session_GetInstance)(CLASS(Session_Self) * self, MI_Context *context, const MI_Char *nameSpace,
                                        const MI_Char *className, const CLASS(Session) * instance,
                                        const MI_PropertySet *propertySet)
{
        OwnerName owner = { 0 };
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                answer_session(&call, call.session, false, &owner);
        call_end(&call);
}

REFUSE_CHANGES(Session, MI_T("AddSession of the base makes a session, EndSession ends it"));

static void answer_value(Call *call, const char *bytes, size_t size)
{
        const char *text = NULL;
        Bytes buffer = { 0 };

        if (!call->problem.error) {
                text = reply_text(bytes, size, false, &buffer);
                if (!text)
                        problem_set(&call->problem, ENOMEM, "no memory");
        }
        ANSWER(Session_GetValue, call, CLASS(Session_GetValue_SetPtr_value)(&out, text));
        bytes_deinit(&buffer);
}

METHOD(Session, GetValue)
{
        const char *path;
        XsReply reply;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path && call_read_later(&call, path, answer_value))
                return;
        if (!path || node_read(call.store, call.session, path, &reply, &call.problem))
                reply.size = 0;
        answer_value(&call, reply.data, reply.size);
}

METHOD(Session, GetValueRaw)
{
        XsReply reply = { .size = 0 };
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path)
                (void)node_read(call.store, call.session, path, &reply, &call.problem);
        ANSWER(Session_GetValueRaw, &call,
               CLASS(Session_GetValueRaw_SetPtr_value)(&out, (const MI_Uint8 *)reply.data, (MI_Uint32)reply.size));
}

METHOD(Session, SetValue)
{
        const char *path, *value;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_CHANGE);
        value = call_text(&call, FIELD(value), "value");
        if (value)
                (void)node_write(call.store, call.session, path, value, strlen(value), &call.problem);
        ANSWER(Session_SetValue, &call, (void)out);
}

METHOD(Session, SetValueRaw)
{
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_CHANGE);
        if (path && !in->value.exists)
                problem_set(&call.problem, EINVAL, "value: the parameter is missing");
        if (!call.problem.error)
                (void)node_write(call.store, call.session, path, in->value.value.data, in->value.value.size,
                                 &call.problem);
        ANSWER(Session_SetValueRaw, &call, (void)out);
}

METHOD(Session, GetChildren)
{
        CLASS(Nodes) nodes;
        Strings children = { 0 };
        const char **array = NULL, *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path)
                (void)node_children(call.store, call.session, path, &children, &call.problem);
        if (!call.problem.error && !children.count && call.provider->leaf_is_error)
                problem_set(&call.problem, ENOENT, "%.200s: the node has no children", path);
        if (!call.problem.error) {
                array = strings_array(&children);
                call_failed(&call, CLASS(Nodes_Construct)(&nodes, context));
        }
        if (!call.problem.error && !call.is_answered) {
                CLASS(Nodes_SetPtr_InstanceName)(&nodes, path);
                CLASS(Nodes_Set_Active)(&nodes, MI_TRUE);
                CLASS(Nodes_Set_NoOfChildNodes)(&nodes, (MI_Uint32)children.count);
                CLASS(Nodes_SetPtr_ChildNodes)(&nodes, array, (MI_Uint32)children.count);
                ANSWER(Session_GetChildren, &call, CLASS(Session_GetChildren_SetPtr_children)(&out, &nodes));
                CLASS(Nodes_Destruct)(&nodes);
        } else {
                call_end(&call);
        }
        free(array);
        strings_deinit(&children);
}

METHOD(Session, RemoveValue)
{
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_CHANGE_BELOW);
        if (path)
                (void)node_remove(call.store, call.session, path, &call.problem);
        ANSWER(Session_RemoveValue, &call, (void)out);
}

METHOD(Session, EndSession)
{
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                (void)session_end(call.session, &call.problem);
        ANSWER(Session_EndSession, &call, (void)out);
}

METHOD(Session, SetWatch)
{
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path)
                (void)session_watch(call.session, path, &call.problem);
        ANSWER(Session_SetWatch, &call, (void)out);
}

METHOD(Session, RemoveWatch)
{
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_text(&call, FIELD(Pathname), "Pathname");
        if (path)
                (void)session_unwatch(call.session, path, &call.problem);
        ANSWER(Session_RemoveWatch, &call, (void)out);
}

METHOD(Session, Log)
{
        const char *message;
        Call call;

        begin_session(&call, self, context, instance);
        message = call_text(&call, FIELD(Message), "Message");
        if (message)
                (void)session_log(call.session, message, &call.problem);
        ANSWER(Session_Log, &call, (void)out);
}

METHOD(Session, StartTransaction)
{
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                (void)session_transaction_start(call.session, &call.problem);
        ANSWER(Session_StartTransaction, &call, (void)out);
}

METHOD(Session, CommitTransaction)
{
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                (void)session_transaction_commit(call.session, &call.problem);
        ANSWER(Session_CommitTransaction, &call, (void)out);
}

METHOD(Session, AbortTransaction)
{
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                (void)session_transaction_abort(call.session, &call.problem);
        ANSWER(Session_AbortTransaction, &call, (void)out);
}

METHOD(Session, EndTransaction)
{
        Call call;

        begin_session(&call, self, context, instance);
        if (call.session)
                (void)session_transaction_abort(call.session, &call.problem);
        ANSWER(Session_EndTransaction, &call, (void)out);
}

METHOD(Session, GetFirstChild)
{
        _cleanup_(bytes_deinit) Bytes child = { 0 };
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(InPath), "InPath", GUARD_READ);
        if (path)
                (void)node_first_child(call.store, call.session, path, &child, &call.problem);
        ANSWER(Session_GetFirstChild, &call, CLASS(Session_GetFirstChild_SetPtr_OutPath)(&out, child.data));
}

METHOD(Session, GetNextSibling)
{
        _cleanup_(bytes_deinit) Bytes sibling = { 0 };
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(InPath), "InPath", GUARD_READ);
        if (path)
                (void)node_next_sibling(call.store, call.session, path, &sibling, &call.problem);
        ANSWER(Session_GetNextSibling, &call, CLASS(Session_GetNextSibling_SetPtr_OutPath)(&out, sibling.data));
}

METHOD(Session, Exists)
{
        bool exists = false;
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_READ);
        if (path)
                (void)node_exists(call.store, call.session, path, &exists, &call.problem);
        ANSWER(Session_Exists, &call, CLASS(Session_Exists_Set_Exists)(&out, exists));
}

METHOD(Session, MakeDirectory)
{
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_path(&call, FIELD(Pathname), "Pathname", GUARD_CHANGE);
        if (path)
                (void)node_make(call.store, call.session, path, &call.problem);
        ANSWER(Session_MakeDirectory, &call, (void)out);
}

METHOD(Session, GetPermissions)
{
        Call call;

        begin_session(&call, self, context, instance);
        GET_PERMISSIONS(Session, &call);
}

METHOD(Session, SetPermissions)
{
        MI_ConstStringAField paths = { .exists = MI_TRUE };
        const char *path;
        Call call;

        begin_session(&call, self, context, instance);
        path = call_text(&call, FIELD(Pathname), "Pathname");
        paths.value.data = (const MI_Char **)&path;
        paths.value.size = 1;
        if (path)
                call_change_many(&call, NODE_PERMISSIONS, &paths, FIELD(Permissions));
        ANSWER(Session_SetPermissions, &call, (void)out);
}

METHOD(Session, ReadMany)
{
        _cleanup_(many_deinit) Many many = { 0 };
        Call call;

        begin_session(&call, self, context, instance);
        READ_MANY(Session, &call, &many);
}

METHOD(Session, WriteMany)
{
        Call call;

        begin_session(&call, self, context, instance);
        call_write_many(&call, FIELD(Pathnames), FIELD(Values), FLAG(Escaped));
        ANSWER(Session_WriteMany, &call, (void)out);
}

METHOD(Session, RemoveMany)
{
        Call call;

        begin_session(&call, self, context, instance);
        call_change_many(&call, NODE_REMOVE, FIELD(Pathnames), NULL);
        ANSWER(Session_RemoveMany, &call, (void)out);
}

METHOD(Session, ListTree)
{
        _cleanup_(many_deinit) Many many = { 0 };
        Call call;

        begin_session(&call, self, context, instance);
        LIST_TREE(Session, &call, &many);
}

/* ---- Events ---- */

#define EVENT_CLASS(class_name, context_slot)                                                                      \
        void MI_CALL CLASS(class_name##_Load)(CLASS(class_name##_Self) * *self, MI_Module_Self * selfModule,       \
                                              MI_Context * context)                                                \
        {                                                                                                          \
                *self = (CLASS(class_name##_Self) *)selfModule;                                                    \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
        void MI_CALL CLASS(class_name##_Unload)(CLASS(class_name##_Self) * self, MI_Context * context)             \
        {                                                                                                          \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
        void MI_CALL CLASS(class_name##_EnableIndications)(CLASS(class_name##_Self) * self, MI_Context * context,  \
                                                           const MI_Char *nameSpace, const MI_Char *className)     \
        {                                                                                                          \
                view_set_context((Provider *)self, &own.view.context_slot, context);                               \
        }                                                                                                          \
        void MI_CALL CLASS(class_name##_DisableIndications)(CLASS(class_name##_Self) * self, MI_Context * context, \
                                                            const MI_Char *nameSpace, const MI_Char *className)    \
        {                                                                                                          \
                view_set_context((Provider *)self, &own.view.context_slot, NULL);                                  \
                MI_Context_PostResult(context, MI_RESULT_OK);                                                      \
        }                                                                                                          \
        struct UnusedToAskForSemicolon

EVENT_CLASS(WatchEvent, watch_context);
EVENT_CLASS(UnsuspendedEvent, resume_context);

void MI_CALL CLASS(WatchEvent_Subscribe)(CLASS(WatchEvent_Self) * self, MI_Context *context, const MI_Char *nameSpace,
                                         const MI_Char *className, const MI_Filter *filter, const MI_Char *bookmark,
                                         MI_Uint64 subscriptionID, void **subscriptionSelf)
{
        Call call;

        call_begin(&call, (Provider *)self, context);
        *subscriptionSelf = subscription_begin(&call, filter, subscriptionID);
        /* A subscription that lives has no result yet. */
        call.is_answered = !call.problem.error;
        call_end(&call);
}

void MI_CALL CLASS(WatchEvent_Unsubscribe)(CLASS(WatchEvent_Self) * self, MI_Context *context, const MI_Char *nameSpace,
                                           const MI_Char *className, MI_Uint64 subscriptionID, void *subscriptionSelf)
{
        subscription_end((Provider *)self, subscriptionSelf);
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void MI_CALL CLASS(UnsuspendedEvent_Subscribe)(CLASS(UnsuspendedEvent_Self) * self, MI_Context *context,
                                               const MI_Char *nameSpace, const MI_Char *className,
                                               const MI_Filter *filter, const MI_Char *bookmark,
                                               MI_Uint64 subscriptionID, void **subscriptionSelf)
{
        *subscriptionSelf = NULL;
}

void MI_CALL CLASS(UnsuspendedEvent_Unsubscribe)(CLASS(UnsuspendedEvent_Self) * self, MI_Context *context,
                                                 const MI_Char *nameSpace, const MI_Char *className,
                                                 MI_Uint64 subscriptionID, void *subscriptionSelf)
{
        MI_Context_PostResult(context, MI_RESULT_OK);
}

void EXPAND(register_, PREFIX)(Provider *provider);
void EXPAND(register_, PREFIX)(Provider *provider)
{
        own.provider = provider;
        own.view = (View){ .post_watch = post_watch, .post_resume = post_resume };
        view_add(provider, &own.view);
}
