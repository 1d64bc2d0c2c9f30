#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#include "dispatch/server-private.h"
#include "dispatch/test-peer.h"
#include "model/instance.h"
#include "util/clock.h"
#include "util/fd.h"
#include "wire/verbs.h"

static void assert_string(const MI_Instance *instance, const char *name, const char *expected)
{
        const char *value = instance_string(instance, name);

        assert_non_null(value);
        assert_string_equal(value, expected);
}

static uint32_t number(const MI_Instance *instance, const char *name)
{
        uint32_t value = UINT32_MAX;

        assert_true(instance_uint32(instance, name, &value));
        return value;
}

/* ---------------------------------------------------------------- reading */

static void test_connection(void **state)
{
        assert_int_equal(peer_call(*state, &(Request){ .verb = REQUEST_TEST }), MI_RESULT_OK);
}

static void test_get(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *keys = peer_keys("Test_Item", "Id", 3);
        Request request = { .verb = REQUEST_GET, .class_name = "test_item", .instance = keys };
        Peer *peer = *state;

        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 1);
        assert_string(peer->instance, "Name", "item-3");
        assert_string_equal(instance_class_name(peer->instance), "Test_Item");

        request.properties = (const char *const[]){ "Name" };
        request.n_properties = 1;
        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_string(peer->instance, "Name", "item-3");
        assert_int_equal(number(peer->instance, "Id"), 3); /* keys come along */
        assert_false(instance_find(peer->instance, "Size", &(Element){ 0 }));
}

static void test_get_not_found(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *keys = peer_keys("Test_Item", "Id", 99);
        _cleanup_(instance_deletep) MI_Instance *no_keys = NULL;
        Peer *peer = *state;

        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_Item", .instance = keys }),
                MI_RESULT_NOT_FOUND);
        assert_string_equal(peer->message, "no such item");

        assert_int_equal(instance_new_dynamic(&no_keys, "Test_Item", MI_FLAG_CLASS), 0);
        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_Item", .instance = no_keys }),
                MI_RESULT_INVALID_PARAMETER);
        assert_non_null(strstr(peer->message, "Id"));

        assert_int_equal(peer_call(peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_No", .instance = keys }),
                         MI_RESULT_INVALID_CLASS);
        assert_non_null(strstr(peer->message, "Test_No"));
}

/* The provider posts NOT_SUPPORTED: its instances are enumerated. */
static void test_get_by_enumeration(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *keys = peer_keys("Test_Special", "Id", 101);
        _cleanup_(instance_deletep) MI_Instance *none = peer_keys("Test_Special", "Id", 5);
        Peer *peer = *state;

        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_Special", .instance = keys }),
                MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 1);
        assert_string(peer->instance, "Name", "item-101");
        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_Special", .instance = none }),
                MI_RESULT_NOT_FOUND);
        assert_int_equal(peer->n_instances, 0);
}

static void test_enumerate(void **state)
{
        Request request = { .verb = REQUEST_ENUMERATE, .class_name = "Test_Item" };
        Peer *peer = *state;

        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 8);
        request.flags = REQUEST_DEEP;
        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 11);
        request.flags = REQUEST_KEYS_ONLY;
        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_int_equal(instance_count(peer->instance), 1);
}

static MI_Result query(Peer *peer, const char *text)
{
        return peer_call(peer, &(Request){ .verb = REQUEST_QUERY, .query_language = "WQL", .query = text });
}

static void test_query(void **state)
{
        Peer *peer = *state;

        assert_int_equal(query(peer, "select * from Test_Item where Size > 3000"), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 4);
        assert_int_equal(query(peer, "select Name from Test_Item where Id = 2"), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 1);
        assert_string(peer->instance, "Name", "item-2");
        assert_false(instance_find(peer->instance, "Size", &(Element){ 0 }));
        assert_int_equal(query(peer, "select * from Test_Item where Id = 2 and Name = 'other'"), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 0);
        assert_int_equal(query(peer, "select * from Test_Item where Id = 77"), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 0);
        assert_int_equal(query(peer, "select * from Test_Item where"), MI_RESULT_INVALID_QUERY);
        assert_int_equal(query(peer, "select * from Test_Item where Nothing = 1"), MI_RESULT_INVALID_QUERY);
}

/* An enumeration stops at its credit and holds up nothing else. */
static void test_credit(void **state)
{
        Peer *peer = *state;
        uint64_t id;

        id = peer_send(peer, &(Request){ .verb = REQUEST_ENUMERATE, .class_name = "Test_Item", .credit = 1 });
        for (int i = 0; i < 3; i++)
                assert_int_equal(peer_call(peer, &(Request){ .verb = REQUEST_TEST }), MI_RESULT_OK);
        peer_credit(peer, id, 1 << 20);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_OK);
        assert_true(peer->n_instances >= 7);
}

static void count_channel(Channel *channel, void *data)
{
        (*(unsigned int *)data)++;
}

static unsigned int count_channels(Peer *peer)
{
        unsigned int count = 0;

        server_each_channel(peer->server, count_channel, &count);
        return count;
}

/* The end may come right behind a last frame, while another thread is still at those before: it is noticed all the same. */
static void test_clients_that_leave(void **state)
{
        Peer *peer = *state;

        for (unsigned int i = 0; i < 5000; i++) {
                Buffer first = BUFFER_INIT, last = BUFFER_INIT;
                Peer other;

                peer_join(&other, peer->server, VERB_ALL);
                assert_int_equal(peer_call(&other, &(Request){ .verb = REQUEST_TEST }), MI_RESULT_OK);
                /* Nothing that is answered: an answer would show that there is nobody. */
                for (unsigned int n = 0; n < 165; n++)
                        frame_append_credit(&first, 99, 1);
                frame_append_credit(&last, 99, 1);
                assert_int_equal(fd_write_all(other.fd, first.data, first.size), 0);
                for (const uint64_t until = clock_now_ns() + i % 40 * 250; clock_now_ns() < until;)
                        ;
                assert_int_equal(fd_write_all(other.fd, last.data, last.size), 0);
                peer_leave(&other);
                buffer_deinit(&first);
                buffer_deinit(&last);
        }
        for (int i = 0; i < 3000 && count_channels(peer) > 1; i++)
                usleep(10000);
        assert_int_equal(count_channels(peer), 1);
}

/* ---------------------------------------------------------------- writing */

static void test_create(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = peer_keys("Test_Item", "Id", 50);
        Request request = { .verb = REQUEST_CREATE, .class_name = "Test_Item", .instance = instance };
        Peer *peer = *state;

        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 1);
        assert_int_equal(number(peer->instance, "Id"), 50);

        assert_int_equal(MI_Instance_AddElement(instance, "Colour", &(MI_Value){ .uint32 = 1 }, MI_UINT32, 0),
                         MI_RESULT_OK);
        assert_int_equal(peer_call(peer, &request), MI_RESULT_NO_SUCH_PROPERTY);
        assert_non_null(strstr(peer->message, "Colour"));
}

static void test_modify(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = peer_keys("Test_Item", "Id", 4);
        Peer *peer = *state;

        MI_Instance_AddElement(instance, "Size", &(MI_Value){ .uint64 = 5 }, MI_UINT64, 0);
        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_MODIFY, .class_name = "Test_Item", .instance = instance }),
                MI_RESULT_OK);
        assert_int_equal(peer->n_instances, 1); /* read back */
        assert_string(peer->instance, "Name", "item-4");
}

static void test_delete(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *keys = peer_keys("Test_Item", "Id", 4);
        _cleanup_(instance_deletep) MI_Instance *special = peer_keys("Test_Special", "Id", 4);
        Peer *peer = *state;

        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_DELETE, .class_name = "Test_Item", .instance = keys }),
                MI_RESULT_ACCESS_DENIED);
        assert_int_equal(
                peer_call(peer,
                          &(Request){ .verb = REQUEST_DELETE, .class_name = "Test_Special", .instance = special }),
                MI_RESULT_NOT_SUPPORTED);
}

/* ---------------------------------------------------------------- methods and what providers do in them */

static void test_invoke(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *bad = NULL;
        Peer *peer = *state;

        assert_int_equal(peer_do(peer, "nothing", 0), MI_RESULT_OK);
        assert_int_equal(number(peer->instance, "ReturnValue"), 0);
        assert_string(peer->instance, "Answer", "nothing");

        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_INVOKE, .class_name = "Test_Item", .method = "Undo" }),
                MI_RESULT_METHOD_NOT_FOUND);
        assert_int_equal(
                peer_call(peer, &(Request){ .verb = REQUEST_INVOKE, .class_name = "Test_Item", .method = "Touch" }),
                MI_RESULT_INVALID_PARAMETER);

        bad = peer_parameters("nothing", 0);
        MI_Instance_AddElement(bad, "Wrong", &(MI_Value){ .uint32 = 1 }, MI_UINT32, 0);
        assert_int_equal(peer_call(peer, &(Request){ .verb = REQUEST_INVOKE,
                                                     .class_name = "Test_Item",
                                                     .method = "Do",
                                                     .parameters = bad }),
                         MI_RESULT_INVALID_PARAMETER);
        assert_non_null(strstr(peer->message, "Wrong"));
}

static void test_posts(void **state)
{
        Peer *peer = *state;

        assert_int_equal(peer_do(peer, "later", 0), MI_RESULT_OK);
        assert_string(peer->instance, "Answer", "later");
        assert_int_equal(peer_do(peer, "twice", 0), MI_RESULT_OK);
        assert_int_equal(peer_do(peer, "after the end", 0), MI_RESULT_OK);
        assert_string(peer->instance, "Answer", "still here");
        assert_int_equal(peer_do(peer, "wrong class", 0), MI_RESULT_FAILED);
        assert_non_null(strstr(peer->message, "Test_Special"));
}

static void test_cancel(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters("cancel", 0);
        Request request = {
                .verb = REQUEST_INVOKE, .class_name = "Test_Item", .method = "Do", .parameters = parameters
        };
        Peer *peer = *state;
        uint64_t id;

        id = peer_send(peer, &request);
        assert_int_equal(peer_call(peer, &(Request){ .verb = REQUEST_TEST }), MI_RESULT_OK);
        peer_cancel(peer, id, MI_REASON_NONE);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_FAILED);

        request.deadline_ms = 50;
        assert_int_equal(peer_call(peer, &request), MI_RESULT_FAILED);
        assert_non_null(strstr(peer->message, "time-out"));
}

/* Many requests in a row have a thread stay with the channel: what comes while it is inside of a call is read all the same. */
static void test_attended(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters("cancel", 0);
        Request request = {
                .verb = REQUEST_INVOKE, .class_name = "Test_Item", .method = "Do", .parameters = parameters
        };
        Peer *peer = *state;

        for (unsigned int round = 0; round < 3; round++) {
                uint64_t id;

                for (unsigned int i = 0; i < 40; i++)
                        assert_int_equal(peer_do(peer, "nothing", 0), MI_RESULT_OK);
                id = peer_send(peer, &request);
                assert_int_equal(peer_do(peer, "nothing", 0), MI_RESULT_OK);
                peer_cancel(peer, id, MI_REASON_NONE);
                assert_int_equal(peer_finish(peer, id), MI_RESULT_FAILED);
        }
}

/* A provider that posts nothing is not waited for without an end; one that waits for its client is. */
static void test_silence(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters("cancel", 0);
        Request enumeration = { .verb = REQUEST_ENUMERATE, .class_name = "Test_Item", .credit = 1 };
        Peer peer = { 0 };
        uint64_t id;

        peer_init(&peer, &(ServerConfig){ .silence_ms = 200 }, VERB_ALL);
        id = peer_send(&peer, &enumeration);
        assert_int_equal(peer_call(&peer, &(Request){ .verb = REQUEST_INVOKE,
                                                      .class_name = "Test_Item",
                                                      .method = "Do",
                                                      .parameters = parameters }),
                         MI_RESULT_FAILED);
        assert_non_null(strstr(peer.message, "posted nothing"));
        peer_credit(&peer, id, 1 << 20);
        assert_int_equal(peer_finish(&peer, id), MI_RESULT_OK);
        peer_deinit(&peer);
}

static void await(Peer *peer, FrameType type, Reply *reply)
{
        Frame frame;

        for (;;) {
                peer_receive(peer, reply, &frame);
                if (reply->type == type)
                        return;
                assert_int_not_equal(reply->type, FRAME_RESULT);
                reply_deinit(reply);
        }
}

static void test_questions(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *prompt = peer_parameters("prompt", 0);
        _cleanup_(instance_deletep) MI_Instance *error = peer_parameters("error", 0);
        Request request = { .verb = REQUEST_INVOKE,
                            .class_name = "Test_Item",
                            .method = "Do",
                            .parameters = prompt,
                            .prompt_mode = MI_CALLBACKMODE_INQUIRE,
                            .write_error_mode = MI_CALLBACKMODE_INQUIRE };
        Peer *peer = *state;
        Reply reply;
        uint64_t id;

        id = peer_send(peer, &request);
        await(peer, FRAME_PROMPT, &reply);
        assert_true(reply.wants_answer);
        assert_string_equal(reply.text, "really?");
        peer_answer(peer, id, reply.number, MI_OperationCallback_ResponseType_Yes);
        reply_deinit(&reply);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_OK);
        assert_string(peer->instance, "Answer", "yes");

        request.parameters = error;
        id = peer_send(peer, &request);
        await(peer, FRAME_WRITE_ERROR, &reply);
        peer_answer(peer, id, reply.number, MI_OperationCallback_ResponseType_No);
        reply_deinit(&reply);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_OK);
        assert_string(peer->instance, "Answer", "stop");

        request.prompt_mode = MI_CALLBACKMODE_IGNORE;
        request.parameters = prompt;
        assert_int_equal(peer_call(peer, &request), MI_RESULT_OK);
        assert_string(peer->instance, "Answer", "yes");
}

static void test_messages(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters("messages", 0);
        Peer *peer = *state;
        Reply reply;
        uint64_t id;

        id = peer_send(peer, &(Request){ .verb = REQUEST_INVOKE,
                                         .class_name = "Test_Item",
                                         .method = "Do",
                                         .parameters = parameters,
                                         .channels = 1 });
        await(peer, FRAME_MESSAGE, &reply);
        assert_string_equal(reply.text, "careful");
        reply_deinit(&reply);
        await(peer, FRAME_PROGRESS, &reply);
        assert_int_equal(reply.number, 50);
        reply_deinit(&reply);
        await(peer, FRAME_STREAM, &reply);
        assert_string_equal(reply.value.string, "line");
        reply_deinit(&reply);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_OK);
}

/* ---------------------------------------------------------------- indications */

static uint64_t subscribe(Peer *peer, const char *text, uint32_t credit)
{
        return peer_send(
                peer,
                &(Request){ .verb = REQUEST_SUBSCRIBE, .query_language = "WQL", .query = text, .credit = credit });
}

static void expect_event(Peer *peer, uint64_t id, const char *event_id, uint32_t event_number)
{
        Reply reply;

        await(peer, FRAME_INDICATION, &reply);
        assert_int_equal(reply.operation, id);
        assert_string(reply.instance, "EventId", event_id);
        assert_int_equal(number(reply.instance, "Number"), event_number);
        reply_deinit(&reply);
}

static uint32_t count_feeds(Peer *peer)
{
        assert_int_equal(peer_do(peer, "count", 0), MI_RESULT_OK);
        return number(peer->instance, "ReturnValue");
}

/* Unsubscribe runs on a thread of its own after the client has its answer. */
static void await_count(Peer *peer, uint32_t expected)
{
        for (int i = 0; i < 3000 && count_feeds(peer) != expected; i++)
                usleep(10000);
        assert_int_equal(count_feeds(peer), expected);
}

static void test_subscribe(void **state)
{
        Peer *peer = *state;
        uint64_t a, b;

        a = subscribe(peer, "select * from Test_Event where EventId = 'A'", 1 << 20);
        expect_event(peer, a, "A", 0);
        b = subscribe(peer, "select * from Test_Event where EventId = 'b'", 1 << 20);
        expect_event(peer, b, "b", 0);
        await_count(peer, 1002);

        instance_delete(peer->instance);
        peer->instance = peer_parameters("events", 2);
        peer_send(peer, &(Request){ .verb = REQUEST_INVOKE,
                                    .class_name = "Test_Item",
                                    .method = "Do",
                                    .parameters = peer->instance });
        expect_event(peer, a, "a", 1);
        expect_event(peer, a, "a", 2);

        peer_cancel(peer, a, MI_REASON_NONE);
        peer_finish(peer, a);
        peer_cancel(peer, b, MI_REASON_NONE);
        peer_finish(peer, b);
        await_count(peer, 0);
}

/* Who goes while Subscribe runs is unsubscribed nevertheless, since the provider has taken the subscription. */
static void test_cancel_during_subscribe(void **state)
{
        Peer *peer = *state;
        uint64_t id = subscribe(peer, "select * from Test_Event where EventId = 'slow'", 1 << 20);

        await_count(peer, 1001);
        peer_cancel(peer, id, MI_REASON_NONE);
        assert_int_not_equal(peer_finish(peer, id), MI_RESULT_OK);
        await_count(peer, 0);
}

/* What comes while Subscribe runs and what Subscribe tells are one, if they are about the same. */
static void test_events_during_subscribe(void **state)
{
        Peer *peer = *state;
        uint64_t id = subscribe(peer, "select * from Test_Event where EventId = 'twice'", 1 << 20);

        expect_event(peer, id, "twice", 0);
        peer_cancel(peer, id, MI_REASON_NONE);
        peer_finish(peer, id);
        await_count(peer, 0);
}

/* The provider learns all values that a filter names: it posts an event for each, and the first is not the only one. */
static void test_filter_values(void **state)
{
        Peer *peer = *state;
        uint64_t id;

        id = subscribe(
                peer, "select * from Test_Event where (EventId = 'x' or EventId = 'y' or EventId = 'x') and Number = 0",
                1 << 20);
        expect_event(peer, id, "x", 0);
        expect_event(peer, id, "y", 0);
        peer_cancel(peer, id, MI_REASON_NONE);
        peer_finish(peer, id);
        await_count(peer, 0);
        /* A number among them is no value of a string property: the provider is told of no list. */
        id = subscribe(peer, "select * from Test_Event where EventId = 'x' or EventId = 5", 1 << 20);
        await_count(peer, 1001);
        peer_cancel(peer, id, MI_REASON_NONE);
        peer_finish(peer, id);
        await_count(peer, 0);
}

/* A subscriber that does not read: events coalesce, and the last one is never lost. */
static void test_slow_subscriber(void **state)
{
        Peer *peer = *state;
        Reply reply;
        uint64_t id;
        Frame frame;

        id = subscribe(peer, "select * from Test_Event", 1);
        await_count(peer, 1001);
        peer_do(peer, "coalesced events", 1000);
        peer_credit(peer, id, 1 << 20);
        expect_event(peer, id, "a", 1000);
        peer_cancel(peer, id, MI_REASON_NONE);
        peer_finish(peer, id);
        await_count(peer, 0);

        id = subscribe(peer, "select * from Test_Event", 1);
        await_count(peer, 1001);
        peer_do(peer, "events", 3000);
        peer_credit(peer, id, 1 << 20);
        do {
                peer_receive(peer, &reply, &frame);
                if (reply.type == FRAME_MESSAGE)
                        assert_non_null(strstr(reply.text, "dropped"));
                reply_deinit(&reply);
        } while (reply.type != FRAME_MESSAGE);
        peer_cancel(peer, id, MI_REASON_NONE);
        peer_finish(peer, id);
        await_count(peer, 0);
}

static void test_feed_ends(void **state)
{
        Peer *peer = *state;
        uint64_t id;

        id = subscribe(peer, "select * from Test_Event", 1 << 20);
        await_count(peer, 1001);
        instance_delete(peer->instance);
        peer->instance = peer_parameters("end events", 0);
        peer_send(peer, &(Request){ .verb = REQUEST_INVOKE,
                                    .class_name = "Test_Item",
                                    .method = "Do",
                                    .parameters = peer->instance });
        assert_int_equal(peer_finish(peer, id), MI_RESULT_FAILED);
        assert_string_equal(peer->message, "no more events");

        id = peer_send(
                peer,
                &(Request){ .verb = REQUEST_SUBSCRIBE, .query_language = "WQL", .query = "select * from Test_Item" });
        assert_int_equal(peer_finish(peer, id), MI_RESULT_NOT_SUPPORTED);
}

static uint64_t subscribe_deep(Peer *peer, const char *text)
{
        return peer_send(peer, &(Request){ .verb = REQUEST_SUBSCRIBE,
                                           .query_language = "WQL",
                                           .query = text,
                                           .flags = REQUEST_DEEP,
                                           .credit = 1 << 20 });
}

/* Without reading its answer: what it brings about is read. */
static void cause(Peer *peer, const char *what, uint32_t count)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = peer_parameters(what, count);

        peer_send(peer, &(Request){ .verb = REQUEST_INVOKE,
                                    .class_name = "Test_Item",
                                    .method = "Do",
                                    .parameters = parameters });
}

/* Results of other operations may come before it. */
static void expect_of_class(Peer *peer, uint64_t id, const char *class_name, uint32_t event_number)
{
        Reply reply;
        Frame frame;

        for (;;) {
                peer_receive(peer, &reply, &frame);
                if (reply.type == FRAME_INDICATION)
                        break;
                assert_false(reply.type == FRAME_RESULT && reply.operation == id);
                reply_deinit(&reply);
        }
        assert_int_equal(reply.operation, id);
        assert_string_equal(instance_class_name(reply.instance), class_name);
        assert_int_equal(number(reply.instance, "Number"), event_number);
        if (strcmp(class_name, "Test_SpecialEvent") == 0)
                assert_string(reply.instance, "Extra", "a");
        reply_deinit(&reply);
}

static void expect_warning(Peer *peer, uint64_t id, const char *class_name, const char *words)
{
        Reply reply;
        Frame frame;

        for (;;) {
                peer_receive(peer, &reply, &frame);
                if (reply.type == FRAME_MESSAGE)
                        break;
                assert_false(reply.type == FRAME_RESULT && reply.operation == id);
                reply_deinit(&reply);
        }
        assert_int_equal(reply.operation, id);
        assert_non_null(strstr(reply.text, class_name));
        assert_non_null(strstr(reply.text, words));
        reply_deinit(&reply);
}

/* To a superclass: the events of all its classes, each once and as what it is; one class refuses, which is told and harms nobody. */
static void test_subscribe_deep(void **state)
{
        Peer *peer = *state;
        uint64_t deep, special, shallow;

        deep = subscribe_deep(peer, "select * from Test_Event where Number > 0 and EventId = 'A'");
        expect_warning(peer, deep, "Test_RefusedEvent", "nobody may");
        await_count(peer, 2002);
        cause(peer, "events", 2);
        expect_of_class(peer, deep, "Test_Event", 1);
        expect_of_class(peer, deep, "Test_Event", 2);
        cause(peer, "special events", 2);
        expect_of_class(peer, deep, "Test_SpecialEvent", 1);
        expect_of_class(peer, deep, "Test_SpecialEvent", 2);

        special = subscribe_deep(peer, "select * from Test_Event where __this isa Test_SpecialEvent and Number = 5");
        expect_warning(peer, special, "Test_RefusedEvent", "nobody may");
        await_count(peer, 2004);
        peer_cancel(peer, deep, MI_REASON_NONE);
        peer_finish(peer, deep);
        await_count(peer, 2002);
        cause(peer, "events", 5);
        cause(peer, "special events", 5);
        expect_of_class(peer, special, "Test_SpecialEvent", 5);

        shallow = subscribe(peer, "select * from Test_Event where Number = 1", 1 << 20);
        await_count(peer, 2003);
        peer_cancel(peer, special, MI_REASON_NONE);
        peer_finish(peer, special);
        await_count(peer, 1001);
        cause(peer, "special events", 1);
        cause(peer, "events", 1);
        expect_of_class(peer, shallow, "Test_Event", 1);
        peer_cancel(peer, shallow, MI_REASON_NONE);
        peer_finish(peer, shallow);
        await_count(peer, 0);
}

/* A class that ends its events leaves those of the others; with the last one the subscription ends, with the first reason. */
static void test_deep_feed_ends(void **state)
{
        Peer *peer = *state;
        uint64_t id;

        id = subscribe_deep(peer, "select * from Test_Event");
        await_count(peer, 2002);
        cause(peer, "end special events", 0);
        expect_warning(peer, id, "Test_SpecialEvent", "no more special events");
        await_count(peer, 1001);
        cause(peer, "events", 1);
        expect_of_class(peer, id, "Test_Event", 1);
        cause(peer, "end events", 0);
        assert_int_equal(peer_finish(peer, id), MI_RESULT_ACCESS_DENIED);
        assert_string_equal(peer->message, "nobody may");
        await_count(peer, 0);
}

/* ---------------------------------------------------------------- permissions */

static void test_verbs(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *keys = peer_keys("Test_Item", "Id", 3);
        Peer peer;

        (void)state;
        peer_init(&peer, &(ServerConfig){ 0 }, VERB_READ);
        assert_int_equal(
                peer_call(&peer, &(Request){ .verb = REQUEST_GET, .class_name = "Test_Item", .instance = keys }),
                MI_RESULT_OK);
        assert_int_equal(
                peer_call(&peer, &(Request){ .verb = REQUEST_DELETE, .class_name = "Test_Item", .instance = keys }),
                MI_RESULT_ACCESS_DENIED);
        assert_int_equal(peer_do(&peer, "nothing", 0), MI_RESULT_ACCESS_DENIED);
        assert_int_equal(peer_call(&peer, &(Request){ .verb = REQUEST_GET,
                                                      .class_name = "Test_Item",
                                                      .instance = keys,
                                                      .name_space = "root/other" }),
                         MI_RESULT_ACCESS_DENIED);
        peer_deinit(&peer);
}

static void test_nobody(void **state)
{
        Peer *peer = *state;

        assert_int_equal(server_add_channel(peer->server, dup(0), &(Caller){ 0 }, VERB_ALL, NULL), SERVER_NOBODY);
}

static void test_quota(void **state)
{
        Peer peer;
        uint64_t ids[4];
        Reply reply;

        (void)state;
        peer_init(&peer, &(ServerConfig){ .max_operations = 2 }, VERB_ALL);
        for (int i = 0; i < 2; i++) {
                ids[i] = peer_send(&peer,
                                   &(Request){ .verb = REQUEST_ENUMERATE, .class_name = "Test_Item", .credit = 1 });
                await(&peer, FRAME_INSTANCE, &reply);
                reply_deinit(&reply);
        }
        assert_int_equal(peer_call(&peer, &(Request){ .verb = REQUEST_TEST }), MI_RESULT_SERVER_LIMITS_EXCEEDED);
        for (int i = 0; i < 2; i++)
                peer_cancel(&peer, ids[i], MI_REASON_NONE);
        peer_deinit(&peer);
}

static void test_bad_library(void **state)
{
        Peer *peer = *state;
        char *problem = NULL;

        assert_int_equal(server_add_library(peer->server, "/does/not/exist.so", &problem), SERVER_BAD_MODULE);
        assert_non_null(problem);
        free(problem);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test_setup_teardown(test_connection, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_get, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_get_not_found, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_get_by_enumeration, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_enumerate, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_query, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_credit, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_clients_that_leave, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_create, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_modify, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_delete, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_invoke, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_posts, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_cancel, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_attended, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_questions, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_messages, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_subscribe, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_cancel_during_subscribe, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_events_during_subscribe, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_filter_values, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_slow_subscriber, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_feed_ends, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_subscribe_deep, peer_setup, peer_teardown),
                cmocka_unit_test_setup_teardown(test_deep_feed_ends, peer_setup, peer_teardown),
                cmocka_unit_test(test_verbs),
                cmocka_unit_test_setup_teardown(test_nobody, peer_setup, peer_teardown),
                cmocka_unit_test(test_silence),
                cmocka_unit_test(test_quota),
                cmocka_unit_test_setup_teardown(test_bad_library, peer_setup, peer_teardown),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
