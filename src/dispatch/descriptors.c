#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <unistd.h>

#include "dispatch/server-private.h"

/*
 * A child that a provider forks inherits every descriptor. If it kept the channels open, clients would not see the host's end; so the
 * child closes the server's. Descriptors beyond the table are rare, and are left.
 */
enum {
        DESCRIPTORS = 65536,
        WORD_BITS = 64,
};

static _Atomic uint64_t open_bits[DESCRIPTORS / WORD_BITS];
static pthread_once_t fork_once = PTHREAD_ONCE_INIT;

static void close_in_child(void)
{
        for (unsigned int i = 0; i < DESCRIPTORS / WORD_BITS; i++) {
                uint64_t bits = atomic_exchange(&open_bits[i], 0);

                while (bits) {
                        close((int)(i * WORD_BITS) + __builtin_ctzll(bits));
                        bits &= bits - 1;
                }
        }
}

static void watch_forks(void)
{
        pthread_atfork(NULL, NULL, close_in_child);
}

void server_fd_opened(int fd)
{
        pthread_once(&fork_once, watch_forks);
        if (fd >= 0 && fd < DESCRIPTORS)
                atomic_fetch_or(&open_bits[fd / WORD_BITS], UINT64_C(1) << (fd % WORD_BITS));
}

void server_fd_closed(int fd)
{
        if (fd >= 0 && fd < DESCRIPTORS)
                atomic_fetch_and(&open_bits[fd / WORD_BITS], ~(UINT64_C(1) << (fd % WORD_BITS)));
}
