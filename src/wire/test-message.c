/*
 * Requests, replies and classes: round trips, and what damaged ones do
 */

#include "model/test-fixture.h"

#include "model/cim-error.h"
#include "model/class.h"
#include "wire/class.h"
#include "wire/reply.h"
#include "wire/request.h"

typedef struct Peer {
        Buffer buffer;
        FrameReader reader;
        ShapeSender sender;
        ShapeTable table;
} Peer;

static void peer_init(Peer *peer)
{
        *peer = (Peer){ 0 };
        frame_reader_init(&peer->reader, FRAME_SIZE_MAX);
        shape_sender_init(&peer->sender);
        shape_table_init(&peer->table);
}

static void peer_deinit(Peer *peer)
{
        shape_sender_deinit(&peer->sender);
        shape_table_deinit(&peer->table);
        frame_reader_deinit(&peer->reader);
        buffer_deinit(&peer->buffer);
}

/* The next frame that is no shape */
static Frame peer_next(Peer *peer)
{
        Frame frame;

        if (peer->buffer.size) {
                assert_int_equal(frame_reader_feed(&peer->reader, peer->buffer.data, peer->buffer.size), 0);
                buffer_clear(&peer->buffer);
        }
        for (;;) {
                assert_int_equal(frame_reader_next(&peer->reader, &frame), 0);
                if (frame.type != FRAME_SHAPE)
                        return frame;
                assert_int_equal(shape_table_define(&peer->table, &frame), 0);
        }
}

/* The frame with each bit flipped and cut at each multiple of eight, given to `parse`. */
static void damage(const Frame *frame, const ShapeTable *shapes, void (*parse)(const Frame *, const ShapeTable *))
{
        uint8_t *copy = malloc(frame->size + 1);
        Frame broken = *frame;

        broken.payload = copy;
        broken.block = NULL;
        memcpy(copy, frame->payload, frame->size);
        for (size_t bit = 0; bit < (size_t)frame->size * 8; bit++) {
                copy[bit / 8] ^= (uint8_t)(1 << bit % 8);
                parse(&broken, shapes);
                copy[bit / 8] ^= (uint8_t)(1 << bit % 8);
        }
        free(copy);
        for (uint32_t size = 0; size < frame->size; size += 8) {
                copy = malloc(size ? size : 1);
                memcpy(copy, frame->payload, size);
                broken.payload = copy;
                broken.size = size;
                parse(&broken, shapes);
                free(copy);
        }
}

static void parse_request(const Frame *frame, const ShapeTable *shapes)
{
        Request *request = malloc(sizeof(*request));
        const char *why;
        int r;

        memset(request, 0xAA, sizeof(*request));
        r = request_parse(request, frame, shapes, &why);
        assert_true(r == 0 || r == REQUEST_INVALID || r == REQUEST_MALFORMED);
        if (r != REQUEST_INVALID)
                request_deinit(request);
        free(request);
}

static void parse_reply(const Frame *frame, const ShapeTable *shapes)
{
        Reply *reply = malloc(sizeof(*reply));
        int r;

        memset(reply, 0xAA, sizeof(*reply));
        r = reply_parse(reply, frame, shapes);
        assert_true(r == 0 || r == REPLY_INVALID);
        if (r == 0)
                reply_deinit(reply);
        free(reply);
}

static void parse_shape(const Frame *frame, const ShapeTable *shapes)
{
        ShapeTable table;

        shape_table_init(&table);
        shape_table_define(&table, frame);
        shape_table_deinit(&table);
}

static void test_request(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *person = fixture_person(4), *parameters = NULL;
        static MI_Char *const strings[] = { "x", "y" };
        static const char *const properties[] = { "Name", "Size" };
        const RequestOption options[] = {
                { "number", MI_UINT32, { .uint32 = 5 }, true },
                { "text", MI_STRING, { .string = "text" }, false },
                { "texts", MI_STRINGA, { .stringa = { (MI_Char **)strings, 2 } }, false },
                { "when", MI_DATETIME, { .datetime = { 1, { .timestamp = { .year = 2024 } } } }, false },
        };
        Request request = { .verb = REQUEST_INVOKE,
                            .flags = REQUEST_DEEP,
                            .mi_flags = 0x800,
                            .hops = 2,
                            .credit = 1000,
                            .deadline_ms = UINT64_C(1) << 40,
                            .channels = 7,
                            .name_space = "root/test",
                            .class_name = "T_Person",
                            .method = "Rename",
                            .locale = "de-DE",
                            .properties = properties,
                            .n_properties = 2,
                            .options = options,
                            .n_options = ARRAY_SIZE(options) };
        Request *parsed = malloc(sizeof(*parsed));
        const char *why;
        Frame frame;
        Peer peer;

        peer_init(&peer);
        assert_int_equal(instance_new_parameters(&parameters, &rename_method, NULL), 0);
        fixture_set_string(parameters, "Text", "new name");
        request.instance = person;
        request.parameters = parameters;
        for (unsigned round = 0; round < 3; round++) {
                assert_int_equal(request_pack(&peer.buffer, 77, &request, round < 2 ? &peer.sender : NULL), 0);
                frame = peer_next(&peer);
                assert_int_equal(request_parse(parsed, &frame, &peer.table, &why), 0);
                assert_int_equal(frame.operation, 77);
                assert_int_equal(parsed->verb, REQUEST_INVOKE);
                assert_int_equal(parsed->mi_flags, 0x800);
                assert_int_equal(parsed->hops, 2);
                assert_true(parsed->deadline_ms == UINT64_C(1) << 40);
                assert_string_equal(parsed->name_space, "root/test");
                assert_string_equal(parsed->method, "Rename");
                assert_string_equal(parsed->locale, "de-DE");
                assert_null(parsed->query);
                assert_int_equal(parsed->n_properties, 2);
                assert_string_equal(parsed->properties[1], "Size");
                assert_int_equal(parsed->n_options, 4);
                assert_true(parsed->options[0].must_comply);
                assert_int_equal(parsed->options[0].value.uint32, 5);
                assert_string_equal(parsed->options[2].value.stringa.data[1], "y");
                assert_int_equal(parsed->options[3].value.datetime.u.timestamp.year, 2024);
                assert_string_equal(instance_string(parsed->instance, "Name"), "Ada Lovelace");
                assert_string_equal(instance_string(parsed->parameters, "Text"), "new name");
                request_deinit(parsed);
        }
        assert_int_equal(peer.table.count, 2);
        damage(&frame, &peer.table, parse_request);
        free(parsed);
        peer_deinit(&peer);
}

/* A subscription goes on elsewhere: everything but its bookmark stays. */
static void test_request_bookmark(void **state)
{
        static const char *const bookmarks[] = { "first", "", "a longer one than before", NULL };
        const MI_Uint32 numbers[] = { 1, 2, 3 };
        const RequestOption options[] = {
                { .name = "Text", .type = MI_STRING, .value.string = (char *)"words", .must_comply = true },
                { .name = "Numbers", .type = MI_UINT32A, .value.uint32a = { (MI_Uint32 *)numbers, 3 } },
        };
        const char *const properties[] = { "Name", "Size" };
        Request request = { .verb = REQUEST_SUBSCRIBE,
                            .flags = REQUEST_DEEP,
                            .credit = 4096,
                            .deadline_ms = 5000,
                            .delivery = MI_SubscriptionDeliveryType_Push,
                            .name_space = "root/test",
                            .class_name = "T_Event",
                            .query_language = "WQL",
                            .query = "select * from T_Event",
                            .locale = "C",
                            .properties = properties,
                            .n_properties = ARRAY_SIZE(properties),
                            .options = options,
                            .n_options = ARRAY_SIZE(options) };
        Buffer changed = BUFFER_INIT, expected = BUFFER_INIT;

        assert_int_equal(request_pack(&changed, 77, &request, NULL), 0);
        for (size_t i = 0; i < ARRAY_SIZE(bookmarks); i++) {
                request.bookmark = bookmarks[i];
                buffer_clear(&expected);
                assert_int_equal(request_pack(&expected, 77, &request, NULL), 0);
                assert_int_equal(request_set_bookmark(&changed, bookmarks[i]), 0);
                assert_int_equal(changed.size, expected.size);
                assert_memory_equal(changed.data, expected.data, expected.size);
        }

        /* What cannot be done leaves the request alone. */
        request.bookmark = calloc(1, REQUEST_QUERY_MAX + 2);
        memset((char *)request.bookmark, 'b', REQUEST_QUERY_MAX + 1);
        assert_int_equal(request_set_bookmark(&changed, request.bookmark), -EMSGSIZE);
        assert_memory_equal(changed.data, expected.data, expected.size);
        changed.size -= 8;
        assert_int_equal(request_set_bookmark(&changed, "short"), -EINVAL);
        free((char *)request.bookmark);
        buffer_deinit(&changed);
        buffer_deinit(&expected);
}

static void test_request_malformed(void **state)
{
        static const Request requests[] = {
                { .verb = REQUEST_GET, .name_space = "a", .class_name = "b" },
                { .verb = REQUEST_ENUMERATE, .name_space = "a" },
                { .verb = REQUEST_ENUMERATE, .class_name = "b" },
                { .verb = REQUEST_QUERY, .name_space = "a", .query = "select" },
                { .verb = REQUEST_INVOKE, .name_space = "a", .class_name = "b" },
                { .verb = REQUEST_INVOKE, .name_space = "a", .method = "b" },
        };
        Request *parsed = malloc(sizeof(*parsed));
        const char *why;
        Frame frame;
        Peer peer;

        peer_init(&peer);
        for (size_t i = 0; i < ARRAY_SIZE(requests); i++) {
                assert_int_equal(request_pack(&peer.buffer, i + 1, &requests[i], NULL), 0);
                frame = peer_next(&peer);
                assert_int_equal(request_parse(parsed, &frame, &peer.table, &why), REQUEST_MALFORMED);
                assert_non_null(why);
                request_deinit(parsed);
        }
        assert_int_equal(request_pack(&peer.buffer, 9, &(Request){ .verb = REQUEST_NONE }, NULL), 0);
        frame = peer_next(&peer);
        assert_int_equal(request_parse(parsed, &frame, &peer.table, &why), REQUEST_INVALID);
        free(parsed);
        peer_deinit(&peer);
}

static void test_request_limits(void **state)
{
        char *name = malloc(REQUEST_NAME_MAX + 2);
        Buffer buffer = BUFFER_INIT;

        memset(name, 'n', REQUEST_NAME_MAX + 1);
        name[REQUEST_NAME_MAX + 1] = '\0';
        assert_int_equal(request_pack(&buffer, 1, &(Request){ .verb = REQUEST_TEST, .name_space = name }, NULL),
                         -EMSGSIZE);
        assert_int_equal(buffer.size, 0);
        name[REQUEST_NAME_MAX] = '\0';
        assert_int_equal(request_pack(&buffer, 1, &(Request){ .verb = REQUEST_TEST, .name_space = name }, NULL), 0);
        buffer_deinit(&buffer);
        free(name);
}

static void test_reply_instance(void **state)
{
        Selection selection = { 0 };
        uint32_t cost = 0;
        Frame frame;
        Reply reply;
        Peer peer;

        peer_init(&peer);
        for (uint32_t i = 0; i < 5000; i++) {
                _cleanup_(instance_deletep) MI_Instance *person = fixture_person(i);

                assert_int_equal(reply_instance(&peer.buffer, 3, person, &peer.sender, &selection, &cost), 0);
        }
        assert_int_equal(frame_reader_feed(&peer.reader, peer.buffer.data, peer.buffer.size), 0);
        buffer_clear(&peer.buffer);
        for (uint32_t i = 0; i < 5000; i++) {
                MI_Value value;

                frame = peer_next(&peer);
                assert_int_equal(frame_cost(&frame), cost);
                assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
                assert_int_equal(MI_Instance_GetElement(reply.instance, "Id", &value, NULL, NULL, NULL), MI_RESULT_OK);
                assert_int_equal(value.uint32, i);
                assert_string_equal(instance_string(reply.instance, "Name"), "Ada Lovelace");
                reply_deinit(&reply);
        }
        damage(&frame, &peer.table, parse_reply);
        peer_deinit(&peer);
}

/* Method results: MIReturn is ReturnValue there, streams are left out. */
static void test_reply_parameters(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *parameters = NULL;
        Frame frame;
        Reply reply;
        Peer peer;
        uint32_t number;

        peer_init(&peer);
        assert_int_equal(instance_new_parameters(&parameters, &rename_method, NULL), 0);
        ((PersonRename *)parameters)->MIReturn = (MI_ConstUint32Field){ .value = 42, .exists = MI_TRUE };
        assert_int_equal(reply_instance(&peer.buffer, 3, parameters, &peer.sender, NULL, NULL), 0);
        frame = peer_next(&peer);
        assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
        assert_true(instance_uint32(reply.instance, "ReturnValue", &number));
        assert_int_equal(number, 42);
        assert_int_equal(instance_count(reply.instance), 3);
        reply_deinit(&reply);
        peer_deinit(&peer);
}

static void next_reply(Peer *peer, Reply *reply, FrameType type)
{
        Frame frame = peer_next(peer);

        assert_int_equal(frame.type, type);
        damage(&frame, &peer->table, parse_reply);
        assert_int_equal(reply_parse(reply, &frame, &peer->table), 0);
        assert_int_equal(reply->operation, 8);
        assert_int_equal(reply->type, type);
}

static void test_reply_events(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *person = fixture_person(1), *error = NULL;
        static MI_Uint16 numbers[] = { 1, 2, 3 };
        uint32_t cost;
        Reply reply;
        Peer peer;

        peer_init(&peer);
        assert_int_equal(cim_error_new(&error, MI_RESULT_NOT_FOUND, "ERRNO", ENOENT, "nothing there"), 0);

        assert_int_equal(reply_indication(&peer.buffer, 8, person, "mark", NULL, &peer.sender, NULL, &cost), 0);
        next_reply(&peer, &reply, FRAME_INDICATION);
        assert_string_equal(reply.text, "mark");
        assert_null(reply.text2);
        assert_string_equal(instance_class_name(reply.instance), "T_Person");
        reply_deinit(&reply);

        assert_int_equal(reply_message(&peer.buffer, 8, 2, "debug"), 0);
        next_reply(&peer, &reply, FRAME_MESSAGE);
        assert_int_equal(reply.number, 2);
        assert_string_equal(reply.text, "debug");
        reply_deinit(&reply);

        assert_int_equal(reply_progress(&peer.buffer, 8, "a", "b", "c", 50, 7), 0);
        next_reply(&peer, &reply, FRAME_PROGRESS);
        assert_int_equal(reply.number, 50);
        assert_int_equal(reply.number2, 7);
        assert_string_equal(reply.text3, "c");
        reply_deinit(&reply);

        assert_int_equal(reply_prompt(&peer.buffer, 8, 5, MI_PROMPTTYPE_CRITICAL, "sure?", true), 0);
        next_reply(&peer, &reply, FRAME_PROMPT);
        assert_int_equal(reply.number, 5);
        assert_int_equal(reply.number2, MI_PROMPTTYPE_CRITICAL);
        assert_true(reply.wants_answer);
        reply_deinit(&reply);

        assert_int_equal(reply_write_error(&peer.buffer, 8, 6, error, false), 0);
        next_reply(&peer, &reply, FRAME_WRITE_ERROR);
        assert_false(reply.wants_answer);
        assert_string_equal(cim_error_message(reply.instance), "nothing there");
        reply_deinit(&reply);

        assert_int_equal(
                reply_stream(&peer.buffer, 8, "Out", MI_UINT16A, &(MI_Value){ .uint16a = { numbers, 3 } }, &cost), 0);
        next_reply(&peer, &reply, FRAME_STREAM);
        assert_string_equal(reply.text, "Out");
        assert_int_equal(reply.value_type, MI_UINT16A);
        assert_int_equal(reply.value.uint16a.data[2], 3);
        reply_deinit(&reply);

        assert_int_equal(reply_stream(&peer.buffer, 8, "Out", MI_INSTANCE, &(MI_Value){ .instance = person }, &cost),
                         0);
        next_reply(&peer, &reply, FRAME_STREAM);
        assert_string_equal(instance_string(reply.value.instance, "Name"), "Ada Lovelace");
        reply_deinit(&reply);

        assert_int_equal(reply_result(&peer.buffer, 8, MI_RESULT_NOT_FOUND, NULL, error), 0);
        next_reply(&peer, &reply, FRAME_RESULT);
        assert_int_equal(reply.result, MI_RESULT_NOT_FOUND);
        assert_string_equal(reply.text, "nothing there");
        assert_int_equal(cim_error_result(reply.instance), MI_RESULT_NOT_FOUND);
        reply_deinit(&reply);

        assert_int_equal(reply_result(&peer.buffer, 8, MI_RESULT_OK, NULL, NULL), 0);
        next_reply(&peer, &reply, FRAME_RESULT);
        assert_null(reply.text);
        assert_null(reply.instance);
        reply_deinit(&reply);
        peer_deinit(&peer);
}

static void test_long_text(void **state)
{
        char *text = malloc(REPLY_TEXT_MAX * 2);
        Frame frame;
        Reply reply;
        Peer peer;

        memset(text, 'a', REPLY_TEXT_MAX * 2);
        memcpy(text + REPLY_TEXT_MAX - 1, "\xc3\xa4", 2);
        text[REPLY_TEXT_MAX * 2 - 1] = '\0';
        peer_init(&peer);
        assert_int_equal(reply_message(&peer.buffer, 8, 0, text), 0);
        frame = peer_next(&peer);
        assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
        assert_int_equal(strlen(reply.text), REPLY_TEXT_MAX - 1);
        reply_deinit(&reply);
        peer_deinit(&peer);
        free(text);
}

static void check_class(const MI_ClassDecl *decl)
{
        const MI_MethodDecl *method;

        assert_string_equal(decl->name, "T_Person");
        assert_int_equal(decl->code, person_decl.code);
        assert_int_equal(decl->size, person_decl.size);
        assert_string_equal(decl->superClass, "T_Base");
        assert_int_equal(decl->numProperties, 5);
        for (unsigned i = 0; i < 5; i++) {
                assert_string_equal(decl->properties[i]->name, person_properties[i]->name);
                assert_int_equal(decl->properties[i]->offset, person_properties[i]->offset);
                assert_int_equal(decl->properties[i]->flags, person_properties[i]->flags);
        }
        assert_string_equal(*(const char *const *)decl->properties[4]->value, "none");
        assert_true(qualifiers_true(decl->properties[0]->qualifiers, decl->properties[0]->numQualifiers, "KEY"));
        assert_int_equal(decl->numMethods, 1);
        method = decl->methods[0];
        assert_string_equal(method->name, "Rename");
        assert_int_equal(method->returnType, MI_UINT32);
        assert_int_equal(method->numParameters, 4);
        assert_int_equal(method->parameters[3]->offset, DECL_STREAM_OFFSET);
        assert_int_equal(method->parameters[1]->offset, text_parameter.offset);
        assert_int_equal(method->size, rename_method.size);
}

static void test_class(void **state)
{
        _cleanup_(class_deletep) MI_Class *class_object = NULL, *parent = NULL;
        const MI_Char *name;
        MI_ClassDecl *decl;
        uint32_t cost;
        Buffer buffer = BUFFER_INIT;
        Arena arena;
        Frame frame;
        Reply reply;
        Peer peer;
        size_t size;

        arena_init(&arena, 0);
        assert_int_equal(packed_class_append(&buffer, &person_decl), 0);
        assert_int_equal(packed_class_parse(&arena, buffer.data, buffer.size, &decl, &size), 0);
        assert_int_equal(size, buffer.size);
        check_class(decl);
        for (size_t cut = 0; cut < buffer.size; cut++)
                assert_int_equal(packed_class_parse(&arena, buffer.data, cut, &decl, &size), CLASS_INVALID);
        for (size_t bit = 0; bit < buffer.size * 8; bit++) {
                Arena scratch;
                int r;

                arena_init(&scratch, 0);
                buffer.data[bit / 8] ^= (char)(1 << bit % 8);
                r = packed_class_parse(&scratch, buffer.data, buffer.size, &decl, &size);
                assert_true(r == 0 || r == CLASS_INVALID);
                buffer.data[bit / 8] ^= (char)(1 << bit % 8);
                arena_deinit(&scratch);
        }
        arena_deinit(&arena);
        buffer_deinit(&buffer);

        peer_init(&peer);
        assert_int_equal(reply_class(&peer.buffer, 8, &person_decl, "root/test", NULL, &cost), 0);
        frame = peer_next(&peer);
        assert_int_equal(frame_cost(&frame), cost);
        assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
        class_object = steal(&reply.class_object);
        reply_deinit(&reply);
        peer_deinit(&peer);
        check_class(class_object->classDecl);
        assert_int_equal(MI_Class_GetNameSpace(class_object, &name), MI_RESULT_OK);
        assert_string_equal(name, "root/test");
        assert_int_equal(MI_Class_GetParentClass(class_object, &parent), MI_RESULT_OK);
        assert_int_equal(MI_Class_GetClassName(parent, &name), MI_RESULT_OK);
        assert_string_equal(name, "T_Base");
}

static void test_shape(void **state)
{
        Arena arena;
        SenderShape *shape;
        MI_Boolean is;
        PackedInstance packed;
        FrameReader reader;
        Frame frame;
        Peer peer;

        arena_init(&arena, 0);
        peer_init(&peer);
        assert_int_equal(shape_sender_get(&peer.sender, &peer.buffer, fixture_all_types(&arena), NULL, &shape), 0);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        assert_int_equal(frame_reader_feed(&reader, peer.buffer.data, peer.buffer.size), 0);
        buffer_clear(&peer.buffer);
        assert_int_equal(frame_reader_next(&reader, &frame), 0);
        damage(&frame, NULL, parse_shape);
        assert_int_equal(shape_table_define(&peer.table, &frame), 0);
        assert_int_equal(shape_table_define(&peer.table, &frame), SHAPE_INVALID); /* the same number again */
        frame_reader_deinit(&reader);

        /* superclasses travel by name */
        {
                _cleanup_(instance_deletep) MI_Instance *person = fixture_person(1);
                Reply reply;

                assert_int_equal(reply_instance(&peer.buffer, 1, person, &peer.sender, NULL, NULL), 0);
                frame = peer_next(&peer);
                assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
                assert_int_equal(MI_Instance_IsA(reply.instance, &base_decl, &is), MI_RESULT_OK);
                assert_true(is);
                reply_deinit(&reply);
        }
        /* forgotten shapes are defined anew, under new numbers */
        shape_sender_forget(&peer.sender);
        {
                _cleanup_(instance_deletep) MI_Instance *person = fixture_person(1);

                assert_int_equal(reply_instance(&peer.buffer, 1, person, &peer.sender, NULL, NULL), 0);
                frame = peer_next(&peer);
                assert_int_equal(peer.table.count, 3);
                assert_int_equal(packed_init(&packed, frame.payload, frame.size, &peer.table, 0, NULL), 0);
                packed_deinit(&packed);
        }
        arena_deinit(&arena);
        peer_deinit(&peer);
}

/* When no more shapes may be defined, instances still travel. */
static void test_shapes_run_out(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *person = fixture_person(1);
        Frame frame;
        Reply reply;
        Peer peer;

        peer_init(&peer);
        peer.sender.last_id = SHAPES_MAX;
        assert_int_equal(reply_instance(&peer.buffer, 1, person, &peer.sender, NULL, NULL), 0);
        frame = peer_next(&peer);
        assert_int_equal(reply_parse(&reply, &frame, &peer.table), 0);
        assert_string_equal(instance_string(reply.instance, "Name"), "Ada Lovelace");
        reply_deinit(&reply);
        peer_deinit(&peer);
}

static void test_verbs(void **state)
{
        for (unsigned verb = REQUEST_GET; verb < _REQUEST_VERBS; verb++) {
                assert_int_not_equal(verb_needed((RequestVerb)verb), 0);
                assert_string_not_equal(verb_name((RequestVerb)verb), verb_name(REQUEST_NONE));
        }
        assert_int_equal(verb_needed((RequestVerb)99), 0);
        assert_int_equal(verb_needed(REQUEST_DELETE), VERB_WRITE);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_request),
                cmocka_unit_test(test_request_bookmark),
                cmocka_unit_test(test_request_malformed),
                cmocka_unit_test(test_request_limits),
                cmocka_unit_test(test_reply_instance),
                cmocka_unit_test(test_reply_parameters),
                cmocka_unit_test(test_reply_events),
                cmocka_unit_test(test_long_text),
                cmocka_unit_test(test_class),
                cmocka_unit_test(test_shape),
                cmocka_unit_test(test_shapes_run_out),
                cmocka_unit_test(test_verbs),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
