/*
 * The module: what a host loads
 *
 * Stands in for the generated module.c, because loading reads options: `proc`, another root than /proc (which can only be
 * read), and `poll_ms`, how often to look for processes that came and went.
 */

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/utsname.h>
#include <time.h>
#include <unistd.h>

#include "provider.h"

enum {
        POLL_MS_MIN = 20,
        POLL_MS_MAX = 3600000,
};

MI_EXTERN_C MI_SchemaDecl schemaDecl;

static const MI_Char *const option_names[] = { MI_T("proc"), MI_T("poll_ms"), NULL };

static const char *option(const MI_Module_Self *module, MI_Context *context, const MI_Char *name)
{
        const MI_Char *value = NULL;

        if (!module->api || module->api->GetOption(context, name, &value) != MI_RESULT_OK)
                return NULL;
        return value;
}

/* PRETTY_NAME="Debian GNU/Linux 12 (bookworm)" */
static void read_release(char *name, size_t size)
{
        char line[512];
        FILE *file = fopen("/etc/os-release", "re");

        snprintf(name, size, "Linux");
        while (file && fgets(line, sizeof(line), file)) {
                char *value = line + strlen("PRETTY_NAME=");

                if (strncmp(line, "PRETTY_NAME=", strlen("PRETTY_NAME=")) != 0)
                        continue;
                value[strcspn(value, "\n")] = 0;
                if (*value == '"' || *value == '\'') {
                        value[strcspn(value + 1, "\"'") + 1] = 0;
                        value++;
                }
                if (*value)
                        snprintf(name, size, "%.200s", value);
        }
        if (file)
                fclose(file);
}

static void read_names(MI_Module_Self *module)
{
        char release[NAME_SIZE];
        struct utsname names;

        if (gethostname(module->computer, sizeof(module->computer) - 1) < 0 || !module->computer[0])
                snprintf(module->computer, sizeof(module->computer), "localhost");
        read_release(release, sizeof(release));
        if (uname(&names) == 0)
                snprintf(module->system, sizeof(module->system), "%.180s, %.16s %.48s", release, names.sysname,
                         names.release);
        else
                snprintf(module->system, sizeof(module->system), "%.180s", release);
}

/* Once: taken anew each time, it would tremble. */
static int64_t boot_time_us(void)
{
        struct timespec now, up;

        clock_gettime(CLOCK_REALTIME, &now);
        clock_gettime(CLOCK_BOOTTIME, &up);
        return ((int64_t)now.tv_sec - up.tv_sec) * 1000000 + (now.tv_nsec - up.tv_nsec) / 1000;
}

static unsigned poll_ms(const MI_Module_Self *module, MI_Context *context)
{
        const char *value = option(module, context, MI_T("poll_ms"));
        unsigned long number = value ? strtoul(value, NULL, 10) : 0;

        return number >= POLL_MS_MIN && number <= POLL_MS_MAX ? (unsigned)number : WATCH_INTERVAL_MS;
}

static void MI_CALL load(MI_Module_Self **self, struct _MI_Context *context)
{
        MI_Module_Self *module = calloc(1, sizeof(*module));
        const char *root;

        *self = NULL;
        if (!module) {
                MI_Context_PostError(context, ENOMEM, MI_RESULT_TYPE_ERRNO, MI_T("no memory for the process provider"));
                return;
        }
        module->api = xenmi_provider_api(context);
        xenmi_provider_check_options(context, option_names);
        root = option(module, context, MI_T("proc"));
        module->is_real = !root || strcmp(root, "/proc") == 0;
        snprintf(module->root, sizeof(module->root), "%s", root ? root : "/proc");
        read_names(module);
        module->boot_us = boot_time_us();
        watch_init(&module->watch, poll_ms(module, context));
        *self = module;
        MI_Context_PostResult(context, MI_RESULT_OK);
}

static void MI_CALL unload(MI_Module_Self *self, struct _MI_Context *context)
{
        if (self) {
                watch_deinit(&self->watch);
                free(self);
        }
        MI_Context_PostResult(context, MI_RESULT_OK);
}

MI_EXTERN_C MI_EXPORT MI_Module *MI_MAIN_CALL MI_Main(MI_Server *server)
{
        static MI_Module module;
        MI_EXTERN_C MI_Server *__mi_server;

        __mi_server = server;
        module.flags = MI_MODULE_FLAG_DESCRIPTIONS | MI_MODULE_FLAG_VALUES | MI_MODULE_FLAG_BOOLEANS;
        module.charSize = sizeof(MI_Char);
        module.version = MI_VERSION;
        module.generatorVersion = MI_MAKE_VERSION(1, 0, 0);
        module.schemaDecl = &schemaDecl;
        module.Load = load;
        module.Unload = unload;
        return &module;
}
