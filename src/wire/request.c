#include <errno.h>
#include <string.h>

#include "model/value.h"
#include "util/error.h"
#include "wire/cursor.h"
#include "wire/request.h"

/* Strings that a request may have, in their order on the wire: a bit in `strings` for each that is there */
static const struct {
        size_t offset;
        uint32_t limit;
} strings[] = {
        { offsetof(Request, name_space), REQUEST_NAME_MAX },
        { offsetof(Request, class_name), REQUEST_NAME_MAX },
        { offsetof(Request, method), REQUEST_NAME_MAX },
        { offsetof(Request, query_language), REQUEST_NAME_MAX },
        { offsetof(Request, query), REQUEST_QUERY_MAX },
        { offsetof(Request, association_class), REQUEST_NAME_MAX },
        { offsetof(Request, result_class), REQUEST_NAME_MAX },
        { offsetof(Request, role), REQUEST_NAME_MAX },
        { offsetof(Request, result_role), REQUEST_NAME_MAX },
        { offsetof(Request, bookmark), REQUEST_QUERY_MAX },
        { offsetof(Request, locale), REQUEST_NAME_MAX },
};

enum {
        HAS_INSTANCE = 1,
        HAS_PARAMETERS = 2,
        HAS_PROPERTIES = 4,
        HAS_OPTIONS = 8,
};

/* The fixed part, as it lies in the frame */
typedef struct Fixed {
        uint32_t verb;
        uint32_t flags;
        uint32_t mi_flags;
        uint32_t hops;
        uint32_t credit;
        uint32_t channels;
        uint32_t write_error_mode;
        uint32_t prompt_mode;
        uint32_t delivery;
        uint32_t strings;
        uint32_t has;
        uint32_t n_properties;
        uint64_t deadline_ms;
        uint32_t n_options;
        uint32_t reserved;
} Fixed;

_Static_assert(sizeof(Fixed) == 64, "fixed part of a request");

static inline const char *string_at(const Request *request, size_t i)
{
        return *(const char *const *)((const char *)request + strings[i].offset);
}

static inline bool is_static_instance(const MI_Instance *instance)
{
        return instance && instance_kind(instance) == INSTANCE_STATIC;
}

static int pack_options(Buffer *buffer, const Request *request)
{
        int r;

        for (uint32_t i = 0; i < request->n_options; i++) {
                const RequestOption *option = &request->options[i];

                cursor_put_u32(buffer, (uint32_t)option->type);
                cursor_put_u32(buffer, option->must_comply);
                cursor_put_string(buffer, option->name ? option->name : "");
                r = packed_value_append(buffer, &option->value, option->type);
                if (r < 0)
                        return r;
        }
        return 0;
}

static int pack_instance(Buffer *buffer, const MI_Instance *instance, const SenderShape *shape)
{
        if (!instance)
                return 0;
        buffer_align(buffer, 8);
        return shape ? packed_append_shaped(buffer, instance, shape) : packed_append(buffer, instance, NULL);
}

/* Of all strings, in one go: it is the same work for every request. */
static int pack_strings(Buffer *buffer, const Request *request, uint32_t present, const uint32_t *lengths)
{
        size_t size = 0;
        char *to;

        for (uint32_t left = present; left; left &= left - 1)
                size += 4 + ALIGN_UP((size_t)lengths[__builtin_ctz(left)] + 1, (size_t)4);
        to = buffer_extend(buffer, size);
        if (!to)
                return -ENOMEM;
        for (uint32_t left = present; left; left &= left - 1) {
                unsigned i = (unsigned)__builtin_ctz(left);
                size_t padded = ALIGN_UP((size_t)lengths[i] + 1, (size_t)4);

                memcpy(to, &lengths[i], 4);
                memset(to + padded, 0, 4); /* the end of the text and what is behind it */
                memcpy(to + 4, string_at(request, i), lengths[i]);
                to += 4 + padded;
        }
        return 0;
}

static int pack_body(Buffer *buffer, const Request *request, uint32_t present, const uint32_t *lengths,
                     const SenderShape *instance_shape, const SenderShape *parameters_shape)
{
        Fixed fixed = { .verb = (uint32_t)request->verb,
                        .flags = request->flags,
                        .mi_flags = request->mi_flags,
                        .hops = request->hops,
                        .credit = request->credit,
                        .channels = request->channels,
                        .write_error_mode = request->write_error_mode,
                        .prompt_mode = request->prompt_mode,
                        .delivery = request->delivery,
                        .strings = present,
                        .n_properties = request->properties ? request->n_properties : 0,
                        .deadline_ms = request->deadline_ms,
                        .n_options = request->n_options };
        int r;

        fixed.has = (request->instance ? HAS_INSTANCE : 0) | (request->parameters ? HAS_PARAMETERS : 0) |
                    (request->properties ? HAS_PROPERTIES : 0) | (request->n_options ? HAS_OPTIONS : 0);

        buffer_append(buffer, &fixed, sizeof(fixed));
        r = pack_strings(buffer, request, fixed.strings, lengths);
        if (r < 0)
                return r;
        for (uint32_t i = 0; i < fixed.n_properties; i++)
                cursor_put_string(buffer, request->properties[i]);
        r = pack_options(buffer, request);
        if (r == 0)
                r = pack_instance(buffer, request->instance, instance_shape);
        if (r == 0)
                r = pack_instance(buffer, request->parameters, parameters_shape);
        return r;
}

static int shape_for(ShapeSender *sender, Buffer *buffer, const MI_Instance *instance, SenderShape **shapep)
{
        int r;

        *shapep = NULL;
        if (!sender || !is_static_instance(instance))
                return 0;
        r = shape_sender_get(sender, buffer, instance->classDecl, NULL, shapep);
        return r == SHAPE_FULL ? 0 : r;
}

int request_pack(Buffer *buffer, uint64_t operation, const Request *request, ShapeSender *sender)
{
        SenderShape *instance_shape = NULL, *parameters_shape = NULL;
        uint32_t lengths[ARRAY_SIZE(strings)], present = 0;
        size_t frame;
        int r;

        if (request->n_options > REQUEST_OPTIONS_MAX || request->n_properties > REQUEST_PROPERTIES_MAX)
                return -EMSGSIZE;
        for (size_t i = 0; i < ARRAY_SIZE(strings); i++) {
                const char *text = string_at(request, i);

                if (!text)
                        continue;
                lengths[i] = (uint32_t)strnlen(text, (size_t)strings[i].limit + 1);
                if (lengths[i] > strings[i].limit)
                        return -EMSGSIZE;
                present |= UINT32_C(1) << i;
        }
        r = shape_for(sender, buffer, request->instance, &instance_shape);
        if (r == 0)
                r = shape_for(sender, buffer, request->parameters, &parameters_shape);
        if (r)
                return r;

        frame = frame_begin(buffer, FRAME_REQUEST, 0, operation);
        r = pack_body(buffer, request, present, lengths, instance_shape, parameters_shape);
        if (r < 0) {
                buffer->size = frame;
                buffer->failed = false;
                return r;
        }
        return frame_end(buffer, frame);
}

static int parse_properties(Request *request, Cursor *cursor, const Fixed *fixed)
{
        const char **names;

        if (!(fixed->has & HAS_PROPERTIES))
                return fixed->n_properties ? REQUEST_INVALID : 0;
        if (fixed->n_properties > REQUEST_PROPERTIES_MAX || fixed->n_properties > cursor_left(cursor) / 4)
                return REQUEST_INVALID;
        names = arena_alloc(&request->arena, MAX(fixed->n_properties, 1u) * sizeof(*names));
        if (!names)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < fixed->n_properties; i++) {
                names[i] = cursor_string(cursor, REQUEST_NAME_MAX);
                if (!names[i])
                        return REQUEST_INVALID;
        }
        request->properties = names;
        request->n_properties = fixed->n_properties;
        return 0;
}

static int parse_options(Request *request, Cursor *cursor, const Fixed *fixed)
{
        RequestOption *options;

        if (fixed->n_options > REQUEST_OPTIONS_MAX || fixed->n_options > cursor_left(cursor) / 12)
                return REQUEST_INVALID;
        if (!fixed->n_options)
                return 0;
        options = arena_zalloc(&request->arena, fixed->n_options * sizeof(*options));
        if (!options)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < fixed->n_options; i++) {
                options[i].type = (MI_Type)cursor_u32(cursor);
                options[i].must_comply = cursor_u32(cursor) != 0;
                options[i].name = cursor_string(cursor, REQUEST_NAME_MAX);
                if (!options[i].name ||
                    !packed_value_parse(cursor, &request->arena, &options[i].value, options[i].type))
                        return REQUEST_INVALID;
        }
        request->options = options;
        request->n_options = fixed->n_options;
        return 0;
}

static int parse_instance(Cursor *cursor, PackedInstance *packed, const ShapeTable *shapes)
{
        size_t size;
        int r;

        cursor_align(cursor, 8);
        if (cursor->failed)
                return REQUEST_INVALID;
        r = packed_init(packed, cursor->at, cursor_left(cursor), shapes, PACKED_MODIFIED, &size);
        if (r)
                return r < 0 ? r : REQUEST_INVALID;
        cursor_take(cursor, size);
        return 0;
}

static int parse_body(Request *request, Cursor *cursor, const Fixed *fixed, const ShapeTable *shapes)
{
        int r;

        if (fixed->strings >> ARRAY_SIZE(strings))
                return REQUEST_INVALID;
        for (uint32_t left = fixed->strings; left; left &= left - 1) {
                unsigned i = (unsigned)__builtin_ctz(left);

                *(const char **)((char *)request + strings[i].offset) = cursor_string(cursor, strings[i].limit);
        }
        if (cursor->failed)
                return REQUEST_INVALID;
        r = parse_properties(request, cursor, fixed);
        if (r == 0)
                r = parse_options(request, cursor, fixed);
        if (r == 0 && (fixed->has & HAS_INSTANCE)) {
                r = parse_instance(cursor, &request->packed_instance, shapes);
                request->instance = r == 0 ? &request->packed_instance.base : NULL;
        }
        if (r == 0 && (fixed->has & HAS_PARAMETERS)) {
                r = parse_instance(cursor, &request->packed_parameters, shapes);
                request->parameters = r == 0 ? &request->packed_parameters.base : NULL;
        }
        return r;
}

/* Does the request have what its verb is about? */
static const char *what_is_missing(const Request *request)
{
        if (!request->name_space && request->verb != REQUEST_TEST)
                return "the request names no namespace";
        switch (request->verb) {
        case REQUEST_GET:
        case REQUEST_CREATE:
        case REQUEST_MODIFY:
        case REQUEST_DELETE:
        case REQUEST_ASSOCIATORS:
        case REQUEST_REFERENCES:
                if (!request->instance)
                        return "the request has no instance";
                break;
        case REQUEST_ENUMERATE:
        case REQUEST_GET_CLASS:
                if (!request->class_name)
                        return "the request names no class";
                break;
        case REQUEST_QUERY:
        case REQUEST_SUBSCRIBE:
                if (!request->query || !request->query_language)
                        return "the request has no query or names no query language";
                break;
        case REQUEST_INVOKE:
                if (!request->method)
                        return "the request names no method";
                if (!request->class_name && !request->instance)
                        return "the request names no class";
                break;
        default:
                break;
        }
        return NULL;
}

int request_parse(Request *request, const Frame *frame, const ShapeTable *shapes, const char **whyp)
{
        Cursor cursor;
        Fixed fixed;
        int r;

        /* all but the arena's first chunk, which nobody reads before it is written */
        memset(request, 0, offsetof(Request, packed_instance));
        request->packed_instance.base.ft = NULL;
        request->packed_parameters.base.ft = NULL;
        arena_init_static(&request->arena, request->arena_chunk, sizeof(request->arena_chunk));
        *whyp = NULL;

        if (frame->type != FRAME_REQUEST || frame->operation == 0 || frame->size < sizeof(fixed))
                return REQUEST_INVALID;
        memcpy(&fixed, frame->payload, sizeof(fixed));
        cursor_init(&cursor, frame->payload, frame->size);
        cursor_take(&cursor, sizeof(fixed));
        if (fixed.verb == REQUEST_NONE || fixed.verb >= _REQUEST_VERBS)
                return REQUEST_INVALID;

        request->verb = (RequestVerb)fixed.verb;
        request->flags = fixed.flags;
        request->mi_flags = fixed.mi_flags;
        request->hops = fixed.hops;
        request->credit = fixed.credit ? fixed.credit : REQUEST_CREDIT_DEFAULT;
        request->deadline_ms = fixed.deadline_ms;
        request->channels = fixed.channels;
        request->write_error_mode = fixed.write_error_mode;
        request->prompt_mode = fixed.prompt_mode;
        request->delivery = fixed.delivery;
        r = parse_body(request, &cursor, &fixed, shapes);
        if (r) {
                request_deinit(request);
                return r;
        }
        *whyp = what_is_missing(request);
        return *whyp ? REQUEST_MALFORMED : 0;
}

/* Of the only frame in the buffer */
static int repack(Buffer *to, const Frame *frame, const char *bookmark)
{
        const char *why;
        Request request;
        int r;

        r = request_parse(&request, frame, NULL, &why);
        if (r == REQUEST_INVALID)
                return error_origin(-EINVAL);
        if (r >= 0) {
                request.bookmark = bookmark;
                r = request_pack(to, frame->operation, &request, NULL);
                request_deinit(&request);
        }
        return r;
}

int request_set_bookmark(Buffer *buffer, const char *bookmark)
{
        Buffer changed = BUFFER_INIT;
        FrameReader reader;
        Frame frame;
        int r;

        frame_reader_init(&reader, FRAME_SIZE_MAX);
        r = frame_reader_feed(&reader, buffer->data, buffer->size);
        if (r == 0)
                r = frame_reader_next(&reader, &frame);
        if (r == 0)
                r = repack(&changed, &frame, bookmark);
        else if (r > 0)
                r = error_origin(-EINVAL);
        frame_reader_deinit(&reader);
        if (r < 0) {
                buffer_deinit(&changed);
                return r;
        }
        buffer_deinit(buffer);
        *buffer = changed;
        return 0;
}

void request_deinit(Request *request)
{
        packed_deinit(&request->packed_instance);
        packed_deinit(&request->packed_parameters);
        if (request->arena.static_chunk)
                arena_deinit(&request->arena);
        request->arena = (Arena){ 0 };
}
