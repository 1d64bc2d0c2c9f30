#include <errno.h>
#include <string.h>

#include "model/decl.h"
#include "registry/decl.h"
#include "util/error.h"
#include "util/text.h"

enum {
        MEMBERS_MAX = 65536, /* properties, methods, parameters or qualifiers of one declaration */
        ARRAY_MAX = 1 << 20,
};

/*
 * A place in the words. The first thing that does not fit marks it; from then on it reads zeros, so that only the end of each
 * record asks how it went.
 */
typedef struct Cursor {
        const DeclReader *reader;
        Arena *arena;
        uint32_t next;
        int error;
} Cursor;

/* 0 is no failure. */
static void fail(Cursor *cursor, int r)
{
        if (r && !cursor->error)
                cursor->error = r;
}

static uint32_t get_word(Cursor *cursor)
{
        if (cursor->error || cursor->next >= cursor->reader->n_words) {
                fail(cursor, DECL_MALFORMED);
                return 0;
        }
        return cursor->reader->words[cursor->next++];
}

static const char *get_string(Cursor *cursor)
{
        uint32_t offset = get_word(cursor);

        if (cursor->error || offset == FORMAT_NONE)
                return NULL;
        if (offset >= cursor->reader->strings_size) {
                fail(cursor, DECL_MALFORMED);
                return NULL;
        }
        return cursor->reader->strings + offset;
}

/* A name: a string that has to be there. */
static const char *get_name(Cursor *cursor)
{
        const char *name = get_string(cursor);

        if (!name || !*name) {
                fail(cursor, DECL_MALFORMED);
                return "";
        }
        return name;
}

/* A count of things that take at least one word each. */
static uint32_t get_count(Cursor *cursor, uint32_t max)
{
        uint32_t count = get_word(cursor);

        if (cursor->error || count > max || count > cursor->reader->n_words - cursor->next) {
                fail(cursor, DECL_MALFORMED);
                return 0;
        }
        return count;
}

static void *get_memory(Cursor *cursor, size_t size)
{
        void *memory = arena_zalloc(cursor->arena, size ? size : 1);

        if (!memory)
                fail(cursor, error_origin(-ENOMEM));
        return memory;
}

static const uint8_t scalar_sizes[] = {
        [MI_BOOLEAN] = 1, [MI_UINT8] = 1,
        [MI_SINT8] = 1,   [MI_UINT16] = 2,
        [MI_SINT16] = 2,  [MI_CHAR16] = 2,
        [MI_UINT32] = 4,  [MI_SINT32] = 4,
        [MI_REAL32] = 4,  [MI_UINT64] = 8,
        [MI_SINT64] = 8,  [MI_REAL64] = 8,
        [MI_STRING] = 8,  [MI_DATETIME] = sizeof(MI_Datetime),
};

static void get_scalar(Cursor *cursor, MI_Type type, void *data)
{
        uint32_t words[sizeof(MI_Datetime) / sizeof(uint32_t)] = { 0 };
        const char *string;

        switch (type) {
        case MI_STRING:
                string = get_string(cursor);
                memcpy(data, &string, sizeof(string));
                return;
        case MI_DATETIME:
                for (size_t i = 0; i < ARRAY_SIZE(words); i++)
                        words[i] = get_word(cursor);
                break;
        case MI_UINT64:
        case MI_SINT64:
        case MI_REAL64:
                words[0] = get_word(cursor);
                words[1] = get_word(cursor);
                break;
        default:
                words[0] = get_word(cursor);
                break;
        }
        memcpy(data, words, scalar_sizes[type]);
}

static const void *get_value(Cursor *cursor, uint32_t type)
{
        uint32_t scalar = type & ~(uint32_t)MI_ARRAY;
        MI_Array array;
        MI_Value *value;
        char *data;

        if (!get_word(cursor) || cursor->error)
                return NULL;
        if (scalar >= ARRAY_SIZE(scalar_sizes) || !scalar_sizes[scalar]) {
                fail(cursor, DECL_MALFORMED);
                return NULL;
        }
        value = get_memory(cursor, sizeof(*value));
        if (!value)
                return NULL;
        if (!(type & MI_ARRAY)) {
                get_scalar(cursor, (MI_Type)scalar, value);
                return value;
        }

        array.size = get_count(cursor, ARRAY_MAX);
        data = get_memory(cursor, (size_t)array.size * scalar_sizes[scalar]);
        if (!data)
                return NULL;
        for (uint32_t i = 0; i < array.size && !cursor->error; i++)
                get_scalar(cursor, (MI_Type)scalar, data + (size_t)i * scalar_sizes[scalar]);
        array.data = data;
        memcpy(value, &array, sizeof(array));
        return value;
}

static MI_Qualifier **get_qualifiers(Cursor *cursor, MI_Uint32 *countp)
{
        uint32_t count = get_count(cursor, MEMBERS_MAX);
        MI_Qualifier **list, *qualifiers;

        *countp = 0;
        if (!count)
                return NULL;
        list = get_memory(cursor, count * sizeof(*list));
        qualifiers = get_memory(cursor, count * sizeof(*qualifiers));
        if (!list || !qualifiers)
                return NULL;
        for (uint32_t i = 0; i < count && !cursor->error; i++) {
                qualifiers[i].name = get_name(cursor);
                qualifiers[i].type = get_word(cursor);
                qualifiers[i].flavor = get_word(cursor);
                qualifiers[i].value = get_value(cursor, qualifiers[i].type);
                list[i] = &qualifiers[i];
        }
        *countp = count;
        return list;
}

/* A cursor elsewhere in the same words. */
static Cursor cursor_at(const Cursor *cursor, uint32_t place)
{
        return (Cursor){ .reader = cursor->reader, .arena = cursor->arena, .next = place };
}

static int read_property(Cursor cursor, MI_PropertyDecl *property)
{
        property->flags = get_word(&cursor);
        property->name = get_name(&cursor);
        property->code = text_code(property->name);
        property->type = get_word(&cursor);
        property->className = get_string(&cursor);
        property->subscript = get_word(&cursor);
        property->origin = get_string(&cursor);
        property->propagator = get_string(&cursor);
        if (property->type > MI_INSTANCEA)
                fail(&cursor, DECL_MALFORMED);
        property->value = get_value(&cursor, property->type);
        property->qualifiers = (const MI_Qualifier *const *)get_qualifiers(&cursor, &property->numQualifiers);
        return cursor.error;
}

static void get_parameter(Cursor *cursor, MI_ParameterDecl *parameter)
{
        parameter->flags = get_word(cursor);
        parameter->name = get_name(cursor);
        parameter->code = text_code(parameter->name);
        parameter->type = get_word(cursor);
        parameter->className = get_string(cursor);
        parameter->subscript = get_word(cursor);
        parameter->qualifiers = (const MI_Qualifier *const *)get_qualifiers(cursor, &parameter->numQualifiers);
        if (parameter->type > MI_INSTANCEA)
                fail(cursor, DECL_MALFORMED);
}

static int read_method(Cursor cursor, MI_MethodDecl *method)
{
        MI_ParameterDecl **list, *parameters;

        method->flags = get_word(&cursor);
        method->name = get_name(&cursor);
        method->code = text_code(method->name);
        method->returnType = get_word(&cursor);
        method->origin = get_string(&cursor);
        method->propagator = get_string(&cursor);
        method->qualifiers = (const MI_Qualifier *const *)get_qualifiers(&cursor, &method->numQualifiers);
        method->numParameters = get_count(&cursor, MEMBERS_MAX);
        if (cursor.error)
                return cursor.error;

        list = get_memory(&cursor, method->numParameters * sizeof(*list));
        parameters = get_memory(&cursor, method->numParameters * sizeof(*parameters));
        if (!list || !parameters)
                return cursor.error;
        for (uint32_t i = 0; i < method->numParameters && !cursor.error; i++) {
                get_parameter(&cursor, &parameters[i]);
                list[i] = &parameters[i];
        }
        method->parameters = (const MI_ParameterDecl *const *)list;
        if (cursor.error)
                return cursor.error;
        method_layout(method);
        return 0;
}

/* Where the superclass's member of the same index was read, so that qualifiers and values need not be read again. */
static bool is_shared(const DeclReader *reader, uint32_t super_members, uint32_t super_n, uint32_t index,
                      uint32_t place)
{
        return super_members != FORMAT_NONE && index < super_n && reader->words[super_members + index] == place;
}

static void get_properties(Cursor *cursor, MI_ClassDecl *decl, const MI_ClassDecl *super, uint32_t super_members)
{
        MI_PropertyDecl **list = get_memory(cursor, decl->numProperties * sizeof(*list));
        MI_PropertyDecl *properties = get_memory(cursor, decl->numProperties * sizeof(*properties));

        if (!list || !properties)
                return;
        for (uint32_t i = 0; i < decl->numProperties && !cursor->error; i++) {
                uint32_t place = get_word(cursor);

                /* a copy, since offsets are each class's own */
                if (super && is_shared(cursor->reader, super_members, super->numProperties, i, place))
                        properties[i] = *super->properties[i];
                else
                        fail(cursor, read_property(cursor_at(cursor, place), &properties[i]));
                list[i] = &properties[i];
        }
        decl->properties = (const MI_PropertyDecl *const *)list;
}

static void get_methods(Cursor *cursor, MI_ClassDecl *decl, const MI_ClassDecl *super, uint32_t super_members)
{
        MI_MethodDecl **list = get_memory(cursor, decl->numMethods * sizeof(*list));

        if (!list)
                return;
        for (uint32_t i = 0; i < decl->numMethods && !cursor->error; i++) {
                uint32_t place = get_word(cursor);

                if (super && is_shared(cursor->reader, super_members, super->numMethods, i, place)) {
                        list[i] = (MI_MethodDecl *)super->methods[i];
                        continue;
                }
                list[i] = get_memory(cursor, sizeof(*list[i]));
                if (list[i])
                        fail(cursor, read_method(cursor_at(cursor, place), list[i]));
        }
        decl->methods = (const MI_MethodDecl *const *)list;
}

/* The words up to the members' places: name, superclass, qualifiers and the two counts. */
static void get_head(Cursor *cursor, MI_ClassDecl *decl)
{
        decl->flags = get_word(cursor);
        decl->name = get_name(cursor);
        decl->code = text_code(decl->name);
        decl->superClass = get_string(cursor);
        decl->qualifiers = (const MI_Qualifier *const *)get_qualifiers(cursor, &decl->numQualifiers);
        decl->numProperties = get_count(cursor, MEMBERS_MAX);
        decl->numMethods = get_count(cursor, MEMBERS_MAX);
        if (decl->numProperties + decl->numMethods > cursor->reader->n_words - cursor->next)
                fail(cursor, DECL_MALFORMED);
}

static const MI_SchemaDecl no_schema = { NULL, 0, NULL, 0 };

int decl_read(const DeclReader *reader, Arena *arena, uint32_t place, const DeclSuper *super, MI_ClassDecl **declp,
              uint32_t *membersp)
{
        Cursor cursor = { .reader = reader, .arena = arena, .next = place };
        const MI_ClassDecl *super_decl = super ? super->decl : NULL;
        uint32_t super_members = super ? super->members : FORMAT_NONE;
        MI_ClassDecl *decl;

        decl = get_memory(&cursor, sizeof(*decl));
        if (!decl)
                return cursor.error;
        get_head(&cursor, decl);
        if (cursor.error)
                return cursor.error;

        *membersp = cursor.next;
        get_properties(&cursor, decl, super_decl, super_members);
        if (super_decl && super_members != FORMAT_NONE)
                super_members += super_decl->numProperties;
        get_methods(&cursor, decl, super_decl, super_members);
        if (cursor.error)
                return cursor.error;

        decl->superClassDecl = (MI_ClassDecl *)super_decl;
        decl->schema = &no_schema;
        decl_layout(decl);
        *declp = decl;
        return 0;
}
