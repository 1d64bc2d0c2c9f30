#include "registry/record.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "registry/repository.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"

void record_init(Record *record)
{
        memset(record, 0, sizeof(*record));
        arena_init(&record->arena, 0);
        record->hosting = RECORD_REQUESTOR;
        record->user = "";
}

void record_deinit(Record *record)
{
        arena_deinit(&record->arena);
        free(record->namespaces);
        free(record->classes);
        free(record->options);
        memset(record, 0, sizeof(*record));
}

bool record_name_is_valid(const char *name)
{
        size_t length = strlen(name);

        if (length < 1 || length > 60 || name[0] == '.' || name[0] == '-')
                return false;
        for (size_t i = 0; i < length; i++)
                if (!ascii_is_alpha(name[i]) && !ascii_is_digit(name[i]) && !strchr("-_.", name[i]))
                        return false;
        return true;
}

/* Appends a copy of the text to a list that grows by doubling. */
static int append(Record *record, const char ***listp, uint32_t *countp, uint32_t max, const char *text)
{
        const char **list;
        char *copy;

        if (*countp >= max)
                return RECORD_MALFORMED;
        copy = arena_strdup(&record->arena, text);
        if (!copy)
                return error_origin(-ENOMEM);
        if ((*countp & (*countp - 1)) == 0) { /* 0 or a power of two: full */
                list = realloc(*listp, (*countp ? 2 * (size_t)*countp : 1) * sizeof(*list));
                if (!list)
                        return error_origin(-ENOMEM);
                *listp = list;
        }
        (*listp)[(*countp)++] = copy;
        return 0;
}

int record_add_namespace(Record *record, const char *namespace)
{
        char normal[256];

        if (!repository_normalize_namespace(normal, sizeof(normal), namespace))
                return RECORD_MALFORMED;
        for (uint32_t i = 0; i < record->n_namespaces; i++)
                if (strcmp(record->namespaces[i], normal) == 0)
                        return 0;
        return append(record, &record->namespaces, &record->n_namespaces, RECORD_NAMESPACES_MAX, normal);
}

int record_add_class(Record *record, const char *class_name)
{
        if (!text_is_identifier(class_name))
                return RECORD_MALFORMED;
        return append(record, &record->classes, &record->n_classes, RECORD_CLASSES_MAX, class_name);
}

int record_add_option(Record *record, const char *name, const char *value)
{
        RecordOption *options;

        if (!record_name_is_valid(name) || record->n_options >= RECORD_OPTIONS_MAX)
                return RECORD_MALFORMED;
        options = realloc(record->options, (record->n_options + 1) * sizeof(*options));
        if (!options)
                return error_origin(-ENOMEM);
        record->options = options;
        options[record->n_options].name = arena_strdup(&record->arena, name);
        options[record->n_options].value = arena_strdup(&record->arena, value);
        if (!options[record->n_options].name || !options[record->n_options].value)
                return error_origin(-ENOMEM);
        record->n_options++;
        return 0;
}

int record_set_hosting(Record *record, const char *text)
{
        const char *user;

        if (ascii_equal(text, "requestor") || ascii_equal(text, "@requestor@") || ascii_equal(text, "@inproc@") ||
            ascii_equal(text, "@requestor-shell@")) {
                record->hosting = RECORD_REQUESTOR;
                record->user = "";
                return 0;
        }
        /* OMI names the user and nothing else */
        user = ascii_starts_with(text, "system:") ? text + strlen("system:") : text;
        if (!record_name_is_valid(user))
                return RECORD_MALFORMED;
        user = arena_strdup(&record->arena, user);
        if (!user)
                return error_origin(-ENOMEM);
        record->hosting = RECORD_SYSTEM;
        record->user = user;
        return 0;
}

static int set_string(Record *record, const char **fieldp, const char *value)
{
        *fieldp = arena_strdup(&record->arena, value);
        return *fieldp ? 0 : error_origin(-ENOMEM);
}

static int set_boolean(bool *fieldp, const char *value)
{
        if (!ascii_equal(value, "yes") && !ascii_equal(value, "no"))
                return RECORD_MALFORMED;
        *fieldp = ascii_equal(value, "yes");
        return 0;
}

static int set_option(Record *record, char *value)
{
        char *equals = strchr(value, '=');

        if (!equals)
                return RECORD_MALFORMED;
        *equals = '\0';
        return record_add_option(record, value, equals + 1);
}

/* The first name of "Name:Super:...{End,End}" */
static int set_omi_class(Record *record, char *value)
{
        value[strcspn(value, ":{ \t")] = '\0';
        return record_add_class(record, value);
}

/* 0, RECORD_MALFORMED for a value that is none, negative errno; -ENOENT for an unknown key. */
static int set_key(Record *record, const char *key, char *value, bool is_omi)
{
        if (ascii_equal(key, "library"))
                return *value ? set_string(record, &record->library, value) : RECORD_MALFORMED;
        if (ascii_equal(key, "hosting"))
                return record_set_hosting(record, value);
        if (is_omi) {
                if (ascii_equal(key, "class") || ascii_equal(key, "indicationclass"))
                        return set_omi_class(record, value);
                /* what only matters to OMI's own server */
                if (ascii_equal(key, "extraclass") || ascii_equal(key, "instancelifetime"))
                        return 0;
                return -ENOENT;
        }
        if (ascii_equal(key, "name"))
                return record_name_is_valid(value) ? set_string(record, &record->name, value) : RECORD_MALFORMED;
        if (ascii_equal(key, "namespace"))
                return record_add_namespace(record, value);
        if (ascii_equal(key, "own-host"))
                return set_boolean(&record->own_host, value);
        if (ascii_equal(key, "filter"))
                return set_boolean(&record->has_filter, value);
        if (ascii_equal(key, "class"))
                return record_add_class(record, value);
        if (ascii_equal(key, "option"))
                return set_option(record, value);
        return -ENOENT;
}

static char *trim(char *text)
{
        size_t length;

        while (ascii_is_space(*text))
                text++;
        length = strlen(text);
        while (length > 0 && ascii_is_space(text[length - 1]))
                length--;
        text[length] = '\0';
        return text;
}

static int complain(Record *record, const char **problemp, const char *path, unsigned int line, const char *what,
                    const char *text)
{
        char place[16] = "";

        if (line)
                (void)snprintf(place, sizeof(place), "%u:", line);
        *problemp = arena_printf(&record->arena, "%s:%s %s%s%s", path, place, what, text ? " " : "", text ? text : "");
        return *problemp ? RECORD_MALFORMED : error_origin(-ENOMEM);
}

static int parse_line(Record *record, const char *path, unsigned int number, char *line, bool *is_omip,
                      const char **problemp)
{
        char *key, *value;
        int r;

        line = trim(line);
        if (!*line || *line == '#' || *line == ';')
                return 0;
        if (*line == '[') {
                if (!ascii_equal(line, "[provider]"))
                        return complain(record, problemp, path, number, "unknown section", line);
                *is_omip = false;
                return 0;
        }
        value = strchr(line, '=');
        if (!value)
                return complain(record, problemp, path, number, "not of the form key = value:", line);
        *value++ = '\0';
        key = trim(line);
        value = trim(value);
        r = set_key(record, key, value, *is_omip);
        if (r == -ENOENT)
                return complain(record, problemp, path, number, "unknown key", key);
        if (r == RECORD_MALFORMED)
                return complain(record, problemp, path, number, "not a valid value of", key);
        return r;
}

/* OMI: DIR/root-cimv2/Name.reg; the last two components are name and namespace. */
static int fill_from_path(Record *record, const char *path, const char **problemp)
{
        const char *slash = strrchr(path, '/'), *file = slash ? slash + 1 : path, *folder = slash;
        char *name, *namespace;
        int r;

        name = arena_strdup(&record->arena, file);
        while (folder && folder > path && folder[-1] != '/')
                folder--;
        namespace = arena_strndup(&record->arena, folder ? folder : "", folder ? (size_t)(slash - folder) : 0);
        if (!name || !namespace)
                return error_origin(-ENOMEM);
        if (strlen(name) > 4 && ascii_equal(name + strlen(name) - 4, ".reg"))
                name[strlen(name) - 4] = '\0';
        for (char *c = namespace; *c; c++)
                if (*c == '-' || *c == '#')
                        *c = '/';
        if (!record_name_is_valid(name))
                return complain(record, problemp, path, 0, "the file's name cannot be a provider's:", name);
        record->name = name;
        r = record_add_namespace(record, namespace);
        if (r == RECORD_MALFORMED)
                return complain(record, problemp, path, 0, "the folder's name is no namespace:", namespace);
        return r;
}

static int check_complete(Record *record, const char *path, const char **problemp)
{
        const char *missing = !record->name           ? "name"
                              : !record->library      ? "library"
                              : !record->n_namespaces ? "namespace"
                                                      : NULL;

        if (missing)
                return complain(record, problemp, path, 0, "missing key", missing);
        return 0;
}

int record_parse(Record *record, const char *path, const char *text, size_t size, const char **problemp)
{
        _cleanup_(freep) char *line = NULL;
        bool is_omi = true; /* until a section says otherwise */
        unsigned int number = 0;
        int r;

        if (size > RECORD_SIZE_MAX)
                return complain(record, problemp, path, 0, "too large", NULL);
        if (!utf8_valid(text, size))
                return complain(record, problemp, path, 0, "not UTF-8", NULL);
        line = malloc(RECORD_LINE_MAX);
        if (!line)
                return error_origin(-ENOMEM);

        for (const char *next = text, *end = text + size; next < end;) {
                const char *newline = memchr(next, '\n', (size_t)(end - next));
                size_t length = (size_t)((newline ? newline : end) - next);

                number++;
                if (length >= RECORD_LINE_MAX)
                        return complain(record, problemp, path, number, "line too long", NULL);
                memcpy(line, next, length);
                line[length] = '\0';
                r = parse_line(record, path, number, line, &is_omi, problemp);
                if (r)
                        return r;
                next += length + 1;
        }
        if (is_omi) {
                r = fill_from_path(record, path, problemp);
                if (r)
                        return r;
        }
        return check_complete(record, path, problemp);
}

int record_read(Record *record, const char *path, const char **problemp)
{
        _cleanup_(freep) char *text = NULL;
        size_t size;
        int r;

        r = fd_read_file(&text, &size, path, RECORD_SIZE_MAX);
        if (r == -ENOMEM)
                return r;
        if (r < 0)
                return complain(record, problemp, path, 0, "cannot be read:", strerror(-r));
        return record_parse(record, path, text, size, problemp);
}

int record_write(const Record *record, Buffer *text)
{
        buffer_printf(text, "# Written by register-cimprovider\n[provider]\n");
        buffer_printf(text, "name = %s\n", record->name);
        buffer_printf(text, "library = %s\n", record->library);
        for (uint32_t i = 0; i < record->n_namespaces; i++)
                buffer_printf(text, "namespace = %s\n", record->namespaces[i]);
        if (record->hosting == RECORD_SYSTEM)
                buffer_printf(text, "hosting = system:%s\n", record->user);
        else
                buffer_printf(text, "hosting = requestor\n");
        buffer_printf(text, "own-host = %s\n", record->own_host ? "yes" : "no");
        buffer_printf(text, "filter = %s\n", record->has_filter ? "yes" : "no");
        for (uint32_t i = 0; i < record->n_classes; i++)
                buffer_printf(text, "class = %s\n", record->classes[i]);
        for (uint32_t i = 0; i < record->n_options; i++)
                buffer_printf(text, "option = %s=%s\n", record->options[i].name, record->options[i].value);
        return text->failed ? error_origin(-ENOMEM) : 0;
}

const char *record_library_path(const Record *record, const char *provider_dir, Arena *arena)
{
        return strchr(record->library, '/') ? record->library
                                            : arena_printf(arena, "%s/lib%s.so", provider_dir, record->library);
}

const char *record_host(const Record *record, Arena *arena)
{
        if (record->own_host)
                return record->name;
        if (record->hosting == RECORD_SYSTEM)
                return arena_printf(arena, "system-%.40s", record->user);
        return "requestor";
}
