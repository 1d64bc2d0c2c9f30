#pragma once

/*
 * What the classes of the process provider share
 */

#include <pthread.h>

#include <xenmi-provider.h>

#include "MSFT_WindowsProcess.h"
#include "proc.h"
#include "watch.h"

enum {
        HANDLE_SIZE = 16, /* a pid in decimal */
        NAME_SIZE = 256,
};

/* The module; every class has it for its self. */
struct _MI_Module_Self {
        const XenmiProviderApi *api; /* NULL: the host is not xenmi */
        char root[PROC_PATH_SIZE];   /* "/proc", or what the option `proc` says */
        bool is_real;                /* it is /proc: processes can be acted on */
        char computer[NAME_SIZE];
        char system[NAME_SIZE];
        int64_t boot_us; /* when the system started, since 1970 */
        Watch watch;
};

/* Which properties somebody wants. */
typedef struct Wanted {
        const MI_PropertySet *properties; /* NULL: all */
        bool keys_only;
} Wanted;

static inline bool same_text(const MI_Char *a, const MI_Char *b)
{
        return strcasecmp(a, b) == 0;
}

bool wanted(const Wanted *set, const MI_Char *name);
unsigned wanted_parts(const Wanted *set); /* for proc_read */

/* A constructed instance; on failure nothing is left. `proc` may hold no more than the pid if only keys are wanted. */
MI_Result process_construct(MSFT_WindowsProcess *process, MI_Module_Self *module, MI_Context *context, const Proc *proc,
                            const Wanted *set);
/* The keys alone, for references. */
MI_Result process_construct_keys(MSFT_WindowsProcess *process, MI_Module_Self *module, MI_Context *context, pid_t pid);

/*
 * The pid that an instance's keys name. Posts the error and returns false if a key is missing (INVALID_PARAMETER) or names
 * nothing here (NOT_FOUND).
 */
bool process_identify(MI_Module_Self *module, MI_Context *context, const MSFT_WindowsProcess *name, pid_t *pidp);

/* Reads a process that has to be there; posts the error and returns false if it is not. */
bool process_read(MI_Module_Self *module, MI_Context *context, pid_t pid, unsigned parts, Proc *proc);

void datetime_from_us(int64_t us_since_1970, MI_Datetime *datetime); /* to the millisecond */

/* Ends an operation with errno (positive) and a text. */
void post_errno(MI_Context *context, int error, const char *format, ...) __attribute__((format(printf, 3, 4)));
void post_error(MI_Context *context, MI_Result result, const char *format, ...) __attribute__((format(printf, 3, 4)));
