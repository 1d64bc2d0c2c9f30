/*
 * How fast instances travel: pack, socket, parse, read
 *
 * One process plays both ends of a channel on one core: 5-property instances as a provider makes them, through the send buffer, a Unix
 * socket, the frame reader and GetElement of every property. Prints nanoseconds for each step of one instance.
 */

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>

#include "model/decl.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/fd.h"
#include "util/text.h"
#include "wire/reply.h"

enum {
        ROUNDS = 400,
        BATCH = 500, /* instances between two flushes: what fits a socket's buffer */
        PROPERTIES = 5,
};

static const char *const names[PROPERTIES] = { "Id", "Name", "Size", "Active", "Comment" };
static const MI_Type types[PROPERTIES] = { MI_UINT32, MI_STRING, MI_UINT64, MI_BOOLEAN, MI_STRING };

static MI_ClassDecl *make_class(Arena *arena)
{
        MI_ClassDecl *decl = arena_zalloc(arena, sizeof(*decl));
        MI_PropertyDecl **properties = arena_zalloc(arena, PROPERTIES * sizeof(*properties));

        for (unsigned i = 0; i < PROPERTIES; i++) {
                properties[i] = arena_zalloc(arena, sizeof(**properties));
                properties[i]->flags = MI_FLAG_PROPERTY | (i == 0 ? MI_FLAG_KEY : 0);
                properties[i]->name = names[i];
                properties[i]->code = text_code(names[i]);
                properties[i]->type = types[i];
        }
        decl->flags = MI_FLAG_CLASS;
        decl->name = "Micro";
        decl->code = text_code(decl->name);
        decl->properties = (const MI_PropertyDecl *const *)properties;
        decl->numProperties = PROPERTIES;
        decl_layout(decl);
        return decl;
}

/* As generated code does it: strings are copied into the instance. */
static void fill(MI_Instance *instance, uint32_t id)
{
        MI_Value value = { .uint32 = id };

        MI_Instance_SetElementAt(instance, 0, &value, MI_UINT32, 0);
        value.string = "instance of the benchmark";
        MI_Instance_SetElementAt(instance, 1, &value, MI_STRING, 0);
        value.uint64 = id * UINT64_C(4096);
        MI_Instance_SetElementAt(instance, 2, &value, MI_UINT64, 0);
        value.boolean = id & 1;
        MI_Instance_SetElementAt(instance, 3, &value, MI_BOOLEAN, 0);
        value.string = "a comment";
        MI_Instance_SetElementAt(instance, 4, &value, MI_STRING, 0);
}

static uint64_t read_instance(const MI_Instance *instance)
{
        uint64_t sum = 0;

        for (unsigned i = 0; i < PROPERTIES; i++) {
                MI_Value value;

                if (MI_Instance_GetElement(instance, names[i], &value, NULL, NULL, NULL) == MI_RESULT_OK)
                        sum += types[i] == MI_STRING ? strlen(value.string) : value.uint32;
        }
        return sum;
}

typedef struct Totals {
        uint64_t fill, pack, send, parse, read;
} Totals;

static int receive(FrameReader *reader, ShapeTable *table, int fd, Totals *totals, uint64_t *sump)
{
        unsigned seen = 0;

        while (seen < BATCH) {
                uint64_t start = clock_now_ns(), now;
                Frame frame;
                Reply reply;

                if (frame_reader_fill(reader, fd, 0) != 0)
                        return 1;
                now = clock_now_ns();
                totals->send += now - start;
                while (frame_reader_next(reader, &frame) == 0) {
                        if (frame.type == FRAME_SHAPE) {
                                shape_table_define(table, &frame);
                                continue;
                        }
                        if (reply_parse(&reply, &frame, table) != 0)
                                return 1;
                        *sump += read_instance(reply.instance);
                        reply_deinit(&reply);
                        seen++;
                }
                totals->read += clock_now_ns() - now;
        }
        return 0;
}

/* Parsing alone, without reading the elements, of one more batch */
static void parse_only(const Buffer *buffer, const ShapeTable *table, Totals *totals)
{
        FrameReader reader;
        uint64_t start;
        Frame frame;
        Reply reply;

        frame_reader_init(&reader, FRAME_SIZE_MAX);
        frame_reader_feed(&reader, buffer->data, buffer->size);
        start = clock_now_ns();
        while (frame_reader_next(&reader, &frame) == 0) {
                if (frame.type == FRAME_INSTANCE && reply_parse(&reply, &frame, table) == 0)
                        reply_deinit(&reply);
        }
        totals->parse += clock_now_ns() - start;
        frame_reader_deinit(&reader);
}

int main(void)
{
        Selection selection = { 0 };
        Buffer buffer = BUFFER_INIT;
        MI_Instance *instances[BATCH];
        Totals totals = { 0 };
        uint64_t sum = 0, total;
        FrameReader reader;
        ShapeSender sender;
        ShapeTable table;
        MI_ClassDecl *decl;
        double count = (double)ROUNDS * BATCH;
        Arena arena;
        int fds[2];

        if (fd_socketpair(fds, SOCK_STREAM) < 0)
                return 1;
        arena_init(&arena, 0);
        decl = make_class(&arena);
        shape_sender_init(&sender);
        shape_table_init(&table);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        for (unsigned round = 0; round < ROUNDS; round++) {
                uint64_t start = clock_now_ns(), filled, packed;
                size_t sent = 0;

                for (unsigned i = 0; i < BATCH; i++) {
                        if (instance_new(&instances[i], decl, NULL) < 0)
                                return 1;
                        fill(instances[i], i);
                }
                filled = clock_now_ns();
                for (unsigned i = 0; i < BATCH; i++)
                        reply_instance(&buffer, 1, instances[i], &sender, &selection, NULL);
                packed = clock_now_ns();
                for (unsigned i = 0; i < BATCH; i++)
                        instance_delete(instances[i]);
                totals.fill += filled - start + (clock_now_ns() - packed);
                totals.pack += packed - filled;
                if (round)
                        parse_only(&buffer, &table, &totals);

                start = clock_now_ns();
                if (frame_flush(&buffer, &sent, fds[0], 0) != 0)
                        return 1;
                totals.send += clock_now_ns() - start;
                if (receive(&reader, &table, fds[1], &totals, &sum))
                        return 1;
        }

        total = totals.fill + totals.pack + totals.send + totals.read;
        printf("ns per instance: fill and free %.0f, pack %.0f, socket %.0f, parse and read %.0f (parse alone %.0f)\n",
               (double)totals.fill / count, (double)totals.pack / count, (double)totals.send / count,
               (double)totals.read / count, (double)totals.parse / count);
        printf("instances per second: %.0f (checksum %llu)\n", count * 1e9 / (double)total, (unsigned long long)sum);
        frame_reader_deinit(&reader);
        shape_sender_deinit(&sender);
        shape_table_deinit(&table);
        buffer_deinit(&buffer);
        arena_deinit(&arena);
        return 0;
}
