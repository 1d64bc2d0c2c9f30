#include "journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

enum {
        COMPACT_SIZE = 256 * 1024, /* smaller files are left alone */
        COMPACT_FACTOR = 4,
        CHECKSUM_SIZE = 9, /* a space and eight digits */
        FILE_SIZE_MAX = 512 * 1024 * 1024,
        LOCK_SECONDS = 10,
        LOCK_RETRY_MS = 5,
};

static uint32_t checksum(const char *data, size_t size)
{
        uint32_t sum = ~0U;

        for (size_t i = 0; i < size; i++) {
                sum ^= (unsigned char)data[i];
                for (unsigned bit = 0; bit < 8; bit++)
                        sum = sum >> 1 ^ (sum & 1 ? 0xedb88320U : 0);
        }
        return ~sum;
}

int journal_line_add(Bytes *bytes, const char *format, ...)
{
        va_list ap;
        char *text;
        int size, r;

        va_start(ap, format);
        size = vasprintf(&text, format, ap);
        va_end(ap);
        if (size < 0)
                return -ENOMEM;
        r = bytes_printf(bytes, "%s %08x\n", text, checksum(text, (size_t)size));
        free(text);
        return r;
}

int journal_word_add(Bytes *bytes, const char *text)
{
        int r = text[0] ? 0 : bytes_add_text(bytes, "%");

        for (; *text && !r; text++) {
                unsigned char byte = (unsigned char)*text;

                r = byte <= ' ' || byte == '%' || byte == 0x7f ? bytes_printf(bytes, "%%%02x", byte)
                                                               : bytes_add(bytes, text, 1);
        }
        return r;
}

void journal_word_decode(char *word)
{
        char *out = word;

        for (; *word; word++) {
                char digits[3] = { 0 };

                if (*word != '%') {
                        *out++ = *word;
                        continue;
                }
                if (!word[1] || !word[2])
                        break; /* "%" alone: the empty text */
                memcpy(digits, word + 1, 2);
                *out++ = (char)strtoul(digits, NULL, 16);
                word += 2;
        }
        *out = '\0';
}

size_t journal_read(char *data, JournalLine line, void *userdata)
{
        char *start = data, *end;

        for (; (end = strchr(start, '\n')); start = end + 1) {
                size_t size = (size_t)(end - start);
                char *rest;

                if (size < CHECKSUM_SIZE || start[size - CHECKSUM_SIZE] != ' ' ||
                    strtoul(start + size - CHECKSUM_SIZE + 1, &rest, 16) != checksum(start, size - CHECKSUM_SIZE) ||
                    rest != end)
                        break;
                start[size - CHECKSUM_SIZE] = '\0';
                line(userdata, start);
        }
        return (size_t)(start - data);
}

static int load(Journal *journal, JournalLine line, void *userdata)
{
        _cleanup_(freep) char *data = NULL;
        struct stat status;
        size_t size = 0, good;
        ssize_t got;

        if (fstat(journal->fd, &status) < 0)
                return -errno;
        if (status.st_size > FILE_SIZE_MAX)
                return -EFBIG;
        data = malloc((size_t)status.st_size + 1);
        if (!data)
                return -ENOMEM;
        while (size < (size_t)status.st_size) {
                got = read(journal->fd, data + size, (size_t)status.st_size - size);
                if (got < 0 && errno == EINTR)
                        continue;
                if (got <= 0)
                        break;
                size += (size_t)got;
        }
        data[size] = '\0';
        good = journal_read(data, line, userdata);
        if (good < (size_t)status.st_size && ftruncate(journal->fd, (off_t)good) < 0)
                return -errno;
        journal->size = good;
        return 0;
}

/* Two hosts may live for a moment, the old one at its end: it writes its last lines before the new one reads. */
static int take_lock(Journal *journal)
{
        uint64_t deadline = time_now() + LOCK_SECONDS * NS_PER_S;
        _cleanup_(freep) char *path = NULL;

        if (asprintf(&path, "%s.lock", journal->path) < 0) {
                path = NULL;
                return -ENOMEM;
        }
        journal->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (journal->lock_fd < 0)
                return -errno;
        while (flock(journal->lock_fd, LOCK_EX | LOCK_NB) < 0) {
                if (errno != EWOULDBLOCK && errno != EINTR)
                        return -errno;
                if (time_now() >= deadline)
                        return -EBUSY;
                time_sleep(LOCK_RETRY_MS * NS_PER_MS);
        }
        return 0;
}

int journal_open(Journal *journal, const char *directory, JournalLine line, void *userdata)
{
        int r;

        *journal = (Journal){ .fd = -1, .lock_fd = -1, .compact_at = COMPACT_SIZE };
        if (!directory)
                return 0;
        if (asprintf(&journal->path, "%s/xenstore-sessions", directory) < 0) {
                journal->path = NULL;
                return -ENOMEM;
        }
        r = take_lock(journal);
        if (!r) {
                journal->fd = open(journal->path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
                r = journal->fd < 0 ? -errno : load(journal, line, userdata);
        }
        if (r < 0)
                journal_close(journal);
        return r;
}

void journal_close(Journal *journal)
{
        if (journal->fd >= 0)
                close(journal->fd);
        if (journal->lock_fd >= 0)
                close(journal->lock_fd);
        free(journal->path);
        *journal = (Journal){ .fd = -1, .lock_fd = -1 };
}

static int write_all(int fd, const char *data, size_t size)
{
        while (size) {
                ssize_t written = write(fd, data, size);

                if (written < 0 && errno == EINTR)
                        continue;
                if (written < 0)
                        return -errno;
                data += written;
                size -= (size_t)written;
        }
        return 0;
}

int journal_append(Journal *journal, const Bytes *lines)
{
        int r;

        if (journal->fd < 0 || !lines->size)
                return 0;
        r = write_all(journal->fd, lines->data, lines->size);
        if (r < 0) {
                /* What follows half a line would be lost with it. */
                if (ftruncate(journal->fd, (off_t)journal->size) < 0)
                        return -errno;
                return r;
        }
        journal->size += lines->size;
        return 0;
}

bool journal_wants_compacting(const Journal *journal)
{
        return journal->fd >= 0 && journal->size > journal->compact_at;
}

int journal_compact(Journal *journal, const Bytes *all)
{
        _cleanup_(freep) char *fresh = NULL;
        int fd, r;

        if (journal->fd < 0)
                return 0;
        if (asprintf(&fresh, "%s.new", journal->path) < 0) {
                fresh = NULL;
                return -ENOMEM;
        }
        fd = open(fresh, O_RDWR | O_CREAT | O_TRUNC | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
        if (fd < 0)
                return -errno;
        r = write_all(fd, all->data, all->size);
        if (!r && rename(fresh, journal->path) < 0)
                r = -errno;
        if (r < 0) {
                close(fd);
                return r;
        }
        close(journal->fd);
        journal->fd = fd;
        journal->size = all->size;
        journal->compact_at = MAX((size_t)COMPACT_SIZE, all->size * COMPACT_FACTOR);
        return 0;
}
