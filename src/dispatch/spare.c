#include "dispatch/spare.h"

#include <string.h>
#include <time.h>

#include "dispatch/batch.h"
#include "dispatch/context.h"
#include "dispatch/limit.h"
#include "dispatch/operation.h"
#include "dispatch/server-private.h"
#include "util/clock.h"

enum {
        CHUNK_CONTEXTS = 16,
        STOCK = 16, /* what a thread takes at once */
        QUIET_MS = 1000,
#ifdef __SANITIZE_ADDRESS__
        SPARE_MAX = 0, /* operations: so that a use after the end is found */
#else
        SPARE_MAX = 64,
#endif
};

typedef struct ContextChunk {
        struct ContextChunk *next;
        Context contexts[CHUNK_CONTEXTS];
} ContextChunk;

/* Of a thread */
static _Thread_local struct {
        bool is_kept;
        bool is_busy; /* it has taken an operation since it rested: it may well need more */
        unsigned int n_ended;
        List operations;
        List contexts; /* to be used next, oldest first, */
        List ended;    /* and not to be used before many others were */
} stock;

/* What has ended while the thread holds its posts */
static _Thread_local struct {
        Server *server; /* NULL: nothing */
        unsigned int n_contexts;
        List operations;
        List contexts;
} held;

void spare_init(Server *server)
{
        pthread_mutex_init(&server->spare_lock, NULL);
        list_init(&server->spare_operations);
        list_init(&server->contexts);
}

void spare_deinit(Server *server)
{
        ContextChunk *chunk;

        list_for_each_safe (link, &server->spare_operations)
                free(list_entry(link, Operation, run_link));
        while ((chunk = server->context_chunks)) {
                server->context_chunks = chunk->next;
                free(chunk);
        }
        pthread_mutex_destroy(&server->spare_lock);
}

bool spare_is_quiet(Server *server)
{
        /* A provider's thread that has just posted a result may still be on its way out. */
        for (unsigned int i = 0; i < QUIET_MS && atomic_load(&server->n_alive) > 0; i++)
                (void)nanosleep(&(struct timespec){ .tv_nsec = CLOCK_NS_PER_MS }, NULL);
        return atomic_load(&server->n_alive) == 0;
}

/* ---------------------------------------------------------------- stocks */

void spare_thread_begin(void)
{
        stock.is_kept = true;
        stock.is_busy = false;
        stock.n_ended = 0;
        list_init(&stock.operations);
        list_init(&stock.contexts);
        list_init(&stock.ended);
}

static void return_ended(Server *server)
{
        List *link;

        pthread_mutex_lock(&server->spare_lock);
        while ((link = list_first(&stock.ended))) {
                list_remove(link);
                list_append(&server->contexts, link);
        }
        server->n_contexts += stock.n_ended;
        pthread_mutex_unlock(&server->spare_lock);
        atomic_fetch_sub(&server->n_alive, stock.n_ended);
        stock.n_ended = 0;
}

void spare_thread_end(Server *server)
{
        unsigned int count = 0;

        pthread_mutex_lock(&server->spare_lock);
        /* In front: they were the next ones to be used. */
        for (; !list_is_empty(&stock.contexts); count++) {
                List *last = stock.contexts.previous;

                list_remove(last);
                list_prepend(&server->contexts, last);
        }
        server->n_contexts += count;
        pthread_mutex_unlock(&server->spare_lock);
        atomic_fetch_sub(&server->n_alive, count);
        return_ended(server);
        list_for_each_safe (link, &stock.operations)
                free(list_entry(link, Operation, run_link));
        stock.is_kept = false;
}

void spare_rest(Server *server)
{
        List *first = list_first(&stock.operations), *link;

        stock.is_busy = false;
        if (likely(!first || first->next == &stock.operations))
                return; /* one may stay */
        pthread_mutex_lock(&server->spare_lock);
        while ((link = first->next) != &stock.operations) {
                list_remove(link);
                list_prepend(&server->spare_operations, link);
                server->n_spare++;
        }
        pthread_mutex_unlock(&server->spare_lock);
}

/* ---------------------------------------------------------------- operations */

Operation *spare_take_operation(Server *server)
{
        unsigned int left = stock.is_kept && stock.is_busy ? STOCK : 1;
        List *link = stock.is_kept ? list_first(&stock.operations) : NULL;

        stock.is_busy = true;
        if (link) {
                list_remove(link);
                return list_entry(link, Operation, run_link);
        }
        pthread_mutex_lock(&server->spare_lock);
        for (; left > 0 && server->n_spare > 0; left--) {
                List *next = list_first(&server->spare_operations);

                list_remove(next);
                server->n_spare--;
                if (link)
                        list_append(&stock.operations, next);
                else
                        link = next;
        }
        pthread_mutex_unlock(&server->spare_lock);
        return link ? list_entry(link, Operation, run_link) : malloc(sizeof(Operation));
}

/* The lock is held. False: there are enough. */
static bool keep_operation(Server *server, Operation *operation)
{
        if (server->n_spare + 1 > SPARE_MAX)
                return false;
        list_prepend(&server->spare_operations, &operation->run_link);
        server->n_spare++;
        return true;
}

/* True: the thread holds its posts, and this along with them. */
static bool is_held(Server *server)
{
        if (!batch_is_held() || (held.server && held.server != server))
                return false;
        if (!held.server) {
                held.server = server;
                list_init(&held.operations);
                list_init(&held.contexts);
        }
        return true;
}

void spare_give_operation(Server *server, Operation *operation)
{
        bool is_kept;

        list_init(&operation->run_link);
        if (is_held(server)) {
                list_append(&held.operations, &operation->run_link);
                return;
        }
        if (SPARE_MAX > 0 && stock.is_kept && list_is_empty(&stock.operations)) {
                list_append(&stock.operations, &operation->run_link);
                return;
        }
        pthread_mutex_lock(&server->spare_lock);
        is_kept = keep_operation(server, operation);
        pthread_mutex_unlock(&server->spare_lock);
        if (!is_kept)
                free(operation);
}

/* ---------------------------------------------------------------- contexts */

/* The lock is held. */
static bool grow_contexts(Server *server)
{
        ContextChunk *chunk;

        chunk = calloc(1, sizeof(*chunk));
        if (!chunk)
                return false;
        chunk->next = server->context_chunks;
        server->context_chunks = chunk;
        /* New ones are taken first: they have no past that a provider could speak of. */
        for (size_t i = 0; i < CHUNK_CONTEXTS; i++) {
                chunk->contexts[i].base.ft = &context_ft;
                list_prepend(&server->contexts, &chunk->contexts[i].link);
        }
        server->n_contexts += CHUNK_CONTEXTS;
        return true;
}

/* The lock is held. */
static List *next_context(Server *server)
{
        List *first = list_first(&server->contexts);

        if ((!first || list_entry(first, Context, link)->function) && server->n_contexts < LIMIT_CONTEXTS_QUARANTINED &&
            grow_contexts(server))
                first = list_first(&server->contexts);
        /* All are alive or quarantined: grow, else the one that ended longest ago. */
        if (!first && grow_contexts(server))
                first = list_first(&server->contexts);
        if (first) {
                list_remove(first);
                server->n_contexts--;
        }
        return first;
}

Context *spare_take_context(Server *server)
{
        List *link = stock.is_kept ? list_first(&stock.contexts) : NULL, *next;
        unsigned int n_taken = 0;

        if (link) {
                list_remove(link);
                return list_entry(link, Context, link);
        }
        pthread_mutex_lock(&server->spare_lock);
        while (n_taken < (stock.is_kept ? STOCK : 1) && (next = next_context(server))) {
                if (link)
                        list_append(&stock.contexts, next);
                else
                        link = next;
                n_taken++;
        }
        /* Those in stock count as alive. */
        atomic_fetch_add_explicit(&server->n_alive, n_taken, memory_order_relaxed);
        pthread_mutex_unlock(&server->spare_lock);
        return link ? list_entry(link, Context, link) : NULL;
}

void spare_give_context(Server *server, Context *context)
{
        if (is_held(server)) {
                list_append(&held.contexts, &context->link);
                held.n_contexts++;
                return;
        }
        if (stock.is_kept) {
                list_append(&stock.ended, &context->link);
                if (++stock.n_ended == STOCK)
                        return_ended(server);
                return;
        }
        pthread_mutex_lock(&server->spare_lock);
        list_append(&server->contexts, &context->link);
        server->n_contexts++;
        pthread_mutex_unlock(&server->spare_lock);
        atomic_fetch_sub(&server->n_alive, 1); /* the server may be gone from here on */
}

void spare_give_held(void)
{
        Server *server = steal(&held.server);
        unsigned int n_contexts = held.n_contexts;
        List *link;

        if (!server)
                return;
        pthread_mutex_lock(&server->spare_lock);
        while ((link = list_first(&held.operations))) {
                list_remove(link);
                if (!keep_operation(server, list_entry(link, Operation, run_link)))
                        free(list_entry(link, Operation, run_link));
        }
        while ((link = list_first(&held.contexts))) {
                list_remove(link);
                list_append(&server->contexts, link);
        }
        server->n_contexts += n_contexts;
        pthread_mutex_unlock(&server->spare_lock);
        held.n_contexts = 0;
        atomic_fetch_sub(&server->n_alive, n_contexts); /* likewise */
}
