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
