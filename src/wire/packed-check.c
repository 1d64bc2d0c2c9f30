/*
 * Checking received blocks: one pass, linear in the block's size, because what is in the heap has to lie there in order
 */

#include <string.h>

#include "model/value.h"
#include "wire/packed-private.h"
#include "wire/packed.h"

typedef struct Checker {
        const uint8_t *block;
        uint32_t size;
        uint32_t heap; /* where the next object may begin at the earliest */
} Checker;

static inline uint64_t load64(const uint8_t *from)
{
        uint64_t number;

        memcpy(&number, from, 8);
        return number;
}

/* The object [offset, offset + size) lies behind all others and within the block. */
static inline bool claim(Checker *checker, uint32_t offset, uint64_t size)
{
        if (unlikely(offset < checker->heap || offset > checker->size || size > checker->size - offset))
                return false;
        checker->heap = offset + (uint32_t)size;
        return true;
}

static inline bool check_string(Checker *checker, uint64_t slot)
{
        uint32_t offset = (uint32_t)slot, length = (uint32_t)(slot >> 32);
        const uint8_t *text = checker->block + offset;

        return claim(checker, offset, (uint64_t)length + 1) && text[length] == 0 && !memchr(text, 0, length);
}

static bool check_block(const uint8_t *block, size_t available, const Shape *shape, unsigned depth);

static bool check_instance(Checker *checker, uint64_t slot, unsigned depth)
{
        uint32_t offset = (uint32_t)slot, size = (uint32_t)(slot >> 32);
        PackedHeader header;

        if (offset % 8 || size < sizeof(header) || !claim(checker, offset, size))
                return false;
        memcpy(&header, checker->block + offset, sizeof(header));
        return header.size == size && header.shape == 0 && check_block(checker->block + offset, size, NULL, depth + 1);
}

static bool check_array(Checker *checker, uint64_t slot, MI_Type type, unsigned depth)
{
        uint32_t offset = (uint32_t)slot, count = (uint32_t)(slot >> 32);
        MI_Type scalar = type_scalar(type);

        if (offset % 8 || count > VALUE_ARRAY_MAX || !claim(checker, offset, (uint64_t)count * type_size(scalar)))
                return false;
        if (!type_has_pointers(scalar))
                return true;
        for (uint32_t i = 0; i < count; i++) {
                uint64_t inner = load64(checker->block + offset + (size_t)i * 8);

                if (!(scalar == MI_STRING ? check_string(checker, inner) : check_instance(checker, inner, depth)))
                        return false;
        }
        return true;
}

static inline bool check_value(Checker *checker, uint64_t slot, MI_Type type, unsigned depth)
{
        if (type == MI_STRING)
                return check_string(checker, slot);
        if ((unsigned)type < MI_DATETIME)
                return true;
        if (type == MI_DATETIME)
                return (uint32_t)slot % 4 == 0 && claim(checker, (uint32_t)slot, sizeof(MI_Datetime));
        if (type == MI_REFERENCE || type == MI_INSTANCE)
                return check_instance(checker, slot, depth);
        return type_is_known(type) && check_array(checker, slot, type, depth);
}

static bool check_elements(Checker *checker, const PackedHeader *header, const Shape *shape, unsigned depth)
{
        const uint8_t *states = checker->block + sizeof(*header);
        const uint8_t *slots = states + ALIGN_UP((size_t)header->count, (size_t)8);
        const uint8_t *elements = slots + (size_t)header->count * 8;

        for (uint32_t i = 0; i < header->count; i++) {
                MI_Type type;

                if (shape) {
                        type = (MI_Type)shape->decl->properties[i]->type;
                } else {
                        PackedElement element;

                        memcpy(&element, elements + (size_t)i * sizeof(element), sizeof(element));
                        type = (MI_Type)element.type;
                        if (!type_is_known(type) || element.name_length == 0 ||
                            !check_string(checker, (uint64_t)element.name_length << 32 | element.name))
                                return false;
                }
                if (states[i] & ~(PACKED_EXISTS | PACKED_SET))
                        return false;
                if ((states[i] & PACKED_EXISTS) &&
                    unlikely(!check_value(checker, load64(slots + (size_t)i * 8), type, depth)))
                        return false;
        }
        return true;
}

static bool check_block(const uint8_t *block, size_t available, const Shape *shape, unsigned depth)
{
        PackedHeader header;
        Checker checker;
        size_t fixed;

        if (depth > VALUE_DEPTH_MAX || available < sizeof(header))
                return false;
        memcpy(&header, block, sizeof(header));
        if (header.size > available || header.size % 8 || header.count > SHAPE_ELEMENTS_MAX)
                return false;
        fixed = sizeof(header) + ALIGN_UP((size_t)header.count, (size_t)8) +
                (size_t)header.count * (shape ? 8 : 8 + sizeof(PackedElement));
        if (fixed > header.size || (shape && header.count != shape->decl->numProperties))
                return false;

        checker = (Checker){ .block = block, .size = header.size, .heap = (uint32_t)fixed };
        if (!shape && (!check_string(&checker, header.class_name) || header.class_name >> 32 == 0))
                return false;
        if ((header.name_space && !check_string(&checker, header.name_space)) ||
            (header.server && !check_string(&checker, header.server)))
                return false;
        return check_elements(&checker, &header, shape, depth);
}

bool packed_check(const void *data, size_t size, const ShapeTable *shapes, Shape **shapep)
{
        PackedHeader header;

        *shapep = NULL;
        if (size < sizeof(header))
                return false;
        memcpy(&header, data, sizeof(header));
        if (header.shape) {
                *shapep = shapes ? shape_table_get(shapes, header.shape) : NULL;
                if (!*shapep)
                        return false;
        }
        return check_block(data, size, *shapep, 0);
}
