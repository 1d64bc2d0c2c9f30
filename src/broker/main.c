#include <errno.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/prctl.h>
#include <unistd.h>

#include "broker/broker.h"
#include "util/clock.h"
#include "util/error.h"
#include "util/fd.h"
#include "util/log.h"

/* xenmid: started by xenmi-launcher, with its socket and the one that clients connect to */

enum {
        LAUNCHER_FD = 3,
        LISTEN_FD = 4,
        EVENTS = 64,
};

static int set_accepting(Broker *broker, bool on)
{
        struct epoll_event event = { .events = EPOLLIN, .data.ptr = broker };

        if (on == broker->is_accepting)
                return 0;
        if (epoll_ctl(broker->epoll_fd, on ? EPOLL_CTL_ADD : EPOLL_CTL_DEL, broker->listen_fd, &event) < 0)
                return error_origin(-errno);
        broker->is_accepting = on;
        return 0;
}

static bool has_live_hosts(const Broker *broker)
{
        list_for_each (link, &broker->hosts)
                if (host_is_alive(list_entry(link, Host, link)))
                        return true;
        return false;
}

void broker_stop(Broker *broker)
{
        if (broker->is_stopping)
                return;
        broker->is_stopping = true;
        (void)set_accepting(broker, false);
        list_for_each (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);

                /* one that is still starting is not asked, nor waited for */
                if (host->state == HOST_READY)
                        host_leave(host);
                else if (host_is_alive(host))
                        host_kill(host, "host %s was starting when the service ended", host->name);
        }
}

/* What is due by the clock; then the time of the next such thing. */
static uint64_t run_timers(Broker *broker)
{
        uint64_t now = clock_now_ns(), next_ns, idle_ns = broker->configuration.limits.idle_exit_ms * CLOCK_NS_PER_MS;

        next_ns = MIN(broker_check_clients(broker, now), broker_check_hosts(broker, now));
        if (broker->accept_again_ns && now >= broker->accept_again_ns)
                broker->accept_again_ns = 0;
        if (broker->accept_again_ns)
                next_ns = MIN(next_ns, broker->accept_again_ns);
        (void)set_accepting(broker, broker->is_configured && !broker->is_stopping && !broker->accept_again_ns);

        if (broker->is_stopping && !has_live_hosts(broker))
                broker->is_done = true;
        if (idle_ns && broker->is_configured && !broker->n_clients && !has_live_hosts(broker)) {
                if (now >= broker->last_busy_ns + idle_ns)
                        broker->is_done = true;
                next_ns = MIN(next_ns, broker->last_busy_ns + idle_ns);
        }
        return next_ns;
}

static void clear_graves(Broker *broker)
{
        while (!list_is_empty(&broker->dead_clients)) {
                Client *client = list_entry(broker->dead_clients.next, Client, grave);

                list_remove(&client->grave);
                free(client);
        }
        while (!list_is_empty(&broker->dead_hosts)) {
                Host *host = list_entry(broker->dead_hosts.next, Host, grave);

                list_remove(&host->grave);
                free(host);
        }
}

static void run(Broker *broker)
{
        while (!broker->is_done) {
                struct epoll_event events[EVENTS];
                uint64_t next_ns = run_timers(broker);
                int n;

                if (broker->is_done)
                        break;
                n = epoll_wait(broker->epoll_fd, events, EVENTS, clock_timeout_ms(next_ns));
                for (int i = 0; i < n; i++) {
                        if (events[i].data.ptr == broker)
                                broker_accept(broker);
                        else
                                peer_dispatch(events[i].data.ptr, events[i].events);
                }
                clear_graves(broker);
        }
}

/* In order, so that leak checkers see what really leaks. */
static void broker_deinit(Broker *broker)
{
        peer_deinit(&broker->launcher);
        list_for_each_safe (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);

                peer_deinit(&host->peer);
                list_for_each_safe (wait, &host->waiting)
                        open_free(list_entry(wait, Open, host_link));
                list_for_each_safe (grant, &host->granting)
                        open_free(list_entry(grant, Channel, grant_link)->open);
                list_for_each_safe (channel, &host->channels)
                        channel_free(list_entry(channel, Channel, host_link));
        }
        list_for_each_safe (link, &broker->clients)
                client_drop(list_entry(link, Client, link));
        list_for_each_safe (link, &broker->hosts) {
                Host *host = list_entry(link, Host, link);

                list_remove(&host->link);
                user_release(broker, host->user);
                free(host->stamps);
                free(host);
        }
        clear_graves(broker);
        broker_forget_configuration(broker);
        repository_unref(broker->repository);
        id_map_deinit(&broker->users);
        id_map_deinit(&broker->channels);
        (void)fd_close(broker->repository_fd);
        (void)fd_close(broker->epoll_fd);
}

static int start(Broker *broker)
{
        int r;

        broker->epoll_fd = epoll_create1(EPOLL_CLOEXEC);
        if (broker->epoll_fd < 0)
                return error_origin(-errno);
        r = fd_set_nonblocking(broker->listen_fd, true);
        if (!r)
                r = broker_connect_launcher(broker, LAUNCHER_FD);
        (void)prctl(PR_SET_NAME, "xenmid");      /* the kernel does not know when it was given a descriptor to run */
        if (!r && prctl(PR_SET_DUMPABLE, 0) < 0) /* nobody traces who holds everybody's channels */
                r = error_origin(-errno);
        if (!r)
                r = sandbox_enter();
        return r;
}

int main(int argc, char **argv)
{
        Broker broker = { .repository_fd = -1, .listen_fd = LISTEN_FD, .launcher.fd = -1, .epoll_fd = -1 };
        int r;

        (void)argv;
        log_init("xenmid");
        if (argc > 1) {
                log_error("xenmid is started by xenmi-launcher and takes no arguments");
                return 2;
        }
        list_init(&broker.clients);
        list_init(&broker.new_clients);
        list_init(&broker.reloading);
        list_init(&broker.hosts);
        list_init(&broker.dead_clients);
        list_init(&broker.dead_hosts);
        broker.last_busy_ns = clock_now_ns();

        r = start(&broker);
        if (r) {
                log_error("the broker cannot start: it is started by xenmi-launcher");
                return 1;
        }
        run(&broker);
        broker_deinit(&broker);
        return broker.exit_status;
}
