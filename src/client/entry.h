#pragma once

/*
 * Entries: replies on their way from the one who reads a channel to the consumer of their operation
 *
 * They are made by one thread and dropped by another, which costs malloc() dearly: a channel keeps those that come back.
 */

#include "client/failure.h"
#include "wire/frame.h"
#include "wire/reply.h"

typedef struct ClientChannel ClientChannel;
typedef struct Leg Leg;

/* A reply that waits for its operation's consumer. */
typedef struct Entry {
        struct Entry *next; /* in its job, or among those to be used again */
        Leg *leg;
        Frame frame; /* kept */
        Reply reply;
        Failure *failure; /* the channel broke, or time is up: there is no reply */
        bool is_heap;
        ClientChannel *home; /* where it is to be used again, with a reference; or NULL */
} Entry;

/* By who has the lead of the channel, which gets it back; NULL: no memory. */
Entry *entry_take(ClientChannel *channel);
/* One of those takes the frame, most with a copy of its own. */
int entry_keep(Entry *entry, const Frame *frame);

/* Of no channel: for what was not received. */
Entry *entry_new(Leg *leg);

void entry_clear(Entry *entry); /* what it holds */
Entry *entry_free(Entry *entry);
void entries_free(Entry *entry); /* all of a list, which hold nothing and do not go back */
DEFINE_CLEANUP(Entry *, entry_free);
