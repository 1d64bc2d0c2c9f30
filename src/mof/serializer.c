#include "mof/serializer.h"

#include <errno.h>
#include <string.h>

#include "model/cim-error.h"
#include "model/class.h"
#include "model/instance.h"
#include "mof/make.h"
#include "mof/parse.h"
#include "mof/print.h"
#include "util/error.h"
#include "util/text.h"

#define NEEDED_MAX 1024 /* classes asked for in one call */

/* Writing */

/* A buffer that is too small is told the size that it takes. */
static MI_Result hand_over(const Buffer *text, MI_Uint8 *buffer, MI_Uint32 size, MI_Uint32 *needed)
{
        if (text->failed || text->size > UINT32_MAX)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        if (needed)
                *needed = (MI_Uint32)text->size;
        if (!buffer || size < text->size)
                return MI_RESULT_FAILED;
        if (text->size > 0)
                memcpy(buffer, text->data, text->size);
        return MI_RESULT_OK;
}

static void print_classes(Buffer *text, const MI_ClassDecl *decl, bool is_deep)
{
        const MI_ClassDecl *chain[MOF_INHERITANCE_MAX];
        uint32_t count = 0;

        for (; decl && count < ARRAY_SIZE(chain); decl = is_deep ? decl->superClassDecl : NULL)
                chain[count++] = decl;
        while (count > 0)
                mof_print_class(text, chain[--count], 0);
}

static MI_Result MI_CALL serialize_class(MI_Serializer *self, MI_Uint32 flags, const MI_Class *class, MI_Uint8 *buffer,
                                         MI_Uint32 size, MI_Uint32 *needed)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;

        if (!self || !class || !class->classDecl || flags & ~(MI_Uint32)MI_SERIALIZER_FLAGS_CLASS_DEEP)
                return MI_RESULT_INVALID_PARAMETER;
        print_classes(&text, class->classDecl, flags & MI_SERIALIZER_FLAGS_CLASS_DEEP);
        return hand_over(&text, buffer, size, needed);
}

static MI_Result MI_CALL serialize_instance(MI_Serializer *self, MI_Uint32 flags, const MI_Instance *instance,
                                            MI_Uint8 *buffer, MI_Uint32 size, MI_Uint32 *needed)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;
        MI_Class *class = NULL;

        if (!self || !instance || flags & ~(MI_Uint32)MI_SERIALIZER_FLAGS_INSTANCE_WITH_CLASS)
                return MI_RESULT_INVALID_PARAMETER;
        if (flags & MI_SERIALIZER_FLAGS_INSTANCE_WITH_CLASS) {
                if (MI_Instance_GetClass(instance, &class) != MI_RESULT_OK)
                        return MI_RESULT_FAILED;
                print_classes(&text, class->classDecl, true);
                MI_Class_Delete(class);
        }
        mof_print_instance(&text, instance, 0);
        return hand_over(&text, buffer, size, needed);
}

static MI_Result MI_CALL serializer_close(MI_Serializer *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

const MI_SerializerFT mof_serializer_ft = {
        .Close = serializer_close,
        .SerializeClass = serialize_class,
        .SerializeInstance = serialize_instance,
};

/* Reading */

/* Classes that a text may build upon: those handed in, and those that a callback gives, which are ours to delete. */
typedef struct Reader {
        MI_Class *const *classes;
        MI_Uint32 n_classes;
        const MI_Char *server_name;
        const MI_Char *name_space;
        const MofCallbacks *callbacks;
        MI_Class *needed[NEEDED_MAX];
        MI_Uint32 n_needed;
} Reader;

static void reader_deinit(Reader *reader)
{
        for (MI_Uint32 i = 0; i < reader->n_needed; i++)
                MI_Class_Delete(reader->needed[i]);
}

static const MI_ClassDecl *find_in_chain(const MI_Class *class, const char *name)
{
        for (const MI_ClassDecl *decl = class ? class->classDecl : NULL; decl; decl = decl->superClassDecl)
                if (ascii_equal(decl->name, name))
                        return decl;
        return NULL;
}

static const MI_ClassDecl *class_needed(void *userdata, const char *name)
{
        Reader *reader = userdata;
        const MofCallbacks *callbacks = reader->callbacks;
        const MI_ClassDecl *decl;
        MI_Class *class = NULL;

        for (MI_Uint32 i = 0; i < reader->n_classes; i++) {
                decl = find_in_chain(reader->classes[i], name);
                if (decl)
                        return decl;
        }
        if (!callbacks->class_needed || reader->n_needed == NEEDED_MAX ||
            callbacks->class_needed(callbacks->class_needed_context, reader->server_name, reader->name_space, name,
                                    &class) != MI_RESULT_OK ||
            !class)
                return NULL;
        reader->needed[reader->n_needed++] = class;
        return find_in_chain(class, name);
}

static int include(void *userdata, const char *name, char **textp, size_t *sizep)
{
        const Reader *reader = userdata;
        const MofCallbacks *callbacks = reader->callbacks;
        MI_Uint8 *content = NULL;
        MI_Uint32 size = 0;

        if (callbacks->include(callbacks->include_context, name, &content, &size) != MI_RESULT_OK || !content)
                return -ENOENT;
        *textp = malloc((size_t)size + 1);
        if (*textp) {
                memcpy(*textp, content, size);
                *sizep = size;
        }
        if (callbacks->include_free)
                callbacks->include_free(callbacks->include_context, content);
        return *textp ? 0 : -ENOMEM;
}

static MI_Result refuse(MI_Instance **error, const char *message)
{
        if (error)
                cim_error_printf(error, MI_RESULT_INVALID_PARAMETER, "%s", message);
        return MI_RESULT_INVALID_PARAMETER;
}

/* The first error of a text as that of the call */
static MI_Result refuse_text(const MofSchema *schema, MI_Instance **error)
{
        _cleanup_(buffer_deinit) Buffer text = BUFFER_INIT;

        for (uint32_t i = 0; i < schema->messages.count; i++)
                if (schema->messages.list[i]->severity == MOF_ERROR) {
                        mof_message_print(&text, schema->messages.list[i]);
                        break;
                }
        return refuse(error, buffer_text(&text) ? buffer_text(&text) : "the text is not MOF");
}

static MI_Result result_of(int r)
{
        return r == 0 ? MI_RESULT_OK : r == -ENOMEM ? MI_RESULT_SERVER_LIMITS_EXCEEDED : MI_RESULT_FAILED;
}

static MI_Result read_text(Reader *reader, const MI_Uint8 *buffer, MI_Uint32 size, MofSchema **schemap,
                           MI_Instance **error)
{
        MofOptions options = { .class_needed = class_needed, .userdata = reader };
        int r;

        if (error)
                *error = NULL;
        if (!buffer)
                return MI_RESULT_INVALID_PARAMETER;
        options.no_includes = !reader->callbacks->include;
        options.include = reader->callbacks->include ? include : NULL;
        r = mof_read_text(schemap, &options, "text", (const char *)buffer, size);
        return r == MOF_FAILED ? refuse_text(*schemap, error) : result_of(r);
}

static MI_Result make_instance(MofSchema *schema, uint32_t i, MI_Instance **instance, MI_Instance **error)
{
        const char *why;
        int r = mof_make_instance(instance, schema, schema->instances[i], &why);

        return r == MOF_FAILED ? refuse(error, why) : result_of(r);
}

static MI_Result MI_CALL deserializer_close(MI_Deserializer *self)
{
        if (!self)
                return MI_RESULT_INVALID_PARAMETER;
        memset(self, 0, sizeof(*self));
        return MI_RESULT_OK;
}

static MI_Result MI_CALL deserialize_class(MI_Deserializer *self, MI_Uint32 flags, MI_Uint8 *buffer, MI_Uint32 size,
                                           MI_Class *parent, const MI_Char *server_name, const MI_Char *name_space,
                                           MI_Deserializer_ClassObjectNeeded needed, void *context, MI_Uint32 *read,
                                           MI_Class **class, MI_Instance **error)
{
        const MofCallbacks callbacks = { .class_needed = needed, .class_needed_context = context };
        _cleanup_(reader_deinit) Reader reader = { .classes = &parent,
                                                   .n_classes = parent ? 1 : 0,
                                                   .server_name = server_name,
                                                   .name_space = name_space,
                                                   .callbacks = &callbacks };
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        MI_Result result;
        int r;

        if (!self || flags || !class)
                return MI_RESULT_INVALID_PARAMETER;
        result = read_text(&reader, buffer, size, &schema, error);
        if (result != MI_RESULT_OK)
                return result;
        if (schema->n_classes == 0)
                return refuse(error, "the text declares no class");
        /* superclasses stand before it */
        r = mof_make_class(class, schema->classes[schema->n_classes - 1], name_space, server_name);
        if (r == MOF_FAILED)
                return refuse(error, "the superclass of the class is not declared");
        if (!r && read)
                *read = size;
        return result_of(r);
}

static MI_Result MI_CALL deserialize_instance(MI_Deserializer *self, MI_Uint32 flags, MI_Uint8 *buffer, MI_Uint32 size,
                                              MI_Class **classes, MI_Uint32 n_classes,
                                              MI_Deserializer_ClassObjectNeeded needed, void *context, MI_Uint32 *read,
                                              MI_Instance **instance, MI_Instance **error)
{
        const MofCallbacks callbacks = { .class_needed = needed, .class_needed_context = context };
        _cleanup_(reader_deinit)
                Reader reader = { .classes = classes, .n_classes = classes ? n_classes : 0, .callbacks = &callbacks };
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        MI_Result result;

        if (!self || flags || !instance)
                return MI_RESULT_INVALID_PARAMETER;
        result = read_text(&reader, buffer, size, &schema, error);
        if (result != MI_RESULT_OK)
                return result;
        if (schema->n_instances == 0)
                return refuse(error, "the text declares no instance");
        result = make_instance(schema, 0, instance, error);
        if (result == MI_RESULT_OK && read)
                *read = size;
        return result;
}

/* A name into the caller's memory; *length is its size, and then what it takes, the NUL included. */
static MI_Result give_name(const char *name, MI_Char *out, MI_Uint32 *length)
{
        MI_Uint32 room = *length, needed = (MI_Uint32)strlen(name) + 1;

        *length = needed;
        if (!out || room < needed)
                return MI_RESULT_FAILED;
        memcpy(out, name, needed);
        return MI_RESULT_OK;
}

typedef enum WantedName {
        NAME_OF_CLASS,
        NAME_OF_PARENT,
        NAME_OF_INSTANCE,
} WantedName;

static MI_Result read_name(const MI_Uint8 *buffer, MI_Uint32 size, WantedName wanted, MI_Char *name, MI_Uint32 *length,
                           MI_Instance **error)
{
        static const MofCallbacks none;
        _cleanup_(reader_deinit) Reader reader = { .callbacks = &none };
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        const MI_ClassDecl *decl;
        MI_Result result;

        if (!length)
                return MI_RESULT_INVALID_PARAMETER;
        result = read_text(&reader, buffer, size, &schema, error);
        if (result != MI_RESULT_OK)
                return result;
        if (wanted == NAME_OF_INSTANCE)
                return schema->n_instances ? give_name(schema->instances[0]->class_name, name, length)
                                           : refuse(error, "the text declares no instance");
        if (schema->n_classes == 0)
                return refuse(error, "the text declares no class");
        decl = &schema->classes[schema->n_classes - 1]->decl;
        if (wanted == NAME_OF_PARENT && !decl->superClass)
                return refuse(error, "the class has no superclass");
        return give_name(wanted == NAME_OF_PARENT ? decl->superClass : decl->name, name, length);
}

static MI_Result MI_CALL class_name(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size, MI_Char *name,
                                    MI_Uint32 *length, MI_Instance **error)
{
        return self ? read_name(buffer, size, NAME_OF_CLASS, name, length, error) : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL parent_class_name(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size, MI_Char *name,
                                           MI_Uint32 *length, MI_Instance **error)
{
        return self ? read_name(buffer, size, NAME_OF_PARENT, name, length, error) : MI_RESULT_INVALID_PARAMETER;
}

static MI_Result MI_CALL instance_class(MI_Deserializer *self, MI_Uint8 *buffer, MI_Uint32 size, MI_Char *name,
                                        MI_Uint32 *length, MI_Instance **error)
{
        return self ? read_name(buffer, size, NAME_OF_INSTANCE, name, length, error) : MI_RESULT_INVALID_PARAMETER;
}

/* Arrays of results: the members are deleted with the array. */

static MI_Result MI_CALL delete_classes(MofExtendedArray *self)
{
        MI_Class **list = self->array.data;

        for (MI_Uint32 i = 0; i < self->array.size; i++)
                MI_Class_Delete(list[i]);
        free(list);
        free(self);
        return MI_RESULT_OK;
}

static MI_Result MI_CALL delete_instances(MofExtendedArray *self)
{
        MI_Instance **list = self->array.data;

        for (MI_Uint32 i = 0; i < self->array.size; i++)
                MI_Instance_Delete(list[i]);
        free(list);
        free(self);
        return MI_RESULT_OK;
}

static const MofExtendedArrayFT class_array_ft = { delete_classes };
static const MofExtendedArrayFT instance_array_ft = { delete_instances };

static MofExtendedArray *array_new(uint32_t room, const MofExtendedArrayFT *ft)
{
        MofExtendedArray *array = calloc(1, sizeof(*array));

        if (!array)
                return NULL;
        array->reserved2 = (ptrdiff_t)ft;
        array->array.data = calloc(MAX(room, 1u), sizeof(void *));
        if (!array->array.data) {
                free(array);
                return NULL;
        }
        return array;
}

static void reader_init(Reader *reader, const void *callbacks, const MofExtendedArray *classes)
{
        static const MofCallbacks none;

        *reader = (Reader){ .callbacks = callbacks ? callbacks : &none };
        if (classes) {
                reader->classes = classes->array.data;
                reader->n_classes = classes->array.size;
        }
}

static MI_Result MI_CALL deserialize_class_array(MI_Deserializer *self, MI_Uint32 flags, MI_OperationOptions *options,
                                                 void *callbacks, MI_Uint8 *buffer, MI_Uint32 size, void *classes,
                                                 const MI_Char *server_name, const MI_Char *name_space, MI_Uint32 *read,
                                                 void **result, MI_Instance **error)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        _cleanup_(reader_deinit) Reader reader;
        MofExtendedArray *array;
        MI_Result outcome;

        reader_init(&reader, callbacks, classes);
        reader.server_name = server_name;
        reader.name_space = name_space;
        if (!self || flags || !result)
                return MI_RESULT_INVALID_PARAMETER;
        outcome = read_text(&reader, buffer, size, &schema, error);
        if (outcome != MI_RESULT_OK)
                return outcome;
        array = array_new(schema->n_classes, &class_array_ft);
        if (!array)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        for (uint32_t i = 0; outcome == MI_RESULT_OK && i < schema->n_classes; i++) {
                int r = mof_make_class((MI_Class **)array->array.data + i, schema->classes[i], name_space, server_name);

                outcome = r == MOF_FAILED ? refuse(error, "the superclass of a class is not declared") : result_of(r);
                array->array.size += outcome == MI_RESULT_OK;
        }
        if (outcome != MI_RESULT_OK) {
                delete_classes(array);
                return outcome;
        }
        if (read)
                *read = size;
        *result = array;
        return MI_RESULT_OK;
}

static MI_Result MI_CALL deserialize_instance_array(MI_Deserializer *self, MI_Uint32 flags,
                                                    MI_OperationOptions *options, void *callbacks, MI_Uint8 *buffer,
                                                    MI_Uint32 size, void *classes, MI_Uint32 *read, void **result,
                                                    MI_Instance **error)
{
        _cleanup_(mof_schema_freep) MofSchema *schema = NULL;
        _cleanup_(reader_deinit) Reader reader;
        MofExtendedArray *array;
        MI_Result outcome;

        reader_init(&reader, callbacks, classes);
        if (!self || flags || !result)
                return MI_RESULT_INVALID_PARAMETER;
        outcome = read_text(&reader, buffer, size, &schema, error);
        if (outcome != MI_RESULT_OK)
                return outcome;
        array = array_new(schema->n_instances, &instance_array_ft);
        if (!array)
                return MI_RESULT_SERVER_LIMITS_EXCEEDED;
        for (uint32_t i = 0; outcome == MI_RESULT_OK && i < schema->n_instances; i++) {
                outcome = make_instance(schema, i, (MI_Instance **)array->array.data + i, error);
                array->array.size += outcome == MI_RESULT_OK;
        }
        if (outcome != MI_RESULT_OK) {
                delete_instances(array);
                return outcome;
        }
        if (read)
                *read = size;
        *result = array;
        return MI_RESULT_OK;
}

const MofDeserializerFT mof_deserializer_ft = {
        .common = {
                .Close = deserializer_close,
                .DeserializeClass = deserialize_class,
                .Class_GetClassName = class_name,
                .Class_GetParentClassName = parent_class_name,
                .DeserializeInstance = deserialize_instance,
                .Instance_GetClassName = instance_class,
        },
        .class_array = deserialize_class_array,
        .instance_array = deserialize_instance_array,
};
