#include <errno.h>

#include "model/decl.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"
#include "wire/class.h"
#include "wire/cursor.h"
#include "wire/packed.h"

enum {
        CLASS_NAME_MAX = 4096, /* bytes of any name */
};

static int put_value(Buffer *buffer, const void *from, MI_Type type)
{
        MI_Value value = { 0 };

        if (from && type_is_known(type)) {
                value_load(&value, from, type);
                /* arrays and strings may be there without contents: null */
                if (type == MI_STRING && !value.string)
                        from = NULL;
        }
        cursor_put_u32(buffer, from ? 1 : 0);
        return from ? packed_value_append(buffer, &value, type) : 0;
}

static int put_qualifiers(Buffer *buffer, const MI_Qualifier *const *qualifiers, uint32_t count)
{
        int r = 0;

        cursor_put_u32(buffer, count);
        for (uint32_t i = 0; r == 0 && i < count; i++) {
                cursor_put_u32(buffer, qualifiers[i]->type);
                cursor_put_u32(buffer, qualifiers[i]->flavor);
                cursor_put_string(buffer, qualifiers[i]->name);
                r = put_value(buffer, qualifiers[i]->value, (MI_Type)qualifiers[i]->type);
        }
        return r;
}

/* What properties and parameters have in common */
static int put_feature(Buffer *buffer, const MI_ParameterDecl *feature)
{
        cursor_put_u32(buffer, feature->flags);
        cursor_put_u32(buffer, feature->type);
        cursor_put_u32(buffer, feature->subscript);
        cursor_put_string(buffer, feature->name);
        cursor_put_string(buffer, feature->className);
        return put_qualifiers(buffer, feature->qualifiers, feature->numQualifiers);
}

static int put_property(Buffer *buffer, const MI_PropertyDecl *property)
{
        int r;

        /* MI_PropertyDecl begins as MI_ParameterDecl does */
        r = put_feature(buffer, (const MI_ParameterDecl *)property);
        if (r < 0)
                return r;
        cursor_put_string(buffer, property->origin);
        cursor_put_string(buffer, property->propagator);
        return put_value(buffer, property->value, (MI_Type)property->type);
}

static int put_method(Buffer *buffer, const MI_MethodDecl *method)
{
        int r;

        cursor_put_u32(buffer, method->flags);
        cursor_put_u32(buffer, method->returnType);
        cursor_put_string(buffer, method->name);
        cursor_put_string(buffer, method->origin);
        cursor_put_string(buffer, method->propagator);
        r = put_qualifiers(buffer, method->qualifiers, method->numQualifiers);
        cursor_put_u32(buffer, method->numParameters);
        for (MI_Uint32 i = 0; r == 0 && i < method->numParameters; i++)
                r = put_feature(buffer, method->parameters[i]);
        return r;
}

static int put_class(Buffer *buffer, const MI_ClassDecl *decl)
{
        int r;

        cursor_put_u32(buffer, decl->flags);
        cursor_put_string(buffer, decl->name);
        cursor_put_string(buffer, decl->superClassDecl ? decl->superClassDecl->name : decl->superClass);
        r = put_qualifiers(buffer, decl->qualifiers, decl->numQualifiers);
        cursor_put_u32(buffer, decl->numProperties);
        for (MI_Uint32 i = 0; r == 0 && i < decl->numProperties; i++)
                r = put_property(buffer, decl->properties[i]);
        cursor_put_u32(buffer, decl->numMethods);
        for (MI_Uint32 i = 0; r == 0 && i < decl->numMethods; i++)
                r = put_method(buffer, decl->methods[i]);
        return r;
}

int packed_class_append(Buffer *buffer, const MI_ClassDecl *decl)
{
        size_t start = buffer->size, size;
        uint32_t number = 0;
        int r;

        if (buffer->failed)
                return -ENOMEM;
        if (start % 8)
                return error_origin(-EINVAL);
        cursor_put_u32(buffer, 0);
        r = put_class(buffer, decl);
        buffer_align(buffer, 8);
        size = buffer->size - start;
        if (r == 0 && buffer->failed)
                r = -ENOMEM;
        if (r == 0 && size > CLASS_SIZE_MAX)
                r = -EMSGSIZE;
        if (r < 0) {
                buffer->size = start;
                buffer->failed = false;
                return r;
        }
        number = (uint32_t)size;
        memcpy(buffer->data + start, &number, sizeof(number));
        return 0;
}

typedef struct ClassParser {
        Cursor cursor;
        Arena *arena;
        int error;
} ClassParser;

/* Remembers the first error and gives NULL. */
static void *fail(ClassParser *parser, int r)
{
        if (!parser->error)
                parser->error = r;
        return NULL;
}

static void *take(ClassParser *parser, size_t size)
{
        void *memory = arena_zalloc(parser->arena, size);

        return memory ? memory : fail(parser, error_origin(-ENOMEM));
}

/* An array of pointers to `count` zeroed objects; each is at least `least` bytes in the block. */
static void **take_objects(ClassParser *parser, uint32_t count, uint32_t limit, size_t size, size_t least)
{
        void **pointers;
        char *objects;

        if (count > limit || count > cursor_left(&parser->cursor) / least)
                return fail(parser, CLASS_INVALID);
        if (!count)
                return NULL;
        pointers = take(parser, count * sizeof(*pointers));
        objects = pointers ? take(parser, count * size) : NULL;
        for (uint32_t i = 0; objects && i < count; i++)
                pointers[i] = objects + i * size;
        return objects ? pointers : NULL;
}

static const char *take_text(ClassParser *parser, bool needed)
{
        const char *text = cursor_string(&parser->cursor, CLASS_NAME_MAX);

        if (!text || (needed && !*text))
                return needed ? fail(parser, CLASS_INVALID) : NULL;
        text = arena_strdup(parser->arena, text);
        return text ? text : fail(parser, error_origin(-ENOMEM));
}

static const void *take_value(ClassParser *parser, MI_Type type)
{
        MI_Value value, copy = { 0 };
        void *memory;
        int r;

        if (cursor_u32(&parser->cursor) == 0)
                return NULL;
        if (!packed_value_parse(&parser->cursor, parser->arena, &value, type))
                return fail(parser, CLASS_INVALID);
        r = value_copy_in(parser->arena, &copy, &value, type);
        if (r < 0)
                return fail(parser, r == -EINVAL ? CLASS_INVALID : r);
        memory = take(parser, sizeof(MI_Value));
        if (memory)
                value_store(memory, &copy, type);
        return memory;
}

static bool is_good(const ClassParser *parser)
{
        return !parser->error && !parser->cursor.failed;
}

static const MI_Qualifier *const *take_qualifiers(ClassParser *parser, MI_Uint32 *countp)
{
        uint32_t count = cursor_u32(&parser->cursor);
        MI_Qualifier **qualifiers;

        qualifiers = (MI_Qualifier **)take_objects(parser, count, CLASS_QUALIFIERS_MAX, sizeof(MI_Qualifier), 16);
        for (uint32_t i = 0; qualifiers && i < count && is_good(parser); i++) {
                qualifiers[i]->type = cursor_u32(&parser->cursor);
                qualifiers[i]->flavor = cursor_u32(&parser->cursor);
                qualifiers[i]->name = take_text(parser, true);
                if (!type_is_known((MI_Type)qualifiers[i]->type))
                        return fail(parser, CLASS_INVALID);
                qualifiers[i]->value = take_value(parser, (MI_Type)qualifiers[i]->type);
        }
        *countp = qualifiers ? count : 0;
        return (const MI_Qualifier *const *)qualifiers;
}

static void take_feature(ClassParser *parser, MI_ParameterDecl *feature)
{
        feature->flags = cursor_u32(&parser->cursor);
        feature->type = cursor_u32(&parser->cursor);
        feature->subscript = cursor_u32(&parser->cursor);
        feature->name = take_text(parser, true);
        feature->className = take_text(parser, false);
        if (feature->name)
                feature->code = text_code(feature->name);
        if (!type_is_known((MI_Type)feature->type))
                fail(parser, CLASS_INVALID);
        else
                feature->qualifiers = take_qualifiers(parser, &feature->numQualifiers);
}

static void take_properties(ClassParser *parser, MI_ClassDecl *decl)
{
        uint32_t count = cursor_u32(&parser->cursor);
        MI_PropertyDecl **properties;

        properties = (MI_PropertyDecl **)take_objects(parser, count, CLASS_PROPERTIES_MAX, sizeof(MI_PropertyDecl), 40);
        for (uint32_t i = 0; properties && i < count && is_good(parser); i++) {
                take_feature(parser, (MI_ParameterDecl *)properties[i]);
                if (!is_good(parser))
                        return;
                properties[i]->origin = take_text(parser, false);
                properties[i]->propagator = take_text(parser, false);
                properties[i]->value = take_value(parser, (MI_Type)properties[i]->type);
        }
        decl->properties = (const MI_PropertyDecl *const *)properties;
        decl->numProperties = properties ? count : 0;
}

static void take_parameters(ClassParser *parser, MI_MethodDecl *method)
{
        uint32_t count = cursor_u32(&parser->cursor);
        MI_ParameterDecl **parameters;

        parameters =
                (MI_ParameterDecl **)take_objects(parser, count, CLASS_PROPERTIES_MAX, sizeof(MI_ParameterDecl), 28);
        for (uint32_t i = 0; parameters && i < count && is_good(parser); i++)
                take_feature(parser, parameters[i]);
        method->parameters = (const MI_ParameterDecl *const *)parameters;
        method->numParameters = parameters ? count : 0;
}

static void take_methods(ClassParser *parser, MI_ClassDecl *decl)
{
        uint32_t count = cursor_u32(&parser->cursor);
        MI_MethodDecl **methods;

        methods = (MI_MethodDecl **)take_objects(parser, count, CLASS_METHODS_MAX, sizeof(MI_MethodDecl), 32);
        for (uint32_t i = 0; methods && i < count && is_good(parser); i++) {
                MI_MethodDecl *method = methods[i];

                method->flags = cursor_u32(&parser->cursor);
                method->returnType = cursor_u32(&parser->cursor);
                method->name = take_text(parser, true);
                method->origin = take_text(parser, false);
                method->propagator = take_text(parser, false);
                method->qualifiers = take_qualifiers(parser, &method->numQualifiers);
                take_parameters(parser, method);
                if (!is_good(parser))
                        return;
                method->code = text_code(method->name);
                method_layout(method);
        }
        decl->methods = (const MI_MethodDecl *const *)methods;
        decl->numMethods = methods ? count : 0;
}

int packed_class_parse(Arena *arena, const void *data, size_t size, MI_ClassDecl **declp, size_t *sizep)
{
        ClassParser parser = { .arena = arena };
        uint32_t block_size = 0;
        MI_ClassDecl *decl;

        if (size >= sizeof(block_size))
                memcpy(&block_size, data, sizeof(block_size));
        if (block_size < 8 || block_size % 8 || block_size > size || block_size > CLASS_SIZE_MAX)
                return CLASS_INVALID;
        cursor_init(&parser.cursor, data, block_size);
        cursor_u32(&parser.cursor);
        decl = take(&parser, sizeof(*decl));
        if (!decl)
                return parser.error;

        decl->flags = cursor_u32(&parser.cursor);
        decl->name = take_text(&parser, true);
        decl->superClass = take_text(&parser, false);
        decl->qualifiers = take_qualifiers(&parser, &decl->numQualifiers);
        if (is_good(&parser))
                take_properties(&parser, decl);
        if (is_good(&parser))
                take_methods(&parser, decl);
        if (parser.error)
                return parser.error;
        if (parser.cursor.failed || (decl->flags & MI_FLAG_METHOD))
                return CLASS_INVALID;
        decl->code = text_code(decl->name);
        decl_layout(decl);
        *declp = decl;
        if (sizep)
                *sizep = block_size;
        return 0;
}
