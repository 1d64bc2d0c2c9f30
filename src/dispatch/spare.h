#pragma once

/*
 * Spare memory: of operations and contexts, which is used again
 *
 * Most calls begin on one thread and end on another, which costs malloc() dearly. What is spare is shared by the server's threads and
 * has a lock, which is taken once for many: each of these threads has a stock of its own, and what ends while a thread holds its posts
 * (batch.h) is given back with them.
 */

#include <stdbool.h>

typedef struct Context Context;
typedef struct Operation Operation;
typedef struct Server Server;

void spare_init(Server *server);
void spare_deinit(Server *server);

/* Round the life of a thread of the server; only such threads have stocks. */
void spare_thread_begin(void);
void spare_thread_end(Server *server);

/* The thread has nothing more to do for now: of what it has in stock, large things go back. */
void spare_rest(Server *server);

/* Not zeroed; NULL: no memory. */
Operation *spare_take_operation(Server *server);
void spare_give_operation(Server *server, Operation *operation);

/*
 * Contexts are never given back to malloc(): a provider may still post to one that has ended, which is then recognised by its lack of
 * references. So the one that ended longest ago is taken, and as long as there are few, new ones are. NULL: no memory.
 */
Context *spare_take_context(Server *server);
void spare_give_context(Server *server, Context *context);

/* By batch_release(): what has ended since batch_hold(). */
void spare_give_held(void);

/* Have all contexts been given back? Waits a moment for those that are about to be. */
bool spare_is_quiet(Server *server);
