#include "protocol.h"

#include "common.h"

#include <errno.h>
#include <string.h>

static const struct {
        const char *text;
        int number;
} errors[] = {
        { "ENOENT", ENOENT },   { "EACCES", EACCES }, { "EINVAL", EINVAL }, { "EAGAIN", EAGAIN },
        { "EEXIST", EEXIST },   { "ENOSPC", ENOSPC }, { "EQUOTA", EDQUOT }, { "ENOMEM", ENOMEM },
        { "E2BIG", E2BIG },     { "EPERM", EPERM },   { "EISDIR", EISDIR }, { "EIO", EIO },
        { "ENOSYS", ENOSYS },   { "EROFS", EROFS },   { "EBUSY", EBUSY },   { "ENOTEMPTY", ENOTEMPTY },
        { "EISCONN", EISCONN },
};

int protocol_error(const char *text, size_t size)
{
        size = strnlen(text, size);
        for (size_t i = 0; i < ARRAY_SIZE(errors); i++)
                if (strlen(errors[i].text) == size && !memcmp(errors[i].text, text, size))
                        return errors[i].number;
        return EINVAL;
}

static bool is_allowed(char c)
{
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '/' ||
               c == '_' || c == '@';
}

int protocol_check_path(const char *path, bool is_watch)
{
        size_t size = 0;

        for (; path[size]; size++)
                if (!is_allowed(path[size]) || (path[size] == '/' && path[size + 1] == '/'))
                        return EINVAL;
        if (!size)
                return EINVAL;
        if (size > 1 && path[size - 1] == '/')
                return EINVAL;
        if (path[0] == '@' && !is_watch)
                return EINVAL;
        if (size > (path[0] == '/' ? XS_PATH_ABSOLUTE_MAX : XS_PATH_RELATIVE_MAX))
                return ENAMETOOLONG;
        return 0;
}

bool protocol_is_below(const char *path, const char *parent)
{
        size_t size = strlen(parent);

        if (!strcmp(parent, "/"))
                return path[0] == '/';
        return !strncmp(path, parent, size) && (!path[size] || path[size] == '/');
}
