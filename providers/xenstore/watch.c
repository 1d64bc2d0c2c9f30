#include "watch.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* A path that is watched, or that carries watched paths below it. Changed only while register_lock and lock are held. */
struct WatchPath {
        char *path;
        char token[20];
        uint64_t number; /* the token's */
        bool is_registered;
        uint64_t generation; /* of the connection where it is */
        WatchPath *carrier;  /* registered in its place, or NULL */
        Link carried_link;
        Link carried; /* of WatchPath: whose carrier this is */
        Link watches; /* of Watch */
};

void watches_init(Watches *watches, WatchDeliver deliver, void *userdata, uint64_t interval_ns)
{
        *watches = (Watches){ .deliver = deliver, .userdata = userdata, .interval_ns = interval_ns };
        pthread_mutex_init(&watches->register_lock, NULL);
        pthread_mutex_init(&watches->lock, NULL);
        link_init(&watches->due);
}

static void path_free(WatchPath *path)
{
        free(path->path);
        free(path);
}

void watches_deinit(Watches *watches)
{
        for (size_t i = 0; i < watches->by_path.capacity; i++)
                if (watches->by_path.slots[i].value)
                        path_free(watches->by_path.slots[i].value);
        map_deinit(&watches->by_path);
        map_deinit(&watches->by_token);
        pthread_mutex_destroy(&watches->register_lock);
        pthread_mutex_destroy(&watches->lock);
}

void watch_owner_init(WatchOwner *owner)
{
        *owner = (WatchOwner){ 0 };
        link_init(&owner->watches);
}

static void deliver(Watches *watches, Watch *watch, const char *changed, uint64_t now)
{
        const WatchNews news = {
                .path = watch->path->path,
                .changed = changed,
                .owner = watch->owner,
                .subscription = watch->owner->subscription,
                .sequence = ++watch->sequence,
        };

        watch->told_at = now;
        watches->deliver(watches->userdata, &news);
}

static void forget_due(Watch *watch)
{
        link_remove(&watch->due_link);
        free(watch->changed);
        watch->changed = NULL;
}

/* Tells of a change now, or when the watch's interval is over. lock is held. */
static void tell(Watches *watches, Watch *watch, const char *changed)
{
        uint64_t now = time_now();
        Link *after;

        if (link_is_alone(&watch->due_link) && now - watch->told_at >= watches->interval_ns) {
                deliver(watches, watch, changed, now);
                return;
        }
        if (!watch->changed || strcmp(watch->changed, changed) != 0) {
                char *copy = strdup(changed);

                /* Without memory the news goes out late with an older path rather than not at all. */
                if (copy) {
                        free(watch->changed);
                        watch->changed = copy;
                }
        }
        if (!link_is_alone(&watch->due_link))
                return;
        for (after = watches->due.previous; after != &watches->due; after = after->previous)
                if (link_entry(after, Watch, due_link)->told_at <= watch->told_at)
                        break;
        link_before(after->next, &watch->due_link);
}

uint64_t watches_tell_due(Watches *watches)
{
        uint64_t next = 0, now = time_now();

        pthread_mutex_lock(&watches->lock);
        while (!link_is_alone(&watches->due)) {
                Watch *watch = link_entry(watches->due.next, Watch, due_link);
                _cleanup_(freep) char *changed = NULL;

                if (watch->told_at + watches->interval_ns > now) {
                        next = watch->told_at + watches->interval_ns;
                        break;
                }
                changed = watch->changed;
                watch->changed = NULL;
                link_remove(&watch->due_link);
                deliver(watches, watch, changed ? changed : watch->path->path, now);
        }
        pthread_mutex_unlock(&watches->lock);
        return next;
}

bool watches_has_due(Watches *watches)
{
        bool has_due;

        pthread_mutex_lock(&watches->lock);
        has_due = !link_is_alone(&watches->due);
        pthread_mutex_unlock(&watches->lock);
        return has_due;
}

/* A subscription's own watch is silent where its owner hears of the same path through a session. */
static bool is_heard_otherwise(const WatchPath *path, const WatchOwner *owner)
{
        for (Link *link = path->watches.next; link != &path->watches; link = link->next) {
                const WatchOwner *other = link_entry(link, Watch, path_link)->owner;

                if (other->session_id && (owner->is_admin || other->uid == owner->uid))
                        return true;
        }
        return false;
}

static void tell_path(Watches *watches, WatchPath *path, const char *changed)
{
        for (Link *link = path->watches.next; link != &path->watches; link = link->next) {
                Watch *watch = link_entry(link, Watch, path_link);

                if (watch->owner->session_id || !is_heard_otherwise(path, watch->owner))
                        tell(watches, watch, changed);
        }
}

void watches_event(Watches *watches, const char *changed, const char *token)
{
        WatchPath *path;

        if (token[0] != 'w')
                return;
        pthread_mutex_lock(&watches->lock);
        path = map_get(&watches->by_token, NULL, strtoull(token + 1, NULL, 16));
        if (path) {
                tell_path(watches, path, changed);
                /* A removed (or new) ancestor counts for those below it, as it does in xenstored. */
                for (Link *link = path->carried.next; link != &path->carried; link = link->next) {
                        WatchPath *carried = link_entry(link, WatchPath, carried_link);

                        if (protocol_is_below(changed, carried->path) || protocol_is_below(carried->path, changed))
                                tell_path(watches, carried, changed);
                }
        }
        pthread_mutex_unlock(&watches->lock);
}

/* Finds or makes it. register_lock is held. */
static WatchPath *path_get(Watches *watches, const char *text)
{
        WatchPath *path = map_get(&watches->by_path, text, 0);

        if (path)
                return path;
        path = calloc(1, sizeof(*path));
        if (!path)
                return NULL;
        path->path = strdup(text);
        path->number = ++watches->last_token;
        snprintf(path->token, sizeof(path->token), "w%llx", (unsigned long long)path->number);
        link_init(&path->carried_link);
        link_init(&path->carried);
        link_init(&path->watches);
        pthread_mutex_lock(&watches->lock);
        if (!path->path || map_set(&watches->by_path, path->path, 0, path) < 0) {
                path_free(path);
                path = NULL;
        } else if (map_set(&watches->by_token, NULL, path->number, path) < 0) {
                map_remove(&watches->by_path, path->path, 0);
                path_free(path);
                path = NULL;
        }
        pthread_mutex_unlock(&watches->lock);
        return path;
}

static void path_set_carrier(Watches *watches, WatchPath *path, WatchPath *carrier)
{
        pthread_mutex_lock(&watches->lock);
        link_remove(&path->carried_link);
        path->carrier = carrier;
        if (carrier)
                link_before(&carrier->carried, &path->carried_link);
        pthread_mutex_unlock(&watches->lock);
}

static void path_unregister(Watches *watches, WatchPath *path)
{
        if (!path->is_registered)
                return;
        path->is_registered = false;
        __atomic_sub_fetch(&watches->registered_count, 1, __ATOMIC_RELAXED);
        /* A failure leaves nothing to do: without a connection there is no watch, and its token is unknown from now on. */
        (void)xs_unwatch(watches->xs, path->path, path->token);
}

static int path_register_itself(Watches *watches, WatchPath *path)
{
        int r = xs_watch(watches->xs, path->path, path->token, &path->generation);

        /* Still there from a request that was answered too late. */
        if (r == EEXIST)
                r = 0;
        if (!r) {
                path->is_registered = true;
                __atomic_add_fetch(&watches->registered_count, 1, __ATOMIC_RELAXED);
        }
        return r;
}

/* Forgets a path that nobody needs, and then perhaps its carrier. register_lock is held. */
static void path_release(Watches *watches, WatchPath *path)
{
        while (path && link_is_alone(&path->watches) && link_is_alone(&path->carried)) {
                WatchPath *carrier = path->carrier;

                pthread_mutex_lock(&watches->lock);
                link_remove(&path->carried_link);
                map_remove(&watches->by_path, path->path, 0);
                map_remove(&watches->by_token, NULL, path->number);
                pthread_mutex_unlock(&watches->lock);
                path_unregister(watches, path);
                path_free(path);
                path = carrier;
        }
}

/* Cuts the last name off; false where nothing is left that a path could be. */
static bool cut_to_parent(char *text)
{
        char *slash = strrchr(text, '/');

        if (!slash || !slash[1])
                return false;
        slash[slash == text ? 1 : 0] = '\0';
        return true;
}

/* Some path below `parent` that has a registration of its own, or NULL. */
static WatchPath *registered_below(const Watches *watches, const char *parent)
{
        for (size_t i = 0; i < watches->by_path.capacity; i++) {
                WatchPath *path = watches->by_path.slots[i].value;

                if (path && path->is_registered && strcmp(path->path, parent) != 0 &&
                    protocol_is_below(path->path, parent))
                        return path;
        }
        return NULL;
}

/* All that is registered below the carrier gives its registration up: that is what the quota is short of. */
static void carry_all_below(Watches *watches, WatchPath *carrier)
{
        WatchPath *path;

        while ((path = registered_below(watches, carrier->path))) {
                while (!link_is_alone(&path->carried))
                        path_set_carrier(watches, link_entry(path->carried.next, WatchPath, carried_link), carrier);
                path_set_carrier(watches, path, carrier);
                path_unregister(watches, path);
                if (link_is_alone(&path->watches)) {
                        path_set_carrier(watches, path, NULL);
                        path_release(watches, path);
                }
        }
}

/*
 * xenstored has no room for another watch: one of ours near by gives up its own, so that the nearest ancestor that both have can be
 * registered for both. The ancestor's first event reaches all that it carries, so nothing between is missed. `error` is what to
 * answer when there is no such neighbour.
 */
static int path_carry(Watches *watches, WatchPath *path, int error)
{
        _cleanup_(freep) char *ancestor = strdup(path->path);

        while (ancestor && cut_to_parent(ancestor)) {
                WatchPath *carrier = map_get(&watches->by_path, ancestor, 0), *neighbour;

                if (carrier && carrier->is_registered) {
                        path_set_carrier(watches, path, carrier);
                        return 0;
                }
                neighbour = registered_below(watches, ancestor);
                if (!neighbour)
                        continue;
                carrier = path_get(watches, ancestor);
                if (!carrier)
                        return -ENOMEM;
                path_set_carrier(watches, path, carrier);
                path_unregister(watches, neighbour);
                while (!link_is_alone(&neighbour->carried))
                        path_set_carrier(watches, link_entry(neighbour->carried.next, WatchPath, carried_link),
                                         carrier);
                path_set_carrier(watches, neighbour, carrier);
                if (path_register_itself(watches, carrier) == 0) {
                        carry_all_below(watches, carrier);
                        if (link_is_alone(&neighbour->watches)) {
                                path_set_carrier(watches, neighbour, NULL);
                                path_release(watches, neighbour);
                        }
                        return 0;
                }
                /* Somebody else took the place: back to how it was. */
                path_set_carrier(watches, path, NULL);
                while (!link_is_alone(&carrier->carried)) {
                        WatchPath *back = link_entry(carrier->carried.next, WatchPath, carried_link);

                        path_set_carrier(watches, back, back == neighbour ? NULL : neighbour);
                }
                (void)path_register_itself(watches, neighbour);
                path_release(watches, carrier);
                return error;
        }
        return error;
}

static bool is_quota(int r)
{
        return r == E2BIG || r == ENOSPC || r == EDQUOT;
}

static int path_register(Watches *watches, WatchPath *path)
{
        int r = path_register_itself(watches, path);

        return is_quota(r) ? path_carry(watches, path, r) : r;
}

static Watch *find_watch(const WatchPath *path, const WatchOwner *owner)
{
        for (Link *link = path ? path->watches.next : NULL; path && link != &path->watches; link = link->next) {
                Watch *watch = link_entry(link, Watch, path_link);

                if (watch->owner == owner)
                        return watch;
        }
        return NULL;
}

static Watch *watch_attach(Watches *watches, WatchOwner *owner, WatchPath *path)
{
        Watch *watch = calloc(1, sizeof(*watch));

        if (!watch)
                return NULL;
        watch->owner = owner;
        watch->path = path;
        link_init(&watch->due_link);
        pthread_mutex_lock(&watches->lock);
        link_before(&owner->watches, &watch->owner_link);
        link_before(&path->watches, &watch->path_link);
        pthread_mutex_unlock(&watches->lock);
        return watch;
}

/* register_lock is held. */
static void watch_detach(Watches *watches, Watch *watch)
{
        WatchPath *path = watch->path;

        pthread_mutex_lock(&watches->lock);
        link_remove(&watch->owner_link);
        link_remove(&watch->path_link);
        forget_due(watch);
        pthread_mutex_unlock(&watches->lock);
        free(watch);
        path_release(watches, path);
}

int watches_add(Watches *watches, WatchOwner *owner, const char *text, WatchMode mode)
{
        WatchPath *path;
        Watch *watch;
        bool is_new, fires_itself = false;
        int r = protocol_check_path(text, true);

        if (r)
                return r;
        pthread_mutex_lock(&watches->register_lock);
        path = path_get(watches, text);
        watch = path ? find_watch(path, owner) : NULL;
        is_new = path && !watch;
        if (is_new)
                watch = watch_attach(watches, owner, path);
        if (!watch) {
                path_release(watches, path);
                pthread_mutex_unlock(&watches->register_lock);
                return -ENOMEM;
        }
        if (mode == WATCH_UNREGISTERED) {
                fires_itself = true;
        } else if (!path->is_registered && !path->carrier) {
                r = path_register(watches, path);
                fires_itself = !path->carrier;
                if (r < 0 && mode == WATCH_LATER)
                        r = 0;
        }
        if (r) {
                if (is_new)
                        watch_detach(watches, watch);
        } else {
                pthread_mutex_lock(&watches->lock);
                watch->count++;
                owner->count++;
                __atomic_add_fetch(&watches->count, 1, __ATOMIC_RELAXED);
                /* xenstored fires a new registration; what joins an old one gets its first event from us. */
                if (!fires_itself)
                        tell(watches, watch, path->path);
                pthread_mutex_unlock(&watches->lock);
        }
        pthread_mutex_unlock(&watches->register_lock);
        return r;
}

int watches_remove(Watches *watches, WatchOwner *owner, const char *text)
{
        Watch *watch;

        pthread_mutex_lock(&watches->register_lock);
        watch = find_watch(map_get(&watches->by_path, text, 0), owner);
        if (watch) {
                pthread_mutex_lock(&watches->lock);
                watch->count--;
                owner->count--;
                __atomic_sub_fetch(&watches->count, 1, __ATOMIC_RELAXED);
                pthread_mutex_unlock(&watches->lock);
                if (!watch->count)
                        watch_detach(watches, watch);
        }
        pthread_mutex_unlock(&watches->register_lock);
        return watch ? 0 : ENOENT;
}

void watches_remove_all(Watches *watches, WatchOwner *owner)
{
        pthread_mutex_lock(&watches->register_lock);
        while (!link_is_alone(&owner->watches)) {
                Watch *watch = link_entry(owner->watches.next, Watch, owner_link);

                pthread_mutex_lock(&watches->lock);
                __atomic_sub_fetch(&watches->count, watch->count, __ATOMIC_RELAXED);
                owner->count -= watch->count;
                pthread_mutex_unlock(&watches->lock);
                watch_detach(watches, watch);
        }
        pthread_mutex_unlock(&watches->register_lock);
}

void watches_forget_all(WatchOwner *owner)
{
        while (!link_is_alone(&owner->watches)) {
                Watch *watch = link_entry(owner->watches.next, Watch, owner_link);

                link_remove(&watch->owner_link);
                link_remove(&watch->path_link);
                forget_due(watch);
                free(watch);
        }
}

void watches_tell_restored(Watches *watches, WatchOwner *subscription, const char *text)
{
        pthread_mutex_lock(&watches->lock);
        for (size_t i = 0; i < watches->by_path.capacity; i++) {
                WatchPath *path = watches->by_path.slots[i].value;

                if (!path || (text && strcmp(path->path, text) != 0))
                        continue;
                for (Link *link = path->watches.next; link != &path->watches; link = link->next) {
                        Watch *watch = link_entry(link, Watch, path_link);
                        const WatchNews news = {
                                .path = path->path,
                                .changed = path->path,
                                .owner = watch->owner,
                                .subscription = subscription->subscription,
                                .sequence = watch->sequence,
                        };

                        /* One that has not fired yet will, and this subscription hears of it then. */
                        if (!watch->owner->is_restored || !watch->sequence ||
                            (watch->owner->uid != subscription->uid && !subscription->is_admin))
                                continue;
                        watches->deliver(watches->userdata, &news);
                }
        }
        pthread_mutex_unlock(&watches->lock);
}

int watches_list(Watches *watches, const WatchOwner *owner, Strings *paths)
{
        int r = 0;

        pthread_mutex_lock(&watches->lock);
        for (Link *link = owner->watches.next; link != &owner->watches && !r; link = link->next) {
                const Watch *watch = link_entry(link, Watch, owner_link);

                for (unsigned i = 0; i < watch->count && !r; i++)
                        r = strings_add(paths, watch->path->path);
        }
        pthread_mutex_unlock(&watches->lock);
        return r;
}

/* Notes what the present connection does not know; some paths may have been registered there already. */
static void forget_old(WatchPath *const *paths, size_t count, Watches *watches)
{
        uint64_t generation = xs_watch_generation(watches->xs);
        unsigned registered = 0;

        for (size_t i = 0; i < count; i++) {
                paths[i]->is_registered = paths[i]->is_registered && paths[i]->generation == generation;
                registered += paths[i]->is_registered;
        }
        __atomic_store_n(&watches->registered_count, registered, __ATOMIC_RELAXED);
        for (size_t i = 0; i < count; i++)
                if (paths[i]->carrier && !paths[i]->carrier->is_registered)
                        path_set_carrier(watches, paths[i], NULL);
}

void watches_register_all(Watches *watches)
{
        _cleanup_(freep) WatchPath **paths = NULL;
        size_t all = 0, count = 0;

        pthread_mutex_lock(&watches->register_lock);
        paths = calloc(watches->by_path.count + 1, sizeof(WatchPath *));
        for (size_t i = 0; paths && i < watches->by_path.capacity; i++)
                if (watches->by_path.slots[i].value)
                        paths[all++] = watches->by_path.slots[i].value;
        forget_old(paths, all, watches);
        /* Those that only carried others go first: what stays has watches, and is not freed by what follows. */
        for (size_t i = 0; i < all; i++) {
                if (!link_is_alone(&paths[i]->watches))
                        paths[count++] = paths[i];
                else
                        path_release(watches, paths[i]);
        }
        for (size_t i = 0; i < count; i++)
                if (!paths[i]->is_registered && !paths[i]->carrier && path_register(watches, paths[i]) < 0)
                        break; /* the connection is gone again: a new one starts this anew */
        pthread_mutex_unlock(&watches->register_lock);
}
