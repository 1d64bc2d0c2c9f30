#include "provider.h"

#include "text.h"

#include <errno.h>
#include <string.h>

/*
 * Methods that answer for many paths at once
 */

void many_deinit(Many *many)
{
        strings_deinit(&many->texts);
        strings_deinit(&many->paths);
        strings_deinit(&many->permissions);
        strings_deinit(&many->messages);
        free(many->results);
        free(many->counts);
        free(many->text_array);
        free(many->path_array);
        free(many->permission_array);
        free(many->message_array);
        free(many->next);
        *many = (Many){ 0 };
}

static bool many_begin(Call *call, Many *many, size_t capacity)
{
        many->results = calloc(capacity, sizeof(*many->results));
        many->counts = calloc(capacity, sizeof(*many->counts));
        many->capacity = capacity;
        if (!many->results || !many->counts)
                problem_set(&call->problem, ENOMEM, "no memory");
        return !call->problem.error;
}

static void many_finish(Call *call, Many *many)
{
        many->text_array = strings_array(&many->texts);
        many->path_array = strings_array(&many->paths);
        many->permission_array = strings_array(&many->permissions);
        many->message_array = strings_array(&many->messages);
        if (!many->text_array || !many->path_array || !many->permission_array || !many->message_array)
                problem_set(&call->problem, ENOMEM, "no memory");
}

/* Notes how one path fared. False ends it all: too much for one answer, or no memory, or nobody to ask. */
static bool many_note(Call *call, Many *many, const Problem *problem)
{
        if (problem->error == ENOTCONN || problem->error == ETIMEDOUT || problem->error == EAGAIN) {
                call->problem = *problem;
                return false;
        }
        many->results[many->count++] = result_of(problem->error);
        if (strings_add(&many->messages, problem->error ? problem->text : "") < 0)
                problem_set(&call->problem, ENOMEM, "no memory");
        else if (many->texts.bytes.size + many->messages.bytes.size > MANY_SIZE_MAX)
                problem_set(&call->problem, E2BIG, "the answer is larger than %u bytes: ask for fewer paths at once",
                            MANY_SIZE_MAX);
        return !call->problem.error;
}

void call_read_many(Call *call, const MI_ConstStringAField *paths, bool escaped, Many *many)
{
        _cleanup_(bytes_deinit) Bytes buffer = { 0 };
        XsReply reply;
        Problem problem;

        if (!call_texts(call, paths, "Pathnames") || !many_begin(call, many, paths->value.size))
                return;
        for (MI_Uint32 i = 0; i < paths->value.size; i++) {
                const char *text = "";

                if (call_permits(call, paths->value.data[i], GUARD_READ, &problem) &&
                    node_read(call->store, call->session, paths->value.data[i], &reply, &problem) == 0)
                        text = reply_text(reply.data, reply.size, escaped, &buffer);
                if (!text || strings_add(&many->texts, text) < 0)
                        problem_set(&call->problem, ENOMEM, "no memory");
                if (call->problem.error || !many_note(call, many, &problem))
                        return;
        }
        many_finish(call, many);
}

void call_list_many(Call *call, const MI_ConstStringAField *paths, Many *many)
{
        Problem problem;

        if (!call_texts(call, paths, "Pathnames") || !many_begin(call, many, paths->value.size))
                return;
        for (MI_Uint32 i = 0; i < paths->value.size; i++) {
                size_t before = many->texts.count;

                if (call_permits(call, paths->value.data[i], GUARD_READ, &problem))
                        (void)node_children(call->store, call->session, paths->value.data[i], &many->texts, &problem);
                many->counts[i] = (MI_Uint32)(many->texts.count - before);
                if (!many_note(call, many, &problem))
                        return;
        }
        many_finish(call, many);
}

void call_write_many(Call *call, const MI_ConstStringAField *paths, const MI_ConstStringAField *values, bool escaped)
{
        _cleanup_(freep) NodeChange *changes = NULL;
        Bytes *octets = NULL;
        MI_Uint32 count;

        if (!call_texts(call, paths, "Pathnames") || !call_texts(call, values, "Values"))
                return;
        count = paths->value.size;
        if (values->value.size != count) {
                problem_set(&call->problem, EINVAL, "Values: %u of them for %u Pathnames", values->value.size, count);
                return;
        }
        changes = calloc(count, sizeof(*changes));
        octets = calloc(count, sizeof(*octets));
        if (!changes || !octets)
                problem_set(&call->problem, ENOMEM, "no memory");
        for (MI_Uint32 i = 0; i < count && !call->problem.error; i++) {
                const char *text = values->value.data[i];
                int r = 0;

                if (escaped)
                        r = text_unescape(&octets[i], text);
                if (r)
                        problem_set(&call->problem, r < 0 ? -r : r,
                                    "Values: in the one for %.200s a backslash is not followed by \\ or xHH",
                                    paths->value.data[i]);
                if (!r)
                        (void)call_permits(call, paths->value.data[i], GUARD_CHANGE, &call->problem);
                changes[i] = (NodeChange){ .what = NODE_WRITE, .path = paths->value.data[i] };
                changes[i].value = escaped ? octets[i].data : text;
                changes[i].size = escaped ? octets[i].size : strlen(text);
        }
        if (!call->problem.error)
                (void)node_change_many(call->store, call->session, changes, count, &call->problem);
        for (MI_Uint32 i = 0; octets && i < count; i++)
                bytes_deinit(&octets[i]);
        free(octets);
}

/* "r7": one of n r w b, and a domain. */
static bool is_permission(const char *text)
{
        return text[0] && strchr("nrwb", text[0]) && text[1] && strspn(text + 1, "0123456789") == strlen(text + 1) &&
               strlen(text) < 8;
}

void call_change_many(Call *call, int what, const MI_ConstStringAField *paths, const MI_ConstStringAField *permissions)
{
        const bool needs_permissions = what == NODE_PERMISSIONS || what == NODE_PERMISSIONS_BELOW;
        _cleanup_(strings_deinit) Strings wanted = { 0 };
        _cleanup_(freep) NodeChange *changes = NULL;
        MI_Uint32 count;

        if (!call_texts(call, paths, "Pathnames") ||
            (needs_permissions && !call_texts(call, permissions, "Permissions")))
                return;
        for (MI_Uint32 i = 0; needs_permissions && i < permissions->value.size; i++) {
                const char *text = permissions->value.data[i];

                if (!is_permission(text))
                        problem_set(&call->problem, EINVAL,
                                    "Permissions: %.50s: not one of n r w b and a domain's number", text);
                else if (strings_add(&wanted, text) < 0)
                        problem_set(&call->problem, ENOMEM, "no memory");
                if (call->problem.error)
                        return;
        }
        count = paths->value.size;
        changes = calloc(count, sizeof(*changes));
        if (!changes) {
                problem_set(&call->problem, ENOMEM, "no memory");
                return;
        }
        for (MI_Uint32 i = 0; i < count; i++) {
                if (!call_permits(call, paths->value.data[i],
                                  what == NODE_REMOVE || what == NODE_PERMISSIONS_BELOW ? GUARD_CHANGE_BELOW
                                                                                        : GUARD_CHANGE,
                                  &call->problem))
                        return;
                changes[i].what = what;
                changes[i].path = paths->value.data[i];
                changes[i].permissions = &wanted;
        }
        (void)node_change_many(call->store, call->session, changes, count, &call->problem);
}

typedef struct TreeCall {
        Call *call;
        Many *many;
        bool escaped;
        Bytes buffer;
        Bytes refused; /* the last node that the caller may not read: nothing below it is told of */
} TreeCall;

static bool add_permissions(Strings *list, const Strings *permissions)
{
        _cleanup_(bytes_deinit) Bytes joined = { 0 };
        const char *text = NULL;

        while ((text = strings_next(permissions, text)))
                if (bytes_printf(&joined, "%s%s", joined.size ? "," : "", text) < 0)
                        return false;
        return strings_add(list, joined.data ? joined.data : "") == 0;
}

static bool add_node(void *userdata, const char *path, const XsReply *value, const Strings *permissions, int error)
{
        TreeCall *tree = userdata;
        Many *many = tree->many;
        static const Strings none;
        const char *text;
        Problem problem;

        if (tree->refused.size && protocol_is_below(path, tree->refused.data))
                return true;
        if (!call_permits(tree->call, path, GUARD_READ, &problem)) {
                error = problem.error;
                permissions = &none;
                tree->refused.size = 0;
                if (bytes_add_text(&tree->refused, path) < 0) {
                        problem_set(&tree->call->problem, ENOMEM, "no memory");
                        return false;
                }
        }
        text = error ? "" : reply_text(value->data, value->size, tree->escaped, &tree->buffer);
        if (many->count == many->capacity ||
            (many->count && many->texts.bytes.size + many->paths.bytes.size + strlen(path) + strlen(text ? text : "") >
                                    TREE_SIZE_MAX)) {
                many->next = strdup(path);
                if (!many->next)
                        problem_set(&tree->call->problem, ENOMEM, "no memory");
                return false;
        }
        many->results[many->count++] = result_of(error);
        if (!text || strings_add(&many->texts, text) < 0 || strings_add(&many->paths, path) < 0 ||
            !add_permissions(&many->permissions, permissions))
                problem_set(&tree->call->problem, ENOMEM, "no memory");
        return !tree->call->problem.error;
}

void call_list_tree(Call *call, const char *path, unsigned depth, bool escaped, bool with_permissions,
                    const char *continue_at, Many *many)
{
        TreeCall tree = { .call = call, .many = many, .escaped = escaped };
        const TreeWalk walk = {
                .path = path,
                .depth = depth,
                .continue_at = continue_at,
                .with_permissions = with_permissions,
                .node = add_node,
                .userdata = &tree,
        };
        Problem problem;

        if (call->problem.error || !many_begin(call, many, TREE_NODES_MAX))
                return;
        if (node_walk(call->store, call->session, &walk, &problem) != 0)
                call->problem = problem;
        bytes_deinit(&tree.buffer);
        bytes_deinit(&tree.refused);
        if (!call->problem.error)
                many_finish(call, many);
}
