#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "util/log.h"

#define LOG_LINE_MAX    4096
#define LOG_KEPT_FD_MIN 200 /* out of the way of those who close the first few, or take the lowest that is free */

static const char *log_program = "xenmi";
static bool log_to_journal;
static int log_kept_fd = STDERR_FILENO;
static _Atomic(LogLevel) log_current_level = LOG_LEVEL_NOTICE;

static const char *const log_level_names[] = {
        [LOG_LEVEL_ERROR] = "error", [LOG_LEVEL_WARNING] = "warning", [LOG_LEVEL_NOTICE] = "notice",
        [LOG_LEVEL_INFO] = "info",   [LOG_LEVEL_DEBUG] = "debug",
};

/* systemd tells a service that its stderr is the journal by device and inode in JOURNAL_STREAM (systemd.exec(5)). */
static bool log_stderr_is_journal(void)
{
        const char *stream = getenv("JOURNAL_STREAM");
        unsigned long long device, inode;
        struct stat st;

        return stream && sscanf(stream, "%llu:%llu", &device, &inode) == 2 && fstat(STDERR_FILENO, &st) == 0 &&
               st.st_dev == device && st.st_ino == inode;
}

void log_init(const char *program)
{
        const char *level_name = getenv("XENMI_LOG");
        LogLevel level;

        log_program = program;
        log_to_journal = log_stderr_is_journal();
        if (level_name && log_level_parse(&level, level_name) == 0)
                log_set_level(level);
}

void log_set_level(LogLevel level)
{
        atomic_store_explicit(&log_current_level, level, memory_order_relaxed);
}

LogLevel log_level(void)
{
        return atomic_load_explicit(&log_current_level, memory_order_relaxed);
}

int log_level_parse(LogLevel *levelp, const char *name)
{
        for (size_t i = 0; i < ARRAY_SIZE(log_level_names); i++)
                if (log_level_names[i] && strcmp(log_level_names[i], name) == 0) {
                        *levelp = (LogLevel)i;
                        return 0;
                }
        return -EINVAL;
}

/* Data in a line cannot end it or speak to a terminal: control characters become \xHH. */
static size_t log_escape(char *out, size_t size, const char *text)
{
        size_t length = 0;

        for (; *text && length + 5 < size; text++) {
                unsigned char c = (unsigned char)*text;

                if (c < 0x20 || c == 0x7f)
                        length += (size_t)snprintf(out + length, size - length, "\\x%02x", c);
                else
                        out[length++] = (char)c;
        }
        return length;
}

void log_keep_stream(void)
{
        const int fd = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, LOG_KEPT_FD_MIN);

        if (fd >= 0)
                log_kept_fd = fd;
}

void log_write_raw(const char *text, size_t size)
{
        /* A log that cannot be written has nobody to tell. */
        if (write(log_kept_fd, text, size) < 0 && errno == EBADF)
                (void)!write(STDERR_FILENO, text, size);
}

void log_write(LogLevel level, const char *format, ...)
{
        char text[LOG_LINE_MAX], line[LOG_LINE_MAX + 128];
        int saved_errno = errno;
        size_t length;
        va_list args;

        if (level > log_level())
                return;

        va_start(args, format);
        vsnprintf(text, sizeof(text), format, args);
        va_end(args);

        if (log_to_journal)
                length = (size_t)snprintf(line, sizeof(line), "<%d>", (int)level);
        else
                length = (size_t)snprintf(line, sizeof(line), "%s[%d]: %s: ", log_program, (int)getpid(),
                                          log_level_names[level]);
        length += log_escape(line + length, sizeof(line) - length - 1, text);
        line[length++] = '\n';

        log_write_raw(line, length);
        errno = saved_errno;
}

void log_audit(const char *who, const char *what, const char *object, unsigned int result, const char *message)
{
        if (message && *message)
                log_notice("audit: %s op=%s object=\"%s\" result=%u (%s)", who, what, object, result, message);
        else
                log_notice("audit: %s op=%s object=\"%s\" result=%u", who, what, object, result);
}
