#include "proc.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
        STAT_SIZE = 2048,
        CGROUP_SIZE = 8192,
        COMM_TRUNCATED = 15, /* the kernel keeps that much of a name */
};

/* The content of a file of a process, NUL-terminated; at most size - 1 bytes. Bytes read or negative errno. */
static ssize_t read_file(const char *root, pid_t pid, const char *name, char *buffer, size_t size)
{
        char path[PROC_PATH_SIZE];
        size_t used = 0;
        ssize_t n = 0;
        int fd;

        if (snprintf(path, sizeof(path), "%s/%d/%s", root, (int)pid, name) >= (int)sizeof(path))
                return -ENAMETOOLONG;
        fd = open(path, O_RDONLY | O_CLOEXEC);
        if (fd < 0)
                return errno == ENOENT ? -ESRCH : -errno;
        while (used < size - 1) {
                n = read(fd, buffer + used, size - 1 - used);
                if (n < 0 && errno == EINTR)
                        continue;
                if (n <= 0)
                        break;
                used += (size_t)n;
        }
        if (n < 0)
                n = -errno;
        close(fd);
        buffer[used] = 0;
        return n < 0 ? n : (ssize_t)used;
}

static uint64_t ticks_to_ms(unsigned long long ticks)
{
        long hz = sysconf(_SC_CLK_TCK);

        return ticks * 1000 / (uint64_t)(hz > 0 ? hz : 100);
}

/* "PID (NAME) STATE PPID ...": a name may hold anything, so the last parenthesis counts. */
static int parse_stat(Proc *proc, char *text)
{
        char *open = strchr(text, '('), *close = strrchr(text, ')');
        unsigned long long user, kernel, start;
        long nice, pages;
        int ppid;

        if (!open || !close || close < open)
                return -EPROTO;
        *close = 0;
        snprintf(proc->name, sizeof(proc->name), "%s", open + 1);
        if (sscanf(close + 1,
                   " %c %d %*d %*d %*d %*d %*u %*u %*u %*u %*u %llu %llu %*d %*d %*d %ld %*d %*d %llu %*u %ld",
                   &proc->state, &ppid, &user, &kernel, &nice, &start, &pages) != 7)
                return -EPROTO;
        proc->ppid = ppid;
        proc->nice = (int)nice;
        proc->user_ms = ticks_to_ms(user);
        proc->kernel_ms = ticks_to_ms(kernel);
        proc->start_ms = ticks_to_ms(start);
        proc->resident = pages > 0 ? (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) : 0;
        return 0;
}

static bool needs_quotes(const char *argument)
{
        return !*argument || strpbrk(argument, " \t\n\"'\\");
}

char *proc_join_command(const char *arguments, size_t size)
{
        char *line = malloc(5 * size + 3), *out = line; /* at worst quotes and a space for each, and all escaped */
        const char *end = arguments + size;

        if (!line)
                return NULL;
        for (const char *p = arguments; p < end; p += strnlen(p, (size_t)(end - p)) + 1) {
                size_t length = strnlen(p, (size_t)(end - p));

                if (out > line)
                        *out++ = ' ';
                if (!needs_quotes(p)) {
                        memcpy(out, p, length);
                        out += length;
                        continue;
                }
                *out++ = '"';
                for (size_t i = 0; i < length; i++) {
                        if (p[i] == '"' || p[i] == '\\')
                                *out++ = '\\';
                        *out++ = p[i];
                }
                *out++ = '"';
        }
        *out = 0;
        return line;
}

/* CIM strings are UTF-8; arguments may be anything. */
static void make_utf8(char *text)
{
        unsigned char *p = (unsigned char *)text;

        while (*p) {
                int follow = *p < 0x80                           ? 0
                             : (*p & 0xE0) == 0xC0 && *p >= 0xC2 ? 1
                             : (*p & 0xF0) == 0xE0               ? 2
                             : (*p & 0xF8) == 0xF0 && *p <= 0xF4 ? 3
                                                                 : -1;
                bool good = follow >= 0;

                for (int i = 1; good && i <= follow; i++)
                        good = (p[i] & 0xC0) == 0x80;
                if (good && follow == 2)
                        good = !(p[0] == 0xE0 && p[1] < 0xA0) && !(p[0] == 0xED && p[1] >= 0xA0);
                if (good && follow == 3)
                        good = !(p[0] == 0xF0 && p[1] < 0x90) && !(p[0] == 0xF4 && p[1] >= 0x90);
                if (!good)
                        *p = '?';
                p += good ? follow + 1 : 1;
        }
}

/* The kernel cuts names: the whole one is that of the program, if it begins alike. */
static void complete_name(Proc *proc, const char *argument)
{
        const char *slash = strrchr(argument, '/');
        const char *base = slash ? slash + 1 : argument;

        if (strlen(proc->name) == COMM_TRUNCATED && strncmp(base, proc->name, COMM_TRUNCATED) == 0)
                snprintf(proc->name, sizeof(proc->name), "%s", base);
}

static int take_command(Proc *proc, char *arguments, size_t size, unsigned want)
{
        while (size > 0 && arguments[size - 1] == 0)
                size--;
        if (size == 0)
                return 0;
        complete_name(proc, arguments);
        if (!(want & PROC_COMMAND))
                return 0;
        proc->command = proc_join_command(arguments, size);
        if (!proc->command)
                return -ENOMEM;
        make_utf8(proc->command);
        return 0;
}

static int read_command(Proc *proc, const char *root, unsigned want)
{
        char small[4096], *large;
        ssize_t n;
        int r;

        n = read_file(root, proc->pid, "cmdline", small, sizeof(small));
        if (n < (ssize_t)sizeof(small) - 1) /* what may not be read is not shown */
                return n > 0 ? take_command(proc, small, (size_t)n, want) : 0;

        large = malloc(PROC_COMMAND_MAX);
        if (!large)
                return -ENOMEM;
        n = read_file(root, proc->pid, "cmdline", large, PROC_COMMAND_MAX);
        r = n > 0 ? take_command(proc, large, (size_t)n, want) : 0;
        free(large);
        return r;
}

void proc_parse_unit(const char *text, char unit[PROC_UNIT_SIZE])
{
        static const char suffix[] = ".service";

        unit[0] = 0;
        for (const char *line = text; *line;) {
                size_t length = strcspn(line, "\n");
                const char *path = memchr(line, '/', length), *end = line + length;

                /* "0::/path" of the unified hierarchy, or "1:name=systemd:/path" */
                if (path && (strncmp(line, "0::", 3) == 0 || memmem(line, length, ":name=systemd:", 14))) {
                        for (const char *part = path + 1; part < end;) {
                                size_t size = (size_t)(end - part);
                                const char *slash = memchr(part, '/', size);

                                if (slash)
                                        size = (size_t)(slash - part);
                                if (size >= sizeof(suffix) && size < PROC_UNIT_SIZE &&
                                    memcmp(part + size - (sizeof(suffix) - 1), suffix, sizeof(suffix) - 1) == 0) {
                                        memcpy(unit, part, size);
                                        unit[size] = 0;
                                }
                                part += size + 1;
                        }
                }
                line = end + (*end == '\n');
        }
        make_utf8(unit);
}

static void read_unit(Proc *proc, const char *root)
{
        char text[CGROUP_SIZE];

        if (read_file(root, proc->pid, "cgroup", text, sizeof(text)) > 0)
                proc_parse_unit(text, proc->unit);
}

int proc_read(Proc *proc, const char *root, pid_t pid, unsigned want)
{
        char text[STAT_SIZE];
        ssize_t n;
        int r;

        *proc = (Proc){ .pid = pid };
        n = read_file(root, pid, "stat", text, sizeof(text));
        if (n < 0)
                return (int)n;
        r = parse_stat(proc, text);
        if (!r && (want & PROC_COMMAND || strlen(proc->name) == COMM_TRUNCATED))
                r = read_command(proc, root, want);
        if (!r && want & PROC_UNIT)
                read_unit(proc, root);
        make_utf8(proc->name);
        if (r)
                proc_deinit(proc);
        return r;
}

void proc_deinit(Proc *proc)
{
        free(proc->command);
        proc->command = NULL;
}

bool proc_parse_pid(const char *text, pid_t *pidp)
{
        int64_t number = 0;

        if (!text || *text < '1' || *text > '9')
                return false;
        for (; *text >= '0' && *text <= '9'; text++) {
                number = number * 10 + (*text - '0');
                if (number > INT32_MAX)
                        return false;
        }
        *pidp = (pid_t)number;
        return !*text;
}

int proc_walk_init(ProcWalk *walk, const char *root)
{
        walk->dir = opendir(root);
        return walk->dir ? 0 : -errno;
}

void proc_walk_deinit(ProcWalk *walk)
{
        if (walk->dir)
                closedir(walk->dir);
        walk->dir = NULL;
}

pid_t proc_walk_next(ProcWalk *walk)
{
        struct dirent *entry;
        pid_t pid;

        while ((entry = readdir(walk->dir)))
                if (proc_parse_pid(entry->d_name, &pid))
                        return pid;
        return 0;
}

int proc_count(const char *root)
{
        ProcWalk walk;
        int count = 0;
        int r = proc_walk_init(&walk, root);

        if (r < 0)
                return r;
        while (proc_walk_next(&walk) > 0)
                count++;
        proc_walk_deinit(&walk);
        return count;
}
