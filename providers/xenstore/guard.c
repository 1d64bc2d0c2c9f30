#include "guard.h"

#include "protocol.h"

#include <errno.h>
#include <string.h>

static int take_list(Strings *paths, const char *list, char **wrongp)
{
        static const char separators[] = " \t,";
        int r = 0;

        while (list && !r && *(list += strspn(list, separators))) {
                size_t size = strcspn(list, separators);
                _cleanup_(freep) char *path = strndup(list, size);

                list += size;
                if (!path)
                        return -ENOMEM;
                r = protocol_check_path(path, false) ? EINVAL : strings_add(paths, path);
                if (r > 0) {
                        *wrongp = path;
                        path = NULL;
                }
        }
        return r;
}

int guard_init(Guard *guard, const char *denied, const char *read_only, char **wrongp)
{
        int r;

        *guard = (Guard){ 0 };
        *wrongp = NULL;
        r = take_list(&guard->denied, denied, wrongp);
        if (!r)
                r = take_list(&guard->read_only, read_only, wrongp);
        if (r)
                guard_deinit(guard);
        return r;
}

void guard_deinit(Guard *guard)
{
        strings_deinit(&guard->denied);
        strings_deinit(&guard->read_only);
}

bool guard_is_empty(const Guard *guard)
{
        return !guard->denied.count && !guard->read_only.count;
}

static bool has_other_form(const Strings *rules, bool is_absolute)
{
        for (const char *rule = strings_next(rules, NULL); rule; rule = strings_next(rules, rule))
                if ((rule[0] == '/') != is_absolute)
                        return true;
        return false;
}

bool guard_needs_home(const Guard *guard, const char *path)
{
        const bool is_absolute = path[0] == '/';

        return has_other_form(&guard->denied, is_absolute) || has_other_form(&guard->read_only, is_absolute);
}

static int make_absolute(Bytes *absolute, const char *home, const char *path)
{
        absolute->size = 0;
        return bytes_printf(absolute, "%s%s%s", path[0] == '/' ? "" : home, path[0] == '/' ? "" : "/", path);
}

/* Whether a rule is about the path; in doubt it is. */
static bool covers(const char *home, const char *rule, const char *path, bool with_below)
{
        _cleanup_(bytes_deinit) Bytes absolute_rule = { 0 }, absolute_path = { 0 };

        if ((rule[0] == '/') != (path[0] == '/')) {
                if (!home[0] || make_absolute(&absolute_rule, home, rule) < 0 ||
                    make_absolute(&absolute_path, home, path) < 0)
                        return true;
                rule = absolute_rule.data;
                path = absolute_path.data;
        }
        return protocol_is_below(path, rule) || (with_below && protocol_is_below(rule, path));
}

static bool one_covers(const Strings *rules, const char *home, const char *path, bool with_below)
{
        for (const char *rule = strings_next(rules, NULL); rule; rule = strings_next(rules, rule))
                if (covers(home, rule, path, with_below))
                        return true;
        return false;
}

bool guard_permits(const Guard *guard, const char *home, const char *path, GuardAccess access)
{
        const bool with_below = access == GUARD_CHANGE_BELOW;

        if (path[0] == '@') /* no node: something that can only be watched */
                return true;
        return !one_covers(&guard->denied, home, path, with_below) &&
               (access == GUARD_READ || !one_covers(&guard->read_only, home, path, with_below));
}
