#include <errno.h>
#include <string.h>

#include "model/decl.h"
#include "model/value.h"
#include "util/error.h"
#include "util/text.h"
#include "wire/cursor.h"
#include "wire/shape.h"

enum {
        SHAPE_NAME_MAX = 1024,
        SHAPE_PARAMETERS = 1,     /* flag of the frame */
        SHAPE_VARIANTS_MAX = 256, /* shapes of one declaration: selections that differ */
};

bool selection_is_all(const Selection *selection)
{
        return !selection || (!selection->names && !selection->keys_only && !selection->base);
}

bool selection_wants(const Selection *selection, const char *name, MI_Uint32 flags)
{
        if (!selection)
                return true;
        if (selection->base && decl_find_property(selection->base, name) < 0)
                return false;
        if (selection->keys_only)
                return (flags & MI_FLAG_KEY) != 0;
        if (!selection->names || (selection->with_keys && (flags & MI_FLAG_KEY)))
                return true;
        for (uint32_t i = 0; i < selection->count; i++) {
                if (ascii_equal(selection->names[i], name))
                        return true;
        }
        return false;
}

void shape_sender_init(ShapeSender *sender)
{
        *sender = (ShapeSender){ .generation = 1 };
        id_map_init(&sender->shapes);
}

static void forget_all(ShapeSender *sender)
{
        size_t position = 0;
        IdMapEntry *entry;

        while ((entry = id_map_next(&sender->shapes, &position))) {
                SenderShape *shape = entry->value;

                while (shape) {
                        SenderShape *next = shape->next;

                        free(shape);
                        shape = next;
                }
        }
        id_map_deinit(&sender->shapes);
}

void shape_sender_deinit(ShapeSender *sender)
{
        forget_all(sender);
        *sender = (ShapeSender){ 0 };
}

void shape_sender_forget(ShapeSender *sender)
{
        forget_all(sender);
        id_map_init(&sender->shapes);
        sender->generation++;
}

static uint64_t digest_bytes(uint64_t digest, const void *data, size_t size)
{
        for (size_t i = 0; i < size; i++)
                digest = (digest ^ ((const uint8_t *)data)[i]) * UINT64_C(0x100000001b3);
        return digest;
}

/* Which elements of the declaration go into the shape: their number, and a digest of all that the shape says. */
static uint32_t choose(const MI_ObjectDecl *decl, const Selection *selection, uint32_t *indexes, uint64_t *digestp)
{
        uint64_t digest = UINT64_C(0xcbf29ce484222325);
        uint32_t count = 0;

        digest = digest_bytes(digest, decl->name, strlen(decl->name));
        for (MI_Uint32 i = 0; i < decl->numProperties && count < SHAPE_ELEMENTS_MAX; i++) {
                const MI_PropertyDecl *property = decl->properties[i];

                if (property->offset == DECL_STREAM_OFFSET ||
                    !selection_wants(selection, property->name, property->flags))
                        continue;
                digest = digest_bytes(digest, property->name, strlen(property->name));
                digest = digest_bytes(digest, &property->type, sizeof(property->type));
                digest = digest_bytes(digest, &property->offset, sizeof(property->offset));
                indexes[count++] = i;
        }
        *digestp = digest;
        return count;
}

static int define(Buffer *buffer, const SenderShape *shape, const MI_ClassDecl *decl)
{
        size_t frame = frame_begin(buffer, FRAME_SHAPE, 0, 0);
        const MI_ClassDecl *super = shape->is_parameters ? NULL : decl->superClassDecl;
        const char *super_name = shape->is_parameters ? NULL : decl->superClass;

        cursor_put_u32(buffer, shape->id);
        cursor_put_u32(buffer, shape->count);
        cursor_put_u32(buffer, shape->is_parameters ? SHAPE_PARAMETERS : 0);
        cursor_put_u32(buffer, decl->flags);
        cursor_put_string(buffer, decl->name);
        for (uint32_t i = 0; i < SHAPE_SUPERCLASSES_MAX && (super || super_name); i++) {
                cursor_put_string(buffer, super ? super->name : super_name);
                super_name = super ? super->superClass : NULL;
                super = super ? super->superClassDecl : NULL;
        }
        cursor_put_string(buffer, NULL);

        for (uint32_t i = 0; i < shape->count; i++) {
                const MI_PropertyDecl *property = shape->decl->properties[shape->elements[i].index];
                const char *name = property->name;

                /* on the wire a method returns ReturnValue, as the standards call it */
                if (shape->is_parameters && ascii_equal(name, "MIReturn"))
                        name = "ReturnValue";
                cursor_put_u32(buffer, property->flags);
                cursor_put_u32(buffer, property->type);
                cursor_put_string(buffer, name);
                cursor_put_string(buffer, property->className);
        }
        return frame_end(buffer, frame);
}

static int add_shape(ShapeSender *sender, SenderShape *shape)
{
        SenderShape *first = id_map_get(&sender->shapes, (uint64_t)(uintptr_t)shape->decl);
        uint32_t variants = 0;

        for (SenderShape *other = first; other; other = other->next)
                variants++;
        if (variants >= SHAPE_VARIANTS_MAX)
                return SHAPE_FULL;
        if (first) {
                shape->next = first->next;
                first->next = shape;
                return 0;
        }
        return id_map_add(&sender->shapes, (uint64_t)(uintptr_t)shape->decl, shape);
}

static int shape_new(ShapeSender *sender, Buffer *buffer, const MI_ClassDecl *decl, const uint32_t *indexes,
                     uint32_t count, uint64_t digest, SenderShape **shapep)
{
        SenderShape *shape;
        int r;

        if (sender->last_id >= SHAPES_MAX)
                return SHAPE_FULL;
        shape = malloc(sizeof(*shape) + count * sizeof(shape->elements[0]));
        if (!shape)
                return error_origin(-ENOMEM);
        *shape = (SenderShape){ .id = sender->last_id + 1,
                                .count = count,
                                .is_parameters = (decl->flags & MI_FLAG_METHOD) != 0,
                                .decl = decl_object(decl),
                                .digest = digest };
        for (uint32_t i = 0; i < count; i++) {
                const MI_PropertyDecl *property = decl->properties[indexes[i]];

                shape->elements[i] = (SenderElement){ .index = indexes[i],
                                                      .offset = property->offset,
                                                      .type = (uint8_t)property->type };
        }
        r = define(buffer, shape, decl);
        if (r == 0)
                r = add_shape(sender, shape);
        if (r) {
                free(shape);
                return r;
        }
        sender->last_id++;
        *shapep = shape;
        return 0;
}

static SenderShape *find_shape(ShapeSender *sender, const MI_ClassDecl *decl, bool is_all, uint64_t digest)
{
        SenderShape *shape = id_map_get(&sender->shapes, (uint64_t)(uintptr_t)decl);

        while (shape && !(is_all ? shape->is_all : shape->digest == digest))
                shape = shape->next;
        return shape;
}

static void remember(const ShapeSender *sender, Selection *selection, const MI_ClassDecl *decl, SenderShape *shape)
{
        if (!selection)
                return;
        selection->cached_decl = decl;
        selection->cached_shape = shape;
        selection->cached_generation = sender->generation;
}

int shape_sender_get(ShapeSender *sender, Buffer *buffer, const MI_ClassDecl *decl, Selection *selection,
                     SenderShape **shapep)
{
        _cleanup_(freep) uint32_t *indexes = NULL;
        SenderShape *shape;
        uint64_t digest;
        uint32_t count;
        bool is_all;
        int r;

        if (selection && selection->cached_decl == decl && selection->cached_generation == sender->generation) {
                *shapep = selection->cached_shape;
                return 0;
        }
        is_all = selection_is_all(selection);
        if (is_all) {
                shape = find_shape(sender, decl, true, 0);
                if (shape) {
                        remember(sender, selection, decl, shape);
                        *shapep = shape;
                        return 0;
                }
        }
        if (decl->numProperties > SHAPE_ELEMENTS_MAX)
                return SHAPE_FULL;
        indexes = malloc(MAX(decl->numProperties, 1u) * sizeof(*indexes));
        if (!indexes)
                return error_origin(-ENOMEM);
        count = choose(decl_object(decl), selection, indexes, &digest);

        shape = find_shape(sender, decl, false, digest);
        if (!shape) {
                r = shape_new(sender, buffer, decl, indexes, count, digest, &shape);
                if (r)
                        return r;
        }
        /* a select list that names everything is no selection either */
        shape->is_all = shape->is_all || is_all;
        remember(sender, selection, decl, shape);
        *shapep = shape;
        return 0;
}

void shape_table_init(ShapeTable *table)
{
        *table = (ShapeTable){ 0 };
}

/* Counted: each shape has one, however long it outlives the table. */
typedef struct ShapeClasses {
        Anchor anchor; /* first; the namespace lies in its arena */
        Anchor *source;
        const char *name_space;
        ShapeClassOf class_of;
} ShapeClasses;

static void classes_release(Anchor *anchor)
{
        ShapeClasses *classes = container_of(anchor, ShapeClasses, anchor);

        anchor_unref(classes->source);
        anchor_deinit(anchor);
        free(classes);
}

static void classes_unref(ShapeClasses *classes)
{
        if (classes)
                anchor_unref(&classes->anchor);
}

int shape_table_set_classes(ShapeTable *table, Anchor *source, const char *name_space, ShapeClassOf class_of)
{
        ShapeClasses *classes = calloc(1, sizeof(*classes));

        if (!classes)
                return error_origin(-ENOMEM);
        anchor_init(&classes->anchor, classes_release);
        classes->source = anchor_ref(source);
        classes->class_of = class_of;
        classes->name_space = arena_strdup(&classes->anchor.arena, name_space);
        if (!classes->name_space) {
                classes_unref(classes);
                return error_origin(-ENOMEM);
        }
        classes_unref(table->classes);
        table->classes = classes;
        return 0;
}

void shape_table_deinit(ShapeTable *table)
{
        for (uint32_t i = 0; i < table->count; i++)
                anchor_unref(&table->shapes[i]->anchor);
        free(table->shapes);
        classes_unref(table->classes);
        *table = (ShapeTable){ 0 };
}

static void shape_release(Anchor *anchor)
{
        Shape *shape = container_of(anchor, Shape, anchor);

        classes_unref(shape->classes);
        anchor_deinit(anchor);
        free(shape);
}

const char *shape_name_space(const Shape *shape)
{
        return shape->classes && !shape->is_parameters ? shape->classes->name_space : NULL;
}

const char *shape_table_name_space(const ShapeTable *table)
{
        return table->classes ? table->classes->name_space : NULL;
}

const MI_ClassDecl *shape_class(Shape *shape, Anchor **anchorp)
{
        const ShapeClasses *classes = shape->is_parameters ? NULL : shape->classes;
        const MI_ClassDecl *decl = NULL;

        if (classes)
                decl = classes->class_of(classes->source, classes->name_space, shape->decl->name);
        *anchorp = decl ? classes->source : &shape->anchor;
        return decl ? decl : shape->decl;
}

static char *copy_name(Arena *arena, Cursor *cursor, bool needed)
{
        const char *name = cursor_string(cursor, SHAPE_NAME_MAX);

        if (!name || !*name) {
                if (needed)
                        cursor->failed = true;
                return NULL;
        }
        name = arena_strdup(arena, name);
        if (!name)
                cursor->failed = true;
        return (char *)name;
}

/* A chain of declarations that have nothing but names, for IsA */
static void parse_superclasses(Arena *arena, Cursor *cursor, MI_ClassDecl *decl)
{
        for (uint32_t i = 0; !cursor->failed; i++) {
                MI_ClassDecl *super;
                char *name = copy_name(arena, cursor, false);

                if (!name)
                        return;
                super = i < SHAPE_SUPERCLASSES_MAX ? arena_zalloc(arena, sizeof(*super)) : NULL;
                if (!super) {
                        cursor->failed = true;
                        return;
                }
                super->flags = MI_FLAG_CLASS;
                super->name = name;
                super->code = text_code(name);
                super->size = sizeof(MI_Instance);
                decl->superClass = name;
                decl->superClassDecl = super;
                decl = super;
        }
}

static void parse_elements(Arena *arena, Cursor *cursor, MI_ClassDecl *decl, uint32_t count)
{
        MI_PropertyDecl **properties, *all;

        /* an element is at least three numbers, a length and a letter */
        if (count > SHAPE_ELEMENTS_MAX || count > cursor_left(cursor) / 20) {
                cursor->failed = true;
                return;
        }
        properties = arena_zalloc(arena, MAX(count, 1u) * sizeof(*properties));
        all = arena_zalloc(arena, MAX(count, 1u) * sizeof(*all));
        if (!properties || !all) {
                cursor->failed = true;
                return;
        }
        for (uint32_t i = 0; i < count; i++) {
                properties[i] = &all[i];
                all[i].flags = cursor_u32(cursor) &
                               ~(MI_Uint32)(MI_FLAG_NULL | MI_FLAG_NOT_MODIFIED | MI_FLAG_BORROW | MI_FLAG_ADOPT);
                all[i].type = cursor_u32(cursor);
                all[i].name = copy_name(arena, cursor, true);
                all[i].className = copy_name(arena, cursor, false);
                if (cursor->failed || !type_is_known((MI_Type)all[i].type)) {
                        cursor->failed = true;
                        return;
                }
                all[i].code = text_code(all[i].name);
        }
        decl->properties = (const MI_PropertyDecl *const *)properties;
        decl->numProperties = count;
        decl_layout(decl);
}

static int shape_parse(Shape *shape, const Frame *frame)
{
        Arena *arena = &shape->anchor.arena;
        MI_ClassDecl *decl;
        Cursor cursor;
        uint32_t count, flags;

        decl = arena_zalloc(arena, sizeof(*decl));
        if (!decl)
                return error_origin(-ENOMEM);
        cursor_init(&cursor, frame->payload, frame->size);
        shape->id = cursor_u32(&cursor);
        count = cursor_u32(&cursor);
        flags = cursor_u32(&cursor);
        shape->is_parameters = (flags & SHAPE_PARAMETERS) != 0;
        decl->flags = cursor_u32(&cursor) & ~(MI_Uint32)(MI_FLAG_CLASS | MI_FLAG_METHOD);
        /* whatever it says, it is a class declaration here: what follows the common prefix is one's */
        decl->flags |= MI_FLAG_CLASS;
        decl->name = copy_name(arena, &cursor, true);
        if (decl->name)
                decl->code = text_code(decl->name);
        parse_superclasses(arena, &cursor, decl);
        parse_elements(arena, &cursor, decl, count);
        if (cursor.failed)
                return SHAPE_INVALID;
        shape->decl = decl;
        return 0;
}

int shape_table_define(ShapeTable *table, const Frame *frame)
{
        Shape *shape;
        int r;

        if (table->count >= SHAPES_MAX)
                return SHAPE_INVALID;
        if (table->count == table->capacity) {
                uint32_t capacity = MAX(table->capacity * 2, 8u);
                Shape **grown = realloc(table->shapes, capacity * sizeof(*grown));

                if (!grown)
                        return error_origin(-ENOMEM);
                table->shapes = grown;
                table->capacity = capacity;
        }
        shape = calloc(1, sizeof(*shape));
        if (!shape)
                return error_origin(-ENOMEM);
        anchor_init(&shape->anchor, shape_release);
        r = shape_parse(shape, frame);
        if (r == 0 && shape->id != table->count + 1)
                r = SHAPE_INVALID;
        if (r) {
                anchor_unref(&shape->anchor);
                return r;
        }
        if (table->classes) {
                anchor_ref(&table->classes->anchor);
                shape->classes = table->classes;
        }
        table->shapes[table->count++] = shape;
        return 0;
}
