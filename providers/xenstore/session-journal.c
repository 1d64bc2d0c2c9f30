#include "store-private.h"

#include <stdio.h>
#include <string.h>

/*
 * What the journal has of sessions, a line each:
 *   id N                                 the last number given out
 *   add ID UID CREATED NAME INSTANCE     a session
 *   end ID
 *   used ID TIME                         when it was last used, if not when it was added: noted now and then, and at the end
 *   watch ID PATH, unwatch ID PATH       once for each SetWatch and RemoveWatch
 *   open ID, closed ID                   its transaction
 */
static int line_add(Bytes *lines, const Session *session)
{
        _cleanup_(bytes_deinit) Bytes words = { 0 };
        int r = journal_word_add(&words, session->name);

        if (!r)
                r = bytes_add_text(&words, " ");
        if (!r)
                r = journal_word_add(&words, session->instance_name);
        return r ? r
                 : journal_line_add(lines, "add %u %u %llu %s", session->id, session->uid,
                                    (unsigned long long)session->created, words.data);
}

static int line_used(Bytes *lines, const Session *session, uint64_t used)
{
        return journal_line_add(lines, "used %u %llu", session->id, (unsigned long long)used);
}

int session_journal_add(const Session *session)
{
        _cleanup_(bytes_deinit) Bytes lines = { 0 };
        int r = line_add(&lines, session);

        return r ? r : journal_append(&session->store->journal, &lines);
}

int session_journal_end(const Session *session)
{
        _cleanup_(bytes_deinit) Bytes lines = { 0 };
        int r = journal_line_add(&lines, "end %u", session->id);

        return r ? r : journal_append(&session->store->journal, &lines);
}

int session_journal_note(const Session *session, const char *verb, const char *path)
{
        _cleanup_(bytes_deinit) Bytes lines = { 0 };
        int r = journal_line_add(&lines, path ? "%s %u %s" : "%s %u", verb, session->id, path);

        if (r)
                return r;
        pthread_mutex_lock(&session->store->lock);
        r = journal_append(&session->store->journal, &lines);
        pthread_mutex_unlock(&session->store->lock);
        return r;
}

static void restore_session(Store *store, char **words)
{
        uint32_t id = (uint32_t)strtoul(words[1], NULL, 10);

        journal_word_decode(words[4]);
        journal_word_decode(words[5]);
        if (id)
                (void)session_restore(store, id, (uint32_t)strtoul(words[2], NULL, 10), strtoull(words[3], NULL, 10),
                                      words[4], words[5]);
}

static void read_session_line(Store *store, char *line)
{
        char *words[6] = { 0 }, *rest = NULL;
        Session *session;
        unsigned count = 0;

        for (char *word = strtok_r(line, " ", &rest); word && count < ARRAY_SIZE(words);
             word = strtok_r(NULL, " ", &rest))
                words[count++] = word;
        if (count < 2)
                return;
        if (!strcmp(words[0], "id")) {
                store->last_id = MAX(store->last_id, (uint32_t)strtoul(words[1], NULL, 10));
                return;
        }
        session = map_get(&store->by_id, NULL, strtoul(words[1], NULL, 10));
        if (!strcmp(words[0], "add") && count == 6 && !session) {
                restore_session(store, words);
        } else if (!session) {
                return;
        } else if (!strcmp(words[0], "end")) {
                watches_remove_all(&store->watches, &session->watches);
                session_drop(session);
        } else if (!strcmp(words[0], "used") && count == 3) {
                session->last_used = session->kept_used = strtoull(words[2], NULL, 10);
        } else if (!strcmp(words[0], "watch") && count == 3) {
                (void)watches_add(&store->watches, &session->watches, words[2], WATCH_UNREGISTERED);
        } else if (!strcmp(words[0], "unwatch") && count == 3) {
                (void)watches_remove(&store->watches, &session->watches, words[2]);
        } else if (!strcmp(words[0], "open")) {
                session->transaction_state = TRANSACTION_LOST;
                session->transaction_lost = "the provider's host was restarted while it was open";
        } else if (!strcmp(words[0], "closed")) {
                session->transaction_state = TRANSACTION_NONE;
        }
}

static void read_line(void *userdata, char *line)
{
        read_session_line(userdata, line);
}

int session_journal_open(Store *store)
{
        return journal_open(&store->journal, store->options.state_directory, read_line, store);
}

static int all_lines(Store *store, Bytes *lines)
{
        int r = journal_line_add(lines, "id %u", store->last_id);

        /* Oldest first, so that reading them links them in the same order. */
        for (Link *link = store->sessions.previous; link != &store->sessions && !r; link = link->previous) {
                Session *session = link_entry(link, Session, link);
                _cleanup_(strings_deinit) Strings paths = { 0 };

                session->kept_used = __atomic_load_n(&session->last_used, __ATOMIC_RELAXED);
                r = line_add(lines, session);
                if (!r)
                        r = line_used(lines, session, session->kept_used);
                if (!r)
                        r = watches_list(&store->watches, &session->watches, &paths);
                for (const char *path = strings_next(&paths, NULL); path && !r; path = strings_next(&paths, path))
                        r = journal_line_add(lines, "watch %u %s", session->id, path);
                if (!r && session->transaction_state != TRANSACTION_NONE)
                        r = journal_line_add(lines, "open %u", session->id);
        }
        return r;
}

int session_journal_compact(Store *store)
{
        _cleanup_(bytes_deinit) Bytes lines = { 0 };
        int r = all_lines(store, &lines);

        return r ? r : journal_compact(&store->journal, &lines);
}

int session_journal_keep_used(Store *store)
{
        _cleanup_(bytes_deinit) Bytes lines = { 0 };
        int r = 0;

        for (Link *link = store->sessions.next; link != &store->sessions && !r; link = link->next) {
                Session *session = link_entry(link, Session, link);
                uint64_t used = __atomic_load_n(&session->last_used, __ATOMIC_RELAXED);

                if (used == session->kept_used)
                        continue;
                session->kept_used = used;
                r = line_used(&lines, session, used);
        }
        return r ? r : journal_append(&store->journal, &lines);
}
