/*
 * Every allocation fails once: model and wire then report, and neither leak nor crash (the sanitizers watch)
 */

#include "model/test-fixture.h"

#include "model/cim-error.h"
#include "model/class.h"
#include "model/options.h"
#include "model/path.h"
#include "model/property-set.h"
#include "wire/class.h"
#include "wire/reply.h"
#include "wire/request.h"

static long countdown = -1; /* allocations until the one that fails; -1: none does */
static bool has_failed;

/* The linker puts these in the place of the C library's (meson.build). */
void *__real_malloc(size_t size);
void *__real_calloc(size_t count, size_t size);
void *__real_realloc(void *memory, size_t size);
void *__wrap_malloc(size_t size);
void *__wrap_calloc(size_t count, size_t size);
void *__wrap_realloc(void *memory, size_t size);

static bool is_denied(void)
{
        if (countdown < 0 || countdown-- > 0)
                return false;
        has_failed = true;
        return true;
}

void *__wrap_malloc(size_t size)
{
        return is_denied() ? NULL : __real_malloc(size);
}

void *__wrap_calloc(size_t count, size_t size)
{
        return is_denied() ? NULL : __real_calloc(count, size);
}

void *__wrap_realloc(void *memory, size_t size)
{
        return is_denied() ? NULL : __real_realloc(memory, size);
}

typedef struct World {
        Arena arena;
        MI_ClassDecl *decl;
        MI_Instance *fixed;
        MI_Instance *dynamic;
        MI_Instance *packed;
        Buffer block; /* of the dynamic instance */
        Buffer class;
        Buffer request; /* frames */
        Buffer replies;
        MI_OperationOptions options;
} World;

static World world;

static void make_world(void)
{
        static MI_Char *strings[] = { "a", "b" };
        RequestOption option = { "t", MI_STRING, { .string = "x" }, true };
        Request request = { .verb = REQUEST_MODIFY, .name_space = "a", .options = &option, .n_options = 1 };
        ShapeSender sender;

        arena_init(&world.arena, 0);
        world.decl = fixture_all_types(&world.arena);
        world.fixed = fixture_all_values(world.decl);
        world.dynamic = fixture_all_values(NULL);
        packed_append(&world.block, world.dynamic, NULL);
        packed_new(&world.packed, world.block.data, world.block.size, NULL, 0);
        packed_class_append(&world.class, &person_decl);

        shape_sender_init(&sender);
        request.instance = world.fixed;
        request.parameters = world.dynamic;
        request_pack(&world.request, 1, &request, &sender);
        shape_sender_deinit(&sender);
        shape_sender_init(&sender);
        reply_instance(&world.replies, 1, world.fixed, &sender, NULL, NULL);
        reply_class(&world.replies, 1, &person_decl, "a", NULL, NULL);
        reply_stream(&world.replies, 1, "n", MI_STRINGA, &(MI_Value){ .stringa = { strings, 2 } }, NULL);
        reply_result(&world.replies, 1, MI_RESULT_FAILED, NULL, world.fixed);
        shape_sender_deinit(&sender);

        operation_options_init(&world.options, false);
        MI_OperationOptions_SetString(&world.options, "a", "b", 0);
        MI_OperationOptions_SetNumber(&world.options, "c", 1, 0);
}

static void end_world(void)
{
        MI_OperationOptions_Delete(&world.options);
        instance_delete(world.fixed);
        instance_delete(world.dynamic);
        instance_delete(world.packed);
        buffer_deinit(&world.block);
        buffer_deinit(&world.class);
        buffer_deinit(&world.request);
        buffer_deinit(&world.replies);
        arena_deinit(&world.arena);
}

static void clone(const MI_Instance *instance)
{
        MI_Instance *copy = NULL;

        if (instance_clone(&copy, instance) == 0)
                instance_delete(copy);
        if (instance_clone_dynamic(&copy, instance) == 0)
                instance_delete(copy);
}

static void do_clone(void)
{
        clone(world.fixed);
        clone(world.dynamic);
        clone(world.packed);
}

static void do_write(void)
{
        PackedInstance packed;

        if (packed_init(&packed, world.block.data, world.block.size, NULL, 0, NULL) != 0)
                return;
        MI_Instance_SetElement(&packed.base, "p5", &(MI_Value){ .uint32 = 1 }, MI_UINT32, 0);
        MI_Instance_AddElement(&packed.base, "x", NULL, MI_STRING, 0);
        packed_deinit(&packed);
}

static void do_class(void)
{
        MI_Class *class_object = NULL, *parent = NULL;
        MI_ClassDecl *decl;
        Arena arena;

        if (class_new_copy(&class_object, &person_decl, "a", "b") == 0) {
                MI_Class_GetParentClass(class_object, &parent);
                class_delete(parent);
                class_delete(class_object);
        }
        if (MI_Instance_GetClass(world.dynamic, &class_object) == MI_RESULT_OK)
                class_delete(class_object);
        arena_init(&arena, 0);
        packed_class_parse(&arena, world.class.data, world.class.size, &decl, NULL);
        arena_deinit(&arena);
}

static void do_options(void)
{
        MI_UserCredentials credentials = { .authenticationType = MI_AUTH_TYPE_BASIC };
        MI_DestinationOptions destination, copy;
        MI_OperationOptions options;

        if (MI_OperationOptions_Clone(&world.options, &options) == MI_RESULT_OK)
                MI_OperationOptions_Delete(&options);
        if (destination_options_init(&destination) != 0)
                return;
        credentials.credentials.usernamePassword.username = "u";
        credentials.credentials.usernamePassword.password = "p";
        MI_DestinationOptions_AddDestinationCredentials(&destination, &credentials);
        if (MI_DestinationOptions_Clone(&destination, &copy) == MI_RESULT_OK)
                MI_DestinationOptions_Delete(&copy);
        MI_DestinationOptions_Delete(&destination);
}

static void do_sets_and_errors(void)
{
        MI_PropertySet *set = NULL, *copy = NULL;
        MI_Instance *error = NULL;

        if (property_set_new(&set) == 0) {
                MI_PropertySet_AddElement(set, "a");
                if (MI_PropertySet_Clone(set, &copy) == MI_RESULT_OK)
                        property_set_delete(copy);
                property_set_delete(set);
        }
        if (cim_error_printf(&error, MI_RESULT_FAILED, "number %d", 1) == 0)
                instance_delete(error);
}

static void do_paths(void)
{
        MI_Instance *instance = NULL;
        Buffer buffer = BUFFER_INIT;
        const char *why;

        if (path_parse(&instance, "root/x:A.b=\"c\",g=2", NULL, &why) == 0)
                instance_delete(instance);
        path_print(&buffer, world.fixed);
        buffer_deinit(&buffer);
}

static void do_cast(void)
{
        MI_Instance *instance;
        Arena arena;

        arena_init(&arena, 0);
        instance_cast(&instance, &arena, world.decl, world.dynamic, NULL, 0, NULL);
        arena_deinit(&arena);
}

static void do_pack(void)
{
        Selection keys = { .keys_only = true };
        Buffer buffer = BUFFER_INIT;
        ShapeSender sender;

        shape_sender_init(&sender);
        reply_instance(&buffer, 1, world.fixed, &sender, &keys, NULL);
        reply_instance(&buffer, 1, world.fixed, &sender, NULL, NULL);
        reply_instance(&buffer, 1, world.dynamic, &sender, NULL, NULL);
        shape_sender_deinit(&sender);
        buffer_deinit(&buffer);
}

static int parse_frame(Frame *frame, ShapeTable *shapes)
{
        static Request request;
        const char *why;
        Reply reply;
        int r;

        if (frame->type == FRAME_SHAPE)
                return shape_table_define(shapes, frame);
        if (frame->type == FRAME_REQUEST) {
                r = request_parse(&request, frame, shapes, &why);
                if (r == 0)
                        request_deinit(&request);
                return r;
        }
        r = reply_parse(&reply, frame, shapes);
        if (r)
                return r;
        if (frame_keep(frame) == 0)
                frame_release(frame);
        reply_deinit(&reply);
        return 0;
}

static void parse(const Buffer *buffer)
{
        FrameReader reader;
        ShapeTable shapes;
        Frame frame;

        shape_table_init(&shapes);
        frame_reader_init(&reader, FRAME_SIZE_MAX);
        if (frame_reader_feed(&reader, buffer->data, buffer->size) == 0) {
                while (frame_reader_next(&reader, &frame) == 0 && parse_frame(&frame, &shapes) == 0)
                        continue;
        }
        frame_reader_deinit(&reader);
        shape_table_deinit(&shapes);
}

static void do_parse(void)
{
        parse(&world.request);
        parse(&world.replies);
}

static void test_every_allocation_fails(void **state)
{
        static void (*const operations[])(void) = { do_clone, do_write, do_class, do_options, do_sets_and_errors,
                                                    do_paths, do_cast,  do_pack,  do_parse };

        make_world();
        for (size_t i = 0; i < ARRAY_SIZE(operations); i++) {
                long n = 0;

                do {
                        has_failed = false;
                        countdown = n++;
                        operations[i]();
                        countdown = -1;
                } while (has_failed);
                assert_true(n > 1); /* it did allocate something */
        }
        end_world();
}

int main(void)
{
        const struct CMUnitTest tests[] = {
                cmocka_unit_test(test_every_allocation_fails),
        };

        return cmocka_run_group_tests(tests, NULL, NULL);
}
