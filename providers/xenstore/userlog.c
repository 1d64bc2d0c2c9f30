#include "store-private.h"

#include "text.h"

#include <errno.h>
#include <fcntl.h>
#include <pwd.h>
#include <stdio.h>
#include <string.h>
#include <syslog.h>
#include <unistd.h>

/*
 * The Log method: text of clients as data
 *
 * To the journal (through syslog) and to the domain's console, which the hypervisor's side keeps. Each line of the text is one line
 * there, under a head that names session and user; long lines are split, control characters shown, and nothing is a format.
 */

enum {
        LINE_MAX_SIZE = 400,
        LINES_MAX = 100,   /* of one message */
        BURST_LINES = 500, /* at once, */
        RATE_LINES = 100,  /* and each second */
};

/* How many lines may go out now; the store's lock is held. */
static unsigned admit(Store *store, unsigned wanted)
{
        uint64_t now = time_now(),
                 earned = store->log_tokens_at ? (now - store->log_tokens_at) * RATE_LINES / NS_PER_S : BURST_LINES;
        unsigned granted;

        if (earned) {
                store->log_tokens = (unsigned)MIN(store->log_tokens + earned, (uint64_t)BURST_LINES);
                store->log_tokens_at = now;
        }
        granted = MIN(wanted, store->log_tokens);
        store->log_tokens -= granted;
        return granted;
}

static void console_open(Store *store)
{
        const char *path = store->options.log_console ? store->options.log_console : "/dev/hvc0";

        if (store->log_fd < 0 && path[0])
                store->log_fd = open(path, O_WRONLY | O_NOCTTY | O_NONBLOCK | O_APPEND | O_CLOEXEC);
}

static void log_line(Store *store, const char *head, const char *text, size_t size)
{
        _cleanup_(bytes_deinit) Bytes line = { 0 };

        if (bytes_printf(&line, "xenmi %s: ", head) < 0 || text_for_log(&line, text, size) < 0)
                return;
        syslog(LOG_DAEMON | LOG_INFO, "%s", line.data);
        if (store->log_fd >= 0 && bytes_add_text(&line, "\r\n") == 0) {
                /* A console that nobody empties loses lines; it must not hold anybody up. */
                ssize_t ignored = write(store->log_fd, line.data, line.size);

                (void)ignored;
        }
}

/* The length of the next piece: up to the end of the line, but not more than a piece may have, and not within a character. */
static size_t piece_size(const char *text)
{
        size_t size = strcspn(text, "\n");

        if (size <= LINE_MAX_SIZE)
                return size;
        for (size = LINE_MAX_SIZE; size > LINE_MAX_SIZE - 4 && ((unsigned char)text[size] & 0xc0) == 0x80; size--)
                ;
        return size;
}

/* Who speaks: in front of each line. The Id is last, where it cannot pretend to be another user's. */
static void make_head(const Session *session, char *head, size_t size)
{
        _cleanup_(bytes_deinit) Bytes name = { 0 };
        struct passwd user, *found = NULL;
        char buffer[1024];

        if (getpwuid_r(session->uid, &user, buffer, sizeof(buffer), &found) != 0)
                found = NULL;
        (void)text_for_log(&name, session->name, MIN(strlen(session->name), (size_t)100));
        if (found)
                snprintf(head, size, "session %u of %.100s (%s)", session->id, found->pw_name,
                         name.data ? name.data : "");
        else
                snprintf(head, size, "session %u of user %u (%s)", session->id, session->uid,
                         name.data ? name.data : "");
}

int session_log(Session *session, const char *message, Problem *problem)
{
        Store *store = session->store;
        char head[600];
        unsigned dropped = 0;
        int r = session_enter(session, problem);

        if (r)
                return r;
        /* A slow journal holds up the log alone, not the session. */
        session_leave(session);
        make_head(session, head, sizeof(head));
        pthread_mutex_lock(&store->lock);
        console_open(store);
        if (store->log_dropped && admit(store, 1)) {
                char text[64];

                snprintf(text, sizeof(text), "%u lines were too many and are missing here", store->log_dropped);
                log_line(store, "log", text, strlen(text));
                store->log_dropped = 0;
        }
        for (unsigned lines = 0; *message; lines++) {
                size_t size = piece_size(message);

                if (lines < LINES_MAX && admit(store, 1))
                        log_line(store, head, message, size && message[size - 1] == '\r' ? size - 1 : size);
                else
                        dropped++;
                message += size + (message[size] == '\n');
        }
        store->log_dropped += dropped;
        pthread_mutex_unlock(&store->lock);
        return 0;
}
