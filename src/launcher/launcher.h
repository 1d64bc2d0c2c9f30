#pragma once

/*
 * The launcher: the one process with rights
 *
 * It makes the run folder and the broker's socket, starts the broker as a user without rights, and on the broker's word hosts, each as the user
 * whom the class repository names for it, or whom the kernel names behind a client's socket. It opens privileged files for hosts that
 * the configuration grants them. No client ever talks to it, and it takes no user's name or number from the broker.
 */

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

#include "launcher/config.h"
#include "launcher/spawn.h"
#include "registry/repository.h"
#include "util/list.h"
#include "wire/control.h"

typedef struct Options {
        const char *run_dir;
        const char *state_dir;
        const char *config_path;
        bool config_must_exist;
        const char *libexec_dir;
        const char *socket_path;
} Options;

typedef struct HostProcess {
        List link;
        uint64_t id; /* the broker's */
        char name[CONTROL_HOST_MAX];
        pid_t pid;
} HostProcess;

typedef struct Launcher {
        Options options;
        bool is_root; /* else everything runs as the one user */
        Config config;
        Repository *repository;
        int repository_fd;
        int listen_fd;
        bool is_socket_ours; /* to remove at the end */

        int epoll_fd;
        int signal_fd;
        pid_t broker_pid; /* 0: not running */
        int broker_fd;    /* -1: not connected */
        uint64_t broker_started_ns;
        uint64_t broker_restart_ns; /* when to start it again; 0: it need not be */
        unsigned int broker_crashes;

        List hosts;
        bool is_stopping;
        uint64_t stop_deadline_ns;
        bool is_done; /* the loop ends */
        int exit_status;
} Launcher;

/* hosts.c */
void launcher_spawn_host(Launcher *launcher, const ControlHostStart *start, int client_fd);
void launcher_kill_host(Launcher *launcher, uint64_t id);
void launcher_kill_hosts(Launcher *launcher);
/* True if the process was a host, which is then forgotten. */
bool launcher_host_died(Launcher *launcher, pid_t pid, int status);
void launcher_open_file(Launcher *launcher, const ControlHostFile *request);

/* broker-process.c */
int launcher_start_broker(Launcher *launcher);
/* Sends a message to the broker, which is killed if it does not read. */
void launcher_tell(Launcher *launcher, const ControlMessage *message, int fd);
/* The whole configuration and the repository; `seq` of the request that it answers, or 0. */
void launcher_send_configuration(Launcher *launcher, uint64_t seq);
void launcher_read_broker(Launcher *launcher);
void launcher_broker_died(Launcher *launcher, int status);

/* main.c */
int launcher_load(Launcher *launcher, Config *config, Repository **repositoryp, int *repository_fdp,
                  const char **problemp);
/* Reads configuration and repository again and tells the broker; the old ones stay if they cannot be read. */
void launcher_reload(Launcher *launcher, uint64_t seq);
void launcher_stop(Launcher *launcher);
