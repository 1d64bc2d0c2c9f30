/*
 * Packing: instances of any kind into blocks
 */

#include <errno.h>
#include <string.h>

#include "model/instance-private.h"
#include "model/value.h"
#include "util/error.h"
#include "wire/packed-private.h"
#include "wire/packed.h"

typedef struct Packer {
        Buffer *buffer;
        size_t start;  /* of the block, in the buffer */
        size_t states; /* likewise */
        size_t slots;
} Packer;

static int pack_block(Buffer *buffer, const MI_Instance *instance, const Selection *selection, unsigned depth);

static inline uint8_t *at(const Packer *packer, size_t offset)
{
        return (uint8_t *)packer->buffer->data + offset;
}

static inline void put_slot(const Packer *packer, uint32_t index, uint64_t slot)
{
        memcpy(at(packer, packer->slots + (size_t)index * 8), &slot, 8);
}

static inline uint64_t slot_of(uint32_t offset, uint32_t length)
{
        return (uint64_t)length << 32 | offset;
}

/* Where the next byte of the heap will lie, counted from the block's start */
static inline uint32_t heap_offset(const Packer *packer)
{
        return (uint32_t)(packer->buffer->size - packer->start);
}

static int heap_string(const Packer *packer, const char *text, uint64_t *slotp)
{
        size_t length;
        char *to;

        if (unlikely(!text))
                return -EINVAL;
        length = strlen(text);
        if (unlikely(length > FRAME_SIZE_MAX))
                return -EMSGSIZE;
        *slotp = slot_of(heap_offset(packer), (uint32_t)length);
        to = buffer_extend(packer->buffer, length + 1);
        if (unlikely(!to))
                return -ENOMEM;
        memcpy(to, text, length + 1);
        return 0;
}

/* A nested block, whose start is aligned. */
static int heap_instance(const Packer *packer, const MI_Instance *instance, unsigned depth, uint64_t *slotp)
{
        uint32_t offset;
        int r;

        if (!instance || !instance->ft)
                return -EINVAL;
        buffer_align(packer->buffer, 8);
        offset = heap_offset(packer);
        r = pack_block(packer->buffer, instance, NULL, depth + 1);
        if (r < 0)
                return r;
        *slotp = slot_of(offset, heap_offset(packer) - offset);
        return 0;
}

/* Arrays of strings and instances are a table of slots, then what these mean. */
static int heap_table(const Packer *packer, const MI_Value *value, MI_Type scalar, unsigned depth)
{
        size_t table = packer->buffer->size;
        uint64_t slot;
        int r;

        if (!buffer_extend(packer->buffer, (size_t)value->array.size * 8))
                return -ENOMEM;
        for (uint32_t i = 0; i < value->array.size; i++) {
                if (scalar == MI_STRING)
                        r = heap_string(packer, value->stringa.data[i], &slot);
                else
                        r = heap_instance(packer, value->instancea.data[i], depth, &slot);
                if (r < 0)
                        return r;
                memcpy(at(packer, table + (size_t)i * 8), &slot, 8);
        }
        return 0;
}

static int heap_array(const Packer *packer, const MI_Value *value, MI_Type type, unsigned depth, uint64_t *slotp)
{
        MI_Type scalar = type_scalar(type);

        if (value->array.size > VALUE_ARRAY_MAX)
                return -EMSGSIZE;
        if (value->array.size && !value->array.data)
                return -EINVAL;
        buffer_align(packer->buffer, 8);
        *slotp = slot_of(heap_offset(packer), value->array.size);
        if (!value->array.size)
                return 0;
        if (type_has_pointers(scalar))
                return heap_table(packer, value, scalar, depth);
        return buffer_append(packer->buffer, value->array.data, value->array.size * type_size(scalar));
}

/* `from` is where the bare value lies: in an MI_Value, or in a field, which may be aligned to less. */
static inline int pack_value(const Packer *packer, uint32_t index, const void *from, MI_Type type, unsigned depth)
{
        MI_Value value;
        uint64_t slot = 0;
        int r = 0;

        switch ((unsigned)type) {
        case MI_BOOLEAN:
                slot = *(const MI_Boolean *)from ? 1 : 0;
                break;
        case MI_UINT8:
        case MI_SINT8:
                memcpy(&slot, from, 1);
                break;
        case MI_UINT16:
        case MI_SINT16:
        case MI_CHAR16:
                memcpy(&slot, from, 2);
                break;
        case MI_UINT32:
        case MI_SINT32:
        case MI_REAL32:
                memcpy(&slot, from, 4);
                break;
        case MI_UINT64:
        case MI_SINT64:
        case MI_REAL64:
                memcpy(&slot, from, 8);
                break;
        case MI_DATETIME:
                buffer_align(packer->buffer, 4);
                slot = slot_of(heap_offset(packer), sizeof(MI_Datetime));
                r = buffer_append(packer->buffer, from, sizeof(MI_Datetime));
                break;
        case MI_STRING:
                r = heap_string(packer, *(const char *const *)from, &slot);
                break;
        case MI_REFERENCE:
        case MI_INSTANCE:
                r = heap_instance(packer, *(const MI_Instance *const *)from, depth, &slot);
                break;
        default:
                value_load(&value, from, type);
                r = heap_array(packer, &value, type, depth, &slot);
        }
        if (unlikely(r < 0))
                return r;
        put_slot(packer, index, slot);
        return 0;
}

/* The fixed part of a block with all elements null; its size is set by finish(). */
static int begin(Packer *packer, Buffer *buffer, const MI_Instance *instance, uint32_t shape, uint32_t count,
                 MI_Uint32 flags)
{
        size_t states = ALIGN_UP((size_t)count, (size_t)8), slots = (size_t)count * 8;
        size_t elements = shape ? 0 : (size_t)count * sizeof(PackedElement);
        PackedHeader header = { .shape = shape, .count = count, .flags = flags };
        uint8_t *block;
        int r = 0;

        packer->buffer = buffer;
        packer->start = buffer->size;
        block = buffer_extend(buffer, sizeof(header) + states + slots + elements);
        if (!block)
                return -ENOMEM;
        packer->states = packer->start + sizeof(header);
        packer->slots = packer->states + states;
        memset(block + sizeof(header), 0, states + slots + elements);

        if (!shape)
                r = heap_string(packer, instance_class_name(instance), &header.class_name);
        if (r == 0 && instance->nameSpace)
                r = heap_string(packer, instance->nameSpace, &header.name_space);
        if (r == 0 && instance->serverName)
                r = heap_string(packer, instance->serverName, &header.server);
        if (r == 0)
                memcpy(at(packer, packer->start), &header, sizeof(header));
        return r;
}

static int finish(const Packer *packer)
{
        size_t size;
        uint32_t number;

        buffer_align(packer->buffer, 8);
        if (packer->buffer->failed)
                return -ENOMEM;
        size = packer->buffer->size - packer->start;
        if (size > FRAME_SIZE_MAX)
                return -EMSGSIZE;
        number = (uint32_t)size;
        memcpy(at(packer, packer->start), &number, sizeof(number));
        return 0;
}

static int pack_elements(const Packer *packer, const MI_Instance *instance, const Selection *selection, size_t elements,
                         unsigned depth)
{
        bool is_static = instance_kind(instance) == INSTANCE_STATIC;
        Element element;
        uint32_t to = 0;
        int r;

        for (uint32_t i = 0; instance_element(instance, i, &element); i++) {
                PackedElement entry = { .flags = element.flags & ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_NOT_MODIFIED |
                                                                              MI_FLAG_BORROW | MI_FLAG_ADOPT),
                                        .type = (uint32_t)element.type };
                uint8_t state = 0;
                uint64_t slot;

                if (!selection_wants(selection, element.name, element.flags))
                        continue;
                r = heap_string(packer, element.name, &slot);
                if (r < 0)
                        return r;
                entry.name = (uint32_t)slot;
                entry.name_length = (uint32_t)(slot >> 32);
                memcpy(at(packer, elements + (size_t)to * sizeof(entry)), &entry, sizeof(entry));

                if (!element.is_null) {
                        state = PACKED_EXISTS;
                        r = pack_value(packer, to, &element.value, element.type, depth);
                        if (r < 0)
                                return r;
                }
                /* generated code sets fields without a mark: what is there was set */
                if (!(element.flags & MI_FLAG_NOT_MODIFIED) || (is_static && !element.is_null))
                        state |= PACKED_SET;
                *at(packer, packer->states + to) = state;
                to++;
        }
        return 0;
}

static int pack_block(Buffer *buffer, const MI_Instance *instance, const Selection *selection, unsigned depth)
{
        MI_Uint32 flags = MI_FLAG_CLASS;
        uint32_t count = 0;
        Element element;
        Packer packer;
        int r;

        if (depth > VALUE_DEPTH_MAX)
                return -EINVAL;
        if (instance->classDecl)
                flags = instance->classDecl->flags & MI_FLAG_ANY;
        if (selection_is_all(selection)) {
                r = instance_kind(instance) == INSTANCE_DYNAMIC ? packed_append_plain(buffer, instance, flags)
                                                                : PLAIN_NOT;
                if (likely(r != PLAIN_NOT))
                        return r;
                count = instance_count(instance);
        } else {
                for (uint32_t i = 0; instance_element(instance, i, &element); i++)
                        count += selection_wants(selection, element.name, element.flags);
        }
        if (count > SHAPE_ELEMENTS_MAX)
                return -EMSGSIZE;

        r = begin(&packer, buffer, instance, 0, count, flags);
        if (r == 0)
                r = pack_elements(&packer, instance, selection, packer.slots + (size_t)count * 8, depth);
        return r < 0 ? r : finish(&packer);
}

/* Leaves the buffer as it was. */
static int give_up(Buffer *buffer, size_t start, int r)
{
        buffer->size = start;
        buffer->failed = false;
        return r;
}

int packed_append(Buffer *buffer, const MI_Instance *instance, const Selection *selection)
{
        size_t start = buffer->size;
        int r;

        if (buffer->failed)
                return -ENOMEM;
        r = pack_block(buffer, instance, selection, 0);
        return r < 0 ? give_up(buffer, start, r) : 0;
}

/* The fields of a static instance straight from its struct: the hot path of every enumeration. */
static int pack_fields(const Packer *packer, const MI_Instance *instance, const SenderShape *shape)
{
        for (uint32_t i = 0; i < shape->count; i++) {
                const SenderElement *element = &shape->elements[i];
                MI_Type type = (MI_Type)element->type;
                const char *field = (const char *)instance + element->offset;
                const uint8_t *state = (const uint8_t *)field + type_flags_offset(type);
                int r;

                if (!state[-1]) {
                        *at(packer, packer->states + i) = state[0] & FIELD_MODIFIED ? PACKED_SET : 0;
                        continue;
                }
                *at(packer, packer->states + i) = PACKED_EXISTS | PACKED_SET;
                r = pack_value(packer, i, field, type, 0);
                if (unlikely(r < 0))
                        return r;
        }
        return 0;
}

int packed_append_shaped(Buffer *buffer, const MI_Instance *instance, const SenderShape *shape)
{
        size_t start = buffer->size;
        Packer packer;
        int r;

        if (buffer->failed)
                return -ENOMEM;
        r = begin(&packer, buffer, instance, shape->id, shape->count, 0);
        if (r == 0)
                r = pack_fields(&packer, instance, shape);
        if (r == 0)
                r = finish(&packer);
        return unlikely(r < 0) ? give_up(buffer, start, r) : 0;
}
