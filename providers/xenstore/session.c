#include "store-private.h"

#include "text.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* How many sessions of one Id there are, and the number that the next one's instance name tries. */
typedef struct NameCount {
        char *name;
        unsigned count;
        unsigned next;
} NameCount;

typedef struct UserCount {
        uint32_t uid;
        unsigned count;
        unsigned transactions;
        uint64_t gone_at; /* time_now() when the last connection closed; 0: connected, or never seen to go */
        bool is_restored; /* has not called this host; whether he was connected to the one before is not known */
} UserCount;

/*
 * How long this host waits for the owners of the sessions that it found before it takes them for gone: they may live, and only have had
 * no reason to call since an idle host left.
 */
#define RETURN_SECONDS 3600

static const char instance_base[] = "Xen Interface\\Session_";

static void session_free(Session *session)
{
        pthread_mutex_destroy(&session->lock);
        free(session->name);
        free(session->instance_name);
        free(session);
}

Session *session_unref(Session *session)
{
        if (session && !__atomic_sub_fetch(&session->references, 1, __ATOMIC_ACQ_REL))
                session_free(session);
        return NULL;
}

static UserCount *user_count(Store *store, uint32_t uid)
{
        UserCount *user = map_get(&store->user_counts, NULL, (uint64_t)uid + 1);

        if (user)
                return user;
        user = calloc(1, sizeof(*user));
        if (user && map_set(&store->user_counts, NULL, (uint64_t)uid + 1, user) < 0) {
                free(user);
                return NULL;
        }
        if (user)
                user->uid = uid;
        return user;
}

static NameCount *name_count(Store *store, const char *name)
{
        NameCount *count = map_get(&store->name_counts, name, 0);

        if (count)
                return count;
        count = calloc(1, sizeof(*count));
        if (!count)
                return NULL;
        count->name = strdup(name);
        if (!count->name || map_set(&store->name_counts, count->name, 0, count) < 0) {
                free(count->name);
                free(count);
                return NULL;
        }
        return count;
}

/* The base and the Id, with the first number that is free; the counter makes that cheap for the thousandth of a name. */
static char *make_instance_name(Store *store, const char *name, NameCount *count)
{
        char *text = NULL;

        for (;; count->next++) {
                if (asprintf(&text, "%s%s_%u", instance_base, name, count->next) < 0)
                        return NULL;
                if (!map_get(&store->by_instance, text, 0))
                        break;
                free(text);
        }
        return text;
}

/* The store's lock is held. */
static int session_link(Store *store, Session *session)
{
        NameCount *count = name_count(store, session->name);
        UserCount *user = user_count(store, session->uid);

        if (!count || !user)
                return -ENOMEM;
        if (!session->instance_name)
                session->instance_name = make_instance_name(store, session->name, count);
        if (!session->instance_name || map_set(&store->by_id, NULL, session->id, session) < 0)
                return -ENOMEM;
        if (map_set(&store->by_instance, session->instance_name, 0, session) < 0) {
                map_remove(&store->by_id, NULL, session->id);
                return -ENOMEM;
        }
        link_before(store->sessions.next, &session->link);
        count->count++;
        user->count++;
        store->session_count++;
        return 0;
}

/* The store's lock is held. */
static void session_unlink(Store *store, Session *session)
{
        NameCount *count = map_get(&store->name_counts, session->name, 0);
        UserCount *user = user_count(store, session->uid);

        link_remove(&session->link);
        map_remove(&store->by_id, NULL, session->id);
        map_remove(&store->by_instance, session->instance_name, 0);
        store->session_count--;
        if (user)
                user->count--;
        if (count && !--count->count) {
                map_remove(&store->name_counts, count->name, 0);
                free(count->name);
                free(count);
        }
}

static Session *session_make(Store *store, uint32_t id, uint32_t uid, const char *name)
{
        Session *session = calloc(1, sizeof(*session));

        if (!session)
                return NULL;
        session->store = store;
        session->references = 1;
        session->id = id;
        session->uid = uid;
        session->created = session->last_used = session->kept_used = time_of_day();
        link_init(&session->link);
        pthread_mutex_init(&session->lock, NULL);
        watch_owner_init(&session->watches);
        session->watches.session_id = id;
        session->watches.uid = uid;
        session->name = strdup(name);
        if (!session->name) {
                session_free(session);
                return NULL;
        }
        return session;
}

void session_drop(Session *session)
{
        session_unlink(session->store, session);
        session_unref(session);
}

int session_restore(Store *store, uint32_t id, uint32_t uid, uint64_t created, const char *name,
                    const char *instance_name)
{
        Session *session = session_make(store, id, uid, name);
        UserCount *user;
        int r;

        if (!session)
                return -ENOMEM;
        session->created = session->last_used = session->kept_used = created;
        session->instance_name = strdup(instance_name);
        session->watches.is_restored = true;
        store->last_id = MAX(store->last_id, id);
        r = session_link(store, session);
        if (r < 0) {
                session_free(session);
                return r;
        }
        /* Nobody has called this host yet: who never does has gone meanwhile. */
        user = user_count(store, session->uid);
        user->gone_at = time_now();
        user->is_restored = true;
        return 0;
}

int sessions_open(Store *store)
{
        int r = session_journal_open(store);

        if (r)
                return r;
        /* What was over while no host was there is over before anybody asks. */
        sessions_sweep(store);
        return session_journal_compact(store);
}

void sessions_close(Store *store)
{
        (void)session_journal_keep_used(store);
        while (!link_is_alone(&store->sessions)) {
                Session *session = link_entry(store->sessions.next, Session, link);

                watches_forget_all(&session->watches);
                session_drop(session);
        }
        for (size_t i = 0; i < store->user_counts.capacity; i++)
                free(store->user_counts.slots[i].value);
        map_deinit(&store->by_id);
        map_deinit(&store->by_instance);
        map_deinit(&store->name_counts);
        map_deinit(&store->user_counts);
        journal_close(&store->journal);
}

/* Who calls is not gone. The store's lock is held. */
static void user_is_here(Store *store, uint32_t uid)
{
        UserCount *user = map_get(&store->user_counts, NULL, (uint64_t)uid + 1);

        if (!user)
                return;
        user->gone_at = 0;
        user->is_restored = false;
}

void store_user_here(Store *store, uint32_t uid)
{
        pthread_mutex_lock(&store->lock);
        user_is_here(store, uid);
        pthread_mutex_unlock(&store->lock);
}

int session_add(Store *store, const Caller *caller, const char *id, uint32_t *idp, Problem *problem)
{
        Session *session = NULL;
        UserCount *user;
        int r = 0;

        problem->error = 0;
        if (strlen(id) > STORE_ID_MAX)
                problem_set(problem, EINVAL, "Id: longer than %u bytes", STORE_ID_MAX);
        else if (!text_is_utf8(id, strlen(id)))
                problem_set(problem, EINVAL, "Id: not UTF-8");
        if (problem->error)
                return problem->error;

        pthread_mutex_lock(&store->lock);
        user = user_count(store, caller->uid);
        user_is_here(store, caller->uid);
        if (store->session_count >= store->options.sessions_max)
                problem_set(problem, ENOSPC, "no more sessions: the limit of %u is reached; end some",
                            store->options.sessions_max);
        else if (user && user->count >= store->options.sessions_per_user)
                problem_set(problem, ENOSPC, "no more sessions: the limit of %u for one user is reached; end some",
                            store->options.sessions_per_user);
        else if (store->last_id == UINT32_MAX)
                problem_set(problem, ENOSPC, "no more sessions: their numbers are used up");
        else
                session = session_make(store, store->last_id + 1, caller->uid, id);
        if (session) {
                r = session_link(store, session);
                if (!r)
                        r = session_journal_add(session);
                if (!r) {
                        *idp = store->last_id = session->id;
                } else {
                        if (!link_is_alone(&session->link))
                                session_unlink(store, session);
                        session_unref(session);
                }
        } else if (!problem->error) {
                r = -ENOMEM;
        }
        pthread_mutex_unlock(&store->lock);
        if (r)
                problem_set(problem, -r, "cannot keep a session: %s", strerror(-r));
        return problem->error;
}

static bool may_use(const Session *session, const Caller *caller)
{
        return caller->is_admin || session->uid == caller->uid;
}

int session_find(Store *store, const Caller *caller, const char *instance_name, uint32_t id, Session **sessionp,
                 Problem *problem)
{
        Session *session;

        pthread_mutex_lock(&store->lock);
        user_is_here(store, caller->uid);
        session = instance_name ? map_get(&store->by_instance, instance_name, 0)
                  : id          ? map_get(&store->by_id, NULL, id)
                                : NULL;
        if (session && !may_use(session, caller))
                session = NULL;
        if (session)
                __atomic_add_fetch(&session->references, 1, __ATOMIC_RELAXED);
        pthread_mutex_unlock(&store->lock);
        *sessionp = session;
        problem->error = 0;
        if (!session && instance_name)
                problem_set(problem, ENOENT, "InstanceName %.300s: no such session", instance_name);
        else if (!session)
                problem_set(problem, ENOENT, "SessionId %u: no such session", id);
        return problem->error;
}

int session_list(Store *store, const Caller *caller, Session ***listp, size_t *countp)
{
        size_t count = 0;
        Session **list;

        pthread_mutex_lock(&store->lock);
        list = calloc(store->session_count + 1, sizeof(*list));
        for (Link *link = store->sessions.next; list && link != &store->sessions; link = link->next) {
                Session *session = link_entry(link, Session, link);

                if (!may_use(session, caller))
                        continue;
                __atomic_add_fetch(&session->references, 1, __ATOMIC_RELAXED);
                list[count++] = session;
        }
        pthread_mutex_unlock(&store->lock);
        *listp = list;
        *countp = count;
        return list ? 0 : -ENOMEM;
}

int session_facts(Session *session, SessionFacts *facts)
{
        bool is_open;
        uint64_t opened;
        int r;

        /* Not under the session's lock: what it is doing may take long, and a list of sessions should not. */
        is_open = __atomic_load_n(&session->transaction_state, __ATOMIC_RELAXED) != TRANSACTION_NONE;
        opened = __atomic_load_n(&session->transaction_opened, __ATOMIC_RELAXED);
        *facts = (SessionFacts){
                .id = session->id,
                .uid = session->uid,
                .created = session->created,
                .last_used = __atomic_load_n(&session->last_used, __ATOMIC_RELAXED),
                .transaction_open = is_open,
                .transaction_age_ns = is_open && opened ? time_now() - opened : 0,
                .name = session->name,
                .instance_name = session->instance_name,
        };
        r = watches_list(&session->store->watches, &session->watches, &facts->watches);
        return r;
}

void session_facts_deinit(SessionFacts *facts)
{
        strings_deinit(&facts->watches);
}

int session_enter(Session *session, Problem *problem)
{
        problem->error = 0;
        if (pthread_mutex_trylock(&session->lock)) {
                xs_send(session->store
                                ->xs); /* nobody is to wait for what this thread has noted, and waits in its turn */
                pthread_mutex_lock(&session->lock);
        }
        if (session->is_ended) {
                pthread_mutex_unlock(&session->lock);
                problem_set(problem, ENOENT, "SessionId %u: the session was ended", session->id);
                return ENOENT;
        }
        __atomic_store_n(&session->last_used, time_of_day(), __ATOMIC_RELAXED);
        return 0;
}

void session_leave(Session *session)
{
        pthread_mutex_unlock(&session->lock);
}

/* The session's lock is held. Whatever its transaction is, it is over. */
static void transaction_close(Session *session, TransactionState state)
{
        Store *store = session->store;
        UserCount *user;

        if (session->transaction_state == TRANSACTION_OPEN) {
                pthread_mutex_lock(&store->lock);
                store->transaction_count--;
                user = user_count(store, session->uid);
                if (user)
                        user->transactions--;
                pthread_mutex_unlock(&store->lock);
        }
        __atomic_store_n(&session->transaction_state, state, __ATOMIC_RELAXED);
        if (state == TRANSACTION_NONE)
                (void)session_journal_note(session, "closed", NULL);
}

static void transaction_lose(Session *session, const char *why)
{
        session->transaction = (XsTransaction){ 0 };
        session->transaction_lost = why;
        transaction_close(session, TRANSACTION_LOST);
}

static void end_locked(Session *session)
{
        Store *store = session->store;

        session->is_ended = true;
        if (session->transaction_state == TRANSACTION_OPEN)
                (void)xs_transaction_end(store->xs, &session->transaction, false);
        transaction_close(session, TRANSACTION_NONE);
        watches_remove_all(&store->watches, &session->watches);
        pthread_mutex_lock(&store->lock);
        session_unlink(store, session);
        (void)session_journal_end(session);
        pthread_mutex_unlock(&store->lock);
        session_unref(session);
}

int session_end(Session *session, Problem *problem)
{
        int r = session_enter(session, problem);

        if (r)
                return r;
        end_locked(session);
        session_leave(session);
        return 0;
}

int session_end_all(Store *store, const Caller *caller, const char *id, uint32_t number, uint32_t *endedp,
                    Problem *problem)
{
        Session **list;
        size_t count;
        Problem ignored;

        problem->error = 0;
        *endedp = 0;
        if (!id && !number) {
                problem_set(problem, EINVAL, "EndSessions needs Id or SessionId");
                return EINVAL;
        }
        if (session_list(store, caller, &list, &count) < 0) {
                problem_set(problem, ENOMEM, "no memory");
                return ENOMEM;
        }
        for (size_t i = 0; i < count; i++) {
                if ((!id || !strcmp(list[i]->name, id)) && (!number || list[i]->id == number) &&
                    session_end(list[i], &ignored) == 0)
                        ++*endedp;
                session_unref(list[i]);
        }
        free(list);
        return 0;
}

void store_user_gone(Store *store, uint32_t uid)
{
        UserCount *user;

        pthread_mutex_lock(&store->lock);
        user = map_get(&store->user_counts, NULL, (uint64_t)uid + 1);
        if (user)
                user->gone_at = time_now();
        pthread_mutex_unlock(&store->lock);
}

/* Whether a session's time is over. The store's lock is held. */
static bool is_expired(Store *store, const Session *session)
{
        const UserCount *user = map_get(&store->user_counts, NULL, (uint64_t)session->uid + 1);
        uint64_t used = __atomic_load_n(&session->last_used, __ATOMIC_RELAXED), wall = time_of_day();
        uint64_t idle = wall > used ? wall - used : 0;
        unsigned absence = store->options.orphan_expiry_s;

        if (store->options.idle_expiry_s && idle > store->options.idle_expiry_s * NS_PER_S)
                return true;
        if (absence == STORE_NEVER || !user || !user->gone_at || idle <= absence * NS_PER_S)
                return false;
        /* The times of several short-lived hosts add up: what counts is when the session was used. */
        if (user->is_restored)
                absence = MIN(absence, (unsigned)RETURN_SECONDS);
        return time_now() - user->gone_at > absence * NS_PER_S;
}

void sessions_sweep(Store *store)
{
        const Caller everybody = { .is_admin = true };
        Session **list;
        size_t count;

        pthread_mutex_lock(&store->lock);
        if (journal_wants_compacting(&store->journal))
                (void)session_journal_compact(store);
        else
                (void)session_journal_keep_used(store);
        pthread_mutex_unlock(&store->lock);

        if (session_list(store, &everybody, &list, &count) < 0)
                return;
        for (size_t i = 0; i < count; i++) {
                Session *session = list[i];
                bool is_over;

                pthread_mutex_lock(&store->lock);
                is_over = is_expired(store, session);
                pthread_mutex_unlock(&store->lock);
                /* One that is busy is in use: its turn comes with a later sweep. */
                if (pthread_mutex_trylock(&session->lock) == 0) {
                        if (is_over && !session->is_ended) {
                                end_locked(session);
                        } else if (session->transaction_state == TRANSACTION_OPEN &&
                                   time_now() - session->transaction_opened >
                                           store->options.transaction_timeout_s * NS_PER_S) {
                                (void)xs_transaction_end(store->xs, &session->transaction, false);
                                transaction_lose(session, "it was open for too long and was aborted");
                        }
                        pthread_mutex_unlock(&session->lock);
                }
                session_unref(session);
        }
        free(list);
}

void sessions_lose_transactions(Store *store, const char *why)
{
        const Caller everybody = { .is_admin = true };
        Session **list;
        size_t count;

        if (session_list(store, &everybody, &list, &count) < 0)
                return;
        for (size_t i = 0; i < count; i++) {
                pthread_mutex_lock(&list[i]->lock);
                if (list[i]->transaction_state == TRANSACTION_OPEN)
                        transaction_lose(list[i], why);
                pthread_mutex_unlock(&list[i]->lock);
                session_unref(list[i]);
        }
        free(list);
}

static int lost_problem(const Session *session, Problem *problem)
{
        problem_set(problem, EAGAIN,
                    "SessionId %u: the transaction is lost: %s; abort it or start anew, and repeat all of it",
                    session->id, session->transaction_lost);
        return EAGAIN;
}

int session_transaction(Session *session, const XsTransaction **transactionp, Problem *problem)
{
        *transactionp = session->transaction_state == TRANSACTION_OPEN ? &session->transaction : NULL;
        return session->transaction_state == TRANSACTION_LOST ? lost_problem(session, problem) : 0;
}

int session_result(Session *session, int r)
{
        if (r == -ESTALE && session->transaction_state == TRANSACTION_OPEN)
                transaction_lose(session, "the connection to xenstore broke");
        return r;
}

/* Counts one more open transaction, where the limits allow. */
static int transaction_admit(Session *session, Problem *problem)
{
        Store *store = session->store;
        UserCount *user;

        pthread_mutex_lock(&store->lock);
        user = user_count(store, session->uid);
        if (store->transaction_count >= store->options.transactions_max) {
                problem_set(problem, ENOSPC,
                            "cannot start a transaction: the limit of %u open ones is reached; try again later",
                            store->options.transactions_max);
        } else {
                store->transaction_count++;
                if (user)
                        user->transactions++;
        }
        pthread_mutex_unlock(&store->lock);
        return problem->error;
}

int session_transaction_start(Session *session, Problem *problem)
{
        int r = session_enter(session, problem);

        if (r)
                return r;
        if (session->transaction_state == TRANSACTION_OPEN)
                problem_set(problem, EALREADY, "SessionId %u: a transaction is open already; commit or abort it first",
                            session->id);
        else if (transaction_admit(session, problem) == 0) {
                TransactionState before = session->transaction_state;

                session->transaction_state = TRANSACTION_OPEN;
                r = xs_transaction_start(session->store->xs, &session->transaction);
                if (!r)
                        r = session_journal_note(session, "open", NULL);
                if (!r) {
                        __atomic_store_n(&session->transaction_opened, time_now(), __ATOMIC_RELAXED);
                } else {
                        transaction_close(session, before);
                        problem_from(problem, r, "start a transaction", "xenstore");
                }
        }
        session_leave(session);
        return problem->error;
}

static int transaction_end(Session *session, bool commit, Problem *problem)
{
        char name[32];
        int r = session_enter(session, problem);

        if (r)
                return r;
        switch (session->transaction_state) {
        case TRANSACTION_NONE:
                problem_set(problem, ENODATA, "SessionId %u: no transaction is open", session->id);
                break;
        case TRANSACTION_LOST:
                /* Aborting what is gone does what was asked. */
                if (commit)
                        lost_problem(session, problem);
                transaction_close(session, TRANSACTION_NONE);
                break;
        case TRANSACTION_OPEN:
                r = xs_transaction_end(session->store->xs, &session->transaction, commit);
                transaction_close(session, TRANSACTION_NONE);
                /* ENOENT: the number is no transaction any more, as after a resume. */
                snprintf(name, sizeof(name), "SessionId %u", session->id);
                if (commit)
                        problem_from(problem, r == ENOENT ? EAGAIN : r, "commit the transaction", name);
                break;
        }
        session_leave(session);
        return problem->error;
}

int session_transaction_commit(Session *session, Problem *problem)
{
        return transaction_end(session, true, problem);
}

int session_transaction_abort(Session *session, Problem *problem)
{
        return transaction_end(session, false, problem);
}

int session_watch(Session *session, const char *path, Problem *problem)
{
        Store *store = session->store;
        int r = session_enter(session, problem);

        if (r)
                return r;
        if (session->watches.count >= store->options.watches_per_session)
                problem_set(problem, ENOSPC, "%.200s: no more watches: the limit of %u for a session is reached", path,
                            store->options.watches_per_session);
        else if (__atomic_load_n(&store->watches.count, __ATOMIC_RELAXED) >= store->options.watches_max)
                problem_set(problem, ENOSPC, "%.200s: no more watches: the limit of %u is reached", path,
                            store->options.watches_max);
        else {
                /* Kept first: a watch that was answered and not kept would be lost, one that was kept and refused is taken back. */
                r = protocol_check_path(path, true);
                if (!r)
                        r = session_journal_note(session, "watch", path);
                if (!r) {
                        r = watches_add(&store->watches, &session->watches, path, WATCH_REGISTERED);
                        if (r)
                                (void)session_journal_note(session, "unwatch", path);
                }
                problem_from(problem, r, "watch", path);
        }
        session_leave(session);
        return problem->error;
}

int session_unwatch(Session *session, const char *path, Problem *problem)
{
        int r = session_enter(session, problem);

        if (r)
                return r;
        /* A path that is not watched: clients remove blindly what they may have set, and always could. */
        if (watches_remove(&session->store->watches, &session->watches, path) == 0)
                problem_from(problem, session_journal_note(session, "unwatch", path),
                             "keep the removal of the watch of", path);
        session_leave(session);
        return problem->error;
}
