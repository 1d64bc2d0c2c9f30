#include "cli/register/probe-child.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <unistd.h>

#include <MI.h>

#include "mof/print.h"
#include "model/instance.h"
#include "util/buffer.h"
#include "util/fd.h"

enum {
        CHILD_UID = 65534, /* may do nothing that matters, and lives for a moment */
        CPU_SECONDS = 8,
        FILES = 64,
        PROCESSES = 1024, /* and threads; all of CHILD_UID count */
};

#define MEMORY (UINT64_C(1) << 30)

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define HAS_SANITIZER 1
#else
#define HAS_SANITIZER 0
#endif

static MI_Result MI_CALL get_version(MI_Uint32 *version)
{
        *version = MI_VERSION;
        return MI_RESULT_OK;
}

static MI_Result MI_CALL get_system_name(const MI_Char **name)
{
        *name = MI_T("localhost");
        return MI_RESULT_OK;
}

static const MI_ServerFT server_ft = { get_version, get_system_name };

static _Noreturn void give_up(int fd, const char *format, ...) _printf_(2, 3);

static _Noreturn void give_up(int fd, const char *format, ...)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        va_list args;

        buffer_append_string(&text, "error ");
        va_start(args, format);
        buffer_vprintf(&text, format, args);
        va_end(args);
        if (!text.failed)
                (void)fd_write_all(fd, text.data, text.size);
        _exit(0);
}

static void limit(int resource, uint64_t value)
{
        struct rlimit limits = { .rlim_cur = value, .rlim_max = value };

        (void)setrlimit(resource, &limits);
}

/* Without rights before the first line of foreign code runs, and that includes its constructors. */
static void drop_rights(int fd)
{
        const bool is_root = geteuid() == 0;

        if (is_root && (setgroups(0, NULL) < 0 || setresgid(CHILD_UID, CHILD_UID, CHILD_UID) < 0 ||
                        setresuid(CHILD_UID, CHILD_UID, CHILD_UID) < 0))
                give_up(fd, "cannot drop privileges: %s", strerror(errno));
        if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) < 0)
                give_up(fd, "cannot drop privileges: %s", strerror(errno));
        (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
        (void)prctl(PR_SET_DUMPABLE, 1); /* for /proc/self/fd */
        limit(RLIMIT_CORE, 0);
        limit(RLIMIT_FSIZE, HAS_SANITIZER ? RLIM_INFINITY : 0);
        limit(RLIMIT_CPU, CPU_SECONDS);
        limit(RLIMIT_NOFILE, FILES);
        if (is_root) /* for any other user it would count what he runs beside this */
                limit(RLIMIT_NPROC, PROCESSES);
        if (!HAS_SANITIZER)
                limit(RLIMIT_AS, MEMORY);
}

/* By path, so that what lies beside it is found; where we may no longer go there, by the descriptor. */
static void *load(const char *path, int library_fd, int fd)
{
        char fd_path[64];
        void *library;
        const char *problem;

        library = dlopen(path, RTLD_NOW | RTLD_LOCAL);
        if (library)
                return library;
        (void)snprintf(fd_path, sizeof(fd_path), "/proc/self/fd/%d", library_fd);
        if (access(path, R_OK) < 0)
                library = dlopen(fd_path, RTLD_NOW | RTLD_LOCAL);
        if (library)
                return library;
        problem = dlerror();
        give_up(fd, "it cannot be loaded: %s", problem ? problem : "unknown reason");
}

static const MI_Module *get_module(void *library, int fd)
{
        static MI_Server server = { .serverFT = &server_ft };
        MI_MainFunction main_function;
        const MI_Module *module;

        server.instanceFT = instance_static_ft();
        main_function = (MI_MainFunction)dlsym(library, "MI_Main");
        if (!main_function)
                give_up(fd, "it has no function MI_Main: it is no provider module");
        module = main_function(&server);
        if (!module)
                give_up(fd, "its MI_Main returned nothing");
        if (module->version > MI_VERSION)
                give_up(fd, "it was compiled for version %u.%u.%u of MI.h; this server has %u.%u.%u",
                        module->version >> 16, module->version >> 8 & 255, module->version & 255, MI_VERSION >> 16,
                        MI_VERSION >> 8 & 255, MI_VERSION & 255);
        if (module->charSize != sizeof(MI_Char))
                give_up(fd, "its characters have %u bytes; this server's have %zu (compile it with 8-bit MI_Char)",
                        module->charSize, sizeof(MI_Char));
        if (!module->schemaDecl || !module->schemaDecl->numClassDecls)
                give_up(fd, "it declares no classes");
        return module;
}

static bool is_line(const char *name)
{
        return name && *name && !strpbrk(name, "\n\r");
}

_Noreturn void probe_child(const char *path, int library_fd, int fd)
{
        Buffer text = BUFFER_INIT;
        const MI_Module *module;
        uint32_t n = 0;

        drop_rights(fd);
        module = get_module(load(path, library_fd, fd), fd);
        buffer_printf(&text, "version %u\n", module->version);
        if (module->flags & MI_MODULE_FLAG_FILTER_SUPPORT)
                buffer_append_string(&text, "filter\n");
        for (uint32_t i = 0; i < module->schemaDecl->numClassDecls; i++) {
                const MI_ClassDecl *class = module->schemaDecl->classDecls[i];

                if (!class->providerFT)
                        continue;
                if (!is_line(class->name))
                        give_up(fd, "a class of it has no valid name");
                buffer_printf(&text, "class %s\n", class->name);
                n++;
        }
        if (!n)
                give_up(fd, "no class of it has a provider");
        buffer_append_char(&text, '\n');
        mof_print_schema(&text, module->schemaDecl, 0);
        if (text.failed)
                give_up(fd, "its schema does not fit into memory");
        (void)fd_write_all(fd, text.data, text.size);
        _exit(0);
}
