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
                /* Whether it was done does not matter any more: the transaction is gone with its connection. */
                r = session_result(place->session, r == -ECONNRESET ? -ESTALE : r);
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

bool node_read_later(Store *store, Session *session, XsLater *later)
{
        bool is_taken = false;
        Problem problem;
        Place place;

        if (place_enter(&place, store, session, &problem))
                return false;
        if (!place.transaction)
                is_taken = xs_read_later(store->xs, later);
        if (place.session)
                session_leave(place.session);
        return is_taken;
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
                r = store_home(store, parent, sizeof(parent));
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
        bool is_over;
        XsReply reply; /* for the caller's function */
        XsReply replies[XS_MANY_MAX];
} Walk;

/* What is known of one node before its turn comes. */
typedef struct WalkItem {
        const char *path;
        Bytes value;
        Strings names;
        Strings permissions;
        int value_result, names_result;
} WalkItem;

enum {
        WALK_CHUNK = XS_MANY_MAX / 3, /* nodes at once, each with up to three requests */
        WALK_DEPTH_MAX = 256,         /* a tree that is deeper is not listed: each level takes its share of the stack */
};

static void items_free(WalkItem *items)
{
        for (unsigned i = 0; i < WALK_CHUNK; i++) {
                bytes_deinit(&items[i].value);
                strings_deinit(&items[i].names);
                strings_deinit(&items[i].permissions);
        }
        free(items);
}

static int item_take(Walk *walk, WalkItem *item, uint32_t type, int result, const XsReply *reply)
{
        if (result < 0)
                return result;
        switch (type) {
        case XS_READ:
                item->value_result = result;
                return result ? 0 : bytes_add(&item->value, reply->data, reply->size);
        case XS_GET_PERMS:
                return result ? 0 : xs_take_strings(&item->permissions, reply->data, reply->size);
        default:
                if (result == E2BIG)
                        result = xs_directory(walk->store->xs, walk->transaction, item->path, &item->names);
                else if (!result)
                        result = xs_take_strings(&item->names, reply->data, reply->size);
                item->names_result = result;
                return MIN(result, 0);
        }
}

/* Asks for all that is wanted of some nodes at once. */
static int items_fetch(Walk *walk, WalkItem *items, unsigned count, bool lists)
{
        int results[XS_MANY_MAX], r = 0;
        XsAsk asks[XS_MANY_MAX] = { 0 };
        unsigned wanted = 0, owner[XS_MANY_MAX];

        for (unsigned i = 0; i < count; i++) {
                const uint32_t types[] = { XS_READ, lists ? XS_DIRECTORY : 0,
                                           walk->tree->with_permissions ? XS_GET_PERMS : 0 };

                for (unsigned j = 0; j < ARRAY_SIZE(types); j++) {
                        if (!types[j])
                                continue;
                        owner[wanted] = i;
                        asks[wanted++] = (XsAsk){ types[j], items[i].path };
                }
        }
        xs_ask_many(walk->store->xs, walk->transaction, asks, wanted, walk->replies, results);
        for (unsigned i = 0; i < wanted && !r; i++)
                r = item_take(walk, &items[owner[i]], asks[i].type, results[i], &walk->replies[i]);
        return r;
}

static void item_tell(Walk *walk, const WalkItem *item)
{
        walk->reply.size = item->value.size;
        memcpy(walk->reply.data, item->value.data ? item->value.data : "", item->value.size + 1);
        if (!walk->tree->node(walk->tree->userdata, item->path, &walk->reply, &item->permissions, item->value_result))
                walk->is_over = true;
}

/*
 * The children of a node by name, so that a walk can continue at a place that has vanished meanwhile. `from` is what is left of the
 * path at which to continue, or NULL; *restp is what is left of it below the first of the children.
 */
static int item_children(const WalkItem *item, const char *from, Strings *paths, const char **restp)
{
        size_t from_size = from ? strcspn(from, "/") : 0;
        _cleanup_(freep) const char **sorted = strings_array(&item->names);
        int r = 0;

        *restp = NULL;
        if (!sorted)
                return -ENOMEM;
        qsort(sorted, item->names.count, sizeof(*sorted), compare_names);
        for (size_t i = 0; i < item->names.count && !r; i++) {
                int order = from_size ? strncmp(sorted[i], from, from_size) : 1;

                if (order == 0 && sorted[i][from_size])
                        order = 1;
                if (order < 0)
                        continue;
                if (order == 0 && from[from_size] == '/')
                        *restp = from + from_size + 1;
                r = join(paths, item->path, sorted[i]);
        }
        return r;
}

static int walk_items(Walk *walk, unsigned depth, const Strings *paths, const char *from);

/* `from`: what is left of the path at which to continue; the node itself was told of before then. */
static int walk_item(Walk *walk, unsigned depth, const WalkItem *item, const char *from)
{
        _cleanup_(strings_deinit) Strings paths = { 0 };
        const char *rest;
        int r;

        if (!from)
                item_tell(walk, item);
        /* A node that vanished meanwhile, or one that we may not list, has been told of as what it is. */
        if (walk->is_over || item->names_result || !item->names.count)
                return 0;
        if (depth >= WALK_DEPTH_MAX)
                return E2BIG;
        r = item_children(item, from, &paths, &rest);
        return r || !paths.count ? r : walk_items(walk, depth + 1, &paths, rest);
}

static int walk_items(Walk *walk, unsigned depth, const Strings *paths, const char *from)
{
        const bool lists = !walk->tree->depth || depth < walk->tree->depth;
        const char *path = strings_next(paths, NULL);
        int r = 0;

        while (path && !r && !walk->is_over) {
                WalkItem *items = calloc(WALK_CHUNK, sizeof(*items));
                unsigned count = 0;

                if (!items)
                        return -ENOMEM;
                for (; path && count < WALK_CHUNK; path = strings_next(paths, path))
                        items[count++].path = path;
                r = items_fetch(walk, items, count, lists);
                for (unsigned i = 0; i < count && !r && !walk->is_over; i++) {
                        r = walk_item(walk, depth, &items[i], from);
                        from = NULL;
                }
                items_free(items);
        }
        return r;
}

/* A node and all below it, parents before children. */
static int walk_tree(Store *store, const XsTransaction *transaction, const TreeWalk *tree, const char *from)
{
        _cleanup_(strings_deinit) Strings root = { 0 };
        _cleanup_(freep) Walk *walk = malloc(sizeof(*walk));
        int r = walk ? strings_add(&root, tree->path) : -ENOMEM;

        if (r)
                return r;
        walk->tree = tree;
        walk->store = store;
        walk->transaction = transaction;
        walk->is_over = false;
        return walk_items(walk, 0, &root, from);
}

int node_walk(Store *store, Session *session, const TreeWalk *tree, Problem *problem)
{
        const char *from = tree->continue_at && *tree->continue_at ? tree->continue_at : NULL;
        const size_t size = strlen(tree->path);
        Strings names = { 0 };
        Place place;
        int r = protocol_check_path(tree->path, false);

        problem->error = 0;
        if (problem_from(problem, r, "list the tree below", tree->path))
                return problem->error;
        if (from && (protocol_check_path(from, false) || !protocol_is_below(from, tree->path))) {
                problem_set(problem, EINVAL, "ContinueAt: %.200s: not a path below %.200s", from, tree->path);
                return problem->error;
        }
        r = place_enter(&place, store, session, problem);
        if (r)
                return r;
        /* The node itself must be there; below it what comes and goes comes and goes. */
        r = from ? 0 : xs_directory(store->xs, place.transaction, tree->path, &names);
        strings_deinit(&names);
        if (from)
                from += size + (size > 1 && from[size] == '/');
        if (!r)
                r = walk_tree(store, place.transaction, tree, from && *from ? from : NULL);
        if (r == E2BIG) {
                (void)place_leave(&place, 0, "", "", problem);
                problem_set(problem, r, "%.200s: cannot list the tree below: it is deeper than %u nodes", tree->path,
                            WALK_DEPTH_MAX);
                return r;
        }
        return place_leave(&place, r, "list the tree below", tree->path, problem);
}

static bool collect_path(void *userdata, const char *path, const XsReply *value, const Strings *permissions, int error)
{
        return strings_add(userdata, path) == 0;
}

static int set_permissions_below(Store *store, const XsTransaction *transaction, const NodeChange *change)
{
        _cleanup_(strings_deinit) Strings paths = { 0 };
        const TreeWalk tree = { .path = change->path, .node = collect_path, .userdata = &paths };
        int r = protocol_check_path(change->path, false);

        if (!r)
                r = walk_tree(store, transaction, &tree, NULL);
        for (const char *path = strings_next(&paths, NULL); path && !r; path = strings_next(&paths, path))
                r = xs_set_permissions(store->xs, transaction, path, change->permissions);
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
