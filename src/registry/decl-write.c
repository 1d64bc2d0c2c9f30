#include <errno.h>
#include <string.h>

#include "registry/decl.h"
#include "util/error.h"

void string_heap_init(StringHeap *heap)
{
        buffer_init(&heap->bytes, FORMAT_STRINGS_MAX);
        str_map_init(&heap->places, false);
        arena_init(&heap->arena, 65536);
}

void string_heap_deinit(StringHeap *heap)
{
        buffer_deinit(&heap->bytes);
        str_map_deinit(&heap->places);
        arena_deinit(&heap->arena);
}

int string_heap_add(StringHeap *heap, const char *string, uint32_t *offsetp)
{
        uintptr_t place;
        char *key;
        int r;

        if (!string) {
                *offsetp = FORMAT_NONE;
                return 0;
        }
        place = (uintptr_t)str_map_get(&heap->places, string);
        if (place) {
                *offsetp = (uint32_t)(place - 1);
                return 0;
        }

        place = heap->bytes.size;
        r = buffer_append(&heap->bytes, string, strlen(string) + 1);
        if (r)
                return error_trace(r);
        key = arena_strdup(&heap->arena, string);
        if (!key)
                return error_origin(-ENOMEM);
        r = str_map_add(&heap->places, key, (void *)(place + 1));
        if (r)
                return error_trace(r);
        *offsetp = (uint32_t)place;
        return 0;
}

void decl_writer_init(DeclWriter *writer, StringHeap *heap)
{
        *writer = (DeclWriter){ .heap = heap };
        buffer_init(&writer->words, (size_t)FORMAT_DECLS_MAX);
        id_map_init(&writer->places);
}

void decl_writer_deinit(DeclWriter *writer)
{
        buffer_deinit(&writer->words);
        id_map_deinit(&writer->places);
}

static void put_word(DeclWriter *writer, uint32_t word)
{
        int r;

        if (writer->error)
                return;
        r = buffer_append(&writer->words, &word, sizeof(word));
        if (r)
                writer->error = error_trace(r);
}

static void put_string(DeclWriter *writer, const char *string)
{
        uint32_t offset = FORMAT_NONE;
        int r;

        if (writer->error)
                return;
        r = string_heap_add(writer->heap, string, &offset);
        if (r)
                writer->error = error_trace(r);
        put_word(writer, offset);
}

static void put_u64(DeclWriter *writer, uint64_t value)
{
        put_word(writer, (uint32_t)value);
        put_word(writer, (uint32_t)(value >> 32));
}

static void put_datetime(DeclWriter *writer, const MI_Datetime *datetime)
{
        uint32_t words[sizeof(*datetime) / sizeof(uint32_t)];

        memcpy(words, datetime, sizeof(words));
        for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
                put_word(writer, words[i]);
}

/* Element `index` of an array, or with index 0 a scalar, at `data`. */
static void put_scalar(DeclWriter *writer, MI_Type type, const void *data, uint32_t index)
{
        switch (type) {
        case MI_BOOLEAN:
        case MI_UINT8:
        case MI_SINT8:
                put_word(writer, ((const uint8_t *)data)[index]);
                break;
        case MI_UINT16:
        case MI_SINT16:
        case MI_CHAR16:
                put_word(writer, ((const uint16_t *)data)[index]);
                break;
        case MI_UINT32:
        case MI_SINT32:
        case MI_REAL32:
                put_word(writer, ((const uint32_t *)data)[index]);
                break;
        case MI_UINT64:
        case MI_SINT64:
        case MI_REAL64:
                put_u64(writer, ((const uint64_t *)data)[index]);
                break;
        case MI_DATETIME:
                put_datetime(writer, &((const MI_Datetime *)data)[index]);
                break;
        case MI_STRING:
                put_string(writer, ((char *const *)data)[index]);
                break;
        default:
                break;
        }
}

/* A word that says whether there is a value, then the value. Objects are never values of a declaration. */
static void put_value(DeclWriter *writer, MI_Type type, const void *value)
{
        MI_Type scalar = (MI_Type)(type & ~MI_ARRAY);

        if (!value || scalar == MI_INSTANCE || scalar == MI_REFERENCE || scalar > MI_INSTANCE) {
                put_word(writer, 0);
                return;
        }
        put_word(writer, 1);
        if (type & MI_ARRAY) {
                const MI_Array *array = value;

                put_word(writer, array->data ? array->size : 0);
                for (uint32_t i = 0; array->data && i < array->size; i++)
                        put_scalar(writer, scalar, array->data, i);
                return;
        }
        put_scalar(writer, scalar, value, 0);
}

static void put_qualifiers(DeclWriter *writer, const MI_Qualifier *const *qualifiers, uint32_t count)
{
        put_word(writer, qualifiers ? count : 0);
        for (uint32_t i = 0; qualifiers && i < count; i++) {
                put_string(writer, qualifiers[i]->name);
                put_word(writer, qualifiers[i]->type);
                put_word(writer, qualifiers[i]->flavor);
                put_value(writer, (MI_Type)qualifiers[i]->type, qualifiers[i]->value);
        }
}

static uint32_t known_place(const DeclWriter *writer, const void *record)
{
        uintptr_t place = (uintptr_t)id_map_get(&writer->places, (uintptr_t)record);

        return place ? (uint32_t)(place - 1) : FORMAT_NONE;
}

static uint32_t new_place(DeclWriter *writer, const void *record)
{
        uintptr_t place = writer->words.size / sizeof(uint32_t);
        int r;

        r = id_map_add(&writer->places, (uintptr_t)record, (void *)(place + 1));
        if (r && !writer->error)
                writer->error = error_trace(r);
        return (uint32_t)place;
}

static uint32_t put_property(DeclWriter *writer, const MI_PropertyDecl *property)
{
        uint32_t place = known_place(writer, property);

        if (place != FORMAT_NONE)
                return place;
        place = new_place(writer, property);
        put_word(writer, property->flags);
        put_string(writer, property->name);
        put_word(writer, property->type);
        put_string(writer, property->className);
        put_word(writer, property->subscript);
        put_string(writer, property->origin);
        put_string(writer, property->propagator);
        put_value(writer, (MI_Type)property->type, property->value);
        put_qualifiers(writer, (const MI_Qualifier *const *)property->qualifiers, property->numQualifiers);
        return place;
}

static void put_parameter(DeclWriter *writer, const MI_ParameterDecl *parameter)
{
        put_word(writer, parameter->flags);
        put_string(writer, parameter->name);
        put_word(writer, parameter->type);
        put_string(writer, parameter->className);
        put_word(writer, parameter->subscript);
        put_qualifiers(writer, (const MI_Qualifier *const *)parameter->qualifiers, parameter->numQualifiers);
}

static uint32_t put_method(DeclWriter *writer, const MI_MethodDecl *method)
{
        uint32_t place = known_place(writer, method);

        if (place != FORMAT_NONE)
                return place;
        place = new_place(writer, method);
        put_word(writer, method->flags);
        put_string(writer, method->name);
        put_word(writer, method->returnType);
        put_string(writer, method->origin);
        put_string(writer, method->propagator);
        put_qualifiers(writer, (const MI_Qualifier *const *)method->qualifiers, method->numQualifiers);
        put_word(writer, method->numParameters);
        for (uint32_t i = 0; i < method->numParameters; i++)
                put_parameter(writer, method->parameters[i]);
        return place;
}

int decl_write(DeclWriter *writer, const MI_ClassDecl *decl, uint32_t *placep)
{
        uint32_t *places;
        uint32_t n = decl->numProperties + decl->numMethods;

        places = calloc(n + 1, sizeof(*places));
        if (!places)
                return error_origin(-ENOMEM);
        for (uint32_t i = 0; i < decl->numProperties; i++)
                places[i] = put_property(writer, decl->properties[i]);
        for (uint32_t i = 0; i < decl->numMethods; i++)
                places[decl->numProperties + i] = put_method(writer, decl->methods[i]);

        *placep = (uint32_t)(writer->words.size / sizeof(uint32_t));
        put_word(writer, decl->flags);
        put_string(writer, decl->name);
        put_string(writer, decl->superClass);
        put_qualifiers(writer, (const MI_Qualifier *const *)decl->qualifiers, decl->numQualifiers);
        put_word(writer, decl->numProperties);
        put_word(writer, decl->numMethods);
        for (uint32_t i = 0; i < n; i++)
                put_word(writer, places[i]);
        free(places);
        return writer->error;
}
