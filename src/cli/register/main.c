#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/register/options.h"
#include "cli/register/probe.h"
#include "cli/register/store.h"
#include "util/log.h"
#include "util/text.h"

enum {
        EXIT_REFUSED = 1,
        EXIT_USAGE = 2,
};

static bool is_verbose;

static void say(const char *format, ...) _printf_(1, 2);

static void say(const char *format, ...)
{
        va_list args;

        if (!is_verbose)
                return;
        va_start(args, format);
        (void)vprintf(format, args);
        va_end(args);
        (void)putchar('\n');
}

static int complain(const char *format, ...) _printf_(1, 2);

static int complain(const char *format, ...)
{
        va_list args;

        (void)fputs("register-cimprovider: ", stderr);
        va_start(args, format);
        (void)vfprintf(stderr, format, args);
        va_end(args);
        (void)fputc('\n', stderr);
        return EXIT_REFUSED;
}

static const char *reason(int r, const char *problem)
{
        return r < 0 ? strerror(-r) : problem;
}

/* Windows' names for what has a counterpart here */
static int set_hosting(Record *record, const char *model)
{
        static const char *const system_names[] = { "LocalSystemHost", "LocalSystemHostOrSelfHost" };

        for (size_t i = 0; i < ARRAY_SIZE(system_names); i++)
                if (ascii_equal(model, system_names[i]))
                        return record_set_hosting(record, "system:root");
        /* a word alone would be taken for a user: that form is OMI's files' */
        if (!strchr(model, ':') && !strchr(model, '@') && !ascii_equal(model, "requestor"))
                return RECORD_MALFORMED;
        return record_set_hosting(record, model);
}

static int fill_lists(Record *record, const Options *options, const Probe *probe)
{
        for (size_t i = 0; i < options->namespaces.count; i++)
                if (record_add_namespace(record, options->namespaces.values[i]))
                        return complain("-Namespace %s: not a name such as root/cimv2", options->namespaces.values[i]);
        for (size_t i = 0; i < options->classes.count; i++)
                if (record_add_class(record, options->classes.values[i]))
                        return complain("-ClassList %s: not the name of a class", options->classes.values[i]);
        for (uint32_t i = 0; i < probe->n_classes && !options->classes.count; i++)
                if (record_add_class(record, probe->classes[i]))
                        return complain("class %s cannot be registered", probe->classes[i]);
        for (size_t i = 0; i < options->settings.count; i++) {
                char *name = arena_strdup(&record->arena, options->settings.values[i]),
                     *value = name ? strchr(name, '=') : NULL;

                if (value)
                        *value++ = '\0';
                if (!value || record_add_option(record, name, value))
                        return complain("-Option %s: not of the form name=value", options->settings.values[i]);
        }
        return 0;
}

static bool is_provided(const Probe *probe, const char *name)
{
        for (uint32_t i = 0; i < probe->n_classes; i++)
                if (ascii_equal(probe->classes[i], name))
                        return true;
        return false;
}

static int fill(Record *record, const Options *options, const Probe *probe, const char *library)
{
        int r;

        if (!record_name_is_valid(options->provider_name))
                return complain("-ProviderName %s: only letters, digits and - _ . , at most 60",
                                options->provider_name);
        record->name = options->provider_name;
        record->library = library;
        record->own_host = options->has_own_host;
        record->has_filter = probe->has_filter || options->supports_wql;
        if (options->hosting_model && set_hosting(record, options->hosting_model))
                return complain("-HostingModel %s: none of requestor, system:USER and LocalSystemHost",
                                options->hosting_model);
        r = fill_lists(record, options, probe);
        if (r)
                return r;
        for (uint32_t i = 0; i < record->n_classes; i++)
                if (!is_provided(probe, record->classes[i]))
                        return complain("-ClassList %s: %s has no provider for it", record->classes[i], library);
        return 0;
}

/* Code that everybody could change is nothing to run as somebody else. */
static void warn_of_writers(const Record *record)
{
        struct stat st;

        if (stat(record->library, &st) == 0 && (st.st_mode & (S_IWGRP | S_IWOTH)))
                (void)complain("warning: %s can be changed by others than its owner, and runs as %s", record->library,
                               record->hosting == RECORD_SYSTEM ? record->user : "every user who asks for it");
}

static int write_unregistration(const Record *record)
{
        char path[256];
        FILE *file;

        (void)snprintf(path, sizeof(path), "%s_Uninstall.mof", record->name);
        file = fopen(path, "we");
        if (!file)
                return complain("%s cannot be written: %s", path, strerror(errno));
        for (uint32_t i = 0; i < record->n_namespaces; i++) {
                (void)fprintf(file, "#pragma namespace(\"%s\")\n", record->namespaces[i]);
                for (uint32_t k = record->n_classes; k-- > 0;)
                        (void)fprintf(file, "#pragma deleteclass(\"%s\", NOFAIL)\n", record->classes[k]);
        }
        if (fclose(file))
                return complain("%s cannot be written: %s", path, strerror(errno));
        say("wrote %s", path);
        return 0;
}

/* What every change ends with. */
static int publish(Store *store)
{
        const char *problem = NULL;
        int r;

        r = store_complete(store, &problem);
        if (!r)
                r = store_compile(store, &problem);
        if (r)
                return complain("%s", reason(r, problem));
        say("wrote %s/repository", store->state_dir);
        if (store_announce(store, &problem))
                say("the broker serves it now");
        else if (problem)
                (void)complain("warning: %s", problem);
        else
                say("no broker is running");
        return 0;
}

static int register_module(Store *store, const Options *options)
{
        _cleanup_(probe_deinit) Probe probe;
        _cleanup_(record_deinit) Record record;
        _cleanup_(freep) char *library = realpath(options->path, NULL);
        const char *problem = NULL;
        int r;

        probe_init(&probe);
        record_init(&record);
        if (!library)
                return complain("%s: %s", options->path, strerror(errno));
        r = probe_module(&probe, library, &problem);
        if (r)
                return complain("%s: %s", options->path, reason(r, problem));
        say("%s has %u classes with a provider", library, probe.n_classes);
        r = fill(&record, options, &probe, library);
        if (r)
                return r;
        r = store_add(store, &record, &probe.mof, options->forces_update, &problem);
        if (r)
                return complain("%s", reason(r, problem));
        warn_of_writers(&record);
        say("registered provider %s", record.name);
        if (options->writes_unregistration) {
                r = write_unregistration(&record);
                if (r)
                        return r;
        }
        return publish(store);
}

static int unregister(Store *store, const Options *options)
{
        const char *problem = NULL;
        int r;

        if (!record_name_is_valid(options->provider_name))
                return complain("no provider %s is registered", options->provider_name);
        r = store_remove(store, options->provider_name, &problem);
        if (r)
                return complain("%s", reason(r, problem));
        say("unregistered provider %s", options->provider_name);
        return publish(store);
}

int main(int argc, char **argv)
{
        static Options options; /* its lists are large */
        const char *problem = NULL;
        Store store;
        int r;

        log_init("register-cimprovider");
        if (!options_parse(&options, argc, argv)) {
                (void)complain("%s\nTry 'register-cimprovider -help' for usage", options.problem);
                return EXIT_USAGE;
        }
        if (options.wants_help) {
                (void)fputs(options_usage, stdout);
                return 0;
        }
        is_verbose = options.is_verbose;

        r = store_open(&store, options.state_dir ? options.state_dir : XENMI_STATE_DIR, options.socket, &problem);
        if (r)
                r = complain("%s", reason(r, problem));
        else if (options.is_compile)
                r = publish(&store);
        else if (options.is_unregister)
                r = unregister(&store, &options);
        else
                r = register_module(&store, &options);
        store_close(&store);
        return r;
}
