#include "provider.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

static const uint64_t filetime_epoch = UINT64_C(116444736000000000); /* 1970 in 100 ns since 1601 */

/* Not by a literal: that would clear the texts as well, for every call. */
static void call_init(Call *call, Provider *provider, MI_Context *context)
{
        call->context = context;
        call->provider = provider;
        call->store = provider ? provider->store : NULL;
        call->caller = (Caller){ 0 };
        call->session = NULL;
        call->problem.error = 0;
        call->problem.text[0] = '\0';
        call->is_answered = call->has_home = false;
        call->home[0] = '\0';
}

static void call_prepare(Call *call, Provider *provider, MI_Context *context)
{
        XenmiIdentity identity;

        call_init(call, provider, context);
        if (!provider) {
                problem_set(&call->problem, ENXIO, "the XenStore provider is not loaded");
                return;
        }
        /* A host that knows no identities runs its providers as the one who calls. */
        if (!provider->api)
                call->caller = (Caller){ .uid = (uint32_t)getuid(), .is_admin = getuid() == 0 };
        else if (provider->api->GetIdentity(context, &identity) == MI_RESULT_OK)
                call->caller = (Caller){ .uid = identity.uid, .is_admin = identity.is_admin };
        else
                problem_set(&call->problem, EACCES, "the caller is not known");
}

void call_begin(Call *call, Provider *provider, MI_Context *context)
{
        call_prepare(call, provider, context);
        if (!call->problem.error)
                store_user_here(call->store, call->caller.uid);
}

void call_begin_session(Call *call, Provider *provider, MI_Context *context, const MI_ConstStringField *instance_name,
                        const MI_ConstUint32Field *id)
{
        const bool has_name = instance_name && instance_name->exists && instance_name->value;

        call_prepare(call, provider, context);
        if (call->problem.error)
                return;
        if (!has_name && !(id && id->exists))
                problem_set(&call->problem, EINVAL, "InstanceName: the key that says which session is missing");
        else
                (void)session_find(call->store, &call->caller, has_name ? instance_name->value : NULL,
                                   id ? id->value : 0, &call->session, &call->problem);
}

static bool check_text(Call *call, const char *text, const char *name)
{
        if (!text)
                problem_set(&call->problem, EINVAL, "%s: the parameter is missing", name);
        else if (!text_is_utf8(text, strlen(text)))
                problem_set(&call->problem, EINVAL, "%s: not UTF-8", name);
        return !call->problem.error;
}

const char *call_text(Call *call, const MI_ConstStringField *field, const char *name)
{
        const char *text = field && field->exists ? field->value : NULL;

        return !call->problem.error && check_text(call, text, name) ? text : NULL;
}

bool call_permits(Call *call, const char *path, GuardAccess access, Problem *problem)
{
        const Guard *guard = &call->provider->guard;

        problem->error = 0;
        if (guard_is_empty(guard) || call->caller.is_admin)
                return true;
        if (!call->has_home && guard_needs_home(guard, path)) {
                /* Not known: what depends on it is not permitted. */
                (void)store_home(call->store, call->home, sizeof(call->home));
                call->has_home = true;
        }
        if (guard_permits(guard, call->home, path, access))
                return true;
        problem_set(problem, EACCES, "%.200s: the configuration of xenmi lets only administrators %s it", path,
                    access == GUARD_READ     ? "read"
                    : access == GUARD_CHANGE ? "change"
                                             : "change or remove");
        return false;
}

const char *call_path(Call *call, const MI_ConstStringField *field, const char *name, GuardAccess access)
{
        const char *path = call_text(call, field, name);

        return path && call_permits(call, path, access, &call->problem) ? path : NULL;
}

bool call_texts(Call *call, const MI_ConstStringAField *field, const char *name)
{
        if (call->problem.error)
                return false;
        if (!field || !field->exists || !field->value.size)
                problem_set(&call->problem, EINVAL, "%s: the parameter is missing", name);
        else if (field->value.size > MANY_MAX)
                problem_set(&call->problem, E2BIG, "%s: more than %u entries", name, MANY_MAX);
        for (MI_Uint32 i = 0; !call->problem.error && i < field->value.size; i++)
                (void)check_text(call, field->value.data[i], name);
        return !call->problem.error;
}

void call_end(Call *call)
{
        session_unref(call->session);
        if (call->is_answered)
                return;
        if (call->problem.error)
                MI_Context_PostError(call->context, (MI_Uint32)call->problem.error, MI_T("ERRNO"), call->problem.text);
        else
                MI_Context_PostResult(call->context, MI_RESULT_OK);
}

void call_failed(Call *call, MI_Result result)
{
        if (result == MI_RESULT_OK || call->problem.error)
                return;
        /* The caller is gone, or memory is short: there is nobody, or nothing, to explain more. */
        MI_Context_PostResult(call->context, result);
        call->is_answered = true;
}

enum {
        PATH_KEPT = 256, /* whoever asks for a longer one waits in person */
#ifdef __SANITIZE_ADDRESS__
        KEEPS_SPARE = false, /* so that a use after the end is found */
#else
        KEEPS_SPARE = true,
#endif
};

/* What is left of a call until its answer comes. */
struct LaterRead {
        XsLater later; /* first */
        LaterRead *next;
        MI_Context *context;
        Provider *provider;
        Caller caller;
        Session *session;
        LaterAnswer answer;
        char path[PATH_KEPT];
};

/* They begin in one thread and end in another one, which costs malloc() dearly. There are as many as were under way at the same time. */
static LaterRead *later_read_take(Provider *provider)
{
        LaterRead *read;

        pthread_mutex_lock(&provider->spare_lock);
        if (!provider->spare)
                provider->spare = atomic_exchange_explicit(&provider->returned, NULL, memory_order_acquire);
        read = provider->spare;
        if (read)
                provider->spare = read->next;
        pthread_mutex_unlock(&provider->spare_lock);
        return read ? read : malloc(sizeof(*read));
}

static void later_read_return(Provider *provider, LaterRead *read)
{
        if (!KEEPS_SPARE) {
                free(read);
                return;
        }
        read->next = atomic_load_explicit(&provider->returned, memory_order_relaxed);
        while (!atomic_compare_exchange_weak_explicit(&provider->returned, &read->next, read, memory_order_release,
                                                      memory_order_relaxed))
                ;
}

void later_reads_free(Provider *provider)
{
        LaterRead *lists[] = { provider->spare, atomic_load(&provider->returned) };

        for (size_t i = 0; i < ARRAY_SIZE(lists); i++) {
                while (lists[i]) {
                        LaterRead *next = lists[i]->next;

                        free(lists[i]);
                        lists[i] = next;
                }
        }
}

static void on_answer(XsLater *later, int result, const char *bytes, size_t size)
{
        LaterRead *read = (LaterRead *)later;
        Provider *provider = read->provider;
        LaterAnswer answer = read->answer;
        Call call;

        call_init(&call, provider, read->context);
        call.caller = read->caller;
        call.session = read->session;
        (void)problem_from(&call.problem, result, "read", read->path);
        /* Before the call ends: with its last call the provider may be unloaded. */
        later_read_return(provider, read);
        answer(&call, bytes, size);
}

bool call_read_later(const Call *call, const char *path, LaterAnswer answer)
{
        const XenmiProviderApi *api = call->provider->api;
        const size_t size = strlen(path) + 1;
        MI_Uint32 backlog;
        LaterRead *read;

        if (!api || size > PATH_KEPT || api->GetBacklog(call->context, &backlog) != MI_RESULT_OK ||
            (backlog & XENMI_BACKLOG_REPLIES) || !((backlog & XENMI_BACKLOG_REQUESTS) || xs_is_busy(call->store->xs)))
                return false;
        read = later_read_take(call->provider);
        if (!read)
                return false;
        read->later.path = memcpy(read->path, path, size);
        read->later.done = on_answer;
        read->context = call->context;
        read->provider = call->provider;
        read->caller = call->caller;
        read->session = call->session;
        read->answer = answer;
        if (node_read_later(call->store, call->session, &read->later))
                return true;
        later_read_return(call->provider, read);
        return false;
}

MI_Result result_of(int error)
{
        switch (error) {
        case 0:
                return MI_RESULT_OK;
        case ENOENT:
                return MI_RESULT_NOT_FOUND;
        case EACCES:
        case EPERM:
                return MI_RESULT_ACCESS_DENIED;
        case EINVAL:
        case ENAMETOOLONG:
                return MI_RESULT_INVALID_PARAMETER;
        case EEXIST:
                return MI_RESULT_ALREADY_EXISTS;
        case ENOSPC:
        case EDQUOT:
        case E2BIG:
        case ENOMEM:
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        default:
                return MI_RESULT_FAILED;
        }
}

MI_Datetime datetime_of(uint64_t wall_ns)
{
        time_t seconds = (time_t)(wall_ns / NS_PER_S);
        MI_Datetime datetime = { .isTimestamp = MI_TRUE };
        struct tm utc;

        gmtime_r(&seconds, &utc);
        datetime.u.timestamp = (MI_Timestamp){
                .year = (MI_Uint32)utc.tm_year + 1900,
                .month = (MI_Uint32)utc.tm_mon + 1,
                .day = (MI_Uint32)utc.tm_mday,
                .hour = (MI_Uint32)utc.tm_hour,
                .minute = (MI_Uint32)utc.tm_min,
                .second = (MI_Uint32)utc.tm_sec,
                .microseconds = (MI_Uint32)(wall_ns % NS_PER_S / 1000),
        };
        return datetime;
}

const char *user_name(uint32_t uid, char *buffer, size_t size)
{
        struct passwd user, *found = NULL;
        char space[4096];

        if (getpwuid_r(uid, &user, space, sizeof(space), &found) == 0 && found)
                snprintf(buffer, size, "%s", found->pw_name);
        else
                snprintf(buffer, size, "%u", uid);
        return buffer;
}

const char *reply_text(const char *bytes, size_t size, bool escaped, Bytes *buffer)
{
        if (!escaped && !memchr(bytes, '\0', size) && text_is_utf8(bytes, size))
                return bytes;
        buffer->size = 0;
        if (bytes_reserve(buffer, 0) < 0)
                return NULL;
        /* An empty value appends nothing: the text before it must not show through. */
        buffer->data[0] = '\0';
        return text_show(buffer, bytes, size, escaped) < 0 ? NULL : buffer->data;
}

uint64_t filetime_now(void)
{
        return time_of_day() / 100 + filetime_epoch;
}

/* What the machine's clock shows, to the second; a guest's is Xen's wall clock. */
static bool read_rtc(int64_t *secondsp)
{
        char text[32];
        ssize_t size;
        int fd = open("/sys/class/rtc/rtc0/since_epoch", O_RDONLY | O_CLOEXEC);

        if (fd < 0)
                return false;
        size = read(fd, text, sizeof(text) - 1);
        close(fd);
        if (size <= 0)
                return false;
        text[size] = '\0';
        *secondsp = strtoll(text, NULL, 10);
        return true;
}

void base_facts(Provider *provider, BaseFacts *facts)
{
        Store *store = provider->store;
        int64_t seconds = 0;

        *facts = (BaseFacts){ .is_device = xs_is_device(store->xs) };
        store_domain(store, &facts->domain);
        facts->has_rtc = read_rtc(&seconds);
        facts->time = filetime_now();
        if (facts->has_rtc) {
                int64_t ahead = seconds - (int64_t)((facts->time - filetime_epoch) / 10000000);

                facts->rtc_ahead = ahead * 10000000;
        }
        pthread_mutex_lock(&store->lock);
        facts->sessions = store->session_count;
        facts->transactions = store->transaction_count;
        pthread_mutex_unlock(&store->lock);
        facts->watches = __atomic_load_n(&store->watches.count, __ATOMIC_RELAXED);
        facts->registered = __atomic_load_n(&store->watches.registered_count, __ATOMIC_RELAXED);
}

static const char *skip_spaces(const char *text)
{
        return text + strspn(text, " \t\r\n");
}

bool filter_wants_session(const MI_Filter *filter, uint32_t *idp)
{
        const MI_Char *language = NULL, *text = NULL;
        unsigned long number;
        char *end;

        if (!filter || MI_Filter_GetExpression(filter, &language, &text) != MI_RESULT_OK || !text)
                return false;
        text = strcasestr(text, " where ");
        if (!text)
                return false;
        text = skip_spaces(text + strlen(" where "));
        if (strncasecmp(text, "SessionId", strlen("SessionId")) != 0)
                return false;
        text = skip_spaces(text + strlen("SessionId"));
        if (*text++ != '=')
                return false;
        text = skip_spaces(text);
        if (*text < '0' || *text > '9')
                return false;
        number = strtoul(text, &end, 10);
        if (*skip_spaces(end) || number > UINT32_MAX)
                return false;
        *idp = (uint32_t)number;
        return true;
}

void view_add(Provider *provider, View *view)
{
        pthread_mutex_lock(&provider->lock);
        view->next = provider->views;
        provider->views = view;
        pthread_mutex_unlock(&provider->lock);
}

void view_set_context(Provider *provider, MI_Context **slot, MI_Context *context)
{
        pthread_mutex_lock(&provider->lock);
        *slot = context;
        pthread_mutex_unlock(&provider->lock);
}

/* A filter that names a path which is kept from the caller is refused, whatever else it names. */
static bool filter_is_permitted(Call *call, const MI_Filter *filter)
{
        const XenmiProviderApi *api = call->provider->api;
        const MI_Char *path;

        for (MI_Uint32 i = 0; api && filter && api->GetFilterTerm(filter, MI_T("EventId"), i, &path) == MI_RESULT_OK;
             i++)
                if (!call_permits(call, path, GUARD_READ, &call->problem))
                        return false;
        return true;
}

/* A watch of the subscription's own: false where there is no room for it, so that nobody waits in vain. */
static bool subscription_watch(Call *call, Subscription *subscription, const char *path)
{
        Store *store = call->provider->store;
        int r;

        if (subscription->owner.count >= store->options.watches_per_session ||
            __atomic_load_n(&store->watches.count, __ATOMIC_RELAXED) >= store->options.watches_max) {
                problem_set(&call->problem, ENOSPC, "%.200s: there is no room for another watch", path);
                return false;
        }
        r = watches_add(&store->watches, &subscription->owner, path, WATCH_LATER);
        /* What is no path cannot change, nor could a session watch it. */
        return r == EINVAL || r == ENAMETOOLONG || !problem_from(&call->problem, r, "watch", path);
}

/* Watches what the filter names, EventId = 'a' or EventId = 'b', and tells of restored watches that it lets through. */
static bool subscription_arm(Call *call, Subscription *subscription, const MI_Filter *filter)
{
        Provider *provider = call->provider;
        Watches *watches = &provider->store->watches;
        const MI_Char *path;
        MI_Uint32 i = 0;

        while (provider->api && filter &&
               provider->api->GetFilterTerm(filter, MI_T("EventId"), i, &path) == MI_RESULT_OK) {
                if (provider->autowatch && !subscription_watch(call, subscription, path))
                        return false;
                watches_tell_restored(watches, &subscription->owner, path);
                i++;
        }
        if (i == 0)
                watches_tell_restored(watches, &subscription->owner, NULL);
        return true;
}

Subscription *subscription_begin(Call *call, const MI_Filter *filter, MI_Uint64 id)
{
        Provider *provider = call->provider;
        Subscription *subscription;

        if (call->problem.error)
                return NULL;
        subscription = calloc(1, sizeof(*subscription));
        if (!subscription) {
                problem_set(&call->problem, ENOMEM, "no memory");
                return NULL;
        }
        watch_owner_init(&subscription->owner);
        subscription->owner.subscription = subscription->id = id;
        subscription->owner.uid = call->caller.uid;
        subscription->owner.is_admin = call->caller.is_admin;
        if (!filter_is_permitted(call, filter) || !subscription_arm(call, subscription, filter)) {
                subscription_end(provider, subscription);
                return NULL;
        }
        return subscription;
}

void subscription_end(Provider *provider, Subscription *subscription)
{
        if (!subscription)
                return;
        watches_remove_all(&provider->store->watches, &subscription->owner);
        free(subscription);
}

void post_news(Provider *provider, MI_Context *context, const MI_Instance *indication, const WatchNews *news)
{
        _cleanup_(bytes_deinit) Bytes key = { 0 };
        XenmiDelivery delivery = { 0 };
        MI_Uint64 id = news->subscription;

        if (!provider->api) {
                MI_Context_PostIndication(context, indication, 0, NULL);
                return;
        }
        if (id) {
                delivery.subscriptionIDs = &id;
                delivery.subscriptionIDCount = 1;
        } else {
                delivery.has_uid = MI_TRUE;
                delivery.uid = news->owner->uid;
        }
        /* Without a key each news counts for itself, which is no loss. */
        if (bytes_printf(&key, "%u %s", news->owner->session_id, news->path) == 0)
                delivery.coalesceKey = key.data;
        (void)provider->api->PostIndication(context, indication, &delivery);
}
