#include "model/test-fixture.h"

#include "model/class.h"
#include "wire/packed.h"

static void check_all(const MI_Instance *instance, bool in_order)
{
        _cleanup_(instance_deletep) MI_Instance *inner = fixture_person(7);
        Element element;

        assert_int_equal(instance_count(instance), 33);
        assert_string_equal(instance_class_name(instance), "T_All");
        assert_string_equal(instance->nameSpace, "root/test");
        for (unsigned i = 0; i < 32; i++) {
                MI_Value expected = fixture_value((MI_Type)i, inner);
                char name[8];

                snprintf(name, sizeof(name), in_order ? "p%u" : "P%u", i);
                if (in_order) {
                        assert_true(instance_element(instance, i, &element));
                        assert_string_equal(element.name, name);
                } else {
                        assert_true(instance_find(instance, name, &element));
                }
                assert_int_equal(element.type, i);
                assert_false(element.is_null);
                assert_true(value_equal(&element.value, &expected, (MI_Type)i));
                assert_int_equal(!!(element.flags & MI_FLAG_KEY), i == MI_STRING);
        }
        assert_true(instance_find(instance, "p99", &element));
        assert_true(element.is_null);
        assert_false(instance_find(instance, "p100", &element));
}

/* SHAPE frames of one side into the table of the other */
static void define_shapes(ShapeTable *table, const Buffer *buffer)
{
        FrameReader reader;
        Frame frame;

        frame_reader_init(&reader, FRAME_SIZE_MAX);
        assert_int_equal(frame_reader_feed(&reader, buffer->data, buffer->size), 0);
        while (frame_reader_next(&reader, &frame) == 0) {
                assert_int_equal(frame.type, FRAME_SHAPE);
                assert_int_equal(shape_table_define(table, &frame), 0);
        }
        assert_false(frame_reader_has_data(&reader));
        frame_reader_deinit(&reader);
}

typedef struct Shaped {
        Arena arena;
        MI_ClassDecl *decl;
        ShapeSender sender;
        ShapeTable table;
        SenderShape *shape;
} Shaped;

static void shaped_init(Shaped *shaped)
{
        Buffer buffer = BUFFER_INIT;

        arena_init(&shaped->arena, 0);
        shaped->decl = fixture_all_types(&shaped->arena);
        shape_sender_init(&shaped->sender);
        shape_table_init(&shaped->table);
        assert_int_equal(shape_sender_get(&shaped->sender, &buffer, shaped->decl, NULL, &shaped->shape), 0);
        define_shapes(&shaped->table, &buffer);
        buffer_deinit(&buffer);
}

static void shaped_deinit(Shaped *shaped)
{
        shape_sender_deinit(&shaped->sender);
        shape_table_deinit(&shaped->table);
        arena_deinit(&shaped->arena);
}

static void pack_all(Buffer *buffer, Shaped *shaped)
{
        MI_Instance *instance = fixture_all_values(shaped ? shaped->decl : NULL);

        if (shaped)
                assert_int_equal(packed_append_shaped(buffer, instance, shaped->shape), 0);
        else
                assert_int_equal(packed_append(buffer, instance, NULL), 0);
        instance_delete(instance);
}

static void check_roundtrip(Shaped *shaped)
{
        const ShapeTable *shapes = shaped ? &shaped->table : NULL;
        MI_Instance *clone, *dynamic;
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT, again = BUFFER_INIT;
        size_t size;

        pack_all(&buffer, shaped);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, shapes, 0, &size), 0);
        assert_int_equal(size, buffer.size);
        assert_true(instance_is_packed(&packed.base));
        check_all(&packed.base, true);
        check_all(&packed.base, false);

        assert_int_equal(instance_clone(&clone, &packed.base), 0);
        assert_int_equal(instance_clone_dynamic(&dynamic, &packed.base), 0);
        assert_int_equal(packed_append(&again, &packed.base, NULL), 0);
        packed_deinit(&packed);
        memset(buffer.data, 0xEE, buffer.size);
        check_all(clone, true);
        check_all(dynamic, true);
        assert_true(instance_equal(clone, dynamic));
        instance_delete(clone);
        instance_delete(dynamic);

        /* what a relay sends on is the same */
        assert_int_equal(packed_init(&packed, again.data, again.size, NULL, 0, NULL), 0);
        check_all(&packed.base, true);
        packed_deinit(&packed);
        buffer_deinit(&buffer);
        buffer_deinit(&again);
}

static void test_inline(void **state)
{
        check_roundtrip(NULL);
}

static void test_shaped(void **state)
{
        Shaped shaped;

        shaped_init(&shaped);
        check_roundtrip(&shaped);
        shaped_deinit(&shaped);
}

/* A clone outlives the channel and its shapes. */
static void test_clone_keeps_shape(void **state)
{
        _cleanup_(class_deletep) MI_Class *class_object = NULL;
        MI_Instance *clone, *second;
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT;
        MI_Uint32 count;
        Shaped shaped;

        shaped_init(&shaped);
        pack_all(&buffer, &shaped);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, &shaped.table, 0, NULL), 0);
        assert_int_equal(instance_clone(&clone, &packed.base), 0);
        packed_deinit(&packed);
        shaped_deinit(&shaped);
        buffer_deinit(&buffer);
        assert_int_equal(instance_clone(&second, clone), 0);
        instance_delete(clone);
        check_all(second, false);
        assert_int_equal(MI_Instance_GetClass(second, &class_object), MI_RESULT_OK);
        instance_delete(second);
        assert_int_equal(MI_Class_GetElementCount(class_object, &count), MI_RESULT_OK);
        assert_int_equal(count, 33);
}

typedef struct Source {
        Anchor anchor;
        bool *gonep;
} Source;

static void source_release(Anchor *anchor)
{
        Source *source = container_of(anchor, Source, anchor);

        *source->gonep = true;
        anchor_deinit(anchor);
        free(source);
}

static const MI_ClassDecl *source_class(Anchor *source, const char *name_space, const char *class_name)
{
        return strcmp(name_space, "root/here") == 0 && strcmp(class_name, "T_Person") == 0 ? &person_decl : NULL;
}

/* Received instances know their namespace and find their whole class, clones too, after the channel. */
static void test_whole_class(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *person = fixture_person(3);
        MI_Instance *clones[2];
        Source *source = calloc(1, sizeof(*source));
        Buffer buffer = BUFFER_INIT, blocks = BUFFER_INIT;
        MI_Class *class_object;
        PackedInstance packed;
        SenderShape *shape;
        MI_Uint32 count;
        bool gone = false;
        Shaped shaped;

        shaped_init(&shaped);
        anchor_init(&source->anchor, source_release);
        source->gonep = &gone;
        assert_int_equal(shape_table_set_classes(&shaped.table, &source->anchor, "root/here", source_class), 0);
        anchor_unref(&source->anchor);
        assert_int_equal(shape_sender_get(&shaped.sender, &buffer, &person_decl, NULL, &shape), 0);
        define_shapes(&shaped.table, &buffer);
        for (unsigned i = 0; i < 2; i++) {
                buffer_clear(&blocks);
                if (i)
                        assert_int_equal(packed_append(&blocks, person, NULL), 0);
                else
                        assert_int_equal(packed_append_shaped(&blocks, person, shape), 0);
                assert_int_equal(packed_init(&packed, blocks.data, blocks.size, &shaped.table, 0, NULL), 0);
                assert_string_equal(packed.base.nameSpace, "root/here");
                assert_int_equal(instance_clone(&clones[i], &packed.base), 0);
                packed_deinit(&packed);
        }
        shaped_deinit(&shaped);
        buffer_deinit(&buffer);
        buffer_deinit(&blocks);
        for (unsigned i = 0; i < 2; i++) {
                assert_string_equal(clones[i]->nameSpace, "root/here");
                assert_int_equal(MI_Instance_GetClass(clones[i], &class_object), MI_RESULT_OK);
                instance_delete(clones[i]);
                assert_int_equal(MI_Class_GetMethodCount(class_object, &count), MI_RESULT_OK);
                assert_int_equal(count, i ? 0 : 1); /* an inline one has no more than it says */
                assert_int_equal(gone, i == 1);
                class_delete(class_object);
                assert_true(gone);
        }
}

static void check_write(Shaped *shaped, bool on_heap)
{
        MI_Value value = { .string = "new" };
        MI_Instance *instance, *clone;
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT;
        MI_Uint32 flags;

        pack_all(&buffer, shaped);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, shaped ? &shaped->table : NULL, 0, NULL), 0);
        instance = &packed.base;
        if (on_heap)
                assert_int_equal(instance_clone(&instance, &packed.base), 0);
        /* a value that was made before the conversion stays good */
        assert_int_equal(MI_Instance_GetElement(instance, "p31", &value, NULL, NULL, NULL), MI_RESULT_OK);
        value.string = "new";
        assert_int_equal(MI_Instance_SetElement(instance, "p13", &value, MI_STRING, 0), MI_RESULT_OK);
        assert_false(instance_is_packed(instance));
        assert_string_equal(instance_string(instance, "P13"), "new");
        assert_int_equal(MI_Instance_AddElement(instance, "extra", &value, MI_STRING, 0), MI_RESULT_OK);
        assert_int_equal(MI_Instance_ClearElement(instance, "p5"), MI_RESULT_OK);
        assert_int_equal(MI_Instance_GetElement(instance, "p13", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_false(flags & MI_FLAG_NOT_MODIFIED);
        assert_int_equal(MI_Instance_GetElement(instance, "p6", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NOT_MODIFIED);
        assert_int_equal(instance_clone(&clone, instance), 0);
        if (on_heap)
                instance_delete(instance);
        packed_deinit(&packed);
        buffer_deinit(&buffer);
        assert_int_equal(instance_count(clone), 34);
        assert_string_equal(instance_string(clone, "extra"), "new");
        instance_delete(clone);
}

static void test_copy_on_write(void **state)
{
        Shaped shaped;

        check_write(NULL, false);
        check_write(NULL, true);
        shaped_init(&shaped);
        check_write(&shaped, false);
        check_write(&shaped, true);
        shaped_deinit(&shaped);
}

static void test_modified_flags(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(3);
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT;
        MI_Uint32 flags;

        assert_int_equal(packed_append(&buffer, instance, NULL), 0);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, NULL, PACKED_MODIFIED, NULL), 0);
        assert_int_equal(MI_Instance_GetElement(&packed.base, "Size", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_false(flags & MI_FLAG_NOT_MODIFIED);
        assert_int_equal(MI_Instance_GetElement(&packed.base, "Comment", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NOT_MODIFIED);
        packed_deinit(&packed);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, NULL, 0, NULL), 0);
        assert_int_equal(MI_Instance_GetElement(&packed.base, "Size", NULL, NULL, &flags, NULL), MI_RESULT_OK);
        assert_true(flags & MI_FLAG_NOT_MODIFIED);
        packed_deinit(&packed);
        buffer_deinit(&buffer);
}

static void test_selection(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(3);
        static const char *const names[] = { "NAME", "none" };
        Selection by_name = { .names = names, .count = 2 }, keys = { .keys_only = true }, base = { .base = &base_decl };
        Selection *const selections[] = { &by_name, &keys, &base };
        static const char *const expected[] = { "Name", "Id", "Id" };
        ShapeSender sender;
        ShapeTable table;

        shape_sender_init(&sender);
        shape_table_init(&table);
        for (size_t round = 0; round < 2; round++) {
                for (size_t i = 0; i < ARRAY_SIZE(selections); i++) {
                        Buffer buffer = BUFFER_INIT;
                        PackedInstance packed;
                        SenderShape *shape;
                        Element element;

                        assert_int_equal(shape_sender_get(&sender, &buffer, &person_decl, selections[i], &shape), 0);
                        define_shapes(&table, &buffer);
                        buffer_clear(&buffer);
                        assert_int_equal(packed_append_shaped(&buffer, instance, shape), 0);
                        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, &table, 0, NULL), 0);
                        assert_int_equal(instance_count(&packed.base), 1);
                        assert_true(instance_element(&packed.base, 0, &element));
                        assert_string_equal(element.name, expected[i]);
                        packed_deinit(&packed);
                        buffer_clear(&buffer);
                        assert_int_equal(packed_append(&buffer, instance, selections[i]), 0);
                        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, &table, 0, NULL), 0);
                        assert_int_equal(instance_count(&packed.base), 1);
                        packed_deinit(&packed);
                        buffer_deinit(&buffer);
                }
        }
        /* keys and base classes choose the same here, so that is one shape */
        assert_int_equal(table.count, 2);
        shape_sender_deinit(&sender);
        shape_table_deinit(&table);
}

/* Whatever is read from a good-looking block must lie within it; ASan watches. */
static void read_everything(MI_Instance *instance, unsigned depth)
{
        Element element;

        for (uint32_t i = 0; instance_element(instance, i, &element); i++) {
                MI_Value copy;

                assert_true(strlen(element.name) < 65536);
                if (element.is_null)
                        continue;
                if (value_copy(&copy, &element.value, element.type) == 0)
                        value_clear(&copy, element.type);
                if ((element.type == MI_INSTANCE || element.type == MI_REFERENCE) && depth < 4)
                        read_everything(element.value.instance, depth + 1);
        }
}

static void try_block(const void *data, size_t size, const ShapeTable *shapes)
{
        PackedInstance packed;
        /* malloc, so that reading beyond the end is seen */
        void *copy = malloc(size ? size : 1);

        memcpy(copy, data, size);
        if (packed_init(&packed, copy, size, shapes, PACKED_MODIFIED, NULL) == 0) {
                read_everything(&packed.base, 0);
                packed_deinit(&packed);
        }
        free(copy);
}

static void damage(Shaped *shaped)
{
        const ShapeTable *shapes = shaped ? &shaped->table : NULL;
        Buffer buffer = BUFFER_INIT;
        PackedInstance packed;

        pack_all(&buffer, shaped);
        for (size_t size = 0; size < buffer.size; size++) {
                void *copy = malloc(size ? size : 1);

                memcpy(copy, buffer.data, size);
                assert_int_equal(packed_init(&packed, copy, size, shapes, 0, NULL), PACKED_INVALID);
                free(copy);
        }
        for (size_t bit = 0; bit < buffer.size * 8; bit++) {
                buffer.data[bit / 8] ^= (char)(1 << bit % 8);
                try_block(buffer.data, buffer.size, shapes);
                buffer.data[bit / 8] ^= (char)(1 << bit % 8);
        }
        for (size_t i = 0; i + 4 <= buffer.size; i += 4) {
                static const uint32_t evil[] = { 0, 1, 8, 0x7FFFFFFF, 0x80000000, 0xFFFFFFF8, 0xFFFFFFFF };
                uint32_t original;

                memcpy(&original, buffer.data + i, 4);
                for (size_t e = 0; e < ARRAY_SIZE(evil); e++) {
                        memcpy(buffer.data + i, &evil[e], 4);
                        try_block(buffer.data, buffer.size, shapes);
                }
                memcpy(buffer.data + i, &original, 4);
        }
        buffer_deinit(&buffer);
}

static void test_damage(void **state)
{
        Shaped shaped;

        damage(NULL);
        shaped_init(&shaped);
        damage(&shaped);
        shaped_deinit(&shaped);
}

static void test_unknown_shape(void **state)
{
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT;
        ShapeTable empty;
        Shaped shaped;

        shaped_init(&shaped);
        shape_table_init(&empty);
        pack_all(&buffer, &shaped);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, NULL, 0, NULL), PACKED_INVALID);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, &empty, 0, NULL), PACKED_INVALID);
        buffer_deinit(&buffer);
        shaped_deinit(&shaped);
}

static void test_append_refuses(void **state)
{
        MI_Instance *outer = NULL, *bad;
        Buffer buffer = BUFFER_INIT;

        buffer_append(&buffer, "12345678", 8);
        for (unsigned i = 0; i < VALUE_DEPTH_MAX + 3; i++) {
                MI_Value value = { .instance = outer };
                MI_Instance *next;

                assert_int_equal(instance_new_dynamic(&next, "Nest", 0), 0);
                if (outer)
                        MI_Instance_AddElement(next, "Inner", &value, MI_INSTANCE, MI_FLAG_ADOPT);
                outer = next;
        }
        assert_int_equal(packed_append(&buffer, outer, NULL), -EINVAL);
        assert_int_equal(buffer.size, 8);
        assert_false(buffer.failed);
        instance_delete(outer);

        /* a provider that says "exists" and gives no string */
        bad = fixture_person(1);
        ((Person *)bad)->Comment.exists = MI_TRUE;
        assert_int_equal(packed_append(&buffer, bad, NULL), -EINVAL);
        assert_int_equal(buffer.size, 8);
        ((Person *)bad)->Comment.exists = MI_FALSE;
        assert_int_equal(packed_append(&buffer, bad, NULL), 0);
        instance_delete(bad);
        buffer_deinit(&buffer);
}

static void test_big_string(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *instance = fixture_person(1);
        char *text = malloc(FRAME_SIZE_MAX + 2);
        Buffer buffer = BUFFER_INIT;
        PackedInstance packed;

        memset(text, 'x', FRAME_SIZE_MAX + 1);
        text[FRAME_SIZE_MAX + 1] = '\0';
        fixture_set_string(instance, "Name", text);
        assert_int_equal(packed_append(&buffer, instance, NULL), -EMSGSIZE);
        assert_int_equal(buffer.size, 0);
        text[1024 * 1024] = '\0';
        fixture_set_string(instance, "Name", text);
        assert_int_equal(packed_append(&buffer, instance, NULL), 0);
        assert_int_equal(packed_init(&packed, buffer.data, buffer.size, NULL, 0, NULL), 0);
        assert_string_equal(instance_string(&packed.base, "Name"), text);
        packed_deinit(&packed);
        buffer_deinit(&buffer);
        free(text);
}

/*
 * A few elements are packed in one go, selected ones one by one: the same bytes, whatever values and names there are. Up to 16 elements are
 * few.
 */
static void check_plain(const MI_Instance *instance)
{
        const char *names[32];
        Selection selection = { .names = names, .count = instance_count(instance) };
        Buffer whole = BUFFER_INIT, selected = BUFFER_INIT;
        PackedInstance packed;
        Element element;

        for (uint32_t i = 0; i < selection.count; i++) {
                assert_true(instance_element(instance, i, &element));
                names[i] = element.name;
        }
        buffer_append_zero(&whole, 8);
        buffer_append_zero(&selected, 8);
        assert_int_equal(packed_append(&whole, instance, NULL), 0);
        assert_int_equal(packed_append(&selected, instance, &selection), 0);
        assert_int_equal(whole.size, selected.size);
        assert_memory_equal(whole.data, selected.data, whole.size);
        assert_int_equal(packed_init(&packed, whole.data + 8, whole.size - 8, NULL, PACKED_MODIFIED, NULL), 0);
        assert_true(instance_equal(instance, &packed.base));
        packed_deinit(&packed);
        buffer_deinit(&whole);
        buffer_deinit(&selected);
}

static void test_plain(void **state)
{
        _cleanup_(instance_deletep) MI_Instance *inner = fixture_person(7), *instance = NULL, *received = NULL;
        PackedInstance packed;
        Buffer buffer = BUFFER_INIT;
        MI_Value value, text = { .string = (MI_Char *)"0123456789" };

        assert_int_equal(instance_new_dynamic(&instance, "T_Plain", MI_FLAG_CLASS), 0);
        check_plain(instance);
        for (unsigned i = 0; i < 20; i++) {
                MI_Type type = i == 10 || i >= MI_DATETIME ? MI_STRING : (MI_Type)i;
                char name[16];

                snprintf(name, sizeof(name), "p%u%s", i, i % 3 ? "" : "_long");
                value = fixture_value(type, inner);
                assert_int_equal(MI_Instance_AddElement(instance, name,
                                                        i % 4 == 1 ? NULL
                                                        : i == 14  ? &text
                                                                   : &value,
                                                        type, i == 2 ? MI_FLAG_KEY : 0),
                                 MI_RESULT_OK);
                check_plain(instance);
                if (i == 5)
                        assert_int_equal(MI_Instance_SetNameSpace(instance, "root/here"), MI_RESULT_OK);
                if (i == 7)
                        assert_int_equal(MI_Instance_SetServerName(instance, "here"), MI_RESULT_OK);
        }
        /* what was received is not marked as changed */
        buffer_append_zero(&buffer, 8);
        assert_int_equal(packed_append(&buffer, inner, NULL), 0);
        assert_int_equal(packed_init(&packed, buffer.data + 8, buffer.size - 8, NULL, 0, NULL), 0);
        assert_int_equal(instance_clone_dynamic(&received, &packed.base), 0);
        check_plain(received);
        packed_deinit(&packed);
        buffer_deinit(&buffer);

        value = fixture_value(MI_UINT32A, inner);
        assert_int_equal(MI_Instance_AddElement(instance, "list", &value, MI_UINT32A, 0), MI_RESULT_OK);
        check_plain(instance);
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_inline),
                cmocka_unit_test(test_shaped),
                cmocka_unit_test(test_clone_keeps_shape),
                cmocka_unit_test(test_copy_on_write),
                cmocka_unit_test(test_modified_flags),
                cmocka_unit_test(test_selection),
                cmocka_unit_test(test_whole_class),
                cmocka_unit_test(test_damage),
                cmocka_unit_test(test_unknown_shape),
                cmocka_unit_test(test_append_refuses),
                cmocka_unit_test(test_big_string),
                cmocka_unit_test(test_plain),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
