#pragma once

/*
 * What the store's own files share
 */

#include "store.h"

void store_wake(Store *store);

/* session.c */
int sessions_open(Store *store);
void sessions_close(Store *store);
/* Ends what has stayed too long: transactions, idle sessions, sessions of owners that are gone. */
void sessions_sweep(Store *store);
void sessions_lose_transactions(Store *store, const char *why);
/* Notes the use of a session; its lock is held from then on if the result is 0. */
int session_enter(Session *session, Problem *problem);
void session_leave(Session *session);
/* The transaction in which to ask; NULL: none. EAGAIN where it was lost. */
int session_transaction(Session *session, const XsTransaction **transactionp, Problem *problem);
/* Passes r on; a transaction that turned out to be gone is noted. */
int session_result(Session *session, int r);
/* Makes a session that the journal has; session_drop() forgets one. Nobody else is there. */
int session_restore(Store *store, uint32_t id, uint32_t uid, uint64_t created, const char *name,
                    const char *instance_name);
void session_drop(Session *session);

/* session-journal.c: the journal is told before anybody is answered. The store's lock is held, or nobody else is there. */
int session_journal_open(Store *store);
int session_journal_compact(Store *store);
int session_journal_add(const Session *session);
int session_journal_end(const Session *session);
/* When sessions were used, so that the next host does not take them for used when it starts. */
int session_journal_keep_used(Store *store);
/* A line of this verb, with a path or NULL. The store's lock is not held. */
int session_journal_note(const Session *session, const char *verb, const char *path);
