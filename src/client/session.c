#include "client/session.h"

#include <errno.h>
#include <string.h>

#include "client/thread.h"
#include "model/options.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/text.h"
#include "wire/verbs.h"

Session *session_of(const MI_Session *handle)
{
        Session *session;

        if (!handle || handle->ft != &session_ft || !handle->reserved2)
                return NULL;
        session = (Session *)handle->reserved2;
        if (session->number != handle->reserved1 || application_is_forked(session->application))
                return NULL;
        return session;
}

void session_handle(const Session *session, MI_Session *handle)
{
        handle->reserved1 = session->number;
        handle->reserved2 = (ptrdiff_t)session;
        handle->ft = &session_ft;
}

int session_new(Application *application, Transport *transport, MI_DestinationOptions *options, Session **sessionp)
{
        const Options *given = destination_options(options);
        const char *locale = options_string(given, "__MI_DESTINATIONOPTIONS_UI_LOCALE");
        Session *session = calloc(1, sizeof(*session));

        if (session && locale)
                session->locale = strdup(locale);
        if (!session || (locale && !session->locale)) {
                free(session);
                transport_free(transport);
                return error_origin(-ENOMEM);
        }
        session->application = application;
        session->transport = transport;
        session->timeout_ms = options_timeout_ms(given, "__MI_DESTINATIONOPTIONS_TIMEOUT");
        pthread_mutex_init(&session->lock, NULL);
        pthread_mutex_init(&session->open_lock, NULL);
        list_init(&session->jobs);
        list_init(&session->free_jobs);
        list_init(&session->channels);

        pthread_mutex_lock(&application->lock);
        session->number = ++application->last_number;
        list_append(&application->sessions, &session->link);
        pthread_mutex_unlock(&application->lock);
        *sessionp = session;
        return 0;
}

static void session_channel_free(SessionChannel *entry)
{
        list_remove(&entry->link);
        client_channel_stop(entry->channel);
        client_channel_unref(entry->channel);
        free(entry->name_space);
        free(entry->host);
        free(entry);
}

/* The struct itself stays, closed, until the application closes. */
void session_free(Session *session)
{
        Application *application = session->application;
        void (*completed)(void *context) = session->completed;
        void *context = session->completed_context;

        list_for_each_safe (link, &session->channels)
                session_channel_free(list_entry(link, SessionChannel, link));
        session->transport = transport_free(session->transport);
        free(session->locale);
        session->locale = NULL;
        if (completed)
                completed(context);

        pthread_mutex_lock(&application->lock);
        list_for_each_safe (link, &session->free_jobs) {
                list_remove(link);
                list_append(&application->used_jobs, link);
        }
        session->number = 0;
        list_remove(&session->link);
        list_append(&application->closed_sessions, &session->link);
        pthread_cond_broadcast(&application->changed);
        pthread_mutex_unlock(&application->lock);
}

void session_drop_job(Session *session, Job *job)
{
        Application *application = session->application;
        bool is_last, has_waiter;

        pthread_mutex_lock(&session->lock);
        job->generation++; /* its handles are no good any more */
        list_remove(&job->link);
        list_prepend(&session->free_jobs, &job->link);
        is_last = session->is_closing && list_is_empty(&session->jobs);
        has_waiter = session->has_waiter;
        pthread_mutex_unlock(&session->lock);
        if (!is_last)
                return;
        if (has_waiter) {
                pthread_mutex_lock(&application->lock);
                session->is_empty = true;
                pthread_cond_broadcast(&application->changed);
                pthread_mutex_unlock(&application->lock);
        } else {
                session_free(session);
        }
}

/* The lock is held. Forgets channels that are no good any more and have nothing to do. */
static ClientChannel *find_channel(Session *session, const char *name_space, const char *host, uint32_t verbs)
{
        list_for_each (link, &session->channels) {
                SessionChannel *entry = list_entry(link, SessionChannel, link);

                if ((entry->channel->verbs & verbs) == verbs && !strcmp(entry->host, host) &&
                    !strcmp(entry->name_space, name_space) && client_channel_is_usable(entry->channel))
                        return client_channel_ref(entry->channel);
        }
        return NULL;
}

/* Takes one reference to the channel over for the session. */
static int keep_channel(Session *session, const char *name_space, const char *host, ClientChannel *channel)
{
        SessionChannel *entry = calloc(1, sizeof(*entry));
        List useless;

        if (entry) {
                entry->name_space = strdup(name_space);
                entry->host = strdup(host);
        }
        if (!entry || !entry->name_space || !entry->host) {
                if (entry) {
                        free(entry->name_space);
                        free(entry->host);
                }
                free(entry);
                return error_origin(-ENOMEM);
        }
        entry->channel = client_channel_ref(channel);

        list_init(&useless);
        pthread_mutex_lock(&session->lock);
        list_for_each_safe (link, &session->channels) {
                if (!client_channel_is_idle_wreck(list_entry(link, SessionChannel, link)->channel))
                        continue;
                list_remove(link);
                list_append(&useless, link);
        }
        list_append(&session->channels, &entry->link);
        pthread_mutex_unlock(&session->lock);
        list_for_each_safe (link, &useless)
                session_channel_free(list_entry(link, SessionChannel, link));
        return 0;
}

static int timeout_of(uint64_t deadline_ns)
{
        int timeout_ms = clock_timeout_ms(deadline_ns);

        return timeout_ms < 0 || timeout_ms > OPEN_TIMEOUT_MS ? OPEN_TIMEOUT_MS : timeout_ms;
}

/* For the instances that come on a channel: their class with all it has. */
static const MI_ClassDecl *class_of(Anchor *source, const char *name_space, const char *class_name)
{
        Catalog *catalog = container_of(source, Catalog, anchor);
        const RepositoryClass *class;
        const MI_ClassDecl *decl;
        Failure ignored;

        if (catalog_class(catalog, name_space, class_name, &class, &ignored) < 0 ||
            catalog_decl(catalog, class, &decl, &ignored) < 0)
                return NULL;
        return decl;
}

static int tell_classes(Session *session, const char *name_space, ClientChannel *channel, Failure *failure)
{
        _cleanup_(catalog_unrefp) Catalog *catalog = NULL;
        int r;

        r = session->transport->methods->catalog(session->transport, false, &catalog, failure);
        if (r < 0)
                return r;
        r = shape_table_set_classes(&channel->shapes, &catalog->anchor, name_space, class_of);
        return r < 0 ? failure_set_errno(failure, r, "cannot keep the classes of %s", name_space) : 0;
}

static int open_channel(Session *session, const char *name_space, const RepositoryClass *class, uint32_t verbs,
                        uint64_t deadline_ns, ClientChannel **channelp, Failure *failure)
{
        _cleanup_(client_channel_unrefp) ClientChannel *channel = NULL;
        TransportChannel opened;
        int r;

        for (int attempt = 0;; attempt++) {
                r = session->transport->methods->open(session->transport, name_space, class->name, verbs,
                                                      timeout_of(deadline_ns), &opened, failure);
                if (r < 0)
                        return r;
                r = client_channel_new(&channel, &opened);
                if (r == 0)
                        break;
                if (r < 0)
                        return failure_set_errno(failure, r, "cannot use the channel to the host of %s", class->name);
                if (attempt == LEG_ATTEMPTS)
                        return failure_set(
                                failure, MI_RESULT_SERVER_IS_SHUTTING_DOWN,
                                "%s: its provider's host ends as soon as it is asked; the journal of xenmi says "
                                "why",
                                class->name);
        }
        r = tell_classes(session, name_space, channel, failure);
        if (r < 0)
                return r;
        r = keep_channel(session, name_space, class->provider->host, channel);
        if (r < 0)
                return failure_set_errno(failure, r, "cannot keep the channel to the host of %s", class->name);
        *channelp = steal(&channel);
        return 0;
}

int session_channel(Session *session, const char *name_space, const RepositoryClass *class, uint32_t verbs,
                    uint64_t deadline_ns, ClientChannel **channelp, Failure *failure)
{
        ClientChannel *channel;
        int r = 0;

        pthread_mutex_lock(&session->lock);
        channel = find_channel(session, name_space, class->provider->host, verbs);
        pthread_mutex_unlock(&session->lock);
        if (channel) {
                *channelp = channel;
                return 0;
        }

        pthread_mutex_lock(&session->open_lock);
        pthread_mutex_lock(&session->lock);
        channel = find_channel(session, name_space, class->provider->host, verbs);
        pthread_mutex_unlock(&session->lock);
        if (!channel)
                r = open_channel(session, name_space, class, verbs, deadline_ns, &channel, failure);
        pthread_mutex_unlock(&session->open_lock);
        if (r < 0)
                return r;
        *channelp = channel;
        return 0;
}
