#pragma once

/*
 * The broker: who are you, may you, who serves that class
 *
 * A client's identity comes from the kernel. The broker checks it against the rules of the namespace, looks the class up in the
 * repository, has the launcher start the class's host if need be, tells that host which identity and which verbs a channel has,
 * and hands the channel's other end to the client. It has no rights, opens no file, and reads nothing but fixed-size messages.
 *
 * One thread. What is freed while events are handled goes through the graveyard, since events of the same round may name it.
 */

#include <stdbool.h>
#include <stdint.h>

#include "auth/acl.h"
#include "auth/identity.h"
#include "broker/peer.h"
#include "registry/repository.h"
#include "util/account.h"
#include "util/list.h"
#include "util/map.h"
#include "wire/control.h"

typedef struct Broker Broker;
typedef struct Channel Channel;
typedef struct Client Client;
typedef struct Host Host;
typedef struct Open Open;
typedef struct User User;

/* What all processes of one uid hold together */
struct User {
        uid_t uid;
        uint32_t references;
        uint32_t n_hosts;
        Account *account;
};

struct Client {
        Peer peer;
        Broker *broker;
        List link;     /* Broker.clients */
        List new_link; /* Broker.new_clients until it has said something */
        Identity identity;
        User *user;
        Charge charge;
        uint64_t connected_ns;
        List opens;       /* Open.client_link */
        List channels;    /* Channel.client_link */
        List reload_link; /* Broker.reloading */
        uint64_t reload_seq;
        uint64_t reload_number; /* of the launcher's answer that it waits for */
        bool is_gone;           /* hung up, but channels of its live on */
        int socket;             /* when gone: for the launcher, who asks the kernel whose it is */
        List grave;
};

/* A request for a channel that waits for a host */
struct Open {
        List client_link; /* whom it is for */
        List host_link;   /* Host.waiting */
        Client *client;
        Host *host;
        Channel *channel; /* made for it, but not yet taken by the host */
        uint32_t attempts;
        Host *asker; /* LOCAL_OPEN: the host that asked on the client's behalf; else NULL */
        uint64_t asker_life;
        uint64_t seq;
        uint32_t verbs;
        uint32_t hops;
        Charge charge;
        char namespace[CONTROL_NAMESPACE_MAX];
        char class_name[CONTROL_CLASS_MAX];
};

struct Channel {
        uint64_t id;
        List client_link;
        List host_link; /* Host.channels */
        Client *client;
        Host *host;
        List grant_link; /* Host.granting, while `open` is */
        Open *open;      /* who waits for it, until the host has taken it; then NULL */
        int fd;          /* the client's end, until then */
        uint64_t made_ns;
        uint32_t verbs;
        uint32_t hops;
        Charge charge;
        char *namespace;
};

typedef enum HostState {
        HOST_DOWN,     /* not running; maybe waiting for next_start_ns */
        HOST_SPAWNING, /* the launcher was asked */
        HOST_STARTING, /* it runs, but is not ready */
        HOST_READY,
        HOST_LEAVING, /* told to end, or dead and not yet buried */
} HostState;

struct Host {
        Peer peer;
        Broker *broker;
        List link; /* Broker.hosts */
        List grave;
        char name[CONTROL_HOST_MAX];
        User *user;  /* of a host per user, else NULL */
        uint64_t id; /* of this life; 0: none */
        HostState state;
        pid_t pid;
        uint64_t since_ns;      /* of this state */
        uint64_t deadline_ns;   /* to be in the next one; UINT64_MAX: none */
        uint64_t next_start_ns; /* not before (backoff) */
        uint32_t starts;
        uint32_t crashes; /* in a row */
        bool is_crash;    /* it leaves because it broke */
        bool was_ready;   /* in this life */
        bool is_killed;
        char problem[CONTROL_MESSAGE_MAX]; /* why the last life ended */
        uint64_t *stamps;                  /* of the providers that it was started with */
        uint32_t n_stamps;
        List channels;
        List granting; /* those of them that it has still to take, oldest first */
        List waiting;
};

typedef struct Configuration {
        ControlLimits limits;
        Acl *acl;
        ControlOption *options;
        size_t n_options;
} Configuration;

struct Broker {
        int epoll_fd;
        int listen_fd;
        bool is_accepting;
        uint64_t accept_again_ns; /* descriptors ran out: not before; 0: no such trouble */
        Peer launcher;

        Configuration configuration;
        Configuration next; /* being received */
        Repository *repository;
        int repository_fd;
        bool is_configured;

        List clients; /* connected ones */
        List new_clients;
        uint32_t n_clients;
        IdMap users;    /* by uid + 1 */
        IdMap channels; /* by id */
        List hosts;
        uint64_t last_channel;
        uint64_t last_host;
        uint64_t last_busy_ns;
        List reloading;        /* Client.reload_link */
        IdMap files;           /* requests of hosts for privileged files, by the number that the launcher knows */
        uint64_t last_request; /* to the launcher, of those that it answers */

        List dead_clients;
        List dead_hosts;
        bool is_stopping;
        bool is_done;
        int exit_status;
};

/* client.c */
void broker_accept(Broker *broker);
void client_drop(Client *client);
void client_send(Client *client, const ControlMessage *message, int fd);
void client_refuse(Client *client, uint64_t seq, uint32_t result, const char *format, ...)
        __attribute__((format(printf, 4, 5)));
/* Buries a client that hung up and whose last channel or request is gone. */
void client_release(Client *client);
/* Those that connected and say nothing; returns when the next one is due. */
uint64_t broker_check_clients(Broker *broker, uint64_t now_ns);

/* user.c */
int user_acquire(User **userp, Broker *broker, uid_t uid);
User *user_release(Broker *broker, User *user);
void broker_apply_user_limits(Broker *broker);

/* open.c */
void broker_open(Broker *broker, Client *client, const ControlOpen *request);
void broker_local_open(Broker *broker, Host *host, const ControlLocalOpen *request);
/* Makes a channel and offers it to the host, or refuses. */
void open_grant(Open *open);
/* The host has taken the channel: the client gets its end. */
void open_complete(Open *open);
/* The host died, or is leaving, and has not taken it: the next one may. */
void open_again(Open *open, const char *why);
/* These free the request. */
void open_refuse(Open *open, uint32_t result, const char *format, ...) __attribute__((format(printf, 3, 4)));
Open *open_free(Open *open);

/* channel.c */
enum {
        _CHANNEL_SUCCESS,

        CHANNEL_QUOTA,
};
/* For a request that may be granted; the host is told, and the request waits until the host has taken it. */
int channel_new(Channel **channelp, Open *open, uint32_t verbs, const char *namespace);
void channel_detach(Channel *channel);
Channel *channel_free(Channel *channel);
void channel_revoke(Channel *channel);
/* What the rules or the registrations do not give any more. */
void broker_check_channels(Broker *broker);

/* host.c */
enum {
        _HOST_SUCCESS,

        HOST_QUOTA, /* the user has as many hosts as may be */
};
int host_find(Host **hostp, Broker *broker, const RepositoryProvider *provider, Client *client);
void host_request(Host *host, Open *open);
/* A host that does not read is ended; `fd` (or -1) is taken over. */
void host_send(Host *host, const ControlMessage *message, int fd);
void host_ready(Host *host);
void host_leave(Host *host);
void host_kill(Host *host, const char *format, ...) __attribute__((format(printf, 2, 3)));
void host_spawned(Broker *broker, uint64_t id, pid_t pid, int fd);
void host_died(Broker *broker, const ControlDied *died);
Host *broker_find_host(Broker *broker, uint64_t id);
uint64_t broker_check_hosts(Broker *broker, uint64_t now_ns);
bool host_is_alive(const Host *host);
/* After the repository changed: hosts whose providers did have to go. */
void broker_check_registrations(Broker *broker);

/* host-message.c: what hosts say */
void host_handle(Peer *peer, const ControlMessage *message, int fd);
void host_gone(Peer *peer, bool is_malformed);

/* launcher-message.c: what the launcher says */
int broker_connect_launcher(Broker *broker, int fd);
void broker_tell_launcher(Broker *broker, const ControlMessage *message, int fd);
void broker_ask_for_file(Broker *broker, Host *host, ControlMessage *message);
void broker_forget_configuration(Broker *broker);

/* main.c */
void broker_stop(Broker *broker);

/* sandbox.c: from here on, no file can be opened and nothing executed */
int sandbox_enter(void);
