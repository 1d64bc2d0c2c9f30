#include "client/entry.h"

#include "client/channel.h"
#include "util/error.h"

enum {
        KEPT_MAX = 192, /* a payload that is kept in its entry; most are */
#ifdef __SANITIZE_ADDRESS__
        SPARE_MAX = 0, /* so that a use after the end is found */
#else
        SPARE_MAX = 64,
#endif
};

typedef struct HeapEntry {
        Entry base;
        _Alignas(8) char payload[KEPT_MAX];
} HeapEntry;

void entry_clear(Entry *entry)
{
        if (entry->reply.type != FRAME_NONE)
                reply_deinit(&entry->reply);
        entry->reply.type = FRAME_NONE;
        entry->frame.block = frame_block_unref(entry->frame.block);
        free(entry->failure);
        entry->failure = NULL;
        entry->leg = NULL;
}

Entry *entry_new(Leg *leg)
{
        HeapEntry *entry = calloc(1, sizeof(*entry));

        if (!entry)
                return NULL;
        entry->base.leg = leg;
        entry->base.is_heap = true;
        return &entry->base;
}

Entry *entry_free(Entry *entry)
{
        ClientChannel *home;

        if (!entry)
                return NULL;
        entry_clear(entry);
        home = steal(&entry->home);
        if (!home) {
                free(entry);
                return NULL;
        }
        entry->next = atomic_load_explicit(&home->returned, memory_order_relaxed);
        while (!atomic_compare_exchange_weak_explicit(&home->returned, &entry->next, entry, memory_order_release,
                                                      memory_order_relaxed))
                ;
        client_channel_unref(home);
        return NULL;
}

void entries_free(Entry *entry)
{
        while (entry) {
                Entry *next = entry->next;

                free(entry);
                entry = next;
        }
}

/* All that were returned; more than are worth keeping are freed. */
static void collect_spare(ClientChannel *channel)
{
        Entry *entry = atomic_exchange_explicit(&channel->returned, NULL, memory_order_acquire);

        channel->spare = SPARE_MAX > 0 ? entry : NULL;
        for (unsigned int i = 1; entry && i + 1 <= SPARE_MAX; i++)
                entry = entry->next;
        if (!entry)
                return;
        if (SPARE_MAX == 0) {
                entries_free(entry);
        } else {
                entries_free(entry->next);
                entry->next = NULL;
        }
}

Entry *entry_take(ClientChannel *channel)
{
        Entry *entry;

        if (!channel->spare)
                collect_spare(channel);
        entry = channel->spare;
        if (entry)
                channel->spare = entry->next;
        else
                entry = entry_new(NULL);
        if (entry)
                entry->home = client_channel_ref(channel);
        return entry;
}

int entry_keep(Entry *entry, const Frame *frame)
{
        Frame kept = *frame;
        int r;

        r = frame_keep_in(&kept, container_of(entry, HeapEntry, base)->payload, KEPT_MAX);
        if (r < 0)
                return error_trace(r);
        entry->frame = kept;
        return 0;
}
