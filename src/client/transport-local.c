/*
 * The transport to the broker: one SOCK_SEQPACKET connection, made when first used and again after the broker was restarted
 */

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "client/transport.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "wire/control.h"

enum {
        REFRESH_MS = 100, /* how long a replaced repository may go unnoticed */
        TEST_MS = 10000,
        OPEN_CATALOG_MS = 10000,
};

typedef struct Local {
        Transport base;

        pthread_mutex_t lock; /* of the connection: one question at a time */
        int socket;
        uint64_t last_seq;

        pthread_mutex_t catalog_lock;
        Catalog *catalog;
        int file; /* of the repository */
        uint64_t checked_ns;
} Local;

static int describe_connect(int r, Failure *failure)
{
        const char *path = getenv(CONTROL_SOCKET_ENV);

        failure->code = (MI_Uint32)-r;
        failure_set(
                failure, r == -EACCES ? MI_RESULT_ACCESS_DENIED : MI_RESULT_FAILED, "cannot reach xenmi at %s: %s; %s",
                path && path[0] ? path : CONTROL_SOCKET, strerrordesc_np(-r),
                r == -EACCES
                        ? "its users are root and the members of the group xenmi"
                        : "is it running (systemctl start xenmi, or ./run serve)? XENMI_SOCKET names another socket");
        failure->code = (MI_Uint32)-r;
        failure->type = MI_RESULT_TYPE_ERRNO;
        return r;
}

/* The lock is held. */
static int local_connect(Local *local, Failure *failure)
{
        int r;

        if (local->socket >= 0)
                return 0;
        r = control_connect(&local->socket);
        if (r == 0)
                return 0;
        local->socket = -1;
        return describe_connect(r < 0 ? r : -ECONNREFUSED, failure);
}

/* One question and its answer; a connection that was idle while the broker was restarted is made anew once. */
static int local_call(Local *local, ControlMessage *request, ControlMessage *answer, int *fdp, int timeout_ms,
                      Failure *failure)
{
        int r = 0;

        pthread_mutex_lock(&local->lock);
        for (int attempt = 0; attempt < 2; attempt++) {
                bool is_fresh = local->socket < 0;

                r = local_connect(local, failure);
                if (r < 0)
                        break;
                request->header.seq = ++local->last_seq;
                r = control_call(local->socket, request, answer, fdp, timeout_ms);
                if (r == 0)
                        break;
                local->socket = fd_close(local->socket);
                if (is_fresh || (r != CONTROL_CLOSED && r != -EPIPE && r != -ECONNRESET)) {
                        if (r == -ETIMEDOUT)
                                failure_set_errno(failure, r, "xenmi's broker has not answered");
                        else
                                failure_set(failure, MI_RESULT_FAILED,
                                            "xenmi's broker has closed the connection; the journal of xenmid says why");
                        r = -ECONNRESET;
                        break;
                }
        }
        pthread_mutex_unlock(&local->lock);
        if (r != 0)
                return r < 0 ? r : -ECONNRESET;
        if (answer->header.type != CONTROL_REFUSED)
                return 0;
        fd_close(fd_steal(fdp));
        return failure_set(failure, answer->refused.result ? (MI_Result)answer->refused.result : MI_RESULT_FAILED, "%s",
                           answer->refused.message);
}

static int bad_answer(Failure *failure)
{
        return failure_set(failure, MI_RESULT_FAILED,
                           "xenmi's broker gave an answer that does not fit; is it another version?");
}

static int local_fetch(Local *local, Failure *failure)
{
        _cleanup_fd_ int fd = -1;
        ControlMessage request, answer;
        Repository *repository;
        Catalog *catalog;
        int r;

        control_init(&request, CONTROL_REPOSITORY, 0);
        r = local_call(local, &request, &answer, &fd, OPEN_CATALOG_MS, failure);
        if (r < 0)
                return r;
        if (answer.header.type != CONTROL_REPOSITORY_FILE || fd < 0)
                return bad_answer(failure);
        r = repository_open_fd(&repository, fd);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot map the class repository");
        if (r > 0)
                return failure_set(
                        failure, MI_RESULT_FAILED,
                        "the class repository is damaged or of another version; register a provider to have it "
                        "written anew");
        r = catalog_new_repository(&catalog, repository);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot use the class repository");

        catalog_unref(local->catalog);
        local->catalog = catalog;
        fd_close(local->file);
        local->file = fd_steal(&fd);
        return 0;
}

/* A file that was replaced has no name any more. */
static bool local_is_stale(Local *local)
{
        struct timespec coarse; /* costs a fifth, and each operation asks */
        struct stat status;
        uint64_t now;

        clock_gettime(CLOCK_MONOTONIC_COARSE, &coarse);
        now = (uint64_t)coarse.tv_sec * CLOCK_NS_PER_S + (uint64_t)coarse.tv_nsec;
        if (now - local->checked_ns < REFRESH_MS * CLOCK_NS_PER_MS)
                return false;
        local->checked_ns = now;
        return fstat(local->file, &status) == 0 && status.st_nlink == 0;
}

static int local_catalog(Transport *transport, bool is_stale, Catalog **catalogp, Failure *failure)
{
        Local *local = container_of(transport, Local, base);
        int r = 0;

        pthread_mutex_lock(&local->catalog_lock);
        if (!local->catalog || is_stale || local_is_stale(local))
                r = local_fetch(local, failure);
        if (r == 0)
                *catalogp = catalog_ref(local->catalog);
        pthread_mutex_unlock(&local->catalog_lock);
        return r;
}

static int local_open(Transport *transport, const char *name_space, const char *class_name, uint32_t verbs,
                      int timeout_ms, TransportChannel *channelp, Failure *failure)
{
        Local *local = container_of(transport, Local, base);
        _cleanup_fd_ int fd = -1;
        ControlMessage request, answer;
        int r;

        control_init(&request, CONTROL_OPEN, 0);
        request.open.verbs = verbs;
        if (control_set(request.open.namespace, sizeof(request.open.namespace), name_space) != 0 ||
            control_set(request.open.class_name, sizeof(request.open.class_name), class_name) != 0)
                return failure_set(failure, MI_RESULT_INVALID_PARAMETER, "%s:%s: a name is too long", name_space,
                                   class_name);
        r = local_call(local, &request, &answer, &fd, timeout_ms, failure);
        if (r < 0)
                return r;
        if (answer.header.type != CONTROL_CHANNEL || fd < 0)
                return bad_answer(failure);
        *channelp = (TransportChannel){
                .fd = fd_steal(&fd),
                .id = answer.channel.channel,
                .host = answer.channel.host,
                .verbs = answer.channel.verbs,
                .hops = answer.channel.hops,
        };
        return 0;
}

static int local_test(Transport *transport, int timeout_ms, Failure *failure)
{
        Local *local = container_of(transport, Local, base);
        _cleanup_fd_ int fd = -1;
        ControlMessage request, answer;
        int r;

        control_init(&request, CONTROL_TEST, 0);
        r = local_call(local, &request, &answer, &fd, MIN(timeout_ms, (int)TEST_MS), failure);
        if (r < 0)
                return r;
        return answer.header.type == CONTROL_OK ? 0 : bad_answer(failure);
}

static void local_free(Transport *transport)
{
        Local *local = container_of(transport, Local, base);

        fd_close(local->socket);
        fd_close(local->file);
        catalog_unref(local->catalog);
        pthread_mutex_destroy(&local->lock);
        pthread_mutex_destroy(&local->catalog_lock);
        free(local);
}

static const TransportMethods local_methods = {
        .catalog = local_catalog,
        .open = local_open,
        .test = local_test,
        .free = local_free,
};

int transport_local_new(Transport **transportp, Failure *failure)
{
        Local *local = calloc(1, sizeof(*local));

        if (!local)
                return failure_set_errno(failure, -ENOMEM, "cannot make a session");
        local->base.methods = &local_methods;
        local->socket = local->file = -1;
        pthread_mutex_init(&local->lock, NULL);
        pthread_mutex_init(&local->catalog_lock, NULL);
        *transportp = &local->base;
        return 0;
}
