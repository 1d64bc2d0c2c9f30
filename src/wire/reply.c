#include <errno.h>
#include <string.h>

#include "model/cim-error.h"
#include "model/class.h"
#include "model/decl.h"
#include "model/instance.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"
#include "wire/class.h"
#include "wire/cursor.h"
#include "wire/reply.h"

enum {
        NAME_MAX_SIZE = 4096,
        CHAIN_MAX = 64, /* superclasses that travel with a class */

        /* flags of frames */
        REPLY_HAS_INSTANCE = 1, /* an error, or a streamed instance */
        REPLY_WANTS_ANSWER = 2,
};

/* Takes a frame that cannot be finished off the buffer. */
static int take_back(Buffer *buffer, size_t frame, int r)
{
        buffer->size = frame;
        buffer->failed = false;
        return r;
}

static int finish(Buffer *buffer, size_t frame, uint32_t *costp)
{
        int r = frame_end(buffer, frame);

        if (r == 0 && costp)
                *costp = (uint32_t)(buffer->size - frame);
        return r;
}

/* Messages are cut at the limit, between characters. */
static void put_text(Buffer *buffer, const char *text)
{
        size_t length = text ? strnlen(text, REPLY_TEXT_MAX + 1) : 0;

        if (length <= REPLY_TEXT_MAX) {
                cursor_put_string(buffer, text);
                return;
        }
        length = REPLY_TEXT_MAX;
        while (length && ((unsigned char)text[length] & 0xC0) == 0x80)
                length--;
        cursor_put_u32(buffer, (uint32_t)length);
        buffer_append(buffer, text, length);
        buffer_append_zero(buffer, 1);
        buffer_align(buffer, 4);
}

/* The frame header is behind: shaped if the instance is static and there is room for its shape, else inline. */
static inline int put_instance(Buffer *buffer, const MI_Instance *instance, const SenderShape *shape,
                               const Selection *selection)
{
        return shape ? packed_append_shaped(buffer, instance, shape) : packed_append(buffer, instance, selection);
}

static int shape_for(ShapeSender *sender, Buffer *buffer, const MI_Instance *instance, Selection *selection,
                     SenderShape **shapep)
{
        int r;

        *shapep = NULL;
        if (!sender || instance_kind(instance) != INSTANCE_STATIC)
                return 0;
        r = shape_sender_get(sender, buffer, instance->classDecl, selection, shapep);
        return r == SHAPE_FULL ? 0 : r;
}

int reply_instance(Buffer *buffer, uint64_t operation, const MI_Instance *instance, ShapeSender *sender,
                   Selection *selection, uint32_t *costp)
{
        SenderShape *shape;
        size_t frame;
        int r;

        r = shape_for(sender, buffer, instance, selection, &shape);
        if (r)
                return r;
        frame = frame_begin(buffer, FRAME_INSTANCE, 0, operation);
        r = put_instance(buffer, instance, shape, selection);
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, costp);
}

int reply_indication(Buffer *buffer, uint64_t operation, const MI_Instance *instance, const char *bookmark,
                     const char *machine_id, ShapeSender *sender, Selection *selection, uint32_t *costp)
{
        SenderShape *shape;
        size_t frame;
        int r;

        r = shape_for(sender, buffer, instance, selection, &shape);
        if (r)
                return r;
        frame = frame_begin(buffer, FRAME_INDICATION, 0, operation);
        put_text(buffer, bookmark);
        put_text(buffer, machine_id);
        buffer_align(buffer, 8);
        r = put_instance(buffer, instance, shape, selection);
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, costp);
}

int reply_class(Buffer *buffer, uint64_t operation, const MI_ClassDecl *decl, const char *name_space,
                const char *server_name, uint32_t *costp)
{
        size_t frame = frame_begin(buffer, FRAME_CLASS, 0, operation);
        int r = 0;

        cursor_put_string(buffer, name_space);
        cursor_put_string(buffer, server_name);
        buffer_align(buffer, 8);
        for (unsigned i = 0; r == 0 && decl && i < CHAIN_MAX; decl = decl->superClassDecl, i++)
                r = packed_class_append(buffer, decl);
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, costp);
}

int reply_message(Buffer *buffer, uint64_t operation, uint32_t channel, const char *text)
{
        size_t frame = frame_begin(buffer, FRAME_MESSAGE, 0, operation);

        cursor_put_u32(buffer, channel);
        put_text(buffer, text);
        return finish(buffer, frame, NULL);
}

int reply_progress(Buffer *buffer, uint64_t operation, const char *activity, const char *current_operation,
                   const char *status, uint32_t percent, uint32_t seconds)
{
        size_t frame = frame_begin(buffer, FRAME_PROGRESS, 0, operation);

        cursor_put_u32(buffer, percent);
        cursor_put_u32(buffer, seconds);
        put_text(buffer, activity);
        put_text(buffer, current_operation);
        put_text(buffer, status);
        return finish(buffer, frame, NULL);
}

int reply_prompt(Buffer *buffer, uint64_t operation, uint32_t prompt, MI_PromptType type, const char *text,
                 bool wants_answer)
{
        size_t frame = frame_begin(buffer, FRAME_PROMPT, wants_answer ? REPLY_WANTS_ANSWER : 0, operation);

        cursor_put_u32(buffer, prompt);
        cursor_put_u32(buffer, (uint32_t)type);
        put_text(buffer, text);
        return finish(buffer, frame, NULL);
}

int reply_write_error(Buffer *buffer, uint64_t operation, uint32_t prompt, const MI_Instance *error, bool wants_answer)
{
        uint16_t flags = (uint16_t)((error ? REPLY_HAS_INSTANCE : 0) | (wants_answer ? REPLY_WANTS_ANSWER : 0));
        size_t frame = frame_begin(buffer, FRAME_WRITE_ERROR, flags, operation);
        int r = 0;

        cursor_put_u32(buffer, prompt);
        cursor_put_u32(buffer, 0);
        if (error)
                r = packed_append(buffer, error, NULL);
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, NULL);
}

static bool is_array_of_objects(MI_Type type)
{
        return type == MI_INSTANCEA || type == MI_REFERENCEA;
}

/* An array of objects travels as the one element of an instance, for an instance is what objects are packed into. */
static int append_objects(Buffer *buffer, const char *name, MI_Type type, const MI_Value *value)
{
        MI_Instance *wrapper;
        int r;

        r = instance_new_dynamic(&wrapper, "__Stream", 0);
        if (r)
                return r;
        if (MI_Instance_AddElement(wrapper, name, value, type, MI_FLAG_BORROW) == MI_RESULT_OK)
                r = packed_append(buffer, wrapper, NULL);
        else
                r = -EINVAL;
        MI_Instance_Delete(wrapper);
        return r;
}

int reply_stream(Buffer *buffer, uint64_t operation, const char *name, MI_Type type, const MI_Value *value,
                 uint32_t *costp)
{
        bool is_object = type == MI_INSTANCE || type == MI_REFERENCE || is_array_of_objects(type);
        size_t frame = frame_begin(buffer, FRAME_STREAM, is_object ? REPLY_HAS_INSTANCE : 0, operation);
        int r;

        cursor_put_u32(buffer, (uint32_t)type);
        cursor_put_string(buffer, name);
        if (is_object) {
                buffer_align(buffer, 8);
                if (is_array_of_objects(type))
                        r = append_objects(buffer, name, type, value);
                else
                        r = value->instance ? packed_append(buffer, value->instance, NULL) : -EINVAL;
        } else {
                r = packed_value_append(buffer, value, type);
        }
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, costp);
}

int reply_result(Buffer *buffer, uint64_t operation, MI_Result result, const char *message, const MI_Instance *error)
{
        size_t frame = frame_begin(buffer, FRAME_RESULT, error ? REPLY_HAS_INSTANCE : 0, operation);
        int r = 0;

        cursor_put_u32(buffer, (uint32_t)result);
        put_text(buffer, message ? message : cim_error_message(error));
        buffer_align(buffer, 8);
        if (error)
                r = packed_append(buffer, error, NULL);
        return r < 0 ? take_back(buffer, frame, r) : finish(buffer, frame, NULL);
}

static int parse_instance(Reply *reply, Cursor *cursor, const ShapeTable *shapes)
{
        int r;

        cursor_align(cursor, 8);
        if (cursor->failed)
                return REPLY_INVALID;
        r = packed_init(&reply->packed, cursor->at, cursor_left(cursor), shapes, 0, NULL);
        if (r)
                return r < 0 ? r : REPLY_INVALID;
        reply->instance = &reply->packed.base;
        return 0;
}

static int parse_class(Reply *reply, Cursor *cursor)
{
        _cleanup_(anchor_unrefp) Anchor *anchor = NULL;
        MI_ClassDecl *first = NULL, *last = NULL;
        int r;

        reply->text2 = cursor_string(cursor, NAME_MAX_SIZE);
        reply->text3 = cursor_string(cursor, NAME_MAX_SIZE);
        cursor_align(cursor, 8);
        if (cursor->failed)
                return REPLY_INVALID;
        r = anchor_new(&anchor);
        if (r < 0)
                return r;
        for (unsigned i = 0; cursor_left(cursor); i++) {
                MI_ClassDecl *decl;
                size_t size;

                if (i >= CHAIN_MAX)
                        return REPLY_INVALID;
                r = packed_class_parse(&anchor->arena, cursor->at, cursor_left(cursor), &decl, &size);
                if (r)
                        return r < 0 ? r : REPLY_INVALID;
                cursor_take(cursor, size);
                if (last) {
                        if (!last->superClass || !ascii_equal(last->superClass, decl->name))
                                return REPLY_INVALID;
                        last->superClassDecl = decl;
                }
                first = first ? first : decl;
                last = decl;
        }
        if (!first)
                return REPLY_INVALID;
        return class_new(&reply->class_object, first, anchor, reply->text2, reply->text3);
}

static int take_objects(Reply *reply)
{
        const char *name;
        MI_Type type;
        MI_Uint32 flags;

        if (MI_Instance_GetElementAt(reply->instance, 0, &name, &reply->value, &type, &flags) != MI_RESULT_OK ||
            type != reply->value_type || flags & MI_FLAG_NULL)
                return REPLY_INVALID;
        return 0;
}

static int parse_stream(Reply *reply, const Frame *frame, Cursor *cursor, const ShapeTable *shapes)
{
        int r;

        reply->value_type = (MI_Type)cursor_u32(cursor);
        reply->text = cursor_string(cursor, NAME_MAX_SIZE);
        if (!reply->text)
                return REPLY_INVALID;
        if (!(frame->flags & REPLY_HAS_INSTANCE)) {
                arena_init(&reply->arena, 0);
                return packed_value_parse(cursor, &reply->arena, &reply->value, reply->value_type) ? 0 : REPLY_INVALID;
        }
        if (reply->value_type != MI_INSTANCE && reply->value_type != MI_REFERENCE &&
            !is_array_of_objects(reply->value_type))
                return REPLY_INVALID;
        r = parse_instance(reply, cursor, shapes);
        if (r)
                return r;
        if (is_array_of_objects(reply->value_type))
                r = take_objects(reply);
        else
                reply->value.instance = reply->instance;
        reply->instance = NULL;
        return r;
}

static int parse_other(Reply *reply, const Frame *frame, Cursor *cursor, const ShapeTable *shapes)
{
        bool has_instance = frame->flags & REPLY_HAS_INSTANCE;

        reply->wants_answer = frame->flags & REPLY_WANTS_ANSWER;
        switch (frame->type) {
        case FRAME_INDICATION:
                reply->text = cursor_string(cursor, REPLY_TEXT_MAX);
                reply->text2 = cursor_string(cursor, REPLY_TEXT_MAX);
                has_instance = true;
                break;
        case FRAME_CLASS:
                return parse_class(reply, cursor);
        case FRAME_MESSAGE:
                reply->number = cursor_u32(cursor);
                reply->text = cursor_string(cursor, REPLY_TEXT_MAX);
                break;
        case FRAME_PROGRESS:
                reply->number = cursor_u32(cursor);
                reply->number2 = cursor_u32(cursor);
                reply->text = cursor_string(cursor, REPLY_TEXT_MAX);
                reply->text2 = cursor_string(cursor, REPLY_TEXT_MAX);
                reply->text3 = cursor_string(cursor, REPLY_TEXT_MAX);
                break;
        case FRAME_PROMPT:
                reply->number = cursor_u32(cursor);
                reply->number2 = cursor_u32(cursor);
                reply->text = cursor_string(cursor, REPLY_TEXT_MAX);
                break;
        case FRAME_WRITE_ERROR:
                reply->number = cursor_u32(cursor);
                cursor_u32(cursor);
                break;
        case FRAME_STREAM:
                return parse_stream(reply, frame, cursor, shapes);
        case FRAME_STARTED:
                break;
        case FRAME_RESULT:
                reply->result = (MI_Result)cursor_u32(cursor);
                reply->text = cursor_string(cursor, REPLY_TEXT_MAX);
                break;
        default:
                return REPLY_INVALID;
        }
        if (cursor->failed)
                return REPLY_INVALID;
        return has_instance ? parse_instance(reply, cursor, shapes) : 0;
}

int reply_parse(Reply *reply, const Frame *frame, const ShapeTable *shapes)
{
        Cursor cursor;
        int r;

        /* all but the packed instance, which is set when it is there */
        memset(reply, 0, offsetof(Reply, packed));
        reply->packed.base.ft = NULL;
        memset(&reply->value_type, 0, sizeof(*reply) - offsetof(Reply, value_type));
        reply->type = frame->type;
        reply->operation = frame->operation;
        cursor_init(&cursor, frame->payload, frame->size);
        if (likely(frame->type == FRAME_INSTANCE))
                return parse_instance(reply, &cursor, shapes);

        r = parse_other(reply, frame, &cursor, shapes);
        if (r)
                reply_deinit(reply);
        return r;
}

void reply_deinit(Reply *reply)
{
        packed_deinit(&reply->packed);
        if (reply->class_object)
                reply->class_object = class_delete(reply->class_object);
        if (reply->arena.chunks) {
                arena_deinit(&reply->arena);
                reply->arena = (Arena){ 0 };
        }
}
