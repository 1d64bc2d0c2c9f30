#include "hostd/local-session.h"

#include <errno.h>
#include <string.h>

#include "client/local-session.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

enum {
        SESSIONS_MAX = 4096, /* of a host */
};

typedef struct HostTransport {
        Transport base;
        Host *host;
        uint64_t channel; /* whose caller the broker is to take us for */
} HostTransport;

typedef struct HostSession {
        List link;
        uint64_t channel;
        MI_Session session;
} HostSession;

static pthread_mutex_t sessions_lock = PTHREAD_MUTEX_INITIALIZER;
static List sessions = LIST_INIT(sessions);
static unsigned int n_sessions;
static Application *application;

/* ---------------------------------------------------------------- the transport */

static int host_catalog(Transport *transport, bool is_stale, Catalog **catalogp, Failure *failure)
{
        Host *host = container_of(transport, HostTransport, base)->host;
        Repository *repository;
        int r;

        (void)is_stale; /* the broker sends a new repository unasked */
        pthread_mutex_lock(&host->lock);
        repository = repository_ref(host->repository);
        pthread_mutex_unlock(&host->lock);
        r = catalog_new_repository(catalogp, repository);
        return r < 0 ? failure_set_errno(failure, r, "cannot use the class repository") : 0;
}

static int host_open(Transport *transport, const char *name_space, const char *class_name, uint32_t verbs,
                     int timeout_ms, TransportChannel *channelp, Failure *failure)
{
        HostTransport *own = container_of(transport, HostTransport, base);
        ControlMessage message, answer;
        _cleanup_fd_ int fd = -1;
        int r;

        (void)timeout_ms;
        control_init(&message, CONTROL_LOCAL_OPEN, 0);
        message.local_open.channel = own->channel;
        message.local_open.verbs = verbs;
        if (control_set(message.local_open.namespace, sizeof(message.local_open.namespace), name_space) ||
            control_set(message.local_open.class_name, sizeof(message.local_open.class_name), class_name))
                return failure_set(failure, MI_RESULT_INVALID_PARAMETER, "%s:%s: a name is too long", name_space,
                                   class_name);
        r = host_ask(own->host, &message, &answer, &fd);
        if (r < 0)
                return failure_set_errno(failure, r, "the broker has not answered");
        if (answer.header.type == CONTROL_REFUSED)
                return failure_set(failure, (MI_Result)answer.refused.result, "%s", answer.refused.message);
        if (answer.header.type != CONTROL_CHANNEL || fd < 0)
                return failure_set(failure, MI_RESULT_FAILED, "the broker's answer makes no sense");
        *channelp = (TransportChannel){
                .fd = fd_steal(&fd),
                .id = answer.channel.channel,
                .host = answer.channel.host,
                .verbs = answer.channel.verbs,
                .hops = answer.channel.hops,
        };
        return 0;
}

/* The broker is there as long as this process is. */
static int host_test(Transport *transport, int timeout_ms, Failure *failure)
{
        (void)transport;
        (void)timeout_ms;
        (void)failure;
        return 0;
}

static void host_free(Transport *transport)
{
        free(container_of(transport, HostTransport, base));
}

static const TransportMethods host_methods = {
        .catalog = host_catalog,
        .open = host_open,
        .test = host_test,
        .free = host_free,
};

/* ---------------------------------------------------------------- the sessions */

/* Lock held. */
static HostSession *session_find(uint64_t channel)
{
        list_for_each (link, &sessions) {
                HostSession *session = list_entry(link, HostSession, link);

                if (session->channel == channel)
                        return session;
        }
        return NULL;
}

/* Lock held. */
static int session_new(HostSession **sessionp, Host *host, const ServerLocalSession *request)
{
        HostTransport *transport;
        HostSession *session;
        int r;

        if (!application) {
                r = application_new(&application);
                if (r < 0)
                        return error_trace(r);
        }
        session = calloc(1, sizeof(*session));
        transport = calloc(1, sizeof(*transport));
        if (!session || !transport) {
                free(session);
                free(transport);
                return error_origin(-ENOMEM);
        }
        transport->base.methods = &host_methods;
        transport->host = host;
        transport->channel = request->channel_id;
        session->channel = request->channel_id;
        r = local_session_new(application, &transport->base, request->hops, &session->session);
        if (r < 0) {
                free(session);
                return error_trace(r);
        }
        list_append(&sessions, &session->link);
        n_sessions++;
        *sessionp = session;
        return 0;
}

MI_Result local_session(void *userdata, const ServerLocalSession *request, MI_Session *session)
{
        HostSession *found;
        MI_Result result = MI_RESULT_OK;

        if (request->hops > CONTROL_HOPS_MAX)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;

        pthread_mutex_lock(&sessions_lock);
        found = session_find(request->channel_id);
        if (!found && n_sessions >= SESSIONS_MAX)
                result = MI_RESULT_SERVER_LIMITS_EXCEEDED;
        else if (!found && session_new(&found, userdata, request) < 0)
                result = MI_RESULT_FAILED;
        if (found)
                *session = found->session;
        pthread_mutex_unlock(&sessions_lock);
        return result;
}

static void *session_end(void *argument)
{
        HostSession *session = argument;

        local_session_end(&session->session);
        free(session);
        return NULL;
}

void local_session_forget(Host *host, uint64_t channel)
{
        HostSession *session;
        pthread_attr_t attributes;
        pthread_t thread;

        (void)host;
        pthread_mutex_lock(&sessions_lock);
        session = session_find(channel);
        if (session) {
                list_remove(&session->link);
                n_sessions--;
        }
        pthread_mutex_unlock(&sessions_lock);
        if (!session)
                return;

        /* It waits for operations of the provider to end: not on a thread that serves requests. */
        pthread_attr_init(&attributes);
        pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED);
        if (pthread_create(&thread, &attributes, session_end, session) != 0)
                log_warning("cannot start a thread: a session of a provider stays open");
        pthread_attr_destroy(&attributes);
}
