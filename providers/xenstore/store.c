#include "store.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "store-private.h"

enum {
        SWEEP_MAX_S = 30,
        /* Two nodes that nobody makes: the kernel registers all watches anew after a resume, and then both fire. */
        SENTINELS = 2,
        /* No xenstored has a lower quota for the length of paths. */
        PATH_QUOTA_LEAST = 1024,
};

static const char *const sentinel_paths[SENTINELS] = { "xenmi-sentinel-a", "xenmi-sentinel-b" };

void problem_set(Problem *problem, int error, const char *format, ...)
{
        va_list ap;

        problem->error = error;
        va_start(ap, format);
        vsnprintf(problem->text, sizeof(problem->text), format, ap);
        va_end(ap);
}

static const char *reason(int error)
{
        switch (error) {
        case ENOENT:
                return "no such xenstore node";
        case EACCES:
        case EPERM:
                return "xenstore permits this domain no access to the node";
        case EINVAL:
                return "not a xenstore path: names are made of A-Z a-z 0-9 - / _ @, without an empty name or a slash "
                       "at the end";
        case ENAMETOOLONG:
                return "the path is too long for xenstore: at most 2,048 bytes, 3,072 when absolute";
        case E2BIG:
                return "path and value together are too long for xenstore: at most 4,096 bytes, 4,080 through the "
                       "device";
        case EAGAIN:
                return "somebody else changed what the transaction saw; it is over: start anew and repeat all of it";
        case ENOSPC:
        case EDQUOT:
                return "xenstore's quota for this domain is used up";
        case ENOMEM:
                return "no memory";
        case EEXIST:
                return "exists already";
        case EBUSY:
                return "xenstore is busy with the node: try again";
        default:
                return strerror(error);
        }
}

/* xenstored says no more than that it will not. */
static const char *reason_invalid(const char *path)
{
        if (!*path)
                return "the path is empty";
        if (path[0] == '@')
                return "names that begin with @ are no nodes: they can only be watched";
        if (protocol_check_path(path, false))
                return reason(EINVAL);
        /* The path is one. xenstored's quota for them is below the protocol's limit, and said in the same way as anything else. */
        return strlen(path) > PATH_QUOTA_LEAST
                       ? "this xenstore does not take it: the path may be too long for its quota"
                       : "xenstore does not do that with this node";
}

bool problem_from(Problem *problem, int r, const char *what, const char *path)
{
        if (!r)
                return false;
        /* A message that is too long is the caller's mistake; for a watch this is how xenstored says that there is no room. */
        if (r == E2BIG && !strcmp(what, "write"))
                problem_set(problem, ENAMETOOLONG, "%.200s: cannot %s: %s", path, what, reason(r));
        else if (r == E2BIG && !strcmp(what, "watch"))
                problem_set(problem, r, "%.200s: cannot %s: %s", path, what, reason(EDQUOT));
        else if (r == EINVAL)
                problem_set(problem, r, "%.200s: cannot %s: %s", path, what, reason_invalid(path));
        else if (r > 0)
                problem_set(problem, r, "%.200s: cannot %s: %s", path, what, reason(r));
        else if (r == -ETIMEDOUT)
                problem_set(problem, ETIMEDOUT, "%.200s: cannot %s: xenstore does not answer in time", path, what);
        else if (r == -ECONNRESET)
                problem_set(problem, ECONNRESET,
                            "%.200s: the connection to xenstore broke: it may or may not have been able to %s", path,
                            what);
        else if (r == -ENOTCONN)
                problem_set(problem, ENOTCONN, "%.200s: cannot %s: xenstore is not there; is xenstored running?", path,
                            what);
        else if (r == -ESTALE)
                problem_set(problem, EAGAIN, "%.200s: cannot %s: the connection of the transaction is gone: start anew",
                            path, what);
        else
                problem_set(problem, -r, "%.200s: cannot %s: %s", path, what, strerror(-r));
        return true;
}

/* In the reader's thread: nothing here asks xenstore. */
static void on_event(void *userdata, const char *path, const char *token)
{
        Store *store = userdata;
        bool has_work = false;

        if (!path) {
                pthread_mutex_lock(&store->lock);
                store->must_register = true;
                has_work = true;
                pthread_mutex_unlock(&store->lock);
        } else if (token[0] == 's') {
                unsigned number = (unsigned)token[1] - '0';

                pthread_mutex_lock(&store->lock);
                if (number < SENTINELS) {
                        /* The first is the registration's own. */
                        if (store->sentinel_seen & 1U << number)
                                store->sentinel_fired |= 1U << number;
                        store->sentinel_seen |= 1U << number;
                }
                has_work = store->sentinel_fired == (1U << SENTINELS) - 1;
                pthread_mutex_unlock(&store->lock);
        } else {
                watches_event(&store->watches, path, token);
                has_work = watches_has_due(&store->watches);
        }
        if (has_work)
                store_wake(store);
}

void store_wake(Store *store)
{
        pthread_mutex_lock(&store->lock);
        store->has_work = true;
        pthread_cond_signal(&store->work);
        pthread_mutex_unlock(&store->lock);
}

static void register_all(Store *store)
{
        char token[3] = "s0";

        if (xs_is_device(store->xs)) {
                pthread_mutex_lock(&store->lock);
                store->sentinel_seen = store->sentinel_fired = 0;
                pthread_mutex_unlock(&store->lock);
                for (unsigned i = 0; i < SENTINELS; i++) {
                        token[1] = (char)('0' + i);
                        (void)xs_watch(store->xs, sentinel_paths[i], token, NULL);
                }
        }
        watches_register_all(&store->watches);
}

/* One of the sentinels may be touched by somebody; both together mean that the kernel has registered them anew. */
static void resume(Store *store)
{
        sessions_lose_transactions(store, "the domain was suspended and resumed while it was open");
        if (store->resumed)
                store->resumed(store->userdata);
}

/* Often enough that nothing stays a quarter longer than it may, and seldom enough to cost nothing. */
static uint64_t sweep_interval(const Store *store)
{
        unsigned least = MIN(store->options.transaction_timeout_s, store->options.orphan_expiry_s);

        if (store->options.idle_expiry_s)
                least = MIN(least, store->options.idle_expiry_s);
        return MIN((uint64_t)SWEEP_MAX_S * NS_PER_S, least * NS_PER_S / 4);
}

static void *work(void *userdata)
{
        Store *store = userdata;
        uint64_t due = 0;

        pthread_mutex_lock(&store->lock);
        while (!store->is_stopping) {
                bool must_register = store->must_register;
                bool must_resume = store->sentinel_fired == (1U << SENTINELS) - 1;
                uint64_t now = time_now();

                if (!store->has_work && (!due || due > now) && store->next_sweep > now) {
                        const struct timespec until = time_spec(due ? MIN(due, store->next_sweep) : store->next_sweep);

                        pthread_cond_timedwait(&store->work, &store->lock, &until);
                        continue;
                }
                store->has_work = store->must_register = false;
                if (must_resume)
                        store->sentinel_fired = 0;
                pthread_mutex_unlock(&store->lock);

                if (must_register)
                        register_all(store);
                if (must_resume)
                        resume(store);
                due = watches_tell_due(&store->watches);
                if (store->next_sweep <= now) {
                        sessions_sweep(store);
                        store->next_sweep = now + sweep_interval(store);
                }
                pthread_mutex_lock(&store->lock);
        }
        pthread_mutex_unlock(&store->lock);
        return NULL;
}

static void take_defaults(StoreOptions *options, bool is_device)
{
        const StoreOptions defaults = {
                .sessions_max = 65536,
                .sessions_per_user = 32768,
                .watches_per_session = 1024,
                .watches_max = 65536,
                .transactions_max = is_device ? 4 : 64,
                .transaction_timeout_s = 60,
                .orphan_expiry_s = 86400,
                .event_interval_ms = 5,
        };

#define TAKE(name) options->name = options->name ? options->name : defaults.name
        TAKE(sessions_max);
        TAKE(sessions_per_user);
        TAKE(watches_per_session);
        TAKE(watches_max);
        TAKE(transactions_max);
        TAKE(transaction_timeout_s);
        TAKE(orphan_expiry_s);
        TAKE(event_interval_ms);
#undef TAKE
}

int store_new(Store **storep, const StoreOptions *options, int (*open_device)(void *userdata), WatchDeliver deliver,
              void (*resumed)(void *userdata), void *userdata)
{
        Store *store = calloc(1, sizeof(*store));
        XsOptions xs_options = {
                .path = options->path,
                .timeout_ms = options->timeout_ms,
                .open_device = open_device,
                .device_userdata = userdata,
                .event = on_event,
                .userdata = store,
                .hold = options->hold_answers,
                .release = options->release_answers,
        };
        int r;

        if (!store)
                return -ENOMEM;
        store->options = *options;
        store->resumed = resumed;
        store->userdata = userdata;
        store->log_fd = -1;
        store->journal = (Journal){ .fd = -1, .lock_fd = -1 };
        pthread_mutex_init(&store->lock, NULL);
        condition_init(&store->work);
        link_init(&store->sessions);
        watches_init(&store->watches, deliver, userdata, 0);
        /* The watching thread may call before xs_new() has returned; it only sets must_register then. */
        r = xs_new(&store->xs, &xs_options);
        if (!r) {
                take_defaults(&store->options, xs_is_device(store->xs));
                store->watches.xs = store->xs;
                store->watches.interval_ns = store->options.event_interval_ms * NS_PER_MS;
                r = sessions_open(store);
        }
        if (!r)
                r = thread_start(&store->worker, "xenstore-work", work, store);
        if (r < 0) {
                store_free(store);
                return r;
        }
        store->has_worker = true;
        *storep = store;
        return 0;
}

Store *store_free(Store *store)
{
        if (!store)
                return NULL;
        if (store->has_worker) {
                pthread_mutex_lock(&store->lock);
                store->is_stopping = true;
                pthread_cond_signal(&store->work);
                pthread_mutex_unlock(&store->lock);
                pthread_join(store->worker, NULL);
        }
        xs_free(store->xs);
        sessions_close(store);
        watches_deinit(&store->watches);
        if (store->log_fd >= 0)
                close(store->log_fd);
        pthread_mutex_destroy(&store->lock);
        pthread_cond_destroy(&store->work);
        free(store);
        return NULL;
}

static bool read_text(Store *store, const char *path, char *text, size_t size)
{
        XsReply reply;
        int r = xs_read(store->xs, NULL, path, &reply);

        snprintf(text, size, "%.*s", (int)size - 1, r ? "" : reply.data);
        return r >= 0;
}

static void read_id(Store *store, DomainFacts *facts)
{
        facts->is_connected = read_text(store, "domid", facts->id, sizeof(facts->id));
        /* Over the daemon's socket we are domain 0 even where nobody has written it down. */
        if (facts->is_connected && !facts->id[0] && !xs_is_device(store->xs))
                strcpy(facts->id, "0");
}

static void read_home(Store *store, DomainFacts *facts)
{
        XsReply reply;

        if (facts->id[0] && xs_domain_path(store->xs, (unsigned)strtoul(facts->id, NULL, 10), &reply) == 0 &&
            strlen(reply.data) < sizeof(facts->path))
                strcpy(facts->path, reply.data);
}

void store_domain(Store *store, DomainFacts *facts)
{
        char vm[128];

        *facts = (DomainFacts){ 0 };
        read_id(store, facts);
        if (!facts->is_connected)
                return;
        read_text(store, "name", facts->name, sizeof(facts->name));
        read_text(store, "vm", vm, sizeof(vm));
        if (!strncmp(vm, "/vm/", 4))
                snprintf(facts->uuid, sizeof(facts->uuid), "%.60s", vm + 4);
        read_home(store, facts);
}

int store_home(Store *store, char *path, size_t size)
{
        DomainFacts facts = { 0 };

        read_id(store, &facts);
        read_home(store, &facts);
        snprintf(path, size, "%s", facts.path);
        return facts.path[0] ? 0 : facts.is_connected ? ENOENT : -ENOTCONN;
}
