/*
 * A channel's stream of any content: frames, shapes, requests, replies, as a host and as a client would read them
 */

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "model/value.h"
#include "wire/reply.h"
#include "wire/request.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void read_instance(const MI_Instance *instance, unsigned depth)
{
        Element element;

        for (uint32_t i = 0; instance && instance_element(instance, i, &element); i++) {
                MI_Value copy;

                if (element.is_null)
                        continue;
                if (value_copy(&copy, &element.value, element.type) == 0)
                        value_clear(&copy, element.type);
                if ((element.type == MI_INSTANCE || element.type == MI_REFERENCE) && depth < 3)
                        read_instance(element.value.instance, depth + 1);
        }
}

static void read_request(const Frame *frame, const ShapeTable *shapes)
{
        Request *request = malloc(sizeof(*request));
        Buffer buffer = BUFFER_INIT;
        const char *why;
        int r;

        if (!request)
                return;
        r = request_parse(request, frame, shapes, &why);
        if (r == 0) {
                read_instance(request->instance, 0);
                read_instance(request->parameters, 0);
                request_pack(&buffer, 1, request, NULL);
                buffer_deinit(&buffer);
        }
        if (r == 0 || r == REQUEST_MALFORMED)
                request_deinit(request);
        free(request);
}

static void read_reply(const Frame *frame, const ShapeTable *shapes)
{
        Reply reply;

        if (reply_parse(&reply, frame, shapes) != 0)
                return;
        read_instance(reply.instance, 0);
        reply_deinit(&reply);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
        FrameReader reader;
        ShapeTable shapes;
        Frame frame;

        shape_table_init(&shapes);
        frame_reader_init(&reader, 1024 * 1024);
        /* in two reads, so that frames are cut */
        for (unsigned half = 0; half < 2; half++) {
                size_t from = half ? size / 2 : 0, to = half ? size : size / 2;

                if (frame_reader_feed(&reader, data + from, to - from) < 0)
                        break;
                while (frame_reader_next(&reader, &frame) == 0) {
                        if (frame.type == FRAME_SHAPE)
                                shape_table_define(&shapes, &frame);
                        else if (frame.type == FRAME_REQUEST)
                                read_request(&frame, &shapes);
                        else
                                read_reply(&frame, &shapes);
                }
        }
        frame_reader_deinit(&reader);
        shape_table_deinit(&shapes);
        return 0;
}
