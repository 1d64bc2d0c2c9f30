#include "store-private.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

enum {
        CHANGE_TRIES = 100,
        CHANGE_SECONDS = 10,
        PAUSE_MAX_US = 20000,
};

/* Where a request goes: into the session's transaction, or nowhere in particular. */
typedef struct Place {
        Store *store;
        Session *session; /* entered, with a transaction open; or NULL */
        const XsTransaction *transaction;
} Place;

static int place_enter(Place *place, Store *store, Session *session, Problem *problem)
{
        int r = 0;

        *place = (Place){ .store = store };
        problem->error = 0;
        if (!session)
                return 0;
        r = session_enter(session, problem);
        if (r)
                return r;
        r = session_transaction(session, &place->transaction, problem);
        /* Outside a transaction the session's calls need not wait for each other. */
        if (place->transaction)
                place->session = session;
        else
                session_leave(session);
        return r;
}

/* Ends it, and says what the result was. */
static int place_leave(Place *place, int r, const char *what, const char *path, Problem *problem)
{
        if (place->session) {
                session_result(place->session, r);
                session_leave(place->session);
        }
        problem_from(problem, r, what, path);
        return problem->error;
}

int node_read(Store *store, Session *session, const char *path, XsReply *reply, Problem *problem)
{
        Place place;
        int r = place_enter(&place, store, session, problem);

        return r ? r : place_leave(&place, xs_read(store->xs, place.transaction, path, reply), "read", path, problem);
}

int node_write(Store *store, Session *session, const char *path, const void *value, size_t size, Problem *problem)
{
        Place place;
        int r = place_enter(&place, store, session, problem);

        return r ? r
                 : place_leave(&place, xs_write(store->xs, place.transaction, path, value, size), "write", path,
                               problem);
}

int node_remove(Store *store, Session *session, const char *path, Problem *problem)
{
        Place place;
        int r = place_enter(&place, store, session, problem);

        return r ? r : place_leave(&place, xs_rm(store->xs, place.transaction, path), "remove", path, problem);
}

int node_make(Store *store, Session *session, const char *path, Problem *problem)
{
        Place place;
        int r = place_enter(&place, store, session, problem);

        return r ? r : place_leave(&place, xs_mkdir(store->xs, place.transaction, path), "make", path, problem);
}

int node_exists(Store *store, Session *session, const char *path, bool *existsp, Problem *problem)
{
        XsReply reply;
        Place place;
        int r = place_enter(&place, store, session, problem);

        if (r)
                return r;
        r = xs_read(store->xs, place.transaction, path, &reply);
        *existsp = !r;
        return place_leave(&place, r == ENOENT ? 0 : r, "look for", path, problem);
}

int node_permissions(Store *store, Session *session, const char *path, Strings *permissions, Problem *problem)
{
        Place place;
        int r = place_enter(&place, store, session, problem);

        return r ? r
                 : place_leave(&place, xs_get_permissions(store->xs, place.transaction, path, permissions),
                               "read the permissions", path, problem);
}

static int join(Strings *paths, const char *parent, const char *leaf)
{
        _cleanup_(bytes_deinit) Bytes path = { 0 };
        int r = bytes_printf(&path, "%s%s%s", parent, strcmp(parent, "/") != 0 ? "/" : "", leaf);

        return r ? r : strings_add_size(paths, path.data, path.size);
}

int node_children(Store *store, Session *session, const char *path, Strings *children, Problem *problem)
{
        _cleanup_(strings_deinit) Strings names = { 0 };
        Place place;
        int r = place_enter(&place, store, session, problem);

        if (r)
                return r;
        r = xs_directory(store->xs, place.transaction, path, &names);
        for (const char *name = strings_next(&names, NULL); name && !r; name = strings_next(&names, name))
                r = join(children, path, name);
        return place_leave(&place, r, "list", path, problem);
}

int node_first_child(Store *store, Session *session, const char *path, Bytes *child, Problem *problem)
{
        _cleanup_(strings_deinit) Strings children = { 0 };
        int r = node_children(store, session, path, &children, problem);

        if (r)
                return r;
        return bytes_add_text(child, children.count ? strings_next(&children, NULL) : "") < 0
                       ? (problem_set(problem, ENOMEM, "no memory"), ENOMEM)
                       : 0;
}

/* The directory in which relative paths begin, as an absolute path. */
static int home_path(Store *store, char *path, size_t size)
{
        DomainFacts facts;

        store_domain(store, &facts);
        snprintf(path, size, "%s", facts.path);
        return facts.path[0] ? 0 : facts.is_connected ? ENOENT : -ENOTCONN;
}

static int sibling_after(const Strings *names, const char *leaf, const char *parent, size_t parent_size, Bytes *sibling)
{
        for (const char *name = strings_next(names, NULL); name; name = strings_next(names, name)) {
                if (strcmp(name, leaf) != 0)
                        continue;
                name = strings_next(names, name);
                if (!name)
                        return bytes_add_text(sibling, "");
                return bytes_printf(sibling, "%.*s%s", (int)parent_size, parent, name);
        }
        return ENOENT;
}

int node_next_sibling(Store *store, Session *session, const char *path, Bytes *sibling, Problem *problem)
{
        _cleanup_(strings_deinit) Strings names = { 0 };
        const char *slash = strrchr(path, '/'), *leaf = slash ? slash + 1 : path;
        char parent[XS_PATH_ABSOLUTE_MAX + 1] = "";
        Place place;
        int r = place_enter(&place, store, session, problem);

        if (r)
                return r;
        r = protocol_check_path(path, false);
        if (!r && !*leaf)
                r = EINVAL; /* the root has no siblings */
        if (!r && slash)
                snprintf(parent, sizeof(parent), "%.*s", (int)MAX(slash - path, 1), path);
        else if (!r)
                r = home_path(store, parent, sizeof(parent));
        if (!r)
                r = xs_directory(store->xs, place.transaction, parent, &names);
        if (!r)
                r = sibling_after(&names, leaf, path, (size_t)(leaf - path), sibling);
        return place_leave(&place, r, "find the node after", path, problem);
}

static int compare_names(const void *a, const void *b)
{
        return strcmp(*(const char *const *)a, *(const char *const *)b);
}

typedef struct Walk {
        const TreeWalk *tree;
        Store *store;
        const XsTransaction *transaction;
        Bytes path;
        XsReply reply;
        bool is_over;
} Walk;

static int walk_node(Walk *walk)
{
        _cleanup_(strings_deinit) Strings permissions = { 0 };
        int r = xs_read(walk->store->xs, walk->transaction, walk->path.data, &walk->reply);

        if (!r && walk->tree->with_permissions)
                r = xs_get_permissions(walk->store->xs, walk->transaction, walk->path.data, &permissions);
        if (r < 0)
                return r;
        if (!walk->tree->node(walk->tree->userdata, walk->path.data, &walk->reply, &permissions, r))
                walk->is_over = true;
        return 0;
}

/*
 * A node and all below it. `from` is what is left of the path at which to continue, relative to this node, or NULL: then the node
 * itself is new too. Children go by name, so that a walk can continue at a place that has vanished meanwhile.
 */
static int walk_tree(Walk *walk, unsigned depth, const char *from)
{
        _cleanup_(strings_deinit) Strings names = { 0 };
        _cleanup_(freep) const char **sorted = NULL;
        size_t size = walk->path.size, from_size = from ? strcspn(from, "/") : 0;
        int r = 0;

        if (!from || !*from)
                r = walk_node(walk);
        if (r || walk->is_over || (walk->tree->depth && depth >= walk->tree->depth))
                return r;
        r = xs_directory(walk->store->xs, walk->transaction, walk->path.data, &names);
        /* A node that vanished meanwhile, or one that we may not list, has been reported as what it is. */
        if (r)
                return r < 0 ? r : 0;
        sorted = strings_array(&names);
        if (!sorted)
                return -ENOMEM;
        qsort(sorted, names.count, sizeof(*sorted), compare_names);
        for (size_t i = 0; i < names.count && !walk->is_over; i++) {
                int order = from_size ? strncmp(sorted[i], from, from_size) : 1;
                const char *rest = NULL;

                if (order == 0 && sorted[i][from_size])
                        order = 1;
                if (order < 0)
                        continue;
                if (order == 0)
                        rest = from + from_size + (from[from_size] == '/');
                r = bytes_printf(&walk->path, "%s%s", walk->path.data[size - 1] == '/' ? "" : "/", sorted[i]);
                if (!r)
                        r = walk_tree(walk, depth + 1, rest && *rest ? rest : NULL);
                walk->path.size = size;
                walk->path.data[size] = '\0';
                if (r)
                        return r;
        }
        return 0;
}

int node_walk(Store *store, Session *session, const TreeWalk *tree, Problem *problem)
{
        const char *from = tree->continue_at && *tree->continue_at ? tree->continue_at : NULL;
        _cleanup_(freep) Walk *walk = NULL;
        size_t size = strlen(tree->path);
        Strings names = { 0 };
        Place place;
        int r = protocol_check_path(tree->path, false);

        problem->error = 0;
        if (!r && from)
                r = protocol_check_path(from, false);
        if (!r && from && !protocol_is_below(from, tree->path))
                r = EINVAL;
        if (problem_from(problem, r, "list the tree below", tree->path))
                return problem->error;
        walk = calloc(1, sizeof(*walk));
        if (!walk || bytes_add(&walk->path, tree->path, size) < 0) {
                problem_set(problem, ENOMEM, "no memory");
                return ENOMEM;
        }
        r = place_enter(&place, store, session, problem);
        if (!r) {
                walk->tree = tree;
                walk->store = store;
                walk->transaction = place.transaction;
                /* The node itself must be there; below it what comes and goes comes and goes. */
                r = from ? 0 : xs_directory(store->xs, place.transaction, tree->path, &names);
                if (from)
                        from += size + (from[size] == '/');
                if (!r)
                        r = walk_tree(walk, 0, from && *from ? from : NULL);
                r = place_leave(&place, r, "list the tree below", tree->path, problem);
        }
        strings_deinit(&names);
        bytes_deinit(&walk->path);
        return r;
}

static bool collect_path(void *userdata, const char *path, const XsReply *value, const Strings *permissions, int error)
{
        return strings_add(userdata, path) == 0;
}

static int set_permissions_below(Store *store, const XsTransaction *transaction, const NodeChange *change)
{
        _cleanup_(strings_deinit) Strings paths = { 0 };
        const TreeWalk tree = { .path = change->path, .node = collect_path, .userdata = &paths };
        _cleanup_(freep) Walk *walk = calloc(1, sizeof(*walk));
        int r = walk ? bytes_add_text(&walk->path, change->path) : -ENOMEM;

        if (r)
                return r;
        walk->tree = &tree;
        walk->store = store;
        walk->transaction = transaction;
        r = walk_tree(walk, 0, NULL);
        if (!r && walk->is_over)
                r = -ENOMEM;
        for (const char *path = strings_next(&paths, NULL); path && !r; path = strings_next(&paths, path))
                r = xs_set_permissions(store->xs, transaction, path, change->permissions);
        bytes_deinit(&walk->path);
        return r;
}

static int change_one(Store *store, const XsTransaction *transaction, const NodeChange *change)
{
        switch (change->what) {
        case NODE_WRITE:
                return xs_write(store->xs, transaction, change->path, change->value, change->size);
        case NODE_REMOVE:
                return xs_rm(store->xs, transaction, change->path);
        case NODE_MAKE:
                return xs_mkdir(store->xs, transaction, change->path);
        case NODE_PERMISSIONS:
                return xs_set_permissions(store->xs, transaction, change->path, change->permissions);
        case NODE_PERMISSIONS_BELOW:
                return set_permissions_below(store, transaction, change);
        }
        return EINVAL;
}

static int change_all(Store *store, const XsTransaction *transaction, const NodeChange *changes, size_t count,
                      size_t *atp)
{
        int r = 0;

        for (*atp = 0; *atp < count && !r; *atp += !r)
                r = change_one(store, transaction, &changes[*atp]);
        return r;
}

/* All changes as one transaction of our own, again and again while others get in between. */
static int change_in_transaction(Store *store, const NodeChange *changes, size_t count, size_t *atp)
{
        uint64_t deadline = time_now() + CHANGE_SECONDS * NS_PER_S;
        unsigned seed = (unsigned)time_now();
        int r = EAGAIN;

        for (unsigned i = 0; i < CHANGE_TRIES && r == EAGAIN && time_now() < deadline; i++) {
                XsTransaction transaction;

                /* Those who conflict must not meet again. */
                if (i)
                        time_sleep((uint64_t)rand_r(&seed) % MIN(PAUSE_MAX_US, 100U << MIN(i, 8U)) * 1000);
                r = xs_transaction_start(store->xs, &transaction);
                if (r)
                        return r;
                r = change_all(store, &transaction, changes, count, atp);
                if (!r)
                        r = xs_transaction_end(store->xs, &transaction, true);
                else
                        (void)xs_transaction_end(store->xs, &transaction, false);
                if (r == -ESTALE)
                        r = EAGAIN;
        }
        return r;
}

static const char *change_name(const NodeChange *change)
{
        static const char *const names[] = { "write", "remove", "make", "set the permissions", "set the permissions" };

        return names[change->what];
}

int node_change_many(Store *store, Session *session, const NodeChange *changes, size_t count, Problem *problem)
{
        size_t at = 0;
        Place place;
        int r = place_enter(&place, store, session, problem);

        if (r)
                return r;
        if (!count)
                return place_leave(&place, 0, "", "", problem);
        if (place.transaction || (count == 1 && changes[0].what != NODE_PERMISSIONS_BELOW))
                r = change_all(store, place.transaction, changes, count, &at);
        else
                r = change_in_transaction(store, changes, count, &at);
        at = MIN(at, count - 1);
        return place_leave(&place, r, change_name(&changes[at]), changes[at].path, problem);
}

int node_set_permissions(Store *store, Session *session, const char *path, const Strings *permissions, Problem *problem)
{
        const NodeChange change = { .what = NODE_PERMISSIONS, .path = path, .permissions = permissions };

        return node_change_many(store, session, &change, 1, problem);
}
