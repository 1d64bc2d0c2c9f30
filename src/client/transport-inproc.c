/*
 * The transport to providers in this process: a Server of its own behind socket pairs
 */

#include <errno.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

#include "client/transport.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"
#include "wire/verbs.h"

typedef struct Inproc {
        Transport base;
        Server *server;
        Catalog *catalog;
        uint64_t last_channel;
        pthread_mutex_t lock;
} Inproc;

static int inproc_catalog(Transport *transport, bool is_stale, Catalog **catalogp, Failure *failure)
{
        Inproc *inproc = container_of(transport, Inproc, base);

        *catalogp = catalog_ref(inproc->catalog);
        return 0;
}

static int inproc_open(Transport *transport, const char *name_space, const char *class_name, uint32_t verbs,
                       int timeout_ms, TransportChannel *channelp, Failure *failure)
{
        Inproc *inproc = container_of(transport, Inproc, base);
        Caller caller = {
                .kind = CALLER_USER,
                .uid = getuid(),
                .gid = getgid(),
                .pid = getpid(),
                .is_admin = true,
        };
        int fds[2], r;

        r = fd_socketpair(fds, SOCK_STREAM);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot make a channel to the provider");
        pthread_mutex_lock(&inproc->lock);
        caller.channel_id = ++inproc->last_channel;
        pthread_mutex_unlock(&inproc->lock);
        r = server_add_channel(inproc->server, fds[1], &caller, VERB_ALL, NULL);
        if (r != 0) {
                fd_close(fds[0]);
                return failure_set(failure, MI_RESULT_FAILED, "cannot make a channel to the provider (%d)", r);
        }
        *channelp = (TransportChannel){ .fd = fds[0], .id = caller.channel_id, .verbs = VERB_ALL };
        return 0;
}

static int inproc_test(Transport *transport, int timeout_ms, Failure *failure)
{
        return 0;
}

static void inproc_free(Transport *transport)
{
        Inproc *inproc = container_of(transport, Inproc, base);

        catalog_unref(inproc->catalog);
        if (inproc->server)
                server_free(inproc->server);
        pthread_mutex_destroy(&inproc->lock);
        free(inproc);
}

static const TransportMethods inproc_methods = {
        .catalog = inproc_catalog,
        .open = inproc_open,
        .test = inproc_test,
        .free = inproc_free,
};

int transport_inproc_new(Transport **transportp, const char *library, Failure *failure)
{
        _cleanup_(transport_freep) Transport *transport = NULL;
        _cleanup_(freep) char *problem = NULL;
        ServerConfig config = { .state_dir = NULL };
        Inproc *inproc;
        int r;

        inproc = calloc(1, sizeof(*inproc));
        if (!inproc)
                return failure_set_errno(failure, -ENOMEM, "cannot make a session");
        inproc->base.methods = &inproc_methods;
        pthread_mutex_init(&inproc->lock, NULL);
        transport = &inproc->base;

        /* The program's stderr is not a journal for audit lines. */
        if (!getenv("XENMI_LOG"))
                log_set_level(LOG_LEVEL_WARNING);
        r = server_new(&inproc->server, &config);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot make a server for %s", library);
        r = server_add_library(inproc->server, library, &problem);
        if (r != 0)
                return failure_set(failure, MI_RESULT_FAILED, "%s: %s", library,
                                   problem ? problem : "cannot be loaded as a provider");
        r = server_start(inproc->server);
        if (r == 0)
                r = catalog_new_server(&inproc->catalog, inproc->server);
        if (r != 0)
                return failure_set_errno(failure, r, "cannot serve %s", library);
        *transportp = transport;
        transport = NULL;
        return 0;
}
