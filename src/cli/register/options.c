#include "cli/register/options.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "util/text.h"

const char options_usage[] =
        "Registers CIM Provider into system\n\n"
        "Usage: register-cimprovider -Namespace <namespace>... -ProviderName <name> -Path <module>\n"
        "                            [-ClassList <class>...] [-HostingModel <model>] [-SupportWQL] [-ForceUpdate]\n"
        "                            [-OwnHost] [-Option <name=value>...] [-GenerateUnregistration] [-Verbose]\n"
        "       register-cimprovider -Unregister -ProviderName <name>\n"
        "       register-cimprovider -Compile\n\n"
        "  -Namespace              where its classes are to be found, such as root/cimv2; more than one may be given\n"
        "  -ProviderName           name of the registration\n"
        "  -Path                   the provider module (.so)\n"
        "  -ClassList              register these classes only; default: all that have a provider\n"
        "  -HostingModel           who runs it: requestor (the default: a process for each user, running as that "
        "user),\n"
        "                          system:USER (one process, running as USER), or Windows' LocalSystemHost "
        "(system:root)\n"
        "  -OwnHost                in a process of its own, not with other modules of the same user\n"
        "  -SupportWQL             hand it the filters of queries\n"
        "  -Option                 an option for the provider; xenmi.conf, [provider NAME], goes before it\n"
        "  -ForceUpdate            replace the provider of this name\n"
        "  -GenerateUnregistration also write <name>_Uninstall.mof into the current folder\n"
        "  -Unregister             remove the registration\n"
        "  -Compile                write the class repository anew from all registrations\n"
        "  -StateDir               folder of registrations and repository (/var/lib/xenmi)\n"
        "  -Socket                 of a broker that is to be told ($XENMI_SOCKET, /run/xenmi/broker.sock)\n"
        "  -Verbose                say what is done\n"
        "  -help\n\n"
        "-Impersonation, -Localize and -NoAutorecover are accepted and have no effect here. Names of options are taken "
        "in upper and\n"
        "lower case, and with two dashes (--state-dir) as well. Exit status: 0, 1 (refused or failed), 2 (usage).\n\n"
        "EXAMPLES\n"
        "  register-cimprovider -Namespace root/cimv2 -ProviderName Process -Path ./libProcess.so\n"
        "  register-cimprovider -Unregister -ProviderName Process\n";

static bool fail(Options *options, const char *format, ...) __attribute__((format(printf, 2, 3)));

static bool fail(Options *options, const char *format, ...)
{
        va_list args;

        va_start(args, format);
        (void)vsnprintf(options->problem, sizeof(options->problem), format, args);
        va_end(args);
        return false;
}

/* The name behind -, -- or /, without dashes inside: "state-dir" is "statedir". NULL if it is no option. */
static const char *option_name(const char *argument, char name[64])
{
        size_t length = 0;

        if (strcmp(argument, "/?") == 0)
                return "help";
        if (argument[0] != '-' || !argument[1])
                return NULL;
        argument += argument[1] == '-' ? 2 : 1;
        for (; *argument; argument++)
                if (*argument != '-' && length < 63)
                        name[length++] = ascii_lower(*argument);
        name[length] = '\0';
        return name;
}

typedef enum OptionKind {
        KIND_FLAG,   /* bool */
        KIND_STRING, /* const char * */
        KIND_LIST,   /* OptionList */
        KIND_IGNORED_FLAG,
        KIND_IGNORED_STRING,
} OptionKind;

typedef struct OptionEntry {
        const char *name;
        OptionKind kind;
        size_t offset;
} OptionEntry;

static const OptionEntry entries[] = {
        { "namespace", KIND_LIST, offsetof(Options, namespaces) },
        { "classlist", KIND_LIST, offsetof(Options, classes) },
        { "option", KIND_LIST, offsetof(Options, settings) },
        { "providername", KIND_STRING, offsetof(Options, provider_name) },
        { "path", KIND_STRING, offsetof(Options, path) },
        { "hostingmodel", KIND_STRING, offsetof(Options, hosting_model) },
        { "decoupled", KIND_STRING, offsetof(Options, decoupled) },
        { "statedir", KIND_STRING, offsetof(Options, state_dir) },
        { "socket", KIND_STRING, offsetof(Options, socket) },
        { "supportwql", KIND_FLAG, offsetof(Options, supports_wql) },
        { "generateunregistration", KIND_FLAG, offsetof(Options, writes_unregistration) },
        { "forceupdate", KIND_FLAG, offsetof(Options, forces_update) },
        { "verbose", KIND_FLAG, offsetof(Options, is_verbose) },
        { "unregister", KIND_FLAG, offsetof(Options, is_unregister) },
        { "compile", KIND_FLAG, offsetof(Options, is_compile) },
        { "ownhost", KIND_FLAG, offsetof(Options, has_own_host) },
        { "help", KIND_FLAG, offsetof(Options, wants_help) },
        { "?", KIND_FLAG, offsetof(Options, wants_help) },
        { "h", KIND_FLAG, offsetof(Options, wants_help) },
        { "noautorecover", KIND_IGNORED_FLAG, 0 },
        { "localize", KIND_IGNORED_STRING, 0 },
        { "impersonation", KIND_IGNORED_STRING, 0 },
};

static const OptionEntry *find_entry(const char *name)
{
        for (size_t i = 0; i < sizeof(entries) / sizeof(entries[0]); i++)
                if (strcmp(entries[i].name, name) == 0)
                        return &entries[i];
        return NULL;
}

/* Takes the values of an option, from argv[*indexp] on. */
static bool take_values(Options *options, const OptionEntry *entry, int argc, char **argv, int *indexp)
{
        void *field = (char *)options + entry->offset;
        char name[64];

        switch (entry->kind) {
        case KIND_FLAG:
                *(bool *)field = true;
                return true;
        case KIND_IGNORED_FLAG:
                return true;
        case KIND_LIST:
                if (*indexp >= argc || option_name(argv[*indexp], name))
                        return fail(options, "-%s needs a value", entry->name);
                while (*indexp < argc && !option_name(argv[*indexp], name)) {
                        OptionList *list = field;

                        if (list->count >= OPTIONS_LIST_MAX)
                                return fail(options, "-%s has more than %d values", entry->name, OPTIONS_LIST_MAX);
                        list->values[list->count++] = argv[(*indexp)++];
                }
                return true;
        case KIND_STRING:
        case KIND_IGNORED_STRING:
                if (*indexp >= argc || option_name(argv[*indexp], name))
                        return fail(options, "-%s needs a value", entry->name);
                if (entry->kind == KIND_STRING)
                        *(const char **)field = argv[*indexp];
                (*indexp)++;
                return true;
        }
        return false;
}

static bool check(Options *options)
{
        if (options->wants_help || options->is_compile)
                return true;
        if (!options->provider_name)
                return fail(options, "-ProviderName is missing");
        if (options->is_unregister)
                return true;
        if (!options->namespaces.count)
                return fail(options, "-Namespace is missing");
        if (!options->path)
                return fail(options, "-Path is missing");
        if (options->decoupled)
                return fail(options, "-Decoupled: decoupled providers are processes of Windows; register a module with "
                                     "-HostingModel");
        return true;
}

bool options_parse(Options *options, int argc, char **argv)
{
        memset(options, 0, sizeof(*options));
        for (int i = 1; i < argc;) {
                const OptionEntry *entry;
                char buffer[64];
                const char *name = option_name(argv[i], buffer);

                entry = name ? find_entry(name) : NULL;
                if (!entry)
                        return fail(options, name ? "unknown option %s" : "unexpected argument %s", argv[i]);
                i++;
                if (!take_values(options, entry, argc, argv, &i))
                        return false;
        }
        return check(options);
}
