/* The output folder: see output.h */

#include "convert/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util/error.h"
#include "util/fd.h"

#define OUTPUT_FILE_MAX (64u << 20) /* bytes of an existing file that is brought up to date */

static int complain(const char *path, int r)
{
        fprintf(stderr, "%s: error: %s\n", path, strerror(-r));
        return r;
}

int output_init(Output *output, const char *folder, bool is_quiet)
{
        _cleanup_(freep) char *path = strdup(folder);
        struct stat st;

        if (!path)
                return error_origin(-ENOMEM);
        *output = (Output){ .folder = folder, .is_quiet = is_quiet };
        for (char *slash = path + 1; *path; slash++) {
                char c = *slash;

                if (c != '/' && c != '\0')
                        continue;
                *slash = '\0';
                if (mkdir(path, 0777) < 0 && errno != EEXIST)
                        return complain(path, -errno);
                *slash = c;
                if (c == '\0')
                        break;
        }
        if (stat(folder, &st) < 0)
                return complain(folder, -errno);
        return S_ISDIR(st.st_mode) ? 0 : complain(folder, -ENOTDIR);
}

/* Without fsync: what was lost can be generated again. */
static int replace(const char *temporary, const char *path, const Buffer *text)
{
        _cleanup_fd_ int fd = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0666);
        int r;

        if (fd < 0)
                return -errno;
        r = fd_write_all(fd, text->data, text->size);
        if (r == 0 && rename(temporary, path) < 0)
                r = -errno;
        if (r < 0)
                unlink(temporary);
        return r;
}

int output_write(Output *output, Arena *arena, const char *verb, const char *name, Buffer *text)
{
        const char *path = arena_printf(arena, "%s/%s", output->folder, name);
        const char *temporary = arena_printf(arena, "%s/.%s.%ld", output->folder, name, (long)getpid());
        int r;

        if (!path || !temporary || text->failed)
                return complain(name, error_origin(-ENOMEM));
        if (!output->is_quiet)
                printf("%s %s\n", verb, path);
        r = replace(temporary, path, text);
        if (r < 0)
                return complain(path, r);
        output->n_written++;
        return 0;
}

int output_read(const Output *output, Arena *arena, const char *name, char **textp, size_t *sizep)
{
        const char *path = arena_printf(arena, "%s/%s", output->folder, name);
        int r;

        if (!path)
                return complain(name, error_origin(-ENOMEM));
        r = fd_read_file(textp, sizep, path, OUTPUT_FILE_MAX);
        if (r < 0 && r != -ENOENT)
                return complain(path, r);
        return r;
}
