#pragma once

/*
 * Processes as /proc shows them
 *
 * Everything here takes the root of the file system as an argument, so that tests can show it a tree of their own. Errors
 * are negative errno; a process that ended meanwhile is -ESRCH.
 */

#include <dirent.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

enum {
        PROC_NAME_SIZE = 256,
        PROC_UNIT_SIZE = 256,
        PROC_COMMAND_MAX = 128 * 1024, /* bytes of a command line that are shown */
        PROC_PATH_SIZE = 4096,
};

/* What of a process is wanted: the dearer parts have to be asked for. */
enum {
        PROC_COMMAND = 1,
        PROC_UNIT = 2,
};

typedef struct Proc {
        pid_t pid;
        pid_t ppid;
        char state; /* R, S, D, T, t, Z, X, I */
        int nice;
        uint64_t user_ms;
        uint64_t kernel_ms;
        uint64_t start_ms; /* since the system started; with the pid it names the process for good */
        uint64_t resident; /* bytes */
        char name[PROC_NAME_SIZE];
        char *command;             /* with PROC_COMMAND: arguments, those with a space quoted; NULL: it has none */
        char unit[PROC_UNIT_SIZE]; /* with PROC_UNIT: "ssh.service"; empty: it belongs to none */
} Proc;

int proc_read(Proc *proc, const char *root, pid_t pid, unsigned want);
void proc_deinit(Proc *proc);

/* A pid as text: digits only, no sign, no leading zero. False for anything else. */
bool proc_parse_pid(const char *text, pid_t *pidp);

/* Walks over the pids, in no order. */
typedef struct ProcWalk {
        DIR *dir;
} ProcWalk;

int proc_walk_init(ProcWalk *walk, const char *root);
void proc_walk_deinit(ProcWalk *walk);
pid_t proc_walk_next(ProcWalk *walk); /* 0: the end */
int proc_count(const char *root);     /* how many there are now, or negative errno */

/* Arguments that NULs separate, as one line. NULL: no memory. For tests, too. */
char *proc_join_command(const char *arguments, size_t size);
/* The innermost service of the text of a /proc/PID/cgroup; empty if there is none. */
void proc_parse_unit(const char *text, char unit[PROC_UNIT_SIZE]);
