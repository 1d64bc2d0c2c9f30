#include "mof/source.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "mof/syntax.h"
#include "util/error.h"
#include "util/text.h"

#define FOLDER_ENTRIES_MAX 100000 /* looked at for a name in another case */
#define PATH_BYTES_MAX     4096

static void closep(int *fd)
{
        if (*fd >= 0)
                close(*fd);
}

static void closedirp(DIR **dir)
{
        if (*dir)
                closedir(*dir);
}

MofSource *mof_source_free(MofSource *source)
{
        if (source) {
                free(source->text);
                free(source);
        }
        return NULL;
}

DEFINE_CLEANUP(MofSource *, mof_source_free);

const char *mof_source_line(const MofSource *source, uint32_t line, const char **endp)
{
        const char *p = source->text, *end = source->text + source->size;

        for (uint32_t at = 1; p < end; at++) {
                const char *line_end = p + strcspn(p, "\r\n");

                if (at == line) {
                        *endp = line_end;
                        return p;
                }
                p = line_end + (line_end < end);
                if (p < end && line_end[0] == '\r' && *p == '\n')
                        p++;
        }
        return NULL;
}

/* Line of the first byte that is not UTF-8. */
static uint32_t bad_line(const char *text, size_t size)
{
        uint32_t line = 1;

        for (const char *p = text; p < text + size;) {
                if (*p == '\n')
                        line++;
                if (!*p || utf8_next(&p, text + size) == UINT32_MAX)
                        break;
        }
        return line;
}

static int from_utf16(Buffer *buffer, const unsigned char *data, size_t size, bool is_big_endian)
{
        enum {
                BATCH = 4096
        };
        size_t count = size / 2;
        int r;

        for (size_t i = 0; i < count;) {
                uint16_t units[BATCH];
                size_t n = MIN(count - i, (size_t)BATCH);

                for (size_t j = 0; j < n; j++) {
                        const unsigned char *unit = data + (i + j) * 2;

                        units[j] = (uint16_t)(is_big_endian ? unit[0] << 8 | unit[1] : unit[1] << 8 | unit[0]);
                }
                /* a pair is not cut in two */
                if (i + n < count && n > 1 && (units[n - 1] & 0xFC00) == 0xD800)
                        n--;
                r = utf16_to_utf8(buffer, units, n);
                if (r < 0)
                        return r;
                i += n;
        }
        return size % 2 ? -EILSEQ : 0;
}

/* Other people's files of the time before UTF-8: every byte is a character. */
static int from_latin1(Buffer *buffer, const unsigned char *data, size_t size)
{
        for (size_t i = 0; i < size; i++)
                utf8_append(buffer, data[i]);
        return buffer->failed ? -ENOMEM : 0;
}

static int decode(MofParser *parser, const char *name, const char *text, size_t size, Buffer *buffer)
{
        const unsigned char *data = (const unsigned char *)text;
        MofWhere where = { .file = name };
        int r;

        if (size >= 2 && ((data[0] == 0xFF && data[1] == 0xFE) || (data[0] == 0xFE && data[1] == 0xFF)))
                r = from_utf16(buffer, data + 2, size - 2, data[0] == 0xFE);
        else if (size >= 2 && (data[0] == 0) != (data[1] == 0))
                r = from_utf16(buffer, data, size, data[0] == 0);
        else
                r = 1;
        if (r == -EILSEQ)
                return mof_error(parser, &where, "the file is not UTF-16, as its first bytes promise");
        if (r < 0)
                return error_trace(r);

        if (r == 1) {
                if (size >= 3 && data[0] == 0xEF && data[1] == 0xBB && data[2] == 0xBF) {
                        text += 3;
                        size -= 3;
                }
                if (!utf8_valid(text, size) && !memchr(text, 0, size)) {
                        where.line = bad_line(text, size);
                        where.column = 1;
                        r = mof_complaint(parser, &where,
                                          "the text is not UTF-8 from this line on, taken as ISO 8859-1");
                        if (r)
                                return r;
                        r = from_latin1(buffer, (const unsigned char *)text, size);
                } else {
                        r = buffer_append(buffer, text, size);
                }
                if (r < 0)
                        return error_trace(r);
        }

        if (buffer->size > 0 && memchr(buffer->data, 0, buffer->size)) {
                where.line = bad_line(buffer->data, buffer->size);
                where.column = 1;
                return mof_error(parser, &where, "the text holds a NUL character");
        }
        return 0;
}

int mof_source_from_text(MofParser *parser, const char *name, const char *folder, const void *text, size_t size,
                         MofSource **sourcep)
{
        _cleanup_(mof_source_freep) MofSource *source = NULL;
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        MofWhere where = { .file = name };
        int r;

        if (size > MOF_FILE_MAX || size > MOF_TOTAL_MAX - parser->bytes)
                return mof_error(parser, &where, "the text is too large: more than %u MiB in one file or %u MiB in all",
                                 MOF_FILE_MAX >> 20, MOF_TOTAL_MAX >> 20);
        parser->bytes += size;

        source = calloc(1, sizeof(*source));
        if (!source)
                return error_origin(-ENOMEM);
        source->name = mof_text(parser, name, strlen(name));
        source->folder = mof_text(parser, folder, strlen(folder));
        if (!source->name || !source->folder)
                return error_trace(parser->fatal);

        r = decode(parser, source->name, text, size, &buffer);
        if (r)
                return r;
        source->size = buffer.size;
        source->text = buffer_steal(&buffer);
        if (!source->text)
                return error_origin(-ENOMEM);

        *sourcep = steal(&source);
        return 0;
}

static int read_all(int fd, Buffer *buffer)
{
        for (;;) {
                ssize_t n;

                if (buffer_reserve(buffer, 65536) < 0)
                        return buffer->size >= MOF_FILE_MAX ? -EFBIG : -ENOMEM;
                n = read(fd, buffer->data + buffer->size, 65536);
                if (n < 0 && errno != EINTR)
                        return -errno;
                if (n == 0)
                        return 0;
                if (n > 0)
                        buffer->size += (size_t)n;
                if (buffer->size > MOF_FILE_MAX)
                        return -EFBIG;
        }
}

/* Includes are regular files only: nothing that a text names may block or be read without end. */
static int read_path(const char *path, bool is_include, Buffer *buffer)
{
        _cleanup_(closep) int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY | (is_include ? O_NONBLOCK : 0));
        struct stat st;

        if (fd < 0)
                return -errno;
        if (fstat(fd, &st) < 0)
                return -errno;
        if (S_ISDIR(st.st_mode))
                return -EISDIR;
        if (is_include && !S_ISREG(st.st_mode))
                return -EINVAL;
        if (st.st_size > MOF_FILE_MAX)
                return -EFBIG;
        if (buffer_reserve(buffer, (size_t)st.st_size + 1) < 0)
                return -ENOMEM;
        return read_all(fd, buffer);
}

static void folder_of(const char *path, char folder[PATH_BYTES_MAX])
{
        const char *slash = strrchr(path, '/');

        if (slash)
                snprintf(folder, PATH_BYTES_MAX, "%.*s", slash == path ? 1 : (int)(slash - path), path);
        else
                snprintf(folder, PATH_BYTES_MAX, ".");
}

static int source_from_path(MofParser *parser, const char *path, bool is_include, const MofWhere *where,
                            MofSource **sourcep)
{
        _cleanup_(buffer_deinit) Buffer buffer = BUFFER_INIT;
        char folder[PATH_BYTES_MAX];
        int r;

        r = read_path(path, is_include, &buffer);
        if (r == -ENOMEM)
                return error_origin(r);
        if (r < 0)
                return mof_error(parser, where, "cannot read %s: %s", path,
                                 r == -EINVAL ? "it is not a regular file" : strerror(-r));
        folder_of(path, folder);
        return mof_source_from_text(parser, path, folder, buffer.data ? buffer.data : "", buffer.size, sourcep);
}

int mof_source_from_file(MofParser *parser, const char *path, MofSource **sourcep)
{
        MofWhere where = { .file = path };

        if (strlen(path) >= PATH_BYTES_MAX)
                return mof_error(parser, &where, "the name of the file is too long");
        return source_from_path(parser, path, false, &where, sourcep);
}

/* Puts the name of an entry of `folder` that is `name` but for case into `path`, behind `length` bytes. */
static bool find_entry(const char *folder, const char *name, size_t name_length, char path[PATH_BYTES_MAX],
                       size_t length)
{
        _cleanup_(closedirp) DIR *dir = opendir(folder);

        for (int i = 0; dir && i < FOLDER_ENTRIES_MAX; i++) {
                struct dirent *entry = readdir(dir);

                if (!entry)
                        return false;
                if (strlen(entry->d_name) == name_length && ascii_ncasecmp(entry->d_name, name, name_length) == 0) {
                        memcpy(path + length, entry->d_name, name_length + 1);
                        return true;
                }
        }
        return false;
}

/*
 * `folder`/`name` as it is, else part by part without regard to case (files written on Windows name each other so).
 * True if it is there; the path is in `path`.
 */
static bool find_path(const char *folder, const char *name, char path[PATH_BYTES_MAX])
{
        size_t length;
        int n;

        n = snprintf(path, PATH_BYTES_MAX, "%s%s%s", *name == '/' || strcmp(folder, ".") == 0 ? "" : folder,
                     *name == '/' || strcmp(folder, ".") == 0 ? "" : "/", name);
        if (n < 0 || n >= PATH_BYTES_MAX)
                return false;
        if (access(path, F_OK) == 0)
                return true;

        length = (size_t)n - strlen(name);
        for (const char *part = name; *part;) {
                size_t part_length = strcspn(part, "/");
                char above[PATH_BYTES_MAX];

                if (part_length > 0) {
                        memcpy(above, path, length);
                        memcpy(above + length, ".", 2);
                        memcpy(path + length, part, part_length);
                        path[length + part_length] = 0;
                        if (access(path, F_OK) < 0 && !find_entry(above, part, part_length, path, length))
                                return false;
                        length += part_length;
                }
                for (part += part_length; *part == '/'; part++)
                        if (length == 0 || path[length - 1] != '/')
                                path[length++] = '/';
                path[length] = 0;
        }
        return true;
}

static int include_from_callback(MofParser *parser, const char *name, const MofWhere *where, MofSource **sourcep)
{
        _cleanup_(freep) char *text = NULL;
        char folder[PATH_BYTES_MAX];
        size_t size = 0;
        int r;

        r = parser->options.include(parser->options.userdata, name, &text, &size);
        if (r == -ENOMEM)
                return error_trace(r);
        if (r < 0)
                return mof_error(parser, where, "the included file \"%s\" is not there", name);
        folder_of(name, folder);
        return mof_source_from_text(parser, name, folder, text ? text : "", size, sourcep);
}

int mof_source_include(MofParser *parser, const char *name, const MofWhere *where, MofSource **sourcep)
{
        char path[PATH_BYTES_MAX], slashed[PATH_BYTES_MAX];
        size_t length = strlen(name);

        if (length == 0 || length >= PATH_BYTES_MAX / 2)
                return mof_error(parser, where, "expected the name of a file to include");
        if (parser->options.include)
                return include_from_callback(parser, name, where, sourcep);

        for (size_t i = 0; i <= length; i++)
                slashed[i] = name[i] == '\\' ? '/' : name[i];
        if (find_path(parser->source->folder, slashed, path))
                return source_from_path(parser, path, true, where, sourcep);
        for (uint32_t i = 0; i < parser->options.n_include_path; i++)
                if (find_path(parser->options.include_path[i], slashed, path))
                        return source_from_path(parser, path, true, where, sourcep);
        return mof_error(parser, where, "the included file \"%s\" is neither beside this file nor on the include path",
                         name);
}
