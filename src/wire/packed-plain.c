/*
 * Packing what most requests carry: a few elements of a dynamic instance, all of them numbers or strings. How long the texts are is looked
 * at first, so that the block is written in one go.
 */

#include <errno.h>
#include <string.h>

#include "model/instance-private.h"
#include "wire/packed-private.h"

enum {
        ELEMENTS_MAX = 16,
        HEAP_MAX = 32 * 1024,
};

typedef struct Plain {
        const Dynamic *dynamic;
        size_t class_name, name_space, server;             /* lengths, without the NUL */
        size_t names[ELEMENTS_MAX], strings[ELEMENTS_MAX]; /* likewise; of elements that have a string */
        size_t heap;                                       /* bytes of all of them */
} Plain;

typedef struct Writer {
        uint8_t *block;
        uint8_t *next; /* in the heap */
} Writer;

static inline bool is_string(const DynamicElement *element)
{
        return element->exists && element->type == MI_STRING;
}

static inline void measure_text(Plain *plain, const char *text, size_t *lengthp)
{
        *lengthp = strlen(text);
        plain->heap += *lengthp + 1;
}

static bool measure(Plain *plain, const MI_Instance *instance)
{
        const Dynamic *dynamic = instance_dynamic(instance);

        if (dynamic->count > ELEMENTS_MAX)
                return false;
        plain->dynamic = dynamic;
        plain->name_space = plain->server = plain->heap = 0;
        measure_text(plain, dynamic->decl.name, &plain->class_name);
        if (instance->nameSpace)
                measure_text(plain, instance->nameSpace, &plain->name_space);
        if (instance->serverName)
                measure_text(plain, instance->serverName, &plain->server);
        for (uint32_t i = 0; i < dynamic->count; i++) {
                const DynamicElement *element = &dynamic->elements[i];

                if ((unsigned)element->type >= MI_DATETIME && element->type != MI_STRING)
                        return false;
                measure_text(plain, element->name, &plain->names[i]);
                plain->strings[i] = 0;
                if (!is_string(element))
                        continue;
                if (!element->value.string)
                        return false;
                measure_text(plain, element->value.string, &plain->strings[i]);
        }
        return plain->heap <= HEAP_MAX;
}

static inline uint64_t write_text(Writer *writer, const char *text, size_t length)
{
        uint64_t slot = (uint64_t)length << 32 | (uint64_t)(writer->next - writer->block);

        memcpy(writer->next, text, length + 1);
        writer->next += length + 1;
        return slot;
}

static void write_element(Writer *writer, const Plain *plain, uint32_t index, uint8_t *state, uint8_t *slot,
                          uint8_t *to)
{
        const DynamicElement *element = &plain->dynamic->elements[index];
        uint64_t name = write_text(writer, element->name, plain->names[index]), content = 0;
        MI_Value number = { 0 };
        PackedElement packed = { .name = (uint32_t)name,
                                 .name_length = (uint32_t)(name >> 32),
                                 .flags = element->flags & ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_NOT_MODIFIED |
                                                                        MI_FLAG_BORROW | MI_FLAG_ADOPT),
                                 .type = (uint32_t)element->type };

        memcpy(to, &packed, sizeof(packed));
        if (is_string(element)) {
                content = write_text(writer, element->value.string, plain->strings[index]);
        } else if (element->exists) {
                value_load(&number, &element->value, element->type);
                if (element->type == MI_BOOLEAN)
                        number.boolean = number.boolean ? MI_TRUE : MI_FALSE;
                memcpy(&content, &number, sizeof(content));
        }
        memcpy(slot, &content, sizeof(content));
        *state = (uint8_t)((element->exists ? PACKED_EXISTS : 0) | (element->state & FIELD_MODIFIED ? PACKED_SET : 0));
}

int packed_append_plain(Buffer *buffer, const MI_Instance *instance, MI_Uint32 flags)
{
        size_t states, slots, elements, fixed, size;
        PackedHeader header = { .flags = flags };
        uint32_t count;
        Writer writer;
        Plain plain;

        if (!measure(&plain, instance))
                return PLAIN_NOT;
        count = plain.dynamic->count;
        states = sizeof(header);
        slots = states + ALIGN_UP((size_t)count, (size_t)8);
        elements = slots + (size_t)count * 8;
        fixed = elements + (size_t)count * sizeof(PackedElement);
        size = ALIGN_UP(fixed + plain.heap, (size_t)8);
        writer.block = buffer_extend(buffer, size);
        if (!writer.block)
                return -ENOMEM;
        writer.next = writer.block + fixed;

        memset(writer.block + states, 0, slots - states);
        memset(writer.block + size - 8, 0, 8); /* behind the heap */
        header.size = (uint32_t)size;
        header.count = count;
        header.class_name = write_text(&writer, plain.dynamic->decl.name, plain.class_name);
        if (instance->nameSpace)
                header.name_space = write_text(&writer, instance->nameSpace, plain.name_space);
        if (instance->serverName)
                header.server = write_text(&writer, instance->serverName, plain.server);
        memcpy(writer.block, &header, sizeof(header));
        for (uint32_t i = 0; i < count; i++)
                write_element(&writer, &plain, i, writer.block + states + i, writer.block + slots + (size_t)i * 8,
                              writer.block + elements + (size_t)i * sizeof(PackedElement));
        return 0;
}
