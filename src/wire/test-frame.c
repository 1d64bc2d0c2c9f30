#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>
#include <cmocka.h>

#include "util/fd.h"
#include "wire/frame.h"

/* Frames of growing sizes, the payload being the number in each 32-bit word */
static void append_frames(Buffer *buffer, uint32_t count)
{
        for (uint32_t i = 1; i <= count; i++) {
                size_t frame = frame_begin(buffer, FRAME_MESSAGE, (uint16_t)i, i);

                for (uint32_t j = 0; j < i % 50; j++)
                        buffer_append(buffer, &i, sizeof(i));
                assert_int_equal(frame_end(buffer, frame), 0);
        }
}

static void check_frame(const Frame *frame, uint32_t i)
{
        assert_int_equal(frame->type, FRAME_MESSAGE);
        assert_int_equal(frame->flags, (uint16_t)i);
        assert_int_equal(frame->operation, i);
        assert_int_equal((uintptr_t)frame->payload % 8, 0);
        assert_true(frame->size >= i % 50 * 4);
        for (uint32_t j = 0; j < i % 50; j++)
                assert_memory_equal(frame->payload + j * 4, &i, 4);
}

static void test_every_cut(void **state)
{
        Buffer buffer = BUFFER_INIT;

        append_frames(&buffer, 60);
        for (size_t step = 1; step < 200; step += 3) {
                FrameReader reader;
                uint32_t seen = 0;
                Frame frame;

                frame_reader_init(&reader, FRAME_SIZE_MAX);
                for (size_t at = 0; at < buffer.size; at += step) {
                        size_t some = MIN(step, buffer.size - at);

                        assert_int_equal(frame_reader_feed(&reader, buffer.data + at, some), 0);
                        while (frame_reader_next(&reader, &frame) == 0)
                                check_frame(&frame, ++seen);
                }
                assert_int_equal(seen, 60);
                assert_false(frame_reader_has_data(&reader));
                frame_reader_trim(&reader);
                assert_null(reader.block);
                frame_reader_deinit(&reader);
        }
        buffer_deinit(&buffer);
}

/* Frames that wait keep their contents while the reader goes on. */
static void test_keep(void **state)
{
        enum {
                COUNT = 2000
        };
        Frame *kept = calloc(COUNT, sizeof(*kept));
        Buffer buffer = BUFFER_INIT;
        FrameReader reader;
        uint32_t seen = 0;

        append_frames(&buffer, COUNT);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        for (size_t at = 0; at < buffer.size; at += 1000) {
                Frame frame;

                frame_reader_feed(&reader, buffer.data + at, MIN((size_t)1000, buffer.size - at));
                while (frame_reader_next(&reader, &frame) == 0) {
                        kept[seen] = frame;
                        assert_int_equal(frame_keep(&kept[seen++]), 0);
                }
        }
        frame_reader_deinit(&reader);
        assert_int_equal(seen, COUNT);
        for (uint32_t i = 0; i < COUNT; i++) {
                check_frame(&kept[i], i + 1);
                frame_release(&kept[i]);
        }
        free(kept);
        buffer_deinit(&buffer);
}

static void test_bad_headers(void **state)
{
        static const struct {
                uint32_t size;
                uint16_t type;
        } bad[] = {
                { 0, FRAME_CREDIT },          { 15, FRAME_CREDIT },
                { 20, FRAME_CREDIT },         { FRAME_SIZE_MAX + 8, FRAME_CREDIT },
                { UINT32_MAX, FRAME_CREDIT }, { 16, 0 },
                { 16, _FRAME_TYPES },         { 16, UINT16_MAX },
        };

        for (size_t i = 0; i < ARRAY_SIZE(bad); i++) {
                uint8_t header[16] = { 0 };
                FrameReader reader;
                Frame frame;

                memcpy(header, &bad[i].size, 4);
                memcpy(header + 4, &bad[i].type, 2);
                frame_reader_init(&reader, FRAME_SIZE_MAX);
                assert_int_equal(frame_reader_feed(&reader, header, sizeof(header)), 0);
                assert_int_equal(frame_reader_next(&reader, &frame), FRAME_INVALID);
                frame_reader_deinit(&reader);
        }
}

static void test_socket(void **state)
{
        Buffer buffer = BUFFER_INIT;
        FrameReader reader;
        uint32_t seen = 0;
        size_t sent = 0;
        Frame frame;
        int fds[2], r = 0;

        assert_int_equal(fd_socketpair(fds, SOCK_STREAM), 0);
        append_frames(&buffer, 20000);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        while (seen < 20000) {
                if (buffer.size) {
                        r = frame_flush(&buffer, &sent, fds[0], MSG_DONTWAIT);
                        assert_true(r == 0 || r == FRAME_AGAIN);
                }
                r = frame_reader_fill(&reader, fds[1], MSG_DONTWAIT);
                assert_true(r == 0 || r == FRAME_AGAIN);
                while (frame_reader_next(&reader, &frame) == 0)
                        check_frame(&frame, ++seen);
        }
        assert_int_equal(frame_reader_fill(&reader, fds[1], MSG_DONTWAIT), FRAME_AGAIN);
        assert_int_equal(sent, 0);
        close(fds[0]);
        assert_int_equal(frame_reader_fill(&reader, fds[1], 0), FRAME_CLOSED);
        append_frames(&buffer, 1);
        assert_int_equal(frame_flush(&buffer, &sent, fds[1], 0), FRAME_CLOSED);
        close(fds[1]);
        frame_reader_deinit(&reader);
        buffer_deinit(&buffer);
}

static void test_big_frame(void **state)
{
        char *payload = calloc(1, FRAME_SIZE_MAX);
        Buffer buffer = BUFFER_INIT;
        FrameReader reader;
        size_t frame_at;
        Frame frame;

        frame_at = frame_begin(&buffer, FRAME_CLASS, 0, 9);
        buffer_append(&buffer, payload, FRAME_SIZE_MAX);
        assert_int_equal(frame_end(&buffer, frame_at), -EMSGSIZE);
        assert_int_equal(buffer.size, 0);
        frame_at = frame_begin(&buffer, FRAME_CLASS, 0, 9);
        buffer_append(&buffer, payload, FRAME_SIZE_MAX - FRAME_HEADER_SIZE);
        assert_int_equal(frame_end(&buffer, frame_at), 0);
        frame_append_close(&buffer, 9);

        frame_reader_init(&reader, FRAME_SIZE_MAX);
        for (size_t at = 0; at < buffer.size; at += 4096)
                assert_int_equal(frame_reader_feed(&reader, buffer.data + at, MIN((size_t)4096, buffer.size - at)), 0);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_int_equal(frame.size, FRAME_SIZE_MAX - FRAME_HEADER_SIZE);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_int_equal(frame.type, FRAME_CLOSE);
        frame_reader_deinit(&reader);
        buffer_deinit(&buffer);
        free(payload);
}

static void test_numbers(void **state)
{
        Buffer buffer = BUFFER_INIT;
        uint32_t numbers[2];
        size_t max_frame;
        FrameReader reader;
        Frame frame;

        frame_append_hello(&buffer);
        frame_append_credit(&buffer, 5, 1000);
        frame_append_answer(&buffer, 6, 7, 8);
        frame_append_cancel(&buffer, 9, 1);
        frame_append_goaway(&buffer);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        frame_reader_feed(&reader, buffer.data, buffer.size);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_int_equal(frame_parse_hello(&frame, &max_frame), 0);
        assert_int_equal(max_frame, FRAME_SIZE_MAX);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_true(frame_numbers(&frame, numbers, 1));
        assert_int_equal(numbers[0], 1000);
        assert_int_equal(frame_parse_hello(&frame, &max_frame), FRAME_INVALID);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_true(frame_numbers(&frame, numbers, 2));
        assert_int_equal(numbers[1], 8);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        assert_int_equal(frame.type, FRAME_GOAWAY);
        assert_false(frame_numbers(&frame, numbers, 1));
        assert_int_equal(frame_reader_next(&reader, &frame), FRAME_PARTIAL);
        frame_reader_deinit(&reader);
        buffer_deinit(&buffer);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_every_cut), cmocka_unit_test(test_keep),      cmocka_unit_test(test_bad_headers),
                cmocka_unit_test(test_socket),    cmocka_unit_test(test_big_frame), cmocka_unit_test(test_numbers),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
