#include "launcher/config.h"

#include <errno.h>
#include <grp.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <ini.h>

#include "registry/record.h"
#include "registry/repository.h"
#include "util/error.h"
#include "util/number.h"
#include "util/text.h"
#include "wire/verbs.h"

enum {
        RULES_MAX = 1024,
        OPTIONS_MAX = 4096,
        FILES_MAX = 256,
};

/* A sanitizer's shadow memory is larger than any limit. */
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define MEMORY_LIMIT_DEFAULT UINT64_C(0)
#else
#define MEMORY_LIMIT_DEFAULT (UINT64_C(2) << 30)
#endif

typedef struct Parser {
        Config *config;
        bool has_default_rules; /* [namespace *] replaces the built-in rules */
        bool is_failed;         /* the first problem is kept */
        char problem[256];
} Parser;

static const ControlLimits default_limits = {
        .connections = 20000,
        .connections_per_user = 12000,
        .channels_per_user = 12000,
        .opens_per_user = 256,
        .hosts_per_user = 64,
        .handshake_timeout_ms = 30000,
        .start_timeout_ms = 20000,
        .stop_timeout_ms = 10000,
        .idle_timeout_ms = 90000,
        .silence_timeout_ms = 600000,
        .idle_exit_ms = 0,
        .backoff_max_ms = 30000,
};

void config_init(Config *config, uid_t owner)
{
        memset(config, 0, sizeof(*config));
        arena_init(&config->arena, 0);
        config->user = "xenmi";
        config->group = "xenmi";
        config->socket_mode = -1;
        config->memory_limit = MEMORY_LIMIT_DEFAULT;
        config->open_files = 65536;
        config->limits = default_limits;
        config->limits.owner = owner;
}

void config_deinit(Config *config)
{
        arena_deinit(&config->arena);
        buffer_deinit(&config->allow);
        buffer_deinit(&config->options);
        buffer_deinit(&config->files);
        memset(config, 0, sizeof(*config));
}

int config_find_user(const char *name, uid_t *uidp, gid_t *gidp)
{
        struct passwd *user = getpwnam(name);
        uint64_t number;

        if (!user && number_parse_uint64(&number, name) == 0 && number < UINT32_MAX) {
                user = getpwuid((uid_t)number);
                if (!user) { /* a number that is nobody's account will do */
                        *uidp = (uid_t)number;
                        *gidp = (gid_t)number;
                        return 0;
                }
        }
        if (!user)
                return -ENOENT;
        *uidp = user->pw_uid;
        *gidp = user->pw_gid;
        return 0;
}

int config_find_group(const char *name, gid_t *gidp)
{
        struct group *group = getgrnam(name);
        uint64_t number;

        if (group) {
                *gidp = group->gr_gid;
                return 0;
        }
        if (number_parse_uint64(&number, name) != 0 || number >= UINT32_MAX)
                return -ENOENT;
        *gidp = (gid_t)number;
        return 0;
}

/* Remembers what is wrong and says so to the INI reader, which adds the line. */
static int fail(Parser *parser, const char *format, ...) _printf_(2, 3);

static int fail(Parser *parser, const char *format, ...)
{
        va_list args;

        if (parser->is_failed)
                return 0;
        parser->is_failed = true;
        va_start(args, format);
        (void)vsnprintf(parser->problem, sizeof(parser->problem), format, args);
        va_end(args);
        return 0;
}

static int parse_number(Parser *parser, const char *key, const char *value, uint32_t min, uint32_t max, uint32_t scale,
                        uint32_t *numberp)
{
        uint64_t number;

        if (number_parse_uint64(&number, value) != 0 || number < min || number > max)
                return fail(parser, "%s = %s: not a number from %u to %u", key, value, min, max);
        *numberp = (uint32_t)number * scale;
        return 1;
}

static int parse_string(Parser *parser, const char *key, const char *value, const char **stringp)
{
        if (!*value)
                return fail(parser, "%s has no value", key);
        *stringp = arena_strdup(&parser->config->arena, value);
        return *stringp ? 1 : fail(parser, "out of memory");
}

static int parse_mode(Parser *parser, const char *value)
{
        char *end;
        unsigned long mode = strtoul(value, &end, 8);

        if (ascii_equal(value, "auto")) {
                parser->config->socket_mode = -1;
                return 1;
        }
        if (!*value || *end || mode > 0777)
                return fail(parser, "socket-mode = %s: neither auto nor an octal mode such as 0660", value);
        parser->config->socket_mode = (int)mode;
        return 1;
}

static int parse_broker(Parser *parser, const char *key, const char *value)
{
        ControlLimits *limits = &parser->config->limits;
        const struct {
                const char *key;
                uint32_t *field;
                uint32_t min, max, scale;
        } numbers[] = {
                { "connections", &limits->connections, 1, 1000000, 1 },
                { "connections-per-user", &limits->connections_per_user, 1, 1000000, 1 },
                { "channels-per-user", &limits->channels_per_user, 1, 1000000, 1 },
                { "opens-per-user", &limits->opens_per_user, 1, 65536, 1 },
                { "hosts-per-user", &limits->hosts_per_user, 1, 1024, 1 },
                { "handshake-timeout", &limits->handshake_timeout_ms, 1, 3600, 1000 },
                { "idle-exit", &limits->idle_exit_ms, 0, 1000000, 1000 },
        };

        if (ascii_equal(key, "user"))
                return parse_string(parser, key, value, &parser->config->user);
        if (ascii_equal(key, "group"))
                return parse_string(parser, key, value, &parser->config->group);
        if (ascii_equal(key, "socket-mode"))
                return parse_mode(parser, value);
        for (size_t i = 0; i < ARRAY_SIZE(numbers); i++)
                if (ascii_equal(key, numbers[i].key))
                        return parse_number(parser, key, value, numbers[i].min, numbers[i].max, numbers[i].scale,
                                            numbers[i].field);
        return fail(parser, "unknown key %s in [broker]", key);
}

static int parse_hosts(Parser *parser, const char *key, const char *value)
{
        ControlLimits *limits = &parser->config->limits;
        uint32_t megabytes = 0;

        if (ascii_equal(key, "start-timeout"))
                return parse_number(parser, key, value, 1, 3600, 1000, &limits->start_timeout_ms);
        if (ascii_equal(key, "stop-timeout"))
                return parse_number(parser, key, value, 1, 3600, 1000, &limits->stop_timeout_ms);
        if (ascii_equal(key, "idle-timeout"))
                return parse_number(parser, key, value, 0, 1000000, 1000, &limits->idle_timeout_ms);
        if (ascii_equal(key, "silence-timeout"))
                return parse_number(parser, key, value, 0, 1000000, 1000, &limits->silence_timeout_ms);
        if (ascii_equal(key, "backoff-max"))
                return parse_number(parser, key, value, 1, 3600, 1000, &limits->backoff_max_ms);
        if (ascii_equal(key, "open-files"))
                return parse_number(parser, key, value, 64, 1000000, 1, &parser->config->open_files);
        if (ascii_equal(key, "memory-limit")) {
                if (!parse_number(parser, key, value, 0, 1 << 20, 1, &megabytes))
                        return 0;
                if (MEMORY_LIMIT_DEFAULT != 0)
                        parser->config->memory_limit = (uint64_t)megabytes << 20;
                return 1;
        }
        return fail(parser, "unknown key %s in [hosts]", key);
}

static int parse_host(Parser *parser, const char *host, const char *key, const char *value)
{
        ConfigFile file;

        if (!record_name_is_valid(host))
                return fail(parser, "[host %s]: not the name of a host", host);
        if (!ascii_equal(key, "file"))
                return fail(parser, "unknown key %s in [host %s]", key, host);
        if (*value != '/' || strlen(value) >= CONTROL_PATH_MAX)
                return fail(parser, "file = %s: not an absolute path", value);
        if (parser->config->files.size / sizeof(file) >= FILES_MAX)
                return fail(parser, "more than %d files", FILES_MAX);
        file.host = arena_strdup(&parser->config->arena, host);
        file.path = arena_strdup(&parser->config->arena, value);
        if (!file.host || !file.path || buffer_append(&parser->config->files, &file, sizeof(file)))
                return fail(parser, "out of memory");
        return 1;
}

static int parse_provider(Parser *parser, const char *provider, const char *key, const char *value)
{
        ControlOption option = { 0 };

        if (!record_name_is_valid(provider))
                return fail(parser, "[provider %s]: not the name of a provider", provider);
        if (control_set(option.provider, sizeof(option.provider), provider) ||
            control_set(option.name, sizeof(option.name), key) ||
            control_set(option.value, sizeof(option.value), value))
                return fail(parser, "%s: longer than an option may be", key);
        if (parser->config->options.size / sizeof(option) >= OPTIONS_MAX)
                return fail(parser, "more than %d options", OPTIONS_MAX);
        if (buffer_append(&parser->config->options, &option, sizeof(option)))
                return fail(parser, "out of memory");
        return 1;
}

static int parse_verbs(Parser *parser, char *words, uint32_t *verbsp)
{
        static const struct {
                const char *word;
                uint32_t verbs;
        } table[] = {
                { "read", VERB_READ },           { "write", VERB_WRITE }, { "invoke", VERB_INVOKE },
                { "subscribe", VERB_SUBSCRIBE }, { "admin", VERB_ADMIN }, { "all", VERB_ALL & ~(uint32_t)VERB_ADMIN },
        };
        char *next;

        *verbsp = 0;
        for (char *word = strtok_r(words, " \t,", &next); word; word = strtok_r(NULL, " \t,", &next)) {
                size_t i = 0;

                while (i < ARRAY_SIZE(table) && !ascii_equal(word, table[i].word))
                        i++;
                if (i == ARRAY_SIZE(table))
                        return fail(parser, "%s: none of read, write, invoke, subscribe, all and admin", word);
                *verbsp |= table[i].verbs;
        }
        return 1;
}

static int parse_who(Parser *parser, const char *who, ControlAllow *rule)
{
        uid_t uid;
        gid_t gid;

        if (ascii_equal(who, "everybody")) {
                rule->who = CONTROL_WHO_EVERYBODY;
        } else if (ascii_starts_with(who, "user:")) {
                if (config_find_user(who + 5, &uid, &gid))
                        return fail(parser, "there is no user %s", who + 5);
                rule->who = CONTROL_WHO_USER;
                rule->id = uid;
        } else if (ascii_starts_with(who, "group:")) {
                if (config_find_group(who + 6, &gid))
                        return fail(parser, "there is no group %s", who + 6);
                rule->who = CONTROL_WHO_GROUP;
                rule->id = gid;
        } else if (ascii_equal(who, "nobody")) {
                /* a rule that gives nothing: it only takes the rules of the namespaces above away */
                rule->who = CONTROL_WHO_USER;
                rule->id = UINT32_MAX;
        } else {
                return fail(parser, "%s: none of user:NAME, group:NAME, everybody and nobody", who);
        }
        return 1;
}

static int add_rule(Parser *parser, const ControlAllow *rule)
{
        if (parser->config->allow.size / sizeof(*rule) >= RULES_MAX)
                return fail(parser, "more than %d rules", RULES_MAX);
        if (buffer_append(&parser->config->allow, rule, sizeof(*rule)))
                return fail(parser, "out of memory");
        return 1;
}

static int parse_namespace(Parser *parser, const char *namespace, const char *key, const char *value)
{
        ControlAllow rule = { 0 };
        char words[256], *verbs;

        if (!ascii_equal(key, "allow"))
                return fail(parser, "unknown key %s in [namespace %s]", key, namespace);
        if (strcmp(namespace, "*") == 0)
                parser->has_default_rules = true;
        else if (!repository_normalize_namespace(rule.namespace, sizeof(rule.namespace), namespace))
                return fail(parser, "[namespace %s]: not a name such as root/cimv2", namespace);
        if ((size_t)snprintf(words, sizeof(words), "%s", value) >= sizeof(words))
                return fail(parser, "allow: line too long");

        verbs = words + strcspn(words, " \t");
        if (*verbs)
                *verbs++ = '\0';
        if (!parse_who(parser, words, &rule) || !parse_verbs(parser, verbs, &rule.verbs))
                return 0;
        return add_rule(parser, &rule);
}

/* inih's: 1 to go on, 0 for an error in this line. A lone section header never comes here. */
static int parse_key(void *userdata, const char *section, const char *key, const char *value)
{
        Parser *parser = userdata;

        if (ascii_equal(section, "broker"))
                return parse_broker(parser, key, value);
        if (ascii_equal(section, "hosts"))
                return parse_hosts(parser, key, value);
        if (ascii_starts_with(section, "host "))
                return parse_host(parser, section + 5, key, value);
        if (ascii_starts_with(section, "provider "))
                return parse_provider(parser, section + 9, key, value);
        if (ascii_starts_with(section, "namespace "))
                return parse_namespace(parser, section + 10, key, value);
        return fail(parser, *section ? "unknown section [%s]" : "%skeys before the first [section]", section);
}

/* Without rules of the file: everything for root, the owner and (but administration) the group. */
static int add_default_rules(Parser *parser)
{
        ControlAllow root = { .who = CONTROL_WHO_USER, .id = 0, .verbs = VERB_ALL };
        ControlAllow owner = { .who = CONTROL_WHO_USER, .id = parser->config->limits.owner, .verbs = VERB_ALL };
        ControlAllow group = { .who = CONTROL_WHO_GROUP, .verbs = VERB_ALL & ~(uint32_t)VERB_ADMIN };
        gid_t gid;

        if (!add_rule(parser, &root) || !add_rule(parser, &owner))
                return 0;
        if (config_find_group(parser->config->group, &gid))
                return 1;
        group.id = gid;
        return add_rule(parser, &group);
}

static int complain(Config *config, const char **problemp, const char *path, int line, const char *what)
{
        *problemp = line ? arena_printf(&config->arena, "%s:%d: %s", path, line, what)
                         : arena_printf(&config->arena, "%s: %s", path, what);
        return *problemp ? CONFIG_INVALID : error_origin(-ENOMEM);
}

int config_read(Config *config, const char *path, bool must_exist, const char **problemp)
{
        Parser parser = { .config = config };
        int r;

        if (must_exist || access(path, F_OK) == 0 || errno != ENOENT) {
                r = ini_parse(path, parse_key, &parser);
                if (r == -1)
                        return complain(config, problemp, path, 0, strerror(errno));
                if (r)
                        return complain(config, problemp, path, r > 0 ? r : 0,
                                        parser.is_failed ? parser.problem : "not of the form key = value");
        }
        if (!parser.has_default_rules && !add_default_rules(&parser))
                return complain(config, problemp, path, 0, parser.problem);
        return 0;
}

bool config_is_open(const Config *config, gid_t group)
{
        const ControlAllow *rules = (const ControlAllow *)(const void *)config->allow.data;

        for (size_t i = 0; i < config->allow.size / sizeof(*rules); i++) {
                if (!rules[i].verbs || (rules[i].who == CONTROL_WHO_USER && rules[i].id == 0) ||
                    (rules[i].who == CONTROL_WHO_USER && rules[i].id == config->limits.owner) ||
                    (rules[i].who == CONTROL_WHO_GROUP && rules[i].id == group))
                        continue;
                return true;
        }
        return false;
}

bool config_grants_file(const Config *config, const char *host, const char *path)
{
        const ConfigFile *files = (const ConfigFile *)(const void *)config->files.data;

        for (size_t i = 0; i < config->files.size / sizeof(*files); i++)
                if (strcmp(files[i].host, host) == 0 && strcmp(files[i].path, path) == 0)
                        return true;
        return false;
}
